"""What a field refers to: what the case itself holds comes first and at once; others are told with their case."""

from __future__ import annotations

import uuid

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton

from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.ui.fields.base import Candidate
from icjims_desktop.ui.fields.reference import CANDIDATE_ROLE, RefEditor
from icjims_desktop.ui.workplace import Place
from tests.app.conftest import Desk
from tests.app.station import new_case

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


def person(workspace: Workspace, case: bytes, *words: str) -> bytes:
    return workspace.records.new("person", assignments.parse(words), case=case).record


def reference(desk: Desk, type_: str, case: bytes, field: str) -> RefEditor:
    desk.unlock()
    desk.house.open(Place("form", type=type_, case=str(uuid.UUID(bytes=case))))
    desk.until(lambda: desk.house.form.place is not None)
    desk.settled()
    editor = desk.house.form.view.editor_row(field).editor
    assert isinstance(editor, RefEditor)
    return editor


def offered(editor: RefEditor) -> list[Candidate]:
    model = editor.found
    found = [model.index(at, 0, QModelIndex()).data(CANDIDATE_ROLE) for at in range(model.rowCount())]
    return [each for each in found if each.record_id]


def typed(desk: Desk, editor: RefEditor, text: str) -> list[Candidate]:
    editor.edit.setFocus()
    desk.typed(text)
    desk.until(lambda: editor.found.typed == text)
    desk.settled()
    return offered(editor)


def test_persons_of_the_case_come_first_and_others_are_told_with_their_case(desk: Desk) -> None:
    with desk.station.open() as workspace:
        mine, other = new_case(workspace), new_case(workspace, "provisional_number=КУСП-777")
        strangers = [person(workspace, other, "surname=Асанов", f"name=Эрмек{at}") for at in ("", "бек", "хан")]
        own = person(workspace, mine, "surname=Асанов", "name=Жаныбек")
        guest = person(workspace, other, "surname=Асанова", "name=Айгуль")
        words = [f"person={uuid.UUID(bytes=guest)}", "role=mentioned", "sex=female"]
        words += ["age_reason=not_established", "disability_reason=not_established"]
        workspace.records.new("participant", assignments.parse(words), case=mine)
    editor = reference(desk, "apprehension", mine, "person")
    found = typed(desk, editor, "Асанов")
    assert {each.record_id for each in found[:2]} == {str(uuid.UUID(bytes=each)) for each in (own, guest)}
    assert not any(each.foreign for each in found[:2])
    assert {each.record_id for each in found[2:]} == {str(uuid.UUID(bytes=each)) for each in strangers}
    assert all(each.foreign and "КУСП-777" in each.remark for each in found[2:])
    desk.until(editor.popup.isVisible)
    editor.popup.hide()


def test_nobody_of_another_case_is_chosen_before_a_person_chooses(desk: Desk) -> None:
    with desk.station.open() as workspace:
        mine, other = new_case(workspace), new_case(workspace)
        person(workspace, other, "surname=Асанов", "name=Эрмек")
    editor = reference(desk, "apprehension", mine, "person")
    assert [each.foreign for each in typed(desk, editor, "Асанов")] == [True]
    desk.until(editor.popup.isVisible)
    assert not editor.popup.currentIndex().isValid()
    desk.qtbot.keyClick(editor.popup, Qt.Key.Key_Return)
    assert editor.raw() == "Асанов"


def test_the_hand_overs_of_the_case_that_wait_are_listed_at_once_and_found_by_their_words(desk: Desk) -> None:
    with desk.station.open() as workspace:
        mine, other = new_case(workspace), new_case(workspace)
        words = ["kind=jurisdiction", "reason=place_of_crime", "to_office=029", "sent_at=2026-03-01 10:00"]
        sent, confirmed = (workspace.records.new("handover", assignments.parse(words), case=mine).record for _ in "ab")
        workspace.records.new("handover", assignments.parse(words), case=other)
        receipt = [
            f"handover={uuid.UUID(bytes=confirmed)}",
            "received_at=2026-03-02 10:00",
            "received_by=Н",
            "receiver_number=7",
            "accepted=yes",
        ]
        workspace.records.new("handover_receipt", assignments.parse(receipt), case=mine)
        sentence = workspace.cases.step(sent, "ru").sentence
    editor = reference(desk, "handover_receipt", mine, "handover")
    button = editor.findChild(QAbstractButton, "open_handover")
    assert isinstance(button, QAbstractButton)
    button.click()
    desk.until(lambda: editor.found.rowCount() > 0)
    (listed,) = offered(editor)
    assert listed.record_id == str(uuid.UUID(bytes=sent))
    assert sentence.startswith(listed.name)
    editor.popup.hide()
    found = typed(desk, editor, sentence[:20])
    assert found[0].record_id == str(uuid.UUID(bytes=sent))
    editor.popup.hide()
