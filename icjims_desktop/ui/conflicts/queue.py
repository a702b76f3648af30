"""The queue of disagreements, the oldest and most serious first."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from icjims_desktop.ui import icons
from icjims_desktop.ui.components.base import Translated, column, row
from icjims_desktop.ui.components.card import Card
from icjims_desktop.ui.components.chip import chip_width, draw_chip
from icjims_desktop.ui.components.table import CellDelegate
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.conflicts.data import ConflictItem
from icjims_desktop.ui.theme import Type, theme

Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE = int(Qt.ItemDataRole.UserRole)


class ConflictListModel(QAbstractListModel):
    """The waiting conflicts."""

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[ConflictItem, ...] = ()

    def show_items(self, items: tuple[ConflictItem, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many wait."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, the spoken whole, or the item."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chip = item.serious.text if item.serious else ""
            parts = (item.title, item.remark, chip, item.case_number, item.since)
            return ", ".join(part for part in parts if part)
        return item if role == ITEM_ROLE else None


class ConflictItemDelegate(CellDelegate):
    """Fork, title and remark, chip, case and since when."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        del option, index
        return QSize(320, theme.px(52))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line of the queue."""
        rect = self.draw_ground(painter, option, index)
        item: ConflictItem = index.data(ITEM_ROLE)
        side = theme.px(18)
        place = QRectF(rect.left() + 4, rect.center().y() - side / 2, side, side)
        icons.draw(painter, "fork", theme.colour("text2"), place)
        right = QRectF(rect.right() - 190, rect.top(), 186, rect.height())
        self.draw_lines(painter, right, item.case_number, item.since, right=True)
        words = QRectF(rect.left() + 36, rect.top(), rect.width() - 240, rect.height())
        if item.serious is not None:
            width = chip_width(item.serious)
            chip = QRectF(right.left() - width - 12, rect.center().y() - 11, width, theme.px(22))
            painter.save()
            draw_chip(painter, chip, item.serious)
            painter.restore()
            words.setRight(chip.left() - 12)
        self.draw_lines(painter, words, item.title, item.remark, role=Type.NAME)


class ConflictQueue(Translated):
    """A card with the waiting conflicts; Enter opens."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("conflict_queue")
        self._title, self._remark = Text(Type.TITLE), Text(Type.BODY, "muted")
        self.model = ConflictListModel()
        self.list = QListView()
        self.list.setObjectName("conflict_list")
        self.list.setModel(self.model)
        self.list.setItemDelegate(ConflictItemDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        card = Card("conflict_queue_card", (1, 1, 1, 1), 0)
        card.body.addWidget(self.list)
        outer = column([row([self._title, self._remark, None], gap=12)], self, 12, (20, 14, 20, 12))
        outer.addWidget(card, 1)
        self.list.activated.connect(self._on_activated)
        self.list.clicked.connect(self._on_activated)
        self._retranslate()

    def show_items(self, items: tuple[ConflictItem, ...]) -> None:
        """Show the queue."""
        self.model.show_items(items)
        if items:
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._retranslate()

    def _on_activated(self, index: QModelIndex) -> None:
        item: ConflictItem = index.data(ITEM_ROLE)
        self.opened.emit(item.id)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Conflicts"))
        self._remark.setText(self.tr("%n wait(s) for a choice", "", self.model.rowCount()))
        self.list.setAccessibleName(self.tr("Conflicts"))
