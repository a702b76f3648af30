"""From what the rules say of the cases to the board; runs on a worker."""

from array import array
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, partial
from typing import TYPE_CHECKING, cast

from icjims_core.deadlines.rules import rules_in_force
from icjims_core.deadlines.rules.model import Rule
from icjims_core.law.references import citation
from icjims_desktop.ui.components.chip import ChipData, ChipKind
from icjims_desktop.ui.i18n.dates import format_date, format_moment
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.shell.data import Count
from icjims_desktop.ui.today.counts import counts
from icjims_desktop.ui.today.data import (
    OPEN,
    ORDER,
    Board,
    Clock,
    DueRow,
    End,
    Explained,
    Group,
    Left,
    due_words,
    group_of,
    left_chip,
)
from icjims_desktop.ui.wording import case_number, local, record_title, stored_moment

if TYPE_CHECKING:
    from icjims_desktop.services.documents import Document
    from icjims_desktop.services.law.standings import Entry
    from icjims_desktop.services.workspace import Workspace

Due = "tuple[bytes, Entry]"
CLOCKS = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the board is asked for: only the cases of this user (None: if there are any), and only one group.

    Without a group every open due date is shown.
    """

    only_mine: bool | None = None
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """The board, the due dates that its numbers index, and the clocks above it."""

    board: Board
    dues: "tuple[tuple[bytes, Entry], ...]"
    clocks: tuple[Clock, ...]


def board(workspace: "Workspace", wanted: Wanted, now: datetime, language: str) -> Read:
    """The board at a moment."""
    from icjims_desktop.services.law.due_dates import is_kept_by  # noqa: PLC0415 - loaded at the unlock

    kept = workspace.standings.kept()
    responsible = workspace.standings.responsible_for()
    every = [(case, each) for case, (_, entries) in kept.items() for each in entries]
    mine = [due for due in every if due[0] in responsible]
    only_mine = bool(responsible) if wanted.only_mine is None else wanted.only_mine
    shown = mine if only_mine else every
    grouped: dict[Group, list[tuple[bytes, Entry]]] = {}
    for due in shown:
        grouped.setdefault(group_of(left_of(due[1]), now), []).append(due)
    kept_by = cache(lambda rule: is_kept_by(rule_of(rule), workspace.me.role))
    dues: list[tuple[bytes, Entry]] = []
    numbers = array("q")
    for at, group in enumerate(ORDER):
        if group is not wanted.group and (wanted.group is not None or group is Group.DONE_LATE):
            continue
        several = sorted(grouped.get(group, ()), key=partial(place, responsible, kept_by, group))
        if several:
            numbers.append(-1 - at)
            numbers.extend(range(len(dues), len(dues) + len(several)))
            dues += several
    told = Board(
        numbers,
        {group: len(several) for group, several in grouped.items()},
        mine=_open(mine),
        office=_open(every),
        own=bool(responsible),
        only_mine=only_mine,
        group=wanted.group,
        uncertain=any(each.uncertain for _, each in shown),
    )
    return Read(told, tuple(dues), _clocks(workspace, shown, now, language))


def urgent(workspace: "Workspace", now: datetime) -> Count:
    """How many due dates of the user's cases (of all, if he has none) are overdue, else how many end today."""
    responsible = workspace.standings.responsible_for()
    found = [
        group_of(left_of(each), now)
        for case, (_, entries) in workspace.standings.kept().items()
        if not responsible or case in responsible
        for each in entries
    ]
    late = found.count(Group.OVERDUE)
    return Count(late, "late") if late else Count(found.count(Group.TODAY), "due")


