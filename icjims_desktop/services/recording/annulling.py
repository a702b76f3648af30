"""Whose it is to annul a record here, and who annulled what."""

from __future__ import annotations

import datetime
from dataclasses import replace

from icjims_core import access
from icjims_core.access import Operation, State
from icjims_core.problem import Refused
from icjims_core.projections import annulment
from icjims_core.projections.records import Record
from icjims_core.safeguards.alerts import NAMED
from icjims_desktop.services import identifiers
from icjims_desktop.services.law import case_files
from icjims_desktop.services.oversight import access as facts
from icjims_desktop.services.oversight.holding import Held
from icjims_desktop.services.people import Me
from icjims_desktop.services.recording import decisions
from icjims_desktop.services.scope import View


def check(view: View, me: Me, record: Record, at: datetime.datetime, state: State) -> None:
    """Raises what the rules say against this user's annulling a record, or taking its annulment back.

    Nobody annuls as another's substitute: the centre, where the same is judged, does not know who stands in for whom.
    """
    host = Held(view)
    about = annulment.subject(host, record)
    decisions.check_begun(view, me, record, Operation.ANNUL, at)
    _, of_case = facts.of_case(view, me, record.row.case, at)
    actor = replace(me.actor, person=host.person(me.key))
    subject = replace(
        about,
        state=state,
        reach=of_case.reach,
        office=of_case.office,
        supervisors=of_case.supervisors,
    )
    access.check(Operation.ANNUL, actor, subject, record=identifiers.to_text(record.row.id))


def check_unnamed(view: View, record: Record) -> None:
    """Raises `Refused("named_by_acts")` for the record of a person or participant to which acts that count refer."""
    if record.row.type not in NAMED or record.row.case is None:
        return
    acts = case_files.read(view, record.row.case).naming(identifiers.to_text(record.row.id))
    if acts:
        raise Refused("named_by_acts", record=identifiers.to_text(record.row.id), type=acts[0].type, count=len(acts))
