"""How the bodies of an act are stored and sent: packed, bounded when unpacked, disclosed one by one."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Final

from icjims_core import merkle
from icjims_core.acts import (
    MAX_ACT_BYTES,
    MAX_REVISIONS,
    Act,
    Header,
    Leaf,
    PartialAct,
    WholeAct,
    act_id,
    leaf_hashes,
    read_header,
    salt_of,
)
from icjims_core.encoding import decode, encode
from icjims_core.problem import Broken

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LEVEL: Final = 3
BULK_FROM: Final = 256 << 10
BULK_LEVEL: Final = 16
"""Bodies of this many bytes are those of an import: packed once, then carried over slow lines to every device and kept
there. It takes a fifth off the bytes for 0.15 ms a revision on the author's side; unpacking costs no more."""
PACK_FROM: Final = 4096
"""Bodies below this many bytes stay as they are: the frame around many small acts packs better than each alone."""
MAX_WINDOW_LOG: Final = 23

_PLAIN, _ZSTD = b"\x00", b"\x01"


def compress(data: bytes, level: int = LEVEL) -> bytes:
    """zstd (RFC 8878)."""
    return zstd.compress(data, level=level)


def decompress(data: bytes, limit: int) -> bytes:
    """At most `limit` bytes out of exactly one zstd frame; raises `Broken("bomb")` beyond, or `Broken("malformed")`."""
    unpacker = zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: MAX_WINDOW_LOG})
    try:
        plain = unpacker.decompress(data, max_length=limit + 1)
    except zstd.ZstdError:
        raise Broken("malformed", what="compression") from None
    if len(plain) > limit:
        raise Broken("bomb", limit=limit)
    if not unpacker.eof or unpacker.unused_data:
        raise Broken("malformed", what="compression")
    return plain


def pack_bodies(bodies: Sequence[bytes]) -> bytes:
    """The stored form of an act's bodies: a marker byte, then the encoded list, compressed where that pays."""
    plain = encode(bodies)
    if len(plain) < PACK_FROM:
        return _PLAIN + plain
    return _ZSTD + compress(plain, LEVEL if len(plain) < BULK_FROM else BULK_LEVEL)


def unpacked_size(packed: bytes) -> int:
    """How many bytes `unpack_bodies` would make, without making them; the limit of an act where that is not said."""
    if packed[:1] != _ZSTD:
        return len(packed) - 1
    try:
        return zstd.get_frame_info(packed[1:32]).decompressed_size or MAX_ACT_BYTES
    except zstd.ZstdError:
        return MAX_ACT_BYTES


def unpack_bodies(packed: bytes) -> list[bytes]:
    """The bodies of `pack_bodies`; raises `Broken` for malformed or oversized input."""
    marker, rest = packed[:1], packed[1:]
    if marker == _ZSTD:
        rest = decompress(rest, MAX_ACT_BYTES)
    elif marker != _PLAIN:
        raise Broken("malformed", what="packing")
    if len(rest) > MAX_ACT_BYTES:
        raise Broken("too_large", what="act", limit=MAX_ACT_BYTES)
    bodies = decode(rest, list[bytes])
    if not 1 <= len(bodies) <= MAX_REVISIONS:
        raise Broken("malformed", what="bodies")
    return bodies


class OpenAct:
    """An act with its header read, its bodies unpacked and its root checked; the signature is checked apart.

    `bodies` and `leaves` (leaf hashes) map the index of each disclosed revision to its bytes.
    """

    __slots__ = ("act_id", "bodies", "header", "leaves", "source")

    def __init__(self, source: Act) -> None:
        self.source = source
        self.act_id = act_id(source.header)
        self.header: Header = read_header(source.header)
        if isinstance(source, WholeAct):
            bodies = unpack_bodies(source.bodies)
            hashes = leaf_hashes(source.seed, bodies)
            if len(bodies) != self.header.count or merkle.root(hashes) != self.header.root:
                raise Broken("bad_root", dot=str(self.header.dot))
            self.bodies = dict(enumerate(bodies))
            self.leaves = dict(enumerate(hashes))
        else:
            self.bodies = {leaf.index: leaf.body for leaf in source.leaves}
            self.leaves = {leaf.index: merkle.leaf_hash(leaf.salt, leaf.body) for leaf in source.leaves}
            if len(self.bodies) != len(source.leaves):
                raise Broken("bad_proof")
            found = merkle.root_of_disclosed(self.header.count, self.leaves, source.hashes)
            if found != self.header.root:
                raise Broken("bad_root", dot=str(self.header.dot))

    @classmethod
    def made(cls, source: Act, header: Header, bodies: dict[int, bytes], leaves: dict[int, bytes]) -> OpenAct:
        """The opened form of an act that this program has just made: nothing of it needs checking."""
        act = cls.__new__(cls)
        act.source, act.header, act.bodies, act.leaves = source, header, bodies, leaves
        act.act_id = act_id(source.header)
        return act

    def salt(self, index: int) -> bytes:
        """The salt of a disclosed revision."""
        if isinstance(self.source, WholeAct):
            return salt_of(self.source.seed, index)
        return next(leaf.salt for leaf in self.source.leaves if leaf.index == index)

    def disclose(self, indexes: Iterable[int]) -> PartialAct:
        """The act with only these revisions shown, checkable by whoever receives it; the seed stays here."""
        wanted = frozenset(indexes)
        leaves = tuple(Leaf(at, self.salt(at), self.bodies[at]) for at in sorted(wanted))
        return PartialAct(self.source.header, self.source.signature, leaves, tuple(self._hashes_without(wanted)))

    def _hashes_without(self, wanted: frozenset[int]) -> list[bytes]:
        if isinstance(self.source, WholeAct):
            return merkle.missing_hashes([self.leaves[at] for at in range(self.header.count)], wanted)
        known: dict[tuple[int, int], bytes] = {(at, at + 1): value for at, value in self.leaves.items()}
        known |= merkle.subtree_hashes(self.header.count, frozenset(self.leaves), self.source.hashes)
        return _cover(known, self.header.count, wanted)


def join(one: OpenAct, other: OpenAct) -> PartialAct | WholeAct:
    """One form with everything that either holds; a whole act where one of them is whole."""
    count = one.header.count
    known: dict[tuple[int, int], bytes] = {}
    leaves: dict[int, Leaf] = {}
    for act in (one, other):
        source = act.source
        if isinstance(source, WholeAct):
            return source
        known |= merkle.subtree_hashes(count, frozenset(act.leaves), source.hashes)
        known |= {(at, at + 1): value for at, value in act.leaves.items()}
        leaves |= {leaf.index: leaf for leaf in source.leaves}
    hashes = _cover(known, count, frozenset(leaves))
    shown = tuple(leaves[at] for at in sorted(leaves))
    return PartialAct(one.source.header, one.source.signature, shown, tuple(hashes))


def _cover(known: dict[tuple[int, int], bytes], count: int, wanted: frozenset[int]) -> list[bytes]:
    """Missing-subtree hashes for `wanted`, computed from whatever subtrees are known."""
    found: list[bytes] = []

    def hash_of(low: int, high: int) -> bytes:
        if (low, high) in known:
            return known[low, high]
        if high - low == 1:
            raise Broken("bad_proof")
        middle = low + merkle.split(high - low)
        return merkle.node_hash(hash_of(low, middle), hash_of(middle, high))

    def visit(low: int, high: int) -> None:
        if not any(low <= index < high for index in wanted):
            found.append(hash_of(low, high))
        elif high - low > 1:
            middle = low + merkle.split(high - low)
            visit(low, middle)
            visit(middle, high)

    visit(0, count)
    return found
