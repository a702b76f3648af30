"""Records in lists outside the assignment: what finds them; of children initials, and nothing that tells who it is."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from icjims_core.declarations.schema import RecordType, Sensitivity
from icjims_core.declarations.sentence import MISSING
from icjims_core.law.rule_data import read_rules

NAMES: Final = ("surname", "name", "patronymic")
"""The fields of a person that initials are made of."""
KEPT: Final = frozenset({"sex", "region", "citizenship"})
"""What a list may still show of a child: it tells nobody who it is."""


class Masking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data of `masking.toml`."""

    until_age: int
    identity_numbers: frozenset[str]
    """`type.field` of the numbers of papers that a person is known by."""
    article: str
    verified: bool


@lru_cache(maxsize=1)
def rules() -> Masking:
    """The rules in force."""
    return read_rules("icjims_core.persons", "masking.toml", Masking)


def is_child(values: Mapping[str, Sequence[object]], on: datetime.date) -> bool:
    """Whether any standing value says that the person is a child on this day; of a year alone, if he may be one."""
    return True in readings(values, on)


def readings(values: Mapping[str, Sequence[object]], on: datetime.date) -> frozenset[bool]:
    """Whether the person is a child on this day, by each standing value; both in the year in which he comes of age.

    `values` by field of the type `person`, several where they are in conflict.
    """
    age = rules().until_age
    births = (_day(each) for each in values.get("birth_date", ()))
    years = [on.year - each for each in values.get("birth_year", ()) if isinstance(each, int)]
    estimated = (each for each in values.get("estimated_age", ()) if isinstance(each, int))
    found = {_age(born, on) < age for born in births if born is not None}
    found |= {passed <= age for passed in years} | {passed < age for passed in years}
    return frozenset(found | {each < age for each in estimated})


def initials(values: Mapping[str, object]) -> str:
    """Surname, name and patronymic by their first letters: `А. Ж. Т.`"""
    letters = [str(values.get(each) or "").strip()[:1].upper() for each in NAMES]
    return " ".join(f"{each}." for each in letters if each) or MISSING


def masked(values: Mapping[str, object]) -> dict[str, object]:
    """What may still be shown of a child's record: initials for the surname, and what tells nobody who it is."""
    return {"surname": initials(values)} | {name: each for name, each in values.items() if name in KEPT}


def finding_fields(declared: RecordType) -> frozenset[str]:
    """The fields that a list shows outside one's own cases: those by which a record is found and not made twice.

    The columns of the type and what is computed, without contacts, numbers of papers and special categories.
    """
    return frozenset(
        each.name
        for each in declared.fields
        if each.name in declared.columns or each.derived is not None
        if each.sensitivity is Sensitivity.ORDINARY
        if f"{declared.name}.{each.name}" not in rules().identity_numbers
    )


def _day(value: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _age(born: datetime.date, on: datetime.date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
