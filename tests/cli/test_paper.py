"""Numbers, paper and hand-over from the command line of a real process."""

from __future__ import annotations

import time
from pathlib import Path

import openpyxl
import pytest

from icjims_core.problem import Refused
from icjims_desktop.cli import stated
from icjims_desktop.cli.parser import parse
from icjims_desktop.services.import_export.takeover_form import CASES, HEADERS
from tests.cli.program import Program

DAY = "2026-03-05"


def test_a_new_case_is_provisional_and_a_doubtful_number_is_told_when_it_is_saved(program: Program) -> None:
    case = program.json("new", "case", "summary=Кража")["id"]
    number = program.json("show", case)["number"]
    assert number["provisional"] is True
    told = program.run("show", case, "--language", "ru")
    assert f"Номер: {number['value']} (временный)" in told.out
    paper = (
        "source=paper",
        "source_document=Талон",
        "paper_date=2026-03-02",
        "paper_issued_by=ИЦ",
        "paper_kept_at=л. 2",
    )
    stated = ("registered_at=2026-03-02 09:15", *paper, "--case", case)
    saved = program.json("new", "register_entry", "register_number=08-999-2026-000412", *stated)
    assert [(each["code"], each["params"]["rule"]) for each in saved["warnings"]] == [("doubtful_number", "body")]
    assert program.json("show", case)["number"] == {"value": "08-999-2026-000412", "provisional": False}
    (doubt,) = program.json("register", "doubts")["doubts"]
    assert (doubt["code"], doubt["cases"]) == ("body", [case])


def test_what_was_sent_and_never_confirmed_is_listed(program: Program) -> None:
    case = program.json("new", "case", "summary=Кража")["id"]
    sent = ("kind=to_court", "to_office=C1", "sent_at=2026-03-02 09:00", "--case", case)
    record = program.json("new", "handover", *sent)["id"]
    assert record in {each["record"] for each in program.json("handovers")["handovers"]}
    assert record in {each["record"] for each in program.json("handovers", "--all")["handovers"]}


