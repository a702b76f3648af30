"""Chips: a word with an icon on tinted ground; never only a colour."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy

from icjims_desktop.ui import icons
from icjims_desktop.ui.components.base import Painted
from icjims_desktop.ui.theme import Type, theme


class ChipKind(StrEnum):
    """What the colour of a chip says, beside its words."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    DUE = "due"
    LATE = "late"
    OK = "ok"
    PLAIN = "plain"


_COLOURS: dict[ChipKind, tuple[str, str, str]] = {
    ChipKind.NEUTRAL: ("sunken", "line2", "text2"),
    ChipKind.ACCENT: ("tint", "tint_line", "accent"),
    ChipKind.DUE: ("due_bg", "due_line", "due"),
    ChipKind.LATE: ("late_bg", "late_line", "late"),
    ChipKind.OK: ("ok_bg", "ok_line", "ok"),
    ChipKind.PLAIN: ("surface", "line2", "text2"),
}


_WRAPPED = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class ChipData:
    """What a chip shows."""

    text: str
    kind: ChipKind = ChipKind.NEUTRAL
    icon: str = ""
    detail: str = ""
    """Tooltip: the legal basis or the whole sentence."""


def chip_width(data: ChipData) -> float:
    """Drawn width of a chip."""
    advance = QFontMetricsF(theme.font(Type.META_STRONG)).horizontalAdvance(data.text)
    return advance + theme.px(16) + (theme.px(18) if data.icon else 0) + 2


def draw_chip(painter: QPainter, rect: QRectF, data: ChipData) -> None:
    """Draw a chip filling `rect`; text beyond its width is elided."""
    ground, edge, ink = (theme.colour(token) for token in _COLOURS[data.kind])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = theme.tokens.edge_px
    painter.setBrush(ground)
    painter.setPen(QPen(edge, width))
    painter.drawRoundedRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), 6, 6)
    x = rect.left() + theme.px(8)
    if data.icon:
        side = theme.px(14)
        icons.draw(painter, data.icon, ink, QRectF(x, rect.center().y() - side / 2, side, side))
        x += theme.px(18)
    font = theme.font(Type.META_STRONG)
    painter.setFont(font)
    painter.setPen(ink)
    room = rect.right() - x - theme.px(6)
    text = QFontMetricsF(font).elidedText(data.text, Qt.TextElideMode.ElideRight, room + 1)
    line = QRectF(x, rect.top(), room + 2, rect.height())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)


class Chip(Painted):
    """A chip standing in a layout."""

    def __init__(self, name: str, data: ChipData | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._data = data or ChipData("")
        self.show_data(self._data)

    @property
    def data(self) -> ChipData:
        """What it shows."""
        return self._data

    def show_data(self, data: ChipData) -> None:
        """Show other words."""
        self._data = data
        self.setAccessibleName(data.text)
        self.setToolTip(data.detail)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon and words."""
        return QSize(round(chip_width(self._data)), theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        draw_chip(QPainter(self), QRectF(self.rect()), self._data)


class ChoiceChip(QAbstractButton):
    """A chip that can be chosen: a filter, or one of two or three answers."""

    def __init__(self, name: str, text: str = "", *, height: int = 24, tick: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setText(text)
        self.setCheckable(True)
        self._height = height
        self._tick = tick
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _role(self) -> Type:
        return Type.STRONG if self._height >= 32 else Type.META_STRONG

    def sizeHint(self) -> QSize:
        """Room for the words and, where it has one, the tick."""
        advance = QFontMetricsF(theme.font(self._role())).horizontalAdvance(self.text())
        tick = theme.px(24) if self._tick and self.isChecked() else 0
        side = 12 if self._height >= 32 else 8
        return QSize(round(advance) + theme.px(side * 2) + tick + 2, theme.px(self._height))

    def hasHeightForWidth(self) -> bool:
        """Words that do not fit in one line go on in the next."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height for the lines that its words need."""
        if width >= self.sizeHint().width():
            return theme.px(self._height)
        room = QRectF(0, 0, max(width - self._around(), 20), 10_000)
        lines = QFontMetricsF(theme.font(self._role())).boundingRect(room, _WRAPPED, self.text())
        return max(round(lines.height()) + theme.px(14), theme.px(self._height))

    def _around(self) -> int:
        """Pixels beside the words."""
        tick = theme.px(24) if self._tick and self.isChecked() else 0
        return theme.px(12 if self._height >= 32 else 8) * 2 + tick

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()

    def nextCheckState(self) -> None:
        """Choosing a ticked answer again takes it back where the group allows it."""
        super().nextCheckState()
        self.updateGeometry()

    def checkStateSet(self) -> None:
        """The tick changes the width."""
        super().checkStateSet()
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, tick and words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        heavy = self.hasFocus() or (chosen and self._tick)
        width = 2 if heavy else theme.tokens.edge_px
        edge = theme.colour("accent" if heavy else "tint_line" if chosen else "line2")
        painter.setPen(QPen(edge, width))
        painter.setBrush(self._ground(chosen=chosen))
        rect = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(rect, 6, 6)
        ink = theme.colour("text" if self._tick or not chosen else "accent")
        painter.setPen(ink if self.isEnabled() else theme.colour("muted"))
        x = theme.px(12 if self._height >= 32 else 8)
        if self._tick and chosen:
            side = theme.px(16)
            middle = self.height() / 2
            icons.draw(painter, "tick", theme.colour("text"), QRectF(x, middle - side / 2, side, side))
            x += theme.px(24)
        painter.setFont(theme.font(self._role()))
        line = QRectF(x, 0, self.width() - x, self.height())
        narrow = self.width() + 1 < self.sizeHint().width()
        how = _WRAPPED | int(Qt.AlignmentFlag.AlignVCenter) if narrow else int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(line.adjusted(0, 0, -theme.px(8), 0) if narrow else line, how, self.text())

    def _ground(self, *, chosen: bool) -> QColor:
        if chosen and not self._tick:
            return theme.colour("tint")
        return theme.colour("sunken" if self.isDown() or self.underMouse() else "surface")


def exclusive(parent: QAbstractButton, *others: QAbstractButton) -> QButtonGroup:
    """Let one of several choices stand at a time; arrow keys move among them."""
    group = QButtonGroup(parent)
    for number, button in enumerate((parent, *others)):
        group.addButton(button, number)
    return group
