"""Time in custody summed over interruptions, and parts of a sentence."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from icjims_core.deadlines.calendar import Calendar
from icjims_core.deadlines.counting import Counted, Point, Term, add_months, end_of, forwards
from icjims_core.deadlines.notes import note
from icjims_core.deadlines.rules.model import Fraction, Limit

Span = tuple[Point, Point | None]
_DAY: Final = datetime.timedelta(days=1)


def united(spans: Sequence[Span], clip: Point | None) -> list[Span]:
    """Spans in order with those that touch or overlap made one, and nothing before `clip`."""
    found: list[Span] = []
    for start, ended in spans:
        began = start
        if clip is not None:
            if ended is not None and ended.moment <= clip.moment:
                continue
            began = max(began, clip, key=lambda each: each.moment)
        if found and (found[-1][1] is None or began.moment <= found[-1][1].moment):
            found[-1] = (found[-1][0], _later(found[-1][1], ended))
        else:
            found.append((began, ended))
    return found


def summed(served: Sequence[Span], start: Point, term: Term, calendar: Calendar, *, first_day: bool) -> Counted:
    """The end of a term of custody that earlier custody in the case is counted into (115(7), 303(5)).

    It runs from the first day in custody and is moved by the whole days out of it, never by part of a day. Out of
    custody it runs from nothing, and the end is that of the term with no more to come.
    """
    if not served:
        return forwards(start, term, calendar, shift=False, first_day=first_day)
    counted = forwards(served[0][0], term, calendar, shift=False, first_day=first_day)
    notes = list(counted.notes)
    out = 0
    for (_, ended), (again, _) in pairwise(served):
        if ended is not None:
            out += (again.moment - ended.moment) // _DAY
            notes.append(note("out_of_custody", day=ended.day, again=again.day))
    due = end_of(counted.due.day + _DAY * out)
    if out:
        notes.append(note("custody_moved", days=out, until=due.day))
    return Counted(due, tuple(notes))


def part_of_sentence(start: Point, values: Mapping[str, object], fields: Fraction, limit: Limit) -> Counted:
    """The last day of a part of a sentence, or of a fixed term of it, less the days served before that count into it.

    The whole is counted by the calendar and in days; a part of a day counts as a day.
    """
    months = _number(values, fields.years) * 12 + _number(values, fields.months) if limit.of else limit.term.months
    whole = (add_months(start.day, months) - start.day).days + _number(values, fields.days)
    served = sum(_number(values, each) for each in fields.credit_days)
    part = -(-whole * limit.n // limit.of) if limit.of else whole
    last = start.day + _DAY * (part - served)
    notes = [note("part_of_sentence", n=limit.n, of=limit.of, whole=whole, part=part, last=last)]
    if served:
        notes.append(note("served_before", days=served))
    return Counted(end_of(last), tuple(notes))


def _number(values: Mapping[str, object], name: str) -> int:
    value = values.get(name) if name else None
    return value if isinstance(value, int) else 0


def _later(one: Point | None, other: Point | None) -> Point | None:
    if one is None or other is None:
        return None
    return max(one, other, key=lambda each: each.moment)
