"""Rights on the command line as a process: liberty, purposes, the log; sentences in three languages."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.cli.program import Program
from tests.services.bureau import Bureau, new_case, text

ACTUAL = 'actual_times:={"at": "2026-09-19 10:00", "source": "officer"}'


def office(root: Path, login: str, role: str) -> Program:
    """The program on the store of one person."""
    bureau = Bureau(root)
    bureau.open(login, role)
    bureau.close()
    return Program(root / login, root / "state")


def taken(officer: Workspace) -> str:
    """A case that an officer has accepted."""
    case = new_case(officer)
    words = ("kind=single", "officer=Осмонов", "login=aida", "accepted_at=2026-09-01 09:00")
    officer.records.new("acceptance", assignments.parse(words), case=case)
    return text(case)


@pytest.fixture(scope="module")
def clerk(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return office(tmp_path_factory.mktemp("clerk"), "aida", "clerk")


def test_a_clerk_explains_and_does_not_decide_about_liberty(clerk: Program) -> None:
    case = clerk.json("new", "case", "summary=Кража")["id"]
    person = clerk.json("new", "person", "surname=Асанов", "--case", case)["id"]
    words = (f"person={person}", "ground=caught", "motive=На месте", ACTUAL)
    record = clerk.json("new", "apprehension", *words, "--case", case)["id"]
    seen = json.dumps(clerk.json("show", record)["vector"])
    for hour in ("10:00", "18:00"):
        clerk.json("edit", record, f"released_at=2026-09-20 {hour}", "release_ground=no_need", "--seen", seen)
    conflicts = clerk.run("conflicts", "--json")
    assert conflicts.code == 4
    (found,) = conflicts.result["conflicts"]
    assert (found["unit"], found["decided_by"], found["may_resolve"]) == ("release", "prosecutor", False)
    resolve = ("resolve", record, "released_at", "--take", found["siblings"][0]["dot"], "--reason", "x")
    refused = clerk.run(*resolve, "--json", "--language", "ky")
    assert (refused.code, refused.problem["code"]) == (3, "may_not_resolve")
    assert refused.problem["params"]["article"] == "CPC 34(2), 35(1)"
    assert "прокурор чечет" in refused.problem["text"]
    assert clerk.run("explain", record, "release", "--json").problem["code"] == "reason_required"
    made = clerk.json("explain", record, "released_at", "--text", "Журнал заполнен позже")
    assert made.keys() == {"id", "dot", "revision"}
    (again,) = clerk.run("conflicts", "--json").result["conflicts"]
    assert [each["text"] for each in again["explanations"]] == ["Журнал заполнен позже"]
    assert clerk.run("edit", made["id"], "text=Иначе", "--json").problem["code"] == "made_by_command"


def test_the_log_is_not_a_clerks(clerk: Program) -> None:
    refused = clerk.run("log", "--json")
    assert (refused.code, refused.problem["code"]) == (3, "may_not_read_log")


def test_an_auditor_reads_the_log(tmp_path: Path) -> None:
    auditor = office(tmp_path, "auditor", "auditor")
    english = replace(auditor, environment=auditor.environment | {"ICJIMS_LANGUAGE": "en"})
    auditor.json("search", "кража", "--purpose", "supervision: план проверок")
    events = auditor.json("log", "--of", "auditor")["events"]
    assert {each["event"] for each in events} >= {"search"}
    assert all(each["user"] == "auditor" for each in events)
    assert auditor.json("log")["events"][-1]["event"] == "log"
    assert auditor.json("log", "--from", "2020-01-01", "--to", "2020-12-31") == {"where": "workstation", "events": []}
    bad = auditor.run("log", "--from", "yesterday", "--json")
    assert (bad.code, bad.problem["code"]) == (3, "bad_date")
    assert "search" in english.run("log").out


def test_outside_ones_own_cases_a_purpose_is_asked_for(tmp_path: Path) -> None:
    bureau = Bureau(tmp_path)
    officer, _ = bureau.open("aida", "investigator"), bureau.open("bakyt", "investigator")
    case = taken(officer)
    bureau.exchange()
    bureau.close()
    colleague = Program(tmp_path / "bakyt", tmp_path / "state")
    refused = colleague.run("show", case, "--json")
    assert (refused.code, refused.problem["code"]) == (3, "purpose_required")
    assert "supervision" in refused.problem["params"]["codes"]
    looks = ("show", "case", "history", "course", "next", "safeguards", "custody", "deadlines")
    lines = [f"{each} {case}" for each in looks] + ["list case", "search 'Кража телефона'", "conflicts"]
    lines += ["list case --purpose supervision", f"show {case} --purpose 'supervision: жалоба'"]
    lines += [f"{each} {case}" for each in looks] + ["list case"]
    answers = [json.loads(line) for line in colleague.run("shell", stdin="\n".join(lines)).out.splitlines()]
    assert [each["problem"]["code"] for each in answers[:8]] == ["purpose_required"] * 8
    assert [each["result"].get("withheld") for each in answers[8:11]] == [None] * 3
    assert [len(answers[at]["result"]["records"]) for at in (8, 11)] == [1, 1], "what colleagues have is listed"
    assert [each["exit"] for each in answers[12:]] == [0] * 10
    assert len(answers[-1]["result"]["records"]) == 1
    out = tmp_path / "out.jsonl"
    assert colleague.run("export", "--type", "case", str(out), "--json").problem["code"] == "purpose_required"
    assert not out.exists()
    assert colleague.json("export", "--type", "case", str(out), "--purpose", "supervision")["exported"] == 1
    assert Program(tmp_path / "aida", tmp_path / "state").json("show", case)["id"] == case
