"""Who this store is: the replica that writes now and those that it was before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select, text, update

from icjims_core.acts import NO_PREVIOUS, Birth
from icjims_core.encoding import decode, encode
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


def meta(connection: Connection, key: str) -> bytes | None:
    """A fact of the store."""
    return connection.scalar(select(meta_table.c.value).where(meta_table.c.key == key))


def set_meta(connection: Connection, key: str, value: bytes) -> None:
    """State a fact of the store."""
    changed = connection.execute(update(meta_table).where(meta_table.c.key == key).values(value=value))
    if not changed.rowcount:
        connection.execute(insert(meta_table).values(key=key, value=value))


def _columns(row: Row[Any]) -> Replica:
    return Replica(
        row.replica,
        Stream(row.act_counter, row.act_head, row.act_sent),
        Stream(row.audit_counter, row.audit_head, row.audit_sent),
    )


# A session without news runs these few statements only: made once, they cost half.
_PRESENT: Final = select(replica_table).where(replica_table.c.own)
_BIRTHS: Final = text("rowid")
_EVERY: Final = select(replica_table).order_by(replica_table.c.own, _BIRTHS)


def present(connection: Connection) -> Replica:
    """The replica that writes now."""
    return _columns(connection.execute(_PRESENT).one())


def every(connection: Connection) -> list[Replica]:
    """Every replica that this store was, in the order of their births: the one that writes now last."""
    return [_columns(row) for row in connection.execute(_EVERY)]


def former(connection: Connection) -> list[Replica]:
    """Replicas that this store was before it was restored, copied or forked, the oldest first."""
    statement = select(replica_table).where(~replica_table.c.own).order_by(_BIRTHS)
    return [_columns(row) for row in connection.execute(statement)]


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
    values = {f"{stream}_sent": counter}
    connection.execute(update(replica_table).where(replica_table.c.replica == replica).values(**values))
