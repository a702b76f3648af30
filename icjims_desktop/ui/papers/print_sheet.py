"""The sheet before an act is printed: for whom the paper is, and what is then not on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from icjims_desktop.ui.commands import key_text
from icjims_desktop.ui.components.base import clear, column, hairline, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.card import scroll_page
from icjims_desktop.ui.components.chip import ChoiceChip
from icjims_desktop.ui.components.overlay import Overlay
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.papers.data import Printable
from icjims_desktop.ui.theme import Type, theme

WIDTH, ROW, MOST_ROWS = 560, 40, 7


class PrintSheet(Overlay):
    """↑ ↓ choose for whom, Enter goes on to where the file is written, Esc leaves."""

    print_asked = Signal(str)
    """The id of the person whom the copy is for; empty: the paper is for the case file."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("print_sheet", parent, WIDTH)
        self.data: Printable | None = None
        self._title, self._act = Text(Type.TITLE), Text(Type.BODY, "text2", wrap=True)
        self._for = Text(Type.STRONG)
        content = QWidget()
        self._chips = column([], content, 6, (2, 2, 12, 2))
        self._scroll = scroll_page("print_recipients", content)
        self._group = QButtonGroup(self)
        self._promise = Text(Type.META, "muted", wrap=True)
        self.cancel = Button("print_cancel", ButtonKind.QUIET, cap=key_text("Esc"))
        self.write = Button("print_write", ButtonKind.PRIMARY, "printer", cap=key_text("Return"))
        for part in (self._title, self._act, hairline(), self._for, self._scroll, self._promise):
            self.body.addWidget(part)
        self.body.addLayout(row([None, self.cancel, self.write], gap=12))
        self.cancel.clicked.connect(self.close_sheet)
        self.write.clicked.connect(self._on_write)

    def ask(self, data: Printable) -> None:
        """Show an act; the case file is chosen."""
        self.data = data
        for old in self._group.buttons():
            self._group.removeButton(old)
        clear(self._chips)
        self._add("", self.tr("For the case file: everything stands on it"))
        for each in data.recipients:
            self._add(each.person, self.tr("Copy for {name}, {role}").format(name=each.name, role=each.role))
        self._chips.addStretch(1)
        self._scroll.setFixedHeight(theme.px(ROW) * min(len(data.recipients) + 1, MOST_ROWS))
        self._retranslate()
        self.open()
        first = self._group.buttons()[0]
        first.setChecked(True)
        first.setFocus()

    @property
    def served_to(self) -> str:
        """The id of the person chosen, empty for the case file."""
        chosen = self._group.checkedButton()
        return str(chosen.property("person")) if chosen is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter prints."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_write()
        else:
            super().keyPressEvent(event)

    def _add(self, person: str, words: str) -> None:
        chip = ChoiceChip(f"print_for_{person or 'file'}", words, height=32, tick=True)
        chip.setProperty("person", person)
        self._group.addButton(chip)
        self._chips.addWidget(chip)

    def _on_write(self) -> None:
        self.close_sheet()
        self.print_asked.emit(self.served_to)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Print the act as a paper"))
        self.setAccessibleName(self._title.text())
        self._act.setText(self.data.title if self.data else "")
        self._for.setText(self.tr("Whom is the paper for?"))
        self._promise.setText(
            self.tr("A copy tells nobody else’s address or contact. The print, and for whom, is written to the log.")
        )
        self.cancel.setText(self.tr("Do not print"))
        self.write.setText(self.tr("Write the PDF…"))
