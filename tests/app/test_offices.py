"""In the form of a hand-over the office is picked by its name, in any of the three languages."""

from __future__ import annotations

import uuid

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractButton

from icjims_desktop.services.recording import assignments
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.fields.directory import OfficeEditor
from icjims_desktop.ui.record_form.view import RecordFormView
from icjims_desktop.ui.workplace import Place
from icjims_sync_server.services.administration import people
from tests.app.conftest import Desk
from tests.app.station import new_case
from tests.sync.district import District


def opened(desk: Desk, case: str, record: str = "") -> RecordFormView:
    desk.house.open(Place("form", type="handover", record=record, case=case))
    desk.until(lambda: desk.house.form.place and desk.house.form.view.states.state is PageState.READY)
    desk.settled()
    return desk.house.form.view


def typed_in(desk: Desk, editor: OfficeEditor, text: str) -> None:
    """Type until one office is left."""
    editor.popup.hide()
    editor.edit.clear()
    editor.edit.setFocus()
    desk.typed(text)
    desk.until(lambda: editor.found.typed == text and editor.found.rowCount() == 1)
    editor.popup.hide()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_an_office_is_picked_by_its_name(desk: Desk, town: District) -> None:
    people.add_office(town.centre, "PB-41", "Пробация, Сокулук")
    with desk.station.open() as workspace:
        case = new_case(workspace)
        words = ["kind=jurisdiction", "reason=place_of_crime", "to_office=029", "sent_at=2026-03-01 10:00"]
        sent = workspace.records.new("handover", assignments.parse(words), case=case).record
        workspace.syncing.synchronise()
    desk.unlock()
    stored = opened(desk, str(uuid.UUID(bytes=case)), str(uuid.UUID(bytes=sent))).editor_row("to_office").editor
    assert (stored.raw(), stored.shown()) == ("029", "РОВД АЛАЙСКОГО РАЙОНА")

    form = opened(desk, str(uuid.UUID(bytes=case)))
    editor = form.editor_row("to_office").editor
    assert isinstance(editor, OfficeEditor)
    button = editor.findChild(QAbstractButton, "open_to_office")
    assert isinstance(button, QAbstractButton)
    button.click()
    desk.until(lambda: editor.found.rowCount() > 50)
    assert editor.found.index(0, 0).data() in {"РОВД СОКУЛУКСКОГО РАЙОНА", "Пробация, Сокулук"}
    for typed in ("проб сокул", "PB-41", "internal kemin"):
        typed_in(desk, editor, typed)
    editor._on_picked(editor.found.index(0, 0, QModelIndex()))
    assert (form.raw()["to_office"], form.raw()["to_name"]) == ("006", "РОВД КЕМИНСКОГО РАЙОНА")
    typed_in(desk, editor, "пробация сокул")
    editor.edit.editingFinished.emit()
    assert (form.raw()["to_office"], form.raw()["to_name"]) == ("PB-41", "Пробация, Сокулук")
