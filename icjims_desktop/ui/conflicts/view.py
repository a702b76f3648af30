"""Disagreement between named people: was, mine, theirs, will be; arrow keys choose."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from icjims_desktop.ui.commands import CommandSet, cap_of
from icjims_desktop.ui.components.base import Page, Translated, clear, column, row, set_surface
from icjims_desktop.ui.components.button import Button, ButtonKind, IconButton
from icjims_desktop.ui.components.card import scroll_page
from icjims_desktop.ui.components.chip import Chip
from icjims_desktop.ui.components.keycap import KeyCap
from icjims_desktop.ui.components.notice import Banner, Severity, StateWords
from icjims_desktop.ui.components.states import PageState, StateStack
from icjims_desktop.ui.components.text import Mark, Text
from icjims_desktop.ui.conflicts.data import Author, ConflictData, ConflictItem
from icjims_desktop.ui.conflicts.field_row import FieldConflictRow
from icjims_desktop.ui.conflicts.model import DecisionModel
from icjims_desktop.ui.conflicts.queue import ConflictQueue
from icjims_desktop.ui.theme import Type, theme

MOVING = ("↑", "↓")


class ConflictsView(Page):
    """The queue, and one conflict opened from it."""

    conflict_opened = Signal(str)
    """The wiring answers with `show_conflict`."""
    decided = Signal(object)
    """A Decision."""
    explained = Signal(str)
    """Why one's own version says what it says."""
    put_off = Signal(str)
    undo_asked = Signal()
    """The decision just recorded is to be made once more."""
    state_acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("conflicts")
        self._items: tuple[ConflictItem, ...] = ()
        self.queue, self.detail = ConflictQueue(), ConflictDetail()
        self.states = StateStack("conflicts_states", self.queue)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.states)
        self._stack.addWidget(self.detail)
        self.done = Banner("decision_recorded", Severity.ACCENT, "tick")
        self.done.hide()
        self.done.acted.connect(self.undo_asked)
        column([self.done, self._stack], self, 0)
        self.queue.opened.connect(self.conflict_opened)
        self.detail.back_asked.connect(self.show_queue)
        self.detail.put_off.connect(self._on_put_off)
        self.detail.decided.connect(self.decided)
        self.detail.explained.connect(self.explained)
        self.detail.neighbour_asked.connect(self._on_neighbour)
        self.states.acted.connect(self.state_acted)
        self.start = self.queue.list
        self._retranslate()

    def show_items(self, items: tuple[ConflictItem, ...]) -> None:
        """Show the queue, the oldest and most serious first."""
        self._items = items
        self.queue.show_items(items)
        self.states.show_state(PageState.READY if items else PageState.EMPTY)

    def show_conflict(self, data: ConflictData) -> None:
        """Open one conflict."""
        self.done.hide()
        self.detail.show_data(data)
        self._stack.setCurrentWidget(self.detail)
        self.detail.focus_field(0)

    def show_queue(self) -> None:
        """Back to the queue."""
        self._stack.setCurrentWidget(self.states)

    @property
    def detail_shown(self) -> bool:
        """Whether one conflict is open, not the queue."""
        return self._stack.currentWidget() is self.detail

    def show_decided(self, title: str) -> None:
        """Say that a decision is recorded, and offer to make another one."""
        kept = self.tr("All versions stay in the history. Another decision takes this one back.")
        self.done.say(self.tr("The decision is recorded"), title, kept, self.tr("Decide otherwise"))
        self.done.show()

    def show_state(self, state: PageState, reason: str = "") -> None:
        """Show loading, error, no permission."""
        self.states.show_state(state, reason)
        self.show_queue()

    def _on_put_off(self, conflict: str) -> None:
        self.show_queue()
        self.put_off.emit(conflict)

    def _on_neighbour(self, by: int) -> None:
        ids = [item.id for item in self._items]
        here = self.detail.conflict_id
        if here in ids and 0 <= ids.index(here) + by < len(ids):
            self.conflict_opened.emit(ids[ids.index(here) + by])

    def _retranslate(self) -> None:
        words = StateWords(
            "tick",
            self.tr("Nobody disagrees"),
            self.tr("When two people change the same field, the choice waits here."),
        )
        self.states.say_empty(words)


