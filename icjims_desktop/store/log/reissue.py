"""After a fork: own acts that the centre does not share are written again by a new replica, the originals inside."""

from __future__ import annotations

import hashlib
import hmac
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, delete, select

from icjims_core.acts import ACT, AUDIT, Revision, WholeAct
from icjims_core.clocks import Dot, Vector
from icjims_core.encoding import decode_trusted, encode
from icjims_core.packing import OpenAct
from icjims_core.projections import index, lists, log
from icjims_core.projections.index import rows_of
from icjims_core.projections.log import LogReader
from icjims_core.projections.tables import act_table, waiting_table
from icjims_desktop.store.log import commits, outgoing, replicas
from icjims_desktop.store.log.commits import AuthorKey, Change
from icjims_desktop.store.tables import unconfirmed_table

_AGAIN: Final = b"icjims/written again"


@dataclass(slots=True)
class _Tail:
    """Acts of an own replica above what the centre shares, in the order of the log."""

    replica: bytes
    numbers: list[int]
    acts: list[OpenAct]


@dataclass(slots=True)
class _Followed:
    """What became of dots that were taken off.

    `before`: (record, replica) → the last counter of the replica on the record that stays. `dots`: (record, replica) →
    (old counter, new dot), ascending.
    """

    before: dict[tuple[bytes, bytes], int] = field(default_factory=dict)
    dots: dict[tuple[bytes, bytes], list[tuple[int, Dot]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Writing:
    connection: Connection
    reader: LogReader
    author: AuthorKey
    random: commits.Random
    followed: _Followed = field(default_factory=_Followed)


def reissue(
    connection: Connection,
    reader: LogReader,
    author: AuthorKey,
    random: commits.Random,
    common: Mapping[bytes, int],
    now: int,
) -> int:
    """Take the tails off, write their revisions again, each tail as a replica of its own; start the one to write as.

    How many acts. Another copy of this store that writes the same tail again for the same user makes the same acts of
    it, byte for byte, so that they count once. `now` is the time of what is written again of the audit stream.
    """
    tails, audit = _tails(connection, common, ACT), _tails(connection, common, AUDIT)
    bodies = [body for tail in tails for act in tail.acts for body in act.bodies.values()]
    _take_off(connection, reader, tails, list(dict.fromkeys(decode_trusted(body, Revision).record for body in bodies)))
    _delete(connection, [number for tail in audit for number in tail.numbers])
    _cut(connection, common, {"act": tails, "audit": audit})
    writing = _Writing(connection, reader, author, random)
    for tail in tails:
        replicas.start(connection, _again_as(writing, tail), tail.replica)
        for act in tail.acts:
            _write_again(writing, act)
    replicas.start(connection, random(16))
    for tail in audit:
        for act in tail.acts:
            events = [decode_trusted(body, dict[str, object]) for body in act.bodies.values()]
            commits.commit_audit(connection, author, random, events, now)
    return sum(len(tail.acts) for tail in tails)


def _tails(connection: Connection, common: Mapping[bytes, int], stream: int) -> list[_Tail]:
    """Own tails that are not empty, the oldest replica first."""
    tails: list[_Tail] = []
    for replica in replicas.every(connection):
        if replica.id in common:
            # The audit stream never forks on its own: what was acknowledged of it is what the centre shares.
            shared = common[replica.id] if stream == ACT else replica.audit.sent
            ids = [act for _, act in outgoing.own_chain(connection, replica, stream, shared)]
            numbers = sorted(log.numbers_of(connection, ids).values())
            if numbers:
                tails.append(_Tail(replica.id, numbers, [log.opened(connection, number) for number in numbers]))
    return tails


def _take_off(connection: Connection, reader: LogReader, tails: Sequence[_Tail], records: list[bytes]) -> None:
    gone = [number for tail in tails for number in tail.numbers]
    for start in range(0, len(gone), 500):
        part = gone[start : start + 500]
        connection.execute(delete(waiting_table).where(waiting_table.c.act_number.in_(part)))
    for record in records:
        admission = index.withdraw(connection, reader, record, set(gone))
        lists.follow(connection, reader, admission.touched.values())
    _delete(connection, gone)
    reader.forget()


def _delete(connection: Connection, numbers: list[int]) -> None:
    for start in range(0, len(numbers), 500):
        part = numbers[start : start + 500]
        connection.execute(delete(unconfirmed_table).where(unconfirmed_table.c.act_number.in_(part)))
        connection.execute(delete(act_table).where(act_table.c.number.in_(part)))


def _cut(connection: Connection, common: Mapping[bytes, int], tails: Mapping[str, Sequence[_Tail]]) -> None:
    """Set the streams of the replicas back to what is left of them."""
    for replica in replicas.every(connection):
        if replica.id in common:
            replicas.mark_sent(connection, replica.id, min(common[replica.id], replica.act.counter))
    for name, of_stream in tails.items():
        for tail in of_stream:
            first = tail.acts[0].header
            replicas.set_head(connection, tail.replica, name, first.counter - 1, first.previous)


def _again_as(writing: _Writing, tail: _Tail) -> bytes:
    """The replica that writes a tail again: any copy of the store takes the same for the same user."""
    replica = hashlib.sha256(_AGAIN + tail.acts[0].act_id + writing.author.public).digest()[:16]
    held = select(act_table.c.number).where(act_table.c.replica == replica).limit(1)
    return writing.random(16) if writing.connection.scalar(held) is not None else replica


def _seeds(writing: _Writing, act: OpenAct) -> commits.Random:
    """Seeds that only who holds all of the act can tell."""
    source = act.source
    if not isinstance(source, WholeAct):
        return writing.random
    parts = itertools.count()

    def made(size: int) -> bytes:
        return hmac.digest(source.seed, _AGAIN + writing.author.public + bytes([next(parts)]), "sha256")[:size]

    return made


def _write_again(writing: _Writing, act: OpenAct) -> None:
    changes: list[Change] = []
    replica, counter = act.header.dot
    for leaf, body in act.bodies.items():
        revision = decode_trusted(body, Revision)
        writing.followed.before.setdefault((revision.record, replica), revision.before)
        changes.append(
            Change(
                revision.record,
                revision.type,
                revision.module,
                revision.case,
                _followed_context(writing, revision),
                revision.changes,
                revision.reason,
                revision.origin or encode(act.disclose([leaf])),
            )
        )
    seeds = _seeds(writing, act)
    dots = commits.commit(writing.connection, writing.reader, writing.author, seeds, changes, act.header.recorded_at)
    for change, dot in zip(changes, dots, strict=True):
        writing.followed.dots.setdefault((change.record, replica), []).append((counter, dot))


def _followed_context(writing: _Writing, revision: Revision) -> Vector:
    """The context with dots that were written again replaced by what they are now."""
    row = rows_of(writing.connection, [revision.record]).get(revision.record)
    held = row.vector if row else {}
    context: Vector = {}
    for replica, counter in revision.context:
        key = (revision.record, replica)
        # Others may have written under the dots that were taken off; their author has not seen that.
        context[replica] = min(counter, writing.followed.before.get(key, held.get(replica, 0)))
        for old, new in writing.followed.dots.get(key, ()):
            if old <= counter:
                context[new.replica] = max(context.get(new.replica, 0), new.counter)
    return {replica: counter for replica, counter in context.items() if counter}
