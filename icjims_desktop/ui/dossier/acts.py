"""What the law lets you do now: cards with a number key."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from icjims_desktop.ui import icons
from icjims_desktop.ui.components.keycap import cap_width, draw_cap
from icjims_desktop.ui.components.pressable import Pressable
from icjims_desktop.ui.dossier.data import ActOffer
from icjims_desktop.ui.theme import Type, theme


class ActCard(Pressable):
    """One step; a blocked one stays readable and focusable, since it holds the reason."""

    def __init__(self, offer: ActOffer, number: int) -> None:
        super().__init__()
        self.setObjectName(f"act_{offer.id}")
        self.setText(offer.title)
        self.offer, self._number = offer, number
        self.setAccessibleDescription(f"{offer.article}. {offer.reason}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if offer.allowed:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(theme.px(160), theme.px(66))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        pad, line = theme.px(11), theme.px(18)
        room = self.width() - 2 * pad
        top = theme.px(7)
        cap = self._draw_corner(painter, pad, top)
        tone = "text" if self.offer.allowed else "muted"
        title = QRectF(pad, top, room - cap, line)
        self._line(painter, title, Type.STRONG, tone, self.offer.title)
        second = QRectF(pad, top + line, room, line)
        self._line(painter, second, Type.META, "muted", self.offer.article)
        third = QRectF(pad, top + 2 * line - 1, room, line)
        urgent = self.offer.urgent and self.offer.allowed
        role, ink = (Type.META_STRONG, "text") if urgent else (Type.META, "muted")
        self._line(painter, third, role, ink, self.offer.reason)

    def _draw_ground(self, painter: QPainter) -> None:
        first = self.offer.allowed and self._number == 1
        heavy = self.hasFocus() or first
        width = (2 if self.hasFocus() else 1.4) if heavy else theme.tokens.edge_px
        painter.setPen(QPen(theme.colour("accent" if heavy else "line2"), width))
        ground = "sunken" if not self.offer.allowed else "tint" if first else "surface"
        painter.setBrush(theme.colour("sunken" if self.underMouse() and not first else ground))
        rect = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(rect, 6, 6)

    def _draw_corner(self, painter: QPainter, pad: float, top: float) -> float:
        """Draw key cap or lock; returns the room taken from the title."""
        middle = top + theme.px(9)
        if not self.offer.allowed:
            side = theme.px(14)
            place = QRectF(self.width() - pad - side, middle - side / 2, side, side)
            icons.draw(painter, "lock", theme.colour("muted"), place)
            return theme.px(22)
        if self._number > 9:
            return 0
        text = str(self._number)
        width = cap_width(text)
        draw_cap(painter, self.width() - pad - width + 2, middle, text, "text2")
        return width + theme.px(6)

    @staticmethod
    def _line(painter: QPainter, rect: QRectF, role: Type, tone: str, text: str) -> None:
        font = theme.font(role)
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as tooltip."""
        del event
        self.setToolTip(f"{self.offer.title}\n{self.offer.article}\n{self.offer.reason}".strip())
