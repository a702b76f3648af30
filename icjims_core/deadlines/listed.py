"""Periods that a record taken over from paper lists as text, `KIND FROM/TO …`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from icjims_core.deadlines.counting import Due, Point, end_at, read_point
from icjims_core.deadlines.view import Values, points, stated_list
from icjims_core.law.casefile import Step


@dataclass(frozen=True, slots=True)
class Listed:
    """One period: `ended` is empty while it goes on, `planned` is the end that was set for it then."""

    began: Point
    ended: Point | None = None
    planned: Due | None = None


def listed_periods(step: Step, values: Values, field: str, kinds: Iterable[str]) -> Iterator[Listed]:
    """The periods of these kinds; an end after the moment of the record could only be planned."""
    stated_at = next(iter(points(values.get(step.declared.moment or ""))), None)
    for text in stated_list(values.get(field)):
        kind, _, period = text.partition(" ")
        first, _, last = period.partition(" ")[0].partition("/")
        began, ended = listed_point(first), end_at(_stored(last))
        if kind not in kinds or began is None:
            continue
        if ended is not None and stated_at is not None and ended.moment > stated_at.moment:
            yield Listed(began, planned=ended)
        else:
            yield Listed(began, listed_point(last))


def listed_point(text: str) -> Point | None:
    """A day, or a minute of the time of Bishkek; `None` if it is no time."""
    return read_point(_stored(text))


def _stored(text: str) -> str:
    return f"{text}+06:00" if "T" in text else text
