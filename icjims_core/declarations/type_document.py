"""A declared record type as programs outside read it (docs/cli.md, `types`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from icjims_core import codes
from icjims_core.deadlines.rules import rules_in_force
from icjims_core.declarations.schema import (
    AllOf,
    AnyOf,
    Blank,
    Condition,
    Equals,
    Field,
    Filled,
    Kind,
    OneOf,
    RecordType,
)
from icjims_core.declarations.words import Label
from icjims_core.modules import module_of
from icjims_core.workflow.transitions import transitions_of

_ALWAYS = "clerk"
"""The role that may create every type that its office records."""
_LIST_OF_KIND: Final[Mapping[Kind, str]] = {Kind.TRI: "tri", Kind.STATEMENT: "time_source"}
"""The list of the codes of a kind that is the same in every field; of a statement that of its member `source`."""


def type_document(declared: RecordType) -> dict[str, object]:
    """The entry of a record type under `types`: plain values, ready for JSON."""
    roles = declared.roles if _ALWAYS in declared.roles else (*declared.roles, _ALWAYS)
    return {
        "name": declared.name,
        "module": module_of(declared.name),
        "version": declared.version,
        "label": label_document(declared.label),
        "roles": list(roles),
        "case": declared.in_case and not declared.heads_case,
        "sections": [{"name": each.name, "label": label_document(each.label)} for each in declared.sections],
        "fields": [field_document(each) for each in declared.fields],
        "transitions": transitions_of(declared.name),
        "deadlines": list(rules_in_force().of_type(declared.name)),
    } | _handling(declared)


def _handling(declared: RecordType) -> dict[str, object]:
    """How records of the type are made, signed and sealed; keys that do not apply are absent."""
    found: dict[str, object] = {"purpose": declared.purpose}
    if declared.signing is not None:
        found["signing"] = {
            "edition": declared.signing.edition,
            "by": list(declared.signing.by),
            "countersigned_by": [list(each) for each in declared.signing.countersigned_by],
        }
    if declared.command:
        found["command"] = declared.command
    if declared.sealed:
        found["sealed"] = declared.sealed
    return found


def field_document(field: Field) -> dict[str, object]:
    """The entry of a field; keys that do not apply are absent."""
    document: dict[str, object] = {
        "name": field.name,
        "unit": field.unit,
        "label": label_document(field.label),
        "kind": field.kind.value,
        "merge": field.merge.value,
        "required": field.required,
        "writable": field.writable,
        "section": field.section,
    }
    if field.required_when is not None:
        document["required_when"] = condition_document(field.required_when)
    if field.limit is not None:
        document["max_length"] = field.limit
    for name in ("pattern", "minimum", "maximum", "not_before", "target"):
        if getattr(field, name) is not None:
            document[name] = getattr(field, name)
    if field.not_future:
        document["not_future"] = True
    list_ = field.codes or _LIST_OF_KIND.get(field.kind)
    if list_ is not None:
        listed = codes.code_list(list_)
        document["code_list"] = listed.name
        document["codes"] = [each.code for each in listed.entries.values() if not each.valid_to]
    return document


def label_document(label: Label) -> dict[str, str]:
    """The three languages by their codes."""
    return {"ky": label.ky, "ru": label.ru, "en": label.en}


def condition_document(condition: Condition) -> dict[str, object]:
    """`field` with `equals`, `one_of` or `filled`; or `any_of` or `all_of` with several conditions."""
    match condition:
        case Equals(name, value):
            return {"field": name, "equals": value}
        case OneOf(name, several):
            return {"field": name, "one_of": list(several)}
        case Filled(name):
            return {"field": name, "filled": True}
        case Blank(name):
            return {"field": name, "filled": False}
        case AnyOf(conditions):
            return {"any_of": [condition_document(each) for each in conditions]}
        case AllOf(conditions):
            return {"all_of": [condition_document(each) for each in conditions]}
