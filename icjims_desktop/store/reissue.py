"""After a fork: own acts that the centre does not share are written again by a new replica, the originals inside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete

from icjims_core.acts import ACT, AUDIT, Revision
from icjims_core.clocks import Dot, Vector
from icjims_core.encoding import decode_trusted, encode
from icjims_core.packing import OpenAct
from icjims_core.projections import index, lists, log
from icjims_core.projections.index import rows_of
from icjims_core.projections.log import LogReader
from icjims_core.projections.tables import act_table, waiting_table
from icjims_desktop.store import commits, outgoing, replicas
from icjims_desktop.store.commits import AuthorKey, Change
from icjims_desktop.store.tables import unconfirmed_table


@dataclass(slots=True)
class _Tail:
    """Own acts above what the centre shares, in the order of the log."""

    numbers: list[int] = field(default_factory=list)
    acts: list[OpenAct] = field(default_factory=list)


def reissue(
    connection: Connection,
    reader: LogReader,
    author: AuthorKey,
    random: Callable[[int], bytes],
    common: Mapping[bytes, int],
    now: int,
) -> int:
    """Take the tails off, start a new replica, write their revisions again; how many acts."""
    tail = _tail(connection, common, ACT)
    audit = _tail(connection, common, AUDIT)
    records = dict.fromkeys(decode_trusted(body, Revision).record for act in tail.acts for body in act.bodies.values())
    _take_off(connection, reader, tail, list(records))
    _delete(connection, audit.numbers)
    _cut(connection, common, {"act": tail, "audit": audit})
    replicas.start(connection, random(16))
    followed: dict[tuple[bytes, Dot], Dot] = {}
    for act in tail.acts:
        _write_again(connection, reader, author, random, act, followed, now)
    for act in audit.acts:
        events = [decode_trusted(body, dict[str, object]) for body in act.bodies.values()]
        commits.commit_audit(connection, author, random, events, now)
    return len(tail.acts)


def _tail(connection: Connection, common: Mapping[bytes, int], stream: int) -> _Tail:
    tail = _Tail()
    for replica in replicas.every(connection):
        if replica.id in common:
            # The audit stream never forks on its own: what was acknowledged of it is what the centre shares.
            shared = common[replica.id] if stream == ACT else replica.audit.sent
            ids = [act for _, act in outgoing.own_chain(connection, replica, stream, shared)]
            tail.numbers += log.numbers_of(connection, ids).values()
    tail.numbers.sort()
    tail.acts = [log.opened(connection, number) for number in tail.numbers]
    return tail


def _take_off(connection: Connection, reader: LogReader, tail: _Tail, records: list[bytes]) -> None:
    gone = set(tail.numbers)
    numbers = {record: row.number for record, row in rows_of(connection, records).items()}
    for start in range(0, len(tail.numbers), 500):
        part = tail.numbers[start : start + 500]
        connection.execute(delete(waiting_table).where(waiting_table.c.act_number.in_(part)))
    for record in records:
        touched = index.withdraw(connection, reader, record, gone)
        if touched is None and record in numbers:
            lists.remove(connection, [numbers[record]])
        elif touched is not None:
            lists.follow(connection, reader, [touched])
    _delete(connection, tail.numbers)
    reader.forget()


def _delete(connection: Connection, numbers: list[int]) -> None:
    for start in range(0, len(numbers), 500):
        part = numbers[start : start + 500]
        connection.execute(delete(unconfirmed_table).where(unconfirmed_table.c.act_number.in_(part)))
        connection.execute(delete(act_table).where(act_table.c.number.in_(part)))


def _cut(connection: Connection, common: Mapping[bytes, int], tails: Mapping[str, _Tail]) -> None:
    """Set the streams of the replicas back to what is left of them."""
    for replica in replicas.every(connection):
        if replica.id in common:
            replicas.mark_sent(connection, replica.id, min(common[replica.id], replica.act.counter))
    for name, tail in tails.items():
        for act in reversed(tail.acts):
            header = act.header
            replicas.set_head(connection, header.replica, name, header.counter - 1, header.previous)


def _write_again(
    connection: Connection,
    reader: LogReader,
    author: AuthorKey,
    random: Callable[[int], bytes],
    act: OpenAct,
    followed: dict[tuple[bytes, Dot], Dot],
    now: int,
) -> None:
    changes: list[Change] = []
    for leaf, body in act.bodies.items():
        revision = decode_trusted(body, Revision)
        context = _followed_context(connection, revision, followed)
        origin = revision.origin or encode(act.disclose([leaf]))
        changes.append(
            Change(
                revision.record,
                revision.type,
                revision.module,
                revision.case,
                context,
                revision.changes,
                revision.reason,
                origin,
            )
        )
    dots = commits.commit(connection, reader, author, random, changes, now)
    for change, dot in zip(changes, dots, strict=True):
        followed[change.record, act.header.dot] = dot


def _followed_context(connection: Connection, revision: Revision, followed: Mapping[tuple[bytes, Dot], Dot]) -> Vector:
    """The context with dots that were written again replaced by what they are now."""
    row = rows_of(connection, [revision.record]).get(revision.record)
    held = row.vector if row else {}
    context: Vector = {}
    for replica, counter in revision.context:
        context[replica] = min(counter, held.get(replica, 0))
        for (record, old), new in followed.items():
            if record == revision.record and old.replica == replica and old.counter <= counter:
                context[new.replica] = max(context.get(new.replica, 0), new.counter)
    return {replica: counter for replica, counter in context.items() if counter}
