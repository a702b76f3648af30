"""What the unlocked user may see on this workstation: records of his office and of cases granted to him."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Protocol

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select, true

from icjims_core import access, record_ids
from icjims_core.access import Actor, Operation, Reach, Subject
from icjims_core.clocks import Dot
from icjims_core.compartments import SEALED_RECORD
from icjims_core.merge import ANNULLED
from icjims_core.modules import record_type
from icjims_core.problem import Refused
from icjims_core.projections import annulment
from icjims_core.projections.annulment import SIGNING, Annulments
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import Record, beginnings, first_of, leaving_out, load, refused, stated_again
from icjims_core.projections.restating import restating, unjudged
from icjims_core.projections.succession import Signed, read_signing
from icjims_core.projections.tables import annulled_table, list_table, record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.compartments.unsealing import Opener
from icjims_desktop.services.paper import register_origin
from icjims_desktop.services.people import Me, People
from icjims_desktop.store.log import directory, tallies
from icjims_desktop.store.tables import case_feed_table

_CHUNK = 500


class Readable(Protocol):
    """What gives read-only snapshots: the database of the store."""

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One read-only snapshot."""


@dataclass(frozen=True, slots=True)
class View:
    """One snapshot of the store as one user may see it. `opener` opens in memory what is sealed to him, if given.

    `hidden`: cases that are not here for him; `closed`: types of the private files that he is not admitted to.
    """

    connection: Connection
    reader: LogReader
    people: People
    hidden: frozenset[bytes]
    opener: Opener | None = None
    closed: frozenset[str] = frozenset()
    _types: dict[bytes, str] = field(default_factory=dict)
    _idle: dict[str, frozenset[int]] = field(default_factory=dict)
    _restating: dict[bytes, Mapping[Dot, str]] = field(default_factory=dict)

    def shows(self, case: bytes | None) -> bool:
        """Whether records of the case may be shown."""
        return case not in self.hidden

    def condition(self) -> ColumnElement[bool]:
        """The same for a statement over `record`."""
        table = record_table.c
        shown: ColumnElement[bool] = table.type.not_in(sorted(self.closed)) if self.closed else true()
        if not self.hidden:
            return shown
        return and_(shown, or_(table.case_id.is_(None), table.case_id.not_in(self.hidden)))

    def records(self, ids: Iterable[bytes]) -> dict[bytes, Record]:
        """Those of the records that are here and may be shown; sealed ones of their true type to who reads them.

        Their states tell annulments that take effect alone.
        """
        found = self.folded(ids)
        self._judge(found.values())
        return found

    def _judge(self, records: Iterable[Record]) -> None:
        for each in records:
            if ANNULLED in each.state.sets:
                each.state.annulments = [*self.annulments(each).effective]

    def annulments(self, record: Record) -> Annulments:
        """The annulments that stand on a record, with effect and without."""
        return annulment.annulments(_Beside(self), record) if ANNULLED in record.state.sets else Annulments()

    def idle(self, type_name: str) -> frozenset[int]:
        """Numbers of the records of a type whose annulment takes no effect."""
        if type_name not in self._idle:
            self._idle[type_name] = annulment.idle_numbers(self.connection, _Beside(self), self.folded, type_name)
        return self._idle[type_name]

    def annulled(self, type_name: str) -> Select[int]:
        """The numbers of annulled records, for a statement over records of a type."""
        number = annulled_table.c.record_number
        return select(number).where(number.not_in(self.idle(type_name)))

    def folded(self, ids: Iterable[bytes]) -> dict[bytes, Record]:
        """As `records`, with every annulment in the states, whether it takes effect or not."""
        found = load(self.connection, self.reader, ids)
        counted = {each: register_origin.without_forged(self.people, record) for each, record in found.items()}
        shown = {each: record for each, record in counted.items() if self._shows_record(record)}
        shown |= self._without_restating(shown)
        unnamed = {each: self._settle_maker(record) for each, record in shown.items()}
        opener = self.opener
        if opener is None:
            return shown
        opened = {each: opener.record(record, self.sealing_keys, unnamed[each]) for each, record in shown.items()}
        again = {each: stated_again(record) for each, record in opened.items() if record.unsealed is not None}
        return opened | {each: leaving_out(opened[each], dots) for each, dots in again.items() if dots}

    def _without_restating(self, records: Mapping[bytes, Record]) -> dict[bytes, Record]:
        """Such of the records as somebody restates, without what the centre will refuse (`projections.restating`)."""
        several = {each: [*unjudged(record, self.people.own_key)] for each, record in records.items()}
        unnamed = tallies.unnamed(self.connection, {one.act.number for made in several.values() for one in made})
        doubted = {each: [one for one in made if one.act.number in unnamed] for each, made in several.items() if made}
        for each, made in doubted.items():
            if made and each not in self._restating:
                # Judging it reads the act again, to tell which of its signatures were annulled.
                self._restating[each] = {}
                self._restating[each] = restating(_Beside(self), records[each], made)
        found = {each: self._restating.get(each, {}) for each in doubted}
        return {each: leaving_out(records[each], dots) for each, dots in found.items() if dots}

    def restating(self, record: bytes) -> Mapping[Dot, str]:
        """The revisions of a record that was read here which are left out of it, the centre not having judged them."""
        return self._restating.get(record, {})

    def _settle_maker(self, record: Record) -> frozenset[int]:
        """Where a record was begun more than once, say which beginning made it; its acts that no feed has named yet."""
        several = beginnings(record)
        if len(several) < 2 and all(each.dot == record.state.created for each in several):
            return frozenset()
        unnamed = tallies.unnamed(self.connection, (each.act.number for each in several))
        record.state.created = first_of(several, unnamed)
        return unnamed

    def _shows_record(self, record: Record) -> bool:
        """Whether its case may be shown, and it belongs to no private file that is closed to the user."""
        if not self.shows(record.row.case):
            return False
        if not self.closed:
            return True
        files = (access.file_of(record.row.type, each.revision.changes) for each in record.written)
        return all(file is None or self.closed.isdisjoint(file.types) for file in files)

    def sealing_keys(self, author: bytes) -> frozenset[bytes]:
        """The sealing keys of the person behind an author's key, as far as the directory tells; the user's own too."""
        keys = directory.sealing_keys_of(self.connection, author)
        return keys | {self.opener.public} if self.opener is not None and author == self.people.own_key else keys

    def unsealed(self, *, case: bytes | None = None, type_: str = "") -> list[Record]:
        """The sealed records that the user reads, by ascending id, of one case or one true type where it is given."""
        found = self._unsealed(case, type_)
        self._judge(found)
        return found

    def naming(self, type_name: str, column: str, named: Iterable[str]) -> dict[bytes, str]:
        """The records of a type that name one of these in a list column, by id, each with the one that it names."""
        numbers = dict(rows_in(self.connection, list_table(type_name), ("number", column), column, named))
        ids = rows_in(self.connection, record_table, ("id", "number"), "number", numbers)
        return {record: numbers[number] for record, number in ids}

    def signings(self, acts: Iterable[Record], *, ended: bool = False) -> dict[bytes, list[Record]]:
        """Act → its signatures; `ended`: with those that an annulment has ended. Those of a sealed act are sealed."""
        wanted = {identifiers.to_text(each.row.id): each for each in acts}
        naming = self.naming(SIGNING, "act", wanted)
        found = [(naming[each], record) for each, record in self.folded(naming).items()]
        if any(each.unsealed is not None for each in wanted.values()):
            words = record_type(SIGNING).by_name["act"].unit
            for each in self._unsealed(None, SIGNING):
                stated = [one.get("act") for one in each.state.siblings(words).values() if isinstance(one, dict)]
                found += [(act, each) for act in wanted if act in stated and wanted[act].unsealed is not None]
        if not ended:  # else unjudged: annulments are judged by these
            self._judge(each for _, each in found)
        made: dict[bytes, list[Record]] = {each.row.id: [] for each in wanted.values()}
        for act, each in found:
            if each.state.created and (ended or not each.state.annulments):
                made[wanted[act].row.id].append(each)
        return made

    def _unsealed(self, case: bytes | None, type_: str) -> list[Record]:
        sealed = select(list_table(SEALED_RECORD).c.number)
        statement = select(record_table.c.id).where(record_table.c.number.in_(sealed), self.condition())
        if case is not None:
            statement = statement.where(record_table.c.case_id == case)
        if self.opener is None:
            return []
        found = self.folded(self.connection.scalars(statement.order_by(record_table.c.id)))
        read = [each for each in found.values() if each.unsealed is not None]
        return [each for each in read if not type_ or each.row.type == type_]

    def record(self, record: bytes) -> Record:
        """One record; raises `Refused("not_found")` alike for what is absent and what is forbidden."""
        found = self.records([record]).get(record)
        if found is None:
            raise Refused("not_found", record=identifiers.to_text(record))
        return found

    def refused(self, ids: Iterable[bytes]) -> dict[bytes, Record]:
        """Of records of which nothing counts, what was written in them by the user, or may be shown to him.

        Sealed ones of their true type to who reads them, and to nobody else, as any other.
        """
        found = refused(self.connection, self.reader, ids)
        own = self.people.own_key
        return {
            each: self._opened_alone(record)
            for each, record in found.items()
            if all(one.act.header.author == own for one in record.written) or self._shows_record(record)
        }

    def _opened_alone(self, record: Record) -> Record:
        """One of which nothing counts, opened as if it did."""
        if self.opener is None:
            return record
        opened = self.opener.record(replace(record, uncounted=frozenset()), self.sealing_keys)
        return replace(opened, uncounted=record.uncounted)

    def to_read(self, record: bytes) -> Record:
        """As `record`; also one of which nothing counts."""
        found = self.refused([record]).get(record)
        return found if found is not None else self.record(record)

    def is_held(self, record: bytes) -> bool:
        """Whether the record is in this store, for whomever."""
        return self.connection.scalar(select(record_table.c.number).where(record_table.c.id == record)) is not None

    def begun(self, opening: bytes, type_name: str, office: str) -> bytes | None:
        """The record of a type that somebody of an office began first here under an id with this opening.

        Others can compute the opening too: what another office began, and what was annulled, is none of them.
        """
        rest, table = 16 - len(opening), record_table.c
        of_opening = table.id.between(opening + bytes(rest), opening + b"\xff" * rest)
        statement = select(table.id).where(of_opening, table.type == type_name, self.condition())
        ids = list(self.connection.scalars(statement.order_by(table.number)))
        found = self.records(ids) if ids else {}
        return next((each for each in ids if each in found and self._stands_from(office, found[each])), None)

    def _stands_from(self, office: str, record: Record) -> bool:
        made = (each.act.header.author for each in record.written if each.dot == record.state.created)
        theirs = (key for key in made if record_ids.belongs(record.row.id, key))
        return not record.state.annulments and any(office == of for key in theirs for _, of in self.people.posts(key))

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


