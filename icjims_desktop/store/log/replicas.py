"""Who this store is: the replica that writes now and those that it was before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, select, text, update

from icjims_core.acts import NO_PREVIOUS, Birth
from icjims_core.encoding import decode, encode
from icjims_core.projections.prepared import Prepared
from icjims_desktop.store.tables import meta_table, replica_table

DEVICE_KEY = "device"
OFFICE_KEY = "office"
_BIRTH_KEY = "birth"


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream of a replica: its newest act, and the counter up to which the centre has acknowledged it."""

    counter: int
    head: bytes
    sent: int


@dataclass(frozen=True, slots=True)
class Replica:
    """A replica of this store."""

    id: bytes
    act: Stream
    audit: Stream


_META: Final = Prepared(select(meta_table.c.value).where(meta_table.c.key == bindparam("key")))


def meta(connection: Connection, key: str) -> bytes | None:
    """A fact of the store."""
    value: bytes | None = _META.first(connection, key=key)
    return value


def set_meta(connection: Connection, key: str, value: bytes) -> None:
    """State a fact of the store."""
    changed = connection.execute(update(meta_table).where(meta_table.c.key == key).values(value=value))
    if not changed.rowcount:
        connection.execute(insert(meta_table).values(key=key, value=value))


def _columns(row: Sequence[Any]) -> Replica:
    """The replica in a row of the whole table."""
    return Replica(row[0], Stream(*row[2:5]), Stream(*row[5:]))


_BIRTHS: Final = text("rowid")
_PRESENT: Final = Prepared(select(replica_table).where(replica_table.c.own))
_FORMER: Final = Prepared(select(replica_table).where(~replica_table.c.own).order_by(_BIRTHS))
_EVERY: Final = Prepared(select(replica_table).order_by(replica_table.c.own, _BIRTHS))


def present(connection: Connection) -> Replica:
    """The replica that writes now."""
    (row,) = _PRESENT.rows(connection)
    return _columns(row)


def every(connection: Connection) -> list[Replica]:
    """Every replica that this store was, in the order of their births: the one that writes now last."""
    return [_columns(row) for row in _EVERY.rows(connection)]


def former(connection: Connection) -> list[Replica]:
    """Replicas that this store was before it was restored, copied or forked, the oldest first."""
    return [_columns(row) for row in _FORMER.rows(connection)]


def start(connection: Connection, replica: bytes, parent: bytes | None = None) -> Replica:
    """Make this the replica that writes; its first act of each stream tells its birth.

    `parent`: the own replica that it goes on from, where that is not the one that writes now.
    """
    device = meta(connection, DEVICE_KEY)
    if device is None:
        raise ValueError("a store without a device cannot start a replica")
    origin = replica_table.c.own if parent is None else replica_table.c.replica == parent
    born_of = connection.execute(select(replica_table).where(origin)).one_or_none()
    birth = Birth(device, None, 0, None)
    if born_of is not None:
        before = _columns(born_of)
        birth = Birth(device, before.id, before.act.counter, before.act.head)
    connection.execute(update(replica_table).values(own=False))
    connection.execute(
        insert(replica_table).values(
            replica=replica,
            own=True,
            act_counter=0,
            act_head=NO_PREVIOUS,
            act_sent=0,
            audit_counter=0,
            audit_head=NO_PREVIOUS,
            audit_sent=0,
        )
    )
    set_meta(connection, _BIRTH_KEY, encode(birth))
    return present(connection)


def birth(connection: Connection) -> Birth:
    """The birth of the present replica."""
    data = meta(connection, _BIRTH_KEY)
    if data is None:
        raise ValueError("no replica was started")
    return decode(data, Birth)


def set_head(connection: Connection, replica: bytes, stream: str, counter: int, head: bytes) -> None:
    """Move the newest act of a stream (`act` or `audit`)."""
    values = {f"{stream}_counter": counter, f"{stream}_head": head}
    connection.execute(update(replica_table).where(replica_table.c.replica == replica).values(**values))


def mark_sent(connection: Connection, replica: bytes, counter: int, stream: str = "act") -> None:
    """Note how much of a stream the centre has acknowledged; it may go back when the centre was restored."""
    _SENT[stream].run(connection, of=replica, sent=counter)


_SENT: Final = {
    stream: Prepared(
        update(replica_table)
        .where(replica_table.c.replica == bindparam("of"))
        .values({f"{stream}_sent": bindparam("sent")})
    )
    for stream in ("act", "audit")
}
