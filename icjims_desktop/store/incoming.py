"""Pages of feeds into the log: acts checked and stored, records admitted, cursor and tally moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from sqlalchemy import Connection, delete, insert, select, update

from icjims_core import acts, fingerprint, wire
from icjims_core.acts import ACT
from icjims_core.fingerprint import Tally
from icjims_core.packing import OpenAct
from icjims_core.problem import Broken
from icjims_core.projections import lists, log
from icjims_core.projections.index import Arrival, Place, admit
from icjims_core.projections.log import LogReader
from icjims_desktop.store import departures, outgoing, tallies
from icjims_desktop.store.tables import feed_table, unconfirmed_table


@dataclass(slots=True)
class PageResult:
    """What a page brought: revisions new here, revisions held before, verdicts, records that changed."""

    pulled: int = 0
    duplicates: int = 0
    refused: int = 0
    touched: list[bytes] = field(default_factory=list)


@dataclass(slots=True)
class _Intake:
    """A page being taken in."""

    connection: Connection
    reader: LogReader
    feed: str
    tally: Tally
    result: PageResult = field(default_factory=PageResult)
    opened: Iterator[OpenAct] = field(default_factory=lambda: iter(()))
    pending: list[OpenAct] = field(default_factory=list)

    def flush(self) -> None:
        """Store the acts gathered so far and admit their revisions, before a part that depends on them."""
        if not self.pending:
            return
        opened, self.pending = self.pending, []
        known = log.numbers_of(self.connection, [act.act_id for act in opened])
        new = list({act.act_id: act for act in opened if act.act_id not in known}.values())
        numbers = known | dict(zip([act.act_id for act in new], log.append(self.connection, new), strict=True))
        fresh_acts = {id(act) for act in new}
        arrivals: list[Arrival] = []
        for act in opened:
            number = numbers[act.act_id]
            fresh = frozenset(act.bodies) if id(act) in fresh_acts else log.extend(self.connection, number, act)
            self.result.duplicates += len(act.bodies) - len(fresh)
            dot, leaves = act.header.dot, sorted(fresh)
            outlines = acts.outlines(act.bodies[leaf] for leaf in leaves)
            arrivals += [
                Arrival(Place(number, leaf), dot, outline) for leaf, outline in zip(leaves, outlines, strict=True)
            ]
        if len(new) < len(opened):
            self.reader.forget()
            self._named(list(known.values()))
        self.result.pulled += len(arrivals)
        admission = admit(self.connection, self.reader, arrivals)
        lists.follow(self.connection, self.reader, admission.touched.values())
        self.result.touched += admission.touched

    def _named(self, numbers: Sequence[int]) -> None:
        """Acts that a bundle brought before: the feed names them now, so that they count in its tally alone."""
        for start in range(0, len(numbers), 500):
            part = numbers[start : start + 500]
            self.connection.execute(delete(unconfirmed_table).where(unconfirmed_table.c.act_number.in_(part)))


def take_page(connection: Connection, reader: LogReader, page: wire.Page) -> PageResult:
    """Store a page; raises `Broken("feed_hole")` when it does not follow on what is stored of the feed."""
    row = connection.execute(select(feed_table).where(feed_table.c.feed == page.feed)).one_or_none()
    tally = Tally()
    if row is None:
        connection.execute(insert(feed_table).values(feed=page.feed, epoch=bytes(16), position=0, tally=b""))
    elif row.epoch == page.epoch:
        tally = fingerprint.from_bytes(row.tally)
    position = row.position if row is not None and row.epoch == page.epoch else 0
    if page.start != position or page.end < page.start:
        raise Broken("feed_hole", feed=page.feed, position=position)
    intake = _Intake(connection, reader, page.feed, tally)
    intake.opened = iter(_checked([part.act for part in page.parts if isinstance(part, wire.ActPart)]))
    for part in page.parts:
        if not position < part.position <= page.end:
            raise Broken("feed_hole", feed=page.feed, position=position)
        position = part.position
        _take_part(intake, part)
    intake.flush()
    connection.execute(
        update(feed_table)
        .where(feed_table.c.feed == page.feed)
        .values(epoch=page.epoch, position=page.end, tally=intake.tally.to_bytes())
    )
    return intake.result


def take_repair(connection: Connection, reader: LogReader, feed: str, parts: Sequence[wire.ActPart]) -> PageResult:
    """Store acts that a comparison found missing; only what is new here enters the tally."""
    row = connection.execute(select(feed_table).where(feed_table.c.feed == feed)).one()
    intake = _Intake(connection, reader, feed, fingerprint.from_bytes(row.tally))
    intake.pending = _checked([part.act for part in parts])
    held = set(tallies.leaves_of_feed(connection, feed))
    for act in intake.pending:
        intake.tally = intake.tally.plus(leaf for leaf in act.leaves.values() if leaf not in held)
    intake.flush()
    connection.execute(update(feed_table).where(feed_table.c.feed == feed).values(tally=intake.tally.to_bytes()))
    return intake.result


def _checked(sources: Sequence[acts.Act]) -> list[OpenAct]:
    """Open every act and check who signed it.

    In a run of one replica and author each header holds the hash of the one before: the newest signature stands for
    all.
    """
    opened = [OpenAct(source) for source in sources]
    for act, following in zip_longest(opened, opened[1:]):
        linked = (
            following is not None
            and following.header.previous == act.act_id
            and following.header.author == act.header.author
        )
        if not linked:
            acts.verify_signature(act.header, act.source.header, act.source.signature)
        if act.header.stream != ACT:
            raise Broken("malformed", what="stream")
    return opened


def _take_part(intake: _Intake, part: wire.Part) -> None:
    match part:
        case wire.ActPart():
            act = next(intake.opened)
            intake.pending.append(act)
            intake.tally = intake.tally.plus(act.leaves.values())
        case wire.OwnPart():
            _take_own(intake, part)
        case wire.VerdictPart():
            intake.flush()
            outgoing.take_verdict(intake.connection, intake.reader, part.verdict, (part.header, part.signature))
            intake.result.refused += 1
        case wire.JoinPart():
            tallies.join_case(intake.connection, part.case, intake.feed)
        case wire.LeavePart():
            intake.flush()
            intake.tally = departures.leave(intake.connection, part.case, intake.feed, intake.tally)


def _take_own(intake: _Intake, part: wire.OwnPart) -> None:
    """An own act that the centre has placed in this feed: its leaves count here from now on."""
    number = log.numbers_of(intake.connection, [part.act]).get(part.act)
    if number is None:
        return
    act = log.opened(intake.connection, number)
    intake.tally = intake.tally.plus(act.leaves[leaf] for leaf in part.indexes if leaf in act.leaves)
    intake.connection.execute(delete(unconfirmed_table).where(unconfirmed_table.c.act_number == number))
