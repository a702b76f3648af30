"""Facts for the decision on a right, as the store tells them: whose case, who has it, who supervises, who stands in."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from itertools import product
from typing import Final

from sqlalchemy import or_, select

from icjims_core import access
from icjims_core.access import Actor, Decision, Operation, Reach, Subject, Substitution
from icjims_core.compartments import SEALED_RECORD
from icjims_core.declarations.schema import SUPERSEDES
from icjims_core.directory import SupervisionEntry, UserEntry
from icjims_core.law.rule_data import BISHKEK, instant
from icjims_core.modules import registry
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.records import Record
from icjims_core.projections.tables import list_table, record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import agreed_values
from icjims_desktop.services.people import Me
from icjims_desktop.services.scope import View
from icjims_desktop.store.log import directory
from icjims_desktop.store.tables import case_feed_table

ACCEPTANCE: Final = "acceptance"
SUBSTITUTION: Final = "substitution"
DATA_REQUEST: Final = "data_request"
_GROUPS: Final = ("group", "group_change")
_SOMEBODY: Final = "?"


def refused(
    view: View, me: Me, operation: Operation, cases: Iterable[bytes], at: datetime.datetime, purpose: str = ""
) -> dict[bytes, access.Refused]:
    """Of these cases those that the user may not read, export or print as he asks to, and why.

    `purpose`: the code that he stated, empty where none.
    """
    wanted = list(dict.fromkeys(cases))
    if not wanted:
        return {}
    closed = restricted(view, at)
    if not _ever_refused(me.role, operation, purpose, bool(closed.intersection(wanted))):
        return {}
    charged, orders = in_charge(view, wanted, at), substitutions(view, me.login)
    supervised = supervision(view, at.astimezone(BISHKEK).date().isoformat())
    found: dict[bytes, access.Refused] = {}
    for case in wanted:
        actor = standing_in(me, case, at, orders)
        subject = Subject(
            reach=Reach.OFFICE, in_charge=charged.get(case, ()), purpose=purpose, restricted=case in closed
        )
        decision = _decide(view, me, operation, actor, subject, case, supervised)
        if isinstance(decision, access.Refused):
            found[case] = decision
    return found


def _decide(
    view: View,
    me: Me,
    operation: Operation,
    actor: Actor,
    subject: Subject,
    case: bytes,
    supervised: Mapping[str, frozenset[str]],
) -> Decision:
    """The decision; who keeps the case is read only where it can make a difference."""
    supervisors = {frozenset(), *supervised.values()}
    guesses = [
        access.decide(operation, actor, replace(subject, reach=reach, office=office, supervisors=several))
        for reach, office, several in product(Reach, (me.office, _SOMEBODY), supervisors)
        if reach is not Reach.NONE
    ]
    if all(isinstance(each, access.Allowed) for each in guesses):
        return guesses[0]
    office = keeper(view, case)
    known = replace(
        subject, reach=reach_of(view, me, case), office=office, supervisors=supervised.get(office, frozenset())
    )
    return access.decide(operation, actor, known)


@cache
def _ever_refused(role: str, operation: Operation, purpose: str, closed: bool) -> bool:
    """Whether any case at all would be refused to the role: a clerk's list is not held up by asking."""
    actor = Actor(role, "own", "he")
    subjects = (
        Subject(
            reach=reach, office=office, in_charge=charge, supervisors=supervisors, purpose=purpose, restricted=closed
        )
        for reach, office, charge, supervisors in product(
            (Reach.OWN, Reach.OFFICE, Reach.PERSON), ("own", "other"), ((), ("he",), ("she",)), ((), ("own",), ("x",))
        )
    )
    return any(isinstance(access.decide(operation, actor, each), access.Refused) for each in subjects)


def of_case(view: View, me: Me, case: bytes | None, at: datetime.datetime) -> tuple[Actor, Subject]:
    """The user with those whom he stands in for, and what the store knows of a case; of no case, his office's own."""
    if case is None:
        return me.actor, Subject()
    office = keeper(view, case)
    supervised = supervision(view, at.astimezone(BISHKEK).date().isoformat())
    subject = Subject(
        reach=reach_of(view, me, case),
        office=office,
        in_charge=in_charge(view, [case], at).get(case, ()),
        supervisors=supervised.get(office, frozenset()),
    )
    return standing_in(me, case, at, substitutions(view, me.login)), subject


def standing_in(me: Me, case: bytes, at: datetime.datetime, orders: Sequence[Substitution]) -> Actor:
    """The user as he may act in a case at a moment."""
    if not orders:
        return me.actor
    logins = access.stands_in_for(me.login, identifiers.to_text(case), at, orders)
    return replace(me.actor, stands_in_for=logins)


