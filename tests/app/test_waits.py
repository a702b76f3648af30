"""What waits for a user, on a real store and by keyboard: as many lines as it says, each leading to its own."""

from __future__ import annotations

import uuid
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from icjims_desktop.services.recording import assignments
from icjims_desktop.store.drafts import DraftKey
from icjims_desktop.ui.conflicts import reading as conflicts_reading
from icjims_desktop.ui.wording import local
from tests.app.conftest import Desk, at_desk
from tests.app.station import edit, enrolled, new_case
from tests.app.test_liberty import held
from tests.sync.district import District, now_ms


def test_what_waits_is_unfolded_into_as_many_lines_as_it_says_and_each_is_opened_by_key(desk: Desk) -> None:
    with desk.station.open() as workspace:
        case, apprehension = held(workspace)
        for number, record in enumerate((apprehension, None)):
            key = DraftKey("apprehension", record, case)
            workspace.drafts.keep(key, {"order_number": str(number)}, {}, now=now_ms() + number)
    desk.unlock()
    desk.until(lambda: waiting_lines(desk))
    (kind,) = [each for each in waiting_lines(desk) if each.objectName() == "wait_drafts"]
    assert kind.accessibleName().startswith("2 черновика")
    kind.setFocus(Qt.FocusReason.TabFocusReason)
    desk.key("Space")
    desk.until(lambda: len(each_draft(desk)) == 2)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "wait_drafts", "unfolding leaves the focus where it was"
    desk.key("Tab")
    desk.key("Space")
    desk.until(lambda: desk.window.shell.current_page == "form")


def waiting_lines(desk: Desk) -> list[QAbstractButton]:
    found = desk.house.today.view.waits.findChildren(QAbstractButton)
    return [each for each in found if each.isVisible() and each.objectName().startswith("wait_")]


def each_draft(desk: Desk) -> list[QAbstractButton]:
    return [each for each in waiting_lines(desk) if each.objectName().startswith("wait_drafts_")]


def test_as_many_conflicts_are_told_as_the_page_of_conflicts_lists(town: District, desk: Desk) -> None:
    theirs = enrolled(town, "japarov", "Жапаров Азамат")
    with desk.station.open() as here, theirs.open() as there:
        case = new_case(here)
        here.syncing.synchronise()
        there.syncing.synchronise()
        edit(there, case, "place=с. Сокулук", "damage=1500000")
        there.syncing.synchronise()
        edit(here, case, "place=с. Военно-Антоновка", "damage=1800000")
        here.syncing.synchronise()
    desk.unlock()
    desk.until(lambda: waiting_lines(desk))
    (told,) = [each for each in waiting_lines(desk) if each.objectName() == "wait_conflicts"]
    listed = conflicts_reading.queue(desk.house.workplace.workspace, "ru", local(now_ms()))
    assert told.accessibleName().startswith(f"{len(listed)} расхождения")
    assert len(listed) > 1
    assert all("Жапаров Азамат, " in each.remark for each in listed), "people are called by name and post"


def test_ones_own_unsigned_acts_are_told_and_each_opens_its_form(
    dressed: QApplication, qtbot: QtBot, town: District, tmp_path: Path
) -> None:
    officer = enrolled(town, "osmonov", "Осмонов Бакыт", role="investigator")
    with officer.open() as workspace:
        case = new_case(workspace, "responsible=Осмонов Бакыт")
        words = assignments.parse(("ground=no_event", "decided_at=2026-03-07 12:00", "reasons=Не подтвердилось"))
        act = workspace.records.new("refusal", words, case=case).record
    with at_desk(dressed, qtbot, officer, tmp_path / "config") as desk:
        desk.unlock()
        desk.until(lambda: waiting_lines(desk))
        (told,) = [each for each in waiting_lines(desk) if each.objectName() == "wait_unsigned"]
        assert told.accessibleName().startswith("1 ваш акт не подписан")
        told.setFocus(Qt.FocusReason.TabFocusReason)
        desk.key("Return")
        desk.until(lambda: desk.house.form.place and desk.house.form.place.record == str(uuid.UUID(bytes=act)))
        desk.settled()
