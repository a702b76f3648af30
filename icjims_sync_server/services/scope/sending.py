"""What officers have signed on where cases go, as the log of the centre has it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from icjims_core.access import Actor
from icjims_core.compartments import Person, Sending
from icjims_core.projections import charging
from icjims_core.projections.bulk import rows_in
from icjims_core.projections.handing import HANDOVER, orders
from icjims_core.projections.index import Place
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import Record, load
from icjims_core.projections.tables import list_table, record_table
from icjims_sync_server.services.scope import rights
from icjims_sync_server.services.scope.holding import Held
from icjims_sync_server.store.tables import account_table

SUBSTITUTION: Final = "substitution"
PROSECUTOR: Final = "prosecutor"


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


def signed_words(connection: Connection, case: bytes, acts: Mapping[str, Record]) -> list[Sent]:
    """What officers have signed of these hand-overs of a case, as they stand, but for those that others replace.

    A colleague's case is nobody's to give away: without the charge that his office has given his word says nothing.
    """
    found = orders(Held(connection, LogReader(), acts), acts)
    if not found:
        return []
    charged = _charged(connection, case)
    people = rights.authors(connection, {key for _, signed in found for key in signed.authors})
    return [
        Sent(Sending(Person(one.account, one.login, one.role, one.office), office), signed.places)
        for office, signed in found
        for key in sorted(signed.authors)
        if (one := people.get(key)) is not None
        and charging.may_give(_actor(connection, one), charging.logins(charged.get(one.office, ())))
    ]


def _charged(connection: Connection, case: bytes) -> dict[str, list[Record]]:
    """Office → the acceptances of a case that its people have written; of a prosecutor, those of whom he names."""
    rows = rows_in(connection, record_table, ("id", "type"), "case_id", [case])
    wanted = [record for record, type_ in rows if type_ == charging.ACCEPTANCE]
    host, reader = Held(connection, LogReader()), LogReader()
    found: dict[str, list[Record]] = {}
    for act in load(connection, reader, wanted).values():
        maker = _maker(connection, act)
        if maker is not None and not host.is_annulled(act):
            login = charging.stated(act, "login") if maker.role == PROSECUTOR else None
            office = _office(connection, login) if isinstance(login, str) else maker.office
            found.setdefault(office, []).append(act)
    return found


def _maker(connection: Connection, act: Record) -> rights.Author | None:
    begun = next((each for each in act.written if each.dot == act.state.created), None)
    key = begun.act.header.author if begun else b""
    return rights.authors(connection, [key]).get(key)


def _office(connection: Connection, login: str) -> str:
    return connection.scalar(select(account_table.c.office).where(account_table.c.login == login)) or ""


def _actor(connection: Connection, author: rights.Author) -> Actor:
    """Him, with those for whom somebody else in their office ever let him stand in."""
    table = list_table(SUBSTITUTION)
    orders_ = select(record_table.c.id).join(table, table.c.number == record_table.c.number)
    found = load(connection, LogReader(), connection.scalars(orders_.where(table.c.substitute == author.login)).all())
    host = Held(connection, LogReader())
    made = ((each.state.agreed("officer"), _maker(connection, each), each) for each in found.values())
    replaced = [
        officer
        for officer, maker, order in made
        if isinstance(officer, str)
        and maker is not None
        and maker.login != author.login
        and maker.office == _office(connection, officer)
        and not host.is_annulled(order)
    ]
    return Actor(author.role, author.office, author.login, stands_in_for=replaced)
