"""The blocking door to the centre for programs without an event loop: the same link, driver and enrolment, awaited."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from types import TracebackType
from typing import TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from icjims_desktop.store.store import Enrolled
from icjims_desktop.sync import centre_log, enrolment
from icjims_desktop.sync.centre_log import LogEvent
from icjims_desktop.sync.driver import Surroundings, synchronise
from icjims_desktop.sync.enrolment import Application, Ticket
from icjims_desktop.sync.ports import SyncJournal
from icjims_desktop.sync.progress import Cancellation, Progress
from icjims_desktop.sync.result import SyncResult
from icjims_desktop.sync.transport import Centre, Link

T = TypeVar("T")


def say_nothing(_progress: Progress) -> None:
    """For whoever does not watch."""


class Client:
    """A kept connection to the centre with an event loop of its own; use it from one thread, `close` when done.

    `clock` gives seconds since 1970 UTC, `random` that many unguessable bytes.
    """

    def __init__(
        self,
        centre: Centre,
        signing_key: Ed25519PrivateKey,
        clock: Callable[[], float],
        random: Callable[[int], bytes],
        surroundings: Surroundings,
    ) -> None:
        self._runner = asyncio.Runner()
        self._link = Link(centre, signing_key, clock, random)
        self._surroundings = replace(surroundings, reads_here=True)

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def synchronise(
        self,
        journal: SyncJournal,
        report: Callable[[Progress], None] = say_nothing,
        cancellation: Cancellation | None = None,
    ) -> SyncResult:
        """One session; see `driver.synchronise`. Ctrl+C ends it as a cancellation does, with `KeyboardInterrupt`."""
        return self._run(synchronise(journal, self._link, self._surroundings, report, cancellation or Cancellation()))

    def log(self, author: Ed25519PrivateKey, asked: Mapping[str, str]) -> list[LogEvent]:
        """What the author may read of the audit stream at the centre; raises `Problem`.

        `asked`: the filters of `GET /v1/log`, times in ms since 1970 UTC.
        """
        return self._run(centre_log.read(self._link, author, asked))

    def _run(self, work: Coroutine[object, object, T]) -> T:
        found: list[T] = []

        # The result does not become that of the task: the runner words the whole task twice to give SIGINT back.
        async def keep() -> None:
            found.append(await work)

        self._runner.run(keep())
        return found[0]

    def close(self) -> None:
        """Close the connection and the loop."""
        self._runner.run(self._link.close())
        self._runner.close()


def enrol(
    ticket: Ticket,
    application: Application,
    signing_key: Ed25519PrivateKey,
    clock: Callable[[], float],
    random: Callable[[int], bytes],
    held: int = 0,
) -> tuple[Centre, Enrolled]:
    """Fetch and check the centre's authority, then apply; see `enrolment.enrol`. The centre to keep, and who we are.

    `held`: how many entries of the directory the store has; the others come with who we are.
    """

    async def work() -> tuple[Centre, Enrolled]:
        centre = await enrolment.trusted_centre(ticket)
        told = await enrolment.enrol(centre, ticket, application, signing_key, clock, random)
        known = Centre(centre.url, centre.authority, told.centre_key)
        entries = await enrolment.directory(known, signing_key, clock, random, held)
        return known, replace(told, directory=entries)

    return asyncio.run(work())
