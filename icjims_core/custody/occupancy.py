"""How many were held where, month by month: figures without a name, out of which trends are read (Mandela 10)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from icjims_core.law.casefile import CaseFile, Step
from icjims_core.law.rule_data import BISHKEK, instant
from icjims_core.persons.childhood import childhood

_LEAVING: Final[Mapping[str, str]] = {"facility_admission": "ended_at", "imprisonment": "released_at"}
"""Records of a stay, and where each says that it ended."""
_DAY: Final = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Figures:
    """A place in a month, or in the part of it that was asked for: who came, who left, the days that all of them spent
    there together, and of those there at the end of the last day how many, women and children among them."""

    facility: str
    began: datetime.date
    ended: datetime.date
    admitted: int = 0
    left: int = 0
    days: int = 0
    present: int = 0
    women: int = 0
    children: int = 0


def occupancy(case_files: Iterable[CaseFile], first: datetime.date, last: datetime.date) -> tuple[Figures, ...]:
    """The figures of every place where anybody was between two days, both included, by place and month."""
    found: dict[tuple[str, datetime.date], Figures] = {}
    for file in case_files:
        for step in file.of(*_LEAVING):
            for each in _of_stay(file, step, first, last):
                known = found.setdefault((each.facility, each.began), Figures(each.facility, each.began, each.ended))
                found[each.facility, each.began] = _with(known, each)
    return tuple(found[each] for each in sorted(found))


def _of_stay(file: CaseFile, step: Step, first: datetime.date, last: datetime.date) -> Iterator[Figures]:
    """What one stay adds to each month that it touches."""
    values = step.values()
    began, ended = _day(values.get("admitted_at")), _day(values.get(_LEAVING[step.type]))
    if began is None or step.person is None:
        return
    person = file.step(step.person)
    woman = person is not None and person.values().get("sex") == "female"
    for start, end in _months(max(first, began), min(last, ended or last), last):
        there = ended is None or ended > end
        yield Figures(
            str(values.get("facility") or ""),
            max(first, start.replace(day=1)),
            end,
            admitted=int(start <= began <= end),
            left=int(ended is not None and ended <= end),
            days=(min(end, ended or end) - start).days + 1,
            present=int(there),
            women=int(there and woman),
            children=int(there and True in childhood([file], step.person, _midnight(end))),
        )


def _months(first: datetime.date, until: datetime.date, last: datetime.date) -> Iterator[tuple[datetime.date, ...]]:
    """The first day and the end of each month from one day until another; of the last month the day asked for."""
    while first <= until:
        following = (first.replace(day=1) + 31 * _DAY).replace(day=1)
        yield first, min(following - _DAY, last)
        first = following


def _with(one: Figures, other: Figures) -> Figures:
    counted = ("admitted", "left", "days", "present", "women", "children")
    return replace(one, **{name: getattr(one, name) + getattr(other, name) for name in counted})


def _day(value: object) -> datetime.date | None:
    found = instant(value)
    return found.astimezone(BISHKEK).date() if found else None


def _midnight(day: datetime.date) -> datetime.datetime:
    """The end of a day."""
    return datetime.datetime.combine(day, datetime.time(23, 59), BISHKEK)
