"""List projections: one row per record and declared type, open conflicts, annulments; rebuilt from the log at will."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from icjims_core.acts import ACT, Revision
from icjims_core.encoding import Value
from icjims_core.merge import ANNULLED, State
from icjims_core.modules import registry
from icjims_core.projections.bulk import insert_rows
from icjims_core.projections.index import Arrival, Place, Touched, admit
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import load
from icjims_core.projections.tables import (
    act_table,
    annulled_table,
    conflict_table,
    list_table,
    record_table,
    verdict_table,
    waiting_table,
)
from icjims_core.schema import Kind, RecordType


def follow(connection: Connection, reader: LogReader, touched: Iterable[Touched]) -> None:
    """Bring the projections of these records up to the index."""
    fresh: dict[str, list[tuple[object, ...]]] = {}
    stepped: list[Touched] = []
    folded: list[bytes] = []
    for each in touched:
        if each.fold or _annuls(each.steps):
            folded.append(each.row.id)
        elif not each.fresh:
            stepped.append(each)
        elif (declared := registry().get(each.row.type)) is not None:
            values = _overlaid(declared, each.steps)
            fresh.setdefault(declared.name, []).append((each.row.number, *values.values()))
    for name, rows in fresh.items():
        insert_rows(connection, list_table(name), ("number", *registry()[name].columns), rows)
    folded += _lay_over(connection, stepped)
    if folded:
        refold(connection, reader, folded)


def _annuls(steps: Sequence[Revision]) -> bool:
    return any(ANNULLED in members for step in steps for members in step.changes.values())


def _overlaid(declared: RecordType, steps: Sequence[Revision]) -> dict[str, object]:
    """List columns of a new record whose revisions had each seen all before: the last value written stands alone."""
    puts: dict[str, Value] = {}
    for step in steps:
        puts |= step.changes.get("put", {})
    return {name: read(puts.get(unit)) for name, unit, read in _plan(declared)}


def _lay_over(connection: Connection, stepped: Sequence[Touched]) -> list[bytes]:
    """Update the columns that these records' steps wrote; returns the records that must be folded instead."""
    unsettled = _in_conflict(connection, [each.row.number for each in stepped])
    changes: dict[tuple[str, tuple[str, ...]], list[dict[str, object]]] = {}
    for each in stepped:
        declared = registry().get(each.row.type)
        if declared is None or each.row.number in unsettled:
            continue
        puts: dict[str, Value] = {}
        for step in each.steps:
            puts |= step.changes.get("put", {})
        values = {name: read(puts[unit]) for name, unit, read in _plan(declared) if unit in puts}
        if values:
            key = (declared.name, tuple(values))
            changes.setdefault(key, []).append({f"new_{name}": value for name, value in values.items()})
            changes[key][-1]["at"] = each.row.number
    for (type_name, names), rows in changes.items():
        table = list_table(type_name)
        new: dict[str, object] = {name: bindparam(f"new_{name}") for name in names}
        connection.execute(update(table).where(table.c.number == bindparam("at")).values(**new), rows)
    return [each.row.id for each in stepped if each.row.number in unsettled]


def _in_conflict(connection: Connection, numbers: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for start in range(0, len(numbers), 500):
        part = numbers[start : start + 500]
        statement = select(conflict_table.c.record_number).where(conflict_table.c.record_number.in_(part))
        found.update(connection.scalars(statement))
    return found


_Reader = Callable[[Value], object]


@cache
def _plan(declared: RecordType) -> tuple[tuple[str, str, _Reader], ...]:
    """For each list column: its name, the unit it is written with, and how its value comes out of the unit's."""
    plan: list[tuple[str, str, _Reader]] = []
    for name in declared.columns:
        field = declared.by_name[name]
        wanted: type = {Kind.INT: int, Kind.MONEY: int, Kind.BOOL: bool}.get(field.kind, str)
        plan.append((name, field.unit, _reader(declared, name, wanted)))
    return tuple(plan)


def _reader(declared: RecordType, name: str, wanted: type) -> _Reader:
    if len(declared.unit_fields(declared.by_name[name].unit)) == 1:
        return lambda value: value if type(value) is wanted else None

    def member(value: Value) -> object:
        found = value.get(name) if isinstance(value, dict) else None
        return found if type(found) is wanted else None

    return member


def refold(connection: Connection, reader: LogReader, ids: Iterable[bytes]) -> None:
    """Project these records from their fold, replacing what was projected."""
    for record in load(connection, reader, ids).values():
        number = record.row.number
        connection.execute(delete(conflict_table).where(conflict_table.c.record_number == number))
        connection.execute(delete(annulled_table).where(annulled_table.c.record_number == number))
        conflicts = record.state.conflicts()
        if conflicts:
            rows = [{"record_number": number, "unit": unit} for unit in conflicts]
            connection.execute(insert(conflict_table), rows)
        if record.state.annulments:
            connection.execute(insert(annulled_table), [{"record_number": number}])
        declared = registry().get(record.row.type)
        if declared is not None:
            table = list_table(declared.name)
            connection.execute(delete(table).where(table.c.number == number))
            connection.execute(insert(table), [{"number": number} | _listed(declared, record.state)])


def _listed(declared: RecordType, state: State) -> dict[str, object]:
    conflicts = state.conflicts()
    return {name: None if unit in conflicts else read(state.agreed(unit)) for name, unit, read in _plan(declared)}


def remove(connection: Connection, numbers: Sequence[int]) -> None:
    """Take records out of every projection."""
    for name in registry():
        table = list_table(name)
        connection.execute(delete(table).where(table.c.number.in_(numbers)))
    for table in (conflict_table, annulled_table):
        connection.execute(delete(table).where(table.c.record_number.in_(numbers)))


def rebuild(connection: Connection, reader: LogReader) -> None:
    """Drop index and projections and make them again from the log and the verdicts."""
    for name in registry():
        connection.execute(delete(list_table(name)))
    for table in (conflict_table, annulled_table, waiting_table, record_table):
        connection.execute(delete(table))
    reader.forget()
    uncounted = {
        (row.act_id, row.leaf) for row in connection.execute(select(verdict_table).where(verdict_table.c.decision != 0))
    }
    numbers = list(connection.scalars(select(act_table.c.number).where(act_table.c.stream == ACT).order_by("number")))
    for start in range(0, len(numbers), 100):
        read = reader.read(connection, numbers[start : start + 100])
        arrivals = [
            Arrival(Place(number, index), read[number].header.dot, read[number].revision(index))
            for number in numbers[start : start + 100]
            for index in sorted(read[number].bodies)
            if (read[number].act_id, index) not in uncounted
        ]
        follow(connection, reader, admit(connection, reader, arrivals).touched.values())
