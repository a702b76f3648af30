"""One section of the form: open with its fields, or folded to a readable line."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from icjims_core.declarations.schema import Field, Section
from icjims_desktop.ui import icons
from icjims_desktop.ui.components.base import Part, Translated, column, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.notice import InlineProblem
from icjims_desktop.ui.components.pressable import Pressable
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.fields import FieldEditor, FormContext, make_editor
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.record_form.data import FieldProblem
from icjims_desktop.ui.theme import Type, theme

LABEL_WIDTH = 196


class FoldedLine(Pressable):
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


class FieldRow(Translated):
    """Label, editor, and under them the question of what is wrong; of a disputed field a way to the decision."""

    disputed_opened = Signal(str)

    def __init__(self, field: Field, context: FormContext, *, disputed: bool = False) -> None:
        super().__init__()
        self.field, self.disputed, self._needed = field, disputed, field.required
        self.editor: FieldEditor = make_editor(field, context)
        self.label = Text(Type.BODY, "text", wrap=True)
        self.label.setFixedWidth(theme.px(LABEL_WIDTH))
        self.need = Text(Type.META, "muted")
        self.decide: Button | None = None
        self.problem: InlineProblem | None = None
        names = column([self.label, self.need], gap=0)
        names.setContentsMargins(0, 7, 0, 0)
        names.addStretch(1)
        self._entry = column([self.editor], gap=5)
        line = row([], self, gap=12)
        line.addLayout(names)
        line.addLayout(self._entry, 1)
        if disputed:
            self.editor.hide()
            self.decide = Button(f"decide_{field.name}", ButtonKind.LINK, "fork")
            self.decide.clicked.connect(lambda: self.disputed_opened.emit(field.name))
            self._entry.addLayout(row([self.decide, None]))
        self.label.setBuddy(self.first_input())
        self._retranslate()

    def first_input(self) -> QWidget:
        """Where typing begins."""
        return self.decide or self.editor.inputs()[0]

    def show_need(self, *, needed: bool) -> None:
        """Mark it as required, or not, as the other fields stand."""
        if needed is not self._needed:
            self._needed = needed
            self._retranslate()

    def show_problem(self, problem: FieldProblem | None) -> None:
        """Show or take away the question."""
        self.editor.show_problem(shown=problem is not None)
        if problem is None:
            if self.problem is not None:
                self.problem.say("")
            return
        if self.problem is None:
            self.problem = InlineProblem(f"problem_{self.field.name}")
            self._entry.addWidget(self.problem)
        self.problem.say(problem.question, problem.remedy)

    def _retranslate(self) -> None:
        self.label.setText(self.field.label.text(languages.current.value))
        self.need.say(self.tr("required") if self._needed else "")
        if self.decide is not None:
            self.decide.setText(self.tr("Several versions stand: decide"))
            self.decide.setAccessibleName(f"{self.label.text()}: {self.decide.text()}")


class SectionBox(Translated):
    """A section of the paper; its fields are made when it is opened for the first time."""

    opened = Signal(int)
    next_asked = Signal(int)

    def __init__(
        self, number: int, section: Section, fields: tuple[Field, ...], make_row: Callable[[Field], FieldRow]
    ) -> None:
        super().__init__()
        self.setObjectName(f"section_box_{number + 1}")
        self.number, self.section, self.fields = number, section, fields
        self.rows: dict[str, FieldRow] = {}
        self._make_row = make_row
        self.line = FoldedLine(f"section_line_{number + 1}")
        self._title, self._source = Text(Type.SECTION), Text(Type.META, "muted")
        self.next = Button(f"next_section_{number + 1}", ButtonKind.QUIET, "chevron_down")
        self._open = QWidget()
        head = row([self._title, self._source, None], gap=9)
        self._fields = column([], gap=8)
        parts: list[Part] = [head, self._fields, row([self.next, None])]
        column(parts, self._open, 8, (0, 4, 0, 8))
        column([self.line, self._open], self, 0)
        self.line.clicked.connect(lambda: self.opened.emit(self.number))
        self.next.clicked.connect(lambda: self.next_asked.emit(self.number))
        self.fold(folded=True)
        self._retranslate()

    def fold(self, *, folded: bool) -> None:
        """Show the line, or the fields."""
        if not folded and not self.rows:
            for each in self.fields:
                self.rows[each.name] = made = self._make_row(each)
                self._fields.addWidget(made)
        self.line.setVisible(folded)
        self._open.setVisible(not folded)

    @property
    def folded(self) -> bool:
        """Whether only the line is shown."""
        return self._open.isHidden()

    def names(self) -> frozenset[str]:
        """The fields of this section."""
        return frozenset(each.name for each in self.fields)

    def raw(self) -> dict[str, object]:
        """What is entered in this section, as far as it was ever opened; disputed fields are left out."""
        return {name: each.editor.raw() for name, each in self.rows.items() if not each.disputed}

    def show_problems(self, problems: Mapping[str, FieldProblem], needed: frozenset[str]) -> None:
        """Show what is to mend in this section, and what is required now."""
        for name, each in self.rows.items():
            each.show_problem(problems.get(name))
            each.show_need(needed=name in needed)

    def title(self) -> str:
        """Number and name in the language now shown."""
        return f"{self.number + 1}. {self.section.label.text(languages.current.value)}"

    def say_source(self, source: str) -> None:
        """The article beside the title."""
        self._source.say(source)

    def focus_first(self) -> None:
        """Ready to type; where nothing of the section can be typed, at the way to the next one."""
        inputs = [each.first_input() for each in self.rows.values()]
        first = next((each for each in inputs if each.isEnabled()), self.next)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _retranslate(self) -> None:
        self._title.setText(self.title())
        self.next.setText(self.tr("Next section"))
