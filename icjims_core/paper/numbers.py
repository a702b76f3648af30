"""Numbers of cases: provisional ones of our own, which cannot meet, and the check of those that the Register gave."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from typing import Final, NamedTuple

from icjims_core.declarations.words import Label
from icjims_core.paper.printed import printed

PROVISIONAL: Final = "ВР"
"""What every provisional number begins with: временный, убактылуу (ВР) номер."""
REGISTER_PATTERN: Final = r"[0-9]{2}-[0-9]{3}-(19|20)[0-9]{2}-[0-9]{6}"
"""`NN-CCC-YYYY-NNNNNN` as seen in practice, CCC being the code of the body. Unverified: no text of law states it."""

_DIGITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Thirty-two digits without I, L, O and U, which are misread (Crockford's base 32)."""
_RECORD_DIGITS: Final = 26
_PROVISIONAL: Final = re.compile(rf"{PROVISIONAL}-(\S+)-([0-9]{{4,}})-([{_DIGITS}]{{{_RECORD_DIGITS}}})")
_REGISTER: Final = re.compile(REGISTER_PATTERN)
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


class Provisional(NamedTuple):
    """What a provisional number says: whose office, which case (the 16 bytes of its id), and which of the device's."""

    office: str
    case: bytes
    counter: int


class Doubt(NamedTuple):
    """What is doubtful about a number of the Register (a code of `number_doubt`), and the records that carry it."""

    code: str
    number: str
    records: tuple[str, ...]


class Stated(NamedTuple):
    """A number of the Register as one record of a case states it; ids of 16 bytes."""

    record: bytes
    case: bytes
    number: str


def provisional(office: str, case: bytes, counter: int) -> str:
    """The provisional number `ВР-office-counter-case`; `counter` says which one of the device it is, from 1.

    The whole id of the case stands in it, so two cases have one number only if they have one id. That holds for devices
    that never met, for a store put back from a backup, and for a machine that was cloned while it counted. Raises
    `ValueError` for an office of no or several words, an id that is not of 16 bytes, or a counter below 1.
    """
    if not office or any(each.isspace() for each in office) or len(case) != 16 or counter < 1:
        raise ValueError("a provisional number needs an office, the id of a case (16 bytes) and a counter from 1")
    return f"{PROVISIONAL}-{office}-{counter:04d}-{_in_digits(case)}"


def short(number: str) -> str:
    """A provisional number without the id of its case, as lists have room for; any other number as it is."""
    read = read_provisional(number)
    return f"{PROVISIONAL}-{read.office}-{read.counter:04d}" if read else number


def mark(number: str) -> Label:
    """What stands beside a number that is not the Register's: whether the program gave it or an office typed it."""
    return printed("number")["given" if read_provisional(number) else "own"]


def wrongly_typed(number: str, case: bytes) -> str | None:
    """The rule that a number typed for a case breaks: it has the Register's form, or another case's provisional one."""
    if _REGISTER.fullmatch(normalised(number)):
        return "register_format"
    read = read_provisional(number)
    others = read.case != case if read else normalised(number).upper().startswith(f"{PROVISIONAL}-")
    return "provisional_of_other" if others else None


def read_provisional(text: str) -> Provisional | None:
    """What `provisional` was given, or `None` if it did not make this text."""
    found = _PROVISIONAL.fullmatch(text)
    if found is None:
        return None
    value = 0
    for digit in found[3]:
        value = value << 5 | _DIGITS.index(digit)
    if value >> 128:
        return None
    read = Provisional(found[1], value.to_bytes(16, "big"), int(found[2]))
    return read if read.counter and provisional(*read) == text else None


def _in_digits(case: bytes) -> str:
    value = int.from_bytes(case, "big")
    return "".join(_DIGITS[value >> 5 * place & 31] for place in reversed(range(_RECORD_DIGITS)))


def normalised(number: str) -> str:
    """A number of the Register as it is compared: without spaces, every dash a hyphen."""
    return "".join(number.split()).translate(_DASHES)


def doubts(numbers: Mapping[str, str], bodies: Container[str]) -> tuple[Doubt, ...]:
    """What is doubtful about these numbers of the Register, by the record that carries each.

    `bodies` are the known codes of bodies. A number that several records carry is named once, with all of them; nothing
    is refused here, since the Register and not this program knows what it gave.
    """
    carried: dict[str, list[str]] = {}
    for record, number in numbers.items():
        carried.setdefault(normalised(number), []).append(record)
    found: list[Doubt] = []
    for number, several in sorted(carried.items()):
        records = tuple(sorted(several))
        if len(records) > 1:
            found.append(Doubt("duplicate", number, records))
        if _REGISTER.fullmatch(number) is None:
            found.append(Doubt("format", number, records))
        elif number[3:6] not in bodies:
            found.append(Doubt("body", number, records))
    return tuple(found)


def typed_twice(typed: Iterable[Stated]) -> tuple[Doubt, ...]:
    """Which numbers that offices typed several cases carry; `records` as in `doubts_of_cases`."""
    carried: dict[str, list[Stated]] = {}
    for each in typed:
        carried.setdefault(normalised(each.number).casefold(), []).append(each)
    return tuple(
        Doubt("duplicate", several[0].number, tuple(sorted(each.record.hex() for each in several)))
        for _, several in sorted(carried.items())
        if len(several) > 1
    )


def doubts_of_cases(stated: Iterable[Stated], bodies: Container[str]) -> tuple[Doubt, ...]:
    """The same for records of cases: a number that a case states several times is no duplicate of itself.

    `records` of a doubt are the ids, as hexadecimal digits, of the first record of each case that carries the number.
    """
    first: dict[tuple[bytes, str], Stated] = {}
    for each in stated:
        first.setdefault((each.case, normalised(each.number)), each)
    return doubts({each.record.hex(): each.number for each in first.values()}, bodies)
