"""`python -m benchmarks.casebook`: how long the case book of a country takes at the centre, and a raion's year on a PC.

Both commands run as they are run by people; the baseline is one bare row put into an encrypted file, in the same run.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks import floors
from benchmarks.adapter import Centre
from benchmarks.report import seconds

RESULTS: Final = Path(__file__).parent / "results"
_PORT: Final = 18590
_SEED: Final = "1"
_PASSWORD: Final = "a long password of the benchmark"  # noqa: S105 - of a store that is thrown away
_FLOOR_ROWS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Book:
    """One run of `demo-data`."""

    name: str
    cases: int
    records: int
    elapsed: float


def main() -> int:
    """Measure, print, write the result."""
    asked = _arguments()
    load = os.getloadavg()[0]
    bare = floors.measure(_FLOOR_ROWS)["durable_rows"] / _FLOOR_ROWS
    with tempfile.TemporaryDirectory(prefix="icjims-casebook-") as folder:
        centre = Centre.begin(Path(folder, "centre"), _PORT)
        try:
            books = [_of_country(centre, asked.country), _of_raion(Path(folder), centre, asked.raion)]
        finally:
            centre.stop()
    moment = datetime.datetime.now(datetime.UTC)
    text = _markdown(moment, load, bare, books)
    print(text)
    if asked.write:
        name = f"{moment:%Y-%m-%d}-casebook-{asked.country}.md"
        RESULTS.joinpath(name).write_text(text, encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.casebook", description=__doc__)
    parser.add_argument("--country", type=int, default=300, metavar="N", help="cases at the centre")
    parser.add_argument("--raion", type=int, default=70, metavar="N", help="cases on the workstation")
    parser.add_argument("--write", action="store_true", help="write the result under benchmarks/results")
    return parser.parse_args()


def _of_country(centre: Centre, cases: int) -> Book:
    start = time.perf_counter()
    made = _told(centre.command("--json", "demo-data", "--cases", str(cases), "--seed", _SEED), {})
    return Book("a country at the centre", made["cases"], made["records"], time.perf_counter() - start)


def _of_raion(folder: Path, centre: Centre, cases: int) -> Book:
    own = {"DATA_DIR": str(folder / "desk"), "STATE_DIR": str(folder / "state"), "PASSWORD": _PASSWORD}
    environment = {f"ICJIMS_{name}": value for name, value in own.items()}
    program = [sys.executable, "-m", "icjims_desktop.cli.main", "--json"]
    _told([*program, "enrol", "--ticket", centre.ticket("clerk"), "--insecure-http"], environment)
    start = time.perf_counter()
    made = _told([*program, "demo-data", "--cases", str(cases), "--seed", _SEED], environment)
    return Book("a raion on a workstation", made["cases"], made["records"], time.perf_counter() - start)


def _told(command: list[str], environment: dict[str, str]) -> dict[str, int]:
    done = subprocess.run(  # noqa: S603 - this package's own programs
        command, env=os.environ | environment, stdout=subprocess.PIPE, check=True
    )
    result: dict[str, int] = json.loads(done.stdout)
    return result


def _markdown(moment: datetime.datetime, load: float, bare: float, books: list[Book]) -> str:
    rows = [
        f"| {each.name} | {each.cases:,} | {each.records:,} | {seconds(each.elapsed)} | "
        f"{each.elapsed / each.records * 1e6:,.0f} µs | {each.elapsed / each.records / bare:,.0f} |"
        for each in books
    ]
    state = (
        f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}; load before the run "
        f"{load:.1f}. A bare row in an encrypted file: {bare * 1e6:,.1f} µs."
    )
    head = "| | cases | records | in all | a record | times a bare row |\n|---|---|---|---|---|---|"
    return "\n".join([f"# {moment:%Y-%m-%d}: the case book", "", state, "", head, *rows, ""])


if __name__ == "__main__":
    raise SystemExit(main())
