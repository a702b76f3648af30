"""What an act that nobody has signed may not do: of two readings, the one without it counts as well (`drafts.toml`)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from icjims_core.encoding import Value
from icjims_core.law.casefile import SUBJECT, Step
from icjims_core.law.prosecutors import is_of_level
from icjims_core.law.rule_data import When, matches, read_rules


@dataclass(frozen=True, slots=True)
class SignedBy:
    """Who has signed a step as it stands now: the roles and the ids of the officers.

    `posts`: roles with offices of all who have, consents and approvals too.
    """

    roles: frozenset[str] = frozenset()
    people: frozenset[str | bytes] = frozenset()
    posts: frozenset[tuple[str, str]] = frozenset()


Signers = Callable[[str], SignedBy]
"""Who has signed a step, by its id."""


class Draft(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Units of a type that stand only under a signature: see the head of `drafts.toml`."""

    type: str
    units: list[str]
    article: str
    verified: bool
    when: When = {}
    again: bool = False
    over: list[str] = []
    by: str = ""
    others: bool = False
    consent: str = ""
    level: str = ""


class DraftRules(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The rules on drafts."""

    edition: str
    draft: list[Draft]

    @property
    def types(self) -> frozenset[str]:
        """The types that these rules are about, or over which they hold."""
        return frozenset(name for each in self.draft for name in (each.type, *each.over))


@cache
def draft_rules() -> DraftRules:
    """The rules of `drafts.toml`."""
    return read_rules("icjims_core.law", "drafts.toml", DraftRules)


@dataclass(frozen=True, slots=True)
class ToBeSigned:
    """What a step states only by one of two readings: by which rules, and the role that has to sign it if only one."""

    rules: tuple[Draft, ...]
    role: str = ""

    @property
    def units(self) -> frozenset[str]:
        """The units that stand only under a signature."""
        return frozenset(unit for each in self.rules for unit in each.units)


def to_be_signed(steps: Iterable[Step], signers: Signers) -> Mapping[str, ToBeSigned]:
    """Ids of the steps of which something stands only under a signature that they lack."""
    every = [each for each in steps if each.counts and each.type in draft_rules().types]
    return {each.id: found for each in every if (found := _to_be_signed(each, every, signers)) is not None}


def as_drafts(steps: Sequence[Step], unsigned: Mapping[str, ToBeSigned]) -> list[Step]:
    """The steps, of which those that nobody signed may say nothing in these units."""
    return [in_doubt(each, unsigned[each.id].units) if each.id in unsigned else each for each in steps]


def in_doubt(step: Step, units: Collection[str]) -> Step:
    """The step, which by one of two readings says nothing in these units.

    Nothing comes first: of more readings than are computed, the first ones are all looked at together.
    """
    nothing: Mapping[str, Value] = {}
    found = {each: (nothing, *step.units[each]) for each in units if each in step.units}
    return replace(step, units={**step.units, **found})


def _to_be_signed(step: Step, every: Iterable[Step], signers: Signers) -> ToBeSigned | None:
    meant = stated(step)
    if not meant:
        return None
    beside = list(others_about(step, every))
    concerned = [each for each in meant if _stands_over(each, beside, signers)]
    if not concerned:
        return None
    under = signers(step.id)
    own = under.roles
    missing = [each for each in concerned if each.by and each.by not in own and _is_by(each, beside, signers)]
    missing += [each for each in concerned if each.consent and not _is_consented(each, step, under)]
    role = next((each.by or each.consent for each in missing), "")
    found = missing if own else concerned
    return ToBeSigned(tuple(found), role) if found else None


def _is_consented(rule: Draft, step: Step, under: SignedBy) -> bool:
    """Whether somebody signed in the role that a rule names, of an office of the level that the step asks for."""
    levels = {str(values.get(rule.level) or "") for values in step.alternatives(rule.level)} if rule.level else {""}
    offices = [office for role, office in under.posts if role == rule.consent]
    return any(all(is_of_level(office, each) for each in levels) for office in offices)


def level_of_consent(type_name: str, values: Mapping[str, Value], role: str) -> tuple[str, str]:
    """The level of the prosecutor whose consent an act with these values asks for, and the article; empty for any."""
    rules = (each for each in draft_rules().draft if each.type == type_name and each.level and each.consent == role)
    return next(((str(values.get(each.level) or ""), each.article) for each in rules), ("", ""))


def stated(step: Step) -> list[Draft]:
    """The rules in whose units a step says something that they are about."""
    of_type = (each for each in draft_rules().draft if each.type == step.type)
    return [each for each in of_type if _states(step, each) and _holds(each, step)]


def _states(step: Step, rule: Draft) -> bool:
    stated = (values for unit in rule.units for values in step.units.get(unit, ()))
    return any(each not in (None, "", []) for values in stated for each in values.values())


def _holds(rule: Draft, step: Step) -> bool:
    return any(matches(rule.when, values) for values in step.alternatives(*rule.when))


def others_about(step: Step, every: Iterable[Step]) -> Iterator[Step]:
    """The others about the same person; where one names nobody, that too."""
    persons = persons_of(step)
    for each in every:
        if each.id != step.id and (not persons or not (others := persons_of(each)) or persons & others):
            yield each


def persons_of(step: Step) -> set[str]:
    """The persons whom a step concerns, by every reading."""
    return {name for values in step.alternatives(SUBJECT) if isinstance(name := values.get(SUBJECT), str)}


def _stands_over(rule: Draft, beside: Iterable[Step], signers: Signers) -> bool:
    if rule.again:
        return any(each.type == rule.type and _holds(rule, each) for each in beside)
    return not rule.over or any(each.type in rule.over and signers(each.id).roles for each in beside)


def _is_by(rule: Draft, beside: Iterable[Step], signers: Signers) -> bool:
    """Whether another one of its type is signed in the role that a rule names."""
    return any(each.type == rule.type and rule.by in signers(each.id).roles for each in beside)
