"""List projections: one row per record and declared type, open conflicts, annulments; rebuilt from the log at will."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from typing import Any, Final

import msgspec
from msgspec import UNSET, UnsetType
from sqlalchemy import Connection, delete, select

from icjims_core.acts import ACT, Outline, Revision
from icjims_core.declarations.schema import Kind, RecordType
from icjims_core.encoding import Value, decode_trusted
from icjims_core.merge import ANNULLED, State
from icjims_core.modules import registry
from icjims_core.projections.bulk import delete_in, insert_rows, rows_in, update_rows
from icjims_core.projections.index import Arrival, Place, Touched, admit, rows_of
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import STATED_ONCE, load
from icjims_core.projections.tables import (
    act_table,
    annulled_table,
    conflict_table,
    list_table,
    record_table,
    verdict_table,
    waiting_table,
)

_ANNULLED: Final = ANNULLED.encode()
_ONLY_PUTS: Final = b"\x81\xa3put"
"""A map of one key, `put`: how the changes of most revisions begin; an annulment is a member of a set."""


def follow(connection: Connection, reader: LogReader, touched: Iterable[Touched]) -> None:
    """Bring the projections of these records up to the index."""
    fresh: dict[str, list[Touched]] = {}
    stepped: list[Touched] = []
    folded: list[bytes] = []
    gone: list[int] = []
    for each in touched:
        if not each.row.log:
            gone.append(each.row.number)
        elif each.fold or any(annuls(step) for step in each.steps) or _is_stated_again(each):
            folded.append(each.row.id)
        elif each.fresh:
            fresh.setdefault(each.row.type, []).append(each)
        else:
            stepped.append(each)
    if gone:
        remove(connection, gone)
    for name, records in fresh.items():
        _list_anew(connection, name, records)
    folded += _lay_over(connection, stepped)
    if folded:
        refold(connection, reader, folded)


def _is_stated_again(touched: Touched) -> bool:
    return touched.row.type in STATED_ONCE and (not touched.fresh or len(touched.steps) > 1)


def annuls(step: Revision | Outline) -> bool:
    """Whether a revision annuls its record or takes an annulment back; of an outline, whether it may."""
    if isinstance(step, Outline):
        packed = bytes(step.changes)
        # A text that happens to hold the name only sends its record the long way.
        return not packed.startswith(_ONLY_PUTS) and _ANNULLED in packed
    return any(ANNULLED in members for members in step.changes.values())


def _list_anew(connection: Connection, name: str, records: Sequence[Touched]) -> None:
    """List new records whose revisions had each seen all before: the last value written stands alone."""
    if name not in registry():
        return
    plan = _plan(name)
    rows = [(each.row.number, *plan.values(plan.written(each.steps))) for each in records]
    insert_rows(connection, list_table(name), ("number", *registry()[name].columns), rows)


def _lay_over(connection: Connection, stepped: Sequence[Touched]) -> list[bytes]:
    """Update the columns that these records' steps wrote; returns the records that must be folded instead."""
    numbers = [each.row.number for each in stepped]
    unsettled = {
        number for (number,) in rows_in(connection, conflict_table, ("record_number",), "record_number", numbers)
    }
    changes: dict[tuple[str, tuple[str, ...]], list[tuple[object, ...]]] = {}
    for each in stepped:
        if each.row.type not in registry() or each.row.number in unsettled:
            continue
        plan = _plan(each.row.type)
        written = plan.written(each.steps)
        values = {name: read(written[at]) for name, at, read in plan.columns if written[at] is not UNSET}
        if values:
            changes.setdefault((each.row.type, tuple(values)), []).append((*values.values(), each.row.number))
    for (name, names), rows in changes.items():
        update_rows(connection, list_table(name), names, rows)
    return [each.row.id for each in stepped if each.row.number in unsettled]


_Reader = Callable[[Value | UnsetType], object]