def nearest(entries: "Sequence[Entry]", now: datetime) -> ChipData | None:
    """The due date of a case to be seen in a list: how many are overdue, else the one of most weight and least time."""
    waiting = [each for each in entries if each.done is None and each.due is not None]
    late = sum(group_of(left_of(each), now) is Group.OVERDUE for each in waiting)
    if late:
        return ChipData(counts.overdue(late), ChipKind.LATE, "octagon")
    first = min(waiting, key=lambda each: (each.severity, each.due), default=None)
    if first is None:
        return None
    left = left_of(first)
    chip, due = left_chip(left, now), due_words(left, now)
    return replace(chip, text=chip.text if left.exact else f"{chip.text}, {due}", detail=due)


def rows(workspace: "Workspace", read: Read, numbers: Sequence[int], language: str) -> tuple[DueRow, ...]:
    """The rows of these numbers, in this order."""
    wanted = [read.dues[each] for each in numbers if each >= 0]
    described = iter(workspace.standings.described(wanted, language)) if wanted else iter(())
    found = []
    for number in numbers:
        if number < 0:
            found.append(_heading(ORDER[-1 - number], read.board))
            continue
        (case, entry), about = read.dues[number], next(described)
        number_words = case_number(about.case) if about.case else about.record or "—"
        subject = about.person or (record_title(about.case, "") if about.case else "")
        found.append(replace(_row(case, entry, number_words, subject, language), alone=bool(about.record)))
    return tuple(found)


def explained(workspace: "Workspace", case: str, key: str, language: str) -> Explained | None:
    """A due date of a case with its reasons; None when it is there no more."""
    found = of_case(workspace, case, language)
    return next((each for each in found if each.key == key), None)


def of_case(workspace: "Workspace", case: str, language: str) -> tuple[Explained, ...]:
    """Every due date of a case with its reasons, the open ones first, then by when they end."""
    from icjims_desktop.services import identifiers  # noqa: PLC0415 - loaded at the unlock

    told = workspace.procedure.deadlines(identifiers.parse(case), language, every=True)
    every = [_explained(each, language) for each in cast("list[Document]", told["deadlines"])]
    return tuple(sorted(every, key=lambda each: each.state not in OPEN))


def _explained(told: "Document", language: str) -> Explained:
    from icjims_desktop.services.law.standings import key_of  # noqa: PLC0415 - as above

    rule = rule_of(str(told["rule"]))
    due, day = stored_moment(str(told["due"] or "")), told["due_day"]
    done = stored_moment(str(told["at"] or "")) if told["state"] == "missed" else None
    left = Left(
        due,
        exact=due is not None and day == f"{due:%Y-%m-%d}",
        day=date.fromisoformat(str(day)) if day else None,
        missed=told["state"] == "missed",
        done=done,
        uncertain=bool(told["clock_uncertain"]),
    )
    return Explained(
        key=key_of(told),
        case_id=str(told["case"] or told["record"]),
        alone=told["case"] is None,
        record=str(told["record"] or ""),
        what=str(told["label"]),
        person=str(told["name"] or ""),
        article=article_words(rule, language),
        verified=bool(told["verified"]),
        severity=str(told["severity"]),
        consequence=str(told["consequence"]),
        left=left,
        state=str(told["state"]),
        steps=tuple(str(each) for each in cast("list[str]", told["explanation"])),
        ends=tuple(_end(each) for each in cast("list[Document]", told.get("ends", []))),
    )


def _end(told: "Document") -> End:
    due = stored_moment(str(told["due"]))
    exact = due is not None and told["day"] == f"{due:%Y-%m-%d}"
    shown = format_moment(due) if due and exact else format_date(date.fromisoformat(str(told["day"])))
    start = stored_moment(str(told["from"]))
    from_ = translate("Board", "from {start}").format(start=format_moment(start) if start else "")
    return End(shown, " · ".join(part for part in (str(told["reading"]), from_) if part), bool(told["acted_on"]))


def left_of(entry: "Entry") -> Left:
    """When it is due."""
    return Left(
        local(entry.due) if entry.due is not None else None,
        entry.exact,
        date.fromisoformat(entry.due_day) if entry.due_day else None,
        missed=entry.state == "missed",
        done=local(entry.done) if entry.done is not None else None,
        uncertain=entry.uncertain,
    )


