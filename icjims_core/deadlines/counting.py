"""How terms are counted (Criminal Procedure Code, art. 137): forwards from an event and backwards from an end."""

from __future__ import annotations

import calendar as gregorian
import datetime
import enum
from dataclasses import dataclass
from typing import Final

from icjims_core.deadlines.calendar import Calendar
from icjims_core.deadlines.notes import Note, note

LOCAL: Final = datetime.timezone(datetime.timedelta(hours=6))
"""The time of Bishkek, in which days begin and end."""

_DAY: Final = datetime.timedelta(days=1)
_YEARS: Final = range(1900, 2500)
_MINUTES: Final = {"minutes": 1, "hours": 60}


class Unit(enum.StrEnum):
    """In what a term is counted."""

    AT_ONCE = "at_once"
    MINUTES = "minutes"
    HOURS = "hours"
    SUTKI = "sutki"
    DAYS = "days"
    """Of the same length as sutki; the word of those articles that say days."""
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"

    @property
    def to_the_minute(self) -> bool:
        """Whether the term runs from the minute of its event and not from the day after."""
        return self in (Unit.AT_ONCE, Unit.MINUTES, Unit.HOURS)


@dataclass(frozen=True, slots=True)
class Term:
    """A length: so many of a unit; 0 of what is due at once."""

    amount: int
    unit: Unit

    @property
    def months(self) -> int:
        """Its length in months, of a term in months or years."""
        return self.amount * (12 if self.unit is Unit.YEARS else 1)


@dataclass(frozen=True, slots=True)
class Point:
    """An event in time: to the minute, or, where `exact` is false, only to the day, which then begins at `moment`."""

    moment: datetime.datetime
    exact: bool = True

    @property
    def day(self) -> datetime.date:
        """The day in Bishkek."""
        return self.moment.astimezone(LOCAL).date()


@dataclass(frozen=True, slots=True)
class Due:
    """The end of a term. With `whole_day` it is 24:00 of `day`, and `moment` is 0:00 of the next."""

    moment: datetime.datetime
    day: datetime.date
    whole_day: bool

    def kept_by(self, point: Point) -> bool:
        """Whether something done then was done in time; of a day without an hour the day decides."""
        return point.moment <= self.moment if point.exact else point.day <= self.day


@dataclass(frozen=True, slots=True)
class Counted:
    """A term that was counted: its end, how it came about, and the working day by which to be reminded of it."""

    due: Due
    notes: tuple[Note, ...] = ()
    warn_on: datetime.date | None = None


def point(stored: str) -> Point:
    """The event of a stored date or timestamp; anything else is a `ValueError`."""
    if "T" in stored:
        return Point(datetime.datetime.fromisoformat(stored).astimezone(LOCAL))
    return Point(_midnight(datetime.date.fromisoformat(stored)), exact=False)


def read_point(stored: str) -> Point | None:
    """The same for what somebody else's program may have stored: `None` where it is no time that can be counted from.

    Far years are none: a term that is counted from them would leave the calendar.
    """
    try:
        found = point(stored)
    except (ValueError, OverflowError):
        return None
    return found if found.moment.year in _YEARS else None


def end_of(day: datetime.date) -> Due:
    """24:00 of a day."""
    return Due(_midnight(day) + _DAY, day, whole_day=True)


def at_moment(moment: datetime.datetime) -> Due:
    """An end to the minute."""
    local = moment.astimezone(LOCAL)
    return Due(local, local.date(), whole_day=False)


def end_at(stored: str) -> Due | None:
    """The end that an act itself names: a minute, or 24:00 of a day; `None` where that is no time."""
    named = read_point(stored)
    if named is None:
        return None
    return at_moment(named.moment) if named.exact else end_of(named.day)


