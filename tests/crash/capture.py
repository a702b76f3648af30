"""A proxy that keeps a copy of every request, so that it can be delivered again, late, or in another order."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass, field

from tests.chaos_proxy import ChaosProxy, Plan, _Way


class _Tee:
    """A reader that remembers what it read."""

    def __init__(self, reader: asyncio.StreamReader, kept: bytearray) -> None:
        self._reader, self._kept = reader, kept

    async def read(self, count: int) -> bytes:
        data = await self._reader.read(count)
        self._kept += data
        return data


@dataclass
class CapturingProxy(ChaosProxy):
    """Plain HTTP only; `streams` holds what each connection sent, cut off or not."""

    streams: list[bytearray] = field(default_factory=list)

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: _Way, plan: Plan) -> None:
        if way.upwards:
            self.streams.append(bytearray())
            reader = _Tee(reader, self.streams[-1])  # type: ignore[assignment]
        await super()._forward(reader, writer, way, plan)

    def requests(self) -> list[bytes]:
        """Every whole request so far."""
        return [request for stream in self.streams for request in whole_requests(bytes(stream))]


def whole_requests(stream: bytes) -> list[bytes]:
    """The requests of one connection; each says how long its body is."""
    found: list[bytes] = []
    while b"\r\n\r\n" in stream:
        head, _, rest = stream.partition(b"\r\n\r\n")
        fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
        size = int(fields.get(b"content-length", b"0"))
        if len(rest) < size:
            break
        found.append(head + b"\r\n\r\n" + rest[:size])
        stream = rest[size:]
    return found


def deliver(request: bytes, port: int) -> int:
    """Send a request as it was; the status of the answer, which is read to its end."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        # Of the connection itself nothing is signed.
        connection.sendall(request.replace(b"\r\n", b"\r\nConnection: close\r\n", 1))
        answer = b""
        while data := connection.recv(1 << 16):
            answer += data
    return int(answer.split(b" ", 2)[1])
