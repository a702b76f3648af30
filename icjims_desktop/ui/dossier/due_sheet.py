"""The due dates of the case: the open ones first; the chosen one explains itself step by step."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from icjims_desktop.ui.components.base import clear, column, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.card import scroll_page
from icjims_desktop.ui.components.chip import Chip, ChipData, ChipKind
from icjims_desktop.ui.components.overlay import Overlay
from icjims_desktop.ui.components.text import ElidedText, Text
from icjims_desktop.ui.dossier.side import LineButton
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.theme import Type, theme
from icjims_desktop.ui.today.counts import counts
from icjims_desktop.ui.today.data import OPEN, Explained, due_words, left_chip, state_words
from icjims_desktop.ui.today.explanation import DueExplanation

WIDTH, LIST_WIDTH, HEIGHT = 940, 372, 520


class DueSheet(Overlay):
    """Tab and arrows go through the due dates; Enter explains one; Esc closes."""

    record_asked = Signal(str)

    def __init__(self, cover: QWidget) -> None:
        super().__init__("due_sheet", cover, WIDTH)
        self._dues: tuple[Explained, ...] = ()
        self._now: datetime | None = None
        self._chosen = ""
        self._title, self._count = Text(Type.TITLE), Text(Type.BODY, "muted")
        self.put_away = Button("due_sheet_close", ButtonKind.QUIET, cap="Esc", height=28)
        self._lines: dict[str, LineButton] = {}
        listed, told = QWidget(), QWidget()
        self._list = column([], listed, 4, (2, 2, 8, 2))
        self.explanation = DueExplanation("due_sheet_explanation")
        column([self.explanation, None], told, 8, (12, 2, 8, 2))
        left, right = scroll_page("due_sheet_list", listed), scroll_page("due_sheet_told", told)
        left.setFixedWidth(theme.px(LIST_WIDTH))
        for area in (left, right):
            area.setFixedHeight(theme.px(HEIGHT))
        self.body.addLayout(row([self._title, self._count, None, self.put_away], gap=10))
        both = row([left], gap=8)
        both.addWidget(right, 1)
        self.body.addLayout(both)
        self.put_away.clicked.connect(self.close_sheet)
        self.explanation.open_asked.connect(self._on_record)

    def show_dues(self, dues: tuple[Explained, ...], now: datetime) -> None:
        """Show the due dates of a case; the one chosen before stays chosen."""
        self._dues, self._now = dues, now
        self.retranslate()

    def open_at(self, key: str) -> None:
        """Open the sheet with a due date explained; the first one where there is no such."""
        self.open()
        self.choose(key)

    def choose(self, key: str) -> None:
        """Explain a due date."""
        found = next((each for each in self._dues if each.key == key), next(iter(self._dues), None))
        if found is None or self._now is None:
            return
        self._chosen = found.key
        self.explanation.show_due(found, self._now)
        for name, line in self._lines.items():
            line.mark(chosen=name == found.key)
        if found.key in self._lines and self.isVisible():
            self._lines[found.key].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language now shown."""
        self._title.setText(translate("DueSheet", "Due dates of the case"))
        waiting = sum(each.state in OPEN for each in self._dues)
        self._count.setText(counts.open(waiting))
        self.put_away.setText(translate("DueSheet", "Close"))
        self.explanation.setVisible(bool(self._dues))
        clear(self._list)
        self._lines = {}
        if not self._dues:
            none = translate("DueSheet", "Nothing recorded in this case starts a due date yet.")
            self._list.addWidget(Text(Type.BODY, "muted", none, wrap=True))
        if self._now is not None:
            for number, each in enumerate(self._dues):
                self._lines[each.key] = self._line(number, each, self._now)
                self._list.addWidget(self._lines[each.key])
        self._list.addStretch(1)
        if self._dues:
            self.choose(self._chosen)

    def _line(self, number: int, due: Explained, now: datetime) -> LineButton:
        chip = left_chip(due.left, now) if due.state in OPEN else ChipData(state_words(due.state), ChipKind.NEUTRAL)
        until = due_words(due.left, now)
        spoken = ", ".join(part for part in (due.what, due.person, chip.text, until) if part)
        line = LineButton(f"due_line_{number}", spoken)
        words = column([ElidedText(Type.STRONG, "text", due.what)], gap=2)
        remark = " · ".join(part for part in (until, due.person) if part)
        below = row([Chip(f"due_line_{number}_chip", chip)], gap=8)
        below.addWidget(ElidedText(Type.META, "muted", remark), 1)
        words.addLayout(below)
        row([], line, 8, (8, 5, 8, 5)).addLayout(words, 1)
        line.clicked.connect(lambda _on=False, key=due.key: self.choose(key))
        return line

    def _on_record(self, record: str) -> None:
        self.close_sheet()
        self.record_asked.emit(record)
