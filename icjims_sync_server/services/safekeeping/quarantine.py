"""Work that came in and does not count: what it is, whose, and why. It is kept for review; its content stays closed.

Whoever administers the centre has no part in what cases hold: the work is read in its office (`icjims history`).
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterator

from sqlalchemy import Connection, select

from icjims_core.acts import Act, Revision
from icjims_core.declarations.stored_forms import moment_of
from icjims_core.directory import Decision, Verdict
from icjims_core.encoding import decode, decode_trusted
from icjims_core.packing import OpenAct
from icjims_core.problem import Refused
from icjims_core.projections import log
from icjims_core.projections.tables import act_table, verdict_table
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.scope import rights
from icjims_sync_server.store.tables import account_table, aside_table, author_table

Document = dict[str, object]
EQUIVOCATION = "equivocation"
"""Why an act lies beside the log for good: another content for a dot that is taken."""


def listed(centre: Centre) -> list[Document]:
    """Every revision in quarantine, the earliest decided first: `id`, `code`, whose it is, of which record and case."""
    with centre.database.read() as connection:
        found = [*_decided(connection), *_beside(connection)]
    return sorted(found, key=lambda each: (str(each["since"]), str(each["id"])))


def shown(centre: Centre, wanted: str) -> Document:
    """One of them; raises `Refused("not_found")`."""
    for each in listed(centre):
        if each["id"] == wanted.strip().lower():
            return each
    raise Refused("not_found", record=wanted[:100])


def _decided(connection: Connection) -> Iterator[Document]:
    """Revisions that the centre has decided not to count, in acts of the log."""
    of_act = act_table.c.act_id == verdict_table.c.act_id
    statement = (
        select(verdict_table.c.leaf, verdict_table.c.code, verdict_table.c.body, act_table.c.number)
        .join(act_table, of_act)
        .where(verdict_table.c.decision == int(Decision.QUARANTINED))
        .order_by(act_table.c.number, verdict_table.c.leaf)
    )
    for row in connection.execute(statement).all():
        since = decode(row.body, Verdict).decided_at
        yield _described(connection, log.opened(connection, row.number), row.leaf, row.code, since)


def _beside(connection: Connection) -> Iterator[Document]:
    """Revisions of acts that lie beside the log."""
    statement = select(aside_table.c.code, aside_table.c.packed, aside_table.c.received_at)
    for row in connection.execute(statement.where(aside_table.c.code == EQUIVOCATION)).all():
        act = OpenAct(decode_trusted(row.packed, Act))  # type: ignore[arg-type]
        for leaf in sorted(act.bodies):
            yield _described(connection, act, leaf, row.code, row.received_at)


def _described(connection: Connection, act: OpenAct, leaf: int, code: str, since: int) -> Document:
    revision = decode_trusted(act.bodies[leaf], Revision) if leaf in act.bodies else None
    case = rights.case_of(revision) if revision else None
    login, office = _author(connection, act.header.author)
    return {
        "id": f"{act.act_id.hex()}:{leaf}",
        "code": code,
        "type": revision.type if revision else None,
        "record": str(uuid.UUID(bytes=revision.record)) if revision else None,
        "case": str(uuid.UUID(bytes=case)) if case else None,
        "by": login,
        "office": office,
        "replica": act.header.replica.hex(),
        "counter": act.header.counter,
        "recorded_at": _moment(act.header.recorded_at),
        "since": _moment(since),
    }


def _author(connection: Connection, key: bytes) -> tuple[str | None, str | None]:
    statement = (
        select(account_table.c.login, account_table.c.office)
        .join(author_table, author_table.c.account == account_table.c.id)
        .where(author_table.c.key == key)
    )
    row = connection.execute(statement).one_or_none()
    return (row.login, row.office) if row else (None, None)


def _moment(milliseconds: int) -> str | None:
    """A time as it is stored; a clock may have claimed any number."""
    try:
        return moment_of(datetime.datetime.fromtimestamp(milliseconds // 1000, datetime.UTC))
    except (OverflowError, ValueError, OSError):
        return None
