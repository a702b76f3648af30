"""Classification lists with labels in three languages, and the sentences of problems."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from icjims_core.codes.problems import problem_parts, problem_text
from icjims_core.schema import Label

__all__ = [
    "CodeEntry",
    "CodeList",
    "code_list",
    "gravity",
    "names",
    "problem_parts",
    "problem_text",
]

_LISTS: Final = f"{__name__}.lists"


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """One code of a list.

    `official` is the number or article by which the source names it; `parent` a code of this list
    or, where its source says so, of another. `valid_from` and `valid_to` are ISO dates, empty where
    open. `unverified` names what still needs a check (`ky`, `ru`, `en`, `iccs` …); `missing` the
    languages that borrow the Russian label.
    """

    code: str
    label: Label
    official: str = ""
    parent: str = ""
    valid_from: str = ""
    valid_to: str = ""
    unverified: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    iccs: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Of an article: its parts and the gravity of each (`N`, `L`, `T`, `O`)."""

    def in_force(self, date: str) -> bool:
        """Whether the code may be chosen for something of this ISO date."""
        return self.valid_from <= date and (not self.valid_to or date <= self.valid_to)


@dataclass(frozen=True, slots=True)
class CodeList:
    """A versioned list: `edition` dates or names its source's edition, `entries` keep its order."""

    name: str
    edition: str
    source: str
    entries: Mapping[str, CodeEntry]

    def __contains__(self, code: object) -> bool:
        return code in self.entries

    def label(self, code: str, language: str) -> str:
        """The label in `ky`, `ru` or `en`; a code that the list does not know is its own label."""
        entry = self.entries.get(code)
        return entry.label.text(language) if entry else code


@cache
def names() -> tuple[str, ...]:
    """The names of all lists, sorted."""
    files = (each.name for each in resources.files(_LISTS).iterdir())
    return tuple(sorted(each.removesuffix(".toml") for each in files if each.endswith(".toml")))


@cache
def code_list(name: str) -> CodeList:
    """The list of this name; a name that no file has is a `KeyError`."""
    if name not in names():
        raise KeyError(name)
    read = tomllib.loads((resources.files(_LISTS) / f"{name}.toml").read_text(encoding="utf-8"))
    common = frozenset(read.get("unverified", ()))
    entries = [_entry(each, common) for each in read["entries"]]
    found = MappingProxyType({each.code: each for each in entries})
    if len(found) != len(entries):
        raise ValueError(f"a code stands twice in the list {name}")
    return CodeList(name, read["edition"], read["source"], found)


def gravity(article: str, part: str) -> str | None:
    """Gravity of a part of an article of the Criminal Code: a code of `gravity`, or `None`.

    An article of one part has its gravity also without the part.
    """
    entry = code_list("criminal_code_article").entries.get(article)
    if entry is None:
        return None
    if not part and len(entry.parts) == 1:
        return next(iter(entry.parts.values()))
    return entry.parts.get(part)


def _entry(row: Mapping[str, object], common: frozenset[str]) -> CodeEntry:
    known = dict(row)
    texts = {language: str(known.pop(language, "")) for language in ("ky", "ru", "en")}
    missing = frozenset(language for language, text in texts.items() if not text)
    label = Label(texts["ky"] or texts["ru"], texts["ru"], texts["en"] or texts["ru"])
    own = known.pop("unverified", None)
    unverified = common if own is None else frozenset(str(each) for each in _texts(own))
    return CodeEntry(label=label, unverified=unverified | missing, missing=missing, **known)  # type: ignore[arg-type]


def _texts(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
