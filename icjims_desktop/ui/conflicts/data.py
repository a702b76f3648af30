"""What a disagreement shows; texts in the language now shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from icjims_desktop.ui.components.chip import ChipData


@dataclass(frozen=True, slots=True)
class ConflictItem:
    """A line of the queue."""

    id: str
    title: str
    remark: str
    case_number: str
    since: str
    serious: ChipData | None = None


@dataclass(frozen=True, slots=True)
class Author:
    """Whose version it is and from when."""

    dot: str
    name: str


@dataclass(frozen=True, slots=True)
class Side:
    """What one version says in one field."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """One field: what it was, mine, and what the others wrote (same order as `theirs`)."""

    name: str
    label: str
    remark: str
    was: Side | None
    mine: Side
    theirs: tuple[Side, ...]
    is_text: bool = False
    """A long text: word differences are shown and it can be combined and edited."""
    consequences: Mapping[str, str] | None = None
    """What follows from a choice: `was`, `mine`, `theirs`."""


@dataclass(frozen=True, slots=True)
class ConflictData:
    """One unit in disagreement."""

    id: str
    title: str
    case_number: str
    position: str
    """`1 из 2, ждёт со вчерашнего дня`."""
    was: Author | None
    mine: Author
    theirs: tuple[Author, ...]
    fields: tuple[FieldConflict, ...]
    notice: ChipData | None = None
    agreed: int = 0
    one_unit: bool = False
    """The law ties the fields together: one choice holds for all of them."""
    reason_hint: str = ""
    own: bool = True
    """Whether `mine` was written by the person who looks; else others disagree with each other."""
    may_decide: bool = True
    """Whether it is his to decide; an author who may not explains his version instead."""
    decided_by: str = ""
    """Who decides, in words, where he may not."""
    explained: tuple[str, ...] = ()
    """What authors say of their versions, each with the name."""

    @property
    def may_explain(self) -> bool:
        """Whether he explains instead of deciding."""
        return self.own and not self.may_decide


@dataclass(frozen=True, slots=True)
class FieldDecision:
    """What is to stand in a field: a version by its dot, or a text."""

    name: str
    choice: str
    """`was`, `mine`, `theirs`, `combined` or `edited`."""
    dot: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """The whole decision with its reason."""

    conflict_id: str
    fields: tuple[FieldDecision, ...]
    reason: str
