"""Enrolling a workstation and its users: the ticket, the centre's authority by its pin, the application."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Final, Literal

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from icjims_core import wire
from icjims_core.directory import Signed
from icjims_core.problem import Refused, Unreachable
from icjims_desktop.store.store import Enrolled
from icjims_desktop.sync import centre_calls
from icjims_desktop.sync.transport import Centre, Link, check_url, fetch_authority

PREFIX: Final = "ICJIMS1."
MAX_TICKET: Final = 4096
_PIN_LETTERS: Final = 64

_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]


class _TicketDocument(msgspec.Struct, forbid_unknown_fields=True):
    u: _Text
    c: _Text
    p: Annotated[str, msgspec.Meta(max_length=_PIN_LETTERS)]
    l: _Text  # noqa: E741 - the name in the ticket
    o: _Text


class _UserDocument(msgspec.Struct):
    id: str
    login: str
    name: str
    role: str


class _OfficeDocument(msgspec.Struct):
    code: str
    name: str


class _EnrolmentDocument(msgspec.Struct):
    state: Literal["active", "pending"]
    device: str
    user: _UserDocument
    office: _OfficeDocument
    centre_key: str
    centre_sealing_key: str


@dataclass(frozen=True, slots=True)
class Ticket:
    """An invitation. `pin`: SHA-256 of the public key of the centre's authority in hexadecimal; empty: no TLS."""

    url: str
    code: str
    pin: str
    login: str
    office: str


@dataclass(frozen=True, slots=True)
class Application:
    """What a workstation states of itself: its name and public keys (32 bytes each).

    For a further user of an enrolled workstation the device's keys are those it has, only the author's key and the
    user's own sealing key are new.
    """

    device_name: str
    sealing_key: bytes
    author_key: bytes
    user_sealing_key: bytes


def parse_ticket(text: str, *, server: str = "", insecure_http: bool = False) -> Ticket:
    """The ticket in a text as a person pasted it; spaces and line breaks in it do not matter.

    `server` overrides its address. Raises `Refused("bad_ticket")`, `Refused("bad_url")`, or
    `Refused("insecure_centre")` for a centre without TLS, which is for loopback and only with `insecure_http`.
    """
    compact = "".join(text.split())
    if not compact.startswith(PREFIX) or len(compact) > MAX_TICKET:
        raise Refused("bad_ticket", what="form")
    body = compact.removeprefix(PREFIX)
    try:
        data = base64.b64decode(body + "=" * (-len(body) % 4), altchars=b"-_", validate=True)
        read = msgspec.json.decode(data, type=_TicketDocument)
        pin = bytes.fromhex(read.p)
    except (binascii.Error, ValueError, msgspec.MsgspecError):
        raise Refused("bad_ticket", what="form") from None
    if len(pin) not in {0, 32}:
        raise Refused("bad_ticket", what="pin")
    if not pin and not insecure_http:
        raise Refused("insecure_centre", value=read.u[:200])
    return Ticket(check_url(server or read.u, secure=bool(pin)), read.c, read.p.lower(), read.l, read.o)


async def trusted_centre(ticket: Ticket) -> Centre:
    """The ticket's centre with the authority that its pin vouches for. Raises `Unreachable`."""
    authority = await fetch_authority(ticket.url, ticket.pin) if ticket.pin else ""
    return Centre(ticket.url, authority)


async def enrol(
    centre: Centre,
    ticket: Ticket,
    application: Application,
    signing_key: Ed25519PrivateKey,
    clock: Callable[[], float],
    random: Callable[[int], bytes],
) -> Enrolled:
    """Apply, or ask how an application stands: repeating it changes nothing. `clock` gives seconds since 1970.

    Raises `Refused`: `pending_approval` until an administrator has approved the device, `bad_ticket`, `other_office`.
    """
    asked = {
        "code": ticket.code,
        "device_name": application.device_name,
        "signing_key": _text(signing_key.public_key().public_bytes_raw()),
        "sealing_key": _text(application.sealing_key),
        "author_key": _text(application.author_key),
        "user_sealing_key": _text(application.user_sealing_key),
    }
    link = Link(centre, signing_key, clock, random)
    try:
        data = await link.json("POST", "/v1/enrolments", asked)
    finally:
        await link.close()
    return _read(data, ticket)


async def directory(
    centre: Centre,
    signing_key: Ed25519PrivateKey,
    clock: Callable[[], float],
    random: Callable[[int], bytes],
    held: int,
) -> tuple[Signed, ...]:
    """The entries of the directory after those held, whose signatures the store checks; nothing else is asked for."""
    nothing, found = wire.Head(0, bytes(32)), list[Signed]()
    link = Link(centre, signing_key, clock, random)
    try:
        replica = random(16)
        while True:
            hello = wire.Hello(1, replica, nothing, nothing, (), held + len(found), pull=False)
            entries = (await centre_calls.welcome(link, hello)).directory
            if not entries:
                return tuple(found)
            found += entries
    finally:
        await link.close()


def _read(data: bytes, ticket: Ticket) -> Enrolled:
    try:
        told = msgspec.json.decode(data, type=_EnrolmentDocument)
        enrolled = Enrolled(
            device=_id(told.device),
            user=_id(told.user.id),
            login=told.user.login,
            name=told.user.name,
            role=told.user.role,
            office=told.office.code,
            office_name=told.office.name,
            centre_key=_key(told.centre_key),
            centre_sealing_key=_key(told.centre_sealing_key),
        )
    except (msgspec.MsgspecError, ValueError, binascii.Error):
        raise Unreachable("not_the_centre", reason="json") from None
    if told.state == "pending":
        raise Refused("pending_approval", device=enrolled.device.hex())
    if (enrolled.login, enrolled.office) != (ticket.login, ticket.office):
        raise Refused("bad_ticket", what="user")
    return enrolled


def _id(text: str) -> bytes:
    data = bytes.fromhex(text.replace("-", ""))
    if len(data) != 16:
        raise ValueError(text)
    return data


def _key(text: str) -> bytes:
    data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    if len(data) != 32:
        raise ValueError(text)
    return data


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
