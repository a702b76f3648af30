"""What the centre vouches for, as this workstation holds it: offices, users, devices, authors' keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, and_, func, insert, or_, select

from icjims_core.directory import (
    AuthorEntry,
    DeviceEntry,
    Entry,
    OfficeEntry,
    PublicationEntry,
    SealingEntry,
    Signed,
    SupervisionEntry,
    UserEntry,
    key_of,
    read_entry,
)
from icjims_core.encoding import decode_trusted
from icjims_core.problem import Broken
from icjims_core.projections.prepared import Prepared
from icjims_core.publishing.publications import DEADLINES, KINDS, LIST
from icjims_desktop.store.log import replicas
from icjims_desktop.store.tables import directory_table

CENTRE_KEY = "centre_key"
_PUBLICATION: Final = b"\x96\x07"
"""How the canonical encoding of a publication begins: an array of six, tag 7."""
_BATCH: Final = 500
_KINDS: dict[type, int] = {
    OfficeEntry: 1,
    UserEntry: 2,
    DeviceEntry: 3,
    AuthorEntry: 4,
    SealingEntry: 5,
    SupervisionEntry: 6,
    PublicationEntry: 7,
}


@dataclass(frozen=True, slots=True)
class Author:
    """Who stands behind an author's key, as the centre certified it; unknown parts are empty."""

    name: str
    login: str
    role: str
    office: str
    device: bytes
    certified: bool


UNKNOWN_AUTHOR: Final = Author("", "", "", "", b"", certified=False)


_NEWEST: Final = Prepared(select(func.max(directory_table.c.position)))


def position(connection: Connection) -> int:
    """The position of the newest entry held."""
    return _NEWEST.first(connection) or 0


def take(connection: Connection, entries: Sequence[Signed]) -> int:
    """Store signed entries; how many were new. Raises `Broken` for a forged one or a hole in the positions."""
    if not entries:
        return 0
    key = replicas.meta(connection, CENTRE_KEY)
    if key is None:
        raise Broken("bad_signature", what="centre")
    held = position(connection)
    rows: list[dict[str, object]] = []
    for signed in entries:
        entry = read_entry(signed, key)
        if entry.position <= held:
            continue
        if entry.position != held + 1:
            raise Broken("directory_hole", position=held + 1)
        held = entry.position
        rows.append(
            {
                "position": held,
                "kind": _KINDS[type(entry)],
                "key": key_of(entry),
                "body": signed.body,
                "signature": signed.signature,
            }
        )
    if rows:
        connection.execute(insert(directory_table), rows)
    return len(rows)


def newest(connection: Connection, kind: type, key: bytes) -> Entry | None:
    """The newest entry of a kind about a key."""
    table = directory_table
    body = connection.scalar(
        select(table.c.body)
        .where(table.c.key == key, table.c.kind == _KINDS[kind])
        .order_by(table.c.position.desc())
        .limit(1)
    )
    return None if body is None else decode_trusted(body, Entry)  # type: ignore[arg-type]


def all_of(connection: Connection, kind: type) -> list[Entry]:
    """The newest entry of each key of a kind."""
    table = directory_table
    statement = select(table.c.key, table.c.body).where(table.c.kind == _KINDS[kind]).order_by(table.c.position)
    found = {row.key: row.body for row in connection.execute(statement)}
    return [decode_trusted(body, Entry) for body in found.values()]  # type: ignore[arg-type]


def roles_of_office(connection: Connection, office: str) -> frozenset[str]:
    """The roles of the people of an office, also of those who are disabled by now."""
    table = directory_table
    users = table.c.kind == _KINDS[UserEntry]
    naming = select(table.c.key).where(users, func.instr(table.c.body, office.encode()) > 0)
    statement = select(table.c.key, table.c.body).where(users, table.c.key.in_(naming)).order_by(table.c.position)
    newest_bodies = {row.key: row.body for row in connection.execute(statement)}
    entries: list[Entry] = [decode_trusted(body, Entry) for body in newest_bodies.values()]  # type: ignore[arg-type]
    return frozenset(each.role for each in entries if isinstance(each, UserEntry) and each.office == office)


