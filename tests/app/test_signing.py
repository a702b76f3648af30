"""An officer signs at the keyboard: reads what is signed, enters the password afresh, and the act is closed."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icjims_desktop.services.recording import assignments
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.papers import reading as papers
from icjims_desktop.ui.record_form.view import RecordFormView
from icjims_desktop.ui.signing import reading
from icjims_desktop.ui.signing.sheet import SigningSheet
from icjims_desktop.ui.wording import local
from icjims_desktop.ui.workplace import Place
from tests.app.conftest import Desk, at_desk
from tests.app.station import Station, enrolled, new_case
from tests.sync.district import PASSWORD, District, now_ms

REFUSAL = ("ground=no_event", "decided_at=2026-03-07 12:00", "reasons=Событие не подтвердилось")


@pytest.fixture
def officer(town: District) -> Station:
    """An investigator's workstation."""
    return enrolled(town, "sydykov", "Сыдыков Азамат", role="investigator")


@pytest.fixture
def desk(dressed: QApplication, qtbot: QtBot, officer: Station, tmp_path: Path) -> Iterator[Desk]:
    """The investigator's window, locked, in Russian."""
    with at_desk(dressed, qtbot, officer, tmp_path / "config") as made:
        yield made


def recorded(station: Station, type_: str, words: tuple[str, ...]) -> tuple[str, str]:
    """A case and an act in it, by id."""
    with station.open() as workspace:
        case = new_case(workspace)
        act = workspace.records.new(type_, assignments.parse(words), case=case).record
    return str(uuid.UUID(bytes=case)), str(uuid.UUID(bytes=act))


def status(desk: Desk, act: str) -> object:
    return desk.house.workplace.workspace.signing.standing(uuid.UUID(act).bytes)["status"]


def sheet_of(desk: Desk) -> SigningSheet:
    """The sheet, once it is shown and ready."""
    sheet = desk.house.signing.sheet
    desk.until(sheet.isVisible)
    desk.settled()
    return sheet


def form_of(desk: Desk) -> RecordFormView:
    desk.until(lambda: desk.house.form.place and desk.house.form.view.states.state is PageState.READY)
    desk.settled()
    return desk.house.form.view


def test_an_act_is_signed_from_the_timeline_by_keys_alone(desk: Desk, officer: Station) -> None:
    case, act = recorded(officer, "refusal", REFUSAL)
    desk.unlock()
    desk.house.open(Place("case", case=case))
    desk.settled()
    timeline = desk.house.dossier.view.timeline
    timeline.setFocus()
    timeline.mark(act)
    assert not desk.house.dossier.view.bar.isHidden()
    desk.key("S")
    sheet = sheet_of(desk)
    assert sheet.data is not None
    assert {"Событие не подтвердилось"} <= {line.value for line in sheet.data.lines}
    assert QApplication.focusWidget() is sheet.password.edit
    desk.qtbot.keyClicks(sheet.password.edit, "not the password")
    desk.key("Return")
    desk.until(lambda: not sheet.problem.isHidden())
    assert "Пароль неверен" in sheet.problem.accessibleName()
    assert sheet.password.edit.text() == ""
    assert status(desk, act) == "draft"
    desk.qtbot.keyClicks(sheet.password.edit, PASSWORD)
    desk.key("Return")
    desk.until(sheet.isHidden)
    desk.settled()
    assert status(desk, act) == "signed"
    row = next(each for each in timeline.steps._all if each.record_id == act)
    assert (row.signed, row.actions) == (True, ("print", "correct"))


def test_recording_asks_for_the_signature_and_then_only_later_facts_stay_open(desk: Desk, officer: Station) -> None:
    case, act = recorded(officer, "refusal", REFUSAL)
    desk.unlock()
    desk.house.open(Place("form", record=act, case=case))
    form = form_of(desk)
    assert form.head.act.data.text == "Не подписан"
    form.go_to("reasons")
    desk.typed("Проверено. ")
    desk.key("Ctrl+S")
    sheet = sheet_of(desk)
    assert sheet.data is not None
    assert any("Проверено." in line.value for line in sheet.data.lines), "what is signed was recorded first"
    desk.qtbot.keyClicks(sheet.password.edit, PASSWORD)
    desk.key("Return")
    desk.until(sheet.isHidden)
    desk.until(lambda: form.head.act.data.text == "Подписан")
    desk.settled()
    form = form_of(desk)
    assert form.editor_row("reasons").editor.inputs()[0].isReadOnly()  # type: ignore[attr-defined]
    assert form.editor_row("applicant_notified_at").editor.inputs()[0].isEnabled()
    assert not form.foot.save.isHidden()
    assert form.foot.save.text() == "Записать"
    form.go_to("applicant_notified_at")
    desk.typed("07.03.2026 15:00")
    desk.key("Tab")
    desk.key("Ctrl+S")
    desk.until(lambda: desk.window.shell.current_page == "case")
    desk.settled()
    assert status(desk, act) == "signed"


