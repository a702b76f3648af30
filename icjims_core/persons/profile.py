"""What two records of persons are compared by: every value that stands, siblings of a conflict included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final

import msgspec

from icjims_core.declarations.schema import RecordType
from icjims_core.merge import State
from icjims_core.names import fold
from icjims_core.persons.name_forms import NameForm, of_fields, of_text
from icjims_core.sealing import is_sealed

PERSON: Final = "person"
MOST_FORMS: Final = 12
_NAME_FIELDS: Final = (
    ("surname", "name", "patronymic"),
    ("surname_ky", "name_ky", "patronymic_ky"),
    ("surname_ru", "name_ru", "patronymic_ru"),
)
_IN_WORDS: Final = ("name_variants", "aliases")
_SIGNS: Final = re.compile(r"[\W_]+")
# Letters of document series that look alike in both alphabets.
_LOOKALIKES: Final = str.maketrans("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")

Values = Mapping[str, Sequence[object]]
"""Standing values by field of the type `person`: several where they are in conflict or members of a set."""


class Profile(msgspec.Struct, frozen=True, array_like=True, omit_defaults=False):
    """A person as the comparison sees him; every part may hold several values, or none.

    `births` and `years`: dates (`YYYY-MM-DD`) and years of birth. `documents` without signs and blanks.
    """

    names: tuple[NameForm, ...] = ()
    births: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    pins: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    sexes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def of_state(declared: RecordType, state: State) -> Profile:
    """The profile of a record of the type `person`; sealed values take no part in it, nor does an annulled record."""
    return Profile() if state.annulments else of_values(standing(declared, state))


def of_values(values: Values) -> Profile:
    """The profile of these values, unknown fields left alone."""
    births = _texts(values, "birth_date")
    return Profile(
        names=_names(values),
        births=births,
        years=tuple(dict.fromkeys((*(int(each[:4]) for each in births if _is_date(each)), *_years(values)))),
        pins=_texts(values, "pin"),
        documents=tuple(
            dict.fromkeys(
                document_key(each)
                for field in ("document_number", "other_documents")
                for each in _texts(values, field)
                if document_key(each)
            )
        ),
        sexes=tuple(each for each in _texts(values, "sex") if each in ("male", "female")),
        regions=_texts(values, "region"),
        places=tuple(fold(each) for each in _texts(values, "birth_place")),
    )


def document_key(number: str) -> str:
    """A document's number without signs, blanks and the alphabet that its series was typed in."""
    return _SIGNS.sub("", number.upper()).translate(_LOOKALIKES)


def _names(values: Values) -> tuple[NameForm, ...]:
    forms: list[NameForm] = []
    for parts in _NAME_FIELDS:
        stated = [_texts(values, each) or ("",) for each in parts]
        for surname, given, patronymic in product(*stated):
            if surname and not given and not patronymic and len(surname.split()) > 1:
                forms += of_text(surname)
            else:
                forms.append(of_fields(surname, given, patronymic))
    for field in _IN_WORDS:
        for text in _texts(values, field):
            forms += of_text(text)
    filled = (each for each in forms if each.surname or each.given or each.father)
    return tuple(dict.fromkeys(filled))[:MOST_FORMS]


def _years(values: Values) -> Iterator[int]:
    for each in values.get("birth_year", ()):
        if isinstance(each, int) and not isinstance(each, bool):
            yield each


def _texts(values: Values, field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in values.get(field, ()) if isinstance(each, str) and each.strip()))


def _is_date(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text))


def standing(declared: RecordType, state: State) -> dict[str, list[object]]:
    """Every standing value of a record by field: siblings of a conflict, members of a set; sealed ones never."""
    found: dict[str, list[object]] = {}
    for unit, value in _values(state):
        fields = declared.unit_fields(unit)
        if is_sealed(value):  # type: ignore[arg-type]
            continue
        if isinstance(value, dict):
            for name, each in value.items():
                if isinstance(each, (str, int)):
                    found.setdefault(name, []).append(each)
        elif len(fields) == 1 and value is not None:
            found.setdefault(fields[0].name, []).append(value)
    return found


def _values(state: State) -> Iterable[tuple[str, object]]:
    for unit, siblings in state.registers.items():
        yield from ((unit, value) for value in siblings.values())
    for unit, members in state.sets.items():
        yield from ((unit, member) for member, dots in members.values() if dots)
