"""One process at a time: a lock of the operating system that dies with the process that holds it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from icjims_core.problem import Locked
from icjims_desktop.platform.files import PRIVATE_FILE

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class ProcessLock:
    """The lock on a file, held from construction until `release`; raises `Locked("store_in_use")` at once."""

    def __init__(self, path: Path) -> None:
        self._descriptor = _take(path)

    def release(self) -> None:
        """Let go; the file stays, because removing it would let two processes lock two files of one name."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _take(path: Path) -> int | None:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        try:
            _lock(descriptor)
            if _still_named(path, descriptor):
                return descriptor
        except OSError:
            os.close(descriptor)
            raise Locked("store_in_use") from None
        os.close(descriptor)


def _still_named(path: Path, descriptor: int) -> bool:
    """Whether the locked file still has its name: another process may have replaced it in between."""
    try:
        named, held = path.stat(), os.fstat(descriptor)
    except FileNotFoundError:
        return False
    return (named.st_dev, named.st_ino) == (held.st_dev, held.st_ino)


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
