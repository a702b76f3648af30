"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    _log()
    _people()
    _feeds()
    _replicas()


def _log() -> None:
    """The log of acts, the index of records, verdicts, open conflicts and annulments."""
    op.create_table(
        "act",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=True),
        sa.Column("act_id", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("replica", sa.LargeBinary(), nullable=False),
        sa.Column("stream", sa.Integer(), nullable=False),
        sa.Column("counter", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.LargeBinary(), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("tally", sa.LargeBinary(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
    )
    op.create_index("act_dot", "act", ["replica", "stream", "counter"])
    op.create_table(
        "record",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=True),
        sa.Column("id", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("case_id", sa.LargeBinary()),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.Column("log", sa.LargeBinary(), nullable=False),
    )
    op.create_index("record_case", "record", ["case_id"])
    op.create_table(
        "waiting",
        sa.Column("act_number", _NUMBER, sa.ForeignKey("act.number"), primary_key=True),
        sa.Column("leaf", sa.Integer(), primary_key=True),
        sa.Column("record", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_waiting_record", "waiting", ["record"])
    op.create_table(
        "verdict",
        sa.Column("act_id", sa.LargeBinary(), primary_key=True),
        sa.Column("leaf", sa.Integer(), primary_key=True),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("replica", sa.LargeBinary(), nullable=False),
        sa.Column("counter", sa.BigInteger(), nullable=False),
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("header", sa.LargeBinary(), nullable=False),
        sa.Column("header_signature", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_verdict_record", "verdict", ["record"])
    op.create_table(
        "conflict",
        sa.Column("record_number", _NUMBER, primary_key=True),
        sa.Column("unit", sa.Text(), primary_key=True),
    )
    op.create_table(
        "annulled",
        sa.Column("record_number", _NUMBER, primary_key=True),
    )


def _people() -> None:
    """Whom the centre vouches for."""
    op.create_table(
        "setting",
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("value", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "office",
        sa.Column("code", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("feed", sa.Integer(), nullable=False),
    )
    op.create_table(
        "account",
        sa.Column("id", sa.LargeBinary(), primary_key=True),
        sa.Column("login", sa.Text(), nullable=False, unique=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("feed", sa.Integer(), nullable=False),
    )
    op.create_table(
        "device",
        sa.Column("id", sa.LargeBinary(), primary_key=True),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("signing_key", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("sealing_key", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("enrolled_at", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.BigInteger()),
    )
    op.create_table(
        "device_user",
        sa.Column("device", sa.LargeBinary(), primary_key=True),
        sa.Column("account", sa.LargeBinary(), primary_key=True),
    )
    op.create_table(
        "author",
        sa.Column("key", sa.LargeBinary(), primary_key=True),
        sa.Column("account", sa.LargeBinary(), nullable=False),
        sa.Column("device", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "ticket",
        sa.Column("code_hash", sa.LargeBinary(), primary_key=True),
        sa.Column("first_hash", sa.LargeBinary(), nullable=False),
        sa.Column("second_hash", sa.LargeBinary(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("account", sa.LargeBinary(), nullable=False),
        sa.Column("approved", sa.Boolean(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("used_by", sa.LargeBinary()),
    )
    op.create_index("ix_ticket_first_hash", "ticket", ["first_hash"])
    op.create_index("ix_ticket_second_hash", "ticket", ["second_hash"])
    op.create_table(
        "directory",
        sa.Column("position", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
    )


def _feeds() -> None:
    """What is said to whom."""
    op.create_table(
        "feed",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False, unique=True),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("tally", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "feed_row",
        sa.Column("feed", sa.Integer(), primary_key=True),
        sa.Column("position", sa.BigInteger(), primary_key=True),
        sa.Column("kind", sa.Integer(), nullable=False),
        sa.Column("act_number", sa.BigInteger()),
        sa.Column("leaves", sa.LargeBinary()),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.LargeBinary()),
        sa.Column("payload", sa.LargeBinary()),
    )
    op.create_table(
        "case_feed",
        sa.Column("case_id", sa.LargeBinary(), primary_key=True),
        sa.Column("feed", sa.Integer(), primary_key=True),
        sa.Column("until", sa.BigInteger()),
        sa.Column("left_at", sa.BigInteger()),
    )
    op.create_index("case_feed_left", "case_feed", ["feed", "left_at"])
    op.create_index("case_feed_until", "case_feed", ["until"])
    op.create_table(
        "case_wait",
        sa.Column("act_number", sa.BigInteger(), primary_key=True),
        sa.Column("leaf", sa.Integer(), primary_key=True),
        sa.Column("case_id", sa.LargeBinary(), nullable=False),
    )
    op.create_index("ix_case_wait_case_id", "case_wait", ["case_id"])
    op.create_table(
        "office_record",
        sa.Column("record", sa.LargeBinary(), primary_key=True),
        sa.Column("office", sa.Text(), nullable=False),
    )
    op.create_table(
        "scope_change",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("case_id", sa.LargeBinary(), nullable=False),
        sa.Column("feed", sa.Integer(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
    )
    op.create_table(
        "projection_queue",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=True),
        sa.Column("act_number", sa.BigInteger(), nullable=False),
    )


def _replicas() -> None:
    """Where each replica stands, and what lies beside its chain."""
    op.create_table(
        "replica",
        sa.Column("id", sa.LargeBinary(), primary_key=True),
        sa.Column("device", sa.LargeBinary(), nullable=False),
        sa.Column("parent", sa.LargeBinary()),
        sa.Column("parent_counter", sa.BigInteger(), nullable=False),
        sa.Column("forked_at", sa.BigInteger()),
    )
    op.create_table(
        "head",
        sa.Column("replica", sa.LargeBinary(), primary_key=True),
        sa.Column("stream", sa.Integer(), primary_key=True),
        sa.Column("counter", sa.BigInteger(), nullable=False),
        sa.Column("act_id", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "aside",
        sa.Column("act_id", sa.LargeBinary(), primary_key=True),
        sa.Column("replica", sa.LargeBinary(), nullable=False),
        sa.Column("stream", sa.Integer(), nullable=False),
        sa.Column("counter", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.LargeBinary(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("carrier", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
    )
    op.create_index("aside_dot", "aside", ["replica", "stream", "counter"])
