"""Cards: white sheets with a head and a body."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from icjims_desktop.ui.components.base import Margins, row
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.theme import Type


class Card(QFrame):
    """A sheet; put content into `body`."""

    def __init__(self, name: str, margins: Margins = (16, 12, 16, 12), gap: int = 8) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("surface", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(gap)


class SectionHead(QWidget):
    """Title of a card, a remark beside it, and something at the right edge."""

    def __init__(self, right: QWidget | None = None) -> None:
        super().__init__()
        self.title = Text(Type.SECTION)
        self.remark = Text(Type.META, "muted")
        self.aside = Text(Type.BODY, "muted")
        self.layout_row: QHBoxLayout = row([self.title, self.remark, None, self.aside], self, 9)
        if right is not None:
            self.layout_row.addWidget(right)

    def say(self, title: str, remark: str = "", aside: str = "") -> None:
        """Set the words; empty ones take no room."""
        self.title.setText(title)
        self.remark.say(remark)
        self.aside.say(aside)


def scroll_page(name: str, content: QWidget) -> QScrollArea:
    """The page inside the fixed frame: scrolls vertically only."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("surface", "clear")
    area.setWidget(content)
    return area
