"""Counting of terms against the hand-checked vectors, and what must hold of any date."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icjims_core.deadlines.calendar import Calendar, Holiday, SpecialDay, shipped
from icjims_core.deadlines.counting import Term, Unit, add_months, backwards, end_of, forwards, point
from icjims_core.declarations.words import Label

DAY = datetime.timedelta(days=1)
HALF = datetime.timedelta(hours=12)
NAME = Label("күн", "день", "day")
DATES = st.dates(datetime.date(2022, 1, 1), datetime.date(2040, 12, 31))
WHOLE = st.sampled_from([Unit.SUTKI, Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS, Unit.YEARS])


def counted(start: str, n: int, unit: Unit, *, shift: bool, first_day: bool = False) -> str:
    due = forwards(point(start), Term(n, unit), shipped(), shift=shift, first_day=first_day).due
    return due.day.isoformat() if due.whole_day else due.moment.isoformat(timespec="minutes")[:16]


@pytest.mark.parametrize(
    ("start", "n", "unit", "shift", "end"),
    [
        ("2026-03-02T09:15+06:00", 10, Unit.SUTKI, True, "2026-03-12"),
        ("2026-03-11", 10, Unit.SUTKI, True, "2026-03-23"),
        ("2026-01-31", 1, Unit.MONTHS, True, "2026-03-02"),
        ("2025-12-31", 2, Unit.MONTHS, True, "2026-03-02"),
        ("2028-01-30", 1, Unit.MONTHS, True, "2028-02-29"),
        ("2026-03-07T23:40+06:00", 45, Unit.HOURS, False, "2026-03-09T20:40"),
        ("2026-03-07T23:40+06:00", 48, Unit.HOURS, False, "2026-03-09T23:40"),
        ("2026-03-07T23:40+06:00", 21, Unit.HOURS, False, "2026-03-08T20:40"),
        ("2026-03-07T23:40+06:00", 24, Unit.HOURS, False, "2026-03-08T23:40"),
        ("2026-03-07T23:40+06:00", 12, Unit.HOURS, False, "2026-03-08T11:40"),
        ("2026-03-07T23:40+06:00", 3, Unit.HOURS, False, "2026-03-08T02:40"),
        ("2026-04-01", 30, Unit.SUTKI, True, "2026-05-04"),
        ("2026-06-10", 10, Unit.DAYS, False, "2026-06-20"),
        ("2026-06-10", 10, Unit.DAYS, True, "2026-06-22"),
        ("2026-06-10", 7, Unit.WORKING_DAYS, False, "2026-06-19"),
    ],
)
def test_the_hand_checked_ends(start: str, n: int, unit: Unit, shift: bool, end: str) -> None:
    assert counted(start, n, unit, shift=shift) == end


def test_two_months_of_custody_by_both_readings() -> None:
    start = "2026-01-31T06:00+06:00"
    assert counted(start, 2, Unit.MONTHS, shift=False) == "2026-03-31"
    assert counted(start, 2, Unit.MONTHS, shift=False, first_day=True) == "2026-03-30"


def test_back_from_an_end_with_a_reminder_on_the_last_working_day() -> None:
    found = backwards(end_of(datetime.date(2026, 5, 10)), Term(7, Unit.SUTKI), shipped())
    assert found.due.day == datetime.date(2026, 5, 3)
    assert found.warn_on == datetime.date(2026, 4, 30)
    assert [each.code for each in found.notes] == ["counted_back", "remind_before", "by_calendar"]


def test_hours_of_an_event_known_to_the_day_run_from_its_beginning_and_say_so() -> None:
    found = forwards(point("2026-03-07"), Term(45, Unit.HOURS), shipped(), shift=False)
    assert found.due.moment.isoformat() == "2026-03-08T21:00:00+06:00"
    assert found.notes[0].code == "hour_unknown"


def test_a_year_without_entered_feasts_is_named() -> None:
    found = forwards(point("2041-03-04"), Term(3, Unit.SUTKI), shipped(), shift=True)
    assert "calendar_year_unknown" in [each.code for each in found.notes]


def test_a_worked_saturday_and_a_moved_day_off() -> None:
    days = [SpecialDay(datetime.date(2026, 6, 20), NAME, works=True), SpecialDay(datetime.date(2026, 6, 22), NAME)]
    calendar = Calendar("t", holidays=[Holiday("01-03", NAME)], days=days, years=[2026], holiday_moves=True)
    assert calendar.works(datetime.date(2026, 6, 20))
    assert not calendar.works(datetime.date(2026, 6, 22))
    assert calendar.why_not_working(datetime.date(2026, 1, 5)) == NAME  # 3 January 2026 is a Saturday


@given(DATES, st.integers(1, 400), WHOLE, st.booleans())
def test_a_shift_only_moves_forward_to_the_first_working_day(
    day: datetime.date, n: int, unit: Unit, early: bool
) -> None:
    n = min(n, 15) if unit is Unit.YEARS else n
    start = point(day.isoformat())
    plain = forwards(start, Term(n, unit), shipped(), shift=False, first_day=early).due
    moved = forwards(start, Term(n, unit), shipped(), shift=True, first_day=early).due
    assert plain.day <= moved.day == shipped().next_working(plain.day)
    assert shipped().works(moved.day)
    assert moved.moment - DAY == datetime.datetime.combine(moved.day, datetime.time(), moved.moment.tzinfo)


@given(DATES, st.times(), st.integers(1, 400))
def test_the_hour_of_an_event_decides_hours_and_no_days(at: datetime.date, hour: datetime.time, n: int) -> None:
    start = point(f"{at}T{hour:%H:%M}+06:00")
    for unit in (Unit.SUTKI, Unit.MONTHS):
        day_only = forwards(point(at.isoformat()), Term(n, unit), shipped(), shift=True).due
        assert forwards(start, Term(n, unit), shipped(), shift=True).due == day_only
    hours = forwards(start, Term(n, Unit.HOURS), shipped(), shift=False).due
    assert hours.moment - start.moment == datetime.timedelta(hours=n)
    assert forwards(start, Term(n * 60, Unit.MINUTES), shipped(), shift=False).due == hours


@given(DATES, st.integers(1, 60))
def test_sutki_leave_out_the_starting_day_and_back_is_the_reverse(day: datetime.date, n: int) -> None:
    due = forwards(point(day.isoformat()), Term(n, Unit.SUTKI), shipped(), shift=False).due
    assert due.day - day == DAY * n
    assert backwards(due, Term(n, Unit.SUTKI), shipped()).due.day == day


@given(DATES, st.integers(-60, 60))
def test_months_keep_the_number_or_take_the_last_day(day: datetime.date, n: int) -> None:
    later = add_months(day, n)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == n
    assert later.day == day.day or (later.day < day.day and (later + DAY).day == 1)


@given(DATES, DATES, st.integers(1, 30), WHOLE)
def test_a_later_start_never_ends_earlier(one: datetime.date, other: datetime.date, n: int, unit: Unit) -> None:
    early, late = sorted((one, other))
    ends = [forwards(point(d.isoformat()), Term(n, unit), shipped(), shift=True).due.day for d in (early, late)]
    assert ends[0] <= ends[1]


@given(DATES, st.integers(1, 40))
def test_a_reminder_is_a_working_day_not_after_the_last_one(day: datetime.date, n: int) -> None:
    found = backwards(end_of(day), Term(n, Unit.SUTKI), shipped())
    assert found.warn_on is not None
    assert found.warn_on <= found.due.day
    assert shipped().works(found.warn_on)


@given(DATES, st.integers(1, 20))
def test_working_days_are_counted_one_by_one(day: datetime.date, n: int) -> None:
    last = forwards(point(day.isoformat()), Term(n, Unit.WORKING_DAYS), shipped(), shift=False).due.day
    between = [day + DAY * each for each in range(1, (last - day).days + 1)]
    assert sum(shipped().works(each) for each in between) == n
    assert shipped().works(last)
