"""Own writes: changes become signed acts in the log, the index and the projections, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection

from icjims_core import acts, merkle
from icjims_core.acts import ACT, AUDIT, Changes, Header, Revision, WholeAct
from icjims_core.clocks import Dot, Vector, pairs
from icjims_core.encoding import encode
from icjims_core.packing import OpenAct, pack_bodies
from icjims_core.problem import Refused
from icjims_core.projections import lists, log
from icjims_core.projections.bulk import insert_rows
from icjims_core.projections.index import Arrival, Place, admit, rows_of
from icjims_core.projections.log import LogReader
from icjims_desktop.store.log import replicas, tallies
from icjims_desktop.store.tables import unconfirmed_table

ACT_BYTES: Final = 1 << 20
"""Acts of a bulk write close at this many bytes, so that reading one record back unpacks little."""
ACT_REVISIONS: Final = 1000

Random = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class AuthorKey:
    """The key that signs for the user at this workstation; `public` is its 32 bytes."""

    private: Ed25519PrivateKey
    public: bytes


@dataclass(frozen=True, slots=True)
class Change:
    """A change to one record that a person has made. `context` is the record's vector as it was shown to him."""

    record: bytes
    type: str
    module: int
    case: bytes | None
    context: Vector
    changes: Changes
    reason: str | None = None
    origin: bytes | None = None


def commit(
    connection: Connection,
    reader: LogReader,
    author: AuthorKey,
    random: Random,
    changes: Sequence[Change],
    now: int,
) -> list[Dot]:
    """Write the changes; the dot of each, in order."""
    me = replicas.present(connection)
    writer = _StreamWriter(connection, author, random, me, ACT, now)
    batch, arrived = _written(connection, writer, me.id, changes)
    numbers = log.append(connection, batch)
    writer.finish()
    _note_unconfirmed(connection, numbers, batch, [revision.case for _, revision in arrived])
    places = [Place(number, leaf) for number, act in zip(numbers, batch, strict=True) for leaf in act.bodies]
    arrivals = [Arrival(place, dot, revision) for place, (dot, revision) in zip(places, arrived, strict=True)]
    tallies.place_new_cases(connection, (revision for _, revision in arrived))
    admission = admit(connection, reader, arrivals)
    # Others may go on waiting for the same records; what is written here has its context by definition.
    mine = set(places)
    for arrival in admission.waiting:
        if arrival.place in mine:
            raise Refused("context_not_held", record=arrival.revision.record.hex())
    lists.follow(connection, reader, admission.touched.values())
    return [dot for dot, _ in arrived]


def _written(
    connection: Connection, writer: _StreamWriter, replica: bytes, changes: Sequence[Change]
) -> tuple[list[OpenAct], list[tuple[Dot, Revision]]]:
    """The changes as signed acts, and each of their revisions in order with its dot."""
    rows = rows_of(connection, (change.record for change in changes))
    before = {record: row.vector.get(replica, 0) for record, row in rows.items()}
    group = _Group()
    batch: list[OpenAct] = []
    arrived: list[tuple[Dot, Revision]] = []
    for change in changes:
        if group.is_full(change.record):
            batch.append(writer.act(group.bodies))
            group = _Group()
        revision = _revision(change, before.get(change.record, 0), replica)
        group.add(revision)
        before[change.record] = writer.next_counter
        arrived.append((Dot(replica, writer.next_counter), revision))
    if group.bodies:
        batch.append(writer.act(group.bodies))
    return batch, arrived


def _note_unconfirmed(
    connection: Connection, numbers: Sequence[int], batch: Sequence[OpenAct], cases: Sequence[bytes | None]
) -> None:
    """No feed has named these acts yet; what they will add to one is known now, and costs reading them all later."""
    case = iter(cases)
    rows = [
        (number, tallies.packed_counts((next(case), leaf) for leaf in act.leaves.values()))
        for number, act in zip(numbers, batch, strict=True)
    ]
    insert_rows(connection, unconfirmed_table, ("act_number", "counts"), rows)


def commit_audit(
    connection: Connection, author: AuthorKey, random: Random, events: Sequence[Mapping[str, object]], now: int
) -> None:
    """Write audit events as one act of the audit stream."""
    writer = _StreamWriter(connection, author, random, replicas.present(connection), AUDIT, now)
    bodies = [encode(event) for event in events]
    for body in bodies:
        _check_size(body)
    log.append(connection, [writer.act(bodies)])
    writer.finish()


def _check_size(body: bytes, origin: int = 0) -> None:
    """What is written again after a fork carries its original, which does not count."""
    if len(body) - origin > acts.MAX_REVISION_BYTES:
        raise Refused("too_large", what="revision", limit=acts.MAX_REVISION_BYTES)


class _Group:
    """Revisions of one act in the making."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self._records: set[bytes] = set()
        self._size = 0

    def is_full(self, record: bytes) -> bool:
        """Whether a change to this record must open another act."""
        return record in self._records or len(self.bodies) >= ACT_REVISIONS or self._size >= ACT_BYTES

    def add(self, revision: Revision) -> None:
        """One more revision."""
        body = encode(revision)
        _check_size(body, len(revision.origin or b""))
        self.bodies.append(body)
        self._records.add(revision.record)
        self._size += len(body)


def _revision(change: Change, before: int, replica: bytes) -> Revision:
    revision = Revision(
        format=1,
        record=change.record,
        type=change.type,
        module=change.module,
        case=change.case,
        context=pairs(change.context),
        before=before,
        changes=change.changes,
        reason=change.reason,
        origin=change.origin,
    )
    acts.check_form(revision)
    if change.context.get(replica, 0) > before:
        raise Refused("context_not_held", record=change.record.hex())
    return revision


class _StreamWriter:
    """Signs acts one after the other onto a stream of the present replica."""

    def __init__(
        self,
        connection: Connection,
        author: AuthorKey,
        random: Random,
        me: replicas.Replica,
        stream: Literal[0, 1],
        now: int,
    ) -> None:
        self._connection, self._author, self._random, self._now = connection, author, random, now
        self._replica, self._stream = me.id, stream
        state = me.act if stream == ACT else me.audit
        self._counter, self._head = state.counter, state.head

    @property
    def next_counter(self) -> int:
        """The counter of the next act."""
        return self._counter + 1

    def act(self, bodies: Sequence[bytes]) -> OpenAct:
        """The next act over these bodies."""
        seed = self._random(32)
        leaves = acts.leaf_hashes(seed, bodies)
        header = Header(
            format=1,
            stream=self._stream,
            replica=self._replica,
            counter=self.next_counter,
            previous=self._head,
            author=self._author.public,
            recorded_at=self._now,
            count=len(bodies),
            root=merkle.root(leaves),
            birth=replicas.birth(self._connection) if self.next_counter == 1 else None,
        )
        data, signature = acts.sign(header, self._author.private)
        self._counter, self._head = header.counter, acts.act_id(data)
        whole = WholeAct(data, signature, seed, pack_bodies(bodies))
        return OpenAct.made(whole, header, dict(enumerate(bodies)), dict(enumerate(leaves)))

    def finish(self) -> None:
        """Keep the new head."""
        name = "act" if self._stream == ACT else "audit"
        replicas.set_head(self._connection, self._replica, name, self._counter, self._head)
