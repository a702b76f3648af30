"""Keeping a process's memory and files to itself."""

from __future__ import annotations

import ctypes
import os
import sys

_PR_SET_DUMPABLE = 4


def harden_process() -> None:
    """No core dumps, no debugger of the same user, new files readable by the owner alone; call it first of all."""
    os.umask(0o077)
    if sys.platform == "win32":
        # No error window and no crash report that would carry memory.
        ctypes.windll.kernel32.SetErrorMode(0x0001 | 0x0002)
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
