"""The black box: one JSON command per line on standard input, one JSON answer per line on standard output.

    {"op": "init", "role": "server" | "client", "dir": D, "port": P, "shards": N}
    {"op": "load", "file": F}    new records written locally                     {"sec": s, "n": n}
    {"op": "edit", "file": F}    edits {"id": …, "set": {…}} written locally     {"sec": s, "n": n}
    {"op": "sync"}               push and pull until nothing is left to do       {"sec": s}
    {"op": "dump", "out": F}     count and order-free digest of all records      {"n": n, "sha": h}
    {"op": "conflicts"}          records with a losing value still readable      {"n": n}
    {"op": "size"}               bytes on disk                                   {"bytes": b}
    {"op": "close"}

The programs of peers speak the same, so that one driver measures them all.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TextIO

Answer = dict[str, object]
Command = Callable[..., Answer]


def serve(commands: Mapping[str, Command]) -> None:
    """Answer commands until `close`. Each answer tells the peak of resident memory so far, in MB."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print must not get among the answers
    for line in sys.stdin:
        asked = json.loads(line)
        operation = asked.pop("op")
        _answer(answers, commands[operation], asked)
        if operation == "close":
            return


def _answer(answers: TextIO, command: Command, asked: Mapping[str, object]) -> None:
    try:
        answer = command(**asked) | {"rss_mb": peak_memory_mb()}
    except Exception as error:  # noqa: BLE001 - whatever went wrong is the answer
        traceback.print_exc()
        answer = {"error": f"{type(error).__name__}: {error}"[:500]}
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


def forget_peak_memory() -> None:
    """Let the peak begin anew, after a start that uses memory on purpose; nothing where the system cannot."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def peak_memory_mb() -> float:
    """Peak of resident memory of this process in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return round(int(peak.split()[1]) / 1024, 1)


def bytes_on_disk(folder: Path) -> int:
    """Size of every file below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
