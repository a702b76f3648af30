"""The application as a process: killed while a draft is typed, and started on a real X screen."""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from icjims_desktop.ui.record_form import reading
from icjims_desktop.ui.wording import local
from tests.app.conftest import Desk
from tests.app.station import Station, new_case
from tests.sync.district import PASSWORD, now_ms

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 100
DESKTOP = (sys.executable, "-m", "icjims_desktop", "--data-dir")


def environment(**more: str) -> dict[str, str]:
    """The environment of a program of ours."""
    return dict(os.environ) | {"PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)} | more


def test_a_draft_survives_a_killed_process(desk: Desk) -> None:
    with desk.station.open() as workspace:
        case = str(uuid.UUID(bytes=new_case(workspace)))
    done = subprocess.run(
        [sys.executable, "-m", "tests.app.typist", str(desk.station.data_dir), case, "Жолдошев"],
        env=environment(),
        cwd=ROOT,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    desk.unlock()
    desk.key("Ctrl+2")
    cases = desk.house.cases.view.model
    desk.until(lambda: cases.rowCount() and cases.row_at(0))
    desk.key("Return")
    desk.until(lambda: desk.house.dossier.view._data)
    desk.settled()
    data = desk.house.dossier.view._data
    assert data is not None
    (draft,) = data.documents
    assert draft.draft
    desk.house.dossier.view.document_opened.emit(draft.record_id)
    desk.until(lambda: desk.house.form.place)
    form = desk.house.form.view
    assert form.editor_row("surname").editor.raw() == "Жолдошев"
    desk.key("Ctrl+S")
    desk.until(lambda: desk.house.dossier.view.timeline.steps.rowCount() == 2)
    desk.settled()
    workspace = desk.house.workplace.workspace
    assert workspace.drafts.count() == 0
    opened = reading.open_form(workspace, "person", "", case, "ru", local(now_ms()))
    assert not opened.data.typed, "the next person begins empty"


@dataclass(frozen=True, slots=True)
class Screen:
    """A virtual X screen, and the file of its picture (XWD)."""

    display: str
    picture: Path

    def colours(self) -> set[int]:
        """The colours of some thousand of its pixels."""
        data = self.picture.read_bytes()
        head, _, _, _, width, height = struct.unpack(">6I", data[:24])
        line, entries = struct.unpack(">I", data[48:52])[0], struct.unpack(">I", data[76:80])[0]
        first = head + entries * 12
        return {
            int.from_bytes(data[at : at + 4], "little") & 0xFFFFFF
            for y in range(0, height, 11)
            for at in range(first + y * line, first + y * line + width * 4, 4 * 13)
        }


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen of 1366×768; without Xvfb the test is left out, in CI it fails."""
    program = shutil.which("Xvfb")
    if program is None:
        reason = "no Xvfb here; `apt-get install xvfb` brings it"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    reader, writer = os.pipe()
    server = subprocess.Popen(
        [
            program,
            "-displayfd",
            str(writer),
            "-screen",
            "0",
            "1366x768x24",
            "-fbdir",
            str(tmp_path),
            "-nolisten",
            "tcp",
        ],
        pass_fds=(writer,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            yield Screen(f":{told.readline().strip()}", tmp_path / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait(30)


def test_the_application_starts_on_a_screen_and_draws_its_pages(
    station: Station, screen: Screen, tmp_path: Path
) -> None:
    with station.open() as workspace:
        new_case(workspace)
    assert len(screen.colours()) == 1, "nothing is on the screen yet"
    pictures = tmp_path / "pictures"
    subprocess.run(
        [*DESKTOP, str(station.data_dir), "--language", "ky", "--screenshots", str(pictures)],
        env=environment(DISPLAY=screen.display, QT_QPA_PLATFORM="xcb", ICJIMS_PASSWORD=PASSWORD),
        cwd=ROOT,
        timeout=SECONDS,
        check=True,
    )
    assert {each.stem for each in pictures.iterdir()} >= {"unlock", "today", "cases", "case", "form", "sync"}
    for each in pictures.iterdir():
        image = QImage(str(each))
        seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 9) for y in range(0, image.height(), 7)}
        assert len(seen) > 20, each.name


def test_the_unlock_screen_is_on_the_screen(station: Station, screen: Screen, desk: Desk) -> None:
    running = subprocess.Popen(
        [*DESKTOP, str(station.data_dir)],
        env=environment(DISPLAY=screen.display, QT_QPA_PLATFORM="xcb"),
        cwd=ROOT,
    )
    try:
        desk.until(lambda: len(screen.colours()) > 20)
        assert running.poll() is None
    finally:
        running.send_signal(signal.SIGTERM)
        assert running.wait(30) == 0, "it ends in order when the system asks"


def test_a_wrong_password_for_pictures_ends_with_its_code(station: Station, tmp_path: Path) -> None:
    done = subprocess.run(
        [*DESKTOP, str(station.data_dir), "--screenshots", str(tmp_path / "pictures")],
        env=environment(ICJIMS_PASSWORD="not the password"),
        cwd=ROOT,
        timeout=SECONDS,
        stderr=subprocess.PIPE,
        check=False,
    )
    assert done.returncode == 7
