"""Lawful erasure: a record's bodies, salts and act seeds are destroyed; headers, leaf hashes and signatures stay."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from icjims_core.acts import Revision
from icjims_core.encoding import decode_trusted
from icjims_core.packing import OpenAct
from icjims_core.problem import Refused
from icjims_core.projections import lists, log
from icjims_core.projections.index import Place, rows_of
from icjims_core.projections.tables import act_table, record_table, verdict_table, waiting_table
from icjims_desktop.store import attachments, migrating
from icjims_desktop.store.database import Database
from icjims_desktop.store.own_tables import draft_table, erased_table
from icjims_desktop.store.projections import search, standings
from icjims_desktop.store.tables import carried_table, meta_table, unconfirmed_table

COMPARTMENT_KEY = "compartment:"


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was erased: how many revisions, in how many acts."""

    revisions: int
    acts: int


def erase(database: Database, record: bytes, *, basis: str, now: int, compartments: Sequence[str] = ()) -> Erasure:
    """Erase every revision of a record that is held here; durable, and in none of the store's files, on return.

    `basis` is the lawful ground, kept with the hashes; `compartments` names keys that served this record alone.
    Raises `not_found`, and `Refused("unsent_work")` while the centre lacks revisions of it. Copies outside the
    data directory (backups) are for whoever keeps them.
    """
    with database.write() as connection:
        places = _places(connection, record)
        _refuse_unsent(connection, places)
        result = _destroy(connection, record, places, basis, now)
        for name in compartments:
            connection.execute(delete(meta_table).where(meta_table.c.key == COMPARTMENT_KEY + name))
        search.forget_deleted_words(connection)
    migrating.copy_of(database.path).unlink(missing_ok=True)
    database.compact()
    return result


def extend(connection: Connection, number: int, act: OpenAct) -> frozenset[int]:
    """Add what is new of an act in the log; which leaves. What was erased stays erased, whoever sends it again."""
    erased = set(connection.scalars(select(erased_table.c.leaf).where(erased_table.c.act_number == number)))
    if erased:
        act = OpenAct(act.disclose(act.bodies.keys() - erased))
    return log.extend(connection, number, act)


def erased_records(connection: Connection, case: bytes | None = None) -> set[bytes]:
    """Records of which something was erased, of one case or of all."""
    statement = select(erased_table.c.record)
    if case is not None:
        statement = statement.where(erased_table.c.case_id == case)
    return set(connection.scalars(statement))


def erased_leaves(connection: Connection, case: bytes) -> list[bytes]:
    """Leaf hashes of the erased revisions of a case: they count in the feed's tally until the case leaves it."""
    return list(connection.scalars(select(erased_table.c.leaf_hash).where(erased_table.c.case_id == case)))


def _places(connection: Connection, record: bytes) -> list[Place]:
    row = rows_of(connection, [record]).get(record)
    places = list(row.log) if row else []
    waiting = select(waiting_table).where(waiting_table.c.record == record)
    places += [Place(each.act_number, each.leaf) for each in connection.execute(waiting)]
    verdicts = (
        select(act_table.c.number, verdict_table.c.leaf)
        .join(act_table, act_table.c.act_id == verdict_table.c.act_id)
        .where(verdict_table.c.record == record)
    )
    places += [Place(each.number, each.leaf) for each in connection.execute(verdicts)]
    if not places:
        raise Refused("not_found", record=str(uuid.UUID(bytes=record)))
    return sorted(set(places))


def _refuse_unsent(connection: Connection, places: Sequence[Place]) -> None:
    numbers = {place.act for place in places}
    for table in (unconfirmed_table, carried_table):
        if numbers & set(connection.scalars(select(table.c.act_number))):
            raise Refused("unsent_work")


def _destroy(connection: Connection, record: bytes, places: Sequence[Place], basis: str, now: int) -> Erasure:
    by_act: dict[int, set[int]] = {}
    for place in places:
        by_act.setdefault(place.act, set()).add(place.leaf)
    rows = []
    for number, leaves in by_act.items():
        act = log.opened(connection, number)
        gone = {leaf for leaf in leaves & act.bodies.keys() if _is_of(act, leaf, record)}
        case = next((decode_trusted(act.bodies[leaf], Revision).case for leaf in gone), None)
        rows += [
            {
                "act_number": number,
                "leaf": leaf,
                "leaf_hash": act.leaves[leaf],
                "record": record,
                "case_id": case,
                "erased_at": now,
                "basis": basis,
            }
            for leaf in sorted(gone)
        ]
        shown = OpenAct(act.disclose(act.bodies.keys() - gone))
        # The tally of the act keeps counting what stood here: digests stay equal to the centre's.
        packed = log.row_of(shown)["packed"]
        connection.execute(update(act_table).where(act_table.c.number == number).values(packed=packed))
    if rows:
        connection.execute(insert(erased_table), rows)
    _unproject(connection, record)
    return Erasure(len(rows), len(by_act))


def _is_of(act: OpenAct, leaf: int, record: bytes) -> bool:
    return decode_trusted(act.bodies[leaf], Revision).record == record


def _unproject(connection: Connection, record: bytes) -> None:
    numbers = list(connection.scalars(select(record_table.c.number).where(record_table.c.id == record)))
    connection.execute(delete(draft_table).where(draft_table.c.record == record))
    attachments.forget(connection, [record])
    cases = connection.scalars(select(record_table.c.case_id).where(record_table.c.id == record))
    standings.forget(connection, [each or record for each in cases])
    lists.remove(connection, numbers)
    connection.execute(delete(waiting_table).where(waiting_table.c.record == record))
    connection.execute(delete(record_table).where(record_table.c.id == record))
