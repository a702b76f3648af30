"""Comparing the projections with what the log says they should be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import Connection, select

from icjims_core.declarations.schema import Kind, RecordType
from icjims_core.encoding import Value, encode
from icjims_core.merge import State
from icjims_core.modules import registry
from icjims_core.projections import lists
from icjims_core.projections.index import unpacked_log
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import load
from icjims_core.projections.tables import annulled_table, conflict_table, list_table, record_table, waiting_table
from icjims_desktop.store.database import Database

_WAITING: Final = b"waiting"


def wrong(connection: Connection, reader: LogReader, ids: Iterable[bytes]) -> list[bytes]:
    """Those of the records whose list row, conflicts or annulment are not what their revisions give."""
    found = []
    for record in load(connection, reader, ids).values():
        number, state = record.row.number, record.state
        conflicts = select(conflict_table.c.unit).where(conflict_table.c.record_number == number)
        annulled = select(annulled_table).where(annulled_table.c.record_number == number)
        if (
            sorted(connection.scalars(conflicts)) != state.conflicts()
            or bool(state.annulments) != (connection.execute(annulled).first() is not None)
            or not _list_row_is(connection, record.row.type, number, state)
        ):
            found.append(record.row.id)
    return found


def _list_row_is(connection: Connection, name: str, number: int, state: State) -> bool:
    declared = registry().get(name)
    if declared is None:
        return True
    table = list_table(name)
    row = connection.execute(select(table).where(table.c.number == number)).mappings().one_or_none()
    agreed = {unit: state.agreed(unit) for unit in state.registers.keys() - set(state.conflicts())}
    wanted = {name: _column_value(declared, name, agreed) for name in declared.columns}
    return row is not None and dict(row) == wanted | {"number": number}


def _column_value(declared: RecordType, name: str, agreed: Mapping[str, Value]) -> object:
    """What a list column should show, told apart from how the projection computes it."""
    described = declared.by_name[name]
    whole = agreed.get(described.unit)
    value: object = whole
    if len(declared.unit_fields(described.unit)) > 1:
        value = whole.get(name) if isinstance(whole, dict) else None
    wanted = {Kind.INT: int, Kind.MONEY: int, Kind.BOOL: bool}.get(described.kind, str)
    return value if type(value) is wanted else None


def differing(database: Database) -> list[bytes]:
    """Ids of records that are projected otherwise than a rebuild from the log projects them; nothing is changed."""
    with database.trial() as connection:
        before = _digests(connection)
        lists.rebuild(connection, LogReader())
        after = _digests(connection)
    return sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))


def _digests(connection: Connection) -> Mapping[bytes, bytes]:
    """A digest of all that is projected of each record, by record id; row numbers do not matter."""
    parts: dict[bytes, list[object]] = {}
    ids: dict[int, bytes] = {}
    for row in connection.execute(select(record_table)):
        ids[row.number] = row.id
        places = sorted([place.act, place.leaf] for place in unpacked_log(row.log))
        parts[row.id] = [row.type, row.case_id, row.vector, places]
    for name in sorted(registry()):
        for listed in connection.execute(select(list_table(name))):
            number, *values = listed
            parts.setdefault(ids.get(number, b"?"), []).append([name, [None if v is None else str(v) for v in values]])
    for row in connection.execute(select(conflict_table).order_by(conflict_table.c.unit)):
        parts.setdefault(ids.get(row.record_number, b"?"), []).append(["conflict", row.unit])
    for row in connection.execute(select(annulled_table)):
        parts.setdefault(ids.get(row.record_number, b"?"), []).append(["annulled"])
    waiting = sorted([row.act_number, row.leaf, row.record] for row in connection.execute(select(waiting_table)))
    parts[_WAITING] = list(waiting)
    return {key: hashlib.sha256(encode(value)).digest() for key, value in parts.items()}
