"""What is asked about a person, in words or as the values of a form being filled in, as the comparison reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Final

import msgspec

from icjims_core.declarations import validation
from icjims_core.declarations.schema import Field
from icjims_core.modules import registry
from icjims_core.persons.name_forms import of_text
from icjims_core.persons.profile import PERSON, Profile, of_values
from icjims_core.problem import Refused

_PIN: Final = re.compile(r"(?<!\d)\d{14}(?!\d)")
_DATE: Final = re.compile(r"(?<!\d)(?:(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})-(\d\d)-(\d\d))(?!\d)")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DOCUMENT: Final = re.compile(r"\b(?:[A-ZА-Я]{1,3}[ -]?)\d{5,10}\b")


def profile_of_question(question: str) -> Profile:
    """Names in any order, a personal number, a date or a year of birth, the number of a document."""
    text = question
    pins = _PIN.findall(text)
    text = _PIN.sub(" ", text)
    births = [_iso(found) for found in _DATE.finditer(text)]
    text = _DATE.sub(" ", text)
    documents = _DOCUMENT.findall(text)
    text = _DOCUMENT.sub(" ", text)
    years = [int(each) for each in _YEAR.findall(text)]
    stated = of_values({"pin": pins, "birth_date": births, "birth_year": years, "document_number": documents})
    return msgspec.structs.replace(stated, names=of_text(_YEAR.sub(" ", text)))


def profile_of_values(values: Mapping[str, object]) -> Profile:
    """The values of a form as typed; what is no value yet counts for nothing."""
    declared = registry()[PERSON]
    found: dict[str, list[object]] = {}
    for name, raw in values.items():
        field = declared.by_name.get(name)
        if field is None or raw in (None, "", []):
            continue
        found[name] = [each for each in map(partial(_stored, field), raw if isinstance(raw, list) else [raw]) if each]
    return of_values(found)


def _stored(field: Field, raw: object) -> object:
    """A value in stored form; nothing while it is none."""
    try:
        return validation.normalise(field, raw)
    except Refused:
        return None


def _iso(found: re.Match[str]) -> str:
    day, month, year, iso_year, iso_month, iso_day = found.groups()
    return f"{iso_year}-{iso_month}-{iso_day}" if iso_year else f"{year}-{int(month):02d}-{int(day):02d}"
