"""What takes liberty, what gives it back and how it counts: read strictly from `custody.toml`."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

import msgspec

from icjims_core.law.finding import Citation
from icjims_core.law.rule_data import When, read_rules


class Hold(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A record by which liberty is taken or goes on being taken: see the head of `custody.toml`."""

    kind: str
    type: str
    at: list[str]
    article: str
    verified: bool
    until: list[str] = []
    when: When = {}
    extends: bool = False
    confirms: bool = False
    by_verdict: bool = False
    signed: str = ""

    @property
    def what(self) -> str:
        """What its events are called (`custody.event`)."""
        if self.by_verdict:
            return "sentence"
        return "extend" if self.extends else "confirm" if self.confirms else "hold"


class Release(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A record by which liberty is given back, or by which the ground for holding lapses."""

    type: str
    at: list[str]
    ends: list[str]
    article: str
    verified: bool
    when: When = {}
    if_held: bool = False

    @property
    def citation(self) -> Citation:
        """The article, and whether it was read."""
        return Citation(self.article, self.verified)


class Credit(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """How many days of imprisonment so many days of these kinds are worth."""

    kinds: list[str]
    days: int
    gives: int
    article: str
    verified: bool


class CustodyRules(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The rules of the ledger."""

    edition: str
    counted: list[str]
    court_states: list[str]
    after_states: list[str]
    limit_months: int
    limit_article: str
    apprehension_hours: int
    apprehension_hours_child: int
    apprehension_article: str
    termed: list[str]
    term_months: int
    term_article: str
    hold: list[Hold]
    release: list[Release]
    lapse: list[Release]
    credit: list[Credit]

    @property
    def longest(self) -> timedelta:
        """How long custody may last before the court, and as long again in it."""
        return timedelta(days=365 * self.limit_months // 12)

    def hours_without_court(self, *, child: bool) -> int:
        """How many hours an apprehension may last."""
        return self.apprehension_hours_child if child else self.apprehension_hours

    @property
    def types(self) -> frozenset[str]:
        """The record types that the ledger reads."""
        return frozenset(each.type for each in self.every)

    @property
    def signed(self) -> frozenset[str]:
        """The record types under which the law demands a signature."""
        return frozenset(each.type for each in self.hold if each.signed)

    @property
    def every(self) -> tuple[Hold | Release, ...]:
        """All rules on records."""
        return (*self.hold, *self.release, *self.lapse)


@cache
def custody_rules() -> CustodyRules:
    """The rules of `custody.toml`."""
    return read_rules("icjims_core.custody", "custody.toml", CustodyRules)
