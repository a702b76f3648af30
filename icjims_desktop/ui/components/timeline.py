"""The timeline of a case: each step as a sentence, with its signed and centre marks."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from icjims_desktop.ui import icons
from icjims_desktop.ui.theme import Type, theme

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
ROW_HEIGHT, DATE_WIDTH, SPINE = 46, 76, 28


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a sentence; names of persons are strong."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One step: when, what, who, and where it stands."""

    record_id: str
    day: str
    time: str
    icon: str
    sentence: tuple[Run, ...]
    author: str
    signed: bool | None = True
    """None where the step needs no signature."""
    status: str = ""
    """How far an act has come, in words; empty: only whether it is signed."""
    in_centre: bool = True
    liberty: bool = False
    """A movement of a person's liberty: the tinted circle."""
    kinds: tuple[str, ...] = ()
    """Filter groups it belongs to."""
    conflicts: int = 0
    """How many of its units are in dispute."""
    annulled: bool = False
    actions: tuple[str, ...] = ()
    """What the user may do with it, beside opening it: sign, countersign, correct, letter."""

    @property
    def text(self) -> str:
        """The sentence as one text."""
        return "".join(run.text for run in self.sentence)


class TimelineModel(QAbstractListModel):
    """The steps of a case, newest first, as they stand."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[TimelineRow, ...] = ()
        self._shown: tuple[TimelineRow, ...] = ()
        self._kind = ""

    def show_rows(self, rows: tuple[TimelineRow, ...], kind: str = "") -> None:
        """Show these steps, or only those of one kind."""
        self.beginResetModel()
        self._all, self._kind = rows, kind
        self._shown = tuple(row for row in rows if not kind or kind in row.kinds)
        self.endResetModel()

    def filter_kind(self, kind: str) -> None:
        """Show only one kind of step; empty = all."""
        self.show_rows(self._all, kind)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many steps are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sentence, the spoken whole, or the row itself."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            several = (self.state_words(row), self.signed_words(row), self.centre_words(row))
            marks = ", ".join(each for each in several if each)
            return f"{row.day} {row.time} {row.text}. {row.author}. {marks}"
        return row if role == ROW_ROLE else None

    def state_words(self, row: TimelineRow) -> str:
        """What the mark of a disputed or annulled step says; empty for most."""
        if row.annulled:
            return self.tr("annulled")
        return self.tr("%n in conflict", "", row.conflicts) if row.conflicts else ""

    def signed_words(self, row: TimelineRow) -> str:
        """What the signed mark says."""
        if row.signed is None:
            return ""
        return row.status or (self.tr("signed") if row.signed else self.tr("not signed"))

    def centre_words(self, row: TimelineRow) -> str:
        """What the centre mark says."""
        return self.tr("in the centre") if row.in_centre else self.tr("not yet in the centre")


class TimelineDelegate(QStyledItemDelegate):
    """Paints a step: date, circle on the spine, sentence, author, marks at the right edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A fixed height, so that a long case scrolls fast."""
        del option, index
        return QSize(320, theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the whole row."""
        row: TimelineRow = index.data(ROW_ROLE)
        model = index.model()
        if not isinstance(model, TimelineModel):
            return
        rect = QRectF(option.rect)
        state = option.state
        last = index.row() == model.rowCount() - 1
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            _draw_selection(painter, rect, focused=focused)
        _draw_when(painter, rect, row)
        _draw_spine(painter, rect, row, first=index.row() == 0, last=last)
        _draw_words(painter, rect, row, model)
        painter.restore()


