"""One field in disagreement: its name and four cells."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from icjims_desktop.ui.components.base import Painted, Translated, column, row
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.conflicts.cells import Cell, CellData
from icjims_desktop.ui.conflicts.data import Side
from icjims_desktop.ui.conflicts.differences import Mark, Piece, counts, pieces_of
from icjims_desktop.ui.conflicts.model import DecisionModel
from icjims_desktop.ui.theme import Type, theme

EDIT_HEIGHT = 172
COLUMNS = ("was", "mine", "theirs", "result")


class NumberDisc(Painted):
    """The number of a field; filled where the keys act now."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._current = number, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_current(self, *, current: bool) -> None:
        """Fill it, or not."""
        self._current = current
        self.update()

    def sizeHint(self) -> QSize:
        """A disc."""
        return QSize(theme.px(22), theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if self._current else QPen(theme.colour("ctl"), 1.4))
        filled = theme.colour("accent_fill")
        painter.setBrush(filled if self._current else Qt.BrushStyle.NoBrush)
        rect = QRectF(self.rect())
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
        painter.setFont(theme.font(Type.META_STRONG))
        painter.setPen(theme.colour("on_accent" if self._current else "text2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self._number))


class FieldConflictRow(Translated):
    """Name, remark and the four cells of a field; Tab stops here, keys choose."""

    chosen = Signal(int, str)
    edited = Signal(int, str)
    focused = Signal(int)

    def __init__(self, number: int, model: DecisionModel) -> None:
        super().__init__()
        self.setObjectName(f"conflict_field_{number + 1}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.number, self._model = number, model
        field = model.data.fields[number]
        self._disc = NumberDisc(number + 1)
        self._cells = {each: Cell(f"cell_{number + 1}_{each}", each) for each in COLUMNS}
        self._edit = QPlainTextEdit()
        self._edit.setObjectName(f"conflict_edit_{number + 1}")
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(theme.px(EDIT_HEIGHT))
        self._edit.hide()
        self._edit.installEventFilter(self)
        words = [Text(Type.STRONG, "text", field.label, wrap=True), Text(Type.META, "muted", field.remark, wrap=True)]
        head = row([self._disc], gap=8)
        head.addLayout(column(words, gap=1), 1)
        cells = row([], gap=10)
        for each in COLUMNS:
            cells.addWidget(self._cells[each], 1)
        cells.addWidget(self._edit, 1)
        column([head, cells], self, 6)
        for each in ("was", "mine", "theirs"):
            self._cells[each].pressed.connect(lambda kind=each: self.chosen.emit(self.number, kind))
        self._retranslate()

    def show_current(self, *, current: bool) -> None:
        """Show that the keys act here."""
        self._disc.show_current(current=current)

    def refresh(self) -> None:
        """Show the choices as they stand."""
        self._retranslate()

    def begin_edit(self) -> None:
        """Write a text of one's own, beginning with what would be."""
        result = self._model.result(self.number) or self._model.data.fields[self.number].mine
        self._edit.setPlainText(result.text)
        self._cells["result"].hide()
        self._edit.show()
        self._edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the text, or Esc, ends the editing."""
        if watched is self._edit and self._edit.isVisible():
            if event.type() == QEvent.Type.FocusOut:
                self._end_edit()
            elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                self.setFocus()
                return True
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: object) -> None:
        """The keys act here now."""
        del event
        self.focused.emit(self.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← mine, → theirs."""
        kinds = {Qt.Key.Key_Left: "mine", Qt.Key.Key_Right: "theirs"}
        kind = kinds.get(Qt.Key(event.key()))
        if kind is None:
            super().keyPressEvent(event)
        else:
            self.chosen.emit(self.number, kind)

    def _end_edit(self) -> None:
        text = self._edit.toPlainText()
        self._edit.hide()
        self._cells["result"].show()
        self.edited.emit(self.number, text)

    def _retranslate(self) -> None:
        field = self._model.data.fields[self.number]
        self.setAccessibleName(f"{field.label}. {field.remark}")
        self._edit.setAccessibleName(field.label)
        names = {
            "was": self.tr("Was"),
            "mine": self.tr("Mine"),
            "theirs": self.tr("Theirs"),
            "result": self.tr("Will be"),
        }
        for each in COLUMNS:
            self._cells[each].show_data(self._cell(each), names[each])

    def _cell(self, column_name: str) -> CellData:
        field = self._model.data.fields[self.number]
        if column_name == "result":
            return self._result_cell()
        sides = {"was": field.was, "mine": field.mine, "theirs": self._model.theirs(self.number)}
        side = sides[column_name]
        if side is None:
            return CellData((Piece("—"),), self.tr("was empty"), quiet=True, is_text=field.is_text)
        base = field.was.text if field.was else ""
        pieces: tuple[Piece, ...] = (Piece(side.text),)
        note = side.note
        if field.is_text and column_name != "was":
            mark = Mark.MINE if column_name == "mine" else Mark.THEIRS
            pieces = pieces_of(base, side.text, mark)
            note = self._count_words(base, side.text)
        elif field.is_text:
            note = self.tr("%n word(s)", "", len(side.text.split()))
        chosen = self._model.choices[self.number].kind == column_name
        return CellData(
            pieces,
            note,
            self.tr("chosen"),
            chosen,
            quiet=column_name == "was",
            is_text=field.is_text,
        )

    def _result_cell(self) -> CellData:
        field, choice = self._model.data.fields[self.number], self._model.choices[self.number]
        result: Side | None = self._model.result(self.number)
        if result is None:
            empty = (Piece("—"),)
            return CellData(empty, self.tr("not decided yet"), quiet=True, is_text=field.is_text)
        follows = (field.consequences or {}).get(choice.kind, "")
        pieces: tuple[Piece, ...] = (Piece(result.text),)
        if choice.kind == "combined":
            pieces = self._model.combined(self.number) or pieces
        own = choice.kind in {"combined", "edited"}
        words = {"combined": self.tr("combined, can be edited"), "edited": self.tr("edited")}
        return CellData(
            pieces,
            follows or ("" if own else result.note),
            words.get(choice.kind, ""),
            own,
            due_note=bool(follows),
            is_text=field.is_text,
        )

    def _count_words(self, base: str, other: str) -> str:
        added, gone = counts(base, other)
        text = self.tr("+{added}, −{gone} words") if gone else self.tr("+%n word(s)", "", added)
        return text.format(added=added, gone=gone)
