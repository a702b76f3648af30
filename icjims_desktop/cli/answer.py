"""What a command answers: one document, an exit code, and how a person reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Document = dict[str, object]


@dataclass(frozen=True, slots=True)
class Answer:
    """`lines` makes the text for a terminal, in the language it is given."""

    document: Document
    lines: Callable[[str], Iterable[str]]
    exit_code: int = 0
