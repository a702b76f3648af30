"""The day begins with what runs out: by keyboard, on a real store."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from icjims_desktop.services.law.standings import Entry
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.ui.cases import reading as list_reading
from icjims_desktop.ui.components.chip import ChipKind
from icjims_desktop.ui.components.states import PageState, StateStack
from icjims_desktop.ui.today import reading
from icjims_desktop.ui.today.clocks import kind_of
from icjims_desktop.ui.today.data import DueRow, Group, Left, group_of
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
    assert shown[0].group is Group.TODAY, "what can still be kept stands before what was missed"
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


def test_of_what_is_overdue_who_is_still_held_comes_first_then_the_newest(station: Station) -> None:
    with station.open() as workspace:
        held(workspace)
        _, apprehension = held(workspace)
        edit(workspace, apprehension, f"released_at={ago(HELD_MS // 2)}", "release_ground=no_need")
        workspace.standings.catch_up()
        now = now_ms() + 24 * 3_600_000
        read = reading.board(workspace, reading.Wanted(), local(now), "ru")
    late = [each for _, each in read.dues if group_of(reading.left_of(each), local(now)) is Group.OVERDUE]
    assert {each.held for each in late if each.severity == "A"} == {True, False}
    order = [(each.severity, not each.held, -(each.due or 0)) for each in late]
    assert order == sorted(order)


def test_who_was_released_has_no_place_on_the_clock_of_liberty(station: Station) -> None:
    with station.open() as workspace:
        _, apprehension = held(workspace)
        workspace.standings.catch_up()
        assert [each.person for each in reading.board(workspace, reading.Wanted(), local(now_ms()), "ru").clocks]
        edit(workspace, apprehension, f"released_at={ago(HELD_MS // 2)}", "release_ground=no_need")
        workspace.standings.catch_up()
        read = reading.board(workspace, reading.Wanted(), local(now_ms()), "ru")
    assert read.clocks == ()
    assert not any(each.rule.startswith("D22") for _, each in read.dues)


def test_a_limit_of_liberty_that_has_passed_stays_in_red_before_what_runs_until_release_or_court(
    station: Station,
) -> None:
    with station.open() as workspace:
        late, running = held(workspace)[1], held(workspace)[1]
        for hours in (46, 50):
            edit(workspace, late, f'actual_times:={{"at": "{ago(hours * 3_600_000)}", "source": "officer"}}')
            workspace.standings.catch_up()
            clocks = reading.board(workspace, reading.Wanted(), local(now_ms()), "ru").clocks
            assert [kind_of(each, local(now_ms())) for each in clocks] == [ChipKind.LATE, ChipKind.ACCENT]
            assert (hours == 46) == ("97(5)" in clocks[0].article), (
                "of several that passed the last one: to be released"
            )
        edit(workspace, late, f"released_at={ago(1)}", "release_ground=term_expired")
        workspace.standings.catch_up()
        assert len(reading.board(workspace, reading.Wanted(), local(now_ms()), "ru").clocks) == 1
        edit(workspace, running, f"released_at={ago(1)}", "release_ground=no_need")
        workspace.standings.catch_up()
        assert not reading.board(workspace, reading.Wanted(), local(now_ms()), "ru").clocks


def test_an_hour_that_was_missed_before_the_court_decided_is_no_clock(station: Station) -> None:
    with station.open() as workspace:
        case, apprehension = held(workspace)
        edit(workspace, apprehension, f'actual_times:={{"at": "{ago(80 * 3_600_000)}", "source": "officer"}}')
        workspace.standings.catch_up()
        person = next(each.person for each in workspace.standings.kept()[case][1] if _is_45(each))
        words = (f"person={person}", "measure=custody", "step=chosen", "decision=granted")
        times = (f"decided_at={ago(20 * 3_600_000)}", f"valid_from={ago(80 * 3_600_000)}")
        workspace.records.new("restraint", assignments.parse((*words, *times)), case=case)
        workspace.standings.catch_up()
        (_, entries) = workspace.standings.kept()[case]
        assert any(_is_45(each) and each.state == "missed" for each in entries)
        assert not reading.board(workspace, reading.Wanted(), local(now_ms()), "ru").clocks


def test_a_limit_of_custody_that_was_passed_ends_with_the_release(station: Station) -> None:
    """Nothing can be done about it any more: it counts as late until the release."""
    began, released = ago(80 * 3_600_000), ago(3_600_000)
    with station.open() as workspace:
        _, apprehension = held(workspace)
        stated = f'actual_times:={{"at": "{began}", "source": "officer"}}'
        edit(workspace, apprehension, stated)
        workspace.standings.catch_up()
        brought = [each for _, (_, several) in workspace.standings.kept().items() for each in several if _is_45(each)]
        assert [(each.state, each.done) for each in brought] == [("missed", None)]
        edit(workspace, apprehension, f"released_at={released}", "release_ground=term_expired")
        workspace.standings.catch_up()
        read = reading.board(workspace, reading.Wanted(group=Group.DONE_LATE), local(now_ms()), "ru")
    (late,) = [each for _, each in read.dues if _is_45(each)]
    assert late.done is not None
    assert f"{local(late.done):%Y-%m-%d %H:%M}" == released


def _is_45(entry: Entry) -> bool:
    return entry.rule == "D22.1"


@pytest.mark.parametrize("seed", [3, 11, 2026])
def test_every_number_at_the_head_is_the_number_of_the_lines_that_it_shows(desk: Desk, seed: int) -> None:
    with desk.station.open() as workspace:
        workspace.keeping.demo_data(9, seed)
        for case in workspace.procedure.unasked()[:4]:
            edit(workspace, case, f"responsible={workspace.me.name or workspace.me.login}")
    begun(desk)
    view = desk.house.today.view
    pressed = 0
    for whose in (view.mine, view.office):
        whose.click()
        desk.settled()
        assert number_on(whose) == lines(view.model)
        for chip in view.groups.values():
            if chip.isVisible():
                chip.click()
                desk.settled()
                desk.until(chip.isChecked)
                assert number_on(chip) == lines(view.model) > 0
                pressed += 1
                whose.click()
                desk.settled()
                assert not chip.isChecked()
    assert pressed
    view.mine.click()
    desk.settled()
    late = view.groups[Group.OVERDUE]
    (today,) = desk.window.findChildren(QAbstractButton, "rail_today")
    told = today.accessibleName()
    assert not late.isVisible() or told.endswith(f" {number_on(late)}")


def number_on(chip: QAbstractButton) -> int:
    return int(chip.text().rsplit(" ", 1)[1])


def lines(model: BoardModel) -> int:
    return sum(not model.is_heading(number) for number in range(model.rowCount()))


def test_who_has_no_case_of_his_own_is_not_asked_whose(desk: Desk) -> None:
    with desk.station.open() as workspace:
        held(workspace)
    begun(desk)
    view = desk.house.today.view
    assert not view.mine.isVisible()
    assert view.office.isChecked()
    assert number_on(view.office) == lines(view.model) > 0


def test_hours_that_end_within_two_days_stand_with_what_ends_today() -> None:
    night = local(now_ms()).replace(hour=23, minute=0)
    for hours, group in ((3, Group.TODAY), (47, Group.TODAY), (49, Group.WEEK)):
        due = night + timedelta(hours=hours)
        assert group_of(Left(due, exact=True, day=due.date()), night) is group
    whole = night + timedelta(hours=3)
    assert group_of(Left(whole, exact=False, day=whole.date()), night) is Group.WEEK
