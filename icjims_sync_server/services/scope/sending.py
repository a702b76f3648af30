"""What officers have signed on where cases go, as the log of the centre has it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from icjims_core.compartments import Person, Sending
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.handing import HANDOVER, orders
from icjims_core.projections.index import Place
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import Record, load
from icjims_core.projections.tables import record_table
from icjims_sync_server.services.scope import rights
from icjims_sync_server.services.scope.holding import Held


@dataclass(frozen=True, slots=True)
class Sent:
    """One officer's signed word on where the case goes, and where the log has his signature."""

    sending: Sending
    places: frozenset[Place]


def handovers(connection: Connection, cases: set[bytes]) -> dict[bytes, dict[str, Record]]:
    """Case → its hand-overs, by id as text."""
    rows = rows_in(connection, record_table, ("id", "type"), "case_id", cases)
    found: dict[bytes, dict[str, Record]] = {}
    for each in load(connection, LogReader(), [record for record, type_ in rows if type_ == HANDOVER]).values():
        if each.row.case is not None and each.state.created:
            found.setdefault(each.row.case, {})[str(uuid.UUID(bytes=each.row.id))] = each
    return found


def signed_words(connection: Connection, acts: Mapping[str, Record]) -> list[Sent]:
    """What officers have signed of these hand-overs, as they stand, but for those in whose place others stand."""
    found = orders(Held(connection, LogReader(), acts), acts)
    people = rights.authors(connection, {key for _, signed in found for key in signed.authors})
    return [
        Sent(Sending(Person(one.account, "", one.role, one.office), office), signed.places)
        for office, signed in found
        for key in sorted(signed.authors)
        if (one := people.get(key)) is not None
    ]