@dataclass(frozen=True, slots=True)
class _Beside:
    """What annulments are judged by (`succession.Holding`); the records of it are not judged themselves."""

    view: View

    def record(self, record: str) -> Record | None:
        return next(iter(self.view.folded(identifiers.named([record])).values()), None)

    def signings(self, act: Record, *, ended: bool = False) -> list[Signed]:
        return [read_signing(each) for each in self.view.signings([act], ended=ended)[act.row.id]]

    def person(self, author: bytes) -> str:
        return self.view.people.person(author).hex()

    def posts(self, author: bytes) -> frozenset[tuple[str, str]]:
        return self.view.people.posts(author)


@contextmanager
def view(database: Readable, me: Me, opener: Opener | None = None) -> Iterator[View]:
    """A snapshot for this user. Each has a reader of its own, so that threads never share one.

    Without an opener nothing sealed is opened.
    """
    with database.read() as connection:
        closed = _closed(me.role, me.colleagues)
        yield View(connection, LogReader(), People(connection, me), _hidden(connection, me), opener, closed)


@contextmanager
def whole(database: Readable, me: Me) -> Iterator[View]:
    """A snapshot of every case here, whoever it is for, nothing sealed opened: for what is counted and shown to nobody.

    The private files that are closed to this user stay so.
    """
    with database.read() as connection:
        yield View(connection, LogReader(), People(connection, me), frozenset(), closed=_closed(me.role, me.colleagues))


@cache
def _closed(role: str, colleagues: frozenset[str]) -> frozenset[str]:
    """Types of the private files that are closed to a role in an office where these roles serve."""
    actor = Actor(role, colleagues=colleagues | {role})
    refused = (
        name
        for name in access.private_types()
        if isinstance(access.decide(Operation.VIEW, actor, Subject(type_name=name)), access.Refused)
    )
    return frozenset(refused)


def _hidden(connection: Connection, me: Me) -> frozenset[bytes]:
    """Cases that are here for other users of this workstation alone, and so not seen by this one."""
    if isinstance(access.decide(Operation.VIEW, me.actor, Subject(reach=Reach.NONE)), access.Allowed):
        return frozenset()
    table = case_feed_table
    strange = table.c.feed.not_in(me.feeds)
    mine = select(table.c.case_id).where(table.c.feed.in_(me.feeds))
    statement = select(table.c.case_id).where(strange, table.c.case_id.not_in(mine)).distinct()
    return frozenset(connection.scalars(statement))
