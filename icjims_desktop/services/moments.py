"""Moments of the device clock, which counts milliseconds since 1970 UTC."""

from __future__ import annotations

import datetime


def instant(now: int) -> datetime.datetime:
    """The time of milliseconds since 1970 UTC."""
    return datetime.datetime.fromtimestamp(now / 1000, datetime.UTC)


def milliseconds(moment: datetime.datetime) -> int:
    """The milliseconds since 1970 UTC of a time."""
    return int(moment.timestamp() * 1000)
