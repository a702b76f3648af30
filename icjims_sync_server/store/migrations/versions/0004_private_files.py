"""Which feeds the private files of a case belong to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TYPES = (
    "supervision", "supervision_plan", "plan_task", "contact", "obligation_check", "community_work",
    "correctional_work", "liberty_restriction", "work_sheet", "travel_permission", "breach", "variation",
    "deregistration", "risk_assessment", "probation_report",
)  # fmt: skip
ADMITTED = ("probation_officer", "judge", "court_clerk", "prosecutor")
OUTSIDE = (
    "duty_officer", "inquiry_officer", "investigator", "detention_officer", "facility_doctor", "penitentiary_officer",
)  # fmt: skip


def upgrade() -> None:
    """Whoever has such records of a case keeps them; else an office of police or prisons is not admitted."""
    op.add_column("case_feed", sa.Column("whole", sa.Boolean(), nullable=False, server_default=sa.true()))
    case_feed = sa.table("case_feed", sa.column("case_id"), sa.column("feed"), sa.column("whole", sa.Boolean()))
    account = sa.table("account", sa.column("feed"), sa.column("role"), sa.column("office"))
    office = sa.table("office", sa.column("feed"), sa.column("code"))
    record = sa.table("record", sa.column("case_id"), sa.column("type"))
    serving = [sa.select(account.c.office).where(account.c.role.in_(roles)) for roles in (OUTSIDE, ADMITTED)]
    outside = sa.and_(office.c.code.in_(serving[0]), office.c.code.not_in(serving[1]))
    theirs = sa.select(account.c.feed).join(office, office.c.code == account.c.office).where(outside)
    private = sa.select(record.c.case_id).where(record.c.type.in_(TYPES), record.c.case_id.is_not(None))
    op.execute(
        sa.update(case_feed)
        .where(
            sa.or_(case_feed.c.feed.in_(sa.select(office.c.feed).where(outside)), case_feed.c.feed.in_(theirs)),
            case_feed.c.case_id.not_in(private),
        )
        .values(whole=False)
    )
