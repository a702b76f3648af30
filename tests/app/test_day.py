"""A working day at the keyboard: unlock, open a case, add a step, exchange, decide a conflict, lock."""

from __future__ import annotations

import uuid

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from icjims_core.modules import registry
from icjims_desktop.app.settings import read_settings
from icjims_desktop.services.recording import assignments
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.sync_panel.presenter import SyncPresenter
from icjims_desktop.ui.workplace import Place
from tests.app.conftest import Desk
from tests.app.station import NUMBER, SUMMARY, Station, edit, enrolled, new_case
from tests.sync.district import District


def a_case(station: Station, *words: str) -> bytes:
    with station.open() as workspace:
        return new_case(workspace, *words)


def shown(desk: Desk) -> str:
    return desk.window.shell.current_page


def test_a_step_is_added_by_keys_alone(desk: Desk) -> None:
    case = a_case(desk.station)
    desk.unlock()
    desk.key("Ctrl+2")
    cases = desk.house.cases.view
    desk.until(lambda: cases.model.rowCount() == 1 and cases.model.row_at(0))
    row = cases.model.row_at(0)
    assert row is not None
    assert (row.number, row.title, row.in_centre) == (f"{NUMBER} · временный", SUMMARY, False)
    desk.key("Return")
    desk.until(lambda: desk.house.dossier.view.timeline.steps.rowCount() == 1)
    desk.settled()
    desk.key("K")
    sheet = desk.house.dossier.view.sheet
    desk.until(sheet.isVisible)
    assert sheet.model.shown[0].allowed
    assert sheet.model.shown[0].reason
    assert not any(registry()[each.id].command or registry()[each.id].heads_case for each in sheet.model.shown)
    desk.typed(registry()["person"].label.ky)
    desk.until(lambda: sheet.model.shown and sheet.model.shown[0].id == "person")
    desk.key("Return")
    desk.until(lambda: shown(desk) == "form" and desk.house.form.view.states.state is PageState.READY)
    desk.settled()
    assert QApplication.focusWidget() is desk.house.form.view.editor_row("surname").first_input()
    desk.typed("Асанов")
    desk.key("Tab")
    desk.typed("Эрмек")
    desk.key("Ctrl+S")
    desk.until(lambda: shown(desk) == "case" and desk.house.dossier.view.timeline.steps.rowCount() == 2)
    steps = desk.house.dossier.view.timeline.steps
    assert any("Асанов Эрмек" in str(steps.index(at, 0).data()) for at in range(2))
    desk.settled()
    assert desk.house.workplace.workspace.drafts.count() == 0
    file = desk.house.workplace.workspace.cases.file(case, "ru")
    assert [step.type for step in file.steps] == ["case", "person"]


def test_nothing_is_recorded_while_a_required_field_is_empty(desk: Desk) -> None:
    case = a_case(desk.station)
    desk.unlock()
    desk.house.open(Place("form", type="apprehension", case=str(uuid.UUID(bytes=case))))
    desk.settled()
    form = desk.house.form.view
    desk.key("Ctrl+S")
    assert shown(desk) == "form"
    assert form.judgement().empty
    assert QApplication.focusWidget() is form.editor_row(form.judgement().empty[0]).first_input()


def test_a_conflict_is_decided_by_arrows_and_undone_by_another_decision(desk: Desk, town: District) -> None:
    case = a_case(desk.station)
    desk.unlock()
    exchanged(desk)
    with enrolled(town, "bakyt").open() as colleague:
        colleague.syncing.synchronise()
        edit(colleague, case, "summary=Сумка тёмно-синего цвета")
        edit(desk.house.workplace.workspace, case, "summary=Сумка коричневая")
        colleague.syncing.synchronise()
    exchanged(desk)
    assert desk.window.shell.rail._items["conflicts"].accessibleName().endswith("1")
    desk.key("Ctrl+6")
    conflicts = desk.house.conflicts
    desk.until(lambda: conflicts.view.queue.model.rowCount() == 1)
    desk.key("Return")
    desk.until(lambda: conflicts.view.detail_shown)
    desk.settled()
    data = conflicts.view.detail._model
    assert data is not None
    field = data.data.fields[0]
    assert field.was is not None
    assert (field.was.text, field.mine.text) == (SUMMARY, "Сумка коричневая")
    assert [side.text for side in field.theirs] == ["Сумка тёмно-синего цвета"]
    desk.key("Right")
    desk.key("Ctrl+Return")
    desk.typed("сверено с протоколом осмотра")
    desk.key("Ctrl+Return")
    desk.until(lambda: conflicts.view.queue.model.rowCount() == 0)
    assert values(desk, case)["summary"] == "Сумка тёмно-синего цвета"
    conflicts.view.done.button.click()
    desk.until(lambda: conflicts.view.detail_shown)
    desk.house.conflicts.view.detail.focus_field(0)
    desk.key("Left")
    desk.key("Ctrl+Return")
    desk.typed("показания потерпевшей")
    desk.key("Ctrl+Return")
    desk.until(lambda: not conflicts.view.detail_shown)
    desk.settled()
    assert values(desk, case)["summary"] == "Сумка коричневая"


