"""kill -9 of a real process at random moments: what was acknowledged is there, and the store opens as itself."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from icjims_core.problem import Locked
from icjims_desktop.store import migrating
from icjims_desktop.store.keys.slots import Person
from icjims_desktop.store.safekeeping import backup, verify
from tests.store.worker import LARGE_STEP
from tests.store.workstation import PASSWORD, Workstation, write

ROOT = Path(__file__).parents[2]


def run_and_kill(action: str, workstation: Workstation, ledger: Path, seconds: float) -> list[str]:
    """What the worker acknowledged before it was killed so many seconds into its work."""
    places = (workstation.data, workstation.state, ledger)
    arguments = [sys.executable, "-m", "tests.store.worker", action, *map(str, places)]
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as worker:
        assert worker.stdout is not None
        assert worker.stderr is not None
        if worker.stdout.readline() != b"ready\n":
            pytest.fail(worker.stderr.read().decode())
        with contextlib.suppress(subprocess.TimeoutExpired):
            worker.wait(seconds)
        worker.kill()
    return ledger.read_text().split() if ledger.exists() else []


def moments(trials: int, most: float, share: int = 3) -> list[float]:
    """Moments spread over the time that the work takes; each long trial costs about a second."""
    chance = random.Random(trials)
    return [chance.uniform(0, most) for _ in range(max(3, trials // share))]


def test_acknowledged_work_survives_a_kill(workstation: Workstation, tmp_path: Path, trials: int) -> None:
    store = workstation.enrolled()
    replica = store.journal.replica.id
    store.close()
    ledger = tmp_path / "ledger"
    for moment in moments(trials, 1.0):
        acknowledged = run_and_kill("commits", workstation, ledger, moment)
        store = workstation.unlock()
        assert store.warnings == []
        assert store.journal.replica.id == replica
        ids = [bytes.fromhex(line) for line in acknowledged]
        assert store.journal.load(ids).keys() == set(ids)
        store.close()
    store = workstation.unlock()
    assert verify.verify(store.database).findings == []
    assert len(ledger.read_text().split()) > 10


def test_a_kill_while_the_key_changes_leaves_an_old_or_a_new_key(workstation: Workstation, trials: int) -> None:
    store = workstation.enrolled()
    with store.database.write() as connection:
        for number in range(40):
            connection.exec_driver_sql("INSERT INTO meta VALUES (?, randomblob(50000))", (f"filling{number}",))
    record = write(store, {"text": "kept"})
    key = store.database.key
    changed = 0
    store.close()
    for moment in moments(trials, 0.5):
        store = workstation.unlock("asanov")
        store.users.add(Person("bekova"), PASSWORD)
        store.users.disable("bekova")
        store.close()
        run_and_kill("rekey", workstation, workstation.data.parent / "ledger", moment)
        store = workstation.unlock("asanov")
        assert store.warnings == []
        assert store.journal.load([record])
        assert store.database.key != key
        key, changed = store.database.key, changed + 1
        assert not (workstation.data / "slots" / "rotation-due").exists()
        store.close()
    assert changed


def test_a_kill_in_a_migration_leaves_the_old_or_the_new_form(workstation: Workstation, trials: int) -> None:
    store = workstation.enrolled()
    record = write(store, {"text": "kept"})
    store.close()
    versions = set()
    whole = workstation.copy_data(workstation.data.with_name("whole"))
    # At once, early in it, anywhere, and never: how long it takes depends on the machine.
    for moment in [0.0, 0.01, 0.03, *moments(trials, 0.4), 60.0]:
        ledger = workstation.data.parent / "ledger"
        ledger.unlink(missing_ok=True)
        done = run_and_kill("migration", workstation, ledger, moment)
        planned = [*migrating.steps(), LARGE_STEP]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(migrating, "steps", lambda planned=planned: tuple(planned))
            store = workstation.unlock()
        assert store.journal.load([record])
        with store.database.read() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM filling").scalar_one() == 3000
        versions.add(bool(done))
        store.close()
        shutil.rmtree(workstation.data)
        shutil.copytree(whole, workstation.data)
        shutil.rmtree(workstation.state)
    assert versions == {False, True}


def test_a_kill_in_a_backup_leaves_whole_backups_only(workstation: Workstation, tmp_path: Path, trials: int) -> None:
    store = workstation.enrolled()
    record = write(store, {"text": "kept"})
    store.close()
    for moment in moments(trials, 0.5):
        ledger = tmp_path / "ledger"
        ledger.unlink(missing_ok=True)
        for old in tmp_path.glob("backup-*"):
            old.unlink()
        acknowledged = run_and_kill("backups", workstation, ledger, moment)
        named = {path.name for path in tmp_path.glob("backup-*") if path.suffix != ".unfinished"}
        assert set(acknowledged) <= named
        for name in sorted(named)[-1:]:
            place = tmp_path / "restored" / name
            backup.restore(place, tmp_path / name, None, PASSWORD, now=workstation.now, random=os.urandom)
            store = workstation.elsewhere(place).unlock()
            assert store.journal.load([record])
            store.close()
            shutil.rmtree(tmp_path / "restored")
        workstation.unlock().close()
        assert not list(workstation.data.glob("*.unfinished*"))


def test_a_kill_while_a_password_changes_leaves_the_old_or_the_new_one(workstation: Workstation, trials: int) -> None:
    workstation.enrolled().close()
    opened = set()
    for moment in moments(trials, 0.6):
        run_and_kill("passwords", workstation, workstation.data.parent / "ledger", moment)
        try:
            workstation.unlock(password=PASSWORD).close()
            opened.add("old")
        except Locked:
            store = workstation.unlock(password=PASSWORD + "!")
            store.users.change_password(PASSWORD + "!", PASSWORD)
            store.close()
            opened.add("new")
    assert opened
