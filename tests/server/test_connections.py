"""The real server on a socket: broken senders, sizes before reading, and what an OpenAPI tester makes of it."""

from __future__ import annotations

import os
import re
import socket
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.core.result import Ok

from icjims_core import wire
from icjims_core.packing import compress
from icjims_sync_server.api.routes import TABLE
from tests.server.console import Console, enrol, redirected
from tests.server.workstation import request

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

EXAMPLES = int(os.environ.get("ICJIMS_API_EXAMPLES", "15"))


def _said(address: str, sent: bytes) -> bytes:
    """What the server answers to these bytes until it closes or has answered."""
    host, _, port = address.partition("://")[2].partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(sent)
        answer = b""
        while b"}" not in answer:
            part = connection.recv(65536)
            if not part:
                break
            answer += part
        return answer


_FRAMES = b"Content-Type: " + wire.MEDIA_TYPE.encode() + b"\r\n"
_SYNC = b"POST /v1/sync HTTP/1.1\r\nHost: x\r\n"
_KNOWN = b"POST /v1/acts/known HTTP/1.1\r\nHost: x\r\n"


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (_SYNC + _FRAMES + b"Content-Length: 10737418240\r\n\r\n", b"413"),
        (_KNOWN + b"Content-Type: text/html\r\nContent-Length: 100\r\n\r\n", b"415"),
        (b"GET /v1/health HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", b"400"),
        (_SYNC + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", b"4"),
        (b"nonsense\r\n\r\n", b"400"),
        (_SYNC + b"".join(b"X-%d: y\r\n" % at for at in range(200)) + b"\r\n", b"431"),
        (_SYNC + b"X: " + b"y" * 20_000 + b"\r\n\r\n", b"431"),
    ],
)
def test_w11_w12_odd_requests_are_answered_before_their_bodies(console: Console, head: bytes, status: bytes) -> None:
    with console.serving("--insecure-http") as (_, address):
        first = _said(address, head)
        assert re.match(rb"HTTP/1.1 " + status, first), first[:200]
        assert b"Traceback" not in first
        assert httpx.get(address + "/v1/health").status_code == 200


def test_w13_bombs_cost_no_memory(console: Console) -> None:
    with console.serving("--insecure-http") as (process, address), httpx.Client() as client:
        ticket = str(console.do("ticket", "--office", "A", "--user", "u", "--role", "clerk", "--approved")["ticket"])
        station = enrol(client, address, ticket)
        port = int(address.rpartition(":")[2])
        station.post = redirected(station, client, address, port)
        station.sync()
        unsized = zstd.ZstdCompressor(level=3)
        streamed = b"".join(unsized.compress(bytes(1 << 20)) for _ in range(64)) + unsized.flush()
        before = _resident(process.pid)
        for bomb in [compress(bytes(1 << 30)), streamed] * 4:
            with pytest.raises(AssertionError, match="bomb"):
                station.post(request(station.hello()) + len(bomb).to_bytes(4, "big") + bomb)
        assert _resident(process.pid) - before < 64 << 20
        station.sync()


def _resident(pid: int) -> int:
    """Resident bytes of a process."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    assert found
    return int(found[1]) << 10


def test_t19_no_generated_request_makes_the_centre_fail(console: Console) -> None:
    """Schemathesis over the served description; ICJIMS_API_EXAMPLES sets how many examples each operation gets."""
    with console.serving("--insecure-http") as (process, address):
        schemathesis.serializer.alias(wire.MEDIA_TYPE, "application/octet-stream")
        schema = schemathesis.openapi.from_dict(httpx.get(address + "/openapi.json").json())
        schema.config.update(base_url=address)
        operations = [result.ok() for result in schema.get_all_operations() if isinstance(result, Ok)]
        assert len(operations) == len(TABLE)
        cases = st.sampled_from(operations).flatmap(lambda operation: operation.as_strategy())

        @settings(max_examples=EXAMPLES * len(operations), deadline=None, suppress_health_check=list(HealthCheck))
        @given(case=cases)
        def never_fails(case: schemathesis.Case[Any]) -> None:
            answer = case.call()
            assert answer.status_code < 500
            if answer.status_code >= 400:
                assert set(answer.json()) == {"type", "title", "status", "code", "params"}

        never_fails()
        assert process.poll() is None


def test_t31_a_stranger_s_body_is_not_held(console: Console) -> None:
    """Only a device may have more than a little of a body kept in memory; anybody else is answered by its head."""
    with console.serving("--insecure-http") as (_, address):
        for size in (b"Content-Length: 8388608\r\n", b"Transfer-Encoding: chunked\r\n"):
            head = _SYNC + _FRAMES + size + b"\r\n"
            assert b"bad_signature" in _said(address, head), size
