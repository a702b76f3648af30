"""Runs a session: the engine's actions over the link and the store, waiting, retrying, reporting, cancelled at once."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Executor
from contextlib import aclosing
from dataclasses import dataclass, field
from functools import partial
from typing import Final, TypeVar

from icjims_core import wire
from icjims_core.problem import Broken, Problem, Refused, Unreachable
from icjims_desktop.sync import centre_calls
from icjims_desktop.sync import events as ev
from icjims_desktop.sync.engine import Engine
from icjims_desktop.sync.intake import Intake, Upload
from icjims_desktop.sync.pace import Budget, Retry
from icjims_desktop.sync.ports import CentreLink, SyncJournal
from icjims_desktop.sync.progress import Cancellation, Progress, ProgressMeter
from icjims_desktop.sync.result import SyncResult
from icjims_desktop.sync.states import State
from icjims_desktop.sync.storing import Storage, Storing

T = TypeVar("T")

_CLOCK_OFF_SECONDS: Final = 300
_ABOUT_THE_BOX: Final = frozenset({"bad_schema", "bomb", "cannot_open", "malformed", "not_found", "too_large"})
"""What the centre says of a box that it cannot take; everything else it says is about this workstation."""
_UNFINISHED: Final = frozenset({State.ASKED, State.ANSWERED, State.SPOILED, State.SETTLING})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a session takes from outside: the store's thread, clocks and chance.

    `monotonic` and `sleep` count seconds, `now` is milliseconds since 1970 UTC, `random` gives numbers in [0, 1).
    `reads_here`: the loop's own thread may wait for short reads of the store, because nothing else runs in it; that
    saves two changes of threads in a session without news.
    """

    executor: Executor
    monotonic: Callable[[], float]
    now: Callable[[], int]
    random: Callable[[], float]
    budget: Budget = field(default_factory=Budget)
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    reads_here: bool = False


async def synchronise(
    journal: SyncJournal,
    link: CentreLink,
    surroundings: Surroundings,
    report: Callable[[Progress], None],
    cancellation: Cancellation,
) -> SyncResult:
    """One session with the centre. Raises `Problem`; whatever was stored by then stays, the next session goes on.

    When cancelled it ends at once with `Refused("cancelled")`; the page that is being stored just then is finished by
    the store's thread.
    """
    loop = asyncio.get_running_loop()
    session = asyncio.ensure_future(_Session(journal, link, surroundings, report).run())

    def stop() -> None:
        loop.call_soon_threadsafe(session.cancel)

    cancellation.listen(stop)
    try:
        return await session
    except asyncio.CancelledError:
        if cancellation.cancelled:
            raise Refused("cancelled") from None
        raise
    finally:
        cancellation.forget(stop)


