"""What the list of cases shows."""

from dataclasses import dataclass

from icjims_desktop.ui.components.chip import ChipData


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in the list; texts in the language now shown."""

    case_id: str
    number: str
    title: str
    qualification: str
    responsible: str
    changed: str
    stage: str = ""
    deadline: ChipData | None = None
    in_centre: bool = True
    conflicts: int = 0
    brief: bool = False
    """A colleague's: only what finds it is shown until a purpose is stated."""


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """A named, counted filter."""

    id: str
    text: str
    count: int
