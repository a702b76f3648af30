"""Two or more workstations without a centre: journals on real encrypted files, and pages made by hand between them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from icjims_core import directory as centre_directory
from icjims_core import wire
from icjims_core.acts import Act, Changes, Revision
from icjims_core.clocks import Dot
from icjims_core.directory import Decision, Verdict
from icjims_core.encoding import decode
from icjims_core.packing import OpenAct
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import Record
from icjims_desktop.store import migrating
from icjims_desktop.store.database import Database
from icjims_desktop.store.log import directory, replicas
from icjims_desktop.store.log.commits import AuthorKey, Change
from icjims_desktop.store.log.journal import Journal

CENTRE = Ed25519PrivateKey.generate()
FEED = "office:009"
EPOCH = b"e" * 16
NOW = 1_764_000_000_000
CASE, OTHER, PERSON = b"c" * 16, b"o" * 16, b"p" * 16


@dataclass(slots=True)
class Workstation:
    """A journal on a file, and which records it was told to forget."""

    database: Database
    journal: Journal
    purged: list[bytes] = field(default_factory=list)

    def write(self, record: bytes, changes: Changes, *, case: bytes | None = None, seen: bool = True) -> Dot:
        """One change to a case (`case`: another than the record itself), having seen what is held, or nothing."""
        held = self.record(record)
        context = dict(held.state.vector) if held and seen else {}
        change = Change(record, "case" if case is None else "person", 1, case or record, context, changes)
        return self.journal.commit([change], now=NOW)[0]

    def record(self, record: bytes) -> Record | None:
        """The record as it stands here."""
        return self.journal.load([record]).get(record)

    def fabula(self, record: bytes) -> set[object]:
        """The standing values of its summary."""
        held = self.record(record)
        return set(held.state.siblings("summary").values()) if held else set()


@contextmanager
def workstation(folder: Path, name: str) -> Iterator[Workstation]:
    """A fresh workstation of office 009."""
    folder.mkdir(exist_ok=True)
    database = Database(folder / f"{name}.db", os.urandom(32))
    migrating.migrate(database)
    migrating.follow_declarations(database, LogReader())
    with database.write() as connection:
        replicas.set_meta(connection, replicas.DEVICE_KEY, os.urandom(16))
        replicas.set_meta(connection, replicas.OFFICE_KEY, b"009")
        replicas.set_meta(connection, directory.CENTRE_KEY, CENTRE.public_key().public_bytes_raw())
        replicas.start(connection, os.urandom(16))
    key = Ed25519PrivateKey.generate()
    purged: list[bytes] = []
    journal = Journal(
        database,
        AuthorKey(key, key.public_key().public_bytes_raw()),
        os.urandom,
        lambda _, records: purged.extend(records),
    )
    yield Workstation(database, journal, purged)
    database.close()


def unsent_acts(station: Workstation) -> list[Act]:
    """Everything it would push."""
    return [act for push in station.journal.unsent(1 << 20) for act in push.acts]


def acknowledge(station: Workstation) -> list[Act]:
    """Take everything that it would push, as a centre that accepts all; returns it."""
    acts = unsent_acts(station)
    me = station.journal.hello(pull=False)
    outcomes = tuple(wire.Outcome(OpenAct(act).act_id, "stored", "") for act in acts)
    station.journal.take_results(wire.Results(me.act, me.audit, outcomes, ()))
    return acts


def page(start: int, *parts: wire.Part) -> wire.Page:
    """A page of the office's feed after `start`; the parts are numbered by it."""
    numbered = tuple(msgspec.structs.replace(part, position=start + at) for at, part in enumerate(parts, start=1))
    return wire.Page(FEED, EPOCH, start, start + len(parts), numbered)


def act_part(act: Act) -> wire.ActPart:
    """A part for one act, to be numbered."""
    return wire.ActPart(1, act)


def own_part(act: Act) -> wire.OwnPart:
    """The same for the replica that made it."""
    opened = OpenAct(act)
    return wire.OwnPart(1, opened.act_id, tuple(opened.bodies))


def refusal(act: Act) -> wire.VerdictPart:
    """The centre's refusal of an act's first revision, to be numbered."""
    opened = OpenAct(act)
    revision = decode(opened.bodies[0], Revision)
    dot = opened.header.dot
    verdict = Verdict(1, opened.act_id, 0, revision.record, *dot, Decision.REFUSED, "role_may_not_write", NOW)
    return wire.VerdictPart(1, centre_directory.sign(verdict, CENTRE), act.header, act.signature)
