"""A report without the time of its receipt is told at saving and on the page of its case, with what to state."""

from __future__ import annotations

import pytest

from icjims_core.problem import Problem
from icjims_core.problem_texts import problem_parts
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, edit, new_case, new_person, text
from tests.services.offices import make

CODE = "receipt_not_stated"


@pytest.fixture
def officer(bureau: Bureau) -> Workspace:
    return bureau.open("aida", "investigator")


def told(workspace: Workspace, case: bytes) -> list[Problem]:
    """What is advised at saving and what the page of the case tells: the same."""
    saved = [each for each in workspace.advice.after_saving(case, "ru", made=False) if each.code == CODE]
    noticed = [each for each in workspace.cases.file(case, "ru").noticed if each.problem.code == CODE]
    assert [each.params for each in saved] == [each.problem.params for each in noticed]
    assert all(each.record == text(case) for each in noticed)
    return saved


def test_a_report_without_the_time_of_its_receipt_is_told_until_it_is_stated(officer: Workspace) -> None:
    case = new_case(officer)
    (problem,) = told(officer, case)
    for language, field in (("ru", "Сведения о времени приёма"), ("ky", "Кабыл алуу убактысы"), ("en", "time of rec")):
        words = problem_parts(problem, language)
        assert field in words.todo.replace("Statements on the ", "")
    assert "ст. 145(1), 147(1) УПК" in problem_parts(problem, "ru").happened
    edit(officer, case, "received_times+=2026-09-01 09:00")
    assert told(officer, case) == []


def test_whom_no_report_reaches_is_not_asked_when_it_came(bureau: Bureau) -> None:
    for role in ("probation_officer", "penitentiary_officer", "court_clerk"):
        workspace = bureau.open(role, role)
        assert told(workspace, new_case(workspace)) == []


def test_of_another_record_and_of_a_case_taken_over_from_paper_nothing_is_told(officer: Workspace) -> None:
    case = new_case(officer)
    person = new_person(officer, case)
    assert CODE not in {each.code for each in officer.advice.after_saving(person, "ru", made=True)}
    words = ("source=case_file", "officer=О", "taken_at=2026-09-01 09:00", "stage=investigation")
    make(officer, "takeover", case, *words)
    assert told(officer, case) == []
