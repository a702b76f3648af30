"""Files that survive a crash and are the owner's alone: whole or not at all, mode 0600."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

PRIVATE_FILE: Final = 0o600
PRIVATE_DIRECTORY: Final = 0o700


def make_private_directory(path: Path) -> None:
    """The directory and its missing parents, readable by the owner alone."""
    path.mkdir(mode=PRIVATE_DIRECTORY, parents=True, exist_ok=True)


def sync_directory(path: Path) -> None:
    """Make names in the directory durable; Windows does so by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_file(path: Path) -> None:
    """Make the bytes of a file durable."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_private(path: Path, data: bytes) -> None:
    """A new file with these bytes, durable; raises `FileExistsError` when there is one."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, data: bytes) -> None:
    """Put these bytes at the path: after a crash there are the old ones or the new ones."""
    unfinished = path.with_name(path.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    write_private(unfinished, data)
    unfinished.replace(path)
    sync_directory(path.parent)


def put_in_place(source: Path, target: Path) -> None:
    """Give a finished file its name, durably, over what had it."""
    source.chmod(PRIVATE_FILE)
    sync_file(source)
    source.replace(target)
    sync_directory(target.parent)


def remove_durably(path: Path) -> None:
    """Take a file away so that it stays away; none is fine."""
    path.unlink(missing_ok=True)
    sync_directory(path.parent)


def overwrite_and_remove(path: Path) -> None:
    """Put zeros over a file's bytes before it goes; some disks keep the old ones all the same."""
    if path.is_file():
        with path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
    remove_durably(path)
