"""A defect is told with its place and never with a value that the program held when it met it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from icjims_desktop.app import crash
from tests.app.conftest import Desk

CANARY = "Канарейкин"
WAYS = {
    "main": "fail()",
    "cause": "try:\n    fail()\nexcept ValueError as error:\n    raise LookupError(CANARY) from error",
    "note": "error = ValueError(CANARY)\nerror.add_note(CANARY)\nraise error",
    "group": "raise ExceptionGroup(CANARY, [ValueError(CANARY)])",
    "thread": "thread = threading.Thread(target=fail, name=CANARY)\nthread.start()\nthread.join()",
    "finaliser": "class Held:\n    __del__ = lambda _: fail()\n    __repr__ = lambda _: CANARY\nHeld()",
}
PROGRAM = f"""
import sys, threading
from icjims_desktop.app import crash
CANARY = {CANARY!r}
def fail():
    surname = CANARY
    raise ValueError(f"{{surname}} is no date")
crash.watch(lambda place: print("told", place))
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-X", "utf8", "-c", PROGRAM + code]
    return subprocess.run(words, capture_output=True, encoding="utf-8", check=False, timeout=60)


@pytest.mark.parametrize("way", WAYS)
def test_a_defect_that_nobody_catches_is_told_by_its_place(way: str) -> None:
    done = run(WAYS[way])
    assert CANARY not in done.stdout + done.stderr
    kind = {"cause": "LookupError", "group": "ExceptionGroup"}.get(way, "ValueError")
    assert f"{kind} · <string>:" in done.stderr
    assert ("told" in done.stdout) == (way != "finaliser")


def test_an_interruption_at_the_keyboard_is_no_defect() -> None:
    done = run("raise KeyboardInterrupt(CANARY)")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_program_without_a_console_tells_its_defects_too() -> None:
    done = run("sys.stderr = None\nfail()")
    assert done.stdout.startswith("told ValueError · <string>:")
    assert done.stderr == ""


def test_a_place_is_a_file_of_the_program_and_a_line() -> None:
    with pytest.raises(AttributeError) as caught:
        crash.place_of(None)  # type: ignore[arg-type]
    assert crash.place_of(caught.value).startswith("AttributeError · app/crash.py:")
    assert crash.place_of(ValueError(CANARY)) == "ValueError"


def test_what_fails_behind_a_page_is_told_on_it_without_what_it_held(
    desk: Desk, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    desk.unlock()

    def fail(_workspace: object) -> None:
        raise ValueError(CANARY)

    place = desk.house.workplace
    place.read(f"{CANARY} label", fail, place, print)
    desk.until(lambda: "ValueError" in told(desk))
    assert CANARY not in told(desk)
    said = capsys.readouterr()
    assert "ValueError · test_crash.py:" in said.err
    assert CANARY not in said.out + said.err
    desk.lock()
    written = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert written
    assert [each for each in written if CANARY.encode() in each.read_bytes()] == []


def told(desk: Desk) -> str:
    """What the banner of the shell says."""
    return desk.window.shell.notice.accessibleName() + desk.window.shell.notice.accessibleDescription()
