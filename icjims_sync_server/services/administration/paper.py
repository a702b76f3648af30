"""What the whole country's records say of paper: transfers that nobody confirmed, doubtful numbers of the Register."""

from __future__ import annotations

import datetime
import uuid
from collections import defaultdict

from sqlalchemy import Connection, select

from icjims_core.declarations.stored_forms import moment_of
from icjims_core.law.casefile import CaseFile, Step, case_file, claims, units_of
from icjims_core.modules import registry
from icjims_core.projections import register
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import Record, load
from icjims_core.projections.succession import takes_place
from icjims_core.projections.tables import record_table
from icjims_core.workflow import handover
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.scope.holding import Held, idle_of_register, office_of
from icjims_sync_server.store.tables import account_table, author_table

_TYPES = ("handover", "handover_receipt")


def handovers(centre: Centre, *, every: bool = False) -> list[dict[str, object]]:
    """What should have been confirmed by now and was not, the longest overdue first; with `every` all that is sent."""
    now = datetime.datetime.fromtimestamp(centre.clock() / 1000, datetime.UTC)
    with centre.database.read() as connection:
        files = _case_files(connection)
    found = handover.in_transit(files, now) if every else handover.lost(files, now)
    return [
        {
            "case": each.case,
            "record": each.step,
            "kind": each.kind,
            "from_office": each.from_office,
            "to_office": each.to_office,
            "sent_at": moment_of(each.sent_at),
            "due": moment_of(each.due),
            "overdue": each.overdue(now),
            "refused": each.refused,
        }
        for each in found
    ]


def register_doubts(centre: Centre) -> list[dict[str, object]]:
    """Numbers of the Register of unusual form, of an unknown body, or given to several cases, wherever they are."""
    with centre.database.read() as connection:
        idle = idle_of_register(connection)
        found = register.doubts(connection, idle=idle, office_of=office_of(connection))
        numbered = (*register.stated(connection, idle=idle), *register.typed(connection))
        cases = {each.record.hex(): each.case for each in numbered}
    return [
        {
            "code": each.code,
            "number": each.number,
            "records": [str(uuid.UUID(hex=record)) for record in each.records],
            "cases": [str(uuid.UUID(bytes=cases[record])) for record in each.records],
        }
        for each in found
    ]


def _case_files(connection: Connection) -> list[CaseFile]:
    ids = connection.scalars(select(record_table.c.id).where(record_table.c.type.in_(_TYPES))).all()
    offices = _offices(connection)
    steps: defaultdict[str, list[Step]] = defaultdict(list)
    held: dict[str, Record] = {}
    host = Held(connection, LogReader(), held)
    for each in load(connection, LogReader(), ids).values():
        if each.row.case is not None and each.state.created:
            step = _step(each, offices, host)
            steps[str(uuid.UUID(bytes=each.row.case))].append(step)
            held[step.id] = each
    return [case_file(case, several, _succession(host, several)) for case, several in sorted(steps.items())]


def _succession(host: Held, steps: list[Step]) -> list[tuple[str, str]]:
    return [(new, old) for new, old in claims(steps) if takes_place(host, host.records[new], host.records[old])]


def _offices(connection: Connection) -> dict[bytes, str]:
    """The office of each author's key."""
    statement = select(author_table.c.key, account_table.c.office).join(
        account_table, account_table.c.id == author_table.c.account
    )
    return {row.key: row.office for row in connection.execute(statement)}


def _step(record: Record, offices: dict[bytes, str], host: Held) -> Step:
    declared = registry()[record.row.type]
    made = next((each.act.header for each in record.written if each.dot == record.state.created), None)
    return Step(
        id=str(uuid.UUID(bytes=record.row.id)),
        type=record.row.type,
        declared=declared,
        units=units_of(declared, record.state),
        recorded_at=made.recorded_at if made else 0,
        office=offices.get(made.author, "") if made else "",
        annulled=host.is_annulled(record),
    )
