"""What must hold of rules of deadlines before anything is counted by them: shipped and published ones alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from icjims_core import codes
from icjims_core.deadlines.counting import Unit
from icjims_core.deadlines.rules.model import CHILD_NOW, Event, Fact, Limit, Rule, Text, When
from icjims_core.deadlines.rules.table import Rules, events_of
from icjims_core.declarations.schema import Kind, RecordType
from icjims_core.modules import registry

_ID: Final = re.compile(r"D[0-9]{2,3}[a-z]?(\.[0-9]{1,2})?")
_CYRILLIC: Final = re.compile("[А-Яа-яЁёҢңӨөҮү]")
_WAYS: Final = ("", "same", "person", "others", "case", "ref", "shared", "back")
_TIMES: Final = (Kind.TIMESTAMP, Kind.DATE, Kind.STATEMENT)
_MOST: Final = {Unit.YEARS: 100, Unit.MONTHS: 1_200, Unit.HOURS: 24 * 36_525, Unit.MINUTES: 1_440 * 36_525}
"""A hundred years: what is counted from a longer term would leave the calendar."""
_MOST_DAYS: Final = 36_525


class Flaw(NamedTuple):
    """What is wrong with a rule or a fact: a code of the problem `bad_publication`, and what it is about."""

    rule: str
    what: str
    value: str = ""


def flaws(rules: Rules) -> Iterator[Flaw]:
    """What keeps these rules from being used."""
    yield from _overlaps(rules.rules)
    for rule in rules.rules:
        if not _ID.fullmatch(rule.id):
            yield Flaw(rule.id[:40], "code")
        if rule.valid_to is not None and rule.valid_to < rule.valid_from:
            yield Flaw(rule.id, "dates")
        if rule.severity == "A" and (rule.shift or any(each.shift for each in rule.readings)):
            yield Flaw(rule.id, "liberty_shifted")
        yield from (Flaw(rule.id, "language", each) for each in _untold(rule))
        yield from (Flaw(rule.id, "no_term", each) for each in _lacking(rule))
        yield from (Flaw(rule.id, "unknown_name", each) for each in _unknown(rule, rules))
    for fact in rules.facts.values():
        yield from (Flaw(fact.id, "unknown_name", each) for each in _unknown_of_fact(fact))
    yield from (Flaw(each, "ring") for each in _rings(rules.rules))


def _overlaps(rules: Iterable[Rule]) -> Iterator[Flaw]:
    last: dict[str, Rule] = {}
    for rule in sorted(rules, key=lambda each: (each.id, each.valid_from)):
        before = last.get(rule.id)
        if before is not None and (before.valid_to is None or before.valid_to >= rule.valid_from):
            yield Flaw(rule.id, "two_rules")
        last[rule.id] = rule


def _rings(rules: Iterable[Rule]) -> list[str]:
    """The rules that run from each other in a ring, in whichever of their editions."""
    waiting: dict[str, set[str]] = {}
    for rule in rules:
        waiting.setdefault(rule.id, set()).update({each.deadline for each in _starts(rule)} - {"", rule.id})
    while ready := [name for name, bases in waiting.items() if not bases & waiting.keys()]:
        for name in ready:
            del waiting[name]
    return sorted(waiting)


def _untold(rule: Rule) -> Iterator[str]:
    """The languages in which a text of the rule is missing."""
    who = (each.who for each in (*rule.extensions, *rule.sets))
    texts: list[Text | None] = [rule.label, rule.consequence, *(each.label for each in rule.readings), *who]
    for text in filter(None, texts):
        for language, said in (("ky", text.ky), ("ru", text.ru), ("en", text.en)):
            if not said.strip() or (_CYRILLIC.search(said) is None) is (language != "en"):
                yield language


def _lacking(rule: Rule) -> Iterator[str]:
    """What its kind cannot be counted without."""
    limits = list(_limits(rule))
    wanted = {
        "starts": not rule.starts,
        "limit": rule.kind in ("periodic", "custody", "fraction", "length") and not (rule.limit or rule.readings),
        "n": rule.kind == "periodic" and any(not each.n for each in rule.limit),
        "session": rule.kind == "session" and rule.session is None,
        "fraction": rule.kind == "fraction" and rule.fraction is None,
        "segments": rule.kind == "custody" and not rule.segments,
        "n, unit": any(each.n > _MOST.get(each.unit, _MOST_DAYS) for each in limits),
    }
    yield from (name for name, lacks in wanted.items() if lacks)


def _unknown(rule: Rule, rules: Rules) -> Iterator[str]:
    """What a rule names and nothing declares."""
    ids, starts = {each.id for each in rules.rules}, _start_types(rule, rules)
    yield from (each.deadline for each in _starts(rule) if each.deadline and each.deadline not in ids)
    if rules.acted_on(rule) not in {*(each.id for each in rule.readings), "strictest"}:
        yield rules.acted_on(rule)
    for event in events_of(rule):
        if not event.deadline:
            yield from _unknown_of_event(event, starts, rules)
    yield from _unknown_times(rule)
    for change in (*rule.extensions, *rule.sets):
        yield from (name for each in change.max for name in _unknown_in(each.when, change.type, rules))
    for limit in _own_limits(rule):
        yield from _unknown_of_start(limit.when, starts, rules)
        if limit.plus and not all(_is_of(start, limit.plus, (Kind.INT,)) for start in starts):
            yield limit.plus
    yield from _unknown_of_start(rule.applies_when, starts, rules)
    if rule.fraction is not None:
        named = (rule.fraction.years, rule.fraction.months, rule.fraction.days, *rule.fraction.credit_days)
        for name in filter(None, named):
            if not all(_is_of(start, name, (Kind.INT,)) for start in starts):
                yield name


def _start_types(rule: Rule, rules: Rules) -> set[str]:
    """The types of the records that a rule runs from, if only through the rules whose ends it runs from."""
    found = {each.type for each in _starts(rule) if each.type}
    bases = {each.deadline for each in _starts(rule) if each.deadline}
    return found | {each.type for base in rules.rules if base.id in bases for each in _starts(base) if each.type}


def _unknown_of_event(event: Event, starts: set[str], rules: Rules) -> Iterator[str]:
    if not _is_of(event.type, event.at):
        yield f"{event.type}.{event.at}"
        return
    way, _, name = event.link.partition(":")
    holders = {"ref": [event.type], "back": sorted(starts)}.get(way, [])
    if way not in _WAYS or not all(_is_of(each, name, (Kind.REF,)) for each in holders):
        yield event.link
    yield from _unknown_in(event.when, event.type, rules)


def _unknown_times(rule: Rule) -> Iterator[str]:
    """Fields beside the one of each event that are read for a time."""
    named = [(each.type, each.at) for each in rule.ends]
    named += [(each.type, name) for each in (*rule.extensions, *rule.sets) for name in (each.until, each.at)]
    for each in (*rule.suspended_by, *rule.segments):
        named += [(each.type, name) for name in (each.start, *each.until)]
    for type_name, name in named:
        if name and not _is_of(type_name, name, _TIMES):
            yield f"{type_name}.{name}"
    if rule.session is not None:
        fields = (rule.session.ended, rule.session.breaks, rule.session.reason)
        names = ((each.type, name) for each in rule.starts for name in filter(None, fields))
        yield from (f"{type_name}.{name}" for type_name, name in names if not _is_of(type_name, name))


def _unknown_of_fact(fact: Fact) -> Iterator[str]:
    for source in fact.sources:
        names = (source.field, source.at, source.start, *source.until)
        yield from (f"{source.type}.{each}" for each in filter(None, names) if not _is_of(source.type, each))
        yield from _unknown_in(source.when, source.type, None)
    for path in (fact.child_at, *fact.child_by):
        type_name, _, name = path.partition(".")
        if path not in ("", CHILD_NOW) and not _is_of(type_name, name, _TIMES):
            yield path


def _unknown_of_start(when: When | None, starts: set[str], rules: Rules) -> Iterator[str]:
    """What a condition names that no record has that the rule may run from."""
    for each in _conditions(when):
        per_start = [list(_unknown_here(each, start, rules)) for start in sorted(starts)]
        if per_start and all(per_start):
            yield per_start[0][0]


def _unknown_in(when: When | None, type_name: str, rules: Rules | None) -> Iterator[str]:
    for each in _conditions(when):
        yield from _unknown_here(each, type_name, rules)


def _unknown_here(when: When, type_name: str, rules: Rules | None) -> Iterator[str]:
    """What one condition names that records of this type do not have."""
    if when.fact and (rules is None or when.fact not in rules.facts):
        yield when.fact
    declared: RecordType | None = registry().get(type_name)
    if not when.field or declared is None:
        return
    if when.via:
        reference = declared.by_name.get(when.via)
        declared = registry().get(reference.target or "") if reference is not None else None
    field = declared.by_name.get(when.field) if declared is not None else None
    if field is None:
        yield f"{when.via or type_name}.{when.field}"
    elif field.codes:
        listed = codes.code_list(field.codes)
        yield from (str(each) for each in (*when.in_, when.is_) if each is not None and each not in listed)


def _conditions(when: When | None) -> Iterator[When]:
    """A condition and those in it."""
    if when is not None:
        yield when
        for each in (*when.all_of, *when.any_of, when.not_):
            yield from _conditions(each)


def _starts(rule: Rule) -> Iterator[Event]:
    yield from rule.starts
    for reading in rule.readings:
        yield from reading.starts


def _own_limits(rule: Rule) -> Iterator[Limit]:
    """The terms that run from what the rule runs from."""
    yield from (*rule.limit, *rule.at_least, *rule.absolute)
    yield from (limit for reading in rule.readings for limit in reading.limit)


def _limits(rule: Rule) -> Iterator[Limit]:
    """Every term of the rule; those of its extensions too."""
    yield from _own_limits(rule)
    yield from (limit for change in (*rule.extensions, *rule.sets) for limit in change.max)


def _is_of(type_name: str, name: str, kinds: tuple[Kind, ...] = ()) -> bool:
    declared = registry().get(type_name)
    field = declared.by_name.get(name) if declared is not None else None
    return field is not None and (not kinds or field.kind in kinds)