def test_a_signed_act_is_corrected_by_a_new_one_with_a_reason(desk: Desk, officer: Station) -> None:
    case, act = recorded(officer, "refusal", REFUSAL)
    with officer.open() as workspace:
        workspace.signing.sign(uuid.UUID(act).bytes, workspace.signing.enter(PASSWORD))
    desk.unlock()
    desk.house.open(Place("case", case=case))
    desk.settled()
    timeline = desk.house.dossier.view.timeline
    timeline.setFocus()
    timeline.mark(act)
    desk.key("C")
    correction = desk.house.signing.correction
    assert correction.isVisible()
    desk.key("Ctrl+Return")
    desk.until(lambda: not correction.problem.isHidden())
    desk.typed("Ошибка в мотивах")
    desk.key("Ctrl+Return")
    desk.until(correction.isHidden)
    form = form_of(desk)
    desk.until(lambda: desk.window.shell.current_page == "form")
    assert form.head.act.data.text == "Не подписан"
    assert form.editor_row("reasons").editor.raw() == "Событие не подтвердилось"
    assert status(desk, act) == "signed", "until the new one is signed"


def test_a_missing_safeguard_holds_the_signature_back_and_leads_to_the_reason(desk: Desk, officer: Station) -> None:
    with officer.open() as workspace:
        case = new_case(workspace)
        person = workspace.records.new("person", assignments.parse(["surname=Асанов"]), case=case).record
        named = f"person={uuid.UUID(bytes=person)}"
        held = assignments.parse([named, "actual_times+=2026-03-07 10:00", "ground=caught"])
        apprehension = workspace.records.new("apprehension", held, case=case).record
        asked = assignments.parse([named, "capacity=suspect", "started_at=2026-03-07 12:00"])
        act = workspace.records.new("interrogation", asked, case=case).record
    desk.unlock()
    desk.house.open(Place("form", record=str(uuid.UUID(bytes=act)), case=str(uuid.UUID(bytes=case))))
    form_of(desk)
    desk.key("Ctrl+S")
    sheet = sheet_of(desk)
    assert sheet.data is not None
    blocking = [each for each in sheet.data.needs if each.blocks]
    assert any(each.article == "ст. 97(1), 97(2) УПК" for each in blocking)
    assert sheet.sign.isHidden()
    place = next(each.reason_at for each in blocking if each.stamp == "rights_explained")
    assert place is not None
    assert (place.record, place.unit) == (str(uuid.UUID(bytes=apprehension)), "rights_missing_reason")
    sheet.reason_asked.emit(place)
    desk.until(lambda: desk.house.form.place and desk.house.form.place.record == place.record)
    form = form_of(desk)
    assert QApplication.focusWidget() is form.editor_row("rights_missing_reason").first_input()


def test_a_prosecutor_consents_to_what_the_officer_has_signed(
    dressed: QApplication, qtbot: QtBot, town: District, officer: Station, tmp_path: Path
) -> None:
    words = ("kind=search", "basis=not_needed", "started_at=2026-03-07 12:00")
    prosecutor = enrolled(town, "abdyldaeva", "Абдылдаева Э.", role="prosecutor")
    with officer.open() as workspace:
        case = new_case(workspace)
        act = workspace.records.new("search", assignments.parse(words), case=case).record
        workspace.signing.sign(act, workspace.signing.enter(PASSWORD))
        workspace.syncing.synchronise()
    with prosecutor.open() as workspace:
        workspace.syncing.synchronise()
    with at_desk(dressed, qtbot, prosecutor, tmp_path / "config") as desk:
        desk.unlock()
        desk.house.open(Place("form", record=str(uuid.UUID(bytes=act)), case=str(uuid.UUID(bytes=case))))
        form = form_of(desk)
        assert form.foot.countersign.text() == "Согласие прокурора"
        desk.key("Ctrl+Shift+Return")
        sheet = sheet_of(desk)
        assert sheet._title.text().startswith("согласие прокурора")
        desk.qtbot.keyClicks(sheet.password.edit, PASSWORD)
        desk.key("Return")
        desk.until(sheet.isHidden)
        desk.until(form.foot.countersign.isHidden)
        desk.settled()
        told = desk.house.workplace.workspace.signing.standing(act)["signed"]
        assert [each["capacity"] for each in told] == ["officer", "consent"]  # type: ignore[attr-defined]


