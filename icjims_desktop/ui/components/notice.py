"""Things to act on: banner, inline problem, and the designed states of a page."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from icjims_desktop.ui.components.base import Painted, column, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.card import scroll_page
from icjims_desktop.ui.components.text import ElidedText, Mark, Text
from icjims_desktop.ui.theme import Type, theme

WHOLE = 160
"""Pixels of height in which all of a note is read."""
SURE = 70
"""So many letters of a line stand beside the buttons of a note."""


class Severity(StrEnum):
    """Red only for late or refused; amber for due; accent for an offer."""

    LATE = "late"
    DUE = "due"
    ACCENT = "accent"


_GROUNDS = {
    Severity.LATE: ("late_bg", "late_line", "late"),
    Severity.DUE: ("due_bg", "due_line", "due"),
    Severity.ACCENT: ("tint", "tint_line", "accent"),
}


class Panel(Painted):
    """A tinted ground with a line, for banners and problems."""

    def __init__(self, name: str, severity: Severity) -> None:
        super().__init__()
        self.setObjectName(name)
        self.severity = severity

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and line."""
        del event
        ground, line, _ = _GROUNDS[self.severity]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.tokens.edge_px
        painter.setBrush(theme.colour(ground))
        painter.setPen(QPen(theme.colour(line), edge))
        rect = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(rect, 6, 6)


class Banner(Panel):
    """Inside the page: what is so, what follows, what to do, one button. It has no cross."""

    acted = Signal()

    def __init__(self, name: str, severity: Severity = Severity.LATE, icon: str = "octagon") -> None:
        super().__init__(name, severity)
        ink = _GROUNDS[severity][2]
        self.fact = Text(Type.NAME, ink, wrap=True)
        self.consequence = Text(Type.BODY, "text", wrap=True)
        self.remedy = Text(Type.BODY, "text2", wrap=True)
        self.button = Button(f"{name}_button", ButtonKind.PRIMARY)
        self.button.clicked.connect(self.acted)
        words = column([self.fact, self.consequence, self.remedy], gap=2)
        line = row([], self, gap=12, margins=(16, 10, 16, 10))
        line.addWidget(Mark(icon, ink, 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, fact: str, consequence: str = "", remedy: str = "", button: str = "") -> None:
        """Set the words; without `button` there is nothing to press."""
        self.fact.setText(fact)
        self.consequence.say(consequence)
        self.remedy.say(remedy)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(" ".join(part for part in (fact, consequence, remedy) if part))


class Note(Panel):
    """Two lines over a page, each as far as it fits; everything on demand, and gone when it is read."""

    acted = Signal()

    def __init__(self, name: str, cap: str) -> None:
        super().__init__(name, Severity.ACCENT)
        self._lines = (ElidedText(Type.NAME, "accent"), ElidedText(Type.BODY, "text"))
        self._whole = Text(Type.BODY, "text", wrap=True)
        self._rest = scroll_page(f"{name}_whole", self._whole)
        self.more = Button(f"{name}_more", ButtonKind.LINK, height=22, trailing_icon="chevron_down")
        self.button = Button(f"{name}_button", ButtonKind.SECONDARY, cap=cap)
        words = column([*self._lines, self._rest], gap=2)
        line = row([], self, gap=12, margins=(16, 6, 16, 6))
        line.addWidget(Mark("info", "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        for each in (self.more, self.button):
            line.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        self.button.clicked.connect(self.acted)
        self.more.clicked.connect(lambda: self._show(whole=self._rest.isHidden()))
        self.hide()

    def say(self, fact: str, consequence: str = "", remedy: str = "") -> None:
        """Set the words and show the first lines."""
        said = [each for each in f"{fact}\n{consequence}\n{remedy}".split("\n") if each.strip()]
        for number, line in enumerate(self._lines):
            line.say(said[number] if number < len(said) else "")
        self._whole.setText("\n".join(said))
        self.setAccessibleName(" ".join(said))
        self._show(whole=False)
        self.more.setVisible(len(said) > len(self._lines) or any(len(each) > SURE for each in said))
        self.button.setText(self.tr("I have read it"))
        self.show()

    def _show(self, *, whole: bool) -> None:
        self._rest.setVisible(whole)
        for line in self._lines:
            line.setVisible(not whole and bool(line.text()))
        self._rest.setFixedHeight(theme.px(WHOLE))
        self.more.setText(self.tr("Show less") if whole else self.tr("Show all"))


class InlineProblem(Panel):
    """Under a field: the question in plain words, then how to mend it."""

    def __init__(self, name: str, severity: Severity = Severity.LATE, icon: str = "octagon") -> None:
        super().__init__(name, severity)
        ink = _GROUNDS[severity][2]
        self.question = Text(Type.STRONG, ink, wrap=True)
        self.remedy = Text(Type.META, "text2", wrap=True)
        words = column([self.question, self.remedy], gap=1)
        line = row([], self, gap=10, margins=(12, 7, 12, 8))
        line.addWidget(Mark(icon, ink, 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)

    def say(self, question: str, remedy: str = "") -> None:
        """Set the words and show it; without a question it disappears."""
        self.question.setText(question)
        self.remedy.say(remedy)
        self.setAccessibleName(f"{question} {remedy}".strip())
        self.setVisible(bool(question))


@dataclass(frozen=True, slots=True)
class StateWords:
    """What is so, why, and what you can do."""

    icon: str
    fact: str
    reason: str = ""
    action: str = ""


class StatePanel(QWidget):
    """The designed empty, loading, error, offline or no-permission state of a page."""

    acted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._mark = Mark("info", "muted", 32)
        self._fact = Text(Type.SECTION, "text")
        self._reason = Text(Type.BODY, "text2", wrap=True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._reason.setFixedWidth(440)
        self.button = Button(f"{name}_button", ButtonKind.SECONDARY)
        self.button.clicked.connect(self.acted)
        box = column([None], self, gap=10)
        centre = Qt.AlignmentFlag.AlignHCenter
        for part in (self._mark, self._fact, self._reason, self.button):
            box.addWidget(part, 0, centre)
        box.addStretch(2)

    def say(self, words: StateWords) -> None:
        """Show a state."""
        self._mark.set_mark(words.icon, "muted")
        self._fact.setText(words.fact)
        self._reason.say(words.reason)
        self.button.setText(words.action)
        self.button.setVisible(bool(words.action))
        self.setAccessibleName(f"{words.fact} {words.reason}".strip())
