"""What a form shows, and what is wrong in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from icjims_core.declarations.schema import RecordType
from icjims_core.signing import OFFICER, Standing, open_units
from icjims_desktop.ui.attachments.data import StoredFile
from icjims_desktop.ui.components.notice import Severity
from icjims_desktop.ui.signing.standing import ActState
from icjims_desktop.ui.wording import FormerLabels

ANNUL, UNDO = "annul", "undo"


@dataclass(frozen=True, slots=True)
class ClockLine:
    """A limit of the law that already runs: what, and until when."""

    text: str
    until: str


@dataclass(frozen=True, slots=True)
class FormData:
    """A record to fill in; values in stored form."""

    declared: RecordType
    values: Mapping[str, object] = field(default_factory=dict)
    case_number: str = ""
    version_note: str = ""
    draft_saved_at: datetime | None = None
    read_only: bool = False
    may_sign: bool = False
    """Whether the user may sign it once it is recorded: recording then also asks for the signature."""
    act: ActState | None = None
    """How far it has come, where it is an act that an officer signs and it is recorded."""
    typed: Mapping[str, object] = field(default_factory=dict)
    """What a draft holds, over the stored values; as typed, also where that is no value."""
    disputed: frozenset[str] = frozenset()
    """Fields in conflict: they are decided, not edited."""
    former: FormerLabels = field(default_factory=dict)
    """What codes were called in the edition that they were written with, where they are called otherwise today."""
    known: bool = False
    """Whether the record exists already."""
    files: tuple[StoredFile, ...] = ()
    """The files that the record states."""
    annulling: str = ""
    """Whether the user may annul it (`ANNUL`) or take its annulment back (`UNDO`)."""
    annulled: str = ""
    """When, by whom and why it was annulled, in words."""
    clocks_remark: str = ""
    clocks: tuple[ClockLine, ...] = ()

    @property
    def signed(self) -> bool:
        """Whether only what stays open after the signature may still be written."""
        return self.act is not None and self.act.standing not in (Standing.DRAFT, Standing.ANNULLED)

    @property
    def countersigned_as(self) -> str:
        """The capacity in which the user may countersign it now; empty for none."""
        several = self.act.capacities if self.act else ()
        return next((each for each in several if each != OFFICER), "")

    def is_open(self, name: str) -> bool:
        """Whether a field may be written; what a draft holds stays in reach although the act was signed meanwhile."""
        if self.read_only:
            return False
        return not self.signed or self.declared.by_name[name].unit in open_units(self.declared) or name in self.typed

    @property
    def may_write(self) -> bool:
        """Whether any field may be written."""
        return any(each.writable and self.is_open(each.name) for each in self.declared.fields)


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """Something to mend under a field, as a question and the way out."""

    field: str
    question: str
    remedy: str = ""
    severity: Severity = Severity.LATE


@dataclass(frozen=True, slots=True)
class Judgement:
    """The state of what is entered: values in stored form, what to mend, what is still empty."""

    values: Mapping[str, object]
    problems: Mapping[str, FieldProblem]
    empty: tuple[str, ...]
    """Required fields without a value."""
    needed: frozenset[str] = frozenset()
    """Fields that are required as the others stand, filled or not."""
