"""The rules of deadlines as one table, and what a rule of it reads."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from icjims_core.deadlines.result import Deadline
from icjims_core.deadlines.rules.model import Event, Fact, Rule, RuleFile


@dataclass(frozen=True)
class Rules:
    """A set of rules. Of one id there may be several, each for its own period of validity.

    `choices`: rule → the reading acted on, where it is another one than the file says. `files`: what they were read of.
    """

    rules: tuple[Rule, ...]
    facts: Mapping[str, Fact]
    choices: Mapping[str, str]
    files: Mapping[str, RuleFile] = field(default_factory=dict)

    @property
    def editions(self) -> dict[str, str]:
        """File → its edition."""
        return {name: self.files[name].edition for name in sorted(self.files)}

    @cached_property
    def by_id(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules of each id, the oldest first."""
        found: dict[str, tuple[Rule, ...]] = {}
        for rule in sorted(self.rules, key=lambda each: each.valid_from):
            found[rule.id] = (*found.get(rule.id, ()), rule)
        return found

    @cached_property
    def in_order(self) -> tuple[Rule, ...]:
        """The rules, each after those from whose ends it runs; raises `ValueError` where they run from each other."""
        found: list[Rule] = []
        waiting = list(self.rules)
        while waiting:
            ids = {each.id for each in waiting}
            ready = [each for each in waiting if not _bases(each) & (ids - {each.id})]
            if not ready:
                raise ValueError(f"rules run from each other: {sorted(ids)}")
            found += ready
            waiting = [each for each in waiting if each not in ready]
        return tuple(found)

    def rule(self, name: str, day: datetime.date | None = None) -> Rule:
        """The rule of an id for a term that began on a day; where none is stated or fits, the newest."""
        several = self.by_id[name]
        return next((each for each in several if day is not None and each.in_force(day)), several[-1])

    def of(self, found: Deadline) -> Rule:
        """The rule that a due date was counted by: of its id the one in force when the term began."""
        return self.rule(found.rule, found.acted.start.day)

    def of_type(self, record_type: str) -> tuple[str, ...]:
        """The ids of the rules that run from or end with records of a type, in the order of the table."""
        return tuple(dict.fromkeys(each.id for each in self.rules if record_type in set(types_of(each))))

    def acted_on(self, rule: Rule) -> str:
        """The reading of a rule that is acted on: its id, or `strictest`."""
        return self.choices.get(rule.id, rule.act_on)


def _bases(rule: Rule) -> set[str]:
    return {each.deadline for each in rule.starts if each.deadline}


def types_of(rule: Rule) -> Iterator[str]:
    """The record types that start a rule, end it, or change its due date."""
    for event in events_of(rule):
        if event.type:
            yield event.type


def events_of(rule: Rule) -> Iterator[Event]:
    """Every place of the declarations that a rule reads for a time, those of its readings included."""
    yield from (*rule.starts, *rule.ends, *rule.lifted_by, *rule.explained, *rule.restarts)
    for reading in rule.readings:
        yield from reading.starts
    for change in (*rule.extensions, *rule.sets):
        yield Event(type=change.type, at=change.until or change.at, when=change.when, link=change.link)
    for interval in (*rule.suspended_by, *rule.segments):
        yield Event(type=interval.type, at=interval.start or interval.listed, when=interval.when, link=interval.link)
        yield from interval.ended_by
