"""What ties an officer to a case: somebody else's decision, never what he recorded himself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

DECIDERS: Final = ("prosecutor", "head")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the directory, active or not."""

    id: bytes
    login: str
    role: str
    office: str


@dataclass(frozen=True, slots=True)
class Removal:
    """An annulment or an end, whatever became of it later: who wrote it, and who has taken it back since."""

    author: Person | None
    undone: frozenset[Person] = frozenset()


@dataclass(frozen=True, slots=True)
class Naming:
    """A standing word of an acceptance: who wrote that this login has the case in charge, or is of the group.

    `removals` are those of its record that the author had not seen when he wrote it; `handovers` those of which it
    names a receipt of his own office, and which he had therefore seen.
    """

    author: Person
    login: str
    removals: tuple[Removal, ...] = ()
    handovers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sending:
    """A hand-over as it stands: by whose signature the case goes to this office; `handover`: its id as text."""

    author: Person
    office: str
    handover: str = ""


def holders(keeper: str, overseers: Collection[str], sendings: Iterable[Sending]) -> frozenset[str]:
    """The office that keeps a case and those that it reached from hand to hand; `overseers`: who supervises the keeper.

    Only who holds the case hands it on, or the supervising prosecutor; nobody to his own office.
    """
    found, several = {keeper}, list(sendings)
    moved = True
    while moved:
        fresh = {each.office for each in several if _may_send(each, found, overseers)} - found
        moved = bool(fresh)
        found |= fresh
    return frozenset(found)


def may_take(author: Person, held: Collection[str], overseers: Collection[str]) -> bool:
    """Whether an acceptance by him counts: the case is held by his office, or he supervises the one that keeps it."""
    return author.office in held or _oversees(author, overseers)


def assigned(
    keeper: str,
    overseers: Collection[str],
    people: Iterable[Person],
    namings: Collection[Naming],
    sendings: Iterable[Sending],
    removals: Mapping[str, Collection[Removal]] = MappingProxyType({}),
) -> frozenset[bytes]:
    """Ids of those who have the case by somebody else's decision.

    The head of an office that holds it names an officer of his; the supervising prosecutor names anybody (where no
    supervision is on record, any prosecutor does). Whoever takes a case that was handed to his office from another
    names himself, and the receipt of his office for that hand-over: what was written before it says nothing. Not whom
    somebody else ever removed: `removals` by login, those of all acceptances of the case.
    What was removed ties again once one who could name him afresh has taken the removal back, never he himself.
    """
    several = list(sendings)
    held = holders(keeper, overseers, several)
    sent = {(each.office, each.handover) for each in several if _may_send(each, held, overseers)}
    found = set()
    for person in people:
        others = [each for each in removals.get(person.login, ()) if _of_another(each, person)]
        for each in namings:
            barring = (*each.removals, *others) if each.author.id == person.id else each.removals
            if (
                each.login == person.login
                and _ties(each, person, keeper, held, overseers, sent)
                and all(any(_names(by, person, held, overseers) for by in one.undone) for one in barring)
            ):
                found.add(person.id)
    return frozenset(found)


def _of_another(removal: Removal, person: Person) -> bool:
    return removal.author is None or removal.author.id != person.id


def _ties(
    naming: Naming,
    person: Person,
    keeper: str,
    held: Collection[str],
    overseers: Collection[str],
    sent: Collection[tuple[str, str]],
) -> bool:
    if naming.author.id != person.id:
        return _names(naming.author, person, held, overseers)
    return person.office != keeper and any((person.office, each) in sent for each in naming.handovers)


def _names(author: Person, person: Person, held: Collection[str], overseers: Collection[str]) -> bool:
    """Whether he decides that another has the case."""
    if author.id == person.id:
        return False
    if _oversees(author, overseers):
        return True
    return author.role in DECIDERS and author.office == person.office and person.office in held


def _may_send(sending: Sending, held: Collection[str], overseers: Collection[str]) -> bool:
    author = sending.author
    return author.office != sending.office and (author.office in held or _oversees(author, overseers))


def _oversees(author: Person, overseers: Collection[str]) -> bool:
    return author.role == "prosecutor" and (author.office in overseers or not overseers)
