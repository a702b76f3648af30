"""The score of two persons: what agrees, how strongly that speaks, and what chance the whole stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final, TypeVar

import msgspec

from icjims_core.declarations.sentence import date_words
from icjims_core.law.rule_data import read_rules
from icjims_core.persons import agreements
from icjims_core.persons.agreements import DIFFERENT
from icjims_core.persons.name_forms import NameForm
from icjims_core.persons.profile import Profile

LIKELY: Final = "likely"
POSSIBLE: Final = "possible"
UNLIKELY: Final = "unlikely"
_Each = TypeVar("_Each")


class Grades(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Scores in per cent from which on a pair is likely, or possible."""

    likely: int
    possible: int


class Search(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sum of weights from which on a record answers a search by words."""

    least: float


class Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said of an agreement, with `{one}` and `{other}`."""

    code: str
    ky: str
    ru: str
    en: str


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data of `weights.toml`."""

    before: float
    grades: Grades
    search: Search
    weights: Mapping[str, Mapping[str, float]]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One field: how it agrees, what that weighs (binary logarithm), and the two values compared."""

    field: str
    agreement: str
    weight: float
    one: str
    other: str

    @property
    def code(self) -> str:
        """The code of its sentence."""
        return f"{self.field}_{self.agreement}"

    def text(self, language: str) -> str:
        """Its sentence in `ky`, `ru` or `en`."""
        words: str = getattr(_sentences()[self.code], language)
        one, other = (date_words(each) if self.field == "birth" else each for each in (self.one, self.other))
        return words.format(one=one, other=other)


@dataclass(frozen=True, slots=True)
class Score:
    """The comparison of two persons: sum of the weights without what stands before, and its parts, heaviest first."""

    weight: float
    parts: tuple[Part, ...]

    @property
    def percent(self) -> int:
        """The chance that both are one person, in per cent."""
        return round(100 / (1 + 2 ** -(self.weight + weights().before)))

    @property
    def grade(self) -> str:
        """`likely`, `possible` or `unlikely`."""
        grades = weights().grades
        if self.percent >= grades.likely:
            return LIKELY
        return POSSIBLE if self.percent >= grades.possible else UNLIKELY


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights in force."""
    return read_rules("icjims_core.persons", "weights.toml", Weights)


@lru_cache(maxsize=1)
def _sentences() -> dict[str, Sentence]:
    return {each.code: each for each in weights().sentences}


def compare(one: Profile, other: Profile) -> Score:
    """How two persons agree; it does not matter which comes first. What either does not state weighs nothing."""
    female = "female" in one.sexes or "female" in other.sexes
    parts = [
        *_field("pin", one.pins, other.pins, agreements.numbers),
        *_field("document", one.documents, other.documents, agreements.numbers),
        *_names(one.names, other.names, female=female),
        *_birth(one, other),
        *_field("sex", one.sexes, other.sexes, agreements.codes),
        *_field("region", one.regions, other.regions, agreements.codes),
        *_field("place", one.places, other.places, agreements.places),
    ]
    parts.sort(key=lambda each: (-abs(each.weight), each.field))
    return Score(sum(each.weight for each in parts), tuple(parts))


def _birth(one: Profile, other: Profile) -> list[Part]:
    if one.births and other.births:
        return _field("birth", one.births, other.births, agreements.births)
    return _field("birth", one.years, other.years, agreements.years)


def _field(
    field: str, ones: Sequence[_Each], others: Sequence[_Each], agreement: Callable[[_Each, _Each], str]
) -> list[Part]:
    """The best agreement between any value of the one and any of the other; nothing where either states none."""
    parts = [_part(field, agreement(each, another), str(each), str(another)) for each in ones for another in others]
    return [max(parts, key=lambda part: part.weight)] if parts else []


def _part(field: str, agreement: str, one: str, other: str) -> Part:
    return Part(field, agreement, weights().weights[field][agreement], one, other)


def _names(ones: Sequence[NameForm], others: Sequence[NameForm], *, female: bool) -> tuple[Part, ...]:
    """The best reading of the names of both."""
    pairs = list(product(ones, others))
    readings = [_forms(each, another, female=female) for each, another in pairs]
    exchanged = (_turned(each, another) for each, another in pairs)
    return max((*readings, *filter(None, exchanged)), key=_sum, default=())


def _sum(parts: tuple[Part, ...]) -> tuple[float, int]:
    return sum(each.weight for each in parts), len(parts)


def _forms(one: NameForm, other: NameForm, *, female: bool) -> tuple[Part, ...]:
    found = list(_surname(one, other, female=female))
    if one.given and other.given:
        found.append(_part("given", agreements.given_names(one.given, other.given), one.given, other.given))
    if one.father and other.father:
        found.append(_part("father", agreements.fathers(one.father, other.father), one.father, other.father))
    return tuple(found)


def _surname(one: NameForm, other: NameForm, *, female: bool) -> Iterator[Part]:
    if one.surname and other.surname:
        agreement = agreements.surnames(one.surname, other.surname)
        yield _part("surname", _changed(agreement, female=female), one.surname, other.surname)
    # Who is named by his father in one record may bear a surname made of the grandfather's name in the other.
    elif one.by_father and other.surname and not other.father:
        yield from _made_of(other.surname, one.father, turned=True)
    elif other.by_father and one.surname and not one.father:
        yield from _made_of(one.surname, other.father, turned=False)


def _changed(agreement: str, *, female: bool) -> str:
    return "changed" if agreement == DIFFERENT and female else agreement


def _made_of(surname: str, father: str, *, turned: bool) -> Iterator[Part]:
    if agreements.surname_and_father(surname, father) == "form":
        yield _part("surname", "form", *((father, surname) if turned else (surname, father)))


def _turned(one: NameForm, other: NameForm) -> tuple[Part, ...]:
    """Surname and given name taken for each other in one of the records; nothing unless both agree then, one fully."""
    back = other.turned
    if not (one.surname and one.given and back.surname and back.given):
        return ()
    agreed = {agreements.surnames(one.surname, back.surname), agreements.given_names(one.given, back.given)}
    if not agreed & {"same", "spelled"} or agreed & {DIFFERENT, "initial"}:
        return ()
    found = [
        _part("surname", "turned", one.surname, back.surname),
        _part("given", "turned", one.given, back.given),
    ]
    if one.father and other.father:
        found.append(_part("father", agreements.fathers(one.father, other.father), one.father, other.father))
    return tuple(found)
