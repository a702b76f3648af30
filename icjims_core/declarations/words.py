"""The words of forms in three languages, read from the TOML file that stands beside each module of declarations."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, NamedTuple, Protocol, cast

RECORD: Final = "record"
"""The entry of a file that names the record type itself; the others are sections with their fields."""
SHARED_HELP: Final = f"{__package__}.shared_help"
"""The file of the helps that several fields show; an entry names one of them in place of a text of its own."""
_LANGUAGES: Final = {"ky": ("кыргызском", "Kyrgyz"), "ru": ("русском", "Russian"), "en": ("английском", "English")}

Table = Mapping[str, object]


class Label(NamedTuple):
    """A text in the three languages of the product; a missing language is a type error."""

    ky: str
    ru: str
    en: str

    def text(self, language: str) -> str:
        """The text in `ky`, `ru` or `en`; any other language reads Russian."""
        return {"ky": self.ky, "ru": self.ru, "en": self.en}.get(language, self.ru)


class WordsSource(Protocol):
    """Where a declaration finds its words."""

    def of(self, name: str) -> Words:
        """The words of what has this name."""

    def within(self, section: str, names: Collection[str]) -> WordsSource:
        """The source for the fields of a section, which are these."""


class Words(NamedTuple):
    """What is said of a record type, a section or a field; a source of its own, where it is given outright."""

    label: Label
    help: Label | None = None
    """What a field tells while it is filled in."""
    sentence: Label = Label("", "", "")
    """The line that tells of a record in a timeline."""

    def of(self, name: str) -> Words:  # noqa: ARG002  # given outright, whatever the name
        """These words."""
        return self

    def within(self, section: str, names: Collection[str]) -> Words:  # noqa: ARG002  # nothing is said of them
        """None for the fields of a section: where its heading is given outright, they bring their own."""
        return UNSAID if section else self


UNSAID: Final = Words(Label("", "", ""))
"""No words: those of the section are taken."""


@dataclass(frozen=True, slots=True)
class WordsBeside:
    """The words in the file beside a module, by the `__name__` of the module; they are read when first asked for.

    `section` is the part of the file that is meant, empty for its record type and headings. `names` are the entries
    that this part must have, neither more nor fewer; where there are none, any may be there.
    """

    module: str
    section: str = ""
    names: frozenset[str] = frozenset()

    def of(self, name: str) -> Words:
        """The words of this entry; a `ValueError` names the file and the entry that is missing or superfluous."""
        found = words_in(self.module).get(self.section, {})
        expected = self.names or {*found, name}
        if set(found) != expected:
            raise ValueError(f"{_file(self.module)}: {self._difference(found, expected)}")
        return found[name]

    def within(self, section: str, names: Collection[str]) -> WordsBeside:
        """The words of the fields of this section, which must be these."""
        return WordsBeside(self.module, section, frozenset(names))

    def _difference(self, found: Collection[str], expected: Collection[str]) -> str:
        part = f"{self.section}." if self.section else ""
        missing = [f"[{part}{each}]: нет записи / is missing" for each in sorted({*expected} - {*found})]
        surplus = [
            f"[{part}{each}]: в форме такого нет / is not in the form" for each in sorted({*found} - {*expected})
        ]
        return "; ".join((*missing, *surplus))


@cache
def words_in(module: str) -> Mapping[str, Mapping[str, Words]]:
    """The file beside a module: section → field → words; the record type and the headings stand under no section.

    A `ValueError` names the file, the entry and the language of the first thing that is wrong.
    """
    package, _, stem = module.rpartition(".")
    text = (resources.files(package) / f"{stem}.toml").read_text(encoding="utf-8")
    try:
        return _sections(tomllib.loads(text))
    except ValueError as error:
        raise ValueError(f"{_file(module)}: {error}") from error


def _file(module: str) -> str:
    return f"{module.replace('.', '/')}.toml"


def _sections(document: Table) -> Mapping[str, Mapping[str, Words]]:
    headings: dict[str, Words] = {}
    found: dict[str, Mapping[str, Words]] = {"": headings}
    for name, value in document.items():
        table = _table(name, value)
        if name == RECORD:
            headings[name] = _of_record(table)
            continue
        fields = {key: each for key, each in table.items() if isinstance(each, dict)}
        headings[name] = Words(_label(name, {key: each for key, each in table.items() if key not in fields}))
        found[name] = {key: _of_field(f"{name}.{key}", each) for key, each in fields.items()}
    return found


def _of_record(table: Table) -> Words:
    label = {key: each for key, each in table.items() if key != "sentence"}
    path = f"{RECORD}.sentence"
    return Words(_label(RECORD, label), sentence=_label(path, _table(path, table.get("sentence", {}))))


def _of_field(path: str, table: Table) -> Words:
    label = _label(path, {key: each for key, each in table.items() if key != "help"})
    told = table.get("help")
    if told is None:
        return Words(label)
    if isinstance(told, str):
        return Words(label, WordsBeside(SHARED_HELP).of(told).label)
    return Words(label, _label(f"{path}.help", _table(f"{path}.help", told)))


def _label(path: str, table: Table) -> Label:
    strange = ", ".join(sorted(table.keys() - _LANGUAGES))
    if strange:
        raise ValueError(f"[{path}]: лишнее / superfluous: {strange}")
    for language, (russian, english) in _LANGUAGES.items():
        text = table.get(language)
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"[{path}]: нет текста на {russian} языке / no text in {english} ({language})")
    return Label(**cast("Mapping[str, str]", table))


def _table(path: str, value: object) -> Table:
    if not isinstance(value, dict):
        raise ValueError(f"[{path}]: это не запись / is no entry")  # noqa: TRY004  # all faults of a file are told alike
    return value