def sealing_keys_of(connection: Connection, author: bytes) -> frozenset[bytes]:
    """Every sealing key that the person behind an author's key ever had, on whatever device."""
    person = newest(connection, AuthorEntry, author)
    if not isinstance(person, AuthorEntry):
        return frozenset()
    table = directory_table
    of_person = table.c.key.between(person.user + bytes(16), person.user + b"\xff" * 16)
    bodies = connection.scalars(select(table.c.body).where(table.c.kind == _KINDS[SealingEntry], of_person))
    entries: list[Entry] = [decode_trusted(body, Entry) for body in bodies]  # type: ignore[arg-type]
    return frozenset(each.key for each in entries if isinstance(each, SealingEntry))


def holds_publication(entries: Sequence[Signed]) -> bool:
    """Whether one of these entries, which have been taken, is a publication."""
    return any(each.body.startswith(_PUBLICATION) for each in entries)


def publications(connection: Connection) -> list[PublicationEntry]:
    """Every edition of code lists and rules and the newest one of anything else, in the order of the directory."""
    table = directory_table
    ranges = [(f"{kind}\x00".encode(), f"{kind}\x01".encode()) for kind in KINDS]
    statement = (
        select(table.c.position, table.c.key)
        .where(or_(*(and_(table.c.key >= first, table.c.key < after) for first, after in ranges)))
        .where(table.c.kind == _KINDS[PublicationEntry])
        .order_by(table.c.position)
    )
    rows = connection.execute(statement).all()
    newest_of = {row.key: row.position for row in rows}
    every = tuple(f"{kind}\x00".encode() for kind in (LIST, DEADLINES))
    wanted = [row.position for row in rows if row.key.startswith(every) or newest_of[row.key] == row.position]
    found: list[Entry] = []
    for start in range(0, len(wanted), _BATCH):
        bodies = select(table.c.body).where(table.c.position.in_(wanted[start : start + _BATCH]))
        found += [decode_trusted(each, Entry) for each in connection.scalars(bodies.order_by(table.c.position))]  # type: ignore[arg-type]
    return [each for each in found if isinstance(each, PublicationEntry)]


def author(connection: Connection, key: bytes) -> Author:
    """The person behind an author's key."""
    entry = newest(connection, AuthorEntry, key)
    if not isinstance(entry, AuthorEntry):
        return UNKNOWN_AUTHOR
    user = newest(connection, UserEntry, entry.user)
    if not isinstance(user, UserEntry):
        return UNKNOWN_AUTHOR
    # A device stays with its office and an author's key with its device; the person may have moved since.
    device = newest(connection, DeviceEntry, entry.device)
    office = device.office if isinstance(device, DeviceEntry) else user.office
    return Author(user.name, user.login, user.role, office, entry.device, certified=True)


def posts(connection: Connection, key: bytes) -> frozenset[tuple[str, str]]:
    """Roles with the office that the person behind an author's key has had there; what he has become is one of them."""
    entry, now = newest(connection, AuthorEntry, key), author(connection, key)
    if not isinstance(entry, AuthorEntry) or not now.certified:
        return frozenset()
    table = directory_table
    of_user = select(table.c.body).where(table.c.kind == _KINDS[UserEntry], table.c.key == entry.user)
    entries: list[Entry] = [decode_trusted(body, Entry) for body in connection.scalars(of_user)]  # type: ignore[arg-type]
    held = {each.role for each in entries if isinstance(each, UserEntry) and each.office == now.office}
    return frozenset((role, now.office) for role in held or {now.role})


def office_name(connection: Connection, code: str) -> str:
    """The name of an office, or its code when the directory does not have it yet."""
    entry = newest(connection, OfficeEntry, code.encode())
    return entry.name if isinstance(entry, OfficeEntry) else code
