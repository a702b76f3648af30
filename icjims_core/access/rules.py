"""The rules of access and the fields on liberty, as data that a lawyer can correct."""

from __future__ import annotations

from functools import cache
from typing import Final

import msgspec

from icjims_core.access.model import Operation
from icjims_core.declarations.words import Label
from icjims_core.law.rule_data import read_rules

CONDITIONS: Final = (
    "role",
    "writer",
    "signer",
    "fields",
    "part",
    "signed",
    "state",
    "reach",
    "charge",
    "taken",
    "supervision",
    "purpose",
    "event",
    "accused",
    "restricted",
    "file",
    "decision",
    "begun",
)
"""What a rule may ask for; every condition names the values that fit it."""


class Rule(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One rule: see the head of `rules.toml`. An empty condition fits everything."""

    id: str
    operation: list[Operation]
    allow: bool
    article: str
    verified: bool
    ky: str
    ru: str
    en: str
    code: str = ""
    role: list[str] = []
    writer: list[str] = []
    signer: list[str] = []
    fields: list[str] = []
    part: list[str] = []
    signed: list[str] = []
    state: list[str] = []
    reach: list[str] = []
    charge: list[str] = []
    taken: list[str] = []
    supervision: list[str] = []
    purpose: list[str] = []
    event: list[str] = []
    accused: list[str] = []
    restricted: list[str] = []
    file: list[str] = []
    decision: list[str] = []
    begun: list[str] = []

    @property
    def why(self) -> Label:
        """What it means."""
        return Label(self.ky, self.ru, self.en)

    def conditions(self) -> dict[str, list[str]]:
        """The conditions that it makes."""
        return {name: getattr(self, name) for name in CONDITIONS if getattr(self, name)}


class Rules(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The rules of access in the order in which they are read."""

    edition: str
    write_every_type: list[str]
    oversight: list[str]
    rule: list[Rule]

    def about(self, operation: Operation) -> tuple[tuple[Rule, dict[str, list[str]]], ...]:
        """The rules on an operation, each with its conditions."""
        return tuple((each, each.conditions()) for each in self.rule if operation in each.operation)


class LibertyGroup(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Units on one matter of liberty or safeguards, each `type.unit`; `holds`: whether and how long one is held."""

    ky: str
    ru: str
    en: str
    article: str
    verified: bool
    units: list[str]
    holds: bool = False

    @property
    def label(self) -> Label:
        """What the fields are about."""
        return Label(self.ky, self.ru, self.en)


class LibertyFields(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The units in which no author decides a dispute; `court`: ruling and term, filled in by a court in its acts."""

    edition: str
    court: list[str]
    group: list[LibertyGroup]


@cache
def shipped() -> Rules:
    """The rules of `rules.toml`."""
    return read_rules("icjims_core.access", "rules.toml", Rules)


@cache
def shipped_about(operation: Operation) -> tuple[tuple[Rule, dict[str, list[str]]], ...]:
    """The shipped rules on an operation; read once, for it is asked with every revision."""
    return shipped().about(operation)


@cache
def liberty() -> LibertyFields:
    """The groups of `liberty.toml`."""
    return read_rules("icjims_core.access", "liberty.toml", LibertyFields)


@cache
def liberty_units() -> frozenset[tuple[str, str]]:
    """(type, unit) of every unit on liberty or safeguards."""
    found = (name.partition(".") for group in liberty().group for name in group.units)
    return frozenset((type_name, unit) for type_name, _, unit in found)


def guards(type_name: str) -> frozenset[str]:
    """The units of a type that are on liberty or safeguards."""
    return _guarded().get(type_name, frozenset())


@cache
def holding(type_name: str) -> frozenset[str]:
    """Of the `guards` of a type those that say whether and how long somebody is held."""
    names = (name.partition(".") for group in liberty().group if group.holds for name in group.units)
    return frozenset(unit for of, _, unit in names if of == type_name)


@cache
def for_courts(type_name: str) -> frozenset[str]:
    """The units of a type that a court or the supervising prosecutor fills in in an act that a judge signed."""
    names = (name.partition(".") for name in liberty().court)
    return frozenset(unit for of, _, unit in names if of == type_name)


@cache
def _guarded() -> dict[str, frozenset[str]]:
    names = {type_name for type_name, _ in liberty_units()}
    return {name: frozenset(unit for of, unit in liberty_units() if of == name) for name in names}
