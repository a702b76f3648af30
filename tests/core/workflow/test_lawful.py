"""No state, person, condition or need of `actions.toml` can change unnoticed, nor a need of a transition."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec
import pytest

from icjims_core.workflow import case_machine
from icjims_core.workflow.next_steps import Action, Actions, actions
from tests.core.workflow.lawful import BEGINNING, Line, Rules, lines, records

SHIPPED = Rules(actions(), case_machine())
EVERY = 12
"""Of so many changes one is tried in everybody's suite, all in the long trials."""
alter = msgspec.structs.replace
Mutant = tuple[str, frozenset[str], Rules]
"""What is changed, the record types it is about, and the changed rules."""


@cache
def expected() -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for each in lines():
        found.setdefault(each.record, []).append(each)
    return found


def test_every_record_is_lawful_where_it_is_written() -> None:
    assert set(expected()) == set(records())
    assert [each for record in expected() for each in SHIPPED.tell(record)] == lines()


def mutants() -> Iterator[Mutant]:
    rules = actions()
    for at, rule in enumerate(rules.action):
        rest = (rules.action[:at], rules.action[at + 1 :])
        if not set(rule.types) <= {*rules.never_refused}:
            yield f"{at} gone", frozenset(rule.types), changed(rules, *rest)
        for what, mutant in altered(rule) if not set(rule.types) <= {*rules.never_refused} else ():
            yield f"{at} {what}", frozenset(rule.types), changed(rules, *rest, mutant)
    for name in rules.never_refused:
        free = [each for each in rules.never_refused if each != name]
        yield f"{name} refused", frozenset({name}), Rules(alter(rules, never_refused=free), case_machine())
    machine = case_machine()
    for step in machine.transition:
        for need in step.needs:
            other = alter(step, needs=[each for each in step.needs if each != need])
            steps = [other if each is step else each for each in machine.transition]
            yield (
                f"{step.code} needs no {need}",
                frozenset({step.on.type}),
                Rules(rules, alter(machine, transition=steps)),
            )


def changed(rules: Actions, before: list[Action], after: list[Action], *others: Action) -> Rules:
    return Rules(alter(rules, action=[*before, *others, *after]), case_machine())


def altered(rule: Action) -> Iterator[tuple[str, Action]]:
    """The rule with one thing in it gone or another, as far as it says anything that is not said elsewhere too."""
    yield from narrowed(rule)
    for name in ("persons", "needs"):
        several = getattr(rule, name)
        for each in several:
            yield f"no {each}", alter(rule, **{name: [one for one in several if one != each]})
    for name, wanted in rule.when.items():
        yield f"whatever {name}", alter(rule, when={})
        several = wanted if isinstance(wanted, list) else []
        for each in several:
            yield f"not {name}={each}", alter(rule, when={name: [one for one in several if one != each]})
    if any(actions().about(name)[0] is rule for name in rule.types):
        yield "article", alter(rule, article="CPC 1")
        if not all(open_at_first(name) for name in rule.types):
            yield "why", alter(rule, why="needs_step")


def narrowed(rule: Action) -> Iterator[tuple[str, Action]]:
    """The rule without one of its types or of its states."""
    for each in rule.types if len(rule.types) > 1 else ():
        if not all(moved(each, state) for state in rule.states):
            yield f"no {each}", alter(rule, types=[one for one in rule.types if one != each])
    for each in rule.states if len(rule.states) > 1 else ():
        if rule.persons or not all(moved(name, each) for name in rule.types):
            yield f"not in {each}", alter(rule, states=[one for one in rule.states if one != each])


def moved(name: str, state: str) -> bool:
    """Whether a transition says as well that a record is lawful in a state."""
    return any(state in each.sources for each in case_machine().leading_to(name))


def open_at_first(name: str) -> bool:
    """Whether a record is lawful where a case begins, so that no reason is told there."""
    return BEGINNING in expected()[name][0].told.split() or expected()[name][0].kind == "free"


def unnoticed(several: list[Mutant]) -> list[str]:
    return [what for what, types, rules in several if not noticed(types, rules)]


def noticed(types: frozenset[str], rules: Rules) -> bool:
    about = [record for record in expected() if record.partition(" ")[0] in types]
    return any(list(rules.tell(record)) != expected()[record] for record in about)


def test_a_change_here_and_there_is_noticed() -> None:
    assert unnoticed(list(mutants())[::EVERY]) == []


@pytest.mark.long
def test_no_change_goes_unnoticed() -> None:
    assert unnoticed(list(mutants())) == []
