"""The quick check at each opening: streams without a hole, and the projections against the log for what came last."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, Row, select

from icjims_core.acts import ACT, AUDIT, NO_PREVIOUS, Header, Revision, verify_signature
from icjims_core.clocks import Dot, contains
from icjims_core.encoding import decode_trusted
from icjims_core.problem import Broken
from icjims_core.projections import lists, log
from icjims_core.projections.index import rows_of
from icjims_core.projections.log import LogReader
from icjims_core.projections.tables import act_table, verdict_table, waiting_table
from icjims_desktop.store.database import Database
from icjims_desktop.store.keys import device, incarnation
from icjims_desktop.store.log import replicas
from icjims_desktop.store.safekeeping import projected
from icjims_desktop.store.tables import replica_table

RECENT_ACTS: Final = 100
RECENT_REVISIONS: Final = 2000
RECENT_RECORDS: Final = 500
REBUILT: Final = "projections_rebuilt"
_HOLES: Final = "holes:"


def at_opening(database: Database, reader: LogReader) -> list[str]:
    """Check what changed lately; codes of what was wrong and has been put right.

    Raises `Broken("log_damaged")` when the log contradicts its heads, and what damaged acts raise.
    """
    with database.read() as connection:
        check_heads(connection)
        sound = _recent_is_projected(connection, reader)
    if sound:
        return []
    with database.write() as connection:
        lists.rebuild(connection, reader)
    reader.forget()
    return [REBUILT]


def check_heads(connection: Connection) -> None:
    """The newest acts of each replica that this store is or was are those its heads name, linked without a hole."""
    for row in connection.execute(select(replica_table)).all():
        if accepts_holes(connection, row.replica):
            continue
        _check_stream(connection, row, ACT, row.act_counter, row.act_head)
        _check_stream(connection, row, AUDIT, row.audit_counter, row.audit_head)


def accept_holes(connection: Connection, replica: bytes) -> None:
    """Note that damage took acts out of this former replica's streams; what the centre holds of them will come back."""
    replicas.set_meta(connection, _HOLES + replica.hex(), b"")


def accepts_holes(connection: Connection, replica: bytes) -> bool:
    """Whether damage took acts out of this former replica's streams."""
    return replicas.meta(connection, _HOLES + replica.hex()) is not None


def has_identity(connection: Connection) -> bool:
    """Whether the facts that make a store this workstation's are there."""
    facts = (device.SIGNING_KEY, device.SEALING_KEY, incarnation.STORE)
    return all(replicas.meta(connection, name) is not None for name in facts)


def _check_stream(connection: Connection, known: Row[Any], stream: int, counter: int, head: bytes) -> None:
    table, replica = act_table.c, known.replica
    written = select(table.number, table.act_id, table.counter).where(table.replica == replica, table.stream == stream)
    if not known.own:
        # What stands above the head of a former replica was written by its other copy and came from the centre.
        written = written.where(table.counter <= counter)
    rows = connection.execute(written.order_by(table.counter.desc()).limit(RECENT_ACTS)).all()
    revisions = 0
    for row in rows:
        if revisions > RECENT_REVISIONS:
            return
        if row.counter != counter or row.act_id != head:
            raise Broken("log_damaged", what="head", replica=replica.hex(), counter=counter)
        header = checked_header(connection, row.number, row.act_id)
        head, counter, revisions = header.previous, counter - 1, revisions + header.count
    whole = len(rows) < RECENT_ACTS
    if (whole and counter) or (not counter and head != NO_PREVIOUS):
        raise Broken("log_damaged", what="hole", replica=replica.hex(), counter=counter)


def checked_header(connection: Connection, number: int, act_id: bytes) -> Header:
    """The header of a stored act after its bodies, root, id and signature were checked; raises `Broken`."""
    act = log.opened(connection, number)
    if act.act_id != act_id:
        raise Broken("log_damaged", what="act_id", number=number)
    verify_signature(act.header, act.source.header, act.source.signature)
    return act.header


def _recent_is_projected(connection: Connection, reader: LogReader) -> bool:
    newest = select(act_table.c.number).where(act_table.c.stream == ACT).order_by(act_table.c.number.desc())
    touched: dict[bytes, list[Dot]] = {}
    for number in connection.scalars(newest.limit(RECENT_ACTS)).all():
        if len(touched) > RECENT_REVISIONS:
            break
        act = reader.read(connection, [number])[number]
        for body in act.bodies.values():
            touched.setdefault(decode_trusted(body, Revision).record, []).append(act.header.dot)
    # What waits or was not accepted is in no index row, or not by its dot alone; the full verification looks there.
    special = set(connection.scalars(select(waiting_table.c.record)))
    special |= set(connection.scalars(select(verdict_table.c.record)))
    rows = rows_of(connection, [record for record in touched if record not in special])
    for record, dots in touched.items():
        if record not in special and not (record in rows and all(contains(rows[record].vector, dot) for dot in dots)):
            return False
    return not projected.wrong(connection, reader, list(rows)[:RECENT_RECORDS])
