"""What the rules find in a case, as a code with parameters; the sentences stand in `codes/findings.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

from icjims_core import codes
from icjims_core.declarations.schema import RecordType
from icjims_core.law.references import cited
from icjims_core.modules import registry

_LANGUAGES: Final = ("ky", "ru", "en")
_NOBODY: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A contradiction, a gap or a reason why not.

    `params` are plain texts by name: `step` the id of a record, `type` a record type, `field` one of its fields,
    `fields` several, as `field` or `field.field`, separated by commas, `state` a code of `states`. `article` is cited
    as in `CPC 153(1)`; `verified` when its text was read and says so.
    """

    code: str
    params: tuple[tuple[str, str], ...] = ()
    article: str = ""
    verified: bool = False

    def param(self, name: str) -> str:
        """A parameter by its name; empty where there is none."""
        return dict(self.params).get(name, "")


class Citation(NamedTuple):
    """An article, and whether its text was read there."""

    article: str = ""
    verified: bool = False


def finding(code: str, citation: Citation = Citation(), /, **params: str) -> Finding:  # noqa: B008 - a constant
    """A finding with these parameters."""
    return Finding(code, tuple(sorted(params.items())), *citation)


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    file = resources.files("icjims_core.codes") / "findings.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def finding_codes() -> frozenset[str]:
    """Every code that has sentences."""
    return frozenset(_texts())


def finding_text(found: Finding, language: str, names: Mapping[str, str] = _NOBODY) -> str:
    """The sentence in `ky`, `ru` or `en` (any other language reads Russian), with the article it rests on.

    `names`: what persons are called, by the ids of their records.
    """
    language = language if language in _LANGUAGES else "ru"
    values = _Words({name: _word(name, value, dict(found.params), language) for name, value in found.params})
    if "person" in values:
        values["person"] = names.get(values["person"], values["person"])
    sentence = _texts()[found.code][language].format_map(values)
    return f"{sentence} ({cited(found.article, language)})" if found.article else sentence


def _word(name: str, value: str, params: Mapping[str, str], language: str) -> str:
    """A parameter as people read it: types and fields by their labels, states and roles by their lists."""
    declared = registry().get(params.get("type", ""))
    if name in ("type", "other_type"):
        return _type_label(value, params.get("other_field", "") if name == "other_type" else "", language)
    if name == "field" and declared is not None and value in declared.by_name:
        return declared.by_name[value].label.text(language)
    if name == "fields" and declared is not None:
        return "; ".join(_path_label(declared, each, language) for each in value.split(","))
    if name in ("state", "other_state"):
        return codes.code_list(params.get("states", "case_stage")).label(value, language)
    if name == "role":
        return codes.code_list("role").label(value, language)
    return value


def field_labels(found: Finding, language: str) -> str:
    """What the fields that a finding names in `fields` are called, in one line."""
    return _word("fields", found.param("fields"), dict(found.params), language)


def _path_label(declared: RecordType, path: str, language: str) -> str:
    """What a field is called, or of `field.field` both: the one that refers, and the one in the record referred to."""
    name, _, further = path.partition(".")
    field = declared.by_name[name]
    label = field.label.text(language)
    return f"{label}: {_path_label(registry()[field.target or ''], further, language)}" if further else label


def _type_label(type_name: str, field: str, language: str) -> str:
    """What records of a type are called, and the field of it that is meant."""
    declared = registry().get(type_name)
    if declared is None:
        return type_name
    label = declared.label.text(language)
    return f"{label}: {declared.by_name[field].label.text(language)}" if field in declared.by_name else label


class _Words(dict[str, str]):
    """Parameters by name; one that a finding does not carry reads as a dash."""

    def __missing__(self, key: str) -> str:
        return "—"
