"""What a person reads at a terminal: stated times, disputes, stretches of custody, in his language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.program import Program

STATED = 'actual_times:={"at": "2026-09-19 10:00", "source": "person"}'


@pytest.fixture(scope="module")
def apprehension(program: Program) -> str:
    """An apprehension whose release two officers stated differently."""
    case = program.json("new", "case", "summary=Грабёж")["id"]
    person = program.json("new", "person", "surname=Асанов", "--case", case)["id"]
    words = (f"person={person}", "ground=caught", "motive=На месте", STATED)
    made = str(program.json("new", "apprehension", *words, "--case", case)["id"])
    seen = json.dumps(program.json("show", made)["vector"])
    for hour in ("10:00", "18:00"):
        program.json("edit", made, f"released_at=2026-09-20 {hour}", "release_ground=no_need", "--seen", seen)
    return made


@pytest.mark.parametrize(
    ("language", "source"), [("ru", "со слов лица"), ("ky", "адамдын өз сөзү"), ("en", "stated by the person")]
)
def test_a_stated_time_tells_who_stated_it(program: Program, apprehension: str, language: str, source: str) -> None:
    shown = program.run("show", apprehension, "--language", language).out
    assert f"19.09.2026 10:00 ({source})" in shown
    assert "source=" not in shown


def test_a_dispute_tells_who_decides(program: Program, apprehension: str) -> None:
    program.json("explain", apprehension, "release", "--text", "По журналу")
    told = program.run("conflicts", "--language", "ky").out
    assert "чечет: прокурор" in told
    assert ": По журналу" in told


def test_custody_is_told_in_words(program: Program, apprehension: str) -> None:
    case = program.json("show", apprehension)["case"]
    told = program.run("custody", case, "--language", "ru").out
    assert "задержание: 19.09.2026 10:00 – 20.09.2026" in told
    assert " дн., предел 12 мес. (ст. 115(11), 303(3), 303(4) УПК)" in told
    due = program.run("deadlines", case, "--language", "ru").out
    assert "2026-09-1" not in due.replace("2025-08-09", "")


def test_an_annulled_stretch_is_told_with_who_annulled_it(program: Program) -> None:
    case = program.json("new", "case", "summary=Кража")["id"]
    person = program.json("new", "person", "surname=Асанов", "--case", case)["id"]
    held = 'actual_times:={"at": "2026-09-19 10:00", "source": "officer"}'
    apprehension = program.json("new", "apprehension", f"person={person}", held, "is_child=yes", "--case", case)["id"]
    assert " ч, предел 24 ч (ст. 43(2), 100(2) УПК)" in program.run("custody", case, "--language", "ru").out
    program.json("annul", apprehension, "--reason", "Не то лицо")
    told = program.run("custody", case, "--language", "ru").out
    assert "✗ задержание: 19.09.2026 10:00 – …; не считается, аннулировано" in told
    assert told.rstrip().endswith(": Не то лицо")


def test_occupancy_is_a_table_of_figures_without_names(program: Program) -> None:
    case = program.json("new", "case", "summary=Кража")["id"]
    person = program.json("new", "person", "surname=Бейшенов", "sex=male", "--case", case)["id"]
    words = (f"person={person}", "facility=ИВС-7", "admission_decision=admitted", "commitment_document=№ 5")
    admitted = 'admission_times:={"at": "2026-09-19 15:00", "source": "protocol"}'
    explained = "rights_explained_at=2026-09-19 15:10"
    program.json("new", "facility_admission", *words, admitted, explained, "--case", case)
    asked = ("occupancy", "--from", "2026-09-01", "--to", "2026-09-20", "--facility", "ивс-7")
    told = program.run(*asked, "--language", "ru").out
    assert "ИВС-7" in told
    assert "Бейшенов" not in told
    (row,) = program.json(*asked)["occupancy"]
    assert (row["admitted"], row["left"], row["days"], row["present"], row["women"]) == (1, 0, 2, 1, 0)
    refused = program.run("occupancy", "--from", "x", "--to", "2026-09-20", "--json").problem
    assert (refused["code"], refused["params"]["field"]) == ("bad_date", "from")


def test_an_unknown_kind_of_contact_names_the_option(program: Program) -> None:
    refused = program.run("contacts", "--kind", "friend", "--json", "--language", "ru").problem
    assert "«--kind»" in refused["text"]
    assert refused["params"]["list"] == "contact_service"


def test_a_course_tells_what_was_found_and_a_journal_runs_forward(program: Program, tmp_path: Path) -> None:
    case = program.json("new", "case", "summary=Кража", 'received_times:={"at": "2026-09-19 10:00"}')["id"]
    program.json("new", "indictment", "drawn_at=2026-09-20 10:00", "--case", case)
    (found, *_) = program.json("course", case, "--language", "ru")["findings"]
    assert f"! {found['text']}" in program.run("course", case, "--language", "ru").out
    file = tmp_path / "journal.pdf"
    words = ("journal", "incoming", str(file), "--from", "2026-11-30", "--to", "2026-11-01", "--json")
    refused = program.run(*words)
    assert (refused.code, refused.problem["params"]["rule"]) == (3, "before")
    assert not file.exists()


def test_a_unit_without_a_dispute_is_named_by_its_fields(program: Program) -> None:
    case = program.json("new", "case", "summary=Кража")["id"]
    words = ("resolve", case, "qualification", "--value:={}", "--reason", "x", "--json", "--language", "ru")
    refused = program.run(*words).problem
    assert refused["code"] == "no_conflict"
    assert "qualification" not in refused["text"]
    assert "Статья УК" in refused["text"]
