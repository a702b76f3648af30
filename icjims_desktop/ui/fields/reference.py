"""Editor of a reference: searches before it creates, and shows near matches."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from icjims_core.declarations.schema import Field
from icjims_desktop.ui import icons
from icjims_desktop.ui.commands import key_text
from icjims_desktop.ui.components.avatar import initials_of
from icjims_desktop.ui.components.base import row
from icjims_desktop.ui.components.button import IconButton
from icjims_desktop.ui.components.keycap import cap_width, draw_cap
from icjims_desktop.ui.fields.base import Candidate, FieldEditor, FormContext
from icjims_desktop.ui.fields.matching import fold
from icjims_desktop.ui.theme import Type, theme

Index = QModelIndex | QPersistentModelIndex
CANDIDATE_ROLE = int(Qt.ItemDataRole.UserRole)
NEW = ""
"""Record id of the last row: record a new one."""
NEW_KEYS = "Ctrl+Return"


class CandidateModel(QAbstractListModel):
    """What was found; the last row records a new one and is never the default."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Candidate, ...] = ()
        self.typed = ""
        self.may_record = True

    def show_found(self, found: Sequence[Candidate], typed: str) -> None:
        """Show what was found for the typed text; of a reference also how to record a new one."""
        self.beginResetModel()
        self.typed = typed
        new = Candidate(NEW, self.tr("Record a new one: “{name}”").format(name=typed))
        self._rows = (*found, new) if typed and self.may_record else tuple(found)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, the spoken whole, or the candidate."""
        if not index.isValid():
            return None
        found = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return found.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (found.name, found.remark, found.state) if part)
        return found if role == CANDIDATE_ROLE else None


class CandidateDelegate(QStyledItemDelegate):
    """Initials, name with the match in bold, remark, state; 44 pixels high."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a row."""
        del option
        found: Candidate = index.data(CANDIDATE_ROLE)
        return QSize(340, theme.px(36 if found.record_id == NEW else 44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        rect = QRectF(option.rect)
        found: Candidate = index.data(CANDIDATE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("tint"))
        if found.record_id == NEW:
            _draw_new(painter, rect, found.name)
        else:
            model = index.model()
            typed = model.typed if isinstance(model, CandidateModel) else ""
            _draw_candidate(painter, rect, found, typed)
        painter.restore()


class RefEditor(FieldEditor):
    """A reference to another record, mostly a person."""

    def __init__(self, field: Field, context: FormContext) -> None:
        super().__init__(field)
        self._context, self._target = context, field.target or ""
        self._record_id: str | None = None
        self.edit = QLineEdit()
        self.edit.setObjectName(f"edit_{field.name}")
        self.edit.setMaximumWidth(theme.px(360))
        self.edit.addAction(icons.icon("search", "muted", 16), QLineEdit.ActionPosition.LeadingPosition)
        self.found = CandidateModel()
        self._completer = QCompleter(self.found, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.popup = QListView()
        self.popup.setObjectName(f"popup_{field.name}")
        self._completer.setPopup(self.popup)
        self.popup.setItemDelegate(CandidateDelegate(self.popup))
        self.popup.setMinimumWidth(theme.px(364))
        self.edit.setCompleter(self._completer)
        self._open = IconButton(f"open_{field.name}", "chevron_down")
        self._open.clicked.connect(self._on_open)
        self.line = row([self.edit, self._open], self)
        self.line.addStretch(1)
        self.line.setStretch(0, 100)
        self.edit.textEdited.connect(self._on_typed)
        self._completer.activated[QModelIndex].connect(self._on_picked)  # type: ignore[index]
        shortcut = QShortcut(QKeySequence(NEW_KEYS), self.edit)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._on_new)
        self.watch(self.edit)
        self._retranslate()

    def raw(self) -> object:
        """The id of the record, or the text as it stands."""
        return self._record_id if self._record_id is not None else self.edit.text()

    def show_value(self, value: object) -> None:
        """Show a stored reference by its name."""
        self._record_id = value if isinstance(value, str) and value else None
        name = ""
        if self._record_id is not None:
            name = self._context.name_of(self.field.target or "", self._record_id)
        self.edit.setText(name)
        self.edit.setCursorPosition(0)

    def show_typed(self, raw: object) -> None:
        """Show a reference by its name, or the text as it was typed."""
        self.show_value(raw)
        if raw and not self.edit.text():
            self._record_id = None
            self.edit.setText(str(raw))

    def inputs(self) -> Sequence[QWidget]:
        """The line."""
        return (self.edit,)

    def set_read_only(self, *, read_only: bool) -> None:
        """Show without letting it change; nothing is offered then."""
        super().set_read_only(read_only=read_only)
        self._open.setVisible(not read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list, as the button does; every other key is heard by the line and the list."""
        if event.key() == Qt.Key.Key_Down:
            self._on_open()
        else:
            super().keyPressEvent(event)

    def _on_typed(self, text: str) -> None:
        self._record_id = None
        self.changed.emit()
        self._search(text)

    def _search(self, typed: str) -> None:
        self._context.search(self._target, typed, partial(self._on_found, typed))

    def _on_open(self) -> None:
        self.edit.setFocus()
        self._search("")

    def _on_found(self, typed: str, found: Sequence[Candidate]) -> None:
        if typed in ("", self.edit.text()):
            self.found.show_found(found, typed)
            if self.edit.hasFocus():
                self._completer.complete()
                if not found or found[0].foreign:  # Enter takes what is current: never what is of another case
                    self.popup.selectionModel().clearCurrentIndex()

    def _on_picked(self, index: QModelIndex) -> None:
        found: Candidate = index.data(CANDIDATE_ROLE)
        if found.record_id == NEW:
            self.edit.setText(self.found.typed)
            self._on_new()
            return
        self._record_id = found.record_id
        self.edit.setText(found.name)
        self.changed.emit()

    def _on_new(self) -> None:
        if self.edit.text():
            self.popup.hide()
            self.create_asked.emit(self.field.target or "", self.edit.text())

    def _retranslate(self) -> None:
        self.edit.setPlaceholderText(self.tr("name or number"))
        self._open.say(self.tr("Show what this case holds"))
        super()._retranslate()


def _draw_new(painter: QPainter, rect: QRectF, text: str) -> None:
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), theme.colour("line2"))
    side = theme.px(16)
    place = QRectF(rect.left() + 12, rect.center().y() - side / 2, side, side)
    icons.draw(painter, "plus", theme.colour("accent"), place)
    cap = key_text(NEW_KEYS)
    width = cap_width(cap)
    painter.setFont(theme.font(Type.STRONG))
    painter.setPen(theme.colour("accent"))
    line = rect.adjusted(36, 0, -width - 20, 0)
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
    draw_cap(painter, rect.right() - width - 12, rect.center().y(), cap)


def _draw_candidate(painter: QPainter, rect: QRectF, found: Candidate, typed: str) -> None:
    disc = theme.px(28)
    circle = QRectF(rect.left() + 12, rect.center().y() - disc / 2, disc, disc)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("sunken"))
    painter.drawEllipse(circle)
    painter.setFont(theme.font(Type.KEY))
    painter.setPen(theme.colour("text2"))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials_of(found.name))
    left = circle.right() + 10
    painter.setFont(theme.font(Type.META))
    painter.setPen(theme.colour("muted"))
    state = QFontMetricsF(painter.font()).horizontalAdvance(found.state)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect.adjusted(0, 0, -12, 0), right, found.state)
    room = rect.right() - 24 - state - left
    second = QRectF(left, rect.center().y(), room, rect.height() / 2 - 2)
    remark = QFontMetricsF(painter.font()).elidedText(found.remark, Qt.TextElideMode.ElideRight, room)
    painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, remark)
    _draw_match(painter, QRectF(left, rect.top() + 3, room, rect.height() / 2), found.name, typed)


def _draw_match(painter: QPainter, rect: QRectF, name: str, typed: str) -> None:
    at = fold(name).find(fold(typed)) if typed else -1
    cut = (0, 0) if at < 0 else (at, at + len(typed))
    pieces = ((name[: cut[0]], Type.BODY), (name[cut[0] : cut[1]], Type.NAME))
    x = rect.left()
    painter.setPen(theme.colour("text"))
    for text, role in (*pieces, (name[cut[1] :], Type.BODY)):
        painter.setFont(theme.font(role))
        room = QRectF(x, rect.top(), max(rect.right() - x, 0), rect.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        x += QFontMetricsF(painter.font()).horizontalAdvance(text)
