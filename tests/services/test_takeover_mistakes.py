"""A workbook of a take-over and what is wrong in it are told so that a clerk mends the sheet by herself."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest

from icjims_core.problem import Refused
from icjims_desktop.services.import_export import takeover_form
from icjims_desktop.services.import_export.takeover_form import CASES, HEADERS, PERSONS
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau
from tests.services.test_takeover import CASE, PERSON, filled, mistakes


@pytest.fixture
def officer(bureau: Bureau) -> Workspace:
    return bureau.open("sydykov", "investigator")


def test_mistakes_name_sheet_row_column_and_field_and_nothing_is_recorded(officer: Workspace, tmp_path: Path) -> None:
    second = {**CASE, "case_key": "18", "takeover.stage": "нет такой", "takeover.officer": None}
    path = filled(
        tmp_path,
        officer,
        (CASES, CASE),
        (CASES, second),
        (CASES, {**CASE, "case_key": "19", "case.summary": "=1+1"}),
        (CASES, CASE),
        (PERSONS, {**PERSON, "case_key": "404"}),
        (PERSONS, {**PERSON, "person_key": 2, "person.surname": None}),
        (PERSONS, {**PERSON, "person_key": 3, "takeover.custody_segments": "тюрьма с марта"}),
        (PERSONS, {**PERSON, "person_key": None}),
    )
    found = {(each["sheet"], each["row"]): each for each in mistakes(officer, path)}
    first = HEADERS + 1
    assert {place: each["rule"] for place, each in found.items()} == {
        (CASES, first + 1): "code",
        (CASES, first + 2): "formula",
        (CASES, first + 3): "twice",
        (PERSONS, first): "no_case",
        (PERSONS, first + 1): "required",
        (PERSONS, first + 2): "pattern",
        (PERSONS, first + 3): "key",
    }
    stage = found[CASES, first + 1]
    assert (stage["field"], stage["column"]) == ("takeover.stage", "H")
    assert "Стадия дела" in stage["text"]
    kyrgyz = mistakes(officer, path, "ky")
    assert any("Иштин баскычы" in each["text"] for each in kyrgyz)
    assert not any("Номер лица" in each["text"] for each in kyrgyz)
    with pytest.raises(Refused) as problem:
        officer.takeover.take(path)
    assert (problem.value.code, problem.value.params["count"]) == ("rows_refused", 8)
    assert officer.records.list("case")["records"] == []
    assert officer.records.list("takeover")["records"] == []


def test_the_template_marks_what_every_row_fills_and_says_how_dates_are_written(
    officer: Workspace, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(filled(tmp_path, officer))
    heads = {
        cell.value: sheet.cell(3, cell.column).value for sheet in (book[CASES], book[PERSONS]) for cell in sheet[1]
    }
    marked = {name for name, title in heads.items() if " *" in str(title)}
    assert {"takeover.officer", "takeover.person_state", "takeover.stage", "person.surname"} <= marked
    assert not {"takeover.article", "person.birth_date", "participant.age_at_act"} & marked
    assert heads["person.birth_date"] == "Дата рождения\n(дата, например 31.12.2026)"
    assert "31.12.2026 14:05" in str(heads["takeover.taken_at"])
    assert "custody 2026-03-01T10:00/" in str(heads["takeover.custody_segments"])
    # A row that fills what is marked, and that alone, is taken.
    case = {name: each for name, each in CASE.items() if name in marked or name == "case_key"}
    person = {name: each for name, each in PERSON.items() if name in marked or name in ("case_key", "person_key")}
    path = filled(tmp_path, officer, (CASES, case), (PERSONS, {**person, "takeover.person_state": "witness"}))
    assert mistakes(officer, path) == []


@pytest.mark.parametrize(
    ("language", "title", "blank", "wanted"),
    [
        ("ky", "Маалыматты ырастаган", "Уяча бош.", "Керек: "),
        ("ru", "Должностное лицо", "Ячейка пуста.", "Нужно: "),
        ("en", "Officer who vouches", "The cell is empty.", "Expected: "),
    ],
)
def test_a_mistake_says_row_title_what_was_found_and_what_is_expected_once(
    officer: Workspace, tmp_path: Path, language: str, title: str, blank: str, wanted: str
) -> None:
    case = {**CASE, "takeover.officer": None, "takeover.term_until": "конец ноября", "takeover.stage": "на следствии?"}
    people = [(PERSONS, {**PERSON, "person_key": number, "person.sex": "муж"}) for number in range(1, 31)]
    found = {
        each["field"]: each for each in mistakes(officer, filled(tmp_path, officer, (CASES, case), *people), language)
    }
    assert set(found) == {"takeover.officer", "takeover.term_until", "takeover.stage", "person.sex"}
    officer_cell, term, sex = (found[each] for each in ("takeover.officer", "takeover.term_until", "person.sex"))
    assert (officer_cell["sheet"], officer_cell["row"], officer_cell["rows"]) == (CASES, HEADERS + 1, [HEADERS + 1])
    assert officer_cell["column"] == "G"
    assert officer_cell["title"].startswith(title)
    assert blank in officer_cell["text"]
    assert (term["found"], "31.12.2026" in term["text"], "конец ноября" in term["text"]) == ("конец ноября", True, True)
    assert wanted in term["text"]
    assert sex["rows"] == [HEADERS + number for number in range(1, 31)]
    assert sex["text"].count("муж") >= 1
    assert f"{HEADERS + 2}, {HEADERS + 3}" in sex["text"]
    assert takeover_form.LISTS in found["takeover.stage"]["text"]


def test_what_a_person_has_from_the_row_of_his_case_is_wrong_there_and_once(officer: Workspace, tmp_path: Path) -> None:
    tomorrow = datetime.datetime(2099, 1, 1, 9, 0)  # noqa: DTZ001 - as cells hold it
    people = [(PERSONS, {**PERSON, "person_key": number}) for number in range(1, 4)]
    path = filled(tmp_path, officer, (CASES, {**CASE, "takeover.taken_at": tomorrow}), *people)
    (found,) = mistakes(officer, path)
    assert (found["sheet"], found["field"], found["rule"]) == (CASES, "takeover.taken_at", "future")
    assert (found["column"], found["found"]) == ("F", "01.01.2099 09:00")
