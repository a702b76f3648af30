"""Counting of time in custody: nothing twice, by phase of the case, and the credit it gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from icjims_core.custody.rules import custody_rules
from icjims_core.custody.segment import Segment
from icjims_core.law.casefile import CaseFile
from icjims_core.law.rule_data import BISHKEK
from icjims_core.workflow import case_machine, case_state

Span = tuple[datetime, datetime]
_BEGIN: Final = datetime.min.replace(tzinfo=BISHKEK)


@dataclass(frozen=True, slots=True)
class Phases:
    """The time before the court, in court and after the verdict came into force, by the state of the case."""

    pretrial: tuple[Span, ...]
    court: tuple[Span, ...]
    after: tuple[Span, ...]

    @property
    def before_force(self) -> tuple[Span, ...]:
        """All the time that is credited."""
        return (*self.pretrial, *self.court)

    def at(self, now: datetime) -> tuple[Span, ...]:
        """The phase that goes on, before the court or in it; after the verdict came into force both."""
        return next((each for each in (self.court, self.pretrial) if each and each[-1][1] == now), self.before_force)


def phases_of(case_file: CaseFile, now: datetime) -> Phases:
    """The phases of a case up to `now`."""
    rules = custody_rules()
    passages = case_state(case_file, now).acted.passages
    bounds = [_BEGIN, *(each.at for each in passages), now]
    states = [case_machine().start, *(each.state for each in passages)]
    found: dict[str, list[Span]] = {"pretrial": [], "court": [], "after": []}
    for state, began, ended in zip(states, bounds, bounds[1:], strict=False):
        phase = "court" if state in rules.court_states else "after" if state in rules.after_states else "pretrial"
        if began < ended:
            found[phase].append((began, ended))
    return Phases(*(tuple(each) for each in found.values()))


def total(segments: Iterable[Segment], now: datetime, within: Sequence[Span] | None = None) -> timedelta:
    """The time that segments cover together, up to `now` and within these spans; overlaps count once."""
    merged = _merged((each.began, each.end(now)) for each in segments)
    if within is not None:
        merged = [part for each in merged for limit in within if (part := _common(each, limit))]
    return sum((ended - began for began, ended in merged), timedelta())


def credit_days(segments: Iterable[Segment], phases: Phases, now: datetime) -> int:
    """Days of imprisonment that the time before the verdict came into force is worth; days begun count whole.

    A day that belongs to two kinds counts for the one that gives more.
    """
    taken: set[date] = set()
    worth = 0
    every = list(segments)
    for rule in sorted(custody_rules().credit, key=lambda each: each.days / each.gives):
        days = _days([each for each in every if each.kind in rule.kinds], phases, now) - taken
        taken |= days
        worth += len(days) * rule.gives // rule.days
    return worth


def _days(segments: Iterable[Segment], phases: Phases, now: datetime) -> set[date]:
    """The days of Bishkek that segments touch."""
    found: set[date] = set()
    for began, ended in _merged((each.began, each.end(now)) for each in segments):
        for limit in phases.before_force:
            part = _common((began, ended), limit)
            if part is not None:
                first, last = (each.astimezone(BISHKEK).date() for each in part)
                found |= {first + timedelta(days=count) for count in range((last - first).days + 1)}
    return found


def _merged(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for began, ended in sorted(each for each in spans if each[0] < each[1]):
        if found and began <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], ended))
        else:
            found.append((began, ended))
    return found


def _common(one: Span, other: Span) -> Span | None:
    began, ended = max(one[0], other[0]), min(one[1], other[1])
    return (began, ended) if began < ended else None
