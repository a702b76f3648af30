"""An answer on its way into the store, while the rest of it is still being read; and how fast a request went up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Final

from icjims_core.problem import Problem
from icjims_desktop.sync import events as ev
from icjims_desktop.sync.engine import Engine
from icjims_desktop.sync.pace import Budget
from icjims_desktop.sync.progress import ProgressMeter
from icjims_desktop.sync.storing import Storage, Storing

AHEAD: Final = 4
"""Messages that may lie read but not stored: reading goes on while the store works, in bounded memory."""


class Intake:
    """Messages are stored in their order by the store's thread; the engine hears of each once it is durable.

    `problem` is what the store could not take; what follows it is dropped.
    """

    def __init__(self, executor: Executor, storage: Storage, engine: Engine, meter: ProgressMeter) -> None:
        self.problem: Problem | None = None
        self._executor, self._storage, self._engine, self._meter = executor, storage, engine, meter
        self._queue: asyncio.Queue[Storing | None] = asyncio.Queue(AHEAD)
        self._worker: asyncio.Task[None] | None = None

    async def put(self, action: Storing) -> None:
        """Queue what is to be stored; waits while the store is far behind."""
        if self._worker is None:
            self._worker = asyncio.create_task(self._work())
        await self._queue.put(action)

    async def finish(self) -> None:
        """Wait until everything queued is stored."""
        if self._worker is not None:
            worker, self._worker = self._worker, None
            await self._queue.put(None)
            await worker

    def abandon(self) -> None:
        """Store nothing more; what the store's thread does just now it finishes."""
        self._storage.stop()
        if self._worker is not None:
            self._worker.cancel()

    async def _work(self) -> None:
        while (batch := await self._next()) is not None:
            if self.problem is not None:
                continue
            loop = asyncio.get_running_loop()
            events, self.problem = await loop.run_in_executor(self._executor, self._storage.store, batch)
            for action, event in zip(batch, events, strict=False):
                self._engine.handle(event)
                if isinstance(action, ev.TakePage):
                    self._meter.stored(action.page.end - action.page.start)

    async def _next(self) -> list[Storing] | None:
        """Everything that lies in the queue; `None` at its end."""
        first = await self._queue.get()
        if first is None:
            return None
        batch = [first]
        while not self._queue.empty():
            following = self._queue.get_nowait()
            if following is None:
                self._queue.put_nowait(None)
                break
            batch.append(following)
        return batch


class Upload:
    """Measures how long a body took to be answered, for the size of the next one; `clock` is monotonic seconds."""

    def __init__(self, clock: Callable[[], float], budget: Budget, size: int) -> None:
        self._clock, self._budget, self._size = clock, budget, size
        self._began = clock()
        self._answered = False

    def answered(self) -> bool:
        """Note a message of the answer; whether it is the first."""
        if self._answered:
            return False
        self._answered = True
        self._budget.sent(self._size, self._clock() - self._began)
        return True

    def ended(self) -> None:
        """Note the end of the answer."""
        if not self._answered:
            self._budget.lost()
