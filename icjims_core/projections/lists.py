"""List projections: one row per record and declared type, open conflicts, annulments; rebuilt from the log at will."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select

from icjims_core.acts import ACT, Revision
from icjims_core.encoding import Value
from icjims_core.merge import ANNULLED, State
from icjims_core.modules import registry
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
    fresh: dict[str, list[dict[str, object]]] = {}
    folded: list[bytes] = []
    for each in touched:
        declared = registry().get(each.row.type)
        if each.fresh and not each.fold and declared is not None and _only_puts(each.steps):
            fresh.setdefault(declared.name, []).append(_overlaid(declared, each))
        elif each.fresh and not each.fold and declared is None:
            continue
        else:
            folded.append(each.row.id)
    for name, rows in fresh.items():
        connection.execute(insert(list_table(name)), rows)
    if folded:
        refold(connection, reader, folded)


def _only_puts(steps: Sequence[Revision]) -> bool:
    return not any(ANNULLED in members for step in steps for members in step.changes.values())


def _overlaid(declared: RecordType, touched: Touched) -> dict[str, object]:
    """The list row of a new record whose revisions had each seen all before: the last value written stands alone."""
    puts: dict[str, Value] = {}
    for step in touched.steps:
        puts |= step.changes.get("put", {})
    return {"number": touched.row.number} | {name: column_value(declared, name, puts) for name in declared.columns}


def column_value(declared: RecordType, name: str, units: Mapping[str, object]) -> object:
    """A list column's value out of agreed unit values; a value of another kind than declared is left out."""
    field = declared.by_name[name]
    value = units.get(field.unit)
    if isinstance(value, dict) and (field.unit != name or len(declared.unit_fields(field.unit)) > 1):
        value = value.get(name)
    wanted = {Kind.INT: int, Kind.MONEY: int, Kind.BOOL: bool}.get(field.kind, str)
    return value if type(value) is wanted else None


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
    agreed = {unit: state.agreed(unit) for unit in state.registers.keys() - set(state.conflicts())}
    return {name: column_value(declared, name, agreed) for name in declared.columns}


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
