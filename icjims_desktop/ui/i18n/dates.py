"""Dates and times as the offices write them, and as people type them."""

import re
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QLocale

from icjims_desktop.ui.i18n.language import Language, languages

_SHIFTS = {
    "бүгүн": 0, "сегодня": 0, "today": 0,
    "кечээ": -1, "вчера": -1, "yesterday": -1,
    "мурдагы күнү": -2, "позавчера": -2,
    "эртең": 1, "завтра": 1, "tomorrow": 1,
}  # fmt: skip
_WEEKDAYS = (
    ("дүйшөмбү", "понедельник", "пн", "monday", "mon"),
    ("шейшемби", "вторник", "вт", "tuesday", "tue"),
    ("шаршемби", "среда", "ср", "wednesday", "wed"),
    ("бейшемби", "четверг", "чт", "thursday", "thu"),
    ("жума", "пятница", "пт", "friday", "fri"),
    ("ишемби", "суббота", "сб", "saturday", "sat"),
    ("жекшемби", "воскресенье", "вс", "sunday", "sun"),
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY = re.compile(r"(\d{1,2})[./ ](\d{1,2})(?:[./ ](\d{4}|\d{2}))?\.?")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")
_SHIFT = re.compile(r"([+\-−])(\d{1,4})")
_TIME = re.compile(r"(\d{1,2})[:.\- ](\d{2})|(\d{1,2}?)(\d{2})|(\d{1,2})")


def format_date(value: date) -> str:
    """`24.11.2026`, the same in every language."""
    return f"{value:%d.%m.%Y}"


def format_day(value: date, today: date) -> str:
    """`24.11`, with the year only when it is not this one."""
    return f"{value:%d.%m}" if value.year == today.year else format_date(value)


def format_time(value: time | datetime) -> str:
    """`15:05`."""
    return f"{value:%H:%M}"


def format_moment(value: datetime) -> str:
    """`24.11.2026 15:05`."""
    return f"{value:%d.%m.%Y %H:%M}"


def format_long_date(value: date, language: Language | None = None) -> str:
    """Weekday, day and month in words: `вторник, 24 ноября`, `шейшемби, 24-ноябрь`."""
    chosen = language or languages.current
    pattern = "dddd, d-MMMM" if chosen is Language.KY else "dddd, d MMMM"
    locale: QLocale = chosen.locale
    return locale.toString(QDate(value.year, value.month, value.day), pattern)


def parse_date(text: str, today: date) -> date | None:
    """The day meant by `24.11`, `24.11.26`, `2026-11-24`, `кечээ`, `вчера`, `-3`, `пт`; else None.

    Without a year the nearest such day is meant; a weekday is the last one past.
    """
    typed = " ".join(text.casefold().split())
    if typed in _SHIFTS:
        return today + timedelta(days=_SHIFTS[typed])
    for number, names in enumerate(_WEEKDAYS):
        if typed in names:
            return today - timedelta(days=(today.weekday() - number) % 7 or 7)
    if shift := _SHIFT.fullmatch(typed):
        days = int(shift[2])
        return today + timedelta(days=days if shift[1] == "+" else -days)
    if iso := _ISO.fullmatch(typed):
        return _make_date(int(iso[1]), int(iso[2]), int(iso[3]))
    if day := _DAY.fullmatch(typed) or _DIGITS.fullmatch(typed):
        return _complete_date(int(day[1]), int(day[2]), day[3], today)
    return None


def parse_time(text: str) -> time | None:
    """The time meant by `15:05`, `15.05`, `1505`, `905`, `15`; else None."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    hour = int(match[1] or match[3] or match[5])
    minute = int(match[2] or match[4] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def parse_moment(text: str, today: date) -> datetime | None:
    """A day and a time typed in one go: `кечээ 15:05`, `23.11 1505`; else None."""
    day_text, _, time_text = text.strip().rpartition(" ")
    day, clock = parse_date(day_text, today), parse_time(time_text)
    return datetime.combine(day, clock) if day and clock else None


def _complete_date(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _make_date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    near = (_make_date(today.year + shift, month, day) for shift in (-1, 0, 1))
    found = [candidate for candidate in near if candidate is not None]
    return min(found, key=lambda candidate: abs(candidate - today), default=None)


def _make_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
