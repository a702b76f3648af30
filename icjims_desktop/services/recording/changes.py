"""From what a person states to the operations of a revision: registers and units, sets, appends."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import cast

from icjims_core.acts import Changes, Operation
from icjims_core.clocks import Vector, contains, covers
from icjims_core.declarations import validation
from icjims_core.declarations.schema import Field, Kind, Merge, RecordType
from icjims_core.encoding import Nested, Value, encode
from icjims_core.merge import State, fold
from icjims_core.problem import Parameter, Refused
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import agreed_values, is_plain, parts_of
from icjims_desktop.services.recording.assignments import Assignment, Operator


def as_seen(record: Record, seen: Vector | None) -> tuple[State, Vector]:
    """The state that a vector shows, and the vector; without one, the record as it is now.

    Raises `Refused("bad_vector")` for a vector that tells of writes which are not held, or of replicas that never wrote
    this record.
    """
    now = record.state.vector
    if seen is None:
        return record.state, now
    if not covers(now, seen):
        raise Refused("bad_vector", record=record.row.id.hex())
    if covers(seen, now):
        return record.state, now
    counted = {each.dot: each.revision for each in record.written if contains(seen, each.dot)}
    uncounted = frozenset(dot for dot in record.uncounted if contains(seen, dot))
    return fold(record.row.id, counted, uncounted), seen


class Draft:
    """Statements about one record being gathered into the operations of one revision.

    `state` is the record as its author saw it; `None` for a new one.
    """

    def __init__(self, declared: RecordType, state: State | None) -> None:
        self._declared = declared
        self._state = state
        self._agreed = agreed_values(declared, state) if state else {}
        self._values: dict[str, Value] = dict(self._agreed)
        self._puts: dict[str, Value] = {}
        self._lists: dict[Operation, dict[str, list[Value]]] = {"add": {}, "remove": {}, "append": {}}
        self._given: dict[str, None] = {}

    def take(self, assignments: Sequence[Assignment]) -> None:
        """Read statements; raises `Refused("invalid" | "unit_in_conflict", field=…)`."""
        for each in assignments:
            field = validation.field_of(self._declared, each.field)
            self._given[field.name] = None
            try:
                self._take(field, each)
            except Refused as refused:
                raise Refused(refused.code, **{"type": self._declared.name, **refused.params}) from None

    def _take(self, field: Field, stated: Assignment) -> None:
        match field.merge:
            case Merge.SET:
                self._take_members(field, stated)
            case Merge.APPEND:
                self._take_entries(field, stated)
            case _:
                self._take_register(field, stated)

    def _take_register(self, field: Field, stated: Assignment) -> None:
        if stated.operator in (Operator.ADD, Operator.REMOVE):
            raise _invalid(field, "not_a_set")
        unit = field.unit
        if self._state is not None and unit in self._state.conflicts():
            raise Refused("unit_in_conflict", field=field.name, unit=unit)
        value = validation.normalise(field, stated.value)
        self._values[field.name] = value
        if is_plain(self._declared, unit):
            self._puts[unit] = value
            return
        before = self._puts.get(unit, self._state.agreed(unit) if self._state else None)
        parts = dict(before) if isinstance(before, dict) else {}
        parts[field.name] = cast("Nested", value)
        self._puts[unit] = {name: part for name, part in parts.items() if part is not None}

    def _take_members(self, field: Field, stated: Assignment) -> None:
        raw = stated.value if isinstance(stated.value, list) else [stated.value]
        if stated.operator is Operator.TEXT:
            raw = [each for each in raw if each != ""]
        if stated.operator is Operator.WHOLE and not isinstance(stated.value, list):
            raw = [] if stated.value is None else _not_a_list(field)
        members = validation.normalise_members(field, raw)
        seen = cast("list[Nested]", self._values.get(field.name) or [])
        if stated.operator is Operator.ADD:
            self._add(field, members)
            standing = [*seen, *members]
        elif stated.operator is Operator.REMOVE:
            self._remove(field, members)
            standing = [each for each in seen if each not in members]
        else:
            # Members stated again are added again: they stand against a removal that the author has not seen.
            self._add(field, members)
            self._remove(field, [each for each in seen if each not in members])
            standing = members
        self._values[field.name] = list({encode(each): each for each in standing}.values())

    def _add(self, field: Field, members: Sequence[Nested]) -> None:
        self._gather("add", field.name, members)
        self._withdraw("remove", field.name, members)

    def _remove(self, field: Field, members: Sequence[Nested]) -> None:
        self._gather("remove", field.name, members)
        self._withdraw("add", field.name, members)

    def _gather(self, operation: Operation, name: str, members: Sequence[Nested]) -> None:
        gathered = self._lists[operation].setdefault(name, [])
        gathered += [cast("Value", each) for each in members if each not in gathered]

    def _withdraw(self, operation: Operation, name: str, members: Sequence[Nested]) -> None:
        gathered = self._lists[operation].get(name, [])
        self._lists[operation][name] = [each for each in gathered if each not in members]

    def _take_entries(self, field: Field, stated: Assignment) -> None:
        if stated.operator is Operator.REMOVE:
            raise _invalid(field, "not_a_set")
        raw = stated.value if isinstance(stated.value, list) else [stated.value]
        entries = validation.normalise_members(field, raw)
        self._lists["append"].setdefault(field.name, []).extend(cast("list[Value]", entries))
        self._values[field.name] = [*cast("list[Nested]", self._values.get(field.name) or []), *entries]

    def decide(self, unit: str, value: Value) -> None:
        """A whole unit's value, whatever stood there."""
        self._puts[unit] = value
        parts = parts_of(self._declared, unit, value)
        self._values |= parts
        self._given |= dict.fromkeys(parts)

    def references(self) -> dict[bytes, Field]:
        """The records that what was stated refers to, with the field that does."""
        found: dict[bytes, Field] = {}
        for name in self._given:
            field = self._declared.by_name.get(name)
            if field is not None and field.kind is Kind.REF:
                value = self._values.get(name)
                for each in value if isinstance(value, list) else [value]:
                    if isinstance(each, str):
                        found[identifiers.parse(each)] = field
        return found

    def checked(self, now: datetime.datetime) -> Changes:
        """The operations; raises as `check`, and `Refused("nothing_to_save")`."""
        self.check(now)
        return self._changes()

    def check(self, now: datetime.datetime) -> None:
        """Raises `Refused("invalid", …)` for what this change breaks, not for what was broken before."""
        old = set()
        if self._state is not None:
            old = {(each.field, each.rule) for each in validation.validate(self._declared, self._agreed, now=now)}
        for flaw in validation.validate(self._declared, self._values, now=now):
            if flaw.field in self._given or (flaw.field, flaw.rule) not in old:
                params: dict[str, Parameter] = {"type": self._declared.name, **flaw.params}
                raise Refused("invalid", field=flaw.field, rule=flaw.rule, **params)

    def _changes(self) -> Changes:
        found: Changes = {}
        if self._puts:
            found["put"] = self._puts
        for operation, units in self._lists.items():
            filled = {unit: cast("Value", members) for unit, members in units.items() if members}
            if filled:
                found[operation] = filled
        if not found:
            raise Refused("nothing_to_save", type=self._declared.name)
        return found


