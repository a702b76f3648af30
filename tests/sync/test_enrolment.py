"""Tickets as people paste them, and what must not pass for one."""

from __future__ import annotations

import asyncio
import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from icjims_core.problem import Problem, Refused
from icjims_desktop.store.store import Enrolled
from icjims_desktop.sync import enrolment
from icjims_desktop.sync.enrolment import Application, Ticket, parse_ticket
from icjims_desktop.sync.transport import Centre
from tests.sync.http_centre import Receive, Scope, Send, read_body, reply, serving
from tests.sync.noise import Noise

PIN = "ab" * 32
GOOD = {"u": "https://centre.example:8443", "c": "0123456789ABCDEF", "p": PIN, "l": "асанов", "o": "77"}


def ticket_of(content: object, prefix: str = "ICJIMS1.") -> str:
    packed = json.dumps(content, ensure_ascii=False).encode() if not isinstance(content, bytes) else content
    return prefix + base64.urlsafe_b64encode(packed).rstrip(b"=").decode()


def test_a_ticket() -> None:
    text = ticket_of(GOOD)
    expected = Ticket("https://centre.example:8443", "0123456789ABCDEF", PIN, "асанов", "77")
    assert parse_ticket(text) == expected
    assert parse_ticket(f"  {text[:30]}\r\n\t {text[30:]}\n") == expected


def test_another_address_of_the_same_centre() -> None:
    assert parse_ticket(ticket_of(GOOD), server="https://10.0.0.5/").url == "https://10.0.0.5"
    with pytest.raises(Refused, match="insecure_centre"):
        parse_ticket(ticket_of(GOOD), server="http://10.0.0.5", insecure_http=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ICJIMS1.",
        "ICJIMS2." + ticket_of(GOOD).removeprefix("ICJIMS1."),
        ticket_of(GOOD)[:-5],
        ticket_of(GOOD) + "====",
        "ICJIMS1.!!!",
        ticket_of(b"[]"),
        ticket_of(b"\xff\xff"),
        ticket_of(GOOD | {"role": "administrator"}),
        ticket_of({name: value for name, value in GOOD.items() if name != "c"}),
        ticket_of(GOOD | {"p": "ab" * 31}),
        ticket_of(GOOD | {"p": "zz" * 32}),
        ticket_of(GOOD | {"c": 5}),
        ticket_of(GOOD | {"l": ""}),
        ticket_of(GOOD | {"l": "x" * 5000}),
        "ICJIMS1." + "A" * 100_000,
    ],
)
def test_what_is_no_ticket(text: str) -> None:
    with pytest.raises(Refused, match="bad_ticket"):
        parse_ticket(text)


def test_without_tls_only_on_loopback_and_only_when_asked_for() -> None:
    plain = ticket_of(GOOD | {"u": "http://127.0.0.1:8000", "p": ""})
    assert parse_ticket(plain, insecure_http=True).url == "http://127.0.0.1:8000"
    with pytest.raises(Refused, match="insecure_centre"):
        parse_ticket(plain)
    with pytest.raises(Refused, match="insecure_centre"):
        parse_ticket(ticket_of(GOOD | {"u": "http://10.0.0.5", "p": ""}), insecure_http=True)
    with pytest.raises(Refused, match="insecure_centre"):
        parse_ticket(ticket_of(GOOD | {"u": "http://127.0.0.1:8000"}), insecure_http=True)


def key_text(fill: int) -> str:
    return base64.urlsafe_b64encode(bytes([fill]) * 32).rstrip(b"=").decode()


ANSWER: dict[str, Any] = {
    "state": "active",
    "device": "d" * 32,
    "user": {"id": "a" * 32, "login": "асанов", "name": "Асанов", "role": "clerk"},
    "office": {"code": "77", "name": "РУВД"},
    "centre_key": key_text(1),
    "centre_sealing_key": key_text(2),
}


def apply(answer: object, status: int = 200, kind: str = "application/json") -> tuple[Enrolled, dict[str, str]]:
    """What becomes of an application that is answered like this, and what was asked."""
    asked: dict[str, str] = {}

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        asked.update(json.loads(await read_body(receive)))
        await reply(send, status, kind, json.dumps(answer).encode())

    key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    with serving(app) as port:
        centre = Centre(f"http://127.0.0.1:{port}", "")
        ticket = parse_ticket(ticket_of(GOOD | {"u": centre.url, "p": ""}), insecure_http=True)
        application = Application("pc", bytes(32), bytes(32), bytes(32))
        told = asyncio.run(enrolment.enrol(centre, ticket, application, key, lambda: 0.0, Noise("n")))
    return told, asked


def test_an_application_that_is_granted() -> None:
    told, asked = apply(ANSWER)
    assert (told.device, told.login, told.office, told.centre_key) == (b"\xdd" * 16, "асанов", "77", b"\x01" * 32)
    assert asked["code"] == "0123456789ABCDEF"
    assert sorted(asked) == ["author_key", "code", "device_name", "sealing_key", "signing_key", "user_sealing_key"]


@pytest.mark.parametrize(
    ("answer", "code", "exit_code"),
    [
        (ANSWER | {"state": "pending"}, "pending_approval", 3),
        (ANSWER | {"state": "lost"}, "not_the_centre", 5),
        (ANSWER | {"device": "dd"}, "not_the_centre", 5),
        (ANSWER | {"centre_key": "AAAA"}, "not_the_centre", 5),
        (ANSWER | {"office": {"code": "05", "name": ""}}, "bad_ticket", 3),
        ([], "not_the_centre", 5),
    ],
)
def test_an_application_that_is_not(answer: object, code: str, exit_code: int) -> None:
    with pytest.raises(Problem) as raised:
        apply(answer)
    assert (raised.value.code, raised.value.exit_code) == (code, exit_code)


def test_a_refusal_of_the_centre_comes_through() -> None:
    with pytest.raises(Refused, match="other_office"):
        apply({"code": "other_office", "params": {}}, 403, "application/problem+json")
