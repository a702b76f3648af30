"""Cases that were joined or severed, read together for what the law counts over all of them (CPC 115(7))."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, cast

from sqlalchemy import select

from icjims_core.casefile import CaseFile, Step
from icjims_core.encoding import Value
from icjims_core.projections.tables import annulled_table, list_table, record_table
from icjims_desktop.services import case_files, identifiers, person_links
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.scope import View

JOINDER: Final = "joinder"
COUNTED: Final = ("join", "sever")
"""Kinds of decisions after which custody counts together; severed material and restored papers are of one case."""
_MOST_CASES: Final = 50


@dataclass(frozen=True, slots=True)
class Together:
    """A case with the cases joined to it or severed from it, however many lie between, as far as the user sees them.

    `aliases`: person of the case → the other records that standing links say are of the same person. `left_out` counts
    cases that are not here or not for this user: what is counted may then be too little.
    """

    case_file: CaseFile
    others: tuple[CaseFile, ...] = ()
    aliases: Mapping[str, frozenset[str]] | None = None
    left_out: int = 0

    def of(self, person: str) -> Sequence[CaseFile]:
        """The case first, then the others, in which the person goes by the same id."""
        names = (self.aliases or {}).get(person, frozenset())
        return [self.case_file, *(_renamed(each, names, person) for each in self.others)]


def read(desk: Desk, case_file: CaseFile, action: str) -> Together:
    """The cases that count together with this one; those shown besides are in the audit log first."""
    with desk.view() as view:
        found = _around(view, identifiers.parse(case_file.case))
        shown = {each for each in found if view.is_held(each) and view.shows(each)}
        shown -= desk.asking.withheld(view, shown)
        others = tuple(case_files.read(view, each) for each in sorted(shown))
        persons = case_file.persons() if others else ()
        aliases = {each: person_links.around(view, each)[0] - {each} for each in persons}
    if shown:
        desk.consultation.looked_at(action, [(each, each) for each in sorted(shown)], now=desk.now())
    return Together(case_file, others, aliases, len(found) - len(shown))


def _around(view: View, case: bytes) -> frozenset[bytes]:
    """The other cases that a chain of standing decisions leads to."""
    known, ahead = {case}, [case]
    while ahead and len(known) < _MOST_CASES:
        for each in _beside(view, ahead.pop()):
            if each not in known:
                known.add(each)
                ahead.append(each)
    return frozenset(known - {case})


def _beside(view: View, case: bytes) -> Iterable[bytes]:
    """The cases that one decision joins to a case, whichever of the two it is recorded in."""
    table = list_table(JOINDER)
    counted = (
        select(record_table.c.case_id, table.c.other_case)
        .join(table, table.c.number == record_table.c.number)
        .where(table.c.kind.in_(COUNTED), table.c.other_case.is_not(None), view.condition())
        .where(record_table.c.number.not_in(select(annulled_table.c.record_number)))
    )
    here = counted.where(record_table.c.case_id == case)
    there = counted.where(table.c.other_case == identifiers.to_text(case))
    return [
        *(identifiers.parse(row.other_case) for row in view.connection.execute(here)),
        *(row.case_id for row in view.connection.execute(there)),
    ]


def _renamed(case_file: CaseFile, names: frozenset[str], person: str) -> CaseFile:
    if not names:
        return case_file
    return replace(case_file, steps=tuple(_step(each, names, person) for each in case_file.steps))


def _step(step: Step, names: frozenset[str], person: str) -> Step:
    units = {
        unit: tuple({name: _value(value, names, person) for name, value in values.items()} for values in standing)
        for unit, standing in step.units.items()
    }
    return replace(step, units=units)


def _value(value: Value, names: frozenset[str], person: str) -> Value:
    if isinstance(value, list):
        return cast("Value", [_value(cast("Value", each), names, person) for each in value])
    return person if isinstance(value, str) and value in names else value
