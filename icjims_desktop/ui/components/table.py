"""Tables: hairlines between rows, tint and bar for the chosen row, moved by keys."""

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from icjims_desktop.ui.components.windowed import WindowedModel
from icjims_desktop.ui.theme import Type, theme

Index = QModelIndex | QPersistentModelIndex
_DOWN, _UP = frozenset("jJоО"), frozenset("kKлЛ")


class RowTable(QTableView):
    """A table of records: ↑ ↓ J K move, Space peeks, Enter opens."""

    opened = Signal(int)
    peeked = Signal(int)
    moved = Signal(int)

    def __init__(self, name: str, row_height: int = 44) -> None:
        super().__init__()
        self.setObjectName(name)
        self._row_height = row_height
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionsClickable(False)
        self.activated.connect(lambda index: self.opened.emit(index.row()))
        theme.changed.connect(self._measure)
        self._measure()

    def show_model(self, model: WindowedModel[object], widths: dict[str, int]) -> None:
        """Show a model; `widths` in pixels at scale 1, a column without one takes the rest."""
        self.setModel(model)
        head = self.horizontalHeader()
        # The header must not ask a million rows whether they are selected (16 s on select-all).
        head.setSelectionModel(QItemSelectionModel(model, head))
        for number, column in enumerate(model.columns):
            if column in widths:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                head.resizeSection(number, theme.px(widths[column]))
            else:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of lists, by position in every layout."""
        row = self.currentIndex().row()
        if event.text() in _DOWN:
            self._move_to(row + 1)
        elif event.text() in _UP:
            self._move_to(max(row - 1, 0))
        elif event.key() == Qt.Key.Key_Space and row >= 0:
            self.peeked.emit(row)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row >= 0:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell who follows the current row."""
        super().currentChanged(current, previous)
        self.moved.emit(current.row())

    def _move_to(self, row: int) -> None:
        model = self.model()
        if row < model.rowCount():
            self.setCurrentIndex(model.index(row, 0))

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(self._row_height))
        self.horizontalHeader().setFixedHeight(theme.px(32))


class CellDelegate(QStyledItemDelegate):
    """Ground, hairline and one or two lines of text; lists draw their marks upon it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of the rows is the table's."""
        del option, index
        return QSize(80, theme.px(32))

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QRectF:
        """Draw ground, hairline and bar; returns the rectangle for content."""
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("tint"))
            if index.column() == 0:
                painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent"))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, theme.colour("line"))
        return rect.adjusted(12, 0, -12, -1)

    def draw_lines(
        self,
        painter: QPainter,
        rect: QRectF,
        first: str,
        second: str = "",
        *,
        role: Type = Type.BODY,
        tone: str = "text",
        right: bool = False,
    ) -> None:
        """Draw one line centred, or two with the second muted."""
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        middle = Qt.AlignmentFlag.AlignVCenter
        top = QRectF(rect)
        if second:
            top.setHeight(rect.height() / 2 + 1)
            top.translate(0, 3)
            bottom = QRectF(rect.left(), rect.center().y() - 1, rect.width(), rect.height() / 2)
            self._text(painter, bottom, second, Type.META, "muted", side | middle)
        self._text(painter, top, first, role, tone, side | middle)

    def _text(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        role: Type,
        tone: str,
        alignment: Qt.AlignmentFlag,
    ) -> None:
        font = theme.font(role)
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, alignment, shown)
