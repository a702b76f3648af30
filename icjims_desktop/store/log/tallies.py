"""Digests of the feeds: what was counted from each, and own work that no feed has named yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, insert, select, update

from icjims_core import fingerprint, wire
from icjims_core.acts import Revision
from icjims_core.directory import Decision
from icjims_core.encoding import decode_trusted, encode
from icjims_core.fingerprint import Tally
from icjims_core.projections import log
from icjims_core.projections.bulk import insert_rows, rows_in, update_rows
from icjims_core.projections.index import unpacked_log
from icjims_core.projections.prepared import Prepared
from icjims_core.projections.tables import record_table, verdict_table
from icjims_desktop.store.log import replicas
from icjims_desktop.store.own_tables import erased_table
from icjims_desktop.store.tables import case_feed_table, feed_table, unconfirmed_table

CASE_TYPE = "case"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How this store and the centre compare at the end of a session: digests, and the feeds in which they differ.

    `lost`: a restored centre was found to lack what it had; that is among what will be sent now.
    """

    digest: bytes
    centre_digest: bytes
    differing: tuple[str, ...]
    lost: bool = False

    @property
    def equal(self) -> bool:
        """Whether both sides hold the same in every feed."""
        return not self.differing and self.digest == self.centre_digest


@dataclass(frozen=True, slots=True)
class Received:
    """The tally of each feed; and whether the centre, restored from a backup, has not named again all that it has."""

    tallies: Mapping[str, Tally]
    looking_for_lost: bool


def office_feed(connection: Connection) -> str:
    """The feed of this device's office."""
    office = replicas.meta(connection, replicas.OFFICE_KEY)
    return f"office:{office.decode() if office else ''}"


def feeds_of_case(connection: Connection, case: bytes | None) -> tuple[str, ...]:
    """The feeds in which this device sees a case; records without a case belong to the office."""
    if case is None:
        return (office_feed(connection),)
    statement = select(case_feed_table.c.feed).where(case_feed_table.c.case_id == case)
    return tuple(connection.scalars(statement.order_by(case_feed_table.c.feed)))


def place_new_cases(connection: Connection, revisions: Iterable[Revision]) -> None:
    """A case begun here belongs to the office's feed from its first revision."""
    begun = [
        each.case
        for each in revisions
        if each.type == CASE_TYPE and each.case is not None and not each.context and not each.before
    ]
    if begun:
        count_of_cases(connection, office_feed(connection), dict.fromkeys(begun, Tally()))


def join_case(connection: Connection, case: bytes, feed: str) -> None:
    """Note that the case belongs to the feed."""
    if feed not in feeds_of_case(connection, case):
        connection.execute(insert(case_feed_table).values(case_id=case, feed=feed, tally=Tally().to_bytes()))


def of_case(connection: Connection, case: bytes, feed: str) -> Tally:
    """What was counted of a case in a feed."""
    packed = connection.scalar(
        select(case_feed_table.c.tally).where(case_feed_table.c.case_id == case, case_feed_table.c.feed == feed)
    )
    return fingerprint.from_bytes(packed) if packed is not None else Tally()


def count_of_cases(connection: Connection, feed: str, counted: Mapping[bytes, Tally]) -> None:
    """Count so much more of each case in a feed; the cases are in the feed from then on."""
    columns = ("case_id", "feed", "tally")
    rows = rows_in(connection, case_feed_table, columns, "case_id", counted)
    held = {case: fingerprint.from_bytes(tally) for case, name, tally in rows if name == feed}
    fresh = [(case, feed, more.to_bytes()) for case, more in counted.items() if case not in held]
    insert_rows(connection, case_feed_table, columns, fresh)
    grown = [(tally.with_tally(counted[case]).to_bytes(), case, feed) for case, tally in held.items()]
    update_rows(connection, case_feed_table, ("tally",), grown)


def packed_counts(leaves: Iterable[tuple[bytes | None, bytes]]) -> bytes:
    """What the leaves of an act, each with its case, add to a tally: the stored form of `read_counts`."""
    by_case: dict[bytes | None, list[bytes]] = {}
    for case, leaf in leaves:
        by_case.setdefault(case, []).append(leaf)
    return encode([(case, Tally().plus(several).to_bytes()) for case, several in by_case.items()])


def read_counts(packed: bytes) -> dict[bytes | None, Tally]:
    """Case (or none) → what an act adds to its tally."""
    return {case: fingerprint.from_bytes(tally) for case, tally in decode_trusted(packed, _COUNTS)}


_COUNTS: Final = list[tuple[bytes | None, bytes]]


