"""A button that Enter presses, as Space does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Pressable(QAbstractButton):
    """Where it has the focus, Enter presses it; Qt by itself knows that of dialogs alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, held down or not, presses once."""
        if event.key() in _ENTER and event.modifiers() in _PLAIN:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)
