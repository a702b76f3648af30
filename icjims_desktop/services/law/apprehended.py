"""When a person was actually apprehended, and who says so: the effective time first, then what else was stated."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from icjims_core import codes
from icjims_core.declarations.words import Label
from icjims_core.law.casefile import CaseFile, Step
from icjims_core.law.rule_data import BISHKEK, instant
from icjims_core.officers import NOBODY
from icjims_core.paper.printed import printed

APPREHENSION: Final = "apprehension"
TIMES: Final = "actual_times"
_SAYS: Final[Mapping[str, Label]] = printed("passport")


@dataclass(frozen=True, slots=True)
class StatedTime:
    """A time of apprehension as it was stated; `by`: the source, and whom it names, else who recorded it."""

    at: datetime.datetime
    by: str


@dataclass(frozen=True, slots=True)
class Apprehended:
    """An apprehension and the statements of its time, the earliest, which has effect, first."""

    record: str
    stated: tuple[StatedTime, ...]

    def words(self, language: str) -> str:
        """`24.11.2026 11:20 (protocol; A. Asanov); stated too: 15:05 (…)`."""
        patterns = (_SAYS["effective"], *[_SAYS["also"]] * len(self.stated))
        told = zip(patterns, self.stated, strict=False)
        return "; ".join(
            each.text(language).format(at=f"{one.at.astimezone(BISHKEK):%d.%m.%Y %H:%M}", by=one.by or "—")
            for each, one in told
        )


def apprehended(case_file: CaseFile, person: str, language: str) -> tuple[Apprehended, ...]:
    """The apprehensions of a person, the earliest first; one whose time is not stated is left out."""
    several = [
        Apprehended(step.id, tuple(sorted(_stated(step, language), key=lambda one: one.at)))
        for step in case_file.about(person, APPREHENSION)
    ]
    return tuple(sorted((each for each in several if each.stated), key=lambda each: each.stated[0].at))


def _stated(step: Step, language: str) -> Iterator[StatedTime]:
    value = step.values().get(TIMES)
    several = value if isinstance(value, list) else []
    known = step.stated_by.get(TIMES, (step.officer,))
    for each, officer in zip(several, (*known, *[NOBODY] * len(several)), strict=False):
        at = instant(each.get("at")) if isinstance(each, dict) else None
        if isinstance(each, dict) and at is not None:
            source = codes.code_list("time_source").label(str(each["source"]), language) if each.get("source") else ""
            by = str(each.get("by") or "") or officer.words(language)
            yield StatedTime(at, ", ".join(filter(None, (source, by))))
