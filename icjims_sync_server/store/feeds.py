"""Feeds in the database: counter rows, their numbered rows, and the audiences of cases."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select

from icjims_core import fingerprint
from icjims_core.encoding import decode_trusted, encode
from icjims_core.fingerprint import Tally
from icjims_core.projections.bulk import insert_rows, rows_in, update_rows
from icjims_core.projections.index import Place
from icjims_core.projections.prepared import Prepared
from icjims_sync_server.store.tables import case_feed_table, feed_row_table, feed_table


class Kind(enum.IntEnum):
    """What a row of a feed says."""

    ACT = 1
    """These leaves of this act count here."""
    HISTORY = 2
    """The same, for a case that joined later: sent in full even to the replica that made it."""
    HELD = 3
    """These leaves were refused or quarantined: shown to their author's office, not counted."""
    VERDICT = 4
    JOIN = 5
    LEAVE = 6


COUNTED = (Kind.ACT, Kind.HISTORY)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row to be written; `leaves` is `None` for a whole act, `counted` the leaf hashes that enter the tally."""

    kind: Kind
    act_number: int | None = None
    leaves: tuple[int, ...] | None = None
    case: bytes | None = None
    payload: bytes | None = None
    counted: Sequence[bytes] = ()
    left: Sequence[bytes] = ()


@dataclass(slots=True)
class Plan:
    """Rows that a transaction is going to write, by feed number, in order."""

    rows: dict[int, list[Entry]] = field(default_factory=dict)

    def add(self, feed: int, entry: Entry) -> None:
        """One more row."""
        self.rows.setdefault(feed, []).append(entry)


def office_feed(code: str) -> str:
    """The name of an office's feed."""
    return f"office:{code}"


def user_feed(user: bytes) -> str:
    """The name of a person's feed."""
    return f"user:{user.hex()}"


def create(connection: Connection, name: str) -> int:
    """A new, empty feed; its number."""
    newest = connection.scalar(select(feed_table.c.number).order_by(feed_table.c.number.desc()).limit(1)) or 0
    empty = Tally().to_bytes()
    connection.execute(insert(feed_table).values(number=newest + 1, name=name, position=0, tally=empty))
    return newest + 1


def numbers(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """Numbers of the feeds that exist, by name."""
    return dict(rows_in(connection, feed_table, ("name", "number"), "name", names))


def write(connection: Connection, plan: Plan) -> dict[int, int]:
    """Number and store the planned rows; the last position of each feed.

    The counter rows are locked in ascending order and held to the end of the transaction: whoever sees a position sees
    every one below it. Call this last.
    """
    rows: list[tuple[object, ...]] = []
    counters: list[tuple[object, ...]] = []
    ends: dict[int, int] = {}
    for feed in sorted(plan.rows):
        ((position, packed),) = _COUNTER.rows(connection, feed=feed)
        tally = fingerprint.from_bytes(packed)
        for entry in plan.rows[feed]:
            position += 1
            tally = tally.plus(entry.counted).minus(entry.left)
            rows.append(_row(feed, position, entry))
        counters.append((position, tally.to_bytes(), feed))
        ends[feed] = position
    update_rows(connection, feed_table, ("position", "tally"), counters)
    insert_rows(connection, feed_row_table, _ROW, rows)
    return ends


_COUNTER: Final = Prepared(
    select(feed_table.c.position, feed_table.c.tally).where(feed_table.c.number == bindparam("feed")).with_for_update()
)
_ROW: Final = ("feed", "position", "kind", "act_number", "leaves", "size", "case_id", "payload")


def _row(feed: int, position: int, entry: Entry) -> tuple[object, ...]:
    leaves = None if entry.leaves is None else encode(entry.leaves)
    size = len(entry.counted) if entry.leaves is None else len(entry.leaves)
    return (feed, position, int(entry.kind), entry.act_number, leaves, size, entry.case, entry.payload)


def audiences(connection: Connection, cases: Iterable[bytes]) -> dict[bytes, dict[int, bool]]:
    """Case → feed number → whether the case is in that feed now (false: it was, and has left)."""
    found: dict[bytes, dict[int, bool]] = {}
    for case, feed, left_at in rows_in(connection, case_feed_table, ("case_id", "feed", "left_at"), "case_id", cases):
        found.setdefault(case, {})[feed] = left_at is None
    return found


def counted_of(connection: Connection, feed: int, places: Collection[Place]) -> frozenset[Place]:
    """Those of the places in the log whose revisions count in a feed, or did until their case left it."""
    table = feed_row_table.c
    acts = {place.act for place in places}
    rows = select(table.act_number, table.leaves).where(
        table.feed == feed, table.act_number.in_(acts), table.kind.in_([int(kind) for kind in COUNTED])
    )
    found: set[Place] = set()
    for act, packed in connection.execute(rows):
        leaves = None if packed is None else decode_trusted(packed, list[int])
        found |= {place for place in places if place.act == act and (leaves is None or place.leaf in leaves)}
    return frozenset(found)


def whole_in(connection: Connection, cases: Iterable[bytes]) -> dict[bytes, frozenset[int]]:
    """Case → numbers of the feeds that its private files belong to too."""
    wanted = list(cases)
    found: dict[bytes, set[int]] = {case: set() for case in wanted}
    for case, feed, whole in rows_in(connection, case_feed_table, ("case_id", "feed", "whole"), "case_id", wanted):
        if whole:
            found[case].add(feed)
    return {case: frozenset(feeds) for case, feeds in found.items()}


def join_cases(
    connection: Connection, joins: Mapping[bytes, Sequence[int]], whole: Mapping[bytes, frozenset[int]]
) -> None:
    """New cases enter their feeds, each for good; `whole`: those of the feeds that the private files belong to too."""
    rows = [(case, feed, feed in whole[case]) for case, several in joins.items() for feed in several]
    insert_rows(connection, case_feed_table, ("case_id", "feed", "whole"), rows)
