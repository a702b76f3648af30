"""Persons of other cases whom a record names: told once kept, refused only where a case questions them as its own.

Safeguards, time limits and custody are counted in the case of the person. Cases that a decision joined or severed count
as one. Nothing else is refused: release, health, complaints, notices and the handing over of papers wait for no case.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from icjims_core.modules import registry
from icjims_core.problem import Problem, Refused
from icjims_core.projections.tables import record_table
from icjims_core.schema import Field, Kind, RecordType
from icjims_desktop.services import identifiers, joinders
from icjims_desktop.services.documents import agreed_values
from icjims_desktop.services.scope import View

if TYPE_CHECKING:
    from icjims_desktop.services.desk import Desk

ELSEWHERE: Final = "person_elsewhere"
PERSON: Final = "person"
QUESTIONED: Final = frozenset({"interrogation", "confrontation", "identification"})
"""Types by which a case takes the words of a person who is to be one of its own."""
_OF_SEVERAL: Final = frozenset({"person_link"})
"""Types that are about records of several cases."""


def check(view: View, declared: RecordType, case: bytes | None, references: Mapping[bytes, Field]) -> None:
    """Raises `Refused("invalid", rule="person_elsewhere")` where a case questions a person of another one."""
    if declared.name not in QUESTIONED:
        return
    for person, field in _strangers(view, declared, case, references).items():
        if field.required:
            told = {"type": declared.name, "record": identifiers.to_text(person)}
            raise Refused("invalid", field=field.name, rule=ELSEWHERE, **told)


class Strangers:
    """Who is named in records of one open store without being of their case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def advice(self, record: bytes) -> list[Problem]:
        """Advice `person_elsewhere` for each field of a record that names a person of another case."""
        with self._desk.view() as view:
            found = view.record(record)
            declared = registry().get(found.row.type)
            if declared is None or found.row.case is None:
                return []
            named: dict[bytes, Field] = {}
            for name, value in agreed_values(declared, found.state).items():
                for each in value if isinstance(value, list) else [value]:
                    if declared.by_name[name].kind is Kind.REF and isinstance(each, str):
                        named[identifiers.parse(each)] = declared.by_name[name]
            fields = _strangers(view, declared, found.row.case, named).values()
        names = dict.fromkeys(each.name for each in fields)
        return [Problem(ELSEWHERE, type=declared.name, field=each) for each in names]


def _strangers(
    view: View, declared: RecordType, case: bytes | None, references: Mapping[bytes, Field]
) -> dict[bytes, Field]:
    """Those of the references that name persons of cases that have nothing to do with this one."""
    persons = {each: field for each, field in references.items() if field.target == PERSON}
    if case is None or not persons or declared.name in _OF_SEVERAL:
        return {}
    statement = select(record_table.c.id, record_table.c.case_id).where(record_table.c.id.in_(persons))
    cases = {row.id: row.case_id for row in view.connection.execute(statement)}
    others = {each: of for each, of in cases.items() if of not in (None, case)}
    together = joinders.around(view, case) if others else frozenset()
    return {each: persons[each] for each, of in others.items() if of not in together}
