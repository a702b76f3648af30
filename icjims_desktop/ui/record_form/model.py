"""Judging a form: normalises what is typed and names what is to mend or still empty."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import cast

from icjims_core.declarations.derived import with_derived
from icjims_core.declarations.schema import Earliest, Field, Latest, Merge, RecordType, Section, holds
from icjims_core.declarations.validation import Flaw, read_values, validate
from icjims_core.declarations.words import Words
from icjims_core.encoding import Value
from icjims_core.problem import Refused
from icjims_core.problem_texts import problem_parts
from icjims_desktop.ui.i18n.dates import parse_date
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.record_form.data import FieldProblem, FormData, Judgement
from icjims_desktop.ui.wording import unwrapped

PlacedSection = tuple[Section, tuple[Field, ...]]


def sections_of(declared: RecordType) -> tuple[PlacedSection, ...]:
    """The sections in the order of the paper with the fields a person may write.

    Fields of no section stand first, under the name of the record type.
    """
    own = Section("", Words(declared.label), declared.source)
    known = {section.name for section in declared.sections}
    placed: list[PlacedSection] = []
    for section in (own, *declared.sections):
        name = section.name
        fields = tuple(
            each
            for each in declared.fields
            if each.writable and (each.section == name or (not name and each.section not in known))
        )
        if fields:
            placed.append((section, fields))
    return tuple(placed)


def derived_from(field: Field, name: str) -> bool:
    """Whether a field is the earliest or the latest of what another one states."""
    return isinstance(field.derived, Earliest | Latest) and field.derived.of == name


def initial_raw(data: FormData) -> dict[str, object]:
    """What the editors of a form would give before anybody touches them; disputed fields are left out."""
    found: dict[str, object] = {}
    for each in data.declared.fields:
        if each.writable and each.name not in data.disputed:
            empty: object = [] if each.merge in (Merge.SET, Merge.APPEND) else None
            stored = empty if each.merge is Merge.APPEND else data.values.get(each.name, empty)
            found[each.name] = data.typed.get(each.name, stored)
    return found


def judge(
    declared: RecordType,
    raw: Mapping[str, object],
    now: datetime,
    language: str,
    disputed: frozenset[str] = frozenset(),
    recorded: Mapping[str, object] | None = None,
) -> Judgement:
    """Judge a whole form at the aware time `now`; sentences in `language`. Disputed fields are not judged.

    `recorded` are the values that stand: what is only added to is judged with what was added before.
    """
    values: dict[str, object] = {}
    problems: dict[str, FieldProblem] = {}
    for name, given in raw.items():
        try:
            values.update(read_values(declared, {name: given}))
        except Refused as refused:
            problems[name] = _problem(refused, declared, language, given)
    whole = values | {
        each.name: [*_entries((recorded or {}).get(each.name)), *_entries(values.get(each.name))]
        for each in declared.fields
        if each.merge is Merge.APPEND
    }
    flaws = [each for each in validate(declared, whole, now=now) if each.field not in disputed]
    empty = tuple(flaw.field for flaw in flaws if flaw.rule == "required" and flaw.field not in problems)
    for flaw in flaws:
        if flaw.rule != "required" and flaw.field not in problems:
            problems[flaw.field] = _problem(_refusal(flaw), declared, language)
    return Judgement(values, problems, empty, _needed(declared, whole))


def _needed(declared: RecordType, values: Mapping[str, object]) -> frozenset[str]:
    """The fields that must be filled, always or because of what the others say."""
    known = with_derived(declared, cast("Mapping[str, Value]", values))
    return frozenset(
        each.name
        for each in declared.fields
        if each.required or (each.required_when is not None and holds(each.required_when, known))
    )


def _entries(value: object) -> list[object]:
    plain = unwrapped(value)
    return plain if isinstance(plain, list) else []


def _refusal(flaw: Flaw) -> Refused:
    return Refused("invalid", field=flaw.field, rule=flaw.rule, **flaw.params)


def _in_the_form(rule: str, field: Field | None, given: object, language: str) -> str:
    """What is to be done, as the form takes it; empty where its sentences say so already."""
    if rule == "timestamp":
        text = given.get("at") if isinstance(given, Mapping) else given
        if parse_date(str(text or ""), date(2000, 1, 1)) is not None:
            return translate("RecordForm", "Enter the time too, for example 15:05.")
        return translate("RecordForm", "Enter day and time like this: 24.11, 15:05.")
    if rule == "date":
        return translate("RecordForm", "Enter the day like this: 24.11.2026.")
    return field.help.text(language) if rule == "pattern" and field is not None and field.help is not None else ""


def _problem(refused: Refused, declared: RecordType, language: str, given: object = None) -> FieldProblem:
    name = str(refused.params.get("field", ""))
    params = dict(refused.params)
    for key in ("field", "other"):
        known = declared.by_name.get(str(params.get(key)))
        if known is not None:
            params[key] = known.label.text(language)
    todo = _in_the_form(str(refused.params.get("rule")), declared.by_name.get(name), given, language)
    parts = problem_parts(Refused(refused.code, **params), language)
    return FieldProblem(name, parts.happened, todo or parts.todo or parts.means)
