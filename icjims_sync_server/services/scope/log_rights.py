"""Whether a reader may see an event of the audit stream, by what the centre knows of author, offices and cases."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, select

from icjims_core import access
from icjims_core.access import Actor, Allowed, LogEvent, Operation, Subject
from icjims_core.compartments import SEALED_RECORD
from icjims_core.projections.log import LogReader
from icjims_core.projections.tables import record_table
from icjims_sync_server.services.scope.holding import keeper
from icjims_sync_server.store import feeds, supervisions
from icjims_sync_server.store.tables import account_table, office_table

_NOBODY: Final = frozenset({""})
"""In place of supervisors where none is on record and the reader has not got the case either."""


@dataclass(frozen=True, slots=True)
class Staff:
    """Whose event it is: login, role and office."""

    login: str
    role: str
    office: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks, with the numbers of his office's feed and of his own."""

    account: bytes
    device: bytes
    staff: Staff
    feeds: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Case:
    """What is known of a case: who keeps it, offices that have it now, its feeds now, whether it holds sealed work."""

    keeper: str = ""
    offices: frozenset[str] = frozenset()
    feeds: frozenset[int] = frozenset()
    sealed: bool = True


@dataclass(slots=True)
class LogRights:
    """Decides event by event for one reader in one snapshot; what is known of each case is read once.

    What the centre does not know is taken as what closes the event.
    """

    connection: Connection
    reader: Reader
    day: str
    acts: LogReader
    _cases: dict[str, _Case] = field(default_factory=dict)
    _supervisors: dict[str, frozenset[str]] = field(default_factory=dict)
    _office_of_feed: dict[int, str] = field(default_factory=dict)
    _office_of_login: dict[str, str] = field(default_factory=dict)

    def may_read(self, event: Mapping[str, object], author: Staff) -> bool:
        """What the rules say, both of what the event says of its author and of what the directory says."""
        stated = Staff(author.login, str(event.get("role", "")), str(event.get("office", "")))
        cases = [self._case(each) for each in access.cases_of(event)]
        return all(self._allowed(event, each, cases) for each in {author, stated})

    def _allowed(self, event: Mapping[str, object], staff: Staff, cases: list[_Case]) -> bool:
        me = self.reader.staff
        subject = Subject(
            office=staff.office,
            supervisors=self._supervising(staff.office, cases),
            event=LogEvent(staff.role, staff.office, self._overseen(event, staff, cases)),
            accuses=frozenset({me.office}) if any(each.sealed for each in cases) else frozenset(),
        )
        actor = Actor(me.role, me.office, me.login)
        return isinstance(access.decide(Operation.READ_LOG, actor, subject), Allowed)

    def _overseen(self, event: Mapping[str, object], staff: Staff, cases: list[_Case]) -> frozenset[str]:
        """The bodies that the event may have been about; the reader's own where that cannot be told."""
        mine = self.reader.staff.office
        found = {each.keeper or mine for each in cases} or {mine}
        for each in cases:
            found |= each.offices - {staff.office}
        if "of_user" in event:
            found.add(self._office(str(event["of_user"])) or mine)
        return frozenset(found)

    def _supervising(self, office: str, cases: list[_Case]) -> frozenset[str]:
        """Who supervises an office; where none is on record, a prosecutor who has the case does."""
        if office not in self._supervisors:
            self._supervisors[office] = supervisions.supervisors_of(self.connection, office, self.day)
        has = any(each.feeds & self.reader.feeds for each in cases)
        return self._supervisors[office] or (frozenset({self.reader.staff.office}) if has else _NOBODY)

    def _office(self, login: str) -> str:
        if login not in self._office_of_login:
            found = self.connection.scalar(select(account_table.c.office).where(account_table.c.login == login))
            self._office_of_login[login] = found or ""
        return self._office_of_login[login]

    def _case(self, text: str) -> _Case:
        if text not in self._cases:
            self._cases[text] = self._read(text)
        return self._cases[text]

    def _read(self, text: str) -> _Case:
        try:
            case = uuid.UUID(text).bytes
        except ValueError:
            return _Case()
        present = {feed for feed, now in feeds.audiences(self.connection, [case]).get(case, {}).items() if now}
        if not self._office_of_feed:
            rows = self.connection.execute(select(office_table.c.feed, office_table.c.code))
            self._office_of_feed = {row.feed: row.code for row in rows}
        table = record_table.c
        statement = select(table.number).where(table.case_id == case, table.type == SEALED_RECORD).limit(1)
        return _Case(
            keeper(self.connection, self.acts, case),
            frozenset(self._office_of_feed[each] for each in present if each in self._office_of_feed),
            frozenset(present),
            self.connection.scalar(statement) is not None,
        )