class _Plan:
    """How the list columns of a type come out of what a revision puts.

    `columns`: for each its name, the place of its unit among `units`, and how its value comes out of the unit's.
    """

    def __init__(self, declared: RecordType) -> None:
        self.units = tuple(dict.fromkeys(declared.by_name[name].unit for name in declared.columns))
        self.columns = tuple(_column(declared, name, self.units) for name in declared.columns)
        put = msgspec.defstruct("Put", [(unit, Value | UnsetType, UNSET) for unit in self.units], frozen=True)
        self._changes = msgspec.defstruct("Changes", [("put", put, put())])

    def written(self, steps: Sequence[Revision | Outline]) -> Sequence[Value | UnsetType]:
        """The last value that the steps put into each unit."""
        written = self._put_by(steps[0])
        for step in steps[1:]:
            after = self._put_by(step)
            written = [old if new is UNSET else new for old, new in zip(written, after, strict=True)]
        return written

    def values(self, written: Sequence[Value | UnsetType]) -> list[object]:
        """The columns, from the values of the units."""
        return [read(written[at]) for _, at, read in self.columns]

    def _put_by(self, step: Revision | Outline) -> Sequence[Value | UnsetType]:
        if isinstance(step, Outline):
            # Of packed changes nothing but these units is decoded.
            changes: Any = decode_trusted(step.changes, self._changes)
            return msgspec.structs.astuple(changes.put)
        puts = step.changes.get("put", {})
        return [puts.get(unit, UNSET) for unit in self.units]


def _column(declared: RecordType, name: str, units: Sequence[str]) -> tuple[str, int, _Reader]:
    field = declared.by_name[name]
    wanted: type = {Kind.INT: int, Kind.MONEY: int, Kind.BOOL: bool}.get(field.kind, str)
    return name, units.index(field.unit), _reader(declared, name, wanted)


@cache
def _plan(name: str) -> _Plan:
    return _Plan(registry()[name])


def _reader(declared: RecordType, name: str, wanted: type) -> _Reader:
    if len(declared.unit_fields(declared.by_name[name].unit)) == 1:
        return lambda value: value if type(value) is wanted else None

    def member(value: Value | UnsetType) -> object:
        found = value.get(name) if isinstance(value, dict) else None
        return found if type(found) is wanted else None

    return member


def project(connection: Connection, reader: LogReader, ids: Iterable[bytes]) -> None:
    """Project these records anew, from the log alone; those of a single revision need no fold."""
    rows = rows_of(connection, ids)
    once = [row for row in rows.values() if len(row.log) == 1]
    read = reader.read(connection, {row.log[0].act for row in once})
    fresh: dict[str, list[Touched]] = {}
    for row in once:
        ((number, leaf),) = row.log
        if leaf in read[number].bodies and not annuls(outline := read[number].outline(leaf)):
            fresh.setdefault(row.type, []).append(Touched(row, fresh=True, steps=[outline]))
            del rows[row.id]
    for name, records in fresh.items():
        numbers = [each.row.number for each in records]
        delete_in(connection, conflict_table, "record_number", numbers)
        delete_in(connection, annulled_table, "record_number", numbers)
        if name in registry():
            delete_in(connection, list_table(name), "number", numbers)
        _list_anew(connection, name, records)
    refold(connection, reader, rows)


def refold(connection: Connection, reader: LogReader, ids: Iterable[bytes]) -> None:
    """Project these records from their fold, replacing what was projected."""
    records = load(connection, reader, ids).values()
    numbers = [record.row.number for record in records]
    delete_in(connection, conflict_table, "record_number", numbers)
    delete_in(connection, annulled_table, "record_number", numbers)
    conflicts = {record.row.number: record.state.conflicts() for record in records}
    pairs = [(number, unit) for number, units in conflicts.items() for unit in units]
    insert_rows(connection, conflict_table, ("record_number", "unit"), pairs)
    annulled = [(record.row.number,) for record in records if record.state.annulments]
    insert_rows(connection, annulled_table, ("record_number",), annulled)
    listed: dict[str, list[tuple[object, ...]]] = {}
    for record in records:
        if record.row.type in registry():
            row = _listed(record.row.type, record.state, frozenset(conflicts[record.row.number]))
            listed.setdefault(record.row.type, []).append((record.row.number, *row))
    for name, rows in listed.items():
        delete_in(connection, list_table(name), "number", [row[0] for row in rows])
        insert_rows(connection, list_table(name), ("number", *registry()[name].columns), rows)


def _listed(name: str, state: State, conflicts: Collection[str]) -> list[object]:
    plan = _plan(name)
    return plan.values([None if unit in conflicts else state.agreed(unit) for unit in plan.units])


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
            Arrival(Place(number, index), read[number].header.dot, read[number].outline(index))
            for number in numbers[start : start + 100]
            for index in sorted(read[number].bodies)
            if (read[number].act_id, index) not in uncounted
        ]
        follow(connection, reader, admit(connection, reader, arrivals).touched.values())
