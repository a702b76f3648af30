"""Seconds that have passed, which nobody can set: with the time that the computer slept, where the system tells it."""

import time


def elapsed() -> float:
    """Seconds since some moment before the program began; they never go back and do not follow the date and time."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)
