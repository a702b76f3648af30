"""The calm ground of the unlock screen: three ranges of the Ala-Too."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF

from icjims_desktop.ui.components.base import Translated
from icjims_desktop.ui.theme import ThemeMode, theme

_FAR = (
    (0, 0.70), (0.05, 0.665), (0.09, 0.685), (0.16, 0.60), (0.19, 0.625), (0.23, 0.576),
    (0.29, 0.653), (0.33, 0.63), (0.42, 0.68), (0.55, 0.66), (0.65, 0.62), (0.69, 0.586),
    (0.75, 0.63), (0.78, 0.615), (0.86, 0.69), (0.92, 0.64), (1, 0.70),
)  # fmt: skip
_MIDDLE = (
    (0, 0.79), (0.07, 0.755), (0.12, 0.775), (0.20, 0.71), (0.26, 0.765), (0.33, 0.735),
    (0.42, 0.80), (0.52, 0.76), (0.58, 0.80), (0.67, 0.72), (0.74, 0.78), (0.82, 0.74),
    (0.90, 0.80), (0.96, 0.77), (1, 0.79),
)  # fmt: skip
_NEAR = (
    (0, 0.90), (0.10, 0.86), (0.18, 0.885), (0.30, 0.84), (0.42, 0.895), (0.55, 0.855),
    (0.68, 0.90), (0.80, 0.86), (0.90, 0.885), (1, 0.87),
)  # fmt: skip
_SHARES = (0.07, 0.13, 0.20)


class Mountains(Translated):
    """A ground for other widgets; high contrast shows plain black."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw sky and ranges."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg"))
        if theme.mode is ThemeMode.HIGH:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for line, share in zip((_FAR, _MIDDLE, _NEAR), _SHARES, strict=True):
            painter.setBrush(_mixed(theme.colour("bg"), theme.colour("accent_fill"), share))
            painter.drawPolygon(self._range(line))

    def _range(self, line: tuple[tuple[float, float], ...]) -> QPolygonF:
        width, height = self.width(), self.height()
        points = [QPointF(x * width, y * height) for x, y in line]
        return QPolygonF([QPointF(0, height), *points, QPointF(width, height)])


def _mixed(first: QColor, second: QColor, share: float) -> QColor:
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )
