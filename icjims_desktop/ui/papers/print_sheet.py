"""The sheet before an act is printed: for whom the paper is, what is then not on it, and what is to be read first."""

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
from icjims_desktop.ui.papers.data import Printable, Texts
from icjims_desktop.ui.theme import Type, theme

WIDTH, ROW, MOST_ROWS, TEXTS_HEIGHT = 560, 40, 4, 180


class PrintSheet(Overlay):
    """↑ ↓ choose for whom, Enter goes on to where the file is written, Esc leaves.

    A copy to be served goes on only after its free texts were read and that was ticked.
    """

    print_asked = Signal(str)
    """The id of the person whom the copy is for; empty: the paper is for the case file."""
    texts_asked = Signal(str)
    """The free texts on the copy for this person are to be shown."""

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
        words = QWidget()
        self._words = column([], words, 6, (2, 2, 12, 2))
        self._read_first = Text(Type.STRONG, wrap=True)
        self._texts = scroll_page("print_texts", words)
        self._texts.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.checked = ChoiceChip("print_checked", "", height=32, tick=True)
        self._to_check = (self._read_first, self._texts, self.checked)
        self._known: Texts | None = None
        top = (self._title, self._act, hairline(), self._for, self._scroll)
        for part in (*top, *self._to_check, self._promise):
            self.body.addWidget(part)
        self.body.addLayout(row([None, self.cancel, self.write], gap=12))
        self.cancel.clicked.connect(self.close_sheet)
        self.write.clicked.connect(self._on_write)
        self.checked.toggled.connect(self._show_whether)
        self._group.buttonToggled.connect(self._on_chosen)

    def ask(self, data: Printable) -> None:
        """Show an act; the case file is chosen."""
        self.data, self._known = data, None
        for old in self._group.buttons():
            self._group.removeButton(old)
        clear(self._chips)
        self._add("", self.tr("For the case file: everything stands on it"))
        for each in data.recipients:
            self._add(each.person, self.tr("Copy for {name}, {role}").format(name=each.name, role=each.role))
        self._chips.addStretch(1)
        self._scroll.setFixedHeight(theme.px(ROW) * min(len(data.recipients) + 1, MOST_ROWS))
        self._texts.setFixedHeight(theme.px(TEXTS_HEIGHT))
        self._retranslate()
        self.open()
        first = self._group.buttons()[0]
        first.setChecked(True)
        first.setFocus()
        self._show_whether()

    @property
    def served_to(self) -> str:
        """The id of the person chosen, empty for the case file."""
        chosen = self._group.checkedButton()
        return str(chosen.property("person")) if chosen is not None else ""

    def choose(self, person: str) -> None:
        """Choose for whom the paper is; empty: for the case file."""
        for each in self._group.buttons():
            if each.property("person") == person:
                each.setChecked(True)

    @property
    def may_write(self) -> bool:
        """Whether the paper stays in the file, or the texts of the copy for this person were read."""
        if not self.served_to:
            return True
        return self._is_known and (not self._known_rows or self.checked.isChecked())

    def show_texts(self, texts: Texts) -> None:
        """Show what is to be read before the copy is written; an answer for an earlier choice comes too late."""
        if self.data is None or (texts.record, texts.person) != (self.data.record, self.served_to):
            return
        self._known = texts
        clear(self._words)
        for label, words in self._known_rows:
            self._words.addWidget(Text(Type.META, "muted", label, wrap=True))
            self._words.addWidget(Text(Type.BODY, "text", words, wrap=True))
        self._words.addStretch(1)
        self._show_whether()

    @property
    def _is_known(self) -> bool:
        known, data = self._known, self.data
        return known is not None and data is not None and (known.record, known.person) == (data.record, self.served_to)

    @property
    def _known_rows(self) -> tuple[tuple[str, str], ...]:
        return self._known.rows if self._known is not None and self._is_known else ()

    def _on_chosen(self, _chip: object, chosen: bool) -> None:
        if chosen:
            self.checked.setChecked(False)
            self._show_whether()
            if self.served_to:
                self.texts_asked.emit(self.served_to)

    def _show_whether(self) -> None:
        for part in self._to_check:
            part.setVisible(bool(self._known_rows))
        self.write.setEnabled(self.may_write)

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
        if not self.may_write:
            self.checked.setFocus()
            return
        self.close_sheet()
        self.print_asked.emit(self.served_to)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Print the act as a paper"))
        self.setAccessibleName(self._title.text())
        self._act.setText(self.data.title if self.data else "")
        self._for.setText(self.tr("Whom is the paper for?"))
        self._read_first.setText(self.tr("Read before the copy is written:"))
        self.checked.setText(self.tr("I have read them: no address or contact of a victim or witness is in them"))
        self._promise.setText(
            self.tr("A copy tells nobody else’s address or contact. The print, and for whom, is written to the log.")
        )
        self.cancel.setText(self.tr("Do not print"))
        self.write.setText(self.tr("Write the PDF…"))
