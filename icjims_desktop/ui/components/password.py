"""The large field for a password, as the unlock screen and the signing of an act have it."""

from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from icjims_desktop.ui.components.base import row
from icjims_desktop.ui.components.text import Mark
from icjims_desktop.ui.theme import theme


class PasswordField(QFrame):
    """The large field: lock, what is typed, layout badge, eye."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_frame")
        self.setProperty("surface", "field")
        self.setProperty("focused", "true")
        self.edit = QLineEdit()
        self.edit.setObjectName(name)
        self.edit.setProperty("bare", "true")
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setMaxLength(256)
        self._row = row([Mark("lock", "text2"), self.edit], self, 10, (10, 0, 6, 0))
        self.setFixedHeight(theme.px(44))

    def add(self, *parts: QWidget) -> None:
        """Put something at the right edge."""
        for part in parts:
            self._row.addWidget(part)
