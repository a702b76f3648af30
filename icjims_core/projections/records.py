"""Reading records: the fold of a record from the log, with who wrote what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, select

from icjims_core.acts import Revision
from icjims_core.clocks import Dot
from icjims_core.directory import EQUIVOCATION, Decision
from icjims_core.merge import ANNULLED, State, fold
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.index import Place, Row, rows_of
from icjims_core.projections.log import LogReader, StoredAct
from icjims_core.projections.tables import act_table, verdict_table, waiting_table
from icjims_core.record_ids import begins_falsely

STATED_ONCE: Final = frozenset({"signing", "explanation"})
"""Types of somebody's own word: it is stated whole by whoever begins the record, and later annulled at most."""


@dataclass(frozen=True, slots=True)
class Written:
    """One revision of a record with the act it came in."""

    dot: Dot
    leaf: int
    act: StoredAct
    revision: Revision


@dataclass(frozen=True, slots=True)
class Unsealed:
    """Of a sealed record that was opened in memory: what the log knows of it, and what its reader holds.

    `digest` is that of the sealed record; `made` the revision that made it, `closed_for` the public keys that one was
    closed for; `keys` are content keys by id; `readers` the public keys it is closed for by now; `unread` counts
    revisions that did not open.
    """

    compartment: str
    digest: bytes
    made: Dot
    closed_for: frozenset[bytes]
    keys: Mapping[bytes, bytes]
    readers: frozenset[bytes]
    unread: int


@dataclass(frozen=True, slots=True)
class Record:
    """A record folded from the log: its row, its state, its revisions, and the dots held without counting."""

    row: Row
    state: State
    written: tuple[Written, ...]
    uncounted: frozenset[Dot]
    unsealed: Unsealed | None = None


def beginnings(record: Record) -> list[Written]:
    """The revisions of a record that count and whose author had seen nothing of it, in the order of the log.

    Those of others than whose id it is are none, as soon as his own is here.
    """
    found = [each for each in record.written if not each.revision.context and each.dot not in record.uncounted]
    return [each for each in found if not is_forged(each)] or found


def is_forged(written: Written) -> bool:
    """Whether it begins a record under somebody else's id."""
    return begins_falsely(written.revision, written.act.header.author)


def first_of(written: Collection[Written], unnamed: Collection[int] = ()) -> Dot | None:
    """Which of several beginnings is held to have made the record, where one of them may be forged.

    Its dot is its author's choice, so the smallest one says nothing: what lies in the log first is taken, and what the
    centre has named before what it has not. `unnamed`: numbers of acts that it has not named yet.
    """
    return (
        min(written, key=lambda each: (each.act.number in unnamed, each.act.number, each.leaf)).dot if written else None
    )


def load(connection: Connection, reader: LogReader, ids: Iterable[bytes]) -> dict[bytes, Record]:
    """The records that are known, folded from their revisions in the log."""
    rows = rows_of(connection, ids)
    if not rows:
        return {}
    numbers = {place.act for row in rows.values() for place in row.log}
    read = reader.read(connection, numbers)
    uncounted = _uncounted(connection, rows)
    return {each: _fold(row, read, uncounted.get(each, frozenset())) for each, row in rows.items()}


def refused(connection: Connection, reader: LogReader, ids: Iterable[bytes]) -> dict[bytes, Record]:
    """Of records of which nothing counts, what lies here of them, folded as if it counted: to be read, never listed."""
    wanted = set(ids)
    columns = ("record", "act_id", "leaf", "decision")
    unlisted = wanted - rows_of(connection, wanted).keys()
    decided = [
        row for row in rows_in(connection, verdict_table, columns, "record", unlisted) if row[3] != Decision.ACCEPTED
    ]
    numbers = dict(rows_in(connection, act_table, ("act_id", "number"), "act_id", {row[1] for row in decided}))
    places: dict[bytes, list[Place]] = {}
    for record, act, leaf, _ in decided:
        if act in numbers:
            places.setdefault(record, []).append(Place(numbers[act], leaf))
    read = reader.read(connection, {place.act for several in places.values() for place in several})
    found = {each: _written(read, sorted(several)) for each, several in places.items()}
    return {each: _as_if_counted(each, written) for each, written in found.items() if written}


def _written(read: Mapping[int, StoredAct], places: Iterable[Place]) -> tuple[Written, ...]:
    return tuple(
        Written(read[number].header.dot, leaf, read[number], read[number].revision(leaf))
        for number, leaf in places
        if leaf in read[number].bodies
    )


def _as_if_counted(record: bytes, written: Sequence[Written]) -> Record:
    first = written[0].revision
    dots = frozenset(each.dot for each in written)
    row = Row(record, first.type, first.case, {}, [])
    return Record(row, fold(record, _counted(written, ()), frozenset()), tuple(written), dots)


def _fold(row: Row, read: dict[int, StoredAct], uncounted: frozenset[Dot]) -> Record:
    written = _written(read, row.log)
    erased = {read[place.act].header.dot for place in row.log if place.leaf not in read[place.act].bodies}
    held = uncounted | erased
    record = Record(row, fold(row.id, _counted(written, held), held), written, held)
    again = stated_again(record)
    return leaving_out(record, again) if again else record


def leaving_out(record: Record, dots: Collection[Dot]) -> Record:
    """The record as it stands without some of its revisions, which are held without counting."""
    held = record.uncounted.union(dots)
    state = fold(record.row.id, _counted(record.written, held), held)
    if record.unsealed is not None:
        state.created = record.state.created
    return replace(record, state=state, uncounted=held)


def stated_again(record: Record) -> frozenset[Dot]:
    """What somebody says in a record that is another's own word, or its author once more: whatever the centre has
    said of it yet, it counts for nothing."""
    if record.row.type not in STATED_ONCE or len(record.written) < 2:
        return frozenset()
    first = record.unsealed.made if record.unsealed is not None else first_of(beginnings(record))
    return frozenset(each.dot for each in record.written if each.dot != first and not _only_annuls(each.revision))


def _only_annuls(revision: Revision) -> bool:
    touched = {unit for units in revision.changes.values() for unit in units}
    return bool(revision.context) and touched <= {ANNULLED}


def _counted(written: Iterable[Written], held: Collection[Dot]) -> dict[Dot, Revision]:
    return {each.dot: each.revision for each in written if each.dot not in held}


def _uncounted(connection: Connection, ids: Iterable[bytes]) -> dict[bytes, frozenset[Dot]]:
    if connection.scalar(select(verdict_table.c.leaf).limit(1)) is None:
        return {}
    found: dict[bytes, set[Dot]] = {}
    wanted = list(ids)
    for start in range(0, len(wanted), 500):
        statement = select(verdict_table.c.record, verdict_table.c.replica, verdict_table.c.counter).where(
            verdict_table.c.record.in_(wanted[start : start + 500]),
            verdict_table.c.decision != Decision.ACCEPTED,
            verdict_table.c.code != EQUIVOCATION,
        )
        for row in connection.execute(statement):
            found.setdefault(row.record, set()).add(Dot(row.replica, row.counter))
    return {record: frozenset(dots) for record, dots in found.items()}


def waiting_of(connection: Connection, record: bytes) -> int:
    """How many revisions of the record wait for their context."""
    return len(connection.execute(select(waiting_table.c.leaf).where(waiting_table.c.record == record)).all())
