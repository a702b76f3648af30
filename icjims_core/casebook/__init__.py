"""A seeded book of invented cases for demonstrations, trials and measurements.

Everything follows from the generator and the arguments; no name, number or event is anybody's.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from random import Random
from typing import Final

from icjims_core import codes
from icjims_core.casebook.court import try_case
from icjims_core.casebook.inquiry import Inquiry, investigate
from icjims_core.casebook.plan import Book, Planned, new_id
from icjims_core.stored_forms import LOCAL

__all__ = ["CASES_A_YEAR", "Planned", "cases"]

CASES_A_YEAR: Final = 700
"""Cases that the police of a raion meets in a year."""


def cases(
    random: Random,
    count: int,
    office: str,
    start: datetime.date,
    until: datetime.datetime | None = None,
) -> Iterator[Planned]:
    """The entries of so many cases, the first of them reported on the day `start`.

    Case follows case at the pace of a raion; the entries of a case come together, in the order in which
    they are made, and refer only to records before them. `office` is the code of the office that
    registers. Nothing is entered after `until` (an aware time): a case then stops where it stands.
    """
    region = _region(random, office)
    for number in range(1, count + 1):
        day = start + datetime.timedelta(days=(number - 1) * 365 / CASES_A_YEAR)
        moment = datetime.datetime.combine(day, datetime.time(), LOCAL)
        moment += datetime.timedelta(minutes=random.randint(0, 24 * 60 - 1))
        language = random.choices(("ky", "ru"), (70, 30))[0]
        book = Book(random, office, language, new_id(random, moment), moment)
        inquiry = Inquiry(book, region, number)
        if investigate(inquiry):
            try_case(inquiry)
        yield from (each for each in book.entries if until is None or each.moment <= until)


def _region(random: Random, office: str) -> str:
    entry = codes.code_list("office").entries.get(office)
    if entry is not None and entry.parent:
        return entry.parent
    return random.choice(list(codes.code_list("region").entries))
