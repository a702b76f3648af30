"""What ties an officer to a case: somebody else's decision, never what he recorded himself."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
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
class Naming:
    """A standing word of an acceptance: who wrote that this login has the case in charge, or is of the group."""

    author: Person
    login: str


@dataclass(frozen=True, slots=True)
class Sending:
    """A standing word of a hand-over: who wrote that the case goes to this office."""

    author: Person
    office: str


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


def assigned(
    keeper: str,
    overseers: Collection[str],
    people: Iterable[Person],
    namings: Collection[Naming],
    sendings: Iterable[Sending],
) -> frozenset[bytes]:
    """Ids of those who have the case by somebody else's decision.

    The head of an office that holds it names an officer of his; the supervising prosecutor names anybody (where no
    supervision is on record, any prosecutor does). Whoever takes a case that was handed to his office from another
    names himself.
    """
    held = holders(keeper, overseers, sendings)
    return frozenset(
        person.id
        for person in people
        if any(each.login == person.login and _ties(each.author, person, keeper, held, overseers) for each in namings)
    )


def _ties(author: Person, person: Person, keeper: str, held: Collection[str], overseers: Collection[str]) -> bool:
    if author.id == person.id:
        return person.office in held and person.office != keeper
    if _oversees(author, overseers):
        return True
    return author.role in DECIDERS and author.office == person.office and person.office in held


def _may_send(sending: Sending, held: Collection[str], overseers: Collection[str]) -> bool:
    author = sending.author
    return author.office != sending.office and (author.office in held or _oversees(author, overseers))


def _oversees(author: Person, overseers: Collection[str]) -> bool:
    return author.role == "prosecutor" and (author.office in overseers or not overseers)
