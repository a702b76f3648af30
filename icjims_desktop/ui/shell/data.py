"""What the frame shows of the user, the office and the counts."""

from dataclasses import dataclass, field

from icjims_desktop.ui.components.sync_sentence import SyncFacts

PAGES: tuple[tuple[str, str], ...] = (
    ("today", "today"),
    ("cases", "folder"),
    ("people", "people"),
    ("conflicts", "fork"),
    ("papers", "printer"),
    ("log", "eye"),
    ("sync", "sync"),
)
"""Pages of the rail, in order: id and icon; one that the house has not is not shown."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number beside a page of the rail; red only for late or refused."""

    number: int
    tone: str = "muted"


@dataclass(frozen=True, slots=True)
class ShellData:
    """Who works where, and how things stand."""

    user_name: str
    office: str
    training: bool = False
    counts: dict[str, Count] = field(default_factory=dict)
    sync: SyncFacts = field(default_factory=SyncFacts)