def keeper(view: View, case: bytes) -> str:
    """The office that keeps a case: that of whoever recorded it; empty where the case itself is not here."""
    record = view.records([case]).get(case)
    if record is None or record.state.created is None:
        return ""
    key = next(each.act.header.author for each in record.written if each.dot == record.state.created)
    return view.people.author(key).office


def reach_of(view: View, me: Me, case: bytes) -> Reach:
    """How a case came to the user: with his office, to him in person, or not at all."""
    if not view.shows(case):
        return Reach.NONE
    table = case_feed_table
    feeds = set(view.connection.scalars(select(table.c.feed).where(table.c.case_id == case)))
    office, person = me.feeds
    return Reach.PERSON if person in feeds and office not in feeds else Reach.OFFICE


def in_charge(view: View, cases: Sequence[bytes], at: datetime.datetime) -> dict[bytes, frozenset[str]]:
    """Who has each case in charge at a moment, by login and name, with the members of the group."""
    table = list_table(ACCEPTANCE)
    numbers = {row[0]: (row[1], row[2]) for row in _records_of(view, ACCEPTANCE, cases)}
    found: dict[bytes, set[str]] = {}
    groups: list[bytes] = []
    columns = ("number", "officer", "login", "kind", "until", SUPERSEDES)
    rows = list(rows_in(view.connection, table, columns, "number", numbers))
    replaced = _replaced(view, [(*numbers[row[0]], row[5]) for row in rows if row[5] is not None], at)
    for number, officer, login, kind, until, _ in rows:
        record, case = numbers[number]
        ended = instant(until)
        if (case, identifiers.to_text(record)) in replaced or (ended is not None and ended <= at):
            continue
        found.setdefault(case, set()).update(each for each in (login or officer,) if each)
        if kind in _GROUPS:
            groups.append(record)
    for each in view.records(groups).values():
        members = agreed_values(registry()[ACCEPTANCE], each.state).get("members")
        if each.row.case is not None and isinstance(members, list):
            found.setdefault(each.row.case, set()).update(map(str, members))
    return {case: frozenset(names) for case, names in found.items()}


def accepted_by(view: View, me: Me, at: datetime.datetime) -> frozenset[bytes]:
    """The cases that an acceptance naming this user puts into his charge at a moment."""
    table = list_table(ACCEPTANCE)
    named = or_(table.c.login.in_(me.actor.names), table.c.officer.in_(me.actor.names))
    statement = select(record_table.c.case_id).where(table.c.number == record_table.c.number, named, view.condition())
    cases = [each for each in view.connection.scalars(statement) if each is not None]
    return frozenset(case for case, names in in_charge(view, cases, at).items() if names & me.actor.names)


class Charge:
    """Who has ever had a case in charge, and who stood in for whom, read once and asked of many moments."""

    def __init__(self, view: View, case: bytes) -> None:
        self._view, self._case = view, case
        self._orders: dict[str, list[Substitution]] = {}

    def had_by(self, at: datetime.datetime) -> frozenset[str]:
        """Whoever had the case at any time up to a moment, by login and name, with the members of groups."""
        return frozenset(name for began, names in self._acceptances if began is None or began <= at for name in names)

    def stands_in_for(self, login: str, at: datetime.datetime) -> Collection[str]:
        """Those for whom an officer stood in, in the case at a moment."""
        if login not in self._orders:
            self._orders[login] = substitutions(self._view, login)
        return access.stands_in_for(login, identifiers.to_text(self._case), at, self._orders[login])

    @cached_property
    def _acceptances(self) -> list[tuple[datetime.datetime | None, list[str]]]:
        found = []
        view = self._view
        for each in view.records(record for _, record, _ in _records_of(view, ACCEPTANCE, [self._case])).values():
            values = agreed_values(registry()[ACCEPTANCE], each.state)
            members = values.get("members")
            named = (values.get("login") or values.get("officer"), *(members if isinstance(members, list) else ()))
            found.append((instant(values.get("accepted_at")), [str(name) for name in named if name]))
        return found


def _replaced(
    view: View, named: Sequence[tuple[bytes, bytes, str]], at: datetime.datetime
) -> frozenset[tuple[bytes, str]]:
    """Cases with the acceptances in them that another one replaces; `named`: record, case, what it says it replaces.

    Only whoever gives cases to officers takes one from them so: the head of the office that keeps it, or the prosecutor
    who supervises that office.
    """
    records = view.records(record for record, _, _ in named)
    day = at.astimezone(BISHKEK).date().isoformat()
    supervised = supervision(view, day) if named else {}
    return frozenset(
        (case, old)
        for record, case, old in named
        if record in records and _gives_cases(view, records[record], keeper(view, case), supervised)
    )


