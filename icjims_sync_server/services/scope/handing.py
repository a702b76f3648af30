"""A signed hand-over gives the receiving office its case: nobody has to assign it besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from icjims_core.compartments import Sending, holders
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.charging import ACCEPTANCE
from icjims_core.projections.handing import HANDOVER
from icjims_core.projections.log import LogReader
from icjims_core.projections.tables import list_table, record_table
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.scope import scopes
from icjims_sync_server.services.scope.holding import keeper
from icjims_sync_server.services.scope.sending import Sent, handovers, signed_words
from icjims_sync_server.store import feeds, supervisions
from icjims_sync_server.store.database import CASES, lock_subjects

_FOLLOWED = (HANDOVER, "signing", ACCEPTANCE)


def follow(connection: Connection, centre: Centre, records: Iterable[bytes]) -> None:
    """Give the cases of which these records tell a hand-over, or who may sign it, to the offices that they went to."""
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
    sent = handovers(connection, cases)
    lock_subjects(connection, CASES, sent)
    for case, several in sorted(sent.items()):
        office = keeper(connection, LogReader(), case)
        overseers = supervisions.supervisors_of(connection, office, scopes.today(centre))
        signed = signed_words(connection, case, several)
        for receiver in sorted(holders(office, overseers, (each.sending for each in signed)) - {office}):
            number = feeds.numbers(connection, [feeds.office_feed(receiver)]).get(feeds.office_feed(receiver))
            if number is None:
                continue
            if receiver in holders(office, overseers, _unseen(connection, receiver, number, signed)):
                scopes.join_office(connection, centre, case, number)


def _unseen(connection: Connection, office: str, feed: int, signed: Iterable[Sent]) -> Iterator[Sending]:
    """Without what an office's own feed has had: that came before the case was withdrawn, and gives nothing back."""
    for each in signed:
        if each.sending.office != office or not feeds.counted_of(connection, feed, each.places):
            yield each.sending
