"""Single facts of the centre, by name."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, insert, select, update

from icjims_sync_server.store.tables import setting_table

EPOCH: Final = "epoch"
"""16 random bytes that name this life of the feeds; a restored centre begins a new one."""
ADDRESS: Final = "address"
"""Where the last `serve` could be reached."""
RESTORED: Final = "restored"
"""Set while a restored centre may meet devices that know more of the directory than it does."""
SHAPE: Final = "projection_shape"
"""Hash of the declarations that the list projections were made from."""
CENTRE_KEY: Final = "centre_key"
"""Public key of this centre: a database belongs to one set of key files."""


def get(connection: Connection, key: str) -> bytes | None:
    """A fact, or `None`."""
    return connection.scalar(select(setting_table.c.value).where(setting_table.c.key == key))


def put(connection: Connection, key: str, value: bytes) -> None:
    """State a fact."""
    changed = connection.execute(update(setting_table).where(setting_table.c.key == key).values(value=value))
    if not changed.rowcount:
        connection.execute(insert(setting_table).values(key=key, value=value))
