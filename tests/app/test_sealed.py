"""The window tells of a sealed record to its readers; to anybody else no widget holds a word of it."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pypdf
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from icjims_desktop.services.exchange import enrolment
from icjims_desktop.services.exchange.enrolment import Invitation
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.ui.fields.files import FileRow
from icjims_desktop.ui.record_form.reading import candidates
from icjims_desktop.ui.workplace import Place
from tests.app.conftest import Desk
from tests.app.station import OFFICE, Station, new_case
from tests.sync.district import PASSWORD, District, now_ms

CANARY = "Канарейкин"
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_TEXTS = ("text", "toolTip", "accessibleName", "accessibleDescription", "windowTitle", "placeholderText", "plainText")


def sealed_by_another(town: District, station: Station) -> tuple[str, str]:
    """A further user of the window's own computer records an allegation there; case and record."""
    ticket = town.ticket(OFFICE, "duty", role="duty_officer")
    with station.open() as host:
        enrolment.add_user(host.desk, Invitation(ticket, insecure_http=True), PASSWORD, device_name="pc")
    with Workspace.unlock(station.data_dir, "duty", PASSWORD, now=now_ms, random=os.urandom) as duty:
        case = new_case(duty)
        person = duty.records.new("person", assignments.parse(["surname=Токтогулов"]), case=case).record
        words = (f"person={uuid.UUID(bytes=person)}", "received_times=2026-03-07 12:00", f"account={CANARY} рассказ")
        record = duty.records.new("allegation", assignments.parse(words), case=case).record
    return str(uuid.UUID(bytes=case)), str(uuid.UUID(bytes=record))


def texts() -> Iterator[str]:
    """Every text that any widget of the application holds, shown or hidden, its models included."""
    for widget in QApplication.allWidgets():
        yield from texts_of(widget)
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from rows_of(widget.model())


def texts_of(widget: QWidget) -> Iterator[str]:
    for name in _TEXTS:
        value = widget.property(name)
        if isinstance(value, str):
            yield value


def rows_of(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    parent = parent or QModelIndex()
    for row in range(min(model.rowCount(parent), 500)):
        for column in range(model.columnCount(parent) if isinstance(model, QAbstractTableModel) else 1):
            index = model.index(row, column, parent)
            yield from (str(model.data(index, role)) for role in _ROLES)
            yield str(model.data(index, Qt.ItemDataRole.UserRole))


def test_no_widget_of_another_user_holds_a_word_of_it(desk: Desk, town: District) -> None:
    case, record = sealed_by_another(town, desk.station)
    desk.unlock()
    seen: set[str] = set()
    for place in (Place("case", case=case), Place("form", record=record, case=case), Place("conflicts"), Place("sync")):
        desk.house.open(place)
        desk.settled()
        seen |= set(texts())
    desk.key("Ctrl+K")
    desk.typed("канаре")
    desk.settled()
    seen |= set(texts())
    assert any("Запечатанная запись" in each for each in seen)
    assert any("Токтогулов" in each for each in seen), "what is open is shown"
    assert [each for each in seen if CANARY.casefold() in each.casefold()] == []
    assert desk.house.form.view is not None
    assert CANARY not in desk.window.windowTitle()


def test_its_recorder_sees_it_and_writes_its_letter(desk: Desk, town: District, tmp_path: Path) -> None:
    case = ""
    with desk.station.open() as workspace:
        made = new_case(workspace)
        person = workspace.records.new("person", assignments.parse(["surname=Токтогулов"]), case=made).record
        words = (f"person={uuid.UUID(bytes=person)}", "received_times=2026-03-07 12:00", f"account={CANARY} рассказ")
        record = workspace.records.new("allegation", assignments.parse(words), case=made).record
        case = str(uuid.UUID(bytes=made))
    desk.unlock()
    desk.house.open(Place("form", record=str(uuid.UUID(bytes=record)), case=case))
    desk.settled()
    assert CANARY in str(desk.house.form.view.editor_row("account").editor.raw())
    photograph = tmp_path / "снимок.png"
    QImage(40, 30, QImage.Format.Format_RGB32).save(str(photograph), "PNG")  # type: ignore[call-overload]
    desk.house.form.files.choose_files = lambda *_: [str(photograph)]
    desk.house.form.files.attach("images")
    desk.until(lambda: [row for row in desk.house.form.view.findChildren(FileRow) if row.thumbnail.has_picture])
    offered = candidates(desk.house.workplace.workspace, "allegation", "пытк", "ru")
    assert [each.record_id for each in offered] == [str(uuid.UUID(bytes=record))]
    target = tmp_path / "letter.pdf"
    desk.house.dossier.choose_target = lambda *_: str(target)
    desk.house.dossier.view.bar.letter_asked.emit(str(uuid.UUID(bytes=record)))
    desk.settled()
    desk.until(target.exists)
    assert CANARY in pypdf.PdfReader(target).pages[0].extract_text()


def test_a_sealed_record_offers_the_exchange_at_once(desk: Desk) -> None:
    with desk.station.open() as workspace:
        made = new_case(workspace)
        person = workspace.records.new("person", assignments.parse(["surname=Токтогулов"]), case=made).record
    desk.unlock()
    desk.house.open(Place("form", type="allegation", case=str(uuid.UUID(bytes=made))))
    desk.settled()
    stated = {
        "person": str(uuid.UUID(bytes=person)),
        "received_times": [{"at": "2026-03-07T12:00+06:00", "source": "officer"}],
        "account": CANARY,
    }
    desk.house.form._on_save(stated, sign=False)
    desk.settled()
    desk.until(lambda: desk.window.shell.current_page == "sync")
    (case_file,) = [desk.house.workplace.workspace.records.case(made)["records"]]
    assert "allegation" in {each["type"] for each in case_file}  # type: ignore[attr-defined]