def _invalid(field: Field, rule: str) -> Refused:
    return Refused("invalid", field=field.name, rule=rule)


def _not_a_list(field: Field) -> list[object]:
    raise _invalid(field, "list")


def unit_value(declared: RecordType, unit: str, stated: Assignment, known: Mapping[str, Value]) -> Value:
    """A whole unit's value as a person states it when he resolves; `known` are its fields as they are shown.

    Raises `Refused("unit_incomplete")` where one of several fields is missing, `Refused("invalid", …)`.
    """
    if is_plain(declared, unit):
        return validation.normalise(validation.field_of(declared, unit), stated.value)
    names = [each.name for each in declared.unit_fields(unit)]
    raw = stated.value
    if not isinstance(raw, dict):
        if len(names) == 1:
            raw = {names[0]: raw}
        else:
            raise Refused("unit_incomplete", unit=unit, missing=", ".join(names))
    missing = [name for name in known if name not in raw]
    if missing:
        raise Refused("unit_incomplete", unit=unit, field=missing[0], missing=", ".join(missing))
    parts: dict[str, Value] = {}
    for name, each in raw.items():
        if name in names:
            parts[name] = validation.normalise(declared.by_name[name], each)
        elif name in known:
            parts[name] = cast("Value", each)
        else:
            raise Refused("invalid", field=str(name)[:100], rule="unknown_field", type=declared.name)
    return cast("Value", {name: part for name, part in parts.items() if part is not None})


def unit_parts(declared: RecordType, state: State, unit: str) -> dict[str, Value]:
    """The fields of a unit as they are shown, from any of its standing values."""
    found: dict[str, Value] = {}
    for value in state.siblings(unit).values():
        found |= parts_of(declared, unit, value)
    return found