def test_who_consents_is_advised_like_the_officer_who_signed(town: District, officer: Station) -> None:
    prosecutor = enrolled(town, "abdyldaeva", "Абдылдаева Э.", role="prosecutor")
    with officer.open() as workspace:
        case = new_case(workspace)
        person = workspace.records.new("person", assignments.parse(["surname=Асанов"]), case=case).record
        named = f"person={uuid.UUID(bytes=person)}"
        held = assignments.parse([named, "actual_times+=2026-03-07 10:00", "ground=caught"])
        workspace.records.new("apprehension", held, case=case)
        words = (named, "kind=search", "basis=not_needed", "started_at=2026-03-07 12:00")
        act = str(uuid.UUID(bytes=workspace.records.new("search", assignments.parse(words), case=case).record))
        before = reading.offer(workspace, act, "ru", local(now_ms()))
        workspace.signing.sign(uuid.UUID(act).bytes, workspace.signing.enter(PASSWORD))
        workspace.syncing.synchronise()
    with prosecutor.open() as workspace:
        workspace.syncing.synchronise()
        asked = reading.offer(workspace, act, "ru", local(now_ms()))
        _, advice = reading.sign(workspace, act, asked.capacity, PASSWORD, "ru")
    assert asked.capacity == "consent"
    assert {each.stamp for each in asked.needs} >= {"rights_explained"}
    assert any(not each.stamp for each in asked.needs), "what the act does not state"
    assert [(each.stamp, each.text) for each in asked.needs] == [(each.stamp, each.text) for each in before.needs]
    assert not asked.blocked, "a consent waits for nothing"
    assert {each.code for each in advice} >= {"safeguards_missing", "contents_missing"}


def test_the_times_that_were_stated_are_read_before_the_signature_with_their_sources(officer: Station) -> None:
    with officer.open() as workspace:
        case = new_case(workspace)
        person = workspace.records.new("person", assignments.parse(["surname=Асанов"]), case=case).record
        stated = 'actual_times:={"at": "2026-03-07 10:00", "source": "recording", "by": "камера"}'
        held = assignments.parse([f"person={uuid.UUID(bytes=person)}", stated, "ground=caught"])
        act = workspace.records.new("apprehension", held, case=case).record
        told = reading.offer(workspace, str(uuid.UUID(bytes=act)), "ru", local(now_ms())).lines
    (line,) = [each for each in told if each.label.startswith("Время фактического задержания")]
    assert line.value.startswith("07.03.2026 10:00 (")
    assert "камера" in line.value


def test_a_copy_is_offered_for_the_person_of_the_act_whose_part_is_not_recorded(officer: Station) -> None:
    with officer.open() as workspace:
        case = new_case(workspace)
        person = workspace.records.new("person", assignments.parse(["surname=Асанов"]), case=case).record
        words = [f"person={uuid.UUID(bytes=person)}", "actual_times+=2026-03-07 10:00", "ground=caught"]
        words.append("drawn_by=следователь Сыдыков Азамат")
        act = str(uuid.UUID(bytes=workspace.records.new("apprehension", assignments.parse(words), case=case).record))
        (whom,) = papers.printable(workspace, act, "ru").recipients
        copy = papers.preview(workspace, act, "ru", whom.person).preview.paper
    assert whom.person == str(uuid.UUID(bytes=person))
    assert "Асанов" in whom.name
    assert any("Асанов" in each for each in copy.remarks)
    assert copy.hands[-1].who == "следователь Сыдыков Азамат", "the name once"
