"""Reading the audit stream at the centre: page by page, as far as the reader may, and each reading kept first."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, func, insert, select

from icjims_core import access
from icjims_core.access import Actor, Operation, Subject
from icjims_core.acts import AUDIT
from icjims_core.encoding import decode_trusted, encode
from icjims_core.problem import Refused
from icjims_core.projections.log import LogReader
from icjims_core.projections.tables import act_table
from icjims_sync_server.services.administration import people
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.exchange import pulling
from icjims_sync_server.services.scope import rights, scopes
from icjims_sync_server.services.scope.log_rights import LogRights, Reader, Staff
from icjims_sync_server.store.tables import log_reading_table

WINDOW: Final = 10_000
"""Acts of the log that one request looks at: where a page ends tells nothing of events that it leaves out."""
MAX_EVENTS: Final = 500
MAX_BYTES: Final = 2 << 20
_AT_ONCE: Final = 20
_AFTER: Final = re.compile(r"a(\d{1,15})(?:\.(\d{1,6}))?|r(\d{1,15})", re.ASCII)

Document = dict[str, object]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events; times in ms since 1970 UTC, `until` not included. `after`: the `next` of the page before."""

    case: bytes | None = None
    user: str | None = None
    since: int | None = None
    until: int | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """An event with the place after which the next page goes on."""

    place: str
    at: int
    body: bytes
    account: bytes
    device: bytes
    size: int


def read(centre: Centre, device_key: bytes, author_key: bytes, asked: Asked) -> Document:
    """One page of what the person behind the author's key may read.

    Raises `Refused`: `may_not_read_log`, `unknown_author`, `user_disabled`, `bad_schema`, what `pulling.asker` raises.
    """
    start = _AFTER.fullmatch(asked.after or "a0")
    if start is None:
        raise Refused("bad_schema", what="after")
    with centre.database.read() as connection:
        reader = _reader(connection, device_key, author_key)
    _keep(centre, reader, asked)
    with centre.database.read() as connection:
        return _Page(centre, connection, reader, asked).read(start)


def _reader(connection: Connection, device_key: bytes, author_key: bytes) -> Reader:
    device = pulling.asker(connection, device_key).device
    author = rights.authors(connection, [author_key]).get(author_key)
    if author is None or author.device != device:
        raise Refused("unknown_author")
    if not author.active:
        raise Refused("user_disabled")
    account = people.account_by_id(connection, author.account)
    if not access.reads_any(account.role):
        access.check(Operation.READ_LOG, Actor(account.role, account.office, account.login), Subject())
    staff = Staff(account.login, account.role, account.office)
    return Reader(account.id, device, staff, frozenset({author.office_feed, author.user_feed}))


def _keep(centre: Centre, reader: Reader, asked: Asked) -> None:
    """Keep that it was read, before anything is shown."""
    stated = {
        "case": str(uuid.UUID(bytes=asked.case)) if asked.case else None,
        "of_user": asked.user,
        "since": asked.since,
        "until": asked.until,
        "after": asked.after,
    }
    event: Document = {"event": "log", "action": "centre", "user": reader.staff.login}
    event |= {"role": reader.staff.role, "office": reader.staff.office}
    event |= {name: each for name, each in stated.items() if each is not None}
    row = {"at": centre.clock(), "device": reader.device, "account": reader.account, "event": encode(event)}
    centre.database.write(lambda connection: connection.execute(insert(log_reading_table).values(**row)).close())


class _Page:
    """One page in one snapshot."""

    def __init__(self, centre: Centre, connection: Connection, reader: Reader, asked: Asked) -> None:
        self._connection, self._asked = connection, asked
        self._acts = LogReader()
        self._rights = LogRights(connection, reader, scopes.today(centre), self._acts)
        self._staff: dict[bytes, Staff] = {}
        self._case = str(uuid.UUID(bytes=asked.case)) if asked.case else None

    def read(self, start: re.Match[str]) -> Document:
        """Events, and where the next page begins (`None`: there is none)."""
        if start[3] is None:
            number = int(start[1])
            end = number + WINDOW
            found = self._of_acts(number, int(start[2]) if start[2] else None, end)
            newest = self._connection.scalar(select(func.max(act_table.c.number))) or 0
            return self._filled(found, f"a{end}" if newest > end else "r0")
        number = int(start[3])
        end = number + WINDOW
        newest = self._connection.scalar(select(func.max(log_reading_table.c.number))) or 0
        return self._filled(self._of_readings(number, end), f"r{end}" if newest > end else None)

    def _filled(self, found: Iterator[_Found], rest: str | None) -> Document:
        events: list[Document] = []
        size = 0
        for each in found:
            event: dict[str, object] = decode_trusted(each.body, dict)
            author = self._author(each.account)
            if not (self._wanted(event, author) and self._rights.may_read(event, author)):
                continue
            told = {str(name): _plain(value) for name, value in event.items()}
            own: Document = {"at": each.at, "author": author.login, "device": each.device.hex()}
            events.append(told | own)
            size += each.size
            if len(events) >= MAX_EVENTS or size >= MAX_BYTES:
                return {"events": events, "next": each.place}
        return {"events": events, "next": rest}

    def _wanted(self, event: Mapping[str, object], author: Staff) -> bool:
        return self._asked.user in (None, author.login) and (self._case is None or self._case in access.cases_of(event))

    def _of_acts(self, number: int, leaf: int | None, end: int) -> Iterator[_Found]:
        table = act_table.c
        first = table.number >= number if leaf is not None else table.number > number
        places = [first, table.number <= end, table.stream == AUDIT, *self._times(act_table, "recorded_at")]
        numbers = list(self._connection.scalars(select(table.number).where(*places).order_by(table.number)))
        for start in range(0, len(numbers), _AT_ONCE):
            self._acts.forget()
            for at, act in sorted(self._acts.read(self._connection, numbers[start : start + _AT_ONCE]).items()):
                author = rights.authors(self._connection, [act.header.author]).get(act.header.author)
                if author is None:
                    continue
                for index, body in sorted(act.bodies.items()):
                    if at > number or leaf is None or index > leaf:
                        moment = act.header.recorded_at
                        yield _Found(f"a{at}.{index}", moment, body, author.account, author.device, len(body))

    def _of_readings(self, number: int, end: int) -> Iterator[_Found]:
        table = log_reading_table.c
        places = [table.number > number, table.number <= end, *self._times(log_reading_table, "at")]
        for row in self._connection.execute(select(log_reading_table).where(*places).order_by(table.number)):
            yield _Found(f"r{row.number}", row.at, row.event, row.account, row.device, len(row.event))

    def _times(self, table: Table, column: str) -> list[ColumnElement[bool]]:
        since, until = self._asked.since, self._asked.until
        found = [] if since is None else [table.c[column] >= since]
        return found if until is None else [*found, table.c[column] < until]

    def _author(self, account: bytes) -> Staff:
        if account not in self._staff:
            found = people.account_by_id(self._connection, account)
            self._staff[account] = Staff(found.login, found.role, found.office)
        return self._staff[account]


def _plain(value: object) -> object:
    """A value as JSON can say it: bytes in hexadecimal, whole numbers beyond 2^53 as text."""
    if isinstance(value, dict):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, int) and not isinstance(value, bool):
        return value if abs(value) < 1 << 53 else str(value)
    if isinstance(value, bytes):
        return value.hex()
    return value if value is None or isinstance(value, str | bool) else str(value)
