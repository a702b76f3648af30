"""Invented cases of a country at a centre for training: the book of each office, by the centre's author there."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Final

from sqlalchemy import select

from icjims_core import access, casebook, codes
from icjims_core.access import Actor, Operation, Subject
from icjims_core.acts import ACT, Revision, WholeAct
from icjims_core.casebook import Planned, country, taking
from icjims_core.clocks import Vector, pairs
from icjims_core.declarations.stored_forms import LOCAL
from icjims_core.encoding import Value
from icjims_core.modules import record_type
from icjims_core.operations import after, operations
from icjims_core.problem import Refused
from icjims_core.projections.index import rows_of
from icjims_core.projections.tables import act_table
from icjims_sync_server.services.administration import people
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.exchange import service_author
from icjims_sync_server.services.exchange.service_author import ROLE, TRAINING, ServiceAuthor
from icjims_sync_server.services.safekeeping.projector import Projector
from icjims_sync_server.store.tables import account_table, author_table

_CASES_AT_ONCE: Final = 25
"""Cases of one transaction: a workstation's push waits no longer than it takes to write these."""
_AT_ONCE: Final = 500


@dataclass(slots=True)
class Made:
    """What is new at the centre: cases (without those joined to them), records, and the codes of their offices."""

    cases: int = 0
    records: int = 0
    offices: list[str] = field(default_factory=list)


def write(centre: Centre, count: int, seed: int) -> Made:
    """Make up so many cases of a country; the same seed gives the same, and those that are there are left alone.

    Raises `Refused("centre_in_use")` where anybody but this command has written.
    """
    _check_unused(centre)
    made = Made()
    for office, share in country.spread(count).items():
        cases = made.cases
        author = _author(centre, office)
        for block in taking.blocks(stories(centre, office, share, seed), _CASES_AT_ONCE):
            _write_new(centre, author, block, made)
        if made.cases > cases:
            made.offices.append(office)
    Projector(centre).run()
    return made


def _check_unused(centre: Centre) -> None:
    own = (
        select(author_table.c.key)
        .join(account_table, account_table.c.id == author_table.c.account)
        .where(account_table.c.login == TRAINING.prefix + "." + account_table.c.office)
    )
    others = select(act_table.c.number).where(act_table.c.stream == ACT, act_table.c.author.not_in(own)).limit(1)
    with centre.database.read() as connection:
        if connection.scalar(others) is not None:
            raise Refused("centre_in_use")


def _author(centre: Centre, office: str) -> ServiceAuthor:
    """The author in an office, which is founded where it is missing and keeps its name where it is not."""
    with centre.database.read() as connection:
        known = dict(people.offices(connection))
    if office not in known:
        people.add_office(centre, office, codes.code_list("office").entries[office].label.ru)
    return centre.database.write(lambda connection: service_author.of_office(connection, centre, TRAINING, office))


def stories(centre: Centre, office: str, count: int, seed: int) -> Iterator[list[Planned]]:
    """What a clerk of an office makes of its book, case by case, up to now."""
    until = datetime.datetime.fromtimestamp(centre.clock() / 1000, LOCAL)
    random = Random(f"{seed} {office}")
    told = casebook.stories(random, count, office, casebook.start(count, until), until)
    return taking.taken(told, cache(lambda type_: _may_write(office, type_)))


def _may_write(office: str, type_: str) -> bool:
    """Whether a clerk makes such a record as any other: not by a command of its own, and not sealed to anybody."""
    declared = record_type(type_)
    if declared.command or declared.sealed:
        return False
    decision = access.decide(Operation.CREATE, Actor(ROLE, office), Subject(declared))
    return isinstance(decision, access.Allowed)


def _write_new(centre: Centre, author: ServiceAuthor, block: list[list[Planned]], made: Made) -> None:
    """Write those stories whose case is not here, all in one transaction."""
    with centre.database.read() as connection:
        known = rows_of(connection, {story[0].case for story in block if story})
    fresh = [story for story in block if story and story[0].case not in known]
    if fresh:
        entries = [entry for story in fresh for entry in story]
        service_author.write(centre, author.device, list(_acts(centre, author, entries)))
        made.cases += len(fresh)
        made.records += len({entry.id for entry in entries})


def _acts(centre: Centre, author: ServiceAuthor, entries: Iterable[Planned]) -> Iterator[WholeAct]:
    """Acts of one replica each, so that whoever has not seen an entry writes beside it."""
    pen = _Pen()
    for entries_of_round in taking.rounds(entries):
        for at in range(0, len(entries_of_round), _AT_ONCE):
            replica = centre.random(16)
            revisions = [pen.revision(entry, replica) for entry in entries_of_round[at : at + _AT_ONCE]]
            yield author.act(revisions, replica, centre.random(32), centre.clock())


class _Pen:
    """Turns entries into revisions; what stands of each record, and what whoever wrote last had before him."""

    def __init__(self) -> None:
        self._standing: dict[bytes, tuple[Vector, dict[str, Value]]] = {}
        self._seen: dict[bytes, tuple[Vector, dict[str, Value]]] = {}

    def revision(self, entry: Planned, replica: bytes) -> Revision:
        """The first revision of this replica on the entry's record."""
        declared = record_type(entry.type)
        vector, standing = self._standing.get(entry.id, ({}, {}))
        seen = self._seen[entry.id] if entry.aside else (vector, standing)
        changes = operations(declared, entry.values, seen[1])
        self._seen[entry.id] = seen
        self._standing[entry.id] = ({**vector, replica: 1}, after(declared, standing, entry.values))
        case = entry.case if declared.in_case else None
        return Revision(1, entry.id, entry.type, declared.version, case, pairs(seen[0]), 0, changes, None)
