"""One step of the explanation of a due date: a code and parameters, worded by `icjims_core.deadlines.explanation`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

Parameter = str | int

_NOTHING: Final[Mapping[str, Parameter]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Note:
    """A step of an explanation. Days and moments in `params` are ISO text of the time of Bishkek."""

    code: str
    params: Mapping[str, Parameter] = field(default_factory=lambda: _NOTHING)

    def __hash__(self) -> int:
        return hash((self.code, tuple(sorted((name, str(value)) for name, value in self.params.items()))))


def note(code: str, /, **params: Parameter | datetime.date) -> Note:
    """A note; days and moments are given as such and kept as ISO text to the minute."""
    return Note(code, {name: _plain(value) for name, value in params.items()})


def _plain(value: Parameter | datetime.date) -> Parameter:
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, datetime.date) else value
