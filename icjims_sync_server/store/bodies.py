"""What roles serve in which office, and whether its feeds are admitted to private files."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from sqlalchemy import Connection, select

from icjims_core.access import private_files
from icjims_core.projections.prepared import Prepared
from icjims_sync_server.store import supervisions
from icjims_sync_server.store.tables import account_table, office_table

_SERVING: Final = Prepared(
    select(office_table.c.feed, account_table.c.role)
    .join(account_table, account_table.c.office == office_table.c.code)
    .distinct()
)


def roles_of_offices(connection: Connection) -> Mapping[int, frozenset[str]]:
    """Feed of an office → the roles of its people, also of those who are disabled by now."""
    found: dict[int, set[str]] = {}
    for feed, role in _SERVING.rows(connection):
        found.setdefault(feed, set()).add(role)
    return {feed: frozenset(roles) for feed, roles in found.items()}


def keeps_its_own(roles: Collection[str]) -> bool:
    """Whether the private files of a new case belong to the feed of the office that begins it, or supervises that."""
    return all(each.admits_office(roles, oversees=True) for each in private_files())


def may_be_admitted(connection: Connection, feed: int, serving: Mapping[int, frozenset[str]]) -> bool:
    """Whether there may be cases to whose private files a feed is admitted; `serving`: the roles of each office."""
    role, office = _whose(connection, feed)
    return _admits(role, serving.get(office, frozenset()), oversees=True)


def admitted(connection: Connection, feed: int, audience: Collection[int], day: str) -> bool:
    """Whether a feed is admitted to the private files of a case with this audience on a day (YYYY-MM-DD).

    For what others recorded it must be known what body it is.
    """
    serving = roles_of_offices(connection)
    role, office = _whose(connection, feed)
    oversees = _oversees(supervisions.in_force(connection, day), office, {*audience} & serving.keys())
    return _admits(role, serving.get(office, frozenset()), oversees=oversees)


def _whose(connection: Connection, feed: int) -> tuple[str | None, int]:
    """Of a person's feed his role and the feed of his office; of an office's feed itself."""
    person = select(account_table.c.role, office_table.c.feed).where(
        account_table.c.feed == feed, office_table.c.code == account_table.c.office
    )
    found = connection.execute(person).one_or_none()
    return (None, feed) if found is None else (found[0], found[1])


def _admits(role: str | None, roles: Collection[str], *, oversees: bool) -> bool:
    return all(
        each.is_body(roles, oversees=oversees)
        if role is None or role in each.within
        else each.admits(role, roles, oversees=oversees)
        for each in private_files()
    )


def _oversees(supervising: Mapping[int, Collection[int]], office: int, offices: Collection[int]) -> bool:
    """Whether an office supervises one of these, or no supervision of any of them is on record."""
    overseers = {each for of in offices for each in supervising.get(of, ())}
    return not overseers or office in overseers
