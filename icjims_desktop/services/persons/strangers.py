"""Persons of other cases whom a record names: told once kept, refused only where a case questions them as its own.

Safeguards, time limits and custody are counted in the case of the person. Cases that a decision joined or severed count
as one. Nothing else is refused: release, health, complaints, notices and the handing over of papers wait for no case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from icjims_core.declarations.schema import Field, Kind, RecordType
from icjims_core.modules import registry
from icjims_core.problem import Problem, Refused
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.records import Record
from icjims_core.projections.tables import record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import agreed_values
from icjims_desktop.services.law import joinders
from icjims_desktop.services.scope import View

ELSEWHERE: Final = "person_elsewhere"
PERSON: Final = "person"
QUESTIONED: Final = frozenset({"interrogation", "confrontation", "identification"})
"""Types by which a case takes the words of a person who is to be one of its own."""
_OF_SEVERAL: Final = frozenset({"person_link"})
"""Types that are about records of several cases."""


def check(view: View, declared: RecordType, case: bytes | None, references: Mapping[bytes, Field]) -> None:
    """Raises `Refused("invalid", rule="person_elsewhere")` where a case questions a person of another one."""
    if declared.name not in QUESTIONED or case is None:
        return
    persons = _persons(declared, references)
    for person in _elsewhere(view, case, persons):
        if persons[person].required:
            told = {"type": declared.name, "record": identifiers.to_text(person)}
            raise Refused("invalid", field=persons[person].name, rule=ELSEWHERE, **told)


def advice_on(view: View, case: bytes, records: Iterable[Record]) -> Iterator[tuple[Record, Problem]]:
    """Advice `person_elsewhere` for each field of records of a case that names a person of another one."""
    named = {each.row.id: (each, _named(each)) for each in records}
    elsewhere = _elsewhere(view, case, {person for _, persons in named.values() for person in persons})
    for record, persons in named.values():
        fields = dict.fromkeys(field.name for person, field in persons.items() if person in elsewhere)
        yield from ((record, Problem(ELSEWHERE, type=record.row.type, field=each)) for each in fields)


class Strangers:
    """Who is named in records of one open store without being of their case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def advice(self, record: bytes) -> list[Problem]:
        """Advice `person_elsewhere` for each field of a record that names a person of another case."""
        with self._desk.view() as view:
            found = view.record(record)
            case = found.row.case
            return [problem for _, problem in advice_on(view, case, [found])] if case is not None else []


def _named(record: Record) -> dict[bytes, Field]:
    """The persons whom a record names as it stands agreed, each with a field that names him."""
    declared = registry().get(record.row.type)
    if declared is None:
        return {}
    found: dict[bytes, Field] = {}
    for name, value in agreed_values(declared, record.state).items():
        if declared.by_name[name].kind is Kind.REF:
            several = value if isinstance(value, list) else [value]
            found |= dict.fromkeys(identifiers.named(several), declared.by_name[name])
    return _persons(declared, found)


def _persons(declared: RecordType, references: Mapping[bytes, Field]) -> dict[bytes, Field]:
    if declared.name in _OF_SEVERAL:
        return {}
    return {each: field for each, field in references.items() if field.target == PERSON}


def _elsewhere(view: View, case: bytes, persons: Iterable[bytes]) -> frozenset[bytes]:
    """Those of the persons whose cases have nothing to do with this one."""
    rows = rows_in(view.connection, record_table, ("id", "case_id"), "id", dict.fromkeys(persons))
    others = {person: of for person, of in rows if of not in (None, case)}
    together = joinders.every(view).get(case, frozenset()) if others else frozenset()
    return frozenset(each for each, of in others.items() if of not in together)
