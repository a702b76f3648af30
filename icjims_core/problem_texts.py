"""The sentences of known failures: what happened, what it means, what is safe, what to do."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

from icjims_core import codes
from icjims_core.declarations.schema import RecordType
from icjims_core.law.references import cited
from icjims_core.modules import registry
from icjims_core.problem import Parameter, Problem

LANGUAGES: Final = ("ky", "ru", "en")


class Parts(NamedTuple):
    """A problem told to a person, in the order in which it is read."""

    happened: str
    means: str
    safe: str
    todo: str


@cache
def _texts() -> Mapping[str, Mapping[str, object]]:
    file = resources.files("icjims_core.codes") / "problems.toml"
    found: Mapping[str, Mapping[str, object]] = tomllib.loads(file.read_text(encoding="utf-8"))
    return found


def known_codes() -> frozenset[str]:
    """Every code that has its own sentences; `invalid.RULE` are the rules of validation."""
    return frozenset(each for each in _texts() if not each.startswith("_"))


def problem_parts(problem: Problem, language: str, *, with_codes: bool = False) -> Parts:
    """The four sentences in `ky`, `ru` or `en`; any other language reads Russian.

    Entries of lists are told by their labels, `with_codes` (for whoever types them) with their codes in brackets. A
    code without sentences of its own reads as the general ones, with code and parameters.
    """
    language = language if language in LANGUAGES else "ru"
    texts = _texts()
    rule = f"{problem.code}.{problem.params.get('rule')}"
    text = texts.get(rule) or texts.get(problem.code) or texts["_unknown"]
    values = _params(problem, language, with_codes=with_codes)
    rule_text = texts.get(f"invalid.{problem.params.get('rule')}")
    values["rule_text"] = _lines(rule_text[language])[0].format_map(values) if rule_text else ""
    happened, *means, todo = (each.format_map(values) for each in _lines(text[language]))
    meaning = means[0] if means else str(texts["_rule"][language])
    safe = texts["_safe"][f"{text.get('safe', 'unchanged')}_{language}"]
    return Parts(happened, meaning, str(safe), todo)


def _params(problem: Problem, language: str, *, with_codes: bool) -> _Params:
    """The parameters as the sentences name them: fields and types by their labels, nothing as a dash."""
    values = _Params(code=problem.code, params=str(problem))
    values.update((name, each) for name, each in problem.params.items() if each is not None)
    for name in ("field", "other"):
        if name in values:
            declared = _label(problem.params.get("type"), str(values[name]), language)
            values[name] = declared or values[name]
    if values.get("member") and with_codes:
        values["field"] = f"{values['field']}: {values['member']}"
    if "nearest" in values:
        values["nearest"] = _entries(values, language, with_codes=with_codes) or "—"
    known = registry().get(str(problem.params.get("type")))
    if known is not None:
        values["type"] = known.label.text(language)
    if values.get("unit") and known is not None:
        values["unit"] = _unit_label(known, str(values["unit"]), language)
    if values.get("role"):
        values["role"] = ", ".join(_role_label(each, language) for each in str(values["role"]).split())
    if values.get("article"):
        values["article"] = cited(str(values["article"]), language)
    return values


def _entries(values: Mapping[str, Parameter], language: str, *, with_codes: bool) -> str:
    """The codes of `nearest`, separated by commas, by their labels in the list that is named."""
    near = [each for each in str(values["nearest"]).split(", ") if each]
    name = str(values.get("list") or "")
    labels = {each: codes.code_list(name).label(each, language) if name else each for each in near}
    return ", ".join(f"{labels[each]} ({each})" if with_codes else labels[each] for each in near)


def _role_label(role: str, language: str) -> str:
    return codes.code_list("role").label(role, language)


def _unit_label(declared: RecordType, unit: str, language: str) -> str:
    """The labels of the fields that one value is made of; the unit itself where it has none."""
    fields = [each.label.text(language) for each in declared.fields if unit in (each.unit, each.name)]
    return ", ".join(fields) or unit


def _label(type_name: Parameter, field: str, language: str) -> str | None:
    """The label of a field of this type; where no type is named, one that all who declare it agree on."""
    every = registry().values()
    types = [each for each in every if type_name in (None, each.name)]
    found = {each.by_name[field].label.text(language) for each in types if field in each.by_name}
    if found:
        return found.pop() if len(found) == 1 else None
    return next((_unit_label(each, field, language) for each in types if field in each.by_unit), None)


def _lines(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def problem_text(problem: Problem, language: str) -> str:
    """The four sentences as one paragraph, for who works with codes."""
    return " ".join(each for each in problem_parts(problem, language, with_codes=True) if each)


class _Params(dict[str, Parameter]):
    """Parameters by name; one that the problem does not carry reads as a dash."""

    def __missing__(self, key: str) -> str:
        return "—"
