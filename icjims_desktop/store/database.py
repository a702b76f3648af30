"""The encrypted database of a workstation: one writer, many read-only snapshots, durable when `write` ends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from icjims_core.problem import Broken, Problem
from icjims_desktop.store import opening

_READERS: Final = 4
_MORE_READERS: Final = 28


class Database:
    """An open database file. `key` is its raw 32 bytes.

    `before_commit` hooks run inside every `write`, last of all; `on_commit` hooks run once it is durable, still before
    the next writer. Raises `Broken("store_damaged")` when the key does not open the file.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        opening.check_library()
        self.path = path
        self.before_commit: list[Callable[[Connection], None]] = []
        self.on_commit: list[Callable[[], None]] = []
        self._key = bytearray(key)
        self._lock = threading.Lock()
        self._writing: int | None = None
        self._failure: Problem | None = None
        self._writer = self._engine(read_only=False, size=1, overflow=0)
        self._reader = self._engine(read_only=True, size=_READERS, overflow=_MORE_READERS)
        try:
            with self._writer.connect() as connection, _as_problems(self._note):
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
        except BaseException:
            self.close()
            raise

    @property
    def key(self) -> bytes:
        """The raw key; empty once closed."""
        return bytes(self._key)

    def _engine(self, *, read_only: bool, size: int, overflow: int) -> Engine:
        def connect() -> opening.Raw:
            return opening.connect(self.path, self.key, read_only=read_only)

        # The key reaches the connection by this function alone: an address would carry it into messages and logs.
        engine = create_engine(
            "sqlite+pysqlite://",
            module=opening.DRIVER,
            creator=connect,
            poolclass=QueuePool,
            pool_size=size,
            max_overflow=overflow,
        )
        begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"

        @event.listens_for(engine, "begin")
        def _(connection: Connection) -> None:
            connection.connection.cursor().execute(begin)

        return engine

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction of the one writer: durable when the block has ended, undone when it raises.

        Raises `disk_full`, `disk_failed` and their like; after the disk failed nothing is written until the store is
        opened anew. A second `write` inside the block is a `RuntimeError`.
        """
        if self._writing == threading.get_ident():
            raise RuntimeError("a write inside a write")
        with self._lock:
            self._writing = threading.get_ident()
            try:
                if self._failure is not None:
                    raise self._failure
                with _as_problems(self._note), self._writer.begin() as connection:
                    yield connection
                    for prepare in self.before_commit:
                        prepare(connection)
                for hook in self.on_commit:
                    hook()
            finally:
                self._writing = None

    @contextmanager
    def trial(self) -> Iterator[Connection]:
        """A transaction of the one writer that is always undone: to see what a change would make."""
        with self._lock, _as_problems(self._note), self._writer.connect() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One read-only snapshot, the same from its first query to its end."""
        with _as_problems(self._note), self._reader.connect() as connection:
            yield connection

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file and empty it, as far as no reader holds on to it."""
        with self._lock, _as_problems(self._note):
            connection = opening.connect(self.path, self.key)
            try:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                connection.close()

    def compact(self) -> None:
        """Write the file anew without what was deleted, and empty the log; no snapshot may be held meanwhile."""
        with self._lock, _as_problems(self._note):
            connection = opening.connect(self.path, self.key)
            try:
                connection.execute("VACUUM")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                connection.close()

    def copy_to(self, path: Path) -> None:
        """A consistent copy under the same key into a new file, while others read and write."""
        with _as_problems(self._note):
            connection = opening.connect(self.path, self.key)
            try:
                connection.execute("VACUUM INTO ?", (str(path),))
            finally:
                connection.close()

    def close(self) -> None:
        """Close every connection, the writer last so that the log is moved into the file; the key is wiped."""
        self._reader.dispose()
        self._writer.dispose()
        self._key[:] = bytes(len(self._key))
        self._key.clear()

    def _note(self, problem: Problem) -> None:
        # What the operating system failed to write once may be lost although it says otherwise the next time.
        if problem.code == "disk_failed":
            self._failure = Broken(problem.code)


@contextmanager
def _as_problems(failed: Callable[[Problem], None]) -> Iterator[None]:
    try:
        with opening.problems(failed):
            yield
    except DBAPIError as error:
        problem = opening.problem_of(error.orig) if error.orig is not None else None
        if problem is None:
            raise
        failed(problem)
        raise problem from error
