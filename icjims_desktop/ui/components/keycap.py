"""The drawn key caps that teach shortcuts."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from icjims_desktop.ui.components.base import Painted
from icjims_desktop.ui.theme import Type, theme


def cap_width(text: str) -> float:
    """Width of a key cap around `text`."""
    advance = QFontMetricsF(theme.font(Type.KEY)).horizontalAdvance(text)
    return max(advance + theme.px(10), theme.px(19))


def draw_cap(painter: QPainter, left: float, middle: float, text: str, tone: str = "muted") -> None:
    """Draw a key cap from `left`, centred on the line `middle`."""
    height = theme.px(18)
    rect = QRectF(left, middle - height / 2, cap_width(text), height)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edge = theme.colour("on_accent" if tone == "on_accent" else "line2")
    painter.setPen(QPen(edge, 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(theme.font(Type.KEY))
    painter.setPen(theme.colour(tone))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class KeyCap(Painted):
    """A key cap standing alone."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Its drawn size."""
        return QSize(round(cap_width(self._text)) + 1, theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_cap(painter, 0, self.height() / 2, self._text)
