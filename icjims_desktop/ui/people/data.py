"""Pairs of records as the page of people shows them; texts in the language in which they were read."""

from dataclasses import dataclass
from typing import Final

SAME: Final = "same"
DIFFERENT: Final = "different"
"""What can be said of two records."""


@dataclass(frozen=True, slots=True)
class Side:
    """One record of a person: its name, what tells him from others, and the number of its case."""

    record: str
    case: str
    name: str
    remark: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be of one person, how likely in per cent, and why.

    `said`: what stands of them: `same`, `different`, or nothing yet.
    """

    one: Side
    other: Side
    score: int
    likely: bool
    reasons: tuple[str, ...] = ()
    said: str = ""

    @property
    def key(self) -> str:
        """Names the pair."""
        return f"{self.one.record}_{self.other.record}"
