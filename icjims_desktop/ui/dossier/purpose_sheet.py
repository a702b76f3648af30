"""The sheet that asks why a case outside one's own is opened; nothing of it is shown before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from icjims_core.codes import code_list
from icjims_desktop.ui.commands import key_text
from icjims_desktop.ui.components.base import clear, column, hairline, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.chip import ChoiceChip
from icjims_desktop.ui.components.overlay import Overlay
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.theme import Type

WIDTH = 560


class PurposeSheet(Overlay):
    """A purpose of the list and words of one's own; Enter opens the case, Esc goes back."""

    stated = Signal(str)
    """`CODE` or `CODE: words`."""
    refused = Signal()
    """Closed without a purpose."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("purpose_sheet", parent, WIDTH)
        self._title, self._remark = Text(Type.TITLE, wrap=True), Text(Type.BODY, "text2", wrap=True)
        self._chips = column([], gap=6)
        self._group = QButtonGroup(self)
        self._words_label = Text(Type.BODY)
        self.words = QLineEdit()
        self.words.setObjectName("purpose_words")
        self._words_label.setBuddy(self.words)
        self.cancel = Button("purpose_cancel", ButtonKind.QUIET, cap=key_text("Esc"))
        self.accept = Button("purpose_accept", ButtonKind.PRIMARY, "tick", cap=key_text("Return"))
        foot = row([None, self.cancel, self.accept], gap=12)
        for part in (self._title, self._remark, hairline()):
            self.body.addWidget(part)
        for box in (self._chips, column([self._words_label, self.words], gap=6), foot):
            self.body.addLayout(box)
        self.cancel.clicked.connect(self.close_sheet)
        self.accept.clicked.connect(self._on_accept)

    def ask(self, language: str) -> None:
        """Ask anew: nothing is chosen."""
        for old in self._group.buttons():
            self._group.removeButton(old)
        clear(self._chips)
        for code, entry in code_list("purpose").entries.items():
            chip = ChoiceChip(f"purpose_{code}", entry.label.text(language), height=32)
            chip.setProperty("code", code)
            chip.clicked.connect(self._refresh)
            self._group.addButton(chip)
            self._chips.addWidget(chip)
        self.words.clear()
        self._retranslate()
        self._refresh()
        self.open()
        first = self._group.buttons()
        (first[0] if first else self.words).setFocus()

    @property
    def purpose(self) -> str:
        """What is stated so far; empty until a purpose of the list is chosen."""
        chosen = self._group.checkedButton()
        if chosen is None:
            return ""
        words = self.words.text().strip()
        code = str(chosen.property("code"))
        return f"{code}: {words}" if words else code

    def close_sheet(self) -> None:
        """Go back without the case."""
        open_ = not self.isHidden()
        super().close_sheet()
        if open_:
            self.refused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_accept()
        else:
            super().keyPressEvent(event)

    def _on_accept(self) -> None:
        if self.purpose:
            super().close_sheet()
            self.stated.emit(self.purpose)

    def _refresh(self) -> None:
        self.accept.setEnabled(bool(self.purpose))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("This case is not your own"))
        self.setAccessibleName(self._title.text())
        self._remark.setText(
            self.tr("State why you open it. The purpose is written to the log with your name, then the case is shown.")
        )
        self._words_label.setText(self.tr("In words: request, complaint, number of the letter"))
        self.words.setAccessibleName(self._words_label.text())
        self.cancel.setText(self.tr("Do not open"))
        self.accept.setText(self.tr("Open the case"))
