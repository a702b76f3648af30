"""The form: sections in the order of the paper, errors as questions, text that cannot be lost."""

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from icjims_core.declarations.schema import Field, Kind
from icjims_desktop.ui.commands import CommandSet
from icjims_desktop.ui.components.base import Translated, clear, column, row
from icjims_desktop.ui.components.card import Card, scroll_page
from icjims_desktop.ui.components.states import PageState, StateStack
from icjims_desktop.ui.fields import FormContext
from icjims_desktop.ui.fields.several import AppendEditor
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.record_form.act import act_words
from icjims_desktop.ui.record_form.data import FieldProblem, FormData, Judgement
from icjims_desktop.ui.record_form.frame import FootRights, FormFoot, FormHead
from icjims_desktop.ui.record_form.likely import LikelyCard
from icjims_desktop.ui.record_form.model import derived_from, initial_raw, judge, sections_of
from icjims_desktop.ui.record_form.section import FieldRow, SectionBox
from icjims_desktop.ui.record_form.side import ClocksCard, FieldHelp
from icjims_desktop.ui.record_form.steps import StepList, StepState
from icjims_desktop.ui.signing.standing import CAPACITIES
from icjims_desktop.ui.wording import code_words, law_words, unwrapped, value_words

PAUSE_MS = 700
"""A draft is saved after a pause of typing of this length."""
_LOCAL = timezone(timedelta(hours=6))
PROPOSED = frozenset({"way", "called_at"})
"""Fields that a picked entry of the directory fills only where nothing stands yet."""


