"""Feeds in the database: counter rows, their numbered rows, and the audiences of cases."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, insert, select, update

from icjims_core import fingerprint
from icjims_core.encoding import encode
from icjims_core.fingerprint import Tally
from icjims_core.projections.bulk import insert_rows
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
    statement = select(feed_table.c.name, feed_table.c.number).where(feed_table.c.name.in_(list(names)))
    return {row.name: row.number for row in connection.execute(statement)}


def write(connection: Connection, plan: Plan) -> dict[int, int]:
    """Number and store the planned rows; the last position of each feed.

    The counter rows are locked in ascending order and held to the end of the transaction: whoever sees a position sees
    every one below it. Call this last.
    """
    if not plan.rows:
        return {}
    statement = (
        select(feed_table.c.number, feed_table.c.position, feed_table.c.tally)
        .where(feed_table.c.number.in_(sorted(plan.rows)))
        .order_by(feed_table.c.number)
        .with_for_update()
    )
    rows: list[dict[str, object]] = []
    counters: list[dict[str, object]] = []
    ends: dict[int, int] = {}
    for counter in connection.execute(statement).all():
        position, tally = counter.position, fingerprint.from_bytes(counter.tally)
        for entry in plan.rows[counter.number]:
            position += 1
            tally = tally.plus(entry.counted).minus(entry.left)
            rows.append(_row(counter.number, position, entry))
        counters.append({"at": counter.number, "new_position": position, "new_tally": tally.to_bytes()})
        ends[counter.number] = position
    connection.execute(_MOVE, counters)
    connection.execute(insert(feed_row_table), rows)
    return ends


_MOVE = (
    update(feed_table)
    .where(feed_table.c.number == bindparam("at"))
    .values(position=bindparam("new_position"), tally=bindparam("new_tally"))
)


def _row(feed: int, position: int, entry: Entry) -> dict[str, object]:
    return {
        "feed": feed,
        "position": position,
        "kind": int(entry.kind),
        "act_number": entry.act_number,
        "leaves": None if entry.leaves is None else encode(entry.leaves),
        "size": len(entry.counted) if entry.leaves is None else len(entry.leaves),
        "case_id": entry.case,
        "payload": entry.payload,
    }


def audiences(connection: Connection, cases: Iterable[bytes]) -> dict[bytes, dict[int, bool]]:
    """Case → feed number → whether the case is in that feed now (false: it was, and has left)."""
    wanted = list(cases)
    found: dict[bytes, dict[int, bool]] = {}
    for start in range(0, len(wanted), 500):
        statement = select(case_feed_table.c.case_id, case_feed_table.c.feed, case_feed_table.c.left_at).where(
            case_feed_table.c.case_id.in_(wanted[start : start + 500])
        )
        for row in connection.execute(statement):
            found.setdefault(row.case_id, {})[row.feed] = row.left_at is None
    return found


def join_cases(connection: Connection, joins: Mapping[bytes, int]) -> None:
    """New cases enter a feed, each for good."""
    rows = [(case, feed) for case, feed in joins.items()]
    insert_rows(connection, case_feed_table, ("case_id", "feed"), rows)
