"""Who of the persons here may be one: what they are compared by, and the keys under which they meet.

Both tables follow the records as the search does, in the same step (`search.index`), and are made anew with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import msgspec
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    case,
    delete,
    func,
    select,
)

from icjims_core.modules import registry
from icjims_core.persons import blocking, profile
from icjims_core.persons.profile import PERSON, Profile
from icjims_core.projections.records import Record
from icjims_core.projections.tables import metadata, record_table

_CHUNK: Final = 500
_TELLING: Final = ("p", "d", "b")
"""Kinds of keys that few persons share: personal number, document, day of birth."""

person_table: Final = Table(
    "person",
    metadata,
    Column("record_number", Integer, primary_key=True),
    Column("profile", LargeBinary, nullable=False),
)
"""What each person is compared by; annulled ones and those without anything to compare have no row."""

person_key_table: Final = Table(
    "person_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("record_number", Integer, primary_key=True),
    Index("person_key_record", "record_number"),
    sqlite_with_rowid=False,
)
"""The keys of each person: records that share one may be of one person."""


class Met(NamedTuple):
    """A person who shares keys with whoever is asked for."""

    id: bytes
    case: bytes | None
    profile: Profile


def index(connection: Connection, numbers: Sequence[int], records: Iterable[Record]) -> None:
    """Put these records as they are now in the place of what was kept of these numbers; others than persons have none.

    Called with the numbers of a step of the search: at most a few hundred.
    """
    for table in (person_table, person_key_table):
        connection.execute(delete(table).where(table.c.record_number.in_(numbers)))
    declared = registry().get(PERSON)
    found = {
        each.row.number: profile.of_state(declared, each.state)
        for each in records
        if declared is not None and each.row.type == PERSON
    }
    rows = [(number, msgspec.msgpack.encode(known)) for number, known in found.items() if known != Profile()]
    keys = [(key, number) for number, known in found.items() for key in sorted(blocking.keys(known))]
    if rows:
        connection.exec_driver_sql("INSERT INTO person (record_number, profile) VALUES (?, ?)", rows)
    if keys:
        connection.exec_driver_sql("INSERT INTO person_key (key, record_number) VALUES (?, ?)", keys)


def forget_all(connection: Connection) -> None:
    """Empty both tables; the search reads every record anew."""
    connection.execute(delete(person_table))
    connection.execute(delete(person_key_table))


def holds_strangers(connection: Connection) -> bool:
    """Whether persons are kept here that are not in the index of records."""
    known = select(record_table.c.number).where(record_table.c.type == PERSON)
    return any(
        connection.scalar(select(table.c.record_number).where(table.c.record_number.not_in(known)).limit(1)) is not None
        for table in (person_table, person_key_table)
    )


def meeting(connection: Connection, keys: Iterable[str], shown: ColumnElement[bool], *, limit: int) -> list[Met]:
    """Persons with one of these keys, those with the weightiest keys first; `shown` is a condition on `record`."""
    asked = sorted(keys)
    worth = func.sum(case(blocking.WORTH, value=func.substr(person_key_table.c.key, 1, 1), else_=0))
    statement = (
        select(record_table.c.id, record_table.c.case_id, person_table.c.profile)
        .join(person_key_table, person_key_table.c.record_number == record_table.c.number)
        .join(person_table, person_table.c.record_number == record_table.c.number)
        .where(person_key_table.c.key.in_(asked[:_CHUNK]), shown)
        .group_by(record_table.c.number)
        .order_by(worth.desc(), record_table.c.number)
        .limit(limit)
    )
    return [_met(row.id, row.case_id, row.profile) for row in connection.execute(statement)] if asked else []


def pairs(connection: Connection, shown: ColumnElement[bool], *, limit: int) -> list[tuple[Met, Met]]:
    """Persons who share a personal number, a document or a day of birth, each pair once; the oldest records first.

    Names alone would pair everybody with his namesakes.
    """
    one, other = person_key_table.alias(), person_key_table.alias()
    statement = (
        select(one.c.record_number, other.c.record_number.label("other_number"))
        .join(other, (other.c.key == one.c.key) & (other.c.record_number > one.c.record_number))
        .where(func.substr(one.c.key, 1, 1).in_(_TELLING))
        .distinct()
        .order_by(one.c.record_number, other.c.record_number)
        .limit(limit)
    )
    found = [(row.record_number, row.other_number) for row in connection.execute(statement)]
    known = _of_numbers(connection, sorted({each for pair in found for each in pair}), shown)
    return [(known[first], known[second]) for first, second in found if first in known and second in known]


def _of_numbers(connection: Connection, numbers: Sequence[int], shown: ColumnElement[bool]) -> dict[int, Met]:
    found: dict[int, Met] = {}
    for start in range(0, len(numbers), _CHUNK):
        statement = (
            select(record_table.c.number, record_table.c.id, record_table.c.case_id, person_table.c.profile)
            .join(person_table, person_table.c.record_number == record_table.c.number)
            .where(record_table.c.number.in_(numbers[start : start + _CHUNK]), shown)
        )
        for row in connection.execute(statement):
            found[row.number] = _met(row.id, row.case_id, row.profile)
    return found


def of_records(connection: Connection, records: Sequence[bytes], shown: ColumnElement[bool]) -> list[Met]:
    """What these records are compared by, as far as they are persons that may be shown."""
    statement = (
        select(record_table.c.id, record_table.c.case_id, person_table.c.profile)
        .join(person_table, person_table.c.record_number == record_table.c.number)
        .where(record_table.c.id.in_(records[:_CHUNK]), shown)
    )
    return [_met(row.id, row.case_id, row.profile) for row in connection.execute(statement)]


def _met(record: bytes, owner: bytes | None, packed: bytes) -> Met:
    return Met(record, owner, msgspec.msgpack.decode(packed, type=Profile))
