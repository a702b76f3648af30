"""The merge: a record's state as a pure function of the set of its revisions (docs/protocol.md §5).

No declaration, no clock and no order of arrival enters here. For a record take its counted revisions and the dots that
are held without counting (refused, quarantined, erased):

- a revision is admitted once its context is held and `before` is the last admitted dot of its replica on this record;
- a register keeps each value that no admitted revision writing the unit has in its context;
- a set keeps each addition that no admitted revision removing the member has in its context;
- an append field keeps every entry, causal order first, the smallest dot first among the rest.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from icjims_core.acts import Outline, Revision, context_of
from icjims_core.clocks import Dot, Vector, add, contains, covers, pairs
from icjims_core.encoding import Value, encode

Admissible = TypeVar("Admissible", bound=Revision | Outline)

ANNULLED = "$annulled"
"""The set unit of annulments; its members are the reasons. The record is annulled while one stands."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of an append field, or one standing annulment."""

    dot: Dot
    value: Value


@dataclass(slots=True)
class State:
    """The state of one record.

    `registers`: unit → dot → value, more than one distinct value being a conflict. `sets`: unit → encoded member →
    (member, dots of its standing additions). `appends`: unit → entries in their order. `waiting`: dots whose context
    is not held yet.
    """

    record: bytes
    type: str
    module: int
    case: bytes | None
    vector: Vector = field(default_factory=dict)
    registers: dict[str, dict[Dot, Value]] = field(default_factory=dict)
    sets: dict[str, dict[bytes, tuple[Value, frozenset[Dot]]]] = field(default_factory=dict)
    appends: dict[str, list[Entry]] = field(default_factory=dict)
    annulments: list[Entry] = field(default_factory=list)
    created: Dot | None = None
    waiting: frozenset[Dot] = frozenset()

    def siblings(self, unit: str) -> dict[Dot, Value]:
        """The standing values of a register; empty when it was never written."""
        return self.registers.get(unit, {})

    def agreed(self, unit: str) -> Value:
        """The value of a unit that is not in conflict; `None` when it was never written."""
        return next(iter(self.siblings(unit).values()), None)

    def conflicts(self) -> list[str]:
        """Units with more than one distinct standing value, sorted."""
        several = (unit for unit, values in self.registers.items() if len(values) > 1)
        return sorted(unit for unit in several if is_conflict(self.registers[unit].values()))

    def digest(self) -> bytes:
        """SHA-256 of the canonical bytes of this state; waiting revisions are not part of it."""
        registers = [
            [unit, [[dot.replica, dot.counter, value] for dot, value in sorted(values.items())]]
            for unit, values in sorted(self.registers.items())
        ]
        sets = [
            [unit, [[member, [[*dot] for dot in sorted(dots)]] for _, (member, dots) in sorted(members.items())]]
            for unit, members in sorted(self.sets.items())
        ]
        appends = [
            [unit, [[entry.dot.replica, entry.dot.counter, entry.value] for entry in entries]]
            for unit, entries in sorted(self.appends.items())
        ]
        whole = [1, self.record, self.type, self.case, pairs(self.vector), registers, sets, appends]
        return hashlib.sha256(encode(whole)).digest()


def is_conflict(values: Iterable[Value]) -> bool:
    """Whether the values are more than one after equal ones are counted once."""
    return len({encode(value) for value in values}) > 1


def fold(record: bytes, revisions: Mapping[Dot, Revision], held: Collection[Dot] = ()) -> State:
    """The state of a record from its counted revisions by dot and the dots held without counting."""
    admitted, vector, waiting = admissible(revisions, held)
    first = maker(admitted)
    state = State(
        record=record,
        type=admitted[first].type if first else "",
        module=max((revision.module for revision in admitted.values()), default=0),
        case=admitted[first].case if first else None,
        vector=vector,
        created=first,
        waiting=waiting,
    )
    contexts = {dot: context_of(revision) for dot, revision in admitted.items()}
    state.registers = _registers(admitted, contexts)
    state.sets = _sets(admitted, contexts)
    annulled = state.sets.get(ANNULLED, {})
    standing = {dot: member for member, dots in annulled.values() for dot in dots}
    state.annulments = [Entry(dot, standing[dot]) for dot in causal_order(standing, contexts)]
    state.appends = _appends(admitted, contexts)
    return state


def maker(admitted: Mapping[Dot, Admissible]) -> Dot | None:
    """The dot that made the record: the smallest among those whose author had seen nothing of it, else of all."""
    makers = [dot for dot, revision in admitted.items() if not revision.context]
    return min(makers, default=None) or min(admitted, default=None)


def admissible(
    revisions: Mapping[Dot, Admissible], held: Collection[Dot]
) -> tuple[dict[Dot, Admissible], Vector, frozenset[Dot]]:
    """Admitted revisions, the vector of all that is held, and the dots that still wait."""
    chains: dict[bytes, list[Dot]] = {}
    for dot in sorted({*revisions, *held}):
        chains.setdefault(dot.replica, []).append(dot)
    vector: Vector = {}
    admitted: dict[Dot, Admissible] = {}
    moved = True
    while moved:
        moved = False
        for replica, chain in chains.items():
            while chain and _may_enter(chain[0], revisions, held, vector):
                dot = chain.pop(0)
                add(vector, dot)
                if dot not in held:
                    admitted[dot] = revisions[dot]
                moved = True
            chains[replica] = chain
    return admitted, vector, frozenset(dot for chain in chains.values() for dot in chain if dot not in held)


