"""Creating, enrolling, locking and unlocking a store."""

from __future__ import annotations

import stat
import subprocess
import sys

import pytest

from icjims_core.problem import Broken, Locked, Refused
from icjims_desktop.store.store import users_of
from tests.store.workstation import PASSWORD, Workstation, enrolled_as, read, write


def test_a_record_is_there_after_unlocking_again(workstation: Workstation) -> None:
    store = workstation.enrolled()
    record = write(store, {"text": "Осмотр места"})
    store.close()
    store = workstation.unlock("asanov")
    assert read(store, record, "text") == "Осмотр места"
    assert store.warnings == []
    assert store.session_user.name == "Асанов Бакыт"


def test_a_pending_store_keeps_its_keys(workstation: Workstation) -> None:
    store = workstation.create()
    assert not store.enrolled
    keys = store.device.signing_public, store.device.sealing_public, store.session_user.author_key
    store.close()
    store = workstation.unlock()
    assert (store.device.signing_public, store.device.sealing_public, store.session_user.author_key) == keys
    store.activate(enrolled_as("asanov"))
    replica = store.journal.replica.id
    store.activate(enrolled_as("asanov"))
    assert store.journal.replica.id == replica
    assert store.enrolled


def test_users_are_shown_without_a_password(workstation: Workstation) -> None:
    assert users_of(workstation.data) == []
    workstation.enrolled().close()
    [card] = users_of(workstation.data)
    assert (card.login, card.name, card.role, card.office) == ("asanov", "Асанов Бакыт", "investigator", "00101")


def test_a_second_store_in_the_same_place_is_refused(workstation: Workstation) -> None:
    workstation.create().close()
    with pytest.raises(Refused, match="store_exists"):
        workstation.create()


def test_a_creation_that_was_cut_off_can_be_repeated(workstation: Workstation) -> None:
    workstation.create().close()
    for path in (workstation.data / "slots").iterdir():
        path.unlink()
    with pytest.raises(Refused, match="no_store"):
        workstation.unlock()
    workstation.enrolled()
    assert [path.name for path in (workstation.data / "aside").iterdir()] == ["001-incomplete"]


def test_a_store_in_use_is_locked(workstation: Workstation) -> None:
    workstation.create()
    with pytest.raises(Locked, match="store_in_use"):
        workstation.unlock()


def test_a_lock_dies_with_its_process(workstation: Workstation) -> None:
    workstation.create().close()
    program = (
        "import pathlib, sys, os; from icjims_desktop.platform.process_lock import ProcessLock;"
        f"lock = ProcessLock(pathlib.Path({str(workstation.data / 'icjims.lock')!r}));"
        "print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(Locked, match="store_in_use"):
            workstation.unlock()
        other.kill()
        other.wait()
    assert workstation.unlock().session_user.login == "asanov"


def test_files_are_the_owners_alone(workstation: Workstation) -> None:
    store = workstation.enrolled()
    write(store, {"text": "x"})
    files = [path for root in (workstation.data, workstation.state) for path in root.rglob("*")]
    assert len(files) >= 6
    wrong = [path for path in files if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert wrong == []


@pytest.mark.parametrize("content", [None, b"", b"SQLite format 3\0" + bytes(5000), b"\x17" * 8192])
def test_a_missing_or_foreign_database_is_told(workstation: Workstation, content: bytes | None) -> None:
    workstation.enrolled().close()
    path = workstation.data / "icjims.db"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Broken) as caught:
        workstation.unlock()
    assert caught.value.code in {"store_missing", "store_damaged"}
    if content is not None:
        assert path.read_bytes() == content


def test_another_workstations_database_is_told(workstation: Workstation, tmp_path: object) -> None:
    workstation.enrolled().close()
    other = Workstation(workstation.data.parent / "other")
    other.create().close()
    (workstation.data / "icjims.db").write_bytes((other.data / "icjims.db").read_bytes())
    with pytest.raises(Broken, match="store_damaged"):
        workstation.unlock()


def test_a_file_of_a_newer_program_is_refused(workstation: Workstation) -> None:
    store = workstation.enrolled()
    with store.database.write() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 999")
    store.close()
    before = (workstation.data / "icjims.db").read_bytes()
    with pytest.raises(Refused, match="newer_store"):
        workstation.unlock(password=PASSWORD)
    assert (workstation.data / "icjims.db").read_bytes() == before
