"""The day begins with what runs out: by keyboard, on a real store."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.ui.cases import reading as list_reading
from icjims_desktop.ui.components.states import PageState, StateStack
from icjims_desktop.ui.today import reading
from icjims_desktop.ui.today.data import DueRow, Group, group_of
from icjims_desktop.ui.today.model import BoardModel
from icjims_desktop.ui.wording import local
from tests.app.conftest import Desk
from tests.app.station import Station, edit, new_case
from tests.app.test_liberty import HELD_MS, ago, held
from tests.sync.district import now_ms


def rows(model: BoardModel) -> list[DueRow | None]:
    return [model.row_at(number) for number in range(model.rowCount())]


def begun(desk: Desk) -> BoardModel:
    """The board, with every row that is shown read."""
    desk.unlock()
    model = desk.house.today.view.model
    desk.until(lambda: model.rowCount() > 0)
    rows(model)
    desk.settled()
    desk.until(lambda: all(rows(model)))
    return model


def test_the_day_begins_with_liberty_and_a_due_date_tells_how_it_was_counted(desk: Desk) -> None:
    with desk.station.open() as workspace:
        held(workspace)
    model = begun(desk)
    view = desk.house.today.view
    assert desk.window.shell.current_page == "today"
    shown = [each for each in rows(model) if each is not None]
    assert shown[0].group is Group.OVERDUE
    assert shown[1].severity == "A"
    assert shown[1].subject == "Асанов Эрмек"
    groups = [each.group for each in shown if each.group is not None]
    assert groups == [each for each in Group if each in groups], "the groups stand in order"
    for group in groups:
        at = next(number for number, each in enumerate(shown) if each.group is group)
        part = [each.severity for each in shown[at + 1 : at + 1 + shown[at].count]]
        assert part == sorted(part), "liberty first"
    assert not view.clocks.isHidden(), "somebody's liberty runs out in hours"
    view.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.table.currentIndex().row() == 1, "a heading is not chosen"
    desk.key("Space")
    desk.until(lambda: view.explains and view.explanation.told is not None)
    told = view.explanation.told
    assert told is not None
    assert told.key == shown[1].key
    assert len(told.steps) >= 3
    desk.key("Down")
    desk.until(lambda: view.explanation.told is not None and view.explanation.told.key == shown[2].key)
    desk.key("Return")
    desk.until(lambda: desk.window.shell.current_page == "case" and desk.house.dossier.view.dues.isVisible())
    opened = desk.house.dossier.view.dues.explanation.told
    assert opened is not None
    assert opened.key == shown[2].key
    desk.key("Esc")
    desk.key("Ctrl+1")
    assert desk.window.shell.current_page == "today"


def test_what_is_recorded_leaves_the_board(desk: Desk) -> None:
    with desk.station.open() as workspace:
        _, apprehension = held(workspace)
    model = begun(desk)
    before = {each.key for each in rows(model) if each is not None and "адвокат" in each.what.casefold()}
    assert before
    words = ("lawyer_missing_reason=Адвокат в районе один и болен", "relatives_missing_reason=Родных нет")
    edit(desk.house.workplace.workspace, apprehension, *words)
    desk.house.workplace.changed.emit()
    desk.settled()
    rows(model)
    desk.settled()
    desk.until(lambda: all(rows(model)))
    after = {each.key for each in rows(model) if each is not None}
    assert not before & after


def test_a_clock_in_doubt_is_told(station: Station, desk: Desk) -> None:
    with station.open() as workspace:
        held(workspace)
        hours = 48 * 3_600_000
        workspace.desk.now = lambda: now_ms() - hours  # type: ignore[method-assign]
        workspace.standings.catch_up()
        read = reading.board(workspace, reading.Wanted(), local(now_ms() - hours), "ru")
    assert read.board.uncertain
    view = desk.house.today.view if desk.application.house else None
    assert view is None
    desk.unlock()
    desk.house.today.view.show_board(read.board)
    assert not desk.house.today.view.banner.isHidden()
    assert "часы" in desk.house.today.view.banner.accessibleName().casefold()


def test_mine_and_all_are_told_apart(station: Station) -> None:
    with station.open() as workspace:
        mine, _ = held(workspace)
        held(workspace)
        edit(workspace, mine, f"responsible={workspace.me.name or workspace.me.login}")
        workspace.standings.catch_up()
        board = reading.board(workspace, reading.Wanted(), local(now_ms()), "ru").board
        every = reading.board(workspace, reading.Wanted(only_mine=False), local(now_ms()), "ru").board
    assert board.only_mine
    assert 0 < board.mine < board.office
    assert len(every.numbers) > len(board.numbers)


def test_the_empty_board_says_so(desk: Desk) -> None:
    desk.unlock()
    view = desk.house.today.view
    desk.until(lambda: view.states.state is PageState.EMPTY)
    waits = [each for each in view.waits.findChildren(QAbstractButton) if each.isVisible()]
    assert waits == []
    assert QApplication.focusWidget() is not None


def test_that_nothing_runs_out_is_never_said_before_the_cases_are_counted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk.station.open() as workspace:
        held(workspace)
    told: list[PageState] = []
    show = StateStack.show_state

    def noted(states: StateStack, state: PageState, reason: str = "") -> None:
        if states.objectName() == "due_dates_states":
            told.append(state)
        show(states, state, reason)

    monkeypatch.setattr(StateStack, "show_state", noted)
    begun(desk)
    assert told[0] is PageState.LOADING
    assert told[-1] is PageState.READY
    assert PageState.EMPTY not in told


def test_a_case_is_mine_where_an_acceptance_names_me(station: Station) -> None:
    with station.open() as workspace:
        case, _ = held(workspace)
        assert case not in workspace.standings.responsible_for()
        words = ("kind=single", f"officer={workspace.me.name or workspace.me.login}", "accepted_at=2026-09-01 09:00")
        workspace.records.new("acceptance", assignments.parse(words), case=case)
        assert case in workspace.standings.responsible_for()


def test_all_cases_can_be_chosen_where_no_own_one_runs_out(desk: Desk) -> None:
    with desk.station.open() as workspace:
        held(workspace)
        new_case(workspace, f"responsible={workspace.me.name or workspace.me.login}")
    desk.unlock()
    view = desk.house.today.view
    desk.until(lambda: view.states.state is PageState.EMPTY)
    assert view.office.isVisible()
    view.office.click()
    desk.until(lambda: view.model.rowCount() > 0)


def listed(workspace: Workspace, chosen: str, text: str = "") -> list[int]:
    return list(list_reading.listing(workspace, chosen, text, "ru").numbers)


def test_the_list_of_cases_tells_the_derived_stage_and_filters_by_it(station: Station) -> None:
    with station.open() as workspace:
        new_case(workspace)
        begun_case, _ = held(workspace)
        facts = (f"decided_at={ago(HELD_MS // 2)}", "occasion=citizen_statement", "article=205", "part=2")
        workspace.records.new("initiation", assignments.parse(facts), case=begun_case)
        workspace.standings.catch_up()
        every = listed(workspace, list_reading.ALL)
        told = {row.case_id: row for row in list_reading.rows(workspace, every, "ru", local(now_ms()))}
        by_filter = listed(workspace, "stage:investigation")
        by_words = listed(workspace, list_reading.ALL, "на следствии")
        ordered = list(list_reading.listing(workspace, list_reading.ALL, "", "ru", by_stage=True).numbers)
    stages = {row.stage for row in told.values()}
    assert "на следствии" in stages
    assert len(stages) == 2
    assert by_filter == by_words
    assert len(by_filter) == 1
    assert set(ordered) == set(every)
    assert ordered[-1] == by_filter[0], "investigation comes after the check in the order of the procedure"
    assert any(row.deadline is not None for row in told.values())


def test_of_what_is_overdue_the_oldest_comes_first(station: Station) -> None:
    with station.open() as workspace:
        held(workspace)
        workspace.standings.catch_up()
        now = now_ms() + 40 * 24 * 3_600_000
        read = reading.board(workspace, reading.Wanted(), local(now), "ru")
    late = [each for _, each in read.dues if group_of(reading.left_of(each), local(now)) is Group.OVERDUE]
    assert len({each.due for each in late if each.severity == "A"}) > 1
    order = [(each.severity, each.due is None, each.due or 0) for each in late]
    assert order == sorted(order)
