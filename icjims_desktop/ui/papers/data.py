"""What the sheet and the page of papers show; texts in the language in which they were read."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icjims_desktop.services.paper.act_paper import Preview


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody of the case on whom a copy may be served: the id of the person, the name, the role if any."""

    person: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Printable:
    """An act that is to be printed: its name, and whom it may be served on; nobody where it is sealed."""

    record: str
    title: str
    recipients: tuple[Recipient, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """What would stand on the paper of an act for a person; of nobody: for the case file."""

    record: str
    person: str
    preview: "Preview"


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal of the office that can be printed."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a workbook of cases on paper comes to; each mistake as place and words. `recorded`: it was taken over."""

    file: str
    cases: int
    persons: int
    unchanged: int
    mistakes: tuple[tuple[str, str], ...] = ()
    mistake_count: int = 0
    recorded: bool = False
