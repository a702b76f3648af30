"""The mark of the product: the window of a yurt on the blue."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from icjims_desktop.ui import icons
from icjims_desktop.ui.components.base import Painted
from icjims_desktop.ui.theme import theme


class Brand(Painted):
    """Decoration beside the written name."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_fill"))
        rect = QRectF(self.rect())
        painter.drawRoundedRect(rect, 7, 7)
        inset = self._size * 0.13
        ink = theme.colour("on_accent")
        icons.draw(painter, "brand", ink, rect.adjusted(inset, inset, -inset, -inset))
