"""The sheet before an act is printed: for whom the paper is, what will stand on it, and what is to be read first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from icjims_desktop.ui.commands import key_text
from icjims_desktop.ui.components.base import clear, column, hairline, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.card import scroll_page
from icjims_desktop.ui.components.chip import ChoiceChip
from icjims_desktop.ui.components.overlay import Overlay
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.papers.data import Printable, Shown
from icjims_desktop.ui.papers.preview import PaperPreview
from icjims_desktop.ui.theme import Type, theme

WIDTH, LEFT, ROW, LIST = 1020, 380, 40, 200
AROUND, HEIGHT = 268, 520
"""Pixels of the window that the preview leaves to the rest of the sheet, and the most that it takes."""


class PrintSheet(Overlay):
    """↑ ↓ choose for whom, Enter goes on to where the file is written, Esc leaves.

    A copy to be served goes on only after it was read and that was ticked; the tick is of what is shown, and goes when
    something else is.
    """

    print_asked = Signal(str, str)
    """The id of the person whom the copy is for; empty: the paper is for the case file. The digest of what is shown."""
    preview_asked = Signal(str)
    """What would stand on the paper for this person is to be shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("print_sheet", parent, WIDTH)
        self.data: Printable | None = None
        self._known: Shown | None = None
        self._title, self._act = Text(Type.TITLE), Text(Type.BODY, "text2", wrap=True)
        self._for, self._read_first = Text(Type.STRONG), Text(Type.STRONG, wrap=True)
        self._group = QButtonGroup(self)
        self._marks, self._promise = (Text(Type.META, "text2", wrap=True) for _ in range(2))
        self.preview = PaperPreview("print_preview")
        self.checked = _wrapping(ChoiceChip("print_checked", "", height=32, tick=True))
        self.cancel = Button("print_cancel", ButtonKind.QUIET, cap=key_text("Esc"))
        self.write = Button("print_write", ButtonKind.PRIMARY, "printer", cap=key_text("Return"))
        for part in (self._title, self._act, hairline()):
            self.body.addWidget(part)
        self.body.addLayout(self._halves())
        self.body.addLayout(row([None, self.cancel, self.write], gap=12))
        self._connect()

    def _halves(self) -> QHBoxLayout:
        """On the left whom it is for and what to read, on the right what will stand on it."""
        chosen = QWidget()
        self._chips = column([], chosen, 6, (2, 2, 12, 2))
        self._scroll = scroll_page("print_recipients", chosen)
        left = QWidget()
        left.setFixedWidth(theme.px(LEFT))
        parts = [self._for, self._scroll, self._read_first, self._marks, self.checked, None, self._promise]
        column(parts, left, 8)
        both = row([left], gap=16)
        both.addWidget(self.preview, 1)
        return both

    def _connect(self) -> None:
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
        self.preview.clear()
        self._add("", self.tr("For the case file: everything stands on it"))
        for each in data.recipients:
            whom = ", ".join(part for part in (each.name, each.role) if part)
            self._add(each.person, self.tr("Copy for {whom}").format(whom=whom))
        self._chips.addStretch(1)
        self._scroll.setFixedHeight(theme.px(min(ROW * (len(data.recipients) + 1), LIST)))
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
        """Whether the paper stays in the file, or the copy for this person was shown and read."""
        shown = self._shown
        if not self.served_to:
            return True
        return shown is not None and (not shown.preview.to_read or self.checked.isChecked())

    def show_preview(self, shown: Shown) -> None:
        """Show what would stand on the paper; an answer for an earlier choice comes too late."""
        if self.data is None or (shown.record, shown.person) != (self.data.record, self.served_to):
            return
        before, self._known = self._shown, shown
        if before is None or before.preview.digest != shown.preview.digest:
            self.checked.setChecked(False)
            self.preview.show_preview(shown.preview)
        self._show_whether()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as the window lets it."""
        super().resizeEvent(event)
        self.preview.setFixedHeight(max(min(self.height() - theme.px(AROUND), theme.px(HEIGHT)), theme.px(160)))

    @property
    def _shown(self) -> Shown | None:
        """What is shown for the one who is chosen now."""
        known, data = self._known, self.data
        mine = known is not None and data is not None and (known.record, known.person) == (data.record, self.served_to)
        return known if mine else None

    def _on_chosen(self, _chip: object, chosen: bool) -> None:
        if chosen:
            self.checked.setChecked(False)
            self.preview.clear()
            self._known = None
            self._show_whether()
            self.preview_asked.emit(self.served_to)

    def _show_whether(self) -> None:
        shown = self._shown
        to_read = bool(shown is not None and shown.preview.to_read)
        for part in (self._read_first, self._marks, self.checked):
            part.setVisible(to_read)
        self._retranslate()
        self.write.setEnabled(self.may_write)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter prints."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_write()
        else:
            super().keyPressEvent(event)

    def _add(self, person: str, words: str) -> None:
        chip = _wrapping(ChoiceChip(f"print_for_{person or 'file'}", words, height=32, tick=True))
        chip.setProperty("person", person)
        self._group.addButton(chip)
        self._chips.addWidget(chip)

    def _on_write(self) -> None:
        if not self.may_write:
            self.checked.setFocus()
            return
        shown = self._shown
        self.close_sheet()
        self.print_asked.emit(self.served_to, shown.preview.digest if shown is not None else "")

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Print the act as a paper"))
        self.setAccessibleName(self._title.text())
        self._act.setText(self.data.title if self.data else "")
        self._for.setText(self.tr("Whom is the paper for?"))
        self.preview.setAccessibleName(self.tr("What will stand on the paper"))
        to_read = self._shown.preview.to_read if self._shown is not None else ()
        labels = ", ".join(dict.fromkeys(each.label for each in to_read))
        self._read_first.setText(self.tr("Read on the right: {fields}").format(fields=labels))
        told = self.tr("Underlined are %n place(s) that look like an address, a number or a village.", "", self._marked)
        rest = self.tr("Not everything is found: you decide.")
        self._marks.setText(f"{told} {rest}")
        self.checked.setText(self.tr("I have read it: no address or contact of a victim or witness is in it"))
        logged = self.tr("The print, and for whom, is written to the log.")
        served = self.tr("A copy tells nobody else’s address or contact.")
        self._promise.setText(f"{served} {logged}" if self.served_to else logged)
        self.cancel.setText(self.tr("Do not print"))
        self.write.setText(self.tr("Write the PDF…"))

    @property
    def _marked(self) -> int:
        return self.preview.marked


def _wrapping(chip: ChoiceChip) -> ChoiceChip:
    """A chip whose words go on in the next line where the column ends."""
    policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    chip.setSizePolicy(policy)
    return chip
