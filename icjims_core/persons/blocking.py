"""Keys under which records of possibly one person meet, so that no store compares everybody with everybody."""

from __future__ import annotations

from collections.abc import Iterator

from icjims_core.persons.name_forms import NameForm, surname_parts
from icjims_core.persons.name_keys import father_key, root_key, sound_key, spelling_key
from icjims_core.persons.profile import Profile

WORTH = {"p": 16, "d": 12, "b": 8, "s": 4, "g": 3, "f": 2}
"""What a shared key of each kind is worth in choosing whom to compare: personal number, document, day of birth,
surname, given name, father's name."""


def keys(profile: Profile) -> frozenset[str]:
    """The keys that a record is kept under; none of an empty profile."""
    found = {f"p{each}" for each in profile.pins}
    found |= {f"d{each}" for each in profile.documents}
    found |= {f"b{each}" for each in profile.births}
    for form in profile.names:
        found |= set(_name_keys(form))
    return frozenset(found)


def questions(profile: Profile) -> frozenset[str]:
    """The keys that it is looked for under: its own, and those that a common mistake would have given."""
    found = set(keys(profile))
    found |= {f"b{each[:4]}-{each[8:]}-{each[5:7]}" for each in profile.births if each[8:] <= "12"}
    for form in profile.names:
        found |= set(_name_keys(form.turned))
    return frozenset(found)


def _name_keys(form: NameForm) -> Iterator[str]:
    for each in (form.surname, *surname_parts(form.surname)) if form.surname else ():
        yield f"s{sound_key(root_key(each))}"
    if form.by_father and form.father:
        yield f"s{sound_key(father_key(form.father))}"
    if form.given:
        yield f"g{sound_key(spelling_key(form.given))}"
    if form.father:
        yield f"f{sound_key(father_key(form.father))}"
