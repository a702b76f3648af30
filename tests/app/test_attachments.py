"""Files are attached by button and by drop, looked at inside the window, and copied out only on purpose."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icjims_desktop.services.recording import assignments
from icjims_desktop.ui.attachments import pictures
from icjims_desktop.ui.dossier.side import LineButton
from icjims_desktop.ui.fields.files import FileEditor, FileRow
from icjims_desktop.ui.workplace import Place
from tests.app.conftest import Desk, at_desk
from tests.app.station import Station, enrolled, new_case
from tests.app.test_signing import REFUSAL, form_of
from tests.sync.district import PASSWORD, District


@pytest.fixture
def desk(dressed: QApplication, qtbot: QtBot, town: District, tmp_path: Path) -> Iterator[Desk]:
    """An investigator's window, unlocked, in Russian, with an act open that is recorded."""
    station = enrolled(town, "sydykov", "Сыдыков Азамат", role="investigator")
    with at_desk(dressed, qtbot, station, tmp_path / "config") as made:
        yield made


def an_act(station: Station) -> Place:
    with station.open() as workspace:
        case = new_case(workspace)
        act = workspace.records.new("refusal", assignments.parse(REFUSAL), case=case).record
    return Place("form", record=str(uuid.UUID(bytes=act)), case=str(uuid.UUID(bytes=case)))


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    """A picture of 1600 × 900."""
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("#1B5A9C"))
    path = tmp_path / "автостанция.jpg"
    image.save(str(path), "JPEG")  # type: ignore[call-overload]
    return path


def editor_of(desk: Desk, field: str) -> FileEditor:
    found = form_of(desk).editor_row(field).editor
    assert isinstance(found, FileEditor)
    return found


def rows(desk: Desk, field: str) -> list[FileRow]:
    return [each for each in editor_of(desk, field).findChildren(FileRow) if not each.isHidden()]


def drop(editor: FileEditor, path: Path) -> None:
    """Drop a file on the field as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    editor.dragEnterEvent(enters)
    assert enters.isAccepted()
    editor.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


def test_a_picture_is_attached_by_keys_and_looked_at(desk: Desk, photograph: Path, tmp_path: Path) -> None:
    place = an_act(desk.station)
    desk.unlock()
    desk.house.open(place)
    form = form_of(desk)
    form.go_to("attachments")
    files = desk.house.form.files
    files.choose_files = lambda _parent, _title: [str(photograph)]
    desk.key("Space")
    desk.until(lambda: rows(desk, "attachments"))
    (row,) = rows(desk, "attachments")
    sha256 = hashlib.sha256(photograph.read_bytes()).hexdigest()
    assert (row.file.sha256, row.file.name, row.file.here) == (sha256, photograph.name, True)
    assert "только на этом компьютере" in row._place.accessibleName()
    desk.until(lambda: row.thumbnail.has_picture)
    row._sum.click()
    assert QGuiApplication.clipboard().text() == sha256
    row.view.click()
    viewer = files.viewer
    assert viewer is not None
    desk.until(viewer.isVisible)
    assert viewer.picture.pixmap().width() > 400
    desk.key("Esc")
    assert viewer.isHidden()
    assert viewer.picture.pixmap().isNull()
    clear = [each for each in tmp_path.rglob("*") if each.is_file() and each != photograph]
    assert not [each for each in clear if each.read_bytes()[:3] == b"\xff\xd8\xff"], "nothing in clear on the disk"


def test_a_copy_is_written_where_one_says_and_never_over_a_file(desk: Desk, photograph: Path, tmp_path: Path) -> None:
    place = an_act(desk.station)
    with desk.station.open() as workspace:
        workspace.attachments.attach(uuid.UUID(place.record).bytes, photograph, "attachments")
    desk.unlock()
    desk.house.open(place)
    form_of(desk).go_to("attachments")
    target = tmp_path / "copy.jpg"
    desk.house.form.files.choose_target = lambda _parent, _title, _name: str(target)
    (row,) = rows(desk, "attachments")
    row.copy_out.click()
    desk.until(lambda: not row._told.isHidden())
    assert target.read_bytes() == photograph.read_bytes()
    row.copy_out.click()
    desk.until(lambda: not desk.window.shell.notice.isHidden())
    assert "copy.jpg" in desk.window.shell.notice.accessibleName()


def test_the_scan_of_the_signed_paper_is_dropped_on_its_act(desk: Desk, tmp_path: Path) -> None:
    place = an_act(desk.station)
    scan = tmp_path / "токтом.pdf"
    scan.write_bytes(b"%PDF-1.7 signed by hand" * 900)
    with desk.station.open() as workspace:
        workspace.signing.sign(uuid.UUID(place.record).bytes, workspace.signing.enter(PASSWORD))
    desk.unlock()
    desk.house.open(place)
    form = form_of(desk)
    form.go_to("signed_scan")
    assert not editor_of(desk, "attachments").open_, "what was signed is closed"
    drop(editor_of(desk, "signed_scan"), scan)
    desk.until(lambda: [each.file.name for each in rows(desk, "signed_scan")] == ["токтом.pdf"])
    act = uuid.UUID(place.record).bytes
    assert desk.house.workplace.workspace.signing.standing(act)["status"] == "signed"
    assert [each.sha256 for each in form._context.files()] if form._context.files else []


def test_before_it_is_recorded_the_form_says_so(desk: Desk) -> None:
    place = an_act(desk.station)
    desk.unlock()
    desk.house.open(Place("form", type="refusal", case=place.case))
    form_of(desk).go_to("attachments")
    editor = editor_of(desk, "attachments")
    assert not editor.add.isEnabled()
    assert "Сначала запишите" in editor._hint.text()


def test_what_is_no_plain_picture_is_not_decoded(photograph: Path) -> None:
    data = photograph.read_bytes()
    assert pictures.small([data], len(data))
    assert pictures.small([b"<svg xmlns='http://www.w3.org/2000/svg'/>"], 40) is None
    assert pictures.small([b"not a picture"], 13) is None
    pieces = iter([data])
    assert pictures.decode(pieces, pictures.LARGEST_FILE + 1, pictures.SCREEN) is None
    assert list(pieces), "a file that is too large is not even read"
    found = pictures.picture([data], len(data))
    assert found is not None
    assert (found.width, found.height) == (1600, 900)
    assert found.image().pixelColor(800, 450).blue() > 120


def test_the_page_of_the_case_lists_the_files_and_leads_to_their_fields(desk: Desk, photograph: Path) -> None:
    place = an_act(desk.station)
    with desk.station.open() as workspace:
        workspace.attachments.attach(uuid.UUID(place.record).bytes, photograph, "attachments")
    desk.unlock()
    desk.house.open(Place("case", case=place.case))
    desk.settled()
    line = desk.house.dossier.view.side.findChild(LineButton, "case_file_0")
    assert isinstance(line, LineButton)
    assert photograph.name in line.accessibleName()
    line.setFocus()
    desk.key("Space")
    desk.until(lambda: desk.house.form.place and desk.house.form.place.record == place.record)
    assert [each.file.name for each in rows(desk, "attachments")] == [photograph.name]
