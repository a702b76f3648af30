"""What an act must contain by the law, as data: what an act lacks of it, and whom it names without a part in a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import msgspec

from icjims_core import codes
from icjims_core.declarations.schema import Gravity, Kind
from icjims_core.law.casefile import CaseFile, Step
from icjims_core.law.finding import Citation, Finding, finding
from icjims_core.law.rule_data import When, matches, read_rules
from icjims_core.signing import OFFICER

PARTICIPANT, PERSON = "participant", "person"


class Content(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """An item of the law on what acts must state: see the head of `contents.toml`."""

    types: list[str]
    fields: list[str]
    article: str
    verified: bool
    when: When = {}

    @property
    def items(self) -> tuple[tuple[str, ...], ...]:
        """What must be stated; of each several ways to state it, as `field` or `field.field`."""
        return tuple(tuple(one.strip() for one in each.split("|")) for each in self.fields)


class Part(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Fields of acts that bring a person into a case."""

    types: list[str]
    fields: list[str]
    when: When = {}


class Contents(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The rules of `contents.toml`."""

    edition: str
    parts_article: str
    parts_verified: bool
    part: list[Part]
    content: list[Content]

    def of(self, type_name: str) -> tuple[Content, ...]:
        """The items on a record type."""
        return tuple(each for each in self.content if type_name in each.types)

    def naming(self, type_name: str) -> tuple[Part, ...]:
        """The ways in which records of a type bring a person into a case."""
        return tuple(each for each in self.part if type_name in each.types)


@cache
def contents() -> Contents:
    """What acts must contain."""
    return read_rules("icjims_core.workflow", "contents.toml", Contents)


def read_types() -> frozenset[str]:
    """The record types that the findings of this module are read from."""
    rules = contents()
    types = (*(each.types for each in rules.part), *(each.types for each in rules.content))
    return frozenset({PERSON, PARTICIPANT, "signing"}.union(*types))


def lacking(act: Step, case_file: CaseFile) -> tuple[Finding, ...]:
    """`contents_missing` for each item of the law that an act does not state in full, in the order of the rules.

    Parameter `fields`: what is not stated, as `field` or `field.field`, separated by commas. What is in dispute, or
    stands in a record that the reader does not see, counts as stated.
    """
    values = act.values()
    found = []
    for rule in contents().of(act.type):
        if matches(rule.when, values):
            open_items = [each[0] for each in rule.items if not any(_states(act, one, case_file) for one in each)]
            if open_items:
                citation = Citation(rule.article, rule.verified)
                found.append(
                    finding("contents_missing", citation, type=act.type, step=act.id, fields=",".join(open_items))
                )
    return tuple(found)


def signed_acts(case_file: CaseFile) -> tuple[Step, ...]:
    """The acts of a case that stand and of which a signature of the officer is recorded."""
    signed = {
        str(each.values().get("act")) for each in case_file.of("signing") if each.values().get("capacity") == OFFICER
    }
    return tuple(each for each in case_file.steps if each.counts and each.id in signed)


def without_part(case_file: CaseFile, act: Step | None = None) -> tuple[Finding, ...]:
    """`person_without_part` for each person of the case whom its acts, or the one act, bring in without a participant
    whose sex is recorded or why it is not.

    Only such a record asks who he is: sex, age, disability, relation to the accused, family violence.
    """
    rules = contents()
    citation = Citation(rules.parts_article, rules.parts_verified)
    acts = [each for each in case_file.steps if each.counts] if act is None else [act]
    asked = ("sex", "sex_reason")
    taking_part = {each.person for each in case_file.of(PARTICIPANT) if any(_is_filled(each, one) for one in asked)}
    found: dict[str, Finding] = {}
    for step in acts:
        for person in _brought_in(step, rules):
            known = case_file.step(person)
            if known is not None and known.counts and person not in taking_part and person not in found:
                found[person] = finding("person_without_part", citation, type=step.type, step=step.id, person=person)
    return tuple(found.values())


def _brought_in(step: Step, rules: Contents) -> Iterator[str]:
    for part in rules.naming(step.type):
        if matches(part.when, step.values()):
            yield from _named(step, part.fields)


def _named(step: Step, names: Iterable[str]) -> Iterator[str]:
    values = step.values()
    for name in names:
        value = values.get(name)
        yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str))


def _states(act: Step, path: str, case_file: CaseFile) -> bool:
    """Whether an act states a field, or the records that it refers to all state theirs."""
    name, _, further = path.partition(".")
    if not further:
        return _is_filled(act, name) or _has_no_parts(act, name)
    named = [case_file.step(each) for each in _named(act, (name,))]
    return bool(named) and all(_is_filled(each, further) for each in named if each is not None)


def _is_filled(step: Step, name: str) -> bool:
    value = step.values().get(name)
    if step.declared.by_name[name].kind is Kind.TRI and not step.in_conflict(name):
        return value == "yes"
    return value not in (None, "", []) or step.in_conflict(name)


def _has_no_parts(act: Step, name: str) -> bool:
    """Whether a field names the part of an article that has one part only."""
    rules = (each.derived for each in act.declared.fields if isinstance(each.derived, Gravity))
    articles = [str(act.values().get(each.article) or "") for each in rules if each.part == name]
    entries: Mapping[str, codes.CodeEntry] = codes.code_list("criminal_code_article").entries
    return any(each in entries and len(entries[each].parts) < 2 for each in articles)
