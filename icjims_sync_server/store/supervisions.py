"""Sealing keys of people and supervision of offices, as the centre keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, bindparam, insert, or_, select, update

from icjims_core.directory import SealingEntry, SupervisionEntry
from icjims_core.projections.prepared import Prepared
from icjims_sync_server.store.tables import office_table, sealing_key_table, supervision_table


def keep_sealing_key(connection: Connection, *, account: bytes, device: bytes, key: bytes) -> bool:
    """Keep a person's sealing key on a device, in place of an older one; whether that is new."""
    same = (sealing_key_table.c.account == account, sealing_key_table.c.device == device)
    known = connection.scalar(select(sealing_key_table.c.key).where(*same))
    if known is None:
        connection.execute(insert(sealing_key_table).values(account=account, device=device, key=key))
    elif known != key:
        connection.execute(update(sealing_key_table).where(*same).values(key=key))
    return known != key


def sealing_entries(connection: Connection) -> list[SealingEntry]:
    """Every sealing key as a directory entry."""
    rows = connection.execute(
        select(sealing_key_table).order_by(sealing_key_table.c.account, sealing_key_table.c.device)
    )
    return [SealingEntry(1, row.account, row.device, row.key) for row in rows]


def supervision_entries(connection: Connection) -> list[SupervisionEntry]:
    """Every supervision as a directory entry, by office, prosecutor's office and first day."""
    table = supervision_table.c
    rows = connection.execute(select(supervision_table).order_by(table.office, table.prosecutor, table.since))
    return [SupervisionEntry(1, row.office, row.prosecutor, row.since, row.until) for row in rows]


_PROSECUTOR: Final = office_table.alias("prosecutor")
_IN_FORCE: Final = Prepared(
    select(office_table.c.feed, _PROSECUTOR.c.feed)
    .select_from(supervision_table)
    .join(office_table, office_table.c.code == supervision_table.c.office)
    .join(_PROSECUTOR, _PROSECUTOR.c.code == supervision_table.c.prosecutor)
    .where(
        supervision_table.c.since <= bindparam("day"),
        or_(supervision_table.c.until.is_(None), supervision_table.c.until > bindparam("day")),
    )
)


_OF_OFFICE: Final = Prepared(
    select(supervision_table.c.prosecutor).where(
        supervision_table.c.office == bindparam("office"),
        supervision_table.c.since <= bindparam("day"),
        or_(supervision_table.c.until.is_(None), supervision_table.c.until > bindparam("day")),
    )
)


def supervisors_of(connection: Connection, office: str, day: str) -> frozenset[str]:
    """The prosecutor's offices that supervise an office on a day (YYYY-MM-DD)."""
    return frozenset(code for (code,) in _OF_OFFICE.rows(connection, office=office, day=day))


def in_force(connection: Connection, day: str) -> Mapping[int, tuple[int, ...]]:
    """Feed of an office → feeds of the prosecutor's offices that supervise it on a day (YYYY-MM-DD)."""
    found: dict[int, set[int]] = {}
    for office, prosecutor in _IN_FORCE.rows(connection, day=day):
        found.setdefault(office, set()).add(prosecutor)
    return {office: tuple(sorted(feeds)) for office, feeds in found.items()}