def _gives_cases(view: View, acceptance: Record, office: str, supervised: Mapping[str, frozenset[str]]) -> bool:
    """Whether all who say what an acceptance replaces are heads of the office, or prosecutors who supervise it."""
    overseers = supervised.get(office, frozenset())
    dots = acceptance.state.siblings(SUPERSEDES)
    authors = [view.people.author(each.act.header.author) for each in acceptance.written if each.dot in dots]
    return bool(authors) and all(
        (each.role == "head" and each.office == office)
        or (each.role == "prosecutor" and (not overseers or each.office in overseers))
        for each in authors
    )


def _records_of(view: View, type_: str, cases: Sequence[bytes]) -> Iterable[tuple[int, bytes, bytes]]:
    """Number, id and case of the records of a type in these cases that no annulment has ended."""
    annulled = set(view.connection.scalars(view.annulled(type_)))
    rows = rows_in(view.connection, record_table, ("number", "id", "case_id", "type"), "case_id", cases)
    return ((number, record, case) for number, record, case, kind in rows if kind == type_ and number not in annulled)


def restricted(view: View, at: datetime.datetime) -> frozenset[bytes]:
    """Cases in which the processing of data is restricted at a moment, by a request of the person (DC 84(1))."""
    table = list_table(DATA_REQUEST)
    statement = select(table.c.about_case, table.c.restricted_from, table.c.restricted_until).where(
        table.c.about_case.is_not(None),
        table.c.restricted_from.is_not(None),
        table.c.number.not_in(view.annulled(DATA_REQUEST)),
    )
    found: list[str] = []
    for case, since, until in view.connection.execute(statement):
        began, ended = instant(since), instant(until)
        if began is not None and began <= at and (ended is None or at < ended):
            found.append(case)
    return frozenset(identifiers.named(found))


def substitutions(view: View, login: str) -> list[Substitution]:
    """The orders by which an officer stands in for others of his office, whatever their period.

    He does not order it himself, and nobody orders it for the officers of another office.
    """
    table = list_table(SUBSTITUTION)
    statement = (
        select(record_table.c.id)
        .join(table, table.c.number == record_table.c.number)
        .where(table.c.substitute == login)
    )
    found = [each for each in view.records(view.connection.scalars(statement)).values() if not each.state.annulments]
    offices = _offices_of_users(view) if found else {}
    orders = ((each, _order(agreed_values(registry()[SUBSTITUTION], each.state))) for each in found)
    return [order for each, order in orders if order is not None and _may_order(view, each, order, offices)]


def _may_order(view: View, record: Record, order: Substitution, offices: Mapping[str, str]) -> bool:
    """Whether the order came from somebody else in the office of the officer who is replaced."""
    begun = next((each for each in record.written if each.dot == record.state.created), None)
    author = view.people.author(begun.act.header.author) if begun else None
    return author is not None and author.login != order.substitute and author.office == offices.get(order.officer)


def _offices_of_users(view: View) -> dict[str, str]:
    users = directory.all_of(view.connection, UserEntry)
    return {each.login: each.office for each in users if isinstance(each, UserEntry)}


def _order(values: Mapping[str, object]) -> Substitution | None:
    """An order as it stands agreed; what is in dispute gives nobody another's cases."""
    since, officer, substitute = instant(values.get("valid_from")), values.get("officer"), values.get("substitute")
    if since is None or not isinstance(officer, str) or not isinstance(substitute, str):
        return None
    named = values.get("cases")
    cases: Collection[str] | None = [str(each) for each in named] if isinstance(named, list) else []
    every = values.get("all_cases") is True or (values.get("all_cases") is None and not cases)
    return Substitution(officer, substitute, since, instant(values.get("valid_until")), None if every else cases)


def supervision(view: View, day: str) -> dict[str, frozenset[str]]:
    """Office → the prosecutors' offices that supervise it on a day."""
    found: dict[str, set[str]] = {}
    for each in directory.all_of(view.connection, SupervisionEntry):
        if isinstance(each, SupervisionEntry) and each.since <= day and (each.until is None or day < each.until):
            found.setdefault(each.office, set()).add(each.prosecutor)
    return {office: frozenset(several) for office, several in found.items()}


def accused_in(view: View, me: Me, case: bytes) -> frozenset[str]:
    """Offices that an allegation in a case is against.

    That it is an allegation, and against whom, is sealed to the office itself: any sealed record counts as one,
    also where somebody who cannot read it has put an annulment on its outside.
    """
    table = record_table.c
    statement = select(table.number).where(table.case_id == case, table.type == SEALED_RECORD).limit(1)
    return frozenset() if view.connection.scalar(statement) is None else frozenset([me.office])
