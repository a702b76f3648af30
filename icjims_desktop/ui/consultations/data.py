"""What the page of the log shows; texts in the language now shown."""

from dataclasses import dataclass
from enum import StrEnum


class Whose(StrEnum):
    """Whose log is read."""

    WORKSTATION = "workstation"
    CENTRE = "centre"


DAYS = (1, 7, 30, 0)
"""Of how many days the log may be read, today included; 0: all of it."""
MOST_SHOWN = 500
"""So many events are shown, the newest first."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """An event: when, who in which role, what was done, of which cases, and why."""

    at: str
    who: str
    role: str
    done: str
    about: str
    why: str

    def has(self, words: str) -> bool:
        """Whether these words stand in it."""
        told = f"{self.at} {self.who} {self.role} {self.done} {self.about} {self.why}"
        return words.casefold() in told.casefold()


@dataclass(frozen=True, slots=True)
class LogRead:
    """The events that the user may read, the newest first, and in words whose log it is."""

    whose: Whose
    words: str
    lines: tuple[LogLine, ...]
