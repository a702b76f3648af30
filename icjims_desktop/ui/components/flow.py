"""Widgets side by side that go on in the next line where there is no room, as the words of each language need it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from icjims_desktop.ui.theme import theme

LEAST = 200
"""A widget may be pressed to this width, in pixels at scale 1."""


class Flow(QWidget):
    """Places its widgets like words in a paragraph; hidden ones take no room."""

    def __init__(self, widgets: Sequence[QWidget], gap: int = 6) -> None:
        super().__init__()
        self._widgets = tuple(widgets)
        self._gap = gap
        for each in self._widgets:
            each.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.installEventFilter(self)

    def heightForWidth(self, width: int) -> int:
        """The height of as many lines as are needed."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        shown = [each.sizeHint() for each in self._widgets if not each.isHidden()]
        width = sum(each.width() for each in shown) + self._gap * max(len(shown) - 1, 0)
        return QSize(width, self._place(max(self.width(), self.minimumSizeHint().width()), move=False))

    def minimumSizeHint(self) -> QSize:
        """The widest of the widgets, as far as its words cannot go on in a second line."""
        shown = [each.sizeHint() for each in self._widgets if not each.isHidden()]
        widest, tallest = (
            max((each.width() for each in shown), default=0),
            max((each.height() for each in shown), default=0),
        )
        return QSize(min(widest, theme.px(LEAST)), tallest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place them anew."""
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A widget inside has another size, or is shown or hidden."""
        if watched is self and event.type() == QEvent.Type.LayoutRequest:
            self._place(self.width(), move=True)
            self.updateGeometry()
        return False

    def _place(self, width: int, *, move: bool) -> int:
        x = y = height = 0
        for each in self._widgets:
            if each.isHidden():
                continue
            size = each.sizeHint()
            if x > 0 and x + size.width() > width:
                x, y, height = 0, y + height + self._gap, 0
            across = min(size.width(), width)
            high = each.heightForWidth(across) if across < size.width() and each.hasHeightForWidth() else size.height()
            if move:
                each.setGeometry(x, y, across, high)
            x += across + self._gap
            height = max(height, high)
        return y + height
