"""Decisions that tie people to cases: which writes touch one, and whose it was for whoever writes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

import msgspec

from icjims_core.acts import Changes, Revision
from icjims_core.clocks import Dot, Vector, contains
from icjims_core.law.rule_data import read_rules
from icjims_core.merge import ANNULLED

_FILE: Final = "decisions.toml"


class DecisionUnits(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The units of a type that say what was decided."""

    type: str
    units: list[str]


class _Decisions(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    edition: str
    decision: list[DecisionUnits]


@cache
def decision_units() -> Mapping[str, frozenset[str]]:
    """Type → the units that say what was decided; an annulment always does."""
    read = read_rules("icjims_core.access", _FILE, _Decisions).decision
    return {each.type: frozenset({*each.units, ANNULLED}) for each in read}


def touches_decision(type_: str, changes: Changes) -> bool:
    """Whether changes to a record of a type decide anew what ties people to a case."""
    units = decision_units().get(type_, frozenset())
    return any(not units.isdisjoint(of) for of in changes.values())


def other_deciders(
    type_: str,
    seen: Vector,
    revisions: Mapping[Dot, Revision],
    authors: Mapping[Dot, tuple[bytes, str]],
    person: bytes,
) -> frozenset[str]:
    """The offices of the others than a person who decided, as of `decided_by`; empty for an unknown one.

    `authors`: who made each revision and his office, as far as it is known.
    """
    found = (authors.get(dot, (b"", "")) for dot in decided_by(type_, seen, revisions))
    return frozenset(office for author, office in found if author != person)


def decided_by(type_: str, seen: Vector, revisions: Mapping[Dot, Revision]) -> frozenset[Dot]:
    """The revisions of a record that state its decision for whoever has seen so much of it.

    Whoever began the record decided, whatever is said to have been seen; so did who touched the decision since.
    """
    return frozenset(
        dot
        for dot, each in revisions.items()
        if not each.context or (contains(seen, dot) and touches_decision(type_, each.changes))
    )
