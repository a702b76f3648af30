"""Who stands in for whom: an officer on leave, his substitute, the period, the cases."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Substitution:
    """An order of substitution: logins, the period (`until` `None`: not ended), the cases (`None`: all)."""

    officer: str
    substitute: str
    since: datetime
    until: datetime | None = None
    cases: Collection[str] | None = None

    def covers(self, case: str, at: datetime) -> bool:
        """Whether it is in force for a case at a moment; the last moment of the period still counts."""
        in_time = self.since <= at and (self.until is None or at <= self.until)
        return in_time and (self.cases is None or case in self.cases)


def stands_in_for(login: str, case: str, at: datetime, orders: Iterable[Substitution]) -> frozenset[str]:
    """Logins of the officers whose assignment in the case is this person's at the moment.

    A substitute's own substitute has none of the first officer's cases: an order names the person it trusts.
    """
    return frozenset(each.officer for each in orders if each.substitute == login and each.covers(case, at))
