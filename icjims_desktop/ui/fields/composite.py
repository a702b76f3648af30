"""Editors of values made of parts: a stated time with its source, and a participant's signature."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from icjims_core.declarations.schema import Field, Kind
from icjims_core.declarations.stored_forms import UNSOURCED
from icjims_core.law.references import citation
from icjims_desktop.ui.attachments.data import StoredFile
from icjims_desktop.ui.components.base import column, row
from icjims_desktop.ui.components.choice_box import ChoiceBox
from icjims_desktop.ui.fields.base import FieldEditor, FormContext
from icjims_desktop.ui.fields.choice import CodePicker, FewChoices
from icjims_desktop.ui.fields.dates import TimestampEditor
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.theme import theme

REFUSED, WET_INK = "refused", "wet_ink"


def part_of(field: Field, name: str, kind: Kind, codes: str | None = None) -> Field:
    """A part of a composite value as a field of its own, whose widgets have names of their own."""
    return Field(f"{field.name}_{name}", kind, codes=codes)


class CompositeEditor(FieldEditor):
    """Several small editors, one value: a map of what is filled in."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._parts: dict[str, FieldEditor] = {}

    def add_parts(self, parts: Mapping[str, FieldEditor]) -> None:
        """Follow these editors."""
        self._parts = dict(parts)
        for editor in parts.values():
            editor.changed.connect(self._on_part)
            editor.entered.connect(self.entered)
            editor.left.connect(self.left)

    def raw(self) -> object:
        """What is filled in, by part; nothing where nothing is."""
        found = {name: each.raw() for name, each in self._parts.items()}
        filled = {name: value for name, value in found.items() if value not in (None, "")}
        return self.composed(filled)

    def composed(self, filled: dict[str, object]) -> object:
        """The value of these parts."""
        return filled or None

    def show_value(self, value: object) -> None:
        """Show the parts of a stored value."""
        stated = value if isinstance(value, Mapping) else {"at": value} if value else {}
        for name, each in self._parts.items():
            each.show_value(stated.get(name))

    def show_typed(self, raw: object) -> None:
        """Show the parts as they were typed."""
        stated = raw if isinstance(raw, Mapping) else {"at": raw} if raw else {}
        for name, each in self._parts.items():
            each.show_typed(stated.get(name))

    def inputs(self) -> Sequence[QWidget]:
        """The inputs of every part, in order."""
        return tuple(widget for each in self._parts.values() for widget in each.inputs())

    def shown(self) -> str:
        """What is entered, part by part."""
        return ", ".join(text for each in self._parts.values() if (text := each.shown()))

    def set_read_only(self, *, read_only: bool) -> None:
        """Show without letting it change."""
        for each in self._parts.values():
            each.set_read_only(read_only=read_only)

    def part_words(self, part: str) -> str:
        """What a part is called: by the field and by what it is."""
        return f"{self.label()}: {part}"

    def retranslate_parts(self) -> None:
        """Say the parts after their headings were set."""
        for each in self._parts.values():
            each.say_again()

    def _on_part(self) -> None:
        self.changed.emit()

    def _retranslate(self) -> None:
        """The parts name their own inputs."""


class PlainLine(FieldEditor):
    """One short line of a composite value."""

    def __init__(self, field: Field, width: int) -> None:
        super().__init__(field)
        self.edit = QLineEdit()
        self.edit.setObjectName(f"edit_{field.name}")
        self.edit.setMaxLength(300)
        self.edit.setMinimumWidth(theme.px(120))
        self.edit.setMaximumWidth(theme.px(width))
        line = row([self.edit], self)
        line.addStretch(1)
        line.setStretch(0, 100)
        self.edit.textEdited.connect(self.changed)
        self.watch(self.edit)
        self._retranslate()

    def raw(self) -> object:
        """The typed text."""
        return self.edit.text().strip()

    def show_value(self, value: object) -> None:
        """Show the stored text."""
        self.edit.setText("" if value is None else str(value))

    def inputs(self) -> Sequence[QWidget]:
        """The line."""
        return (self.edit,)

    def _retranslate(self) -> None:
        self.edit.setPlaceholderText(self.label().rpartition(": ")[2])
        super()._retranslate()


