"""Tickets and what they are changed for: a device's place in the directory and its users' certificates."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from sqlalchemy import Connection, Row, insert, or_, select, update

from icjims_core.problem import Refused
from icjims_sync_server.services.administration import people
from icjims_sync_server.services.administration.people import Account, Device
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.exchange import admission
from icjims_sync_server.services.exchange.service_author import is_reserved
from icjims_sync_server.store.tables import author_table, ticket_table

TICKET_PREFIX: Final = "ICJIMS1."
TICKET_LIFE: Final = 24 * 3600 * 1000
MAX_TRIES: Final = 5
CODE_LETTERS: Final = 16
_CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# What hands and eyes confuse; the Cyrillic letters stand where a keyboard left in the wrong layout puts their twins.
_CONFUSED: Final = str.maketrans("OILUАВЕКМНОРСТХ", "011VABEKMH0PCTX")


@dataclass(frozen=True, slots=True)
class Application:
    """What a device asks with: the code, its name and its public keys (32 bytes each).

    `user_sealing_key` is the person's own; without one he reads nothing there that is sealed to him.
    """

    code: str
    device_name: str
    signing_key: bytes
    sealing_key: bytes
    author_key: bytes
    user_sealing_key: bytes | None = None


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What became of it."""

    device: Device
    account: Account
    office_name: str


def issue(
    centre: Centre, *, office: str, login: str, role: str, name: str | None, approved: bool, address: str, pin: str
) -> str:
    """A new ticket as the text that a person carries to the workstation."""
    if is_reserved(login):
        raise Refused("bad_login", login=login[:80])
    code = _new_code(centre)

    def work(connection: Connection) -> None:
        account = people.ensure_account(connection, centre, login=login, role=role, office=office, name=name)
        connection.execute(
            insert(ticket_table).values(
                **_hashes(centre, code),
                office=office,
                account=account.id,
                approved=approved,
                expires_at=centre.clock() + TICKET_LIFE,
                tries=0,
            )
        )

    centre.database.write(work)
    admission.begin(centre)
    content = {"u": address, "c": code, "p": pin, "l": login, "o": office}
    packed = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return TICKET_PREFIX + base64.urlsafe_b64encode(packed).rstrip(b"=").decode()


def _new_code(centre: Centre) -> str:
    number = int.from_bytes(centre.random(10), "big")
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(75, -5, -5))


def normal_code(text: str) -> str:
    """A code as typed: spaces and dashes gone, letters that are easily confused put right."""
    return "".join(letter for letter in text.upper() if letter not in " -\u2010\u2011\u2013\u00a0").translate(_CONFUSED)


def _hashes(centre: Centre, code: str) -> dict[str, bytes]:
    half = CODE_LETTERS // 2
    parts = {"code_hash": code, "first_hash": "<" + code[:half], "second_hash": ">" + code[half:]}
    return {name: centre.keys.ticket_hash(part) for name, part in parts.items()}


def enrol(centre: Centre, application: Application) -> Enrolled:
    """Change a ticket for a place in the directory; the same again gives the present state.

    Raises `Refused`: `bad_ticket` (unknown, used, expired or tried too often: one answer for all), `other_office` (the
    device belongs to another), `bad_key`.
    """
    _check_keys(application)

    def work(connection: Connection) -> Enrolled | Refused:
        try:
            ticket = _find(connection, centre, normal_code(application.code))
            return _enrol(connection, centre, ticket, application)
        except Refused as refused:
            return refused  # the count of tries must be kept

    done = centre.database.write(work)
    if isinstance(done, Refused):
        raise done
    return done


def _check_keys(application: Application) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(application.signing_key)
        Ed25519PublicKey.from_public_bytes(application.author_key)
        X25519PublicKey.from_public_bytes(application.sealing_key)
        if application.user_sealing_key is not None:
            X25519PublicKey.from_public_bytes(application.user_sealing_key)
    except ValueError:
        raise Refused("bad_key") from None
    if application.signing_key == application.author_key or application.user_sealing_key == application.sealing_key:
        raise Refused("bad_key")


def _find(connection: Connection, centre: Centre, code: str) -> Row[tuple[object, ...]]:
    hashes = _hashes(centre, code)
    ticket = connection.execute(
        select(ticket_table).where(ticket_table.c.code_hash == hashes["code_hash"]).with_for_update()
    ).one_or_none()
    if ticket is None:
        meant = or_(
            ticket_table.c.first_hash == hashes["first_hash"], ticket_table.c.second_hash == hashes["second_hash"]
        )
        connection.execute(update(ticket_table).where(meant).values(tries=ticket_table.c.tries + 1))
        raise Refused("bad_ticket")
    if ticket.tries >= MAX_TRIES:
        raise Refused("bad_ticket")
    return ticket


def _enrol(connection: Connection, centre: Centre, ticket: Row[tuple[object, ...]], asked: Application) -> Enrolled:
    account = people.account_by_id(connection, ticket.account)
    known = people.device_by_key(connection, asked.signing_key)
    if ticket.used_by is not None:
        return _again(connection, account, known, ticket.used_by, asked)
    if ticket.expires_at < centre.clock() or not account.active:
        raise Refused("bad_ticket")
    if known is not None:
        _check_same(known, ticket.office, asked)
        if ticket.approved and known.state == "pending":
            known = people.set_device_state(connection, centre, known, "active")
    else:
        known = Device(
            id=centre.random(16),
            office=ticket.office,
            name=people.checked_name(asked.device_name),
            signing_key=asked.signing_key,
            sealing_key=asked.sealing_key,
            state="active" if ticket.approved else "pending",
            enrolled_at=centre.clock(),
            seen_at=None,
        )
        people.add_device(connection, centre, known)
    people.certify(connection, centre, key=asked.author_key, account=account.id, device=known.id)
    if asked.user_sealing_key is not None:
        people.keep_sealing_key(connection, centre, account=account.id, device=known.id, key=asked.user_sealing_key)
    connection.execute(
        update(ticket_table).where(ticket_table.c.code_hash == ticket.code_hash).values(used_by=asked.author_key)
    )
    return Enrolled(known, account, people.office_name(connection, known.office))


def _check_same(known: Device, office: str, asked: Application) -> None:
    if known.office != office:
        raise Refused("other_office")
    if known.sealing_key != asked.sealing_key:
        raise Refused("bad_key")
    if known.state in ("revoked", "suspended"):
        raise Refused(f"device_{known.state}")


def _again(
    connection: Connection, account: Account, known: Device | None, used_by: bytes, asked: Application
) -> Enrolled:
    """The answer was lost or approval is awaited: the same keys learn how they stand, nobody else learns anything."""
    author = connection.execute(select(author_table).where(author_table.c.key == used_by)).one_or_none()
    if (
        known is None
        or used_by != asked.author_key
        or author is None
        or author.device != known.id
        or known.sealing_key != asked.sealing_key
    ):
        raise Refused("bad_ticket")
    return Enrolled(known, account, people.office_name(connection, known.office))
