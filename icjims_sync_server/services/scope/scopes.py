"""Who may see a case: assigning it to an office or a person, withdrawing it, grants that end by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, func, insert, or_, select, update

from icjims_core.access import private_types
from icjims_core.directory import Decision, Signed
from icjims_core.encoding import encode
from icjims_core.packing import OpenAct
from icjims_core.problem import Refused
from icjims_core.projections import log
from icjims_core.projections.index import unpacked_log
from icjims_core.projections.log import LogReader
from icjims_core.projections.tables import record_table, verdict_table
from icjims_sync_server.services.administration import people
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.scope import private_files
from icjims_sync_server.services.scope.placing import act_entry, day_of
from icjims_sync_server.store import bodies, feeds, supervisions
from icjims_sync_server.store.database import CASES, lock_subjects
from icjims_sync_server.store.feeds import Entry, Kind, Plan
from icjims_sync_server.store.tables import case_feed_table, feed_table, grant_log_table

JOIN: Final = "join"
LEAVE: Final = "leave"


@dataclass(frozen=True, slots=True)
class Change:
    """What an assignment or withdrawal came to: the feed, and whether anything changed."""

    feed: str
    changed: bool


def assign(centre: Centre, case: bytes, *, office: str, login: str | None, until: int | None) -> Change:
    """Put a case with its history into the feed of an office or, with `login`, of a person there.

    `until` in milliseconds since 1970 UTC ends the grant by itself. Raises `Refused`: `no_such_case`,
    `no_such_office`, `no_such_user`, `user_of_other_office`, `bad_date`.
    """
    if until is not None and until <= centre.clock():
        raise Refused("bad_date", field="until")

    def work(connection: Connection) -> Change:
        name, feed = _feed_of(connection, office, login)
        lock_subjects(connection, CASES, [case])
        audience = feeds.audiences(connection, [case]).get(case)
        if audience is None:
            raise Refused("no_such_case", case=case.hex())
        if audience.get(feed):
            changed = connection.execute(
                update(case_feed_table)
                .where(
                    case_feed_table.c.case_id == case,
                    case_feed_table.c.feed == feed,
                    case_feed_table.c.until.is_distinct_from(until),
                )
                .values(until=until)
            )
            return Change(name, bool(changed.rowcount))
        if login is None:
            join_office(connection, centre, case, feed, until)
        else:
            _join(connection, centre, case, feed, until, known=feed in audience)
        return Change(name, changed=True)

    return centre.database.write(work)


def join_office(connection: Connection, centre: Centre, case: bytes, feed: int, until: int | None = None) -> None:
    """Put a case with its history into the feed of an office, and of whoever supervises it, where it is not there.

    The case is locked (`lock_subjects`) by the caller.
    """
    audience = feeds.audiences(connection, [case]).get(case, {})
    if not audience.get(feed):
        _join(connection, centre, case, feed, until, known=feed in audience)
        # Who supervises the office sees whatever comes to it.
        for each in supervisions.in_force(connection, today(centre)).get(feed, ()):
            if not audience.get(each):
                _join(connection, centre, case, each, until, known=each in audience)


def today(centre: Centre) -> str:
    """The date in Bishkek by the centre's clock."""
    return day_of(centre.clock())


def join_all(connection: Connection, centre: Centre, cases: Sequence[bytes], feed: int) -> None:
    """Put those of the cases that are not there into a feed, each with its history."""
    lock_subjects(connection, CASES, cases)
    for case, audience in sorted(feeds.audiences(connection, cases).items()):
        if not audience.get(feed):
            _join(connection, centre, case, feed, None, known=feed in audience)


def withdraw(centre: Centre, case: bytes, *, office: str, login: str | None) -> Change:
    """Take a case out of the feed of an office or, with `login`, of a person; raises as `assign` does."""

    def work(connection: Connection) -> Change:
        name, feed = _feed_of(connection, office, login)
        lock_subjects(connection, CASES, [case])
        audience = feeds.audiences(connection, [case]).get(case)
        if audience is None:
            raise Refused("no_such_case", case=case.hex())
        if not audience.get(feed):
            return Change(name, changed=False)
        leave(connection, centre, case, feed)
        return Change(name, changed=True)

    return centre.database.write(work)


def next_expiry(connection: Connection) -> int | None:
    """When the next grant ends, in milliseconds since 1970 UTC."""
    statement = select(func.min(case_feed_table.c.until)).where(case_feed_table.c.left_at.is_(None))
    found: int | None = connection.scalar(statement)
    return found


def expire(centre: Centre) -> int:
    """End the grants whose time has come; how many."""
    now = centre.clock()

    def work(connection: Connection) -> int:
        due = select(case_feed_table.c.case_id, case_feed_table.c.feed).where(
            case_feed_table.c.until <= now, case_feed_table.c.left_at.is_(None)
        )
        found = connection.execute(due).all()
        lock_subjects(connection, CASES, [row.case_id for row in found])
        ended = 0
        for row in sorted(found, key=lambda each: (each.feed, each.case_id)):
            if feeds.audiences(connection, [row.case_id]).get(row.case_id, {}).get(row.feed):
                leave(connection, centre, row.case_id, row.feed)
                ended += 1
        return ended

    return centre.database.write(work)


def withdraw_all(connection: Connection, centre: Centre, feed_name: str) -> int:
    """Take every case out of a feed; how many."""
    feed = feeds.numbers(connection, [feed_name])[feed_name]
    statement = select(case_feed_table.c.case_id).where(
        case_feed_table.c.feed == feed, case_feed_table.c.left_at.is_(None)
    )
    cases = sorted(connection.scalars(statement))
    lock_subjects(connection, CASES, cases)
    for case in cases:
        leave(connection, centre, case, feed)
    return len(cases)


