"""Who stands in for whom, by the orders of substitution in this store."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import select

from icjims_core import access
from icjims_core.access import Actor, Substitution
from icjims_core.directory import UserEntry
from icjims_core.law.rule_data import instant
from icjims_core.modules import registry
from icjims_core.projections.records import Record
from icjims_core.projections.tables import list_table, record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import agreed_values
from icjims_desktop.services.people import Me
from icjims_desktop.services.scope import View
from icjims_desktop.store.log import directory

SUBSTITUTION: Final = "substitution"


def standing_in(me: Me, case: bytes, at: datetime.datetime, orders: Sequence[Substitution]) -> Actor:
    """The user as he may act in a case at a moment."""
    if not orders:
        return me.actor
    logins = access.stands_in_for(me.login, identifiers.to_text(case), at, orders)
    return replace(me.actor, stands_in_for=logins)


def substitutions(view: View, login: str) -> list[Substitution]:
    """The orders by which an officer stands in for others of his office, whatever their period.

    He does not order it himself, and nobody orders it for the officers of another office.
    """
    table = list_table(SUBSTITUTION)
    statement = (
        select(record_table.c.id)
        .join(table, table.c.number == record_table.c.number)
        .where(table.c.substitute == login)
    )
    found = [each for each in view.records(view.connection.scalars(statement)).values() if not each.state.annulments]
    offices = offices_of_users(view) if found else {}
    orders = ((each, _order(agreed_values(registry()[SUBSTITUTION], each.state))) for each in found)
    return [order for each, order in orders if order is not None and _may_order(view, each, order, offices)]


def may_order(view: View, record: Record) -> bool:
    """Whether an order of substitution was somebody's to make, so that it gives the substitute the cases."""
    order = _order(agreed_values(registry()[SUBSTITUTION], record.state))
    return order is not None and _may_order(view, record, order, offices_of_users(view))


def _may_order(view: View, record: Record, order: Substitution, offices: Mapping[str, str]) -> bool:
    """Whether the order came from somebody else in the office of the officer who is replaced."""
    begun = next((each for each in record.written if each.dot == record.state.created), None)
    author = view.people.author(begun.act.header.author) if begun else None
    return author is not None and author.login != order.substitute and author.office == offices.get(order.officer)


def _order(values: Mapping[str, object]) -> Substitution | None:
    """An order as it stands agreed; what is in dispute gives nobody another's cases."""
    since, officer, substitute = instant(values.get("valid_from")), values.get("officer"), values.get("substitute")
    if since is None or not isinstance(officer, str) or not isinstance(substitute, str):
        return None
    named = values.get("cases")
    cases: Collection[str] | None = [str(each) for each in named] if isinstance(named, list) else []
    every = values.get("all_cases") is True or (values.get("all_cases") is None and not cases)
    return Substitution(officer, substitute, since, instant(values.get("valid_until")), None if every else cases)


def offices_of_users(view: View) -> dict[str, str]:
    """Login → office, of everybody whom the directory knows."""
    users = directory.all_of(view.connection, UserEntry)
    return {each.login: each.office for each in users if isinstance(each, UserEntry)}
