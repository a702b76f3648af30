"""Editors of fields with several values: sets of codes or records, and entries only ever added."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from icjims_core.codes.offices import office_words
from icjims_core.declarations.derived import times
from icjims_core.declarations.schema import Derived, Earliest, Field, Latest
from icjims_core.officers import author_words
from icjims_desktop.ui.components.base import clear, column, row
from icjims_desktop.ui.components.button import IconButton
from icjims_desktop.ui.components.chip import Chip, ChipData, ChipKind, ChoiceChip, chip_width
from icjims_desktop.ui.components.flow import Flow
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.fields.base import FieldEditor
from icjims_desktop.ui.fields.choice import entries_of, offered
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.i18n.dates import format_moment
from icjims_desktop.ui.theme import Type, theme
from icjims_desktop.ui.wording import stored_moment, value_words

SIDE_BY_SIDE = 4
LONGEST_CHIP = 360
"""A member with more words than fit here is told in lines of text."""


class ManyChoices(FieldEditor):
    """A set of a few codes: each can be ticked."""

    def __init__(self, field: Field, today: str = "") -> None:
        super().__init__(field)
        self._offered = offered(field, today)
        self._chips = {
            entry.code: ChoiceChip(f"edit_{field.name}_{entry.code}", height=32, tick=True)
            for entry in entries_of(field)
        }
        row([Flow(tuple(self._chips.values()))], self)
        for chip in self._chips.values():
            chip.clicked.connect(self.changed)
        self.watch(*self._chips.values())
        self._retranslate()

    def raw(self) -> object:
        """The ticked codes."""
        return [code for code, chip in self._chips.items() if chip.isChecked()]

    def show_value(self, value: object) -> None:
        """Tick the stored codes."""
        members = value if isinstance(value, list) else []
        for code, chip in self._chips.items():
            chip.setChecked(code in members)
            chip.setVisible(code in self._offered or code in members)

    def inputs(self) -> Sequence[QWidget]:
        """The codes."""
        return tuple(self._chips.values())

    def _input_name(self, number: int) -> str:
        return f"{self.label()}: {tuple(self._chips.values())[number].text()}"

    def _retranslate(self) -> None:
        for entry in entries_of(self.field):
            self._chips[entry.code].setText(entry.label.text(languages.current.value))
            self._chips[entry.code].updateGeometry()
        super()._retranslate()


class SetEditor(FieldEditor):
    """A set of many possible members: chosen ones above, an editor for one more below."""

    def __init__(self, field: Field, inner: FieldEditor, say: Callable[[object], str]) -> None:
        super().__init__(field)
        self._inner, self._say_member = inner, say
        self._members: list[object] = []
        self._read_only = False
        inner.setObjectName(f"add_{field.name}")
        self._lines = column([], gap=4)
        column([self._lines, inner], self, 4)
        inner.changed.connect(self._on_inner)
        inner.entered.connect(self.entered)
        inner.left.connect(self.left)
        inner.create_asked.connect(self.create_asked)
        self._retranslate()

    def raw(self) -> object:
        """The members, with one that is still being typed as it stands."""
        typed = self._inner.raw()
        return [*self._members, typed] if typed not in (None, "") else list(self._members)

    def show_value(self, value: object) -> None:
        """Show the stored members."""
        self._members = list(value) if isinstance(value, list) else []
        self._inner.show_value(None)
        self._retranslate()

    def show_typed(self, raw: object) -> None:
        """Show the members, and a last one that was still being typed."""
        members = list(raw) if isinstance(raw, list) else []
        typed = members.pop() if members and self._say_member(members[-1]) == str(members[-1]) else None
        self.show_value(members)
        self._inner.show_typed(typed)

    def set_read_only(self, *, read_only: bool) -> None:
        """Show the members alone."""
        self._read_only = read_only
        self._inner.setVisible(not read_only)
        self._retranslate()

    def inputs(self) -> Sequence[QWidget]:
        """The editor for one more."""
        return self._inner.inputs()

    def _on_inner(self) -> None:
        member = self._inner.raw()
        chosen = self._say_member(member) != str(member) if member else False
        if chosen:
            if member not in self._members:
                self._members.append(member)
            self._inner.show_value(None)
            self._retranslate()
        self.changed.emit()

    def _remove(self, member: object) -> None:
        self._members.remove(member)
        self._retranslate()
        self.changed.emit()

    def _retranslate(self) -> None:
        clear(self._lines)
        for number, member in enumerate(self._members):
            words = self._say_member(member)
            line = row([], gap=4)
            data = ChipData(words, ChipKind.ACCENT)
            if chip_width(data) <= theme.px(LONGEST_CHIP):
                line.addWidget(Chip(f"member_{self.field.name}_{number}", data))
            else:
                line.addWidget(Text(Type.STRONG, "accent", words, wrap=True), 1)
            if not self._read_only:
                remove = IconButton(f"remove_{self.field.name}_{number}", "cross", size=24)
                remove.say(self.tr("Take away: {name}").format(name=words))
                remove.clicked.connect(lambda _on=False, gone=member: self._remove(gone))
                line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
            line.addStretch(0 if chip_width(data) > theme.px(LONGEST_CHIP) else 1)
            self._lines.addLayout(line)
        super()._retranslate()


class AppendEditor(FieldEditor):
    """Earlier entries to read, one new entry to write; nothing is ever changed or taken away."""

    def __init__(self, field: Field, inner: FieldEditor) -> None:
        super().__init__(field)
        self._inner = inner
        self._value: object = None
        self._rule: Derived | None = None
        inner.setObjectName(f"new_{field.name}")
        self._lines = column([], gap=4)
        self._promise = Text(Type.META, "muted", wrap=True)
        column([self._lines, self._promise, inner], self, 6)
        inner.changed.connect(self.changed)
        inner.entered.connect(self.entered)
        inner.left.connect(self.left)
        self._retranslate()

    def raw(self) -> object:
        """The new entry alone, as a list."""
        typed = self._inner.raw()
        return [typed] if typed not in (None, "") else []

    def say_rule(self, rule: Derived | None) -> None:
        """By which rule one of the entries takes effect."""
        self._rule = rule
        self._retranslate()

    def show_value(self, value: object) -> None:
        """Show the earlier entries: values, or maps with `text` or `value`, author and time."""
        self._value = value
        self._retranslate()

    def show_typed(self, raw: object) -> None:
        """Show the new entry that was being written."""
        self._inner.show_typed(raw[0] if isinstance(raw, list) and raw else None)

    def set_read_only(self, *, read_only: bool) -> None:
        """Show the entries alone."""
        self._inner.setVisible(not read_only)
        self._promise.setHidden(read_only or not self._promise.text())

    def inputs(self) -> Sequence[QWidget]:
        """The new entry."""
        return self._inner.inputs()

    def shown(self) -> str:
        """The entries and what is being added, for the folded line of the section."""
        told = [self._told(each) for each in self._entries()]
        return ", ".join(each for each in (*told, self._inner.shown()) if each)

    def _entries(self) -> list[object]:
        return list(self._value) if isinstance(self._value, list) else []

    def _told(self, entry: object) -> str:
        return value_words(self.field, stated_in(entry), languages.current.value, str)

    def _retranslate(self) -> None:
        clear(self._lines)
        entries = self._entries()
        acting = effective(entries, self._rule)
        for number, entry in enumerate(entries):
            line = row([], gap=8)
            line.addWidget(Text(Type.BODY, "text", self._told(entry), wrap=True), 1)
            if number == acting:
                chip = ChipData(self.tr("in effect"), ChipKind.ACCENT, "tick")
                line.addWidget(Chip(f"effective_{self.field.name}", chip), 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addLayout(line)
            meta = self._meta(entry)
            if meta:
                self._lines.addWidget(Text(Type.META, "muted", meta, wrap=True))
        promise = self.tr("What was entered is never changed; a new entry is added beside it.") if entries else ""
        if self._rule is not None and not entries:
            promise = self.tr("Each time is entered with its source; later ones are added, none is changed.")
        self._promise.setText(promise)
        self._promise.setVisible(bool(promise) and not self._inner.isHidden())

    def _meta(self, entry: object) -> str:
        if not isinstance(entry, dict):
            return ""
        at = stored_moment(str(entry.get("recorded_at") or ""))
        language, office = languages.current.value, str(entry.get("office") or "")
        author = author_words({"name": "", "role": "", **entry}, language) if entry.get("author") else ""
        parts = (author, office_words(office, language, "") or office, format_moment(at) if at else "")
        who = " · ".join(part for part in parts if part)
        return self.tr("entered: {who}").format(who=who) if who else ""


def stated_in(entry: object) -> object:
    """What an entry states, without its author and time."""
    return entry.get("text", entry.get("value", entry)) if isinstance(entry, dict) else entry


def effective(entries: Sequence[object], rule: Derived | None) -> int:
    """Which of the entries takes effect by a rule: the first that states the time that follows; -1 for none."""
    stated = [next(times(stated_in(each)), "") for each in entries]
    known = [each for each in stated if each]
    if not known or not isinstance(rule, Earliest | Latest):
        return -1
    return stated.index(min(known) if isinstance(rule, Earliest) else max(known))
