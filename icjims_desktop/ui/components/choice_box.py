"""A box to choose one of many from, with the arrow that says so."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from icjims_desktop.ui import icons
from icjims_desktop.ui.theme import theme


class ChoiceBox(QComboBox):
    """A combo box as wide as there is room; its list never widens the page."""

    def __init__(self, name: str, letters: int = 24) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow, which the style sheet leaves out."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme.px(16)
        place = QRectF(self.width() - side - theme.px(10), (self.height() - side) / 2, side, side)
        icons.draw(painter, "chevron_down", theme.colour("text2"), place)
