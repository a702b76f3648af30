"""No state, step, time or condition of a transition can change unnoticed: each change turns a worked example red."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from icjims_core.workflow import case_machine, derive, engine, person_machine
from icjims_core.workflow.machine import BEFORE, SAME, Machine, Transition
from tests.core.workflow.examples import MACHINES, examples, outcome
from tests.core.workflow.story import CASE, at, file_of, step
from tests.core.workflow.walks import firing

EXAMPLES = examples()
RULES = [(of, rule) for of, machine in MACHINES.items() for rule in machine.transition]
alter = msgspec.structs.replace


@pytest.mark.parametrize("of", MACHINES)
def test_every_example_comes_out_as_it_is_written(of: str) -> None:
    told = [each for each in EXAMPLES if each.of == of]
    assert [each for each in told if outcome(MACHINES[of], of, each.state, each.steps) != each.outcome] == []
    assert {each.state for each in told} >= set(MACHINES[of].mildest_first) - {"expunged"}


def mutants(machine: Machine, rule: Transition) -> Iterator[tuple[str, Transition]]:
    """The transition with one thing in it changed."""
    on = rule.on
    for source in rule.sources:
        yield f"not from {source}", alter(rule, sources=[each for each in rule.sources if each != source])
    other = next(each for each in machine.mildest_first if each not in (rule.to, *rule.sources))
    yield f"to {other}", alter(rule, to=other)
    if rule.to not in (SAME, BEFORE):
        yield "to the same", alter(rule, to=SAME)
    if rule.presumed_from is not None:
        yield "presumed from anywhere", alter(rule, presumed_from=None)
        for source in rule.presumed_from:
            fewer = [each for each in rule.presumed_from if each != source]
            yield f"not presumed from {source}", alter(rule, presumed_from=fewer)
    for name, wanted in on.when.items():
        left = {key: value for key, value in on.when.items() if key != name}
        yield f"whatever {name}", alter(rule, on=alter(on, when=left))
        several = wanted if isinstance(wanted, list) and len(wanted) > 1 else []
        for value in several:
            fewer = [each for each in several if each != value]
            yield f"not for {name}={value}", alter(rule, on=alter(on, when={**on.when, name: fewer}))
    for time in on.at if len(on.at) > 1 else ():
        yield f"not by {time}", alter(rule, on=alter(on, at=[each for each in on.at if each != time]))
    if on.act_type:
        yield "whatever was taken back", alter(rule, on=alter(on, act_type=""))


TOGETHER = {("suspend_case", "whatever whole_case"), ("suspend", "whatever whole_case")}
"""Two transitions that share a condition between them: they differ only in whom they wait for, which is seen below."""


def noticed(of: str, machine: Machine, rule: Transition, mutant: Transition) -> bool:
    changed = alter(machine, transition=[mutant if each is rule else each for each in machine.transition])
    told = [each for each in EXAMPLES if each.of == of and rule.on.type in each.steps]
    return any(outcome(changed, of, each.state, each.steps) != each.outcome for each in told)


@pytest.mark.parametrize(("of", "rule"), RULES, ids=[f"{of}-{rule.code}" for of, rule in RULES])
def test_no_transition_changes_unnoticed(of: str, rule: Transition) -> None:
    machine = MACHINES[of]
    unseen = [what for what, mutant in mutants(machine, rule) if not noticed(of, machine, rule, mutant)]
    assert [what for what in unseen if (rule.code, what) not in TOGETHER] == []


WAITING = [rule for rule in case_machine().transition if rule.whole]


def after(rule: Transition, source: str, *persons: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The state of a case of two persons after a step about each of these."""
    monkeypatch.setattr(engine, "case_machine", lambda: alter(case_machine(), start=source))
    monkeypatch.setattr(engine, "person_machine", lambda: alter(person_machine(), start=rule.whole[0]))
    opened = [step("case", CASE), step("person", "person-a"), step("person", "person-b")]
    about = [firing(rule, at(f"2026-03-{day:02} 09:00"), each) for day, each in enumerate(persons, 2)]
    return derive(file_of(*opened, *about)).case.state


@pytest.mark.parametrize("rule", WAITING, ids=lambda each: each.code)
def test_a_step_about_one_of_several_moves_the_case_only_with_the_last(
    rule: Transition, monkeypatch: pytest.MonkeyPatch
) -> None:
    for source in rule.sources:
        goal = source if rule.to == SAME else rule.to
        assert after(rule, source, "person-a", monkeypatch=monkeypatch) == source
        assert after(rule, source, "person-a", "person-b", monkeypatch=monkeypatch) == goal
