"""One connection at a time against servers that answer byte for byte what a test says."""

from __future__ import annotations

import asyncio
import select
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from icjims_desktop.sync.connection import Transport
from icjims_desktop.sync.transport import trust_only
from tests.sync.http_centre import Authority

Answering = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
SHORT = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"


@asynccontextmanager
async def served(*answers: Answering) -> AsyncIterator[tuple[Transport, str]]:
    """A server that gives its n-th connection to the n-th of these, and a transport for it."""
    waiting = list(answers)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await waiting.pop(0)(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    transport = Transport(None)
    try:
        yield transport, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/x"
    finally:
        await transport.aclose()
        server.close()
        await server.wait_closed()


async def ask(transport: Transport, url: str, body: bytes = b"", seconds: float = 5.0) -> tuple[int, bytes]:
    """Status and body of an answer."""
    request = httpx.Request("POST", url, content=body, extensions={"timeout": httpx.Timeout(seconds).as_dict()})
    answer = await transport.handle_async_request(request)
    try:
        return answer.status_code, b"".join([part async for part in answer.aiter_raw()])
    finally:
        await answer.aclose()


def saying(*pieces: bytes) -> Answering:
    """Answers each request with a piece, and ends."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for piece in pieces:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(piece)
            await writer.drain()

    return answer


def test_a_connection_is_used_again_after_a_whole_answer() -> None:
    async def run() -> list[tuple[int, bytes]]:
        async with served(saying(SHORT, SHORT)) as (transport, url):
            return [await ask(transport, url), await ask(transport, url)]

    assert asyncio.run(run()) == [(200, b"ok"), (200, b"ok")]


def test_a_connection_that_the_other_side_has_closed_is_not_used_again() -> None:
    async def run() -> list[tuple[int, bytes]]:
        async with served(saying(SHORT), saying(SHORT)) as (transport, url):
            first = await ask(transport, url)
            await asyncio.sleep(0.05)
            return [first, await ask(transport, url)]

    assert asyncio.run(run()) == [(200, b"ok"), (200, b"ok")]


@pytest.mark.parametrize(
    "last_word",
    [b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok", SHORT + b"HTTP/1.1 200 OK\r\n\r\n"],
    ids=["closing", "more than was asked"],
)
def test_a_connection_whose_state_is_not_known_is_not_used_again(last_word: bytes) -> None:
    async def held(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await saying(last_word)(reader, writer)
        await reader.read()

    async def run() -> list[tuple[int, bytes]]:
        async with served(held, saying(SHORT)) as (transport, url):
            return [await ask(transport, url), await ask(transport, url)]

    assert asyncio.run(run()) == [(200, b"ok"), (200, b"ok")]


def test_an_interim_answer_is_not_the_answer() -> None:
    async def run() -> tuple[int, bytes]:
        async with served(saying(b"HTTP/1.1 103 Early Hints\r\nlink: a\r\n\r\n" + SHORT)) as (transport, url):
            return await ask(transport, url)

    assert asyncio.run(run()) == (200, b"ok")


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\nok",
        b"HTTP/1.0 200 OK\r\n\r\nok",
    ],
    ids=["chunked", "until the end", "old"],
)
def test_bodies_of_every_form(answer: bytes) -> None:
    async def run() -> tuple[int, bytes]:
        async with served(saying(answer)) as (transport, url):
            return await ask(transport, url)

    assert asyncio.run(run()) == (200, b"ok")


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nok", httpx.RemoteProtocolError),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\no\r\n", httpx.RemoteProtocolError),
        (b"HTTP/1.1 200", httpx.RemoteProtocolError),
        (b"", httpx.RemoteProtocolError),
        (b"SSH-2.0-OpenSSH_9.2\r\n", httpx.RemoteProtocolError),
    ],
    ids=["short", "short chunked", "half a head", "nothing", "another protocol"],
)
def test_an_answer_that_is_none_fails(answer: bytes, failure: type[Exception]) -> None:
    async def run() -> None:
        async with served(saying(answer)) as (transport, url):
            await ask(transport, url)

    with pytest.raises(failure):
        asyncio.run(run())


def test_a_head_that_does_not_end_is_not_waited_for() -> None:
    async def endless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 20_000)
        await reader.read()
        await reader.read()

    async def run() -> None:
        async with served(endless) as (transport, url):
            await ask(transport, url)

    with pytest.raises(httpx.RemoteProtocolError, match="head does not end"):
        asyncio.run(run())


def test_whoever_is_silent_is_given_up() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()

    async def run(body: bytes) -> None:
        async with served(silent) as (transport, url):
            await ask(transport, url, body, seconds=0.1)

    with pytest.raises(httpx.ReadTimeout):
        asyncio.run(run(b""))


def test_whoever_takes_nothing_is_given_up() -> None:
    async def deaf(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(1)

    async def run() -> None:
        async with served(deaf) as (transport, url):
            await ask(transport, url, bytes(50 << 20), seconds=0.2)

    with pytest.raises(httpx.WriteTimeout):
        asyncio.run(run())


def test_a_refusal_before_the_end_of_a_body_is_read() -> None:
    sent = 0

    async def chunks() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(1000):
            yield bytes(64 << 10)
            sent += 1

    async def refusing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 413 Content Too Large\r\ncontent-length: 0\r\n\r\n")
        await writer.drain()
        while await reader.read(1 << 20):
            pass

    async def run() -> int:
        async with served(refusing) as (transport, url):
            request = httpx.Request("POST", url, content=chunks(), extensions={"timeout": httpx.Timeout(5).as_dict()})
            answer = await transport.handle_async_request(request)
            await answer.aclose()
            return answer.status_code

    assert asyncio.run(run()) == 413
    assert sent < 1000


def test_a_slow_reader_holds_up_the_sender() -> None:
    written = 0

    async def flood(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal written
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % (64 << 20))
        for _ in range(64):
            writer.write(bytes(1 << 20))
            written += 1
            await writer.drain()

    async def run() -> int:
        async with served(flood) as (transport, url):
            request = httpx.Request("GET", url, extensions={"timeout": httpx.Timeout(5).as_dict()})
            answer = await transport.handle_async_request(request)
            await asyncio.sleep(0.3)
            early = written
            size = sum([len(part) async for part in answer.aiter_raw()])
            await answer.aclose()
            assert size == 64 << 20
            return early

    assert asyncio.run(run()) < 32


def test_a_header_with_a_line_break_is_not_sent() -> None:
    async def run() -> None:
        async with served(saying(SHORT)) as (transport, url):
            headers = [(b"a", b"b\r\nc: d")]
            timeout = {"timeout": httpx.Timeout(5).as_dict()}
            await transport.handle_async_request(httpx.Request("GET", url, headers=headers, extensions=timeout))

    with pytest.raises(httpx.LocalProtocolError):
        asyncio.run(run())


@pytest.mark.parametrize("size", [5, 400_000])
def test_what_was_not_read_of_an_answer_is_no_part_of_the_next(size: int) -> None:
    long = b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % size + bytes(size)

    async def run() -> tuple[int, bytes]:
        async with served(saying(long, SHORT), saying(SHORT)) as (transport, url):
            request = httpx.Request("POST", url, extensions={"timeout": httpx.Timeout(5).as_dict()})
            answer = await transport.handle_async_request(request)
            await asyncio.sleep(0.05)
            await answer.aclose()
            return await ask(transport, url, seconds=2)

    assert asyncio.run(run()) == (200, b"ok")


def test_the_end_of_a_connection_is_noticed_before_the_loop_has_looked() -> None:
    """While this program was busy elsewhere the other side has closed."""

    async def run() -> tuple[int, bytes]:
        async with served(saying(SHORT), saying(SHORT)) as (transport, url):
            await ask(transport, url)
            kept = transport._kept
            assert kept is not None
            select.select([kept._transport.get_extra_info("socket")], [], [], 5)
            return await ask(transport, url)

    assert asyncio.run(run()) == (200, b"ok")


def test_whoever_is_cancelled_while_closing_leaves_nothing_behind() -> None:
    faults: list[object] = []

    async def run() -> tuple[int, bytes]:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: faults.append(context))
        async with served(saying(SHORT), saying(SHORT)) as (transport, url):
            await ask(transport, url)
            closing = asyncio.create_task(transport.aclose())
            await asyncio.sleep(0)
            closing.cancel()
            await asyncio.gather(closing, return_exceptions=True)
            return await ask(transport, url)

    assert asyncio.run(run()) == (200, b"ok")
    assert not faults


def test_little_of_a_body_waits_in_our_own_memory_under_tls(tmp_path: Path) -> None:
    """Over a slow link the wait for an answer begins when the body is sent: what waits with us is not."""
    authority = Authority(tmp_path, "authority")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority.chain, authority.key)

    enough = asyncio.Event()

    async def deaf(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await enough.wait()
        writer.transport.abort()

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(1000):
            yield bytes(64 << 10)

    async def run() -> int:
        server = await asyncio.start_server(deaf, "127.0.0.1", 0, ssl=context)
        transport = Transport(trust_only(authority.pem))
        url = httpx.URL(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/x")
        connection = await transport._opened(url, 5)
        connection.begin(5)
        with pytest.raises(httpx.WriteTimeout):
            await connection.send(httpx.Request("POST", url, content=chunks()), 0.2)
        waiting = connection._transport.get_write_buffer_size()
        await connection.close()
        enough.set()
        server.close()
        await server.wait_closed()
        await asyncio.sleep(0.05)
        return waiting

    assert 0 < asyncio.run(run()) <= 192 << 10
