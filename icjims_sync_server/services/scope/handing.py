"""A signed hand-over gives the receiving office its case: nobody has to assign it besides."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from icjims_core.compartments import Person, Sending, holders
from icjims_core.declarations.schema import SUPERSEDES
from icjims_core.law.rule_data import instant
from icjims_core.modules import record_type
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import Record, load
from icjims_core.projections.succession import stands_signed, takes_place
from icjims_core.projections.tables import list_table, record_table
from icjims_core.workflow.handover import handover_rules
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.scope import rights, scopes
from icjims_sync_server.services.scope.holding import Held, keeper
from icjims_sync_server.store import feeds, supervisions
from icjims_sync_server.store.database import CASES, lock_subjects

HANDOVER = "handover"
_FOLLOWED = (HANDOVER, "signing")


@dataclass(frozen=True, slots=True)
class _Sent:
    """One officer's signed word on where the case goes, and when it was sent (ms since 1970)."""

    sending: Sending
    at: int


def follow(connection: Connection, centre: Centre, records: Iterable[bytes]) -> None:
    """Give the cases of such of these records as are hand-overs or signatures to the offices that they went to."""
    rows = rows_in(connection, record_table, ("type", "case_id"), "id", records)
    _give(connection, centre, {case for type_, case in rows if type_ in _FOLLOWED and case is not None})


def begin(centre: Centre, office: str) -> None:
    """Give a new office the cases that were handed over to it before it was here."""
    table = list_table(HANDOVER).c
    named = select(record_table.c.case_id).join(list_table(HANDOVER), table.number == record_table.c.number)

    def work(connection: Connection) -> None:
        _give(connection, centre, set(connection.scalars(named.where(table.to_office == office))))

    centre.database.write(work)


def _give(connection: Connection, centre: Centre, cases: set[bytes]) -> None:
    sent = _handovers(connection, cases)
    lock_subjects(connection, CASES, sent)
    for case, several in sorted(sent.items()):
        office = keeper(connection, LogReader(), case)
        overseers = supervisions.supervisors_of(connection, office, scopes.today(centre))
        signed = _signed(connection, several)
        for receiver in sorted(holders(office, overseers, (each.sending for each in signed)) - {office}):
            number = feeds.numbers(connection, [feeds.office_feed(receiver)]).get(feeds.office_feed(receiver))
            last = max(each.at for each in signed if each.sending.office == receiver)
            if number is not None and not scopes.left_since(connection, case, number, last):
                scopes.join_office(connection, centre, case, number)


def _handovers(connection: Connection, cases: set[bytes]) -> dict[bytes, dict[str, Record]]:
    """Case → its hand-overs, by id as text."""
    rows = rows_in(connection, record_table, ("id", "type"), "case_id", cases)
    found: dict[bytes, dict[str, Record]] = {}
    for each in load(connection, LogReader(), [record for record, type_ in rows if type_ == HANDOVER]).values():
        if each.row.case is not None and each.state.created:
            found.setdefault(each.row.case, {})[str(uuid.UUID(bytes=each.row.id))] = each
    return found


def _signed(connection: Connection, acts: Mapping[str, Record]) -> list[_Sent]:
    """What officers have signed of these hand-overs, as they stand, but for those in whose place others stand."""
    host = Held(connection, LogReader(), acts)
    claims = ((new, acts.get(str(new.state.agreed(SUPERSEDES)))) for new in acts.values())
    replaced = {old.row.id for new, old in claims if old is not None and takes_place(host, new, old)}
    found: list[_Sent] = []
    for act in acts.values():
        said = _said(act) if act.row.id not in replaced else None
        if said is not None:
            found += [_Sent(Sending(each, said[0]), said[1]) for each in _signers(connection, host, act)]
    return found


def _said(act: Record) -> tuple[str, int] | None:
    """The receiver and when it was sent (ms since 1970), both undisputed; nothing of what leaves the case at home."""
    declared = record_type(HANDOVER)
    kind, receiver, at = (act.state.agreed(declared.by_name[name].unit) for name in ("kind", "to_office", "sent_at"))
    sent = instant(at)
    office = receiver.get("to_office") if isinstance(receiver, dict) else None
    if kind in handover_rules().without_case or not isinstance(office, str) or not isinstance(sent, datetime.datetime):
        return None
    return office, int(sent.timestamp() * 1000)


def _signers(connection: Connection, host: Held, act: Record) -> list[Person]:
    keys = {key for each in stands_signed(host, act) for key in each.authors}
    found = rights.authors(connection, keys).values()
    return [Person(each.account, "", each.role, each.office) for each in found]
