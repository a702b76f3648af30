"""What Today shows; texts in the language now shown, moments by the wall clock of Bishkek."""

from array import array
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from icjims_desktop.ui.components.chip import ChipData, ChipKind
from icjims_desktop.ui.i18n.dates import format_time
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.today.counts import counts
from icjims_desktop.ui.workplace import Place

LIBERTY = "A"
HOURS_SHOWN = timedelta(hours=72)
"""Up to here a due date to the minute is told in hours and minutes."""
NEAR = timedelta(hours=48)
"""What runs to the minute and ends within it stands with what ends today: the longest term of an apprehension."""
LONGEST_IN_DAYS = 365
"""Longer lateness is told in whole years."""
SOON_HOURS, SOON_DAYS = timedelta(hours=4), 3
"""From here on what is left is amber: hours for what runs to the minute, days for the rest."""

OPEN = frozenset({"running", "missed", "uncertain"})
"""States of a due date that somebody still has to look at."""


class Group(StrEnum):
    """When something is due; in the order of the board."""

    TODAY = "today"
    OVERDUE = "overdue"
    WEEK = "week"
    LATER = "later"
    DONE_LATE = "done_late"


ORDER = tuple(Group)


@dataclass(frozen=True, slots=True)
class Left:
    """When something is due: `due` the moment, `exact` when it runs to the minute, `day` its last day; `missed`
    when the rules say that it was not kept, `done` when it was done after all."""

    due: datetime | None
    exact: bool
    day: date | None
    missed: bool = False
    done: datetime | None = None
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class DueRow:
    """One due date on the board."""

    case_id: str
    key: str
    severity: str
    left: Left
    what: str
    article: str
    case: str
    subject: str
    times: int = 1
    ends: int = 1
    alone: bool = False
    """Of a record outside any case, whose id `case_id` then is."""
    group: Group | None = None
    """Set for a heading; it has no due date."""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Clock:
    """A person's liberty running out: the nearest end, the later ones as marks, and from when it runs."""

    case_id: str
    key: str
    case: str
    person: str
    what: str
    article: str
    start: datetime
    due: datetime
    marks: tuple[datetime, ...]


@dataclass(frozen=True, slots=True)
class End:
    """One of the ends that the inputs allow: when, from which statement or reading; whether it is acted on."""

    due: str
    from_: str
    acted_on: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """A due date with its reasons."""

    key: str
    case_id: str
    record: str
    what: str
    person: str
    article: str
    verified: bool
    severity: str
    consequence: str
    left: Left
    state: str
    steps: tuple[str, ...]
    ends: tuple[End, ...] = ()
    alone: bool = False
    """Of a record outside any case, whose id `case_id` then is."""


@dataclass(frozen=True, slots=True)
class WaitLine:
    """One of several things that wait, and where it leads."""

    title: str
    remark: str
    place: Place


