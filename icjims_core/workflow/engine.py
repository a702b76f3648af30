"""State of the case and of each person in it, derived from the recorded steps and never stored.

The same steps give the same states in whatever order they were entered. Annulled steps do not count. Where statements
are in conflict every reading is computed; the one mildest for the person's liberty is acted on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from icjims_core.law.casefile import CaseFile, claims
from icjims_core.law.finding import Finding
from icjims_core.law.rule_data import distinct, worlds
from icjims_core.workflow.course import Course, Occurrence, course
from icjims_core.workflow.machine import Machine, case_machine, person_machine
from icjims_core.workflow.occurrences import CASE, Stated, readings, undated

_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived state. `acted`: the course acted on; `readings`: every course that what is recorded allows."""

    acted: Course
    readings: tuple[Course, ...]
    findings: tuple[Finding, ...]

    @property
    def state(self) -> str:
        """The state acted on: a code of `case_stage` or `person_state`."""
        return self.acted.state

    @property
    def states(self) -> tuple[str, ...]:
        """Every state that a reading gives, the acted one first."""
        return distinct(each.state for each in self.readings)

    @property
    def in_conflict(self) -> bool:
        """Whether readings differ in the state."""
        return len(self.states) > 1


@dataclass(frozen=True, slots=True)
class CaseStates:
    """The state of a case and of every person in it."""

    case: Derived
    persons: Mapping[str, Derived]


def derive(case_file: CaseFile, until: datetime | None = None) -> CaseStates:
    """The states by what is recorded; steps that state a moment after `until` are left out."""
    persons = person_states(case_file, until)
    found = CaseStates(case_state(case_file, until, persons), persons)
    waiting = {pair for pair in claims(case_file.steps) if all(_counts(case_file, each) for each in pair)}
    if not waiting:
        return found
    steps = frozenset(step for pair in waiting for step in pair)
    return CaseStates(_placed(found.case, steps), {name: _placed(each, steps) for name, each in persons.items()})


def _counts(case_file: CaseFile, record: str) -> bool:
    step = case_file.step(record)
    return step is not None and step.counts


def _placed(found: Derived, steps: frozenset[str]) -> Derived:
    """The same without saying that an act is out of place beside the one that is to stand in its place: it is one."""
    kept = [each for each in found.findings if each.code != "step_out_of_place" or each.param("step") not in steps]
    return replace(found, findings=tuple(kept))


def person_states(case_file: CaseFile, until: datetime | None = None) -> Mapping[str, Derived]:
    """The state of each person whom a step of the case names or whose record belongs to it."""
    machine = person_machine()
    choices = _choices(machine, case_file, until)
    lacking = tuple(undated(machine, case_file))
    found: dict[str, Derived] = {}
    for person in sorted(_everyone(case_file, choices)):
        own = [distinct(_concerning(reading, person, case_file) for reading in step) for step in choices]
        of_him = tuple(each.finding for each in lacking if each.subject == person)
        found[person] = _derived(machine, (_flat(world) for world in worlds(own)), of_him)
    return found


def case_state(
    case_file: CaseFile, until: datetime | None = None, persons: Mapping[str, Derived] | None = None
) -> Derived:
    """The state of the case. `persons`: their states where they are known already."""
    machine = case_machine()
    known = person_states(case_file, until) if persons is None else persons
    acted = {name: each.acted for name, each in known.items()}
    choices = _choices(machine, case_file, until)
    moved = (_moving(_flat(world), acted) for world in worlds(choices))
    return _derived(machine, moved, tuple(_undated_of_case(machine, case_file)))


def _undated_of_case(machine: Machine, case_file: CaseFile) -> Iterator[Finding]:
    """What lacks its time of all that moves the case, and of what would move its persons but names none of them."""
    told: set[tuple[str, str]] = set()
    of_nobody = (each for each in undated(person_machine(), case_file) if each.subject == CASE)
    for each in (*undated(machine, case_file), *of_nobody):
        place = each.finding.param("step"), each.finding.param("field")
        if place not in told:
            told.add(place)
            yield each.finding


_Reading = tuple[Stated, ...]


def _choices(machine: Machine, case_file: CaseFile, until: datetime | None) -> list[tuple[_Reading, ...]]:
    return [readings(machine, each, case_file, until) for each in case_file.steps if each.counts]


def _flat(world: Iterable[tuple[_Part, ...]]) -> list[_Part]:
    return [each for step in world for each in step]


def _everyone(case_file: CaseFile, choices: Iterable[tuple[_Reading, ...]]) -> frozenset[str]:
    named = {each.subject for step in choices for reading in step for each in reading if each.subject}
    return frozenset(case_file.persons()) | named


def _concerning(reading: _Reading, person: str, case_file: CaseFile) -> tuple[Occurrence, ...]:
    """What a reading means for a person: what names him, takes back what named him, or is said of everyone."""
    found = []
    for each in reading:
        met = each.occurrence
        subject = each.subject or _subject_of(case_file, met.target)
        of_all = tuple(rule for rule in met.transitions if rule.on.everyone)
        if subject == person:
            found.append(met)
        elif subject == CASE and of_all:
            found.append(replace(met, transitions=of_all, of_all=True))
    return tuple(found)


def _subject_of(case_file: CaseFile, step: str) -> str:
    found = case_file.step(step) if step else None
    return (found.person or CASE) if found and not found.annulled else CASE


def _moving(stated: Iterable[Stated], persons: Mapping[str, Course]) -> tuple[Occurrence, ...]:
    """What moves the case itself; of steps that each concern one person of several, the one that covers the last."""
    found: list[Occurrence] = []
    covered: dict[str, set[str]] = {}
    for each in sorted(stated, key=lambda one: (one.occurrence.at, one.occurrence.step, one.subject)):
        met = each.occurrence
        whole = [rule for rule in met.transitions if rule.whole]
        if each.subject and whole and len(whole) == len(met.transitions):
            reached = covered.setdefault(whole[0].code, set())
            reached.add(each.subject)
            if _in_states(whole[0].whole, met.at, persons) - reached:
                continue
        if met not in found:
            found.append(met)
    return tuple(found)


def _in_states(states: Sequence[str], moment: datetime, persons: Mapping[str, Course]) -> set[str]:
    """Who was in one of these states at a moment."""
    start = person_machine().start
    return {name for name, each in persons.items() if each.state_at(moment, start) in states}


def _derived(machine: Machine, met: Iterable[Iterable[Occurrence]], findings: tuple[Finding, ...]) -> Derived:
    order = machine.mildest_first
    courses = distinct(course(machine, each) for each in met)
    ranked = sorted(courses, key=lambda each: (order.index(each.state), [(one.at, one.step) for one in each.passages]))
    every = {found for each in ranked for found in each.findings} | set(findings)
    return Derived(ranked[0], tuple(ranked), tuple(sorted(every)))
