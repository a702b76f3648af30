"""Ground classes of the widgets: retranslation, repaint with the theme, grounds, boxes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Margins = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)


class Translated(QWidget):
    """A widget that says its texts again when the language changes."""

    _speaking = False

    def changeEvent(self, event: QEvent) -> None:
        """Qt's notice of a new language."""
        if event.type() == QEvent.Type.LanguageChange and not self._speaking:
            self._speaking = True  # an action in a line edit sends the event round again
            self._retranslate()
            self._speaking = False
        super().changeEvent(event)

    def _retranslate(self) -> None:
        """Set every text; called by the constructor and at each language change."""


class Painted(Translated):
    """A widget drawn by itself: measured and painted anew when style or scale change."""

    def changeEvent(self, event: QEvent) -> None:
        """Qt's notice of a new style, font or language."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
            self.update()


class Page(Translated):
    """A page of the house: it gives the focus that it gets to `start`, and Tab goes through all of it.

    As a focus proxy `start` would be where Tab enters the page, and what stands before it would never be reached.
    """

    start: QWidget | None = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass it on."""
        super().focusInEvent(event)
        if self.start is not None:
            self.start.setFocus(event.reason())


def set_surface(widget: QWidget, surface: str) -> None:
    """Give a plain widget one of the grounds of the style sheet."""
    widget.setProperty("surface", surface)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=True)


def restyle(widget: QWidget, **properties: object) -> None:
    """Set style properties and let the style sheet look again, if something changed."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def hairline(parent: QWidget | None = None) -> QFrame:
    """A horizontal line of one pixel."""
    line = QFrame(parent)
    line.setProperty("surface", "hairline")
    line.setFixedHeight(1)
    return line


def vertical_line(height: int, parent: QWidget | None = None) -> QFrame:
    """A short vertical line of one pixel."""
    line = QFrame(parent)
    line.setProperty("surface", "hairline")
    line.setFixedSize(1, height)
    return line


Part = QWidget | QLayout | int | None
"""What a box holds: a widget, a layout, a gap in pixels, or None for a stretch."""


def row(
    parts: Sequence[Part],
    parent: QWidget | None = None,
    gap: int = 8,
    margins: Margins = NO_MARGINS,
) -> QHBoxLayout:
    """A horizontal box."""
    box = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    _fill(box, parts, gap, margins)
    return box


def column(
    parts: Sequence[Part],
    parent: QWidget | None = None,
    gap: int = 8,
    margins: Margins = NO_MARGINS,
) -> QVBoxLayout:
    """A vertical box."""
    box = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    _fill(box, parts, gap, margins)
    return box


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let Qt delete the widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            # Without a parent it would be styled anew with all its children, only to be deleted.
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def _fill(box: QBoxLayout, parts: Sequence[Part], gap: int, margins: Margins) -> None:
    box.setSpacing(gap)
    box.setContentsMargins(*margins)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)
