"""Random histories of one record: people at several replicas write what they see; an oracle keeps every past."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from hypothesis import strategies as st

from icjims_core.acts import Changes, Revision
from icjims_core.clocks import Dot, Vector, pairs
from icjims_core.encoding import Value, encode
from icjims_core.merge import ANNULLED

RECORD = bytes(range(16))
UNITS = ("fabula", "place", "decision")
MEMBERS = ("ky", "ru", "uz")
OPERATIONS: tuple[Literal["add", "remove"], ...] = ("add", "remove")


def replica(number: int) -> bytes:
    """A replica's id."""
    return bytes([number]) * 16


@dataclass(slots=True)
class Write:
    """A revision with the full set of writes that its author had before him, which no vector can tell wrongly."""

    dot: Dot
    revision: Revision
    seen: frozenset[Dot]


@dataclass(slots=True)
class History:
    """Writes in the order in which they were made."""

    writes: list[Write] = field(default_factory=list)

    @property
    def revisions(self) -> dict[Dot, Revision]:
        """Revisions by dot."""
        return {write.dot: write.revision for write in self.writes}


@st.composite
def histories(draw: st.DrawFn, most: int = 12) -> History:
    """Up to `most` writes at three replicas that exchange what they hold now and then; two people share each."""
    history = History()
    held: dict[int, set[Dot]] = {number: set() for number in (1, 2, 3)}
    screens: dict[tuple[int, int], frozenset[Dot]] = {}
    counters = {1: 0, 2: 0, 3: 0}
    for _ in range(draw(st.integers(1, most))):
        at = draw(st.sampled_from((1, 2, 3)))
        person = (at, draw(st.integers(0, 1)))
        if draw(st.booleans()):
            held[at] |= held[draw(st.sampled_from((1, 2, 3)))]
        if person not in screens or draw(st.booleans()):
            screens[person] = frozenset(held[at])
        seen = screens[person]
        counters[at] += draw(st.integers(1, 3))
        dot = Dot(replica(at), counters[at])
        own = [each.counter for each in held[at] if each.replica == replica(at)]
        revision = Revision(
            format=1,
            record=RECORD,
            type="case",
            module=1,
            case=RECORD,
            context=pairs(vector_of(seen)),
            before=max(own, default=0),
            changes=draw(_changes(history, seen)),
            reason=None,
        )
        history.writes.append(Write(dot, revision, seen))
        held[at].add(dot)
    return history


def vector_of(dots: frozenset[Dot]) -> Vector:
    """The smallest vector that contains the dots."""
    vector: Vector = {}
    for dot in dots:
        vector[dot.replica] = max(vector.get(dot.replica, 0), dot.counter)
    return vector


@st.composite
def _changes(draw: st.DrawFn, history: History, seen: frozenset[Dot]) -> Changes:
    changes: Changes = {}
    kinds = draw(st.sets(st.sampled_from(("put", "add", "remove", "append", "annul")), min_size=1, max_size=3))
    if "put" in kinds:
        units = draw(st.sets(st.sampled_from(UNITS), min_size=1))
        changes["put"] = {unit: draw(st.sampled_from(("а", "б", 7, None))) for unit in sorted(units)}
    if "add" in kinds:
        changes["add"] = {"languages": [*sorted(draw(st.sets(st.sampled_from(MEMBERS), min_size=1)))]}
    if "remove" in kinds:
        changes["remove"] = {"languages": [*sorted(draw(st.sets(st.sampled_from(MEMBERS), min_size=1)))]}
    if "append" in kinds:
        changes["append"] = {"notes": [f"запись {len(history.writes)}"]}
    if "annul" in kinds:
        operation = draw(st.sampled_from(OPERATIONS))
        changes.setdefault(operation, {})[ANNULLED] = ["ошибка"]
    return changes


@dataclass(slots=True)
class Expected:
    """What a record must show, computed from the full pasts alone."""

    registers: dict[str, dict[Dot, Value]]
    members: dict[str, set[bytes]]
    notes: list[tuple[Dot, Value]]


def expected(writes: list[Write]) -> Expected:
    """The maximal writes of each unit, by definition and without a vector."""
    registers: dict[str, dict[Dot, Value]] = {}
    for unit in UNITS:
        writing = [write for write in writes if unit in write.revision.changes.get("put", {})]
        standing = {
            write.dot: write.revision.changes["put"][unit]
            for write in writing
            if not any(write.dot in other.seen for other in writing)
        }
        if standing:
            registers[unit] = standing
    members: dict[str, set[bytes]] = {}
    for unit in ("languages", ANNULLED):
        members[unit] = {
            encode(member)
            for write in writes
            for member in write.revision.changes.get("add", {}).get(unit, [])  # type: ignore[union-attr]
            if not any(
                write.dot in other.seen and member in other.revision.changes.get("remove", {}).get(unit, [])  # type: ignore[operator]
                for other in writes
            )
        }
    return Expected(registers, members, _notes(writes))


def _notes(writes: list[Write]) -> list[tuple[Dot, Value]]:
    left = {write.dot: write for write in writes if "append" in write.revision.changes}
    placed: list[tuple[Dot, Value]] = []
    while left:
        free = [dot for dot, write in left.items() if not any(other in write.seen for other in left if other != dot)]
        dot = min(free)
        notes = left.pop(dot).revision.changes["append"]["notes"]
        assert isinstance(notes, list)
        placed += [(dot, str(value)) for value in notes]
    return placed
