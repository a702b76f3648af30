"""A random history of offices and a centre, with a ledger of every acknowledged write and what its author had seen."""

from __future__ import annotations

import asyncio
import itertools
import os
import random as randoms
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, select
from starlette.applications import Starlette

from icjims_core.acts import ACT, Changes, Revision
from icjims_core.clocks import Vector
from icjims_core.encoding import decode_trusted
from icjims_core.problem import Problem
from icjims_core.projections import lists
from icjims_core.projections.log import LogReader, stored_act
from icjims_core.projections.records import Record, load
from icjims_core.projections.tables import act_table, conflict_table, list_table, waiting_table
from icjims_core.record_ids import bound_id
from icjims_desktop.store.log.commits import Change
from icjims_desktop.sync.driver import synchronise
from icjims_desktop.sync.progress import Cancellation
from icjims_desktop.sync.result import SyncResult
from icjims_sync_server.api.app import application
from icjims_sync_server.api.host import Host
from icjims_sync_server.services.administration import authority
from icjims_sync_server.services.safekeeping import verification
from icjims_sync_server.services.scope import scopes
from tests.laws.office import Office, TownLink
from tests.server.town import Town
from tests.sync.memory import FakeTime, Fault

UNITS = ("summary", "place", "responsible")
NOW = 1_790_000_000_000
ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Write:
    """An acknowledged write: its number, where, which units it put, and which writes its author had seen."""

    number: int
    office: str
    record: bytes
    units: frozenset[str]
    seen: frozenset[int]


@dataclass(frozen=True, slots=True)
class Screen:
    """What a person has in front of him: the record's vector, and the writes that it shows or showed."""

    vector: Vector
    seen: frozenset[int]


