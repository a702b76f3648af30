"""The steps of the workload on one program behind the black-box protocol, the product's or a peer's.

A figure appears only where client, server and the expected set have the same digest after the step.
"""

from __future__ import annotations

import json
import queue
import shutil
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final, NamedTuple

from benchmarks import workload

STEP_SECONDS: Final = 300
SLOW_SECONDS: Final = 12
"""A program that needs longer for a pull is asked once, not thrice."""
_PAUSE_SECONDS: Final = 1.2
"""Some peers order by whole seconds."""
_NO_CHANGE: Final = 9
_MOST_ROUNDS: Final = 4
_LOOPBACK: Final = Path("/proc/net/dev")


class Failed(Exception):
    """A program did not do a step."""


@dataclass(frozen=True, slots=True)
class Program:
    """How to start a program that speaks the protocol: its command, folder and what its environment adds."""

    name: str
    command: Sequence[str]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)


class Sample(NamedTuple):
    """One repeat of a step: seconds that passed, bytes on the wire, and seconds of processor time of both sides.

    On a machine that does other work too, processor time is the figure to compare.
    """

    seconds: float
    wire: int
    processor: float

    def __add__(self, other: object) -> Sample:
        """Both, one after the other."""
        if not isinstance(other, Sample):
            return NotImplemented
        return Sample(self.seconds + other.seconds, self.wire + other.wire, self.processor + other.processor)


@dataclass(slots=True)
class Figures:
    """What was measured of one program: step → its repeats, and single facts."""

    name: str
    steps: dict[str, list[Sample]] = field(default_factory=dict)
    facts: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


