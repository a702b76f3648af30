"""Liberty as stated when a case was taken over from paper: segments, `kind from/to place` in one text each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final

from icjims_core.custody.event import Event
from icjims_core.law.casefile import Step
from icjims_core.law.rule_data import instant, is_day
from icjims_core.modules.takeover import HOLDING

DECLARING: Final = "takeover"
_SEGMENTS: Final = "custody_segments"


def declared_events(step: Step, values: Mapping[str, object], person: str, now: datetime) -> Iterator[Event]:
    """The events of a take-over of this person; a text that is no segment is left out, its form is validated."""
    if step.type != DECLARING or values.get("person") != person:
        return
    stated = values.get(_SEGMENTS)
    texts = sorted(str(each) for each in stated) if isinstance(stated, list) else []
    taken, until = instant(values.get("taken_at")), instant(values.get("measure_until"))
    found = [each for text in texts if (each := _event(step, text, until, taken or now)) and each.at <= now]
    yield from found
    # Of a measure that no segment bears out nobody knows how long it has lasted.
    if values.get("measure") in HOLDING and all(each.ended for each in found):
        since = instant(values.get("measure_from")) or taken
        if since is not None and since <= now:
            kind = str(values["measure"])
            yield Event(since, "unlisted", step.id, step.type, kind=kind, until=until, decided=taken)


def _event(step: Step, text: str, measure_until: datetime | None, taken: datetime) -> Event | None:
    """One segment; an end after the take-over could only be planned, and the person is held until it is recorded."""
    kind, _, rest = text.partition(" ")
    span, _, place = rest.partition(" ")
    began, _, ended = span.partition("/")
    at = instant(began)
    if at is None:
        return None
    end = _end(ended)
    planned = end if end is not None and end > taken else None
    until = planned or (None if end else measure_until)
    last = None if planned else end
    return Event(at, "declared", step.id, step.type, kind=kind, until=until, place=place, ended=last, decided=taken)


def _end(text: str) -> datetime | None:
    """The end of a segment; of an end known to the day only, the end of that day."""
    found = instant(text)
    return found + timedelta(days=1) if found and is_day(text) else found
