"""What the page of a case shows; texts in the language now shown."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from icjims_desktop.ui.components.chip import ChipData
from icjims_desktop.ui.components.progress import LedgerData, Segment
from icjims_desktop.ui.components.timeline import TimelineRow
from icjims_desktop.ui.today.data import Explained

if TYPE_CHECKING:
    from icjims_desktop.services.law.liberty import Told


@dataclass(frozen=True, slots=True)
class ActOffer:
    """A step that the law allows now, or does not allow yet and why."""

    id: str
    title: str
    article: str
    reason: str
    allowed: bool = True
    urgent: bool = False
    names: tuple[str, ...] = ()
    """What else it is called, in the languages not shown: it is found by these too."""


@dataclass(frozen=True, slots=True)
class StepKind:
    """A filter of the timeline with its count."""

    id: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Participant:
    """A person in the case, the role, and the state of liberty.

    `category`: a code of `person_category`, `category_label` the same in words.
    """

    record_id: str
    name: str
    role: str
    state: str = ""
    in_custody: bool = False
    category: str = ""
    category_label: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure in force with its ledger of days."""

    title: str
    period: str
    used: str = ""
    cap: str = ""
    note: str = ""
    ledger: LedgerData | None = None
    next: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class SafeguardLine:
    """A safeguard still open, or why it was not kept; `due` when it should already be there."""

    text: str
    due: bool = False


@dataclass(frozen=True, slots=True)
class Safeguards:
    """The passport of one detained person."""

    remark: str
    segments: tuple[Segment, ...]
    open_lines: tuple[SafeguardLine, ...] = ()
    person: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class TimeAlert:
    """A time that decides on liberty and was stated otherwise later, or a record on liberty that was annulled."""

    record: str
    title: str
    remark: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in the case that does not fit, at the record in which it stands; `remark`: what follows, what to do."""

    record: str
    title: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A paper of the case."""

    record_id: str
    title: str
    remark: str
    draft: bool = False


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file that a record of the case states, and in which field."""

    record_id: str
    field: str
    name: str
    remark: str
    icon: str


@dataclass(frozen=True, slots=True)
class DossierData:
    """A whole case page."""

    case_id: str
    number: str
    title: str
    chips: tuple[ChipData, ...] = ()
    deadlines: tuple[ChipData, ...] = ()
    responsible: str = ""
    office: str = ""
    offers: tuple[ActOffer, ...] = ()
    kinds: tuple[StepKind, ...] = ()
    steps: tuple[TimelineRow, ...] = ()
    participants: tuple[Participant, ...] = ()
    participant_count: int = 0
    measures: tuple[Measure, ...] = ()
    passports: tuple[Safeguards, ...] = ()
    documents: tuple[DocumentLine, ...] = ()
    document_count: int = 0
    may_add: bool = True
    alerts: tuple[TimeAlert, ...] = ()
    alerts_first: bool = False
    """The supervising prosecutor sees changed times before anything else."""
    doubts: tuple[Doubt, ...] = ()
    dues: tuple[Explained, ...] = ()
    told: "Told | None" = None
    now: datetime | None = None
    files: tuple[FileLine, ...] = ()
