"""What a paper that is served on somebody never tells: where victims, witnesses and everybody else can be found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from icjims_core.declarations.schema import Field, Kind, RecordType, Sensitivity
from icjims_core.paper.telltale import place_names
from icjims_core.paper.whereabouts import Whereabouts, key_of

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
_FREE: Final = frozenset({Kind.TEXT, Kind.RICH, Kind.FILE, Kind.STATEMENT, Kind.SIGNATURE})


@dataclass(frozen=True, slots=True)
class Served:
    """Somebody to whom a paper goes: his records, and what must not stand on it."""

    persons: frozenset[str]
    """The ids of his records of a person; of several accused, of all of them."""
    hidden: Whereabouts | None
    places: frozenset[str] = frozenset()
    """Stems of the names in the addresses of others: alone they may pass, and are shown to who reads the paper."""

    def keeps(self, declared: RecordType, field: Field, person: str) -> bool:
        """Whether a field of a record about this person may stand on the paper at all."""
        if field.kind is Kind.GEO:
            return False
        if field.sensitivity is not Sensitivity.CONTACT:
            return True
        return person in self.persons and f"{declared.name}.{field.name}" in OWN_PLACES

    def without_contacts(self, text: str) -> str:
        """The text with the contacts of others taken out, in whatever way they are written."""
        spans = self.hidden.spans(text) if self.hidden is not None else []
        for start, end in reversed(spans):
            text = f"{text[:start]}{LEFT_OUT}{text[end:]}"
        return text


def served(persons: Iterable[str], contacts: Mapping[str, Iterable[str]]) -> Served:
    """Who is served with these records; `contacts`: contacts of the case by the person whose own they are.

    Under the empty text stand those of which nobody knows whose they are. What the person has as his own contact is no
    secret from him, even where somebody else has it too.
    """
    own = frozenset(persons)
    his = {key_of(text) for person in own for text in contacts.get(person, ())}
    others = {text for person, several in contacts.items() if person not in own for text in several}
    secret = sorted(text for text in others if key_of(text) not in his)
    return Served(own, Whereabouts(secret) if secret else None, place_names(others))


def is_free(field: Field) -> bool:
    """Whether a person wrote the words of a field himself, so that a contact may stand in it in any guise."""
    return field.kind in _FREE


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
