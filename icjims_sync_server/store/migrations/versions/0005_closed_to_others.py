"""Old cases without a private file are closed to whoever was given them and is not admitted: 0004 left many open.

It asked what bodies serve in an office, where cases begin. To whom a case was given later, more is asked: a person by
his own role, a prosecutor's office whether it supervises the case, a chancery of an unknown body not at all.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# A supervision that has ended counts too: nothing is taken from whoever once supervised.
_CLOSE = """
WITH
    body (office) AS (SELECT office FROM account WHERE role IN ('probation_officer', 'judge', 'court_clerk')),
    admitted (feed) AS (
        SELECT feed FROM office WHERE code IN (SELECT office FROM body)
        UNION SELECT feed FROM account WHERE role IN ('probation_officer', 'judge', 'court_clerk')
        UNION SELECT feed FROM account
            WHERE role IN ('head', 'clerk', 'auditor', 'inspector') AND office IN (SELECT office FROM body)),
    prosecution (office) AS (SELECT office FROM account WHERE role = 'prosecutor'),
    overseer (feed, office) AS (
        SELECT feed, code FROM office WHERE code IN (SELECT office FROM prosecution)
        UNION SELECT feed, office FROM account
            WHERE role IN ('head', 'clerk', 'auditor', 'inspector', 'prosecutor')
            AND office IN (SELECT office FROM prosecution)),
    overseen (case_id, prosecutor) AS (
        SELECT held.case_id, supervision.prosecutor FROM case_feed AS held
        JOIN office ON office.feed = held.feed
        JOIN supervision ON supervision.office = office.code
        WHERE held.left_at IS NULL)
UPDATE case_feed SET whole = false
WHERE (case_id, feed) IN (SELECT case_id, feed FROM scope_change WHERE change = 'join')
AND case_id NOT IN (
    SELECT case_id FROM record
    WHERE case_id IS NOT NULL AND type IN (
        'supervision', 'supervision_plan', 'plan_task', 'contact', 'obligation_check', 'community_work',
        'correctional_work', 'liberty_restriction', 'work_sheet', 'travel_permission', 'breach', 'variation',
        'deregistration', 'risk_assessment', 'probation_report'))
AND feed NOT IN (SELECT feed FROM admitted)
AND (case_id, feed) NOT IN (
    SELECT overseen.case_id, overseer.feed FROM overseen JOIN overseer ON overseer.office = overseen.prosecutor)
AND (feed NOT IN (SELECT feed FROM overseer) OR case_id IN (SELECT case_id FROM overseen))
"""


def upgrade() -> None:
    """Close them; and let nobody be given a file because nothing was said."""
    op.execute(_CLOSE)
    op.drop_index("case_feed_left", "case_feed")
    op.drop_index("case_feed_until", "case_feed")
    made = sa.Table(
        "case_feed",
        sa.MetaData(),
        sa.Column("case_id", sa.LargeBinary(), primary_key=True),
        sa.Column("feed", sa.Integer(), primary_key=True),
        sa.Column("until", sa.BigInteger()),
        sa.Column("left_at", sa.BigInteger()),
        sa.Column("whole", sa.Boolean(), nullable=False, server_default=sa.true()),
    )
    with op.batch_alter_table("case_feed", copy_from=made) as batch:
        batch.alter_column("whole", server_default=None)
    op.create_index("case_feed_left", "case_feed", ["feed", "left_at"])
    op.create_index("case_feed_until", "case_feed", ["until"])
