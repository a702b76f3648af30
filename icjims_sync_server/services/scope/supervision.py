"""Which prosecutor's office supervises an office: dated, published, and the audience of the office's cases."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from typing import Final

from sqlalchemy import Connection, insert, or_, select, update

from icjims_core.directory import SupervisionEntry
from icjims_core.problem import Refused
from icjims_sync_server.services.administration import people
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.exchange import admission
from icjims_sync_server.services.scope import scopes
from icjims_sync_server.store import feeds, supervisions
from icjims_sync_server.store.tables import case_feed_table, supervision_table

_BATCH: Final = 100
"""Cases that join in one transaction: nobody waits long behind it."""


def declare(centre: Centre, office: str, prosecutor: str, *, since: str | None, until: str | None) -> SupervisionEntry:
    """State a supervision or its end; while it is in force every case of the office is also the prosecutor's.

    Dates are YYYY-MM-DD, `since` by default today; from `until` on later cases join no more, earlier ones stay. Raises
    `Refused`: `no_such_office`, `bad_date`, `own_supervision`.
    """
    entry = SupervisionEntry(1, office, prosecutor, _day(since, "from") or scopes.today(centre), _day(until, "until"))
    if office == prosecutor:
        raise Refused("own_supervision", office=office)
    if entry.until is not None and entry.until < entry.since:
        raise Refused("bad_date", field="until")

    def work(connection: Connection) -> None:
        for code in (office, prosecutor):
            people.office_name(connection, code)
        same = (
            supervision_table.c.office == office,
            supervision_table.c.prosecutor == prosecutor,
            supervision_table.c.since == entry.since,
        )
        known = connection.execute(select(supervision_table).where(*same)).one_or_none()
        if known is None:
            row = {"office": office, "prosecutor": prosecutor, "since": entry.since, "until": entry.until}
            connection.execute(insert(supervision_table).values(**row, begun=False))
        elif known.until != entry.until:
            connection.execute(update(supervision_table).where(*same).values(until=entry.until))
        else:
            return
        people.publish(connection, centre, [entry])

    centre.database.write(work)
    begin(centre)
    return entry


def listed(connection: Connection) -> list[SupervisionEntry]:
    """Every supervision, by office, prosecutor's office and first day."""
    return supervisions.supervision_entries(connection)


def begin(centre: Centre) -> int:
    """Let the cases that offices already have join their prosecutors' feeds where a supervision is now in force.

    How many joined. It may be broken off anywhere and goes on when it is called again.
    """
    day = scopes.today(centre)
    with centre.database.read() as connection:
        table = supervision_table.c
        due = connection.execute(
            select(supervision_table).where(
                table.begun.is_(False), table.since <= day, or_(table.until.is_(None), table.until > day)
            )
        ).all()
    joined = 0
    for row in due:
        joined += _begin(centre, row.office, row.prosecutor)
        centre.database.write(partial(_mark_begun, row.office, row.prosecutor, row.since))
    if due:
        admission.begin(centre)
    return joined


def _begin(centre: Centre, office: str, prosecutor: str) -> int:
    with centre.database.read() as connection:
        names = (feeds.office_feed(office), feeds.office_feed(prosecutor))
        numbers = feeds.numbers(connection, names)
        feed = numbers[names[1]]
        there = select(case_feed_table.c.case_id).where(
            case_feed_table.c.feed == feed, case_feed_table.c.left_at.is_(None)
        )
        statement = select(case_feed_table.c.case_id).where(
            case_feed_table.c.feed == numbers[names[0]],
            case_feed_table.c.left_at.is_(None),
            case_feed_table.c.case_id.not_in(there),
        )
        cases = sorted(connection.scalars(statement))
    for start in range(0, len(cases), _BATCH):
        batch = cases[start : start + _BATCH]
        centre.database.write(partial(_join, centre, batch, feed))
    return len(cases)


def _join(centre: Centre, cases: Sequence[bytes], feed: int, connection: Connection) -> None:
    scopes.join_all(connection, centre, cases, feed)


def _mark_begun(office: str, prosecutor: str, since: str, connection: Connection) -> None:
    table = supervision_table.c
    same = (table.office == office, table.prosecutor == prosecutor, table.since == since)
    connection.execute(update(supervision_table).where(*same).values(begun=True))


def _day(text: str | None, field: str) -> str | None:
    if text is None:
        return None
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise Refused("bad_date", field=field) from None
    if day.isoformat() != text:
        raise Refused("bad_date", field=field)
    return text
