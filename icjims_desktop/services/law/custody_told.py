"""The ledger of custody of a person in words: stretches that count, and those that annulled records stated."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from icjims_core.custody import Ledger, Limit, Struck
from icjims_core.law.finding import Finding, finding_text
from icjims_core.law.references import cited
from icjims_core.law.rule_data import BISHKEK
from icjims_core.modules import record_type
from icjims_desktop.services.moments import instant

_HOUR = datetime.timedelta(hours=1)
_NOBODY: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Misfit:
    """What does not fit in a course or a ledger: code and words, and the record that does not; empty where no single
    one does."""

    code: str
    text: str
    record: str = ""


def misfits(findings: Iterable[Finding], language: str, names: Mapping[str, str] = _NOBODY) -> tuple[Misfit, ...]:
    """Findings in words; `names`: what persons are called."""
    return tuple(Misfit(each.code, finding_text(each, language, names), each.param("step")) for each in findings)


@dataclass(frozen=True, slots=True)
class SegmentTold:
    """A stretch without liberty: kind as in `icjims_core.custody.segment`."""

    kind: str
    began: datetime.datetime
    ended: datetime.datetime | None
    until: datetime.datetime | None
    place: str
    declared: bool
    record: str


@dataclass(frozen=True, slots=True)
class StruckTold:
    """What an annulled record said of liberty: a stretch, or (`kind` empty) the end of one; which record it was, and
    when, by whom and why it was annulled."""

    kind: str
    began: datetime.datetime
    ended: datetime.datetime | None
    until: datetime.datetime | None
    label: str
    record: str
    annulled_at: datetime.datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class LimitTold:
    """Whole hours that a limit allows, `longest`, and that count towards it at the end of the term ordered, `granted`;
    the article states it in `hours` or in `months`, the other is 0."""

    granted: int
    longest: int
    hours: int
    months: int
    article: str


@dataclass(frozen=True, slots=True)
class Account:
    """Time in custody in the reading acted on: whole `hours` that count towards `limit`, the one that binds now; house
    arrest and imprisonment have none, and the hours are of the stretch. `readings`: how many the statements allow."""

    segments: tuple[SegmentTold, ...]
    held_now: bool
    kind: str
    since: datetime.datetime | None
    until: datetime.datetime | None
    hours: int
    limit: LimitTold | None
    credit_days: int
    readings: int
    findings: tuple[Misfit, ...]


def account(found: Ledger, now: datetime.datetime, language: str) -> Account | None:
    """The account acted on; None for who was never held."""
    acted = found.acted
    if not acted.segments:
        return None
    current = acted.current
    since = current.began if current else acted.segments[-1].began
    return Account(
        segments=tuple(
            SegmentTold(each.kind, each.began, each.ended, each.until, each.place, each.declared, each.steps[0])
            for each in acted.segments
        ),
        held_now=current is not None,
        kind=current.kind if current else acted.segments[-1].kind,
        since=acted.first,
        until=current.until if current else None,
        hours=(acted.limit.used if acted.limit else now - since) // _HOUR,
        limit=_limit(acted.limit, current.until if current else None, now, language),
        credit_days=acted.credit,
        readings=len(found.readings),
        findings=misfits(acted.findings, language),
    )


def _limit(
    found: Limit | None, until: datetime.datetime | None, now: datetime.datetime, language: str
) -> LimitTold | None:
    if found is None:
        return None
    granted = found.used + max(until - now, datetime.timedelta()) if until else found.used
    return LimitTold(
        granted=granted // _HOUR,
        longest=found.longest // _HOUR,
        hours=found.hours,
        months=found.months,
        article=cited(found.citation.article, language),
    )


def struck_told(found: Struck, language: str) -> StruckTold:
    """What an annulled record said of liberty, and the annulment."""
    told, label = found.annulment, record_type(found.type).label.text(language)
    annulled_at = instant(told.at).astimezone(BISHKEK)
    stretch = (found.kind, found.at, found.ended, found.until)
    return StruckTold(*stretch, label, found.step, annulled_at, told.officer.words(language), told.reason)