def test_a_workbook_is_written_filled_in_checked_and_taken(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "дела.xlsx"
    assert program.json("takeover", "--template", str(path)) == {"file": str(path)}
    book = openpyxl.load_workbook(path)
    sheet = book[CASES]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for name, value in {
        "case_key": "17",
        "case.summary": "Кража",
        "takeover.source": "case_file",
        "takeover.source_document": "Дело № 17",
        "takeover.taken_at": "2026-03-01 09:00",
        "takeover.officer": "следователь",
        "takeover.stage": "investigation",
    }.items():
        sheet.cell(HEADERS + 1, columns[name], value)
    book.save(path)
    checked = program.json("takeover", str(path), "--dry-run")
    assert (checked["cases"], checked["errors"]) == (1, [])
    assert program.json("takeover", str(path))["takeovers"] == 1
    assert program.json("takeover", str(path))["unchanged"] == 2
    sheet.cell(HEADERS + 1, columns["takeover.stage"], "=1+1")
    book.save(path)
    wrong = program.run("takeover", str(path), "--dry-run", "--json")
    assert (wrong.code, wrong.result["errors"][0]["rule"]) == (3, "formula")
    refused = program.run("takeover", str(path), "--json", "--language", "ru")
    assert (refused.code, refused.problem["code"]) == (3, "rows_refused")
    assert f"лист «{CASES}», строка {HEADERS + 1}" in refused.problem["text"]
    assert program.run("takeover", "--json").code == 2


def test_a_journal_and_an_inventory_are_printed(program: Program, tmp_path: Path) -> None:
    program.json("new", "journal_entry", "journal=information", "entry_number=1", f"entry_date={DAY}")
    path = tmp_path / "j.pdf"
    printed = program.json("journal", "information", str(path), "--from", "2026-03-01", "--to", "2026-03-31")
    assert printed == {"file": str(path), "rows": 1, "pages": 1}
    assert path.read_bytes().startswith(b"%PDF-")
    path.write_bytes(b"kept")
    days = ("--from", "2026-03-01", "--to", "2026-03-31")
    again = program.run("journal", "information", str(path), *days, "--json")
    assert (again.code, again.problem["code"], path.read_bytes()) == (3, "file_exists", b"kept")
    assert program.json("journal", "information", str(path), *days, "--force")["rows"] == 1
    unknown = program.run(
        "journal", "diary", str(path), "--force", "--from", "2026-03-01", "--to", "2026-03-31", "--json"
    )
    assert unknown.problem["code"] == "no_such_journal"
    wrong = program.run("journal", "information", str(path), "--from", "март", "--to", "2026-03-31", "--json")
    assert wrong.problem["code"] == "bad_date"
    case = program.json("new", "case", "summary=Кража")["id"]
    assert program.json("inventory", case, str(tmp_path / "i.pdf"))["rows"] == 0


@pytest.mark.parametrize("line", ["journal N F", "inventory C F", "print R F", "letter R F", "takeover --template F"])
def test_every_command_that_writes_a_paper_may_be_told_to_replace_it(line: str) -> None:
    read = parse([*line.split(), *(["--from", "a", "--to", "b"] if line.startswith("journal") else []), "--force"])
    assert read.on("force")


def test_a_file_that_is_there_is_replaced_only_when_that_is_said(tmp_path: Path) -> None:
    there = tmp_path / "f.html"
    assert stated.target(parse(["letter", "R", str(there)])) == there
    there.write_text("kept")
    with pytest.raises(Refused, match="file_exists"):
        stated.target(parse(["letter", "R", str(there)]))
    assert stated.target(parse(["letter", "R", str(there), "--force"])) == there


def test_the_clock_is_confirmed_by_who_knows_the_time(program: Program) -> None:
    program.environment["ICJIMS_LANGUAGE"] = "ru"
    now = time.strftime("%Y-%m-%d %H:%M", time.gmtime(time.time() + 6 * 3600))
    assert program.json("clock", "confirm", now)["trusted"] is True
    assert program.json("clock", "show")["confirmed_at"][:10] == now[:10]
    assert program.run("clock", "confirm", "2020-01-01 00:00", "--json").problem["code"] == "clock_differs"


def test_an_act_is_printed_and_a_file_is_taken_away_again(program: Program, tmp_path: Path) -> None:
    case = program.json("new", "case", "summary=Кража")["id"]
    words = ("ground=no_event", "decided_at=2026-03-07 12:00", "reasons=Нет события, тел. 0555 123456")
    act = program.json("new", "refusal", *words, "--case", case)["id"]
    path = tmp_path / "токтом.pdf"
    copy = ("print", act, str(tmp_path / "көчүрмө.pdf"), "--served-to", "accused")
    assert program.run(*copy, "--json").problem["code"] == "check_free_text"
    shown = program.json("print", act, "--served-to", "accused", "--preview")
    reasons = next(row for part in shown["sections"] for row in part["rows"] if row["text"].startswith("Нет события"))
    assert reasons["look_at"] == ["тел", "0555 123456"]
    assert reasons["label"] in shown["to_read"]
    assert "⟦0555 123456⟧" in program.run("print", act, "--served-to", "accused", "--preview").out
    assert program.run(*copy, "--checked", "0" * 64, "--json").problem["code"] == "paper_changed"
    assert program.json(*copy, "--checked", shown["digest"])["pages"] == 1
    assert program.run("print", act, "--json").problem["code"] == "argument_missing"
    assert program.json("print", act, str(path)) == {"file": str(path), "pages": 1}
    assert path.read_bytes().startswith(b"%PDF")
    sha256 = program.json("attach", act, str(path))["file"]["sha256"]
    assert program.json("detach", act, sha256, "--reason", "Не тот файл")["sha256"] == sha256
    assert program.json("show", act)["fields"]["attachments"]["value"] == []
