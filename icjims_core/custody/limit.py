"""The limit that binds now: how long liberty may be taken without a court, how long custody may last in all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from icjims_core.custody.counting import Phases, total
from icjims_core.custody.rules import custody_rules
from icjims_core.custody.segment import Segment
from icjims_core.law.finding import Citation


@dataclass(frozen=True, slots=True)
class Limit:
    """Time that counts towards a limit, and the limit, which the article states in `hours` or in `months`: else 0."""

    used: timedelta
    longest: timedelta
    hours: int
    months: int
    citation: Citation


def limit_of(segments: Iterable[Segment], current: Segment | None, phases: Phases, now: datetime) -> Limit | None:
    """The limit on the stretch that goes on now; none on house arrest and imprisonment.

    Custody is limited before the court and in it, each by itself; of one that is over, what was in the present phase.
    """
    rules = custody_rules()
    if current is not None and current.kind not in rules.counted:
        return None
    if current is not None and current.kind == "apprehension":
        hours = rules.hours_without_court(child=current.child)
        cited = Citation(rules.apprehension_article, verified=True)
        return Limit(now - current.began, timedelta(hours=hours), hours, 0, cited)
    counted = [each for each in segments if each.kind in rules.counted]
    cited = Citation(rules.limit_article, verified=True)
    return Limit(total(counted, now, phases.at(now)), rules.longest, 0, rules.limit_months, cited)
