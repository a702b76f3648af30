"""Where a file lies, so that a copy of it can tell that it is one."""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from pathlib import Path

import msgspec

if sys.platform == "win32":
    import winreg


class Place(msgspec.Struct, array_like=True, frozen=True):
    """The machine, the file system on it, and that system's own numbers and birth times of the folder and the file.

    A number is given again once its file is gone, hence the time (nanoseconds since 1970; 0 where none is kept).
    """

    machine: str
    filesystem: int
    directory: int
    directory_born: int
    file: int
    file_born: int


def place_of(file: Path) -> Place:
    """The place of an existing file. A folder that is only renamed or moved within its disk stays where it is."""
    folder = file.parent
    return Place(machine_id(), _filesystem(file), folder.stat().st_ino, _born(folder), file.stat().st_ino, _born(file))


if sys.platform == "win32":

    def machine_id() -> str:
        """The identifier that Windows gave this installation."""
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""

    def _filesystem(file: Path) -> int:
        return file.stat().st_dev

else:

    def machine_id() -> str:
        """The identifier that this installation of the system was given; empty where there is none."""
        for name in ("/etc/machine-id", "/var/lib/dbus/machine-id", "/etc/hostid"):
            try:
                return Path(name).read_bytes().strip().hex()
            except OSError:
                continue
        return ""

    def _filesystem(file: Path) -> int:
        # st_dev changes when disks are found in another order; this number is the file system's own where it has one.
        return os.statvfs(file).f_fsid or file.stat().st_dev


if sys.platform == "win32":

    def _born(path: Path) -> int:
        return path.stat().st_ctime_ns

elif sys.platform == "linux":
    _AT_FDCWD = -100
    _BIRTH_TIME = 0x800
    # The mask of what was filled in, seconds and nanoseconds of the birth time within `struct statx`.
    _STATX = struct.Struct("=I76xqI164x")

    def _born(path: Path) -> int:
        # Python's own stat does not ask for it.
        answer = ctypes.create_string_buffer(_STATX.size)
        statx = getattr(ctypes.CDLL(None), "statx", None)
        if statx is None or statx(_AT_FDCWD, os.fsencode(path), 0, _BIRTH_TIME, answer) != 0:
            return 0
        mask, seconds, nanoseconds = _STATX.unpack_from(answer)
        return int(seconds) * 1_000_000_000 + int(nanoseconds) if mask & _BIRTH_TIME else 0

else:

    def _born(path: Path) -> int:
        return int(getattr(path.stat(), "st_birthtime", 0) * 1_000_000_000)