class _Session:
    def __init__(
        self, journal: SyncJournal, link: CentreLink, surroundings: Surroundings, report: Callable[[Progress], None]
    ) -> None:
        self._link, self._around = link, surroundings
        self._storage = Storage(journal, surroundings.now)
        self._engine = Engine()
        self._meter = ProgressMeter(surroundings.monotonic, report)
        self._retry = Retry(surroundings.random)
        self._body = b""
        self._reached = False
        self._tries = 0
        self._moved = 0
        self._moved_at = surroundings.monotonic()

    async def run(self) -> SyncResult:
        """Until the engine has a result."""
        actions = deque(self._engine.handle(ev.Begin()))
        while self._engine.result is None:
            action = actions.popleft()
            try:
                actions.extend(await self._do(action))
            except (Unreachable, Broken) as problem:
                if (self._engine.state, ev.Cut) not in Engine.TABLE:
                    raise
                actions.extend(self._engine.handle(ev.Cut(problem)))
        return self._engine.result

    async def _in_store(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._around.executor, work)

    async def _read_store(self, work: Callable[[], T]) -> T:
        return work() if self._around.reads_here else await self._in_store(work)

    async def _do(self, action: ev.Action) -> Sequence[ev.Action]:
        engine, storage = self._engine, self._storage
        match action:
            case ev.Prepare():
                return await self._prepare(action)
            case ev.Post():
                return await self._post()
            case ev.Compare():
                self._meter.enter("comparing")
                return engine.handle(await self._read_store(lambda: storage.compare(action.closing)))
            case ev.ListUnsent():
                return engine.handle(ev.UnsentListed(await self._in_store(lambda: storage.list_unsent(action))))
            case ev.AskFormers() | ev.AskKnown():
                return engine.handle(await self._ask(action))
            case ev.MarkSent():
                await self._in_store(lambda: storage.mark_sent(action))
                return ()
            case ev.Reissue():
                return engine.handle(ev.Reissued(await self._in_store(lambda: storage.reissue(action))))
            case _:
                self._meter.enter("repairing")
                return await self._mend(action)

    # --- one request ------------------------------------------------------------------------------------------------

    async def _prepare(self, action: ev.Prepare) -> Sequence[ev.Action]:
        if action.after_cut:
            await self._wait()
        budget, storage = self._around.budget.size, self._storage
        boxes, prepared, self._body = await self._read_store(
            lambda: storage.prepare(budget, push=action.push, own=action.own)
        )
        for key in boxes:
            await self._deliver(key)
        return self._engine.handle(prepared)

    async def _deliver(self, key: bytes) -> None:
        """A box that a bundle brought goes to the centre before own acts that may stand on what is in it."""
        box = await self._in_store(lambda: self._storage.box(key))
        while box:
            try:
                await centre_calls.deliver_box(self._link, box)
            except (Unreachable, Broken) as problem:
                self._engine.problem = problem
                await self._wait()
            except Refused as problem:
                if problem.code not in _ABOUT_THE_BOX:
                    raise
                self._engine.advise("bundle_refused", reason=problem.code)
                return
            else:
                self._reached = True
                self._engine.moved += 1
                await self._in_store(lambda: self._storage.forget_box(key))
                return

    async def _ask(self, action: ev.AskFormers | ev.AskKnown) -> ev.FormersStand | ev.Known:
        if isinstance(action, ev.AskKnown):
            return ev.Known(await centre_calls.known_acts(self._link, action.acts))
        storage = self._storage
        shared: dict[bytes, int] = {}
        for hello in await self._in_store(storage.former_hellos):
            welcome = await centre_calls.welcome(self._link, hello)
            common = await self._in_store(partial(storage.shared, hello, welcome))
            if common is None:
                return ev.FormersStand(shared, (hello.replica, hello.act.counter))
            shared[hello.replica] = common
        return ev.FormersStand(shared, None)

    async def _wait(self) -> None:
        now = self._around.monotonic()
        if self._engine.moved != self._moved:
            self._moved, self._moved_at, self._tries = self._engine.moved, now, 0
        self._tries += 1
        seconds = self._retry.wait(
            self._engine.problem, tries=self._tries, reached=self._reached, quiet_seconds=now - self._moved_at
        )
        self._meter.enter("waiting")
        await self._around.sleep(seconds)

    async def _post(self) -> Sequence[ev.Action]:
        """Send the body and read the answer while the store takes what was read before."""
        body, self._body = self._body, b""
        self._meter.enter("sending", len(body))
        intake = Intake(self._around.executor, self._storage, self._engine, self._meter)
        upload = Upload(self._around.monotonic, self._around.budget, len(body))
        lost: Problem = Unreachable("connection_lost")
        last: ev.Action | None = None
        try:
            async with aclosing(
                self._link.frames("/v1/sync", body, wire.MEDIA_TYPE, sent=self._meter.moved, received=self._meter.moved)
            ) as frames:
                async for data in frames:
                    self._reached = True
                    if upload.answered():
                        self._meter.enter("receiving")
                    last = await self._receive(data, intake) or last
                    if intake.problem is not None:
                        break
        except (Unreachable, Broken) as problem:
            lost = problem
        except BaseException:
            intake.abandon()
            raise
        upload.ended()
        await intake.finish()
        if last is not None and intake.problem is None:
            return [last]
        if self._engine.state in _UNFINISHED:
            return self._engine.handle(ev.Cut(intake.problem or lost))
        raise ValueError(f"an answer ended in {self._engine.state.name}")

    async def _receive(self, data: bytes, intake: Intake) -> ev.Action | None:
        """Let the engine judge a message; what it orders to store is queued, the comparison at the end is returned."""
        last = None
        try:
            message = wire.read_answer(data)
            actions = self._engine.handle(ev.Received(message))
        except Broken as problem:
            raise Unreachable("damaged_answer", reason=problem.code) from None
        if isinstance(message, wire.Welcome):
            self._look_at_clock(message.now)
        for action in actions:
            if isinstance(action, Storing):
                await intake.put(action)
            else:
                last = action
        return last

    def _look_at_clock(self, centre_now: int) -> None:
        seconds = (self._around.now() - centre_now) // 1000
        if abs(seconds) > _CLOCK_OFF_SECONDS:
            self._engine.advise("clock_off", seconds=seconds)

    # --- repair -----------------------------------------------------------------------------------------------------

    async def _mend(self, action: ev.Action) -> Sequence[ev.Action]:
        match action:
            case ev.AskBuckets():
                theirs = await centre_calls.buckets(self._link, action.feed)
                mine = await self._in_store(lambda: self._storage.leaves(action.feed))
                return self._engine.handle(ev.BucketsRead(action.feed, theirs, mine))
            case ev.AskLeaves():
                found = {
                    bucket: await centre_calls.bucket_leaves(self._link, action.feed, bucket)
                    for bucket in action.buckets
                }
                return self._engine.handle(ev.LeavesRead(action.feed, found))
            case ev.Repair():
                fetched = await self._fetch(action.feed, action.missing_here)
                offered = await self._in_store(lambda: self._storage.offer(action.missing_there))
                return self._engine.handle(ev.Repaired(action.feed, fetched, offered))
            case _:
                raise ValueError(type(action).__name__)

    async def _fetch(self, feed: str, leaves: Sequence[bytes]) -> int:
        fetched = 0
        # The last call, with nothing in it, lets the store count the feed anew even where nothing was missing.
        for start in range(0, max(1, len(leaves)), centre_calls.MAX_LEAVES):
            parts = await centre_calls.acts_of(self._link, feed, leaves[start : start + centre_calls.MAX_LEAVES])
            stored = await self._in_store(partial(self._storage.take_parts, feed, parts))
            self._engine.handle(stored)
            fetched += stored.result.pulled
        return fetched
