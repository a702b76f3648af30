"""Checking everything the centre holds: hashes, chains, signatures, feeds, tallies, projections against the fold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, func, select

from icjims_core import acts, directory, fingerprint
from icjims_core.acts import ACT, NO_PREVIOUS, Act
from icjims_core.directory import Decision, PublicationEntry, Signed
from icjims_core.encoding import decode_trusted
from icjims_core.fingerprint import Tally
from icjims_core.modules import registry
from icjims_core.packing import OpenAct
from icjims_core.problem import Broken, Problem
from icjims_core.projections import lists, records
from icjims_core.projections.index import unpacked_log
from icjims_core.projections.log import LogReader
from icjims_core.projections.tables import (
    act_table,
    annulled_table,
    conflict_table,
    list_table,
    record_table,
    verdict_table,
    waiting_table,
)
from icjims_sync_server.services.administration import publishing
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.exchange.pulling import Point
from icjims_sync_server.services.safekeeping import repair
from icjims_sync_server.store.tables import (
    case_wait_table,
    directory_table,
    feed_row_table,
    feed_table,
    head_table,
    queue_table,
)

MOST_NAMED: Final = 1000
_STEP: Final = 200
_TOLD: Final[Mapping[str, str]] = {
    "row_altered": "row_altered",
    "chain_broken": "centre_chain_broken",
    "act_missing": "centre_act_missing",
    "index_differs": "centre_index_wrong",
    "directory_hole": "centre_directory_hole",
    "feed_hole": "centre_feed_hole",
    "tally_differs": "centre_tally_differs",
    "projection_differs": "centre_lists_wrong",
}
"""By which sentences a finding of this code is told; any other is of an entry that cannot be read or verified."""


@dataclass(slots=True)
class Report:
    """What was checked, and what is wrong: (code, what)."""

    checked: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    sound: set[int] = field(default_factory=set)
    """Numbers of the acts that are what they claim to be."""
    damaged: set[int] = field(default_factory=set)
    """Numbers of the records that cannot be folded for want of an act."""

    def add(self, code: str, what: str) -> None:
        """One more thing that is wrong."""
        if len(self.wrong) < MOST_NAMED:
            self.wrong.append((code, what))


def verify(centre: Centre) -> Report:
    """Check everything; the log and the feeds in one snapshot, the projections step by step."""
    report = Report()
    with centre.database.read() as connection:
        check_snapshot(connection, centre, report)
    last: int | None = 0
    while last is not None:
        last = centre.database.trial(partial(_check_some, after=last, report=report))
    return report


def told(code: str, what: str) -> Broken:
    """A finding of a report as the problem that says what it means and what mends it."""
    return Broken(_TOLD.get(code, "centre_entry_damaged"), what=what, cause=code)


def check_snapshot(connection: Connection, centre: Centre, report: Report) -> None:
    """Log, verdicts, directory, index and feeds of one snapshot."""
    leaves = _check_log(connection, report)
    _check_verdicts(connection, centre.keys.public, report)
    _check_directory(connection, centre.keys.public, report)
    _check_places(connection, leaves, report)
    _check_feeds(connection, report)


def check_projections_of(connection: Connection, report: Report) -> None:
    """Fold each record anew and compare with what is projected; the transaction must be taken back."""
    last: int | None = 0
    while last is not None:
        last = _check_some(connection, last, report)


def _batches(connection: Connection, statement: Select[Any]) -> Iterator[Sequence[Row[Any]]]:
    """Rows whose first column is an ascending number, some at a time."""
    number = statement.selected_columns[0]
    last = 0
    while True:
        rows = connection.execute(statement.where(number > last).order_by(number).limit(_STEP)).all()
        if not rows:
            return
        yield rows
        last = int(rows[-1][0])


def _check_log(connection: Connection, report: Report) -> int:
    """Every act by itself and in its chain; how many procedural revisions are held."""
    chains: dict[tuple[bytes, int], dict[int, tuple[bytes, bytes]]] = {}
    leaves = 0
    for rows in _batches(connection, select(act_table)):
        for row in rows:
            report.checked["acts"] += 1
            try:
                act = _checked(row)
            except Broken as broken:
                report.add(broken.code, f"act {row.act_id.hex()}")
                continue
            report.sound.add(row.number)
            if act.header.stream == ACT:
                leaves += len(act.bodies)
            chain = chains.setdefault((act.header.replica, act.header.stream), {})
            chain[act.header.counter] = (act.act_id, act.header.previous)
    heads = {(row.replica, row.stream): (row.counter, row.act_id) for row in connection.execute(select(head_table))}
    for key, chain in chains.items():
        _check_chain(key, chain, heads.pop(key, (0, b"")), report)
    for replica, stream in heads:
        report.add("chain_broken", f"replica {replica.hex()} stream {stream}")
    return leaves


def _checked(row: Row[Any]) -> OpenAct:
    act = OpenAct(decode_trusted(row.packed, Act))  # type: ignore[arg-type]
    acts.verify_signature(act.header, act.source.header, act.source.signature)
    header = act.header
    told = (row.act_id, row.replica, row.stream, row.counter, row.author, row.tally)
    tally = Tally().plus(act.leaves.values()).to_bytes()
    if told != (act.act_id, header.replica, header.stream, header.counter, header.author, tally):
        raise Broken("row_altered")
    return act


def _check_chain(
    key: tuple[bytes, int],
    chain: Mapping[int, tuple[bytes, bytes]],
    head: tuple[int, bytes],
    report: Report,
) -> None:
    previous = NO_PREVIOUS
    for counter in range(1, max(chain) + 1):
        act_id, link = chain.get(counter, (b"", b""))
        if link != previous:
            report.add("chain_broken", f"replica {key[0].hex()}:{counter} stream {key[1]}")
        previous = act_id
    if head != (max(chain), previous):
        report.add("chain_broken", f"replica {key[0].hex()} stream {key[1]} head")


def _check_verdicts(connection: Connection, centre_key: bytes, report: Report) -> None:
    for row in connection.execute(select(verdict_table)).all():
        report.checked["verdicts"] += 1
        try:
            verdict = directory.read_verdict(Signed(row.body, row.signature), centre_key)
        except Broken as broken:
            report.add(broken.code, f"verdict {row.act_id.hex()}:{row.leaf}")
            continue
        told = (row.act_id, row.leaf, row.record, row.replica, row.counter, row.decision, row.code)
        said = (verdict.act, verdict.index, verdict.record, *verdict.dot, int(verdict.decision), verdict.code)
        if told != said or acts.act_id(row.header) != row.act_id:
            report.add("row_altered", f"verdict {row.act_id.hex()}:{row.leaf}")


def _check_directory(connection: Connection, centre_key: bytes, report: Report) -> None:
    expected = 0
    for row in connection.execute(select(directory_table).order_by(directory_table.c.position)):
        report.checked["entries"] += 1
        expected += 1
        try:
            entry = directory.read_entry(Signed(row.body, row.signature), centre_key)
            if isinstance(entry, PublicationEntry):
                publishing.check_body(entry)
        except Problem as problem:
            report.add(problem.code, f"directory {row.position}")
            continue
        if not row.position == entry.position == expected:
            report.add("directory_hole", f"directory {expected}")


def _check_places(connection: Connection, leaves: int, report: Report) -> None:
    """Every revision in the log is in its record, waits, or was not counted; and each record is its fold."""
    reader = LogReader()
    placed = 0
    for rows in _batches(connection, select(record_table.c.number, record_table.c.id, record_table.c.log)):
        sound = [row for row in rows if all(place.act in report.sound for place in unpacked_log(row.log))]
        for row in set(rows) - set(sound):
            report.damaged.add(row.number)
            report.add("act_missing", f"record {row.id.hex()}")
        for record in records.load(connection, reader, [row.id for row in sound]).values():
            report.checked["records"] += 1
            placed += len(record.row.log)
            if record.state.waiting or record.state.vector != record.row.vector:
                report.add("index_differs", f"record {record.row.id.hex()}")
    waiting = connection.scalar(select(func.count()).select_from(waiting_table)) or 0
    for_case = connection.scalar(select(func.count()).select_from(case_wait_table)) or 0
    refused = connection.scalar(
        select(func.count()).select_from(verdict_table).where(verdict_table.c.decision != int(Decision.ACCEPTED))
    )
    if placed + waiting + for_case + (refused or 0) != leaves:
        report.add("index_differs", f"{leaves} revisions in the log, {placed} in records")


def _check_feeds(connection: Connection, report: Report) -> None:
    for feed in connection.execute(select(feed_table).order_by(feed_table.c.number)).all():
        report.checked["feeds"] += 1
        table = feed_row_table
        extent = connection.execute(
            select(func.count(), func.min(table.c.position), func.max(table.c.position)).where(
                table.c.feed == feed.number
            )
        ).one()
        if tuple(extent) not in ((feed.position, 1, feed.position), (0, None, None)):
            report.add("feed_hole", feed.name)
        named = select(table.c.act_number).where(table.c.feed == feed.number, table.c.act_number.is_not(None))
        if not set(connection.scalars(named)) <= report.sound:
            report.add("act_missing", feed.name)
            continue
        members = repair.membership(connection, Point(feed.number, feed.name, feed.position, feed.tally)).members
        if Tally().plus(members) != fingerprint.from_bytes(feed.tally):
            report.add("tally_differs", feed.name)


def _check_some(connection: Connection, after: int, report: Report) -> int | None:
    statement = select(record_table.c.number, record_table.c.id, record_table.c.type, record_table.c.log)
    rows = connection.execute(
        statement.where(record_table.c.number > after).order_by(record_table.c.number).limit(_STEP)
    ).all()
    if not rows:
        return None
    if connection.scalar(select(func.count()).select_from(queue_table)):
        report.checked["projections_behind"] += len(rows)
        return int(rows[-1].number)
    report.checked["projections"] += len(rows)
    before = _projected(connection, rows)
    lists.refold(connection, LogReader(), [row.id for row in rows if row.number not in report.damaged])
    after_fold = _projected(connection, rows)
    for number in before.keys() | after_fold.keys():
        if before.get(number) != after_fold.get(number):
            report.add("projection_differs", f"record number {number}")
    return int(rows[-1].number)


def _projected(connection: Connection, rows: Sequence[Any]) -> dict[int, list[tuple[object, ...]]]:
    found: dict[int, list[tuple[object, ...]]] = {}
    numbers = [row.number for row in rows]
    for name in sorted({row.type for row in rows} & registry().keys()):
        table = list_table(name)
        for row in connection.execute(select(table).where(table.c.number.in_(numbers))):
            found.setdefault(row.number, []).append((name, *row))
    for table in (conflict_table, annulled_table):
        ordered = select(table).where(table.c.record_number.in_(numbers)).order_by(*table.c)
        for row in connection.execute(ordered):
            found.setdefault(row.record_number, []).append((table.name, *row))
    return found
