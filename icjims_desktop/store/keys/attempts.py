"""Tries to unlock: counted on disk before a password is tried, five wrong ones lock that user for ten minutes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import msgspec

from icjims_core.problem import Locked
from icjims_desktop.platform import files

MOST_WRONG: Final = 5
LOCK_MILLISECONDS: Final = 10 * 60 * 1000
_MOST_BYTES: Final = 1 << 20
_MOST_KEPT: Final = 1000


class Refusal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A refused unlock: whose, when by this machine's clock, and why."""

    login: Annotated[str, msgspec.Meta(max_length=256)]
    at: int
    code: str


class _Count(msgspec.Struct, forbid_unknown_fields=True):
    wrong: int = 0
    locked_at: int | None = None


class _Kept(msgspec.Struct, forbid_unknown_fields=True):
    users: dict[str, _Count] = {}
    refused: list[Refusal] = []


class Attempts:
    """The file of tries. It holds no secret; a damaged one counts as empty, for it only slows down guessing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = _read(path)

    def begin(self, user: str, login: str, now: int) -> int:
        """Count one try; how many are left after it. Raises `Locked("locked_out", minutes)`.

        `user` is the stable name of the slot, `now` milliseconds since 1970 UTC. The count is durable on return.
        """
        count = self._kept.users.setdefault(user, _Count())
        if count.locked_at is not None:
            # A clock that was set back does not shorten the wait; it starts anew.
            count.locked_at = min(count.locked_at, now)
            left = count.locked_at + LOCK_MILLISECONDS - now
            if left > 0:
                self._refuse(login, now, "locked_out")
                raise Locked("locked_out", minutes=-(-left // 60_000))
            count.wrong, count.locked_at = 0, None
        count.wrong += 1
        if count.wrong >= MOST_WRONG:
            count.locked_at = now
        self._write()
        return MOST_WRONG - count.wrong

    def wrong(self, login: str, left: int, now: int) -> Locked:
        """Note that the counted try was wrong; the problem to raise."""
        self._refuse(login, now, "wrong_password")
        if left <= 0:
            return Locked("locked_out", minutes=LOCK_MILLISECONDS // 60_000)
        return Locked("wrong_password", attempts_left=left)

    def right(self, user: str) -> None:
        """The counted try was right: the count begins anew."""
        self._kept.users.pop(user, None)
        self._write()

    def forget(self, user: str) -> None:
        """Drop the count of a user who is gone."""
        if self._kept.users.pop(user, None) is not None:
            self._write()

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """Refusals that have not gone to the audit stream, oldest first."""
        return tuple(self._kept.refused)

    def clear_refused(self) -> None:
        """Drop the refusals, once the audit stream holds them."""
        if self._kept.refused:
            self._kept.refused.clear()
            self._write()

    def _refuse(self, login: str, now: int, code: str) -> None:
        self._kept.refused = [*self._kept.refused[1 - _MOST_KEPT :], Refusal(login[:256], now, code)]
        self._write()

    def _write(self) -> None:
        files.replace_file(self._path, msgspec.json.encode(self._kept))


def _read(path: Path) -> _Kept:
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(_MOST_BYTES), type=_Kept)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return _Kept()
