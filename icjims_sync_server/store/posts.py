"""Which roles people have had, as the centre's own directory has told it: every entry of the past is kept there."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, LargeBinary, func, or_, select

from icjims_core.directory import Entry, UserEntry
from icjims_core.encoding import decode_trusted
from icjims_sync_server.store.tables import account_table, author_table, device_table, directory_table

_FIRST: Final = b"\x98\x02"
_AFTER: Final = b"\x98\x03"
"""How the canonical encoding of an entry begins that is an array of eight with tag 2 (docs/protocol.md §7.1)."""
_PLACES: Final = (6, 7, 8, 10, 14)
"""Where the user's id begins there, counted from one: behind a position of any length that an integer has."""


def posts(connection: Connection, key: bytes) -> frozenset[tuple[str, str]]:
    """Roles with the office that the person behind an author's key has had there; what he is now is one of them.

    A device stays with its office and an author's key with its device; the person may have moved since.
    """
    statement = (
        select(account_table.c.id, account_table.c.role, device_table.c.office)
        .join(author_table, author_table.c.account == account_table.c.id)
        .join(device_table, device_table.c.id == author_table.c.device)
        .where(author_table.c.key == key)
    )
    found: set[tuple[str, str]] = set()
    for account, role, office in connection.execute(statement):
        held = {each.role for each in _entries(connection, account) if each.office == office}
        found |= {(each, office) for each in held or {role}}
    return frozenset(found)


def _entries(connection: Connection, account: bytes) -> list[UserEntry]:
    body = directory_table.c.body
    named = (func.substr(body, at, len(account), type_=LargeBinary) == account for at in _PLACES)
    statement = select(body).where(body >= _FIRST, body < _AFTER, or_(*named))
    entries: list[Entry] = [decode_trusted(each, Entry) for each in connection.scalars(statement)]  # type: ignore[arg-type]
    return [each for each in entries if isinstance(each, UserEntry) and each.user == account]
