"""The store's side of a session: everything that touches the journal, called in the store's own thread."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from icjims_core import wire
from icjims_core.problem import Problem
from icjims_desktop.store.log.tallies import Received
from icjims_desktop.sync import events as ev
from icjims_desktop.sync.pace import Filled, fill
from icjims_desktop.sync.ports import SyncJournal, UnsentIds

Storing = ev.TakeWelcome | ev.TakeResults | ev.TakePage
_NOTHING: Final = Filled(b"", (), more=False)


class Storage:
    """Does the engine's actions on a journal; `now` gives milliseconds since 1970 UTC."""

    def __init__(self, journal: SyncJournal, now: Callable[[], int]) -> None:
        self._journal, self._now = journal, now
        self._stopped = self._boxes_read = False
        self._received: Received | None = None
        """As it stood when the request was made, until something is stored."""

    def stop(self) -> None:
        """Begin no further transaction; safe from another thread."""
        self._stopped = True

    def prepare(self, budget: int, *, push: bool, own: bool) -> tuple[list[bytes], ev.Prepared, bytes]:
        """Keys of the boxes for the centre, listed once in a session; and a request body: the greeting, then as much of
        what is unsent as the budget allows; all but own acts, perhaps.

        Pages are asked for only once everything is sent, so that pushes and pulls that fit go in one request.
        """
        filled = _NOTHING
        with self._journal.snapshot() as journal:
            boxes, self._boxes_read = [] if self._boxes_read else journal.waiting_boxes(), True
            if push:
                pushes = journal.unsent(min(budget * 4, wire.FRAME_TARGET_BYTES), own=own)
                filled = fill(pushes, budget)
                if isinstance(pushes, Generator):
                    pushes.close()
            hello = journal.hello(pull=push and own and not filled.more)
            self._received = None if filled.acts else journal.received()
        body = wire.frame(hello) + filled.frames
        return boxes, ev.Prepared(hello, filled.acts, len(body), filled.more), body

    def store(self, actions: Sequence[Storing]) -> tuple[list[ev.Event], Problem | None]:
        """Do what an answer brought, in order; the events, and the problem that ended it early."""
        done: list[ev.Event] = []
        self._received = None
        try:
            with full_collections_paused():
                for event in self._stored(list(actions)):
                    done.append(event)  # noqa: PERF402 - what came before a problem counts
        except Problem as problem:
            return done, problem
        return done, None

    def _stored(self, rest: Sequence[Storing]) -> Iterator[ev.Event]:
        while rest and not self._stopped:
            match rest:
                case [ev.TakeResults() as results, ev.TakePage() as page, *rest]:
                    yield from self._store_both(results, page)
                case [action, *rest]:
                    yield self._store(action)

    def _store_both(self, first: ev.TakeResults, second: ev.TakePage) -> Iterator[ev.Event]:
        """What the centre took and the page behind it, in one transaction; apart where the page cannot be stored."""
        try:
            taken, stored = self._journal.take_answer(first.results, second.page)
        except Problem:
            yield self._store(first)
            yield self._store(second)
        else:
            yield ev.ResultsStored(taken)
            yield ev.PageStored(stored)

    def _store(self, action: Storing) -> ev.Event:
        match action:
            case ev.TakeWelcome():
                return self._take_welcome(action)
            case ev.TakeResults():
                return ev.ResultsStored(self._journal.take_results(action.results))
            case ev.TakePage():
                return ev.PageStored(self._journal.take_page(action.page))

    def _take_welcome(self, action: ev.TakeWelcome) -> ev.Event:
        welcome = action.welcome
        if welcome.directory:
            self._journal.take_directory(welcome.directory)
        agrees = self._journal.agrees(welcome)
        if agrees and action.acknowledge:
            self._journal.take_results(wire.Results(welcome.act, welcome.audit, (), ()))
        return ev.WelcomeStored(agrees)

    def compare(self, message: wire.Closing) -> ev.Compared:
        """Compare with the centre."""
        return ev.Compared(self._journal.compare(message, self._received))

    def former_hellos(self) -> list[wire.Hello]:
        """How former replicas with unsent acts stand here, the oldest first."""
        return self._journal.former_hellos()

    def shared(self, hello: wire.Hello, welcome: wire.Welcome) -> int | None:
        """How far the centre holds a former replica as it lies here; `None` when it holds other acts of it."""
        if welcome.standing == "fork":
            return None
        if welcome.act.counter > hello.act.counter:
            return hello.act.counter
        return welcome.act.counter if self._journal.holds(hello.replica, welcome.act) else None

    def list_unsent(self, action: ev.ListUnsent) -> UnsentIds:
        """Own unsent acts, marks set back first."""
        for replica, counter in action.back.items():
            self._journal.mark_sent(replica, counter)
        return self._journal.unsent_ids()

    def box(self, key: bytes) -> bytes:
        """A box as it is sent; empty when it is gone."""
        return self._journal.box(key) or b""

    def forget_box(self, key: bytes) -> None:
        """The centre has taken the box."""
        self._journal.forget_box(key)

    def mark_sent(self, action: ev.MarkSent) -> None:
        """Note what the centre holds of own replicas."""
        for replica, counter in action.counters.items():
            self._journal.mark_sent(replica, counter)

    def reissue(self, action: ev.Reissue) -> int:
        """Become a new replica; how many acts were written again."""
        return self._journal.reissue(action.common, now=self._now())

    def leaves(self, feed: str) -> tuple[bytes, ...]:
        """Everything counted in a feed."""
        return tuple(self._journal.leaves(feed))

    def take_parts(self, feed: str, parts: Sequence[wire.ActPart]) -> ev.PageStored:
        """Store fetched acts."""
        with full_collections_paused():
            return ev.PageStored(self._journal.take_parts(feed, parts))

    def offer(self, leaves: Sequence[bytes]) -> int:
        """Put acts that the centre lacks among what will be sent."""
        return self._journal.offer(leaves) if leaves else 0


@contextmanager
def full_collections_paused() -> Iterator[None]:
    """Keep the cyclic collector from walking the whole heap again and again while a page makes many objects.

    What a page makes has no cycles and is freed by reference counts. The pause lasts for one page, so that the garbage
    of screens does not pile up and is not collected in a thread where Qt would not bear it for longer than before.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
