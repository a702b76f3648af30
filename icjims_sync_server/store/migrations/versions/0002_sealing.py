"""Sealing keys of people, and which prosecutor's office supervises an office."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "sealing_key",
        sa.Column("account", sa.LargeBinary(), primary_key=True),
        sa.Column("device", sa.LargeBinary(), primary_key=True),
        sa.Column("key", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "supervision",
        sa.Column("office", sa.Text(), primary_key=True),
        sa.Column("prosecutor", sa.Text(), primary_key=True),
        sa.Column("since", sa.Text(), primary_key=True),
        sa.Column("until", sa.Text()),
        sa.Column("begun", sa.Boolean(), nullable=False),
    )
