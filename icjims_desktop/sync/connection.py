"""HTTP/1.1 under httpx's interface with few steps: answers are parsed by llhttp, a request leaves in one piece."""

from __future__ import annotations

import asyncio
import select
import ssl
from collections import deque
from collections.abc import AsyncIterator
from typing import Final, cast

import httptools
import httpx

_HELD: Final = 256 << 10
"""Bytes of an answer that may wait for their reader before no more is taken from the network."""
_HEAD: Final = 64 << 10
"""Bytes of an answer in which its head must end."""
_UNSENT: Final = 64 << 10
"""Bytes of a request that may wait in memory for the network; TLS would hold half a megabyte."""
_ATTEMPT_SECONDS: Final = 0.25
"""How long one address of a host is tried before the next is tried beside it (RFC 8305, section 5)."""


class Transport(httpx.AsyncBaseTransport):
    """Requests to one host; a connection whose answer was read to its end is kept for the next request.

    httpx's own transport takes three times the processor time for a short exchange, and sends head and body apart, so
    that the other side wakes twice. Raises httpx's exceptions. Lives in one event loop; `aclose` when done.
    """

    def __init__(self, context: ssl.SSLContext | None) -> None:
        self._context = context
        self._kept: _Connection | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, as soon as its head is there. Timeouts are the request's `connect`, `read` and `write`."""
        limits = request.extensions["timeout"]
        connection = await self._standing() or await self._opened(request.url, limits["connect"])
        connection.begin(limits["read"])
        try:
            await connection.send(request, limits["write"])
            await connection.head()
        except BaseException:
            connection.abort()
            raise
        return httpx.Response(connection.status, headers=connection.headers, stream=_Body(self, connection))

    async def aclose(self) -> None:
        """Close the kept connection."""
        kept, self._kept = self._kept, None
        if kept is not None:
            await kept.close()

    async def give_back(self, connection: _Connection) -> None:
        """Keep a connection that can serve another request; close any other."""
        if self._kept is None and connection.usable:
            self._kept = connection
        else:
            await connection.close()

    async def _standing(self) -> _Connection | None:
        """The kept connection, unless the other side has closed it meanwhile."""
        kept, self._kept = self._kept, None
        if kept is None or (kept.usable and kept.is_silent()):
            return kept
        await kept.close()
        return None

    async def _opened(self, url: httpx.URL, seconds: float) -> _Connection:
        loop = asyncio.get_running_loop()
        port = url.port or (443 if self._context else 80)
        attempt = loop.create_connection(
            _Connection, url.raw_host.decode("ascii"), port, ssl=self._context, happy_eyeballs_delay=_ATTEMPT_SECONDS
        )
        try:
            async with asyncio.timeout(seconds):
                return (await attempt)[1]
        except TimeoutError as error:
            raise httpx.ConnectTimeout(str(error)) from error
        except (OSError, UnicodeError) as error:
            raise httpx.ConnectError(str(error)) from error


class _Body(httpx.AsyncByteStream):
    def __init__(self, transport: Transport, connection: _Connection) -> None:
        self._transport, self._connection = transport, connection

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while data := await self._connection.part():
            yield data

    async def aclose(self) -> None:
        await self._transport.give_back(self._connection)


