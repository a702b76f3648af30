"""Records as a hostile or foreign program may write them: they are shown, never obeyed, and hide nothing else."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import cast

import pytest

from icjims_core.acts import Changes
from icjims_core.declarations.schema import RecordType
from icjims_core.modules import registry
from icjims_desktop.cli.output import harmless, to_json
from icjims_desktop.store.log.commits import Change
from tests.cli.program import Program
from tests.services.bureau import Bureau, new_case

FAR = bytes.fromhex("ffffffffffff7000b000000000000000")
"""An id whose time lies in the year 10889."""
STEERING = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202egnp"
ODD: tuple[object, ...] = (STEERING, "", "2026-99", 7, True, None, [1, "x"], {"dot": "x"}, [{"a": STEERING}])


def written(declared: RecordType, record: bytes, case: bytes, value: object) -> Change:
    """Every unit of the type holds the value, whatever its fields say."""
    units = {field.unit: value for field in declared.fields}
    for unit in units:
        names = [field.name for field in declared.unit_fields(unit)]
        if len(names) > 1 and not isinstance(value, dict):
            units[unit] = dict.fromkeys(names, value) if not isinstance(value, list) else value
    return Change(record, declared.name, 1, case, {}, cast("Changes", {"put": units}), STEERING)


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory) -> tuple[Program, str, list[str]]:
    """A workstation whose case holds such records; the case and their ids."""
    root: Path = tmp_path_factory.mktemp("office")
    bureau = Bureau(root)
    workspace = bureau.open("aida")
    case = new_case(workspace, "summary=Кража")
    changes = [
        written(declared, FAR[:8] + (at * 100 + row).to_bytes(8, "big"), case, value)
        for at, declared in enumerate(each for each in registry().values() if each.name != "case")
        for row, value in enumerate(ODD)
    ]
    for start in range(0, len(changes), len(ODD)):
        workspace.store.journal.commit(changes[start : start + len(ODD)], now=bureau.now())
    bureau.close()
    ids = [str(uuid.UUID(bytes=change.record)) for change in changes]
    return Program(root / "aida", root / "state"), str(uuid.UUID(bytes=case)), ids


def steers(text: str) -> bool:
    """Whether a terminal would obey something in the text."""
    return any(each in text for each in "\x1b\x07\x9b\u202e")


def test_every_reading_command_shows_them(visited: tuple[Program, str, list[str]]) -> None:
    program, case, ids = visited
    commands = [("case", case), ("search", "owned"), ("conflicts",), ("show", ids[0]), ("history", ids[0])]
    commands += [("list", name) for name in ("case", "person", "apprehension")]
    for words in commands:
        for json in ((), ("--json",)):
            done = program.run(*words, *json)
            assert (done.code, done.err) == (0, ""), words
            assert not steers(done.out), words
    done = program.run("shell", stdin="".join(f"list {name}\n" for name in registry()))
    assert [line for line in done.out.splitlines() if not line.startswith('{"exit":0')] == []
    assert not steers(done.out)
    shown = program.json("case", case)["records"]
    assert sorted(each["id"] for each in shown) == sorted([case, *ids])


def test_each_record_is_shown_to_a_person_and_in_its_history(visited: tuple[Program, str, list[str]]) -> None:
    program, _, ids = visited
    lines = "".join(f"show {each}\nhistory {each}\n" for each in ids)
    done = program.run("shell", stdin=lines)
    assert done.code == 0
    assert [line for line in done.out.splitlines() if not line.startswith('{"exit":0')] == []
    assert not steers(done.out)


def test_a_problem_repeats_nothing_that_steers(program: Program) -> None:
    done = program.run(f"--{STEERING}")
    assert done.code == 2
    assert not steers(done.out + done.err)
    told = program.run("--json", "new", STEERING)
    assert "\\u001b" in told.out + told.err
    assert not steers(told.out + told.err)


def test_what_does_not_steer_stays_as_it_is() -> None:
    text = "Өмүрбек\tуулу\nэкинчи сап — «№ 5» 👩‍⚖️"
    assert harmless(text) == text
    assert to_json({"a": "\x1b\x9b"}) == '{"a":"\\u001b\\u009b"}'
