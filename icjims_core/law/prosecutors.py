"""Of which level a prosecutor's office is, as data (`prosecutors.toml`)."""

from __future__ import annotations

from functools import cache
from typing import Final

import msgspec

from icjims_core.law.rule_data import read_rules

LEVELS: Final = ("district", "regional", "deputy_general", "general")
"""The levels of CPC 162(4)–(5), the lowest first: codes of the list `prosecutor_level`."""

_LOWEST: Final = LEVELS[0]


class _Level(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    code: str
    offices: list[str]
    article: str
    verified: bool


class Prosecutors(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The rules on prosecutors' offices."""

    edition: str
    level: list[_Level]


@cache
def prosecutors() -> Prosecutors:
    """The rules of `prosecutors.toml`."""
    return read_rules("icjims_core.law", "prosecutors.toml", Prosecutors)


def level_of(office: str) -> str:
    """The level of a prosecutor's office, by its code; of one that is not named the lowest."""
    return next((each.code for each in prosecutors().level if office in each.offices), _LOWEST)


def is_of_level(office: str, level: str) -> bool:
    """Whether an office is of a level or a higher one; a level that is not stated is the lowest."""
    return LEVELS.index(level_of(office)) >= (LEVELS.index(level) if level in LEVELS else 0)
