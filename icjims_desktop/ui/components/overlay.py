"""A sheet over the window behind a veil, closed by Esc; not a window of its own."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from icjims_desktop.ui.theme import theme

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Overlay(QWidget):
    """Covers its parent; put content into `body`."""

    def __init__(self, name: str, parent: QWidget, width: int) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cover = parent
        self._returns_to: QWidget | None = None
        self.sheet = QFrame()
        self.sheet.setProperty("surface", "popup")
        self.sheet.setFixedWidth(theme.px(width))
        self.body = QVBoxLayout(self.sheet)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 40, 0, 24)
        outer.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        parent.installEventFilter(self)
        self.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it over the whole parent and take the focus."""
        self._returns_to = self.window().focusWidget()
        self.setGeometry(self._cover.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Hide it and give the focus back; to the page, where what had it was made anew meanwhile."""
        before, self._returns_to = self._returns_to, None
        self.hide()
        if before is not None:
            there = isValid(before) and before.isVisible()
            (before if there else self._cover).setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the parent; while it is open, no shortcut of the page behind takes a plain key."""
        # Not by overriding `event`: an error below its call of Qt's own ends the process (PySide6 on Python 3.11).
        if event.type() == QEvent.Type.Resize and watched is self._cover:
            self.setGeometry(self._cover.rect())
        if watched is self and isinstance(event, QKeyEvent) and _is_plain_override(event):
            event.accept()
            return True
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within the sheet, never to the page behind the veil."""
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        here = self.window().focusWidget()
        each = _neighbour(here, forward=forward)
        while each is not None and each is not here:
            if self.sheet.isAncestorOf(each) and _takes_tab(each):
                each.setFocus(reason)
                break
            each = _neighbour(each, forward=forward)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the sheet closes."""
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the veil."""
        del event
        veil = theme.colour("veil")
        veil.setAlphaF(theme.tokens.veil_alpha)
        QPainter(self).fillRect(self.rect(), veil)


def _neighbour(widget: QWidget, *, forward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forward else widget.previousInFocusChain()


def _takes_tab(widget: QWidget) -> bool:
    stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return stop and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _is_plain_override(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.ShortcutOverride and event.modifiers() in _PLAIN
