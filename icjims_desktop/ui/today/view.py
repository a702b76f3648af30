"""The page Today: clocks of liberty, due dates by group, what waits, and the explanation of one due date."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QWidget

from icjims_desktop.ui.bridge import Progress
from icjims_desktop.ui.components.base import Page, column, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.card import Card, SectionHead, scroll_page
from icjims_desktop.ui.components.chip import ChoiceChip
from icjims_desktop.ui.components.notice import Banner, Severity, StateWords
from icjims_desktop.ui.components.states import PageState, StateStack
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.components.windowed import RowSource
from icjims_desktop.ui.i18n.dates import format_long_date, format_time
from icjims_desktop.ui.theme import Type, theme
from icjims_desktop.ui.today.clocks import Clocks
from icjims_desktop.ui.today.data import Board, DueRow, Explained, Group, chip_words
from icjims_desktop.ui.today.explanation import DueExplanation
from icjims_desktop.ui.today.model import BoardModel, BoardTable
from icjims_desktop.ui.today.waits import WaitsCard

SIDE = 348
CHOSEN = (Group.TODAY, Group.OVERDUE, Group.DONE_LATE)
"""The groups that can be shown alone."""


class TodayView(Page):
    """Space explains, Enter opens the case at the explanation."""

    opened = Signal(str, str)
    """Case and key of a due date."""
    explain_asked = Signal(str, str)
    record_asked = Signal(str, str)
    """Case and record of the due date explained."""
    whose_chosen = Signal(str)
    """`mine` for the user's own cases, `office` for all that he may see."""
    group_chosen = Signal(object)
    """The only group to be shown, or None: all that are open."""
    wait_chosen = Signal(object)
    """The Place of what waits."""
    clock_confirmed = Signal()
    state_acted = Signal(str)

    def __init__(self, fetch: RowSource[DueRow], now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("today")
        self._now, self._progress = now, Progress(0, 0)
        self._board: Board | None = None
        self._title, self._date = Text(Type.TITLE), Text(Type.BODY, "muted")
        self._counting = Text(Type.BODY, "muted")
        self.banner = Banner("clock_banner", Severity.DUE, "clock")
        self.clocks, self.waits = Clocks(), WaitsCard()
        self.model = BoardModel(fetch, now)
        self.table = BoardTable("due_dates_table", self.model)
        self.mine, self.office = ChoiceChip("due_mine"), ChoiceChip("due_office")
        self.groups = {each: ChoiceChip(f"due_{each.value}") for each in CHOSEN}
        self._head = SectionHead()
        self.states = StateStack("due_dates_states", self.table)
        self.explanation = DueExplanation("due_explanation")
        self.open_case = Button("due_open_case", ButtonKind.PRIMARY, cap="Enter")
        self.put_away = Button("due_close", ButtonKind.QUIET, cap="Esc", height=28)
        self.side = QStackedWidget()
        self.side.setFixedWidth(theme.px(SIDE))
        self._lay_out()
        self._connect()
        self.start = self.table
        self._retranslate()

    # --- what is shown ----------------------------------------------------------------------------------------------

    def show_board(self, board: Board, *, computed: bool = True) -> None:
        """Show a board; the due date chosen before stays chosen where it still is.

        That nothing runs out is told only where every case is `computed`.
        """
        before, first = self._chosen(), self._board is None
        self._board = board
        self.model.show_ids(board.numbers)
        self.states.show_state(_state(board, computed=computed), self.tr("Counting the due dates of the cases"))
        self._choose(before)
        self._retranslate()
        if first and self.isVisible() and not isinstance(QApplication.focusWidget(), QLineEdit):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: PageState, reason: str = "") -> None:
        """Show loading or error; `show_board` returns to the board."""
        self.states.show_state(state, reason)

    def show_counting(self, progress: Progress) -> None:
        """How far the due dates are computed; nothing when all are."""
        self._progress = progress
        self._say_counting()

    def show_explanation(self, told: Explained) -> None:
        """Show how a due date was counted."""
        self.explanation.show_due(told, self._now())
        self.open_case.setVisible(not told.alone)
        self.side.setCurrentIndex(1)

    def hide_explanation(self) -> None:
        """Show what waits instead."""
        self.side.setCurrentIndex(0)

    @property
    def explains(self) -> bool:
        """Whether an explanation is shown."""
        return self.side.currentIndex() == 1

    def move_on(self) -> None:
        """A minute has passed."""
        self.model.move_on()
        self._retranslate()

    def _chosen(self) -> tuple[int, str, str]:
        number = self.table.currentIndex().row()
        found = self.model.row_at(number) if 0 <= number < self.model.rowCount() else None
        return (number, found.case_id, found.key) if found else (-1, "", "")

    def _choose(self, before: tuple[int, str, str]) -> None:
        number = before[0]
        if not (0 <= number < self.model.rowCount()) or self.model.is_heading(number):
            number = self.table.first()
        if number >= 0:
            self.table.setCurrentIndex(self.model.index(number, 0))

    # --- making -----------------------------------------------------------------------------------------------------

    def _make_board(self) -> QWidget:
        """Whose due dates stays to be chosen above a board without any."""
        card = Card("due_dates_card", (1, 9, 1, 1), 6)
        self._head.layout_row.setContentsMargins(12, 0, 12, 0)
        for chip in self._chips:
            self._head.layout_row.addWidget(chip)
        card.body.addWidget(self._head)
        card.body.addWidget(self.states, 1)
        return card

    def _lay_out(self) -> None:
        explained = Card("due_explanation_card", (1, 1, 1, 1), 0)
        content = QWidget()
        inner = column(
            [row([self.open_case, None, self.put_away]), self.explanation, None], content, 10, (15, 12, 13, 8)
        )
        inner.setSpacing(10)
        explained.body.addWidget(scroll_page("due_explanation_scroll", content))
        waiting = QWidget()
        column([self.waits, None], waiting)
        self.side.addWidget(waiting)
        self.side.addWidget(explained)
        head = row([self._title, self._date, None, self._counting], gap=12)
        page = row([], gap=12)
        page.addWidget(self._make_board(), 1)
        page.addWidget(self.side)
        outer = column([head, self.banner, self.clocks], self, 12, (20, 14, 20, 12))
        outer.addLayout(page, 1)
        self.banner.hide()

    def _connect(self) -> None:
        self.table.opened.connect(self._on_opened)
        self.table.peeked.connect(self._on_peeked)
        self.table.moved.connect(self._on_moved)
        self.clocks.opened.connect(self.opened)
        self.clocks.explained.connect(self.explain_asked)
        self.mine.clicked.connect(lambda: self.whose_chosen.emit("mine"))
        self.office.clicked.connect(lambda: self.whose_chosen.emit("office"))
        for group, chip in self.groups.items():
            chip.clicked.connect(lambda on, group=group: self.group_chosen.emit(group if on else None))
        self.waits.chosen.connect(self.wait_chosen)
        self.banner.acted.connect(self.clock_confirmed)
        self.open_case.clicked.connect(self._on_open_explained)
        self.put_away.clicked.connect(self.hide_explanation)
        self.explanation.open_asked.connect(self._on_record)
        self.states.acted.connect(self.state_acted)

    # --- what is done -----------------------------------------------------------------------------------------------

    def _row(self, number: int) -> DueRow | None:
        found = self.model.row_at(number) if 0 <= number < self.model.rowCount() else None
        return found if found is not None and found.group is None else None

    def _on_opened(self, number: int) -> None:
        found = self._row(number)
        if found is not None and found.case_id:
            self._open(found)

    def _on_peeked(self, number: int) -> None:
        if self.explains:
            self.hide_explanation()
        else:
            self._ask(number)

    def _on_moved(self, number: int) -> None:
        if self.explains:
            self._ask(number)

    def _ask(self, number: int) -> None:
        found = self._row(number)
        if found is not None and found.case_id:
            self.explain_asked.emit(found.case_id, found.key)

    def _on_open_explained(self) -> None:
        told = self.explanation.told
        if told is not None:
            self._open(told)

    def _open(self, found: DueRow | Explained) -> None:
        """The case, or the record that stands outside any case."""
        if found.alone:
            self.record_asked.emit("", found.case_id)
        else:
            self.opened.emit(found.case_id, found.key)

    def _on_record(self, record: str) -> None:
        told = self.explanation.told
        if told is not None:
            self.record_asked.emit("" if told.alone else told.case_id, record)

    # --- words ------------------------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        now, board = self._now(), self._board
        self._title.setText(self.tr("Today"))
        self.setAccessibleName(self._title.text())
        self._date.setText(f"{format_long_date(now.date())}, {format_time(now)}")
        self.open_case.setText(self.tr("Open the case"))
        self.put_away.setText(self.tr("Close"))
        self.table.setAccessibleName(self.tr("Due dates"))
        self.banner.say(
            self.tr("The clock of this computer is in doubt"),
            self.tr("It stands before the newest record, or has jumped. What is left cannot be told for certain."),
            self.tr("If date and time above are right, confirm them; else set the clock. What is recorded is safe."),
            self.tr("Date and time are right"),
        )
        self.banner.setVisible(board is not None and board.uncertain)
        self._say_counts()
        self._say_counting()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.model.columns) - 1)
        self._say_empty()
        self.states.retranslate()

    def _say_empty(self) -> None:
        """Whose due dates are none: the list of cases counts those of all."""
        board = self._board
        fact = self.tr("Nothing runs out in your cases") if board and board.only_mine else self.tr("Nothing runs out")
        why = self.tr("Due dates appear by themselves from what is recorded in the cases.")
        if board is not None and board.only_mine and board.office:
            why = self.tr("In all cases here %n due date(s) are open: choose “All” above.", "", board.office)
        self.states.say_empty(StateWords("clock", fact, why))

    @property
    def _chips(self) -> tuple[ChoiceChip, ...]:
        return (self.mine, self.office, *self.groups.values())

    def _say_counts(self) -> None:
        """Every number is that of the lines which a press on it shows."""
        board = self._board
        self._head.say(self.tr("Runs out"), self.tr("%n due date(s)", "", board.lines if board else 0))
        if board is None:
            return
        self.mine.setText(self.tr("Mine {count}").format(count=board.mine))
        self.office.setText(self.tr("All {count}").format(count=board.office))
        self.mine.setChecked(board.only_mine)
        self.office.setChecked(not board.only_mine)
        self.mine.setVisible(board.own)
        for group, chip in self.groups.items():
            count = board.counts.get(group, 0)
            chip.setText(f"{chip_words(group)} {count}")
            chip.setVisible(bool(count) or board.group is group)
            chip.setChecked(board.group is group)
        for chip in self._chips:
            chip.updateGeometry()

    def _say_counting(self) -> None:
        told = self._progress
        words = self.tr("Counting due dates: {done} of {total} cases").format(done=told.done, total=told.total)
        self._counting.say(words if told.total and told.done < told.total else "")


def _state(board: Board, *, computed: bool) -> PageState:
    if board.numbers:
        return PageState.READY
    return PageState.EMPTY if computed else PageState.LOADING
