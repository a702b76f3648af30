"""What the centre lacks: the greeting of a session, batches to push, and what the centre answered to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from icjims_core import acts, wire
from icjims_core.acts import ACT, AUDIT, Act
from icjims_core.directory import Decision, Signed, Verdict, read_verdict
from icjims_core.problem import Broken
from icjims_core.projections import index, lists, log
from icjims_core.projections.log import LogReader
from icjims_core.projections.tables import act_table, verdict_table
from icjims_desktop.store import directory, replicas
from icjims_desktop.store.tables import carried_table, feed_table, replica_table, unconfirmed_table

_act_decoder: Final[msgspec.msgpack.Decoder[Act]] = msgspec.msgpack.Decoder(Act)
_CURSORS: Final = select(feed_table.c.feed, feed_table.c.epoch, feed_table.c.position).order_by(feed_table.c.feed)
_CARRIED: Final = (
    select(carried_table.c.act_number)
    .where(carried_table.c.act_number.is_not(None))
    .order_by(carried_table.c.act_number)
)


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a push came to: outcomes of its acts, and verdicts on revisions that do not count."""

    outcomes: tuple[wire.Outcome, ...]
    verdicts: tuple[Verdict, ...]


def hello(connection: Connection, *, pull: bool) -> wire.Hello:
    """Where this store stands."""
    me = replicas.present(connection)
    cursors = tuple(wire.Cursor(row.feed, row.epoch, row.position) for row in connection.execute(_CURSORS))
    return wire.Hello(
        protocol=1,
        replica=me.id,
        act=wire.Head(me.act.counter, me.act.head),
        audit=wire.Head(me.audit.counter, me.audit.head),
        cursors=cursors,
        directory=directory.position(connection),
        pull=pull,
    )


def _unsent_numbers(connection: Connection) -> Iterator[tuple[int, int]]:
    """(act number, stored bytes) of what the centre lacks: carried acts, former replicas, then the present one."""
    size = func.length(act_table.c.packed)
    carried = connection.scalars(_CARRIED).all()
    for start in range(0, len(carried), 500):
        statement = select(act_table.c.number, size).where(act_table.c.number.in_(carried[start : start + 500]))
        rows = connection.execute(statement.order_by(act_table.c.number)).all()
        yield from ((row[0], row[1]) for row in rows)
    for replica in replicas.every(connection):
        for stream, state in ((ACT, replica.act), (AUDIT, replica.audit)):
            if state.counter > state.sent:
                statement = (
                    select(act_table.c.number, size)
                    .where(
                        act_table.c.replica == replica.id,
                        act_table.c.stream == stream,
                        act_table.c.counter > state.sent,
                    )
                    .order_by(act_table.c.counter)
                )
                yield from ((row[0], row[1]) for row in connection.execute(statement).all())


def unsent(connection: Connection, limit: int) -> Iterator[wire.Push]:
    """Batches of acts, each of about `limit` bytes at most, one act at least."""
    batch: list[int] = []
    total = 0
    for number, size in _unsent_numbers(connection):
        if batch and total + size > limit:
            yield _push(connection, batch)
            batch, total = [], 0
        batch.append(number)
        total += size
    if batch:
        yield _push(connection, batch)


def _push(connection: Connection, numbers: list[int]) -> wire.Push:
    statement = select(act_table.c.number, act_table.c.packed).where(act_table.c.number.in_(numbers))
    found = {row.number: row.packed for row in connection.execute(statement)}
    return wire.Push(tuple(_act_decoder.decode(found[number]) for number in numbers))


def count(connection: Connection) -> int:
    """Own and carried procedural acts that the centre has not acknowledged."""
    waiting = connection.scalar(select(func.count()).select_from(carried_table)) or 0
    own = connection.execute(select(replica_table.c.act_counter, replica_table.c.act_sent))
    return int(waiting) + sum(max(0, int(row.act_counter) - int(row.act_sent)) for row in own)


def unsent_ids(connection: Connection) -> dict[bytes, list[tuple[int, bytes]]]:
    """Own unsent procedural acts by replica."""
    found: dict[bytes, list[tuple[int, bytes]]] = {}
    for replica in [*replicas.former(connection), replicas.present(connection)]:
        statement = (
            select(act_table.c.counter, act_table.c.act_id)
            .where(act_table.c.replica == replica.id, act_table.c.stream == ACT, act_table.c.counter > replica.act.sent)
            .order_by(act_table.c.counter)
        )
        ids = [(row.counter, row.act_id) for row in connection.execute(statement)]
        if ids:
            found[replica.id] = ids
    return found


def agrees(connection: Connection, welcome: wire.Welcome) -> bool:
    """Whether the acts at the heads that the centre knows are this store's own."""
    me = replicas.present(connection)
    return _is_own(connection, me.id, ACT, welcome.act) and _is_own(connection, me.id, AUDIT, welcome.audit)


def _is_own(connection: Connection, replica: bytes, stream: int, head: wire.Head) -> bool:
    """Whether a head that the centre names is an act of this replica as it lies here (or the head of nothing)."""
    if not head.counter:
        return True
    mine = select(act_table.c.act_id).where(
        act_table.c.replica == replica, act_table.c.stream == stream, act_table.c.counter == head.counter
    )
    return connection.scalar(mine) == head.act


def take_results(connection: Connection, reader: LogReader, results: wire.Results) -> RunResult:
    """Store acknowledged heads, deliveries and verdicts."""
    me = replicas.present(connection)
    # A head that is not ours acknowledges nothing: a case must not leave on the word of a centre that lacks its acts.
    if _is_own(connection, me.id, ACT, results.act):
        replicas.mark_sent(connection, me.id, results.act.counter)
    if _is_own(connection, me.id, AUDIT, results.audit):
        replicas.mark_sent(connection, me.id, results.audit.counter, "audit")
    delivered = [outcome.act for outcome in results.outcomes if outcome.result != "rejected"]
    _acknowledge_former(connection, delivered)
    for start in range(0, len(delivered), 500):
        part = delivered[start : start + 500]
        connection.execute(delete(carried_table).where(carried_table.c.act_id.in_(part)))
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


def carry(connection: Connection, numbers: Sequence[int]) -> None:
    """Carry those of the acts to the centre that others wrote; own ones are sent by how much of them it has."""
    own = select(replica_table.c.replica)
    held = select(carried_table.c.act_id)
    for start in range(0, len(numbers), 500):
        wanted = select(act_table.c.act_id, act_table.c.number).where(
            act_table.c.number.in_(numbers[start : start + 500]),
            act_table.c.replica.not_in(own),
            act_table.c.act_id.not_in(held),
        )
        connection.execute(insert(carried_table).from_select(["act_id", "act_number"], wanted))


def _acknowledge_former(connection: Connection, delivered: list[bytes]) -> None:
    former = {replica.id for replica in replicas.former(connection)}
    if not former:
        return
    for start in range(0, len(delivered), 500):
        part = delivered[start : start + 500]
        statement = select(act_table.c.replica, act_table.c.stream, func.max(act_table.c.counter)).where(
            act_table.c.act_id.in_(part)
        )
        for replica, stream, counter in connection.execute(
            statement.group_by(act_table.c.replica, act_table.c.stream)
        ).all():
            if replica in former:
                replicas.mark_sent(connection, replica, counter, "act" if stream == ACT else "audit")


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
