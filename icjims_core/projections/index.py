"""The index of records: admission of revisions by their causes, and where the revisions of a record lie."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection, Table, delete, insert, select, text

from icjims_core.acts import Outline, Revision, context_of
from icjims_core.clocks import Dot, Vector, covers, pairs
from icjims_core.directory import EQUIVOCATION, Decision
from icjims_core.encoding import decode_trusted, encode
from icjims_core.merge import grounded, maker
from icjims_core.projections.bulk import delete_in, has_rows, insert_rows, rows_in, update_rows
from icjims_core.projections.log import LogReader
from icjims_core.projections.tables import act_table, record_table, verdict_table, waiting_table
from icjims_core.record_ids import begins_falsely

_RECORD_COLUMNS = ("number", "id", "type", "case_id", "vector", "log")
_VECTOR = list[tuple[bytes, int]]
_PLACES = list[int]


class Place(NamedTuple):
    """Where a revision lies: the number of its act in the log, and its leaf there."""

    act: int
    leaf: int


class Arrival(NamedTuple):
    """A revision that has reached the log and asks to be admitted."""

    place: Place
    dot: Dot
    revision: Revision | Outline


@dataclass(slots=True)
class Row:
    """A record in the index; `number` is 0 until it is stored."""

    id: bytes
    type: str
    case: bytes | None
    vector: Vector
    log: list[Place]
    number: int = 0


@dataclass(slots=True)
class Touched:
    """A record that a batch changed, and how its projection can follow.

    A row without places is gone: nothing of the record counts any more. `steps` are the admitted revisions as long as
    each of them had seen everything before it, so that their changes can be laid over what is projected; once `fold` is
    true the record must be folded from the log.
    """

    row: Row
    fresh: bool
    steps: list[Revision | Outline] = field(default_factory=list)
    fold: bool = False


@dataclass(slots=True)
class Admission:
    """What became of a batch of arrivals; an arrival that is neither admitted nor waiting was held before.

    `groundless` are those of the waiting whose whole context is held and does not count: they never enter.
    """

    touched: dict[bytes, Touched] = field(default_factory=dict)
    admitted: list[Arrival] = field(default_factory=list)
    waiting: list[Arrival] = field(default_factory=list)
    groundless: list[Arrival] = field(default_factory=list)


def rows_of(connection: Connection, ids: Iterable[bytes]) -> dict[bytes, Row]:
    """Index rows of the records that are known."""
    found: dict[bytes, Row] = {}
    for number, record, kind, case, vector, places in rows_in(
        connection, record_table, _RECORD_COLUMNS, "id", dict.fromkeys(ids)
    ):
        found[record] = Row(record, kind, case, dict(decode_trusted(vector, _VECTOR)), unpacked_log(places), number)
    return found


def packed_log(log: Sequence[Place]) -> bytes:
    """The stored form of a record's places."""
    return encode([part for place in log for part in place])


def unpacked_log(packed: bytes) -> list[Place]:
    """The places of the stored form."""
    parts = decode_trusted(packed, _PLACES)
    return list(map(Place, parts[::2], parts[1::2]))


def admit(
    connection: Connection, reader: LogReader, arrivals: Sequence[Arrival], known: Mapping[bytes, Row] | None = None
) -> Admission:
    """Admit revisions to their records where their causes are held; keep the others waiting.

    Every arrival lies in the log already. Revisions that waited for one of these follow in the same call. `known` are
    the rows of these records, where the caller has read them in this transaction.
    """
    batch = _Batch(connection, reader)
    grouped: dict[bytes, list[Arrival]] = {}
    for arrival in arrivals:
        grouped.setdefault(arrival.revision.record, []).append(arrival)
    batch.take(grouped, rows_of(connection, grouped) if known is None else known)
    batch.write()
    return batch.result


def settle(connection: Connection, reader: LogReader, record: bytes) -> Admission:
    """Admit anew what is known of a record, after a verdict changed which of its dots count."""
    batch = _Batch(connection, reader)
    batch.irregular.add(record)
    batch.take({record: []}, rows_of(connection, [record]))
    batch.write()
    return batch.result


def withdraw(connection: Connection, reader: LogReader, record: bytes, gone: Collection[int]) -> Admission:
    """Take revisions in the acts of these numbers out of a record."""
    batch = _Batch(connection, reader)
    row = rows_of(connection, [record]).get(record)
    if row is not None:
        row.log = [place for place in row.log if place.act not in gone]
        batch.rows[record] = row
        batch.settle_record(record, [])
        batch.write()
    return batch.result


