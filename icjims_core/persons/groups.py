"""Who is said to be one person: the records that standing links join, directly or through others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Link(NamedTuple):
    """A standing statement that two records are of one person, or are not: record of the link, both persons."""

    record: str
    one: str
    other: str
    same: bool


def group_of(person: str, links: Iterable[Link]) -> frozenset[str]:
    """The person's record and all that links say to be the same, through however many others."""
    neighbours: dict[str, set[str]] = {}
    for each in links:
        if each.same:
            neighbours.setdefault(each.one, set()).add(each.other)
            neighbours.setdefault(each.other, set()).add(each.one)
    found: set[str] = set()
    ahead = [person]
    while ahead:
        reached = ahead.pop()
        if reached not in found:
            found.add(reached)
            ahead += neighbours.get(reached, ())
    return frozenset(found)


def denied(group: Iterable[str], links: Iterable[Link]) -> tuple[Link, ...]:
    """Statements that two of one group are different persons: the group contradicts itself, and a person decides."""
    members = frozenset(group)
    return tuple(each for each in links if not each.same and each.one in members and each.other in members)


def told_apart(person: str, links: Iterable[Link]) -> frozenset[str]:
    """Records that were said to be of another person than this one; nobody is offered them again."""
    found: set[str] = set()
    for each in links:
        if not each.same and person in (each.one, each.other):
            found |= {each.one, each.other}
    return frozenset(found - {person})
