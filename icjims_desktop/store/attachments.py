"""Files attached to records: each content once, in an encrypted file of its own beside the database.

Such a file is an SQLCipher database of 256 KiB pieces under a random key that stands in the store alone: when the key
goes, by a purge or an erasure, nobody reads the file again, whatever copies of it there are. The key of a file of a
sealed record stands nowhere: with its name here it follows from a `secret` that the record's readers have. Its length
is filled up, so that it is not told from other files by that.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Final, NamedTuple

from sqlalchemy import Connection, delete, insert, select

from icjims_core.problem import Broken, Refused
from icjims_core.projections.bulk import delete_in, rows_in
from icjims_desktop.platform import files
from icjims_desktop.store import opening
from icjims_desktop.store.database import Database
from icjims_desktop.store.own_tables import attachment_table, attachment_use_table

PIECE: Final = 256 << 10
LARGEST: Final = 2 << 30
"""Bytes that one file may have: two GiB, about four hours of the video of an interrogation."""
_LENGTH: Final = 0
"""The number of the piece that tells the length of a file that is filled up."""
_SUFFIX: Final = ".db"
_UNFINISHED: Final = ".unfinished"
_LAYOUT: Final = (
    "CREATE TABLE piece (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
    "CREATE TABLE thumbnail (one INTEGER PRIMARY KEY CHECK (one = 1), bytes BLOB NOT NULL)",
)


_NAME: Final = b"icjims-sealed-file-name-v1\x00"
_KEY: Final = b"icjims-sealed-file-key-v1\x00"


class Kept(NamedTuple):
    """A file that is held here: SHA-256 of its bytes, and how many they are."""

    sha256: bytes
    size: int


class Attachments:
    """The attached files of one store."""

    def __init__(self, database: Database, folder: Path, random: Callable[[int], bytes]) -> None:
        self._database = database
        self._folder = folder
        self._random = random

    def add(self, source: IO[bytes], record: bytes, *, now: int, secret: bytes = b"") -> Kept:
        """Keep the bytes for a record; durable when it returns. The same bytes are kept once.

        Raises `Refused("file_too_large")`, and what a full or failing disk raises.
        """
        files.make_private_directory(self._folder)
        name = self._random(16)
        key = _derived(secret, _KEY, name) if secret else self._random(opening.KEY_BYTES)
        unfinished = self._path(name).with_suffix(_UNFINISHED)
        try:
            files.write_private(unfinished, b"")
            kept = _write(unfinished, key, source, filled=bool(secret))
            files.put_in_place(unfinished, self._path(name))
        finally:
            unfinished.unlink(missing_ok=True)
        with self._database.write() as connection:
            called = _called(kept.sha256, secret)
            if _row(connection, called) is None:
                stored, size = (b"", 0) if secret else (key, kept.size)
                connection.execute(
                    insert(attachment_table).values(sha256=called, key=stored, file=name, size=size, added_at=now)
                )
                name = b""
            _use(connection, called, record)
        if name:
            self._path(name).unlink()
        return kept

    def holds(self, hashes: Iterable[bytes], secrets: Sequence[bytes] = ()) -> set[bytes]:
        """Which of the files are on this computer, those of a sealed record under one of these secrets."""
        wanted = {_called(each, secret): each for each in hashes for secret in secrets or (b"",)}
        with self._database.read() as connection:
            return {wanted[row[0]] for row in rows_in(connection, attachment_table, ("sha256",), "sha256", wanted)}

    def read(self, sha256: bytes, secrets: Sequence[bytes] = ()) -> Iterator[bytes]:
        """The bytes, piece by piece; of a file of a sealed record with one of these secrets.

        Raises `Refused("not_on_this_computer")`, and `Broken("attachment_damaged")` at the latest after the last piece.
        """
        digest = hashlib.sha256()
        with self._open(sha256, secrets) as connection:
            for piece in _pieces(connection):
                digest.update(piece)
                yield piece
        if digest.digest() != sha256:
            raise Broken("attachment_damaged", sha256=sha256.hex())

    def thumbnail(self, sha256: bytes, secrets: Sequence[bytes] = ()) -> bytes | None:
        """The small picture of a file, when one was kept; raises as `read`."""
        with self._open(sha256, secrets) as connection:
            row = connection.execute("SELECT bytes FROM thumbnail").fetchone()
        return row[0] if row else None

    def keep_thumbnail(self, sha256: bytes, picture: bytes, secrets: Sequence[bytes] = ()) -> None:
        """Keep a small picture of a file, encrypted like the file; raises as `read`."""
        with self._open(sha256, secrets) as connection, opening.problems():
            connection.execute("INSERT OR REPLACE INTO thumbnail VALUES (1, ?)", (picture,))

    def damaged(self) -> list[bytes]:
        """The files whose bytes are missing or are not what they were; of sealed ones only whether they are there."""
        with self._database.read() as connection:
            every = list(connection.scalars(select(attachment_table.c.sha256).order_by(attachment_table.c.sha256)))
        return [each for each in every if not self._is_sound(each)]

    def paths(self) -> dict[str, Path]:
        """The encrypted files by name, for a backup."""
        with self._database.read() as connection:
            names = connection.scalars(select(attachment_table.c.file).order_by(attachment_table.c.file))
            return {path.name: path for path in map(self._path, names) if path.exists()}

    def sweep(self) -> None:
        """Remove what no row knows: files that were cut off, and those whose key is gone."""
        if not self._folder.is_dir():
            return
        with self._database.read() as connection:
            known = {self._path(name) for name in connection.scalars(select(attachment_table.c.file))}
        beside = {path.with_name(path.name + end) for path in known for end in ("", "-wal", "-shm")}
        for path in self._folder.iterdir():
            if path not in beside:
                path.unlink(missing_ok=True)

    def _is_sound(self, sha256: bytes) -> bool:
        with self._database.read() as connection:
            row = _row(connection, sha256)
        if row is not None and not row.key:
            return self._path(row.file).exists()
        try:
            for _ in self.read(sha256):
                pass
        except Broken:
            return False
        return True

    def _path(self, name: bytes) -> Path:
        return self._folder / f"{name.hex()}{_SUFFIX}"

    @contextmanager
    def _open(self, sha256: bytes, secrets: Sequence[bytes] = ()) -> Iterator[opening.Raw]:
        found = self._found(sha256, secrets)
        if found is None:
            raise Refused("not_on_this_computer", sha256=sha256.hex())
        row, secret = found
        path = self._path(row.file)
        if not path.exists():
            raise Broken("attachment_damaged", sha256=sha256.hex())
        with _as_damage(sha256), closing(opening.connect(path, _key_of(row, secret))) as raw:
            yield raw

    def _found(self, sha256: bytes, secrets: Sequence[bytes]) -> tuple[_Row, bytes] | None:
        """The row of a file, and the secret that its key follows from."""
        with self._database.read() as connection:
            several = ((_row(connection, _called(sha256, each)), each) for each in secrets or (b"",))
            return next(((row, secret) for row, secret in several if row is not None), None)


class _Row(NamedTuple):
    key: bytes
    file: bytes


def _called(sha256: bytes, secret: bytes) -> bytes:
    """What a file is known by here: its hash, or with a secret what only the secret's holders find."""
    return _derived(secret, _NAME, sha256) if secret else sha256


