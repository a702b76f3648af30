"""1,000 random histories: the same steps give the same states and ledgers in whatever order they were entered."""

from __future__ import annotations

import pytest

from icjims_core.custody import ledger
from icjims_core.law.casefile import CaseFile, case_file
from icjims_core.workflow import case_machine, derive, person_machine
from tests.core.workflow.histories import PERSONS, entered_otherwise, history
from tests.core.workflow.story import CASE, at

NOW = at("2028-01-01 00:00")
HISTORIES = 1_000
CHUNK = 100
RETURNED = 5162
"""The first of the histories in which the prosecutor returns a case, the rarest of all turns."""


def summary(found: CaseFile) -> object:
    """What is derived, without the ids under which the steps happen to stand."""
    states = derive(found, NOW)
    every = {"": states.case, **states.persons}
    courses = {
        name: (one.states, [(each.at, each.state, each.transition) for each in one.acted.passages])
        for name, one in every.items()
    }
    findings = sorted(each.code for one in every.values() for each in one.findings)
    accounts = {person: ledger([found], person, NOW).acted for person in PERSONS}
    held = {
        person: (
            [(each.kind, each.began, each.ended, each.until) for each in one.segments],
            one.pretrial,
            one.court,
            one.credit,
            sorted(each.code for each in one.findings),
        )
        for person, one in accounts.items()
    }
    return courses, findings, held


@pytest.mark.parametrize("first", range(0, HISTORIES, CHUNK))
def test_the_order_of_entry_changes_nothing(first: int) -> None:
    for seed in range(first, first + CHUNK):
        steps = history(seed)
        expected = summary(case_file(CASE, steps))
        assert summary(entered_otherwise(steps, seed)) == expected, seed


@pytest.mark.parametrize("first", range(0, HISTORIES, CHUNK))
def test_annulled_steps_do_not_count(first: int) -> None:
    # A person whom acts name stays all the same.
    for seed in range(first, first + CHUNK, 5):
        steps = history(seed)
        standing = [each for each in steps if not each.annulled or each.type == "person"]
        assert summary(case_file(CASE, steps)) == summary(case_file(CASE, standing)), seed


def test_the_histories_reach_every_state() -> None:
    reached: dict[str, set[str]] = {"case": set(), "person": set()}
    for seed in (*range(HISTORIES), RETURNED):
        states = derive(case_file(CASE, history(seed)), NOW)
        reached["case"] |= {each.state for each in states.case.acted.passages}
        for one in states.persons.values():
            reached["person"] |= {each.state for each in one.acted.passages}
    assert reached["case"] | {case_machine().start} >= set(case_machine().mildest_first)
    assert reached["person"] | {person_machine().start} >= set(person_machine().mildest_first)


def test_time_in_custody_never_exceeds_the_time_between_first_and_last() -> None:
    for seed in range(0, HISTORIES, 3):
        found = case_file(CASE, history(seed))
        for person in PERSONS:
            account = ledger([found], person, NOW).acted
            if account.segments:
                assert account.custody <= NOW - min(each.began for each in account.segments)
                assert sum(each.ended is None for each in account.segments) <= 1


def test_the_histories_hold_conflicts() -> None:
    disputed = [derive(case_file(CASE, history(seed)), NOW) for seed in range(0, HISTORIES, 5)]
    readings = [len(one.readings) for each in disputed for one in (each.case, *each.persons.values())]
    assert sum(count > 1 for count in readings) >= 10
