"""Physical limits: what the parts cost on the same records with nothing around them."""

from __future__ import annotations

import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import msgspec
from sqlcipher3 import dbapi2

from benchmarks import workload
from icjims_core.packing import compress, decompress

Row = tuple[str, ...]

_REPEATS: Final = 3
_LIMIT: Final = 1 << 30


def measure(count: int) -> dict[str, float]:
    """Seconds for `count` records: `rows` put into a new encrypted file as the peers write theirs (WAL, NORMAL);
    `durable_rows` the same with FULL; `decoded_rows` out of a packed message first; and `rows_bytes` on disk."""
    rows = [tuple(str(record[name]) for name in workload.FIELDS) for record in map(workload.record, range(count))]
    packed = compress(msgspec.msgpack.encode(rows))
    sizes: list[int] = []
    found: dict[str, float] = {}
    for name, work in {
        "rows": lambda: sizes.append(_insert(rows, "NORMAL")),
        "durable_rows": lambda: sizes.append(_insert(rows, "FULL")),
        "decoded_rows": lambda: sizes.append(_insert(_decoded(packed), "FULL")),
    }.items():
        found[name], found[f"{name}_processor"] = _medians(work)
    return found | {"rows_bytes": float(sizes[0])}


def _medians(work: Callable[[], object]) -> tuple[float, float]:
    passed: list[float] = []
    spent: list[float] = []
    for _ in range(_REPEATS):
        gc.collect()
        start, used = time.perf_counter(), time.process_time()
        work()
        passed.append(time.perf_counter() - start)
        spent.append(time.process_time() - used)
    return statistics.median(passed), statistics.median(spent)


def _decoded(packed: bytes) -> list[Row]:
    return msgspec.msgpack.decode(decompress(packed, _LIMIT), type=list[Row])


def _insert(rows: Sequence[Row], synchronous: str) -> int:
    """Bytes of a new encrypted file with one table of these rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rows.db")
        connection = dbapi2.connect(str(path), isolation_level=None)
        for pragma in (
            f"key = \"x'{os.urandom(32).hex()}'\"",
            "journal_mode = WAL",
            f"synchronous = {synchronous}",
            "cache_size = -64000",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        columns = ", ".join(workload.FIELDS[1:])
        marks = ", ".join("?" * len(workload.FIELDS))
        connection.execute(f"CREATE TABLE record (id TEXT PRIMARY KEY NOT NULL, {columns}) WITHOUT ROWID")
        connection.execute("BEGIN")
        connection.executemany(f"INSERT INTO record VALUES ({marks})", rows)  # noqa: S608 - marks only
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        connection.close()
        return path.stat().st_size
