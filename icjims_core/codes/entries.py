"""Classification lists as they are read from data: codes with their labels, dates and parents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from icjims_core.declarations.words import Label

LANGUAGES: Final[tuple[str, ...]] = ("ky", "ru", "en")


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


def read_list(name: str, document: Mapping[str, object]) -> CodeList:
    """A list from its TOML document; raises `KeyError`, `TypeError` or `ValueError` for what is none."""
    common = frozenset(str(each) for each in _texts(document.get("unverified", [])))
    rows = document["entries"]
    if not isinstance(rows, list):
        raise TypeError("entries")
    entries = [_entry(each, common) for each in rows]
    found = MappingProxyType({each.code: each for each in entries})
    if len(found) != len(entries):
        raise ValueError(f"a code stands twice in the list {name}")
    return CodeList(name, str(document["edition"]), str(document["source"]), found)


def _entry(row: Mapping[str, object], common: frozenset[str]) -> CodeEntry:
    known = dict(row)
    texts = {language: str(known.pop(language, "")) for language in LANGUAGES}
    missing = frozenset(language for language, text in texts.items() if not text)
    label = Label(texts["ky"] or texts["ru"], texts["ru"], texts["en"] or texts["ru"])
    own = known.pop("unverified", None)
    unverified = common if own is None else frozenset(str(each) for each in _texts(own))
    return CodeEntry(label=label, unverified=unverified | missing, missing=missing, **known)  # type: ignore[arg-type]


def _texts(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def laid_over(upper: CodeList, lower: CodeList) -> CodeList:
    """The codes of the upper list, and behind them those that only the lower one has."""
    entries = {**upper.entries, **{code: each for code, each in lower.entries.items() if code not in upper.entries}}
    return CodeList(upper.name, upper.edition, upper.source, MappingProxyType(entries))
