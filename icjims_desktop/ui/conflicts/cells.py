"""The cells of the four columns: a value to choose, or a long text with its differences."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy

from icjims_desktop.ui import icons
from icjims_desktop.ui.components.base import Painted
from icjims_desktop.ui.conflicts.differences import Mark, Piece
from icjims_desktop.ui.theme import Type, theme

VALUE_HEIGHT, TEXT_HEIGHT = 58, 172


@dataclass(frozen=True, slots=True)
class CellData:
    """What a cell shows."""

    pieces: tuple[Piece, ...]
    note: str = ""
    chosen_word: str = ""
    """`выбрано`: shown when chosen."""
    chosen: bool = False
    quiet: bool = False
    due_note: bool = False
    is_text: bool = False

    @property
    def text(self) -> str:
        """The words without marks."""
        return "".join(piece.text for piece in self.pieces if piece.mark is not Mark.GONE).strip()


class Cell(Painted):
    """One version of one field; a click chooses it."""

    pressed = Signal()

    def __init__(self, name: str, column_name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._column_name = column_name
        self._data = CellData(())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_data(self, data: CellData, column_name: str) -> None:
        """Show a version."""
        self._data = data
        chosen = f", {data.chosen_word}" if data.chosen else ""
        self.setAccessibleName(f"{column_name}: {data.text}{chosen}")
        self.setAccessibleDescription(data.note)
        self.setToolTip("" if data.is_text else data.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its column."""
        return QSize(200, theme.px(TEXT_HEIGHT if self._data.is_text else VALUE_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        super().mousePressEvent(event)
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys belong to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, words, note and the word of choice."""
        del event
        data = self._data
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 1.6 if data.chosen else theme.tokens.edge_px
        painter.setPen(QPen(theme.colour("accent" if data.chosen else "line"), width))
        painter.setBrush(theme.colour("tint" if data.chosen else "surface"))
        rect = QRectF(self.rect())
        inset = width / 2
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 6, 6)
        if data.is_text:
            self._draw_text(painter, rect)
        else:
            self._draw_value(painter, rect)

    def _draw_value(self, painter: QPainter, rect: QRectF) -> None:
        data = self._data
        pad = theme.px(12)
        mark = self._draw_chosen(painter, rect, theme.px(17)) if data.chosen else 0.0
        first = QRectF(pad, theme.px(7), rect.width() - 2 * pad - mark, theme.px(21))
        self._line(painter, first, Type.SECTION, "muted" if data.quiet else "text", data.text)
        second = QRectF(pad, theme.px(29), rect.width() - 2 * pad, theme.px(18))
        self._line(painter, second, Type.META, "due" if data.due_note else "muted", data.note)

    def _draw_text(self, painter: QPainter, rect: QRectF) -> None:
        data = self._data
        pad = theme.px(12)
        foot = theme.px(24)
        area = rect.adjusted(pad, theme.px(9), -pad, -foot - 4)
        painter.save()
        painter.setClipRect(area.adjusted(-2, 0, 2, 0))
        draw_pieces(painter, area, data.pieces)
        painter.restore()
        line = QRectF(pad, rect.bottom() - foot - 4, rect.width() - 2 * pad, foot)
        left = line.left()
        if data.chosen:
            side = theme.px(14)
            tick = QRectF(left, line.center().y() - side / 2, side, side)
            icons.draw(painter, "tick", theme.colour("accent"), tick)
            line.setLeft(left + side + 6)
        note = ", ".join(part for part in (data.chosen_word if data.chosen else "", data.note) if part)
        self._line(painter, line, Type.META, "accent" if data.chosen else "muted", note)

    def _draw_chosen(self, painter: QPainter, rect: QRectF, middle: float) -> float:
        font = theme.font(Type.META_STRONG)
        width = QFontMetricsF(font).horizontalAdvance(self._data.chosen_word)
        right = rect.right() - theme.px(11)
        painter.setFont(font)
        painter.setPen(theme.colour("accent"))
        area = QRectF(right - width - 1, middle - 9, width + 2, 18)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._data.chosen_word)
        side = theme.px(14)
        tick = QRectF(right - width - side - 5, middle - side / 2, side, side)
        icons.draw(painter, "tick", theme.colour("accent"), tick)
        return width + side + 12

    @staticmethod
    def _line(painter: QPainter, rect: QRectF, role: Type, tone: str, text: str) -> None:
        font = theme.font(role)
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)


def draw_pieces(painter: QPainter, area: QRectF, pieces: tuple[Piece, ...]) -> None:
    """Draw a text: mine solid underlined in accent, theirs dashed, gone struck."""
    layout = QTextLayout("".join(piece.text for piece in pieces), theme.font(Type.BODY))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(pieces))
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(area.width())
        line.setPosition(QPointF(0, y))
        y += theme.px(20)
    layout.endLayout()
    painter.setPen(theme.colour("text"))
    layout.draw(painter, area.topLeft())


def _formats(pieces: tuple[Piece, ...]) -> list[QTextLayout.FormatRange]:
    ranges = []
    at = 0
    for piece in pieces:
        found = QTextLayout.FormatRange()
        lead = len(piece.text) - len(piece.text.lstrip())
        found.start = at + lead
        found.length = len(piece.text) - lead
        found.format = _format_of(piece.mark)
        ranges.append(found)
        at += len(piece.text)
    return ranges


def _format_of(mark: Mark) -> QTextCharFormat:
    result = QTextCharFormat()
    styles = QTextCharFormat.UnderlineStyle
    if mark is Mark.MINE:
        result.setForeground(theme.colour("accent"))
        result.setBackground(theme.colour("tint"))
        result.setUnderlineStyle(styles.SingleUnderline)
    elif mark is Mark.THEIRS:
        result.setForeground(theme.colour("their"))
        result.setBackground(theme.colour("their_bg"))
        result.setUnderlineStyle(styles.DashUnderline)
    elif mark is Mark.GONE:
        result.setForeground(theme.colour("muted"))
        result.setFontStrikeOut(True)
    else:
        result.setForeground(theme.colour("text"))
    return result
