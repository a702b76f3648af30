"""uvicorn's protocol with one difference: head and body of a short answer leave in one piece."""

from __future__ import annotations

import asyncio
from typing import Any, Final, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_AT_ONCE: Final = 64 << 10
"""Bytes that do not wait for others."""


class GatheringProtocol(HttpToolsProtocol):
    """HTTP/1.1 for uvicorn. Whoever asks is woken once for an answer without news, not twice."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(gathering(transport, self.loop))


def gathering(transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> asyncio.Transport:
    """The transport, but what is written to it in one turn of the loop leaves in one piece."""
    return cast("asyncio.Transport", _Gathering(transport, loop))


class _Gathering:
    """A transport that keeps what is written until whoever writes has had his turn."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport, self._loop = transport, loop
        self._waiting: list[bytes] = []
        self._size = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Write with what follows in the same turn."""
        if not self._waiting:
            self._loop.call_soon(self._flush)
        self._waiting.append(data)
        self._size += len(data)
        if self._size > _AT_ONCE:
            self._flush()

    def close(self) -> None:
        """Close when everything is written."""
        self._flush()
        self._transport.close()

    def _flush(self) -> None:
        if self._waiting and not self._transport.is_closing():
            self._transport.write(b"".join(self._waiting))
        self._waiting.clear()
        self._size = 0
