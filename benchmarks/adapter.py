"""The product behind the black-box protocol: a real centre, and real encrypted workstations that sync with it.

Role `server`: the centre as its command line runs it (HTTP on loopback, embedded SQLite), and one workstation that
stands for edits made elsewhere. Role `client`: a workstation. Both write signed acts with full causality.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from sqlalchemy import select

from benchmarks import declare, workload
from benchmarks.protocol import Answer, bytes_on_disk, forget_peak_memory, serve

declare()

from icjims_core.clocks import Vector  # noqa: E402 - the declarations come first
from icjims_core.encoding import Value  # noqa: E402
from icjims_core.merge import State  # noqa: E402
from icjims_core.projections.records import load  # noqa: E402
from icjims_core.projections.tables import conflict_table, record_table  # noqa: E402
from icjims_desktop.services.exchange import enrolment  # noqa: E402
from icjims_desktop.services.exchange.enrolment import Invitation  # noqa: E402
from icjims_desktop.store.log.commits import Change  # noqa: E402
from icjims_desktop.store.store import Store  # noqa: E402
from icjims_desktop.sync.client import Client  # noqa: E402
from icjims_desktop.sync.driver import Surroundings  # noqa: E402

OFFICE: Final = "009"
TYPE: Final = "peer_record"
_ACT_REVISIONS: Final = 1000
_READ_AT_ONCE: Final = 1000
_START_SECONDS: Final = 60


def _now() -> int:
    return time.time_ns() // 1_000_000


class Centre:
    """The centre of one port, as a program of its own. `run` carries out one of its commands."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self._process: subprocess.Popen[str] | None = None

    @classmethod
    def begin(cls, folder: Path, port: int) -> Centre:
        """Make it, start it, and leave a note where clients find it."""
        centre = cls(folder, port)
        centre.run("init")
        centre.run("office", "add", OFFICE, "--name", "Office")
        arguments = ("serve", "--port", str(port), "--insecure-http")
        centre._process = subprocess.Popen(  # noqa: S603 - this package's own program
            centre.command(*arguments), stdout=subprocess.PIPE, text=True
        )
        line = centre._process.stdout.readline() if centre._process.stdout else ""
        if not line:
            raise RuntimeError("the centre did not start")
        _note(port).write_text(str(folder), encoding="utf-8")
        return centre

    @classmethod
    def of_port(cls, port: int) -> Centre:
        """The running centre of the port, for its administration."""
        return cls(Path(_note(port).read_text(encoding="utf-8")), port)

    def ticket(self, login: str) -> str:
        """A ticket for a new clerk whose workstation needs no approval."""
        told = self.run(
            *("ticket", "--office", OFFICE, "--user", login, "--role", "clerk", "--approved"),
            *("--public-url", f"http://127.0.0.1:{self.port}"),
        )
        return str(told["ticket"])

    def run(self, *arguments: str) -> dict[str, object]:
        """The result of a command."""
        done = subprocess.run(  # noqa: S603 - this package's own program
            self.command("--json", *arguments), stdout=subprocess.PIPE, check=True, timeout=_START_SECONDS
        )
        result: dict[str, object] = json.loads(done.stdout)
        return result

    def stop(self) -> None:
        """End the program."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(_START_SECONDS)
        _note(self.port).unlink(missing_ok=True)

    def command(self, *arguments: str) -> list[str]:
        """The words of one of its commands."""
        return [sys.executable, "-m", "benchmarks.centre", "--data-dir", str(self.folder), *arguments]


def _note(port: int) -> Path:
    return Path(tempfile.gettempdir(), f"icjims-benchmark-centre-{port}")


class Workstation:
    """An enrolled workstation with a connection that is kept from step to step.

    The program opens one for each session; what opening costs is no part of these figures.
    """

    def __init__(self, folder: Path, centre: Centre) -> None:
        login = f"clerk{secrets.token_hex(4)}"
        self.folder = folder
        self.store: Store = enrolment.enrol(
            folder,
            Invitation(centre.ticket(login), insecure_http=True),
            "a long password of the benchmark",
            device_name="benchmark",
            now=_now,
            random=os.urandom,
            state_dir=folder.with_name(folder.name + "-state"),
        )
        around = Surroundings(ThreadPoolExecutor(1, "store"), time.monotonic, _now, lambda: 0.5)
        place = enrolment.centre_of(self.store)
        self._client = Client(place, self.store.device.signing, time.time, os.urandom, around)

    def put_new(self, records: Iterable[dict[str, object]]) -> None:
        """Write new records."""
        changes = [_change(each["id"], {}, each) for each in records]
        for start in range(0, len(changes), _ACT_REVISIONS):
            self.store.journal.commit(changes[start : start + _ACT_REVISIONS], now=_now())

    def put_edits(self, edits: list[dict[str, object]]) -> None:
        """Change records as they are shown now."""
        shown = self.store.journal.load(_key(each["id"]) for each in edits)
        changes = [_change(each["id"], shown[_key(each["id"])].state.vector, each["set"]) for each in edits]
        for start in range(0, len(changes), _ACT_REVISIONS):
            self.store.journal.commit(changes[start : start + _ACT_REVISIONS], now=_now())

    def synchronise(self) -> None:
        """One session; raises `RuntimeError` unless both sides were proved equal at its end."""
        result = self._client.synchronise(self.store.journal)
        if not result.equal:
            raise RuntimeError(f"not equal after a session: {result}")

    def records(self) -> Iterator[dict[str, object]]:
        """Every record; of values in conflict the one with the greatest dot."""
        with self.store.database.read() as connection:
            ids = connection.scalars(select(record_table.c.id).order_by(record_table.c.number)).all()
            for start in range(0, len(ids), _READ_AT_ONCE):
                found = load(connection, self.store.journal.reader, ids[start : start + _READ_AT_ONCE])
                for each in found.values():
                    yield {"id": str(uuid.UUID(bytes=each.row.id))} | _fields(each.state)

    def readable_conflicts(self) -> int:
        """Records of which more than one value of a field can be read."""
        with self.store.database.read() as connection:
            chosen = select(conflict_table.c.record_number).distinct()
            ids = connection.scalars(select(record_table.c.id).where(record_table.c.number.in_(chosen))).all()
            found = load(connection, self.store.journal.reader, ids).values()
            return sum(any(len(each.state.siblings(unit)) > 1 for unit in each.state.conflicts()) for each in found)

    def size(self) -> int:
        """Bytes on disk with the log moved into the file."""
        self.store.database.checkpoint()
        return bytes_on_disk(self.folder)

    def close(self) -> None:
        """Close connection and store."""
        self._client.close()
        self.store.close()


def _key(text: object) -> bytes:
    return uuid.UUID(str(text)).bytes


def _change(record: object, context: Vector, values: object) -> Change:
    if not isinstance(values, dict):
        raise TypeError(type(values).__name__)
    put: dict[str, Value] = {name: value for name, value in values.items() if name != "id"}
    return Change(_key(record), TYPE, 1, None, context, {"put": put})


def _fields(state: State) -> dict[str, object]:
    return {unit: values[max(values)] for unit, values in state.registers.items()}


class Adapter:
    """The commands of the protocol."""

    def __init__(self) -> None:
        self._centre: Centre | None = None
        self._here: Workstation | None = None

    def init(self, role: str, dir: str, port: int, shards: int = 0) -> Answer:  # noqa: A002, ARG002 - the protocol's names
        """Start what the role is made of."""
        folder = Path(dir)
        folder.mkdir(parents=True, exist_ok=True)
        if role == "server":
            self._centre = Centre.begin(folder / "centre", port)
        self._here = Workstation(folder / "workstation", self._centre or Centre.of_port(port))
        # Deriving a key from the password takes hundreds of megabytes on purpose.
        forget_peak_memory()
        return {}

    def load(self, file: str) -> Answer:
        """Write new records; at the centre they come through its workstation."""
        return self._timed(list(workload.read(Path(file))), self._workstation.put_new)

    def edit(self, file: str) -> Answer:
        """Write edits, likewise."""
        return self._timed(list(workload.read(Path(file))), self._workstation.put_edits)

    def _timed(self, rows: list[dict[str, object]], write: Callable[[list[dict[str, object]]], None]) -> Answer:
        start = time.perf_counter()
        if self._centre:
            self._workstation.synchronise()
        write(rows)
        if self._centre:
            self._workstation.synchronise()
        return {"sec": time.perf_counter() - start, "n": len(rows)}

    def sync(self) -> Answer:
        """One session."""
        start = time.perf_counter()
        self._workstation.synchronise()
        return {"sec": time.perf_counter() - start}

    def dump(self, out: str = "") -> Answer:
        """What is held; at the centre, what a workstation in sync with it holds."""
        if self._centre:
            self._workstation.synchronise()
        count, digest = workload.digest(self._workstation.records())
        if out:
            workload.write(Path(out), self._workstation.records())
        return {"n": count, "sha": digest}

    def conflicts(self) -> Answer:
        """Records with siblings."""
        return {"n": self._workstation.readable_conflicts()}

    def size(self) -> Answer:
        """Bytes on disk."""
        return {"bytes": self._workstation.size()}

    def close(self) -> Answer:
        """End everything."""
        self._workstation.close()
        if self._centre:
            self._centre.stop()
        return {}

    @property
    def _workstation(self) -> Workstation:
        if self._here is None:
            raise RuntimeError("init comes first")
        return self._here


def main() -> None:
    """Serve the protocol."""
    here = Adapter()
    names = ("init", "load", "edit", "sync", "dump", "conflicts", "size", "close")
    serve({name: getattr(here, name) for name in names})


if __name__ == "__main__":
    main()
