"""What waits for the user, by kind; pressing it goes there, or shows each of several."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icjims_desktop.ui.components.base import Translated, clear, column, row
from icjims_desktop.ui.components.card import Card, SectionHead
from icjims_desktop.ui.components.text import Mark, Text
from icjims_desktop.ui.dossier.side import LineButton
from icjims_desktop.ui.theme import Type, theme
from icjims_desktop.ui.today.data import Wait, WaitLine
from icjims_desktop.ui.workplace import Place


class WaitsCard(Translated):
    """Refused, in conflict, drafts, hand-overs, changed times."""

    chosen = Signal(object)
    """The Place where it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("waits")
        self._waits: tuple[Wait, ...] = ()
        self._unfolded = ""
        self._head = SectionHead()
        self._lines = column([], gap=6)
        card = Card("waits_card")
        card.body.addWidget(self._head)
        card.body.addLayout(self._lines)
        column([card], self)
        self._retranslate()

    def show_waits(self, waits: tuple[Wait, ...]) -> None:
        """Show what waits."""
        self._waits = waits
        self._retranslate()

    def _retranslate(self) -> None:
        self._head.say(self.tr("Waits for me"))
        clear(self._lines)
        if not self._waits:
            self._lines.addWidget(Text(Type.BODY, "muted", self.tr("Nothing waits for you now."), wrap=True))
        for each in self._waits:
            self._lines.addWidget(self._kind(each))
            if each.id == self._unfolded and len(each.lines) > 1:
                for number, line in enumerate(each.lines):
                    self._lines.addWidget(self._line(f"wait_{each.id}_{number}", line))

    def _kind(self, wait: Wait) -> LineButton:
        line = _button(f"wait_{wait.id}", wait.title, wait.remark)
        box = row([Mark(wait.icon, wait.tone)], line, 10, (2, 2, 2, 2))
        box.addLayout(_words(wait.title, wait.remark, Type.STRONG), 1)
        if len(wait.lines) > 1:
            box.addWidget(Mark("chevron_down", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        line.clicked.connect(lambda _on=False: self._on_kind(wait))
        return line

    def _line(self, name: str, told: WaitLine) -> LineButton:
        line = _button(name, told.title, told.remark)
        box = row([], line, 0, (theme.px(28), 1, 2, 1))
        box.addLayout(_words(told.title, told.remark, Type.BODY), 1)
        line.clicked.connect(lambda _on=False: self.chosen.emit(told.place))
        return line

    def _on_kind(self, wait: Wait) -> None:
        if len(wait.lines) > 1:
            self._unfolded = "" if self._unfolded == wait.id else wait.id
            self._retranslate()
            self._focus(wait)
        else:
            self.chosen.emit(wait.lines[0].place if wait.lines else wait.place or Place("today"))

    def _focus(self, wait: Wait) -> None:
        for each in self.findChildren(QWidget, f"wait_{wait.id}"):
            each.setFocus(Qt.FocusReason.OtherFocusReason)


def _button(name: str, title: str, remark: str) -> LineButton:
    return LineButton(name, ", ".join(part for part in (title, remark) if part))


def _words(title: str, remark: str, role: Type) -> QVBoxLayout:
    words = column([Text(role, "text", title, wrap=True)], gap=0)
    if remark:
        words.addWidget(Text(Type.META, "muted", remark, wrap=True))
    return words
