"""The built folders, moved elsewhere, do the main job with an empty home and no Python in reach."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.source import ROOT

ENOUGH = 10
PASSWORD = "көктөмкү Ала-Тоо 2026"
SCREENS = {"case", "cases", "form", "sync", "today", "unlock"}


class Computer:
    """A computer with nothing but the built folders: an empty home and no programs on the path."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.programs = folder, folder / "programs"
        self.programs.mkdir()
        for name in ("home", "nothing"):
            (folder / name).mkdir()
        # shutil.move keeps the links among Qt's libraries; nothing stays where it was built.
        for name in ("icjims-desktop", "icjims-server"):
            shutil.move(ROOT / "dist" / name, self.programs / name)
        self._environment = {
            "HOME": str(folder / "home"),
            "PATH": str(folder / "nothing"),
            "ICJIMS_DATA_DIR": str(folder / "store"),
            "ICJIMS_STATE_DIR": str(folder / "state"),
            "ICJIMS_SERVER_DATA_DIR": str(folder / "centre"),
            "ICJIMS_PASSWORD": PASSWORD,
            "QT_QPA_PLATFORM": "offscreen",
        }

    def start(self, program: str, *words: str) -> subprocess.Popen[str]:
        """Start a program of one of the folders."""
        folder = "icjims-server" if program == "icjims-server" else "icjims-desktop"
        path = self.programs / folder / (f"{program}.exe" if sys.platform == "win32" else program)
        return subprocess.Popen(
            [str(path), *words],
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, program: str, *words: str) -> str:
        """Run it to its end; what it printed."""
        with self.start(program, *words) as process:
            out, error = process.communicate()
        assert process.returncode == 0, error
        return out

    def answer(self, *words: str) -> dict[str, Any]:
        """Run `icjims`; its JSON document."""
        document = json.loads(self.run("icjims", *words, "--json"))
        assert isinstance(document, dict)
        return document

    @contextmanager
    def serving(self) -> Iterator[str]:
        """The centre at work; its address."""
        with self.start("icjims-server", "serve", "--port", "0") as server:
            assert server.stdout is not None
            try:
                yield server.stdout.readline().strip().removeprefix("listening on ")
            finally:
                server.terminate()


@pytest.mark.long
def test_moved_folders_do_the_main_job_without_python(tmp_path: Path, trials: int) -> None:
    if trials < ENOUGH:
        pytest.skip(f"building takes minutes; from --size {ENOUGH} on")
    subprocess.run([sys.executable, "run.py", "package"], cwd=ROOT, stdin=subprocess.DEVNULL, check=True)
    computer = Computer(tmp_path)
    assert computer.run("icjims", "--version").startswith("icjims 0.")
    computer.run("icjims-server", "init")
    computer.run("icjims-server", "office", "add", "009", "--name", "РОВД Сокулукского района")
    with computer.serving() as address:
        known = ("--office", "009", "--user", "n.jumabaeva", "--role", "clerk", "--approved")
        ticket = json.loads(computer.run("icjims-server", "ticket", *known, "--json"))["ticket"]
        computer.answer("enrol", "--ticket", ticket, "--server", address)
        work(computer)
        done = computer.answer("sync")
        assert done["pushed"] > 2
        assert done["equal"]
    look(computer)
    name_others(computer)


def work(computer: Computer) -> None:
    """Records, a training case book, a paper and a workbook."""
    case = computer.answer("new", "case", "summary=Кража")["id"]
    words = ("ground=no_event", "decided_at=2026-03-07 12:00", "reasons=Нет события")
    act = computer.answer("new", "refusal", *words, "--case", case)["id"]
    assert computer.answer("demo-data", "--cases", "2", "--seed", "1")["cases"] == 2
    assert case in {each["id"] for each in computer.answer("list", "case")["records"]}
    paper, book = computer.folder / "токтом.pdf", computer.folder / "дела.xlsx"
    assert computer.answer("print", act, str(paper))["pages"] == 1
    assert paper.read_bytes().startswith(b"%PDF")
    computer.answer("takeover", "--template", str(book))
    assert book.stat().st_size > 0


def look(computer: Computer) -> None:
    """Have the window draw its screens; all are there and none is empty."""
    folder = computer.folder / "screens"
    computer.run("icjims-desktop", "--language", "ky", "--screenshots", str(folder))
    sizes = {path.stem: path.stat().st_size for path in folder.iterdir()}
    assert sizes.keys() >= SCREENS
    assert min(sizes.values()) > 10_000


def name_others(computer: Computer) -> None:
    """Each folder tells whose work it holds, and holds nothing that its lock does not name."""
    desktop, server = (
        (computer.programs / name / "THIRD-PARTY.txt").read_text(encoding="utf-8")
        for name in ("icjims-desktop", "icjims-server")
    )
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in desktop
    assert "psycopg" not in desktop
    assert "starlette" in server
    assert "sqlcipher3" not in server
