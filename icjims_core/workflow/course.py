"""The course through a machine: recorded steps laid out by the moments they state, whatever order they came in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from icjims_core.law.finding import Finding, finding
from icjims_core.law.rule_data import BISHKEK
from icjims_core.workflow.machine import BEFORE, SAME, Machine, Transition


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A step at the moment it states.

    `transitions`: those that it may fire, in the order of the data. `exact` is false where only the day is known.
    `target`: the step it takes back. `declares`: the state that a take-over declares. `of_all`: it is said of everyone
    in the case, and does not concern those whom it does not fit.
    """

    at: datetime
    exact: bool
    type: str
    step: str
    transitions: tuple[Transition, ...] = ()
    target: str = ""
    declares: str = ""
    of_all: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A change of state: when, whereto, by which step, under which transition (empty for a take-over)."""

    at: datetime
    state: str
    step: str
    transition: str


@dataclass(frozen=True, slots=True)
class Course:
    """The way to the present state. `findings`: steps that do not fit and steps that are missing."""

    state: str
    passages: tuple[Passage, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def since(self) -> datetime | None:
        """When the present state began; `None` for the initial one."""
        return self.passages[-1].at if self.passages else None

    def state_at(self, moment: datetime, start: str) -> str:
        """The state at a moment."""
        return next((each.state for each in reversed(self.passages) if each.at <= moment), start)


@dataclass(slots=True)
class _Walk:
    machine: Machine
    state: str
    passages: list[Passage] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    before: dict[str, str] = field(default_factory=dict)

    def fitting(self, met: Occurrence) -> Transition | None:
        """The first rule under which the step leads out of the present state; what never moved is not taken back."""
        return next((each for each in met.transitions if self.state in each.sources and self._undoes(each, met)), None)

    def _undoes(self, rule: Transition, met: Occurrence) -> bool:
        return rule.to != BEFORE or not met.target or met.target in self.before

    def enter(self, met: Occurrence) -> None:
        """Goes where the step leads; a gap before it is named, a step out of place leaves the state."""
        if met.declares:
            self._move(met, met.declares, "")
            return
        lawful = self.fitting(met)
        if lawful is not None:
            self._move(met, self._goal(lawful, met), lawful.code)
            return
        if met.of_all:
            return
        missed = next((each for each in met.transitions if self._may_follow(each)), None)
        rule = missed or met.transitions[0]
        self.findings.append(
            finding(
                "step_missing_before" if missed else "step_out_of_place",
                rule.citation,
                type=met.type,
                step=met.step,
                state=self.state,
                states=self.machine.states,
            )
        )
        if missed is not None:
            self._move(met, self._goal(missed, met), missed.code)

    def _may_follow(self, rule: Transition) -> bool:
        """Whether the sources of a rule lie ahead, so that steps between may merely be missing."""
        presumable = rule.presumed_from is None or self.state in rule.presumed_from
        ahead = presumable and not rule.back and rule.to not in (SAME, BEFORE)
        return ahead and self.machine.reaches(self.state, frozenset(rule.sources))

    def _goal(self, rule: Transition, met: Occurrence) -> str:
        if rule.to == SAME:
            return self.state
        if rule.to != BEFORE:
            return rule.to
        return self.before.get(met.target) or self._previous()

    def _previous(self) -> str:
        """The state before the last change."""
        earlier = (each.state for each in reversed(self.passages) if each.state != self.state)
        return next(earlier, self.machine.start)

    def _move(self, met: Occurrence, state: str, code: str) -> None:
        if state != self.state or met.declares:
            self.before.setdefault(met.step, self.state)
            self.state = state
            self.passages.append(Passage(met.at, state, met.step, code))


def course(machine: Machine, occurrences: Iterable[Occurrence]) -> Course:
    """The course of a machine through these occurrences; their order does not matter."""
    walk = _Walk(machine, machine.start)
    rank = {rule.code: at for at, rule in enumerate(machine.transition)}
    ordered = sorted(
        occurrences, key=lambda each: (each.at, [rank[rule.code] for rule in each.transitions], each.step, each.target)
    )
    for _, day in groupby(ordered, key=lambda each: each.at.astimezone(BISHKEK).date()):
        _through_day(walk, list(day))
    return Course(walk.state, tuple(walk.passages), tuple(sorted(set(walk.findings))))


def _through_day(walk: _Walk, met: Sequence[Occurrence]) -> None:
    """A day in its order; what is known to the day only goes where it first fits, or to the end."""
    loose = [each for each in met if not each.exact]
    _place(walk, loose)
    for _, at_once in groupby((each for each in met if each.exact), key=lambda each: each.at):
        together = list(at_once)
        _place(walk, together)
        for each in together:
            walk.enter(each)
        _place(walk, loose)
    for each in loose:
        walk.enter(each)


def _place(walk: _Walk, loose: list[Occurrence]) -> None:
    """Enters, one after another, those that fit the state now reached."""
    while True:
        fitting = next((each for each in loose if each.declares or walk.fitting(each)), None)
        if fitting is None:
            return
        loose.remove(fitting)
        walk.enter(fitting)
