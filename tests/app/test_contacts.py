"""In the form of a call the published directory is at hand, and a code that has ended is no longer offered."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractButton

import icjims_desktop.demo
from icjims_core import codes
from icjims_core.codes.published import PublishedLists
from icjims_core.deadlines import calendar
from icjims_core.publishing import contacts
from icjims_desktop.services.recording import assignments
from icjims_desktop.ui.fields.choice import CodePicker
from icjims_desktop.ui.fields.directory import DirectoryEditor
from icjims_desktop.ui.record_form.view import RecordFormView
from icjims_desktop.ui.workplace import Place
from icjims_sync_server.services.administration import publishing
from tests.app.conftest import Desk
from tests.app.station import new_case
from tests.sync.district import District

WAYS = "contact_attempt_way"


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    yield
    codes.install(PublishedLists())
    calendar.install(None)


def publish(town: District) -> None:
    """The directory of the demonstration, and an edition of a list in which a code has ended and another was named."""
    table = Path(icjims_desktop.demo.__file__).with_name("contacts.csv").read_text(encoding="utf-8")
    publishing.publish(town.centre, "contacts", "contacts", contacts.from_csv(table, "2026-1", "Пример"))
    text = (resources.files("icjims_core.codes.lists") / f"{WAYS}.toml").read_text(encoding="utf-8")
    text = text.replace('edition = "2026-1"', 'edition = "2026-2"').replace('ru = "письмом"', 'ru = "отправлением"')
    publishing.publish(
        town.centre, "list", WAYS, text.replace('code = "e_mail",', 'code = "e_mail", valid_to = "2026-01-31",')
    )
    codes.install(PublishedLists())


def ready(desk: Desk, town: District) -> tuple[str, str]:
    """A case with a call by letter that was logged before the new edition came; both ids."""
    publish(town)
    with desk.station.open() as workspace:
        case = new_case(workspace)
        stated = ["service=relative", "called_at=2026-03-01 10:00", "result=told", "way=letter", "called_name=Брат"]
        call = workspace.records.new("contact_attempt", assignments.parse(stated), case=case).record
        workspace.syncing.synchronise()
    return str(uuid.UUID(bytes=case)), str(uuid.UUID(bytes=call))


def opened(desk: Desk, case: str, record: str = "") -> RecordFormView:
    desk.house.open(Place("form", type="contact_attempt", record=record, case=case))
    desk.until(lambda: desk.house.form.place is not None)
    desk.settled()
    return desk.house.form.view


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_whom_one_calls_is_picked_from_the_directory(desk: Desk, town: District) -> None:
    case, _ = ready(desk, town)
    desk.unlock()
    form = opened(desk, case)
    editor = form.editor_row("called_name").editor
    assert isinstance(editor, DirectoryEditor)
    button = editor.findChild(QAbstractButton, "open_called_name")
    assert isinstance(button, QAbstractButton)
    button.click()
    desk.until(lambda: editor.found.rowCount() > 12)
    editor.edit.clear()
    editor.edit.setFocus()
    desk.typed("узбек бишкек")
    desk.settled()
    assert editor.found.rowCount() == 0
    editor.edit.clear()
    desk.typed("переводчик узбек")
    desk.until(lambda: 0 < editor.found.rowCount() <= 12)
    editor.popup.hide()
    editor._on_picked(editor.found.index(0, 0, QModelIndex()))
    raw = form.raw()
    assert (raw["service"], raw["language"], raw["way"]) == ("interpreter", "uz", "phone")
    assert str(raw["listed_as"]).startswith("contacts/per-039 (2026-1)")
    assert raw["phone"] == "+996 312 000 039"
    assert raw["called_name"]
    form.editor_row("result").editor.show_value("no_answer")
    form.editor_row("result").editor.changed.emit()
    judged = form.judgement()
    assert (judged.problems, judged.empty) == ({}, ())
    desk.key("Ctrl+S")
    workspace = desk.house.workplace.workspace
    desk.until(lambda: len(workspace.records.list("contact_attempt")["records"]) == 2)  # type: ignore[arg-type]


def test_an_ended_code_is_not_offered_and_an_old_record_keeps_its_words(desk: Desk, town: District) -> None:
    case, call = ready(desk, town)
    desk.unlock()
    form = opened(desk, case)
    way = form.editor_row("way").editor
    assert isinstance(way, CodePicker)
    offered = way.matches("")
    assert "отправлением" in offered
    assert codes.code_list(WAYS).label("e_mail", "ru") not in offered
    way.show_value("e_mail")
    assert way.edit.text() == codes.code_list(WAYS).label("e_mail", "ru")
    form = opened(desk, case, call)
    way = form.editor_row("way").editor
    assert way.raw() == "letter"
    assert way.shown() == "письмом"
