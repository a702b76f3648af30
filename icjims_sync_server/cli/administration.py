"""The commands that change or show who takes part, and who may see what."""

from __future__ import annotations

import argparse
import datetime
import uuid
from collections.abc import Callable
from typing import Final

from sqlalchemy import Connection

from icjims_core import access
from icjims_core.access import Actor, Operation, Subject
from icjims_core.directory import SupervisionEntry
from icjims_core.problem import Refused
from icjims_sync_server.cli import paper
from icjims_sync_server.services import status
from icjims_sync_server.services.administration import authority, enrolment, people, training
from icjims_sync_server.services.administration.installation import Place
from icjims_sync_server.services.administration.people import Account, Device, State
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.exchange import admission, receiving
from icjims_sync_server.services.scope import handing, scopes
from icjims_sync_server.services.scope import supervision as supervising
from icjims_sync_server.store import feeds, settings

OPERATOR: Final = Actor("administrator")
"""Whoever runs the commands of the centre: he gives cases to offices and has no part in their content."""


Result = dict[str, object]


def office(centre: Centre, arguments: argparse.Namespace) -> Result:
    """`office add`, `office list`."""
    if arguments.action == "add":
        people.add_office(centre, arguments.code, arguments.name)
        handing.begin(centre, arguments.code)
        return {"code": arguments.code, "name": arguments.name}
    with centre.database.read() as connection:
        return {"offices": [{"code": code, "name": name} for code, name in people.offices(connection)]}


def demo_data(centre: Centre, arguments: argparse.Namespace) -> Result:
    """`demo-data`."""
    made = training.write(centre, arguments.cases, arguments.seed)
    return {"cases": made.cases, "records": made.records, "offices": made.offices}


def ticket(centre: Centre, place: Place, arguments: argparse.Namespace) -> Result:
    """`ticket`."""
    address = arguments.public_url
    if not address:
        with centre.database.read() as connection:
            stored = settings.get(connection, settings.ADDRESS)
        if stored is None:
            raise Refused("no_address")
        address = stored.decode()
    address = address.rstrip("/")
    issued = enrolment.issue(
        centre,
        office=arguments.office,
        login=arguments.user,
        role=arguments.role,
        name=arguments.name,
        approved=arguments.approved,
        address=address,
        pin=authority.pin(place.keys) if address.startswith("https://") else "",
    )
    return {"ticket": issued}


def user(centre: Centre, arguments: argparse.Namespace) -> Result:
    """`user list`, `user disable`, `user move`."""
    if arguments.action == "list":
        with centre.database.read() as connection:
            return {"users": [_described(account) for account in people.accounts(connection)]}

    def work(connection: Connection) -> Account:
        known = people.account_by_login(connection, arguments.login)
        if arguments.action == "disable":
            changed = Account(known.id, known.login, known.name, known.role, known.office, active=False)
            if known.active:
                scopes.withdraw_all(connection, centre, feeds.user_feed(known.id))
        else:
            people.office_name(connection, arguments.office)
            changed = Account(known.id, known.login, known.name, known.role, arguments.office, known.active)
        if changed != known:
            people.change_account(connection, centre, changed)
        return changed

    changed = centre.database.write(work)
    admission.begin(centre)
    return {"user": _described(changed)}


def _described(account: Account) -> Result:
    return {
        "id": account.id.hex(),
        "login": account.login,
        "name": account.name,
        "role": account.role,
        "office": account.office,
        "active": account.active,
    }


_STATES: Final[dict[str, State]] = {"approve": "active", "suspend": "suspended", "revoke": "revoked"}


def device(centre: Centre, arguments: argparse.Namespace) -> Result:
    """`device list`, `device approve`, `device suspend`, `device revoke`."""
    if arguments.action == "list":
        with centre.database.read() as connection:
            return {"devices": [status.describe(each) for each in people.devices(connection)]}

    def work(connection: Connection) -> Device:
        known = people.device_by_text(connection, arguments.device)
        return people.set_device_state(connection, centre, known, _STATES[arguments.action])

    changed = centre.database.write(work)
    if changed.state == "active":
        receiving.retry(centre, changed.id)
    return {"device": status.describe(changed)}


def assign(centre: Centre, arguments: argparse.Namespace) -> Result:
    """`assign`."""
    access.check(Operation.ASSIGN, OPERATOR, Subject())
    case, until = _case(arguments.case), _until(arguments.until)
    change = scopes.assign(centre, case, office=arguments.office, login=arguments.user, until=until)
    return {"case": str(uuid.UUID(bytes=case)), "feed": change.feed, "changed": change.changed, "until": until}


def withdraw(centre: Centre, arguments: argparse.Namespace) -> Result:
    """`withdraw`."""
    case = _case(arguments.case)
    change = scopes.withdraw(centre, case, office=arguments.office, login=arguments.user)
    return {"case": str(uuid.UUID(bytes=case)), "feed": change.feed, "changed": change.changed}


def supervision(centre: Centre, arguments: argparse.Namespace) -> Result:
    """`supervision set`, `supervision list`."""
    if arguments.action == "set":
        stated = supervising.declare(
            centre, arguments.office, arguments.prosecutor, since=arguments.since, until=arguments.until
        )
        return {"supervision": _supervised(stated)}
    with centre.database.read() as connection:
        return {"supervision": [_supervised(each) for each in supervising.listed(connection)]}


def _supervised(entry: SupervisionEntry) -> Result:
    return {"office": entry.office, "prosecutor": entry.prosecutor, "since": entry.since, "until": entry.until}


def _case(given: str) -> bytes:
    try:
        return uuid.UUID(given).bytes
    except ValueError:
        raise Refused("no_such_case", case=given[:80]) from None


def _until(given: str | None) -> int | None:
    """The end of that day by this machine's zone, or the given moment, in milliseconds since 1970 UTC."""
    if given is None:
        return None
    try:
        if len(given) == len("2026-01-31"):
            day = datetime.date.fromisoformat(given) + datetime.timedelta(days=1)
            moment = datetime.datetime.combine(day, datetime.time()).astimezone()
        else:
            moment = datetime.datetime.fromisoformat(given)
    except (ValueError, OverflowError):
        raise Refused("bad_date", field="until") from None
    if moment.tzinfo is None:
        raise Refused("bad_date", field="until")
    return int(moment.timestamp() * 1000)


COMMANDS: Final[dict[str, Callable[[Centre, argparse.Namespace], Result]]] = {
    "office": office,
    "demo-data": demo_data,
    "user": user,
    "device": device,
    "assign": assign,
    "withdraw": withdraw,
    "supervision": supervision,
    **paper.COMMANDS,
}
