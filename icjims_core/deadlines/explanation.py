"""The steps of an explanation as sentences in Kyrgyz, Russian and English."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Final

from icjims_core.deadlines.counting import Unit
from icjims_core.deadlines.notes import Note, Parameter
from icjims_core.law.references import citation
from icjims_core.modules import registry

LANGUAGES: Final = ("ky", "ru", "en")

_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MOMENT: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)(:\d\d)?\+06:00")
_FREE: Final = frozenset({"reason", "article", "edition", "issue", "ky", "ru", "en", "name_ky", "name_ru", "name_en"})
"""Parameters that are texts of their own and are not read as times."""


def explain(notes: Iterable[Note], language: str) -> tuple[str, ...]:
    """A sentence for each step, in `ky`, `ru` or `en`; any other language reads Russian."""
    language = language if language in LANGUAGES else "ru"
    return tuple(_sentence(each, language) for each in notes)


def known_notes() -> frozenset[str]:
    """The codes of the steps that have words."""
    return frozenset(_words()["notes"])


@cache
def _words() -> Mapping[str, Mapping[str, Mapping[str, object]]]:
    file = resources.files("icjims_core.deadlines") / "explanation.toml"
    found: Mapping[str, Mapping[str, Mapping[str, object]]] = tomllib.loads(file.read_text(encoding="utf-8"))
    return found


def _sentence(note: Note, language: str) -> str:
    text = str(_words()["notes"][note.code][language])
    values = {name: _shown(name, value) for name, value in note.params.items()}
    params = note.params
    values["name"] = str(params.get(f"name_{language}") or params.get(language) or "")
    if "n" in params and "unit" in params:
        values["term"] = _term(int(params["n"]), str(params["unit"]), language)
    if note.code == "other_end":
        amount, _, unit = str(params["limit"]).partition(" ")
        values["term"] = _term(int(amount), unit, language) if unit else ""
        values["name"] = f"— {values['name']}." if values["name"] else ""
    if "type" in params:
        values["type"], values["field"] = _place(str(params["type"]), str(params.get("field", "")), language)
    if "act" in params:
        values["cited"] = citation(str(params["act"]), str(params["article"]), language)
    if note.code == "clock_uncertain":
        values["reason_text"] = _looked_up("reasons", str(params["reason"]), language)
    return text.format_map(values).replace(" (, ", " (").strip()


def _shown(name: str, value: Parameter) -> str:
    text = str(value)
    if name in _FREE:
        return text
    moment = _MOMENT.fullmatch(text)
    if moment:
        return "{2}.{1}.{0} {3}".format(*moment.groups())
    day = _DAY.fullmatch(text)
    return "{2}.{1}.{0}".format(*day.groups()) if day else text


def _term(amount: int, unit: str, language: str) -> str:
    words = _words()["units"][unit][language]
    forms = words if isinstance(words, list) else [words]
    word = str(forms[_form(amount, language) if len(forms) > 1 else 0])
    return word if unit == Unit.AT_ONCE else f"{amount} {word}"


def _form(amount: int, language: str) -> int:
    """Which form of a word goes with a number: in English one or many, in Russian one, a few or many."""
    if language != "ru":
        return 0 if amount == 1 else 1
    if amount % 10 == 1 and amount % 100 != 11:
        return 0
    return 1 if amount % 10 in (2, 3, 4) and amount % 100 not in (12, 13, 14) else 2


def _place(type_name: str, field: str, language: str) -> tuple[str, str]:
    """The labels of a record type and of a field; what is not declared any more reads by its name."""
    declared = registry().get(type_name)
    if declared is None:
        return type_name, field
    known = declared.by_name.get(field)
    return declared.label.text(language), known.label.text(language) if known else field


def _looked_up(table: str, name: str, language: str) -> str:
    found = _words()[table].get(name)
    return str(found[language]) if found else name
