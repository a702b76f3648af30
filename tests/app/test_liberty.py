"""Safeguards, custody and states on the page of a case, by keyboard, from a real store."""

from __future__ import annotations

import re
import uuid
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.ui.components.chip import Chip
from icjims_desktop.ui.components.progress import LedgerBar, SegmentState
from icjims_desktop.ui.dossier import reading
from icjims_desktop.ui.today.waiting import waits
from icjims_desktop.ui.wording import local
from icjims_desktop.ui.workplace import Place
from tests.app.conftest import Desk
from tests.app.station import Station, edit, enrolled, new_case
from tests.sync.district import District, now_ms

HELD_MS = 20 * 3_600_000


def ago(milliseconds: int) -> str:
    """A time before now, as people type it."""
    return f"{local(now_ms() - milliseconds):%Y-%m-%d %H:%M}"


def held(workspace: Workspace) -> tuple[bytes, bytes]:
    """A case with a person apprehended twenty hours ago whose rights were explained; case and apprehension."""
    case = new_case(workspace)
    person = workspace.records.new("person", assignments.parse(["surname=Асанов", "name=Эрмек"]), case=case).record
    stated = f'actual_times:={{"at": "{ago(HELD_MS)}", "source": "officer"}}'
    words = [f"person={uuid.UUID(bytes=person)}", stated, f"rights_explained_at={ago(HELD_MS - 600_000)}"]
    apprehension = workspace.records.new("apprehension", assignments.parse(words), case=case).record
    return case, apprehension


@pytest.fixture
def case(station: Station) -> tuple[bytes, bytes]:
    with station.open() as workspace:
        return held(workspace)


def open_case(desk: Desk, case: bytes) -> None:
    desk.unlock()
    desk.house.open(Place("case", case=str(uuid.UUID(bytes=case))))
    desk.settled()


def pressed(desk: Desk, name: str) -> None:
    """Focus a button of the window and press it by key."""
    desk.until(lambda: any(each.isVisible() for each in desk.window.findChildren(QAbstractButton, name)))
    button = next(each for each in desk.window.findChildren(QAbstractButton, name) if each.isVisible())
    button.setFocus(Qt.FocusReason.TabFocusReason)
    desk.key("Space")


def test_the_side_tells_passport_and_custody(desk: Desk, case: tuple[bytes, bytes]) -> None:
    open_case(desk, case[0])
    side = desk.house.dossier.view.side
    passport = side.findChild(QAbstractButton, "passport_0")
    measure = side.findChild(QAbstractButton, "measure_0")
    assert passport is not None
    assert measure is not None
    assert "Асанов Эрмек" in passport.accessibleName()
    assert "задержан" in measure.accessibleName()
    bar = side.findChild(LedgerBar, "ledger_0")
    assert bar is not None
    assert bar.accessibleName().endswith(": лишён(а) свободы 20 часов, не более 48 часов")
    edit(desk.house.workplace.workspace, case[1], "is_child=yes")
    desk.house.workplace.changed.emit()
    desk.settled()
    pressed(desk, "passport_0")
    words = desk.house.dossier.view.passports.findChild(LedgerBar, "liberty_ledger")
    assert words is not None
    assert words.accessibleName() == "лишён(а) свободы 20 часов, не более 24 часов (ст. 43(2), 100(2) УПК)"


def test_a_missing_stamp_leads_to_its_field_and_then_is_met(desk: Desk, case: tuple[bytes, bytes]) -> None:
    open_case(desk, case[0])
    pressed(desk, "passport_0")
    sheet = desk.house.dossier.view.passports
    assert sheet.isVisible()
    stamps = {each.objectName(): each.accessibleName() for each in sheet.findChildren(QAbstractButton)}
    told = next(name for name, words in stamps.items() if words.startswith("Адвокат уведомлён"))
    assert "не записано" in stamps[told]
    pressed(desk, f"{told}_record")
    desk.settled()
    assert desk.window.shell.current_page == "form"
    desk.until(lambda: "lawyer_notified_at" in _focus_chain())
    desk.house.open(Place("case", case=str(uuid.UUID(bytes=case[0]))))
    edit(desk.house.workplace.workspace, case[1], f"lawyer_notified_at={ago(HELD_MS - 1_200_000)}")
    desk.house.workplace.changed.emit()
    desk.settled()
    words = [each.accessibleName() for each in sheet.findChildren(QAbstractButton)]
    assert any(each.startswith("Адвокат уведомлён, записано") for each in words)


