"""A centre on disk: its data directory, its database, and opening both."""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from icjims_core.problem import Broken, Refused
from icjims_sync_server.services.administration import authority, keys
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.store import schema, settings
from icjims_sync_server.store.database import Database

DATABASE_FILE: Final = "centre.db"
KEYS_FOLDER: Final = "keys"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a centre lives: its folder, and the address of its database (empty: SQLite in the folder)."""

    folder: Path
    database: str = ""

    @property
    def keys(self) -> Path:
        """The folder of its keys and certificates."""
        return self.folder / KEYS_FOLDER

    @property
    def address(self) -> str:
        """SQLAlchemy's address of its database."""
        return self.database or f"sqlite:///{self.folder / DATABASE_FILE}"


def now_ms() -> int:
    """Milliseconds since 1970 UTC."""
    return time.time_ns() // 1_000_000


def now_utc() -> datetime.datetime:
    """The present moment."""
    return datetime.datetime.now(datetime.UTC)


def init(place: Place) -> bool:
    """Make folder, keys, authority and schema, or bring an existing centre up to date; whether it is new."""
    place.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = keys.make(place.keys)
    authority.make(place.keys, now_utc())
    database = Database(place.address)
    try:
        return database.write(lambda connection: prepare(connection, made.public))
    finally:
        database.close()


def prepare(connection: Connection, centre_key: bytes) -> bool:
    """Bring the schema up to date; whether the centre is new. `Broken("other_centre")` for another's database."""
    schema.migrate(connection)
    known = settings.get(connection, settings.CENTRE_KEY)
    if known not in (None, centre_key):
        raise Broken("other_centre")
    if known is None:
        settings.put(connection, settings.CENTRE_KEY, centre_key)
        settings.put(connection, settings.EPOCH, os.urandom(16))
    schema.follow_declarations(connection)
    return known is None


def open_centre(
    place: Place, *, clock: Callable[[], int] = now_ms, random: Callable[[int], bytes] = os.urandom
) -> Centre:
    """The centre of this place; raises `Refused("not_initialised")`, `Broken` for damage."""
    if not (place.keys / keys.SIGNING_FILE).exists():
        raise Refused("not_initialised", folder=str(place.folder))
    read = keys.read(place.keys)
    database = Database(place.address)
    with database.read() as connection:
        schema.check_version(connection)
        if settings.get(connection, settings.CENTRE_KEY) != read.public:
            raise Broken("other_centre")
        epoch = settings.get(connection, settings.EPOCH)
    if epoch is None:
        raise Broken("not_initialised")
    return Centre(database, read, clock, random, epoch)
