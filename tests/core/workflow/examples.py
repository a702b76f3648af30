"""Worked examples of single transitions, one a line: in which state a step is recorded, and what comes of it.

`machine  state  step [; step …]  outcome`, apart by tabs. A step is its record type with what it states: `field` alone
is a time, `field=value` anything else, `@1` the first step of the line. The outcome is the state that follows, with the
findings that are told.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import msgspec

from icjims_core import codes
from icjims_core.declarations.schema import Kind, Merge
from icjims_core.encoding import Value
from icjims_core.law.casefile import Step
from icjims_core.modules import registry
from icjims_core.workflow import case_machine, person_machine
from icjims_core.workflow.course import course
from icjims_core.workflow.machine import BEFORE, Machine, Transition
from icjims_core.workflow.occurrences import readings, undated
from tests.core.workflow.story import CASE, at, file_of, step, ts

EXAMPLES = Path(__file__).with_name("examples.tsv")
MACHINES = {"case": case_machine(), "person": person_machine()}
PERSON = "person-a"
FIRST = at("2026-03-02 09:00")
BESIDE = (
    ("case", "investigation", "suspension decided_at whole_case=yes person=person-a"),
    ("case", "suspended", "suspension decided_at whole_case=yes person=person-a"),
)
"""Situations that no single transition asks for: a time of one that another does not need."""


@dataclass(frozen=True, slots=True)
class Example:
    """One line of the file."""

    of: str
    state: str
    steps: str
    outcome: str


def examples() -> list[Example]:
    """The examples of the file."""
    return [Example(*line.split("\t")) for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]


def outcome(machine: Machine, of: str, state: str, steps: str) -> str:
    """What comes of steps that are recorded in a state, a day apart."""
    recorded = [_step(of, words.split(), number) for number, words in enumerate(steps.split(" ; "))]
    file = file_of(step("case", CASE), *recorded)
    begun = msgspec.structs.replace(machine, start=state)
    met = []
    for each in recorded:
        met += [stated.occurrence for stated in readings(begun, each, file, None)[0]]
    found = course(begun, met)
    told = {each.code for each in (*found.findings, *(each.finding for each in undated(begun, file)))}
    return " ".join([found.state, *sorted(told)])


def _step(of: str, words: Sequence[str], number: int) -> Step:
    declared = registry()[words[0]]
    moment = ts(FIRST + timedelta(days=number))
    values: dict[str, Value] = {}
    for word in words[1:]:
        name, _, stated = word.partition("=")
        several = declared.by_name[name].merge is Merge.SET
        value: Value = {"@1": "step-0", "@case": CASE}.get(stated, stated) or moment
        if declared.by_name[name].kind is Kind.DATE:
            value = str(value)[:10]
        values[name] = [str(value)] if several else value
    if of == "person" and "person" in declared.by_name and declared.by_name["person"].merge is Merge.REGISTER:
        values.setdefault("person", PERSON)
    return step(words[0], f"step-{number}", **values)


def written() -> Iterator[str]:
    """The lines that the rules as they stand give: each way into each transition, and each way past it."""
    seen: set[tuple[str, str, str]] = set()
    for of, state, steps in BESIDE:
        yield "\t".join((of, state, steps, outcome(MACHINES[of], of, state, steps)))
    for of, machine in MACHINES.items():
        for rule in machine.transition:
            for state, steps in _situations(machine, rule):
                if (of, state, steps) not in seen:
                    seen.add((of, state, steps))
                    yield "\t".join((of, state, steps, outcome(machine, of, state, steps)))


def _situations(machine: Machine, rule: Transition) -> Iterator[tuple[str, str]]:
    first = _before(machine, rule) if rule.to == BEFORE or rule.on.act_type else None
    for steps in _variants(rule):
        if first is not None:
            state, words = first
            yield state, f"{words} ; {steps}"
        for state in (*rule.sources, machine.start, *(rule.presumed_from or ())):
            yield state, steps


def _before(machine: Machine, rule: Transition) -> tuple[str, str] | None:
    """A step that the rule takes back, and the state in which it is recorded."""
    wanted = (
        rule.on.act_type or str(rule.on.when.get("target_type", "")) or {"receive_transfer": "handover"}.get(rule.code)
    )
    for each in machine.transition:
        named = each.on.type == wanted if wanted else each.on.type == rule.on.type and not each.back
        if named and each.to in rule.sources:
            return each.sources[0], next(_variants(each))
    return None


def _variants(rule: Transition) -> Iterator[str]:
    """The step as the rule wants it, with each of its times and each of its values; then with each condition broken."""
    usual = {name: wanted[0] if isinstance(wanted, list) else wanted for name, wanted in rule.on.when.items()}
    for time in rule.on.at:
        yield _words(rule, time, usual)
    for name, wanted in rule.on.when.items():
        for value in wanted if isinstance(wanted, list) else [wanted]:
            yield _words(rule, rule.on.at[0], {**usual, name: value})
        for other in _others(rule, name, wanted):
            yield _words(rule, rule.on.at[0], {**usual, name: other})
    yield _words(rule, "", {name: value for name, value in usual.items() if name not in rule.on.at})


def _others(rule: Transition, name: str, wanted: object) -> list[str]:
    """Values that the condition does not allow: the first and the last of the list, and none."""
    listed = registry()[rule.on.type].by_name[name].codes
    allowed = wanted if isinstance(wanted, list) else [wanted]
    several = [each for each in codes.code_list(listed).entries if each not in allowed] if listed else []
    none = ["-"] if "-" not in allowed else []
    return none if "*" in allowed else [*several[:1], *several[-1:], *none]


def _words(rule: Transition, time: str, when: Mapping[str, object]) -> str:
    declared = registry()[rule.on.type]
    words = [rule.on.type, *([time] if time else [])]
    for name, value in when.items():
        if value == "*":
            words += [name] if declared.by_name[name].kind is Kind.TIMESTAMP else [f"{name}={PERSON}"]
        elif value != "-":
            words.append(f"{name}={value}")
    if rule.on.act:
        words.append(f"{rule.on.act}=@1")
    return " ".join(dict.fromkeys(words))


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in written())
