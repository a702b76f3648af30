"""One door to the centre's database: read snapshots, and durable writes that are tried again where they clash."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from icjims_core.problem import Broken, Unreachable

T = TypeVar("T")

MAX_TRIES: Final = 12
BUSY_SECONDS: Final = 60.0
POOL_SIZE: Final = 16
_CLASHES: Final = frozenset({"40001", "40P01", "23505"})
"""Serialisation failure, deadlock, and a row that another transaction inserted first."""
_LOCK_BUCKETS: Final = 1024
_PRAGMAS: Final = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF", "cache_size=-32768")


class FileLock:
    """One writer among all processes on a SQLite file.

    SQLite's own locks would do for correctness of transactions; before 3.51.3, however, two connections that write and
    checkpoint at the same instant could damage the file. Whoever writes, checkpoints or closes holds this lock.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = threading.Lock()
        self._file: IO[bytes] | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Inside, no other thread or process writes."""
        with self._thread:
            if self._file is None:
                self._file = self._path.open("ab")
            _lock(self._file)
            try:
                yield
            finally:
                _unlock(self._file)

    def close(self) -> None:
        """Give the file back."""
        with self._thread:
            if self._file is not None:
                self._file.close()
                self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)

    def _unlock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


class Database:
    """The centre's database. Safe to use from several threads; transactions never wait for the network."""

    def __init__(self, address: str) -> None:
        url = _normal(address)
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self._lock: FileLock | None = None
        if self.is_sqlite:
            if not url.database:
                raise Broken("bad_database_address")
            self._lock = FileLock(Path(f"{url.database}.lock"))
            self.engine = _sqlite(url)
            self._readers = self.engine
        else:
            self.engine = _postgresql(url)
            self._readers = self.engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One snapshot; nothing can be written."""
        with _named(), self._readers.connect() as connection:
            yield connection

    def write(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns, once its writes are durable. It may run again: it only uses its connection."""
        if self._lock is not None:
            with _named(), self._lock.held(), self.engine.connect() as connection:
                connection.execution_options(immediate=True)
                with connection.begin():
                    return work(connection)
        with _named():
            return self._retried(work)

    def _retried(self, work: Callable[[Connection], T]) -> T:
        for _ in range(MAX_TRIES - 1):
            try:
                with self.engine.begin() as connection:
                    return work(connection)
            except (OperationalError, IntegrityError) as error:
                if getattr(error.orig, "sqlstate", None) not in _CLASHES:
                    raise
        with self.engine.begin() as connection:
            return work(connection)

    def trial(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns; whatever it wrote is taken back."""
        if self._lock is None:
            with _named(), self.engine.connect() as connection:
                return work(connection)
        with _named(), self._lock.held(), self.engine.connect() as connection:
            connection.execution_options(immediate=True)
            return work(connection)

    def close(self) -> None:
        """Close every connection."""
        if self._lock is None:
            self.engine.dispose()
            return
        with self._lock.held():
            self.engine.dispose()
        self._lock.close()


@contextmanager
def _named() -> Iterator[None]:
    """Failures of the database itself as problems."""
    try:
        yield
    except OperationalError as error:
        raise Unreachable("database_unavailable") from error
    except DBAPIError as error:
        if error.connection_invalidated:
            raise Unreachable("database_unavailable") from error
        raise


def _normal(address: str) -> URL:
    if address.startswith(("postgres://", "postgresql://")):
        address = "postgresql+psycopg://" + address.partition("://")[2]
    return make_url(address)


# The driver asks every value that is not a number or a text for an adapter and, finding none, for two methods: half of
# the time of inserting a row. These say at once that the value is stored as it is.
for _stored_as_is in (bytes, memoryview, type(None)):
    sqlite3.register_adapter(_stored_as_is, lambda value: value)


def _sqlite(url: URL) -> Engine:
    engine = create_engine(
        url,
        pool_size=POOL_SIZE,
        max_overflow=POOL_SIZE,
        pool_reset_on_return=None,  # every transaction ends in its own block
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions begin below, not where the driver guesses
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate")
        cursor = connection.connection.cursor()
        cursor.execute("BEGIN IMMEDIATE" if immediate else "BEGIN")
        cursor.close()

    return engine


def _postgresql(url: URL) -> Engine:
    engine = create_engine(url, pool_size=POOL_SIZE, max_overflow=POOL_SIZE, pool_use_lifo=True)

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:
        connection.autocommit = True
        connection.execute("SET synchronous_commit = on")
        connection.execute("SET timezone = 'UTC'")
        connection.autocommit = False

    return engine


REPLICAS: Final = 1
CASES: Final = 2
DIRECTORY: Final = 3


def lock_subjects(connection: Connection, kind: int, subjects: Iterable[bytes]) -> None:
    """Hold back other writers on these subjects until the transaction ends.

    `REPLICAS` before `CASES` (and offices) before `DIRECTORY` before the counter rows of feeds, each in ascending
    order: so nobody waits in a circle. On SQLite the one writer needs none of it.
    """
    if connection.dialect.name == "sqlite":
        return
    buckets = sorted({int.from_bytes(subject[-4:], "big") % _LOCK_BUCKETS for subject in subjects})
    connection.execute(_ADVISORY_LOCKS, {"kind": kind, "buckets": buckets})


_ADVISORY_LOCKS: Final = text(
    "SELECT pg_advisory_xact_lock(:kind, bucket) FROM unnest(CAST(:buckets AS integer[])) AS bucket"
)
