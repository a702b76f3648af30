"""What the form of a take-over from paper leaves open: told once it is saved, for nothing is refused."""

from __future__ import annotations

from typing import Final

from icjims_core.modules import record_type
from icjims_core.modules.takeover import HOLDING
from icjims_core.problem import Problem
from icjims_core.projections.records import Record
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import agreed_values
from icjims_desktop.services.paper import volumes
from icjims_desktop.services.scope import View

TAKEOVER: Final = "takeover"
_ROLE: Final = "participant"


class TakenOver:
    """The take-overs of one open store."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def advice(self, record: bytes) -> list[Problem]:
        """`role_not_stated` of a person without a role in the case, `periods_not_stated` of one who is held."""
        with self._desk.view() as view:
            found = view.record(record)
            if found.row.type != TAKEOVER or found.row.case is None or found.state.annulments:
                return []
            values = agreed_values(record_type(TAKEOVER), found.state)
            person = values.get("person")
            told = []
            if isinstance(person, str) and not _has_role(view, found, person):
                told.append(Problem("role_not_stated"))
            if values.get("measure") in HOLDING and not values.get("custody_segments"):
                told.append(Problem("periods_not_stated"))
            return told


def _has_role(view: View, taken: Record, person: str) -> bool:
    roles = volumes.of_case(view, taken.row.case or b"", _ROLE)
    standing = (agreed_values(record_type(_ROLE), each.state) for each in roles if not each.state.annulments)
    return any(each.get("person") == person for each in standing)
