"""Pages of feeds for a device: stored bytes shipped as they are wherever the whole act is in scope."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import msgspec
from sqlalchemy import Connection, and_, bindparam, case, func, select, union_all

from icjims_core import wire
from icjims_core.acts import Act, Outline, WholeAct
from icjims_core.directory import Signed
from icjims_core.encoding import decode_trusted, encode
from icjims_core.packing import OpenAct
from icjims_core.problem import Refused
from icjims_core.projections.prepared import Prepared
from icjims_core.projections.tables import act_table
from icjims_core.wire import Cursor, FeedState, JoinPart, LeavePart, OwnPart, VerdictPart
from icjims_sync_server.services.scope.rights import case_of
from icjims_sync_server.store.feeds import Kind
from icjims_sync_server.store.tables import (
    account_table,
    case_feed_table,
    device_table,
    device_user_table,
    directory_table,
    feed_row_table,
    feed_table,
    office_table,
)

MAX_PAGE_ROWS: Final = 4096


class _RawActPart(msgspec.Struct, array_like=True, frozen=True, tag=1):
    """`wire.ActPart` over bytes that are encoded already."""

    position: int
    act: msgspec.Raw


class _RawPage(msgspec.Struct, array_like=True, frozen=True, tag=12):
    """`wire.Page` with such parts."""

    feed: str
    epoch: bytes
    start: int
    end: int
    parts: list[_RawActPart | wire.Part]


@dataclass(frozen=True, slots=True)
class Point:
    """A feed of a device as it stood in one snapshot."""

    number: int
    name: str
    position: int
    tally: bytes

    def state(self, epoch: bytes) -> FeedState:
        """As the closing message says it."""
        return FeedState(self.name, epoch, self.position, self.tally)


_OF_OFFICE: Final = (
    select(office_table.c.feed).where(office_table.c.code == device_table.c.office).correlate(device_table)
)
_OF_USERS: Final = (
    select(account_table.c.feed)
    .join(device_user_table, device_user_table.c.account == account_table.c.id)
    .where(device_user_table.c.device == device_table.c.id)
    .correlate(device_table)
)
_POINTS: Final = Prepared(
    select(
        device_table.c.id,
        device_table.c.state,
        select(func.max(directory_table.c.position)).scalar_subquery(),
        select(func.min(case_feed_table.c.until)).scalar_subquery(),
        feed_table.c.number,
        feed_table.c.name,
        feed_table.c.position,
        feed_table.c.tally,
    )
    .join_from(device_table, feed_table, feed_table.c.number.in_(union_all(_OF_OFFICE, _OF_USERS)))
    .where(device_table.c.signing_key == bindparam("key"))
    .order_by(feed_table.c.name)
)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and where everything of his stands in one snapshot.

    `directory` is the position of its newest entry, `expiry` when the next grant ends (milliseconds since 1970 UTC).
    """

    device: bytes
    directory: int
    expiry: int | None
    points: tuple[Point, ...]


def asker(connection: Connection, signing_key: bytes) -> Asker:
    """The active device that signs with this key, with the feeds of its office and its users.

    Raises `Refused`: `unknown_device`, `pending_approval`, `device_suspended`, `device_revoked`. It is read for each
    request: what an administrator decides acts on the very next one.
    """
    rows = _POINTS.rows(connection, key=signing_key)
    if not rows:
        raise Refused("unknown_device")
    device, state, directory, expiry = rows[0][:4]
    if state != "active":
        raise Refused("pending_approval" if state == "pending" else f"device_{state}")
    return Asker(device, directory, expiry, tuple(Point(*row[4:]) for row in rows))


class Pull:
    """What a device still lacks, page by page, up to where its feeds stood when the session began.

    Rows up to a position never change, so each page may be read in a transaction of its own; whether a case is still in
    scope is looked up for each page.
    """

    def __init__(self, epoch: bytes, replica: bytes, cursors: Sequence[Cursor], ends: Sequence[Point]) -> None:
        self._epoch = epoch
        self._replica = replica
        known = {cursor.feed: cursor for cursor in cursors}
        self._left = [(point, *_start(point, known.get(point.name), epoch)) for point in ends]
        self._left = [each for each in self._left if each[1] < each[0].position or each[2]]
        self._left.reverse()

    @property
    def done(self) -> bool:
        """Whether nothing is left to send."""
        return not self._left

    def next_page(self, connection: Connection) -> bytes:
        """The next page, encoded; only when not `done`."""
        point, start, _ = self._left.pop()
        parts, end = _parts(connection, point, start, self._replica)
        if end < point.position:
            self._left.append((point, end, False))
        return encode(_RawPage(point.name, self._epoch, start, end, parts))


def _start(point: Point, cursor: Cursor | None, epoch: bytes) -> tuple[int, bool]:
    """Where to begin, and whether even an empty page must say that the epoch is another."""
    if cursor is None:
        return 0, False
    if cursor.epoch == epoch and cursor.position <= point.position:
        return cursor.position, False
    return 0, cursor.position > 0


