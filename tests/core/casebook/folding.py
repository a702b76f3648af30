"""The entries of a book as the records and case files that they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from icjims_core.casebook import Planned
from icjims_core.casebook.plan import reference
from icjims_core.encoding import Value
from icjims_core.law.casefile import CaseFile, Step, case_file, units_from
from icjims_core.modules import record_type
from icjims_core.operations import after


def folded(before: Mapping[str, Value], entry: Planned) -> dict[str, Value]:
    """The values of a record after an entry."""
    return after(record_type(entry.type), before, entry.values)


def files(story: Iterable[Planned]) -> list[CaseFile]:
    """The case files of a story: of the case, of each that was joined to it, of each record outside any case."""
    records: dict[bytes, dict[bytes, tuple[Planned, dict[str, Value]]]] = {}
    for entry in story:
        case = records.setdefault(entry.case if record_type(entry.type).in_case else entry.id, {})
        first, values = case.get(entry.id, (entry, {}))
        case[entry.id] = (first, folded(values, entry))
    return [
        case_file(reference(case), (_step(first, values) for first, values in several.values()))
        for case, several in records.items()
    ]


def _step(first: Planned, values: Mapping[str, Value]) -> Step:
    declared = record_type(first.type)
    moment = int(first.moment.timestamp() * 1000)
    return Step(reference(first.id), first.type, declared, units_from(declared, values), moment)
