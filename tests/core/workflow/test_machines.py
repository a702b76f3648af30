"""The machines are whole: every state is reached and left, every transition fires, every name resolves."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from icjims_core import codes
from icjims_core.workflow import case_machine, derive, person_machine, transitions_of
from icjims_core.workflow.course import Course
from icjims_core.workflow.machine import BEFORE, SAME, Machine, Transition
from tests.core.workflow.story import CASE, at, file_of, step
from tests.core.workflow.walks import PERSON, firing, way_to

MACHINES = {"case": case_machine(), "person": person_machine()}
RULES = [
    (of, rule, source) for of, machine in MACHINES.items() for rule in machine.transition for source in rule.sources
]
STATES = [(of, state) for of, machine in MACHINES.items() for state in codes.code_list(machine.states).entries]
UNDATED = "step_undated"


def drive(of: str, rules: list[Transition]) -> tuple[Course, list[str]]:
    """The course after a step for each of these rules, a day apart; and the findings on it."""
    moment = at("2026-01-05 09:00")
    steps = [step("case", CASE)]
    if of == "person":
        steps.append(step("person", PERSON))
    moved = ""
    for number, rule in enumerate(rules):
        steps.append(firing(rule, moment, PERSON if of == "person" else "", moved, f"step-{number:02}"))
        moved = steps[-1].id if rule.to not in (SAME, BEFORE) else moved
        moment += timedelta(days=1)
    states = derive(file_of(*steps))
    found = states.case if of == "case" else states.persons[PERSON]
    assert not found.in_conflict
    return found.acted, [each.code for each in found.findings if each.code != UNDATED]


@pytest.mark.parametrize(("of", "state"), STATES, ids=str)
def test_every_state_is_reached_by_recorded_steps(of: str, state: str) -> None:
    way = list(way_to(MACHINES[of], state))
    found, findings = drive(of, way)
    assert found.state == state
    assert findings == []


@pytest.mark.parametrize(("of", "state"), STATES, ids=str)
def test_every_state_but_the_final_ones_is_left(of: str, state: str) -> None:
    machine = MACHINES[of]
    leaving = [rule for rule in machine.transition if state in rule.sources and rule.to not in (SAME, state)]
    assert bool(leaving) is (state not in machine.final or bool(leaving))
    assert leaving or state in machine.final


@pytest.mark.parametrize(
    ("of", "rule", "source"), RULES, ids=[f"{of}-{rule.code}-{source}" for of, rule, source in RULES]
)
def test_every_transition_fires_from_each_of_its_states(of: str, rule: Transition, source: str) -> None:
    machine = MACHINES[of]
    way = list(way_to(machine, source))
    if rule.to == BEFORE:
        way = taken_back(machine, rule, way)
    before, _ = drive(of, way)
    found, findings = drive(of, [*way, rule])
    assert before.state == source
    assert findings == []
    if rule.to == SAME:
        assert found == before
    elif rule.to == BEFORE:
        assert found.state == before.passages[-2].state if len(before.passages) > 1 else machine.start
    else:
        assert (found.state, found.passages[-1].transition) == (rule.to, rule.code)


def taken_back(machine: Machine, rule: Transition, way: list[Transition]) -> list[Transition]:
    """The way with its last step of the kind that the rule takes back."""
    wanted = rule.on.act_type or {"reopen_termination": "termination"}.get(rule.code, "")
    if not wanted or way[-1].on.type == wanted:
        return way
    kind = next(
        each for each in machine.transition if each.on.type == wanted and each.to == way[-1].to and not each.back
    )
    return [*way_to(machine, kind.sources[0]), kind]


@pytest.mark.parametrize("machine", MACHINES.values(), ids=MACHINES)
def test_codes_stand_once_and_every_state_has_its_place_among_readings_in_conflict(machine: Machine) -> None:
    states = list(codes.code_list(machine.states).entries)
    named = [each.code for each in machine.transition]
    assert len(named) == len(set(named))
    assert sorted(machine.mildest_first) == sorted(states)
    used = {state for each in machine.transition for state in (*each.sources, each.to)} - {SAME, BEFORE}
    assert used == set(states)


def test_a_misspelt_key_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="artikel"):
        msgspec.convert({"code": "x", "from": [], "to": "y", "artikel": "1"}, Transition)


def test_only_a_charge_makes_an_accused() -> None:
    leading = {each.on.type for each in person_machine().transition if each.to == "accused" and not each.back}
    assert leading == {"charge"}


def test_programs_outside_read_the_transitions_of_a_type() -> None:
    found = transitions_of("initiation")
    assert {(each["of"], each["to"]) for each in found} >= {("case", "investigation"), ("person", "suspect")}
    assert all(each["article"] for each in found)
