"""The safeguard passport of a person: of every right whether it was kept, by what, when, or why not.

A right counts as kept only when every reading of what is recorded says so; of several times the latest counts.
"""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final

from icjims_core.custody import custody_rules, ledger
from icjims_core.law.casefile import TAKEOVER, CaseFile, Step, as_one
from icjims_core.law.rule_data import instant, matches
from icjims_core.modules import registry
from icjims_core.officers import NOBODY, Officer
from icjims_core.persons.childhood import is_child_at
from icjims_core.safeguards.stamps import Stamp, stamps

_TAKEN_AT: Final = "taken_at"


class Status(enum.StrEnum):
    """How a right stands."""

    MET = "met"
    MISSING = "missing"
    EXPLAINED = "explained"
    NOT_APPLICABLE = "not_applicable"
    BEFORE_TAKEOVER = "before_takeover"
    ANNULLED = "annulled"
    """What called for it was annulled, and nothing else calls for it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows it: the record, its type, the field and the time stated there (`None` where it states no time)."""

    step: str
    type: str
    field: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt to keep a right, as the log has it: the record, when, by whom, and the code of what came of it.

    `officer`: who recorded it.
    """

    step: str
    at: datetime | None
    by: str
    result: str
    officer: Officer = NOBODY

    def made_by(self, language: str) -> str:
        """Whom the log names, else who recorded it."""
        return self.by or self.officer.words(language)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stamp on one occasion.

    `occasion`: the step that called for it, empty where none did; `began`: the moment from which it was due, `due` the
    end of the time for it. `late`: kept, but after that, or after the alarm where it is due at once. `reason`: the
    recorded reason why not. `attempts`: what was tried, which keeps no right unless the data of the stamp say so.
    """

    stamp: str
    status: Status
    occasion: str = ""
    began: datetime | None = None
    due: datetime | None = None
    evidence: Evidence | None = None
    late: bool = False
    reason: str = ""
    attempts: tuple[Attempt, ...] = ()

    def overdue(self, now: datetime) -> bool:
        """Whether it is missing although its time is over; what is due at once is overdue when it is missing."""
        return self.status is Status.MISSING and (self.due is None or now > self.due)


@dataclass(frozen=True, slots=True)
class Passport:
    """Every stamp of a person, in the order of the data, once for each occasion."""

    person: str
    marks: tuple[Mark, ...]

    def of(self, code: str) -> tuple[Mark, ...]:
        """The marks of one stamp."""
        return tuple(each for each in self.marks if each.stamp == code)


@dataclass(frozen=True)
class _Reader:
    files: Sequence[CaseFile]
    """The case first, then those that count together with it."""
    person: str
    now: datetime

    @cached_property
    def case_file(self) -> CaseFile:
        return as_one(self.files)

    @cached_property
    def person_values(self) -> Mapping[str, object]:
        step = self.case_file.step(self.person)
        return step.values() if step else {}

    def marks(self, stamp: Stamp) -> Iterator[Mark]:
        occasions = [each for each in self.case_file.about(self.person, stamp.on) if self._calls(stamp, each)]
        if not matches(stamp.person_when, self.person_values):
            occasions = []
        tried = self._tried(stamp, occasions)
        found = [replace(self._mark(stamp, each), attempts=tuple(tried.get(each.id, ()))) for each in occasions]
        if not found and stamp.on == "apprehension" and not (stamp.when or stamp.child) and self.declared_held:
            found = [Mark(stamp.code, Status.BEFORE_TAKEOVER)]
        yield from found or [self._mark_without_occasion(stamp)]

    def _tried(self, stamp: Stamp, occasions: Sequence[Step]) -> Mapping[str, Sequence[Attempt]]:
        """The attempts of the log by the occasion to which each is nearest in time, the earliest first."""
        log = stamps().attempts
        found: dict[str, list[Attempt]] = {}
        for step in self.case_file.about(self.person, log.type) if stamp.tried and occasions else ():
            values = step.values()
            if matches(stamp.tried, values):
                at = instant(values.get(log.at))
                nearest = min(occasions, key=lambda each: _apart(_first(stamp.moment, each.values()), at))
                by, result = str(values.get(log.by) or ""), str(values.get(log.result) or "")
                attempt = Attempt(step.id, at, by, result, step.officer)
                found.setdefault(nearest.id, []).append(attempt)
        return {each: sorted(several, key=_in_time) for each, several in found.items()}

    def _mark_without_occasion(self, stamp: Stamp) -> Mark:
        """That nothing calls for it, or that what did was annulled."""
        several = self.case_file.of(stamp.on, annulled=True)
        gone = [each for each in several if each.annulled and each.person == self.person and self._calls(stamp, each)]
        if gone and matches(stamp.person_when, self.person_values):
            return Mark(stamp.code, Status.ANNULLED, gone[-1].id)
        return Mark(stamp.code, Status.NOT_APPLICABLE)

    @cached_property
    def declared_held(self) -> bool:
        """Whether a custody was stated on taking over, without the acts by which it was taken."""
        if not any(file.of(TAKEOVER) for file in self.files):
            return False
        account = ledger(self.files, self.person, self.now).acted
        return any(each.declared and each.kind in custody_rules().counted for each in account.segments)

    def _calls(self, stamp: Stamp, step: Step) -> bool:
        """Whether a step calls for the stamp by any reading of it: where in doubt the right is due."""
        names = [each for each in stamp.asked if each in step.declared.by_name]
        if any(stamp.called_for(values) for values in step.alternatives(*names)):
            return not stamp.child or self._is_child(stamp, step)
        return stamp.or_child and self._is_child(stamp, step)

    def _is_child(self, stamp: Stamp, occasion: Step) -> bool:
        began = _first(stamp.moment, occasion.values())
        return is_child_at(self.files, occasion, self.person, began or self.now)

    def _mark(self, stamp: Stamp, occasion: Step) -> Mark:
        values = occasion.values()
        began = _first(stamp.moment, values)
        shorter = stamp.within_hours_child and self._is_child(stamp, occasion)
        hours = stamp.within_hours_child if shorter else stamp.within_hours
        due = began + timedelta(hours=hours) if began and hours else None
        evidence = self._evidence(stamp.met_by, occasion, began) or self._met_by_trying(stamp, began)
        if evidence is not None:
            last = due or (began + timedelta(minutes=stamp.alarm) if began and stamp.alarm else None)
            late = last is not None and evidence.at is not None and evidence.at > last
            return Mark(stamp.code, Status.MET, occasion.id, began, due, evidence, late=late)
        why = self._evidence(stamp.reason, occasion, None)
        if why is not None:
            reason = str((self.case_file.step(why.step) or occasion).values().get(why.field) or "")
            return Mark(stamp.code, Status.EXPLAINED, occasion.id, began, due, why, reason=reason)
        taken = taken_over(self.files, self.person, occasion)
        earlier = taken is not None and began is not None and began < taken
        return Mark(stamp.code, Status.BEFORE_TAKEOVER if earlier else Status.MISSING, occasion.id, began, due)

    def _met_by_trying(self, stamp: Stamp, began: datetime | None) -> Evidence | None:
        """The first attempt that itself keeps the right, where the data of the stamp let any do so."""
        log = stamps().attempts
        for step in self.case_file.about(self.person, log.type) if stamp.tried_meets else ():
            readings = list(step.alternatives(log.at, log.result, *stamp.tried, *stamp.tried_meets))
            shown = _shown(step, log.at)
            if shown is None or not all(matches({**stamp.tried, **stamp.tried_meets}, each) for each in readings):
                continue
            if began is None or shown.at is None or shown.at >= began:
                return shown
        return None

    def _evidence(self, fields: Iterable[str], occasion: Step, began: datetime | None) -> Evidence | None:
        """The first record that fills one of these fields: the occasion itself, else a later one on the person."""
        for named in fields:
            type_name, _, name = named.partition(".")
            own = occasion.type == type_name
            for step in [occasion] if own else self.case_file.about(self.person, type_name):
                found = _shown(step, name)
                if found is not None and (own or began is None or found.at is None or found.at >= began):
                    return found
        return None


