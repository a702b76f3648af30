"""Progress on standard error, for people only: nothing where it is no terminal."""

from __future__ import annotations

import time
from collections.abc import Callable

from icjims_desktop.cli.session import Session

_INTERVAL_SECONDS = 0.2


class Meter:
    """One line that is written over, at most five times a second."""

    def __init__(self, session: Session) -> None:
        self._stream = session.around.stderr
        self._shown = session.around.stderr.isatty()
        self._last = 0.0

    def tell(self, text: str) -> None:
        """Show this now, unless something was shown just before."""
        now = time.monotonic()
        if self._shown and now - self._last >= _INTERVAL_SECONDS:
            self._last = now
            self._stream.write(f"\r{text[:100]:100}\r")
            self._stream.flush()


def counter(session: Session) -> Callable[[int], None]:
    """Tells how many are done."""
    meter = Meter(session)
    return lambda done: meter.tell(str(done))


def share(session: Session) -> Callable[[int, int], None]:
    """Tells how many of how many are done."""
    meter = Meter(session)
    return lambda done, total: meter.tell(f"{done} / {total}")
