"""The log of a workstation: what its users commit, what sync brings, and what waits to be sent.

`Journal` is the one door to the log; each of its methods is one durable transaction. The parts live beside it:
`commits` (own writes), `outgoing` (what the centre lacks), `incoming` (pages of feeds), `departures` (cases that
leave), `reissue` (a new replica after a fork), `tallies` (digests), `directory` (whom the centre vouches for).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from copy import copy
from dataclasses import replace
from typing import Protocol

from sqlalchemy import Connection

from icjims_core import wire
from icjims_core.clocks import Dot
from icjims_core.directory import Signed
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import Record, load
from icjims_desktop.store.log import (
    bundles,
    commits,
    departures,
    directory,
    incoming,
    outgoing,
    reissue,
    replicas,
    tallies,
)
from icjims_desktop.store.log.commits import AuthorKey, Change
from icjims_desktop.store.log.incoming import PageResult
from icjims_desktop.store.log.outgoing import RunResult
from icjims_desktop.store.log.replicas import Replica
from icjims_desktop.store.log.tallies import Comparison, Received


class Database(Protocol):
    """What the journal needs of the encrypted database."""

    def write(self) -> AbstractContextManager[Connection]:
        """One durable transaction of the one writer."""

    def read(self) -> AbstractContextManager[Connection]:
        """One read-only snapshot."""


class _Held:
    """A database of which one snapshot is held; nothing is written in it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(self) -> AbstractContextManager[Connection]:
        raise RuntimeError("a write inside a snapshot")

    def read(self) -> AbstractContextManager[Connection]:
        return nullcontext(self._connection)


