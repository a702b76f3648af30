"""Acts that last: how long without a break, how long the breaks, how long in a day, and in which hours."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final, NamedTuple

from icjims_core.deadlines.calendar import Calendar
from icjims_core.deadlines.counting import LOCAL, Due, Point, Unit, at_moment
from icjims_core.deadlines.notes import note
from icjims_core.deadlines.outcome import Judge, Outcome
from icjims_core.deadlines.result import Alternative, State
from icjims_core.deadlines.rules.model import Limit, Rule, Session
from icjims_core.deadlines.terms import Occurrence, Terms, occurrences
from icjims_core.deadlines.view import View, points

_DAY: Final = datetime.timedelta(days=1)
_UNITS: Final = {Unit.MINUTES: datetime.timedelta(minutes=1), Unit.HOURS: datetime.timedelta(hours=1)}
Measured = tuple[Occurrence, list[Alternative], Outcome]


class Run(NamedTuple):
    """A part of an act without a break; `end` is `None` while it goes on."""

    start: datetime.datetime
    end: datetime.datetime | None


def sessions(rule: Rule, view: View, calendar: Calendar, judge: Judge) -> Iterator[Measured]:
    """What a rule on acts that last says of each act, or of each day of a person, in the order of their beginning."""
    terms = Terms(rule, view, calendar)
    found = []
    for one in occurrences(rule.starts, rule, view):
        applies = view.may_hold(rule.applies_when, one.values, one.person, one.start.moment)
        if True in applies and one.start.exact and rule.in_force(one.start.day):
            found.append(one)
    found.sort(key=lambda each: (each.start.moment, each.step.id))
    session = rule.session or Session(measure="run")
    if session.measure == "hours":
        for one in found:
            yield _hours(session, one, judge)
    elif session.measure == "day":
        for group in _days(found).values():
            yield _day(session, group, terms, rule, judge)
    else:
        for one in found:
            if session.measure == "break":
                yield from _breaks(session, one, terms, rule)
            else:
                yield from _runs(session, one, terms, rule, judge)


def runs(session: Session, values: Mapping[str, object], start: datetime.datetime) -> list[Run]:
    """The parts of an act between its breaks, which are stated as `HH:MM-HH:MM`."""
    ended = points(values.get(session.ended))
    breaks = values.get(session.breaks) if session.breaks else None
    found: list[Run] = []
    began = start
    for stop, again in sorted(_break(str(each), start) for each in (breaks if isinstance(breaks, list) else [])):
        found.append(Run(began, stop))
        began = again
    found.append(Run(began, ended[0].moment if ended else None))
    return found


def _break(text: str, start: datetime.datetime) -> tuple[datetime.datetime, datetime.datetime]:
    stop, again = (_at(each, start) for each in text.split("-"))
    return stop, again


def _at(clock: str, start: datetime.datetime) -> datetime.datetime:
    local = start.astimezone(LOCAL)
    found = datetime.datetime.combine(local.date(), datetime.time.fromisoformat(clock), LOCAL)
    return found if found >= local else found + _DAY


def _length(limit: Limit) -> datetime.timedelta:
    return _UNITS[limit.unit] * limit.n


def _limits(rule: Rule, one: Occurrence, terms: Terms) -> list[Limit]:
    return [each for each, _ in terms.possible(rule.limit, one)]


def _alternative(one: Occurrence, limit: Limit | None, start: datetime.datetime, due: Due) -> Alternative:
    notes = [note("act_began", at=start)]
    if limit is not None:
        notes.append(note("may_last", n=limit.n, unit=limit.unit, until=due.moment))
    text = f"{limit.n} {limit.unit}" if limit else ""
    return Alternative(one.step.id, one.field, Point(start), "", text, due, tuple(notes))


def _judged(one: Occurrence, several: list[Alternative], end: datetime.datetime | None, judge: Judge) -> Measured:
    acted = min(several, key=lambda each: each.due.moment if each.due else each.start.moment)
    return one, several, judge.outcome(one, acted, Point(end) if end else None)


def _runs(session: Session, one: Occurrence, terms: Terms, rule: Rule, judge: Judge) -> Iterator[Measured]:
    """Each run; a break shorter than the least one interrupts nothing."""
    least = max((_length(each) for each in rule.at_least), default=datetime.timedelta())
    for run in _merged(runs(session, one.values, one.start.moment), least):
        several = [
            _alternative(one, each, run.start, at_moment(run.start + _length(each)))
            for each in _limits(rule, one, terms)
        ]
        yield _judged(one, several, run.end, judge)


def _merged(parts: list[Run], least: datetime.timedelta) -> list[Run]:
    found: list[Run] = []
    for part in parts:
        last = found[-1] if found else None
        if last is not None and last.end is not None and part.start - last.end < least:
            found[-1] = Run(last.start, part.end)
        else:
            found.append(part)
    return found


def _breaks(session: Session, one: Occurrence, terms: Terms, rule: Rule) -> Iterator[Measured]:
    """Each break that was long enough, and each that was not where the act then lasted longer than allowed."""
    allowed = min((_length(each) for each, _ in terms.possible(rule.at_least, one)), default=datetime.timedelta())
    parts = runs(session, one.values, one.start.moment)
    began = parts[0].start
    for part, again in pairwise(parts):
        stop = part.end or again.start
        for limit in _limits(rule, one, terms):
            due = at_moment(stop + _length(limit))
            end = _alternative(one, limit, stop, due)
            if again.start >= due.moment:
                began = again.start
                yield one, [end], Outcome(State.MET, again.start, (note("kept", at=again.start),))
            elif again.end is not None and again.end - began > allowed:
                short = note("break_too_short", at=again.start, allowed=due.moment)
                yield one, [end], Outcome(State.MISSED, again.start, (short,))


def _days(found: list[Occurrence]) -> dict[tuple[str | None, datetime.date], list[Occurrence]]:
    days: dict[tuple[str | None, datetime.date], list[Occurrence]] = {}
    for one in found:
        days.setdefault((one.person, one.start.day), []).append(one)
    return days


def _day(session: Session, group: list[Occurrence], terms: Terms, rule: Rule, judge: Judge) -> Measured:
    """All acts of one kind with a person on one day; of an act in conflict the longest of what stands."""
    longest: dict[str, list[Run]] = {}
    for one in group:
        parts = runs(session, one.values, one.start.moment)
        known = longest.get(one.step.id)
        if known is None or _total(parts) > _total(known):
            longest[one.step.id] = parts
    every = sorted((each for parts in longest.values() for each in parts), key=lambda each: each.start)
    first = group[0]
    limits = _limits(rule, first, terms)
    several = [_alternative(first, each, every[0].start, at_moment(_used_up(every, _length(each)))) for each in limits]
    return _judged(first, several, every[-1].end, judge)


def _total(parts: list[Run]) -> datetime.timedelta:
    whole = datetime.timedelta()
    for each in parts:
        whole += (each.end - each.start) if each.end else _DAY
    return whole


def _used_up(parts: list[Run], allowed: datetime.timedelta) -> datetime.datetime:
    """When the time allowed is used up, or would be if the last run went on."""
    last = parts[-1].start
    for each in parts:
        if each.end is None or each.end - each.start > allowed:
            return each.start + allowed
        allowed -= each.end - each.start
        last = each.end
    return last + allowed


def _hours(session: Session, one: Occurrence, judge: Judge) -> Measured:
    """Whether an act lay within hours of the day; outside them only for a recorded reason."""
    local = one.start.moment.astimezone(LOCAL)
    first = datetime.datetime.combine(local.date(), session.first or datetime.time.min, LOCAL)
    last = datetime.datetime.combine(local.date(), session.last or datetime.time.max, LOCAL)
    ended = points(one.values.get(session.ended))
    outside = local < first or local >= last
    end = _alternative(one, None, local, at_moment(local if outside else last))
    if not outside:
        one_, several, outcome = _judged(one, [end], ended[0].moment if ended else None, judge)
        if outcome.state is not State.MISSED:
            return one_, several, outcome
    crossed = note("outside_hours", first=f"{first:%H:%M}", last=f"{last:%H:%M}")
    reason = str(one.values.get(session.reason) or "") if session.reason else ""
    at = ended[0].moment if ended else local
    if reason:
        said = note("explained", type=one.step.type, field=session.reason, reason=reason[:500])
        return one, [end], Outcome(State.EXPLAINED, at, (crossed, said))
    return one, [end], Outcome(State.MISSED, at, (crossed,))
