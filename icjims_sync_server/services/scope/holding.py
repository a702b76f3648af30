"""What the centre holds beside an act: its signatures, whose keys made them, and the office that keeps a case."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from sqlalchemy import Connection, select

from icjims_core.merge import ANNULLED
from icjims_core.projections import annulment, register
from icjims_core.projections.index import rows_of
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import Record, load
from icjims_core.projections.succession import Signed, read_signing
from icjims_core.projections.tables import record_table
from icjims_sync_server.services.scope import rights
from icjims_sync_server.store import posts, supervisions


def idle_of_register(connection: Connection) -> frozenset[int]:
    """Numbers of records that state a number of the Register and count, their annulment taking no effect."""
    host = Held(connection, LogReader())
    several = (annulment.idle_numbers(connection, host, host.load, each) for each in register.SOURCES)
    return frozenset().union(*several)


def office_of(connection: Connection) -> Callable[[bytes], str]:
    """The office of whoever has a key; empty of one that is not certified."""

    @cache
    def found(key: bytes) -> str:
        return next((each.office for each in rights.authors(connection, [key]).values()), "")

    return found


@dataclass(frozen=True, slots=True)
class Held:
    """`icjims_core.projections.succession.Host` of the centre; `records`: those that were read already, by id as text.

    It reads the log, not the lists, which follow only later.
    """

    connection: Connection
    reader: LogReader
    records: Mapping[str, Record] = field(default_factory=dict)

    def record(self, record: str) -> Record | None:
        try:
            wanted = uuid.UUID(record).bytes
        except ValueError:
            return None
        return self.records.get(record) or load(self.connection, self.reader, [wanted]).get(wanted)

    def load(self, ids: Iterable[bytes]) -> dict[bytes, Record]:
        """The records that are known, folded from the log."""
        return load(self.connection, self.reader, ids)

    def signings(self, act: Record, *, ended: bool = False) -> list[Signed]:
        table = record_table.c
        case = table.case_id.is_(None) if act.row.case is None else table.case_id == act.row.case
        ids = self.connection.scalars(select(table.id).where(case, table.type == annulment.SIGNING)).all()
        found = [each for each in load(self.connection, self.reader, ids).values() if each.state.created]
        read = ((each, read_signing(each)) for each in found)
        of_act = [each for each in read if each[1].statement.act == str(uuid.UUID(bytes=act.row.id))]
        return [signed for record, signed in of_act if ended or not self.is_annulled(record)]

    def is_annulled(self, record: Record) -> bool:
        return ANNULLED in record.state.sets and annulment.is_annulled(self, record)

    def posts(self, author: bytes) -> frozenset[tuple[str, str]]:
        return posts.posts(self.connection, author)

    def person(self, author: bytes) -> str:
        return next((each.account.hex() for each in rights.authors(self.connection, [author]).values()), "")

    def overseers(self, case: bytes | None, day: str) -> frozenset[str]:
        office = keeper(self.connection, self.reader, case) if case is not None else ""
        return supervisions.supervisors_of(self.connection, office, day) if office else frozenset()


def keeper(connection: Connection, reader: LogReader, case: bytes) -> str:
    """The office that keeps a case: that of whoever recorded it, as of any record; empty where it is not here."""
    row = rows_of(connection, [case]).get(case)
    if row is None or not row.log:
        return ""
    first = row.log[0].act
    key = reader.read(connection, [first])[first].header.author
    found = rights.authors(connection, [key]).get(key)
    return found.office if found else ""