@dataclass(slots=True)
class World:
    """Offices A (two workstations), B and C, and one centre. Everything random comes from `chance`."""

    town: Town
    folder: Path
    chance: randoms.Random
    prefix: bytes = field(default_factory=lambda: os.urandom(8))
    offices: list[Office] = field(default_factory=list)
    ledger: dict[int, Write] = field(default_factory=dict)
    cases: list[bytes] = field(default_factory=list)
    persons: dict[bytes, bytes] = field(default_factory=dict)
    screens: dict[tuple[str, bytes], Screen] = field(default_factory=dict)
    images: dict[str, set[int]] = field(default_factory=dict)
    perished: set[int] = field(default_factory=set)
    audience: dict[bytes, set[str]] = field(default_factory=dict)
    app: Starlette = field(init=False)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def begin(self) -> None:
        """Make the offices."""
        self.app = application(Host(self.town.centre, authority.ca_certificate(self.town.place.keys)))
        codes = [self.town.office() for _ in range(3)]
        for name, code in zip(("a1", "a2", "b", "c"), (codes[0], *codes), strict=True):
            office = Office(name, code, self.folder, self.town, self.some_bytes)
            office.begin()
            self.offices.append(office)

    def some_bytes(self, count: int) -> bytes:
        """Bytes by chance. Ids sort alike when a history is repeated, and differ from those of any other."""
        if count != len(self.prefix) * 2:
            return self.chance.randbytes(count)
        return self.prefix + self.chance.randbytes(count - len(self.prefix))

    def close(self) -> None:
        """Close every store."""
        for office in self.offices:
            office.close()

    # --- what people do ---------------------------------------------------------------------------------------------

    def begin_case(self, office: Office) -> None:
        """A new case and a person in it."""
        first = int.from_bytes(self.some_bytes(8)[:6], "big") << 12 | 2 * len(self.cases)
        author = office.keys.author_public
        case, person = (bound_id(each, self.chance.randbytes, author) for each in (first, first + 1))
        self.cases.append(case)
        self.persons[person] = case
        self.audience[case] = {office.office}
        for record in (case, person):
            self.write(office, record, frozenset(UNITS), old_screen=False)

    def write(self, office: Office, record: bytes, units: frozenset[str], *, old_screen: bool) -> None:
        """One write on what is on the screen: what is held now, or what was held when it was last looked at."""
        known = self.known(office, record)
        if known is None and record in {write.record for write in self.ledger.values()}:
            return
        key = (office.name, record)
        if not old_screen or key not in self.screens:
            self.screens[key] = self._look(known)
        screen = self.screens[key]
        number = next(self.numbers)
        changes: Changes = {"append": {"notes": [str(number)]}}
        if units:
            changes["put"] = {unit: f"{number}:{unit}" for unit in sorted(units)}
        if number % 3 == 0:
            changes["add"] = {"marks": [f"m{number % 2}"]}
        case = self.persons.get(record, record)
        kind = "person" if record in self.persons else "case"
        clock = NOW + self.chance.randrange(-(10**11), 10**11)
        office.journal.commit([Change(record, kind, 1, case, dict(screen.vector), changes)], now=clock)
        self.ledger[number] = Write(number, office.office, record, units, screen.seen)
        if office.name in self.images:
            self.images[office.name].add(number)

    def _look(self, known: Record | None) -> Screen:
        if known is None:
            return Screen({}, frozenset())
        return Screen(dict(known.state.vector), frozenset(number_of(each.revision) for each in known.written))

    def known(self, office: Office, record: bytes) -> Record | None:
        """The record as the office has it."""
        return office.journal.load([record]).get(record)

    def sync(self, office: Office, faults: Sequence[Fault] = ()) -> SyncResult | None:
        """One session; `None` when the link won. A store that became another replica has forgotten its screens."""
        before = office.journal.replica.id
        link = TownLink(self.app, office.keys, iter(faults))
        surroundings = FakeTime().surroundings()
        try:
            return asyncio.run(synchronise(office.journal, link, surroundings, lambda _: None, Cancellation()))
        except Problem as problem:
            if problem.exit_code not in (5, 6):
                raise
            return None
        finally:
            if office.journal.replica.id != before:
                self.forget_screens(office)

    def forget_screens(self, office: Office) -> None:
        """Close its windows."""
        self.screens = {key: screen for key, screen in self.screens.items() if key[0] != office.name}

    def assign(self, case: bytes, office: Office) -> None:
        """Give the case to the office, if the centre has it."""
        if self._at_centre([case]):
            scopes.assign(self.town.centre, case, office=office.office, login=None, until=None)
            self.audience[case].add(office.office)

    def withdraw(self, case: bytes, office: Office) -> None:
        """Take the case from the office."""
        if self._at_centre([case]) and len(self.audience[case]) > 1:
            scopes.withdraw(self.town.centre, case, office=office.office, login=None)
            self.audience[case].discard(office.office)

    def snapshot(self, office: Office) -> None:
        """Keep an image of the machine, with nothing written since."""
        office.snapshot()
        self.images[office.name] = set()

    def roll_back(self, office: Office, *, noticed: bool) -> None:
        """Return to the image: what was written since is physically gone, unless it was sent or carried away before."""
        office.roll_back(noticed=noticed)
        self.perished |= self.images[office.name]
        self.images[office.name] = set()
        self.forget_screens(office)

    # --- what must be true ------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Heal every link and sync until nothing moves any more."""
        results: list[SyncResult | None] = []
        for _ in range(ROUNDS):
            results = [self.sync(office) for office in self.offices]
            if all(each and not each.pushed and not each.pulled and each.equal for each in results):
                return
        left = [each and (each.pushed, each.pulled, each.equal, each.refused, each.warnings) for each in results]
        raise AssertionError(left)

    def check(self) -> None:
        """Laws 1, 2, 3, 5, 6 and 7 on the settled world."""
        centre = self._at_centre([*self.cases, *self.persons])
        kept = self._kept_at_centre()
        missing = {n for n in self.ledger if n not in kept and n not in self.perished}
        assert not missing, f"acknowledged and lost: {missing}"
        for at_centre in centre.values():
            self._check_against_ledger(at_centre)
        for office in self.offices:
            self._check_scope(office, centre)
            self._check_projections(office)
        a1, a2 = self.offices[:2]
        assert a1.journal.digests()[f"office:{a1.office}"] == a2.journal.digests()[f"office:{a2.office}"]
        self.town.project()
        with self.town.centre.database.read() as connection:
            assert connection.execute(select(waiting_table).where(waiting_table.c.record.in_(list(centre)))).all() == []
        assert verification.verify(self.town.centre).wrong == []

    def _check_against_ledger(self, found: Record) -> None:
        counted = [each for each in found.written if each.dot not in found.uncounted]
        numbers = [number_of(each.revision) for each in counted]
        assert len(set(numbers)) == len(numbers), "a write counts twice"
        writes = [self.ledger[number] for number in numbers]
        for unit in UNITS:
            writing = [write for write in writes if unit in write.units]
            standing = {
                f"{write.number}:{unit}"
                for write in writing
                if not any(write.number in other.seen for other in writing)
            }
            assert set(found.state.siblings(unit).values()) == standing, unit
        assert sorted(int(str(entry.value)) for entry in found.state.appends["notes"]) == sorted(numbers)

    def _check_scope(self, office: Office, centre: dict[bytes, Record]) -> None:
        """The office holds the records of its cases exactly as the centre does, and no byte of any other."""
        for record, at_centre in centre.items():
            case: bytes = self.persons.get(record, record)
            held = self.known(office, record)
            if office.office in self.audience[case]:
                assert held is not None, (office.name, record.hex())
                assert held.state.digest() == at_centre.state.digest()
            else:
                assert held is None, (office.name, record.hex())

    def _check_projections(self, office: Office) -> None:
        with office.database.write() as connection:
            before = _projected(connection)
            lists.rebuild(connection, office.journal.reader)
            assert _projected(connection) == before

    def _at_centre(self, records: Sequence[bytes]) -> dict[bytes, Record]:
        with self.town.centre.database.read() as connection:
            return load(connection, LogReader(), records)

    def _kept_at_centre(self) -> set[int]:
        """Numbers of all writes that the centre has in its log, counted or not."""
        mine = {*self.cases, *self.persons}
        found: set[int] = set()
        with self.town.centre.database.read() as connection:
            statement = select(act_table.c.number, act_table.c.act_id, act_table.c.packed)
            for row in connection.execute(statement.where(act_table.c.stream == ACT)):
                act = stored_act(row.number, row.act_id, row.packed)
                for body in act.bodies.values():
                    revision = decode_trusted(body, Revision)
                    if revision.record in mine:
                        found.add(number_of(revision))
        return found


def number_of(revision: Revision) -> int:
    """The number of the write in a revision."""
    notes = revision.changes["append"]["notes"]
    assert isinstance(notes, list)
    return int(str(notes[0]))


def _projected(connection: Connection) -> list[object]:
    tables = (list_table("case"), list_table("person"), waiting_table)
    rows: list[object] = [sorted(map(tuple, connection.execute(select(table)))) for table in tables[2:]]
    rows.append(len(connection.execute(select(conflict_table)).all()))
    for name in ("case", "person"):
        columns = [column for column in list_table(name).c if column.name != "number"]
        rows.append(sorted(map(repr, connection.execute(select(*columns)))))
    return rows
