"""Drafts: what a user has typed and not saved yet, kept in the encrypted database so that a crash takes none of it.

A draft of what the law seals is sealed to the user himself, its type included.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, or_, select

from icjims_core import sealing
from icjims_core.clocks import Vector, from_pairs, pairs
from icjims_core.encoding import Value, decode, encode
from icjims_core.modules import registry
from icjims_core.projections.tables import record_table
from icjims_desktop.store.database import Database
from icjims_desktop.store.own_tables import draft_table

_PREFIX: Final = "sealed:"
_NAME_BYTES: Final = 16
_PURPOSE: Final = b"icjims-draft-v1\x00"
_FILLED: Final = 4096
"""Sealed drafts are filled up to a multiple of so many bytes."""


@dataclass(frozen=True, slots=True)
class DraftKey:
    """What a draft is of: a record of a type, or a new one (`None`), in a case or in none."""

    type: str
    record: bytes | None = None
    case: bytes | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it was last kept. `context` is the record's vector as it was shown when the typing began."""

    key: DraftKey
    values: Mapping[str, Value]
    context: Vector
    saved_at: int


class _Body(msgspec.Struct, array_like=True, frozen=True):
    values: dict[str, Value]
    context: tuple[tuple[bytes, int], ...]


class _Sealed(msgspec.Struct, array_like=True, frozen=True):
    type: str
    body: bytes


class Drafts:
    """The drafts of one user; `user` is the stable name of his slot, `private` his sealing key.

    Nobody else's are shown.
    """

    def __init__(self, database: Database, user: bytes, private: X25519PrivateKey) -> None:
        self._database = database
        self._user = user
        self._private = private

    def keep(self, key: DraftKey, values: Mapping[str, Value], context: Mapping[bytes, int], *, now: int) -> None:
        """Keep what is typed, over what was kept of the same; durable when it returns. `now` in ms since 1970."""
        body = encode(_Body(dict(values), pairs(context)))
        with self._database.write() as connection:
            self._remove(connection, key)
            row = {
                "user": self._user,
                "type": self._name(key.type),
                "record": key.record or b"",
                "case_id": key.case or b"",
                "body": self._closed(key.type, body),
                "saved_at": now,
            }
            connection.execute(insert(draft_table).values(**row))

    def get(self, key: DraftKey) -> Draft | None:
        """The draft of that, if there is one."""
        with self._database.read() as connection:
            row = connection.execute(select(draft_table).where(*self._of(key))).one_or_none()
        return None if row is None else self._draft(row)

    def all(self) -> list[Draft]:
        """Every draft of the user, the newest first."""
        statement = select(draft_table).where(draft_table.c.user == self._user)
        with self._database.read() as connection:
            return [self._draft(row) for row in connection.execute(statement.order_by(draft_table.c.saved_at.desc()))]

    def count(self) -> int:
        """How many drafts the user has."""
        statement = select(func.count()).where(draft_table.c.user == self._user)
        with self._database.read() as connection:
            return connection.scalar(statement) or 0

    def discard(self, key: DraftKey) -> None:
        """Drop the draft, after it was saved or given up; none is fine."""
        with self._database.write() as connection:
            self._remove(connection, key)

    def _remove(self, connection: Connection, key: DraftKey) -> None:
        connection.execute(delete(draft_table).where(*self._of(key)))

    def _of(self, key: DraftKey) -> tuple[ColumnElement[bool], ...]:
        table = draft_table.c
        return (
            table.user == self._user,
            table.type == self._name(key.type),
            table.record == (key.record or b""),
            table.case_id == (key.case or b""),
        )

    def _name(self, type_: str) -> str:
        """What stands for the type in the table: of a sealed one a word that only this user can compute."""
        if not _is_sealed(type_):
            return type_
        mac = hmac.digest(self._private.private_bytes_raw(), _PURPOSE + type_.encode(), "sha256")
        return _PREFIX + mac[:_NAME_BYTES].hex()

    def _closed(self, type_: str, body: bytes) -> bytes:
        if not _is_sealed(type_):
            return body
        whole = encode(_Sealed(type_, body))
        filled = (len(whole).to_bytes(4, "big") + whole).ljust(-(-len(whole) // _FILLED) * _FILLED + 4, b"\x00")
        return sealing.seal_to(self._private.public_key().public_bytes_raw(), filled, _PURPOSE)

    def _draft(self, row: Row[tuple[object, ...]]) -> Draft:
        type_, packed = row.type, row.body
        if type_.startswith(_PREFIX):
            plain = sealing.open_box(self._private, packed, _PURPOSE)
            sealed = decode(plain[4 : 4 + int.from_bytes(plain[:4], "big")], _Sealed)
            type_, packed = sealed.type, sealed.body
        body = decode(packed, _Body)
        return Draft(
            DraftKey(type_, row.record or None, row.case_id or None),
            body.values,
            from_pairs(body.context),
            row.saved_at,
        )


def _is_sealed(type_: str) -> bool:
    declared = registry().get(type_)
    return declared is not None and bool(declared.sealed)


def remove_of_records(connection: Connection, records: Sequence[bytes]) -> None:
    """Drop everybody's drafts of these records and in their cases, when the records leave the workstation."""
    for start in range(0, len(records), 500):
        part = records[start : start + 500]
        cases = select(record_table.c.case_id).where(record_table.c.id.in_(part), record_table.c.case_id.is_not(None))
        connection.execute(
            delete(draft_table).where(or_(draft_table.c.record.in_(part), draft_table.c.case_id.in_(cases)))
        )
