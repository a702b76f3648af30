"""What does not fit in a ledger, and what must not go on: named, with the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from icjims_core.custody.counting import Phases, total
from icjims_core.custody.event import Event
from icjims_core.custody.orders import order_findings
from icjims_core.custody.rules import custody_rules
from icjims_core.custody.segment import Segment
from icjims_core.law.finding import Citation, Finding, finding

_TERM: Final = Citation("CPC 115(1), 115(2)", verified=True)


@dataclass(slots=True)
class Contradictions:
    """Collects findings while the events are laid out."""

    found: list[Finding] = field(default_factory=list)
    lapses: dict[str, Event] = field(default_factory=dict)

    def add(self, code: str, event: Event) -> None:
        """Notes that an event does not fit."""
        self.found.append(finding(code, type=event.type, step=event.step, kind=event.kind))

    def lapsed(self, event: Event) -> None:
        """Notes that the ground for holding is gone."""
        self.lapses[event.step] = event

    def all(
        self,
        events: Sequence[Event],
        segments: Sequence[Segment],
        counted: Sequence[Segment],
        phases: Phases,
        now: datetime,
    ) -> tuple[Finding, ...]:
        """Every finding on a ledger."""
        found = [*self.found, *_overlaps(segments), *self._running(segments, now), *_over(counted, phases, now)]
        found += order_findings(events, segments)
        return tuple(sorted(set(found)))

    def _running(self, segments: Iterable[Segment], now: datetime) -> Iterator[Finding]:
        """What is wrong with each stretch: held after the ground was gone, or beyond the term."""
        rules = custody_rules()
        for each in segments:
            step = each.steps[0]
            if each.lapsed is not None and each.end(now) > each.lapsed and each.ended is None:
                event = self.lapses[each.lapsed_by]
                yield finding("release_due", event.citation, type=event.type, step=event.step, kind=each.kind)
            if each.until is not None and each.end(now) > each.until:
                yield finding("held_after_term", _TERM, step=step, kind=each.kind)
            hours = rules.hours_without_court(child=each.child)
            if each.kind == "apprehension" and each.end(now) - each.began > timedelta(hours=hours):
                cited = Citation(rules.apprehension_article, verified=True)
                yield finding("held_without_court", cited, step=step, hours=str(hours))


def _overlaps(segments: Sequence[Segment]) -> Iterator[Finding]:
    """Stretches that run at once: stated in different cases, or declared beside what is recorded."""
    for at, one in enumerate(segments):
        for other in segments[at + 1 :]:
            if one.ended is None or other.began < one.ended:
                yield finding("segments_overlap", step=one.steps[0], other_step=other.steps[0])


def _over(counted: Sequence[Segment], phases: Phases, now: datetime) -> Iterator[Finding]:
    """Whether the time in custody is over what the Code allows, before the court and in it."""
    rules = custody_rules()
    for phase, spans in (("pretrial", phases.pretrial), ("court", phases.court)):
        if total(counted, now, spans) > rules.longest:
            cited = Citation(rules.limit_article, verified=True)
            yield finding("custody_over_limit", cited, phase=phase, months=str(rules.limit_months))
