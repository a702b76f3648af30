"""Rules kept as TOML that a lawyer can correct: strict reading, and the conditions that rules are written with."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from importlib import resources
from itertools import product
from math import prod
from typing import Final, TypeVar

import msgspec

BISHKEK: Final = timezone(timedelta(hours=6))
_YEARS: Final = range(1800, 2500)
MAX_WORLDS: Final = 64
"""Readings of a case that are computed where statements conflict; beyond it each conflict is varied by itself."""

Wanted = str | int | bool | list[str]
When = dict[str, Wanted]
"""A condition as the data write it: field → value, list of values, `"*"` (any value) or `"-"` (no value)."""

_Rules = TypeVar("_Rules", bound=msgspec.Struct)
_Choice = TypeVar("_Choice")


def read_rules(package: str, file: str, shape: type[_Rules]) -> _Rules:
    """The rules of a data file; a missing or an unknown key is a `msgspec.ValidationError`."""
    text = (resources.files(package) / file).read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), shape)


def matches(when: Mapping[str, Wanted], values: Mapping[str, object]) -> bool:
    """Whether every condition holds for the values of a record; of a set, any member may match."""
    return all(_matches(wanted, values.get(name)) for name, wanted in when.items())


def _matches(wanted: Wanted, value: object) -> bool:
    allowed: Sequence[object] = wanted if isinstance(wanted, list) else [wanted]
    if value in (None, "", []):
        return "-" in allowed
    found: Sequence[object] = value if isinstance(value, list) else [value]
    return "*" in allowed or any(each in allowed for each in found)


def instant(value: object) -> datetime | None:
    """The moment of a stored timestamp; of a stored date its first minute in Bishkek; `None` for anything else.

    Far years, as a forged record may state, are none: what is counted from them would leave the calendar.
    """
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    if found.year not in _YEARS:
        return None
    return found if found.tzinfo else found.replace(tzinfo=BISHKEK)


def is_day(value: object) -> bool:
    """Whether a stored time states the day only."""
    return isinstance(value, str) and len(value) == len("2026-03-07")


def worlds(choices: Sequence[Sequence[_Choice]]) -> Iterator[tuple[_Choice, ...]]:
    """One choice from each, in every combination; of too many, each varied while the others keep their first."""
    if prod(len(each) for each in choices) <= MAX_WORLDS:
        yield from product(*choices)
        return
    base = tuple(each[0] for each in choices)
    yield base
    for at, several in enumerate(choices):
        for other in several[1:]:
            yield (*base[:at], other, *base[at + 1 :])


def distinct(values: Iterable[_Choice]) -> tuple[_Choice, ...]:
    """The values without repetitions, in their order."""
    found: list[_Choice] = []
    for each in values:
        if each not in found:
            found.append(each)
    return tuple(found)
