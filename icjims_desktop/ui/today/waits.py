"""What waits for the user, one line each; pressing it goes there."""

from PySide6.QtCore import Signal

from icjims_desktop.ui.components.base import Translated, clear, column, row
from icjims_desktop.ui.components.card import Card, SectionHead
from icjims_desktop.ui.components.text import ElidedText, Mark, Text
from icjims_desktop.ui.dossier.side import LineButton
from icjims_desktop.ui.theme import Type
from icjims_desktop.ui.today.data import Wait


class WaitsCard(Translated):
    """Refused, in conflict, drafts, hand-overs, changed times."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("waits")
        self._waits: tuple[Wait, ...] = ()
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
        count = str(len(self._waits)) if self._waits else ""
        self._head.say(self.tr("Waits for me"), aside=count)
        clear(self._lines)
        if not self._waits:
            self._lines.addWidget(Text(Type.BODY, "muted", self.tr("Nothing waits for you now."), wrap=True))
        for each in self._waits:
            self._lines.addWidget(self._line(each))

    def _line(self, wait: Wait) -> LineButton:
        line = LineButton(
            f"wait_{wait.id.rpartition('/')[2]}", ", ".join(part for part in (wait.title, wait.remark) if part)
        )
        words = column([ElidedText(Type.STRONG, "text", wait.title)], gap=0)
        if wait.remark:
            words.addWidget(Text(Type.META, "muted", wait.remark, wrap=True))
        box = row([Mark(wait.icon, wait.tone)], line, 10, (2, 2, 2, 2))
        box.addLayout(words, 1)
        line.clicked.connect(lambda _on=False, id_=wait.id: self.chosen.emit(id_))
        return line
