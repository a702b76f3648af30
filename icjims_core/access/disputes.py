"""Whether a write touches a dispute, told by what its author had seen: the same answer on every host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from icjims_core.acts import Revision, context_of
from icjims_core.clocks import Dot, Vector, add, contains
from icjims_core.encoding import Value
from icjims_core.merge import is_conflict


def touches_dispute(unit: str, context: Vector, revisions: Mapping[Dot, Revision]) -> bool:
    """Whether the unit is in conflict in a context, or was in what an earlier writer of it there had seen.

    `revisions` are the counted revisions of the record by dot. Once there was a dispute, each further value of the unit
    decides it anew.
    """
    return bool(ever_disputants(unit, context, revisions))


def ever_disputants(unit: str, context: Vector, revisions: Mapping[Dot, Revision]) -> frozenset[Dot]:
    """The dots of the values that are in conflict in a context, or were in what an earlier writer there had seen."""
    several = (disputants(unit, each, revisions) for each in _contexts(unit, context, revisions))
    return frozenset(dot for each in several for dot in each)


def truly_seen(context: Vector, own: Vector, revisions: Mapping[Dot, Revision]) -> Vector:
    """What the author of a write had seen at least: what he says, his own earlier writes, and what these saw.

    Nobody forgets his own words: whoever denies his own value, or what he once built upon, is not believed, whichever
    of his devices he denies it on. `own`: the last write of the record by each replica that he wrote it with;
    `revisions` as above.
    """
    seen = dict(context)
    for replica, counter in own.items():
        add(seen, Dot(replica, counter))
    for dot, each in revisions.items():
        if contains(own, dot):
            for other, counter in each.context:
                seen[other] = max(counter, seen.get(other, 0))
    return seen


def own_elsewhere(dot: Dot, his: Iterable[Dot], revisions: Mapping[Dot, Revision]) -> Vector:
    """The last of the writes of whoever made a dot by each other replica, less those that had seen the dot."""
    own: Vector = {}
    for each in his:
        if each.replica != dot.replica and not contains(context_of(revisions[each]), dot):
            add(own, each)
    return own


def standing_values(unit: str, context: Vector, revisions: Mapping[Dot, Revision]) -> list[Value]:
    """The values of a unit that stand for whoever has seen a context and nothing else."""
    return list(_standing(unit, context, revisions).values())


def disputants(unit: str, context: Vector, revisions: Mapping[Dot, Revision]) -> frozenset[Dot]:
    """The dots of the values that are in conflict in a unit for whoever has seen a context; none where nothing is."""
    standing = _standing(unit, context, revisions)
    return frozenset(standing) if is_conflict(list(standing.values())) else frozenset()


def _standing(unit: str, context: Vector, revisions: Mapping[Dot, Revision]) -> dict[Dot, Value]:
    seen = {dot: context_of(each) for dot, each in _writers(unit, context, revisions)}
    return {
        dot: revisions[dot].changes["put"][unit]
        for dot in seen
        if not any(contains(other, dot) for by, other in seen.items() if by != dot)
    }


def _contexts(unit: str, context: Vector, revisions: Mapping[Dot, Revision]) -> Iterator[Vector]:
    yield context
    yield from (context_of(each) for _, each in _writers(unit, context, revisions))


def _writers(unit: str, context: Vector, revisions: Mapping[Dot, Revision]) -> Iterator[tuple[Dot, Revision]]:
    for dot, each in revisions.items():
        if contains(context, dot) and unit in each.changes.get("put", {}):
            yield dot, each
