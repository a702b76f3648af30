"""A clock that cannot be right makes every due date doubtful until an officer confirms it, and until the next doubt."""

from __future__ import annotations

from typing import Any

import pytest

from icjims_core.problem import Refused
from icjims_desktop.services import identifiers
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, new_case, new_person
from tests.services.test_procedure import held

MINUTE = 60_000


@pytest.fixture
def officer(bureau: Bureau) -> Workspace:
    return bureau.open("sydykov", "investigator")


def local(milliseconds: int) -> str:
    """The time as an officer in Bishkek reads it from his watch."""
    return identifiers.moment_text(milliseconds + 6 * 60 * MINUTE)[:16].replace("T", " ")


def doubted(workspace: Workspace, case: bytes) -> bool:
    found: Any = workspace.procedure.deadlines(case, "ru", every=True)["deadlines"]
    (said,) = {each["clock_uncertain"] for each in found}
    workspace.standings.catch_up()
    kept = {each.uncertain for _, entries in workspace.standings.kept().values() for each in entries}
    assert kept == {said}
    return bool(said)


def test_the_officers_word_ends_the_doubt_until_the_next_one(bureau: Bureau, officer: Workspace) -> None:
    case = new_case(officer)
    held(officer, case)
    assert not doubted(officer, case)
    bureau.time -= 30 * MINUTE
    assert doubted(officer, case)
    assert officer.timekeeping.document()["reason"] == "before_last_act"
    told = officer.timekeeping.confirm(local(bureau.time + 2 * MINUTE))
    assert (told["trusted"], told["confirmed_at"]) == (True, local(bureau.time))
    assert not doubted(officer, case)
    event = bureau.audit(officer)
    (confirmed,) = [each for each in event if each["event"] == "clock_confirmed"]
    assert (confirmed["user"], confirmed["reason"]) == ("sydykov", "before_last_act")
    assert confirmed["device_at"] == bureau.time
    officer.close()
    again = bureau.again("sydykov")
    assert not doubted(again, case)
    bureau.time -= MINUTE
    assert doubted(again, case)


def test_an_act_newer_than_all_that_were_known_is_another_doubt(bureau: Bureau, officer: Workspace) -> None:
    case = new_case(officer)
    held(officer, case)
    bureau.time -= 30 * MINUTE
    officer.timekeeping.confirm(local(bureau.time))
    colleague = bureau.open("asanov", "investigator")
    bureau.exchange()
    assert not doubted(officer, case)
    bureau.time += 90 * MINUTE
    new_person(colleague, case, "name=Свидетель")
    bureau.exchange()
    bureau.time -= 80 * MINUTE
    assert doubted(officer, case)


def test_a_wrong_clock_is_not_confirmed(bureau: Bureau, officer: Workspace) -> None:
    case = new_case(officer)
    held(officer, case)
    bureau.time -= 30 * MINUTE
    with pytest.raises(Refused) as problem:
        officer.timekeeping.confirm(local(bureau.time + 6 * MINUTE))
    assert problem.value.code == "clock_differs"
    with pytest.raises(Refused, match="bad_date"):
        officer.timekeeping.confirm("вчера")
    assert doubted(officer, case)


def test_a_jump_against_the_time_that_has_passed_is_noticed_and_confirmed(bureau: Bureau, officer: Workspace) -> None:
    case = new_case(officer)
    held(officer, case)
    passed = 1000.0
    watched = Workspace(officer.store, lambda: passed)
    bureau.time += 10 * MINUTE
    passed += 600
    assert not doubted(watched, case)
    bureau.time += 6 * MINUTE
    assert doubted(watched, case)
    assert watched.timekeeping.document()["reason"] == "clock_jumped"
    watched.timekeeping.confirm(local(bureau.time))
    assert not doubted(watched, case)
