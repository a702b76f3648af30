"""Acts that an officer has signed and that wait for the consent or approval of this user."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from sqlalchemy import func, select

from icjims_core import access
from icjims_core.access import Actor, Operation, Subject
from icjims_core.modules import registry
from icjims_core.projections.annulment import SIGNING
from icjims_core.projections.records import Record
from icjims_core.projections.tables import list_table
from icjims_core.signing import OFFICER, Signature
from icjims_desktop.services import identifiers
from icjims_desktop.services.oversight import access as facts
from icjims_desktop.services.people import Me
from icjims_desktop.services.recording import before_signing, signatures
from icjims_desktop.services.scope import View

Rights = tuple[Actor, Subject]

MOST: Final = 200
"""So many of the acts signed last are looked at: what is older than that has been decided on paper."""


def awaiting(view: View, me: Me, at: datetime.datetime) -> list[Record]:
    """The acts that the user is to consent to or approve, the one that waits longest first."""
    asked = frozenset(
        each.name
        for each in registry().values()
        if each.signing is not None and any(role == me.role for role, _ in each.signing.countersigned_by)
    )
    acts = _signed_alone(view, asked) if asked else []
    made = signatures.of_acts(view, acts)
    of_case = cache(lambda case: facts.of_case(view, me, case, at))
    return [act for act in acts if _waits(me, act, made[act.row.id], of_case)]


def _signed_alone(view: View, types: frozenset[str]) -> list[Record]:
    """Acts of these types that stand and bear nothing but signatures of officers, as far as the list tells."""
    signing = list_table(SIGNING).c
    statement = (
        select(signing.act)
        .group_by(signing.act)
        .having(func.min(signing.capacity) == OFFICER, func.max(signing.capacity) == OFFICER)
        .order_by(func.max(signing.signed_at).desc())
        .limit(MOST)
    )
    acts = identifiers.named(reversed(list(view.connection.scalars(statement))))
    known = view.types_of(acts)
    found = view.records(each for each in acts if known.get(each) in types)
    return [found[each] for each in acts if each in found and not found[each].state.annulments]


def _waits(me: Me, act: Record, made: Sequence[Signature], of_case: Callable[[bytes | None], Rights]) -> bool:
    declared = registry()[act.row.type]
    wanted = before_signing.capacities(declared, act, made, me)
    if not wanted:
        return False
    actor, subject = of_case(act.row.case)
    asked = replace(subject, type=declared, capacity=wanted[0])
    return isinstance(access.decide(Operation.COUNTERSIGN, actor, asked), access.Allowed)
