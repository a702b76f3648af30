"""A fingerprint of a set of revisions that is kept up to date one leaf at a time (docs/protocol.md §9)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_MODULUS = 1 << 256


class Tally(NamedTuple):
    """How many leaves a set has, and their sum as 256-bit big-endian integers modulo 2^256."""

    number: int = 0
    total: int = 0

    def plus(self, leaves: Iterable[bytes]) -> Tally:
        """With these leaves too; a leaf must not be in the set yet."""
        return self.with_tally(_tally(leaves))

    def minus(self, leaves: Iterable[bytes]) -> Tally:
        """Without these leaves; each must be in the set."""
        gone = _tally(leaves)
        return Tally(self.number - gone.number, (self.total - gone.total) % _MODULUS)

    def with_tally(self, other: Tally) -> Tally:
        """The tally of two sets that share nothing."""
        return Tally(self.number + other.number, (self.total + other.total) % _MODULUS)

    def without_tally(self, other: Tally) -> Tally:
        """The tally without a set that is part of this one."""
        return Tally(self.number - other.number, (self.total - other.total) % _MODULUS)

    def to_bytes(self) -> bytes:
        """Eight bytes of count, then the sum, big-endian: 40 bytes."""
        return self.number.to_bytes(8, "big") + self.total.to_bytes(32, "big")

    def digest(self) -> bytes:
        """SHA-256(count ‖ sum): what two sides compare and people are shown."""
        return hashlib.sha256(self.to_bytes()).digest()


def _tally(leaves: Iterable[bytes]) -> Tally:
    numbers = [int.from_bytes(leaf, "big") for leaf in leaves]
    return Tally(len(numbers), sum(numbers) % _MODULUS)


def from_bytes(data: bytes) -> Tally:
    """The tally of `Tally.to_bytes`."""
    return Tally(int.from_bytes(data[:8], "big"), int.from_bytes(data[8:40], "big"))


def combined(digests: Mapping[str, bytes]) -> bytes:
    """One digest for several feeds: SHA-256 over the pairs sorted by name; the feed's own if it is the only one."""
    if len(digests) == 1:
        return next(iter(digests.values()))
    whole = hashlib.sha256()
    for name, digest in sorted(digests.items()):
        whole.update(len(name.encode()).to_bytes(2, "big") + name.encode() + digest)
    return whole.digest()
