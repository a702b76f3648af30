"""The top bar: find, new, the sync sentence, who and where, lock."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from icjims_desktop.ui.commands import cap_of
from icjims_desktop.ui.components.avatar import Avatar
from icjims_desktop.ui.components.base import (
    Translated,
    column,
    restyle,
    row,
    set_surface,
    vertical_line,
)
from icjims_desktop.ui.components.button import Button, ButtonKind, IconButton
from icjims_desktop.ui.components.keycap import KeyCap
from icjims_desktop.ui.components.sync_sentence import SyncSentenceButton
from icjims_desktop.ui.components.text import Mark, Text
from icjims_desktop.ui.shell.data import ShellData
from icjims_desktop.ui.theme import Type, theme

HEIGHT = 52


class IconField(QFrame):
    """A line of typing with an icon before it and a key cap behind."""

    def __init__(self, name: str, icon: str, cap: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_frame")
        self.setProperty("surface", "field")
        self.edit = QLineEdit()
        self.edit.setObjectName(name)
        self.edit.setProperty("bare", "true")
        self.cap = KeyCap(cap)
        row([Mark(icon, "muted"), self.edit, self.cap], self, gap=8, margins=(10, 0, 7, 0))
        self.setFixedHeight(theme.px(32))
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The frame shows the focus of the line inside; Esc empties it."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            restyle(self, focused="true" if event.type() == QEvent.Type.FocusIn else "false")
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_escape(event)
        return super().eventFilter(watched, event)

    def _take_escape(self, event: QKeyEvent) -> bool:
        taken = event.key() == Qt.Key.Key_Escape and bool(self.edit.text())
        if taken:
            self.edit.clear()
        return taken


class TopBar(Translated):
    """What is the same on every page."""

    find_asked = Signal(str)
    new_asked = Signal()
    sync_asked = Signal()
    lock_asked = Signal()
    left = Signal()
    """Esc in the empty search box: back to the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        set_surface(self, "bar")
        self.setFixedHeight(theme.px(HEIGHT))
        self._data = ShellData("", "")
        self.find_field = IconField("find_field", "search", cap_of("find"))
        self.find_field.setFixedWidth(352)
        self.new = Button("new_button", ButtonKind.PRIMARY, "plus", cap_of("new"))
        self.sync = SyncSentenceButton("sync_sentence")
        self.lock = IconButton("lock_button", "lock")
        self._avatar = Avatar()
        self._user = Text(Type.STRONG)
        self._office = Text(Type.META, "muted")
        who: QWidget = QWidget()
        column([None, self._user, self._office, None], who, gap=0)
        line = row([], self, gap=12, margins=(20, 0, 10, 0))
        line.addWidget(self.find_field)
        line.addWidget(self.new)
        line.addStretch(1)
        for part in (self.sync, vertical_line(24), self._avatar, who, self.lock):
            line.addWidget(part)
        self.find_field.edit.returnPressed.connect(self._on_find)
        self.find_field.edit.textEdited.connect(self.find_asked)
        self.new.clicked.connect(self.new_asked)
        self.sync.clicked.connect(self.sync_asked)
        self.lock.clicked.connect(self.lock_asked)
        self._retranslate()

    def show_data(self, data: ShellData) -> None:
        """Show user, office and the sync sentence."""
        self._data = data
        self._user.setText(data.user_name)
        self._office.setText(data.office)
        self._avatar.show_name(data.user_name)
        self.sync.show_facts(data.sync)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_find(self) -> None:
        self.find_asked.emit(self.find_field.edit.text())

    def _retranslate(self) -> None:
        self.find_field.edit.setPlaceholderText(self.tr("Find cases and people in them"))
        self.find_field.edit.setAccessibleName(self.tr("Find a case"))
        self.new.setText(self.tr("New"))
        self.lock.say(self.tr("Lock (Ctrl L)"))
        self.sync.show_facts(self._data.sync)
