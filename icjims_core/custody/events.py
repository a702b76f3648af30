"""From recorded steps to the events of the ledger, once for every reading of what is stated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from icjims_core.custody.declared import DECLARING, declared_events
from icjims_core.custody.event import Event
from icjims_core.custody.rules import Hold, Release, custody_rules
from icjims_core.law.casefile import Annulment, CaseFile, Step
from icjims_core.law.finding import Citation
from icjims_core.law.rule_data import distinct, instant, matches
from icjims_core.persons.childhood import is_child_at

_PERSON: Final = "person"
_DECIDED: Final = "decided_at"


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the events of one person up to a moment."""

    files: tuple[CaseFile, ...]
    person: str
    now: datetime

    def events(self, step: Step, values: Mapping[str, object]) -> Iterator[Event]:
        if values.get(_PERSON) != self.person:
            return
        rules = custody_rules()
        for hold in rules.hold:
            if hold.type == step.type and matches(hold.when, values):
                yield from self._hold(hold, step, values)
        for release in rules.release:
            yield from self._release(release, "release", step, values)

    def lapses(self, step: Step, values: Mapping[str, object]) -> Iterator[Event]:
        if values.get(_PERSON) not in (self.person, None):
            return
        for lapse in custody_rules().lapse:
            yield from self._release(lapse, "lapse", step, values)

    def _hold(self, rule: Hold, step: Step, values: Mapping[str, object]) -> Iterator[Event]:
        at = max((found for name in rule.at if (found := instant(values.get(name))) is not None), default=None)
        if at is None or at > self.now:
            return
        yield Event(
            at,
            rule.what,
            step.id,
            step.type,
            kind=rule.kind,
            since=_first(rule.at, values),
            until=_first(rule.until, values),
            place=str(values.get("facility") or ""),
            child=is_child_at(self.files, step, self.person, at),
            decided=instant(values.get(_DECIDED)),
            to_be_signed=Citation() if step.signed else Citation(rule.signed, verified=bool(rule.signed)),
        )

    def _release(self, rule: Release, what: str, step: Step, values: Mapping[str, object]) -> Iterator[Event]:
        if rule.type != step.type or not matches(rule.when, values):
            return
        at = _first(rule.at, values)
        if at is not None and at <= self.now:
            yield Event(
                at, what, step.id, step.type, ends=tuple(rule.ends), citation=rule.citation, if_held=rule.if_held
            )


def readings(case_files: Iterable[CaseFile], person: str, now: datetime) -> list[tuple[tuple[Event, ...], ...]]:
    """For each step that bears on the liberty of a person: its events, once for every distinct reading."""
    reader = _Reader(tuple(case_files), person, now)
    found = []
    for case, step in _steps(reader.files):
        stated = (_of(reader, step, values) for values in step.alternatives(*_fields(step)))
        held = distinct(tuple(replace(event, case=case) for event in each) for each in stated)
        if held != ((),):
            found.append(held)
    return found


@dataclass(frozen=True, slots=True)
class Struck:
    """A stretch without liberty that an annulled record states, or (`kind` empty) its end; no account counts it."""

    step: str
    type: str
    kind: str
    at: datetime
    ended: datetime | None
    until: datetime | None
    annulment: Annulment


def struck(case_files: Iterable[CaseFile], person: str, now: datetime) -> tuple[Struck, ...]:
    """What annulled records state of the liberty of a person, each with the first annulment that takes effect."""
    reader = _Reader(tuple(case_files), person, now)
    found: dict[Struck, None] = {}
    for _, step in _steps(reader.files, annulled=True):
        annulment = next((each for each in step.annulments if each.effective), None)
        if step.annulled and annulment is not None:
            for values in step.alternatives(*_fields(step)):
                found |= dict.fromkeys(_struck(step, tuple(_of(reader, step, values)), annulment))
    return tuple(sorted(found, key=lambda each: (each.at, each.step, each.kind)))


def _struck(step: Step, events: tuple[Event, ...], annulment: Annulment) -> Iterator[Struck]:
    ends = sorted(each.at for each in events if not each.kind)
    begun = [each for each in events if each.kind]
    for each in begun:
        ended = each.ended or next((end for end in ends if end >= each.at), None)
        yield Struck(step.id, step.type, each.kind, each.at, ended, each.until, annulment)
    if not begun:
        yield from (Struck(step.id, step.type, "", end, None, None, annulment) for end in ends)


def _of(reader: _Reader, step: Step, values: Mapping[str, object]) -> Iterator[Event]:
    yield from reader.events(step, values)
    yield from reader.lapses(step, values)
    yield from declared_events(step, values, reader.person, reader.now)


def _steps(case_files: Iterable[CaseFile], *, annulled: bool = False) -> Iterator[tuple[str, Step]]:
    """The steps that count, or all, with the case they stand in, each once, however many of the cases hold it."""
    seen: set[str] = set()
    for case_file in case_files:
        for step in case_file.of(*custody_rules().types, DECLARING, annulled=annulled):
            if step.id not in seen:
                seen.add(step.id)
                yield case_file.case, step


def _fields(step: Step) -> list[str]:
    """The fields on which the events of a step depend."""
    rules = custody_rules()
    named = [_PERSON, "facility", _DECIDED]
    for each in rules.every:
        if each.type == step.type:
            named += [*each.at, *each.when, *(each.until if isinstance(each, Hold) else ())]
    if step.type == DECLARING:
        named = list(step.declared.by_name)
    return [name for name in dict.fromkeys(named) if name in step.declared.by_name]


def _first(fields: Iterable[str], values: Mapping[str, object]) -> datetime | None:
    return next((found for name in fields if (found := instant(values.get(name))) is not None), None)