class ConflictDetail(Translated):
    """Four columns, the reason, and the decision."""

    back_asked = Signal()
    put_off = Signal(str)
    decided = Signal(object)
    explained = Signal(str)
    neighbour_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("conflict_detail")
        self._model: DecisionModel | None = None
        self._rows: list[FieldConflictRow] = []
        self._current = 0
        self._make_parts()
        outer = column([self._make_head()], self, 0)
        outer.addWidget(self._make_page(), 1)
        outer.addWidget(self._make_foot())
        self._connect()
        self._retranslate()

    @property
    def conflict_id(self) -> str:
        """Which conflict is open."""
        return self._model.data.id if self._model else ""

    def show_data(self, data: ConflictData) -> None:
        """Show a conflict; nothing is chosen yet."""
        self._model = DecisionModel(data)
        clear(self._fields)
        self._rows = []
        for number in range(len(data.fields)):
            each = FieldConflictRow(number, self._model)
            each.chosen.connect(self.choose)
            each.edited.connect(self._on_edited)
            each.focused.connect(self._on_focused)
            self._rows.append(each)
            self._fields.addWidget(each)
        self.reason.clear()
        self.chip.setVisible(data.notice is not None)
        if data.notice is not None:
            self.chip.show_data(data.notice)
        self._on_focused(0)
        self._retranslate()

    def choose(self, number: int, kind: str) -> None:
        """Choose a version for a field."""
        model = self._model
        if model is not None and model.data.may_decide and model.choose(number, kind):
            self._on_focused(number)
            self._refresh()

    def focus_field(self, number: int) -> None:
        """Put the keys on a field."""
        if self._rows:
            self._rows[number % len(self._rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ ↓ move between fields, Esc goes back."""
        if event.key() == Qt.Key.Key_Up:
            self.focus_field(max(self._current - 1, 0))
        elif event.key() == Qt.Key.Key_Down:
            self.focus_field(min(self._current + 1, len(self._rows) - 1))
        elif event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def _make_parts(self) -> None:
        self.back = Button("conflict_back", ButtonKind.LINK, "chevron_left", height=24)
        self._position = Text(Type.META, "muted")
        self.before = IconButton("conflict_before", "arrow_up", size=28)
        self.after = IconButton("conflict_after", "arrow_down", size=28)
        self._title, self._case = Text(Type.TITLE, wrap=True), Text(Type.BODY, "muted")
        self.chip = Chip("conflict_notice")
        self._heads = [_ColumnHead(icon) for icon in ("undo", "person", "tray", "tick")]
        self._reason_label = Text(Type.BODY, "text2")
        self.reason = QLineEdit()
        self.reason.setObjectName("conflict_reason")
        self._reason_label.setBuddy(self.reason)
        self._explained = Text(Type.BODY, "text2", wrap=True)
        self._agreed, self._kept = Text(Type.BODY, "text2"), Text(Type.META, "muted")
        self.later = Button("later_button", ButtonKind.QUIET, cap=cap_of("later"))
        self.accept = Button("accept_button", ButtonKind.PRIMARY, "tick", cap_of("accept"))

    def _make_head(self) -> QWidget:
        head = QWidget()
        head.setObjectName("conflict_head")
        set_surface(head, "head")
        first = row([self.back, self._position, None, self.before, self.after], gap=6)
        second = row([self._title, self.chip, self._case], gap=12)
        second.setStretch(0, 1)
        column([first, second], head, 3, (20, 8, 20, 10))
        return head

    def _make_page(self) -> QWidget:
        content = QWidget()
        heads = row([], gap=10)
        for each in self._heads:
            heads.addWidget(each, 1)
        self._fields = column([], gap=16)
        reason = row([self._reason_label, self.reason], gap=10)
        reason.setStretch(1, 1)
        foot = row([self._agreed, None, self._kept])
        column([heads, self._fields, self._explained, reason, foot, None], content, 12, (20, 12, 20, 12))
        return scroll_page("conflict_scroll", content)

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        foot.setObjectName("conflict_foot")
        set_surface(foot, "foot")
        foot.setFixedHeight(theme.px(56))
        self._key_words = [Text(Type.META, "text2") for _ in range(6)]
        caps = (("←",), ("→",), ("B",), ("M",), ("E",), MOVING)
        self._part = Text(Type.BODY, "text2")
        self._of_deciding: list[QWidget] = []
        """Caps and words of the keys that choose: of no use to who only explains."""
        line = row([self._part], foot, gap=5, margins=(20, 0, 20, 0))
        for keys, words in zip(caps, self._key_words, strict=True):
            shown = [*(KeyCap(key) for key in keys), words]
            for each in shown:
                line.addWidget(each)
            line.addSpacing(8)
            if keys != MOVING:
                self._of_deciding += shown
        line.addStretch(1)
        line.addWidget(self.later)
        line.addSpacing(10)
        line.addWidget(self.accept)
        return foot

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.before.clicked.connect(lambda: self.neighbour_asked.emit(-1))
        self.after.clicked.connect(lambda: self.neighbour_asked.emit(1))
        self.later.clicked.connect(self._on_later)
        self.accept.clicked.connect(self._on_accept)
        self.reason.textChanged.connect(self._refresh)
        self.commands = commands = CommandSet(self)
        commands.add("was", lambda _key: self.choose(self._current, "was"), self._may_decide)
        commands.add("combine", lambda _key: self.choose(self._current, "combined"), self._may_decide)
        commands.add("edit", lambda _key: self._on_edit(), self._may_decide)
        commands.add("later", lambda _key: self._on_later())
        commands.add("accept", lambda _key: self._on_accept())

    def _may_decide(self) -> bool:
        return self._model is not None and self._model.data.may_decide

    def _on_focused(self, number: int) -> None:
        self._current = number
        for each in self._rows:
            each.show_current(current=each.number == number)

    def _on_edit(self) -> None:
        model = self._model
        if model is not None and model.data.may_decide and model.data.fields[self._current].is_text:
            self._rows[self._current].begin_edit()

    def _on_edited(self, number: int, text: str) -> None:
        if self._model is not None:
            self._model.edit(number, text)
            self._refresh()

    def _on_later(self) -> None:
        if self._model is not None:
            self.put_off.emit(self._model.data.id)

    def _on_accept(self) -> None:
        if self._model is None:
            return
        if not self._model.data.may_decide:
            self._explain(self._model.data)
            return
        opened = next((i for i, each in enumerate(self._model.choices) if not each.kind), None)
        if opened is not None:
            self.focus_field(opened)
        elif not self.reason.text().strip():
            self.reason.setFocus()
        else:
            self.decided.emit(self._model.decision(self.reason.text().strip()))

    def _explain(self, data: ConflictData) -> None:
        text = self.reason.text().strip()
        if data.may_explain and text:
            self.explained.emit(text)
        else:
            self.reason.setFocus()

    def _refresh(self) -> None:
        for each in self._rows:
            each.refresh()
        ready = self._model is not None and self._model.complete
        missing = not self.reason.text().strip()
        self.accept.setAccessibleDescription(self.tr("A reason is needed") if ready and missing else "")

    def _retranslate(self) -> None:
        self.back.setText(self.tr("Conflicts"))
        self.before.say(self.tr("Conflict before"))
        self.after.say(self.tr("Conflict after"))
        self.later.setText(self.tr("Decide later"))
        self.accept.setText(self.tr("Accept the decision"))
        self._reason_label.setText(self.tr("Reason (required):"))
        self.reason.setAccessibleName(self.tr("Reason"))
        keys = (
            self.tr("mine"),
            self.tr("theirs"),
            self.tr("was"),
            self.tr("combine"),
            self.tr("edit"),
            self.tr("field"),
        )
        for label, text in zip(self._key_words, keys, strict=True):
            label.setText(text)
        self._kept.setText(self.tr("Both versions stay in the case with names and times."))
        if self._model is not None:
            self._say_data(self._model.data)

    def _say_data(self, data: ConflictData) -> None:
        self._position.setText(data.position)
        self._title.setText(data.title)
        self._case.setText(self.tr("Case {number}").format(number=data.case_number))
        self._agreed.say(
            self.tr("%n more field(s) agree or came together by themselves", "", data.agreed) if data.agreed else ""
        )
        self.reason.setPlaceholderText(data.reason_hint)
        self._say_part(data)
        others = data.theirs[0].name if data.theirs else ""
        if len(data.theirs) > 1:
            others = self.tr("{name} and {count} more").format(name=others, count=len(data.theirs) - 1)
        names = (
            (self.tr("Was"), _name(data.was)),
            (self.tr("Mine") if data.own else self.tr("One version"), data.mine.name),
            (self.tr("Theirs") if data.own else self.tr("Other version"), others),
            (self.tr("Will be"), self.tr("after your choice") if data.may_decide else self.tr("after the decision")),
        )
        for number, (head, (title, remark)) in enumerate(zip(self._heads, names, strict=True)):
            head.say(title, remark, accent=number == 1 and data.own)
        self._refresh()

    def _say_part(self, data: ConflictData) -> None:
        """What the person who looks can do: decide, explain his version, or read."""
        told = data.explained if data.may_decide else (data.decided_by, *data.explained)
        self._explained.say("\n".join(told))
        for part in (self._reason_label, self.reason, self.accept):
            part.setVisible(data.may_decide or data.may_explain)
        for key in self._of_deciding:
            key.setVisible(data.may_decide)
        self.later.setText(self.tr("Decide later") if data.may_decide else self.tr("Leave it for now"))
        self._part.say("" if data.may_decide else self._part_words(data))
        if data.may_explain:
            self.accept.setText(self.tr("Record my explanation"))
            self._reason_label.setText(self.tr("Why I recorded it so:"))
            self.reason.setAccessibleName(self.tr("Explanation"))

    def _part_words(self, data: ConflictData) -> str:
        if data.may_explain:
            return self.tr("You may explain your version.")
        return self.tr("You may read the versions.")


class _ColumnHead(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._mark, self._title = Mark(icon, "text2"), Text(Type.STRONG)
        self._remark = Text(Type.META, "muted", wrap=True)
        line = row([self._mark], self, 8, (12, 0, 0, 0))
        line.addLayout(column([self._title, self._remark], gap=0), 1)

    def say(self, title: str, remark: str, *, accent: bool) -> None:
        """Whose column it is."""
        self._title.setText(title)
        self._title.set_tone("accent" if accent else "text")
        self._mark.set_mark(self._icon, "accent" if accent else "text2")
        self._remark.setText(remark)


def _name(author: Author | None) -> str:
    return author.name if author else "—"
