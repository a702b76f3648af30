"""Revisions and acts: the immutable, signed, hash-linked units of the log (docs/protocol.md §4)."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Annotated, Final, Literal

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from icjims_core.clocks import MAX_ENTRIES, Dot, Vector
from icjims_core.encoding import Count, Counter, Hash32, Id16, Value, decode, encode
from icjims_core.problem import Broken

FORMAT: Final = 1
MAX_REVISIONS: Final = 4096
MAX_REVISION_BYTES: Final = 1 << 20
MAX_ORIGIN_BYTES: Final = MAX_REVISION_BYTES + 4096
"""An origin holds a whole revision with its header and proof; it does not count into the size of the one it is in."""
MAX_ACT_BYTES: Final = 8 << 20
NO_PREVIOUS: Final = bytes(32)
SIGNING_CONTEXT: Final = b"icjims-act-v1\x00"

ACT: Final = 0
AUDIT: Final = 1
"""The two streams of a replica: procedural acts, and the audit log of looking and of refusals."""

Name = Annotated[str, msgspec.Meta(max_length=64)]
Operation = Literal["add", "append", "put", "remove"]
Changes = dict[Operation, dict[str, Value]]


class Revision(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """One change to one record.

    `context` is the record's version vector as it was shown to the author; `before` is this replica's previous counter
    on the record (0: none). `changes` maps an operation to units: `put` replaces a register, `add` and `remove` hold
    lists of set members, `append` holds lists of entries. The merge needs nothing else and never reads a declaration.
    """

    format: Literal[1]
    record: Id16
    type: Name
    module: Counter
    case: Id16 | None
    context: Annotated[tuple[tuple[Id16, Counter], ...], msgspec.Meta(max_length=MAX_ENTRIES)]
    before: Count
    changes: Changes
    reason: Annotated[str, msgspec.Meta(max_length=10_000)] | None
    origin: bytes | None = None
    """Encoded `PartialAct` of the act that this revision re-issues after a fork of its replica, with its one leaf."""


class Outline(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """A revision with its changes still packed: all that admission reads, at a tenth of the cost of decoding."""

    format: Literal[1]
    record: Id16
    type: Name
    module: Counter
    case: Id16 | None
    context: Annotated[tuple[tuple[Id16, Counter], ...], msgspec.Meta(max_length=MAX_ENTRIES)]
    before: Count
    changes: msgspec.Raw
    reason: msgspec.Raw
    origin: bytes | None = None


class Birth(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """How a replica began: on which device, out of which replica at which counter and head (`None`: a new store)."""

    device: Id16
    parent: Id16 | None
    counter: Count
    head: Hash32 | None


class Header(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """What the author signs. `recorded_at` is his clock's claim in milliseconds since 1970 UTC; it decides nothing."""

    format: Literal[1]
    stream: Literal[0, 1]
    replica: Id16
    counter: Counter
    previous: Hash32
    author: Hash32
    recorded_at: Count
    count: Annotated[int, msgspec.Meta(ge=1, le=MAX_REVISIONS)]
    root: Hash32
    birth: Birth | None

    @property
    def dot(self) -> Dot:
        """The dot of every revision of this act."""
        return Dot(self.replica, self.counter)


