"""Model and painting of the board of due dates."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from icjims_desktop.ui.components.chip import ChipData, chip_width, draw_chip
from icjims_desktop.ui.components.table import CellDelegate, RowTable
from icjims_desktop.ui.components.windowed import ROW_ROLE, RowSource, WindowedModel
from icjims_desktop.ui.theme import Type, theme
from icjims_desktop.ui.today.data import LIBERTY, ORDER, DueRow, due_words, group_words, left_chip

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("left", "what", "case", "due")
WIDTHS = {"left": 196, "case": 196, "due": 100}


class BoardModel(WindowedModel[DueRow]):
    """Due dates under the headings of their groups; a heading cannot be chosen."""

    def __init__(self, fetch: RowSource[DueRow], now: Callable[[], datetime]) -> None:
        super().__init__(COLUMNS, fetch)
        self._now = now

    def cell_text(self, row: DueRow, column: str) -> str:
        """What a cell says."""
        if row.group is not None:
            return f"{group_words(row.group)}, {row.count}" if column == "left" else ""
        now = self._now()
        return {
            "left": self.chip(row).text,
            "what": self.what_text(row),
            "case": f"{row.case}, {row.subject}",
            "due": due_words(row.left, now),
        }[column]

    def what_text(self, row: DueRow) -> str:
        """What is due, why, and what is peculiar about it."""
        return f"{row.what}, {self.why_text(row)}"

    def why_text(self, row: DueRow) -> str:
        """The article; that it concerns liberty, recurs, or that the inputs disagree."""
        parts = [row.article]
        if row.severity == LIBERTY:
            parts.append(self.tr("liberty and body"))
        if row.times > 1:
            parts.append(self.tr("missed %n time(s)", "", row.times))
        if row.ends > 1:
            parts.append(self.tr("%n reading(s), the strictest is shown", "", row.ends))
        return " · ".join(parts)

    def chip(self, row: DueRow) -> ChipData:
        """How much is left."""
        return left_chip(row.left, self._now())

    def due_text(self, row: DueRow) -> str:
        """The day, with the time where it runs to the minute."""
        return due_words(row.left, self._now())

    def head_text(self, column: str) -> str:
        """Heads of the columns."""
        return {
            "left": self.tr("Left"),
            "what": self.tr("What to do and why"),
            "case": self.tr("Case and person"),
            "due": self.tr("Due"),
        }[column]

    def is_heading(self, number: int) -> bool:
        """Whether a row is the heading of a group."""
        return self.id_at(number) < 0

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is neither chosen nor stopped at."""
        if index.isValid() and self.is_heading(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def move_on(self) -> None:
        """Time has passed: what is left is said anew."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))


class BoardTable(RowTable):
    """Moves over headings; a heading takes the whole width."""

    def __init__(self, name: str, model: BoardModel) -> None:
        super().__init__(name)
        self._board = model
        self.setItemDelegate(BoardDelegate(self, model))
        self.show_model(model, WIDTHS)  # type: ignore[arg-type]
        model.modelReset.connect(self._lay_out)

    def first(self) -> int:
        """The first due date, -1 where there is none."""
        return next((n for n in range(self._board.rowCount()) if not self._board.is_heading(n)), -1)

    def _move_to(self, row: int) -> None:
        step = 1 if row > self.currentIndex().row() else -1
        while 0 <= row < self._board.rowCount() and self._board.is_heading(row):
            row += step
        if row >= 0:
            super()._move_to(row)

    def _lay_out(self) -> None:
        self.clearSpans()
        headings = [n for n in range(self._board.rowCount()) if self._board.is_heading(n)]
        for number in headings[: len(ORDER)]:
            self.setSpan(number, 0, 1, len(COLUMNS))


class BoardDelegate(CellDelegate):
    """A chip for what is left; what and why; whose; when."""

    def __init__(self, table: BoardTable, model: BoardModel) -> None:
        super().__init__(table)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        rect = self.draw_ground(painter, option, index)
        row: DueRow | None = index.data(ROW_ROLE)
        if row is None:
            bar = QRectF(rect.left(), rect.center().y() - 4, rect.width() * 0.6, 8)
            painter.fillRect(bar, theme.colour("track"))
            return
        if row.group is not None:
            self._draw_heading(painter, rect, row)
            return
        column = COLUMNS[index.column()]
        if column == "left":
            self._draw_left(painter, rect, row)
        elif column == "what":
            self.draw_lines(painter, rect, row.what, self._model.why_text(row))
        elif column == "case":
            self.draw_lines(painter, rect, row.case, row.subject)
        else:
            chip = self._model.chip(row)
            tone = "late" if chip.kind.value == "late" else "text"
            self.draw_lines(painter, rect, self._model.due_text(row), tone=tone, right=True)

    def _draw_left(self, painter: QPainter, rect: QRectF, row: DueRow) -> None:
        chip = self._model.chip(row)
        height = theme.px(22)
        width = min(chip_width(chip), rect.width() + 8)
        painter.save()
        draw_chip(painter, QRectF(rect.left(), rect.center().y() - height / 2, width, height), chip)
        painter.restore()

    def _draw_heading(self, painter: QPainter, rect: QRectF, row: DueRow) -> None:
        if row.group is None:
            return
        words = group_words(row.group)
        line = QRectF(rect)
        line.setTop(rect.top() + theme.px(8))
        self.draw_lines(painter, line, words, role=Type.SECTION)
        beside = QFontMetricsF(theme.font(Type.SECTION)).horizontalAdvance(words) + theme.px(8)
        self.draw_lines(painter, line.adjusted(beside, theme.px(1), 0, 0), str(row.count), role=Type.META, tone="muted")
