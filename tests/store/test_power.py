"""Power cuts: in every state that a disk may be left in, what was acknowledged is there."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from icjims_core.problem import Problem
from icjims_core.projections.log import LogReader
from icjims_core.projections.tables import record_table
from icjims_desktop.store.database import Database
from icjims_desktop.store.safekeeping import check
from tests.store import power
from tests.store.workstation import PASSWORD, Workstation

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _strace() -> None:
    if shutil.which("strace") is None:
        reason = "no strace here; `apt-get install strace` brings it"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


class Traced:
    """A worker's run under trace, with the key of its store."""

    def __init__(self, action: str, root: Path, pieces: int) -> None:
        self.root = root / "run"
        self.station = Workstation(self.root)
        store = self.station.enrolled()
        self.key = store.database.key
        store.close()
        before = root / "before"
        shutil.copytree(self.root, before)
        self.ledger = self.root / "ledger"
        arguments = [action, self.station.data, self.station.state, self.ledger, pieces]
        log = root / "trace"
        power.trace([sys.executable, "-m", "tests.store.worker", *map(str, arguments)], ROOT, log)
        self.operations = power.operations(log, self.root, before)
        self.disk = power.Disk(before, self.root)

    def states(self, target: Path, count: int, seed: int) -> Iterator[list[bytes]]:
        """Write that many states, one after the other; the records that were acknowledged before each."""
        chance = random.Random(seed)
        cuts = sorted(chance.sample(range(len(self.operations)), min(count, len(self.operations))))
        acknowledged: list[bytes] = []
        for at, operation in enumerate(self.operations):
            if cuts and at == cuts[0]:
                cuts.pop(0)
                self.disk.cut(target, chance)
                yield acknowledged
            if operation.path == str(self.ledger) and operation.kind == "write":
                line = operation.data.decode().strip()
                acknowledged.append(bytes.fromhex(line) if len(line) == 32 else line.encode())
            self.disk.apply(operation)


def lost(state: Path, key: bytes, acknowledged: list[bytes]) -> int:
    """How many acknowledged records a state lacks; all of them when it does not open or contradicts itself."""
    try:
        database = Database(state / "data" / "icjims.db", key)
        try:
            assert check.at_opening(database, LogReader()) == []
            with database.read() as connection:
                held = set(connection.scalars(select(record_table.c.id)))
        finally:
            database.close()
    except Problem:
        return max(len(acknowledged), 1)
    return len(set(acknowledged) - held)


def test_no_power_cut_takes_what_was_acknowledged(tmp_path: Path, trials: int) -> None:
    run = Traced("commits", tmp_path, 30)
    state = tmp_path / "state"
    seen = 0
    for at, acknowledged in enumerate(run.states(state, trials * 6, seed=trials)):
        assert lost(state, run.key, acknowledged) == 0, f"state {at}"
        seen = max(seen, len(acknowledged))
        if at % 10 == 0:
            station = run.station.elsewhere(state / "data", state / "state")
            store = station.unlock("asanov", PASSWORD)
            assert [warning.code for warning in store.warnings] == ["copied"]
            store.close()
    assert seen > 20


def test_the_method_sees_what_an_unsafe_setting_loses(tmp_path: Path) -> None:
    run = Traced("unsafe_commits", tmp_path, 30)
    state = tmp_path / "state"
    losses = [lost(state, run.key, acknowledged) for acknowledged in run.states(state, 30, seed=1)]
    assert sum(map(bool, losses)) > 5


def test_no_power_cut_takes_both_passwords(tmp_path: Path, trials: int) -> None:
    run = Traced("passwords", tmp_path, 2)
    state = tmp_path / "state"
    for _ in run.states(state, trials, seed=trials):
        station = run.station.elsewhere(state / "data", state / "state")
        opened = []
        for password in (PASSWORD, PASSWORD + "!"):
            try:
                station.unlock("asanov", password).close()
                opened.append(password)
            except Problem:
                continue
        assert len(opened) == 1
