"""A workstation of a random history: a real encrypted store, crashed, copied back, synced over a bad link."""

from __future__ import annotations

import io
import json
import os
import shutil
import time
from collections.abc import AsyncGenerator, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from starlette.applications import Starlette

from icjims_core import request_signature, wire
from icjims_core.problem import Unreachable
from icjims_core.projections.tables import all_tables
from icjims_desktop.store.database import Database
from icjims_desktop.store.log import directory, replicas
from icjims_desktop.store.log.commits import AuthorKey
from icjims_desktop.store.log.journal import Journal
from icjims_desktop.sync import bundle
from icjims_desktop.sync.answers import problem_of_answer
from icjims_desktop.sync.ports import JSON_TYPE, Moved, nobody
from tests.server.town import BASE, Town
from tests.server.workstation import Keys
from tests.sync.memory import Fault, spoil


@dataclass(slots=True)
class Office:
    """One workstation. `name` tells it apart, `office` is the code of its office."""

    name: str
    office: str
    folder: Path
    town: Town
    random: Callable[[int], bytes]
    keys: Keys = field(default_factory=Keys)
    secret: bytes = field(default_factory=lambda: os.urandom(32))
    database: Database = field(init=False)
    journal: Journal = field(init=False)

    def begin(self) -> None:
        """Enrol, and make the store."""
        ticket = self.town.ticket(self.office, login=f"{self.name}-{self.office}", role="clerk")
        enrolled = self.town.apply(ticket, self.keys)
        self.open()
        with self.database.write() as connection:
            all_tables().create_all(connection)
            replicas.set_meta(connection, replicas.DEVICE_KEY, enrolled.device.id)
            replicas.set_meta(connection, replicas.OFFICE_KEY, self.office.encode())
            replicas.set_meta(connection, directory.CENTRE_KEY, self.town.centre.keys.public)
            replicas.set_meta(connection, bundle.CENTRE_SEALING_KEY, self.town.centre.keys.sealing_public)
            replicas.start(connection, self.random(16))

    def open(self) -> None:
        """Open the store as it lies on the disk."""
        self.database = Database(self.folder / f"{self.name}.db", self.secret)
        author = AuthorKey(self.keys.author, self.keys.author_public)
        self.journal = Journal(self.database, author, self.random, lambda _connection, _numbers: None)

    def close(self) -> None:
        """Close the store."""
        self.database.close()

    def crash(self) -> None:
        """Lose the process: what a new one finds on the disk is all there is, the write-ahead log included."""
        lost = self.folder / f"{self.name}.lost"
        lost.mkdir(exist_ok=True)
        self._copy(self.folder, lost)
        self.close()
        self._copy(lost, self.folder)
        self.open()

    def snapshot(self) -> None:
        """Copy the whole store away, as an image of the machine would."""
        kept = self.folder / f"{self.name}.image"
        kept.mkdir(exist_ok=True)
        self._copy(self.folder, kept)

    def roll_back(self, *, noticed: bool) -> None:
        """Put the image back; when it is noticed the store becomes a new replica before it writes."""
        self.close()
        self._copy(self.folder / f"{self.name}.image", self.folder)
        self.open()
        if noticed:
            self.journal.start_replica()

    def _copy(self, source: Path, target: Path) -> None:
        for suffix in ("", "-wal", "-shm"):
            (target / f"{self.name}.db{suffix}").unlink(missing_ok=True)
        for suffix in ("", "-wal"):
            found = source / f"{self.name}.db{suffix}"
            if found.exists():
                shutil.copy(found, target / found.name)

    def pack(self, office: str) -> bytes:
        """A bundle for an office."""
        file = io.BytesIO()
        bundle.write(self.journal, file, [office], now=0, random=os.urandom)
        return file.getvalue()

    def unpack(self, data: bytes) -> None:
        """Take a bundle in."""
        bundle.read(self.journal, io.BytesIO(data), self.keys.sealing)


@dataclass(slots=True)
class TownLink:
    """Signed requests to the centre's application without a network, with the faults of one; used up one by one."""

    app: Starlette
    keys: Keys
    faults: Iterator[Fault]

    async def frames(
        self, path: str, body: bytes, content_type: str, *, sent: Moved = nobody, received: Moved = nobody
    ) -> AsyncGenerator[bytes]:
        """The frames of the answer as the fault lets them through."""
        fault = next(self.faults, Fault())
        if fault.kind == "refuse":
            raise Unreachable("no_connection")
        answer = await self._send("POST", path, body, content_type)
        sent(len(body))
        if fault.kind == "lose_answer":
            raise Unreachable("connection_lost")
        if fault.kind == "repeat_request":
            await self._send("POST", path, body, content_type)
        reader = wire.FrameReader()
        frames = list(reader.feed(answer))
        for each in spoil(frames, fault):
            if isinstance(each, Unreachable):
                raise each
            received(len(each))
            yield each

    async def json(self, method: str, path: str, value: object = None) -> bytes:
        """The JSON answer."""
        body = None if value is None else json.dumps(value).encode()
        return await self._send(method, path, body, JSON_TYPE)

    async def _send(self, method: str, path: str, body: bytes | None, content_type: str) -> bytes:
        headers = request_signature.signed_headers(
            self.keys.signing,
            method=method,
            url=BASE + path,
            created=int(time.time()),
            nonce=os.urandom(16),
            body=body,
            content_type=content_type if body is not None else None,
        )
        transport = httpx.ASGITransport(self.app)
        async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
            client.headers.clear()
            answer = await client.request(method, path, content=body, headers=headers)
        if answer.status_code != httpx.codes.OK:
            raise problem_of_answer(answer, answer.content)
        return answer.content
