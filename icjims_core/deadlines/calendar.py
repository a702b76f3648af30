"""The non-working days of the Kyrgyz Republic as dated data that the centre can replace."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Annotated, Final

import msgspec

from icjims_core.declarations.words import Label
from icjims_core.directory import PublicationEntry
from icjims_core.problem import Broken, Problem
from icjims_core.publishing.publications import CALENDAR, WORKING_DAYS, edition_order, unpack

_DAY: Final = datetime.timedelta(days=1)
_FOLDER: Final = "icjims_core.deadlines.calendars"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day of every year (`MM-DD`) that is no working day, from and to these years, both included."""

    day: str
    label: Label
    first_year: int = 1
    last_year: int = 9999
    verified: bool = False


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day of one year: off (a feast, a day off moved to it), or a weekend day that is worked."""

    day: datetime.date
    label: Label
    works: bool = False
    verified: bool = False


class Calendar:
    """Which days are working days, and why not.

    `edition` names the published set. `years` are those whose feasts and moved days are entered: a day of another year
    is judged by weekends and fixed holidays alone, and whoever counts over it is told so. With `holiday_moves` a
    fixed holiday on a weekend makes the next working day a day off.
    """

    def __init__(
        self,
        edition: str,
        *,
        holidays: Iterable[Holiday],
        days: Iterable[SpecialDay],
        years: Iterable[int],
        weekend: Iterable[int] = (6, 7),
        holiday_moves: bool = False,
    ) -> None:
        self.edition = edition
        self.years = frozenset(years)
        self._weekend = frozenset(weekend)
        self._holidays = tuple(holidays)
        self._days = {each.day: each for each in days}
        self._holiday_moves = holiday_moves

    def why_not_working(self, day: datetime.date) -> Label | None:
        """The name of the holiday, feast, moved day or weekend day; `None` of a working day."""
        special = self._days.get(day)
        if special is not None:
            return None if special.works else special.label
        return self._holiday(day) or (_WEEKDAYS[day.isoweekday()] if self._weekly(day) else None) or self._moved(day)

    def works(self, day: datetime.date) -> bool:
        """Whether this is a working day."""
        return self.why_not_working(day) is None

    def next_working(self, day: datetime.date) -> datetime.date:
        """The day itself or the first working day after it."""
        while not self.works(day):
            day += _DAY
        return day

    def last_working(self, day: datetime.date) -> datetime.date:
        """The day itself or the last working day before it."""
        while not self.works(day):
            day -= _DAY
        return day

    def _weekly(self, day: datetime.date) -> bool:
        return day.isoweekday() in self._weekend

    def _holiday(self, day: datetime.date) -> Label | None:
        text = day.strftime("%m-%d")
        found = (each for each in self._holidays if each.day == text and each.first_year <= day.year <= each.last_year)
        return next((each.label for each in found), None)

    def _moved(self, day: datetime.date) -> Label | None:
        """The holiday whose day off came to this day because it fell on a weekend."""
        if not self._holiday_moves:
            return None
        before = day - _DAY
        while self._weekly(before):
            label = self._holiday(before)
            if label is not None:
                return label
            before -= _DAY
        return None


_WEEKDAYS: Final = {
    1: Label("дүйшөмбү", "понедельник", "Monday"),
    2: Label("шейшемби", "вторник", "Tuesday"),
    3: Label("шаршемби", "среда", "Wednesday"),
    4: Label("бейшемби", "четверг", "Thursday"),
    5: Label("жума", "пятница", "Friday"),
    6: Label("ишемби", "суббота", "Saturday"),
    7: Label("жекшемби", "воскресенье", "Sunday"),
}


class HolidayRow(msgspec.Struct, forbid_unknown_fields=True):
    """A holiday of every year as the data write it: `MM-DD`."""

    day: str
    ky: str
    ru: str
    en: str
    first_year: int = 1
    last_year: int = 9999
    verified: bool = False


class DayRow(msgspec.Struct, forbid_unknown_fields=True):
    """A day of one year as the data write it: `YYYY-MM-DD`."""

    day: str
    ky: str
    ru: str
    en: str
    works: bool = False
    verified: bool = False


class YearRows(msgspec.Struct, forbid_unknown_fields=True):
    """The days of one year that are announced or moved."""

    year: Annotated[int, msgspec.Meta(ge=1900, le=2200)]
    source: str = ""
    day: list[DayRow] = []


class CalendarDocument(msgspec.Struct, forbid_unknown_fields=True):
    """A whole calendar: what is fixed, and a table `year` for each year."""

    edition: str
    source: str
    weekend: list[Annotated[int, msgspec.Meta(ge=1, le=7)]]
    holiday_on_weekend_moves: bool
    holiday: list[HolidayRow]
    year: list[YearRows]


def calendar_of(document: CalendarDocument) -> Calendar:
    """The calendar of a document. Raises `Broken("calendar_malformed")` for a day that is none."""
    try:
        return Calendar(
            document.edition,
            holidays=[_holiday(each) for each in document.holiday],
            days=[_special(each) for year in document.year for each in year.day],
            years=[each.year for each in document.year],
            weekend=document.weekend,
            holiday_moves=document.holiday_on_weekend_moves,
        )
    except ValueError as error:
        raise Broken("calendar_malformed", reason=str(error)[:200]) from error


def read_calendar(fixed: str, years: Iterable[str]) -> Calendar:
    """The calendar of a text of fixed holidays and one text for each year, all TOML as in `calendars/`.

    Raises `Broken("calendar_malformed")`.
    """
    try:
        whole = {**tomllib.loads(fixed), "year": [tomllib.loads(each) for each in years]}
        return calendar_of(msgspec.convert(whole, CalendarDocument))
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Broken("calendar_malformed", reason=str(error)[:200]) from error


@cache
def shipped() -> Calendar:
    """The calendar that comes with the program."""
    folder = resources.files(_FOLDER)
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".toml") and each.name != "fixed.toml")
    texts = [(folder / name).read_text(encoding="utf-8") for name in names]
    return read_calendar((folder / "fixed.toml").read_text(encoding="utf-8"), texts)


_published: Calendar | None = None


def published(entries: Iterable[PublicationEntry]) -> Calendar | None:
    """The calendar of the newest edition that this program can read; `None` where none was published."""
    bodies = [each.body for each in entries if (each.kind, each.name) == (CALENDAR, WORKING_DAYS)]
    for body in reversed(bodies):
        try:
            return calendar_of(msgspec.convert(unpack(body), CalendarDocument))
        except (Problem, msgspec.ValidationError):
            continue
    return None


def install(calendar: Calendar | None) -> None:
    """Make this the calendar of the process, in place of the one before; `None`: that of the program."""
    global _published  # noqa: PLW0603 - one name, replaced at once
    _published = calendar


def in_force() -> Calendar:
    """The calendar that deadlines are counted by: the newer of the published and the shipped edition."""
    published = _published
    if published is None or edition_order(published.edition) < edition_order(shipped().edition):
        return shipped()
    return published


def _holiday(row: HolidayRow) -> Holiday:
    datetime.date.fromisoformat(f"2024-{row.day}")
    return Holiday(row.day, Label(row.ky, row.ru, row.en), row.first_year, row.last_year, row.verified)


def _special(row: DayRow) -> SpecialDay:
    day = datetime.date.fromisoformat(row.day)
    return SpecialDay(day, Label(row.ky, row.ru, row.en), works=row.works, verified=row.verified)
