"""What every service of the centre works with: database, keys, clock, randomness, epoch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from icjims_sync_server.services.administration.keys import CentreKeys
from icjims_sync_server.store.database import Database


@dataclass(frozen=True, slots=True)
class Centre:
    """One centre. `clock` gives milliseconds since 1970 UTC, `random` that many unguessable bytes."""

    database: Database
    keys: CentreKeys
    clock: Callable[[], int]
    random: Callable[[int], bytes]
    epoch: bytes
