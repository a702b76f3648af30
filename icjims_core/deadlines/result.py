"""What the engine says of one deadline of a case."""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass

from icjims_core.deadlines.counting import Due, Point
from icjims_core.deadlines.notes import Note


class State(enum.StrEnum):
    """How a deadline stands."""

    RUNNING = "running"
    MET = "met"
    MISSED = "missed"
    EXPLAINED = "explained"
    """Not kept, and the reason is recorded."""
    BEFORE_TAKEOVER = "before_takeover"
    """It ended before the case was taken over from paper and nothing is recorded: neither met nor missed."""
    UNCERTAIN = "uncertain"
    """Nothing is recorded and the clock of this computer cannot be believed."""
    SUSPENDED = "suspended"
    LIFTED = "lifted"
    """Nothing has to be done any more: released, joined, a fresh term was set."""
    ENDED = "ended"
    """A term that nobody has to keep has run out, or a waiting time is over."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of the ends that the inputs in conflict, an unknown fact or a doubtful provision allow.

    `step` and `field` are the event it runs from, `reading` the reading of the rule, `since` when the present end was
    granted. `due` is `None` where the law names no term, or it does not run at present.
    """

    step: str
    field: str
    start: Point
    reading: str
    limit: str
    due: Due | None
    notes: tuple[Note, ...]
    warn_on: datetime.date | None = None
    stages: tuple[Stage, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One end of a term that was extended: when it was granted and when it ends."""

    since: datetime.datetime
    due: Due


@dataclass(frozen=True, slots=True)
class Deadline:
    """One due date of a case.

    `alternatives` holds every end that was computed, `acted` the one acted on (the strictest, unless the rule is
    configured otherwise). `at`: when it was met, missed by doing it too late, or lifted. `warn_on`: the working day by
    which to be reminded. `clock_uncertain`: the clock of this computer is doubted, whatever the state.
    """

    rule: str
    severity: str
    person: str | None
    state: State
    acted: Alternative
    alternatives: tuple[Alternative, ...]
    at: datetime.datetime | None
    clock_uncertain: bool
    explanation: tuple[Note, ...]

    @property
    def row(self) -> str:
        """Its row of the table of deadlines."""
        return self.rule.split(".")[0]

    @property
    def due(self) -> datetime.datetime | None:
        """The moment acted on; 24:00 of a day is 0:00 of the next."""
        return self.acted.due.moment if self.acted.due else None

    @property
    def due_day(self) -> datetime.date | None:
        """The last day."""
        return self.acted.due.day if self.acted.due else None

    @property
    def warn_on(self) -> datetime.date | None:
        """The last working day by which to be reminded of a term that is counted backwards."""
        return self.acted.warn_on
