"""Lists of records: filtered on list columns where there are some, on what the records hold in any case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy import ColumnElement, Select, or_, select

from icjims_core.declarations import validation
from icjims_core.declarations.schema import Field, Merge, RecordType, Sensitivity
from icjims_core.encoding import Value
from icjims_core.modules import record_type
from icjims_core.problem import Refused
from icjims_core.projections.records import Record
from icjims_core.projections.tables import conflict_table, list_table, record_table
from icjims_desktop.services.documents import parts_of
from icjims_desktop.services.recording.assignments import Assignment, Operator
from icjims_desktop.services.scope import View

DEFAULT_LIMIT: Final = 10_000
_BLOCK: Final = 500

Filter = Mapping[str, Value]


def read_filter(declared: RecordType, stated: Sequence[Assignment]) -> dict[str, Value]:
    """Wanted values by field; raises `Refused("invalid", …)`, of special categories too: nobody is listed by them."""
    found: dict[str, Value] = {}
    for each in stated:
        field = validation.field_of(declared, each.field)
        special = field.sensitivity is Sensitivity.SPECIAL_CATEGORY
        if special or each.operator in (Operator.ADD, Operator.REMOVE):
            raise Refused("invalid", field=each.field, rule="filter")
        found[field.name] = validation.normalise(field, each.value)
    return found


def find(
    view: View, name: str, wanted: Filter, *, limit: int = DEFAULT_LIMIT, after: bytes | None = None
) -> tuple[list[Record], bytes | None]:
    """Records of a type that hold these values, by ascending id, and the last id where there are more."""
    found: list[Record] = []
    for record in matching(view, name, wanted, after=after):
        if len(found) == limit:
            return found, found[-1].row.id
        found.append(record)
    return found, None


def matching(
    view: View, name: str, wanted: Filter, *, after: bytes | None = None, annulled: bool = True
) -> Iterator[Record]:
    """Every record of a type that holds these values, by ascending id."""
    declared = record_type(name)
    if declared.sealed:
        inside = (each for each in view.unsealed(type_=name) if after is None or each.row.id > after)
        inside = (each for each in inside if annulled or not each.state.annulments)
        yield from (each for each in inside if holds(declared, each, wanted))
        return
    statement = select(record_table.c.id).where(record_table.c.type == name, view.condition())
    statement = _narrowed(statement, declared, wanted)
    if not annulled:
        statement = statement.where(record_table.c.number.not_in(view.annulled(name)))
    while True:
        block = statement if after is None else statement.where(record_table.c.id > after)
        ids = list(view.connection.execute(block.order_by(record_table.c.id).limit(_BLOCK)).scalars())
        records = view.records(ids)
        for each in ids:
            if records[each].state.created is not None and holds(declared, records[each], wanted):
                yield records[each]
        if len(ids) < _BLOCK:
            return
        after = ids[-1]


def _narrowed(statement: Select[bytes], declared: RecordType, wanted: Filter) -> Select[bytes]:
    """With the list columns asked first; a record whose unit is in conflict has no value there and stays in."""
    columns = [name for name in wanted if name in declared.columns]
    if not columns:
        return statement
    table = list_table(declared.name)
    disputed = select(conflict_table.c.record_number)
    conditions: list[ColumnElement[bool]] = [table.c[name] == wanted[name] for name in columns]
    statement = statement.join(table, table.c.number == record_table.c.number)
    return statement.where(*(or_(each, record_table.c.number.in_(disputed)) for each in conditions))


def holds(declared: RecordType, record: Record, wanted: Filter) -> bool:
    """Whether a record holds the wanted values: in a conflict one sibling is enough, in a set one member."""
    return all(value in _values(declared.by_name[name], declared, record) for name, value in wanted.items())


def _values(field: Field, declared: RecordType, record: Record) -> list[Value]:
    state = record.state
    match field.merge:
        case Merge.SET:
            return [member for member, _ in state.sets.get(field.name, {}).values()] or [None]
        case Merge.APPEND:
            return [entry.value for entry in state.appends.get(field.name, [])] or [None]
        case _:
            siblings = state.siblings(field.unit).values()
            return [parts_of(declared, field.unit, each).get(field.name) for each in siblings] or [None]
