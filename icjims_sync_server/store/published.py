"""The editions that stand in the centre's directory: what was published is what was signed."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, select

from icjims_core.directory import Entry, PublicationEntry
from icjims_core.encoding import decode_trusted
from icjims_sync_server.store.tables import directory_table

_FIRST: Final = b"\x96\x07"
_AFTER: Final = b"\x96\x08"
"""How the canonical encoding of an entry begins that is an array of six with tag 7 (docs/protocol.md §7.1)."""


def editions(connection: Connection) -> list[PublicationEntry]:
    """Every edition in the order of the directory."""
    body = directory_table.c.body
    statement = select(body).where(body >= _FIRST, body < _AFTER).order_by(directory_table.c.position)
    found: list[Entry] = [decode_trusted(each, Entry) for each in connection.scalars(statement)]  # type: ignore[arg-type]
    return [each for each in found if isinstance(each, PublicationEntry)]