class _Batch:
    """One call of `admit`: most records go the short way; those with waiting or uncounted revisions are settled."""

    def __init__(self, connection: Connection, reader: LogReader) -> None:
        self.connection = connection
        self.reader = reader
        self.result = Admission()
        self.rows: dict[bytes, Row] = {}
        self.irregular: set[bytes] = set()
        self.made_anew: list[Row] = []
        """Stored rows whose type or case is another now."""

    def take(self, grouped: Mapping[bytes, list[Arrival]], known: Mapping[bytes, Row]) -> None:
        self.rows = dict(known)
        for table in (waiting_table, verdict_table):
            if has_rows(self.connection, table):
                self.irregular |= self._records_in(table, grouped)
        for record, arrivals in grouped.items():
            if record in self.irregular or not (self._begin(arrivals) or self._take_short_way(arrivals)):
                self.settle_record(record, arrivals)

    def _begin(self, arrivals: Sequence[Arrival]) -> bool:
        """Admit the one revision that begins a new record: nearly every revision of a first pull is one."""
        place, (replica, counter), revision = arrivals[0]
        if len(arrivals) > 1 or revision.record in self.rows or revision.before or revision.context:
            return False
        row = Row(revision.record, revision.type, revision.case, {replica: counter}, [place])
        self.rows[revision.record] = row
        self.result.touched[revision.record] = Touched(row, fresh=True, steps=[revision])
        self.result.admitted += arrivals
        return True

    def _records_in(self, table: Table, records: Iterable[bytes]) -> set[bytes]:
        return {record for (record,) in rows_in(self.connection, table, ("record",), "record", records)}

    def _take_short_way(self, arrivals: Sequence[Arrival]) -> bool:
        """Admit all in the order given; false, with nothing done, when one of them cannot enter just like that."""
        first = arrivals[0].revision
        row = self.rows.get(first.record)
        vector = dict(row.vector) if row else {}
        fold = False
        for _, (replica, counter), revision in arrivals:
            context = context_of(revision)
            held = vector.get(replica, 0)
            if revision.before != held or counter <= held:
                return False
            if context != vector:
                if not covers(vector, context):
                    return False
                fold = fold or not covers(context, vector)
            if row and fold and (revision.type, revision.case) != (row.type, row.case):
                return False
            vector[replica] = counter
        fresh = row is None
        row = row or Row(first.record, first.type, first.case, {}, [])
        row.vector = vector
        row.log += [arrival.place for arrival in arrivals]
        self.rows[first.record] = row
        self.result.touched[first.record] = Touched(row, fresh, [arrival.revision for arrival in arrivals], fold)
        self.result.admitted += arrivals
        return True

    def settle_record(self, record: bytes, arrivals: Sequence[Arrival]) -> None:
        """Decide over everything known of the record at once, as the fold does."""
        row = self.rows.get(record)
        logged = set(row.log) if row else set()
        decided = self._decided(record)
        known = self._read({*logged, *decided, *self._take_waiting(record)})
        candidates = {each.place: each for each in [*known, *arrivals] if each.place not in decided}
        chosen = self._one_content_each(candidates.values())
        uncounted = self._uncounted(record)
        counted = {dot: arrival.revision for dot, arrival in chosen.items() if dot not in uncounted}
        admitted, vector, groundless = grounded(counted, uncounted)
        self.result.groundless += [chosen[dot] for dot in sorted(groundless)]
        entered = [chosen[dot] for dot in admitted]
        in_log = {arrival.place for arrival in entered}
        # Another content of a dot stays among the waiting: a verdict of the centre may yet choose it.
        self.result.waiting += [
            each for each in candidates.values() if each.place not in in_log and each.dot not in uncounted
        ]
        if not admitted:
            self._take_away(record)
            return
        if row is None:
            row = self.rows[record] = Row(record, "", None, vector, [])
        made = self._maker(admitted, chosen)
        if made is not None and (row.type, row.case) != (admitted[made].type, admitted[made].case):
            row.type, row.case = admitted[made].type, admitted[made].case
            if row.number:
                self.made_anew.append(row)
        row.vector = vector
        row.log = sorted(in_log)
        self.result.admitted += [arrival for arrival in entered if arrival.place not in logged]
        self.result.touched[record] = Touched(row, fresh=not row.number, fold=True)

    def _take_away(self, record: bytes) -> None:
        """Of what no revision counts there is no record, whether one counted before or none ever did."""
        row = self.rows.pop(record, None)
        if row is not None:
            row.vector, row.log = {}, []
            self.result.touched[record] = Touched(row, fresh=False)

    def _maker(self, admitted: Mapping[Dot, Revision | Outline], chosen: Mapping[Dot, Arrival]) -> Dot | None:
        """Whose type and case are the record's: of several, not that of one who begins it under somebody else's id."""
        if len({(each.type, each.case) for each in admitted.values()}) < 2:
            return maker(admitted)
        places = {dot: chosen[dot].place for dot in admitted}
        read = self.reader.read(self.connection, {each.act for each in places.values()})
        acts = {dot: read[place.act] for dot, place in places.items()}
        written = {dot: acts[dot].revision(places[dot].leaf) for dot in admitted}
        true = {dot for dot, each in written.items() if not begins_falsely(each, acts[dot].header.author)}
        return maker({dot: each for dot, each in admitted.items() if dot in true} or admitted)

    def _one_content_each(self, candidates: Iterable[Arrival]) -> dict[Dot, Arrival]:
        """Of several contents of a dot the one with the smallest act id, until a verdict says which was first."""
        by_dot: dict[Dot, list[Arrival]] = {}
        for each in candidates:
            by_dot.setdefault(each.dot, []).append(each)
        return {dot: each[0] if len(each) == 1 else self._smallest(each) for dot, each in by_dot.items()}

    def _smallest(self, contents: Sequence[Arrival]) -> Arrival:
        read = self.reader.read(self.connection, [each.place.act for each in contents])
        return min(contents, key=lambda each: read[each.place.act].act_id)

    def _read(self, places: Collection[Place]) -> list[Arrival]:
        read = self.reader.read(self.connection, (place.act for place in places))
        return [
            Arrival(place, read[place.act].header.dot, read[place.act].outline(place.leaf))
            for place in sorted(places)
            if place.leaf in read[place.act].bodies
        ]

    def _take_waiting(self, record: bytes) -> list[Place]:
        """Take the record's waiting rows away; those that still wait are written again at the end."""
        statement = delete(waiting_table).where(waiting_table.c.record == record)
        gone = self.connection.execute(statement.returning(waiting_table.c.act_number, waiting_table.c.leaf)).all()
        return [Place(row.act_number, row.leaf) for row in gone]

    def _decided(self, record: bytes) -> frozenset[Place]:
        """Places in the log of revisions that the centre decided not to count."""
        statement = select(act_table.c.number, verdict_table.c.leaf).where(
            verdict_table.c.record == record,
            verdict_table.c.decision != Decision.ACCEPTED,
            act_table.c.act_id == verdict_table.c.act_id,
        )
        return frozenset(Place(row[0], row[1]) for row in self.connection.execute(statement))

    def _uncounted(self, record: bytes) -> frozenset[Dot]:
        statement = select(verdict_table.c.replica, verdict_table.c.counter).where(
            verdict_table.c.record == record,
            verdict_table.c.decision != Decision.ACCEPTED,
            verdict_table.c.code != EQUIVOCATION,
        )
        return frozenset(Dot(row.replica, row.counter) for row in self.connection.execute(statement))

    def write(self) -> None:
        touched = self.result.touched.values()
        self._insert([each.row for each in touched if each.fresh])
        self._update([each.row for each in touched if not each.fresh and each.row.log])
        delete_in(self.connection, record_table, "number", [each.row.number for each in touched if not each.row.log])
        if self.result.waiting:
            rows = [
                {"act_number": each.place.act, "leaf": each.place.leaf, "record": each.revision.record}
                for each in self.result.waiting
            ]
            self.connection.execute(insert(waiting_table), rows)

    def _update(self, rows: Sequence[Row]) -> None:
        changes = [(encode(pairs(row.vector)), packed_log(row.log), row.number) for row in rows]
        update_rows(self.connection, record_table, ("vector", "log"), changes)
        # Stating them for every row would write the index of cases anew for every row.
        made = [(row.type, row.case, row.number) for row in self.made_anew]
        update_rows(self.connection, record_table, ("type", "case_id"), made)

    def _insert(self, rows: Sequence[Row]) -> None:
        if not rows:
            return
        if self.connection.dialect.name == "sqlite":
            newest = select(record_table.c.number).order_by(record_table.c.number.desc()).limit(1)
            first = (self.connection.scalar(newest) or 0) + 1
            numbers: Sequence[int] = range(first, first + len(rows))
        else:
            sequence = text("SELECT nextval('record_number_seq') FROM generate_series(1, :count)")
            numbers = self.connection.scalars(sequence, {"count": len(rows)}).all()
        for row, number in zip(rows, numbers, strict=True):
            row.number = number
        values = [
            (row.number, row.id, row.type, row.case, encode(pairs(row.vector)), packed_log(row.log)) for row in rows
        ]
        insert_rows(self.connection, record_table, _RECORD_COLUMNS, values)
