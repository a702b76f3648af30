"""A disk that fails or is full, call by call: an acknowledged write is there, and nothing failed is acknowledged."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from icjims_desktop.store.safekeeping import verify
from tests.store.workstation import Workstation

ROOT = Path(__file__).parents[2]
FAULTS = [("fsync,fdatasync", "EIO"), ("pwrite64", "ENOSPC"), ("pwrite64", "EIO"), ("pread64", "EIO")]


@pytest.fixture(autouse=True)
def _strace() -> None:
    if shutil.which("strace") is None:
        reason = "no strace here; `apt-get install strace` brings it"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


def run_with_fault(workstation: Workstation, ledger: Path, fault: str) -> int:
    """Let the worker write while some of its calls fail; how many did."""
    log = ledger.with_suffix(".trace")
    worker = [sys.executable, "-m", "tests.store.worker", "commits", workstation.data, workstation.state, ledger, "12"]
    calls = fault.partition(":")[0]
    command = ["strace", "-f", "-s", "0", "-e", f"trace={calls}", "-e", f"inject={fault}", "-o", str(log)]
    subprocess.run([*command, *map(str, worker)], cwd=ROOT, check=False, capture_output=True)
    return log.read_text().count("(INJECTED)")


def acknowledged(ledger: Path) -> list[bytes]:
    return [bytes.fromhex(line) for line in ledger.read_text().split()] if ledger.exists() else []


@pytest.mark.parametrize(("call", "error"), FAULTS)
def test_one_failing_call_loses_nothing(
    workstation: Workstation, tmp_path: Path, trials: int, call: str, error: str
) -> None:
    workstation.enrolled().close()
    ledger = tmp_path / "ledger"
    failed = 0
    for number in range(1, max(3, trials // 2)):
        failed += run_with_fault(workstation, ledger, f"{call}:error={error}:when={number * 5}")
        ids = acknowledged(ledger)
        store = workstation.unlock()
        assert store.warnings == []
        assert store.journal.load(ids).keys() == set(ids)
        assert verify.verify(store.database).findings == []
        store.close()
    assert failed


def test_a_disk_that_stays_full_acknowledges_nothing_and_hurts_nothing(
    workstation: Workstation, tmp_path: Path
) -> None:
    workstation.enrolled().close()
    ledger = tmp_path / "ledger"
    assert run_with_fault(workstation, ledger, "pwrite64:error=ENOSPC:when=20+")
    done = len(acknowledged(ledger))
    assert done < 12
    store = workstation.unlock()
    assert verify.verify(store.database).findings == []
    store.close()
    assert not run_with_fault(workstation, ledger, "pwrite64:error=ENOSPC:when=60000+")
    assert len(acknowledged(ledger)) == done + 12
