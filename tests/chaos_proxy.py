"""A TCP proxy that fails as networks do: cuts after so many bytes, stalls, delays, swallows an answer."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from dataclasses import dataclass, field
from types import TracebackType

_CHUNK = 16 << 10


@dataclass(frozen=True)
class Plan:
    """What happens to one connection. Bytes are counted from its start; `None`: no limit.

    `cut_up` and `cut_down` close it once so many bytes went to or came from the server; `stall_down` stops forwarding
    there and keeps it open; `delay` is added to every chunk in both directions, `rate` limits bytes in a second;
    `swallow_answer` lets the request through and closes when the server begins to answer.
    """

    cut_up: int | None = None
    cut_down: int | None = None
    stall_down: int | None = None
    delay: float = 0.0
    rate: float = 0.0
    swallow_answer: bool = False


@dataclass
class _Way:
    """One direction of a connection."""

    upwards: bool
    limit: int | None
    stall: int | None = None
    count: int = 0


@dataclass
class ChaosProxy:
    """Forwards `port` on 127.0.0.1 to `target`; each new connection takes the next plan, then `usual`."""

    target: int
    usual: Plan = field(default_factory=Plan)
    plans: deque[Plan] = field(default_factory=deque)
    port: int = 0
    up: int = 0
    down: int = 0
    connections: int = 0

    def __enter__(self) -> ChaosProxy:
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="chaos-proxy")
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        plan = self.plans.popleft() if self.plans else self.usual
        try:
            await self._connect(plan, reader, writer)
        except (OSError, asyncio.CancelledError):
            pass  # a side went away, or the proxy is closed: both are what it is for
        finally:
            writer.close()
            self._tasks.discard(task)

    async def _connect(self, plan: Plan, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server_reader, server_writer = await asyncio.open_connection("127.0.0.1", self.target)
        down_limit = 0 if plan.swallow_answer else plan.cut_down
        ways = [
            asyncio.create_task(self._forward(reader, server_writer, _Way(upwards=True, limit=plan.cut_up), plan)),
            asyncio.create_task(
                self._forward(server_reader, writer, _Way(upwards=False, limit=down_limit, stall=plan.stall_down), plan)
            ),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            server_writer.close()

    async def _forward(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        way: _Way,
        plan: Plan,
    ) -> None:
        """Until one side closes or a limit is reached."""
        while data := await reader.read(_CHUNK):
            if plan.delay:
                await asyncio.sleep(plan.delay)
            if plan.rate:
                await asyncio.sleep(len(data) / plan.rate)
            if way.stall is not None and way.count + len(data) > way.stall:
                writer.write(data[: way.stall - way.count])
                await asyncio.Event().wait()
            ends = way.limit is not None and way.count + len(data) >= way.limit
            part = data[: way.limit - way.count] if ends and way.limit is not None else data
            way.count += len(part)
            self._count(len(part), upwards=way.upwards)
            writer.write(part)
            await writer.drain()
            if ends:
                return

    def _count(self, size: int, *, upwards: bool) -> None:
        if upwards:
            self.up += size
        else:
            self.down += size
