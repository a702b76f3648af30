"""The rights stamps as data: what must be done for a person, when, by whom, and what shows that it was."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

import msgspec

from icjims_core.declarations.words import Label
from icjims_core.law.finding import Citation
from icjims_core.law.rule_data import When, matches, read_rules

SEVERITIES: Final = ("A", "B", "C")
"""Liberty and body; right of defence; order of work."""


class Blocked(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A record type whose signing waits for a stamp, with the values for which it does."""

    type: str
    when: When = {}


class Stamp(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"moment": "from"}):
    """A right and what shows that it was kept: see the head of `stamps.toml`.

    `met_by` and `reason` name fields as `type.field`; `blocks` tells whose signing waits for it. `tried`: which
    attempts of the log are shown with it; `tried_meets`: with which values one itself meets it; none where empty.
    `alarm`: minutes after which what is due at once was kept late; a threshold of practice, not of the law.
    """

    code: str
    ky: str
    ru: str
    en: str
    who: str
    on: str
    moment: list[str]
    met_by: list[str]
    reason: list[str]
    article: str
    verified: bool
    severity: str
    when: When = {}
    or_when: list[When] = []
    or_child: bool = False
    person_when: When = {}
    child: bool = False
    within_hours: int = 0
    within_hours_child: int = 0
    alarm: int = 0
    blocks: list[Blocked] = []
    tried: When = {}
    tried_meets: When = {}

    @property
    def asked(self) -> frozenset[str]:
        """The fields of the record by which it is told whether the right is due."""
        return frozenset(name for each in (self.when, *self.or_when) for name in each)

    def called_for(self, values: Mapping[str, object]) -> bool:
        """Whether a record with these values calls for it, whoever the person is."""
        return any(matches(each, values) for each in (self.when, *self.or_when))

    @property
    def label(self) -> Label:
        """Its name."""
        return Label(self.ky, self.ru, self.en)

    def holds_back(self, type_name: str, values: Mapping[str, object]) -> bool:
        """Whether the signing of an act with these values waits for it."""
        return any(each.type == type_name and matches(each.when, values) for each in self.blocks)

    @property
    def citation(self) -> Citation:
        """The article, and whether it was read."""
        return Citation(self.article, self.verified)


class Attempts(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The record type in which attempts are logged, and its fields for when, by whom and what came of it."""

    type: str
    at: str
    by: str
    result: str


class Stamps(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """All stamps. `never_blocked`: record types that no stamp may hold back; `attempts`: the log of attempts."""

    edition: str
    never_blocked: list[str]
    attempts: Attempts
    protocol_gap_hours: int
    protocol_gap_article: str
    solitary_days: int
    solitary_article: str
    solitary_verified: bool
    child_custody_article: str
    child_custody_verified: bool
    tainted_article: str
    tainted_verified: bool
    release_told_article: str
    release_told_verified: bool
    stamp: list[Stamp]

    def __post_init__(self) -> None:
        for each in self.stamp:
            if each.blocks and not each.verified:
                raise ValueError(f"{each.code}: only a verified rule may hold back a signature")
            if {blocked.type for blocked in each.blocks} & set(self.never_blocked):
                raise ValueError(f"{each.code}: holds back what nothing may hold back")
            if each.blocks and not each.reason:
                raise ValueError(f"{each.code}: a rule that blocks must take a recorded reason why not")
            if each.tried_meets and not each.tried:
                raise ValueError(f"{each.code}: no attempt is shown that could meet it")
            if each.alarm and each.within_hours:
                raise ValueError(f"{each.code}: what has its hours is not due at once")
            if each.severity not in SEVERITIES:
                raise ValueError(f"{each.code}: severity is one of {SEVERITIES}")

    def named(self, code: str) -> Stamp:
        """The stamp of this code; an unknown one is a `KeyError`."""
        found = {each.code: each for each in self.stamp}
        return found[code]


@cache
def stamps() -> Stamps:
    """The stamps of `stamps.toml`."""
    return read_rules("icjims_core.safeguards", "stamps.toml", Stamps)
