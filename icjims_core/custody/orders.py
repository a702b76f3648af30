"""What does not fit in an order by itself: a term longer than a judge may give at once, an order nobody signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from icjims_core.custody.event import Event
from icjims_core.custody.rules import custody_rules
from icjims_core.custody.segment import Segment
from icjims_core.deadlines.counting import add_months
from icjims_core.law.finding import Citation, Finding, finding
from icjims_core.law.rule_data import BISHKEK

_MINUTE: Final = timedelta(minutes=1)
_ORDERED: Final = ("hold", "extend")


def order_findings(events: Sequence[Event], segments: Iterable[Segment]) -> Iterator[Finding]:
    """The findings on each order that takes liberty or prolongs its taking."""
    every = list(segments)
    for event in events:
        if event.to_be_signed.article:
            yield finding("liberty_taken_unsigned", event.to_be_signed, type=event.type, step=event.step)
        if event.what in _ORDERED and event.kind in custody_rules().termed and event.until is not None:
            yield from _too_long(event, event.until, _runs_from(event, events, every))


def _too_long(event: Event, until: datetime, since: datetime) -> Iterator[Finding]:
    """A term counted in months ends with the day of the same number (CPC 137(2))."""
    months, cited = custody_rules().term_months, Citation(custody_rules().term_article, verified=True)
    if (until - _MINUTE).astimezone(BISHKEK).date() > add_months(since.astimezone(BISHKEK).date(), months):
        yield finding("term_too_long", cited, type=event.type, step=event.step, months=str(months))


def _runs_from(event: Event, events: Iterable[Event], segments: Iterable[Segment]) -> datetime:
    """Where the term of an order begins: an extension goes on from the end of the term before it; custody counts from
    the apprehension that it follows (CPC 115(5))."""
    since = event.since or event.at
    if event.what == "extend":
        before = [each.until for each in events if each.kind == event.kind and each.order < event.order]
        return max([since, *(each for each in before if each is not None)])
    counted = event.kind in custody_rules().counted
    taken = [each.began for each in segments if counted and each.kind == "apprehension" and each.ended == event.at]
    return min([since, *taken])
