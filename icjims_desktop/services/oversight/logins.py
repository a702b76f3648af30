"""Names by which people log in, as records state them: told where nobody has such a name, or an order does nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from icjims_core.codes.nearest import alike
from icjims_core.directory import UserEntry
from icjims_core.modules import record_type
from icjims_core.problem import Problem
from icjims_core.projections.records import Record
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import agreed_values
from icjims_desktop.services.oversight import standing_in
from icjims_desktop.services.scope import View
from icjims_desktop.store.log import directory

FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    standing_in.SUBSTITUTION: ("officer", "substitute"),
    "acceptance": ("login",),
}
"""By type: the fields that hold the login of somebody who is thereby given cases."""


class Logins:
    """The logins that the records of one open store state."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def advice(self, record: bytes) -> list[Problem]:
        """`login_unknown` of a field that states nobody's login; `substitution_of_no_effect` of an order that gives
        nobody a case."""
        with self._desk.view() as view:
            found = view.record(record)
            if found.row.type not in FIELDS or found.state.annulments:
                return []
            unknown = list(_unknown(view, found))
            idle = not unknown and found.row.type == standing_in.SUBSTITUTION and not standing_in.may_order(view, found)
            return [Problem("substitution_of_no_effect")] if idle else unknown


def _unknown(view: View, found: Record) -> Iterator[Problem]:
    users = [each for each in directory.all_of(view.connection, UserEntry) if isinstance(each, UserEntry)]
    logins = tuple(each.login for each in users)
    names = tuple((each.name, each.login) for each in users)
    values = agreed_values(record_type(found.row.type), found.state)
    for field in FIELDS[found.row.type]:
        stated = values.get(field)
        if isinstance(stated, str) and stated not in logins:
            near = ", ".join(alike(logins, names, stated)) or "—"
            yield Problem("login_unknown", type=found.row.type, field=field, value=stated[:100], nearest=near)