def _parts(
    connection: Connection, point: Point, start: int, replica: bytes
) -> tuple[list[_RawActPart | wire.Part], int]:
    end = _end_of_page(connection, point, start)
    gone = left_cases(connection, point.number)
    parts: list[_RawActPart | wire.Part] = []
    for row in _ROWS.rows(connection, feed=point.number, start=start, end=end, replica=replica):
        part = _part(_Row(*row), replica, gone)
        if part is not None:
            parts.append(part)
    return parts, end


class _Row(NamedTuple):
    """A row of a feed with the act that it names; `packed` is left out of an act that the asking replica made."""

    position: int
    kind: int
    leaves: bytes | None
    size: int
    case_id: bytes
    payload: bytes
    act_id: bytes
    replica: bytes
    packed: bytes


_OF_PAGE: Final = and_(
    feed_row_table.c.feed == bindparam("feed"),
    feed_row_table.c.position > bindparam("start"),
    feed_row_table.c.position <= bindparam("end"),
)
_OWN: Final = and_(act_table.c.replica == bindparam("replica"), feed_row_table.c.kind == int(Kind.ACT))
_ROWS: Final = Prepared(
    select(
        feed_row_table.c.position,
        feed_row_table.c.kind,
        feed_row_table.c.leaves,
        feed_row_table.c.size,
        feed_row_table.c.case_id,
        feed_row_table.c.payload,
        act_table.c.act_id,
        act_table.c.replica,
        case((_OWN, None), else_=act_table.c.packed),
    )
    .outerjoin_from(feed_row_table, act_table, act_table.c.number == feed_row_table.c.act_number)
    .where(_OF_PAGE)
    .order_by(feed_row_table.c.position)
)
_SIZES: Final = Prepared(
    select(feed_row_table.c.position, func.coalesce(func.length(act_table.c.packed), 500))
    .outerjoin_from(feed_row_table, act_table, act_table.c.number == feed_row_table.c.act_number)
    .where(_OF_PAGE)
    .order_by(feed_row_table.c.position)
    .limit(MAX_PAGE_ROWS)
)
_LEFT: Final = Prepared(
    select(case_feed_table.c.case_id).where(
        case_feed_table.c.feed == bindparam("feed"), case_feed_table.c.left_at.is_not(None)
    )
)


def _end_of_page(connection: Connection, point: Point, start: int) -> int:
    """The position at which the page holds about as many bytes as it should, one row at least."""
    end, total = start, 0
    for position, size in _SIZES.rows(connection, feed=point.number, start=start, end=point.position):
        total += size
        if end > start and total > wire.FRAME_TARGET_BYTES:
            return end
        end = int(position)
    return end


def left_cases(connection: Connection, feed: int) -> frozenset[bytes]:
    """Cases that were in the feed and are no longer: nothing of them is sent, wherever a device's cursor stands."""
    return frozenset(case for (case,) in _LEFT.rows(connection, feed=feed))


def _part(row: _Row, replica: bytes, gone: frozenset[bytes]) -> _RawActPart | wire.Part | None:
    match Kind(row.kind):
        case Kind.JOIN:
            return None if row.case_id in gone else JoinPart(row.position, row.case_id)
        case Kind.LEAVE:
            return LeavePart(row.position, row.case_id)
        case Kind.VERDICT:
            return None if row.case_id in gone else _verdict(row)
        case Kind.HELD:
            own = row.replica == replica
            return OwnPart(row.position, row.act_id, ()) if own else _disclosed(row, frozenset())
        case kind:
            own = kind is Kind.ACT and row.replica == replica
            return OwnPart(row.position, row.act_id, _indexes(row)) if own else _disclosed(row, gone)


def _verdict(row: _Row) -> VerdictPart:
    signed, header, signature = decode_trusted(row.payload, tuple[Signed, bytes, bytes])
    return VerdictPart(row.position, signed, header, signature)


def _indexes(row: _Row) -> tuple[int, ...]:
    if row.leaves is not None:
        return decode_trusted(row.leaves, tuple[int, ...])
    return tuple(range(row.size))


def _disclosed(row: _Row, gone: frozenset[bytes]) -> _RawActPart | None:
    """The part of an act that the audience may see, without what has left its scope."""
    if row.leaves is None and not gone:
        return _RawActPart(row.position, msgspec.Raw(row.packed))
    act = OpenAct(decode_trusted(row.packed, Act))  # type: ignore[arg-type]
    wanted = [index for index in _indexes(row) if index in act.bodies]
    if gone:
        wanted = [index for index in wanted if case_of(decode_trusted(act.bodies[index], Outline)) not in gone]
    if not wanted:
        return None
    if len(wanted) == act.header.count and isinstance(act.source, WholeAct):
        return _RawActPart(row.position, msgspec.Raw(row.packed))
    return _RawActPart(row.position, msgspec.Raw(encode(act.disclose(wanted))))
