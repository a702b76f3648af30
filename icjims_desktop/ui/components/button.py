"""Buttons drawn in the theme, with an icon, a key cap and a visible focus."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from icjims_desktop.ui import icons
from icjims_desktop.ui.components.keycap import cap_width, draw_cap
from icjims_desktop.ui.components.pressable import Pressable
from icjims_desktop.ui.theme import Type, theme


class ButtonKind(StrEnum):
    """How loud a button is; one primary in a region."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class _Ink:
    fill: QColor | None
    edge: QColor | None
    text: QColor


class Button(Pressable):
    """A push button; `name` is its stable object name, `cap` the key shown on it."""

    def __init__(
        self,
        name: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon: str = "",
        cap: str = "",
        *,
        height: int = 32,
        trailing_icon: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.kind = kind
        self._icon, self._trailing = icon, trailing_icon
        self._cap = cap
        self._height = height
        self._tone = "accent"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_cap(self, cap: str) -> None:
        """Show another key."""
        self._cap = cap
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        """Make it louder or quieter."""
        self.kind = kind
        self.update()

    def set_tone(self, tone: str) -> None:
        """Another colour than the accent for a link, by the name of its token."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, text and key cap."""
        return QSize(round(self._content_width() + 2 * self._padding()), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """The same: a button is never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, focus, icon, text and cap."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._ink()
        self._draw_ground(painter, ink)
        self._draw_content(painter, ink)

    def _padding(self) -> float:
        if self.kind is ButtonKind.LINK:
            return theme.px(4)
        return theme.px(12 if self.text() else 7)

    def _content_width(self) -> float:
        metrics = QFontMetricsF(theme.font(self._role()))
        parts = []
        if self._icon:
            parts.append(float(self._icon_size()))
        if self.text():
            parts.append(metrics.horizontalAdvance(self.text()))
        if self._cap:
            parts.append(cap_width(self._cap) + theme.px(2))
        if self._trailing:
            parts.append(float(theme.px(14)))
        return sum(parts) + theme.px(8) * max(len(parts) - 1, 0)

    def _role(self) -> Type:
        return Type.STRONG

    def _icon_size(self) -> int:
        return theme.px(16)

    def _ink(self) -> _Ink:
        colour = theme.colour
        if not self.isEnabled():
            edge = None if self.kind in {ButtonKind.LINK, ButtonKind.QUIET} else colour("line2")
            return _Ink(colour("sunken") if edge else None, edge, colour("muted"))
        if self.kind is ButtonKind.PRIMARY:
            fill = colour("accent_fill")
            return _Ink(fill.darker(112) if self._hot() else fill, None, colour("on_accent"))
        if self.kind is ButtonKind.SECONDARY:
            fill = colour("tint") if self.isChecked() else colour("surface")
            return _Ink(
                colour("sunken") if self._hot() else fill,
                colour("accent" if self.isChecked() else "line2"),
                colour("text"),
            )
        text = colour(self._tone) if self.kind is ButtonKind.LINK else colour("text2")
        return _Ink(colour("sunken") if self._hot() else None, None, text)

    def _hot(self) -> bool:
        return self.isDown() or self.underMouse()

    def _draw_ground(self, painter: QPainter, ink: _Ink) -> None:
        edge = theme.tokens.edge_px
        rect = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.setBrush(ink.fill or Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink.edge, edge) if ink.edge else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, 6, 6)
        if self.hasFocus():
            primary = self.kind is ButtonKind.PRIMARY
            inset = 3.0 if primary else 1.0
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("on_accent" if primary else "accent"), 2))
            focus = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(focus, 5, 5)

    def _draw_content(self, painter: QPainter, ink: _Ink) -> None:
        gap = theme.px(8)
        wide = self.kind is ButtonKind.PRIMARY and self.width() > self.sizeHint().width() + 40
        cap = cap_width(self._cap) if self._cap else 0.0
        content = self._content_width() - ((cap + gap + theme.px(2)) if wide and cap else 0)
        x = (self.width() - content) / 2
        middle = self.height() / 2
        if self._icon:
            size = self._icon_size()
            icons.draw(painter, self._icon, ink.text, QRectF(x, middle - size / 2, size, size))
            x += size + gap
        painter.setFont(theme.font(self._role()))
        painter.setPen(ink.text)
        advance = QFontMetricsF(theme.font(self._role())).horizontalAdvance(self.text())
        line = QRectF(x, 0, advance + 2, self.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self.text())
        x += advance + gap + theme.px(2)
        if self._cap:
            left = self.width() - cap - theme.px(10) if wide else x
            tone = "on_accent" if self.kind is ButtonKind.PRIMARY and self.isEnabled() else "muted"
            draw_cap(painter, left, middle, self._cap, tone)
            x += cap + gap
        if self._trailing:
            side = theme.px(14)
            icons.draw(painter, self._trailing, ink.text, QRectF(x - 2, middle - side / 2, side, side))


class IconButton(Button):
    """A button that is only an icon; its name for tooltip and screen reader is set by `say`."""

    def __init__(self, name: str, icon: str, *, size: int = 32) -> None:
        super().__init__(name, ButtonKind.QUIET, icon, height=size)

    def say(self, text: str) -> None:
        """Tooltip and accessible name."""
        self.setToolTip(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme.px(self._height), theme.px(self._height))
