"""Sections of the form at the left, as on paper, each with how it stands."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from icjims_desktop.ui import icons
from icjims_desktop.ui.components.base import Translated, clear, column
from icjims_desktop.ui.components.card import scroll_page
from icjims_desktop.ui.components.pressable import Pressable
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.theme import Type, theme


@dataclass(frozen=True, slots=True)
class StepState:
    """How a section stands."""

    title: str
    remark: str
    done: bool = False
    tone: str = "muted"


class StepItem(Pressable):
    """One section: a number or a tick, the name, the remark."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setObjectName(f"section_{number}")
        self._number = number
        self._state = StepState("", "")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, state: StepState) -> None:
        """Show how the section stands."""
        self._state = state
        self.setText(state.title)
        self.setAccessibleName(f"{self._number}. {state.title}, {state.remark}".rstrip(", "))
        self.setToolTip(state.title)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The name on one or two lines, and the remark."""
        return QSize(theme.px(180), self._title_height() + theme.px(31))

    @property
    def _role(self) -> Type:
        return Type.NAME if self.isChecked() else Type.BODY

    def _title_height(self) -> int:
        metrics = QFontMetricsF(theme.font(self._role))
        room = QRectF(0, 0, theme.px(200 - 42 - 8), 200)
        wrapped = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._state.title)
        return theme.px(36 if wrapped.height() > metrics.height() * 1.5 else 18)

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
        here = self.isChecked()
        if here or self.hasFocus() or self.underMouse():
            width = 2 if self.hasFocus() else 1
            painter.setPen(QPen(theme.colour("accent" if self.hasFocus() else "line"), width))
            painter.setBrush(theme.colour("surface") if here else Qt.BrushStyle.NoBrush)
            inset = width / 2
            painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 8, 8)
        self._draw_number(painter, here=here)
        left = theme.px(42)
        room = rect.width() - left - 8
        height = self._title_height()
        painter.setFont(theme.font(self._role))
        painter.setPen(theme.colour("text"))
        title = QRectF(left, theme.px(6), room, height)
        painter.drawText(title, int(Qt.TextFlag.TextWordWrap), self._state.title)
        remark = QRectF(left, height + theme.px(7), room, theme.px(16))
        strong = self._state.tone != "muted"
        role = Type.META_STRONG if strong else Type.META
        self._line(painter, remark, role, self._state.tone, self._state.remark)

    def _draw_number(self, painter: QPainter, *, here: bool) -> None:
        side = theme.px(22)
        disc = QRectF(theme.px(10), theme.px(6), side, side)
        if self._state.done and not here:
            icons.draw(painter, "tick", theme.colour("accent"), disc.adjusted(3, 3, -3, -3))
            return
        painter.setBrush(theme.colour("accent_fill") if here else Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen if here else QPen(theme.colour("ctl"), 1.4))
        painter.drawEllipse(disc.adjusted(0.7, 0.7, -0.7, -0.7))
        painter.setFont(theme.font(Type.META_STRONG))
        painter.setPen(theme.colour("on_accent" if here else "text2"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))

    @staticmethod
    def _line(painter: QPainter, rect: QRectF, role: Type, tone: str, text: str) -> None:
        font = theme.font(role)
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)


class StepList(Translated):
    """All sections, 200 pixels wide; where they are more than have room, they scroll."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("form_steps")
        inside = QWidget()
        inside.setFixedWidth(theme.px(200))
        self._head = Text(Type.META, "text2")
        self._items: list[StepItem] = []
        self._list = column([], gap=2)
        column([self._list, None], inside, 0)
        self._area = scroll_page("form_steps_scroll", inside)
        self.setFixedWidth(theme.px(200) + self._area.verticalScrollBar().sizeHint().width())
        column([self._head, 4, self._area], self, 0)
        self._retranslate()

    def make(self, count: int) -> None:
        """Make room for so many sections."""
        clear(self._list)
        self._items = [StepItem(number + 1) for number in range(count)]
        for number, item in enumerate(self._items):
            item.clicked.connect(lambda _on=False, at=number: self.chosen.emit(at))
            self._list.addWidget(item)

    def show_states(self, states: list[StepState], current: int) -> None:
        """Show how the sections stand and which is open."""
        for number, (item, state) in enumerate(zip(self._items, states, strict=True)):
            item.setChecked(number == current)
            item.show_state(state)
            if number == current:
                self._area.ensureWidgetVisible(item, 0, 0)

    def _retranslate(self) -> None:
        self._head.setText(self.tr("As on paper"))