class Journal:
    """The log of one store, for the user whose key signs. `random` gives that many unguessable bytes.

    `on_purge` is told the records that leave, inside the transaction, so that what hangs on them goes too.
    """

    def __init__(
        self,
        database: Database,
        author: AuthorKey,
        random: Callable[[int], bytes],
        on_purge: Callable[[Connection, Sequence[bytes]], None],
    ) -> None:
        self.database = database
        self.author = author
        self.reader = LogReader()
        self._random = random
        self._on_purge = on_purge
        self.publications = 0
        """How often publications have come since this journal was opened: who has read them reads again when it
        grows."""

    # --- own writes -------------------------------------------------------------------------------------------------

    def commit(self, changes: Sequence[Change], *, now: int) -> list[Dot]:
        """Write the changes as one transaction of signed acts; their dots in order. Durable when it returns.

        `now` is the device clock in milliseconds since 1970 UTC. A record may appear once in each act: a second change
        to it opens a new act.
        """
        with self._writing() as connection:
            return commits.commit(connection, self.reader, self.author, self._random, changes, now)

    def commit_audit(self, events: Sequence[Mapping[str, object]], *, now: int) -> None:
        """Write audit events (plain maps, docs/protocol.md §10) as one act of the audit stream, durable on return."""
        with self.database.write() as connection:
            commits.commit_audit(connection, self.author, self._random, events, now)

    # --- reading ----------------------------------------------------------------------------------------------------

    def load(self, ids: Iterable[bytes]) -> dict[bytes, Record]:
        """The records that are known, folded from the log."""
        with self.database.read() as connection:
            return load(connection, self.reader, ids)

    @property
    def replica(self) -> Replica:
        """The replica that this store writes as."""
        with self.database.read() as connection:
            return replicas.present(connection)

    def digests(self) -> dict[str, bytes]:
        """Digest of each feed over counted procedural revisions, own unsent ones included."""
        with self.database.read() as connection:
            return tallies.digests(connection)

    # --- sync -------------------------------------------------------------------------------------------------------

    @contextmanager
    def snapshot(self) -> Iterator[Journal]:
        """This journal as it stands at one moment, for reading only: several questions to one snapshot."""
        with self.database.read() as connection:
            still = copy(self)
            still.database = _Held(connection)
            yield still

    def hello(self, *, pull: bool) -> wire.Hello:
        """The first message of a request: where this store stands."""
        with self.database.read() as connection:
            return outgoing.hello(connection, pull=pull)

    def former_hellos(self) -> list[wire.Hello]:
        """For each former replica with unsent procedural acts, the oldest first, where it stands here."""
        with self.database.read() as connection:
            return outgoing.former_hellos(connection)

    def holds(self, replica: bytes, head: wire.Head) -> bool:
        """Whether an own replica wrote this procedural act, as it lies here; true for the head of nothing."""
        with self.database.read() as connection:
            return outgoing.holds(connection, replica, head)

    def unsent(self, limit: int, *, own: bool = True) -> Iterator[wire.Push]:
        """What the centre has not acknowledged, in causal order, in batches of at most about `limit` bytes.

        Without `own`: all but the acts of the present replica.
        """
        with self.database.read() as connection:
            yield from outgoing.unsent(connection, limit, own=own)

    def outbox_count(self) -> int:
        """Procedural acts that the centre has not acknowledged."""
        with self.database.read() as connection:
            return outgoing.count(connection)

    def unsent_ids(self) -> dict[bytes, list[tuple[int, bytes]]]:
        """Own unsent procedural acts: replica → (counter, act id) in order, the oldest replica first."""
        with self.database.read() as connection:
            return outgoing.unsent_ids(connection)

    def mark_sent(self, replica: bytes, counter: int) -> None:
        """Note that the centre holds this replica's procedural acts up to the counter."""
        with self.database.write() as connection:
            replicas.mark_sent(connection, replica, counter)

    def agrees(self, welcome: wire.Welcome) -> bool:
        """Whether the heads that the centre names are acts of this replica as this store has them."""
        with self.database.read() as connection:
            return outgoing.agrees(connection, welcome)

    def take_directory(self, entries: Sequence[Signed]) -> int:
        """Store signed directory entries; how many were new. Raises `Broken("bad_signature")` for a forged one."""
        with self.database.write() as connection:
            taken = directory.take(connection, entries)
        self.note_publications(entries)
        return taken

    def note_publications(self, entries: Sequence[Signed]) -> None:
        """Directory entries have been taken, perhaps publications among them."""
        self.publications += directory.holds_publication(entries)

    def take_results(self, results: wire.Results) -> RunResult:
        """Store what the centre said of a push: acknowledged heads, verdicts, carried acts delivered."""
        with self._taking_in() as connection:
            return outgoing.take_results(connection, self.reader, results)

    def take_page(self, page: wire.Page) -> PageResult:
        """Store one page of a feed together with its cursor."""
        with self._taking_in() as connection:
            return incoming.take_page(connection, self.reader, page)

    def take_answer(self, results: wire.Results, page: wire.Page) -> tuple[RunResult, PageResult]:
        """Store what the centre said of a push and the page that followed, in one transaction."""
        with self._taking_in() as connection:
            taken = outgoing.take_results(connection, self.reader, results)
            return taken, incoming.take_page(connection, self.reader, page)

    @contextmanager
    def _taking_in(self) -> Iterator[Connection]:
        with self._writing() as connection:
            yield connection
            departures.finish(connection, self.reader, self._on_purge)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self.database.write() as connection:
                yield connection
        except BaseException:
            # What was undone may have been read, and its numbers will be those of other acts.
            self.reader.forget()
            raise

    def take_parts(self, feed: str, parts: Sequence[wire.ActPart]) -> PageResult:
        """Store acts fetched to repair a feed; the cursor stays, the tally grows by what was missing."""
        with self._writing() as connection:
            return incoming.take_repair(connection, self.reader, feed, parts)

    def received(self) -> Received:
        """What was received of each feed until now."""
        with self.database.read() as connection:
            return Received(tallies.stored(connection), incoming.looks_for_lost(connection))

    def compare(self, closing: wire.Closing, received: Received | None = None) -> Comparison:
        """Whether this store and the centre hold the same in every feed, own unsent work excluded.

        `received`: from the beginning of a request that brought nothing. After a restore of the centre also finds what
        it lost, and puts that among what will be sent.
        """
        held = received or self.received()
        comparison = tallies.compare(held.tallies, closing)
        if held.looking_for_lost:
            with self.database.write() as connection:
                lost = incoming.carry_lost(connection, closing)
            return replace(comparison, lost=lost)
        return comparison

    def leaves(self, feed: str) -> list[bytes]:
        """Leaf hashes of everything counted in a feed, recomputed from the log (for repair)."""
        with self.database.read() as connection:
            return tallies.leaves_of_feed(connection, feed)

    def offer(self, leaves: Sequence[bytes]) -> int:
        """Put the acts that hold these leaves among what will be sent, after a comparison missed them; how many."""
        with self.database.write() as connection:
            return outgoing.offer(connection, frozenset(leaves))

    # --- boxes that a bundle brought for the centre -----------------------------------------------------------------

    def waiting_boxes(self) -> list[bytes]:
        """Keys of the sealed boxes that the centre has not taken yet."""
        with self.database.read() as connection:
            return bundles.waiting_boxes(connection)

    def box(self, key: bytes) -> bytes | None:
        """A sealed box as it is sent."""
        with self.database.read() as connection:
            return bundles.box(connection, key)

    def forget_box(self, key: bytes) -> None:
        """The centre has taken the box."""
        with self.database.write() as connection:
            bundles.forget_box(connection, key)

    # --- identity ---------------------------------------------------------------------------------------------------

    def start_replica(self) -> Replica:
        """Become a new replica, child of the present one, before anything else is written."""
        with self.database.write() as connection:
            return replicas.start(connection, self._random(16))

    def reissue(self, common: Mapping[bytes, int], *, now: int) -> int:
        """Write again, as a new replica, own acts above what the centre shares; how many.

        `common` gives for each own replica the last counter that both sides have alike. The new acts carry the
        originals with their headers, signatures and bodies; dots in contexts follow.
        """
        with self._writing() as connection:
            return reissue.reissue(connection, self.reader, self.author, self._random, common, now)