class TimelineView(QListView):
    """The list of steps; Enter or a double click opens one."""

    opened = Signal(str)
    marked = Signal(object)
    """The TimelineRow that is marked now, or None."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.steps = TimelineModel()
        self.setModel(self.steps)
        self.setItemDelegate(TimelineDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.activated.connect(self._on_activated)
        self._marked = ""
        self.selectionModel().currentChanged.connect(self._on_current)
        self.steps.modelReset.connect(self._mark_again)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def mark(self, record_id: str) -> None:
        """Mark a step by its record; one that is not shown leaves nothing marked."""
        self._marked = record_id
        self._mark_again()

    def _mark_again(self) -> None:
        """The step that was marked before is marked in the new rows too."""
        every = (self.steps.index(at, 0) for at in range(self.steps.rowCount()))
        found = next((each for each in every if each.data(ROW_ROLE).record_id == self._marked), None)
        if found is None:
            self.marked.emit(None)
        else:
            self.setCurrentIndex(found)
            self.marked.emit(found.data(ROW_ROLE))

    def _on_current(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, TimelineRow):
            self._marked = row.record_id
            self.marked.emit(row)

    def _on_activated(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, TimelineRow):
            self.opened.emit(row.record_id)


def _draw_selection(painter: QPainter, rect: QRectF, *, focused: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("tint"))
    painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 6, 6)
    if focused:
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(rect.left() + 4, rect.top() + 6, 3, rect.height() - 12), 1, 1)


def _draw_when(painter: QPainter, rect: QRectF, row: TimelineRow) -> None:
    width = theme.px(DATE_WIDTH)
    top = rect.top() + theme.px(4)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.setFont(theme.font(Type.STRONG))
    painter.setPen(theme.colour("text"))
    painter.drawText(QRectF(rect.left(), top, width, theme.px(18)), right, row.day)
    painter.setFont(theme.font(Type.META))
    painter.setPen(theme.colour("muted"))
    second = QRectF(rect.left(), top + theme.px(18), width, theme.px(18))
    painter.drawText(second, right, row.time)


def _draw_spine(painter: QPainter, rect: QRectF, row: TimelineRow, *, first: bool, last: bool) -> None:
    side = theme.px(SPINE)
    left = rect.left() + theme.px(DATE_WIDTH + 11)
    circle = QRectF(left, rect.top() + theme.px(7), side, side).adjusted(0.5, 0.5, -0.5, -0.5)
    x = circle.center().x()
    painter.setPen(QPen(theme.colour("line2"), theme.tokens.edge_px))
    if not first:
        painter.drawLine(round(x), round(rect.top()), round(x), round(circle.top()))
    if not last:
        painter.drawLine(round(x), round(circle.bottom()), round(x), round(rect.bottom() + 1))
    open_end = not row.in_centre or row.signed is False
    pen = QPen(theme.colour("text2" if open_end else "tint_line" if row.liberty else "line2"), 1.3)
    if open_end:
        pen.setDashPattern([2.6, 2.2])
    painter.setPen(pen)
    painter.setBrush(theme.colour("tint" if row.liberty else "surface"))
    painter.drawEllipse(circle)
    ink = theme.colour("accent" if row.liberty else "text2")
    icons.draw(painter, row.icon, ink, circle.adjusted(6, 6, -6, -6))


def _draw_words(painter: QPainter, rect: QRectF, row: TimelineRow, model: TimelineModel) -> None:
    left = rect.left() + theme.px(DATE_WIDTH + 11 + SPINE + 13)
    right = rect.right() - theme.px(16)
    top = rect.top() + theme.px(4)
    _draw_runs(painter, row.sentence, QRectF(left, top, right - left, theme.px(18)))
    line = QRectF(left, top + theme.px(19), right - left, theme.px(18))
    painter.setFont(theme.font(Type.META))
    edge = right
    centre_icon = "centre" if row.in_centre else "waiting"
    edge = _draw_mark(painter, edge, line, centre_icon, "ok", model.centre_words(row), exception=not row.in_centre)
    if row.signed is not None:
        edge = min(edge - theme.px(16), right - theme.px(128)) if row.in_centre else edge - theme.px(16)
        icon = "signed" if row.signed else "pen"
        words = model.signed_words(row)
        edge = _draw_mark(painter, edge, line, icon, "muted", words, exception=not row.signed)
    words = model.state_words(row)
    if words:
        icon = "cross" if row.annulled else "fork"
        edge = _draw_mark(painter, edge - theme.px(16), line, icon, "text2", words, exception=True)
    painter.setFont(theme.font(Type.META))
    painter.setPen(theme.colour("muted"))
    room = edge - theme.px(12) - left
    author = QFontMetricsF(painter.font()).elidedText(row.author, Qt.TextElideMode.ElideRight, room)
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, author)


def _draw_mark(
    painter: QPainter,
    right: float,
    line: QRectF,
    icon: str,
    tone: str,
    words: str,
    *,
    exception: bool,
) -> float:
    font = theme.font(Type.META_STRONG if exception else Type.META)
    width = QFontMetricsF(font).horizontalAdvance(words)
    painter.setFont(font)
    painter.setPen(theme.colour("text2" if exception else "muted"))
    area = QRectF(right - width - 1, line.top(), width + 2, line.height())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
    side = theme.px(14)
    left = right - width - theme.px(4) - side
    ink: QColor = theme.colour("text2" if exception else tone)
    icons.draw(painter, icon, ink, QRectF(left, line.center().y() - side / 2, side, side))
    return left


def _draw_runs(painter: QPainter, runs: tuple[Run, ...], rect: QRectF) -> None:
    x = rect.left()
    painter.setPen(theme.colour("text"))
    for run in runs:
        font = theme.font(Type.NAME if run.strong else Type.BODY)
        metrics = QFontMetricsF(font)
        room = rect.right() - x
        text = metrics.elidedText(run.text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        area = QRectF(x, rect.top(), room + 2, rect.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
        x += metrics.horizontalAdvance(run.text)
        if x >= rect.right():
            return
