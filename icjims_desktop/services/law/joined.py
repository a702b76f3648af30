"""Cases that were joined or severed, read together for what the law counts over all of them (CPC 115(7))."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from icjims_core.encoding import Value, encode
from icjims_core.law.casefile import CaseFile, Step
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.law import case_files, joinders
from icjims_desktop.services.oversight.asking import Asking
from icjims_desktop.services.persons import person_links
from icjims_desktop.services.scope import View


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

    def beside(self) -> Sequence[CaseFile]:
        """The others, in which every person goes by the id that the case gives him."""
        found: Sequence[CaseFile] = self.others
        for person, names in (self.aliases or {}).items():
            found = [_renamed(each, names, person) for each in found]
        return found

    @property
    def files(self) -> Sequence[CaseFile]:
        """The case first, then the others."""
        return [self.case_file, *self.others]


def read(desk: Desk, case_file: CaseFile, action: str) -> Together:
    """The cases that count together with this one; those shown besides are in the audit log first."""
    with desk.view() as view:
        found = around(view, case_file, desk.asking)
    shown = [identifiers.parse(each.case) for each in found.others]
    if shown:
        desk.consultation.looked_at(action, [(each, each) for each in shown], now=desk.now())
    return found


def around(view: View, case_file: CaseFile, asking: Asking | None = None) -> Together:
    """The same for what is only reckoned with and not shown; without `asking` of all cases of the snapshot."""
    return several(view, [case_file], asking)[0]


def several(view: View, case_files_: Sequence[CaseFile], asking: Asking | None = None) -> list[Together]:
    """The same of several cases, in their order."""
    tied = joinders.every(view)
    found = []
    for each in case_files_:
        chain = tied.get(identifiers.parse(each.case), frozenset())
        shown = _shown(view, chain, asking) if chain else chain
        others = tuple(case_files.several(view, sorted(shown)).values()) if shown else ()
        persons = each.persons() if others else ()
        aliases = {person: person_links.around(view, person)[0] - {person} for person in persons}
        together = Together(each, others, aliases, len(chain) - len(shown))
        found.append(_judged(view, together) if others else together)
    return found


def _judged(view: View, together: Together) -> Together:
    """The same, each act read beside those of the other cases by which somebody is held (`custody.beside`)."""
    first, *others = case_files.joined(view, [together.case_file, *together.beside()])
    return replace(together, case_file=first, others=tuple(others))


def every(view: View, asking: Asking | None = None) -> dict[bytes, frozenset[bytes]]:
    """Each case that counts together with others that the user sees → those others; without `asking` as of `around`."""
    tied = joinders.every(view)
    shown = _shown(view, tied, asking) if tied else frozenset()
    return {case: others & shown for case, others in tied.items() if others & shown}


def prints(view: View, own: Mapping[bytes, bytes], tied: Mapping[bytes, frozenset[bytes]]) -> dict[bytes, bytes]:
    """Case → a digest of all that its terms are counted from: `own` of each case itself, `tied` as of `every`.

    It is another one when something changes in a case that counts together with it, or who is said to be one person.
    """
    found = dict(own)
    for case, people in person_links.of_cases(view, tied.keys() & own.keys()).items():
        told = [each for other in sorted(tied[case]) for each in (other, own.get(other, b""))]
        found[case] = hashlib.blake2b(encode([own[case], *told, *people]), digest_size=16).digest()
    return found


def _shown(view: View, cases: Iterable[bytes], asking: Asking | None) -> frozenset[bytes]:
    here = view.types_of(cases).keys()
    return frozenset(here - asking.withheld(view, here)) if asking is not None else frozenset(here)


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
