"""What the sync page shows; texts of cases in the language now shown."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from icjims_desktop.ui.components.progress import Segment
from icjims_desktop.ui.components.sync_sentence import SyncFacts


class QueueState(StrEnum):
    """Where a line of the queue stands."""

    IN_CENTRE = "in_centre"
    REFUSED = "refused"
    GOING = "going"
    NEXT = "next"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class QueueLine:
    """What goes out of one case."""

    case: str
    what: str
    size_bytes: int
    state: QueueState
    at: datetime | None = None
    percent: int = 0


class SessionOutcome(StrEnum):
    """How a session ended."""

    GOING = "going"
    ALL_ARRIVED = "all_arrived"
    BROKE_OFF = "broke_off"
    REFUSED_SOME = "refused_some"
    STICK = "stick"


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A past exchange; counts of changes, length in seconds."""

    began: datetime
    outcome: SessionOutcome
    sent: int
    received: int
    seconds: int
    planned: int = 0
    package: int = 0


@dataclass(frozen=True, slots=True)
class RefusedItem:
    """The first change the centre refused, and the way out."""

    record_id: str
    fact: str
    consequence: str
    remedy: str
    action: str


@dataclass(frozen=True, slots=True)
class DigestsData:
    """The check that both sides hold the same; `equal` None = not checked yet."""

    equal: bool | None = None
    checked_at: datetime | None = None
    records: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class StickData:
    """A package on its way by USB stick."""

    package: int = 0
    made_on: date | None = None
    records: int = 0
    receipt_came: bool = False


@dataclass(frozen=True, slots=True)
class SyncData:
    """The whole page; rate and limit in kilobytes a second, sizes in bytes."""

    workstation: str
    now: datetime
    facts: SyncFacts = field(default_factory=SyncFacts)
    segments: tuple[Segment, ...] = ()
    paused: bool = False
    current: str = ""
    current_done: int = 0
    current_size: int = 0
    rate_kbs: float = 0.0
    seconds_left: int | None = None
    limit_kbs: int = 0
    refused: RefusedItem | None = None
    queue: tuple[QueueLine, ...] = ()
    queue_total: int = 0
    sessions: tuple[SessionLine, ...] = ()
    digests: DigestsData = field(default_factory=DigestsData)
    stick: StickData = field(default_factory=StickData)
    clock_offset_seconds: float | None = None
    every_minutes: int | None = None
