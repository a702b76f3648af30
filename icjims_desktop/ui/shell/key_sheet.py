"""The sheet of keys (Shift+F1): every command of the table, by where it is heard."""

from PySide6.QtWidgets import QGridLayout, QWidget

from icjims_desktop.ui.commands import COMMANDS, Scope, key_text, scope_name
from icjims_desktop.ui.components.base import clear, row
from icjims_desktop.ui.components.keycap import KeyCap
from icjims_desktop.ui.components.overlay import Overlay
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.theme import Type


class KeySheet(Overlay):
    """All keys on one sheet, in two columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("key_sheet", parent, 860)
        self._title = Text(Type.TITLE)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(40)
        self._grid.setVerticalSpacing(3)
        self.body.addWidget(self._title)
        self.body.addLayout(self._grid)
        self.retranslate()

    def retranslate(self) -> None:
        """Say all commands in the language now shown."""
        self._title.setText(self.tr("Keys"))
        self.setAccessibleName(self._title.text())
        clear(self._grid)
        every = [line for scope in Scope for line in self._lines_of(scope)]
        half = (len(every) + 1) // 2
        for number, widget in enumerate(every):
            self._grid.addWidget(widget, number % half, number // half)

    def _lines_of(self, scope: Scope) -> list[QWidget]:
        head = Text(Type.NAME, "accent", scope_name(scope))
        lines: list[QWidget] = [head]
        for command in COMMANDS:
            if command.scope is scope and command.keys:
                line = QWidget()
                keys = command.keys if len(command.keys) < 5 else (command.keys[0], command.keys[-1])
                caps = [KeyCap(key_text(key)) for key in keys]
                row([Text(Type.BODY, "text", command.label()), None, *caps], line, 6)
                lines.append(line)
        return lines