def _key_of(row: _Row, secret: bytes) -> bytes:
    return _derived(secret, _KEY, row.file) if secret else row.key


def _derived(secret: bytes, use: bytes, what: bytes) -> bytes:
    return hmac.digest(secret, use + what, "sha256")


def _row(connection: Connection, sha256: bytes) -> _Row | None:
    found = connection.execute(
        select(attachment_table.c.key, attachment_table.c.file).where(attachment_table.c.sha256 == sha256)
    ).one_or_none()
    return _Row(*found) if found else None


def _use(connection: Connection, sha256: bytes, record: bytes) -> None:
    table = attachment_use_table
    used = select(table.c.record).where(table.c.sha256 == sha256, table.c.record == record)
    if connection.scalar(used) is None:
        connection.execute(insert(table).values(sha256=sha256, record=record))


def _write(path: Path, key: bytes, source: IO[bytes], *, filled: bool = False) -> Kept:
    digest, size = hashlib.sha256(), 0
    connection = opening.connect(path, key)
    try:
        with opening.problems():
            connection.execute("BEGIN")
            for statement in _LAYOUT:
                connection.execute(statement)
            number = 0
            while piece := source.read(PIECE):
                digest.update(piece)
                size += len(piece)
                number += 1
                if size > LARGEST:
                    raise Refused("file_too_large", limit=LARGEST)
                _put(connection, number, piece.ljust(PIECE, b"\x00") if filled else piece)
            if filled:
                _fill(connection, number, size)
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()
    return Kept(digest.digest(), size)


def _put(connection: opening.Raw, number: int, piece: bytes) -> None:
    connection.execute("INSERT INTO piece VALUES (?, ?)", (number, piece))


def _fill(connection: opening.Raw, pieces: int, size: int) -> None:
    """Bring so many whole pieces to 1, 2, 4, 8 …; how long the file really is stands in a piece before them."""
    every = 1
    while every < pieces:
        every *= 2
    for number in range(pieces + 1, every + 1):
        _put(connection, number, bytes(PIECE))
    _put(connection, _LENGTH, size.to_bytes(8, "big"))


def _pieces(connection: opening.Raw) -> Iterator[bytes]:
    left = LARGEST
    for number, piece in connection.execute("SELECT number, bytes FROM piece ORDER BY number"):
        if number == _LENGTH:
            left = int.from_bytes(piece, "big")
        elif left > 0:
            yield piece[:left]
            left -= len(piece)


@contextmanager
def _as_damage(sha256: bytes) -> Iterator[None]:
    """Damage of the file is damage of this attachment, not of the store."""
    try:
        with opening.problems():
            yield
    except Broken as problem:
        if problem.code != "store_damaged":
            raise
        raise Broken("attachment_damaged", sha256=sha256.hex()) from problem


def forget(connection: Connection, records: Sequence[bytes]) -> None:
    """Records are being removed: the keys of files that were theirs alone go with them, in the same transaction."""
    table = attachment_use_table
    delete_in(connection, table, "record", records)
    unused = select(attachment_table.c.sha256).where(attachment_table.c.sha256.not_in(select(table.c.sha256)))
    connection.execute(delete(attachment_table).where(attachment_table.c.sha256.in_(unused)))
