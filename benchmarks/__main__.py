"""`python -m benchmarks`: limits, the product, and peers where a folder of their programs is given, in one run."""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import httpx

from benchmarks import floors, report, workload
from benchmarks.adapter import Centre
from benchmarks.steps import Figures, Program, Run

HERE: Final = Path(__file__).parent
RESULTS: Final = HERE / "results"
PEERS: Final = ("pouchdb", "anki", "yjs", "automerge")
_SEPARATE: Final = "ICJIMS_BENCHMARK_SEPARATE"
_PORT: Final = 18600
_PINGS: Final = 200


def main() -> int:
    """Measure, print, write the results."""
    asked = _arguments()
    if _moved_apart():
        return 0
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="icjims-benchmark-") as folder:
        work = Path(folder)
        workload.build(work / "data", asked.small, asked.big)
        limits = _limits(asked.small, asked.big, work)
        figures = [_run(program, asked, work, _PORT + at) for at, program in enumerate(_programs(asked))]
    ours, peers = figures[0], figures[1:]
    verdicts = report.judge(ours, peers, limits)
    moment = datetime.datetime.now(datetime.UTC)
    state = (
        f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}; load before the run "
        f"{load:.1f}. Medians of one run; the machine may be shared: compare ratios, not days."
    )
    title = [f"# {moment:%Y-%m-%d}: {asked.small:,} and {asked.big:,} records", "", state]
    text = report.markdown(title, ours, peers, limits, verdicts)
    print(text)
    if asked.write:
        RESULTS.mkdir(exist_ok=True)
        stem = RESULTS / f"{moment:%Y-%m-%d}-{asked.small}-{asked.big}"
        stem.with_suffix(".md").write_text(text, encoding="utf-8")
        document = {"limits": limits, "programs": [dataclasses.asdict(each) for each in figures]}
        stem.with_suffix(".json").write_text(json.dumps(document, indent=1), encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--small", type=int, default=2000, metavar="N", help="records of the ordinary steps")
    parser.add_argument("--big", type=int, default=0, metavar="N", help="records of the large steps (0: leave out)")
    parser.add_argument("--repeats", type=int, default=3, metavar="N", help="pulls into a new store")
    parser.add_argument("--peers", type=Path, metavar="DIR", help="folder of the peers' programs")
    parser.add_argument("--only", default=",".join(PEERS), metavar="NAMES", help="peers to run, by comma")
    parser.add_argument("--write", action="store_true", help="write the report under benchmarks/results")
    return parser.parse_args()


def _moved_apart() -> bool:
    """Do the run in a network of its own where the system allows: then every byte on loopback is this run's."""
    unshare = shutil.which("unshare")
    if not unshare or os.environ.get(_SEPARATE):
        return False
    if subprocess.run([unshare, "-n", "true"], capture_output=True, check=False).returncode:  # noqa: S603
        print("no network of its own: bytes on the wire include other programs'", file=sys.stderr)
        return False
    command = [unshare, "-n", "sh", "-c", 'ip link set lo up && exec "$0" -m benchmarks "$@"', sys.executable]
    subprocess.run([*command, *sys.argv[1:]], env=os.environ | {_SEPARATE: "1"}, check=True)  # noqa: S603
    return True


def _programs(asked: argparse.Namespace) -> list[Program]:
    ours = Program(report.OURS, (sys.executable, "-m", "benchmarks.adapter"), HERE.parent, os.environ)
    if asked.peers is None:
        return [ours]
    folder = asked.peers.resolve()
    environment = os.environ | {
        "PEERS_NODE_MODULES": str(folder / "node" / "node_modules"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    python = str(folder / "venv" / "bin" / "python")
    node = ("node", "--max-old-space-size=8000")
    commands = {
        "pouchdb": (*node, "adapters/pouchdb.js"),
        "anki": (python, "adapters/anki_peer.py"),
        "yjs": (python, "adapters/yjs_peer.py"),
        "automerge": (*node, "adapters/automerge.mjs"),
    }
    chosen = [name for name in asked.only.split(",") if name in commands]
    return [ours, *(Program(name, commands[name], folder, environment) for name in chosen)]


def _limits(small: int, big: int, work: Path) -> dict[str, float]:
    limits = {f"small_{name}": found for name, found in floors.measure(small).items()}
    if big:
        limits |= {f"big_{name}": found for name, found in floors.measure(big).items()}
    return limits | {"ping": _ping(work / "ping")}


def _ping(folder: Path) -> float:
    """Median seconds of the centre's smallest answer over a kept connection."""
    folder.mkdir()
    centre = Centre.begin(folder, _PORT - 1)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{_PORT - 1}") as client:
            times: list[float] = []
            for _ in range(_PINGS):
                start = time.perf_counter()
                client.get("/v1/ca")
                times.append(time.perf_counter() - start)
    finally:
        centre.stop()
    return sorted(times)[_PINGS // 2]


def _run(program: Program, asked: argparse.Namespace, work: Path, port: int) -> Figures:
    started = time.monotonic()
    run = Run(program, work / "data", work, port, asked.repeats)
    run.small()
    if asked.big:
        run.big()
    shutil.rmtree(work / program.name, ignore_errors=True)
    _tell(run.figures, time.monotonic() - started)
    return run.figures


def _tell(figures: Figures, elapsed: float) -> None:
    steps: Mapping[str, float | None] = {step: report.value(figures, step) for step in report.STEPS}
    shown = ", ".join(f"{step} {report.seconds(found)}" for step, found in steps.items() if found is not None)
    print(f"{figures.name} ({elapsed:.0f} s): {shown} {figures.notes or ''}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
