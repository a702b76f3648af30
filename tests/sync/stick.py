"""Workstations of several offices on real stores, known to each other by a signed directory, with no network."""

from __future__ import annotations

import io
import os
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from icjims_core import directory, wire
from icjims_core.acts import Act
from icjims_core.bundle import CentreBox, open_centre_box
from icjims_core.directory import AuthorEntry, DeviceEntry, Signed
from icjims_core.encoding import encode
from icjims_core.packing import OpenAct
from icjims_core.projections.tables import all_tables
from icjims_desktop.store.database import Database
from icjims_desktop.store.log import directory as known
from icjims_desktop.store.log import replicas
from icjims_desktop.store.log.commits import AuthorKey, Change
from icjims_desktop.store.log.journal import Journal
from icjims_desktop.sync import bundle
from icjims_desktop.sync.bundle import Exported, Imported

NOW = 1_764_000_000_000
EPOCH = b"e" * 16


@dataclass
class Station:
    """A workstation and its keys."""

    office: str
    device: bytes
    database: Database
    journal: Journal
    sealing: X25519PrivateKey

    def write(self, text: str, record: bytes | None = None, *, seen: bool = True, case: bool = True) -> bytes:
        """Write a summary into a new case, or a known one as it is shown here; its id."""
        record = record or uuid.uuid4().bytes
        held = self.journal.load([record]).get(record)
        context = dict(held.state.vector) if held and seen else {}
        put: Change = Change(
            record, "case" if case else "note", 1, record if case else None, context, {"put": {"summary": text}}
        )
        self.journal.commit([put], now=NOW)
        return record

    def text(self, record: bytes) -> set[object]:
        """What stands in the summary here."""
        held = self.journal.load([record]).get(record)
        return set(held.state.siblings("summary").values()) if held else set()

    def acts(self) -> list[Act]:
        return [act for push in self.journal.unsent(1 << 20) for act in push.acts]

    def export(self, *offices: str) -> tuple[bytes, Exported]:
        file = io.BytesIO()
        done = bundle.write(self.journal, file, offices, now=NOW, random=os.urandom)
        return file.getvalue(), done

    def take(self, data: bytes) -> Imported:
        return bundle.read(self.journal, io.BytesIO(data), self.sealing)


@dataclass
class Country:
    """Everybody's directory and the centre's keys."""

    folder: Path
    stack: ExitStack
    signing: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    sealing: X25519PrivateKey = field(default_factory=X25519PrivateKey.generate)
    entries: list[Signed] = field(default_factory=list)
    stations: list[Station] = field(default_factory=list)

    def station(self, office: str) -> Station:
        """A new active workstation, told to everybody."""
        database = Database(self.folder / f"{len(self.stations)}.db", os.urandom(32))
        self.stack.callback(database.close)
        author, device = Ed25519PrivateKey.generate(), os.urandom(16)
        key = author.public_key().public_bytes_raw()
        with database.write() as connection:
            all_tables().create_all(connection)
            replicas.set_meta(connection, replicas.DEVICE_KEY, device)
            replicas.set_meta(connection, replicas.OFFICE_KEY, office.encode())
            replicas.set_meta(connection, known.CENTRE_KEY, self.signing.public_key().public_bytes_raw())
            replicas.set_meta(connection, bundle.CENTRE_SEALING_KEY, self.sealing.public_key().public_bytes_raw())
            replicas.start(connection, os.urandom(16))
        journal = Journal(database, AuthorKey(author, key), os.urandom, lambda _connection, _records: None)
        made = Station(office, device, database, journal, X25519PrivateKey.generate())
        self.stations.append(made)
        self.state_device(made, "active")
        self.enter(AuthorEntry(len(self.entries) + 1, key, os.urandom(16), device))
        self.publish()
        return made

    def state_device(self, station: Station, state: str) -> None:
        public = station.sealing.public_key().public_bytes_raw()
        assert state in {"active", "revoked", "suspended", "pending"}
        self.enter(
            DeviceEntry(len(self.entries) + 1, station.device, station.office, "pc", os.urandom(32), public, state)  # type: ignore[arg-type]
        )

    def enter(self, entry: directory.Entry) -> None:
        self.entries.append(directory.sign(entry, self.signing))

    def publish(self) -> None:
        for each in self.stations:
            each.journal.take_directory(self.entries)

    def opened(self, station: Station) -> list[bytes]:
        """Ids of the acts in the boxes that a station carries for the centre."""
        found: list[bytes] = []
        for key in station.journal.waiting_boxes():
            box = station.journal.box(key)
            assert box is not None
            found += [OpenAct(act).act_id for act in open_centre_box(self.sealing, box).acts]
        return found


def in_box(country: Country, box: CentreBox) -> list[bytes]:
    """Ids of the acts in a box."""
    return [OpenAct(act).act_id for act in open_centre_box(country.sealing, encode(box)).acts]


def feed_page(station: Station, start: int, *acts: Act) -> wire.Page:
    """A page of the station's office feed that names these acts."""
    me = station.journal.replica.id
    parts: list[wire.Part] = []
    for at, act in enumerate(acts, start=start + 1):
        opened = OpenAct(act)
        own = opened.header.replica == me
        parts.append(wire.OwnPart(at, opened.act_id, tuple(opened.bodies)) if own else wire.ActPart(at, act))
    return wire.Page(f"office:{station.office}", EPOCH, start, start + len(acts), tuple(parts))


@contextmanager
def country(folder: Path) -> Iterator[Country]:
    """A country without workstations yet."""
    with ExitStack() as stack:
        yield Country(folder, stack)
