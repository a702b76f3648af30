"""Finding where two copies of a feed differ: sums over 256 buckets first, then the leaves of the unequal ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from icjims_core.fingerprint import Tally

BUCKETS: Final = 256


@dataclass(frozen=True, slots=True)
class Buckets:
    """The centre's sums of a feed as of a position: one tally for each first byte of a leaf."""

    epoch: bytes
    position: int
    tallies: tuple[Tally, ...]


def by_bucket(leaves: Iterable[bytes]) -> list[set[bytes]]:
    """The leaves in their buckets, by first byte."""
    sorted_in: list[set[bytes]] = [set() for _ in range(BUCKETS)]
    for leaf in leaves:
        sorted_in[leaf[0]].add(leaf)
    return sorted_in


def unequal(theirs: Sequence[Tally], mine: Sequence[Iterable[bytes]]) -> tuple[int, ...]:
    """Numbers of the buckets whose tallies differ."""
    return tuple(at for at, leaves in enumerate(mine) if Tally().plus(leaves) != theirs[at])


def missing(
    theirs: Mapping[int, frozenset[bytes]], mine: Sequence[set[bytes]]
) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    """Leaves of these buckets that only the centre has, and those that only this store has, each sorted."""
    here = {leaf for at in theirs for leaf in mine[at]}
    there = frozenset().union(*theirs.values())
    return tuple(sorted(there - here)), tuple(sorted(here - there))
