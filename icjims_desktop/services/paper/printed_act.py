"""An act that is to be printed, with what is read of its case: who takes part, and whose contacts must not stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from icjims_core.declarations.schema import RecordType
from icjims_core.encoding import Value
from icjims_core.modules import record_type, registry
from icjims_core.paper.printed import printed
from icjims_core.paper.serving import Served, contacts_of, served
from icjims_core.problem import Refused
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import agreed_values, parts_of
from icjims_desktop.services.persons import participants
from icjims_desktop.services.persons.participants import PERSON, Participation
from icjims_desktop.services.reading import casefile
from icjims_desktop.services.scope import View

ACCUSED: Final = "accused"
"""Instead of a person: every suspect, accused and convicted person of the case."""
_THEIR_CATEGORIES: Final = frozenset({"suspected", "convicted"})


@dataclass(frozen=True, slots=True)
class Act:
    """The act that is printed, with what is read of its case."""

    record: Record
    declared: RecordType
    values: Mapping[str, Value]
    people: Sequence[Participation]
    to: Served | None
    """Whom the paper is served on; None: it is for the case file."""
    to_name: str = ""

    @property
    def person(self) -> str:
        """The id of the person whom the act concerns, empty where it names none."""
        return str(self.values.get("person") or "")


def read(view: View, record: Record, declared: RecordType, served_to: str, language: str) -> Act:
    """An act with its case, for the file or to be served; raises `Refused("not_found")` for who is not of the case."""
    case = record.row.case
    records = casefile.records_of(view, case) if case is not None else [record]
    act = Act(record, declared, agreed_values(declared, record.state), participants.of_case(records, language), None)
    if not served_to:
        return act
    names = {
        identifiers.to_text(each.row.id): participants.name_of(each) for each in records if each.row.type == PERSON
    }
    if served_to == ACCUSED:
        persons = {each.person for each in act.people if each.category in _THEIR_CATEGORIES}
        unnamed = printed("act")["names_of_accused"].text(language)
        name = ", ".join(sorted(names[each] for each in persons if each in names)) or unnamed
    elif served_to in names:
        persons, name = {served_to}, names[served_to]
    else:
        raise Refused("not_found", record=served_to[:100])
    return replace(act, to=served(persons, _contacts(records)), to_name=name)


def _contacts(records: Iterable[Record]) -> dict[str, list[str]]:
    """Every contact of a case by the person whose own it is; those of nobody known, and annulled ones, too."""
    found: dict[str, list[str]] = {}
    for record in records:
        if record.row.type not in registry():
            continue
        declared = record_type(record.row.type)
        itself = identifiers.to_text(record.row.id) if declared.name == PERSON else ""
        for values in _readings(declared, record):
            person = itself or str(agreed_values(declared, record.state).get("person") or "")
            for text, own in contacts_of(declared, values):
                found.setdefault(person if own else "", []).append(text)
    return found


def _readings(declared: RecordType, record: Record) -> Iterator[Mapping[str, Value]]:
    """What stands agreed, then each sibling of what is in conflict."""
    yield agreed_values(declared, record.state)
    for unit in record.state.conflicts():
        yield from (parts_of(declared, unit, each) for each in record.state.siblings(unit).values())
