"""Meeting the centre: over the network, or by a sealed file on a stick, with what follows here."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from icjims_core.problem import Problem
from icjims_desktop.services import identifiers
from icjims_desktop.services.compartments import sealing
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import Document
from icjims_desktop.services.exchange import sessions, status
from icjims_desktop.services.exchange.enrolment import centre_of
from icjims_desktop.services.exchange.sessions import ALL_ARRIVED, BROKE_OFF, REFUSED_SOME, STICK, PastSession
from icjims_desktop.services.import_export.files import opened, whole_file
from icjims_desktop.services.oversight.audit_log import LogFilter
from icjims_desktop.services.oversight.log_words import CENTRE
from icjims_desktop.services.reading import conflicts
from icjims_desktop.sync import bundle
from icjims_desktop.sync.bundle import Exported, Imported
from icjims_desktop.sync.client import Client
from icjims_desktop.sync.driver import Surroundings
from icjims_desktop.sync.pace import Budget
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


def _together(first: SyncResult, second: SyncResult) -> SyncResult:
    """What two requests of one session moved, as one."""
    return replace(
        second,
        pushed=first.pushed + second.pushed,
        pulled=first.pulled + second.pulled,
        duplicates=first.duplicates + second.duplicates,
        refused=(*first.refused, *second.refused),
        quarantined=(*first.quarantined, *second.quarantined),
        warnings=(*first.warnings, *second.warnings),
    )


class Syncing:
    """The way to the centre and back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._handed = (0, 0, "")
        """What stood when keys of sealed records were handed on last."""
        self._budget = Budget()

    @contextmanager
    def _connected(self) -> Iterator[Client]:
        """A connection for one session; its requests share it."""
        store = self._desk.store
        centre, random = centre_of(store), store.around.random
        with ThreadPoolExecutor(1, "store") as executor:
            around = Surroundings(
                executor=executor,
                monotonic=time.monotonic,
                now=store.around.now,
                random=lambda: int.from_bytes(random(6), "big") / (1 << 48),
                budget=self._budget,
            )
            with Client(centre, store.device.signing, lambda: store.around.now() / 1000, random, around) as client:
                yield client

    def synchronise(self, report: Report = lambda _: None, cancellation: Cancellation | None = None) -> Session:
        """One session with the centre. Raises `Problem`; what moved until then stays, the next session goes on."""
        desk, store = self._desk, self._desk.store
        desk.check_enrolled()
        began, planned = desk.now(), store.journal.outbox_count()
        try:
            done = self._session(report, cancellation)
        except Problem as problem:
            sent = max(planned - store.journal.outbox_count(), 0)
            self._note(PastSession(began, 0, BROKE_OFF, sent, 0, planned, problem.code))
            raise
        result = done.result
        outcome = REFUSED_SOME if result.refused or result.quarantined else ALL_ARRIVED
        past = PastSession(began, 0, outcome, result.pushed, result.pulled, planned, "", result.equal)
        self._note(msgspec.structs.replace(past, digest=result.digest.hex()))
        return done

    def _note(self, past: PastSession) -> None:
        seconds = max(self._desk.now() - past.began, 0) // 1000
        sessions.keep(self._desk.store, msgspec.structs.replace(past, seconds=seconds))

    def _session(self, report: Report, cancellation: Cancellation | None) -> Session:
        desk, store = self._desk, self._desk.store
        with self._connected() as client:
            result = client.synchronise(store.journal, report, cancellation)
            if self._hand_keys_on():
                result = _together(result, client.synchronise(store.journal, report, cancellation))
        store.state_facts({status.LAST_SYNC: str(desk.now()).encode()})
        disabled = tuple(store.users.follow_directory())
        desk.refresh()
        return Session(result, self.conflicts(), disabled)

    def _hand_keys_on(self) -> int:
        """Give the keys of sealed records to those who may read them since the last session; how many records."""
        desk = self._desk
        now = desk.now()
        with desk.view() as view:
            stands = sealing.stands_at(view, now)
            if stands == self._handed:
                return 0
            changes = sealing.reseal(view, desk.me, desk.store.around.random, now)
        self._handed = stands
        if changes:
            desk.commit(changes, now)
        return len(changes)

    def export_bundle(self, path: Path, offices: Sequence[str] = ()) -> Exported:
        """Write a sealed file for the centre and these offices, one's own by default.

        Raises `no_active_device`, `nothing_for_office`; no file is left then.
        """
        desk = self._desk
        desk.check_enrolled()
        wanted = list(offices) or [desk.me.office]
        now = desk.now()
        desk.consultation.record("bundle", now=now, file=path.name[:200], offices=list(wanted))
        with whole_file(path) as file:
            done = bundle.write(desk.store.journal, file, wanted, now=now, random=desk.store.around.random)
        self._note(PastSession(now, 0, STICK, sent=done.centre_acts))
        return done

    def import_bundle(self, path: Path) -> Imported:
        """Take a sealed file in; doing it again changes nothing. Raises `Broken` before anything is taken."""
        desk = self._desk
        desk.check_enrolled()
        began = desk.now()
        with opened(path) as file:
            found = bundle.read(desk.store.journal, file, desk.store.device.sealing)
        desk.refresh()
        self._hand_keys_on()
        self._note(PastSession(began, 0, STICK, received=found.pulled))
        return found

    def centre_log(self, wanted: LogFilter) -> Document:
        """The audit stream at the centre, as far as the user may read it there, the oldest first; raises `Problem`."""
        desk = self._desk
        desk.check_enrolled()
        asked = {
            "case": identifiers.to_text(wanted.case) if wanted.case else None,
            "of": wanted.user,
            "from": wanted.since,
            "to": wanted.until,
        }
        stated = {name: str(each) for name, each in asked.items() if each is not None}
        with self._connected() as client:
            found = client.log(desk.store.slot.author, stated)
        found.sort(key=lambda each: int(str(each["at"])))
        return {
            "where": CENTRE,
            "events": [each | {"at": identifiers.moment_text(int(str(each["at"])))} for each in found],
        }

    def conflicts(self) -> int:
        """How many units wait for a decision."""
        with self._desk.view() as view:
            return conflicts.count(view, lambda cases: self._desk.asking.withheld(view, cases))
