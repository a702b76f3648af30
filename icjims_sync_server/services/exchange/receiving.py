"""Receiving acts: chain, rights, admission, verdicts and feed rows, all in one durable transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final, Literal

from sqlalchemy import Connection, select

from icjims_core.acts import ACT, Act
from icjims_core.directory import Decision, Signed
from icjims_core.encoding import decode_trusted
from icjims_core.projections import log
from icjims_core.projections.bulk import has_rows
from icjims_core.projections.tables import verdict_table
from icjims_core.wire import Head, Hello, Outcome
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.exchange import aside
from icjims_sync_server.services.exchange import chains as chaining
from icjims_sync_server.services.exchange import incoming as reading
from icjims_sync_server.services.exchange.chains import NOTHING, Chains, Link, Standing
from icjims_sync_server.services.exchange.incoming import Incoming, Rejected
from icjims_sync_server.services.scope import rights
from icjims_sync_server.services.scope.placing import Placing
from icjims_sync_server.services.scope.rights import Author
from icjims_sync_server.store.database import CASES, REPLICAS, lock_subjects
from icjims_sync_server.store.tables import aside_table, author_table

Result = Literal["stored", "duplicate", "waiting", "rejected"]

GAP: Final = "gap"
EQUIVOCATION: Final = "equivocation"
PENDING: Final = "pending_approval"
SUSPENDED: Final = "device_suspended"
RETRIED: Final = (GAP, PENDING, SUSPENDED)
_BATCH: Final = 500


@dataclass(slots=True)
class Received:
    """The answer to a push: where the replica stands now, what became of each act, verdicts on what is not counted."""

    standing: Standing
    act: Head
    audit: Head
    outcomes: list[Outcome] = field(default_factory=list)
    verdicts: list[Signed] = field(default_factory=list)
    moved: list[bytes] = field(default_factory=list)
    """Replicas with new heads, as long as anything lies aside that may follow on them."""
    placed: bool = False


def receive(centre: Centre, device: bytes, hello: Hello | None, sources: Iterable[Act]) -> Received:
    """Take what a device pushes, durably; in the standings `behind` and `fork` nothing of it is taken.

    Without `hello` the device speaks for no replica: every act is a carried one. Raises `Broken("bomb")` for a push
    too large.
    """
    opened = reading.open_all(sources)
    received = centre.database.write(lambda connection: _Receiving(connection, centre, device, hello).take(opened))
    if received.moved:
        _release_gaps(centre, received.moved)
    return received


def greet(connection: Connection, device: bytes, hello: Hello) -> Received:
    """Where a replica stands, when nothing was pushed."""
    chains = Chains.read(connection, [hello.replica])
    if _is_foreign(chains, hello, device):
        return Received("fork", NOTHING, NOTHING)
    found = chaining.standing(connection, chains, hello)
    act, audit = (aside.acknowledged(connection, chains, hello.replica, stream) for stream in (0, 1))
    return Received(found, act, audit)


def _is_foreign(chains: Chains, hello: Hello, device: bytes) -> bool:
    """Whether another device came first with this replica: this one writes on as a new replica, as after a fork."""
    return chains.devices.get(hello.replica, device) != device


def retry(centre: Centre, device: bytes) -> None:
    """Take up the acts of a device that lay aside until it was approved."""
    with centre.database.read() as connection:
        keys = select(author_table.c.key).where(author_table.c.device == device)
        statement = select(aside_table.c.replica).where(aside_table.c.author.in_(keys)).distinct()
        replicas = list(connection.scalars(statement))
    if replicas:
        _release_gaps(centre, replicas)


def _release_gaps(centre: Centre, replicas: Sequence[bytes]) -> None:
    """Acts that lay above a gap enter once the gap is closed."""
    moved = list(replicas)
    while moved:
        with centre.database.read() as connection:
            sources = _lying_aside(connection, moved)
        if not sources:
            return
        opened = reading.open_all(sources)
        moved = centre.database.write(partial(_take_up, centre, opened)).moved


def _take_up(centre: Centre, opened: Sequence[Incoming | Rejected], connection: Connection) -> Received:
    return _Receiving(connection, centre, None, None).take(opened)


def _lying_aside(connection: Connection, replicas: Sequence[bytes]) -> list[Act]:
    statement = (
        select(aside_table.c.packed)
        .where(aside_table.c.replica.in_(replicas), aside_table.c.code.in_(RETRIED))
        .order_by(aside_table.c.replica, aside_table.c.stream, aside_table.c.counter)
        .limit(_BATCH)
    )
    return [decode_trusted(packed, Act) for packed in connection.scalars(statement)]  # type: ignore[arg-type]


class _Receiving:
    """One transaction. `device` and `hello` are `None` when acts that lay aside are taken up."""

    def __init__(self, connection: Connection, centre: Centre, device: bytes | None, hello: Hello | None) -> None:
        self.connection = connection
        self.centre = centre
        self.device = device
        self.hello = hello
        self.now = centre.clock()
        self.placing = Placing(connection, centre, self.now)
        self.outcomes: list[Outcome] = []
        self.entering: list[tuple[Incoming, Author]] = []
        self.chains = Chains()

    def take(self, opened: Sequence[Incoming | Rejected]) -> Received:
        """Take the acts in order; what became of them."""
        opened = self._lock(opened)
        arrived = [each for each in opened if isinstance(each, Incoming)]
        authors = rights.authors(self.connection, {each.act.header.author for each in arrived})
        known = log.numbers_of(self.connection, (each.act.act_id for each in arrived))
        standing = self._standing(self.hello, arrived, known) if self.hello is not None else "unknown"
        if standing in ("behind", "fork"):
            return self._answer(standing)
        broken = False
        for each in opened:
            if isinstance(each, Rejected):
                self._outcome(each.act_id, "rejected", each.code)
                broken = True
            elif each.act.act_id in known:
                self._take_duplicate(each, known[each.act.act_id], authors.get(each.act.header.author))
            else:
                self._take_new(each, authors.get(each.act.header.author), after_broken=broken)
                known[each.act.act_id] = 0
        self._store()
        return self._answer(standing)

    def _lock(self, opened: Sequence[Incoming | Rejected]) -> Sequence[Incoming | Rejected]:
        """Hold back whoever writes of the same; the acts with what lies aside of them."""
        replicas = {each.act.header.replica for each in opened if isinstance(each, Incoming)}
        if self.hello is not None:
            replicas.add(self.hello.replica)
        lock_subjects(self.connection, REPLICAS, replicas)
        opened = aside.completed(self.connection, opened)
        arrived = [each for each in opened if isinstance(each, Incoming)]
        revisions = [revision for each in arrived for revision in each.revisions.values()]
        # A record without a case is held back by its own id: its office is known only later.
        lock_subjects(self.connection, CASES, {rights.case_of(revision) or revision.record for revision in revisions})
        self.chains = Chains.read(self.connection, replicas)
        self.placing.scope.read(self.connection, revisions)
        return opened

    def _standing(self, hello: Hello, arrived: Sequence[Incoming], known: dict[bytes, int]) -> Standing:
        if self.device is not None and _is_foreign(self.chains, hello, self.device):
            return "fork"
        own = [each.act for each in arrived if each.act.header.replica == hello.replica]
        if chaining.begins_fork(self.chains, [(act.header, act.act_id) for act in own], known):
            return "fork"
        return chaining.standing(self.connection, self.chains, hello)

    def _outcome(self, act_id: bytes, result: Result, code: str = "") -> None:
        self.outcomes.append(Outcome(act_id, result, code))

    def _take_duplicate(self, incoming: Incoming, number: int, author: Author | None) -> None:
        if number and author is not None:
            fresh = log.extend(self.connection, number, incoming.act) if incoming.act.bodies else frozenset()
            if fresh and incoming.revisions:
                act = log.opened(self.connection, number)
                revisions = {index: incoming.revisions[index] for index in fresh}
                self.placing.take(number, act, revisions, author)
            if author.device == self.device or aside.is_complete(incoming.act):
                aside.remove(self.connection, [incoming.act.act_id])
        self._outcome(incoming.act.act_id, "duplicate")

    def _take_new(self, incoming: Incoming, author: Author | None, *, after_broken: bool) -> None:
        header, act_id = incoming.act.header, incoming.act.act_id
        own = self.hello is not None and header.replica == self.hello.replica
        if author is None:
            self._outcome(act_id, "rejected", "unknown_author")
            return
        if not self._device_agrees(incoming, author, own=own):
            self._outcome(act_id, "rejected", "other_device")
            return
        link = self.chains.link(header)
        if link is Link.GAP and chaining.stands_on_quarantined(self.connection, header):
            link = Link.EQUIVOCATION
        if link is Link.NEXT and chaining.is_born_of_other(self.connection, header):
            link = Link.EQUIVOCATION
        if link is Link.EQUIVOCATION:
            self._quarantine(incoming, author)
        elif author.device_state == "pending":
            self._put_aside(incoming, PENDING, "waiting")
        elif author.device_state == "suspended":
            self._put_aside(incoming, SUSPENDED, "waiting")
        elif link is Link.GAP and (own or after_broken):
            self._outcome(act_id, "rejected", GAP)
        elif link is Link.GAP:
            self._put_aside(incoming, GAP, "waiting")
        else:
            self.chains.extend(header, act_id, author.device)
            self.entering.append((incoming, author))

    def _device_agrees(self, incoming: Incoming, author: Author, *, own: bool) -> bool:
        header = incoming.act.header
        if own and self.device is not None and author.device != self.device:
            return False
        if header.birth is not None and header.birth.device != author.device:
            return False
        return self.chains.devices.get(header.replica, author.device) == author.device

    def _put_aside(self, incoming: Incoming, code: str, result: Result) -> None:
        aside.put(self.connection, incoming.act, code, self.device or b"", self.now)
        self._outcome(incoming.act.act_id, result, code)

    def _quarantine(self, incoming: Incoming, author: Author) -> None:
        """Other contents for a dot, or the tail above them: kept and shown, never merged."""
        held = self.connection.scalar(select(aside_table.c.code).where(aside_table.c.act_id == incoming.act.act_id))
        if held == EQUIVOCATION:
            if aside.replace(self.connection, incoming.act):
                self.placing.report_equivocation(incoming, author)
            self._outcome(incoming.act.act_id, "duplicate", EQUIVOCATION)
            return
        self._put_aside(incoming, EQUIVOCATION, "stored")
        self.chains.fork(incoming.act.header.replica, self.now)
        self.placing.report_equivocation(incoming, author)

    def _store(self) -> None:
        numbers = log.append(self.connection, [incoming.act for incoming, _ in self.entering])
        for number, (incoming, author) in zip(numbers, self.entering, strict=True):
            if incoming.act.header.stream == ACT:
                self.placing.take(number, incoming.act, incoming.revisions, author)
        aside.remove(self.connection, [incoming.act.act_id for incoming, _ in self.entering])
        for incoming, author in self.entering:
            if author.device != self.device and not aside.is_complete(incoming.act):
                aside.put(self.connection, incoming.act, aside.INCOMPLETE, self.device or b"", self.now)
        waiting = self.placing.finish()
        for number, (incoming, _) in zip(numbers, self.entering, strict=True):
            self._outcome(incoming.act.act_id, "waiting" if number in waiting else "stored")
        self.chains.write(self.connection)
        self.placing.write_feeds()

    def _answer(self, standing: Standing) -> Received:
        act, audit = (self._head(stream) for stream in (0, 1))
        duplicates = [each.act for each in self.outcomes if each.result == "duplicate"]
        return Received(
            standing,
            act,
            audit,
            self.outcomes,
            [*self.placing.verdicts, *_verdicts_on(self.connection, duplicates)],
            self.chains.moved if has_rows(self.connection, aside_table) else [],
            bool(self.placing.plan.rows),
        )

    def _head(self, stream: int) -> Head:
        if self.hello is None or (self.device is not None and _is_foreign(self.chains, self.hello, self.device)):
            return NOTHING
        return aside.acknowledged(self.connection, self.chains, self.hello.replica, stream)


def _verdicts_on(connection: Connection, acts: Sequence[bytes]) -> list[Signed]:
    """What was decided on these acts before: their sender may not have heard it."""
    found: list[Signed] = []
    for start in range(0, len(acts), _BATCH):
        statement = select(verdict_table.c.body, verdict_table.c.signature).where(
            verdict_table.c.act_id.in_(acts[start : start + _BATCH]), verdict_table.c.decision != Decision.ACCEPTED
        )
        found += [Signed(row.body, row.signature) for row in connection.execute(statement)]
    return found