class Process:
    """One running program in one role."""

    def __init__(self, program: Program, role: str, folder: Path, port: int, log: IO[str]) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        self._process = subprocess.Popen(  # noqa: S603 - the commands are this package's and the caller's
            program.command,
            cwd=program.folder,
            env=dict(program.environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            encoding="utf-8",
        )
        self._answers: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.peak_mb = 0.0
        self.ask("init", role=role, dir=str(folder), port=port, shards=10)

    def _read(self) -> None:
        for line in self._process.stdout or ():
            self._answers.put(line)
        self._answers.put(None)

    def ask(self, operation: str, **parameters: object) -> dict[str, object]:
        """The answer to a command; raises `Failed`."""
        if self._process.stdin is None:
            raise Failed(operation)
        self._process.stdin.write(json.dumps({"op": operation, **parameters}) + "\n")
        self._process.stdin.flush()
        try:
            line = self._answers.get(timeout=STEP_SECONDS)
        except queue.Empty:
            self.kill()
            raise Failed(f"{operation} took more than {STEP_SECONDS} s") from None
        if line is None:
            raise Failed(f"ended during {operation}")
        answer: dict[str, object] = json.loads(line)
        if "error" in answer:
            raise Failed(f"{operation}: {answer['error']}")
        self.peak_mb = max(self.peak_mb, float(str(answer.get("rss_mb", 0))))
        return answer

    def processor_seconds(self) -> float:
        """Processor time of the program and of those that it started."""
        return _processor_seconds(self._process.pid)

    def digest(self) -> tuple[object, object]:
        """Count and digest of what it holds."""
        answer = self.ask("dump")
        return answer["n"], answer["sha"]

    def close(self) -> None:
        """End it in order."""
        try:
            self.ask("close")
            self._process.wait(30)
        except (Failed, OSError, subprocess.TimeoutExpired):
            self.kill()

    def kill(self) -> None:
        """End it."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


class Run:
    """All steps of one program. `data` holds the files of `workload.build`, `work` may be filled with stores."""

    def __init__(self, program: Program, data: Path, work: Path, port: int, repeats: int) -> None:
        self.figures = Figures(program.name)
        self._program, self._data, self._work, self._port, self._repeats = program, data, work, port, repeats
        self._running: list[Process] = []
        self._log = (work / f"{program.name}.log").open("w", encoding="utf-8")

    def small(self) -> None:
        """Pull, waves, no change, push, conflicts."""
        self._guarded(self._small)

    def big(self) -> None:
        """Pull, waves and no change on the large set."""
        self._guarded(self._big)

    def _guarded(self, work: object) -> None:
        try:
            work()  # type: ignore[operator]
        except (Failed, OSError) as failure:
            self.figures.notes.append(str(failure))
        finally:
            for each in self._running:
                each.kill()
            self._running.clear()

    def _small(self) -> None:
        server = self._start("server", "server")
        client, model = self._pull(server, "small")
        self._waves(server, client, model, "small")
        client.ask("load", file=self._file("push"))
        self._sync(client, "push_small")
        model |= _by_id(self._data / "push.jsonl")
        self._check("push_small", client.digest(), server.digest(), workload.digest(model.values()))
        self._conflicts(server, client)
        self._close(client, server)

    def _big(self) -> None:
        server = self._start("server", "server-big")
        client, model = self._pull(server, "big")
        self._waves(server, client, model, "big")
        self._close(client, server)

    def _pull(self, server: Process, tag: str) -> tuple[Process, dict[str, dict[str, object]]]:
        file = f"base_{tag}"
        server.ask("load", file=self._file(file))
        model = _by_id(self._data / f"{file}.jsonl")
        expected = workload.digest(model.values())
        step = f"pull_{tag}"
        while True:
            client = self._start("client", f"client-{tag}-{len(self.figures.steps.get(step, []))}")
            seconds = self._sync(client, step)
            # Before the digest: that reads every record, which no session does.
            self.figures.facts[f"client_mb_{tag}"] = client.peak_mb
            self._check(step, client.digest(), server.digest(), expected)
            if seconds > SLOW_SECONDS or len(self.figures.steps.get(step, [])) >= self._repeats:
                break
            self._close(client)
        self.figures.facts[f"disk_{tag}"] = float(str(client.ask("size")["bytes"]))
        return client, model

    def _waves(self, server: Process, client: Process, model: dict[str, dict[str, object]], tag: str) -> None:
        for wave in range(workload.WAVES):
            time.sleep(_PAUSE_SECONDS)
            for side, process in (("server", server), ("client", client)):
                name = f"edits_{tag}_{side}_{wave}"
                process.ask("edit", file=self._file(name))
                for each in workload.read(self._data / f"{name}.jsonl"):
                    changed = each["set"]
                    model[str(each["id"])] |= changed if isinstance(changed, dict) else {}
            self._sync(client, f"edits_{tag}")
        self._check(f"edits_{tag}", client.digest(), server.digest(), workload.digest(model.values()))
        for _ in range(_NO_CHANGE):
            self._sync(client, f"no_change_{tag}")

    def _conflicts(self, server: Process, client: Process) -> None:
        other = self._start("client", "client-other")
        other.ask("sync")
        client.ask("sync")
        client.ask("edit", file=self._file("conflicts_A"))
        time.sleep(_PAUSE_SECONDS)
        other.ask("edit", file=self._file("conflicts_B"))
        total, equal = Sample(0.0, 0, 0.0), False
        for _ in range(_MOST_ROUNDS):
            for each in (client, other):
                total += self._timed(each)
            if equal := client.digest() == other.digest() == server.digest():
                break
        if equal:
            self.figures.steps["conflicts"] = [total]
        else:
            self.figures.notes.append("conflicts: the sides differ")
        self.figures.facts["conflicts_readable"] = float(str(client.ask("conflicts")["n"] or 0))
        self._close(other)

    def _start(self, role: str, tag: str) -> Process:
        process = Process(self._program, role, self._work / self._program.name / tag, self._port, self._log)
        self._running.append(process)
        return process

    def _close(self, *processes: Process) -> None:
        for each in processes:
            each.close()
            self._running.remove(each)

    def _sync(self, process: Process, step: str) -> float:
        sample = self._timed(process)
        self.figures.steps.setdefault(step, []).append(sample)
        return sample.seconds

    def _timed(self, process: Process) -> Sample:
        def processor() -> float:
            return sum(each.processor_seconds() for each in {process, self._running[0]})

        wire, spent = loopback_bytes(), processor()
        seconds = float(str(process.ask("sync")["sec"]))
        return Sample(seconds, loopback_bytes() - wire, processor() - spent)

    def _check(self, step: str, *digests: tuple[object, object]) -> None:
        if any(each != digests[0] for each in digests):
            self.figures.steps.pop(step, None)
            raise Failed(f"{step}: digests differ: {digests}")

    def _file(self, name: str) -> str:
        return str(self._data / f"{name}.jsonl")


def loopback_bytes() -> int:
    """Bytes that have gone over the loopback interface; 0 where the system does not tell."""
    if not _LOOPBACK.exists():
        return 0
    line = next(line for line in _LOOPBACK.read_text().splitlines() if line.strip().startswith("lo:"))
    return int(line.split(":")[1].split()[0])


def _processor_seconds(process: int) -> float:
    """Of every thread of a process and its children; 0 where the system does not tell."""
    total = 0.0
    for thread in Path(f"/proc/{process}/task").glob("*"):
        try:
            total += int((thread / "schedstat").read_text().split()[0]) / 1e9
            total += sum(map(_processor_seconds, map(int, (thread / "children").read_text().split())))
        except (OSError, ValueError, IndexError):  # the thread has ended meanwhile
            continue
    return total


def _by_id(path: Path) -> dict[str, dict[str, object]]:
    return {str(each["id"]): each for each in workload.read(path)}
