"""Pages of feeds into the log: acts checked and stored, records admitted, cursor and tally moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from icjims_core import acts, fingerprint, wire
from icjims_core.acts import ACT, Outline
from icjims_core.fingerprint import Tally
from icjims_core.packing import OpenAct
from icjims_core.problem import Broken
from icjims_core.projections import lists, log
from icjims_core.projections.bulk import delete_in, has_rows, update_rows
from icjims_core.projections.index import Arrival, Place, admit
from icjims_core.projections.log import LogReader
from icjims_core.projections.prepared import Prepared
from icjims_core.projections.tables import verdict_table
from icjims_desktop.store.log import departures, erase, outgoing, replicas, tallies
from icjims_desktop.store.tables import feed_table, meta_table, unconfirmed_table

_LOOKING_FOR_LOST: Final = "looking_for_lost"
_STANDING: Final = Prepared(
    select(feed_table.c.epoch, feed_table.c.position, feed_table.c.tally).where(feed_table.c.feed == bindparam("feed"))
)
_COUNTS: Final = Prepared(
    select(unconfirmed_table.c.counts).where(unconfirmed_table.c.act_number == bindparam("number"))
)


@dataclass(slots=True)
class PageResult:
    """What a page brought: revisions new here, revisions held before, verdicts, records that changed."""

    pulled: int = 0
    duplicates: int = 0
    refused: int = 0
    touched: list[bytes] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Arriving:
    """An act of a page, and the outlines of its revisions by leaf."""

    act: OpenAct
    outlines: Mapping[int, Outline]


@dataclass(slots=True)
class _Intake:
    """A page being taken in."""

    connection: Connection
    reader: LogReader
    feed: str
    tally: Tally
    result: PageResult = field(default_factory=PageResult)
    opened: Iterator[OpenAct] = field(default_factory=lambda: iter(()))
    pending: list[_Arriving] = field(default_factory=list)
    of_cases: dict[bytes, Tally] = field(default_factory=dict)
    decided: bool = False
    """Whether there are verdicts, so that each act must be asked for leaves that do not count."""

    def begin(self) -> None:
        """Look what there is to mind."""
        self.decided = has_rows(self.connection, verdict_table)

    def arrive(self, act: OpenAct) -> _Arriving:
        """Put an act among those to be stored."""
        arriving = _Arriving(act, dict(zip(act.bodies, acts.outlines(act.bodies.values()), strict=True)))
        self.pending.append(arriving)
        return arriving

    def count(self, act: OpenAct, cases: Mapping[int, bytes | None]) -> None:
        """Count leaves in the feed, and for each case in what the case has there."""
        refused = self.refused(act.act_id)
        by_case: dict[bytes | None, list[bytes]] = {}
        for leaf, case in cases.items():
            if leaf not in refused:
                by_case.setdefault(case, []).append(act.leaves[leaf])
        self.add({case: Tally().plus(leaves) for case, leaves in by_case.items()})

    def add(self, counts: Mapping[bytes | None, Tally]) -> None:
        """Count so much more of each case, and of what belongs to none."""
        for case, more in counts.items():
            self.tally = self.tally.with_tally(more)
            if case is not None:
                self.of_cases[case] = self.of_cases.get(case, Tally()).with_tally(more)

    def refused(self, act_id: bytes) -> frozenset[int]:
        """Leaves of an act that do not count."""
        return tallies.uncounted_leaves(self.connection, act_id) if self.decided else frozenset()

    def keep_counts(self) -> None:
        """Store what was counted of cases."""
        tallies.count_of_cases(self.connection, self.feed, self.of_cases)
        self.of_cases.clear()

    def flush(self) -> None:
        """Store the acts gathered so far and admit their revisions, before a part that depends on them."""
        self.keep_counts()
        if not self.pending:
            return
        pending, self.pending = self.pending, []
        known = log.numbers_of(self.connection, [each.act.act_id for each in pending])
        new = list({each.act.act_id: each.act for each in pending if each.act.act_id not in known}.values())
        numbers = known | dict(zip([act.act_id for act in new], log.append(self.connection, new), strict=True))
        fresh_acts = {id(act) for act in new}
        arrivals: list[Arrival] = []
        for each in pending:
            act, number = each.act, numbers[each.act.act_id]
            fresh = frozenset(act.bodies) if id(act) in fresh_acts else erase.extend(self.connection, number, act)
            self.result.duplicates += len(act.bodies) - len(fresh)
            dot = act.header.dot
            arrivals += [Arrival(Place(number, leaf), dot, each.outlines[leaf]) for leaf in sorted(fresh)]
        if len(new) < len(pending):
            self.reader.forget()
            self._named(list(known.values()))
        self.result.pulled += len(arrivals)
        admission = admit(self.connection, self.reader, arrivals)
        lists.follow(self.connection, self.reader, admission.touched.values())
        self.result.touched += admission.touched

    def _named(self, numbers: Sequence[int]) -> None:
        """Acts that a bundle brought before: the feed names them now, so that they count in its tally alone."""
        delete_in(self.connection, unconfirmed_table, "act_number", numbers)


def take_page(connection: Connection, reader: LogReader, page: wire.Page) -> PageResult:
    """Store a page; raises `Broken("feed_hole")` when it does not follow on what is stored of the feed."""
    position, tally = _standing(connection, page)
    if page.start != position or page.end < page.start:
        raise Broken("feed_hole", feed=page.feed, position=position)
    intake = _Intake(connection, reader, page.feed, tally)
    intake.begin()
    intake.opened = iter(_checked([part.act for part in page.parts if isinstance(part, wire.ActPart)]))
    for part in page.parts:
        if not position < part.position <= page.end:
            raise Broken("feed_hole", feed=page.feed, position=position)
        position = part.position
        _take_part(intake, part)
    intake.flush()
    now = (page.epoch, page.end, intake.tally.to_bytes(), page.feed)
    update_rows(connection, feed_table, ("epoch", "position", "tally"), [now])
    return intake.result


def _standing(connection: Connection, page: wire.Page) -> tuple[int, Tally]:
    """How far the feed of a page is stored in its epoch, and what was counted of it."""
    rows = _STANDING.rows(connection, feed=page.feed)
    if not rows:
        connection.execute(insert(feed_table).values(feed=page.feed, epoch=bytes(16), position=0, tally=b""))
        return 0, Tally()
    ((epoch, position, tally),) = rows
    if epoch != page.epoch:
        _begin_again(connection, page.feed)
        return 0, Tally()
    return position, fingerprint.from_bytes(tally)


def _begin_again(connection: Connection, feed: str) -> None:
    """A feed of another epoch: the centre was restored, and names everything that it still has once more.

    Until then all that is held of the feed is work that no feed has named.
    """
    tallies.forget_cases(connection, feed)
    known = set(connection.scalars(select(unconfirmed_table.c.act_number)))
    numbers = sorted(tallies.acts_of_feed(connection, feed) - known)
    if numbers:
        connection.execute(insert(unconfirmed_table), [{"act_number": number} for number in numbers])
        replicas.set_meta(connection, _LOOKING_FOR_LOST, b"")


def looks_for_lost(connection: Connection) -> bool:
    """Whether a restored centre has not named everything yet that it still has."""
    return replicas.meta(connection, _LOOKING_FOR_LOST) is not None


def carry_lost(connection: Connection, closing: wire.Closing) -> bool:
    """Once every feed is read to its end: what others wrote, or this store once was, and no feed named goes to the
    centre, which lost it.

    Its authors may never come back to send it themselves. Whether there was anything.
    """
    read = {row.feed: (row.epoch, row.position) for row in connection.execute(select(feed_table))}
    if closing.more or any(
        read.get(each.feed, (each.epoch, 0)) != (each.epoch, each.position) for each in closing.feeds
    ):
        return False
    connection.execute(delete(meta_table).where(meta_table.c.key == _LOOKING_FOR_LOST))
    return outgoing.send_again(connection, connection.scalars(select(unconfirmed_table.c.act_number)).all())


def take_repair(connection: Connection, reader: LogReader, feed: str, parts: Sequence[wire.ActPart]) -> PageResult:
    """Store acts that a comparison found missing, and count the feed anew."""
    row = connection.execute(select(feed_table).where(feed_table.c.feed == feed)).one()
    intake = _Intake(connection, reader, feed, fingerprint.from_bytes(row.tally))
    intake.begin()
    held = set(tallies.leaves_of_feed(connection, feed))
    for act in _checked([part.act for part in parts]):
        outlines = intake.arrive(act).outlines
        intake.count(act, {leaf: each.case for leaf, each in outlines.items() if act.leaves[leaf] not in held})
    intake.flush()
    # Counted anew from the log: where nothing was missing, it was the tally itself that was wrong.
    tally = Tally().plus(tallies.leaves_of_feed(connection, feed))
    connection.execute(update(feed_table).where(feed_table.c.feed == feed).values(tally=tally.to_bytes()))
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
            intake.count(act, {leaf: each.case for leaf, each in intake.arrive(act).outlines.items()})
        case wire.OwnPart():
            _take_own(intake, part)
        case wire.VerdictPart():
            intake.flush()
            outgoing.take_verdict(intake.connection, intake.reader, part.verdict, (part.header, part.signature))
            intake.result.refused += 1
            intake.decided = True
        case wire.JoinPart():
            tallies.join_case(intake.connection, part.case, intake.feed)
        case wire.LeavePart():
            intake.flush()
            counted = departures.leave(intake.connection, part.case, intake.feed)
            intake.tally = intake.tally.without_tally(counted)


def _take_own(intake: _Intake, part: wire.OwnPart) -> None:
    """An own act that the centre has placed in this feed: its leaves count here from now on."""
    number = log.numbers_of(intake.connection, [part.act]).get(part.act)
    if number is None:
        return
    counts = _counts(intake, number, part)
    if counts is not None:
        intake.add(counts)
    else:
        act = log.opened(intake.connection, number)
        named = [leaf for leaf in part.indexes if leaf in act.leaves]
        outlines = acts.outlines(act.bodies[leaf] for leaf in named)
        intake.count(act, {leaf: each.case for leaf, each in zip(named, outlines, strict=True)})
    delete_in(intake.connection, unconfirmed_table, "act_number", [number])


def _counts(intake: _Intake, number: int, part: wire.OwnPart) -> Mapping[bytes | None, Tally] | None:
    """What an own act adds where the feed names the whole of it and all of it counts; `None`: that must be read."""
    packed = _COUNTS.first(intake.connection, number=number)
    if packed is None or intake.refused(part.act):
        return None
    counts = tallies.read_counts(packed)
    whole = range(sum(each.number for each in counts.values()))
    return counts if part.indexes == tuple(whole) else None
