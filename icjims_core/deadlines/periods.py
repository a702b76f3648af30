"""What must happen so often in each period: every period from the event until now or until it is lifted."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from icjims_core.deadlines.counting import Due, Point, Unit, add_months, end_of
from icjims_core.deadlines.notes import note
from icjims_core.deadlines.now import Now
from icjims_core.deadlines.outcome import Judge, Outcome
from icjims_core.deadlines.result import Alternative
from icjims_core.deadlines.rules.model import Limit, Rule
from icjims_core.deadlines.terms import Occurrence


def periods(rule: Rule, one: Occurrence, judge: Judge, now: Now) -> Iterator[tuple[Occurrence, Alternative, Outcome]]:
    """One deadline for each period that has begun: its end, and whether enough was done in it."""
    limit = rule.limit[0]
    lifted = judge.recorded(rule.lifted_by, one)
    until = min(now.moment, lifted.moment) if lifted else now.moment
    done = judge.every(rule.ends, one)
    count = 0
    start = one.start.day
    while limit.n and start <= Point(until).day:
        count += 1
        due = end_of(_later(one.start.day, limit, count))
        within = [each for each in done if start < each.day <= due.day]
        kept = within[rule.times - 1] if len(within) >= rule.times else None
        part = replace(one, start=Point(end_of(start).moment, exact=False))
        end = _alternative(part, rule, limit, due, len(within))
        yield part, end, judge.outcome(part, end, kept)
        start = due.day


def _later(start: datetime.date, limit: Limit, count: int) -> datetime.date:
    if limit.unit in (Unit.MONTHS, Unit.YEARS):
        return add_months(start, limit.term.months * count)
    return start + datetime.timedelta(days=limit.n * count)


def _alternative(part: Occurrence, rule: Rule, limit: Limit, due: Due, done: int) -> Alternative:
    said = note("in_period", first=part.start.day, last=due.day, times=rule.times, done=done)
    return Alternative(part.step.id, part.field, part.start, "", f"{limit.n} {limit.unit}", due, (said,))
