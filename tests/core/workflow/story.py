"""Case files for tests of the rules, written as steps with agreed values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from itertools import count
from typing import cast

from icjims_core.declarations.schema import Earliest, Kind, Latest, RecordType
from icjims_core.encoding import Value
from icjims_core.law.casefile import Annulment, CaseFile, Step, case_file, units_from
from icjims_core.law.rule_data import BISHKEK
from icjims_core.modules import registry

Statement = Mapping[str, object]
CASE = "case-1"
_NUMBERS = count(1)


def at(text: str) -> datetime:
    """A moment of Bishkek: `2026-03-07 23:40`."""
    return datetime.fromisoformat(text).replace(tzinfo=BISHKEK)


def ts(moment: datetime) -> str:
    """The stored form of a moment of Bishkek."""
    return moment.isoformat(timespec="minutes")


def step(type_name: str, record: str = "", /, **values: Value) -> Step:
    """A recorded step; an empty id is given one.

    Texts that look like `2026-03-07 23:40` are stored as times; a time that is derived from statements is stated once.
    """
    declared = registry()[type_name]
    unknown = [name for name in values if name not in declared.by_name]
    assert not unknown, f"{type_name} has no {unknown}"
    stored = dict(_stated(declared, name, _stored(declared, name, value)) for name, value in values.items())
    return Step(record or f"{type_name}-{next(_NUMBERS):06}", type_name, declared, units_from(declared, stored))


def disputed(found: Step, unit: str, *standing: Mapping[str, Value]) -> Step:
    """The step with several standing values of a unit."""
    stored = tuple({name: _stored(found.declared, name, value) for name, value in each.items()} for each in standing)
    return replace(found, units={**found.units, unit: stored})


def annulled(found: Step) -> Step:
    """The step annulled, by the prosecutor."""
    told = Annulment("abdyldaeva", "109", 1_773_000_000_000, "Ошибка")
    return replace(found, annulled=True, annulments=(told,))


def file_of(*steps: Step, case: str = CASE) -> CaseFile:
    """The case file of these steps."""
    return case_file(case, steps)


def statement(moment: str, device: str, source: str = "protocol") -> Statement:
    """A statement about a time, made when the device showed another."""
    return {"at": ts(at(moment)), "source": source, "by": "somebody", "device_at": ts(at(device))}


def several(*statements: Statement) -> Value:
    """The stored list of these statements."""
    return cast("Value", list(statements))


def _stated(declared: RecordType, name: str, value: Value) -> tuple[str, Value]:
    """The field and the value to store: of a time derived from statements, one statement of it."""
    rule = declared.by_name[name].derived
    if isinstance(rule, Earliest | Latest) and declared.by_name[rule.of].kind is Kind.STATEMENT:
        return rule.of, [{"at": str(value), "source": "protocol"}]
    return name, value


def _stored(declared: RecordType, name: str, value: Value) -> Value:
    if isinstance(value, str) and len(value) == len("2026-03-07 23:40") and value[10] == " ":
        return value[:10] if declared.by_name[name].kind is Kind.DATE else ts(at(value))
    return value
