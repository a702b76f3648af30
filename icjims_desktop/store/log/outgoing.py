"""What the centre lacks: the greeting of a session, batches to push, and what the centre answered to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, select

from icjims_core import acts, wire
from icjims_core.acts import ACT, AUDIT, Act
from icjims_core.directory import EQUIVOCATION, Decision, Signed, Verdict, read_verdict
from icjims_core.problem import Broken
from icjims_core.projections import index, lists, log
from icjims_core.projections.bulk import delete_in, rows_in
from icjims_core.projections.log import LogReader
from icjims_core.projections.prepared import Prepared
from icjims_core.projections.tables import act_table, verdict_table
from icjims_desktop.store.log import directory, replicas
from icjims_desktop.store.log.replicas import Replica
from icjims_desktop.store.tables import carried_table, feed_table, replica_table, unconfirmed_table

_NO_HEAD: Final = wire.Head(0, bytes(32))
_act_decoder: Final[msgspec.msgpack.Decoder[Act]] = msgspec.msgpack.Decoder(Act)
_CURSORS: Final = Prepared(
    select(feed_table.c.feed, feed_table.c.epoch, feed_table.c.position).order_by(feed_table.c.feed)
)
_SIZE: Final = func.length(act_table.c.packed)
_CARRIED: Final = Prepared(
    select(act_table.c.number, _SIZE)
    .join_from(carried_table, act_table, act_table.c.number == carried_table.c.act_number)
    .order_by(act_table.c.number)
)
_STREAM: Final = (act_table.c.replica == bindparam("replica"), act_table.c.stream == bindparam("stream"))
_OF_STREAM: Final = Prepared(
    select(act_table.c.number, _SIZE)
    .where(*_STREAM, act_table.c.counter > bindparam("after"), act_table.c.counter <= bindparam("last"))
    .order_by(act_table.c.counter)
)
_AT: Final = Prepared(select(act_table.c.act_id).where(*_STREAM, act_table.c.counter == bindparam("counter")))


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a push came to: outcomes of its acts, and verdicts on revisions that do not count."""

    outcomes: tuple[wire.Outcome, ...]
    verdicts: tuple[Verdict, ...]


def hello(connection: Connection, *, pull: bool) -> wire.Hello:
    """Where this store stands."""
    me = replicas.present(connection)
    cursors = tuple(wire.Cursor(*row) for row in _CURSORS.rows(connection))
    return wire.Hello(
        protocol=1,
        replica=me.id,
        act=wire.Head(me.act.counter, me.act.head),
        audit=wire.Head(me.audit.counter, me.audit.head),
        cursors=cursors,
        directory=directory.position(connection),
        pull=pull,
    )


def former_hellos(connection: Connection) -> list[wire.Hello]:
    """For each former replica with unsent procedural acts, the oldest first, where it stands here.

    The audit stream is not asked about: it goes up only, nothing stands on it.
    """
    position = directory.position(connection)
    return [
        wire.Hello(1, each.id, wire.Head(each.act.counter, each.act.head), _NO_HEAD, (), position, pull=False)
        for each in replicas.former(connection)
        if each.act.counter > each.act.sent
    ]


def holds(connection: Connection, replica: bytes, head: wire.Head) -> bool:
    """Whether an own replica wrote this procedural act, as it lies here; true for the head of nothing."""
    for each in replicas.every(connection):
        if each.id == replica and head.counter:
            return (head.counter, head.act) in own_chain(connection, each, ACT, head.counter - 1)
    return not head.counter


def own_chain(connection: Connection, replica: Replica, stream: int, after: int) -> list[tuple[int, bytes]]:
    """(counter, act id) of what an own replica wrote in a stream above a counter.

    Acts of another copy of this store may have come under the same dots: own ones lead up to the head.
    """
    state = replica.act if stream == ACT else replica.audit
    statement = select(act_table.c.counter, act_table.c.act_id, act_table.c.number).where(
        act_table.c.replica == replica.id,
        act_table.c.stream == stream,
        act_table.c.counter > after,
        act_table.c.counter <= state.counter,
    )
    rows = connection.execute(statement).all()
    if len(rows) > state.counter - after:
        ids, rows = {row.act_id: row for row in rows}, []
        wanted = state.head
        while wanted in ids:
            rows.append(ids[wanted])
            wanted = log.opened(connection, ids[wanted].number).header.previous
    return sorted((row.counter, row.act_id) for row in rows)


