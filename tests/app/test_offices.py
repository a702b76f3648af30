"""An office is picked and told by its name, in any of the three languages."""

from __future__ import annotations

import uuid

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractButton, QLabel

from icjims_core.codes import code_list
from icjims_core.modules import registry
from icjims_desktop.services.recording import assignments
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.conflicts import reading as conflicts
from icjims_desktop.ui.fields.directory import OfficeEditor
from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.record_form.view import RecordFormView
from icjims_desktop.ui.wording import local
from icjims_desktop.ui.workplace import Place
from icjims_sync_server.services.administration import people
from tests.app.conftest import Desk
from tests.app.station import OFFICE, OFFICE_NAME, edit, enrolled, new_case
from tests.sync.district import District, now_ms


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


def test_the_head_and_the_unlock_screen_call_the_office_in_the_language_shown(desk: Desk) -> None:
    desk.unlock()
    bar = desk.window.shell.bar
    told = {}
    for language in (Language.RU, Language.KY, Language.EN):
        languages.choose(language)
        desk.settled()
        told[language] = {each.text() for each in bar.findChildren(QLabel)}
    assert f"{OFFICE_NAME} · {OFFICE}" in told[Language.RU], "as the centre entered it"
    assert f"Сокулук районунун ички иштер бөлүмү · {OFFICE}" in told[Language.KY]
    assert f"Internal affairs department of Sokuluk district · {OFFICE}" in told[Language.EN]
    desk.lock()
    languages.choose(Language.KY)
    desk.until(lambda: any("ички иштер бөлүмү" in each.text() for each in desk.window.unlock.findChildren(QLabel)))


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_a_form_that_shows_an_office_by_name_does_not_ask_for_a_code(language: str) -> None:
    picked = [each for declared in registry().values() for each in declared.fields if each.picked_from == "office"]
    assert picked
    assert [each.name for each in picked if "(" in each.label.text(language)] == []


def test_a_conflict_tells_offices_by_name(desk: Desk, town: District) -> None:
    theirs = enrolled(town, "japarov", "Жапаров Азамат", role="head")
    with desk.station.open() as here, theirs.open() as there:
        case = new_case(here)
        words = ["kind=jurisdiction", "reason=place_of_crime", "to_office=029", "sent_at=2026-03-01 10:00"]
        sent = here.records.new("handover", assignments.parse(words), case=case).record
        here.syncing.synchronise()
        there.syncing.synchronise()
        edit(there, sent, "to_office=006")
        there.syncing.synchronise()
        edit(here, sent, "to_office=005")
        here.syncing.synchronise()
        (waiting,) = conflicts.queue(here, "ky", local(now_ms()))
        shown = conflicts.open_conflict(here, waiting.id, "ky", local(now_ms())).data
    (field,) = [each for each in shown.fields if each.name == "to_office"]
    named = [side.text for side in (field.was, field.mine, *field.theirs) if side is not None]
    assert named == [code_list("office").label(each, "ky") for each in ("029", "005", "006")]
    assert all("ички иштер бөлүмү" in each.name for each in (shown.mine, *shown.theirs))


def test_who_stated_a_time_is_told_by_name_post_and_office(desk: Desk) -> None:
    with desk.station.open() as workspace:
        case = new_case(workspace)
        person = workspace.records.new("person", assignments.parse(["surname=Асанов"]), case=case).record
        stated = 'actual_times:={"at": "2026-03-07 09:00", "source": "officer"}'
        words = [f"person={uuid.UUID(bytes=person)}", stated]
        act = workspace.records.new("apprehension", assignments.parse(words), case=case).record
    desk.unlock()
    languages.choose(Language.KY)
    desk.house.open(Place("form", record=str(uuid.UUID(bytes=act)), case=str(uuid.UUID(bytes=case))))
    desk.until(lambda: desk.house.form.place and desk.house.form.view.states.state is PageState.READY)
    desk.settled()
    told = [each.text() for each in desk.house.form.view.editor_row("actual_times").findChildren(QLabel)]
    office, post = (code_list(name).label(code, "ky") for name, code in (("office", OFFICE), ("role", "clerk")))
    assert f"aida, {post} · {office}" in " ".join(told)
