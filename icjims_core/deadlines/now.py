"""The present as an input that may be doubted: a computer's clock can be wrong, and a deadline must say so."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final

MAX_JUMP: Final = datetime.timedelta(minutes=5)
"""How far the clock may run away from the monotonic one before it is doubted."""


@dataclass(frozen=True, slots=True)
class Now:
    """The present moment, aware, and whether to believe it. `reason`: `before_last_act`, `clock_jumped` or empty."""

    moment: datetime.datetime
    trusted: bool = True
    reason: str = ""


def judge_now(
    moment: datetime.datetime,
    *,
    last_act: datetime.datetime | None = None,
    expected: datetime.datetime | None = None,
    confirmed: bool = False,
) -> Now:
    """The clock's time, doubted where it cannot be right, until an officer has `confirmed` date and time.

    `last_act`: the time of the newest act known. `expected`: the time read at the start of the session and the
    monotonic time that has passed since.
    """
    if confirmed:
        return Now(moment)
    if last_act is not None and moment < last_act:
        return Now(moment, trusted=False, reason="before_last_act")
    if expected is not None and abs(moment - expected) > MAX_JUMP:
        return Now(moment, trusted=False, reason="clock_jumped")
    return Now(moment)
