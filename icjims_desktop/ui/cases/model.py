"""Model and painting of the list of cases."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from icjims_desktop.ui import icons
from icjims_desktop.ui.cases.data import CaseRow
from icjims_desktop.ui.components.chip import chip_width, draw_chip
from icjims_desktop.ui.components.table import CellDelegate
from icjims_desktop.ui.components.windowed import ROW_ROLE, RowSource, WindowedModel
from icjims_desktop.ui.theme import Type, theme

COLUMNS = ("number", "title", "stage", "deadline", "responsible", "changed", "mark")
WIDTHS = {
    "number": 186,
    "stage": 178,
    "deadline": 176,
    "responsible": 136,
    "changed": 88,
    "mark": 44,
}


class CaseListModel(WindowedModel[CaseRow]):
    """Cases by windows of their ids."""

    def __init__(self, fetch: RowSource[CaseRow]) -> None:
        super().__init__(COLUMNS, fetch)

    def cell_text(self, row: CaseRow, column: str) -> str:
        """What a cell says; the mark in words."""
        if column == "title":
            return ", ".join(part for part in (row.title, self.under_title(row)) if part)
        if column == "deadline":
            return row.deadline.text if row.deadline else ""
        if column == "mark":
            return self.mark_text(row)
        text: str = getattr(row, column)
        return text

    def under_title(self, row: CaseRow) -> str:
        """Of a case in brief how to see more; the qualification."""
        brief = self.tr("in brief: Enter asks for a purpose") if row.brief else ""
        return " · ".join(part for part in (brief, row.qualification) if part)

    def mark_text(self, row: CaseRow) -> str:
        """Where the case stands with the centre."""
        if row.conflicts:
            return self.tr("%n conflict(s)", "", row.conflicts)
        return self.tr("in the centre") if row.in_centre else self.tr("waits to be sent")

    def head_text(self, column: str) -> str:
        """Heads of the columns."""
        return {
            "number": self.tr("Number"),
            "title": self.tr("Case"),
            "stage": self.tr("Stage"),
            "deadline": self.tr("Nearest time limit"),
            "responsible": self.tr("Responsible"),
            "changed": self.tr("Changed"),
            "mark": "",
        }[column]


class CaseDelegate(CellDelegate):
    """Two lines for the case, a chip for the time limit, a mark for the centre."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        rect = self.draw_ground(painter, option, index)
        row: CaseRow | None = index.data(ROW_ROLE)
        if row is None:
            painter.fillRect(
                QRectF(rect.left(), rect.center().y() - 4, rect.width() * 0.6, 8),
                theme.colour("track"),
            )
            return
        column = COLUMNS[index.column()]
        if column == "title":
            model = index.model()
            under = model.under_title(row) if isinstance(model, CaseListModel) else row.qualification
            self.draw_lines(painter, rect, row.title, under, role=Type.NAME)
        elif column == "deadline":
            self._draw_deadline(painter, rect, row)
        elif column == "mark":
            _draw_mark(painter, rect, row)
        else:
            tone = "text" if column in {"number", "stage"} else "text2"
            self.draw_lines(painter, rect, getattr(row, column), tone=tone)

    def _draw_deadline(self, painter: QPainter, rect: QRectF, row: CaseRow) -> None:
        if row.deadline is None:
            return
        height = theme.px(22)
        width = min(chip_width(row.deadline), rect.width() + 8)
        top = rect.center().y() - height / 2
        painter.save()
        draw_chip(painter, QRectF(rect.left(), top, width, height), row.deadline)
        painter.restore()


def _draw_mark(painter: QPainter, rect: QRectF, row: CaseRow) -> None:
    if row.conflicts:
        name, tone = "fork", "text"
    else:
        name, tone = ("centre", "ok") if row.in_centre else ("waiting", "text2")
    side = theme.px(16)
    icons.draw(
        painter,
        name,
        theme.colour(tone),
        QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side),
    )
