"""How two values of one field agree: as names, dates, numbers and places are mistaken in practice."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, JaroWinkler

from icjims_core.names import fold
from icjims_core.persons.name_forms import surname_parts
from icjims_core.persons.name_keys import father_key, of_one_origin, root_key, sound_key, spelling_key, surname_key

DIFFERENT: Final = "different"
_ALIKE: Final = 0.80
_PLACES_ALIKE: Final = 85.0
_LONG_ENOUGH: Final = 4
_LONG: Final = 8


@lru_cache(maxsize=131_072)
def surnames(one: str, other: str) -> str:
    """`same`, `spelled`, `form`, `sounds`, `near`, `part` or `different` of two surnames."""
    found = _words(one, other, surname_key(one), surname_key(other))
    if found in ("same", "spelled"):
        return found
    root, other_root = root_key(one), root_key(other)
    if root == other_root:
        return "form"
    if of_one_origin(root, other_root):
        return "sounds"
    if found == DIFFERENT and _share_a_part(one, other):
        return "part"
    return DIFFERENT if found == "initial" else found


@lru_cache(maxsize=131_072)
def given_names(one: str, other: str) -> str:
    """`same`, `spelled`, `sounds`, `near`, `initial` or `different` of two given names."""
    return _words(one, other, spelling_key(one), spelling_key(other))


@lru_cache(maxsize=131_072)
def fathers(one: str, other: str) -> str:
    """The same of two patronymics or fathers' names: Асанович, Асановна and Асан are one."""
    return _words(one, other, father_key(one), father_key(other))


def surname_and_father(surname: str, father: str) -> str:
    """`form` where a surname is made of the father's name (Асанов, Асан уулу), else `different`."""
    key = father_key(father)
    made_of = root_key(surname)
    return "form" if made_of == key or of_one_origin(made_of, key) else DIFFERENT


def births(one: str, other: str) -> str:
    """`same`, `swapped`, `digit` or `different` of two dates `YYYY-MM-DD`."""
    if one == other:
        return "same"
    if one[:4] == other[:4] and (one[5:7], one[8:]) == (other[8:], other[5:7]):
        return "swapped"
    return "digit" if OSA.distance(one, other, score_cutoff=1) == 1 else DIFFERENT


def years(one: int, other: int) -> str:
    """`year`, `year_near` or `different` of two years of birth."""
    return {0: "year", 1: "year_near"}.get(abs(one - other), DIFFERENT)


def numbers(one: str, other: str) -> str:
    """`same`, `near` (one sign wrong, or two neighbours exchanged) or `different` of two numbers."""
    if one == other:
        return "same"
    long = min(len(one), len(other)) > _LONG_ENOUGH
    return "near" if long and OSA.distance(one, other, score_cutoff=1) == 1 else DIFFERENT


def codes(one: str, other: str) -> str:
    """`same` or `different` of two codes."""
    return "same" if one == other else DIFFERENT


def places(one: str, other: str) -> str:
    """`same`, `near` or `different` of two folded places."""
    if one == other:
        return "same"
    return "near" if fuzz.token_set_ratio(one, other) >= _PLACES_ALIKE else DIFFERENT


def _words(one: str, other: str, key: str, other_key: str) -> str:
    if fold(one) == fold(other):
        return "same"
    if key == other_key:
        return "spelled"
    if len(key) == 1 or len(other_key) == 1:
        return "initial" if key[:1] == other_key[:1] else DIFFERENT
    if of_one_origin(key, other_key):
        return "sounds"
    if sound_key(key) == sound_key(other_key) and JaroWinkler.similarity(key, other_key) >= _ALIKE:
        return "sounds"
    return "near" if _misspelt(key, other_key) else DIFFERENT


def _misspelt(one: str, other: str) -> bool:
    shortest = min(len(one), len(other))
    if shortest < _LONG_ENOUGH:
        return False
    most = 2 if shortest >= _LONG else 1
    return bool(OSA.distance(one, other, score_cutoff=most) <= most)


def _share_a_part(one: str, other: str) -> bool:
    parts, others = surname_parts(one), surname_parts(other)
    if len(parts) == len(others) == 1:
        return False
    return any(surname_key(each) == surname_key(another) for each in parts for another in others)
