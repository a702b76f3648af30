"""How the centre stands: offices, devices, digests, and what waits or was not counted."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, func, select

from icjims_core import fingerprint
from icjims_core.directory import Decision
from icjims_core.projections import register
from icjims_core.projections.tables import act_table, conflict_table, record_table, verdict_table, waiting_table
from icjims_sync_server.services.administration import paper, people
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.scope.holding import idle_of_register, office_of
from icjims_sync_server.store import feeds, settings
from icjims_sync_server.store.tables import (
    aside_table,
    case_wait_table,
    feed_table,
    head_table,
    queue_table,
    replica_table,
)


def status(centre: Centre) -> dict[str, object]:
    """Everything the console shows, of one snapshot.

    `lost_handovers`: sent and not confirmed within their days; `doubtful_numbers` of the Register; `doubtful_clocks`:
    workstations whose newest act says a time that has not come yet.
    """
    lost = len(paper.handovers(centre))
    with centre.database.read() as connection:
        digests = {
            row.name: fingerprint.from_bytes(row.tally)
            for row in connection.execute(select(feed_table).order_by(feed_table.c.name))
        }
        address = settings.get(connection, settings.ADDRESS)
        return {
            "address": address.decode() if address else None,
            "epoch": centre.epoch.hex(),
            "offices": _offices(connection, digests),
            "devices": _devices(connection),
            "digests": {name: tally.digest().hex() for name, tally in digests.items()},
            "acts": _count(connection, act_table),
            "records": _count(connection, record_table),
            "waiting": _waiting(connection),
            "conflicts": _count(connection, conflict_table),
            "refused": _count(connection, verdict_table, verdict_table.c.decision == int(Decision.REFUSED)),
            "quarantined": _quarantined(connection),
            "lost_handovers": lost,
            "doubtful_numbers": _doubtful_numbers(connection),
            "doubtful_clocks": _clocks_ahead(connection, centre.clock()),
            "forked": [replica.hex() for replica in connection.scalars(_FORKED)],
            "projection": {"queued": _count(connection, queue_table)},
        }


def _doubtful_numbers(connection: Connection) -> int:
    idle = idle_of_register(connection)
    return len(register.doubts(connection, idle=idle, office_of=office_of(connection)))


_AHEAD_MS: Final = 5 * 60_000
_FORKED = select(replica_table.c.id).where(replica_table.c.forked_at.is_not(None)).order_by(replica_table.c.forked_at)


def _count(connection: Connection, table: Table, *conditions: ColumnElement[bool]) -> int:
    return int(connection.scalar(select(func.count()).select_from(table).where(*conditions)) or 0)


def _waiting(connection: Connection) -> int:
    """Revisions that wait for others, for their case, or in acts that lie above a gap or await approval."""
    aside = _count(connection, aside_table, aside_table.c.code != "equivocation")
    return _count(connection, waiting_table) + _count(connection, case_wait_table) + aside


def _quarantined(connection: Connection) -> int:
    aside = _count(connection, aside_table, aside_table.c.code == "equivocation")
    return aside + _count(connection, verdict_table, verdict_table.c.decision == int(Decision.QUARANTINED))


def _clocks_ahead(connection: Connection, now: int) -> int:
    """Workstations whose clock ran more than five minutes ahead of the centre's when they wrote last."""
    statement = (
        select(func.count(replica_table.c.device.distinct()))
        .join(head_table, head_table.c.replica == replica_table.c.id)
        .join(act_table, act_table.c.act_id == head_table.c.act_id)
        .where(act_table.c.recorded_at > now + _AHEAD_MS)
    )
    return int(connection.scalar(statement) or 0)


def _offices(connection: Connection, digests: dict[str, fingerprint.Tally]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for code, name in people.offices(connection):
        tally = digests[feeds.office_feed(code)]
        found.append({"code": code, "name": name, "revisions": tally.number, "digest": tally.digest().hex()})
    return found


def _devices(connection: Connection) -> list[dict[str, object]]:
    by_device: dict[bytes, list[dict[str, object]]] = {}
    statement = (
        select(replica_table, head_table.c.stream, head_table.c.counter)
        .join(head_table, head_table.c.replica == replica_table.c.id)
        .order_by(replica_table.c.id, head_table.c.stream)
    )
    for row in connection.execute(statement):
        head = {"replica": row.id.hex(), "stream": ("act", "audit")[row.stream], "counter": row.counter}
        by_device.setdefault(row.device, []).append(head)
    logins = {account.id: account.login for account in people.accounts(connection)}
    return [
        {
            **describe(device),
            "users": sorted(logins[user] for user in people.users_of(connection, device.id)),
            "heads": by_device.get(device.id, []),
        }
        for device in people.devices(connection)
    ]


def describe(device: people.Device) -> dict[str, Any]:
    """A device as the console shows it; times in milliseconds since 1970 UTC."""
    return {
        "device": device.id.hex(),
        "name": device.name,
        "office": device.office,
        "state": device.state,
        "enrolled_at": device.enrolled_at,
        "last_seen": device.seen_at,
    }