def rule_of(rule: str, day: date | None = None) -> Rule:
    """The rule of an id for a term that began on a day; where none is stated, the newest."""
    return rules_in_force().rule(rule, day)


def article_words(rule: Rule, language: str) -> str:
    """`ст. 97(4) УПК`."""
    return citation(rule.act, rule.article, language)


def _open(dues: "Sequence[tuple[bytes, Entry]]") -> int:
    return sum(each.done is None for _, each in dues)


def place(
    mine: "Collection[bytes]", kept: Callable[[str], bool], group: Group, due: "tuple[bytes, Entry]"
) -> tuple[bool, str, bool, bool, bool, int, bytes, str]:
    """The user's own first, then liberty, then the soonest; of what was missed who is still held, then the newest.

    Of what is not near what the user's role keeps comes before the rest, and of what is later the day counts alone.
    """
    case, each = due
    missed = group in (Group.OVERDUE, Group.DONE_LATE)
    at = each.due or 0
    return (
        case not in mine,
        "" if group is Group.LATER else each.severity,
        missed and not each.held,
        group in (Group.WEEK, Group.LATER) and not kept(each.rule),
        each.due is None,
        -at if missed else at,
        case,
        each.key,
    )


def _heading(group: Group, board: Board) -> DueRow:
    nothing = Left(None, exact=False, day=None)
    return DueRow("", "", "", nothing, "", "", "", "", group=group, count=board.counts.get(group, 0))


def _row(case: bytes, entry: "Entry", number: str, subject: str, language: str) -> DueRow:
    from icjims_desktop.services import identifiers  # noqa: PLC0415 - loaded at the unlock

    rule = rule_of(entry.rule, local(entry.start).date())
    return DueRow(
        case_id=identifiers.to_text(case),
        key=entry.key,
        severity=entry.severity,
        left=left_of(entry),
        what=rule.label.label().text(language),
        article=article_words(rule, language),
        case=number,
        subject=subject,
        times=entry.times,
        ends=entry.ends,
    )


def _clocks(
    workspace: "Workspace", dues: "Sequence[tuple[bytes, Entry]]", now: datetime, language: str
) -> tuple[Clock, ...]:
    """The persons held now whose limit in hours has passed, no court having decided, the newest first; then those for
    whom something runs out in hours, the nearest first: it keeps a place."""
    limits: dict[tuple[bytes, str], list[Entry]] = {}
    for case, each in sorted(dues, key=lambda one: one[1].due or 0):
        if each.held and each.exact and each.person and each.due and (each.state == "running" or _broken(each)):
            limits.setdefault((case, each.person), []).append(each)
    told = [(whose, next(filter(_broken, reversed(several)), several[0]), several) for whose, several in limits.items()]
    late = sorted((one for one in told if _broken(one[1])), key=lambda one: -(one[1].due or 0))
    near = [one for one in told if not _broken(one[1]) and (local(one[1].due or 0) - now).days < CLOCKS]
    near.sort(key=lambda one: one[1].due or 0)
    chosen = (late[: CLOCKS - bool(near)] + near)[:CLOCKS]
    if not chosen:
        return ()
    about = workspace.standings.described([(case, each) for (case, _), each, _ in chosen], language)
    found = []
    for ((case, _), each, several), said in zip(chosen, about, strict=True):
        row = _row(case, each, case_number(said.case), said.person, language)
        ends = tuple(dict.fromkeys(local(one.due or 0) for one in several))
        start, due = local(min(one.start for one in several)), local(each.due or 0)
        found.append(Clock(row.case_id, row.key, row.case, row.subject, row.what, row.article, start, due, ends))
    return tuple(found)


def _broken(entry: "Entry") -> bool:
    """Whether a limit of liberty has passed and neither release nor court is recorded."""
    return entry.state != "running" and entry.unjudged and entry.done is None and rule_of(entry.rule).while_held
