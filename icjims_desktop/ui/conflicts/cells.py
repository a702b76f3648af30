"""The cells of the four columns: a value to choose, or a long text with its differences."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import (
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
from icjims_desktop.ui.theme.typography import TYPE_SPECS

LEAST_HEIGHT, PAD, TICK = 58, 12, 14


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
    """One version of one field, every word of it; a click chooses it."""

    pressed = Signal()

    def __init__(self, name: str, column_name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._column_name = column_name
        self._data = CellData(())
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_data(self, data: CellData, column_name: str) -> None:
        """Show a version."""
        self._data = data
        chosen = f", {data.chosen_word}" if data.chosen else ""
        self.setAccessibleName(f"{column_name}: {data.text}{chosen}")
        self.setAccessibleDescription(data.note)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its column."""
        return QSize(200, self.heightForWidth(200))

    def heightForWidth(self, width: int) -> int:
        """As high as its words need."""
        said, told = self._said(width), self._told(width)
        return max(theme.px(LEAST_HEIGHT), round(_top() + said.height + told.height + _top()))

    def lines(self) -> list[float]:
        """How wide each line of the version is as it is set now."""
        return self._said(self.width()).widths

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        super().mousePressEvent(event)
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys belong to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, words, and below them choice and note."""
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
        left = theme.px(PAD)
        self._said(self.width()).draw(painter, left, _top())
        told = self._told(self.width())
        foot = rect.bottom() - _top() - told.height
        if data.chosen:
            side = theme.px(TICK)
            icons.draw(painter, "tick", theme.colour("accent"), QRectF(left, foot + 2, side, side))
            left += side + 6
        told.draw(painter, left, foot)

    def _said(self, width: int) -> "SetText":
        role = Type.BODY if self._data.is_text else Type.SECTION
        return SetText(self._data.pieces, role, width - 2 * theme.px(PAD), "muted" if self._data.quiet else "text")

    def _told(self, width: int) -> "SetText":
        data = self._data
        words = ", ".join(part for part in (data.chosen_word if data.chosen else "", data.note) if part)
        tone = "due" if data.due_note else "accent" if data.chosen else "muted"
        room = width - 2 * theme.px(PAD) - (theme.px(TICK) + 6 if data.chosen else 0)
        return SetText((Piece(words),), Type.META, room, tone)


def _top() -> int:
    return theme.px(9)


class SetText:
    """A text set in lines of a width, long words broken: mine underlined in accent, theirs dashed, gone struck."""

    def __init__(self, pieces: tuple[Piece, ...], role: Type, width: float, tone: str) -> None:
        self._tone = tone
        self._layout = QTextLayout("".join(piece.text for piece in pieces).replace("\n", "\u2028"), theme.font(role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(pieces, tone))
        self.widths: list[float] = []
        self.height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, self.height))
            self.widths.append(line.naturalTextWidth())
            self.height += theme.px(TYPE_SPECS[role].line + 2)
        self._layout.endLayout()

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it from this point on."""
        painter.setPen(theme.colour(self._tone))
        self._layout.draw(painter, QPointF(left, top))


def _formats(pieces: tuple[Piece, ...], tone: str) -> list[QTextLayout.FormatRange]:
    ranges = []
    at = 0
    for piece in pieces:
        found = QTextLayout.FormatRange()
        lead = len(piece.text) - len(piece.text.lstrip())
        found.start = at + lead
        found.length = len(piece.text) - lead
        found.format = _format_of(piece.mark, tone)
        ranges.append(found)
        at += len(piece.text)
    return ranges


def _format_of(mark: Mark, tone: str) -> QTextCharFormat:
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
        result.setForeground(theme.colour(tone))
    return result
