"""A seeded book of invented cases for demonstrations, trials and measurements.

Everything follows from the generator and the arguments; no name, number or event is anybody's.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from itertools import count as counted
from random import Random
from typing import Final

from icjims_core import codes
from icjims_core.casebook.course import tell
from icjims_core.casebook.fates import Fate, fate_of
from icjims_core.casebook.plan import Book, new_id
from icjims_core.casebook.planned import Planned
from icjims_core.casebook.story import Story
from icjims_core.declarations.stored_forms import LOCAL
from icjims_core.paper import numbers

__all__ = ["CASES_A_YEAR", "Planned", "cases", "start", "stories"]

CASES_A_YEAR: Final = 700
"""Cases that the police of a raion meets in a year."""
_MONTHS: Final = (0.95, 0.9, 0.95, 0.95, 1.0, 1.1, 0.95, 0.9, 0.95, 1.0, 1.15, 1.2)
"""How much of the year's work falls into each month; the sum is 12."""


def cases(
    random: Random,
    count: int,
    office: str,
    start: datetime.date,
    until: datetime.datetime | None = None,
) -> Iterator[Planned]:
    """The entries of so many cases, the first of them reported on the day `start`.

    Case follows case at the pace of a raion; the entries of a case come together, in the order in which they are made,
    and refer only to records before them. `office` is the code of the office that registers. Nothing is entered after
    `until` (an aware time): a case then stops where it stands. Numbers are
    provisional: the Register alone gives its own.
    """
    for entries in stories(random, count, office, start, until):
        yield from entries


def stories(
    random: Random,
    count: int,
    office: str,
    start: datetime.date,
    until: datetime.datetime | None = None,
    fates: Callable[[int], Fate] = fate_of,
) -> Iterator[tuple[Planned, ...]]:
    """As `cases`, case by case: what happens to one, with the cases joined to it. `fates`: the fate of each number."""
    region = _region(random, office)
    give = _numbers(office)
    for number in range(1, count + 1):
        moment = datetime.datetime.combine(_day(start, number), datetime.time(), LOCAL)
        moment += datetime.timedelta(minutes=random.randint(0, 24 * 60 - 1))
        language = random.choices(("ky", "ru"), (70, 30))[0]
        book = Book(random, office, language, new_id(random, moment), moment)
        tell(Story(book, region, number, fates(number), give))
        yield tuple(each for each in book.entries if until is None or each.moment <= until)


def start(count: int, until: datetime.datetime) -> datetime.date:
    """The first day of a book of so many cases of which most have come to their end by then."""
    return datetime.date(until.year - 1 - -(-count // CASES_A_YEAR), 1, 1)


def _day(start: datetime.date, number: int) -> datetime.date:
    """The day on which the case of this number is reported, by the pace of the months."""
    left, day = float(number - 1), start
    while True:
        pace = CASES_A_YEAR / 365 * _MONTHS[day.month - 1]
        ahead = (day.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
        within = (ahead - day).days * pace
        if left < within:
            return day + datetime.timedelta(days=int(left / pace))
        left, day = left - within, ahead


def _numbers(office: str) -> Callable[[bytes], str]:
    """Gives cases one provisional number after the other."""
    given = counted(1)
    return lambda case: numbers.provisional(office, case, next(given))


def _region(random: Random, office: str) -> str:
    entry = codes.code_list("office").entries.get(office)
    if entry is not None and entry.parent:
        return entry.parent
    return random.choice(list(codes.code_list("region").entries))
