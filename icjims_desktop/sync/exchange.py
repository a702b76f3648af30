"""One request and what its answer has said so far: which pages follow on what is stored, which acts were answered."""

from __future__ import annotations

import enum
from collections.abc import Collection
from dataclasses import dataclass, field

from icjims_core import wire
from icjims_core.acts import ACT
from icjims_core.problem import Problem
from icjims_desktop.sync.events import Prepared, PushedAct


class Fit(enum.Enum):
    """How a page stands to what is held of its feed."""

    FOLLOWS = enum.auto()
    HELD = enum.auto()
    HOLE = enum.auto()


@dataclass(slots=True)
class Exchange:
    """`cursors`: feed → (epoch, position) with the pages received so far. `again`: another request must follow.

    `greeting`: nothing is pushed or pulled, the request only asks how the replica stands. `own` false: own acts wait
    until those of former replicas, on which they stand, are where they belong.
    """

    prepared: Prepared
    greeting: bool
    own: bool = True
    again: bool = False
    closing: wire.Closing | None = None
    answered_push: bool = False
    spoiled: Problem | None = None
    cursors: dict[str, tuple[bytes, int]] = field(init=False)
    _unanswered: dict[bytes, PushedAct] = field(init=False)

    def __post_init__(self) -> None:
        """Start from where the store stood when it greeted."""
        self.cursors = {cursor.feed: (cursor.epoch, cursor.position) for cursor in self.prepared.hello.cursors}
        self._unanswered = {act.act: act for act in self.prepared.acts}

    @property
    def replica(self) -> bytes:
        """The replica that asks."""
        return self.prepared.hello.replica

    def carries_foreign_acts(self) -> bool:
        """Whether procedural acts of another replica are pushed: carried ones, or those of a former replica."""
        return any(act.stream == ACT and act.replica != self.replica for act in self.prepared.acts)

    def pushes(self, replicas: Collection[bytes]) -> bool:
        """Whether acts of one of these replicas are pushed."""
        return any(act.replica in replicas for act in self.prepared.acts)

    def is_answered(self, act: bytes) -> PushedAct | None:
        """The pushed act that an outcome speaks of, once; `None` for one that was not pushed."""
        return self._unanswered.pop(act, None)

    def everything_answered(self) -> bool:
        """Whether each pushed act has had its outcome."""
        return not self._unanswered

    def mendable(self, feed: str) -> bool:
        """Whether the centre keeps this feed for this device."""
        return self.closing is not None and any(state.feed == feed for state in self.closing.feeds)

    def take(self, page: wire.Page) -> Fit:
        """Move the cursor over a page that follows."""
        known = self.cursors.get(page.feed)
        other_epoch = known is not None and known[0] != page.epoch
        position = 0 if known is None or other_epoch else known[1]
        # Even an empty page follows when it says that the feed has begun anew.
        if page.start == position and (page.end > position or (other_epoch and page.end == position)):
            self.cursors[page.feed] = (page.epoch, page.end)
            return Fit.FOLLOWS
        return Fit.HELD if page.start <= page.end <= position else Fit.HOLE
