"""What the unlocked user may see on this workstation: records of his office and of cases granted to him."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from sqlalchemy import ColumnElement, Connection, or_, select, true

from icjims_core.problem import Refused
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import Record, load
from icjims_core.projections.tables import record_table
from icjims_core.schema import RecordType
from icjims_desktop.services import identifiers
from icjims_desktop.services.people import Me, People
from icjims_desktop.store.tables import case_feed_table

CLERK = "clerk"
"""The role that may create and edit every type that its office records."""
_CHUNK = 500


class Readable(Protocol):
    """What gives read-only snapshots: the database of the store."""

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One read-only snapshot."""


@dataclass(frozen=True, slots=True)
class View:
    """One snapshot of the store as one user may see it."""

    connection: Connection
    reader: LogReader
    people: People
    hidden: frozenset[bytes]
    _types: dict[bytes, str] = field(default_factory=dict)

    def shows(self, case: bytes | None) -> bool:
        """Whether records of the case may be shown."""
        return case not in self.hidden

    def condition(self) -> ColumnElement[bool]:
        """The same for a statement over `record`."""
        if not self.hidden:
            return true()
        return or_(record_table.c.case_id.is_(None), record_table.c.case_id.not_in(self.hidden))

    def records(self, ids: Iterable[bytes]) -> dict[bytes, Record]:
        """Those of the records that are here and may be shown."""
        found = load(self.connection, self.reader, ids)
        return {each: record for each, record in found.items() if self.shows(record.row.case)}

    def record(self, record: bytes) -> Record:
        """One record; raises `Refused("not_found")` alike for what is absent and what is forbidden."""
        found = self.records([record]).get(record)
        if found is None:
            raise Refused("not_found", record=identifiers.to_text(record))
        return found

    def is_held(self, record: bytes) -> bool:
        """Whether the record is in this store, for whomever."""
        return self.connection.scalar(select(record_table.c.number).where(record_table.c.id == record)) is not None

    def types_of(self, ids: Iterable[bytes]) -> dict[bytes, str]:
        """Types of those of the records that may be shown, without reading them."""
        wanted = list(dict.fromkeys(ids))
        unread = [each for each in wanted if each not in self._types]
        for start in range(0, len(unread), _CHUNK):
            statement = select(record_table.c.id, record_table.c.type).where(
                record_table.c.id.in_(unread[start : start + _CHUNK]), self.condition()
            )
            self._types.update((row.id, row.type) for row in self.connection.execute(statement))
        return {each: self._types[each] for each in wanted if each in self._types}


@contextmanager
def view(database: Readable, me: Me) -> Iterator[View]:
    """A snapshot for this user. Each has a reader of its own, so that threads never share one."""
    with database.read() as connection:
        yield View(connection, LogReader(), People(connection, me), _hidden(connection, me))


def _hidden(connection: Connection, me: Me) -> frozenset[bytes]:
    """Cases that are here for other users of this workstation alone."""
    table = case_feed_table
    strange = table.c.feed.not_in(me.feeds)
    mine = select(table.c.case_id).where(table.c.feed.in_(me.feeds))
    statement = select(table.c.case_id).where(strange, table.c.case_id.not_in(mine)).distinct()
    return frozenset(connection.scalars(statement))


def check_may_write(me: Me, declared: RecordType) -> None:
    """Raises `Refused("role_may_not_write")`."""
    if me.role not in declared.roles and me.role != CLERK:
        raise Refused("role_may_not_write", type=declared.name, role=me.role)
