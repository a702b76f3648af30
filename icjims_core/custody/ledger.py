"""The ledger of custody of a person: segments, cumulative time and credit, derived from the recorded steps.

Apprehensions, custody, house arrest, extensions, re-arrests and releases of a case, of those joined to it and of those
severed from it count together (CPC 115(7)); nothing counts twice. Where statements are in conflict every reading is
computed and the one with the longest time in custody is acted on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from icjims_core.casefile import CaseFile
from icjims_core.custody.contradictions import Contradictions
from icjims_core.custody.counting import Phases, credit_days, phases_of, total
from icjims_core.custody.event import Event
from icjims_core.custody.events import readings
from icjims_core.custody.rules import custody_rules
from icjims_core.custody.segment import Segment
from icjims_core.finding import Finding
from icjims_core.rule_data import distinct, worlds

_SAME_RELEASE: Final = timedelta(days=1)
"""Within it two records of a release are of one and the same."""


@dataclass(frozen=True, slots=True)
class Account:
    """One reading of the ledger up to `now`.

    `time`: kind → time spent so, nothing counted twice. `pretrial`, `court`: time in custody by phase.
    `credit`: days of imprisonment that the time before the verdict came into force is worth.
    """

    now: datetime
    segments: tuple[Segment, ...]
    time: Mapping[str, timedelta]
    pretrial: timedelta
    court: timedelta
    credit: int
    findings: tuple[Finding, ...]

    @property
    def current(self) -> Segment | None:
        """The segment that goes on now."""
        return next((each for each in reversed(self.segments) if each.ended is None), None)

    @property
    def custody(self) -> timedelta:
        """Time in custody: apprehension and compulsory hospital count in it (CPC 115(5), 115(6))."""
        return self.pretrial + self.court

    @property
    def first(self) -> datetime | None:
        """When liberty was first taken: the day from which the term of custody runs (CPC 115(5))."""
        return self.segments[0].began if self.segments else None


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
    accounts = distinct(_account(each, phases, now) for each in events)
    ranked = sorted(accounts, key=_strictest_first)
    return Ledger(ranked[0], tuple(ranked))


def _strictest_first(account: Account) -> tuple[timedelta, float, str]:
    """The longest time in custody first, then the earliest end of the term now running."""
    current = account.current
    until = current.until.timestamp() if current and current.until else float("inf")
    return (-account.custody, until, repr(account.segments))


def _account(events: Iterable[Event], phases: Phases, now: datetime) -> Account:
    walk = _Walk()
    for event in sorted(events, key=lambda each: each.order):
        walk.enter(event)
    segments = tuple(sorted(walk.segments(), key=lambda each: (each.began, each.kind, each.steps)))
    rules = custody_rules()
    counted = [each for each in segments if each.kind in rules.counted]
    kinds = dict.fromkeys(each.kind for each in segments)
    findings = walk.notes.all(segments, counted, phases, now)
    return Account(
        now,
        segments,
        {kind: total((each for each in segments if each.kind == kind), now) for kind in kinds},
        pretrial=total(counted, now, phases.pretrial),
        court=total(counted, now, phases.court),
        credit=credit_days(segments, phases, now),
        findings=findings,
    )


@dataclass(slots=True)
class _Walk:
    """Lays the events out as segments; at most one is open at a time."""

    done: list[Segment] = field(default_factory=list)
    open: Segment | None = None
    notes: Contradictions = field(default_factory=Contradictions)

    def enter(self, event: Event) -> None:
        """Takes one event into account."""
        match event.what:
            case "declared":
                self._declare(event)
            case "hold":
                self._hold(event)
            case "extend":
                self._extend(event)
            case "release":
                self._release(event)
            case "confirm":
                self.open = self.open or _segment(event)
            case _:
                self._lapse(event)

    def segments(self) -> list[Segment]:
        return [*self.done, self.open] if self.open else self.done

    def _declare(self, event: Event) -> None:
        segment = _segment(event, declared=True)
        if event.ended is not None:
            self.done.append(replace(segment, ended=event.ended))
        else:
            self._close(event.at)
            self.open = segment

    def _hold(self, event: Event) -> None:
        if self.open is not None and self.open.kind == event.kind:
            self.notes.add("custody_taken_twice", event)
            self.open = _prolonged(self.open, event)
            return
        if self.open is not None and event.kind == "apprehension":
            self.notes.add("apprehended_while_held", event)
            return
        self._close(event.at)
        self.open = _segment(event)

    def _extend(self, event: Event) -> None:
        if self.open is None or self.open.kind != event.kind:
            self.notes.add("extension_of_nothing", event)
            self._close(event.at)
            self.open = _segment(event)
            return
        if self.open.until is not None and event.at > self.open.until:
            self.notes.add("held_without_order", event)
        self.open = _prolonged(self.open, event)

    def _release(self, event: Event) -> None:
        if self.open is not None and self.open.kind in event.ends and event.at >= self.open.began:
            self.open = replace(self.open, steps=tuple(dict.fromkeys((*self.open.steps, event.step))))
            self._close(event.at)
        elif not any(each.ended and event.at - each.ended <= _SAME_RELEASE for each in self.done):
            self.notes.add("release_of_nobody", event)

    def _lapse(self, event: Event) -> None:
        if self.open is not None and self.open.kind in event.ends:
            self.open = replace(self.open, lapsed=event.at, lapsed_by=event.step)
            self.notes.lapsed(event)

    def _close(self, at: datetime) -> None:
        if self.open is not None:
            self.done.append(replace(self.open, ended=at))
            self.open = None


def _prolonged(segment: Segment, event: Event) -> Segment:
    """The segment with the term that an event gives it."""
    until = max(filter(None, (segment.until, event.until)), default=None)
    steps = tuple(dict.fromkeys((*segment.steps, event.step)))
    return replace(segment, until=until, steps=steps, place=event.place or segment.place)


def _segment(event: Event, *, declared: bool = False) -> Segment:
    return Segment(
        event.kind, event.at, None, event.until, (event.step,), event.place, declared=declared, child=event.child
    )