class Leaf(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """A disclosed revision: its place in the act, its own salt, its bytes."""

    index: Count
    salt: Hash32
    body: bytes


class WholeAct(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=0):
    """An act with all its bodies; the seed gives every salt. `bodies` is `pack_bodies(...)`."""

    header: bytes
    signature: bytes
    seed: Hash32
    bodies: bytes


class PartialAct(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True, tag=1):
    """An act of which some bodies are not shown: purged, erased, or outside the holder's scope."""

    header: bytes
    signature: bytes
    leaves: tuple[Leaf, ...]
    hashes: tuple[Hash32, ...]


Act = WholeAct | PartialAct


def salt_of(seed: bytes, index: int) -> bytes:
    """HMAC-SHA256(seed, index as four bytes, big-endian)."""
    return hmac.digest(seed, index.to_bytes(4, "big"), "sha256")


_INNER_PAD: Final = bytes(each ^ 0x36 for each in range(256))
_OUTER_PAD: Final = bytes(each ^ 0x5C for each in range(256))


def leaf_hashes(seed: bytes, bodies: Sequence[bytes]) -> list[bytes]:
    """Leaf hashes of an act's bodies in order."""
    # HMAC written out (RFC 2104): an act has one key and up to thousands of salts, and each call of `hmac` prepares the
    # key anew. Together with `merkle.leaf_hash` inlined this halves the time of opening an act.
    sha256 = hashlib.sha256
    inner = seed.ljust(64, b"\x00").translate(_INNER_PAD)
    outer = seed.ljust(64, b"\x00").translate(_OUTER_PAD)
    return [
        sha256(b"\x00" + sha256(outer + sha256(inner + at.to_bytes(4, "big")).digest()).digest() + body).digest()
        for at, body in enumerate(bodies)
    ]


def act_id(header: bytes) -> bytes:
    """SHA-256 of the header's bytes."""
    return hashlib.sha256(header).digest()


def sign(header: Header, author: Ed25519PrivateKey) -> tuple[bytes, bytes]:
    """Header bytes and signature of a new act; the key must be the one named in the header."""
    data = encode(header)
    return data, author.sign(SIGNING_CONTEXT + data)


def read_header(data: bytes) -> Header:
    """The header of its canonical bytes; raises `Broken`."""
    header = decode(data, Header)
    if (header.birth is not None) != (header.counter == 1):
        raise Broken("malformed", what="birth")
    if (header.previous == NO_PREVIOUS) != (header.counter == 1):
        raise Broken("malformed", what="previous")
    return header


def verify_signature(header: Header, data: bytes, signature: bytes) -> None:
    """Raises `Broken("bad_signature")` unless the author named in the header signed exactly these bytes."""
    try:
        Ed25519PublicKey.from_public_bytes(header.author).verify(signature, SIGNING_CONTEXT + data)
    except (InvalidSignature, ValueError):
        raise Broken("bad_signature", dot=str(header.dot)) from None


def read_revision(data: bytes) -> Revision:
    """The revision of its canonical bytes; raises `Broken` for what breaks the form."""
    if len(data) > MAX_REVISION_BYTES + MAX_ORIGIN_BYTES:
        raise Broken("too_large", what="revision", limit=MAX_REVISION_BYTES)
    revision = decode(data, Revision)
    check_form(revision)
    origin = len(revision.origin or b"")
    if origin > MAX_ORIGIN_BYTES or len(data) - origin > MAX_REVISION_BYTES:
        raise Broken("too_large", what="revision", limit=MAX_REVISION_BYTES)
    return revision


_outline_decoder: Final = msgspec.msgpack.Decoder(Outline)


def outlines(bodies: Iterable[bytes]) -> list[Outline]:
    """The outlines of bodies whose hashes were checked; raises `Broken("malformed")`."""
    decode_one = _outline_decoder.decode
    try:
        return [decode_one(body) for body in bodies]
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise Broken("malformed", what="Outline") from error


# A regular expression for each unit of each revision would cost more than the decoding: each name is tried once.
_NAME: Final = re.compile(r"[a-z$][a-z0-9_]{0,63}")
_checked_names: set[str] = set()


def check_form(revision: Revision) -> None:
    """What the types cannot say: sorted context, lists under the set and append operations, something changed."""
    if any(a >= b for (a, _), (b, _) in itertools.pairwise(revision.context)):
        raise Broken("bad_vector")
    if revision.type not in _checked_names:
        _check_name(revision.type, "type")
    if not revision.changes or not all(revision.changes.values()):
        raise Broken("malformed", what="changes")
    for operation, units in revision.changes.items():
        if not units.keys() <= _checked_names:
            for unit in units:
                _check_name(unit, "unit")
        if operation != "put" and not all(isinstance(value, list) and value for value in units.values()):
            raise Broken("malformed", what=operation)


def _check_name(name: str, what: str) -> None:
    if not _NAME.fullmatch(name):
        raise Broken("malformed", what=what)
    if len(_checked_names) < MAX_REVISIONS:
        _checked_names.add(name)


def context_of(revision: Revision | Outline) -> Vector:
    """The context as a vector."""
    return dict(revision.context)
