"""Private files: records that not everybody reads to whom the case was given, and the bodies that are admitted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Final

import msgspec

from icjims_core.acts import Changes
from icjims_core.declarations.words import Label
from icjims_core.law.rule_data import read_rules

FOLLOWERS: Final[Mapping[str, str]] = {"signing": "signed_statement", "explanation": "explained_value"}
"""Types whose records belong to the file of the record that they name, and the unit in which they name its type."""


class PrivateFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One kind of private file: see the head of `private.toml`."""

    code: str
    ky: str
    ru: str
    en: str
    article: str
    verified: bool
    types: list[str]
    bodies: list[str]
    within: list[str]
    overseer: str
    outside: list[str]

    @property
    def label(self) -> Label:
        """What it is called."""
        return Label(self.ky, self.ru, self.en)

    def is_body(self, roles: Collection[str], *, oversees: bool) -> bool:
        """Whether an office where these roles serve is one that the law admits; `oversees`: it supervises the case."""
        return not set(self.bodies).isdisjoint(roles) or (self.overseer in roles and oversees)

    def admits_office(self, roles: Collection[str], *, oversees: bool) -> bool:
        """The same, or an office of whose people nothing tells what body it is."""
        return self.is_body(roles, oversees=oversees) or {self.overseer, *self.outside}.isdisjoint(roles)

    def admits(self, role: str, colleagues: Collection[str], *, oversees: bool) -> bool:
        """Whether a person is admitted: by his role, or in an office that is."""
        if role == self.overseer:
            return oversees
        if role in self.within:
            return self.admits_office(colleagues, oversees=oversees)
        return role in self.bodies


class _Files(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    edition: str
    file: list[PrivateFile]


@cache
def private_files() -> tuple[PrivateFile, ...]:
    """The kinds of `private.toml`."""
    return tuple(read_rules("icjims_core.access", "private.toml", _Files).file)


@cache
def private_types() -> Mapping[str, PrivateFile]:
    """The private file of each type that belongs to one."""
    return {name: each for each in private_files() for name in each.types}


def file_of(type_: str, begun: Changes | None = None) -> PrivateFile | None:
    """The private file of a record; `begun`: the changes of its first revision, where its type may follow another."""
    unit = FOLLOWERS.get(type_)
    if unit is not None:
        named = (begun or {}).get("put", {}).get(unit)
        type_ = str(named.get("act_type", "")) if isinstance(named, dict) else ""
    return private_types().get(type_)
