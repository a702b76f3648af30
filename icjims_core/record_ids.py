"""Ids of records: a time, a count, and who alone may begin the record (docs/protocol.md §1)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Final

from icjims_core.acts import PartialAct, Revision, read_revision, verify_signature
from icjims_core.encoding import decode
from icjims_core.packing import OpenAct
from icjims_core.problem import Broken

_PURPOSE: Final = b"icjims-record-id-v1\x00"
_VERSION: Final = 8
_OPEN_BYTES: Final = 10
"""Time, version, count and chance; the rest is the proof of whose id it is."""


def bound_id(ordinal: int, random: Callable[[int], bytes], author: bytes) -> bytes:
    """A UUIDv8 that only this author's key begins a record with.

    `ordinal`: milliseconds since 1970 UTC (48 bits), then 12 bits that count on within one.
    """
    chance = int.from_bytes(random(2), "big") & (1 << 14) - 1
    high = (ordinal >> 12) << 16 | _VERSION << 12 | ordinal & 0xFFF
    opening = high.to_bytes(8, "big") + (0b10 << 14 | chance).to_bytes(2, "big")
    return opening + _proof(opening, author)


def is_bound(record: bytes) -> bool:
    """Whether an id says whose it is."""
    return record[6] >> 4 == _VERSION and record[8] >> 6 == 0b10


def begins_falsely(revision: Revision, author: bytes) -> bool:
    """Whether a revision begins a record (its context is empty) under the id of somebody else.

    `author`: the key its act was signed by. After a fork anybody may write again what the right one has signed.
    """
    if revision.context or not is_bound(revision.record) or belongs(revision.record, author):
        return False
    return not _repeats(revision)


def belongs(record: bytes, author: bytes) -> bool:
    """Whether an id says that it is of this author's key."""
    return is_bound(record) and record[_OPEN_BYTES:] == _proof(record[:_OPEN_BYTES], author)


def _repeats(revision: Revision) -> bool:
    """Whether it holds as its origin the same beginning, signed by whose id it is."""
    try:
        act = OpenAct(decode(revision.origin or b"", PartialAct))
        verify_signature(act.header, act.source.header, act.source.signature)
        originals = [read_revision(each) for each in act.bodies.values()]
    except Broken:
        return False
    return belongs(revision.record, act.header.author) and any(
        (each.record, each.type, each.case, each.context, each.changes)
        == (revision.record, revision.type, revision.case, (), revision.changes)
        for each in originals
    )


def _proof(opening: bytes, author: bytes) -> bytes:
    return hashlib.sha256(_PURPOSE + opening + author).digest()[: 16 - _OPEN_BYTES]
