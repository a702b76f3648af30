"""The clock of this computer as something to be doubted, and an officer's word that it is right."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Final

import msgspec

from icjims_core.deadlines.now import MAX_JUMP, Now, judge_now
from icjims_core.declarations.stored_forms import LOCAL
from icjims_core.encoding import decode_trusted, encode
from icjims_core.problem import Refused
from icjims_desktop.services.moments import instant
from icjims_desktop.store.store import Store

CONFIRMED: Final = "clock_confirmed"
"""The fact of the store, and the event of the audit log."""


class Confirmation(msgspec.Struct, frozen=True, array_like=True):
    """That date and time were right at `at`; `newest` is the time of the newest act known then. Both ms since 1970."""

    at: int
    newest: int


class Clock:
    """What is to be believed of the time of one open store. `elapsed`: seconds that nobody can set, if there are any.

    A confirmation holds until the clock stands before it, an act arrives that is newer than all that were known, or the
    clock leaves the elapsed time again by more than `MAX_JUMP`.
    """

    def __init__(self, store: Store, elapsed: Callable[[], float] | None = None) -> None:
        self._store = store
        self._elapsed = elapsed
        data = store.fact(CONFIRMED)
        self._confirmed = Confirmation(0, 0) if data is None else decode_trusted(data, Confirmation)
        self._begin = self._reading()

    @property
    def confirmed(self) -> Confirmation:
        """The last confirmation; of time 0 where there was none."""
        return self._confirmed

    def judge(self, moment: datetime.datetime, newest: int) -> Now:
        """The moment, doubted where it cannot be right; `newest`: the time of the newest act that matters, in ms."""
        last = max(newest if newest > self._confirmed.newest else 0, self._confirmed.at)
        return judge_now(moment, last_act=instant(last), expected=self._expected())

    def mark(self) -> bytes:
        """Changes when what was judged before by this clock must be judged again."""
        now = instant(self._store.around.now())
        jumped = not judge_now(now, expected=self._expected()).trusted
        return self._confirmed.at.to_bytes(8, "big") + bytes([jumped])

    def confirm(self, stated: datetime.datetime, newest: int) -> Confirmation:
        """Believe the clock from now on; raises `Refused("clock_differs")` where it does not show the time stated."""
        now = self._store.around.now()
        if abs(instant(now) - stated) > MAX_JUMP:
            shown = f"{instant(now).astimezone(LOCAL):%Y-%m-%d %H:%M}"
            raise Refused("clock_differs", shown=shown, stated=f"{stated.astimezone(LOCAL):%Y-%m-%d %H:%M}")
        self._confirmed = Confirmation(now, newest)
        self._store.state_facts({CONFIRMED: encode(self._confirmed)})
        self._begin = self._reading()
        return self._confirmed

    def _reading(self) -> tuple[int, float]:
        return self._store.around.now(), self._elapsed() if self._elapsed else 0.0

    def _expected(self) -> datetime.datetime | None:
        if self._elapsed is None:
            return None
        began, elapsed = self._begin
        return instant(began) + datetime.timedelta(seconds=self._elapsed() - elapsed)
