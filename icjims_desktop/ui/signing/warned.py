"""What is missing and holds no signature back: the gravest lines first, the rest behind a button."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from icjims_desktop.ui.components.base import column, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.notice import Panel, Severity
from icjims_desktop.ui.components.text import Mark, Text
from icjims_desktop.ui.signing.data import Need
from icjims_desktop.ui.theme import Type

MOST, MOST_UNSAID = 3, 1
"""So many safeguards, and so much of what the act does not state, are shown unasked."""


class WarnedPanel(Panel):
    """Safeguards, then what the act does not state, each group with its number; `needs` the gravest first."""

    folded = Signal()
    """It has another height now."""

    def __init__(self, needs: Sequence[Need]) -> None:
        super().__init__("needs_warned", Severity.DUE)
        self._rest: list[QWidget] = []
        self._words = column([], gap=2)
        self.more = Button("needs_more", ButtonKind.LINK, height=24, trailing_icon="chevron_down")
        told = self.tr("The signature does not wait for this:")
        self._words.addWidget(Text(Type.META_STRONG, "due", told, wrap=True))
        safeguards, unsaid = (
            _counted(each for each in needs if each.stamp),
            _counted(each for each in needs if not each.stamp),
        )
        self._group(self.tr("Safeguards not recorded: {count}"), safeguards, MOST)
        self._group(self.tr("What the law demands and the act does not say: {count}"), unsaid, MOST_UNSAID)
        self._words.addLayout(row([self.more, None]))
        self.setAccessibleName(" ".join((told, *safeguards, *unsaid)))
        line = row([], self, 10, (12, 7, 12, 8))
        line.addWidget(Mark("ring", "due", 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._words, 1)
        self.more.clicked.connect(self._on_more)
        self._show(rest=False)

    def _group(self, head: str, lines: Sequence[str], most: int) -> None:
        if not lines:
            return
        self._words.addWidget(Text(Type.META_STRONG, "text2", head.format(count=len(lines)), wrap=True))
        for number, each in enumerate(lines):
            label = Text(Type.META, "text", each, wrap=True)
            self._words.addWidget(label)
            if number >= most:
                self._rest.append(label)

    def _on_more(self) -> None:
        self._show(rest=self._rest[0].isHidden())
        self.folded.emit()

    def _show(self, *, rest: bool) -> None:
        for each in self._rest:
            each.setVisible(rest)
        more = self.tr("Show {count} more").format(count=len(self._rest))
        self.more.setText(self.tr("Show fewer") if rest else more)
        self.more.setVisible(bool(self._rest))


def _counted(needs: Iterable[Need]) -> list[str]:
    """Each in one line with its article, once with how often."""
    often = Counter(f"{each.text} — {each.article}" for each in needs)
    return [f"{line} (×{count})" if count > 1 else line for line, count in often.items()]
