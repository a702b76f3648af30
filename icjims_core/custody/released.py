"""What nobody has to do any more because the person was released."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from icjims_core.custody.ledger import Account
from icjims_core.deadlines.notes import note
from icjims_core.deadlines.result import Deadline, State
from icjims_core.deadlines.rules import Rules
from icjims_core.law.rule_data import BISHKEK


def after_release(found: Iterable[Deadline], rules: Rules, account_of: Callable[[str], Account]) -> Iterator[Deadline]:
    """The same deadlines; one that concerns only who is held ends with the release: lifted, or missed until then."""
    for each in found:
        waits = each.state is State.RUNNING or (each.state is State.MISSED and each.at is None)
        if each.person is None or not waits or not rules.of(each).while_held:
            yield each
            continue
        at = _released(account_of(each.person))
        yield each if at is None or at <= each.acted.start.moment else _ended(each, at)


def _released(account: Account) -> datetime | None:
    """When a person who is not held now was last released."""
    ends = [each.ended for each in account.segments if each.ended is not None]
    return max(ends) if ends and account.current is None else None


def _ended(found: Deadline, at: datetime) -> Deadline:
    lifted = note("lifted", at=at.astimezone(BISHKEK))
    kept = found.due is None or at <= found.due
    state = State.LIFTED if kept else State.MISSED
    return replace(found, state=state, at=at, explanation=(*found.explanation, lifted))
