"""Labels: always plain text, set in a type role and a tone of the theme."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from icjims_desktop.ui import icons
from icjims_desktop.ui.components.base import restyle
from icjims_desktop.ui.theme import Type, theme


class Text(QLabel):
    """A label of one type role and tone."""

    def __init__(self, role: Type = Type.BODY, tone: str = "text", text: str = "", *, wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", role.value)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change the colour by the name of its token."""
        if self.property("tone") != tone:
            restyle(self, tone=tone)

    def say(self, text: str) -> None:
        """Set the text; an empty one takes no room."""
        self.setText(text)
        self.setVisible(bool(text))


class ElidedText(Text):
    """A label that ends in … when there is no room, and tells all in its tooltip."""

    def __init__(self, role: Type = Type.BODY, tone: str = "text", text: str = "") -> None:
        super().__init__(role, tone, text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        hint = super().minimumSizeHint()
        return QSize(min(theme.px(40), hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the tooltip only when something is hidden."""
        super().resizeEvent(event)
        hidden = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(self.text() if hidden else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the elided text in the colour of the style sheet."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)


class Mark(QWidget):
    """A small icon beside words; the words carry the meaning, so it has no name of its own."""

    def __init__(self, name: str, tone: str = "text2", size: int = 16) -> None:
        super().__init__()
        self._name, self._tone, self._size = name, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_mark(self, name: str, tone: str) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = theme.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in its tone."""
        del event
        painter = QPainter(self)
        icons.draw(painter, self._name, theme.colour(self._tone), self.rect().toRectF())
