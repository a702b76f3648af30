"""What a form shows, and what is wrong in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from icjims_core.schema import RecordType
from icjims_desktop.ui.components.notice import Severity


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
    """Whether saving also signs (and asks for the password)."""
    typed: Mapping[str, object] = field(default_factory=dict)
    """What a draft holds, over the stored values; as typed, also where that is no value."""
    disputed: frozenset[str] = frozenset()
    """Fields in conflict: they are decided, not edited."""
    known: bool = False
    """Whether the record exists already."""
    clocks_remark: str = ""
    clocks: tuple[ClockLine, ...] = ()


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
