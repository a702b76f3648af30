"""Cases that leave this workstation: removed once unsent work on them is safe, headers kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Connection, delete, select

from icjims_core.acts import Revision
from icjims_core.encoding import decode_trusted
from icjims_core.fingerprint import Tally
from icjims_core.packing import OpenAct
from icjims_core.projections import lists, log
from icjims_core.projections.index import unpacked_log
from icjims_core.projections.log import LogReader
from icjims_core.projections.prepared import Prepared
from icjims_core.projections.tables import act_table, record_table, verdict_table, waiting_table
from icjims_desktop.store.log import outgoing, replicas, tallies
from icjims_desktop.store.projections import standings
from icjims_desktop.store.tables import case_feed_table, meta_table

_LEAVING = "leaving:"
_KEYS = Prepared(select(meta_table.c.key).where(meta_table.c.key.startswith(_LEAVING)))

OnPurge = Callable[[Connection, Sequence[bytes]], None]


def leave(connection: Connection, case: bytes, feed: str) -> Tally:
    """The case is no longer in the feed: what had been counted of it there. The removal itself follows in `finish`."""
    counted = tallies.of_case(connection, case, feed)
    connection.execute(delete(case_feed_table).where(case_feed_table.c.case_id == case, case_feed_table.c.feed == feed))
    if not tallies.feeds_of_case(connection, case):
        replicas.set_meta(connection, _LEAVING + case.hex(), b"")
    return counted


def _places_of_case(connection: Connection, case: bytes) -> dict[int, set[int]]:
    """Act number → leaves of the case's revisions."""
    found: dict[int, set[int]] = {}
    for packed in connection.scalars(select(record_table.c.log).where(record_table.c.case_id == case)):
        for place in unpacked_log(packed):
            found.setdefault(place.act, set()).add(place.leaf)
    return found


def finish(connection: Connection, reader: LogReader, on_purge: OnPurge) -> list[bytes]:
    """Remove the cases that have left and on which nothing waits to be sent; which they were."""
    keys = [key for (key,) in _KEYS.rows(connection)]
    if not keys:
        return []
    unsent = _cases_with_unsent_work(connection)
    gone: list[bytes] = []
    for key in keys:
        case = bytes.fromhex(key.removeprefix(_LEAVING))
        if case in unsent:
            continue
        connection.execute(delete(meta_table).where(meta_table.c.key == key))
        if not tallies.feeds_of_case(connection, case):
            _purge(connection, reader, case, on_purge)
            gone.append(case)
    reader.forget()
    return gone


def _cases_with_unsent_work(connection: Connection) -> set[bytes | None]:
    cases: set[bytes | None] = set()
    for push in outgoing.unsent(connection, limit=1 << 20):
        for source in push.acts:
            act = OpenAct(source)
            if not act.header.stream:
                cases |= {decode_trusted(body, Revision).case for body in act.bodies.values()}
    return cases


def _purge(connection: Connection, reader: LogReader, case: bytes, on_purge: OnPurge) -> None:
    rows = connection.execute(
        select(record_table.c.number, record_table.c.id).where(record_table.c.case_id == case)
    ).all()
    numbers, ids = [row.number for row in rows], [row.id for row in rows]
    ids += _without_row(connection, reader, case)
    places = _places_of_case(connection, case)
    for number, leaf in _uncounted_places(connection, ids):
        places.setdefault(number, set()).add(leaf)
    for number, leaves in places.items():
        act = log.opened(connection, number)
        log.replace(connection, number, OpenAct(act.disclose(act.bodies.keys() - leaves)))
    on_purge(connection, ids)
    lists.remove(connection, numbers)
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        connection.execute(delete(waiting_table).where(waiting_table.c.record.in_(part)))
        connection.execute(delete(verdict_table).where(verdict_table.c.record.in_(part)))
    connection.execute(delete(record_table).where(record_table.c.case_id == case))
    standings.forget(connection, [case])


_WAITING = select(waiting_table.c.act_number, waiting_table.c.leaf, waiting_table.c.record)
_DECIDED = select(act_table.c.number, verdict_table.c.leaf, verdict_table.c.record).where(
    act_table.c.act_id == verdict_table.c.act_id
)


def _uncounted_places(connection: Connection, ids: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """Where revisions of the records lie that wait, or were refused or quarantined: no record's log names them."""
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        waiting, decided = waiting_table.c.record.in_(part), verdict_table.c.record.in_(part)
        for statement in (_WAITING.where(waiting), _DECIDED.where(decided)):
            yield from ((row[0], row[1]) for row in connection.execute(statement).all())


def _without_row(connection: Connection, reader: LogReader, case: bytes) -> list[bytes]:
    """Records of the case of which nothing counts: only what lies here of them tells that they are of it."""
    known = select(record_table.c.id)
    waiting, decided = waiting_table.c.record.not_in(known), verdict_table.c.record.not_in(known)
    found: dict[bytes, None] = {}
    for statement in (_WAITING.where(waiting), _DECIDED.where(decided)):
        for number, leaf, record in connection.execute(statement).all():
            act = reader.read(connection, [number])[number]
            if leaf in act.bodies and act.outline(leaf).case == case:
                found[record] = None
    return list(found)
