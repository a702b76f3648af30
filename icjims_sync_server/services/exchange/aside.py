"""Acts beside the log: what of an act came at different times is put together, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from icjims_core.acts import Act
from icjims_core.encoding import decode_trusted
from icjims_core.packing import OpenAct, join
from icjims_core.projections import log
from icjims_core.projections.bulk import delete_in
from icjims_core.projections.prepared import Prepared
from icjims_core.projections.tables import act_table
from icjims_core.wire import Head
from icjims_sync_server.services.exchange import incoming as reading
from icjims_sync_server.services.exchange.chains import NOTHING, Chains
from icjims_sync_server.services.exchange.incoming import Incoming, Rejected
from icjims_sync_server.store.tables import aside_table

INCOMPLETE: Final = "incomplete"
"""An act of the log that others have relayed without all its bodies: its device is still asked for it."""
_BATCH: Final = 500
_FIRST_INCOMPLETE: Final = Prepared(
    select(func.min(aside_table.c.counter)).where(
        aside_table.c.replica == bindparam("replica"),
        aside_table.c.stream == bindparam("stream"),
        aside_table.c.code == bindparam("code"),
    )
)


def put(connection: Connection, act: OpenAct, code: str, carrier: bytes, now: int) -> None:
    """Lay an act aside, in place of what lay there of it; who carried it first stays on record."""
    same = aside_table.c.act_id == act.act_id
    first = connection.scalar(delete(aside_table).where(same).returning(aside_table.c.carrier))
    connection.execute(
        insert(aside_table).values(
            act_id=act.act_id,
            replica=act.header.replica,
            stream=act.header.stream,
            counter=act.header.counter,
            author=act.header.author,
            code=code,
            carrier=first or carrier,
            received_at=now,
            packed=log.row_of(act)["packed"],
        )
    )


def replace(connection: Connection, act: OpenAct) -> bool:
    """Store a fuller form of an act that lies aside; whether it is another than was there."""
    packed = log.row_of(act)["packed"]
    changed = connection.execute(
        update(aside_table)
        .where(aside_table.c.act_id == act.act_id, aside_table.c.packed != packed)
        .values(packed=packed)
    )
    return bool(changed.rowcount)


def remove(connection: Connection, acts: Sequence[bytes]) -> None:
    """Forget acts that lie in the log now."""
    delete_in(connection, aside_table, "act_id", acts)


def completed(connection: Connection, opened: Iterable[Incoming | Rejected]) -> list[Incoming | Rejected]:
    """The same acts, each with the bodies that lie aside of it: a shorter form must not put out a fuller one."""
    arrived = list(opened)
    partial = [each.act.act_id for each in arrived if isinstance(each, Incoming) and not is_complete(each.act)]
    held: dict[bytes, OpenAct] = {}
    for start in range(0, len(partial), _BATCH):
        statement = select(aside_table.c.act_id, aside_table.c.packed).where(
            aside_table.c.act_id.in_(partial[start : start + _BATCH])
        )
        for row in connection.execute(statement):
            held[row.act_id] = OpenAct(decode_trusted(row.packed, Act))  # type: ignore[arg-type]
    return [
        reading.read(join(each.act, held[each.act.act_id]))
        if isinstance(each, Incoming) and each.act.act_id in held
        else each
        for each in arrived
    ]


def is_complete(act: OpenAct) -> bool:
    """Whether every body of the act is there."""
    return len(act.bodies) == act.header.count


def acknowledged(connection: Connection, chains: Chains, replica: bytes, stream: int) -> Head:
    """Up to where the centre holds all that a device can give it: its head, or what stands below an incomplete act."""
    head = chains.head(replica, stream)
    if not head.counter:
        return head
    ((first,),) = _FIRST_INCOMPLETE.rows(connection, replica=replica, stream=stream, code=INCOMPLETE)
    if first is None or first > head.counter:
        return head
    statement = select(act_table.c.counter, act_table.c.act_id).where(
        act_table.c.replica == replica, act_table.c.stream == stream, act_table.c.counter == first - 1
    )
    row = connection.execute(statement).one_or_none()
    return NOTHING if row is None else Head(row.counter, row.act_id)
