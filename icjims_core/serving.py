"""What a paper that is served on somebody never tells: where victims, witnesses and everybody else can be found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from icjims_core.schema import Field, Kind, RecordType, Sensitivity

OWN_PLACES: Final = frozenset(
    {
        "person.actual_address",
        "person.registered_address",
        "person.phones",
        "person.workplace",
        "restraint.house_address",
        "supervision.residence",
        "liberty_restriction.residence",
        "imprisonment.residence_after",
        "travel_permission.destination",
        "travel_permission.new_address",
        "administrative_work.residence",
    }
)
"""Contacts, as `type.field`, of nobody but the person whom the record concerns: his own paper may tell them."""

INTERNAL: Final = frozenset({"interrogation.interview_plan"})
"""What an officer notes for himself, as `type.field`: it is on no paper."""
LEFT_OUT: Final = "[…]"
"""What stands where a contact stood."""
_FEWEST_DIGITS, _MOST_DIGITS, _LONGEST = 6, 9, 60
_LETTERS_OF_A_STREET: Final = 4
_WORD: Final = re.compile(r"[^\W_]+")
_NUMBER: Final = re.compile(r"\+?\d(?:[ ()\u00a0-]*\d){5,}")
_BETWEEN: Final = r"[\W_]*"
_HOUSE: Final = r"(?:(?:д|дом|үй|үйү|н|но|no|house)\b[\W_]*)?"
_FLAT: Final = r"(?:[ ,./-]*(?:(?:кв|квартира|батир|flat|apt)\b[ .]*|(?<=[/-]))\d+)?"


@dataclass(frozen=True, slots=True)
class Served:
    """Somebody to whom a paper goes: his records, and what must not stand on it."""

    persons: frozenset[str]
    """The ids of his records of a person; of several accused, of all of them."""
    hidden: re.Pattern[str] | None

    def keeps(self, declared: RecordType, field: Field, person: str) -> bool:
        """Whether a field of a record about this person may stand on the paper at all."""
        if field.sensitivity is not Sensitivity.CONTACT:
            return True
        return person in self.persons and f"{declared.name}.{field.name}" in OWN_PLACES

    def without_contacts(self, text: str) -> str:
        """The text with the contacts of others taken out, in whatever way they are written."""
        return self.hidden.sub(LEFT_OUT, text) if self.hidden is not None else text


def served(persons: Iterable[str], contacts: Mapping[str, Iterable[str]]) -> Served:
    """Who is served with these records; `contacts`: contacts of the case by the person whose own they are.

    Under the empty text stand those of which nobody knows whose they are. What the person has as his own contact is no
    secret from him, even where somebody else has it too.
    """
    own = frozenset(persons)
    his = {_key(text) for person in own for text in contacts.get(person, ())}
    others = [text for person, several in contacts.items() if person not in own for text in several]
    return Served(own, _pattern(text for text in others if _key(text) not in his))


def contacts_of(declared: RecordType, values: Mapping[str, object]) -> list[tuple[str, bool]]:
    """The contacts that a record states as texts, and whether each is of the person concerned himself."""
    found: list[tuple[str, bool]] = []
    for field in declared.fields:
        if field.sensitivity is Sensitivity.CONTACT and field.kind in (Kind.TEXT, Kind.RICH):
            value = values.get(field.name)
            several = value if isinstance(value, list) else [value]
            own = f"{declared.name}.{field.name}" in OWN_PLACES
            found += [(each, own) for each in several if isinstance(each, str) and each.strip()]
    return found


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _pattern(texts: Iterable[str]) -> re.Pattern[str] | None:
    several = {part for text in texts for part in _parts(text)}
    if not several:
        return None
    return re.compile("|".join(sorted(several, key=lambda each: (-len(each), each))), re.IGNORECASE)


def _parts(text: str) -> Iterable[str]:
    """How a contact may be written: as a whole, a street with its house alone, a telephone however it is set apart."""
    tokens = _WORD.findall(text)
    if sum(map(len, tokens)) >= _LETTERS_OF_A_STREET:
        yield rf"\b{_BETWEEN.join(map(re.escape, tokens[:_LONGEST]))}\b"
    words = [each for each in tokens if each[0].isdigit() or len(each) >= _LETTERS_OF_A_STREET]
    for street, house in pairwise(words):
        if house[0].isdigit() and not street[0].isdigit():
            yield rf"\b{re.escape(street)}{_BETWEEN}{_HOUSE}{re.escape(house)}\b{_FLAT}"
    for number in _NUMBER.findall(text):
        digits = re.sub(r"\D", "", number)
        if len(digits) >= _FEWEST_DIGITS:
            yield r"(?:\+?\d[ ()\u00a0-]*){0,4}" + r"[ ()\u00a0-]*".join(digits[-_MOST_DIGITS:])