def taken_over(files: Iterable[CaseFile], person: str, occasion: Step) -> datetime | None:
    """When the case of a step, or this person in it, was taken over from paper, before the step was recorded."""
    several = (step for file in files for step in file.of(TAKEOVER))
    own = [each for each in several if each.case == occasion.case and each.person in (None, person)]
    stated = [values for each in own if occasion.was_on_paper(each) for values in each.alternatives(_TAKEN_AT)]
    return max((found for each in stated if (found := _first([_TAKEN_AT], each))), default=None)


def passport(
    case_file: CaseFile,
    person: str,
    now: datetime,
    compartments: Collection[str] = (),
    others: Sequence[CaseFile] = (),
) -> Passport:
    """The safeguards of a person by what is recorded; `others` are the cases joined to it or severed from it.

    Stamps on sealed records are left out unless the reader is of the compartment (`compartments`), whether or not there
    is such a record: neither its presence nor its absence shows.
    """
    reader = _Reader((case_file, *others), person, now)
    open_to = [each for each in stamps().stamp if _readable(each, compartments)]
    return Passport(person, tuple(mark for each in open_to for mark in reader.marks(each)))


def blocking(case_file: CaseFile, act: Step, now: datetime, others: Sequence[CaseFile] = ()) -> tuple[Mark, ...]:
    """The missing safeguards for which the signing of an act waits; a recorded reason why not lets it go on."""
    if act.type in stamps().never_blocked or act.person is None:
        return ()
    values = act.values()
    holding = [each for each in stamps().stamp if each.holds_back(act.type, values)]
    reader = _Reader((case_file, *others), act.person, now)
    marks = [mark for each in holding for mark in reader.marks(each)]
    own = {each.code for each in holding if each.on == act.type}
    return tuple(
        each for each in marks if each.status is Status.MISSING and (each.stamp not in own or each.occasion == act.id)
    )


def _readable(stamp: Stamp, compartments: Collection[str]) -> bool:
    """Whether the reader may know of records of the kind that calls for the stamp, whether or not there are any."""
    sealed = registry()[stamp.on].sealed
    return not sealed or sealed in compartments


def _shown(step: Step, name: str) -> Evidence | None:
    """What a field shows, where every reading fills it; an answer must be yes."""
    if name not in step.declared.by_name:
        return None
    stated = [values.get(name) for values in step.alternatives(name)]
    if any(each in (None, "", [], "no", "not_asked", False) for each in stated):
        return None
    times = [found for each in stated if (found := instant(each)) is not None]
    return Evidence(step.id, step.type, name, max(times, default=None))


def _apart(one: datetime | None, other: datetime | None) -> timedelta:
    """How far two moments are apart; of an unknown one, further than any."""
    return abs(one - other) if one is not None and other is not None else timedelta.max


def _in_time(attempt: Attempt) -> tuple[bool, float, str]:
    return attempt.at is None, attempt.at.timestamp() if attempt.at else 0.0, attempt.step


def _first(fields: Iterable[str], values: Mapping[str, object]) -> datetime | None:
    return next((found for name in fields if (found := instant(values.get(name))) is not None), None)
