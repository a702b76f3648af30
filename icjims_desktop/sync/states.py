"""Where a session stands, and where it stands with the replicas that the store was before."""

from __future__ import annotations

import enum


class State(enum.Enum):
    """Where a session stands."""

    IDLE = enum.auto()
    PREPARING = enum.auto()
    FORMERS = enum.auto()
    ASKED = enum.auto()
    ANSWERED = enum.auto()
    SPOILED = enum.auto()
    SETTLING = enum.auto()
    LISTING = enum.auto()
    SEARCHING = enum.auto()
    REISSUING = enum.auto()
    BUCKETS = enum.auto()
    LEAVES = enum.auto()
    REPAIRING = enum.auto()
    DONE = enum.auto()


class Formers(enum.Enum):
    """How far a session is with acts of former replicas.

    `UNASKED`: it is open whether the centre holds other acts in their places. `PUSHING`: it does not, and theirs go
    before own ones, which stand on them. `SETTLED`: nothing of them is in the way.
    """

    UNASKED = enum.auto()
    PUSHING = enum.auto()
    SETTLED = enum.auto()
