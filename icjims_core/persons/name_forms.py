"""The names of a person in their parts, however they were written: fields of a form or one line in any order."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

import msgspec

from icjims_core.persons.name_keys import (
    father_key,
    has_surname_end,
    is_marker,
    is_patronymic,
    spelling_key,
    surname_key,
)

_GROWN: Final = re.compile("(.{3,}?)(?:у+лу|u+lu|кызы|kyzy|kizi)", re.IGNORECASE)
_WORDS: Final = re.compile(r"[^\W\d_]+(?:[-’'ʼ`][^\W\d_]+)*")


class NameForm(msgspec.Struct, frozen=True, array_like=True):
    """One way to write the names of a person, each part as it was written, empty where it is not stated.

    `father`: the patronymic, or the father's name before уулу, кызы, тегин; `by_father`: the person is named by it in
    place of a surname.
    """

    surname: str = ""
    given: str = ""
    father: str = ""
    by_father: bool = False

    @property
    def turned(self) -> NameForm:
        """The same with surname and given name taken for each other."""
        return NameForm(self.given, self.surname, self.father, self.by_father)


def of_fields(surname: str, given: str, patronymic: str) -> NameForm:
    """The form of names that stand in three fields."""
    family, by_father = _marked(surname)
    father, _ = _marked(patronymic)
    first, exchanged = _marked(given)
    if exchanged and not by_father:
        family, by_father, given = first, True, surname
    if by_father:
        return NameForm("", _joined(given), father or family, by_father=True)
    return NameForm(family, _joined(given), father)


def of_text(text: str) -> tuple[NameForm, ...]:
    """Every reading of names on one line; none of a text without letters."""
    words, father, by_father = _parts(text)
    if not words:
        return (NameForm("", "", father, by_father),) if father else ()
    if by_father:
        return (NameForm("", " ".join(words), father, by_father=True),)
    if len(words) == 1:
        return (NameForm(words[0], "", father), NameForm("", words[0], father))
    first, rest = words[0], words[1:]
    form = NameForm(first, rest[0], father or " ".join(rest[1:]))
    other = NameForm(words[1], words[0], form.father)
    if has_surname_end(words[1]) and not has_surname_end(first):
        return (other,)
    if has_surname_end(first) and not has_surname_end(words[1]):
        return (form,)
    return (form, other)


def _parts(text: str) -> tuple[list[str], str, bool]:
    """Words that are neither patronymic nor marker, the father's name, and whether it stands for a surname."""
    plain: list[str] = []
    father = ""
    marked = False
    for word in _written(text):
        if is_marker(word) and plain:
            before = plain.pop()
            father, marked = father or before, True
        elif is_patronymic(word) and plain:
            father = father or word
        else:
            plain.append(word)
    # Асанов Бакыт Асан уулу has a surname of its own; Асан уулу Бакыт has none.
    return plain, father, marked and len(plain) < 2


def _marked(text: str) -> tuple[str, bool]:
    """A part of a name without уулу, кызы, тегин, and whether one of them stood there, if only grown together."""
    words = _written(text)
    if len(words) > 1 and is_marker(words[-1]):
        return " ".join(words[:-1]), True
    if len(words) == 1 and (grown := _GROWN.fullmatch(words[0])):
        return grown[1], True
    return " ".join(words), False


def _joined(text: str) -> str:
    """The words of one part of a name."""
    return " ".join(_written(text))


def _written(text: str) -> list[str]:
    return _WORDS.findall(unicodedata.normalize("NFC", text))


def surname_parts(surname: str) -> tuple[str, ...]:
    """The surnames in a double one."""
    return tuple(each for each in re.split(r"[-\s]+", surname) if each)


def keys(form: NameForm) -> tuple[str, str, str]:
    """Spelling keys of surname (masculine), given name and father's name; empty where a part is not stated."""
    return (
        surname_key(form.surname) if form.surname else "",
        spelling_key(form.given) if form.given else "",
        father_key(form.father) if form.father else "",
    )
