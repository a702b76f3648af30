"""The rules of deadlines as data, one file for each part of the procedure, and how they are read.

A file is TOML that a lawyer edits; each says at its top how. Everything refers to `type.field` of the declarations.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

import msgspec

from icjims_core.deadlines.rules.model import Event, Fact, Rule, When
from icjims_core.problem import Broken

_FOLDER: Final = "icjims_core.deadlines.rules"
_FACTS: Final = "facts.toml"


class _RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rule: tuple[Rule, ...]


class _FactFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    fact: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """A published set of rules. Of one id there may be several, each for its own period of validity.

    `choices`: rule → the reading acted on, where the centre has decided otherwise than the file.
    """

    rules: tuple[Rule, ...]
    facts: Mapping[str, Fact]
    choices: Mapping[str, str]

    def of_type(self, record_type: str) -> tuple[str, ...]:
        """The ids of the rules that run from or end with records of a type, in the order of the table."""
        return tuple(dict.fromkeys(each.id for each in self.rules if record_type in set(types_of(each))))

    def acted_on(self, rule: Rule) -> str:
        """The reading of a rule that is acted on: its id, or `strictest`."""
        return self.choices.get(rule.id, rule.act_on)


def read_rules(files: Mapping[str, str], choices: Mapping[str, str] | None = None) -> Rules:
    """The rules of these texts by file name, `facts.toml` among them; raises `Broken("deadline_rules_malformed")`."""
    rules: list[Rule] = []
    facts: tuple[Fact, ...] = ()
    for name, text in sorted(files.items()):
        try:
            read = _with_defaults(tomllib.loads(text))
            if name == _FACTS:
                facts = msgspec.convert(read, _FactFile).fact
            else:
                rules.extend(msgspec.convert(read, _RuleFile).rule)
        except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
            raise Broken("deadline_rules_malformed", file=name, reason=str(error)[:300]) from error
    found = Rules(tuple(rules), {each.id: each for each in facts}, choices or {})
    for name, reason in _flaws(found):
        raise Broken("deadline_rules_malformed", file=name, reason=reason)
    return found


def _with_defaults(read: dict[str, object]) -> dict[str, object]:
    """The rules of a file with what its `defaults` say of those that do not say it themselves."""
    defaults = read.pop("defaults", {})
    rules = read.get("rule")
    if isinstance(defaults, dict) and isinstance(rules, list):
        read["rule"] = [{**defaults, **each} if isinstance(each, dict) else each for each in rules]
    return read


def shipped_files() -> dict[str, str]:
    """The texts of the files that come with the program."""
    folder = resources.files(_FOLDER)
    return {each.name: each.read_text(encoding="utf-8") for each in folder.iterdir() if each.name.endswith(".toml")}


@cache
def shipped_rules() -> Rules:
    """The rules that come with the program."""
    return read_rules(shipped_files())


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
    for interval in (*rule.suspended_by, *rule.pauses, *rule.segments):
        yield Event(type=interval.type, at=interval.start or interval.listed, when=interval.when)


def _flaws(rules: Rules) -> Iterator[tuple[str, str]]:
    """What no type can say: what a rule names must exist, and its periods of validity must not overlap."""
    ids = {each.id for each in rules.rules}
    for rule in rules.rules:
        chained = {each.deadline for each in rule.starts if each.deadline}
        named = {each.id for each in rule.readings}
        if rule.kind == "periodic" and not (rule.limit and rule.limit[0].n):
            yield rule.id, "a period has a length"
        if chained - ids:
            yield rule.id, f"no rule {', '.join(sorted(chained - ids))}"
        if rules.acted_on(rule) not in {*named, "strictest"}:
            yield rule.id, f"no reading {rules.acted_on(rule)}"
        for fact in _facts_of(rule):
            if fact not in rules.facts:
                yield rule.id, f"no fact {fact}"
    yield from _overlaps(rules.rules)


def _overlaps(rules: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    last: dict[str, Rule] = {}
    for rule in sorted(rules, key=lambda each: (each.id, each.valid_from)):
        before = last.get(rule.id)
        if before is not None and (before.valid_to is None or before.valid_to >= rule.valid_from):
            yield rule.id, "two rules of this id are valid on one day"
        last[rule.id] = rule


def _facts_of(rule: Rule) -> Iterator[str]:
    limits = [*rule.limit, *rule.at_least, *rule.absolute]
    for change in (*rule.extensions, *rule.sets):
        limits += change.max
    for reading in rule.readings:
        limits += reading.limit
    for when in (rule.applies_when, *(each.when for each in limits), *(each.when for each in events_of(rule))):
        yield from _named(when)


def _named(when: When | None) -> Iterator[str]:
    if when is None:
        return
    if when.fact:
        yield when.fact
    for each in (*when.all_of, *when.any_of, when.not_):
        yield from _named(each)
