"""The ledger of custody of a person: segments, cumulative time and credit, derived from the recorded steps.

Apprehensions, custody, house arrest, extensions, re-arrests and releases of a case, of those joined to it and of those
severed from it count together (CPC 115(7)); nothing counts twice. Where statements are in conflict every reading is
computed and the one with the longest time in custody is acted on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from icjims_core.custody.counting import Phases, credit_days, phases_of, total
from icjims_core.custody.event import Event
from icjims_core.custody.events import readings
from icjims_core.custody.limit import Limit, limit_of
from icjims_core.custody.rules import custody_rules
from icjims_core.custody.segment import Segment
from icjims_core.custody.walk import Walk
from icjims_core.declarations.stored_forms import moment_of
from icjims_core.law.casefile import CaseFile
from icjims_core.law.finding import Citation, Finding, finding
from icjims_core.law.rule_data import BISHKEK, distinct, worlds

RELEASE: Final = Citation("CPC 100(1), 116(1), 116(3)", verified=True)


@dataclass(frozen=True, slots=True)
class Account:
    """One reading of the ledger up to `now`.

    `time`: kind → time spent so, nothing counted twice. `pretrial`, `court`: time in custody by phase.
    `credit`: days of imprisonment that the time before the verdict came into force is worth. `limit`: the one that
    binds now.
    """

    now: datetime
    segments: tuple[Segment, ...]
    time: Mapping[str, timedelta]
    pretrial: timedelta
    court: timedelta
    credit: int
    limit: Limit | None
    findings: tuple[Finding, ...]

    @property
    def current(self) -> Segment | None:
        """The segment that goes on now."""
        return _current(self.segments)

    @property
    def custody(self) -> timedelta:
        """Time in custody: apprehension and compulsory hospital count in it (CPC 115(5), 115(6))."""
        return self.pretrial + self.court

    @property
    def first(self) -> datetime | None:
        """When liberty was first taken: the day from which the term of custody runs (CPC 115(5))."""
        counted = (each.began for each in self.segments if each.kind in custody_rules().counted)
        return next(counted, None)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The account acted on and every other that what is recorded allows."""

    acted: Account
    readings: tuple[Account, ...]

    @property
    def in_conflict(self) -> bool:
        """Whether the readings differ."""
        return len(self.readings) > 1


def ledger(case_files: Sequence[CaseFile], person: str, now: datetime) -> Ledger:
    """The ledger of a person over a case (the first) and those joined to it or severed from it, up to `now`."""
    phases = phases_of(case_files[0], now)
    events = ([each for step in world for each in step] for world in worlds(readings(case_files, person, now)))
    doubts = (*_released_beside(case_files, person), *_restated_births(case_files, person))
    accounts = distinct(_account(each, phases, now, doubts) for each in events)
    ranked = sorted(accounts, key=_strictest_first)
    return Ledger(ranked[0], tuple(ranked))


def _strictest_first(account: Account) -> tuple[timedelta, float, timedelta, str]:
    """The longest time in custody first, then what is soonest over or has no ground any more, then the most time."""
    time = sum(account.time.values(), timedelta())
    return (-account.custody, _runs_out(account.current), -time, repr(account.segments))


def _runs_out(current: Segment | None) -> float:
    """When the term now running ends, or its ground went: of an apprehension, by the hours that it may last."""
    if current is None:
        return float("inf")
    ends = [each for each in (current.until, current.lapsed) if each is not None]
    if current.kind == "apprehension":
        ends.append(current.began + timedelta(hours=custody_rules().hours_without_court(child=current.child)))
    return min((each.timestamp() for each in ends), default=float("inf"))


def _released_beside(case_files: Iterable[CaseFile], person: str) -> tuple[Finding, ...]:
    """What is said of each act that lets somebody go beside the act by which others hold him (`custody.beside`)."""
    acts = {each.id: each for file in case_files for each in file.steps if each.beside and each.counts}
    return tuple(
        finding("released_beside", RELEASE, type=each.type, step=each.id, other_step=other)
        for each in acts.values()
        for other in each.beside
        if each.person == person
    )


def _restated_births(case_files: Iterable[CaseFile], person: str) -> Iterator[Finding]:
    """What others stated of the birth of whom a signed act holds as a child (`custody.births`)."""
    cited = Citation(custody_rules().apprehension_article, verified=True)
    records = {each.id: each for file in case_files if (each := file.step(person)) is not None}
    for each in records.values():
        for one in each.added:
            at = moment_of(datetime.fromtimestamp(one.at / 1000, BISHKEK))
            yield finding(
                "birth_restated", cited, step=person, by=one.officer.name or one.by, at=at.replace("T", " ")[:16]
            )


def _account(events: Iterable[Event], phases: Phases, now: datetime, doubts: Sequence[Finding] = ()) -> Account:
    walk = Walk()
    ordered = sorted(events, key=lambda each: each.order)
    for event in ordered:
        walk.enter(event)
    segments = walk.segments()
    rules = custody_rules()
    counted = [each for each in segments if each.kind in rules.counted]
    kinds = dict.fromkeys(each.kind for each in segments)
    findings = (*doubts, *walk.notes.all(ordered, segments, counted, phases, now))
    return Account(
        now,
        segments,
        {kind: total((each for each in segments if each.kind == kind), now) for kind in kinds},
        pretrial=total(counted, now, phases.pretrial),
        court=total(counted, now, phases.court),
        credit=credit_days(segments, phases, now),
        limit=limit_of(segments, _current(segments), phases, now),
        findings=findings,
    )


def _current(segments: Sequence[Segment]) -> Segment | None:
    return next((each for each in reversed(segments) if each.ended is None), None)
