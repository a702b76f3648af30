"""A case file as rules ask of it: steps by type, what belongs to a step, and whether a condition may hold."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from icjims_core.deadlines.counting import Point, read_point
from icjims_core.deadlines.rules import Rules
from icjims_core.deadlines.rules.model import CHILD_NOW, Fact, FactSource, When
from icjims_core.declarations.derived import times
from icjims_core.declarations.schema import SUPERSEDES
from icjims_core.encoding import Value
from icjims_core.law.casefile import CaseFile, Step
from icjims_core.persons.childhood import child_at_act, childhood

Values = Mapping[str, Value]

YES: Final = frozenset({True})
NO: Final = frozenset({False})
_PERSON: Final = "person"
_NOTHING: Final = ""


def points(value: object) -> list[Point]:
    """The times in a stored value, in order; what is no time, as a forged record may state, is left out."""
    found = [each for text in times(value) if (each := read_point(text)) is not None]
    return sorted(found, key=lambda each: each.moment)


def stated_list(value: object) -> list[str]:
    """The texts in the stored value of a set or an append."""
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


class View:
    """A case file, indexed; conflicting values are looked at in every combination.

    A reference to an act that was superseded is one to the act in its place. `files`: the case and those that count
    together with it, in all of which is read whether somebody is a child.
    """

    def __init__(self, file: CaseFile, rules: Rules, files: Sequence[CaseFile] = ()) -> None:
        self._rules = rules
        self._files = files or (file,)
        self._by_type: dict[str, list[Step]] = {}
        self._by_id: dict[str, Step] = {each.id: each for each in file.steps}
        self._disputed = {each.id for each in file.steps if each.disputed}
        self._variants: dict[tuple[str, tuple[str, ...]], tuple[Values, ...]] = {}
        self._facts: dict[tuple[str, str | None, datetime.datetime], frozenset[str]] = {}
        valid = [each for each in file.steps if each.counts]
        ended = {each.id for each in file.steps if each.superseded}
        replaced = ((self._value(each, SUPERSEDES), each.id) for each in valid)
        self._successor = {old: by for old, by in replaced if isinstance(old, str) and old in ended}
        for step in valid:
            self._by_type.setdefault(step.type, []).append(step)

    def of(self, record_type: str) -> list[Step]:
        """The steps of a type that count."""
        return self._by_type.get(record_type, [])

    def variants(self, step: Step, names: Iterable[str]) -> tuple[Values, ...]:
        """The values of a step, once for each combination of what stands in these fields."""
        key = (step.id, tuple(sorted(set(names))) if step.id in self._disputed else ())
        if key not in self._variants:
            self._variants[key] = tuple(step.alternatives(*key[1]))
        return self._variants[key]

    def person(self, step: Step) -> str | None:
        """The person whom a step concerns; of the record of a person, itself."""
        if step.type == _PERSON:
            return step.id
        found = self.variants(step, ())[0].get(_PERSON)
        return found if isinstance(found, str) else None

    def linked(self, step: Step, record_type: str, link: str, person: str | None) -> list[Step]:
        """The steps of a type that belong to a step, by the `link` of `rules.model.Event`."""
        way, _, name = link.partition(":")
        if not way:
            way = "same" if step.type == record_type else "person"
        if way == "same":
            return [step] if step.type == record_type else []
        several = self.of(record_type)
        if way in ("person", "others"):
            own_too = [each for each in several if person is None or self.person(each) in (None, person)]
            return [each for each in own_too if way == "person" or each.id != step.id]
        own = self.variants(step, ())[0].get(name)
        if way == "ref":
            return [each for each in several if step.id in self._named(self._value(each, name))]
        if way == "back":
            return [each for each in several if each.id in self._named(own)]
        if way == "shared":
            return [each for each in several if own is not None and self._value(each, name) == own]
        return several

    def _named(self, value: Value) -> set[str]:
        """The records that a reference means."""
        return {self._latest(str(each)) for each in _several(value) if each is not None}

    def _latest(self, record: str) -> str:
        seen = {record}
        while record in self._successor and self._successor[record] not in seen:
            record = self._successor[record]
            seen.add(record)
        return record

    def _value(self, step: Step, name: str) -> Value:
        return self.variants(step, ())[0].get(name)

    def may_hold(self, when: When | None, values: Values, person: str | None, at: datetime.datetime) -> frozenset[bool]:
        """Whether a condition holds: one answer, or both where a fact is unknown or in conflict."""
        if when is None:
            return YES
        answers = [self._asked(when, values, person, at)]
        answers += [self.may_hold(each, values, person, at) for each in when.all_of]
        if when.any_of:
            answers.append(_any([self.may_hold(each, values, person, at) for each in when.any_of]))
        if when.not_ is not None:
            answers.append(frozenset(not each for each in self.may_hold(when.not_, values, person, at)))
        return _all(answers)

    def _asked(self, when: When, values: Values, person: str | None, at: datetime.datetime) -> frozenset[bool]:
        if when.fact:
            known = self.fact(when.fact, person, at)
            return frozenset(_is(when, each) for each in known) if known else YES | NO
        if when.via:
            other = self._by_id.get(self._latest(str(values.get(when.via))))
            standing = self.variants(other, (when.field,)) if other else ()
            return frozenset(_is(when, each.get(when.field)) for each in standing) or NO
        if when.field:
            return frozenset({_is(when, values.get(when.field))})
        return YES

    def fact(self, name: str, person: str | None, at: datetime.datetime) -> frozenset[str]:
        """What may be said of a fact at a moment: several where it is in conflict, nothing where it is unknown."""
        key = (name, person, at)
        if key not in self._facts:
            self._facts[key] = self._find(self._rules.facts[name], person, at)
        return self._facts[key]

    def _find(self, fact: Fact, person: str | None, at: datetime.datetime) -> frozenset[str]:
        """What the first source says; where a record in conflict may also say nothing, what follows as well."""
        found: frozenset[str] = frozenset()
        for source in fact.sources:
            stated = list(self._stated(source, person, at))
            if stated:
                said = _combined(stated, fact.order)
                found |= said - {_NOTHING}
                if _NOTHING not in said:
                    return found
        young = frozenset("yes" if each else "no" for each in self._young(fact, person, at))
        return found | (young or frozenset(filter(None, [fact.default])))

    def _stated(self, source: FactSource, person: str | None, at: datetime.datetime) -> Iterator[frozenset[str]]:
        """What each record says; with `at` only the latest record of each person."""
        latest: dict[str | None, tuple[str, frozenset[str]]] = {}
        for step in self.of(source.type):
            concerned = self.person(step)
            if person is not None and concerned not in (None, person):
                continue
            said = frozenset(self._said(source, step, person, at))
            when = max((str(each.get(source.at) or "") for each in self.variants(step, (source.at,))), default="")
            key = concerned if source.at else step.id
            if said - {_NOTHING} and (key not in latest or latest[key][0] <= when):
                latest[key] = (when, said)
        yield from (said for _, said in latest.values())

    def _said(self, source: FactSource, step: Step, person: str | None, at: datetime.datetime) -> Iterator[str]:
        names = (source.field, source.start, *source.until, *fields_of(source.when))
        for values in self.variants(step, filter(None, names)):
            if True not in self.may_hold(source.when, values, person, at) or not _lasts(source, values, at):
                yield _NOTHING
            else:
                yield source.value or str(values.get(source.field) or _NOTHING)

    def _young(self, fact: Fact, person: str | None, at: datetime.datetime) -> frozenset[bool]:
        """Whether somebody is a child at the moment, or was one on the earliest day of a field of his records."""
        if fact.child_at == CHILD_NOW:
            return childhood(self._files, person, at)
        if not fact.child_at or person is None:
            return frozenset()
        days = self._days(fact.child_at, (person,))
        by = {day for each in fact.child_by for day in self._days(each, (None, person))}
        return child_at_act(self._files, person, days, by, fact.child_years)

    def _days(self, path: str, persons: tuple[str | None, ...]) -> set[datetime.date]:
        """The days that `type.field` of the records of these persons states."""
        type_name, _, name = path.partition(".")
        acts = [each for each in self.of(type_name) if self.person(each) in persons]
        held = [values.get(name) for act in acts for values in self.variants(act, (name,))]
        return {found.day for value in held for found in points(value)}


def fields_of(when: When | None) -> Iterator[str]:
    """The fields of the step that a condition reads."""
    if when is None:
        return
    if when.field:
        yield when.via or when.field
    for each in (*when.all_of, *when.any_of, when.not_):
        yield from fields_of(each)


def _lasts(source: FactSource, values: Values, at: datetime.datetime) -> bool:
    if not source.start:
        return True
    began = points(values.get(source.start))
    ended = next((found for name in source.until if (found := points(values.get(name)))), [])
    return bool(began) and began[0].moment <= at and (not ended or at < ended[0].moment)


def _combined(stated: list[frozenset[str]], order: tuple[str, ...]) -> frozenset[str]:
    if not order:
        return frozenset().union(*stated)
    ranks = {code: rank for rank, code in enumerate(order)}
    found = frozenset({_NOTHING})
    for said in stated:
        found = frozenset(max(one, other, key=lambda each: ranks.get(each, -1)) for one in found for other in said)
    return found


def _is(when: When, value: object) -> bool:
    if when.filled is not None:
        return (value not in (None, "", [])) is when.filled
    wanted = when.in_ or ((when.is_,) if when.is_ is not None else ("yes",))
    return any(each in wanted for each in _several(value))


def _several(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _all(answers: list[frozenset[bool]]) -> frozenset[bool]:
    if any(each == NO for each in answers):
        return NO
    return YES if all(each == YES for each in answers) else YES | NO


def _any(answers: list[frozenset[bool]]) -> frozenset[bool]:
    if any(each == YES for each in answers):
        return YES
    return NO if all(each == NO for each in answers) else YES | NO
