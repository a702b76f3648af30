"""Tables that both hosts keep: the log of acts, the index of records, and list projections from the declarations."""

from __future__ import annotations

from functools import cache
from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

from icjims_core.declarations.schema import Field, Kind, RecordType
from icjims_core.modules import registry

metadata: Final = MetaData()

# SQLite makes an integer primary key its row number; PostgreSQL needs eight bytes for it.
Number = BigInteger().with_variant(Integer, "sqlite")

act_table: Final = Table(
    "act",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("act_id", LargeBinary, nullable=False, unique=True),
    Column("replica", LargeBinary, nullable=False),
    Column("stream", Integer, nullable=False),
    Column("counter", BigInteger, nullable=False),
    Column("author", LargeBinary, nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("tally", LargeBinary, nullable=False),
    Column("packed", LargeBinary, nullable=False),
    Index("act_dot", "replica", "stream", "counter"),
)
"""One row per act of either stream; `packed` is the encoded act as stored, `tally` of its disclosed leaves."""

record_table: Final = Table(
    "record",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", LargeBinary, nullable=False, unique=True),
    Column("type", Text, nullable=False),
    Column("case_id", LargeBinary),
    Column("vector", LargeBinary, nullable=False),
    Column("log", LargeBinary, nullable=False),
    Index("record_case", "case_id"),
)
"""One row per record: `vector` of everything held, `log` the places of its revisions (act number, index)."""

waiting_table: Final = Table(
    "waiting",
    metadata,
    Column("act_number", Number, ForeignKey("act.number"), primary_key=True),
    Column("leaf", Integer, primary_key=True),
    Column("record", LargeBinary, nullable=False, index=True),
)
"""Revisions whose context is not held yet."""

verdict_table: Final = Table(
    "verdict",
    metadata,
    Column("act_id", LargeBinary, primary_key=True),
    Column("leaf", Integer, primary_key=True),
    Column("record", LargeBinary, nullable=False, index=True),
    Column("replica", LargeBinary, nullable=False),
    Column("counter", BigInteger, nullable=False),
    Column("decision", Integer, nullable=False),
    Column("code", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("header", LargeBinary, nullable=False),
    Column("header_signature", LargeBinary, nullable=False),
)
"""The centre's signed decisions, with the header of the act they speak of."""

conflict_table: Final = Table(
    "conflict",
    metadata,
    Column("record_number", Number, primary_key=True),
    Column("unit", Text, primary_key=True),
)
"""Units in conflict."""

annulled_table: Final = Table("annulled", metadata, Column("record_number", Number, primary_key=True))
"""Records that an annulment stands on."""

PROJECTED: Final = (conflict_table, annulled_table)

_TYPES = {Kind.INT: BigInteger, Kind.MONEY: BigInteger, Kind.BOOL: Boolean}


def column_type(field: Field) -> type[BigInteger] | type[Boolean] | type[Text]:
    """The SQL type of a list column."""
    return _TYPES.get(field.kind, Text)


@cache
def list_table(name: str) -> Table:
    """The list projection of a declared type: `number` of the record and its list columns."""
    return _list_table(registry()[name])


def _list_table(declared: RecordType) -> Table:
    columns = [Column(each, column_type(declared.by_name[each])) for each in declared.columns]
    return Table(f"list_{declared.name}", metadata, Column("number", Number, primary_key=True), *columns)


def all_tables() -> MetaData:
    """The metadata with the list projection of every declared type in it."""
    for name in registry():
        list_table(name)
    return metadata
