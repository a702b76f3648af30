"""Segments of custody stated when a case was taken over from paper: `kind from/to place` in one text each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final

from icjims_core.casefile import Step
from icjims_core.custody.event import Event
from icjims_core.rule_data import instant, is_day

DECLARING: Final = "takeover"
_SEGMENTS: Final = "custody_segments"


def declared_events(step: Step, values: Mapping[str, object], person: str, now: datetime) -> Iterator[Event]:
    """The events of a take-over of this person; a text that is no segment is left out, its form is validated."""
    stated = values.get(_SEGMENTS)
    if step.type != DECLARING or values.get("person") != person or not isinstance(stated, list):
        return
    for text in sorted(str(each) for each in stated):
        event = _event(step, text, instant(values.get("measure_until")))
        if event is not None and event.at <= now:
            yield event


def _event(step: Step, text: str, measure_until: datetime | None) -> Event | None:
    kind, _, rest = text.partition(" ")
    span, _, place = rest.partition(" ")
    began, _, ended = span.partition("/")
    at = instant(began)
    if at is None:
        return None
    until = None if ended else measure_until
    return Event(at, "declared", step.id, step.type, kind=kind, until=until, place=place, ended=_end(ended))


def _end(text: str) -> datetime | None:
    """The end of a segment; of an end known to the day only, the end of that day."""
    found = instant(text)
    return found + timedelta(days=1) if found and is_day(text) else found