def test_attempts_to_reach_a_lawyer_stand_with_the_right(desk: Desk, case: tuple[bytes, bytes]) -> None:
    with desk.station.open() as workspace:
        shown: Any = workspace.records.show(case[1])["fields"]
        words = [f"person={shown['person']['value']}", "service=lawyer", f"called_at={ago(HELD_MS - 900_000)}"]
        stated = assignments.parse([*words, "called_by=Сыдыков А.", "result=no_answer"])
        workspace.records.new("contact_attempt", stated, case=case[0])
        persons: Any = workspace.procedure.safeguards(case[0], "ru")["persons"]
        mark = next(each for each in persons[0]["safeguards"] if each["code"] == "lawyer_notified")
        assert (mark["status"], [each["text"] for each in mark["attempts"]]) == ("missing", ["не ответил"])
    open_case(desk, case[0])
    pressed(desk, "passport_0")
    sheet = desk.house.dossier.view.passports
    words = [each.accessibleName() for each in sheet.findChildren(QAbstractButton)]
    (told_of,) = {each for each in words if each.startswith("Адвокат уведомлён")}
    assert "не записано" in told_of
    assert "Сыдыков А.: не ответил" in told_of


def test_a_recorded_reason_is_shown_as_such(desk: Desk, case: tuple[bytes, bytes]) -> None:
    open_case(desk, case[0])
    edit(desk.house.workplace.workspace, case[1], "doctor_missing_reason=Врача в районе нет")
    desk.house.workplace.changed.emit()
    desk.settled()
    pressed(desk, "passport_0")
    sheet = desk.house.dossier.view.passports
    words = [each.accessibleName() for each in sheet.findChildren(QAbstractButton)]
    assert any("записана причина" in each and "Врача в районе нет" in each for each in words)
    desk.key("Esc")
    assert not sheet.isVisible()


def test_a_time_stated_otherwise_is_told_to_the_prosecutor_first(town: District) -> None:
    told: dict[str, bool] = {}
    case = b""
    for login, role in (("aida", "clerk"), ("bakyt", "prosecutor")):
        with enrolled(town, login, role=role).open() as workspace:
            if role == "clerk":
                case, apprehension = held(workspace)
                later = f'actual_times:={{"at": "{ago(HELD_MS + 5_400_000)}", "source": "lawyer", "by": "Орозбеков"}}'
                edit(workspace, apprehension, later)
            workspace.syncing.synchronise()
            data = reading.dossier(workspace, case, "ru", local(now_ms()))
            assert len(data.alerts) == 1
            assert "Орозбеков" in data.alerts[0].remark
            assert "recorded" in data.alerts[0].remark or "записано" in data.alerts[0].remark, "and when"
            if role == "prosecutor":
                workspace.standings.catch_up()
                (wait,) = [each for each in waits(workspace, local(now_ms())) if each.id == "alerts"]
                assert "aida" in wait.lines[0].remark, "who recorded it"
                assert re.search(r"\d\d:\d\d", wait.lines[0].remark), "and when"
            told[role] = data.alerts_first
    assert told == {"clerk": False, "prosecutor": True}


def test_an_annulled_stretch_stays_in_sight_struck_through(desk: Desk, case: tuple[bytes, bytes]) -> None:
    open_case(desk, case[0])
    desk.house.workplace.workspace.records.annul(case[1], "Записано не то лицо")
    desk.house.workplace.changed.emit()
    desk.settled()
    pressed(desk, "passport_0")
    sheet = desk.house.dossier.view.passports
    line = sheet.findChild(QAbstractButton, "liberty_struck_0")
    assert line is not None
    words = line.accessibleName()
    assert "задержан" in words
    assert "aida" in words
    assert "Записано не то лицо" in words
    assert any(each.font().strikeOut() and "задержан" in each.text() for each in line.findChildren(QLabel))
    pressed(desk, "liberty_struck_0")
    desk.settled()
    assert desk.house.form.place == Place(
        "form", "apprehension", str(uuid.UUID(bytes=case[1])), str(uuid.UUID(bytes=case[0]))
    )


