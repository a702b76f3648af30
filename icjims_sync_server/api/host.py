"""What the handlers of requests share: the centre, threads for its database work, memory of nonces and memberships."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final, TypeVar

from starlette.requests import Request

from icjims_sync_server.api.authentication import Nonces
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.exchange.sessions import Seen
from icjims_sync_server.services.safekeeping.repair import Memberships

T = TypeVar("T")

THREADS: Final = 8


@dataclass(slots=True)
class Host:
    """One running centre."""

    centre: Centre
    ca_certificate: bytes
    nonces: Nonces = field(default_factory=Nonces)
    memberships: Memberships = field(default_factory=Memberships)
    seen: Seen = field(default_factory=Seen)
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(THREADS, "request"))
    _working: int = 0
    _used: bool = False

    async def run(self, work: Callable[[], T]) -> T:
        """Do blocking work in a thread."""
        self._working += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self.pool, work)
        finally:
            self._working -= 1
            self._used = True

    def was_quiet(self) -> bool:
        """Whether no request was worked on since the last call."""
        used, self._used = self._used, False
        return not used and not self._working


def host_of(request: Request) -> Host:
    """The host that a request came to."""
    found = request.app.state.host
    if not isinstance(found, Host):
        raise TypeError("the application has no host")
    return found