def forget_cases(connection: Connection, feed: str) -> None:
    """Count nothing of any case in a feed that begins anew, in another epoch."""
    connection.execute(update(case_feed_table).where(case_feed_table.c.feed == feed).values(tally=Tally().to_bytes()))


def unnamed(connection: Connection, numbers: Iterable[int]) -> frozenset[int]:
    """Those of these acts that no feed has named yet."""
    return frozenset(
        number for (number,) in rows_in(connection, unconfirmed_table, ("act_number",), "act_number", numbers)
    )


_TALLIES: Final = Prepared(select(feed_table.c.feed, feed_table.c.tally))


def stored(connection: Connection) -> dict[str, Tally]:
    """The tally of each feed as far as it was received; the office's is always among them."""
    tallies = {feed: fingerprint.from_bytes(tally) for feed, tally in _TALLIES.rows(connection)}
    if not any(feed.startswith("office:") for feed in tallies):
        tallies[office_feed(connection)] = Tally()
    return tallies


def digests(connection: Connection) -> dict[str, bytes]:
    """Digest of each feed, own unconfirmed work included."""
    tallies = stored(connection)
    for feed, leaf in _unconfirmed(connection):
        tallies[feed] = tallies.get(feed, Tally()).plus([leaf])
    return {feed: tally.digest() for feed, tally in tallies.items()}


def _unconfirmed(connection: Connection) -> Iterator[tuple[str, bytes]]:
    """(feed, leaf) of own revisions that count and that no feed has named."""
    numbers = connection.scalars(select(unconfirmed_table.c.act_number).order_by(unconfirmed_table.c.act_number)).all()
    feeds: dict[bytes | None, tuple[str, ...]] = {}
    for number in numbers:
        act = log.opened(connection, number)
        refused = uncounted_leaves(connection, act.act_id)
        for index, body in act.bodies.items():
            case = decode_trusted(body, Revision).case
            if case not in feeds:
                feeds[case] = feeds_of_case(connection, case)
            if index not in refused:
                for feed in feeds[case]:
                    yield feed, act.leaves[index]


def uncounted_leaves(connection: Connection, act_id: bytes) -> frozenset[int]:
    """Leaves of an act that the centre refused or quarantined."""
    statement = select(verdict_table.c.leaf).where(
        verdict_table.c.act_id == act_id, verdict_table.c.decision != Decision.ACCEPTED
    )
    return frozenset(connection.scalars(statement))


def compare(mine: Mapping[str, Tally], closing: wire.Closing) -> Comparison:
    """Compare what was received of each feed, as `stored` gives it, with what the centre counted in it."""
    # A personal feed in which nothing ever stood is no audience yet: no device keeps it, `digests` does not name it.
    theirs = {
        state.feed: fingerprint.from_bytes(state.tally)
        for state in closing.feeds
        if state.position or state.feed in mine
    }
    feeds = sorted(mine.keys() | theirs.keys())
    differing = tuple(feed for feed in feeds if mine.get(feed, Tally()) != theirs.get(feed, Tally()))
    return Comparison(
        fingerprint.combined({feed: mine.get(feed, Tally()).digest() for feed in feeds}),
        fingerprint.combined({feed: theirs.get(feed, Tally()).digest() for feed in feeds}),
        differing,
    )


def acts_of_feed(connection: Connection, feed: str) -> set[int]:
    """Numbers of the acts that hold an admitted revision of a feed."""
    return set(_places_of_feed(connection, feed))


def _places_of_feed(connection: Connection, feed: str) -> dict[int, list[int]]:
    """Act number → leaves of every admitted revision in a feed."""
    found: dict[int, list[int]] = {}
    for row in connection.execute(select(record_table.c.case_id, record_table.c.log)):
        if feed in feeds_of_case(connection, row.case_id):
            for place in unpacked_log(row.log):
                found.setdefault(place.act, []).append(place.leaf)
    return found


def leaves_of_feed(connection: Connection, feed: str) -> list[bytes]:
    """Leaf hashes of every admitted or erased revision in a feed, own unconfirmed ones left out, from the log."""
    unconfirmed = set(connection.scalars(select(unconfirmed_table.c.act_number)))
    wanted = _places_of_feed(connection, feed)
    found: list[bytes] = []
    for number in sorted(wanted.keys() - unconfirmed):
        act = log.opened(connection, number)
        found += [act.leaves[leaf] for leaf in wanted[number] if leaf in act.leaves]
    erased = connection.execute(select(erased_table.c.case_id, erased_table.c.leaf_hash))
    return found + [row.leaf_hash for row in erased if feed in feeds_of_case(connection, row.case_id)]
