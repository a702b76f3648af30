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
from pytestqt.qtbot import QtBot

from icjims_core.problem_texts import problem_parts
from icjims_desktop.services.exchange import enrolment
from icjims_desktop.services.exchange.enrolment import Invitation
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.ui.fields.files import FileRow
from icjims_desktop.ui.record_form.referring import candidates
from icjims_desktop.ui.today.waiting import waits
from icjims_desktop.ui.wording import local
from icjims_desktop.ui.workplace import Place
from tests.app.conftest import Desk, at_desk
from tests.app.station import OFFICE, Station, edit, enrolled, new_case
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
    offered = candidates(desk.house.workplace.workspace, None, "allegation", "пытк", "ru")
    assert [each.record_id for each in offered] == [str(uuid.UUID(bytes=record))]
    target = tmp_path / "letter.pdf"
    desk.house.papers.choose_target = lambda *_: str(target)
    assert desk.house.form.view.head.letter.isVisible()
    desk.key("Ctrl+Shift+L")
    desk.settled()
    desk.until(target.exists)
    assert CANARY in pypdf.PdfReader(target).pages[0].extract_text()


def test_whoever_signs_it_is_told_first_to_send_it_on(station: Station) -> None:
    with station.open() as workspace:
        made = new_case(workspace)
        person = workspace.records.new("person", assignments.parse(["surname=Токтогулов"]), case=made).record
        words = [f"person={uuid.UUID(bytes=person)}", "received_times=2026-03-07 12:00", f"account={CANARY} рассказ"]
        record = workspace.records.new("allegation", assignments.parse(words), case=made).record
        first = workspace.advice.after_signing(record, "ru")[0]
        words.append("forwarded_at=2026-03-07 13:00")
        sent = workspace.records.new("allegation", assignments.parse(words), case=made)
        told = {each.code for each in workspace.advice.after_signing(sent.record, "ru")}
    assert first.code == "allegation_to_forward"
    assert "ст. 128(2) УПК" in problem_parts(first, "ru").happened
    assert "allegation_to_forward" not in told


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


def test_an_open_allegation_stands_first_in_what_waits_for_the_prosecutor(
    dressed: QApplication, qtbot: QtBot, town: District, station: Station, tmp_path: Path
) -> None:
    prosecutor = enrolled(town, "abdyldaeva", "Абдылдаева Э.", role="prosecutor")
    with prosecutor.open() as workspace:
        made = new_case(workspace)
        person = workspace.records.new("person", assignments.parse(["surname=Токтогулов"]), case=made).record
        words = (f"person={uuid.UUID(bytes=person)}", "received_times=2026-03-07 12:00", f"account={CANARY} рассказ")
        record = workspace.records.new("allegation", assignments.parse(words), case=made).record
        workspace.syncing.synchronise()
    with station.open() as workspace:
        workspace.syncing.synchronise()
        assert "allegations" not in {each.id for each in waits(workspace, local(now_ms()))}
    with at_desk(dressed, qtbot, prosecutor, tmp_path / "config") as desk:
        desk.unlock()
        found = waits(desk.house.workplace.workspace, local(now_ms()))
        assert found[0].id == "allegations"
        assert CANARY not in str(found[0])
        desk.house.today.view.wait_chosen.emit(found[0].lines[0].place)
        desk.until(lambda: desk.house.form.place and desk.house.form.place.record == str(uuid.UUID(bytes=record)))
        desk.settled()
        edit(desk.house.workplace.workspace, record, "outcome=refused", "outcome_reasons=Не подтвердилось")
        assert not any(each.id == "allegations" for each in waits(desk.house.workplace.workspace, local(now_ms())))
