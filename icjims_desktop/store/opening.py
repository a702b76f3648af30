"""Opening connections to an encrypted database file: the key, the pragmas, and failures as problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

from sqlcipher3 import dbapi2

from icjims_core.problem import Broken, Locked, Problem, Refused

OLDEST_SQLITE: Final = (3, 51, 3)
"""Older ones may corrupt a WAL file when it is reset while another connection writes (sqlite.org/wal.html)."""
KEY_BYTES: Final = 32
BUSY_SECONDS: Final = 5.0
_WAL_LIMIT: Final = 64 << 20


class Rows(Protocol):
    """What a statement gave."""

    def __iter__(self) -> Iterator[tuple[Any, ...]]: ...
    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row."""

    def fetchall(self) -> list[tuple[Any, ...]]:
        """The rows that are left."""


class Raw(Protocol):
    """A connection of the database library, which brings no types."""

    def execute(self, statement: str, parameters: Sequence[object] = (), /) -> Rows:
        """Run one statement."""

    def close(self) -> None:
        """Close it; the last one moves the log into the file."""


_DatabaseError: Final[type[Exception]] = dbapi2.DatabaseError
DRIVER: Final = dbapi2

# The driver asks every value that is not a number or a text for an adapter and, finding none, for two methods: half of
# the time of inserting a row. These say at once that the value is stored as it is.
for _stored_as_is in (bytes, memoryview, type(None)):
    dbapi2.register_adapter(_stored_as_is, lambda value: value)

_PRAGMAS: Final = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "secure_delete = ON",
    "cell_size_check = ON",
    "mmap_size = 0",
    "cache_size = -32000",
    f"journal_size_limit = {_WAL_LIMIT}",
)
_EXPECTED: Final = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "trusted_schema": 0}

_BUSY, _READ_ONLY, _IO, _CORRUPT, _FULL, _CANNOT_OPEN, _NOT_A_DATABASE = 5, 8, 10, 11, 13, 14, 26
_NO_MEMORY = 7


def check_library() -> None:
    """Raises `Broken("unsafe_library")` when the linked SQLite may damage a store."""
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise Broken("unsafe_library", found=dbapi2.sqlite_version, needed="3.51.3")


def connect(path: Path, key: bytes, *, read_only: bool = False) -> Raw:
    """A connection that may be handed between threads, in autocommit; nothing has been read with the key yet.

    `read_only` refuses every change on this connection. Raises `ValueError` for a key that is not 32 bytes.
    """
    connection = bare(path)
    try:
        set_key(connection, "key", key)
        with problems():
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}").fetchall()
            if read_only:
                connection.execute("PRAGMA query_only = ON")
            _check_pragmas(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def bare(path: Path) -> Raw:
    """A connection without a key: silent about wrong keys."""
    with problems():
        connection: Raw = dbapi2.connect(str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    # The log would tell of every wrong key on stderr. Locking and wiping each allocation made inserts four times slower
    # (docs/adr/0005): key pages are wiped by the library anyway, dumps and tracing are shut off for the process.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute("PRAGMA cipher_memory_security = OFF")
    return connection


def set_key(connection: Raw, pragma: str, key: bytes) -> None:
    """Give (`key`) or change (`rekey`) the raw key; pragmas take no parameters, hence the hexadecimal text."""
    if len(key) != KEY_BYTES or pragma not in {"key", "rekey"}:
        raise ValueError("a database key is 32 bytes")
    connection.execute(f"PRAGMA {pragma} = \"x'{key.hex()}'\"")


def opens(path: Path, key: bytes) -> bool:
    """Whether the key decrypts the file; raises a `Problem` for anything else that keeps it from opening."""
    connection = bare(path)
    try:
        set_key(connection, "key", key)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except _DatabaseError as error:
        if _code(error) == _NOT_A_DATABASE:
            return False
        raise problem_of(error) or error from error
    finally:
        connection.close()
    return True


def change_key(path: Path, old: bytes, new: bytes) -> None:
    """Encrypt every page anew, with no other connection open; a crash leaves a file of exactly the old or new key."""
    connection = connect(path, old)
    try:
        with problems():
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            set_key(connection, "rekey", new)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()


def damaged_pages(path: Path, key: bytes) -> list[str]:
    """What `cipher_integrity_check` and `integrity_check` say of the file, nothing when it is sound.

    The log is moved into the file first: the first check reads the file alone and would raise false alarms.
    """
    connection = connect(path, key)
    try:
        with problems():
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            found = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
            if not found:
                found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
    finally:
        connection.close()
    return [] if found == ["ok"] else found


def _check_pragmas(connection: Raw) -> None:
    for name, wanted in _EXPECTED.items():
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != wanted:
            raise Broken("unsafe_library", found=f"{name}={found and found[0]}", needed=str(wanted))


@contextmanager
def problems(failed: Callable[[Problem], None] = lambda _: None) -> Iterator[None]:
    """Raises what the database says as a `Problem`, after telling `failed`; other errors pass."""
    try:
        yield
    except _DatabaseError as error:
        problem = problem_of(error)
        if problem is None:
            raise
        failed(problem)
        raise problem from error


def problem_of(error: BaseException) -> Problem | None:
    """The known failure behind a database error; `None` for a mistake in the program."""
    kinds: dict[int, Problem] = {
        _BUSY: Locked("store_in_use"),
        _NO_MEMORY: Refused("no_memory"),
        _READ_ONLY: Refused("store_read_only"),
        _IO: Broken("disk_failed"),
        _CORRUPT: Broken("store_damaged"),
        _FULL: Refused("disk_full"),
        _CANNOT_OPEN: Refused("store_unreachable"),
        _NOT_A_DATABASE: Broken("store_damaged"),
    }
    return kinds.get(_code(error))


def _code(error: BaseException) -> int:
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF if isinstance(code, int) else 0
