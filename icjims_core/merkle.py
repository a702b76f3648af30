"""The hash tree of an act (RFC 9162 §2.1) and proofs that disclose some of its leaves without the others."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from icjims_core.problem import Broken

_sha256 = hashlib.sha256


def leaf_hash(salt: bytes, body: bytes) -> bytes:
    """SHA-256(0x00 ‖ salt ‖ body): the salt keeps a short body from being guessed once it is erased."""
    return _sha256(b"\x00" + salt + body).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """The Merkle tree hash over leaf hashes; the hash of nothing is SHA-256 of the empty string."""
    if not leaves:
        return _sha256(b"").digest()
    level = list(leaves)
    while len(level) > 1:
        paired = [_sha256(b"\x01" + level[at] + level[at + 1]).digest() for at in range(0, len(level) - 1, 2)]
        # An odd last node moves up unchanged: the same tree as RFC 9162's split at the largest power of two.
        if len(level) % 2:
            paired.append(level[-1])
        level = paired
    return level[0]


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 ‖ left ‖ right)."""
    return _sha256(b"\x01" + left + right).digest()


def split(count: int) -> int:
    """The largest power of two below `count` (RFC 9162 §2.1.1)."""
    return 1 << ((count - 1).bit_length() - 1)


def missing_hashes(leaves: Sequence[bytes], disclosed: frozenset[int]) -> list[bytes]:
    """Hashes of the largest subtrees without a disclosed leaf, from left to right."""
    found: list[bytes] = []

    def visit(low: int, high: int) -> None:
        if not any(low <= index < high for index in disclosed):
            found.append(root(leaves[low:high]))
        elif high - low > 1:
            middle = low + split(high - low)
            visit(low, middle)
            visit(middle, high)

    visit(0, len(leaves))
    return found


def root_of_disclosed(count: int, disclosed: Mapping[int, bytes], hashes: Sequence[bytes]) -> bytes:
    """The root from disclosed leaf hashes by index and the missing subtrees; raises `Broken("bad_proof")`."""
    rest = list(reversed(hashes))

    def visit(low: int, high: int) -> bytes:
        if not any(low <= index < high for index in disclosed):
            if not rest:
                raise Broken("bad_proof")
            return rest.pop()
        if high - low == 1:
            return disclosed[low]
        middle = low + split(high - low)
        left = visit(low, middle)
        return node_hash(left, visit(middle, high))

    if count < 1 or any(not 0 <= index < count for index in disclosed):
        raise Broken("bad_proof")
    result = visit(0, count)
    if rest:
        raise Broken("bad_proof")
    return result


def subtree_hashes(count: int, disclosed: frozenset[int], hashes: Sequence[bytes]) -> dict[tuple[int, int], bytes]:
    """Where each missing-subtree hash of a proof stands: (low, high) range of leaves → hash."""
    rest = list(reversed(hashes))
    placed: dict[tuple[int, int], bytes] = {}

    def visit(low: int, high: int) -> None:
        if not any(low <= index < high for index in disclosed):
            if not rest:
                raise Broken("bad_proof")
            placed[low, high] = rest.pop()
        elif high - low > 1:
            middle = low + split(high - low)
            visit(low, middle)
            visit(middle, high)

    visit(0, count)
    return placed
