"""What the unlock screen shows."""

from dataclasses import dataclass
from datetime import datetime

from icjims_desktop.ui.components.sync_sentence import SyncFacts


@dataclass(frozen=True, slots=True)
class UnlockUser:
    """Somebody who may unlock this workstation."""

    login: str
    name: str
    position: str


@dataclass(frozen=True, slots=True)
class UnlockData:
    """Office, users, and what became of the work; nothing of any case."""

    workstation: str
    users: tuple[UnlockUser, ...]
    now: datetime
    training: bool = False
    sync: SyncFacts | None = None
    """`None` where nothing is known without a password."""
    drafts: int = 0
    drafts_at: datetime | None = None
    idle_lock_minutes: int | None = None
    """Set when the screen locked itself."""


@dataclass(frozen=True, slots=True)
class KeyboardState:
    """Layout as the badge shows it (`РУС`), and Caps Lock."""

    layout: str
    caps_lock: bool = False


@dataclass(frozen=True, slots=True)
class UnlockFailure:
    """A refused password: what is left, or how long to wait."""

    attempts_left: int
    wait_minutes: int
    locked_until: datetime | None = None