class _Connection(asyncio.Protocol):
    """A connection and the answer that is being read from it."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: list[tuple[bytes, bytes]] = []
        self._parts: deque[bytes] = deque()
        self._held = self._head_size = 0
        self._has_head = self._has_end = self._reusable = True
        self._full = self._paused = False
        self._failure: httpx.TransportError | None = None
        self._news: asyncio.Future[None] | None = None
        self._ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._seconds = 0.0

    @property
    def usable(self) -> bool:
        """Whether another request may be sent: the answer was read to its end, and nothing of it is left."""
        return self._has_end and not self._parts and self._reusable and not self._transport.is_closing()

    def is_silent(self) -> bool:
        """Whether nothing waits to be read, the end of the connection neither; the loop may not have looked yet."""
        socket = self._transport.get_extra_info("socket")
        if not hasattr(select, "poll"):
            return not select.select([socket], [], [], 0)[0]
        poller = select.poll()
        poller.register(socket, select.POLLIN)
        return not poller.poll(0)

    # --- what the user of the connection does -----------------------------------------------------------------------

    def begin(self, seconds: float) -> None:
        """Expect an answer of which something arrives at least every so many seconds."""
        self._parser = httptools.HttpResponseParser(self)
        self._seconds = seconds
        self.headers = []
        self._held = self._head_size = 0
        self._has_head = self._has_end = False

    async def send(self, request: httpx.Request, seconds: float) -> None:
        """Send the request, as far as it is wanted: an answer that comes before its end is the last word."""
        head = _head_of(request)
        async for data in cast("httpx.AsyncByteStream", request.stream):
            self._transport.write(head + data)
            head = b""
            while (self._full or self._failure) and not self._has_head:
                await self._wait(seconds, httpx.WriteTimeout)
            if self._has_head:
                self._reusable = False
                return
        if head:
            self._transport.write(head)

    async def head(self) -> None:
        """Until the head of the answer is there."""
        while not self._has_head:
            await self._wait(self._seconds, httpx.ReadTimeout)

    async def part(self) -> bytes:
        """The next bytes of the body; none at its end."""
        while not self._parts and not self._has_end:
            await self._wait(self._seconds, httpx.ReadTimeout)
        data = b"".join(self._parts)
        self._parts.clear()
        self._held = 0
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        return data

    def abort(self) -> None:
        """Close without waiting for anything."""
        self._transport.abort()

    async def close(self) -> None:
        """Close, and wait until it is closed."""
        self._transport.abort()
        await asyncio.shield(self._ended)

    async def _wait(self, seconds: float, late: type[httpx.TimeoutException]) -> None:
        if self._failure is not None:
            raise self._failure
        loop = asyncio.get_running_loop()
        news = self._news = loop.create_future()
        timer = loop.call_later(seconds, _be_late, news, late)
        try:
            await news
        finally:
            self._news = None
            timer.cancel()

    # --- what the event loop tells ----------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        # What waits in our own buffer counts as not sent: over a slow link the answer is awaited only after it.
        self._transport.set_write_buffer_limits(_UNSENT)

    def data_received(self, data: bytes) -> None:
        if self._has_end:
            self._fail("illegal answer: nobody asked for it")
            return
        if not self._has_head:
            self._head_size += len(data)
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade) as error:
            self._fail(f"illegal answer: {error}")
        if not self._has_head and self._head_size > _HEAD:
            self._fail("illegal answer: its head does not end")
        if self._held > _HELD and not self._paused:
            self._paused = True
            self._transport.pause_reading()
        self._tell()

    def pause_writing(self) -> None:
        self._full = True

    def resume_writing(self) -> None:
        self._full = False
        self._tell()

    def connection_lost(self, exc: Exception | None) -> None:
        if exc is None and self._has_head and not self._has_end and self._ends_with_connection():
            self._has_end = True
        elif self._failure is None:
            self._failure = httpx.ReadError(str(exc)) if exc else httpx.RemoteProtocolError("the connection ended")
        self._tell()
        self._ended.set_result(None)

    def _ends_with_connection(self) -> bool:
        return not any(name.lower() in {b"content-length", b"transfer-encoding"} for name, _ in self.headers)

    def _fail(self, what: str) -> None:
        self._failure = self._failure or httpx.RemoteProtocolError(what)
        self._reusable = False
        self._transport.abort()

    def _tell(self) -> None:
        if self._news is not None and not self._news.done():
            self._news.set_result(None)

    # --- what the parser tells --------------------------------------------------------------------------------------

    def on_message_begin(self) -> None:
        # A second answer to one request: which belongs to the next one could not be told.
        self._reusable = self._reusable and not self._has_end

    def on_header(self, name: bytes, value: bytes) -> None:
        if not self._has_head:  # what follows a body in pieces is of no use (RFC 9110, section 6.5)
            self.headers.append((name, value))

    def on_headers_complete(self) -> None:
        if not self._has_end:
            self.status = self._parser.get_status_code()
            self._has_head = self.status >= 200

    def on_body(self, data: bytes) -> None:
        if not self._has_end:
            self._parts.append(data)
            self._held += len(data)

    def on_message_complete(self) -> None:
        if self._has_head:
            self._has_end = True
            self._reusable = self._reusable and self._parser.should_keep_alive()
        else:
            self.headers = []  # of an interim answer (RFC 9110, section 15.2)


def _be_late(news: asyncio.Future[None], late: type[httpx.TimeoutException]) -> None:
    if not news.done():
        news.set_exception(late("nothing moved"))


def _head_of(request: httpx.Request) -> bytes:
    """The request without its body (RFC 9112, section 3). Raises `httpx.LocalProtocolError` for a broken header."""
    lines = [b"%b %b HTTP/1.1" % (request.method.encode("ascii"), request.url.raw_path)]
    lines += [b"%b: %b" % (name, value) for name, value in request.headers.raw]
    head = b"\r\n".join((*lines, b"", b""))
    if head.count(b"\n") != len(lines) + 1 or head.count(b"\r") != len(lines) + 1:
        raise httpx.LocalProtocolError("a line break in a header")
    return head
