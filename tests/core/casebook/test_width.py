"""A case book shows the whole procedure: every type, step, transition, deadline, safeguard and breach."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from icjims_core import codes
from icjims_core.deadlines import shipped_rules
from icjims_core.modules import registry
from icjims_core.safeguards import stamps
from icjims_core.workflow import case_machine, person_machine
from icjims_core.workflow.machine import Machine
from tests.core.casebook.survey import Survey, survey

STEPS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("steps.toml").read_text(encoding="utf-8"))
SEED = 11
TWO_ROUNDS = 400
"""Cases in which every rare turn comes twice."""
A_RAION = 2_100
"""Cases of a raion in three years."""
OFTEN = 20
MACHINES = (case_machine(), person_machine())
machines = pytest.mark.parametrize("machine", MACHINES, ids=lambda each: each.states)

# What the law gives no reason for cannot be explained; what the form demands cannot be missing.
UNEXPLAINED = {each.code for each in stamps().stamp if not each.reason}
DEMANDED = {"rights_on_admission", "charge_lawyer", "charge_copy", "dependants"}
MADE_BY_COMMAND = {"signing", "explanation", "sealed_record"}


@cache
def surveyed(count: int) -> Survey:
    return survey(SEED, count, STEPS)


def test_the_expectations_name_every_step_of_the_map_and_what_records_it() -> None:
    assert list(STEPS) == [f"P{number:02}" for number in range(1, 85)]
    for number, types in STEPS.items():
        assert any(number in registry()[name].steps for name in types), number
        for name, wanted in types.items():
            assert wanted.keys() <= registry()[name].by_name.keys(), (number, name)


def test_every_record_type_occurs_but_those_that_a_command_makes() -> None:
    assert {name for name, each in registry().items() if each.command} == MADE_BY_COMMAND
    assert set(registry()) - set(surveyed(TWO_ROUNDS).types) == MADE_BY_COMMAND


@pytest.mark.parametrize("number", STEPS)
def test_every_step_of_the_procedure_occurs(number: str) -> None:
    found = surveyed(TWO_ROUNDS).steps
    assert [name for name in STEPS[number] if not found[number, name]] == []


@machines
def test_every_transition_occurs(machine: Machine) -> None:
    found = surveyed(TWO_ROUNDS).transitions
    assert [each.code for each in machine.transition if not found[machine.states, each.code]] == []


def test_nothing_is_out_of_place_and_only_a_check_before_registration_comes_too_early() -> None:
    found = surveyed(TWO_ROUNDS)
    assert {code for code, _ in found.findings} <= {"step_missing_before"}
    assert {type_ for _, type_ in found.findings} <= {"inspection", "interrogation", "protocol", "expert_examination"}
    assert sum(found.findings.values()) < found.types["case"] // 20


def test_every_kind_of_breach_occurs() -> None:
    assert set(surveyed(TWO_ROUNDS).breaches) == set(codes.code_list("breach_kind").entries)


@pytest.mark.parametrize("rule", sorted({each.id for each in shipped_rules().rules}))
def test_every_deadline_runs(rule: str) -> None:
    assert surveyed(TWO_ROUNDS).rules[rule]


@pytest.mark.parametrize("code", [each.code for each in stamps().stamp])
def test_every_safeguard_is_kept(code: str) -> None:
    assert surveyed(TWO_ROUNDS).stamps[code, "met"]


@pytest.mark.long
@pytest.mark.parametrize("rule", sorted({each.id for each in shipped_rules().rules}))
def test_every_deadline_runs_often_in_three_years(rule: str) -> None:
    assert surveyed(A_RAION).rules[rule] >= OFTEN


@pytest.mark.long
@pytest.mark.parametrize("code", [each.code for each in stamps().stamp])
def test_every_safeguard_is_kept_missed_and_explained_in_three_years(code: str) -> None:
    found = surveyed(A_RAION).stamps
    assert found[code, "met"]
    assert bool(found[code, "missed"] + found[code, "missing"]) is (code not in DEMANDED)
    assert bool(found[code, "explained"]) is (code not in UNEXPLAINED)


@pytest.mark.long
def test_a_raion_has_some_fifty_cases_from_paper_and_some_thirty_records_a_case_besides_visits() -> None:
    found = surveyed(A_RAION)
    visits = found.types["contact"]  # clients of probation come every month for years
    assert found.types["takeover"] in range(90, 116)  # one of the case and one of its person
    assert (sum(found.types.values()) - visits) / found.types["case"] == pytest.approx(29, abs=2)
