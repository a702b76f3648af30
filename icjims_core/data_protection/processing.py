"""The register of processing activities, computed from the declarations (Directive (EU) 2016/680, art. 24)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from icjims_core import codes
from icjims_core.data_protection.impact import assessments
from icjims_core.data_protection.retention import RetentionClass, retention
from icjims_core.declarations.schema import RecordType, Sensitivity, Source
from icjims_core.declarations.words import Label
from icjims_core.law.references import dc
from icjims_core.modules import module_of, registry

EXCEPTION: Final = dc("79(2)(8), 79(2)(9)")
"""Under which special categories are processed: justice, and the prosecution of crime and execution of penalties."""


@dataclass(frozen=True, slots=True)
class Activity:
    """Everything that is processed for one purpose.

    `acts`: the laws that it rests on; `special`: fields of special categories as
    `type.field`, processed under the `exception`; `writers`: roles that
    record; `categories`: of persons; `assessments`: editions of the impact assessment that cover it.
    """

    purpose: str
    label: Label
    types: tuple[str, ...]
    acts: tuple[str, ...]
    special: tuple[str, ...]
    exception: Source
    sealed: tuple[str, ...]
    writers: tuple[str, ...]
    categories: tuple[str, ...]
    kept: tuple[RetentionClass, ...]
    assessments: tuple[str, ...]


def activities() -> tuple[Activity, ...]:
    """One activity for each purpose that a record type declares, in the order of the list of purposes."""
    by_purpose: dict[str, list[RecordType]] = {}
    for declared in registry().values():
        by_purpose.setdefault(declared.purpose, []).append(declared)
    return tuple(
        _activity(entry.code, entry.label, by_purpose[entry.code])
        for entry in codes.code_list("purpose").entries.values()
        if entry.code in by_purpose
    )


def _activity(purpose: str, label: Label, types: list[RecordType]) -> Activity:
    names = {each.name for each in types}
    fields = [(declared, each) for declared in types for each in declared.fields]
    sources = [each.source for each in types] + [each.source for _, each in fields]
    return Activity(
        purpose=purpose,
        label=label,
        types=tuple(sorted(names)),
        acts=tuple(sorted({each.act for each in sources if each is not None})),
        special=tuple(
            f"{declared.name}.{each.name}"
            for declared, each in fields
            if each.sensitivity is Sensitivity.SPECIAL_CATEGORY
        ),
        exception=EXCEPTION,
        sealed=tuple(sorted(each.name for each in types if each.sealed)),
        writers=tuple(sorted({role for each in types for role in each.roles})),
        categories=_categories(names),
        kept=tuple(each for each in retention().classes if purpose in each.purpose or names & set(each.types)),
        assessments=tuple(sorted({assessments().of(module_of(each)).edition for each in names})),
    )


def _categories(names: set[str]) -> tuple[str, ...]:
    """Categories of persons (art. 6): those of participants where the activity has any, else of the person alone."""
    if "participant" not in names:
        return ()
    return tuple(codes.code_list("person_category").entries)
