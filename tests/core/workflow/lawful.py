"""When a record is lawful, as lines of `lawful.tsv`: what is said, of which record, and a list, apart by tabs.

`in`      the states of the case in which it is lawful, whoever is in it and whatever else is recorded
`says`    the reason and the article told where it is not lawful: at the beginning, and at an end
`for`     the states of a person in which it is lawful about him, in these states of the case; no line: in any
`after`   the records that must be there before; no line: none
`free`    nothing ever stands in its way, by name or because no rule speaks of it

The record is its type, with `field=value` where it depends on that. The lines were written down from the rules once,
and read through against the closed list of CPC 153(1) and the steps of the map: they are what a change is held to.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from icjims_core.law.casefile import CaseFile
from icjims_core.law.finding import Finding
from icjims_core.workflow import case_machine, next_steps, person_machine, refusals
from icjims_core.workflow.course import Course
from icjims_core.workflow.engine import CaseStates, Derived
from icjims_core.workflow.machine import Machine
from icjims_core.workflow.next_steps import Actions, actions
from tests.core.workflow.story import CASE, at, file_of, step

LAWFUL = Path(__file__).with_name("lawful.tsv")
NOW = at("2026-12-01 09:00")
BEGINNING = "reported"
AT = (BEGINNING, "joined")
"""States in which the reason is told why a record is not lawful: before a case is initiated, and after."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file."""

    kind: str
    record: str
    told: str

    @property
    def type(self) -> str:
        """The record type."""
        return self.record.partition(" ")[0]


@dataclass(frozen=True)
class Rules:
    """The rules that are asked: those of the data, or with something in them changed."""

    actions: Actions
    case: Machine

    def refused(self, record: str, state: str, persons: Iterable[str], recorded: Iterable[str]) -> tuple[Finding, ...]:
        """What stands in the way of a record in a case in this state, with persons in these, after these records."""
        name, *words = record.split(" ")
        values = dict(word.split("=") for word in words)
        states = CaseStates(_derived(state), {f"person-{each}": _derived(each) for each in persons})
        with patch.multiple(
            MODULE, derive=lambda *_: states, actions=lambda: self.actions, case_machine=lambda: self.case
        ):
            return refusals(FILES[frozenset(recorded)], name, values, NOW)

    def tell(self, record: str) -> Iterator[Line]:
        """The lines about a record."""
        everybody, all_ = person_machine().mildest_first, NEEDED
        here = [each for each in self.case.mildest_first if not self.refused(record, each, everybody, all_)]
        if len(here) == len(self.case.mildest_first) and not self.refused(record, BEGINNING, (), ()):
            named = record.partition(" ")[0] in self.actions.never_refused
            yield Line("free", record, "by name" if named else "-")
            return
        yield Line("in", record, " ".join(here))
        for state in AT:
            for said in self.refused(record, state, everybody, all_)[:1]:
                yield Line("says", record, f"{state}: {said.code} {said.article}")
        concerned: dict[str, list[str]] = {}
        for state in here:
            able = [each for each in everybody if not self.refused(record, state, (each,), all_)]
            if len(able) < len(everybody):
                concerned.setdefault(" ".join(able), []).append(state)
        for persons, states in concerned.items():
            yield Line("for", record, f"{persons}: {' '.join(states)}")
        before = [each for each in all_ if any(self._waits(record, one, each) for one in here)]
        if before:
            yield Line("after", record, " ".join(before))

    def _waits(self, record: str, state: str, needed: str) -> bool:
        return bool(self.refused(record, state, person_machine().mildest_first, [e for e in NEEDED if e != needed]))


MODULE = sys.modules[next_steps.__module__]
NEEDED = (
    *("case", "charge", "familiarisation", "initiation", "prosecutor_act", "prosecutor_decision"),
    *("supervision", "verdict"),
)
"""Records that a rule wants to be there before."""
_STEPS = {"case": step("case", CASE, received_at="2026-03-01 09:00")}


def _recorded(names: Iterable[str]) -> CaseFile:
    return file_of(*(_STEPS.get(each) or step(each) for each in names))


def _without() -> Mapping[frozenset[str], CaseFile]:
    every = [frozenset(NEEDED), frozenset[str](), *(frozenset(NEEDED) - {each} for each in NEEDED)]
    return {each: _recorded(sorted(each)) for each in every}


FILES = _without()


def _derived(state: str) -> Derived:
    return Derived(Course(state), (), ())


def lines() -> list[Line]:
    """The lines of the file."""
    return [Line(*line.split("\t")) for line in LAWFUL.read_text(encoding="utf-8").splitlines()]


def records() -> Iterator[str]:
    """Every record that a rule is about, with each value that a rule asks for, and with none."""
    rules = actions()
    named = {name for each in rules.action for name in each.types} | {*rules.never_refused}
    for name in sorted(named | {each.on.type for each in case_machine().transition if each.needs}):
        yield name
        for each in rules.about(name):
            for field, wanted in each.when.items():
                yield from (f"{name} {field}={value}" for value in (wanted if isinstance(wanted, list) else [wanted]))


if __name__ == "__main__":
    shipped = Rules(actions(), case_machine())
    for record in dict.fromkeys(records()):
        sys.stdout.writelines(f"{each.kind}\t{each.record}\t{each.told}\n" for each in shipped.tell(record))
