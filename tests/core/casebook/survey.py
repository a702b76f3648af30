"""What a case book shows: steps, transitions, deadlines, safeguards and breaches, counted over all its cases."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

from icjims_core.casebook import stories
from icjims_core.deadlines import Now, deadlines, shipped_calendar, shipped_rules
from icjims_core.law.casefile import CaseFile
from icjims_core.law.rule_data import matches
from icjims_core.safeguards import passport
from icjims_core.workflow import case_machine, derive, person_machine
from icjims_core.workflow.course import Course
from icjims_core.workflow.engine import CaseStates
from icjims_core.workflow.machine import Machine
from icjims_core.workflow.occurrences import readings
from tests.core.casebook.folding import files

START = datetime.date(2025, 8, 4)
"""After the Digital Code came into force: before it some deadlines do not run."""
LATER = datetime.datetime(2060, 1, 1, tzinfo=datetime.UTC)
EVERY_COMPARTMENT = ("torture_allegation", "protected_identity", "special_action")
Wanted = Mapping[str, Mapping[str, Mapping[str, str]]]


@dataclass(slots=True)
class Survey:
    """Counts by name: record types, steps of the map, transitions (`machine.code`), findings of the course (`code` and
    type), deadline rules, stamps with their status, kinds of breach."""

    types: Counter[str] = field(default_factory=Counter)
    steps: Counter[tuple[str, str]] = field(default_factory=Counter)
    transitions: Counter[tuple[str, str]] = field(default_factory=Counter)
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    stamps: Counter[tuple[str, str]] = field(default_factory=Counter)
    breaches: Counter[str] = field(default_factory=Counter)


def survey(seed: int, count: int, steps: Wanted) -> Survey:
    """The survey of a book of so many cases."""
    found = Survey()
    for story in stories(Random(seed), count, "004", START):
        for file in files(story):
            _look(file, found, steps)
    return found


def _look(file: CaseFile, found: Survey, steps: Wanted) -> None:
    for each in file.steps:
        found.types[each.type] += 1
        for number, wanted in steps.items():
            if each.type in wanted and matches(dict(wanted[each.type]), each.values()):
                found.steps[number, each.type] += 1
    found.breaches.update(str(each.values()["kind"]) for each in file.of("breach"))
    _follow(file, found)
    found.rules.update(each.rule for each in deadlines(file, shipped_rules(), shipped_calendar(), Now(LATER)))
    for person in file.persons():
        marks = passport(file, person, LATER, EVERY_COMPARTMENT).marks
        found.stamps.update((each.stamp, "missed" if each.late else each.status.value) for each in marks)


def _follow(file: CaseFile, found: Survey) -> None:
    """The transitions that the steps of a case fire, whether or not they change the state."""
    states = derive(file)
    for derived in (states.case, *states.persons.values()):
        found.findings.update((each.code, each.param("type")) for each in derived.findings)
    found.transitions.update(transitions(file, states))


def transitions(file: CaseFile, states: CaseStates) -> Iterator[tuple[str, str]]:
    """Each transition that a step of the case fires, with its machine, whether or not it changes the state."""
    yield from _fired(case_machine(), "", states.case.acted, file)
    for person, derived in states.persons.items():
        yield from _fired(person_machine(), person, derived.acted, file)


def _fired(machine: Machine, subject: str, course: Course, file: CaseFile) -> Iterator[tuple[str, str]]:
    moved = {(each.step, each.transition) for each in course.passages}
    for step in file.steps:
        for reading in readings(machine, step, file, None):
            for stated in reading:
                met = stated.occurrence
                before = course.state_at(met.at - datetime.timedelta(minutes=1), machine.start)
                for rule in met.transitions:
                    concerned = stated.subject in ("", subject) or not subject
                    stays = rule.to == "same" and before in rule.sources and concerned
                    if stays or (met.step, rule.code) in moved:
                        yield machine.states, rule.code