def forwards(start: Point, term: Term, calendar: Calendar, *, shift: bool, first_day: bool = False) -> Counted:
    """The end of a term that runs from an event.

    `shift`: an end on a non-working day goes to the next working day (137(2)(4)), never so where liberty is at stake.
    `first_day`: the starting day counts, as it does of custody (137(2)(3), 115(5)); the cautious reading for months.
    """
    if term.unit.to_the_minute:
        return _by_the_minute(start, term)
    notes = [note("first_day_counts" if first_day else "first_day_not_counted", day=start.day)]
    if term.unit is Unit.WORKING_DAYS:
        last = _working_days_after(start.day, term.amount, calendar)
    elif term.unit in (Unit.MONTHS, Unit.YEARS):
        last, more = _same_number(start.day, term)
        notes += more
    else:
        last = start.day + _DAY * term.amount
    if first_day:
        last -= _DAY
    notes.append(note("counted", n=term.amount, unit=term.unit, last=last))
    consulted = term.unit is Unit.WORKING_DAYS or not calendar.works(last)
    last, more = _past_days_off(last, calendar, shift=shift)
    return Counted(end_of(last), (*notes, *more, *_edition(calendar, consulted=consulted)))


def backwards(end: Due, term: Term, calendar: Calendar) -> Counted:
    """The last moment for what must be done so long before an end; the reminder is for the last working day until it.

    The days between are whole: of seven sutki before the end of the 10th the last day is the 3rd.
    """
    if term.unit.to_the_minute:
        due = at_moment(end.moment - datetime.timedelta(minutes=term.amount * _MINUTES.get(term.unit, 0)))
        return Counted(due, (note("counted_back", n=term.amount, unit=term.unit, end=end.moment, last=due.moment),))
    if term.unit is Unit.WORKING_DAYS:
        raise ValueError("no term is counted back in working days")
    by_number = term.unit in (Unit.MONTHS, Unit.YEARS)
    last = add_months(end.day, -term.months) if by_number else end.day - _DAY * term.amount
    notes = [note("counted_back", n=term.amount, unit=term.unit, end=end.day, last=last)]
    warn_on = calendar.last_working(last)
    if warn_on != last:
        notes.append(note("remind_before", last=last, day=warn_on))
        notes += _edition(calendar, consulted=True)
    return Counted(end_of(last), (*notes, *_unknown_year(last, calendar)), warn_on)


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The day of the same number so many months later, or the last of a month that has no such number."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, gregorian.monthrange(year, month + 1)[1]))


def _by_the_minute(start: Point, term: Term) -> Counted:
    notes = [] if start.exact else [note("hour_unknown", day=start.day)]
    end = start.moment + datetime.timedelta(minutes=term.amount * _MINUTES.get(term.unit, 0))
    if term.unit is Unit.AT_ONCE:
        notes.append(note("at_once"))
    else:
        notes.append(note("counted_from_minute", n=term.amount, unit=term.unit, start=start.moment, end=end))
    return Counted(at_moment(end), tuple(notes))


def _same_number(day: datetime.date, term: Term) -> tuple[datetime.date, list[Note]]:
    last = add_months(day, term.months)
    return last, [] if last.day == day.day else [note("no_such_number", number=day.day, last=last)]


def _working_days_after(day: datetime.date, amount: int, calendar: Calendar) -> datetime.date:
    for _ in range(amount):
        day = calendar.next_working(day + _DAY)
    return day


def _past_days_off(day: datetime.date, calendar: Calendar, *, shift: bool) -> tuple[datetime.date, list[Note]]:
    label = calendar.why_not_working(day)
    if label is None:
        return day, _unknown_year(day, calendar)
    names = {"name_ky": label.ky, "name_ru": label.ru, "name_en": label.en}
    if not shift:
        return day, [note("not_shifted", day=day, **names)]
    working = calendar.next_working(day)
    return working, [note("shifted", day=day, to=working, **names), *_unknown_year(day, calendar)]


def _unknown_year(day: datetime.date, calendar: Calendar) -> list[Note]:
    return [] if day.year in calendar.years else [note("calendar_year_unknown", year=day.year)]


def _edition(calendar: Calendar, *, consulted: bool) -> list[Note]:
    """Which edition of the calendar decided, where it decided something."""
    return [note("by_calendar", edition=calendar.edition)] if consulted else []


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), LOCAL)
