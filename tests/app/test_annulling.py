"""A record is annulled in its form with a reason, and taken back; whose it is not finds no such command."""

from __future__ import annotations

import uuid

from icjims_desktop.services.recording import assignments
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.record_form.view import RecordFormView
from icjims_desktop.ui.workplace import Place
from tests.app.conftest import Desk
from tests.app.station import enrolled, new_case
from tests.sync.district import PASSWORD, District

REFUSAL = ("ground=no_event", "decided_at=2026-03-07 12:00", "reasons=Событие не подтвердилось")


def opened(desk: Desk, record: bytes, case: bytes) -> RecordFormView:
    desk.house.open(Place("form", record=str(uuid.UUID(bytes=record)), case=str(uuid.UUID(bytes=case))))
    desk.until(lambda: desk.house.form.place and desk.house.form.view.states.state is PageState.READY)
    desk.settled()
    return desk.house.form.view


def annulled(desk: Desk, record: bytes) -> bool:
    return "annulled" in desk.house.workplace.workspace.records.show(record)


def test_a_record_is_annulled_with_a_reason_and_taken_back_by_keys_alone(desk: Desk) -> None:
    with desk.station.open() as workspace:
        case = new_case(workspace)
        person = workspace.records.new("person", assignments.parse(["surname=Асанов"]), case=case).record
    desk.unlock()
    form = opened(desk, person, case)
    sheet = desk.house.form.annulling.sheet
    desk.key("Ctrl+Shift+Delete")
    desk.until(sheet.isVisible)
    desk.key("Esc")
    desk.until(sheet.isHidden)
    assert (desk.window.shell.current_page, annulled(desk, person)) == ("form", False)
    desk.key("Ctrl+Shift+Delete")
    desk.key("Ctrl+Return")
    desk.until(lambda: not sheet.problem.isHidden())
    assert not annulled(desk, person), "nothing without a reason"
    sheet.reason.setFocus()
    desk.typed("Записан дважды")
    desk.key("Ctrl+Return")
    desk.until(lambda: sheet.isHidden() and annulled(desk, person))
    desk.settled()
    form = opened(desk, person, case)
    assert "Записан дважды" in form.head.annulled.text()
    assert "aida" in form.head.annulled.text()
    assert not form.judgement().problems
    assert form.editor_row("surname").editor.inputs()[0].isReadOnly()  # type: ignore[attr-defined]

    desk.key("Ctrl+Shift+Delete")
    desk.until(sheet.isVisible)
    desk.typed("Всё же другой человек")
    desk.key("Ctrl+Return")
    desk.until(lambda: sheet.isHidden() and not annulled(desk, person))
    desk.settled()
    assert form.head.annulled.isHidden()
    assert not form.editor_row("surname").editor.inputs()[0].isReadOnly()  # type: ignore[attr-defined]


def test_whose_it_is_not_to_annul_finds_no_such_command(desk: Desk, town: District) -> None:
    officer = enrolled(town, "sydykov", role="investigator")
    with officer.open() as workspace:
        case = new_case(workspace)
        act = workspace.records.new("refusal", assignments.parse(REFUSAL), case=case).record
        workspace.signing.sign(act, workspace.signing.enter(PASSWORD))
        workspace.syncing.synchronise()
    with desk.station.open() as workspace:
        workspace.syncing.synchronise()
    desk.unlock()
    form = opened(desk, act, case)
    assert form.head.annul.isHidden()
    desk.key("Ctrl+Shift+Delete")
    assert desk.house.form.annulling.sheet.isHidden()


def test_a_form_not_yet_recorded_has_nothing_to_annul(desk: Desk) -> None:
    with desk.station.open() as workspace:
        case = new_case(workspace)
    desk.unlock()
    desk.house.open(Place("form", type="person", case=str(uuid.UUID(bytes=case))))
    desk.until(lambda: desk.house.form.place and desk.house.form.view.states.state is PageState.READY)
    assert desk.house.form.view.head.annul.isHidden()
