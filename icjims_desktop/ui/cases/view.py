"""The list of cases: named filters, a filter box, a fast table, a peek at the side."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from icjims_desktop.ui.cases.data import CaseFilter, CaseRow
from icjims_desktop.ui.cases.model import COLUMNS, WIDTHS, CaseDelegate, CaseListModel
from icjims_desktop.ui.cases.peek import CasePeek
from icjims_desktop.ui.commands import CommandSet, cap_of
from icjims_desktop.ui.components.base import Page, clear, column, row
from icjims_desktop.ui.components.card import Card
from icjims_desktop.ui.components.chip import ChoiceChip
from icjims_desktop.ui.components.notice import StateWords
from icjims_desktop.ui.components.states import PageState, StateStack
from icjims_desktop.ui.components.table import RowTable
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.components.windowed import RowSource
from icjims_desktop.ui.shell.top_bar import IconField
from icjims_desktop.ui.theme import Type


class CasesView(Page):
    """Space peeks, Enter opens, / filters."""

    case_opened = Signal(str)
    text_filtered = Signal(str)
    filter_chosen = Signal(str)
    stage_sorted = Signal(bool)
    """Whether the list is wanted by stage."""
    state_acted = Signal(str)
    """Button of a state: `empty` asks for a new case, `error` to read again."""

    def __init__(self, fetch: RowSource[CaseRow]) -> None:
        super().__init__()
        self.setObjectName("cases")
        self.model = CaseListModel(fetch)
        self._title, self._count = Text(Type.TITLE), Text(Type.BODY, "muted")
        self.filter_field = IconField("cases_filter", "filter", cap_of("filter"))
        self.filter_field.setFixedWidth(300)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        self._group = QButtonGroup(self)
        self.table = RowTable("cases_table")
        self.table.setItemDelegate(CaseDelegate(self.table))
        self.table.show_model(self.model, WIDTHS)  # type: ignore[arg-type]
        self.peek = CasePeek()
        self.peek.hide()
        card = Card("cases_card", (1, 1, 1, 1), 0)
        card.body.addWidget(self.table)
        self.states = StateStack("cases_states", card)
        head = row([self._title, self._count, None, self.filter_field], gap=12)
        page = row([], gap=12)
        page.addWidget(self.states, 1)
        page.addWidget(self.peek)
        self.by_stage = ChoiceChip("cases_by_stage", height=28)
        outer = column([head, row([self._chips, None, self.by_stage])], self, 12, (20, 14, 20, 12))
        outer.addLayout(page, 1)
        self._connect()
        self.start = self.table
        self._retranslate()

    def show_ids(self, ids: Iterable[int]) -> None:
        """Show the cases of these row ids, in this order."""
        self.model.show_ids(ids)
        if self.model.rowCount():
            self.states.show_state(PageState.READY)
            self.table.setCurrentIndex(self.model.index(0, 0))
        elif self.filter_field.edit.text():
            self.states.show_state(PageState.NO_MATCH)
        else:
            self.states.show_state(PageState.EMPTY)
        self._retranslate()

    def show_filters(self, filters: tuple[CaseFilter, ...], chosen: str) -> None:
        """Show the named filters with their counts."""
        clear(self._chips)
        for each in filters:
            chip = ChoiceChip(f"cases_filter_{each.id}", f"{each.text} {each.count}", height=28)
            chip.setChecked(each.id == chosen)
            chip.clicked.connect(lambda _on=False, chosen=each.id: self.filter_chosen.emit(chosen))
            self._group.addButton(chip)
            self._chips.addWidget(chip)

    def show_peek(self, *, shown: bool) -> None:
        """Show the peek; what it says is not said twice in the table."""
        self.peek.setVisible(shown)
        for column_name in ("responsible", "changed"):
            self.table.setColumnHidden(COLUMNS.index(column_name), shown)

    def show_state(self, state: PageState, reason: str = "") -> None:
        """Show loading, error, no permission; `show_ids` returns to the list."""
        self.states.show_state(state, reason)

    def _connect(self) -> None:
        self.filter_field.edit.textEdited.connect(self.text_filtered)
        self.filter_field.edit.returnPressed.connect(self.table.setFocus)
        self.table.opened.connect(self._on_opened)
        self.table.peeked.connect(self._on_peeked)
        self.table.moved.connect(self._on_moved)
        self.by_stage.clicked.connect(self.stage_sorted)
        self.peek.open_asked.connect(self.case_opened)
        self.states.acted.connect(self._on_state_acted)
        self.model.dataChanged.connect(lambda *_: self._on_moved(self.table.currentIndex().row()))
        commands = CommandSet(self)
        commands.add("filter", lambda _key: self.filter_field.edit.setFocus())

    def _on_opened(self, number: int) -> None:
        found = self.model.row_at(number)
        if found is not None:
            self.case_opened.emit(found.case_id)

    def _on_peeked(self, number: int) -> None:
        self.show_peek(shown=self.peek.isHidden())
        self._on_moved(number)

    def _on_moved(self, number: int) -> None:
        if not self.peek.isHidden() and 0 <= number < self.model.rowCount():
            found = self.model.row_at(number)
            if found is not None:
                self.peek.show_case(found, self.model.mark_text(found))

    def _on_state_acted(self, state: str) -> None:
        if state == PageState.NO_MATCH.value:
            self.filter_field.edit.clear()
            self.text_filtered.emit("")
        else:
            self.state_acted.emit(state)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Cases"))
        self._count.setText(self.tr("%n case(s)", "", self.model.rowCount()))
        self.filter_field.edit.setPlaceholderText(self.tr("Filter: number, name, article, stage"))
        self.filter_field.edit.setAccessibleName(self.tr("Filter this list"))
        self.by_stage.setText(self.tr("In the order of stages"))
        self.by_stage.updateGeometry()
        self.table.setAccessibleName(self.tr("Cases"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.model.columns) - 1)
        self.states.say_empty(
            StateWords(
                "folder",
                self.tr("No case yet"),
                self.tr("A case begins with a report entered in the unified register."),
                self.tr("New case"),
            )
        )
        self.states.retranslate()
