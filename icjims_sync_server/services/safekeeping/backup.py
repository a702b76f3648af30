"""Backups of the whole centre, sealed with a password, and their restoration (docs/backup.md).

A file is: `ICJIMS-CENTRE-BACKUP-1`, a line feed, the Argon2id salt (16 bytes) and cost (three numbers of four bytes:
memory in KiB, passes, lanes), then boxes: four bytes of length and `icjims_core.sealing.encrypt` of a compressed chunk,
bound to the head, the number of the box and whether it is the last. A chunk is the encoded list [table, columns, rows];
`$schema`, `$keys` and `$end` (each table and its rows) are no tables.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlalchemy import Connection, Table, func, insert, select

from icjims_core import sealing
from icjims_core.encoding import decode, encode
from icjims_core.packing import compress, decompress
from icjims_core.problem import Broken, Locked, Refused
from icjims_sync_server.services.administration import authority, keys, people
from icjims_sync_server.services.administration.installation import Place, open_centre
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.store import schema, settings
from icjims_sync_server.store.database import Database
from icjims_sync_server.store.tables import CORE_TABLES, case_feed_table, metadata

MAGIC: Final = b"ICJIMS-CENTRE-BACKUP-1\n"
MIN_PASSWORD: Final = 12
MAX_PASSWORD: Final = 256
SALT_BYTES: Final = 16
MEMORY_KIB: Final = 64 << 10
PASSES: Final = 3
LANES: Final = 4
_HEAD_BYTES: Final = len(MAGIC) + SALT_BYTES + 12
_MAX_MEMORY_KIB: Final = 1 << 20
_MAX_PASSES: Final = 16
_MAX_LANES: Final = 16
_MAX_BOX: Final = 64 << 20
_CHUNK_ROWS: Final = 500
_CHUNK_BYTES: Final = 8 << 20
_SCHEMA: Final = "$schema"
_KEYS: Final = "$keys"
_END: Final = "$end"
_FILES: Final = (keys.SIGNING_FILE, keys.SEALING_FILE, authority.CA_KEY, authority.CA_CERTIFICATE)
_DERIVED: Final = ("conflict", "annulled")

Chunk = tuple[str, list[str], list[list[Any]]]


def tables() -> list[Table]:
    """What a backup holds; projections are made again from the log."""
    core = [table for table in CORE_TABLES if table.name not in _DERIVED]
    return [*core, *metadata.sorted_tables]


def backup(centre: Centre, place: Place, target: Path, password: str) -> int:
    """Write a sealed backup of one snapshot; its size in bytes. Raises `Refused`: `file_exists`, `weak_password`."""
    if target.exists():
        raise Refused("file_exists", file=target.name)
    salt = centre.random(SALT_BYTES)
    head = MAGIC + salt + b"".join(number.to_bytes(4, "big") for number in (MEMORY_KIB, PASSES, LANES))
    key = _key(password, head)
    fresh = target.with_name(target.name + ".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(head)
        with centre.database.read() as connection:
            _write_boxes(file, head, key, centre.random, _chunks(connection, place))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(target)
    return target.stat().st_size


def _key(password: str, head: bytes) -> bytes:
    password = unicodedata.normalize("NFC", password)
    if not MIN_PASSWORD <= len(password) <= MAX_PASSWORD:
        raise Refused("weak_password", minimum=MIN_PASSWORD)
    salt, cost = head[len(MAGIC) : len(MAGIC) + SALT_BYTES], head[len(MAGIC) + SALT_BYTES :]
    memory, passes, lanes = (int.from_bytes(cost[at : at + 4], "big") for at in (0, 4, 8))
    if not (MEMORY_KIB <= memory <= _MAX_MEMORY_KIB and PASSES <= passes <= _MAX_PASSES and 1 <= lanes <= _MAX_LANES):
        raise Broken("malformed", what="backup")
    derived = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
    return derived.derive(password.encode())


def _chunks(connection: Connection, place: Place) -> Iterator[Chunk]:
    yield _SCHEMA, ["version"], [[schema.version(connection)]]
    yield _KEYS, ["name", "content"], [[name, (place.keys / name).read_bytes()] for name in _FILES]
    counts: list[list[Any]] = []
    for table in tables():
        columns = [str(column.name) for column in table.columns]
        count = 0
        for rows in _pieces(connection, table):
            count += len(rows)
            yield str(table.name), columns, rows
        counts.append([str(table.name), count])
    yield _END, ["table", "rows"], counts


def _pieces(connection: Connection, table: Table) -> Iterator[list[list[Any]]]:
    statement = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=_CHUNK_ROWS)
    piece: list[list[Any]] = []
    size = 0
    for row in connection.execute(statement):
        piece.append(list(row))
        size += sum(len(value) for value in row if isinstance(value, bytes | str))
        if len(piece) >= _CHUNK_ROWS or size >= _CHUNK_BYTES:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece


def _write_boxes(
    file: IO[bytes], head: bytes, key: bytes, random: Callable[[int], bytes], chunks: Iterator[Chunk]
) -> None:
    for number, chunk in enumerate(chunks):
        plain = compress(encode(chunk))
        box = sealing.encrypt(key, random(sealing.NONCE_BYTES), plain, _bound(head, number, last=chunk[0] == _END))
        file.write(len(box).to_bytes(4, "big") + box)


def _bound(head: bytes, number: int, *, last: bool) -> bytes:
    return head + number.to_bytes(8, "big") + bytes([last])


def read(source: Path, password: str) -> Iterator[Chunk]:
    """The chunks of a backup up to its end. Raises `Locked("wrong_password")`, `Broken` for damage or a cut."""
    with source.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        if len(head) != _HEAD_BYTES or not head.startswith(MAGIC):
            raise Broken("malformed", what="backup")
        key = _key(password, head)
        number, last = 0, False
        while not last:
            box = _next_box(file)
            plain, last = _open(key, box, head, number)
            chunk: Chunk = decode(decompress(plain, _MAX_BOX * 4), tuple[str, list[str], list[list[Any]]])
            if last != (chunk[0] == _END):
                raise Broken("malformed", what="backup")
            yield chunk
            number += 1
        if file.read(1):
            raise Broken("malformed", what="backup")


def _next_box(file: IO[bytes]) -> bytes:
    size = file.read(4)
    length = int.from_bytes(size, "big")
    if len(size) != 4 or length > _MAX_BOX:
        raise Broken("truncated", what="backup")
    box = file.read(length)
    if len(box) != length:
        raise Broken("truncated", what="backup")
    return box


def _open(key: bytes, box: bytes, head: bytes, number: int) -> tuple[bytes, bool]:
    for last in (False, True):
        try:
            return sealing.decrypt(key, box, _bound(head, number, last=last)), last
        except (Broken, InvalidTag):
            continue
    if number == 0:
        raise Locked("wrong_password")
    raise Broken("malformed", what="backup")


def restore(place: Place, source: Path, password: str, *, random: Callable[[int], bytes] = os.urandom) -> Centre:
    """Make the centre of a backup in an empty place, with a new epoch and every device pending.

    The whole file is read and checked before anything is written; `Refused("not_empty")` where there is a centre.
    """
    if place.keys.exists() and any(place.keys.iterdir()):
        raise Refused("not_empty", folder=str(place.folder))
    version = _version(read(source, password))  # damage anywhere is found before the first write
    place.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = Database(place.address)
    try:
        files = database.write(lambda connection: _fill(connection, version, read(source, password), random))
    finally:
        database.close()
    place.keys.mkdir(mode=0o700, exist_ok=True)
    for name, content in files.items():
        keys.write_file(place.keys / name, content, 0o644 if name == authority.CA_CERTIFICATE else 0o600)
    centre = open_centre(place, random=random)
    centre.database.write(lambda connection: _begin_again(connection, centre))
    return centre


def _version(chunks: Iterator[Chunk]) -> str:
    """The version of the schema that a backup holds. Before 0005 none was said: what was there tells it."""
    told, tables, whole = "", set[str](), True
    for name, columns, rows in chunks:
        if name == _SCHEMA:
            told = str(rows[0][0])
        elif name == case_feed_table.name:
            whole = "whole" in columns
        elif name == _END:
            tables = {str(row[0]) for row in rows}
    if told:
        return told
    if "log_reading" in tables:
        return "0004" if whole else "0003"
    return "0002" if "sealing_key" in tables else "0001"


def _fill(
    connection: Connection, version: str, chunks: Iterator[Chunk], random: Callable[[int], bytes]
) -> dict[str, bytes]:
    if not schema.is_empty(connection):
        raise Refused("not_empty", folder="")
    schema.migrate(connection, version)
    by_name = {table.name: table for table in tables()}
    files: dict[str, bytes] = {}
    counts: dict[str, int] = {}
    for name, columns, rows in chunks:
        if name == _KEYS:
            files = {str(each[0]): bytes(each[1]) for each in rows if each[0] in _FILES}
        elif name == _SCHEMA:
            continue
        elif name == _END:
            if {table: count for table, count in rows if count} != counts:
                raise Broken("malformed", what="backup")
        else:
            table = by_name.get(name)
            if table is None or set(columns) - set(table.columns.keys()):
                raise Broken("newer_schema")
            connection.execute(insert(table), [dict(zip(columns, row, strict=True)) for row in rows])
            counts[name] = counts.get(name, 0) + len(rows)
    schema.migrate(connection)
    _move_sequences(connection)
    settings.put(connection, settings.EPOCH, random(16))
    settings.put(connection, settings.RESTORED, b"1")
    settings.put(connection, settings.SHAPE, b"")
    schema.follow_declarations(connection)
    return files


def _move_sequences(connection: Connection) -> None:
    """On PostgreSQL numbers that were given before must not be given again."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables():
        for column in table.columns:
            if column is table.autoincrement_column:
                newest = connection.scalar(select(func.max(column)))
                if newest is not None:
                    sequence = func.pg_get_serial_sequence(table.name, column.name)
                    connection.execute(select(func.setval(sequence, newest)))


def _begin_again(connection: Connection, centre: Centre) -> None:
    for device in people.devices(connection):
        if device.state == "active":
            people.set_device_state(connection, centre, device, "pending")
