"""A table model over ids first: an array of ids and an LRU of row windows fetched on demand."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
Deliver = Callable[[Sequence[Row]], None]
RowSource = Callable[[Sequence[int], Deliver[Row]], None]
"""`fetch(ids, deliver)`: get the rows of these ids, in this order, and hand them over; at once
or later, but on the main thread."""

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
WINDOW_ROWS = 64
KEPT_WINDOWS = 48


class WindowedModel(QAbstractTableModel, Generic[Row]):
    """A million rows at the cost of their ids; `ROW_ROLE` gives the row, None until it came."""

    def __init__(self, columns: Sequence[str], fetch: RowSource[Row]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._fetch = fetch
        self._ids = array("q")
        self._windows: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._asked: set[int] = set()
        self._generation = 0

    def show_ids(self, ids: Iterable[int]) -> None:
        """Show these rows, in this order; everything fetched before is forgotten."""
        self.beginResetModel()
        self._ids = ids if isinstance(ids, array) else array("q", ids)
        self._windows.clear()
        self._asked.clear()
        self._generation += 1
        self.endResetModel()

    def refresh(self) -> None:
        """Fetch again what is shown (rows changed, ids did not)."""
        self._windows.clear()
        self._asked.clear()
        self._generation += 1
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    def row_at(self, number: int) -> Row | None:
        """The row, or None while it is being fetched."""
        window, offset = divmod(number, WINDOW_ROWS)
        rows = self._windows.get(window)
        if rows is None:
            self._ask(window)
            rows = self._windows.get(window)
            if rows is None:
                return None
        else:
            self._windows.move_to_end(window)
        return rows[offset] if offset < len(rows) else None

    def id_at(self, number: int) -> int:
        """The id of a row."""
        return self._ids[number]

    def cell_text(self, row: Row, column: str) -> str:
        """What a cell says; each list has its own."""
        raise NotImplementedError

    def head_text(self, column: str) -> str:
        """What the head of a column says, in the language now shown."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many ids there are."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text of a cell, or its whole row."""
        if role not in _ANSWERED or not index.isValid():
            return None
        row = self.row_at(index.row())
        if role == ROW_ROLE:
            return row
        return "…" if row is None else self.cell_text(row, self.columns[index.column()])

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Head of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self.head_text(self.columns[section]) if section < len(self.columns) else None

    def _ask(self, window: int) -> None:
        if window in self._asked:
            return
        self._asked.add(window)
        start = window * WINDOW_ROWS
        generation = self._generation

        def deliver(rows: Sequence[Row]) -> None:
            if generation == self._generation:
                self._take(window, rows, late=asked_before)

        asked_before = False
        self._fetch(self._ids[start : start + WINDOW_ROWS], deliver)
        asked_before = True

    def _take(self, window: int, rows: Sequence[Row], *, late: bool) -> None:
        self._asked.discard(window)
        self._windows[window] = rows
        while len(self._windows) > KEPT_WINDOWS:
            self._windows.popitem(last=False)
        if late and rows:
            first = window * WINDOW_ROWS
            last = min(first + len(rows), len(self._ids)) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


_ANSWERED = frozenset({ROW_ROLE, int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)})
