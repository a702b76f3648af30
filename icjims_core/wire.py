"""The messages of a sync session and the frames that carry them (docs/protocol.md §8).

A body is a sequence of frames; a frame is four bytes of length (big-endian) and that many bytes of zstd over one
encoded message. Every message stands for itself: whatever whole frames arrived before a cut are of use.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final, Literal

import msgspec

from icjims_core.acts import Act
from icjims_core.directory import Signed
from icjims_core.encoding import Count, Counter, Hash32, Id16, decode, encode
from icjims_core.packing import compress, decompress
from icjims_core.problem import Broken

PROTOCOL: Final = 1
MEDIA_TYPE: Final = "application/vnd.icjims.frames"
MAX_FRAME_BYTES: Final = 8 << 20
MAX_MESSAGE_BYTES: Final = 32 << 20
MAX_BODY_BYTES: Final = 8 << 20
FRAME_TARGET_BYTES: Final = 1 << 20
"""A page of a feed or a batch of a push aims at this many bytes of bodies before compression."""


class Head(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """Where a stream of a replica stands: the counter and id of its newest act (0 and zeros: none)."""

    counter: Count
    act: Hash32


class Cursor(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """How far a device has stored a feed. `epoch` changes when the centre was restored; 16 zero bytes: never read."""

    feed: str
    epoch: Id16
    position: Count


class Hello(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=1):
    """First message of a request. `act` and `audit` are the heads of this replica's streams as the device has them."""

    protocol: Literal[1]
    replica: Id16
    act: Head
    audit: Head
    cursors: Annotated[tuple[Cursor, ...], msgspec.Meta(max_length=64)]
    directory: Count
    pull: bool


class Push(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=2):
    """Acts in causal order: this replica's own, and those of others that it carries."""

    acts: tuple[Act, ...]


class Welcome(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=10):
    """The centre's first message. `standing` says what it makes of the replica:

    `ok`; `behind`: the centre holds more of this replica than the device (an older copy); `fork`: what both hold
    differs; `unknown`: never heard of it (the normal answer before its first act, or after a restore of the centre).
    In the cases `behind` and `fork` nothing pushed is accepted.
    """

    protocol: Literal[1]
    now: Count
    standing: Literal["ok", "behind", "fork", "unknown"]
    act: Head
    audit: Head
    directory: tuple[Signed, ...]


class Outcome(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """What became of one pushed act. `stored`: durable now; `duplicate`: was there before; `waiting`: stored, but its
    context is not here yet; `rejected`: not stored, for the reason in `code`."""

    act: Hash32
    result: Literal["stored", "duplicate", "waiting", "rejected"]
    code: str


class Results(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=11):
    """The centre's answer to a push, sent after the durable commit; verdicts name what was not counted."""

    act: Head
    audit: Head
    outcomes: tuple[Outcome, ...]
    verdicts: tuple[Signed, ...]


class ActPart(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=1):
    """A change in the feed: the part of an act that its audience may see."""

    position: Counter
    act: Act


class OwnPart(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=2):
    """A change that the asking replica made itself: named, not echoed."""

    position: Counter
    act: Hash32
    indexes: tuple[Count, ...]


class VerdictPart(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=3):
    """A verdict, with the header and signature of the act it speaks of."""

    position: Counter
    verdict: Signed
    header: bytes
    signature: bytes


class JoinPart(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=4):
    """From here on the case belongs to this feed; its history follows."""

    position: Counter
    case: Id16


class LeavePart(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=5):
    """The case has left this feed: remove it once unsent work on it is safe."""

    position: Counter
    case: Id16


Part = ActPart | OwnPart | VerdictPart | JoinPart | LeavePart


class Page(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=12):
    """Part of a feed without holes: everything after `start` up to and including `end`."""

    feed: str
    epoch: Id16
    start: Count
    end: Count
    parts: tuple[Part, ...]


class FeedState(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """A feed as it stood in the read snapshot: its end and the tally of its counted revisions (40 bytes)."""

    feed: str
    epoch: Id16
    position: Count
    tally: bytes


class Closing(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=13):
    """Last message of an answer. `more`: the size limit of one answer was reached, ask again."""

    feeds: tuple[FeedState, ...]
    more: bool


class Failure(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=14):
    """The answer ends here because of a problem that was found after it had begun."""

    code: str


Request = Hello | Push
Answer = Welcome | Results | Page | Closing | Failure


def frame(message: Request | Answer) -> bytes:
    """One frame."""
    body = compress(encode(message))
    return len(body).to_bytes(4, "big") + body


def read_request(data: bytes) -> Request:
    """The request message in a frame's bytes (without the length); raises `Broken`."""
    return decode(decompress(data, MAX_MESSAGE_BYTES), Request)  # type: ignore[arg-type]


def read_answer(data: bytes) -> Answer:
    """The answer message in a frame's bytes (without the length); raises `Broken`."""
    return decode(decompress(data, MAX_MESSAGE_BYTES), Answer)  # type: ignore[arg-type]


class FrameReader:
    """Cuts a stream of bytes into frames, however the network cut it."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The frames that these bytes complete; raises `Broken("too_large")` before anything oversized is held."""
        self._rest += data
        while len(self._rest) >= 4:
            size = int.from_bytes(self._rest[:4], "big")
            if size > MAX_FRAME_BYTES:
                raise Broken("too_large", what="frame", limit=MAX_FRAME_BYTES)
            if len(self._rest) < 4 + size:
                return
            yield bytes(self._rest[4 : 4 + size])
            del self._rest[: 4 + size]

    def finish(self) -> None:
        """Raises `Broken("truncated")` when the stream ended inside a frame."""
        if self._rest:
            raise Broken("truncated", what="frame")
