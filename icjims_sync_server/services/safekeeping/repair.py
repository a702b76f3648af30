"""Mending a device's copy of a feed: sums over buckets, then leaves, then the acts that hold them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from icjims_core import wire
from icjims_core.acts import Outline
from icjims_core.encoding import decode_trusted
from icjims_core.fingerprint import Tally
from icjims_core.packing import OpenAct
from icjims_core.problem import Refused
from icjims_core.projections import log
from icjims_core.wire import ActPart, Page
from icjims_sync_server.services.exchange.pulling import Point, left_cases
from icjims_sync_server.services.scope.rights import case_of
from icjims_sync_server.store import feeds
from icjims_sync_server.store.tables import feed_row_table

BUCKETS: Final = 256
MAX_ASKED: Final = 4096
_KEPT: Final = 4


@dataclass(frozen=True, slots=True)
class Member:
    """Where a counted leaf lies."""

    position: int
    act: int
    index: int


@dataclass(frozen=True, slots=True)
class Membership:
    """Every leaf that counts in a feed as of a position."""

    position: int
    members: dict[bytes, Member]

    def buckets(self) -> list[tuple[int, str]]:
        """Count and sum (hexadecimal) of the leaves by first byte."""
        sorted_in: list[list[bytes]] = [[] for _ in range(BUCKETS)]
        for leaf in self.members:
            sorted_in[leaf[0]].append(leaf)
        tallies = [Tally().plus(leaves) for leaves in sorted_in]
        return [(tally.number, tally.total.to_bytes(32, "big").hex()) for tally in tallies]

    def bucket(self, number: int) -> list[str]:
        """The leaves with this first byte, in hexadecimal, sorted."""
        return sorted(leaf.hex() for leaf in self.members if leaf[0] == number)


def membership(connection: Connection, point: Point) -> Membership:
    """Read it from the rows of the feed and the log, every hash computed again."""
    gone = left_cases(connection, point.number)
    members: dict[bytes, Member] = {}
    for position, number, act, indexes in counted_rows(connection, point.number, point.position):
        for index in indexes:
            if index not in act.bodies:
                continue
            if gone and case_of(decode_trusted(act.bodies[index], Outline)) in gone:
                continue
            members[act.leaves[index]] = Member(position, number, index)
    return Membership(point.position, members)


def counted_rows(connection: Connection, feed: int, end: int) -> Iterator[tuple[int, int, OpenAct, Sequence[int]]]:
    """(position, act number, act, indexes) of the rows whose leaves count, in order."""
    table = feed_row_table
    statement = (
        select(table.c.position, table.c.act_number, table.c.leaves)
        .where(table.c.feed == feed, table.c.position <= end, table.c.kind.in_([int(kind) for kind in feeds.COUNTED]))
        .order_by(table.c.position)
    )
    for row in connection.execute(statement).all():
        act = log.opened(connection, row.act_number)
        indexes = range(act.header.count) if row.leaves is None else decode_trusted(row.leaves, list[int])
        yield row.position, row.act_number, act, indexes


class Memberships:
    """The last few memberships, so that the questions of one repair are answered from one computation."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[int, int], Membership] = OrderedDict()

    def of(self, connection: Connection, point: Point) -> Membership:
        """The membership of a feed as of its present position."""
        key = (point.number, point.position)
        with self._lock:
            found = self._kept.get(key)
        if found is None:
            found = membership(connection, point)
            with self._lock:
                self._kept[key] = found
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
        return found


def pages(
    connection: Connection, known: Membership, point: Point, epoch: bytes, leaves: Iterable[bytes]
) -> Iterator[Page]:
    """Pages that hold these leaves; those that do not count in the feed are left out.

    A page stands for no stretch of the feed: it starts and ends at the feed's position.
    """
    wanted = [known.members[leaf] for leaf in leaves if leaf in known.members]
    grouped: dict[tuple[int, int], list[int]] = {}
    for member in sorted(wanted, key=lambda each: (each.position, each.index)):
        grouped.setdefault((member.position, member.act), []).append(member.index)
    parts: list[wire.Part] = []
    total = 0
    for (position, number), indexes in grouped.items():
        part = log.opened(connection, number).disclose(indexes)
        parts.append(ActPart(position, part))
        total += sum(len(leaf.body) for leaf in part.leaves)
        if total > wire.FRAME_TARGET_BYTES:
            yield Page(point.name, epoch, point.position, point.position, tuple(parts))
            parts, total = [], 0
    yield Page(point.name, epoch, point.position, point.position, tuple(parts))


def find(points: Sequence[Point], name: str) -> Point:
    """The device's feed of this name; raises `Refused("no_such_feed")` for any other, existing or not."""
    for point in points:
        if point.name == name:
            return point
    raise Refused("no_such_feed")
