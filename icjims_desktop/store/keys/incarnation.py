"""Becoming and staying one identity: what a store is when it opens, and the marks that it leaves behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, select

from icjims_core.acts import ACT, AUDIT, NO_PREVIOUS
from icjims_core.encoding import decode, encode
from icjims_core.projections.tables import act_table
from icjims_desktop.platform.place import Place, place_of
from icjims_desktop.store.database import Database
from icjims_desktop.store.keys.identity import Evidence, Head, Marks, Verdict, judge
from icjims_desktop.store.log import replicas
from icjims_desktop.store.own_tables import commit_table
from icjims_desktop.store.tables import meta_table, replica_table

STORE: Final = "store"
_FORMERS: Final = "former_stores"
_PLACE: Final = "place"
_RESTORED: Final = "restored"
_NOBODY: Final = bytes(16)
_TAG_BYTES: Final = 16

_COUNT = "UPDATE commit_number SET number = number + 1, tag = ? RETURNING number"
_HEADS = "SELECT replica, act_counter, act_head, audit_counter, audit_head FROM replica WHERE own"

Random = Callable[[int], bytes]


class Incarnation:
    """The identity of an open store. Once `follow` was called, each commit is numbered and marked."""

    def __init__(self, database: Database, beside: Path, state: Path, random: Random) -> None:
        self._database = database
        self._marks = Marks(beside, state)
        self._random = random
        self._store = b""
        self._head: Head | None = None

    def verdict(self) -> Verdict:
        """What this store is, before anything is written to it."""
        with self._database.read() as connection:
            head = self._present(connection)
            place = replicas.meta(connection, _PLACE)
            evidence = Evidence(
                marks=self._marks.read(head.store, head.replica),
                formers=_formers(connection),
                follows=lambda mark: _holds(connection, mark),
                place=place_of(self._database.path),
                known_place=decode(place, Place) if place is not None else None,
                restored=replicas.meta(connection, _RESTORED) is not None,
            )
            return judge(head, evidence)

    def follow(self) -> None:
        """From now on number each commit, and mark it once it is durable."""
        with self._database.read() as connection:
            self._store = replicas.meta(connection, STORE) or b""
        self._database.before_commit.append(self._number)
        self._database.on_commit.append(self._mark)

    def begin(self) -> None:
        """Give a new store its identity and its place; raises `RuntimeError` when it has one."""
        with self._database.write() as connection:
            if replicas.meta(connection, STORE) is not None:
                raise RuntimeError("the store has an identity")
            connection.execute(commit_table.insert().values(one=1, number=0, tag=bytes(_TAG_BYTES)))
            replicas.set_meta(connection, STORE, self._random(16))
            replicas.set_meta(connection, _PLACE, encode(place_of(self._database.path)))
        self.follow()

    def become_another(self) -> None:
        """Take a new store id, a new replica where there was one, and this place, in one transaction."""
        former, self._store = self._store, self._random(16)
        try:
            with self._database.write() as connection:
                replicas.set_meta(connection, _FORMERS, encode([*_formers(connection), former]))
                replicas.set_meta(connection, STORE, self._store)
                replicas.set_meta(connection, _PLACE, encode(place_of(self._database.path)))
                connection.execute(delete(meta_table).where(meta_table.c.key == _RESTORED))
                if connection.scalar(select(replica_table.c.replica).limit(1)) is not None:
                    replicas.start(connection, self._random(16))
        except BaseException:
            self._store = former
            raise

    def mark_now(self) -> None:
        """Write the marks of the state as it is: after an opening that found some missing or behind."""
        with self._database.read() as connection:
            self._marks.write(self._present(connection))

    def close(self) -> None:
        """Let go of the mark files."""
        self._marks.close()

    def _present(self, connection: Connection) -> Head:
        count = connection.execute(select(commit_table.c.number, commit_table.c.tag)).one()
        store = replicas.meta(connection, STORE) or b""
        return Head(store, *_heads(connection, count.number, count.tag))

    def _number(self, connection: Connection) -> None:
        tag = self._random(_TAG_BYTES)
        number = connection.exec_driver_sql(_COUNT, (tag,)).scalar_one()
        self._head = Head(self._store, *_heads(connection, number, tag))

    def _mark(self) -> None:
        if self._head is not None:
            self._marks.write(self._head)


def mark_restored(connection: Connection) -> None:
    """Have the store know at its next opening that it came out of a backup."""
    replicas.set_meta(connection, _RESTORED, b"")


def _heads(connection: Connection, number: int, tag: bytes) -> tuple[bytes, int, bytes, int, bytes, int, bytes]:
    row = connection.exec_driver_sql(_HEADS).one_or_none()
    if row is None:
        return _NOBODY, number, tag, 0, NO_PREVIOUS, 0, NO_PREVIOUS
    return row.replica, number, tag, row.act_counter, row.act_head, row.audit_counter, row.audit_head


def _formers(connection: Connection) -> list[bytes]:
    data = replicas.meta(connection, _FORMERS)
    return [] if data is None else decode(data, list[bytes])


def _holds(connection: Connection, mark: Head) -> bool:
    """Whether both heads of the mark are acts in this log."""
    for stream, counter, head in ((ACT, mark.act_counter, mark.act_head), (AUDIT, mark.audit_counter, mark.audit_head)):
        if counter:
            statement = select(act_table.c.act_id).where(
                act_table.c.replica == mark.replica, act_table.c.stream == stream, act_table.c.counter == counter
            )
            if head not in connection.scalars(statement).all():
                return False
    return True
