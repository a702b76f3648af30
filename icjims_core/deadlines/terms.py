"""The ends of one term: every start that stands, every reading, every limit that may apply, with what moves them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from icjims_core.deadlines.calendar import Calendar
from icjims_core.deadlines.counting import (
    Counted,
    Due,
    Point,
    Term,
    at_moment,
    backwards,
    end_at,
    end_of,
    forwards,
    point,
)
from icjims_core.deadlines.listed import listed_periods
from icjims_core.deadlines.notes import Note, note
from icjims_core.deadlines.result import Alternative, Stage
from icjims_core.deadlines.rules.model import Change, Event, Interval, Limit, Reading, Rule
from icjims_core.deadlines.sentences import part_of_sentence, summed, united
from icjims_core.deadlines.view import Values, View, fields_of, points
from icjims_core.declarations.schema import Earliest, Latest
from icjims_core.law.casefile import Step

Granted = tuple[Point, Change, Values]
"""An act that changes an end: when it was decided, by which line of the rule, and one of its standing values."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event that a rule runs from, with one of its standing values; or the end of another term (`base`).

    `since`: from when what keeps the term may have happened; of a chained term, when its base was granted.
    `goes_on`: as of `rules.model.Event`; `planned`: the end that was set for what goes on.
    """

    step: Step
    person: str | None
    field: str
    start: Point
    values: Values
    base: Due | None = None
    since: datetime.datetime | None = None
    goes_on: bool = False
    planned: Due | None = None


def occurrences(events: tuple[Event, ...], rule: Rule, view: View) -> Iterator[Occurrence]:
    """The events of the case that these places name and for which their conditions may hold."""
    for event in events:
        names = [event.at, *fields_of(event.when), *_fields_read(rule)]
        said: set[tuple[str, Point]] = set()
        for step in _stating(event, view):
            person = None if event.of_case else view.person(step)
            for values in view.variants(step, names):
                for start, planned in _begun(event, step, values):
                    if event.of_case and (step.case, start) in said:
                        continue
                    if True in view.may_hold(event.when, values, person, start.moment):
                        said.add((step.case, start))
                        found = Occurrence(step, person, event.at, start, values)
                        yield replace(found, goes_on=event.goes_on, planned=planned)


def _stating(event: Event, view: View) -> list[Step]:
    """The records of an event; of what several say of their case, that of no person first."""
    steps = view.of(event.type)
    return sorted(steps, key=lambda each: (view.person(each) or "", each.id)) if event.of_case else steps


def _begun(event: Event, step: Step, values: Values) -> Iterator[tuple[Point, Due | None]]:
    """When the event was, and the end set for what goes on since then."""
    if not event.kinds:
        yield from ((each, None) for each in points(values.get(_stated(step, event.at))))
        return
    for each in listed_periods(step, values, event.at, event.kinds):
        if each.ended is None:
            yield each.began, each.planned


def _stated(step: Step, name: str) -> str:
    """The field itself; of a time derived from statements the statements, each of which is an alternative."""
    declared = step.declared.by_name.get(name)
    rule = declared.derived if declared else None
    return rule.of if isinstance(rule, Earliest | Latest) else name


def _fields_read(rule: Rule) -> Iterator[str]:
    """The fields of the starting step that the rule reads besides the time itself."""
    limits = [*rule.limit, *rule.at_least, *rule.absolute, *(each for one in rule.readings for each in one.limit)]
    for when in (rule.applies_when, *(each.when for each in limits)):
        yield from fields_of(when)
    yield from (each.plus for each in limits if each.plus)
    if rule.fraction is not None:
        named = (rule.fraction.years, rule.fraction.months, rule.fraction.days, *rule.fraction.credit_days)
        yield from filter(None, named)
    for change in rule.sets:
        if change.until and change.type in {each.type for each in rule.starts}:
            yield change.until


def moment_of(due: Due) -> datetime.date:
    """An end as an explanation names it: the last day, or the minute."""
    return due.day if due.whole_day else due.moment


def time_of(point: Point) -> datetime.date:
    """An event as an explanation names it: the minute, or the day where only that is known."""
    return point.moment if point.exact else point.day


class Terms:
    """Counts the ends of one rule in one case."""

    def __init__(self, rule: Rule, view: View, calendar: Calendar) -> None:
        self._rule = rule
        self._view = view
        self._calendar = calendar

    def alternatives(self, one: Occurrence, reading: Reading | None) -> Iterator[Alternative]:
        """Every end of the term that runs from this event by this reading of the rule."""
        limits = (reading.limit if reading else ()) or self._rule.limit
        if not limits:
            yield self._unlimited(one, reading)
        for limit, certain in self.possible(limits, one):
            notes = self._opening(one, reading)
            if not limit.of and (not certain or (len(limits) > 1 and limit.when is not None)):
                notes.append(note("limit_for_case" if certain else "limit_if", n=limit.n, unit=limit.unit))
            yield self._moved(one, reading, limit, notes)

    def possible(self, limits: tuple[Limit, ...], one: Occurrence) -> Iterator[tuple[Limit, bool]]:
        """The limits that may apply, and whether that is certain: the first that must hold is the last."""
        open_still = False
        for limit in limits:
            answer = self._view.may_hold(limit.when, one.values, one.person, one.start.moment)
            if True in answer:
                open_still = open_still or False in answer
                yield limit, not open_still
            if False not in answer:
                return

    def spans(
        self, intervals: tuple[Interval, ...], one: Occurrence, *, certain: bool = False
    ) -> list[tuple[Point, Point | None]]:
        """From when until when something was so, by records that belong to the event; open where it still is.

        Of conflicting values the earliest beginning and the latest end count; where it has to be `certain`, all of
        them say that it began.
        """
        found: list[tuple[Point, Point | None]] = []
        for interval in intervals:
            several = self._listed(interval, one) if interval.listed else self._stated(interval, one, certain=certain)
            over = sorted(self._events(interval.ended_by, one), key=_moment)
            for began, ended in several:
                later = (each for each in over if each.moment > began.moment)
                found.append((began, ended or next(later, None)))
        return sorted(found, key=lambda each: each[0].moment)

    def _stated(self, interval: Interval, one: Occurrence, *, certain: bool) -> Iterator[tuple[Point, Point | None]]:
        names = (interval.start, *interval.until, *fields_of(interval.when))
        for step in self._view.linked(one.step, interval.type, interval.link, one.person):
            began: list[Point] = []
            ended: list[Point | None] = []
            several = self._view.variants(step, names)
            for values in several:
                first = points(values.get(interval.start))
                if first and True in self._view.may_hold(interval.when, values, one.person, first[0].moment):
                    began.append(first[0])
                    ends = [each for name in interval.until for each in points(values.get(name))]
                    ended.append(min(ends, key=_moment, default=None))
            if began and (len(began) == len(several) or not certain):
                last = None if None in ended else max((each for each in ended if each), key=_moment)
                yield min(began, key=_moment), last

    def _listed(self, interval: Interval, one: Occurrence) -> Iterator[tuple[Point, Point | None]]:
        """The periods that records list as text."""
        for step in self._view.linked(one.step, interval.type, interval.link, one.person):
            values = self._view.variants(step, ())[0]
            for each in listed_periods(step, values, interval.listed, interval.kinds):
                yield each.began, each.ended

    def bare(self, one: Occurrence) -> Alternative:
        """The event alone, without an end."""
        return _made(one, None, "", None, self._opening(one, None))

    def _opening(self, one: Occurrence, reading: Reading | None) -> list[Note]:
        if one.base is None:
            notes = [note("from", type=one.step.type, field=one.field, at=time_of(one.start))]
        else:
            notes = [note("from_end_of", rule=self._rule.starts[0].deadline, at=moment_of(one.base))]
        if reading is not None:
            notes.append(note("reading", ky=reading.label.ky, ru=reading.label.ru, en=reading.label.en))
        return notes

    def _unlimited(self, one: Occurrence, reading: Reading | None) -> Alternative:
        """A term for which the law has no number: it ends when an act says, or is owed without an end."""
        notes = self._opening(one, reading)
        named = self._named(one)
        if named:
            notes.append(note("set_by_act", until=moment_of(named[0]), at=time_of(one.start)))
        elif self._rule.kind != "pause":
            notes.append(note("no_term_in_law"))
        return _made(one, reading, "", named[0] if named else None, notes)

    def _moved(self, one: Occurrence, reading: Reading | None, limit: Limit, notes: list[Note]) -> Alternative:
        """The counted end after the acts that stop it, name it or extend it."""
        served = self._served(one) if self._rule.kind == "custody" else []
        counted = self._counted(one, reading, limit, served)
        notes += counted.notes
        if self._rule.kind == "custody" and not (served and served[-1][1] is None):
            notes.append(note("not_in_custody"))
            return _made(one, reading, f"{limit.n} {limit.unit}", None, notes)
        due = self._interrupted(self._paused(counted.due, one, notes), limit, one, notes)
        due = self._set(due, one, notes)
        stages = [Stage(one.since or one.start.moment, due)]
        for granted, change, values in self._changes(self._rule.extensions, one, certain=True):
            end = self._extended(granted, change, values, one, due, notes)
            if end is not None and end.moment > due.moment:
                due = self._bounded(end, one, notes)
                stages.append(Stage(granted.moment, due))
        made = _made(one, reading, f"{limit.n} {limit.unit}", due, notes)
        return replace(made, warn_on=counted.warn_on, stages=tuple(stages))

    def _counted(
        self, one: Occurrence, reading: Reading | None, limit: Limit, served: list[tuple[Point, Point | None]]
    ) -> Counted:
        rule = self._rule
        more = one.values.get(limit.plus) if limit.plus else 0
        term = Term(limit.n + (more if isinstance(more, int) else 0), limit.unit)
        if rule.fraction is not None:
            return part_of_sentence(one.start, one.values, rule.fraction, limit)
        if rule.kind == "before":
            own = at_moment(one.start.moment) if one.start.exact else end_of(one.start.day)
            return backwards(one.base or own, term, self._calendar)
        shift = reading.shift if reading and reading.shift is not None else rule.shift
        first_day = reading.first_day if reading and reading.first_day is not None else rule.first_day
        if rule.kind == "custody":
            return summed(served, one.start, term, self._calendar, first_day=first_day)
        if limit.alarm:
            return _by_alarm(one.start, limit.alarm)
        return forwards(one.start, term, self._calendar, shift=shift, first_day=first_day)

    def _served(self, one: Occurrence) -> list[tuple[Point, Point | None]]:
        """The person's custody; in a term that runs from something else than custody, from then on."""
        segments = self._rule.segments
        of_custody = {(each.type, each.start or each.listed) for each in segments}
        clip = None if (one.step.type, one.field) in of_custody else one.start
        return united(self.spans(segments, one), clip)

    def _interrupted(self, due: Due, limit: Limit, one: Occurrence, notes: list[Note]) -> Due:
        """The end counted anew from the first later event of the same person that interrupts the term."""
        for again in sorted(self._events(self._rule.restarts, one), key=_moment):
            if one.start.day < again.day <= due.day:
                due = forwards(again, limit.term, self._calendar, shift=False).due
                notes.append(note("interrupted", at=again.day, until=due.day))
        return due

    def _events(self, events: tuple[Event, ...], one: Occurrence) -> Iterator[Point]:
        for event in events:
            for step in self._view.linked(one.step, event.type, event.link, one.person):
                for values in self._view.variants(step, (event.at, *fields_of(event.when))):
                    for found in points(values.get(event.at)):
                        if True in self._view.may_hold(event.when, values, one.person, found.moment):
                            yield found

    def _changes(self, changes: tuple[Change, ...], one: Occurrence, *, certain: bool = False) -> list[Granted]:
        """The acts that change the end of this term, in the order in which they were decided.

        Of an act with conflicting values the one with the earliest end counts; where it has to be `certain`, all of
        them say that the end was changed.
        """
        found: list[tuple[datetime.datetime, str, Granted]] = []
        for change in changes:
            limits = [name for each in change.max for name in fields_of(each.when)]
            names = [each for each in (change.until, change.at, *fields_of(change.when), *limits) if each]
            for step in self._view.linked(one.step, change.type, change.link, one.person):
                same = step.id == one.step.id
                standing = [one.values] if same else list(self._view.variants(step, names))
                standing.sort(key=lambda each, until=change.until: str(each.get(until) or ""))  # type: ignore[misc]
                granted = [each for values in standing if (each := self._granted(change, values, one)) is not None]
                if granted and (len(granted) == len(standing) or not certain):
                    found.append((granted[0][0].moment, step.id, granted[0]))
        return [each for _, _, each in sorted(found, key=lambda each: each[:2])]

    def _granted(self, change: Change, values: Values, one: Occurrence) -> Granted | None:
        decided = points(values.get(change.at)) if change.at else [one.start]
        allowed = self._view.may_hold(change.when, values, one.person, one.start.moment)
        if decided and decided[0].day >= one.start.day and allowed == {True}:
            return decided[0], change, values
        return None

    def _extended(
        self, granted: Point, change: Change, values: Values, one: Occurrence, former: Due, notes: list[Note]
    ) -> Due | None:
        """The end that an act gives: what it names, at most what the law allows its author."""
        until = values.get(change.until) if change.until else None
        end = end_at(until) if isinstance(until, str) and until else None
        start = point(former.day.isoformat()) if change.from_end else one.start
        most = self._most(change, values, start, one)
        by = {"ky": "", "ru": "", "en": ""}
        if change.who is not None:
            by = {"ky": change.who.ky, "ru": change.who.ru, "en": change.who.en}
        if end is None and most is None:
            notes.append(note("extended_without_end", at=time_of(granted), **by))
        if most is not None and (end is None or end.moment > most.moment):
            if end is not None:
                notes.append(note("beyond_what_is_allowed", named=moment_of(end), until=moment_of(most), **by))
            end = most
        if end is not None:
            notes.append(note("extended", until=moment_of(end), at=time_of(granted), **by))
        return end

    def _most(self, change: Change, values: Values, start: Point, one: Occurrence) -> Due | None:
        for limit in change.max:
            if True in self._view.may_hold(limit.when, values, one.person, one.start.moment):
                return forwards(start, limit.term, self._calendar, shift=self._rule.shift).due
        return None

    def _set(self, due: Due, one: Occurrence, notes: list[Note]) -> Due:
        """The end that an act names, at most the limit; without such an act the limit itself."""
        if not self._rule.sets:
            return due
        named = self._named(one)
        if not named:
            notes.append(note("not_set_yet", until=moment_of(due)))
            return due
        if named[0].moment > due.moment and not one.goes_on:
            notes.append(note("set_beyond", named=moment_of(named[0]), until=moment_of(due)))
            return due
        notes.append(note("set_by_act", until=moment_of(named[0])))
        return named[0]

    def _named(self, one: Occurrence) -> list[Due]:
        """The end that the last act names which names one."""
        for _, change, values in reversed(self._changes(self._rule.sets, one)):
            until = values.get(change.until)
            end = end_at(until) if isinstance(until, str) and until else None
            if end is not None:
                return [end]
        return [one.planned] if one.planned else []

    def _paused(self, due: Due, one: Occurrence, notes: list[Note]) -> Due:
        """The end moved by the whole days in which the term stood still."""
        rule = self._rule
        intervals = rule.suspended_by if rule.after_suspension == "excluded" else ()
        days = 0
        for began, ended in self.spans(intervals, one, certain=True):
            if ended is not None and one.start.moment <= began.moment <= due.moment:
                days += (ended.day - began.day).days
        if not days:
            return due
        moved = end_of(due.day + datetime.timedelta(days=days))
        notes.append(note("stood_still", days=days, until=moved.day))
        return self._bounded(moved, one, notes)

    def absolute_end(self, one: Occurrence) -> Due | None:
        """The last end that the law allows while the term stands still, if it names one."""
        limits = (limit for limit, _ in self.possible(self._rule.absolute, one))
        ends = [forwards(one.start, each.term, self._calendar, shift=False).due for each in limits]
        return min(ends, key=lambda each: each.moment, default=None)

    def _bounded(self, due: Due, one: Occurrence, notes: list[Note]) -> Due:
        """The end, but not beyond the last one that the law allows whatever moves it."""
        for limit, _ in self.possible(self._rule.absolute, one):
            most = forwards(one.start, limit.term, self._calendar, shift=False).due
            if most.moment < due.moment:
                notes.append(note("absolute_end", n=limit.n, unit=limit.unit, until=most.day))
                return most
        return due


def _by_alarm(start: Point, minutes: int) -> Counted:
    """The end of what is due at once: when to raise the alarm."""
    due = at_moment(start.moment + datetime.timedelta(minutes=minutes))
    return Counted(due, (note("at_once"), note("alarm_after", minutes=minutes, until=due.moment)))


def _moment(point: Point) -> datetime.datetime:
    return point.moment


def _made(one: Occurrence, reading: Reading | None, limit: str, due: Due | None, notes: list[Note]) -> Alternative:
    name = reading.id if reading else ""
    stages = (Stage(one.since or one.start.moment, due),) if due else ()
    return Alternative(one.step.id, one.field, one.start, name, limit, due, tuple(notes), stages=stages)
