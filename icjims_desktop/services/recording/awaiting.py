"""Acts that an officer has signed and that wait for the consent or approval of this user."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from sqlalchemy import select

from icjims_core import access
from icjims_core.access import Actor, Operation, Subject
from icjims_core.access.function import JUDGE
from icjims_core.declarations.schema import RecordType
from icjims_core.law.rule_data import When, matches
from icjims_core.modules import registry
from icjims_core.projections.annulment import SIGNING
from icjims_core.projections.records import Record
from icjims_core.projections.tables import annulled_table, list_table, record_table
from icjims_core.signing import OFFICER, REFUSAL, Signature
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import agreed_values
from icjims_desktop.services.oversight import access as facts
from icjims_desktop.services.oversight.holding import makers
from icjims_desktop.services.people import Me
from icjims_desktop.services.recording import before_signing, consenting, signatures
from icjims_desktop.services.scope import View

Rights = tuple[Actor, Subject]
_SOME: Final[Mapping[str, When]] = {
    "restraint": {"measure": ["bail", "house_arrest", "custody", "electronic"]},
    "other_measure": {},
    "search": {},
}
"""Types of which only some acts ask for consent, and when they do; where nothing is named, it cannot be told."""

MOST: Final = 200
"""So many of the acts signed last are told, and looked at together: what is older has been decided on paper."""


def awaiting(view: View, me: Me, at: datetime.datetime) -> list[Record]:
    """The acts that the user is to consent to or approve, the one that waits longest first."""
    asked = frozenset(
        each.name
        for each in registry().values()
        if each.signing is not None and any(role == me.role for role, _ in each.signing.countersigned_by)
    )
    of_case = cache(lambda case: facts.of_case(view, me, case, at))
    several = _signed_alone(view, asked) if asked else []
    found: list[Record] = []
    for start in range(0, len(several), MOST):
        part = several[start : start + MOST]
        records = view.records(part)
        acts = [records[each] for each in part if each in records and not records[each].state.annulments]
        made = signatures.of_acts(view, acts)
        found += [act for act in acts if _waits(view, me, act, made[act.row.id], of_case)]
        if len(found) >= MOST:
            break
    return found[:MOST][::-1]


def awaited(view: View, act: Record, made: Sequence[Signature]) -> str:
    """The capacity of the consent or approval that an act which an officer signed lacks; empty where it lacks none.

    What a judge or one who may consent signs himself needs none; what was refused waits no more; of measures and
    searches only what the law names is told (CPC 35(1)(13), 35(1)(14)). `made`: signatures.
    """
    declared = registry().get(act.row.type)
    form = declared.signing if declared else None
    if declared is None or form is None or act.state.annulments or _refused(declared, act):
        return ""
    when = _SOME.get(declared.name)
    if when is not None and not (when and matches(when, agreed_values(declared, act.state))):
        return ""
    valid = [each.statement for each in made if each.valid]
    given = {each.capacity for each in valid}
    if REFUSAL in given:
        return ""
    roles = {view.people.author(bytes.fromhex(each.key)).role for each in valid}
    if OFFICER not in given or JUDGE in roles:
        return ""
    return next((each for role, each in form.countersigned_by if each not in given and role not in roles), "")


def unsigned(view: View, me: Me, cases: Collection[bytes]) -> list[tuple[bytes, str, bytes]]:
    """Acts of these cases that the user began, may sign and has not signed: act, type and case; the oldest first."""
    types = [each.name for each in registry().values() if each.signing is not None and me.role in each.signing.by]
    table = record_table.c
    numbers = select(annulled_table.c.record_number)
    statement = select(table.id, table.type, table.case_id).where(
        table.case_id.in_(cases), table.type.in_(types), table.number.not_in(numbers), view.condition()
    )
    found = {each.id: each for each in view.connection.execute(statement.order_by(table.number))}
    signing = list_table(SIGNING).c
    given = select(signing.act).join(record_table, table.number == signing.number)
    signed = identifiers.named(
        view.connection.scalars(given.where(table.case_id.in_(cases), signing.capacity == OFFICER, view.condition()))
    )
    made = makers(view, found.keys() - signed)
    return [(act, row.type, row.case_id) for act, row in found.items() if act in made and made[act].login == me.login]


def _signed_alone(view: View, types: frozenset[str]) -> list[bytes]:
    """Acts of these types that are here and bear no consent of a role that may give it; those signed last first."""
    signing = list_table(SIGNING).c
    statement = select(record_table.c.id, signing.act, signing.capacity)
    statement = statement.join(record_table, record_table.c.number == signing.number)
    rows = view.connection.execute(statement.order_by(record_table.c.number.desc())).all()
    ids = {row.act: record for row in rows for record in identifiers.named([row.act])}
    known = view.types_of(ids.values())
    named = [row for row in rows if row.act in ids and known.get(ids[row.act]) in types]
    made = makers(view, (row.id for row in named if row.capacity != OFFICER))
    given = {
        row.act
        for row in named
        if row.id in made
        and (form := registry()[known[ids[row.act]]].signing) is not None
        and (made[row.id].role, row.capacity) in form.countersigned_by
    }
    return list(dict.fromkeys(ids[row.act] for row in named if row.capacity == OFFICER and row.act not in given))


def _waits(
    view: View, me: Me, act: Record, made: Sequence[Signature], of_case: Callable[[bytes | None], Rights]
) -> bool:
    declared = registry()[act.row.type]
    wanted = before_signing.capacities(declared, act, made, me)
    if (
        not wanted
        or _refused(declared, act)
        or _signed_refusal(view, me, made)
        or not consenting.may_consent(declared, act, me)
    ):
        return False
    actor, subject = of_case(act.row.case)
    asked = replace(subject, type=declared, capacity=wanted[0])
    return isinstance(access.decide(Operation.COUNTERSIGN, actor, asked), access.Allowed)


def _signed_refusal(view: View, me: Me, made: Sequence[Signature]) -> bool:
    """Whether somebody in the user's role signed a refusal after the officer's last signature."""
    signed = [each.statement for each in made if each.valid]
    last = max((each.signed_at for each in signed if each.capacity == OFFICER), default="")
    refusals = [each for each in signed if each.capacity == REFUSAL and each.signed_at >= last]
    return any(view.people.author(bytes.fromhex(each.key)).role == me.role for each in refusals)


def _refused(declared: RecordType, act: Record) -> bool:
    """Whether it says that the consent, or what it asks for, was refused."""
    stated = agreed_values(declared, act.state)
    return stated.get("prosecutor_consent") == "no" or stated.get("decision") == "refused"
