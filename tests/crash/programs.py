"""The product's own programs as processes that can be killed: started afresh, or forked from a warm parent."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shlex
import signal
import socket
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Protocol

ROOT: Final = Path(__file__).parents[2]
PASSWORD: Final = "Ала-Тоо 2026 көктөм"
MODULES: Final = {"icjims": "icjims_desktop.cli.main", "icjims-server": "icjims_sync_server.cli.main"}
_LARGEST_ANSWER: Final = 1 << 16

Document = dict[str, Any]


class Failed(Exception):
    """A program answered with a problem: its code, its exit code and what it printed."""

    def __init__(self, code: str, exit_code: int, text: str = "") -> None:
        super().__init__(f"{code} ({exit_code}) {text}")
        self.code, self.exit_code = code, exit_code


class Process(Protocol):
    """A running program."""

    def kill(self) -> None:
        """Kill -9, and wait until it is gone."""

    def wait(self) -> int:
        """Its exit code once it has ended."""


class Starter(Protocol):
    """What starts a program on three descriptors."""

    def __call__(
        self, program: str, words: Sequence[str], environment: Mapping[str, str], streams: tuple[int, int, int]
    ) -> Process: ...


class FreshProcess:
    """A program started as a person starts it."""

    def __init__(
        self, program: str, words: Sequence[str], environment: Mapping[str, str], streams: tuple[int, int, int]
    ) -> None:
        command = [sys.executable, "-m", MODULES[program], *words]
        stdin, stdout, stderr = streams
        self._process = subprocess.Popen(
            command, env=dict(environment), cwd=ROOT, stdin=stdin, stdout=stdout, stderr=stderr
        )

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def wait(self) -> int:
        return self._process.wait()


@dataclass
class WarmProcess:
    """A fork of the warm parent."""

    parent: WarmParent
    pid: int

    def kill(self) -> None:
        self.parent.ask({"kill": self.pid})

    def wait(self) -> int:
        return int(self.parent.ask({"wait": self.pid})["code"])


class WarmParent:
    """Starts programs as forks of one process that has loaded everything; see `warm_parent`."""

    def __init__(self, **more: str) -> None:
        self._channel, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._lock = threading.Lock()
        descriptor = other.fileno()
        command = [sys.executable, "-m", "tests.crash.warm_parent", str(descriptor)]
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment(**more), pass_fds=[descriptor])
        other.close()
        if not self._channel.recv(_LARGEST_ANSWER):
            raise RuntimeError("the warm parent did not start")

    def __call__(
        self, program: str, words: Sequence[str], environment: Mapping[str, str], streams: tuple[int, int, int]
    ) -> Process:
        request = {"start": program, "words": list(words), "environment": dict(environment)}
        return WarmProcess(self, int(self.ask(request, streams)["pid"]))

    def ask(self, request: Document, descriptors: Sequence[int] = ()) -> Document:
        """One request and its answer."""
        with self._lock:
            socket.send_fds(self._channel, [json.dumps(request).encode()], list(descriptors))
            answer: Document = json.loads(self._channel.recv(_LARGEST_ANSWER))
        return answer

    def close(self) -> None:
        """End the parent; its forks are ended before by whoever started them."""
        self._channel.close()
        self._process.wait()


@contextlib.contextmanager
def starters() -> Iterator[tuple[Starter, Starter]]:
    """How programs are started afresh, and how they are forked where the system can."""
    if sys.platform != "linux":
        yield FreshProcess, FreshProcess
        return
    parent = WarmParent()
    try:
        yield FreshProcess, parent
    finally:
        parent.close()


def environment(**more: str) -> dict[str, str]:
    """The environment of a program under trial: no settings of anybody's own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ICJIMS_")}
    return kept | {"PYTHONUTF8": "1"} | more