def _unsent_numbers(connection: Connection, *, own: bool) -> Iterator[tuple[int, int]]:
    """(act number, stored bytes) of what the centre lacks: carried acts, former replicas, then the present one."""
    yield from ((number, size) for number, size in _CARRIED.rows(connection))
    for replica in replicas.every(connection) if own else replicas.former(connection):
        # The log of looking goes first: where a line breaks, no record has left without the trace of who took it.
        for stream, state in ((AUDIT, replica.audit), (ACT, replica.act)):
            if state.counter > state.sent:
                span = {"after": state.sent, "last": state.counter}
                rows = _OF_STREAM.rows(connection, replica=replica.id, stream=stream, **span)
                yield from ((number, size) for number, size in rows)


def unsent(connection: Connection, limit: int, *, own: bool = True) -> Iterator[wire.Push]:
    """Batches of acts, each of about `limit` bytes at most, one act at least; without `own` of others and former ones
    alone."""
    batch: list[int] = []
    total = 0
    for number, size in _unsent_numbers(connection, own=own):
        if batch and total + size > limit:
            yield _push(connection, batch)
            batch, total = [], 0
        batch.append(number)
        total += size
    if batch:
        yield _push(connection, batch)


def _push(connection: Connection, numbers: list[int]) -> wire.Push:
    found = dict(rows_in(connection, act_table, ("number", "packed"), "number", numbers))
    return wire.Push(tuple(_act_decoder.decode(found[number]) for number in numbers))


def count(connection: Connection) -> int:
    """Own and carried procedural acts that the centre has not acknowledged."""
    waiting = connection.scalar(select(func.count()).select_from(carried_table)) or 0
    own = connection.execute(select(replica_table.c.act_counter, replica_table.c.act_sent))
    return int(waiting) + sum(max(0, int(row.act_counter) - int(row.act_sent)) for row in own)


def unsent_ids(connection: Connection) -> dict[bytes, list[tuple[int, bytes]]]:
    """Own unsent procedural acts by replica, the oldest replica first."""
    found = {each.id: own_chain(connection, each, ACT, each.act.sent) for each in replicas.every(connection)}
    return {replica: ids for replica, ids in found.items() if ids}


def agrees(connection: Connection, welcome: wire.Welcome) -> bool:
    """Whether the acts at the heads that the centre knows are this store's own."""
    me = replicas.present(connection)
    return _is_own(connection, me.id, ACT, welcome.act) and _is_own(connection, me.id, AUDIT, welcome.audit)


def _is_own(connection: Connection, replica: bytes, stream: int, head: wire.Head) -> bool:
    """Whether a head that the centre names is an act of this replica as it lies here (or the head of nothing)."""
    if not head.counter:
        return True
    mine: bytes | None = _AT.first(connection, replica=replica, stream=stream, counter=head.counter)
    return mine == head.act


def take_results(connection: Connection, reader: LogReader, results: wire.Results) -> RunResult:
    """Store acknowledged heads, deliveries and verdicts."""
    me = replicas.present(connection)
    # A head that is not ours acknowledges nothing: a case must not leave on the word of a centre that lacks its acts.
    if _is_own(connection, me.id, ACT, results.act):
        replicas.mark_sent(connection, me.id, results.act.counter)
    if _is_own(connection, me.id, AUDIT, results.audit):
        replicas.mark_sent(connection, me.id, results.audit.counter, "audit")
    delivered = [outcome.act for outcome in results.outcomes if outcome.result != "rejected"]
    # Where the centre holds other acts in their places, those of a former replica are to be written again.
    aside = {each.act for each in results.outcomes if each.code == EQUIVOCATION}
    _acknowledge_former(connection, set(delivered) - aside)
    delete_in(connection, carried_table, "act_id", delivered)
    verdicts = tuple(take_verdict(connection, reader, signed, None) for signed in results.verdicts)
    return RunResult(results.outcomes, verdicts)


