"""Chooses the editor of a declared field."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from icjims_core.declarations.schema import Field, Kind, Merge
from icjims_desktop.ui.fields.base import FieldEditor, FormContext
from icjims_desktop.ui.fields.choice import FEW, CodePicker, FewChoices, entries_of, entry_text
from icjims_desktop.ui.fields.composite import SignatureEditor, StatementEditor
from icjims_desktop.ui.fields.dates import DateEditor, TimestampEditor
from icjims_desktop.ui.fields.directory import OFFICE, DirectoryEditor, OfficeEditor
from icjims_desktop.ui.fields.files import FileEditor
from icjims_desktop.ui.fields.reference import RefEditor
from icjims_desktop.ui.fields.several import SIDE_BY_SIDE, AppendEditor, ManyChoices, SetEditor
from icjims_desktop.ui.fields.text import LineEditor, MoneyEditor, RichEditor


def make_editor(field: Field, context: FormContext) -> FieldEditor:
    """The editor for a field's kind and way of merging."""
    if field.kind is Kind.FILE:
        return FileEditor(field, context)
    if field.merge is Merge.SET:
        if field.kind is Kind.CODE and len(entries_of(field)) <= SIDE_BY_SIDE:
            return ManyChoices(field, _today(context))
        inner = _make_single(replace(field, merge=Merge.REGISTER), context)
        return SetEditor(field, inner, _namer(field, context))
    if field.merge is Merge.APPEND:
        return AppendEditor(field, _make_single(replace(field, merge=Merge.REGISTER), context))
    return _make_single(field, context)


def _today(context: FormContext) -> str:
    return context.now().date().isoformat()


def _make_single(field: Field, context: FormContext) -> FieldEditor:
    if field.picked_from == OFFICE:
        return OfficeEditor(field, context)
    if field.picked_from is not None:
        return DirectoryEditor(field, context)
    if field.kind in _ASKING:
        return _ASKING[field.kind](field, context)
    match field.kind:
        case Kind.RICH:
            return RichEditor(field)
        case Kind.MONEY:
            return MoneyEditor(field)
        case Kind.BOOL | Kind.TRI:
            return FewChoices(field, _today(context))
        case Kind.CODE:
            return (FewChoices if len(entries_of(field)) <= FEW else CodePicker)(field, _today(context))
        case _:
            return LineEditor(field)


_ASKING: Mapping[Kind, Callable[[Field, FormContext], FieldEditor]] = {
    Kind.DATE: DateEditor,
    Kind.TIMESTAMP: TimestampEditor,
    Kind.STATEMENT: StatementEditor,
    Kind.SIGNATURE: SignatureEditor,
    Kind.REF: RefEditor,
}
"""Editors that ask the form's surroundings."""


def _namer(field: Field, context: FormContext) -> Callable[[object], str]:
    def say_code(member: object) -> str:
        found = {entry.code: entry_text(field, entry) for entry in entries_of(field)}
        return found.get(str(member), str(member))

    def say_reference(member: object) -> str:
        return context.name_of(field.target or "", str(member)) or str(member)

    def say_text(member: object) -> str:
        return str(member)

    return {Kind.CODE: say_code, Kind.REF: say_reference}.get(field.kind, say_text)
