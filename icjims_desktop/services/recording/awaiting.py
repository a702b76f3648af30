"""Acts that an officer has signed and that wait for the consent or approval of this user."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sqlalchemy import func, select

from icjims_core import access
from icjims_core.access import Operation
from icjims_core.modules import registry
from icjims_core.projections.annulment import SIGNING
from icjims_core.projections.records import Record
from icjims_core.projections.tables import list_table
from icjims_core.signing import OFFICER
from icjims_desktop.services import identifiers
from icjims_desktop.services.oversight import access as facts
from icjims_desktop.services.people import Me
from icjims_desktop.services.recording import before_signing, signatures
from icjims_desktop.services.scope import View

MOST: Final = 200
"""So many of the acts signed last are looked at: what is older than that has been decided on paper."""


def awaiting(view: View, me: Me, at: datetime.datetime) -> list[Record]:
    """The acts that the user is to consent to or approve, the one that waits longest first."""
    asked = frozenset(
        each.name
        for each in registry().values()
        if each.signing is not None and any(role == me.role for role, _ in each.signing.countersigned_by)
    )
    return [act for act in _signed_alone(view, asked) if _waits(view, me, act, at)] if asked else []


def _signed_alone(view: View, types: frozenset[str]) -> Iterator[Record]:
    """Acts of these types that bear nothing but signatures of officers, as far as the list tells."""
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
    yield from (found[each] for each in acts if each in found)


def _waits(view: View, me: Me, act: Record, at: datetime.datetime) -> bool:
    declared = registry()[act.row.type]
    if act.state.annulments:
        return False
    wanted = before_signing.capacities(declared, act, signatures.of(view, act), me)
    if not wanted:
        return False
    actor, subject = facts.of_case(view, me, act.row.case, at)
    asked = replace(subject, type=declared, capacity=wanted[0])
    return isinstance(access.decide(Operation.COUNTERSIGN, actor, asked), access.Allowed)
