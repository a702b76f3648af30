"""`icjims` as a process of its own on the data directory of an office."""

from __future__ import annotations

import atexit
import functools
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.crash.programs import FreshProcess, Starter, WarmParent
from tests.services.bureau import PASSWORD

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run came to."""

    code: int
    out: str
    err: str

    @property
    def result(self) -> Any:
        """The one document on standard output; nothing else may be there."""
        return json.loads(self.out)

    @property
    def problem(self) -> Any:
        """The problem on standard error; nothing else may be there, and nothing on standard output."""
        assert self.out == ""
        found = json.loads(self.err)
        assert found.keys() == {"problem"}
        assert found["problem"].keys() == {"code", "params", "text"}
        return found["problem"]


@dataclass(slots=True)
class Program:
    """The program with its surroundings."""

    data: Path
    state: Path
    environment: dict[str, str] = field(default_factory=lambda: {"ICJIMS_PASSWORD": PASSWORD})

    def variables(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "PYTHONPYCACHEPREFIX") if name in os.environ}
        own = {"ICJIMS_DATA_DIR": str(self.data), "ICJIMS_STATE_DIR": str(self.state), "PYTHONPATH": str(ROOT)}
        return kept | own | {"PYTHONWARNINGS": "error"} | self.environment

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "icjims_desktop.cli.main", *words]

    def run(self, *words: str, stdin: str = "") -> Run:
        """One run without a terminal, in a fork of a process that has loaded the program."""
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            given.write(stdin.encode())
            given.seek(0)
            streams = (given.fileno(), out.fileno(), err.fileno())
            code = _starter()("icjims", words, self.variables(), streams).wait()
            out.seek(0)
            err.seek(0)
            return Run(code, out.read().decode(), err.read().decode())

    def run_afresh(self, *words: str, stdin: str = "", fds: tuple[int, ...] = ()) -> Run:
        """One run started as a person starts it, with further descriptors."""
        done = subprocess.run(
            self.command(*words),
            input=stdin.encode(),
            capture_output=True,
            check=False,
            env=self.variables(),
            pass_fds=fds,
            start_new_session=True,
            timeout=60,
        )
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    def json(self, *words: str) -> Any:
        """The document of a run that must succeed."""
        done = self.run(*words, "--json")
        assert (done.code, done.err) == (0, ""), done
        return done.result


@functools.cache
def _starter() -> Starter:
    if sys.platform != "linux":
        return FreshProcess
    parent = WarmParent(PYTHONWARNINGS="error")
    atexit.register(parent.close)
    return parent
