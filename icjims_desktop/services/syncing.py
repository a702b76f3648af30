"""Meeting the centre: a session over the network, with what follows from it on this workstation."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from icjims_desktop.services import conflicts, status
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import Document
from icjims_desktop.services.enrolment import centre_of
from icjims_desktop.sync.client import Client
from icjims_desktop.sync.driver import Surroundings
from icjims_desktop.sync.progress import Cancellation, Progress
from icjims_desktop.sync.result import Sentence, SyncResult

Report = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Session:
    """What a session came to: its result, the units in conflict now, and logins that the centre has disabled."""

    result: SyncResult
    conflicts: int
    disabled: tuple[str, ...]

    def document(self, sentence: Sentence) -> Document:
        """As `sync` prints it."""
        found = self.result.document(self.conflicts, sentence)
        return found | ({"disabled": list(self.disabled)} if self.disabled else {})


class Syncing:
    """The way to the centre and back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def synchronise(self, report: Report = lambda _: None, cancellation: Cancellation | None = None) -> Session:
        """One session with the centre. Raises `Problem`; what moved until then stays, the next session goes on."""
        desk, store = self._desk, self._desk.store
        desk.check_enrolled()
        centre, random = centre_of(store), store.around.random
        with ThreadPoolExecutor(1, "store") as executor:
            around = Surroundings(
                executor=executor,
                monotonic=time.monotonic,
                now=store.around.now,
                random=lambda: int.from_bytes(random(6), "big") / (1 << 48),
            )
            with Client(centre, store.device.signing, lambda: store.around.now() / 1000, random, around) as client:
                result = client.synchronise(store.journal, report, cancellation)
        store.state_facts({status.LAST_SYNC: str(desk.now()).encode()})
        disabled = tuple(store.users.follow_directory())
        desk.refresh()
        with desk.view() as view:
            return Session(result, conflicts.count(view), disabled)
