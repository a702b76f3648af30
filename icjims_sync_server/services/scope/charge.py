"""Who has a case in charge, as the centre's log has it: what is asked of a change to another office's record."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from sqlalchemy import Connection, select

from icjims_core.access import Subject
from icjims_core.compartments import Person, holders, may_take
from icjims_core.projections import charging
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import Record, load
from icjims_core.projections.tables import record_table
from icjims_sync_server.services.scope import rights
from icjims_sync_server.services.scope.holding import Held
from icjims_sync_server.services.scope.sending import handovers, signed_words
from icjims_sync_server.store import supervisions
from icjims_sync_server.store.tables import account_table

_PROSECUTOR: Final = "prosecutor"


def in_charge(connection: Connection, reader: LogReader, case: bytes, office: str) -> Subject:
    """A case that an office keeps, with who has it in charge by acceptances that count.

    Where somebody has, those whose own has ended are among them: they may have written while they had it.
    """
    names: set[str] = set()
    offices: set[str] = set()
    standing = False
    for act, maker in _counted(connection, reader, case, office):
        named = charging.named(act)
        names |= named
        of = _offices(connection, named) if maker.role == _PROSECUTOR else {maker.office}
        offices |= of or {maker.office}
        standing |= not charging.stated(act, "until")
    return Subject(office=office, in_charge=names, taken_by=offices) if standing else Subject(office=office)


def _counted(
    connection: Connection, reader: LogReader, case: bytes, office: str
) -> Iterator[tuple[Record, rights.Author]]:
    """The acceptances of a case, each with who began it, of an office that holds the case or supervises."""
    rows = rows_in(connection, record_table, ("id", "type"), "case_id", [case])
    host = Held(connection, reader)
    acts = load(connection, reader, [record for record, type_ in rows if type_ == charging.ACCEPTANCE])
    overseers = {each.prosecutor for each in supervisions.supervision_entries(connection) if each.office == office}
    held: frozenset[str] | None = None
    for act in acts.values():
        begun = next((each for each in act.written if each.dot == act.state.created), None)
        key = begun.act.header.author if begun else b""
        maker = rights.authors(connection, [key]).get(key)
        if maker is None or host.is_annulled(act):
            continue
        if maker.office != office and held is None:
            sent = signed_words(connection, case, handovers(connection, {case}).get(case, {}))
            held = holders(office, overseers, (each.sending for each in sent))
        if maker.office == office or may_take(_person(maker), held or (), overseers):
            yield act, maker


def _person(author: rights.Author) -> Person:
    return Person(author.account, author.login, author.role, author.office)


def _offices(connection: Connection, logins: Collection[str]) -> set[str]:
    return set(connection.scalars(select(account_table.c.office).where(account_table.c.login.in_(sorted(logins)))))
