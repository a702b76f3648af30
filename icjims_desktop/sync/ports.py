"""What a session needs of its two neighbours: the journal of the store, and a link to the centre."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Final, Protocol

from icjims_core import wire
from icjims_core.directory import Signed
from icjims_desktop.store.log.incoming import PageResult
from icjims_desktop.store.log.outgoing import RunResult
from icjims_desktop.store.log.tallies import Comparison, Received

UnsentIds = dict[bytes, list[tuple[int, bytes]]]
"""Own unsent procedural acts: replica → (counter, act id) in order."""


Moved = Callable[[int], None]
"""Told how many bytes have just moved."""

JSON_TYPE: Final = "application/json"
OCTETS_TYPE: Final = "application/octet-stream"


def nobody(_moved: int) -> None:
    """Nobody counts these bytes."""


class CentreLink(Protocol):
    """Requests to the centre; every failure is a `Problem`."""

    def frames(
        self, path: str, body: bytes, content_type: str, *, sent: Moved = nobody, received: Moved = nobody
    ) -> AsyncGenerator[bytes]:
        """POST the body; the frames of the answer, without their lengths, as they arrive."""

    async def json(self, method: str, path: str, value: object = None) -> bytes:
        """Send a request with a JSON body, or none for `None`; the bytes of the JSON answer."""


class SyncJournal(Protocol):
    """The log of a workstation as sync uses it; each method is one durable transaction of the store."""

    def snapshot(self) -> AbstractContextManager[SyncJournal]:
        """The same journal at one moment, for reading only."""

    def hello(self, *, pull: bool) -> wire.Hello:
        """Where this store stands."""

    def former_hellos(self) -> list[wire.Hello]:
        """For each former replica with unsent procedural acts, the oldest first, where it stands here."""

    def holds(self, replica: bytes, head: wire.Head) -> bool:
        """Whether an own replica wrote this procedural act, as it lies here."""

    def unsent(self, limit: int, *, own: bool = True) -> Iterator[wire.Push]:
        """What the centre has not acknowledged, in causal order, in batches of about `limit` bytes.

        Without `own`: all but the acts of the present replica.
        """

    def unsent_ids(self) -> UnsentIds:
        """Own unsent procedural acts, of former replicas in the order of their births and of the present one."""

    def outbox_count(self) -> int:
        """Procedural acts that the centre has not acknowledged."""

    def mark_sent(self, replica: bytes, counter: int) -> None:
        """Note that the centre holds this replica's procedural acts up to the counter; it may go back."""

    def agrees(self, welcome: wire.Welcome) -> bool:
        """Whether the heads that the centre names are acts of this replica as this store has them."""

    def take_directory(self, entries: Sequence[Signed]) -> int:
        """Store signed directory entries; how many were new."""

    def take_results(self, results: wire.Results) -> RunResult:
        """Store what the centre said of a push."""

    def take_page(self, page: wire.Page) -> PageResult:
        """Store one page of a feed together with its cursor."""

    def take_answer(self, results: wire.Results, page: wire.Page) -> tuple[RunResult, PageResult]:
        """Store both in one transaction; when it raises, neither is stored."""

    def take_parts(self, feed: str, parts: Sequence[wire.ActPart]) -> PageResult:
        """Store acts fetched to repair a feed."""

    def received(self) -> Received:
        """What was received of each feed until now."""

    def compare(self, closing: wire.Closing, received: Received | None = None) -> Comparison:
        """Whether this store and the centre hold the same in every feed, own unsent work excluded.

        `received`: from the beginning of a request that brought nothing.
        """

    def leaves(self, feed: str) -> list[bytes]:
        """Leaf hashes of everything counted in a feed, recomputed from the log."""

    def offer(self, leaves: Sequence[bytes]) -> int:
        """Put the acts that hold these leaves among what will be sent; how many acts."""

    def waiting_boxes(self) -> list[bytes]:
        """Keys of the sealed boxes that a bundle brought for the centre."""

    def box(self, key: bytes) -> bytes | None:
        """A sealed box as it is sent."""

    def forget_box(self, key: bytes) -> None:
        """The centre has taken the box."""

    def reissue(self, common: Mapping[bytes, int], *, now: int) -> int:
        """Become a new replica and write own acts above `common` again; how many."""
