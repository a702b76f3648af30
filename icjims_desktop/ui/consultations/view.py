"""The page of the log: whose log it is, of how many days, a box that filters what is shown, the events."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from icjims_desktop.ui.components.base import Page, column, row
from icjims_desktop.ui.components.card import scroll_page
from icjims_desktop.ui.components.chip import ChoiceChip
from icjims_desktop.ui.components.notice import StateWords
from icjims_desktop.ui.components.states import PageState, StateStack
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.consultations.data import DAYS, MOST_SHOWN, LogLine, LogRead, Whose
from icjims_desktop.ui.shell.top_bar import IconField
from icjims_desktop.ui.sync_panel.tables import CellWords, WordsTable
from icjims_desktop.ui.theme import Type

_WIDTHS = {0: 110, 1: 130, 2: 150, 3: 200, 4: 280}


class LogView(Page):
    """Choosing whose log or of how many days asks for it again; the filter only hides lines."""

    asked = Signal()
    state_acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("log")
        self.whose, self.days = Whose.WORKSTATION, 7
        self._shown: LogRead | None = None
        self._title, self._remark = Text(Type.TITLE), Text(Type.BODY, "muted", wrap=True)
        self.filter_field = IconField("log_filter", "filter", "")
        self.filter_field.setFixedWidth(300)
        self.filter_field.cap.hide()
        self.sources = {each: ChoiceChip(f"log_{each}", height=28) for each in Whose}
        self.spans = {each: ChoiceChip(f"log_days_{each}", height=28) for each in DAYS}
        self._groups = [QButtonGroup(self), QButtonGroup(self)]
        for whose, chip in self.sources.items():
            self._groups[0].addButton(chip)
            chip.setChecked(whose is self.whose)
            chip.clicked.connect(lambda _on=False, chosen=whose: self._choose(chosen, self.days))
        for days, chip in self.spans.items():
            self._groups[1].addButton(chip)
            chip.setChecked(days == self.days)
            chip.clicked.connect(lambda _on=False, chosen=days: self._choose(self.whose, chosen))
        self.table = WordsTable("log_table", _WIDTHS, stretch=5)
        content = QWidget()
        column([self.table, None], content, 0, (0, 0, 8, 0))
        self.states = StateStack("log_states", scroll_page("log_scroll", content))
        self._rest = Text(Type.META, "muted")
        outer = column([row([self._title, None, self.filter_field], gap=12), self._remark], self, 12, (20, 14, 20, 12))
        outer.addLayout(row([*self.sources.values(), 16, *self.spans.values(), None]))
        outer.addWidget(self.states, 1)
        outer.addWidget(self._rest)
        self.filter_field.edit.textChanged.connect(self._show)
        self.states.acted.connect(self.state_acted)
        self.start = self.sources[Whose.WORKSTATION]
        self._retranslate()

    def show_log(self, log: LogRead) -> None:
        """Show what was read."""
        self._shown = log
        self._show()

    def show_state(self, state: PageState, reason: str = "") -> None:
        """Show loading or an error; of no log it is said whose it is."""
        self._remark.setText("")
        self._rest.setText("")
        self.states.show_state(state, reason)

    def _choose(self, whose: Whose, days: int) -> None:
        self.whose, self.days = whose, days
        self.asked.emit()

    def _show(self) -> None:
        log = self._shown
        if log is None:
            return
        words = self.filter_field.edit.text().strip()
        lines = [each for each in log.lines if each.has(words)]
        heads = (
            self.tr("When"),
            self.tr("Login"),
            self.tr("Role"),
            self.tr("What was done"),
            self.tr("Case"),
            self.tr("Why"),
        )
        self.table.show_rows(heads, tuple(_cells(each) for each in lines[:MOST_SHOWN]))
        self._remark.setText(log.words)
        rest = len(lines) - MOST_SHOWN
        self._rest.say(self.tr("and %n older event(s): choose fewer days or filter", "", rest) if rest > 0 else "")
        none = PageState.NO_MATCH if log.lines else PageState.EMPTY
        self.states.show_state(PageState.READY if lines else none)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Log of looking"))
        self.filter_field.edit.setPlaceholderText(self.tr("Filter by login, case, words"))
        self.filter_field.edit.setAccessibleName(self.tr("Filter by login, case, words"))
        self.sources[Whose.WORKSTATION].setText(self.tr("This workstation"))
        self.sources[Whose.CENTRE].setText(self.tr("The centre"))
        names = {1: self.tr("Today"), 7: self.tr("7 days"), 30: self.tr("30 days"), 0: self.tr("All")}
        for days, chip in self.spans.items():
            chip.setText(names[days])
        for chip in (*self.sources.values(), *self.spans.values()):
            chip.updateGeometry()
        nothing = self.tr("Nothing was looked at in this time")
        self.states.say_empty(StateWords("eye", nothing, self.tr("That you read the log is itself logged.")))
        self.states.retranslate()
        self._show()


def _cells(line: LogLine) -> tuple[CellWords, ...]:
    quiet = "text2"
    return (
        CellWords(line.at),
        CellWords(line.who, role=Type.STRONG),
        CellWords(line.role, tone=quiet),
        CellWords(line.done),
        CellWords(line.about, tone=quiet),
        CellWords(line.why, tone=quiet),
    )
