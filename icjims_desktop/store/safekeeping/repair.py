"""Repair of a damaged store: everything that can still be read goes into a new file, and what is lost is named.

Rows are read one page at a time; what was lost of acts that the centre holds comes back at the next sync. Own unsent
acts above a lost one are written again by a new replica, with their originals inside. The damaged file is kept aside.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, column, delete, insert, select, table

from icjims_core.acts import ACT, AUDIT, verify_signature
from icjims_core.fingerprint import Tally
from icjims_core.problem import Broken, Problem
from icjims_core.projections import lists, log
from icjims_core.projections.log import LogReader
from icjims_core.projections.tables import act_table, verdict_table
from icjims_desktop.platform import files
from icjims_desktop.platform.paths import DataDirectory
from icjims_desktop.platform.process_lock import ProcessLock
from icjims_desktop.store import migrating, opening, own_tables, tables
from icjims_desktop.store.database import Database
from icjims_desktop.store.keys import incarnation, unlocking
from icjims_desktop.store.keys.attempts import Attempts
from icjims_desktop.store.log import reissue, replicas
from icjims_desktop.store.log.commits import AuthorKey
from icjims_desktop.store.safekeeping import check, exchange

_COPIED: Final = (
    act_table,
    verdict_table,
    tables.meta_table,
    tables.replica_table,
    tables.directory_table,
    tables.case_feed_table,
    tables.carried_table,
    tables.unconfirmed_table,
    own_tables.commit_table,
    own_tables.draft_table,
    own_tables.erased_table,
    own_tables.attachment_table,
    own_tables.attachment_use_table,
)
"""Everything that cannot be computed from something else; feeds are read again from their beginning."""
_COUNTED_ANEW: Final = {tables.case_feed_table.name: {"tally": Tally().to_bytes()}}
_SETTLED: Final = 2
"""Files of lower versions differ in what they have; from this one on a version says it."""
_BATCH: Final = 200
_GIVE_UP_AFTER: Final = 4096

Random = Callable[[int], bytes]


@dataclass(slots=True)
class Repaired:
    """What a repair saved and what it could not.

    `lost` names own acts that are gone: (replica, stream, counter, whether the centre has it). `unreadable` counts
    places in each table where rows could not be read.
    """

    acts: int = 0
    reissued: int = 0
    lost: list[tuple[str, int, int, bool]] = field(default_factory=list)
    unreadable: dict[str, int] = field(default_factory=dict)

    @property
    def lost_for_good(self) -> int:
        """Own acts that neither this store nor the centre has."""
        return sum(not sent for *_, sent in self.lost)


def repair(data_dir: Path, login: str | None, password: str, *, now: Callable[[], int], random: Random) -> Repaired:
    """Put a repaired store in the place of a damaged one; it opens as a new replica, with the warning `restored`.

    Raises what unlocking raises, `Refused("newer_store")`, and `Broken("cannot_repair")` when the facts that make it a
    store are unreadable; a backup helps then, or enrolling again. Nothing is changed before the new file is complete.
    """
    layout = DataDirectory(data_dir)
    unlocking.check_present(layout)
    with ExitStack() as undo:
        undo.callback(ProcessLock(layout.lock).release)
        exchange.finish(layout)
        attempts = Attempts(layout.attempts)
        unlocked = unlocking.unlock(layout, login, password, attempts=attempts, now=now(), random=random)
        undo.callback(unlocked.slot.close)
        staged = layout.root / exchange.UNFINISHED
        shutil.rmtree(staged, ignore_errors=True)
        undo.callback(shutil.rmtree, staged, ignore_errors=True)
        files.make_private_directory(staged)
        target = DataDirectory(staged).database
        files.write_private(target, b"")
        author = AuthorKey(unlocked.slot.author, bytes.fromhex(unlocked.slot.header.author_key))
        result = _build(layout.database, target, unlocked.key, author, random, now())
        files.sync_file(target)
        files.sync_directory(staged)
        staged.replace(layout.root / exchange.READY)
        files.sync_directory(layout.root)
        exchange.finish(layout)
    return result


def _build(source: Path, target: Path, key: bytes, author: AuthorKey, random: Random, now: int) -> Repaired:
    result, reader = Repaired(), LogReader()
    database = Database(target, key)
    try:
        version = migrating.known(_Salvager(source, key).version())
        migrating.migrate(database, migrating.steps()[: max(version, _SETTLED)])
        with database.write() as connection:
            for each in _COPIED:
                _copy(_Salvager(source, key), connection, each.name, result)
        migrating.migrate(database)
        with database.write() as connection:
            _drop_damaged(connection, result)
            if not check.has_identity(connection):
                raise Broken("cannot_repair")
        migrating.follow_declarations(database, reader)
        with database.write() as connection:
            lists.rebuild(connection, reader)
            common = _account(connection, result)
            if common:
                sent = {each.id: each.act.sent for each in _replicas(connection)}
                result.reissued = reissue.reissue(connection, reader, author, random, common, now)
                # A fork leaves only what the centre has; here what stands below the hole may be unsent still.
                for replica in common:
                    replicas.mark_sent(connection, replica, sent[replica])
            incarnation.mark_restored(connection)
        return result
    finally:
        database.close()


def _copy(source: _Salvager, connection: Connection, name: str, result: Repaired) -> None:
    """Copy what can be read of the columns that the damaged table and the new one both have."""
    anew = _COUNTED_ANEW.get(name, {})
    wanted = connection.exec_driver_sql("SELECT name FROM pragma_table_info(?)", (name,)).scalars().all()
    names = [each for each in source.columns(name) if each in wanted and each not in anew]
    if not names:
        return
    rows = [dict(zip(names, row, strict=True)) | anew for row in source.rows(name, names)]
    target = table(name, *map(column, (*names, *anew)))
    for start in range(0, len(rows), _BATCH):
        connection.execute(insert(target), rows[start : start + _BATCH])
    if source.unreadable:
        result.unreadable[name] = source.unreadable


def _drop_damaged(connection: Connection, result: Repaired) -> None:
    for number in connection.scalars(select(act_table.c.number).order_by(act_table.c.number)).all():
        try:
            act = log.opened(connection, number)
            verify_signature(act.header, act.source.header, act.source.signature)
            result.acts += 1
        except (Problem, msgspec.MsgspecError, ValueError):
            connection.execute(delete(act_table).where(act_table.c.number == number))
    for each in (tables.unconfirmed_table, tables.carried_table, own_tables.erased_table):
        connection.execute(delete(each).where(each.c.act_number.not_in(select(act_table.c.number))))


def _replicas(connection: Connection) -> list[replicas.Replica]:
    return [*replicas.former(connection), replicas.present(connection)]


def _account(connection: Connection, result: Repaired) -> dict[bytes, int]:
    """Name what own streams lack; for each replica that lacks unsent acts, the last counter below them."""
    common: dict[bytes, int] = {}
    for row in connection.execute(select(tables.replica_table)).all():
        for stream, counter, sent in (
            (ACT, row.act_counter, row.act_sent),
            (AUDIT, row.audit_counter, row.audit_sent),
        ):
            held = set(
                connection.scalars(
                    select(act_table.c.counter).where(act_table.c.replica == row.replica, act_table.c.stream == stream)
                )
            )
            missing = [each for each in range(1, counter + 1) if each not in held]
            result.lost += [(row.replica.hex(), stream, each, each <= sent) for each in missing]
            unsent = [each for each in missing if each > sent]
            if missing:
                check.accept_holes(connection, row.replica)
            if unsent:
                common.setdefault(row.replica, row.act_counter)
                if stream == ACT:
                    common[row.replica] = unsent[0] - 1
    return common


class _Salvager:
    """Reads rows of a damaged file; after an error the connection is made anew and the reading goes on behind it."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.unreadable = 0
        self._path, self._key = path, key

    def version(self) -> int:
        """The version of the file."""
        found = self._ask("PRAGMA user_version")
        return int(found[0][0]) if found else 0

    def columns(self, table: str) -> list[str]:
        """The columns that a table has, none where there is no such table."""
        return [name for (name,) in self._ask("SELECT name FROM pragma_table_info(?)", table) or ()]

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """The rows of a table that can be read, in their order."""
        named = ", ".join(f'"{column}"' for column in columns)
        many = f'SELECT rowid, {named} FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT {_BATCH}'  # noqa: S608
        one = f'SELECT rowid, {named} FROM "{table}" WHERE rowid = ?'  # noqa: S608
        at, misses = 0, 0
        while misses < _GIVE_UP_AFTER:
            found = self._ask(many, at)
            if found is not None:
                yield from (row[1:] for row in found)
                if not found:
                    return
                at, misses = found[-1][0], 0
                continue
            # Somewhere in the next rows is damage: go row by row until whole batches can be read again.
            self.unreadable += 1
            for _ in range(_BATCH):
                at += 1
                row = self._ask(one, at)
                misses = 0 if row else misses + 1
                yield from (each[1:] for each in row or [])

    def _ask(self, statement: str, *parameters: object) -> list[tuple[Any, ...]] | None:
        connection = opening.connect(self._path, self._key)
        try:
            with opening.problems():
                return connection.execute(statement, parameters).fetchall()
        except Problem:
            return None
        finally:
            connection.close()
