"""Facts for the decision on a right, as the store tells them: whose case, who has it, who supervises, who stands in."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Final

from sqlalchemy import select

from icjims_core import access
from icjims_core.access import Actor, Decision, Operation, Reach, Subject
from icjims_core.compartments import SEALED_RECORD
from icjims_core.law.rule_data import BISHKEK, instant
from icjims_core.projections.succession import stands_signed
from icjims_core.projections.tables import list_table, record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.oversight.charge import NOBODYS, InCharge, in_charge
from icjims_desktop.services.oversight.holding import Held, holders, keeper, supervision
from icjims_desktop.services.oversight.standing_in import standing_in, substitutions
from icjims_desktop.services.people import Me
from icjims_desktop.services.scope import View
from icjims_desktop.store.tables import case_feed_table

DATA_REQUEST: Final = "data_request"
_SOMEBODY: Final = "?"


def refused(
    view: View,
    me: Me,
    operation: Operation,
    cases: Iterable[bytes],
    at: datetime.datetime,
    purpose: str = "",
    *,
    dues: bool = False,
) -> dict[bytes, access.Refused]:
    """Of these cases those that the user may not read, export or print as he asks to, and why.

    `purpose`: the code that he stated, empty where none. `dues`: due dates are asked for, which no restriction hides.
    """
    wanted = list(dict.fromkeys(cases))
    if not wanted:
        return {}
    closed = frozenset() if dues else restricted(view, at)
    if not _ever_refused(me.role, operation, purpose, bool(closed.intersection(wanted))):
        return {}
    charged, orders = in_charge(view, wanted, at), substitutions(view, me.login)
    supervised = supervision(view, at.astimezone(BISHKEK).date().isoformat())
    found: dict[bytes, access.Refused] = {}
    for case in wanted:
        actor = standing_in(me, case, at, orders)
        subject = replace(
            charged.get(case, NOBODYS).of(Subject(reach=Reach.OFFICE)), purpose=purpose, restricted=case in closed
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
        subject,
        reach=reach_of(view, me, case),
        office=office,
        holders=() if office == me.office else holders(view, case, office, supervised),
        supervisors=supervised.get(office, frozenset()),
    )
    return access.decide(operation, actor, known)


@cache
def _ever_refused(role: str, operation: Operation, purpose: str, closed: bool) -> bool:
    """Whether any case at all would be refused to the role: a clerk's list is not held up by asking."""
    actor = Actor(role, "own", "he")
    offices = ("own", "other")
    charges = [InCharge(frozenset({who}), frozenset({office})) for who, office in product(("he", "she"), offices)]
    subjects = (
        charge.of(Subject(reach=reach, office=office, supervisors=several, purpose=purpose, restricted=closed))
        for reach, office, charge, several in product(
            (Reach.OWN, Reach.OFFICE, Reach.PERSON), offices, (NOBODYS, *charges), ((), ("own",), ("x",))
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
        holders=() if office == me.office else holders(view, case, office, supervised),
        supervisors=supervised.get(office, frozenset()),
    )
    charge = in_charge(view, [case], at).get(case, NOBODYS)
    return standing_in(me, case, at, substitutions(view, me.login)), charge.of(subject)


def reach_of(view: View, me: Me, case: bytes) -> Reach:
    """How a case came to the user: with his office, to him in person, or not at all."""
    if not view.shows(case):
        return Reach.NONE
    table = case_feed_table
    feeds = set(view.connection.scalars(select(table.c.feed).where(table.c.case_id == case)))
    office, person = me.feeds
    return Reach.PERSON if person in feeds and office not in feeds else Reach.OFFICE


def restricted(view: View, at: datetime.datetime) -> frozenset[bytes]:
    """Cases in which the processing of data is restricted at a moment, by a request of the person (DC 84(1)).

    A request restricts nothing until the officer whom its form names has signed what was decided on it.
    """
    table = list_table(DATA_REQUEST)
    statement = (
        select(record_table.c.id, table.c.about_case, table.c.restricted_from, table.c.restricted_until)
        .join(record_table, record_table.c.number == table.c.number)
        .where(
            table.c.about_case.is_not(None),
            table.c.restricted_from.is_not(None),
            table.c.number.not_in(view.annulled(DATA_REQUEST)),
        )
    )
    found: dict[bytes, str] = {}
    for record, case, since, until in view.connection.execute(statement):
        began, ended = instant(since), instant(until)
        if began is not None and began <= at and (ended is None or at < ended):
            found[record] = case
    acts = view.records(found) if found else {}
    host = Held(view, {identifiers.to_text(each): act for each, act in acts.items()})
    return frozenset(identifiers.named(found[each] for each, act in acts.items() if stands_signed(host, act)))


def accused_in(view: View, me: Me, case: bytes) -> frozenset[str]:
    """Offices that an allegation in a case is against.

    That it is an allegation, and against whom, is sealed to the office itself: any sealed record counts as one,
    also where somebody who cannot read it has put an annulment on its outside.
    """
    table = record_table.c
    statement = select(table.number).where(table.case_id == case, table.type == SEALED_RECORD).limit(1)
    return frozenset() if view.connection.scalar(statement) is None else frozenset([me.office])