@dataclass
class Program:
    """A started program whose lines are read as they come, with a deadline."""

    process: Process
    stdin: int
    stdout: int
    log: Path
    ended: bool = False
    code: int | None = None
    _rest: bytes = b""
    _lines: deque[str] = field(default_factory=deque)

    @classmethod
    def start(
        cls, starter: Starter, program: str, words: Sequence[str], variables: Mapping[str, str], log: Path
    ) -> Program:
        """Start it; its standard error goes to the log."""
        (their_in, our_in), (our_out, their_out) = os.pipe(), os.pipe()
        errors = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            process = starter(program, words, variables, (their_in, their_out, errors))
        finally:
            for each in (their_in, their_out, errors):
                os.close(each)
        return cls(process, our_in, our_out, log)

    def send(self, line: str) -> None:
        """Write a line to it."""
        with contextlib.suppress(BrokenPipeError):
            os.write(self.stdin, f"{line}\n".encode())

    def line(self, seconds: float | None = None) -> str | None:
        """Its next whole line; `None` when it has ended or the seconds are over."""
        while not self._lines and not self.ended:
            if not select.select([self.stdout], [], [], seconds)[0]:
                return None
            self._read()
        return self._lines.popleft() if self._lines else None

    def _read(self) -> None:
        data = os.read(self.stdout, 1 << 16)
        self.ended = not data
        *whole, self._rest = (self._rest + data).split(b"\n")
        self._lines += [each.decode() for each in whole]

    def kill(self) -> list[str]:
        """Kill -9; the whole lines that it had printed and nobody had read."""
        if self.code is None:
            self.code = -signal.SIGKILL
            self.process.kill()
            return self._drained()
        return []

    def _drained(self) -> list[str]:
        while not self.ended:
            self._read()
        self._close()
        found, self._lines = list(self._lines), deque()
        return found

    def end(self) -> tuple[int, list[str]]:
        """Close its input and wait; the exit code and what it printed."""
        os.close(self.stdin)
        self.stdin = -1
        lines = self._drained()
        self.code = self.process.wait()
        return self.code, lines

    def _close(self) -> None:
        for each in (self.stdin, self.stdout):
            if each >= 0:
                os.close(each)


def run(starter: Starter, program: str, words: Sequence[str], variables: Mapping[str, str], log: Path) -> Document:
    """Run one command to its end; its JSON document. Raises `Failed`."""
    started = Program.start(starter, program, [*words, "--json"], variables, log)
    code, lines = started.end()
    if code not in {0, 4}:
        raise problem_in(log, code)
    return document_of(lines[-1]) if lines else {}


def document_of(line: str) -> Document:
    """A line of JSON."""
    found: Document = json.loads(line)
    return found


def problem_in(log: Path, code: int) -> Failed:
    """The last problem document of a log."""
    text = log.read_text(errors="replace")
    for line in reversed(text.splitlines()):
        if line.startswith("{"):
            return Failed(json.loads(line)["problem"]["code"], code, line)
    return Failed("unknown", code, text[-600:])


class Shell:
    """An `icjims shell`, with several commands on their way at once."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.waiting: deque[Callable[[Document], None]] = deque()

    def send(self, words: Sequence[str], taken: Callable[[Document], None]) -> None:
        """Send a command; `taken` is told the answer when it is read."""
        self.waiting.append(taken)
        self.program.send(shlex.join(words))

    def take(self, seconds: float | None = None) -> bool:
        """Read one answer; whether there was one in time."""
        line = self.program.line(seconds)
        if line is None:
            return False
        self.waiting.popleft()(document_of(line))
        return True

    def run(self, *words: str, allow: tuple[int, ...] = (0, 4)) -> Document:
        """Run a command and wait for its answer; raises `Failed`."""
        found: list[Document] = []
        self.send(words, found.append)
        while self.waiting:
            if not self.take():
                code, _ = self.program.end()
                raise problem_in(self.program.log, code)
        return result_of(found[-1], allow)

    def kill(self) -> int:
        """Kill -9; answers that were printed before count. How many commands were left without one."""
        for line in self.program.kill():
            self.waiting.popleft()(document_of(line))
        return len(self.waiting)

    def close(self) -> None:
        """End it and wait until the store is closed."""
        code, lines = self.program.end()
        if code or lines:
            raise Failed("shell_failed", code, f"{lines} {self.program.log.read_text()[-600:]}")


def result_of(answer: Document, allow: tuple[int, ...] = (0, 4)) -> Document:
    """The result in an answer of the shell; raises `Failed`."""
    if answer["exit"] not in allow:
        raise Failed(answer["problem"]["code"], answer["exit"], json.dumps(answer["problem"], ensure_ascii=False))
    found: Document = answer.get("result", answer)
    return found
