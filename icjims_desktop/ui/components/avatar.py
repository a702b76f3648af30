"""A person's initials in a disc."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from icjims_desktop.ui.components.base import Painted
from icjims_desktop.ui.theme import Type, theme


def initials_of(name: str) -> str:
    """First letters of the first two words: `Асанов Эрмек` → `АЭ`."""
    return "".join(word[0] for word in name.replace(".", " ").split()[:2]).upper()


class Avatar(Painted):
    """Initials; decoration beside the written name, so it has no name of its own."""

    def __init__(self, name: str = "", size: int = 28, tone: str = "accent") -> None:
        super().__init__()
        self._letters = initials_of(name)
        self._size, self._tone = size, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        """Show another person's initials."""
        self._letters = initials_of(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square around the disc."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc and the letters."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("tint" if self._tone == "accent" else "sunken"))
        painter.drawEllipse(self.rect())
        font = QFont(theme.font(Type.KEY))
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colour(self._tone))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)
