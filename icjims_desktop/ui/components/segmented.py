"""A segmented control: one of a few, all visible (language, theme)."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy

from icjims_desktop.ui.components.base import Painted, row
from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.theme import Type, theme


class _Part(QAbstractButton):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the word."""
        advance = QFontMetricsF(theme.font(Type.STRONG)).horizontalAdvance(self.text())
        return QSize(round(advance) + theme.px(26), theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and word."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(theme.colour("accent_fill"))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("on_accent" if chosen else "accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 4, 4)
        painter.setFont(theme.font(Type.STRONG if chosen else Type.BODY))
        painter.setPen(theme.colour("on_accent" if chosen else "text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Segmented(Painted):
    """One of a few values; arrow keys move, the chosen one has the tab stop."""

    chosen = Signal(str)

    def __init__(self, name: str, values: tuple[str, ...]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._parts = {value: _Part(f"{name}_{value}") for value in values}
        self._group = QButtonGroup(self)
        for part in self._parts.values():
            self._group.addButton(part)
        row(list(self._parts.values()), self, gap=2, margins=(2, 2, 2, 2))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._on_clicked)

    def say(self, words: dict[str, str], group_name: str) -> None:
        """Set the words of the values and the accessible name of the whole."""
        self.setAccessibleName(group_name)
        for value, text in words.items():
            self._parts[value].setText(text)
            self._parts[value].setAccessibleName(f"{group_name}: {text}")
            self._parts[value].updateGeometry()

    def choose(self, value: str) -> None:
        """Mark a value without a signal."""
        self._parts[value].setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the common ground."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("line"), theme.tokens.edge_px))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)

    def _on_clicked(self, button: QAbstractButton) -> None:
        for value, part in self._parts.items():
            if part is button:
                self.chosen.emit(value)


class LanguageControl(Segmented):
    """Кыргызча · Русский · English, each in itself, switching at once."""

    def __init__(self, name: str) -> None:
        super().__init__(name, tuple(language.value for language in Language))
        self.chosen.connect(self._on_chosen)
        self._retranslate()

    def _retranslate(self) -> None:
        names = {language.value: language.native_name for language in Language}
        self.say(names, self.tr("Language"))
        self.choose(languages.current.value)

    def _on_chosen(self, value: str) -> None:
        languages.choose(Language(value))