def _feed_of(connection: Connection, office: str, login: str | None) -> tuple[str, int]:
    people.office_name(connection, office)
    name = feeds.office_feed(office)
    if login is not None:
        account = people.account_by_login(connection, login)
        if account.office != office:
            raise Refused("user_of_other_office", login=account.login, office=account.office)
        if not account.active:
            raise Refused("user_disabled", login=account.login)
        name = feeds.user_feed(account.id)
    return name, feeds.numbers(connection, [name])[name]


def _join(connection: Connection, centre: Centre, case: bytes, feed: int, until: int | None, *, known: bool) -> None:
    whole = _is_whole(connection, centre, case, feed)
    if known:
        same = (case_feed_table.c.case_id == case, case_feed_table.c.feed == feed)
        connection.execute(update(case_feed_table).where(*same).values(until=until, left_at=None, whole=whole))
    else:
        row = {"case_id": case, "feed": feed, "until": until, "left_at": None, "whole": whole}
        connection.execute(insert(case_feed_table).values(**row))
    _note(connection, centre, case, feed, JOIN)
    plan = Plan()
    plan.add(feed, Entry(Kind.JOIN, case=case))
    for payload in _verdicts(connection, case, whole=whole):
        plan.add(feed, Entry(Kind.VERDICT, case=case, payload=payload))
    for number, act, leaves in history(connection, case, private=None if whole else False):
        plan.add(feed, act_entry(Kind.HISTORY, number, act, leaves))
    feeds.write(connection, plan)


def _is_whole(connection: Connection, centre: Centre, case: bytes, feed: int) -> bool:
    """Whether the private files of a case belong to a feed which it joins: what once did so stays."""
    if feed in feeds.whole_in(connection, [case])[case]:
        return True
    audience = feeds.audiences(connection, [case]).get(case, {})
    present = [feed, *(each for each, there in audience.items() if there)]
    return bodies.admitted(connection, feed, present, today(centre))


def complete(connection: Connection, case: bytes, feed: int) -> bool:
    """Give a feed the private files of a case that is there without them; whether they were lacking."""
    if feed in feeds.whole_in(connection, [case])[case]:
        return False
    same = (case_feed_table.c.case_id == case, case_feed_table.c.feed == feed)
    connection.execute(update(case_feed_table).where(*same).values(whole=True))
    plan = Plan()
    for number, act, leaves in history(connection, case, private=True):
        plan.add(feed, act_entry(Kind.HISTORY, number, act, leaves))
    if plan.rows:
        feeds.write(connection, plan)
    return True


def leave(connection: Connection, centre: Centre, case: bytes, feed: int) -> None:
    """The case leaves the feed; its revisions no longer count there."""
    _note(connection, centre, case, feed, LEAVE)
    counted = None if feed in feeds.whole_in(connection, [case])[case] else False
    gone = [act.leaves[leaf] for _, act, leaves in history(connection, case, private=counted) for leaf in leaves]
    plan = Plan()
    plan.add(feed, Entry(Kind.LEAVE, case=case, left=gone))
    position = feeds.write(connection, plan)[feed]
    same = (case_feed_table.c.case_id == case, case_feed_table.c.feed == feed)
    connection.execute(update(case_feed_table).where(*same).values(left_at=position, until=None))


def _note(connection: Connection, centre: Centre, case: bytes, feed: int, change: str) -> None:
    connection.execute(insert(grant_log_table).values(at=centre.clock(), case_id=case, feed=feed, change=change))


def history(
    connection: Connection, case: bytes, *, private: bool | None = None
) -> list[tuple[int, OpenAct, Sequence[int]]]:
    """(act number, act, leaves) of every counted revision of a case, in the order of the log.

    `private`: of its private files alone, or of everything else.
    """
    reader, grouped = LogReader(), dict[int, list[int]]()
    of_case = or_(record_table.c.case_id == case, record_table.c.id == case)
    for type_name, packed in connection.execute(select(record_table.c.type, record_table.c.log).where(of_case)).all():
        places = unpacked_log(packed)
        if private is None or private_files.is_private(connection, reader, type_name, places) is private:
            for place in places:
                grouped.setdefault(place.act, []).append(place.leaf)
    return [(number, log.opened(connection, number), leaves) for number, leaves in sorted(grouped.items())]


def _verdicts(connection: Connection, case: bytes, *, whole: bool) -> list[bytes]:
    of_case = or_(record_table.c.case_id == case, record_table.c.id == case)
    told = select(record_table.c.id).where(of_case)
    if not whole:
        told = told.where(record_table.c.type.not_in(private_types()))
    statement = (
        select(verdict_table)
        .where(verdict_table.c.record.in_(told), verdict_table.c.decision != Decision.ACCEPTED)
        .order_by(verdict_table.c.replica, verdict_table.c.counter, verdict_table.c.leaf)
    )
    return [
        encode((Signed(row.body, row.signature), row.header, row.header_signature))
        for row in connection.execute(statement)
    ]


def feed_names(connection: Connection, case: bytes) -> list[str]:
    """The feeds in which a case is now."""
    statement = (
        select(feed_table.c.name)
        .join(case_feed_table, case_feed_table.c.feed == feed_table.c.number)
        .where(case_feed_table.c.case_id == case, case_feed_table.c.left_at.is_(None))
    )
    return sorted(connection.scalars(statement))
