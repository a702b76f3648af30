"""A stretch of time without liberty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of one kind: `apprehension`, `custody`, `house_arrest`, `hospital` or `imprisonment`.

    `ended` is empty while it goes on; `until` is the end of the term ordered, `sentenced` when a verdict took its
    place. `steps`: the records it rests on. `declared`: stated on taking over from paper, which tells of the time until
    `told`. `lapsed`: when the ground for holding was gone, by which step.
    """

    kind: str
    began: datetime
    ended: datetime | None = None
    until: datetime | None = None
    steps: tuple[str, ...] = ()
    place: str = ""
    declared: bool = False
    child: bool = False
    lapsed: datetime | None = None
    lapsed_by: str = ""
    sentenced: datetime | None = None
    told: datetime | None = None

    def end(self, now: datetime) -> datetime:
        """Where it ends, or `now` while it goes on."""
        return self.ended or now
