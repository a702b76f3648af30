"""Own outline icons, recoloured from the theme and cached by name, colour, size and ratio."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from icjims_desktop.ui.resources import resource_path
from icjims_desktop.ui.theme import theme


@lru_cache(maxsize=256)
def _svg(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _render(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    source = _svg(name).replace("currentColor", colour).encode()
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source)).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, tone: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Icon `name` in the colour of a theme token, `size` logical pixels square."""
    return _render(name, theme.colour(tone).name(), size, ratio)


def draw(painter: QPainter, name: str, colour: QColor, rect: QRectF) -> None:
    """Paint an icon into `rect`, sharp at the ratio of the device."""
    device = painter.device()
    ratio = device.devicePixelRatioF()
    size = round(min(rect.width(), rect.height()))
    x = rect.center().x() - size / 2
    y = rect.center().y() - size / 2
    painter.drawPixmap(round(x), round(y), _render(name, colour.name(), size, ratio))


def icon(name: str, tone: str = "text2", size: int = 18) -> QIcon:
    """A QIcon for stock widgets; make it again when the theme changes."""
    result = QIcon(pixmap(name, tone, size))
    result.addPixmap(pixmap(name, tone, size, 2.0))
    return result
