"""Ids of records as programs outside write them, and new ones."""

from __future__ import annotations

import datetime
import threading
import uuid
from collections.abc import Callable, Iterable, Sequence

from icjims_core.declarations.stored_forms import LOCAL
from icjims_core.problem import Refused
from icjims_core.record_ids import bound_id, made_at_ms

Random = Callable[[int], bytes]


def to_text(record: bytes) -> str:
    """Canonical UUID text of 16 bytes."""
    return str(uuid.UUID(bytes=record))


def parse(text: str) -> bytes:
    """The 16 bytes of a UUID; anything else is answered like an absent record: `Refused("not_found")`."""
    try:
        found = uuid.UUID(text.strip())
    except ValueError:
        raise Refused("not_found", record=text[:100]) from None
    return found.bytes


def named(stated: Iterable[object]) -> list[bytes]:
    """The ids among what records name, each once; what is none is left out: it must never keep one from being shown."""
    texts = [each.strip() for each in stated if isinstance(each, str)]
    return list(dict.fromkeys(uuid.UUID(each).bytes for each in texts if _is_id(each)))


def _is_id(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


def moment_text(milliseconds: int) -> str:
    """A time in milliseconds since 1970 as RFC 3339 in UTC."""
    seconds, rest = divmod(milliseconds, 1000)
    try:
        moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    except (OverflowError, ValueError, OSError):
        return f"+{milliseconds}ms"  # a claimed time may be any number; it must never keep a record from being shown
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{rest:03d}Z"


class Ids:
    """Makes ids bound to an author's key that ascend in the order they were asked for, also within one millisecond."""

    def __init__(self, random: Random, author: bytes) -> None:
        self._random = random
        self._author = author
        self._last = 0
        self._lock = threading.Lock()

    def new(self, now: int) -> bytes:
        """A new id; `now` in milliseconds since 1970 UTC. A clock that goes back keeps the order all the same."""
        return self.several(1, now)[0]

    def several(self, number: int, now: int) -> Sequence[bytes]:
        """So many new ids."""
        with self._lock:
            # The twelve bits after the time count on from a chance beginning in the lower half.
            chance = int.from_bytes(self._random(2), "big") & (1 << 11) - 1
            first = max((now & (1 << 48) - 1) << 12 | chance, self._last + 1)
            self._last = first + number - 1
        return [bound_id(ordinal, self._random, self._author) for ordinal in range(first, first + number)]


def made_at(record: bytes) -> str:
    """When an id was made by its maker's clock, comparable with stored timestamps; ids from elsewhere come first."""
    made = made_at_ms(record)
    if not made:
        return ""
    try:
        local = datetime.datetime.fromtimestamp(made // 1000, LOCAL)
    except (OverflowError, ValueError, OSError):
        return ""  # an id is what its maker chose; it must never keep a case from being shown
    return local.isoformat(timespec="seconds")
