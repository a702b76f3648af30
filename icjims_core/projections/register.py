"""Numbers of the Register as records state them, read from the list projections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Final

from sqlalchemy import ColumnElement, Connection, select

from icjims_core import codes
from icjims_core.paper.numbers import PROVISIONAL, Doubt, Stated, doubts_of_cases, typed_twice
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.index import unpacked_log
from icjims_core.projections.tables import act_table, annulled_table, list_table, record_table

SOURCES: Final = ("register_entry", "takeover")
"""Types of records that state a number of the Register, in the field `register_number`."""


def stated(connection: Connection, *conditions: ColumnElement[bool], idle: Collection[int]) -> Sequence[Stated]:
    """Every number that stands agreed in a record of a case that is not annulled; conditions are over `record`.

    `idle`: numbers of records whose annulment takes no effect (`annulment.idle_numbers`, of each of the `SOURCES`).
    """
    annulled = select(annulled_table.c.record_number).where(annulled_table.c.record_number.not_in(idle))
    found: list[Stated] = []
    for type_ in SOURCES:
        table = list_table(type_)
        statement = (
            select(record_table.c.id, record_table.c.case_id, table.c.register_number)
            .join(table, table.c.number == record_table.c.number)
            .where(table.c.register_number.is_not(None), record_table.c.case_id.is_not(None), *conditions)
            .where(record_table.c.number.not_in(annulled))
            .order_by(record_table.c.id)
        )
        found += [Stated(row.id, row.case_id, row.register_number) for row in connection.execute(statement)]
    return found


def typed(connection: Connection, *conditions: ColumnElement[bool]) -> Sequence[Stated]:
    """Every number of its own that an office typed for a case that is not annulled."""
    table = list_table("case")
    statement = (
        select(record_table.c.id, table.c.provisional_number)
        .join(table, table.c.number == record_table.c.number)
        .where(table.c.provisional_number.is_not(None), table.c.provisional_number.not_like(f"{PROVISIONAL}-%"))
        .where(record_table.c.number.not_in(select(annulled_table.c.record_number)), *conditions)
        .order_by(record_table.c.id)
    )
    return [Stated(row.id, row.id, row.provisional_number) for row in connection.execute(statement)]


def typed_doubts(
    connection: Connection, *conditions: ColumnElement[bool], office_of: Callable[[bytes], str]
) -> tuple[Doubt, ...]:
    """Which numbers one office typed for several cases; the journals of two offices meet. `office_of`: of a key."""
    found = typed_twice(typed(connection, *conditions))
    keys = dict(_makers(connection, (record for each in found for record in each.records)))
    return tuple(one for each in found for one in _by_office(each, lambda record: office_of(keys[record])))


def _by_office(found: Doubt, office_of: Callable[[str], str]) -> Iterator[Doubt]:
    offices: defaultdict[str, list[str]] = defaultdict(list)
    for record in found.records:
        offices[office_of(record)].append(record)
    yield from (found._replace(records=tuple(each)) for _, each in sorted(offices.items()) if len(each) > 1)


def _makers(connection: Connection, records: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The key whose act came first of each record, both by id as hexadecimal digits."""
    ids = [bytes.fromhex(each) for each in records]
    logs = rows_in(connection, record_table, ("id", "log"), "id", ids)
    first = {record.hex(): unpacked_log(log)[0].act for record, log in logs}
    authors = dict(rows_in(connection, act_table, ("number", "author"), "number", set(first.values())))
    yield from ((record, authors[act]) for record, act in first.items())


def doubts(
    connection: Connection,
    *conditions: ColumnElement[bool],
    idle: Collection[int],
    office_of: Callable[[bytes], str],
) -> tuple[Doubt, ...]:
    """What is doubtful about them: form, code of the body, one number for several cases; and what was typed twice."""
    of_register = doubts_of_cases(stated(connection, *conditions, idle=idle), codes.code_list("office").entries)
    return (*of_register, *typed_doubts(connection, *conditions, office_of=office_of))
