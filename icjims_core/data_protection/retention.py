"""How long records are kept: classes with a term, an event that it runs from, a review and an end; nothing for ever."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Literal

import msgspec

from icjims_core.deadlines.counting import add_months
from icjims_core.declarations.schema import RecordType
from icjims_core.declarations.words import Label
from icjims_core.law.casefile import CaseFile, Step
from icjims_core.law.rule_data import BISHKEK, instant, matches, read_rules
from icjims_core.modules import registry

Action = Literal["archive", "erase", "anonymise", "keep"]


class Start(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """An event that a term runs from: a time field of a record type."""

    type: str
    at: str


class RetentionClass(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Records that are kept alike. `years` run from the latest of `starts`; until then, and every `review_years`,
    somebody looks whether they are still needed (Directive (EU) 2016/680, art. 5)."""

    code: str
    ky: str
    ru: str
    en: str
    purpose: list[str] = []
    types: list[str] = []
    roles: list[str] = []
    starts: list[Start]
    years: int
    review_years: int
    action: Action
    article: str
    verified: bool

    @property
    def label(self) -> Label:
        """Its name."""
        return Label(self.ky, self.ru, self.en)


class Retention(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"classes": "class"}):
    """All classes."""

    edition: str
    classes: list[RetentionClass]

    def of(self, declared: RecordType, values: Mapping[str, object]) -> RetentionClass:
        """The class of a record: one that names its type before that of its purpose; none is a `LookupError`."""
        for each in self.classes:
            if declared.name in each.types and (not each.roles or matches({"role": each.roles}, values)):
                return each
        for each in self.classes:
            if declared.purpose in each.purpose:
                return each
        raise LookupError(declared.name)


@dataclass(frozen=True, slots=True)
class Review:
    """When the records of a class in one case are to be looked at: `began` is the event that their term runs from,
    `keep_until` its end; both are empty while the case is open."""

    kind: RetentionClass
    records: tuple[str, ...]
    began: date | None
    keep_until: date | None
    review_on: date

    @property
    def term_over(self) -> bool:
        """Whether it is the end of the term that calls for the review."""
        return self.review_on == self.keep_until


@cache
def retention() -> Retention:
    """The classes of `retention.toml`."""
    return read_rules("icjims_core.data_protection", "retention.toml", Retention)


def reviews(case_file: CaseFile, rules: Retention | None = None) -> tuple[Review, ...]:
    """The next review of every class that the case holds records of, the soonest first."""
    read = retention() if rules is None else rules
    held: dict[str, list[Step]] = {}
    for step in case_file.steps:
        held.setdefault(read.of(step.declared, step.values()).code, []).append(step)
    found = [_review(kind, held[kind.code], case_file) for kind in read.classes if kind.code in held]
    return tuple(sorted(found, key=lambda each: (each.review_on, each.kind.code)))


def _review(kind: RetentionClass, steps: list[Step], case_file: CaseFile) -> Review:
    records = tuple(each.id for each in steps)
    began = max(_starts(kind, case_file), default=None)
    if began is None:
        newest = datetime.fromtimestamp(max(each.recorded_at for each in steps) / 1000, BISHKEK).date()
        return Review(kind, records, None, None, _years_after(newest, kind.review_years))
    until = _years_after(began, kind.years)
    return Review(kind, records, began, until, min(until, _years_after(began, kind.review_years)))


def _starts(kind: RetentionClass, case_file: CaseFile) -> Iterator[date]:
    """Days of the events, by every reading: where values conflict the latest keeps the records longest."""
    for start in kind.starts:
        for step in case_file.of(start.type):
            for values in step.alternatives(start.at):
                moment = instant(values.get(start.at))
                if moment is not None:
                    yield moment.astimezone(BISHKEK).date()


def _years_after(day: date, years: int) -> date:
    return add_months(day, 12 * years)


def check() -> None:
    """Raises `ValueError` where a class names what is not declared, or a declared type is in no class."""
    for kind in retention().classes:
        for start in kind.starts:
            if start.at not in registry()[start.type].by_name:
                raise ValueError(f"{kind.code}: {start.type}.{start.at}")
        if unknown := set(kind.types) - registry().keys():
            raise ValueError(f"{kind.code}: {unknown}")
    for declared in registry().values():
        retention().of(declared, {})
