"""Lists: a million ids are cheap, models keep Qt's contract, differences and signals are sound."""

from array import array
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QAbstractItemModel, QObject, Qt, Signal, Slot
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from icjims_desktop.ui.cases.data import CaseRow
from icjims_desktop.ui.cases.model import CaseListModel
from icjims_desktop.ui.cases.view import CasesView
from icjims_desktop.ui.components.timeline import TimelineModel
from icjims_desktop.ui.components.windowed import KEPT_WINDOWS, WINDOW_ROWS
from icjims_desktop.ui.conflicts.differences import Mark, combine, pieces_of, text_of
from icjims_desktop.ui.conflicts.model import DecisionModel
from tests.ui import scenes, scenes_of_exchange
from tests.ui.stage import Stage

MILLION = 1_000_000


@pytest.mark.parametrize("make", [lambda: CaseListModel(scenes.fetch_cases), TimelineModel])
def test_models_keep_the_contract(qtmodeltester: ModelTester, make: Callable[[], QAbstractItemModel]) -> None:
    model = make()
    if isinstance(model, CaseListModel):
        model.show_ids(range(38))
    if isinstance(model, TimelineModel):
        model.show_rows(scenes.case().steps)
    qtmodeltester.check(model)


@pytest.mark.timeout(60)  # asking a million rows for their flags, as a table's header does by itself, takes far longer
def test_a_million_cases_are_shown_jumped_and_selected_without_fetching_them(qtbot: QtBot) -> None:
    fetched: list[int] = []

    def fetch(ids: Sequence[int], deliver: Callable[[Sequence[CaseRow]], None]) -> None:
        fetched.append(len(ids))
        scenes.fetch_cases(ids, deliver)

    view = CasesView(fetch)
    qtbot.addWidget(view)
    view.resize(1190, 700)
    view.show()
    qtbot.waitExposed(view)
    view.show_ids(array("q", range(MILLION)))
    view.table.scrollToBottom()
    view.table.grab()
    view.table.setSelectionMode(view.table.SelectionMode.ExtendedSelection)
    view.table.selectAll()
    view.table.grab()
    assert view.model.rowCount() == MILLION
    assert 0 < sum(fetched) <= 10 * WINDOW_ROWS


def test_rows_come_later_in_windows_and_old_answers_are_dropped(dressed: QObject) -> None:
    asked: list[tuple[Sequence[int], Callable[[Sequence[CaseRow]], None]]] = []
    model = CaseListModel(lambda ids, deliver: asked.append((ids, deliver)))
    model.show_ids(range(1000))
    assert model.data(model.index(70, 1)) == "…"
    assert model.data(model.index(71, 1)) == "…"
    assert [list(ids) for ids, _ in asked] == [list(range(WINDOW_ROWS, 2 * WINDOW_ROWS))]
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.extend((first.row(), last.row())))
    asked[0][1](scenes.case_rows(WINDOW_ROWS))
    assert changed == [WINDOW_ROWS, 2 * WINDOW_ROWS - 1]
    assert model.row_at(70) is not None
    model.show_ids(range(10))
    asked[0][1](scenes.case_rows(WINDOW_ROWS))
    assert model.row_at(70 % 10) is None


def test_only_so_many_windows_are_kept(dressed: QObject) -> None:
    count = [0]

    def fetch(ids: Sequence[int], deliver: Callable[[Sequence[CaseRow]], None]) -> None:
        count[0] += 1
        scenes.fetch_cases(ids, deliver)

    model = CaseListModel(fetch)
    model.show_ids(range(WINDOW_ROWS * (KEPT_WINDOWS + 1)))
    for window in (*range(KEPT_WINDOWS + 1), 0):
        assert model.row_at(window * WINDOW_ROWS) is not None
    assert count[0] == KEPT_WINDOWS + 2


def test_peek_and_open_by_keys(qtbot: QtBot, stage: Stage) -> None:
    stage.show("cases")
    table = stage.cases.table
    qtbot.keyClick(table, Qt.Key.Key_J)
    assert table.currentIndex().row() == 1
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert stage.cases.peek.isVisible()
    with qtbot.waitSignal(stage.cases.case_opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["case-1"]


def test_texts_combine_unless_they_dispute_the_same_words() -> None:
    base, mine, theirs = (
        "Имел сумку чёрного цвета. Молчал.",
        "Имел сумку чёрного цвета и нож. Молчал.",
        "Имел сумку. Молчал.",
    )
    found = combine("Имел сумку. Молчал.", "Имел сумку и нож. Молчал.", "Имел сумку. Молчал долго.")
    assert found is not None
    assert text_of(found) == "Имел сумку и нож. Молчал долго."
    assert combine("один два", "один три", "один пять") is None
    assert combine(base, mine, base) is not None
    assert combine(base, base, theirs) is not None


def test_decision_names_the_version_chosen(stage: Stage) -> None:
    model = DecisionModel(scenes_of_exchange.disagreement())
    with pytest.raises(ValueError, match="open"):
        model.decision("x")
    assert not model.choose(0, "combined")
    for number, kind in enumerate(("theirs", "mine", "combined")):
        assert model.choose(number, kind)
    first, second, third = model.decision("video").fields
    assert (first.dot, first.text) == ("b:1", "14:05")
    assert second.dot == "a:2"
    assert third.dot == ""


class _Bell(QObject):
    rung = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    @Slot(bool)
    def hear(self, _on: bool) -> None:
        """Count."""
        self.count += 1


def test_signals_keep_their_references(dressed: QObject) -> None:
    """PySide6 6.12 on Python 3.11 dies of this."""
    bell = _Bell()
    bell.rung.connect(bell.hear)
    for _ in range(200_000):
        bell.rung.emit(True)  # noqa: FBT003 - the value is the point
    assert bell.count == 200_000


def test_words_that_are_gone_from_a_beginning_stay_apart() -> None:
    pieces = pieces_of("С автостанции похищена сумка.", "Пропал телефон.", Mark.MINE)
    assert [(each.text, each.mark) for each in pieces[:2]] == [
        ("С автостанции похищена сумка ", Mark.GONE),
        ("Пропал телефон", Mark.MINE),
    ]
    assert text_of(pieces) == "Пропал телефон."
