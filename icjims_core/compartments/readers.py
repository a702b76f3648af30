"""Who may read a sealed record: a function of the rules, the people of the directory, and who works on the case."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Annotated, Final, Literal

import msgspec

from icjims_core.law.rule_data import read_rules

_Tie = Literal["supervises", "office_has_case", "assigned", "assigned_elsewhere"]
_Text = Annotated[str, msgspec.Meta(min_length=1)]
_FILE: Final = "readers.toml"


class ReaderRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of reader beside the recorder."""

    role: _Text
    tie: _Tie


class Compartment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who reads the records of one compartment; `verified` only where the law's text settles it."""

    code: _Text
    article: _Text
    verified: bool
    readers: tuple[ReaderRule, ...]
    never_office: str = ""
    through: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    compartment: tuple[Compartment, ...]


@dataclass(frozen=True, slots=True)
class Officer:
    """A person of the directory: id, role and office, and his public sealing keys, one for each device he uses."""

    id: bytes
    login: str
    role: str
    office: str
    keys: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Supervision:
    """A prosecutor's office supervises an office from `since` until the day before `until` (ISO dates)."""

    office: str
    prosecutor: str
    since: str
    until: str | None

    def in_force(self, day: date) -> bool:
        """Whether it is in force on a day."""
        text = day.isoformat()
        return self.since <= text and (self.until is None or text < self.until)


@dataclass(frozen=True, slots=True)
class Circle:
    """Who has to do with a case: the office that keeps it, those that hold it, and who was assigned to it.

    `recorder` is the person who recorded the sealed record; `offices` are those that the case reached (`ties.holders`),
    `assigned` ids of persons (`ties.assigned`); `barred` are offices that the record complains of.
    """

    office: str
    recorder: bytes
    offices: frozenset[str] = frozenset()
    assigned: frozenset[bytes] = frozenset()
    barred: frozenset[str] = field(default_factory=frozenset)


@cache
def compartments() -> Mapping[str, Compartment]:
    """The compartments by code."""
    return {each.code: each for each in read_rules(__package__ or "", _FILE, _File).compartment}


def readers(
    compartment: str, circle: Circle, officers: Collection[Officer], supervisions: Sequence[Supervision], day: date
) -> list[Officer]:
    """The officers who may read a record of a compartment on this day, its recorder first, by login."""
    rules = compartments()[compartment].readers
    supervising = {each.prosecutor for each in supervisions if each.office == circle.office and each.in_force(day)}
    found = [
        each
        for each in officers
        if each.id == circle.recorder
        or (each.office not in circle.barred and any(_is(each, rule, circle, supervising) for rule in rules))
    ]
    return sorted(found, key=lambda each: (each.id != circle.recorder, each.login))


def _is(officer: Officer, rule: ReaderRule, circle: Circle, supervising: Collection[str]) -> bool:
    if officer.role != rule.role:
        return False
    match rule.tie:
        case "supervises":
            return officer.office in supervising
        case "office_has_case":
            return officer.office in circle.offices
        case "assigned":
            return officer.id in circle.assigned
        case "assigned_elsewhere":
            return officer.id in circle.assigned and officer.office != circle.office