def offer(connection: Connection, leaves: frozenset[bytes]) -> int:
    """Carry the acts that hold one of these leaves to the centre once more."""
    carried = set(connection.scalars(select(carried_table.c.act_id)))
    wanted: list[dict[str, object]] = []
    numbers = connection.scalars(select(act_table.c.number).where(act_table.c.stream == ACT).order_by("number")).all()
    for number in numbers:
        act = log.opened(connection, number)
        if act.act_id not in carried and not leaves.isdisjoint(act.leaves.values()):
            wanted.append({"act_id": act.act_id, "act_number": number})
    if wanted:
        connection.execute(insert(carried_table), wanted)
    return len(wanted)


def send_again(connection: Connection, numbers: Sequence[int]) -> bool:
    """Bring acts to the centre that it had and lost: carry those of others, count those of former replicas as unsent.

    Those of the present replica are sent by how much of them the centre says that it has. Whether there were others.
    """
    found = False
    own = select(replica_table.c.replica)
    held = select(carried_table.c.act_id)
    for start in range(0, len(numbers), 500):
        part = numbers[start : start + 500]
        wanted = select(act_table.c.act_id, act_table.c.number).where(
            act_table.c.number.in_(part), act_table.c.replica.not_in(own), act_table.c.act_id.not_in(held)
        )
        carried = connection.execute(insert(carried_table).from_select(["act_id", "act_number"], wanted))
        found = found or carried.rowcount > 0
        for replica in replicas.former(connection):
            lost = select(func.min(act_table.c.counter)).where(
                act_table.c.number.in_(part), act_table.c.replica == replica.id, act_table.c.stream == ACT
            )
            first = connection.scalar(lost)
            if first is not None and first <= replica.act.sent:
                replicas.mark_sent(connection, replica.id, first - 1)
                found = True
    return found


def _acknowledge_former(connection: Connection, delivered: Collection[bytes]) -> None:
    for replica in replicas.former(connection):
        for stream, name, state in ((ACT, "act", replica.act), (AUDIT, "audit", replica.audit)):
            if state.counter <= state.sent:
                continue
            reached = state.sent
            for counter, act in own_chain(connection, replica, stream, state.sent):
                if act not in delivered:
                    break
                reached = counter
            replicas.mark_sent(connection, replica.id, reached, name)


def take_verdict(
    connection: Connection, reader: LogReader, signed: Signed, header: tuple[bytes, bytes] | None
) -> Verdict:
    """Store a verdict and let the record follow it. `header`: that of the act with its signature, when it was sent."""
    key = replicas.meta(connection, directory.CENTRE_KEY)
    if key is None:
        raise Broken("bad_signature", what="centre")
    verdict = read_verdict(signed, key)
    same = (verdict_table.c.act_id == verdict.act, verdict_table.c.leaf == verdict.index)
    if header is None:
        held = connection.execute(
            select(act_table.c.packed).where(act_table.c.act_id == verdict.act)
        ).scalar_one_or_none()
        source = None if held is None else _act_decoder.decode(held)
        header = (source.header, source.signature) if source else (b"", b"")
    elif acts.act_id(header[0]) != verdict.act:
        raise Broken("malformed", what="verdict")
    connection.execute(delete(verdict_table).where(*same))
    connection.execute(
        insert(verdict_table).values(
            act_id=verdict.act,
            leaf=verdict.index,
            record=verdict.record,
            replica=verdict.replica,
            counter=verdict.counter,
            decision=int(verdict.decision),
            code=verdict.code,
            body=signed.body,
            signature=signed.signature,
            header=header[0],
            header_signature=header[1],
        )
    )
    admission = index.settle(connection, reader, verdict.record)
    lists.follow(connection, reader, admission.touched.values())
    if verdict.decision != Decision.ACCEPTED:
        _forget_confirmed_by_refusal(connection, verdict.act)
    return verdict


def _forget_confirmed_by_refusal(connection: Connection, act_id: bytes) -> None:
    """An own act of which nothing counts will never be named by a feed."""
    number = log.numbers_of(connection, [act_id]).get(act_id)
    if number is None:
        return
    refused = connection.scalar(
        select(func.count()).where(verdict_table.c.act_id == act_id, verdict_table.c.decision != Decision.ACCEPTED)
    )
    if refused == log.opened(connection, number).header.count:
        connection.execute(delete(unconfirmed_table).where(unconfirmed_table.c.act_number == number))
