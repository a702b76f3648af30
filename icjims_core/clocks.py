"""Dots and version vectors: which writes a person had before him (docs/protocol.md §3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from icjims_core.problem import Refused

Vector = dict[bytes, int]
"""Replica id (16 bytes) → the highest counter of that replica that is held."""

MAX_ENTRIES = 1024


class Dot(NamedTuple):
    """One write: the replica that made it and its number there. Dots sort by replica bytes, then counter."""

    replica: bytes
    counter: int

    def __str__(self) -> str:
        return f"{self.replica.hex()}:{self.counter}"


def parse_dot(text: str) -> Dot:
    """The dot written `replica:counter`; raises `Refused("bad_dot")`."""
    replica, _, counter = text.partition(":")
    try:
        dot = Dot(bytes.fromhex(replica), int(counter))
    except ValueError:
        raise Refused("bad_dot", value=text[:100]) from None
    if len(dot.replica) != 16 or dot.counter < 1:
        raise Refused("bad_dot", value=text[:100])
    return dot


def contains(vector: Mapping[bytes, int], dot: Dot) -> bool:
    """Whether the dot is among what the vector has seen."""
    return vector.get(dot.replica, 0) >= dot.counter


def covers(vector: Mapping[bytes, int], other: Mapping[bytes, int]) -> bool:
    """Whether everything that `other` has seen is seen by `vector` too."""
    for replica, counter in other.items():  # noqa: SIM110 (a generator costs three times as much, for each revision)
        if vector.get(replica, 0) < counter:
            return False
    return True


def add(vector: Vector, dot: Dot) -> None:
    """Raise the vector so that it contains the dot."""
    if vector.get(dot.replica, 0) < dot.counter:
        vector[dot.replica] = dot.counter


def pairs(vector: Mapping[bytes, int]) -> tuple[tuple[bytes, int], ...]:
    """The canonical form: pairs in ascending order of replica."""
    return tuple(sorted(vector.items()))


def from_pairs(items: Iterable[tuple[bytes, int]]) -> Vector:
    """The vector of canonical pairs."""
    return dict(items)


def to_text(vector: Mapping[bytes, int]) -> dict[str, int]:
    """The vector as people and programs outside see it: hexadecimal replica → counter."""
    return {replica.hex(): counter for replica, counter in sorted(vector.items())}


def from_text(items: Mapping[str, int]) -> Vector:
    """The vector of its outside form; raises `Refused("bad_vector")`."""
    vector: Vector = {}
    for replica, counter in items.items():
        try:
            dot = parse_dot(f"{replica}:{counter}")
        except Refused:
            raise Refused("bad_vector", value=str(replica)[:100]) from None
        vector[dot.replica] = dot.counter
    return vector