class RecordFormView(Translated):
    """One record being written."""

    save_asked = Signal(object, bool)
    """Mapping of field names to stored values, and whether to sign too; emitted only when nothing is to mend."""
    sign_asked = Signal()
    """The act is to be signed or countersigned as it is recorded."""
    correct_asked = Signal()
    print_asked = Signal()
    draft_changed = Signal(object)
    """Mapping of field names to what is entered, after each pause."""
    put_off = Signal(object)
    """As `draft_changed`, when the person leaves; the draft stays."""
    create_asked = Signal(str, str, str)
    """Field, target type and typed name: a record that does not exist yet."""
    disputed_opened = Signal(str)
    """A field in conflict: it is decided elsewhere."""

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self.setObjectName("record_form")
        self._context = context
        self._data: FormData | None = None
        self._boxes: list[SectionBox] = []
        self._current = 0
        self._touched: set[str] = set()
        self._refused: dict[str, FieldProblem] = {}
        self.has_unkept = False
        """Whether something was typed since the draft was last asked to be kept."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.head, self.foot, self.steps = FormHead(), FormFoot(), StepList()
        self.help, self.clocks, self.likely = FieldHelp(), ClocksCard(), LikelyCard()
        self.clocks.hide()
        self.states = StateStack("form_states", self._make_page())
        outer = column([self.head], self, 0)
        outer.addWidget(self.states, 1)
        outer.addWidget(self.foot)
        self._connect()

    def show_data(self, data: FormData) -> None:
        """Show a record; whatever was shown before is forgotten."""
        self._pause.stop()
        self._data, self._touched, self._refused, self.has_unkept = data, set(), {}, False
        self._make_boxes(data)
        self.head.show_annulling(data.annulling, data.annulled)
        self.head.show_draft(data.draft_saved_at, read_only=not data.may_write)
        self.clocks.show_lines(data.clocks_remark, data.clocks)
        self.states.show_state(PageState.READY)
        self._retranslate()
        self.open_section(self._first_open())

    def note_kept(self) -> None:
        """What is entered now is on its way to the disk."""
        self._pause.stop()
        self.has_unkept = False

    def show_draft_saved(self, saved_at: datetime | None) -> None:
        """The draft reached the disk; `None` where nothing differs from what is recorded."""
        self.head.show_draft(saved_at)

    def show_problems(self, problems: tuple[FieldProblem, ...]) -> None:
        """Problems found outside the form (rules, rights, the centre)."""
        self._refused = {each.field: each for each in problems}
        self._judge()
        self._jump_to(next(iter(self._refused), ""))

    def show_created(self, field: str, record_id: str) -> None:
        """A record asked for by `create_asked` now exists."""
        self.editor_row(field).editor.show_value(record_id)
        self._on_changed(field)

    def show_state(self, state: PageState, reason: str = "") -> None:
        """Show loading, error, no permission."""
        self.states.show_state(state, reason)

    def raw(self) -> dict[str, object]:
        """What is entered, by field; of a section that was never opened what it would show."""
        if self._data is None:
            return {}
        entered = {name: value for box in self._boxes for name, value in box.raw().items()}
        return initial_raw(self._data) | entered

    def judgement(self) -> Judgement:
        """How the form stands now, untouched fields included."""
        if self._data is None:
            return Judgement({}, {}, ())
        now = self._context.now().replace(tzinfo=_LOCAL)
        data, language = self._data, languages.current.value
        return judge(data.declared, self.raw(), now, language, data.disputed, data.values)

    def focus_first(self) -> None:
        """Ready to type in the section that is open."""
        if self._boxes:
            self._boxes[self._current].focus_first()

    def open_section(self, number: int) -> None:
        """Open one section and fold the others."""
        self._current = number
        for box in self._boxes:
            box.fold(folded=box.number != number)
        self._judge()

    def go_to(self, field: str) -> None:
        """Open the section of a field and set the focus there."""
        self._jump_to(field)

    def editor_row(self, field: str) -> FieldRow:
        """The row of a field, its section opened if it never was; StopIteration if the form has none."""
        box = next(box for box in self._boxes if field in box.names())
        if not box.rows:
            self.open_section(box.number)
        return box.rows[field]

    def _make_page(self) -> QWidget:
        page = QWidget()
        content = QWidget()
        self._list = column([], content, 8, (16, 12, 16, 12))
        card = Card("form_card", (1, 1, 1, 1), 0)
        card.body.addWidget(scroll_page("form_scroll", content))
        left = column([self.steps, self.clocks], gap=0)
        line = row([], page, gap=16, margins=(20, 12, 20, 12))
        line.addLayout(left)
        line.addWidget(card, 1)
        right = column([self.likely], gap=12)
        right.addWidget(self.help, 1)
        line.addLayout(right)
        return page

    def _connect(self) -> None:
        self.head.back_asked.connect(self._on_put_off)
        self.head.print_asked.connect(self.print_asked)
        self.foot.put_off_asked.connect(self._on_put_off)
        self.foot.save_asked.connect(lambda sign: self._on_save(sign=sign))
        self.foot.countersign_asked.connect(self._on_countersign)
        self.foot.correct_asked.connect(self._on_correct)
        self.foot.mend_asked.connect(self._on_mend)
        self.foot.fill_asked.connect(self._on_fill)
        self.steps.chosen.connect(self._on_section)
        commands = CommandSet(self)
        commands.add("save", lambda _key: self._on_save(sign=self._data is not None and self._data.may_sign))
        commands.add("record_only", lambda _key: self._on_save(sign=False))
        commands.add("sign_act", lambda _key: self._on_countersign())
        commands.add("correct_act", lambda _key: self._on_correct())
        commands.add("print_act", lambda _key: self.print_asked.emit(), lambda: self._data is not None)
        commands.add("annul_record", lambda _key: self.head.annul_asked.emit(), self.head.annul.isVisible)
        commands.add("attach", lambda _key: self._go_to_kind(Kind.FILE), lambda: self._has(Kind.FILE))
        commands.add("state_time", lambda _key: self._go_to_kind(Kind.STATEMENT), lambda: self._has(Kind.STATEMENT))
        commands.add("put_off", lambda _key: self._on_put_off())
        commands.add("help", lambda _key: self.help.setFocus())

    def _has(self, kind: Kind) -> bool:
        return any(each.kind is kind and each.writable for each in self._data.declared.fields) if self._data else False

    def _go_to_kind(self, kind: Kind) -> None:
        """To the first field of a kind in the order of the paper."""
        names = [each.name for box in self._boxes for each in box.fields if each.kind is kind]
        if names:
            self._jump_to(names[0])

    def _make_boxes(self, data: FormData) -> None:
        clear(self._list)
        placed = sections_of(data.declared)
        self._boxes = []
        for number, (section, fields) in enumerate(placed):
            box = SectionBox(number, section, fields, self._make_row)
            box.next.setVisible(number + 1 < len(placed))
            box.opened.connect(self._on_section)
            box.next_asked.connect(lambda at: self._on_section(at + 1))
            self._list.addWidget(box)
            self._boxes.append(box)
        self._list.addStretch(1)
        self.steps.make(len(placed))

    def _make_row(self, field: Field) -> FieldRow:
        data = self._data
        if data is None:
            raise ValueError("a form without a record")
        made = FieldRow(field, self._context, disputed=field.name in data.disputed)
        editor, name = made.editor, field.name
        if isinstance(editor, AppendEditor):
            editor.say_rule(next((each.derived for each in data.declared.fields if derived_from(each, name)), None))
        editor.show_former(data.former.get(field.codes or "", {}))
        editor.show_value(data.values.get(name))
        if name in data.typed:
            editor.show_typed(data.typed[name])
        editor.set_read_only(read_only=not data.is_open(name))
        editor.changed.connect(lambda: self._on_changed(name))
        editor.left.connect(lambda: self._on_left(name))
        editor.entered.connect(lambda: self._on_entered(field))
        editor.filled.connect(self._on_filled)
        editor.create_asked.connect(lambda target, typed: self.create_asked.emit(name, target, typed))
        made.disputed_opened.connect(self.disputed_opened)
        return made

    def _first_open(self) -> int:
        judgement = self.judgement()
        wanted = {*judgement.problems, *judgement.empty}
        for box in self._boxes:
            if wanted & box.names():
                return box.number
        return 0

    def _on_changed(self, field: str) -> None:
        """What is being written is judged again when it is left."""
        self._refused.pop(field, None)
        self._touched.discard(field)
        self.editor_row(field).show_problem(None)
        self.has_unkept = True
        self._pause.start()

    def _on_filled(self, values: dict[str, object]) -> None:
        """An entry of a directory was picked: what it says stands now, and what it only proposes where nothing did."""
        for name, value in values.items():
            editor = self.editor_row(name).editor
            if name not in PROPOSED or editor.raw() in (None, ""):
                editor.show_value(value)
                self._on_changed(name)

    def _on_left(self, field: str) -> None:
        self._touched.add(field)
        self._judge()

    def _on_entered(self, field: Field) -> None:
        self.help.show_field(field, law_words(field.source))

    def _on_pause(self) -> None:
        self._judge()
        self.draft_changed.emit(self.raw())

    def _on_section(self, number: int) -> None:
        self.open_section(number)
        self._boxes[number].focus_first()

    def _on_put_off(self) -> None:
        self._pause.stop()
        self.put_off.emit(self.raw())

    def _on_countersign(self) -> None:
        data = self._data
        if data is not None and data.act is not None and data.act.capacities and not data.may_sign:
            self.sign_asked.emit()
        elif data is not None and data.may_sign:
            self._on_save(sign=True)

    def _on_correct(self) -> None:
        if self._data is not None and self._data.act is not None and self._data.act.may_supersede:
            self.correct_asked.emit()

    def _on_save(self, *, sign: bool) -> None:
        if self._data is None or not self._data.may_write:
            if sign:
                self.sign_asked.emit()
            return
        judgement = self.judgement()
        self._touched.update(*(box.names() for box in self._boxes))
        self._judge()
        if judgement.problems:
            self._on_mend()
        elif judgement.empty:
            self._on_fill()
        else:
            self._pause.stop()
            self.save_asked.emit(dict(judgement.values), sign)

    def _on_mend(self) -> None:
        self._jump_to(next(iter({**self._refused, **self.judgement().problems}), ""))

    def _on_fill(self) -> None:
        self._jump_to(next(iter(self.judgement().empty), ""))

    def _jump_to(self, field: str) -> None:
        for box in self._boxes:
            if field in box.names():
                self.open_section(box.number)
                box.rows[field].first_input().setFocus()

    def _judge(self) -> None:
        judgement = self.judgement()
        shown = {name: each for name, each in judgement.problems.items() if name in self._touched}
        shown.update(self._refused)
        for box in self._boxes:
            box.show_problems(shown, judgement.needed)
        first = self._field_label(judgement.empty[0]) if judgement.empty else ""
        self.foot.show_counts(len(shown), len(judgement.empty), first)
        states = [self._state_of(box, judgement, shown) for box in self._boxes]
        self.steps.show_states(states, self._current)
        for box, state in zip(self._boxes, states, strict=True):
            box.line.say(box.title(), " · ".join(self._shown_in(box)), done=state.done)

    def _state_of(self, box: SectionBox, judgement: Judgement, shown: Mapping[str, FieldProblem]) -> StepState:
        title = box.section.label.text(languages.current.value)
        wrong = len(shown.keys() & box.names())
        empty = len(set(judgement.empty) & box.names())
        filled = len(self._shown_in(box))
        parts = [self.tr("%n to mend", "", wrong)] if wrong else []
        if empty and (filled or box.number == self._current):
            parts.append(self.tr("%n empty", "", empty))
        if parts:
            return StepState(title, ", ".join(parts), tone="late" if wrong else "due")
        if not filled:
            return StepState(title, self.tr("not begun"))
        done = wrong == 0 and empty == 0
        remark = self.tr("{done} of {total} filled").format(done=filled, total=len(box.fields))
        return StepState(title, remark, done=done)

    def _shown_in(self, box: SectionBox) -> list[str]:
        """What is entered in a section, field by field, as it reads."""
        data = self._data
        if data is None:
            return []
        if box.rows:
            return [text for each in box.rows.values() if (text := each.editor.shown())]
        return [text for each in box.fields if (text := self._text_of(data, each))]

    def _text_of(self, data: FormData, field: Field) -> str:
        """A field of a section that was never opened, as it would read."""
        if field.name in data.typed:
            return str(data.typed[field.name] or "")
        if field.name in data.disputed:
            return ""
        value = unwrapped(data.values.get(field.name))
        text = value_words(
            field,
            value,
            languages.current.value,
            lambda each: self._context.name_of(field.target or "", each),
            data.former,
        )
        return " ".join(text.split())[:80]

    def _field_label(self, name: str) -> str:
        if self._data is None:
            return name
        return self._data.declared.by_name[name].label.text(languages.current.value)

    def _retranslate(self) -> None:
        data = self._data
        if data is None:
            return
        title = data.declared.label.text(languages.current.value)
        source = law_words(data.declared.source)
        self.head.show_words(data.case_number, title, source, data.version_note)
        self._say_act(data)
        for box in self._boxes:
            box.say_source(law_words(box.section.source))
        self.states.retranslate()
        self._judge()

    def _say_act(self, data: FormData) -> None:
        """Status, signatures and what can still be done."""
        chip, signed = act_words(data)
        self.head.show_act(chip, signed)
        capacity = data.countersigned_as
        words = code_words(CAPACITIES, capacity, languages.current.value) if capacity else ""
        self.foot.show_rights(
            FootRights(
                write=data.may_write,
                sign=data.may_sign,
                countersign=words[:1].upper() + words[1:],
                correct=data.act is not None and data.act.may_supersede,
            )
        )
