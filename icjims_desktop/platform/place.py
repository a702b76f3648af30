"""Where a file lies, so that a copy of it can tell that it is one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec

if sys.platform == "win32":
    import winreg


class Place(msgspec.Struct, array_like=True, frozen=True):
    """The machine, the file system on it, and the file system's own numbers of the folder and the file."""

    machine: str
    filesystem: int
    directory: int
    file: int


def place_of(file: Path) -> Place:
    """The place of an existing file. A folder that is only renamed or moved within its disk stays where it is."""
    return Place(machine_id(), _filesystem(file), file.parent.stat().st_ino, file.stat().st_ino)


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
