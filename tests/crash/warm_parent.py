"""A warm parent of the product's programs: everything is imported once, and each program is a fork of it.

`python -m tests.crash.warm_parent FD` answers on a socket: `start` runs the real `main` of `icjims` or `icjims-server`
in a fork with the descriptors sent along, `kill` is kill -9, `wait` collects the exit code. Only two things are spared
each program: its start-up, and Argon2, which costs the least that is read, and once for a password and salt.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import json
import os
import pkgutil
import signal
import socket
import sys
import traceback
from pathlib import Path
from typing import Any, NoReturn

from icjims_core.modules import registry
from icjims_core.problem import Problem
from icjims_desktop.cli import commands
from icjims_desktop.cli import main as icjims
from icjims_desktop.platform.paths import DataDirectory
from icjims_desktop.store import migrating
from icjims_desktop.store.keys import passwords
from icjims_desktop.store.keys.slot_files import SlotFiles
from icjims_sync_server.cli import main as icjims_server
from tests import cheap_passwords

LOADED = (
    *(f"{commands.__name__}.{each.name}" for each in pkgutil.iter_modules(commands.__path__)),
    "icjims_desktop.services.exchange.syncing",
    "icjims_desktop.services.workspace",
    "icjims_sync_server.api.app",
    "uvicorn.loops.auto",
    "uvicorn.protocols.http.auto",
)
_PR_SET_PDEATHSIG = 1
LARGEST_REQUEST = 64 << 10

Request = dict[str, Any]


def main(descriptor: int) -> None:
    """Answer requests until the other end closes."""
    cheap_passwords.cheapen()
    for name in LOADED:
        importlib.import_module(name)
    registry()
    migrating.steps()
    gc.collect()
    gc.freeze()
    with socket.socket(fileno=descriptor) as channel:
        channel.send(b"{}")
        while True:
            data, descriptors, _, _ = socket.recv_fds(channel, LARGEST_REQUEST, 3)
            if not data:
                return
            channel.send(json.dumps(answer(json.loads(data), descriptors, channel)).encode())


def answer(request: Request, descriptors: list[int], channel: socket.socket) -> Request:
    """Do what was asked."""
    if "start" in request:
        derive_ahead(request["environment"])
        pid = os.fork()
        if not pid:
            channel.close()
            become(request, descriptors)
        for each in descriptors:
            os.close(each)
        return {"pid": pid}
    if "kill" in request:
        os.kill(request["kill"], signal.SIGKILL)
    _, status = os.waitpid(request.get("kill") or request["wait"], 0)
    return {"code": os.waitstatus_to_exitcode(status)}


def derive_ahead(environment: dict[str, str]) -> None:
    """Derive here what the program is going to derive, once for all that follow."""
    folder, password = environment.get("ICJIMS_DATA_DIR"), environment.get("ICJIMS_PASSWORD")
    if not folder or password is None:
        return
    try:
        for slot in SlotFiles(DataDirectory(Path(folder)).slots).all():
            passwords.derive(password, bytes.fromhex(slot.header.salt), slot.header.cost)
    except Problem:
        return  # the program itself will say what is wrong


def become(request: Request, descriptors: list[int]) -> NoReturn:
    """Be the program, with its own standard streams and environment."""
    code = 1
    try:
        os.setsid()
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)  # nothing outlives the trials
        for number, each in enumerate(descriptors):
            os.dup2(each, number)
            os.close(each)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - a descriptor, until the end
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False, buffering=1)  # noqa: SIM115
        os.environ.clear()
        os.environ.update(request["environment"])
        sys.argv = [request["start"], *request["words"]]
        code = icjims.main() if request["start"] == "icjims" else icjims_server.main(request["words"])
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 - what a program says when it breaks down, as the interpreter would
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


if __name__ == "__main__":
    main(int(sys.argv[1]))
