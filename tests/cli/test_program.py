"""The command line as a process: documents of the contract, problems on standard error, exit codes."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.services.bureau import PASSWORD


@pytest.fixture(scope="module")
def case(program: Program) -> str:
    """A case that every test of this file may use."""
    made = program.json("new", "case", "summary=Кража", "notes=первая", "received_times+=2026-03-07 12:00")
    assert made.keys() == {"id", "dot", "revision"}
    return str(made["id"])


def test_records_go_their_way(program: Program, case: str) -> None:
    made = program.json("new", "person", "surname=Токтогулов", 'aliases:=["Бек"]', "--case", case)
    person, vector = made["id"], program.json("show", made["id"])["vector"]
    edited = program.json("edit", person, "name=Азамат", "aliases+=Аза", "--seen", json.dumps(vector), "--reason", "-")
    shown = program.json("--data-dir", str(program.data), "show", person)
    assert shown["fields"]["aliases"] == {"value": ["Аза", "Бек"]}
    assert shown["vector"] == {edited["dot"].partition(":")[0]: int(edited["dot"].partition(":")[2])}
    history = program.json("history", person)["revisions"]
    assert [(each["id"], each["signature"]) for each in history] == [
        (made["revision"], "valid"),
        (edited["revision"], "valid"),
    ]
    assert [each["id"] for each in program.json("case", case)["records"]] == [case, person]
    assert program.json("list", "person", "aliases=Бек", "--limit", "5")["records"] == [shown]
    assert program.json("search", "азамат")["hits"][0]["id"] == person
    assert program.json("conflicts") == {"conflicts": []}
    program.json("annul", person, "--reason", "двойник")
    refused = program.run("edit", person, "name=Б", "--json")
    assert (refused.code, refused.problem["code"]) == (3, "annulled")
    program.json("annul", person, "--undo", "--reason", "не двойник")


def test_a_conflict_ends_with_four_and_is_resolved(program: Program, case: str) -> None:
    vector = json.dumps(program.json("show", case)["vector"])
    for article in ("205", "206"):
        program.json("edit", case, f"article={article}", "--seen", vector)
    found = program.run("conflicts", "--json")
    assert found.code == 4
    (conflict,) = found.result["conflicts"]
    refused = program.run("edit", case, "part=1", "--json")
    assert (refused.code, refused.problem["code"]) == (3, "unit_in_conflict")
    assert refused.problem["params"]["field"] == "part"
    without = program.run("resolve", case, "article", "--take", conflict["siblings"][0]["dot"], "--json")
    assert (without.code, without.problem["code"]) == (3, "reason_required")
    incomplete = program.run("resolve", case, "article", '--value:={"article":"205"}', "--reason", "x", "--json")
    assert (incomplete.code, incomplete.problem["code"]) == (3, "unit_incomplete")
    program.json("resolve", case, "article", "--take", conflict["siblings"][0]["dot"], "--reason", "по делу")
    assert program.json("show", case)["fields"]["article"] == {"value": conflict["siblings"][0]["values"]["article"]}
    assert program.json("conflicts") == {"conflicts": []}


@pytest.mark.parametrize(
    ("line", "code", "problem"),
    [
        (["bogus"], 2, "unknown_command"),
        (["new", "case", "no assignment"], 2, "bad_assignment"),
        (["list", "case", "--limit", "none"], 2, "bad_number"),
        (["resolve", "x", "y", "--reason", "z"], 3, "not_found"),
        (["new", "case", "summary:={"], 3, "bad_json"),
        (["new", "nothing"], 3, "unknown_type"),
        (["new", "case", "colour=red", "summary=x"], 3, "invalid"),
        (["show", "0190f3a0-0000-7000-8000-000000000001"], 3, "not_found"),
        (["show", "x; rm -rf"], 3, "not_found"),
        (["list", "case", "--after", "x"], 3, "not_found"),
        (["import", "--type", "case", "nowhere.jsonl"], 3, "file_not_found"),
        (["enrol", "--ticket", "nonsense"], 3, "bad_ticket"),
    ],
)
def test_problems_are_one_document_on_standard_error(
    program: Program, line: list[str], code: int, problem: str
) -> None:
    done = program.run(*line, "--json", "--language", "en")
    assert (done.code, done.problem["code"]) == (code, problem)
    assert done.problem["text"]


def test_people_read_three_languages(program: Program, case: str) -> None:
    seen = {language: program.run("show", case, "--language", language).out for language in ("ky", "ru", "en")}
    assert "Criminal case" in seen["en"]
    assert "Уголовное дело" in seen["ru"]
    assert "Кылмыш иши" in seen["ky"]
    for command in (["types", "case"], ["list", "case"], ["history", case], ["status"]):
        done = program.run(*command, "--language", "ky")
        assert (done.code, done.err) == (0, "")
        assert done.out.strip()
    plain = program.run("show", "nothing", "--language", "en")
    assert (plain.code, plain.out) == (3, "")
    assert plain.err.endswith("[not_found]\n")


def test_types_and_help_need_no_store(program: Program, tmp_path: Path) -> None:
    nowhere = replace(program, data=tmp_path / "nothing", environment={})
    types = nowhere.json("types")["types"]
    wanted = {"name", "module", "version", "label", "roles", "case", "fields", "transitions", "deadlines"}
    assert all(wanted <= each.keys() for each in types)
    assert nowhere.json("types", "case")["types"] == [each for each in types if each["name"] == "case"]
    assert "icjims" in nowhere.run("--help").out
    assert nowhere.run("--version").out.startswith("icjims")
    assert not (tmp_path / "nothing").exists()


def test_a_store_that_lost_its_slots_is_damaged_and_not_absent(program: Program, case: str, tmp_path: Path) -> None:
    program.json("show", case)
    moved = replace(program, data=tmp_path / "data")
    shutil.copytree(program.data, moved.data)
    shutil.rmtree(moved.data / "slots")
    for command in (["show", case], ["status"], ["verify"]):
        done = moved.run(*command, "--json")
        assert (done.code, done.problem["code"]) == (6, "slot_damaged")


def test_passwords_come_from_variable_descriptor_or_terminal(program: Program) -> None:
    without = replace(program, environment={})
    done = without.run("status", "--json")
    assert (done.code, done.problem["code"]) == (7, "password_needed")
    reading, writing = os.pipe()
    os.write(writing, f"{PASSWORD}\n".encode())
    os.close(writing)
    assert without.run_afresh("status", "--password-fd", str(reading), fds=(reading,)).code == 0
    os.close(reading)
    wrong = replace(program, environment={"ICJIMS_PASSWORD": "no such password"})
    done = wrong.run("status", "--json")
    assert (done.code, done.problem["code"]) == (7, "wrong_password")
    assert wrong.run("status", "--user", "nobody", "--json").code == 7
    assert program.json("status")["user"] == "aida"
    assert PASSWORD not in (done.out + done.err)


def test_a_password_is_changed(program: Program) -> None:
    changed = "another long password"
    program.environment["ICJIMS_NEW_PASSWORD"] = "short"
    assert program.run("passwd", "--json").problem["code"] == "password_too_short"
    program.environment["ICJIMS_NEW_PASSWORD"] = changed
    assert program.json("passwd")["changed"] is True
    assert program.run("status").code == 7
    program.environment |= {"ICJIMS_PASSWORD": changed, "ICJIMS_NEW_PASSWORD": PASSWORD}
    assert program.json("passwd")["user"] == "aida"
    program.environment = {"ICJIMS_PASSWORD": PASSWORD}


def test_files_go_in_and_out(program: Program, case: str, tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text('{"surname": "А"}\n{"surname": "Б", "colour": "red"}\n', encoding="utf-8")
    bad = program.run("import", "--type", "person", str(file), "--case", case, "--json")
    assert (bad.code, bad.problem["params"]["line"], bad.problem["params"]["field"]) == (3, 2, "colour")
    file.write_text('{"surname": "А"}\n{"surname": "Б"}\n', encoding="utf-8")
    done = program.json("import", "--type", "person", str(file), "--case", case)
    assert done == {"imported": 2, "created": 2, "edited": 0, "unchanged": 0}
    out = tmp_path / "out.jsonl"
    assert program.json("export", "--type", "person", str(out), "--all")["exported"] >= 2
    for line in out.read_text(encoding="utf-8").splitlines():
        assert program.json("show", json.loads(line)["id"]) == json.loads(line)


def test_values_come_from_a_file_too(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text('{"summary": "Из файла", "notes": ["один", "два"]}', encoding="utf-8")
    made = program.json("new", "case", "--from", str(file), "summary=Сверху")
    fields = program.json("show", made["id"])["fields"]
    assert fields["summary"] == {"value": "Сверху"}
    assert [each["text"] for each in fields["notes"]["value"]] == ["один", "два"]
    file.write_text("[1]", encoding="utf-8")
    assert program.run("new", "case", "--from", str(file), "--json").problem["code"] == "bad_json"


def test_a_backup_comes_back_as_another_replica(program: Program, case: str, tmp_path: Path) -> None:
    before = program.json("status")
    backup = program.json("backup", str(tmp_path / "store.backup"))
    assert backup["replica"] == before["replica"]
    assert program.run("backup", str(tmp_path / "store.backup")).code == 3
    assert program.json("check")["sound"] is True
    assert program.json("verify")["findings"] == []
    assert program.json("restore", str(tmp_path / "store.backup"))["restored"] is True
    after = program.json("status")
    assert [each["code"] for each in after["warnings"]] == ["restored"]
    assert (after["digest"], after["replica"] == before["replica"]) == (before["digest"], False)
    assert "warnings" not in program.json("show", case)


def test_demo_data_is_made(program: Program) -> None:
    made = program.json("demo-data", "--cases", "2", "--seed", "5")
    assert made["cases"] == 2
    assert program.run("demo-data", "--cases", "2", "--seed", "x", "--json").problem["code"] == "bad_number"


def test_a_store_in_use_and_a_damaged_one_say_so(program: Program, tmp_path: Path) -> None:
    with subprocess.Popen(
        program.command("shell"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=program.variables(),
        start_new_session=True,
    ) as shell:
        assert shell.stdin is not None
        assert shell.stdout is not None
        shell.stdin.write(b"status\n")
        shell.stdin.flush()
        assert json.loads(shell.stdout.readline())["exit"] == 0
        done = program.run("status", "--json")
        assert (done.code, done.problem["code"]) == (7, "store_in_use")
        shell.send_signal(signal.SIGINT)
        assert shell.wait(30) == 130
    database = program.data / "icjims.db"
    whole = database.read_bytes()
    database.write_bytes(os.urandom(4096) + whole[4096:])
    done = program.run("status", "--json")
    assert (done.code, done.problem["code"]) == (6, "store_damaged")
    database.write_bytes(whole)
    assert program.run("status").code == 0


def test_a_reader_who_leaves_is_no_failure(program: Program) -> None:
    with subprocess.Popen(
        program.command("types", "--json"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=program.variables(),
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(30) == 0


def test_the_shell_answers_each_line_and_keeps_the_store_open(program: Program) -> None:
    lines = [
        'new case "summary=Кража; и \\"грабёж\\""',
        "new case 'summary:=\"две\\nстроки\"'",
        "",
        "list case --limit 1 --json",
        "show nope",
        "bogus",
        "show 'unclosed",
        "enrol --ticket x",
        "help --help",
        "types person",
        "lock",
        "status",
    ]
    done = program.run("shell", stdin="\n".join(lines) + "\n")
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert (done.code, done.err) == (0, "")
    assert [each["exit"] for each in answers] == [0, 0, 0, 3, 2, 2, 2, 2, 0, 0, 7]
    assert all(each.keys() in ({"exit", "result"}, {"exit", "problem"}) for each in answers)
    codes = [each["problem"]["code"] for each in answers if "problem" in each]
    assert codes == ["not_found", "unknown_command", "bad_quoting", "not_in_shell", "unknown_command", "locked"]
    assert "next" in answers[2]["result"]


def test_what_the_shell_answered_is_kept_when_it_is_killed(program: Program) -> None:
    with subprocess.Popen(
        program.command("shell"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=program.variables(),
    ) as shell:
        assert shell.stdin is not None
        assert shell.stdout is not None
        shell.stdin.write("new case summary=Последнее\n".encode())
        shell.stdin.flush()
        made = json.loads(shell.stdout.readline())["result"]
        shell.kill()
    assert program.json("show", made["id"])["fields"]["summary"] == {"value": "Последнее"}
