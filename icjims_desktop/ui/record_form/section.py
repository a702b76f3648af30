"""One section of the form: open with its fields, or folded to a readable line."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from icjims_core.schema import Field, Section
from icjims_desktop.ui import icons
from icjims_desktop.ui.components.base import Part, Translated, column, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.notice import InlineProblem
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.fields import FieldEditor, FormContext, make_editor
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.record_form.data import FieldProblem
from icjims_desktop.ui.theme import Type, theme

LABEL_WIDTH = 196


class FoldedLine(QAbstractButton):
    """A folded section: tick or number, name and what was entered; pressing opens it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._done = False
        self._summary = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, title: str, summary: str, *, done: bool) -> None:
        """Show name and contents."""
        self._done, self._summary = done, summary
        self.setText(title)
        self.setAccessibleName(f"{title}: {summary}" if summary else title)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.px(300), theme.px(33))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        focus = self.hasFocus()
        painter.setPen(QPen(theme.colour("accent"), 2) if focus else Qt.PenStyle.NoPen)
        grounded = self._done or self.underMouse()
        painter.setBrush(theme.colour("sunken") if grounded else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        side = theme.px(16)
        left = theme.px(12)
        if self._done:
            place = QRectF(left, rect.center().y() - side / 2, side, side)
            icons.draw(painter, "tick", theme.colour("accent"), place)
            left += side + theme.px(10)
        place = QRectF(rect.right() - side - 12, rect.center().y() - side / 2, side, side)
        icons.draw(painter, "chevron_down", theme.colour("text2"), place)
        font = theme.font(Type.STRONG if self._done else Type.NAME)
        painter.setFont(font)
        painter.setPen(theme.colour("text2"))
        painter.drawText(rect.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        x = left + QFontMetricsF(font).horizontalAdvance(self.text()) + theme.px(12)
        painter.setFont(theme.font(Type.BODY))
        painter.setPen(theme.colour("text" if self._done else "muted"))
        room = place.left() - x - 10
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(self._summary, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect.adjusted(x, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)


class FieldRow(QWidget):
    """Label, editor, and under them the question of what is wrong."""

    def __init__(self, field: Field, context: FormContext) -> None:
        super().__init__()
        self.field = field
        self.editor: FieldEditor = make_editor(field, context)
        self.label = Text(Type.BODY, "text", wrap=True)
        self.label.setFixedWidth(theme.px(LABEL_WIDTH))
        self.need = Text(Type.META, "muted")
        self.problem = InlineProblem(f"problem_{field.name}")
        self.problem.hide()
        names = column([self.label, self.need], gap=0)
        names.setContentsMargins(0, 7, 0, 0)
        names.addStretch(1)
        entry = column([self.editor, self.problem], gap=5)
        line = row([], self, gap=12)
        line.addLayout(names)
        line.addLayout(entry, 1)
        first = self.editor.inputs()[0]
        self.label.setBuddy(first)

    def say(self, need: str) -> None:
        """Set the label in the language now shown; `need` tells that it is required."""
        self.label.setText(self.field.label.text(languages.current.value))
        self.need.say(need)

    def show_problem(self, problem: FieldProblem | None) -> None:
        """Show or take away the question."""
        self.editor.show_problem(shown=problem is not None)
        if problem is None:
            self.problem.say("")
        else:
            self.problem.say(problem.question, problem.remedy)


class SectionBox(Translated):
    """A section of the paper."""

    opened = Signal(int)
    next_asked = Signal(int)

    def __init__(self, number: int, section: Section, fields: tuple[Field, ...], context: FormContext) -> None:
        super().__init__()
        self.setObjectName(f"section_box_{number + 1}")
        self.number, self.section = number, section
        self.source = ""
        self.rows = {each.name: FieldRow(each, context) for each in fields}
        self.line = FoldedLine(f"section_line_{number + 1}")
        self._title, self._source = Text(Type.SECTION), Text(Type.META, "muted")
        self.next = Button(f"next_section_{number + 1}", ButtonKind.QUIET, "chevron_down")
        self._open = QWidget()
        head = row([self._title, self._source, None], gap=9)
        parts: list[Part] = [head, *self.rows.values(), row([self.next, None])]
        column(parts, self._open, 8, (0, 4, 0, 8))
        column([self.line, self._open], self, 0)
        self.line.clicked.connect(lambda: self.opened.emit(self.number))
        self.next.clicked.connect(lambda: self.next_asked.emit(self.number))
        self.fold(folded=True)
        self._retranslate()

    def fold(self, *, folded: bool) -> None:
        """Show the line, or the fields."""
        self.line.setVisible(folded)
        self._open.setVisible(not folded)

    @property
    def folded(self) -> bool:
        """Whether only the line is shown."""
        return self._open.isHidden()

    def raw(self) -> dict[str, object]:
        """What is entered in this section."""
        return {name: each.editor.raw() for name, each in self.rows.items()}

    def show_problems(self, problems: Mapping[str, FieldProblem]) -> None:
        """Show what is to mend in this section."""
        for name, each in self.rows.items():
            each.show_problem(problems.get(name))

    def summary(self) -> str:
        """What was entered, on one line."""
        texts = (each.editor.shown() for each in self.rows.values())
        return " · ".join(text for text in texts if text)

    def title(self) -> str:
        """Number and name in the language now shown."""
        return f"{self.number + 1}. {self.section.label.text(languages.current.value)}"

    def say_source(self, source: str) -> None:
        """The article beside the title."""
        self._source.say(source)

    def focus_first(self) -> None:
        """Ready to type."""
        next(iter(self.rows.values())).editor.inputs()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _retranslate(self) -> None:
        self._title.setText(self.title())
        self.next.setText(self.tr("Next section"))
        for each in self.rows.values():
            each.say(self.tr("required") if each.field.required else "")
