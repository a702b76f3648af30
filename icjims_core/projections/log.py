"""The log of acts in a database: appending, finding, and reading bodies back."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
from sqlalchemy import Connection, bindparam, insert, select, update

from icjims_core.acts import Act, Header, Outline, Revision, WholeAct
from icjims_core.encoding import decode_trusted, encode
from icjims_core.fingerprint import Tally
from icjims_core.packing import OpenAct, join, unpack_bodies
from icjims_core.projections.bulk import insert_rows, rows_in
from icjims_core.projections.prepared import Prepared
from icjims_core.projections.tables import act_table

CACHED_BYTES: Final = 16 << 20
"""Bodies that a reader keeps unpacked: a dozen acts of an import, thousands of ordinary ones."""

_act_decoder: Final[msgspec.msgpack.Decoder[Act]] = msgspec.msgpack.Decoder(Act)
_NEWEST: Final = Prepared(select(act_table.c.number).order_by(act_table.c.number.desc()).limit(1))
_PACKED: Final = Prepared(select(act_table.c.packed).where(act_table.c.number == bindparam("number")))


@dataclass(frozen=True, slots=True)
class StoredAct:
    """An act as it lies in the log: its number there, its header and the bodies that are held, by index."""

    number: int
    act_id: bytes
    header: Header
    signature: bytes
    bodies: Mapping[int, bytes]

    @property
    def size(self) -> int:
        """Bytes of the bodies."""
        return sum(map(len, self.bodies.values()))

    def revision(self, index: int) -> Revision:
        """The revision at an index; it was checked when it was stored."""
        return decode_trusted(self.bodies[index], Revision)

    def outline(self, index: int) -> Outline:
        """The revision at an index with its changes packed."""
        return decode_trusted(self.bodies[index], Outline)


def append(connection: Connection, batch: Sequence[OpenAct]) -> list[int]:
    """Store checked acts that are not in the log yet; their numbers in the log, in order."""
    if not batch:
        return []
    if connection.dialect.name == "sqlite":
        last = _NEWEST.first(connection) or 0
        rows = [row_of(act) | {"number": last + at} for at, act in enumerate(batch, start=1)]
        insert_rows(connection, act_table, tuple(rows[0]), [tuple(row.values()) for row in rows])
        return [last + at for at in range(1, len(rows) + 1)]
    statement = insert(act_table).returning(act_table.c.number, sort_by_parameter_order=True)
    return list(connection.scalars(statement, [row_of(act) for act in batch]))


def row_of(act: OpenAct) -> dict[str, object]:
    """The row of an act."""
    return {
        "act_id": act.act_id,
        "replica": act.header.replica,
        "stream": act.header.stream,
        "counter": act.header.counter,
        "author": act.header.author,
        "recorded_at": act.header.recorded_at,
        "tally": Tally().plus(act.leaves.values()).to_bytes(),
        "packed": encode(act.source),
    }


def numbers_of(connection: Connection, act_ids: Iterable[bytes]) -> dict[bytes, int]:
    """Numbers of those acts that are in the log."""
    return dict(rows_in(connection, act_table, ("act_id", "number"), "act_id", act_ids))


def extend(connection: Connection, number: int, other: OpenAct) -> frozenset[int]:
    """Add bodies that another part of the same act discloses; the indexes that are new here."""
    held = opened(connection, number)
    fresh = frozenset(other.bodies) - frozenset(held.bodies)
    if fresh:
        replace(connection, number, OpenAct(join(held, other)))
    return fresh


def replace(connection: Connection, number: int, act: OpenAct) -> None:
    """Store another form of the same act: more of it, or less of it after a purge or an erasure."""
    connection.execute(update(act_table).where(act_table.c.number == number).values(**row_of(act)))


def opened(connection: Connection, number: int) -> OpenAct:
    """The act with every hash checked again; raises `Broken` when the stored bytes are damaged."""
    return OpenAct(_act_decoder.decode(_PACKED.first(connection, number=number)))


class LogReader:
    """Reads acts by number and keeps the last ones unpacked; holds no transaction."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, StoredAct] = OrderedDict()
        self._size = 0

    def forget(self) -> None:
        """Drop what is kept, after acts were replaced."""
        self._kept.clear()
        self._size = 0

    def read(self, connection: Connection, numbers: Iterable[int]) -> dict[int, StoredAct]:
        """The acts by number, bodies unpacked, hashes not checked again."""
        found: dict[int, StoredAct] = {}
        missing: list[int] = []
        for number in set(numbers):
            kept = self._kept.pop(number, None)
            if kept is None:
                missing.append(number)
            else:
                found[number] = self._kept[number] = kept
        for row in rows_in(connection, act_table, ("number", "act_id", "packed"), "number", missing):
            act = found[row[0]] = stored_act(*row)
            self._keep(act)
        return found

    def _keep(self, act: StoredAct) -> None:
        if act.number in self._kept:
            return
        self._kept[act.number] = act
        self._size += act.size
        while self._kept and self._size > CACHED_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._size -= oldest.size


def stored_act(number: int, act_id: bytes, packed: bytes) -> StoredAct:
    """The act of a row of the log."""
    source = _act_decoder.decode(packed)
    if isinstance(source, WholeAct):
        bodies: Mapping[int, bytes] = dict(enumerate(unpack_bodies(source.bodies)))
    else:
        bodies = {leaf.index: leaf.body for leaf in source.leaves}
    header = decode_trusted(source.header, Header)
    return StoredAct(number, act_id, header, source.signature, bodies)
