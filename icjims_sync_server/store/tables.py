"""The centre's own tables, beside the log, index and projections that the core declares."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, MetaData, Table, Text

from icjims_core.projections import tables as core

metadata: Final = MetaData()

CORE_TABLES: Final = (
    core.act_table,
    core.record_table,
    core.waiting_table,
    core.verdict_table,
    core.conflict_table,
    core.annulled_table,
)
"""Tables of the core that the centre keeps; list projections come and go with the declarations."""

setting_table: Final = Table(
    "setting",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
"""Single facts of the centre by name."""

office_table: Final = Table(
    "office",
    metadata,
    Column("code", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("feed", Integer, nullable=False),
)

account_table: Final = Table(
    "account",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("login", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("feed", Integer, nullable=False),
)
"""People who may log in at a workstation."""

device_table: Final = Table(
    "device",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("office", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("signing_key", LargeBinary, nullable=False, unique=True),
    Column("sealing_key", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("enrolled_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger),
)

device_user_table: Final = Table(
    "device_user",
    metadata,
    Column("device", LargeBinary, primary_key=True),
    Column("account", LargeBinary, primary_key=True),
)
"""Whose personal feeds a device receives."""

author_table: Final = Table(
    "author",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    Column("account", LargeBinary, nullable=False),
    Column("device", LargeBinary, nullable=False),
)
"""Whose key an author's key is, and on which device."""

sealing_key_table: Final = Table(
    "sealing_key",
    metadata,
    Column("account", LargeBinary, primary_key=True),
    Column("device", LargeBinary, primary_key=True),
    Column("key", LargeBinary, nullable=False),
)
"""A person's own X25519 key on a device: what is sealed to it he alone reads, and there."""

supervision_table: Final = Table(
    "supervision",
    metadata,
    Column("office", Text, primary_key=True),
    Column("prosecutor", Text, primary_key=True),
    Column("since", Text, primary_key=True),
    Column("until", Text),
    Column("begun", Boolean, nullable=False),
)
"""Which prosecutor's office supervises an office, dates as YYYY-MM-DD; `until` is the first day no longer. `begun`: the
cases that the office had when it came into force have joined the prosecutor's feed."""

ticket_table: Final = Table(
    "ticket",
    metadata,
    Column("code_hash", LargeBinary, primary_key=True),
    Column("first_hash", LargeBinary, nullable=False, index=True),
    Column("second_hash", LargeBinary, nullable=False, index=True),
    Column("office", Text, nullable=False),
    Column("account", LargeBinary, nullable=False),
    Column("approved", Boolean, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("used_by", LargeBinary),
)
"""Enrolment tickets: keyed hashes of the code and of its halves, which find the ticket that a wrong code meant."""

directory_table: Final = Table(
    "directory",
    metadata,
    Column("position", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)
"""Signed entries on offices, people, devices and keys; dense positions from 1."""

replica_table: Final = Table(
    "replica",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("device", LargeBinary, nullable=False),
    Column("parent", LargeBinary),
    Column("parent_counter", BigInteger, nullable=False),
    Column("forked_at", BigInteger),
)
"""Every replica that has sent something; `forked_at` when another content for one of its dots was seen."""

head_table: Final = Table(
    "head",
    metadata,
    Column("replica", LargeBinary, primary_key=True),
    Column("stream", Integer, primary_key=True),
    Column("counter", BigInteger, nullable=False),
    Column("act_id", LargeBinary, nullable=False),
)
"""The newest act of each stream of a replica; everything below it is in the log."""

aside_table: Final = Table(
    "aside",
    metadata,
    Column("act_id", LargeBinary, primary_key=True),
    Column("replica", LargeBinary, nullable=False),
    Column("stream", Integer, nullable=False),
    Column("counter", BigInteger, nullable=False),
    Column("author", LargeBinary, nullable=False),
    Column("code", Text, nullable=False),
    Column("carrier", LargeBinary, nullable=False),
    Column("received_at", BigInteger, nullable=False),
    Column("packed", LargeBinary, nullable=False),
    Index("aside_dot", "replica", "stream", "counter"),
)
"""Authentic acts kept beside the log: above a gap, of a device not approved, or another content for a dot."""

case_wait_table: Final = Table(
    "case_wait",
    metadata,
    Column("act_number", BigInteger, primary_key=True),
    Column("leaf", Integer, primary_key=True),
    Column("case_id", LargeBinary, nullable=False, index=True),
)
"""Revisions in the log whose case the centre does not know yet."""

office_record_table: Final = Table(
    "office_record",
    metadata,
    Column("record", LargeBinary, primary_key=True),
    Column("office", Text, nullable=False),
)
"""The office of each record that belongs to no case."""

feed_table: Final = Table(
    "feed",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("position", BigInteger, nullable=False),
    Column("tally", LargeBinary, nullable=False),
)
"""The counter row of each feed: its end, and the tally of the revisions counted in it."""

feed_row_table: Final = Table(
    "feed_row",
    metadata,
    Column("feed", Integer, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("kind", Integer, nullable=False),
    Column("act_number", BigInteger),
    Column("leaves", LargeBinary),
    Column("size", Integer, nullable=False),
    Column("case_id", LargeBinary),
    Column("payload", LargeBinary),
)
"""What a feed says at each position. `leaves`: encoded indexes, none for a whole act of `size` revisions; `payload`: an
encoded verdict with the header and signature of its act."""

case_feed_table: Final = Table(
    "case_feed",
    metadata,
    Column("case_id", LargeBinary, primary_key=True),
    Column("feed", Integer, primary_key=True),
    Column("until", BigInteger),
    Column("left_at", BigInteger),
    Column("whole", Boolean, nullable=False),
    Index("case_feed_until", "until"),
    Index("case_feed_left", "feed", "left_at"),
)
"""The audiences of each case. `until`: end of a grant in milliseconds; `left_at`: position of the LEAVE, else none;
`whole`: the private files of the case belong to the feed too, once and for all."""

queue_table: Final = Table(
    "projection_queue",
    metadata,
    Column("number", core.Number, primary_key=True, autoincrement=True),
    Column("act_number", BigInteger, nullable=False),
)
"""Acts whose records the projections have still to follow."""

grant_log_table: Final = Table(
    "scope_change",
    metadata,
    Column("number", core.Number, primary_key=True, autoincrement=True),
    Column("at", BigInteger, nullable=False),
    Column("case_id", LargeBinary, nullable=False),
    Column("feed", Integer, nullable=False),
    Column("change", Text, nullable=False),
)
"""Every JOIN and LEAVE with the time of the centre: who could see a case when."""

log_reading_table: Final = Table(
    "log_reading",
    metadata,
    Column("number", core.Number, primary_key=True, autoincrement=True),
    Column("at", BigInteger, nullable=False),
    Column("device", LargeBinary, nullable=False),
    Column("account", LargeBinary, nullable=False),
    Column("event", LargeBinary, nullable=False),
)
"""Who read the audit stream here; `event`: encoded like the events of that stream, which it is read together with."""
