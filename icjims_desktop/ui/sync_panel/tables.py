"""Two small tables: the queue by cases, and the last sessions."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView

from icjims_desktop.ui import icons
from icjims_desktop.ui.components.table import CellDelegate
from icjims_desktop.ui.theme import Type, theme

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class CellWords:
    """What one cell says."""

    text: str
    icon: str = ""
    tone: str = "text"
    role: Type = Type.BODY


class WordsModel(QAbstractTableModel):
    """A handful of rows already in words."""

    def __init__(self) -> None:
        super().__init__()
        self._heads: tuple[str, ...] = ()
        self._rows: tuple[Sequence[CellWords], ...] = ()
        self.right: frozenset[int] = frozenset()

    @property
    def rows(self) -> tuple[Sequence[CellWords], ...]:
        """The rows shown."""
        return self._rows

    def show_rows(self, heads: tuple[str, ...], rows: tuple[Sequence[CellWords], ...], right: frozenset[int]) -> None:
        """Show heads and rows; `right` are the columns of numbers."""
        self.beginResetModel()
        self._heads, self._rows, self.right = heads, rows, right
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """How many columns."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text, or the cell."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        return cell if role == CELL_ROLE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Head of a column, right above numbers."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._heads):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self.right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None


class WordsDelegate(CellDelegate):
    """Icon and words in their tone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        rect = self.draw_ground(painter, option, index)
        cell: CellWords = index.data(CELL_ROLE)
        model = index.model()
        right = isinstance(model, WordsModel) and index.column() in model.right
        if cell.icon:
            side = theme.px(16)
            place = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
            icons.draw(painter, cell.icon, theme.colour(cell.tone), place)
            rect.setLeft(rect.left() + side + 6)
        self.draw_lines(painter, rect, cell.text, role=cell.role, tone=cell.tone, right=right)


class WordsTable(QTableView):
    """A table as tall as its rows; the page scrolls, not the table."""

    def __init__(self, name: str, widths: dict[int, int], stretch: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self._widths, self._stretch = widths, stretch
        self.words = WordsModel()
        self.setModel(self.words)
        self.setItemDelegate(WordsDelegate(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._measure)

    def show_rows(
        self,
        heads: tuple[str, ...],
        rows: tuple[Sequence[CellWords], ...],
        right: frozenset[int] = frozenset(),
    ) -> None:
        """Show heads and rows."""
        self.words.show_rows(heads, rows, right)
        self._measure()

    def _measure(self) -> None:
        height, head = theme.px(32), theme.px(28)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(head)
        self.setFixedHeight(head + height * self.words.rowCount() + 1)
        for column_number in range(self.words.columnCount()):
            mode = QHeaderView.ResizeMode
            stretched = column_number == self._stretch
            self.horizontalHeader().setSectionResizeMode(column_number, mode.Stretch if stretched else mode.Fixed)
            if not stretched:
                width = theme.px(self._widths[column_number])
                self.horizontalHeader().resizeSection(column_number, width)