def test_the_head_tells_the_nearest_due_dates_and_how_they_were_counted(desk: Desk, case: tuple[bytes, bytes]) -> None:
    open_case(desk, case[0])
    view = desk.house.dossier.view
    chips = [each.data.text for each in view.head.findChildren(Chip) if each.objectName().startswith("case_deadline")]
    assert any("просрочено" in each.casefold() for each in chips)
    assert any(" ч " in each for each in chips)
    pressed(desk, "case_dues_button")
    assert view.dues.isVisible()
    told = view.dues.explanation.told
    assert told is not None
    assert len(told.steps) >= 3
    desk.key("Tab")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName().startswith(("due_line", "due_sheet"))


def _focus_chain() -> str:
    found, names = QApplication.focusWidget(), []
    while found is not None:
        names.append(found.objectName())
        found = found.parentWidget()
    return " ".join(names)


def test_a_passport_is_printed(desk: Desk, case: tuple[bytes, bytes], tmp_path: Path) -> None:
    open_case(desk, case[0])
    target = tmp_path / "passport.pdf"
    desk.house.dossier.choose_target = lambda _parent, _title, _name: str(target)
    pressed(desk, "passport_0")
    pressed(desk, "liberty_print")
    desk.until(target.exists)
    desk.settled()
    assert target.read_bytes().startswith(b"%PDF")
    desk.until(lambda: sheet_words(desk) == "Записано: 1 страница")


def sheet_words(desk: Desk) -> str:
    found = desk.house.dossier.view.passports.findChild(QLabel, "liberty_printed")
    return found.text() if found is not None else ""


def test_how_much_is_left_stands_first_in_the_head_of_a_case(station: Station) -> None:
    with station.open() as workspace:
        case, _ = held(workspace)
        page = reading.dossier(workspace, case, "ru", local(now_ms()))
    running = [each for each in page.deadlines if each.icon != "octagon"]
    assert running
    for each in running:
        left, _, what = each.text.partition(" · ")
        assert left.endswith(("мин", "min"))
        assert what in each.detail
        assert "…" not in each.text


def test_a_reason_why_not_is_no_safeguard_kept_and_stands_on_the_page(
    station: Station, case: tuple[bytes, bytes]
) -> None:
    with station.open() as workspace:
        (before,) = reading.dossier(workspace, case[0], "ru", local(now_ms())).passports
        edit(workspace, case[1], "lawyer_missing_reason=Адвокат болен")
        (after,) = reading.dossier(workspace, case[0], "ru", local(now_ms())).passports
    assert before.remark.startswith("1 / ")
    assert after.remark.startswith(f"{before.remark} · ")
    assert after.remark.endswith(": 3"), "three are explained, which is not kept"
    told = [each for each in after.open_lines if "Адвокат болен" in each.text]
    assert [each.due for each in told] == [False] * len(told)
    assert len(told) >= 2, "a lawyer told and a lawyer present"


def test_what_was_done_late_and_the_time_of_apprehension_stand_on_the_page(
    station: Station, desk: Desk, case: tuple[bytes, bytes]
) -> None:
    with station.open() as workspace:
        earlier = ago(HELD_MS + 4 * 3_600_000)
        edit(workspace, case[1], f'actual_times:={{"at": "{earlier}", "source": "witness", "by": "Осмонов"}}')
        (passport,) = reading.dossier(workspace, case[0], "ru", local(now_ms())).passports
    assert passport.remark.startswith("1 / ")
    assert [each.text for each in passport.open_lines if "Права разъяснены" in each.text]
    assert SegmentState.DONE not in {each.state for each in passport.segments}
    open_case(desk, case[0])
    pressed(desk, "passport_0")
    shown = [each.text() for each in desk.house.dossier.view.passports.findChildren(QLabel)]
    assert any("Осмонов" in each and each.index("Осмонов") < each.index("указано также") for each in shown)