@dataclass(frozen=True, slots=True)
class Wait:
    """What waits for this user of one kind: where it leads, or each of them, as many as its title says."""

    id: str
    icon: str
    tone: str
    title: str
    remark: str = ""
    place: Place | None = None
    lines: tuple[WaitLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """The board of one moment: `numbers` index `dues`, a negative one is the heading of a group (-1 the first).

    `counts`: how many lines each group has, whether it is shown or not; `mine`, `office`: how many open ones the user's
    own cases have, and all that he may see; `own`: whether he has cases of his own; `group`: the only one shown.
    """

    numbers: "array[int]"
    counts: dict[Group, int]
    mine: int
    office: int
    own: bool
    only_mine: bool
    group: Group | None
    uncertain: bool

    @property
    def lines(self) -> int:
        """How many due dates are shown."""
        return sum(number >= 0 for number in self.numbers)


def group_of(left: Left, now: datetime) -> Group:
    """The group of a due date at a moment."""
    if left.done is not None:
        return Group.DONE_LATE
    if left.missed or (left.due is not None and left.due <= now):
        return Group.OVERDUE
    day = left.day or (left.due.date() if left.due else None)
    if day is None:
        return Group.LATER
    if day <= now.date() or (left.exact and left.due is not None and left.due - now <= NEAR):
        return Group.TODAY
    return Group.WEEK if day <= now.date() + timedelta(days=7) else Group.LATER


def group_words(group: Group) -> str:
    """The heading of a group."""
    return {
        Group.OVERDUE: translate("Board", "Overdue"),
        Group.TODAY: translate("Board", "Today, and by the hour (up to 48 h)"),
        Group.WEEK: translate("Board", "Within a week"),
        Group.LATER: translate("Board", "Later"),
        Group.DONE_LATE: translate("Board", "Done too late"),
    }[group]


def chip_words(group: Group) -> str:
    """What shows a group alone."""
    return translate("Board", "Today") if group is Group.TODAY else group_words(group)


def state_words(state: str) -> str:
    """How a due date stands that is not open any more."""
    return {
        "met": translate("Board", "kept"),
        "explained": translate("Board", "not kept, the reason is recorded"),
        "before_takeover": translate("Board", "ended before the take-over"),
        "suspended": translate("Board", "stands still"),
        "lifted": translate("Board", "lifted"),
        "ended": translate("Board", "has ended"),
    }.get(state, "")


def left_chip(left: Left, now: datetime) -> ChipData:
    """How much is left, in words, and how urgent it is."""
    if left.done is not None:
        return ChipData(translate("Board", "done late"), ChipKind.NEUTRAL, "tick")
    if left.due is None:
        return ChipData(translate("Board", "no number in the law"), ChipKind.NEUTRAL)
    over = left.due - now
    if over <= timedelta() or (left.missed and not left.uncertain):
        return ChipData(_late_words(left, now), ChipKind.LATE, "octagon")
    kind = _kind(left, over, now)
    icon = "clock" if kind is not ChipKind.NEUTRAL else ""
    return ChipData(left_words(left, now), kind, icon)


def left_words(left: Left, now: datetime) -> str:
    """`3 h 35 min`, `today`, `7 days`."""
    if left.due is None:
        return ""
    over = left.due - now
    if left.exact and over < HOURS_SHOWN:
        return hours_words(over)
    days = ((left.day or left.due.date()) - now.date()).days
    return translate("Board", "today") if days <= 0 else counts.days(days)


def hours_words(span: timedelta) -> str:
    """`24 h 40 min`, `35 min`; a minute at least."""
    minutes = max(int(span.total_seconds() // 60), 1)
    if minutes < 60:
        return translate("Board", "{minutes} min").format(minutes=minutes)
    return translate("Board", "{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)


def due_words(left: Left, now: datetime) -> str:
    """`14:15` of today, `24.11 14:15`, or the day alone."""
    if left.due is None:
        return ""
    day = left.day or left.due.date()
    if day.year != now.year:
        return f"{day:%d.%m.%Y}"
    return f"{day:%d.%m} {format_time(left.due)}" if left.exact else f"{day:%d.%m}"


def _late_words(left: Left, now: datetime) -> str:
    if left.due is None:
        return translate("Board", "late")
    over = now - left.due
    if left.exact and over < HOURS_SHOWN:
        return translate("Board", "late by {span}").format(span=hours_words(over))
    days = max((now.date() - (left.day or left.due.date())).days, 1)
    return counts.late_days(days) if days <= LONGEST_IN_DAYS else counts.late_years(days // 365)


def _kind(left: Left, over: timedelta, now: datetime) -> ChipKind:
    if left.exact and over < HOURS_SHOWN:
        return ChipKind.DUE if over < SOON_HOURS else ChipKind.ACCENT
    days = ((left.day or (now + over).date()) - now.date()).days
    return ChipKind.DUE if days <= SOON_DAYS else ChipKind.NEUTRAL
