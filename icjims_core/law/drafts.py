"""What an act that nobody has signed may not do: of two readings, the one without it counts as well (`drafts.toml`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

import msgspec

from icjims_core.encoding import Value
from icjims_core.law.casefile import SUBJECT, Step
from icjims_core.law.rule_data import When, matches, read_rules


class Draft(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Units of a type that stand only under a signature: see the head of `drafts.toml`."""

    type: str
    units: list[str]
    when: When
    article: str
    verified: bool
    again: bool = False


class DraftRules(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The rules on drafts."""

    edition: str
    draft: list[Draft]


@cache
def draft_rules() -> DraftRules:
    """The rules of `drafts.toml`."""
    return read_rules("icjims_core.law", "drafts.toml", DraftRules)


def to_be_signed(steps: Iterable[Step]) -> Mapping[str, frozenset[str]]:
    """Ids of the steps of which units stand only under a signature, with these units."""
    every = [each for each in steps if each.counts]
    units = {each.id: frozenset(_units(each, every)) for each in every if _is_meant(each)}
    return {name: found for name, found in units.items() if found}


def as_drafts(steps: Sequence[Step], unsigned: Mapping[str, Collection[str]]) -> list[Step]:
    """The steps, of which those that nobody signed may say nothing in these units."""
    return [_as_draft(each, unsigned[each.id]) if each.id in unsigned else each for each in steps]


def _as_draft(step: Step, units: Collection[str]) -> Step:
    nothing: Mapping[str, Value] = {}
    found = {each: (*step.units[each], nothing) for each in units if each in step.units}
    return replace(step, units={**step.units, **found})


def _is_meant(step: Step) -> bool:
    return any(each.type == step.type for each in draft_rules().draft)


def _units(step: Step, every: Iterable[Step]) -> Iterator[str]:
    for rule in draft_rules().draft:
        if rule.type == step.type and _holds(rule, step) and (not rule.again or _follows(rule, step, every)):
            yield from rule.units


def _holds(rule: Draft, step: Step) -> bool:
    return any(matches(rule.when, values) for values in step.alternatives(*rule.when))


def _follows(rule: Draft, step: Step, every: Iterable[Step]) -> bool:
    """Whether another record like it stands on the same person."""
    persons = {values.get(SUBJECT) for values in step.alternatives(SUBJECT)}
    others = (each for each in every if each.type == rule.type and each.id != step.id and _holds(rule, each))
    return any(values.get(SUBJECT) in persons for each in others for values in each.alternatives(SUBJECT))