def grounded(
    revisions: Mapping[Dot, Admissible], held: Collection[Dot]
) -> tuple[dict[Dot, Admissible], Vector, frozenset[Dot]]:
    """As `admissible`, less what goes on from nothing that counts, and what builds on that; the third are the former.

    A false beginning is held without counting; its forger's next word must not stand in its place.
    """
    groundless: set[Dot] = set()
    while True:
        left = {dot: each for dot, each in revisions.items() if dot not in groundless}
        admitted, vector, _ = admissible(left, held)
        first: Vector = {}
        for dot in admitted:
            first[dot.replica] = min(dot.counter, first.get(dot.replica, dot.counter))
        fresh = {dot for dot, each in admitted.items() if not _is_grounded(dot, each, first)}
        if not fresh:
            return admitted, vector, frozenset(groundless)
        groundless |= fresh


def _is_grounded(dot: Dot, revision: Revision | Outline, first: Vector) -> bool:
    """Whether it begins its record, or had seen something that counts; `first`: the first such of each replica."""
    seen = context_of(revision)
    if not seen:
        return True
    seen[dot.replica] = max(revision.before, seen.get(dot.replica, 0))
    return any(first.get(replica, counter + 1) <= counter for replica, counter in seen.items())


def _may_enter(dot: Dot, revisions: Mapping[Dot, Revision | Outline], held: Collection[Dot], vector: Vector) -> bool:
    if dot in held:
        return True
    revision = revisions[dot]
    return revision.before == vector.get(dot.replica, 0) and covers(vector, context_of(revision))


def _registers(admitted: Mapping[Dot, Revision], contexts: Mapping[Dot, Vector]) -> dict[str, dict[Dot, Value]]:
    written: dict[str, dict[Dot, Value]] = {}
    for dot, revision in admitted.items():
        for unit, value in revision.changes.get("put", {}).items():
            written.setdefault(unit, {})[dot] = value
    return {unit: _standing(values, contexts) if len(values) > 1 else values for unit, values in written.items()}


def _standing(values: Mapping[Dot, Value], contexts: Mapping[Dot, Vector]) -> dict[Dot, Value]:
    return {dot: value for dot, value in values.items() if not any(contains(contexts[other], dot) for other in values)}


def _sets(
    admitted: Mapping[Dot, Revision], contexts: Mapping[Dot, Vector]
) -> dict[str, dict[bytes, tuple[Value, frozenset[Dot]]]]:
    added: dict[tuple[str, bytes], tuple[Value, set[Dot]]] = {}
    removed: dict[tuple[str, bytes], list[Vector]] = {}
    for dot, revision in admitted.items():
        for unit, members in revision.changes.get("add", {}).items():
            for member in _listed(members):
                added.setdefault((unit, encode(member)), (member, set()))[1].add(dot)
        for unit, members in revision.changes.get("remove", {}).items():
            for member in _listed(members):
                removed.setdefault((unit, encode(member)), []).append(contexts[dot])
    sets: dict[str, dict[bytes, tuple[Value, frozenset[Dot]]]] = {}
    for (unit, key), (member, dots) in added.items():
        removals = removed.get((unit, key), [])
        standing = frozenset(dot for dot in dots if not any(contains(context, dot) for context in removals))
        members_of_unit = sets.setdefault(unit, {})
        if standing:
            members_of_unit[key] = (member, standing)
    return sets


def _appends(admitted: Mapping[Dot, Revision], contexts: Mapping[Dot, Vector]) -> dict[str, list[Entry]]:
    entries: dict[str, dict[Dot, list[Value]]] = {}
    for dot, revision in admitted.items():
        for unit, values in revision.changes.get("append", {}).items():
            entries.setdefault(unit, {})[dot] = _listed(values)
    return {
        unit: [Entry(dot, value) for dot in causal_order(by_dot, contexts) for value in by_dot[dot]]
        for unit, by_dot in entries.items()
    }


def causal_order(dots: Collection[Dot], contexts: Mapping[Dot, Vector]) -> list[Dot]:
    """The dots, each after those in its context; the smallest first wherever the context leaves a choice."""
    followers: dict[Dot, list[Dot]] = {dot: [] for dot in dots}
    awaited: dict[Dot, int] = {}
    for dot in dots:
        before = [other for other in dots if other != dot and contains(contexts[dot], other)]
        awaited[dot] = len(before)
        for other in before:
            followers[other].append(dot)
    ready = [dot for dot, count in awaited.items() if not count]
    heapq.heapify(ready)
    ordered: list[Dot] = []
    while ready:
        dot = heapq.heappop(ready)
        ordered.append(dot)
        for follower in followers[dot]:
            awaited[follower] -= 1
            if not awaited[follower]:
                heapq.heappush(ready, follower)
    return ordered


def _listed(value: Value) -> list[Value]:
    return cast("list[Value]", value) if isinstance(value, list) else [value]
