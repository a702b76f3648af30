"""What every service of an open store shares: the store, its user, the clock, snapshots and commits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from icjims_core import codes
from icjims_core.clocks import Dot
from icjims_core.declarations import editions
from icjims_core.problem import Refused
from icjims_core.projections.records import Record
from icjims_desktop.services import scope
from icjims_desktop.services.compartments import sealing
from icjims_desktop.services.compartments.sealing import Closed
from icjims_desktop.services.compartments.unsealing import Opener
from icjims_desktop.services.exchange.publications import Publications
from icjims_desktop.services.identifiers import Ids
from icjims_desktop.services.law.clock import Clock
from icjims_desktop.services.oversight import combination
from icjims_desktop.services.oversight.asking import Asking
from icjims_desktop.services.oversight.consultation import Consultation
from icjims_desktop.services.people import Me
from icjims_desktop.services.reading import history
from icjims_desktop.services.scope import View
from icjims_desktop.store.log import directory, replicas
from icjims_desktop.store.log.commits import Change
from icjims_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Saved:
    """A revision that is durable: the record, the dot, and the revision's own id (its leaf hash)."""

    record: bytes
    dot: Dot
    revision: bytes
    without_key: tuple[str, ...] = ()
    """Of a sealed record: logins of those who may read it and have no key yet; they get it with a later session."""


class Desk:
    """One user at one open store. Safe for several threads: snapshots are their own, writes wait for each other."""

    def __init__(self, store: Store, elapsed: Callable[[], float] | None = None) -> None:
        self.store = store
        self.clock = Clock(store, elapsed)
        self.ids = Ids(store.around.random, store.session_user.author_key)
        self.asking = Asking(lambda: self.me, self.now)
        self.publications = Publications(store)
        self.opener = Opener(store.slot.sealing)
        self.refresh()

    def refresh(self) -> None:
        """Read again who the user is, after the centre's directory has changed."""
        user = self.store.session_user
        device = self.store.fact(replicas.DEVICE_KEY)
        office = self.store.fact(replicas.OFFICE_KEY)
        self.enrolled = device is not None
        at = office.decode() if office else user.office
        with self.store.database.read() as connection:
            colleagues = directory.roles_of_office(connection, at)
        self.me = Me(
            id=user.id,
            login=user.login,
            name=user.name,
            role=user.role,
            office=at,
            device=device or b"",
            key=user.author_key,
            colleagues=colleagues,
        )
        self.consultation = Consultation(self.store.journal, self.me)
        self.publications.refresh()

    def now(self) -> int:
        """The device clock, in milliseconds since 1970 UTC."""
        return self.store.around.now()

    def check_enrolled(self) -> None:
        """Raises `Refused("pending_approval")` until the centre has made the workstation active."""
        if not self.enrolled:
            raise Refused("pending_approval")

    def view(self, *, unsealing: bool = True) -> AbstractContextManager[View]:
        """A snapshot as the user may see it; raises `Refused("pending_approval")`.

        Without `unsealing` sealed records stay closed even to their readers: for what leaves the store as a file.
        """
        self.check_enrolled()
        return scope.view(self.store.database, self.me, self.opener if unsealing else None)

    def whole(self) -> AbstractContextManager[View]:
        """A snapshot of every case here, for what is counted and shown to nobody (`scope.whole`)."""
        self.check_enrolled()
        return scope.whole(self.store.database, self.me)

    def commit(self, changes: Sequence[Change], now: int) -> list[Dot]:
        """Write changes, those of sealed types closed for their readers; durable when it returns."""
        return self.store.journal.commit([each.change for each in self._closed(changes, now)], now=now)

    def save(self, change: Change, now: int, *, of: Record | None = None, key: bytes = b"") -> Saved:
        """Write one change; durable when it returns. `of`: the sealed act that it belongs to, with its readers.

        `key`: what it is closed under if it is of a sealed type, by default one that is new.
        """
        closed = self._closed([change], now, of, key)[0]
        dot = self.store.journal.commit([closed.change], now=now)[0]
        with self.view() as view:
            return Saved(change.record, dot, history.revision_id(view, dot, 0), closed.without_key)

    def _closed(self, changes: Sequence[Change], now: int, of: Record | None = None, key: bytes = b"") -> list[Closed]:
        """Nothing of a sealed type reaches the log in the open, whoever writes it."""
        combination.note(self.view, self.consultation, changes, now)
        changes = self._noted(changes)
        inside = of is not None and of.unsealed is not None
        if not inside and not any(sealing.is_sealed(each.type) for each in changes):
            return [Closed(each, ()) for each in changes]
        with self.view() as view:
            random = self.store.around.random
            return [
                sealing.close(view, self.me, each, random, now, of=of, key=key)
                if inside or sealing.is_sealed(each.type)
                else Closed(each, ())
                for each in changes
            ]

    def _noted(self, changes: Sequence[Change]) -> Sequence[Change]:
        """With a note of the published lists that codes are taken from."""
        if not codes.published():
            return changes
        return [replace(each, changes=editions.stamped(each.type, each.changes)) for each in changes]
