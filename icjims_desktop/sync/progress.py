"""How far a sync session is, in values that a screen or a terminal can show, and a token that ends it early."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

Phase = Literal["connecting", "sending", "receiving", "comparing", "repairing", "waiting"]

INTERVAL_SECONDS: Final = 0.1
_MEASURE_SECONDS: Final = 3.0
_SMOOTHING: Final = 0.3


@dataclass(frozen=True, slots=True)
class Progress:
    """A moment of a session: `done` of `total` (0: unknown) in bytes while sending and feed rows while receiving.

    `bytes` counts both directions since the start, `rate` is bytes in a second; `remaining` seconds are `None` until
    three seconds have been measured and wherever the total is unknown.
    """

    phase: Phase
    done: int
    total: int
    bytes: int
    rate: float
    remaining: float | None


class ProgressMeter:
    """Gathers what moves and reports it at most ten times a second; `clock` is monotonic seconds."""

    def __init__(self, clock: Callable[[], float], report: Callable[[Progress], None]) -> None:
        self._clock, self._report = clock, report
        self._phase: Phase = "connecting"
        self._done = self._total = self._bytes = 0
        self._phase_began = self._measured_at = clock()
        self._measured_bytes = self._measured_done = 0
        self._rate = self._done_rate = 0.0
        self._reported_at = float("-inf")

    def enter(self, phase: Phase, total: int = 0) -> None:
        """Begin a phase; reported at once when it is another one."""
        changed = phase != self._phase
        self._phase, self._done, self._total = phase, 0, total
        self._phase_began = self._measured_at = self._clock()
        self._measured_bytes, self._measured_done, self._rate, self._done_rate = self._bytes, 0, 0.0, 0.0
        self._tell(at_once=changed)

    def moved(self, size: int) -> None:
        """Note bytes that have moved in either direction."""
        self._bytes += size
        if self._phase == "sending":
            self._done += size
        self._tell(at_once=False)

    def stored(self, rows: int) -> None:
        """Note feed rows that are stored."""
        if self._phase == "receiving":
            self._done += rows
        self._tell(at_once=False)

    def _tell(self, *, at_once: bool) -> None:
        now = self._clock()
        self._measure(now)
        if at_once or now - self._reported_at >= INTERVAL_SECONDS:
            self._reported_at = now
            self._report(Progress(self._phase, self._done, self._total, self._bytes, self._rate, self._remaining(now)))

    def _measure(self, now: float) -> None:
        passed = now - self._measured_at
        if passed < 1.0:
            return
        rate, done_rate = (self._bytes - self._measured_bytes) / passed, (self._done - self._measured_done) / passed
        first = not self._rate
        self._rate = rate if first else self._rate + _SMOOTHING * (rate - self._rate)
        self._done_rate = done_rate if first else self._done_rate + _SMOOTHING * (done_rate - self._done_rate)
        self._measured_at, self._measured_bytes, self._measured_done = now, self._bytes, self._done

    def _remaining(self, now: float) -> float | None:
        if now - self._phase_began < _MEASURE_SECONDS or not self._total or self._done_rate <= 0:
            return None
        return max(0.0, (self._total - self._done) / self._done_rate)


class Cancellation:
    """A token by which any thread ends a session; what was stored by then stays."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled = False
        self._listeners: list[Callable[[], None]] = []

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._cancelled

    def cancel(self) -> None:
        """Ask to stop; safe from every thread, more than once."""
        with self._lock:
            self._cancelled = True
            listeners, self._listeners = self._listeners, []
        for listener in listeners:
            listener()

    def listen(self, listener: Callable[[], None]) -> None:
        """Call the listener once when it happens, at once if it has happened."""
        with self._lock:
            if not self._cancelled:
                self._listeners.append(listener)
                return
        listener()

    def forget(self, listener: Callable[[], None]) -> None:
        """Call the listener no more."""
        with self._lock:
            if listener in self._listeners:
                self._listeners.remove(listener)
