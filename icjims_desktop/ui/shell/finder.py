"""What the search box found: a list under it, walked by ↑ ↓ and opened by Enter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem, QWidget

from icjims_desktop.ui import icons
from icjims_desktop.ui.components.base import column, row
from icjims_desktop.ui.components.table import CellDelegate
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.shell.top_bar import IconField
from icjims_desktop.ui.theme import Type, theme

Index = QModelIndex | QPersistentModelIndex
FOUND_ROLE = int(Qt.ItemDataRole.UserRole)
WIDTH, ROW, MOST_ROWS = 640, 40, 9


@dataclass(frozen=True, slots=True)
class Found:
    """A record that answers: its case (empty: of none), what it is, and its line."""

    record: str
    type: str
    case: str
    label: str
    text: str
    icon: str = "document"
    brief: bool = False
    """Of a colleague's case: only what finds it is shown until a purpose is stated."""


class FoundModel(QAbstractListModel):
    """What was found, the best first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Found, ...] = ()

    def show_rows(self, rows: Sequence[Found]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, the spoken whole, or the record."""
        if not index.isValid():
            return None
        found = self._rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{found.label}: {found.text}"
        if role == Qt.ItemDataRole.DisplayRole:
            return found.text
        return found if role == FOUND_ROLE else None


class FoundDelegate(CellDelegate):
    """Icon, line, and what it is at the right edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        del option, index
        return QSize(320, theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        rect = self.draw_ground(painter, option, index)
        found: Found = index.data(FOUND_ROLE)
        side = theme.px(16)
        place = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
        icons.draw(painter, found.icon, theme.colour("text2"), place)
        width = theme.px(150)
        right = QRectF(rect.right() - width, rect.top(), width, rect.height())
        self.draw_lines(painter, right, found.label, tone="muted", right=True)
        self.draw_lines(painter, rect.adjusted(side + 12, 0, -width - 8, 0), found.text)


class Finder(QFrame):
    """The list, a child of the window: it covers the page and never takes the focus from the box."""

    opened = Signal(object)
    """A Found."""

    def __init__(self, field: IconField, cover: QWidget) -> None:
        super().__init__(cover)
        self.setObjectName("finder")
        self.setProperty("surface", "popup")
        self._field, self._cover = field, cover
        self.model = FoundModel()
        self.list = QListView()
        self.list.setObjectName("found_list")
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._remark = Text(Type.META, "muted")
        column([self.list, row([self._remark, None], margins=(12, 0, 12, 0))], self, 4, (2, 6, 2, 8))
        self.list.clicked.connect(self._open)
        field.edit.installEventFilter(self)
        self.hide()

    def show_found(self, rows: Sequence[Found], remark: str) -> None:
        """Show what was found; `remark` tells how much, or that it is nothing."""
        self.model.show_rows(rows)
        self.list.setAccessibleName(remark)
        self._remark.setText(remark)
        shown = min(len(rows), MOST_ROWS)
        self.list.setVisible(bool(rows))
        self.list.setFixedHeight(theme.px(ROW) * shown)
        if rows:
            self.list.setCurrentIndex(self.model.index(0, 0))
        corner = self._field.mapTo(self._cover, QPoint(0, self._field.height() + 6))
        self.setGeometry(corner.x(), corner.y(), theme.px(WIDTH), theme.px(ROW) * shown + theme.px(40))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the box that belong to the list; leaving the box closes it."""
        del watched
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if not self.isHidden() and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(event)
        return False

    def _take(self, event: QKeyEvent) -> bool:
        row_number = self.list.currentIndex().row()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index((row_number + step) % self.model.rowCount(), 0))
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row_number >= 0:
            self._open(self.list.currentIndex())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        return False

    def _open(self, index: QModelIndex) -> None:
        found = index.data(FOUND_ROLE)
        if isinstance(found, Found):
            self.hide()
            self._field.edit.clear()
            self.opened.emit(found)
