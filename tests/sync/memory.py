"""A link to the model centre without a network, with the faults of one, and a session over it."""

# ruff: noqa: ARG002 - the methods keep the signatures of what they stand for

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar

from icjims_core import wire
from icjims_core.fingerprint import Tally
from icjims_core.problem import Problem, Unreachable
from icjims_desktop.sync import repair
from icjims_desktop.sync.driver import Surroundings, synchronise
from icjims_desktop.sync.ports import Moved, nobody
from icjims_desktop.sync.progress import Cancellation, Progress
from icjims_desktop.sync.result import SyncResult
from tests.sync.model import NO_HEAD, ModelCentre, ModelStore

P = ParamSpec("P")
T = TypeVar("T")


class AtOnce(Executor):
    """An executor that does everything when it is asked."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - an executor hands on whatever was raised
            future.set_exception(error)
        return future


@dataclass(frozen=True)
class Fault:
    """What happens to one request: `kind` at frame number `at` of its answer."""

    kind: str = "none"
    at: int = 0


KINDS = ("none", "refuse", "lose_answer", "cut", "drop", "duplicate", "swap", "damage", "repeat_answer")


def spoil(frames: Sequence[bytes], fault: Fault) -> Iterator[bytes | Unreachable]:
    """The frames as the fault lets them through."""
    damaged = list(frames)
    at = fault.at % len(damaged)
    match fault.kind:
        case "cut":
            yield from damaged[:at]
            yield Unreachable("connection_lost")
            return
        case "drop":
            del damaged[at]
        case "duplicate":
            damaged.insert(at, damaged[at])
        case "swap":
            damaged[at], damaged[at - 1] = damaged[at - 1], damaged[at]
        case "damage":
            damaged[at] = bytes([damaged[at][0] ^ 1]) + damaged[at][1:]
        case "repeat_answer":
            damaged += frames
    yield from damaged


@dataclass
class MemoryLink:
    """Requests to a model centre; `faults` are used up one by one."""

    centre: ModelCentre
    faults: Iterator[Fault] = field(default_factory=lambda: iter(()))
    requests: list[int] = field(default_factory=list)
    """Bytes of each request body."""
    calls: list[str] = field(default_factory=list)
    boxes: list[bytes] = field(default_factory=list)
    box_problems: list[Problem] = field(default_factory=list)
    """What the next boxes of bundles come to."""

    async def frames(
        self, path: str, body: bytes, content_type: str, *, sent: Moved = nobody, received: Moved = nobody
    ) -> AsyncGenerator[bytes]:
        self.calls.append(path)
        if path == "/v1/bundles":
            self.boxes.append(body)
            yield self.answer_to_box(body)
            return
        if path != "/v1/sync":
            wanted = {bytes.fromhex(leaf) for leaf in json.loads(body)["leaves"]}
            for data in self.centre.repair_parts(wanted):
                yield data
            return
        self.requests.append(len(body))
        fault = next(self.faults, Fault())
        if fault.kind == "refuse":
            raise Unreachable("no_connection")
        frames = list(self.centre.answer(body))
        sent(len(body))
        if fault.kind == "lose_answer":
            raise Unreachable("connection_lost")
        for each in spoil(frames, fault):
            if isinstance(each, Unreachable):
                raise each
            received(len(each))
            yield each

    def answer_to_box(self, _body: bytes) -> bytes:
        if self.box_problems:
            raise self.box_problems.pop(0)
        return wire.frame(wire.Results(NO_HEAD, NO_HEAD, (), ()))[4:]

    async def json(self, method: str, path: str, value: object = None) -> bytes:
        self.calls.append(path)
        if path == "/v1/acts/known":
            assert isinstance(value, dict)
            chained = set(itertools.chain.from_iterable(self.centre.chains.values()))
            return json.dumps({"known": [act for act in value["acts"] if bytes.fromhex(act) in chained]}).encode()
        _, _, number = path.partition("/buckets")
        sorted_in = repair.by_bucket(self.centre.leaves())
        if number:
            return json.dumps({"leaves": [leaf.hex() for leaf in sorted(sorted_in[int(number[1:])])]}).encode()
        sums = [Tally().plus(leaves) for leaves in sorted_in]
        answer = {
            "epoch": self.centre.epoch.hex(),
            "position": len(self.centre.rows),
            "buckets": [[tally.number, f"{tally.total:064x}"] for tally in sums],
        }
        return json.dumps(answer).encode()


@dataclass
class FakeTime:
    """A clock that only moves when somebody waits."""

    now: float = 0.0
    waits: list[float] = field(default_factory=list)

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.waits.append(seconds)
        await asyncio.sleep(0)

    def surroundings(self, executor: Executor | None = None) -> Surroundings:
        return Surroundings(
            executor=executor or AtOnce(),
            monotonic=lambda: self.now,
            now=lambda: 1_000_000,
            random=lambda: 0.5,
            sleep=self.sleep,
        )


def sync(
    store: ModelStore,
    centre: ModelCentre,
    faults: Sequence[Fault] = (),
    *,
    time: FakeTime | None = None,
    link: MemoryLink | None = None,
    report: Callable[[Progress], None] = lambda _: None,
) -> SyncResult:
    """One session."""
    link = link or MemoryLink(centre, iter(faults))
    around = (time or FakeTime()).surroundings()
    return asyncio.run(synchronise(store, link, around, report, Cancellation()))


def hello_of(body: bytes) -> wire.Hello:
    """The greeting of a request."""
    message = wire.read_request(next(wire.FrameReader().feed(body)))
    assert isinstance(message, wire.Hello)
    return message