class StatementEditor(CompositeEditor):
    """A time, where it is known from, and who states it."""

    def __init__(self, field: Field, context: FormContext) -> None:
        super().__init__(field)
        self._at = TimestampEditor(part_of(field, "at", Kind.TIMESTAMP), context)
        today = context.now().date().isoformat()
        self._source = CodePicker(part_of(field, "source", Kind.CODE, "time_source"), today)
        self._source.edit.setMinimumWidth(theme.px(180))
        self._by = PlainLine(part_of(field, "by", Kind.TEXT), 520)
        column([self._at, self._source, self._by], self, 6)
        self.add_parts({"at": self._at, "source": self._source, "by": self._by})
        self._at.heading = lambda: self.part_words(self.tr("time stated"))
        self._source.heading = lambda: self.part_words(self.tr("where the time is known from"))
        self._by.heading = lambda: self.part_words(self.tr("who states it"))
        self.retranslate_parts()

    def composed(self, filled: dict[str, object]) -> object:
        """A source or a name alone states no time yet, and is kept as it is."""
        if "at" in filled and "source" not in filled:
            return {**filled, "source": UNSOURCED}
        return filled or None


class SignatureEditor(CompositeEditor):
    """How a participant signed: on paper with a scan, electronically, or refused with the reason."""

    def __init__(self, field: Field, context: FormContext) -> None:
        super().__init__(field)
        self._context = context
        today = context.now().date().isoformat()
        self._method = FewChoices(part_of(field, "method", Kind.CODE, "signature_method"), today)
        self._who = PlainLine(part_of(field, "capacity", Kind.TEXT), 520)
        self._at = TimestampEditor(part_of(field, "at", Kind.TIMESTAMP), context)
        self._reason = PlainLine(part_of(field, "reason", Kind.TEXT), 520)
        self._scan = ScanPicker(part_of(field, "scan", Kind.TEXT), context)
        column([self._method, self._who, self._at, self._reason, self._scan], self, 6)
        self.add_parts(
            {
                "method": self._method,
                "capacity": self._who,
                "at": self._at,
                "reason": self._reason,
                "scan": self._scan,
            }
        )
        self._method.heading = lambda: self.part_words(self.tr("how it was signed"))
        self._who.heading = lambda: self.part_words(self.tr("who signed, in what capacity"))
        self._at.heading = lambda: self.part_words(self.tr("when it was signed"))
        self._reason.heading = lambda: self.part_words(self._reason_words())
        self._scan.heading = lambda: self.part_words(self.tr("scan of the signed paper"))
        self._fit()
        self.retranslate_parts()

    def _reason_words(self) -> str:
        return self.tr("reason of the refusal, {article}").format(
            article=citation("CPC", "171", languages.current.value)
        )

    def composed(self, filled: dict[str, object]) -> object:
        """A reason belongs to a refusal, a scan to a signature on paper."""
        method = filled.get("method")
        if method != REFUSED:
            filled.pop("reason", None)
        if method != WET_INK:
            filled.pop("scan", None)
        return filled or None

    def show_value(self, value: object) -> None:
        """Show a stored signature."""
        super().show_value(value)
        self._fit()

    def show_typed(self, raw: object) -> None:
        """Show a signature as it was being entered."""
        super().show_typed(raw)
        self._fit()

    def set_read_only(self, *, read_only: bool) -> None:
        """Show without letting it change."""
        super().set_read_only(read_only=read_only)
        self._fit()

    def _on_part(self) -> None:
        self._fit()
        super()._on_part()

    def _fit(self) -> None:
        """Ask only for what belongs to the way of signing."""
        method = self._method.raw()
        self._reason.setVisible(method == REFUSED)
        self._scan.setVisible(method == WET_INK and self._scan.has_files())


class ScanPicker(FieldEditor):
    """One of the files that are attached to the same record, or none."""

    def __init__(self, field: Field, context: FormContext) -> None:
        super().__init__(field)
        self._context = context
        self.box = ChoiceBox(f"edit_{field.name}", 18)
        self.box.setMaximumWidth(theme.px(420))
        row([self.box, None], self)
        self._fill(())
        self.box.activated.connect(lambda _at: self.changed.emit())
        self.watch(self.box)
        self._fill(context.files() if context.files is not None else ())

    def has_files(self) -> bool:
        """Whether there is anything to choose."""
        return self.box.count() > 1

    def raw(self) -> object:
        """The SHA-256 of the chosen file."""
        return self.box.currentData()

    def show_value(self, value: object) -> None:
        """Choose the stored file; one that is not attached any more is shown by its sum."""
        at = max(self.box.findData(value), 0)
        if value and not at:
            self.box.addItem(str(value)[:12], value)
            at = self.box.count() - 1
        self.box.setCurrentIndex(at)

    def inputs(self) -> Sequence[QWidget]:
        """The list."""
        return (self.box,)

    def shown(self) -> str:
        """The name of the chosen file."""
        return self.box.currentText() if self.box.currentData() else ""

    def _retranslate(self) -> None:
        self.box.setItemText(0, f"{self.label().rpartition(': ')[2]}: —")
        super()._retranslate()

    def _fill(self, files: Sequence[StoredFile]) -> None:
        self.box.clear()
        self.box.addItem("—", None)
        for each in files:
            self.box.addItem(each.name, each.sha256)
