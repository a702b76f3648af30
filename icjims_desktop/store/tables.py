"""Tables of a workstation beside the log: what it knows of the centre, and what the centre knows of it."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, Integer, LargeBinary, Table, Text

from icjims_core.projections.tables import metadata

meta_table: Final = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
"""Single facts of the store by name."""

replica_table: Final = Table(
    "replica",
    metadata,
    Column("replica", LargeBinary, primary_key=True),
    Column("own", Boolean, nullable=False),
    Column("act_counter", BigInteger, nullable=False, default=0),
    Column("act_head", LargeBinary, nullable=False),
    Column("act_sent", BigInteger, nullable=False, default=0),
    Column("audit_counter", BigInteger, nullable=False, default=0),
    Column("audit_head", LargeBinary, nullable=False),
    Column("audit_sent", BigInteger, nullable=False, default=0),
)
"""This store's replicas, the present one and those it was before: newest act of each stream, and how much of it the
centre has acknowledged."""

carried_table: Final = Table(
    "carried",
    metadata,
    Column("act_id", LargeBinary, primary_key=True),
    Column("act_number", BigInteger),
    Column("sealed", LargeBinary),
)
"""Acts of others brought by a bundle, until the centre has them: in the log (`act_number`) or `sealed` to it."""

feed_table: Final = Table(
    "feed",
    metadata,
    Column("feed", Text, primary_key=True),
    Column("epoch", LargeBinary, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("tally", LargeBinary, nullable=False),
)
"""Each feed of this device: how far it is stored, and the tally of what was counted from it."""

case_feed_table: Final = Table(
    "case_feed",
    metadata,
    Column("case_id", LargeBinary, primary_key=True),
    Column("feed", Text, primary_key=True),
    Column("tally", LargeBinary, nullable=False),
)
"""The feeds that a case belongs to, as far as this device is in them, and what was counted of the case in each: just
that is taken off when the case leaves."""

unconfirmed_table: Final = Table(
    "unconfirmed",
    metadata,
    Column("act_number", BigInteger, primary_key=True),
    Column("counts", LargeBinary),
)
"""Own procedural acts that no feed has named yet; their leaves are not in any feed's tally. `counts`: what they will
add (`tallies.packed_counts`), known of acts that were written here."""

directory_table: Final = Table(
    "directory",
    metadata,
    Column("position", BigInteger, primary_key=True),
    Column("kind", Integer, nullable=False),
    Column("key", LargeBinary, nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)
"""The centre's signed entries on offices, users, devices and authors' keys, newest position last for a key."""
