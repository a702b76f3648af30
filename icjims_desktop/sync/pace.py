"""How much a request carries and how long to wait before the next: learned from the link, bounded both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from icjims_core import acts, wire
from icjims_core.acts import Header, WholeAct
from icjims_core.encoding import decode_trusted
from icjims_core.packing import unpacked_size
from icjims_core.problem import Broken, Problem, Unreachable
from icjims_desktop.sync.events import PushedAct

MIN_BODY: Final = 16 << 10
FIRST_BODY: Final = 256 << 10
MAX_BODY: Final = 7 << 20
"""Below the limit of a body by more than the largest single frame's overhead and a greeting."""
MAX_UNPACKED: Final = 24 << 20
"""Bytes of acts in one request before compression: the centre refuses to unpack more than 32 MiB."""
ACT_OVERHEAD: Final = 512
"""Header, signature and seed of an act, generously."""
AIM_SECONDS: Final = 2.0
STALL_SECONDS: Final = 30.0
_FIRST_WAIT, _MAX_WAIT = 0.2, 5.0
_CONTACT_TRIES: Final = 3
_FRUITLESS_TRIES: Final = 8
_DAMAGE_TRIES: Final = 3
_FINAL: Final = frozenset({"stalled", "portal", "proxy_sign_in", "foreign_certificate", "not_the_centre"})
"""Nothing that a second try within the session would mend."""


class Budget:
    """Bytes of a request body: two seconds of what the link carries, so that a cut costs little. Kept for the next
    session by whoever owns it."""

    def __init__(self, size: int = FIRST_BODY) -> None:
        self.size = size

    def sent(self, size: int, seconds: float) -> None:
        """Learn from a body that arrived whole."""
        if size >= MIN_BODY:
            carried = int(size / max(seconds, 0.001) * AIM_SECONDS)
            self.size = max(MIN_BODY, min(carried, self.size * 32, MAX_BODY))

    def lost(self) -> None:
        """Learn from a body that did not arrive."""
        self.size = max(MIN_BODY, self.size // 4)


@dataclass(frozen=True, slots=True)
class Retry:
    """Whether and when to ask again after a request was lost.

    `random` gives numbers in [0, 1). Where the centre was never reached in this session three tries are enough; where
    it was, a session ends when nothing has moved for thirty seconds.
    """

    random: Callable[[], float]

    def wait(self, problem: Problem, *, tries: int, reached: bool, quiet_seconds: float) -> float:
        """Seconds to wait before try number `tries` + 1; raises the problem when it is final."""
        if not isinstance(problem, Unreachable | Broken) or problem.code in _FINAL:
            raise problem
        if isinstance(problem, Broken) and tries >= _DAMAGE_TRIES:
            raise problem
        if not reached and problem.code == "no_connection" and tries >= _CONTACT_TRIES:
            raise problem
        if quiet_seconds >= STALL_SECONDS and (tries >= _FRUITLESS_TRIES or not reached):
            raise problem
        longest = min(_MAX_WAIT, _FIRST_WAIT * 2.0 ** min(max(0, tries - 1), 16))
        return longest * (0.5 + 0.5 * self.random())


@dataclass(frozen=True, slots=True)
class Filled:
    """Frames of push messages, what lies in them, and whether something unsent was left out."""

    frames: bytes
    acts: tuple[PushedAct, ...]
    more: bool


def fill(pushes: Iterator[wire.Push], budget: int) -> Filled:
    """As many acts as fit the budget after compression, one at least; a batch that does not fit is halved."""
    body = bytearray()
    taken: list[PushedAct] = []
    unpacked = 0
    for push in pushes:
        rest = push.acts
        while rest:
            part = _within(rest, MAX_UNPACKED - unpacked, must=not taken)
            part, framed = _fitting(part, budget - len(body), must=not taken)
            if not part:
                return Filled(bytes(body), tuple(taken), more=True)
            body += framed
            taken += (_pushed(act) for act in part)
            unpacked += sum(map(_unpacked, part))
            rest = rest[len(part) :]
    return Filled(bytes(body), tuple(taken), more=False)


def _within(batch: tuple[acts.Act, ...], room: int, *, must: bool) -> tuple[acts.Act, ...]:
    for at, act in enumerate(batch):
        room -= _unpacked(act)
        if room < 0 and not (must and at == 0):
            return batch[:at]
    return batch


def _fitting(batch: tuple[acts.Act, ...], room: int, *, must: bool) -> tuple[tuple[acts.Act, ...], bytes]:
    while batch:
        framed = wire.frame(wire.Push(batch))
        if len(framed) <= room or (must and len(batch) == 1):
            return batch, framed
        batch = batch[: len(batch) // 2]
    return (), b""


def _unpacked(act: acts.Act) -> int:
    size = unpacked_size(act.bodies) if isinstance(act, WholeAct) else sum(len(leaf.body) for leaf in act.leaves)
    return size + ACT_OVERHEAD


def _pushed(act: acts.Act) -> PushedAct:
    header = decode_trusted(act.header, Header)
    shown = header.count if isinstance(act, WholeAct) else len(act.leaves)
    return PushedAct(acts.act_id(act.header), header.replica, header.stream, header.counter, shown)
