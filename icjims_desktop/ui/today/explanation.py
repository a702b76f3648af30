"""One due date explains itself: what, by when, why, what follows, and every step of the counting."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from icjims_desktop.ui.components.base import Part, Translated, clear, column, hairline, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.chip import Chip, ChipData, ChipKind
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.theme import Type, theme
from icjims_desktop.ui.today.data import OPEN, Explained, due_words, left_chip, state_words


class DueExplanation(Translated):
    """What a due date is, and how it was counted; `folded` steps open with the button."""

    open_asked = Signal(str)
    """Id of the record it runs from."""

    def __init__(self, name: str, *, folded: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._told: Explained | None = None
        self._now: datetime | None = None
        self._what = Text(Type.SECTION, wrap=True)
        self._person = Text(Type.NAME, "text", wrap=True)
        self._left, self._due = Chip(f"{name}_left"), Text(Type.STRONG)
        self._article = Text(Type.META, "muted", wrap=True)
        self._consequence = Text(Type.BODY, "text2", wrap=True)
        self._ends_title, self._ends = Text(Type.NAME, wrap=True), column([], gap=4)
        self.fold = Button(f"{name}_fold", ButtonKind.LINK, height=24, trailing_icon="chevron_down")
        self._steps_box = QWidget()
        self._steps = column([], self._steps_box, gap=6)
        self.record = Button(f"{name}_record", ButtonKind.SECONDARY)
        self._folded = folded
        chips = row([self._left, self._due, None])
        head: list[Part] = [self._what, self._person, chips, self._article, self._consequence]
        ends: list[Part] = [hairline(), self._ends_title, self._ends]
        column([*head, *ends, row([self.fold, None]), self._steps_box, row([self.record, None])], self, gap=8)
        self.fold.clicked.connect(self._on_fold)
        self.record.clicked.connect(self._on_record)
        self._retranslate()

    def show_due(self, told: Explained, now: datetime) -> None:
        """Show a due date."""
        self._told, self._now = told, now
        self._retranslate()

    @property
    def told(self) -> Explained | None:
        """What is shown."""
        return self._told

    def unfold(self, *, shown: bool) -> None:
        """Show or hide the steps of the counting."""
        self._folded = not shown
        self._retranslate()

    def _on_fold(self) -> None:
        self.unfold(shown=self._folded)

    def _on_record(self) -> None:
        if self._told is not None:
            self.open_asked.emit(self._told.record)

    def _retranslate(self) -> None:
        told, now = self._told, self._now
        self.fold.setText(self.tr("How it was counted") if self._folded else self.tr("Hide the counting"))
        self._steps_box.setVisible(not self._folded)
        self.record.setText(self.tr("Open the record it runs from"))
        self._ends_title.setText(self.tr("What is recorded allows several ends"))
        if told is None or now is None:
            return
        self._what.setText(told.what)
        self._person.say(told.person)
        chip = left_chip(told.left, now)
        self._left.show_data(chip if told.state in OPEN else ChipData(state_words(told.state), ChipKind.NEUTRAL))
        self._due.say(due_words(told.left, now))
        unverified = "" if told.verified else self.tr("not yet checked against the law")
        self._article.say(" · ".join(part for part in (told.article, unverified) if part))
        self._consequence.say(told.consequence)
        self.record.setVisible(bool(told.record))
        self._show_ends(told)
        self._show_steps(told)

    def _show_ends(self, told: Explained) -> None:
        clear(self._ends)
        self._ends_title.setVisible(bool(told.ends))
        for number, each in enumerate(told.ends):
            words = Text(Type.STRONG if each.acted_on else Type.BODY, "text" if each.acted_on else "text2", each.due)
            self._ends.addWidget(words)
            self._ends.addWidget(Text(Type.META, "muted", each.from_, wrap=True))
            if each.acted_on:
                chip = ChipData(self.tr("acted on: the strictest"), ChipKind.ACCENT, "tick")
                self._ends.addLayout(row([Chip(f"{self.objectName()}_end_{number}", chip), None]))

    def _show_steps(self, told: Explained) -> None:
        clear(self._steps)
        for number, each in enumerate(told.steps, start=1):
            mark = Text(Type.META, "muted", str(number))
            mark.setFixedWidth(theme.px(20))
            line = row([], gap=6)
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Text(Type.BODY, "text2", each, wrap=True), 1)
            self._steps.addLayout(line)
