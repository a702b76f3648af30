"""Which edition of the data-protection impact assessment covers a module; where none does, nothing is recorded."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Literal

import msgspec

from icjims_core.law.rule_data import read_rules
from icjims_core.problem import Refused


class Assessment(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One edition of the assessment and the modules that it covers."""

    edition: str
    on: datetime.date
    author: str
    state: Literal["draft", "approved"]
    modules: list[str]


class Assessments(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"every": "assessment"}):
    """All editions, the oldest first."""

    every: list[Assessment]

    def of(self, module: str) -> Assessment:
        """The newest edition that covers the module; raises `Refused("not_assessed")` where nobody assessed it."""
        for each in reversed(self.every):
            if module in each.modules:
                return each
        raise Refused("not_assessed", module=module)


@cache
def assessments() -> Assessments:
    """The editions of `impact.toml`."""
    return read_rules("icjims_core.data_protection", "impact.toml", Assessments)
