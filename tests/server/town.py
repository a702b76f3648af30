"""A centre in a test: its offices, its workstations, and two ways to reach it, directly and by HTTP."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import secrets
import time
from dataclasses import dataclass, field

import httpx
from starlette.applications import Starlette

from icjims_core import request_signature, wire
from icjims_sync_server.api.app import application
from icjims_sync_server.api.host import Host
from icjims_sync_server.services.administration import authority, enrolment, people
from icjims_sync_server.services.administration.enrolment import Application
from icjims_sync_server.services.administration.installation import Place
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.exchange import frames, sessions
from icjims_sync_server.services.exchange.sessions import Seen
from icjims_sync_server.services.safekeeping.projector import Projector
from tests.server.workstation import Keys, Workstation

Headers = dict[str, str] | list[tuple[str, str]] | tuple[()]
BASE = "http://centre.test"
_numbers = itertools.count(1)


def code_of(ticket: str) -> str:
    """The code inside a ticket."""
    packed = ticket.removeprefix("ICJIMS1.")
    content = json.loads(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
    assert isinstance(content["c"], str)
    return content["c"]


def base64url(data: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@dataclass
class Town:
    """One centre under test."""

    place: Place
    centre: Centre = field(init=False)
    shift_ms: int = 0
    seen: Seen = field(default_factory=Seen)
    _app: Starlette | None = None

    def clock(self) -> int:
        """Milliseconds since 1970 UTC, shifted as the test wants."""
        return time.time_ns() // 1_000_000 + self.shift_ms

    def office(self) -> str:
        """A new office; its code."""
        code = f"O{next(_numbers)}"
        people.add_office(self.centre, code, f"Office {code}")
        return code

    def ticket(self, office: str, *, login: str = "", role: str = "investigator", approved: bool = True) -> str:
        """A ticket for a new (or the named) person of an office."""
        return enrolment.issue(
            self.centre,
            office=office,
            login=login or f"user{next(_numbers)}",
            role=role,
            name=None,
            approved=approved,
            address=BASE,
            pin="",
        )

    def apply(self, ticket: str, keys: Keys) -> enrolment.Enrolled:
        """Enrol keys by a ticket."""
        application_ = Application(
            code_of(ticket),
            "workstation",
            keys.signing_public,
            keys.sealing.public_key().public_bytes_raw(),
            keys.author_public,
            keys.own_sealing.public_key().public_bytes_raw(),
        )
        return enrolment.enrol(self.centre, application_)

    def station(
        self, office: str, *, login: str = "", role: str = "investigator", approved: bool = True
    ) -> Workstation:
        """A workstation of an office that talks to the services directly."""
        keys = Keys()
        enrolled = self.apply(self.ticket(office, login=login, role=role, approved=approved), keys)
        return Workstation(enrolled.device.id, keys, lambda body: self.answer(keys, body))

    def answer(self, keys: Keys, body: bytes) -> bytes:
        """The whole answer to a sync request, past HTTP."""
        hello, acts = frames.read_request(body)
        session = sessions.answer(self.centre, keys.signing_public, hello, acts, self.seen)
        return session.opening + b"".join(session.rest())

    def project(self) -> None:
        """Let the projections catch up."""
        Projector(self.centre).run()

    # --- over HTTP --------------------------------------------------------------------------------------------------

    def request(self, method: str, path: str, body: bytes | None = None, headers: Headers = ()) -> httpx.Response:
        """A request to the application and its answer; nothing is added to the headers but the host."""
        if self._app is None:
            self._app = application(Host(self.centre, authority.ca_certificate(self.place.keys)))

        async def send() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(self._app), base_url=BASE) as client:  # type: ignore[arg-type]
                client.headers.clear()
                return await client.request(method, path, content=body, headers=headers)

        return asyncio.run(send())

    def signed(
        self,
        keys: Keys,
        method: str,
        path: str,
        body: bytes | None = None,
        content_type: str = wire.MEDIA_TYPE,
        *,
        created: int | None = None,
        nonce: bytes | None = None,
        url: str = "",
    ) -> dict[str, str]:
        """Headers of a signed request."""
        return request_signature.signed_headers(
            keys.signing,
            method=method,
            url=url or BASE + path,
            created=self.clock() // 1000 if created is None else created,
            nonce=nonce or secrets.token_bytes(16),
            body=body,
            content_type=content_type if body is not None else None,
        )

    def send(
        self, keys: Keys, method: str, path: str, body: bytes | None = None, content_type: str = wire.MEDIA_TYPE
    ) -> httpx.Response:
        """A signed request and its answer."""
        headers = self.signed(keys, method, path, body, content_type)
        return self.request(method, path, body, headers)

    def close(self) -> None:
        """End the test's use of the centre."""
        self.seen.write(self.centre)
        self.centre.database.close()
