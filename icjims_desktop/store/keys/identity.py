"""Whether a store is the one that was last written here: head marks, its place, and the verdict on both at opening.

A head mark says which commit was the newest and where the streams of the replica stood. It is written after each
durable commit, beside the store and in the user's state directory, so a store that is behind a mark is an older copy,
and a store ahead of its marks only met a crash.
"""

from __future__ import annotations

import enum
import hashlib
import struct
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from icjims_desktop.platform import files
from icjims_desktop.platform.place import Place

_MAGIC: Final = b"ICJMARK1"
_FORM: Final = struct.Struct(">8s16s16sQ16sQ32sQ32s16s")
_CHECK_BYTES: Final = 16


class Verdict(enum.StrEnum):
    """What a store is found to be when it is opened."""

    CURRENT = "current"
    CRASHED = "crashed"
    COPIED = "copied"
    OLDER_COPY = "older_copy"
    RESTORED = "restored"

    @property
    def needs_new_replica(self) -> bool:
        """Whether the store must become another replica before anything is written."""
        return self in {Verdict.COPIED, Verdict.OLDER_COPY, Verdict.RESTORED}


class Head(NamedTuple):
    """A commit of a store: its number and random tag, and the heads of the replica's two streams after it."""

    store: bytes
    replica: bytes
    number: int
    tag: bytes
    act_counter: int
    act_head: bytes
    audit_counter: int
    audit_head: bytes

    def to_bytes(self) -> bytes:
        """Fixed form with a check sum, so that a torn write is seen."""
        body = _FORM.pack(_MAGIC, *self, bytes(_CHECK_BYTES))[:-_CHECK_BYTES]
        return body + hashlib.sha256(body).digest()[:_CHECK_BYTES]


def head_from_bytes(data: bytes) -> Head | None:
    """The head of its fixed form; `None` for anything else."""
    if len(data) != _FORM.size or hashlib.sha256(data[:-_CHECK_BYTES]).digest()[:_CHECK_BYTES] != data[-_CHECK_BYTES:]:
        return None
    magic, *rest, _ = _FORM.unpack(data)
    return Head(*rest) if magic == _MAGIC else None


class MarkFile:
    """A file with the last two heads, written in turn, so that one of them is whole whenever the power goes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None

    def read(self) -> Head | None:
        """The newest whole head; `None` when there is none."""
        try:
            data = self.path.read_bytes()[: 2 * _FORM.size]
        except OSError:
            return None
        found = [head_from_bytes(data[at : at + _FORM.size]) for at in (0, _FORM.size)]
        return max((head for head in found if head is not None), key=lambda head: head.number, default=None)

    def write(self, head: Head) -> None:
        """Put the head in the place of the older one; raises `OSError`."""
        if self._file is None:
            self._file = self._open(head)
        self._file.seek((head.number % 2) * _FORM.size)
        self._file.write(head.to_bytes())

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _open(self, head: Head) -> BinaryIO:
        known = self.read()
        if known is None or (known.store, known.replica) != (head.store, head.replica):
            files.make_private_directory(self.path.parent)
            files.replace_file(self.path, bytes(2 * _FORM.size))
        return self.path.open("r+b", buffering=0)


class Marks:
    """The marks of one store and replica, in every place that can be written."""

    def __init__(self, beside: Path, state: Path) -> None:
        self._beside = beside
        self._state = state
        self._files: list[MarkFile] = []
        self._named: tuple[bytes, bytes] | None = None

    def read(self, store: bytes, replica: bytes) -> list[Head]:
        """Every mark that is found for the store and replica, and the one beside the store whatever it names."""
        found = [MarkFile(path).read() for path in self._paths(store, replica)]
        return [head for head in found if head is not None]

    def write(self, head: Head) -> None:
        """Write the head to every place. A place that fails keeps an older mark, which is what a crash leaves too."""
        if (head.store, head.replica) != self._named:
            self.close()
            self._named = head.store, head.replica
            self._files = [MarkFile(path) for path in self._paths(head.store, head.replica)]
        for file in self._files:
            try:
                file.write(head)
            except OSError:
                file.close()

    def close(self) -> None:
        """Let go of the files; the next write opens those of its head."""
        for file in self._files:
            file.close()
        self._files, self._named = [], None

    def _paths(self, store: bytes, replica: bytes) -> Sequence[Path]:
        return self._beside, self._state / f"{store.hex()}-{replica.hex()}.mark"


class Evidence(NamedTuple):
    """What is known of a store at its opening, beside its own head.

    `formers` are the ids that the store had before, `follows` tells whether the heads in a mark are acts that the
    store holds, `known_place` is where it was last written.
    """

    marks: Sequence[Head]
    formers: Collection[bytes]
    follows: Callable[[Head], bool]
    place: Place
    known_place: Place | None
    restored: bool


def judge(head: Head, evidence: Evidence) -> Verdict:
    """What the store with this head is."""
    if evidence.restored:
        return Verdict.RESTORED
    behind = any(_behind(head, mark, evidence) for mark in evidence.marks)
    moved = evidence.place != evidence.known_place
    # Without any mark nothing shows that this is the newest state; a copy elsewhere says so by its place.
    if behind or (not evidence.marks and not moved):
        return Verdict.OLDER_COPY
    if moved:
        return Verdict.COPIED
    newest = all(mark.number == head.number for mark in evidence.marks)
    return Verdict.CURRENT if newest else Verdict.CRASHED


def _behind(head: Head, mark: Head, evidence: Evidence) -> bool:
    # The mark of a former id or replica is what a crash leaves right after the store became another.
    if mark.store != head.store and mark.store not in evidence.formers:
        return True
    if mark.number > head.number or (mark.number == head.number and mark.tag != head.tag):
        return True
    return not evidence.follows(mark)
