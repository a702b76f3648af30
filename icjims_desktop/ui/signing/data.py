"""What the sheet of signing shows; texts in the language in which it was read."""

from dataclasses import dataclass

from icjims_desktop.ui.workplace import Place


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One field under the signature; of a section's head `value` is empty."""

    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """A safeguard that is missing, with its article; `reason_at` is where the reason why not is written.

    Without a `stamp` it is what the act does not state of what the law demands.
    """

    stamp: str
    text: str
    article: str
    blocks: bool
    reason_at: Place | None = None


@dataclass(frozen=True, slots=True)
class SigningData:
    """An act that is to be signed: in which capacity, over which content, in which edition of its form."""

    record: str
    capacity: str
    capacity_words: str
    """What the signature stands for, where it is not the officer's own: consent, approval."""
    title: str
    remark: str
    edition: str
    lines: tuple[ContentLine, ...] = ()
    needs: tuple[Need, ...] = ()
    signed: tuple[str, ...] = ()
    """Who has signed already, each in one line."""
    problem: tuple[str, str] = ("", "")
    """Why it cannot be signed now, and what to do."""

    @property
    def blocked(self) -> bool:
        """Whether something must be recorded before the signature."""
        return bool(self.problem[0]) or any(each.blocks for each in self.needs)
