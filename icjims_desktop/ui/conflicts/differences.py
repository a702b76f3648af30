"""Word-level differences of texts, and combining two that do not dispute the same words."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\S+\s*|\s+")


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
    """Words with the space that follows them."""
    return tuple(_WORDS.findall(text))


def edits_of(base: str, other: str) -> tuple[Edit, ...]:
    """What `other` changed in `base`, word by word."""
    old, new = words_of(base), words_of(other)
    matcher = SequenceMatcher(None, [w.strip() for w in old], [w.strip() for w in new], autojunk=False)
    return tuple(
        Edit(first, last, new[start:end]) for kind, first, last, start, end in matcher.get_opcodes() if kind != "equal"
    )


def pieces_of(base: str, other: str, mark: Mark) -> tuple[Piece, ...]:
    """`other` in pieces: what it added carries `mark`, what it took away is gone."""
    old = words_of(base)
    pieces: list[Piece] = []
    at = 0
    for edit in edits_of(base, other):
        pieces.append(Piece("".join(old[at : edit.first])))
        pieces.append(Piece("".join(old[edit.first : edit.last]), Mark.GONE))
        pieces.append(Piece(_spaced(edit.words), mark))
        at = edit.last
    pieces.append(Piece("".join(old[at:])))
    return tuple(piece for piece in pieces if piece.text)


def counts(base: str, other: str) -> tuple[int, int]:
    """How many words `other` added and took away."""
    edits = edits_of(base, other)
    return sum(len(e.words) for e in edits), sum(e.last - e.first for e in edits)


def combine(base: str, mine: str, theirs: str) -> tuple[Piece, ...] | None:
    """Both changes in one text, or None where they dispute the same words."""
    old = words_of(base)
    marked = [(edit, Mark.MINE) for edit in edits_of(base, mine)]
    marked += [(edit, Mark.THEIRS) for edit in edits_of(base, theirs)]
    marked.sort(key=lambda each: (each[0].first, each[0].last))
    pieces: list[Piece] = []
    at, last_edit = 0, None
    for edit, mark in marked:
        if last_edit is not None and (edit.first, edit.last, edit.words) == last_edit:
            continue
        if edit.first < at or (edit.first == at and last_edit is not None and at == last_edit[0]):
            return None
        pieces.append(Piece("".join(old[at : edit.first])))
        pieces.append(Piece(_spaced(edit.words), mark))
        at, last_edit = edit.last, (edit.first, edit.last, edit.words)
    pieces.append(Piece("".join(old[at:])))
    return tuple(piece for piece in pieces if piece.text)


def text_of(pieces: tuple[Piece, ...]) -> str:
    """The text without what is gone, single spaces between words."""
    joined = "".join(piece.text for piece in pieces if piece.mark is not Mark.GONE)
    return re.sub(r"[ \t]{2,}", " ", joined).strip()


def _spaced(words: tuple[str, ...]) -> str:
    text = "".join(words)
    return text if not text or text[-1].isspace() else f"{text} "
