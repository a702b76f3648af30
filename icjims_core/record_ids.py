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
_DERIVED: Final = b"icjims-derived-id-v1\x00"
_VERSION: Final = 8
_TIMED: Final = (7, _VERSION)
"""Versions of UUID that begin with a time, unless the first bit says that it is none."""
OPEN_BYTES: Final = 10
"""Time, version, count and chance; the rest is the proof of whose id it is."""


def bound_id(ordinal: int, random: Callable[[int], bytes], author: bytes) -> bytes:
    """A UUIDv8 that only this author's key begins a record with.

    `ordinal`: milliseconds since 1970 UTC (48 bits), then 12 bits that count on within one.
    """
    chance = int.from_bytes(random(2), "big") & (1 << 14) - 1
    high = (ordinal >> 12) << 16 | _VERSION << 12 | ordinal & 0xFFF
    return bound(high.to_bytes(8, "big") + (0b10 << 14 | chance).to_bytes(2, "big"), author)


def derived_opening(meaning: bytes) -> bytes:
    """The first 10 bytes of an id that follows from what is recorded, whoever records it; its time is none."""
    opening = bytearray(hashlib.sha256(_DERIVED + meaning).digest()[:OPEN_BYTES])
    opening[0] |= 0x80
    opening[6] = opening[6] & 0x0F | _VERSION << 4
    opening[8] = opening[8] & 0x3F | 0x80
    return bytes(opening)


def bound(opening: bytes, author: bytes) -> bytes:
    """The id with this opening that only this author's key begins a record with."""
    return opening + _proof(opening, author)


def may_begin(record: bytes, author: bytes) -> bool:
    """Whether this author's key may begin a record with the id."""
    return not is_bound(record) or belongs(record, author)


def made_at_ms(record: bytes) -> int:
    """When an id was made by its maker's clock, in milliseconds since 1970 UTC; 0 where it does not say."""
    time = int.from_bytes(record[:6], "big")
    return time if record[6] >> 4 in _TIMED and not time >> 47 else 0


def is_bound(record: bytes) -> bool:
    """Whether an id says whose it is."""
    return record[6] >> 4 == _VERSION and record[8] >> 6 == 0b10


def begins_falsely(revision: Revision, author: bytes) -> bool:
    """Whether a revision begins a record (its context is empty) under the id of somebody else.

    `author`: the key its act was signed by. After a fork anybody may write again what the right one has signed.
    """
    if revision.context or may_begin(revision.record, author):
        return False
    return not _repeats(revision)


def belongs(record: bytes, author: bytes) -> bool:
    """Whether an id says that it is of this author's key."""
    return is_bound(record) and record[OPEN_BYTES:] == _proof(record[:OPEN_BYTES], author)


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
    return hashlib.sha256(_PURPOSE + opening + author).digest()[: 16 - OPEN_BYTES]
