"""A real centre behind HTTP and real workstations, as the programs put them together."""

from __future__ import annotations

import datetime
import os
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from icjims_desktop.store.keys.slots import Person
from icjims_desktop.store.log.commits import Change
from icjims_desktop.store.store import Store
from icjims_desktop.sync import client
from icjims_desktop.sync.client import Client
from icjims_desktop.sync.driver import Surroundings
from icjims_desktop.sync.enrolment import Application, parse_ticket
from icjims_desktop.sync.result import SyncResult
from icjims_desktop.sync.transport import Centre
from icjims_sync_server.api.app import application
from icjims_sync_server.api.host import Host
from icjims_sync_server.services import centre as centre_module
from icjims_sync_server.services.administration import authority, enrolment, people
from icjims_sync_server.services.administration.installation import Place, init, open_centre
from tests.sync.http_centre import Authority, serving
from tests.sync.test_transport import no_wait

PASSWORD = "correct horse battery"


def now_ms() -> int:
    return time.time_ns() // 1_000_000


@dataclass
class Workstation:
    """A store enrolled at the centre, and its client."""

    store: Store
    centre: Centre
    executor: ThreadPoolExecutor

    def write(self, text: str, record: bytes | None = None) -> bytes:
        """Write a summary into a new case or a known one as it stands here; its id."""
        record = record or uuid.uuid4().bytes
        held = self.store.journal.load([record]).get(record)
        context = dict(held.state.vector) if held else {}
        self.store.journal.commit(
            [Change(record, "case", 1, record, context, {"put": {"summary": text}})], now=now_ms()
        )
        return record

    def text(self, record: bytes) -> set[object]:
        held = self.store.journal.load([record]).get(record)
        return set(held.state.siblings("summary").values()) if held else set()

    def client(self, url: str = "") -> Client:
        around = Surroundings(self.executor, time.monotonic, now_ms, lambda: 0.5, sleep=no_wait)
        centre = Centre(url or self.centre.url, self.centre.authority, self.centre.key)
        return Client(centre, self.store.device.signing, time.time, os.urandom, around)

    def sync(self, url: str = "") -> SyncResult:
        with self.client(url) as connection:
            return connection.synchronise(self.store.journal)


@dataclass
class District:
    """A centre with offices and workstations."""

    folder: Path
    stack: ExitStack
    secure: bool = False
    database: str = ""
    port: int = 0
    pin: str = ""
    centre: centre_module.Centre = field(init=False)

    def start(self) -> None:
        place = Place(self.folder / "centre", self.database)
        init(place)
        self.centre = open_centre(place)
        host = Host(self.centre, authority.ca_certificate(place.keys))
        self.stack.callback(self.centre.database.close)
        self.stack.callback(host.pool.shutdown)
        tls = None
        if self.secure:
            files = authority.server_files(place.keys, ["127.0.0.1"], datetime.datetime.now(datetime.UTC))
            tls = Authority.__new__(Authority)
            tls.chain, tls.key = files.certificate, files.key
            self.pin = authority.pin(place.keys)
        self.port = self.stack.enter_context(serving(application(host), tls))

    @property
    def url(self) -> str:
        return f"{'https' if self.secure else 'http'}://127.0.0.1:{self.port}"

    def ticket(self, office: str, login: str, *, role: str = "clerk", approved: bool = True) -> str:
        with self.centre.database.read() as connection:
            known = dict(people.offices(connection))
        if office not in known:
            people.add_office(self.centre, office, f"Office {office}")
        return enrolment.issue(
            self.centre,
            office=office,
            login=login,
            role=role,
            name=None,
            approved=approved,
            address=self.url,
            pin=self.pin,
        )

    def workstation(self, office: str, login: str, role: str = "clerk") -> Workstation:
        """A new store, enrolled."""
        ticket = parse_ticket(self.ticket(office, login, role=role), insecure_http=not self.secure)
        store = Store.create(
            self.folder / login,
            Person(login),
            PASSWORD,
            now=now_ms,
            random=os.urandom,
            state_dir=self.folder / f"{login}.state",
        )
        self.stack.callback(store.close)
        own = store.slot.sealing.public_key().public_bytes_raw()
        asked = Application("pc", store.device.sealing_public, store.session_user.author_key, own)
        centre, told = client.enrol(ticket, asked, store.device.signing, time.time, os.urandom)
        store.activate(told)
        executor = self.stack.enter_context(ThreadPoolExecutor(1))
        return Workstation(store, centre, executor)


@contextmanager
def district(folder: Path, *, secure: bool = False, database: str = "") -> Iterator[District]:
    """A centre that serves until the block ends; on SQLite where no database is named."""
    with ExitStack() as stack:
        made = District(folder, stack, secure, database)
        made.start()
        yield made
