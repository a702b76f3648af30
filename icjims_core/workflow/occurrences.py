"""From recorded steps to occurrences: every reading of what they state, where statements are in conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from icjims_core.law.casefile import CaseFile, Step
from icjims_core.law.finding import Finding, finding
from icjims_core.law.rule_data import distinct, instant, is_day, matches
from icjims_core.workflow.course import Occurrence
from icjims_core.workflow.machine import Machine, On, Transition

CASE: Final = ""
"""The subject of an occurrence that concerns the case as a whole."""
THIS_CASE: Final = "@case"
"""How the data name a reference to the case itself."""


@dataclass(frozen=True, slots=True)
class Stated:
    """An occurrence with whom it concerns; `CASE` where it names nobody."""

    subject: str
    occurrence: Occurrence


_Reading = tuple[Stated, ...]


def readings(machine: Machine, step: Step, case_file: CaseFile, until: datetime | None) -> tuple[_Reading, ...]:
    """What a step may mean for a machine, once for every distinct reading of what it states; at least one."""
    rules = machine.leading_to(step.type)
    declares = step.type == machine.declared.type
    if not rules and not declares:
        return ((),)
    named = [name for rule in rules for name in rule.on.fields]
    if declares:
        named += [*machine.declared.at, machine.declared.state, machine.declared.person]
    known = [name for name in dict.fromkeys(named) if name in step.declared.by_name]
    stated = (
        _stated(machine, step, _words(values, case_file), until, case_file) for values in step.alternatives(*known)
    )
    return distinct(tuple(each) for each in stated)


def _words(values: Mapping[str, object], case_file: CaseFile) -> Mapping[str, object]:
    """The values as the data name them: a reference to this very case is `@case`."""
    return {name: THIS_CASE if value == case_file.case else value for name, value in values.items()}


@dataclass(frozen=True, slots=True)
class Undated:
    """A step that would change a state but states no time, and does not count until it does; `subject` as above."""

    subject: str
    finding: Finding


def undated(machine: Machine, case_file: CaseFile) -> Iterator[Undated]:
    """The steps without their time, each field of each once for everyone whom it concerns."""
    told: set[tuple[str, str, str]] = set()
    for step in case_file.steps:
        rules = machine.leading_to(step.type)
        for rule in rules if step.counts else ():
            if not rule.on.when and rule.on.at[0] != step.declared.moment:
                continue
            held = [values for values in step.alternatives(*_known(step, rule.on)) if matches(rule.on.when, values)]
            if any(_moment(rule.on.at, values) for values in held):
                continue
            lacking = finding("step_undated", rule.citation, type=step.type, step=step.id, field=rule.on.at[0])
            for subject in distinct(each for values in held for each in _subjects(values.get(rule.on.person))):
                if (subject, step.id, rule.on.at[0]) not in told:
                    told.add((subject, step.id, rule.on.at[0]))
                    yield Undated(subject, lacking)


def _known(step: Step, on: On) -> list[str]:
    return [name for name in on.fields if name in step.declared.by_name]


def _stated(
    machine: Machine, step: Step, values: Mapping[str, object], until: datetime | None, case_file: CaseFile
) -> Iterator[Stated]:
    if step.type == machine.declared.type:
        yield from _declared(machine, step, values, until)
    rules = [rule for rule in machine.leading_to(step.type) if matches(rule.on.when, values)]
    held = [rule for rule in rules if not rule.on.act_type or _type_of(case_file, values, rule.on) == rule.on.act_type]
    for (at, exact, subject, target), rules in _by_moment(held, values, until).items():
        yield Stated(subject, Occurrence(at, exact, step.type, step.id, tuple(rules), target))


def _type_of(case_file: CaseFile, values: Mapping[str, object], on: On) -> str:
    """The record type of the step that another names."""
    found = case_file.step(str(values.get(on.act) or ""))
    return found.type if found and not found.annulled else ""


_Moment = tuple[datetime, bool, str, str]


def _by_moment(
    held: Iterable[Transition], values: Mapping[str, object], until: datetime | None
) -> Mapping[_Moment, list[Transition]]:
    """The rules that the step fires at each moment, for each person, against each other step."""
    found: dict[_Moment, list[Transition]] = {}
    for rule in held:
        stated = _moment(rule.on.at, values)
        if stated is None or (until is not None and stated[0] > until):
            continue
        for subject in _subjects(values.get(rule.on.person)):
            key = (*stated, subject, str(values.get(rule.on.act) or ""))
            found.setdefault(key, []).append(rule)
    return found


def _declared(machine: Machine, step: Step, values: Mapping[str, object], until: datetime | None) -> Iterator[Stated]:
    stated = _moment(machine.declared.at, values)
    state = values.get(machine.declared.state)
    # A state that the machine does not know, as a forged record may state, leads nowhere.
    known = isinstance(state, str) and state in machine.mildest_first
    if stated is None or not known or (until is not None and stated[0] > until):
        return
    for subject in _subjects(values.get(machine.declared.person)):
        yield Stated(subject, Occurrence(*stated, step.type, step.id, declares=str(state)))


def _moment(fields: Iterable[str], values: Mapping[str, object]) -> tuple[datetime, bool] | None:
    """The first of these fields that is filled: its moment, and whether it is known to the minute."""
    for name in fields:
        found = instant(values.get(name))
        if found is not None:
            return found, not is_day(values.get(name))
    return None


def _subjects(value: object) -> list[str]:
    """The persons that a field names; the case where it names none."""
    if isinstance(value, list):
        return [str(each) for each in value] or [CASE]
    return [value] if isinstance(value, str) and value else [CASE]
