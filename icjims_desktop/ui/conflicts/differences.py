"""Word-level differences of texts, and combining two that do not dispute the same words."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TAIL = re.compile(r"(.+?)([.,;:!?»)]+)", re.DOTALL)


class Mark(StrEnum):
    """What a piece of text is: the same, new in mine, new in theirs, gone."""

    SAME = "same"
    MINE = "mine"
    THEIRS = "theirs"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of one mark."""

    text: str
    mark: Mark = Mark.SAME


@dataclass(frozen=True, slots=True)
class Edit:
    """Words `first:last` of the base are replaced by `words`."""

    first: int
    last: int
    words: tuple[str, ...]


def words_of(text: str) -> tuple[str, ...]:
    """Words, the punctuation that follows them apart, and line breaks."""
    found: list[str] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            found.append("\n")
        for word in line.split():
            tail = _TAIL.fullmatch(word)
            found.extend(tail.groups() if tail else (word,))
    return tuple(found)


def edits_of(base: str, other: str) -> tuple[Edit, ...]:
    """What `other` changed in `base`, word by word."""
    old, new = words_of(base), words_of(other)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        Edit(first, last, new[start:end]) for kind, first, last, start, end in matcher.get_opcodes() if kind != "equal"
    )


def pieces_of(base: str, other: str, mark: Mark) -> tuple[Piece, ...]:
    """`other` in pieces: what it added carries `mark`, what it took away is gone."""
    old = words_of(base)
    runs: list[tuple[tuple[str, ...], Mark]] = []
    at = 0
    for edit in edits_of(base, other):
        runs.append((old[at : edit.first], Mark.SAME))
        runs.append((old[edit.first : edit.last], Mark.GONE))
        runs.append((edit.words, mark))
        at = edit.last
    runs.append((old[at:], Mark.SAME))
    return _joined(runs)


def counts(base: str, other: str) -> tuple[int, int]:
    """How many words `other` added and took away; punctuation is not counted."""
    edits, old = edits_of(base, other), words_of(base)
    added = sum(_is_word(word) for edit in edits for word in edit.words)
    gone = sum(_is_word(word) for edit in edits for word in old[edit.first : edit.last])
    return added, gone


def combine(base: str, mine: str, theirs: str) -> tuple[Piece, ...] | None:
    """Both changes in one text, or None where they dispute the same words."""
    old = words_of(base)
    marked = [(edit, Mark.MINE) for edit in edits_of(base, mine)]
    marked += [(edit, Mark.THEIRS) for edit in edits_of(base, theirs)]
    marked.sort(key=lambda each: (each[0].first, each[0].last))
    runs: list[tuple[tuple[str, ...], Mark]] = []
    at = 0
    before: Edit | None = None
    for edit, mark in marked:
        if before is not None and edit == before:
            continue
        if before is not None and (edit.first < before.last or edit.first == before.first):
            return None
        runs.append((old[at : edit.first], Mark.SAME))
        runs.append((edit.words, mark))
        at, before = edit.last, edit
    runs.append((old[at:], Mark.SAME))
    return _joined(runs)


def text_of(pieces: tuple[Piece, ...]) -> str:
    """The text without what is gone."""
    return "".join(piece.text for piece in pieces if piece.mark is not Mark.GONE).strip()


def _joined(runs: list[tuple[tuple[str, ...], Mark]]) -> tuple[Piece, ...]:
    """Words put together again: a space before each but punctuation and at line ends."""
    pieces: list[Piece] = []
    last = "\n"
    for words, mark in runs:
        text, before = "", last
        for word in words:
            glued = before == "\n" or word == "\n" or not _is_word(word)
            text += word if glued else f" {word}"
            before = word
        if mark is not Mark.GONE:
            last = before
        elif text and last == "\n":
            text += " "  # what follows begins a line of the new text, and has no space of its own
        if text:
            pieces.append(Piece(text, mark))
    return tuple(pieces)


def _is_word(word: str) -> bool:
    return any(character.isalnum() for character in word)