def values(desk: Desk, record: bytes) -> dict[str, object]:
    fields = desk.house.workplace.workspace.records.show(record)["fields"]
    assert isinstance(fields, dict)
    return {name: each.get("value") for name, each in fields.items()}


def exchanged(desk: Desk) -> None:
    """F8 goes to the exchange, F8 again exchanges."""
    desk.key("F8")
    assert shown(desk) == "sync"
    desk.key("F8")
    desk.until(lambda: not desk.house.sync.going)
    desk.settled()


def test_the_sync_page_tells_what_is_true(desk: Desk) -> None:
    a_case(desk.station)
    desk.unlock()
    view, bar = desk.house.sync.view, desk.window.shell.bar
    desk.key("Ctrl+8")
    desk.settled()
    assert "1 изменение" in view._headline.text()
    assert view._data is not None
    assert [line.case for line in view._data.queue] == [f"Дело (временный {NUMBER}): {SUMMARY}"]
    exchanged(desk)
    assert "Всё дошло до центра" in view._headline.text()
    assert "Всё дошло до центра" in bar.sync.text()
    assert view._data.digests.equal is True
    assert view._data.queue == ()
    (session,) = view._data.sessions
    assert (session.outcome.value, session.sent) == ("all_arrived", 1)


def test_without_a_network_it_says_since_when(desk: Desk, town: District) -> None:
    a_case(desk.station)
    desk.unlock()
    desk.house.workplace.workspace.store.state_facts({"centre_url": b"http://127.0.0.1:9"})
    exchanged(desk)
    assert "сети нет с" in desk.house.sync.view._headline.text()
    assert not desk.window.shell.notice.isHidden()


def test_locking_closes_the_store_and_returns_to_the_same_place(desk: Desk) -> None:
    case = a_case(desk.station)
    desk.unlock()
    desk.house.open(Place("form", type="person", case=str(uuid.UUID(bytes=case))))
    desk.settled()
    desk.typed("Токтогу")
    desk.lock()
    assert desk.window.locked
    assert desk.application.house is None
    with desk.station.open() as workspace:  # the store is free: its lock and its keys are gone
        assert [draft.values for draft in workspace.drafts.all()] == [{"surname": "Токтогу"}]
    desk.unlock()
    assert shown(desk) == "form"
    assert desk.house.form.view.editor_row("surname").editor.raw() == "Токтогу"


def test_a_locked_window_exchanges_nothing_by_itself(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.unlock()
    sync, begun = desk.house.sync, list[bool]()
    monkeypatch.setattr(SyncPresenter, "exchange", lambda _self, *, asked: begun.append(asked))
    (timer,) = sync.findChildren(QTimer)
    timer.setInterval(1)
    desk.until(lambda: begun)

    desk.lock()
    begun.clear()
    desk.qtbot.wait(50)

    assert begun == []


def test_wrong_passwords_are_counted_and_lock(desk: Desk) -> None:
    unlock = desk.window.unlock
    for left in (4, 3, 2, 1, 0):
        unlock.password.edit.selectAll()
        desk.qtbot.keyClicks(unlock.password.edit, "not the password")
        desk.key("Return")
        desk.until(lambda: not unlock._busy)
        told = unlock.problem.accessibleName()
        assert (str(left) in told) if left else "Подождите" in told or "до" in told


def test_a_store_in_use_says_so(desk: Desk) -> None:
    with desk.station.open():
        desk.qtbot.keyClicks(desk.window.unlock.password.edit, "whatever password")
        desk.key("Return")
        desk.until(lambda: not desk.window.unlock.problem.isHidden())
        assert desk.application.house is None


def test_the_search_box_finds_people_and_opens_their_case(desk: Desk) -> None:
    case = a_case(desk.station)
    with desk.station.open() as workspace:
        workspace.records.new("person", assignments.parse(["surname=Асанов", "name=Эрмек"]), case=case)
    desk.unlock()
    desk.key("Ctrl+K")
    desk.typed("asanov")
    finder = desk.house.frame.finder
    desk.until(lambda: finder.isVisible() and finder.model.rowCount() == 1)
    desk.key("Return")
    desk.until(lambda: shown(desk) == "form")
    desk.settled()
    assert desk.house.form.view.editor_row("surname").editor.raw() == "Асанов"


def test_esc_leaves_the_search_box_for_the_page(desk: Desk) -> None:
    a_case(desk.station)
    desk.unlock()
    desk.key("Ctrl+2")
    desk.settled()
    desk.key("Ctrl+K")
    desk.typed("никого")
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    desk.key("Esc")
    assert box.text() == ""
    desk.key("Esc")
    assert QApplication.focusWidget() is desk.house.cases.view.table


def test_language_and_theme_are_remembered(desk: Desk) -> None:
    a_case(desk.station)
    desk.unlock()
    languages.choose(Language.KY)
    desk.settled()
    desk.window.shell.settings.appearance_chosen.emit("dark", 1.25)
    desk.lock()
    kept = read_settings(desk.around.config_dir)
    assert kept is not None
    assert (kept.language, kept.theme, kept.scale) == ("ky", "dark", 1.25)
