"""Backup and restore: what is restored, what is refused, and that a cut-off exchange is completed."""

from __future__ import annotations

import contextlib
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from icjims_core.problem import Broken, Locked, Problem, Refused
from icjims_desktop.store import migrating
from icjims_desktop.store.attachments import Attachments
from icjims_desktop.store.drafts import DraftKey
from icjims_desktop.store.safekeeping import backup, exchange, verify
from tests.store.workstation import PASSWORD, Workstation, as_at_first, read, write


def restore(workstation: Workstation, source: Path, password: str = PASSWORD) -> None:
    backup.restore(workstation.data, source, None, password, now=workstation.now, random=os.urandom)


@pytest.fixture
def saved(workstation: Workstation, tmp_path: Path) -> Path:
    """A backup of a store with one record, which has another one by now."""
    store = workstation.enrolled()
    write(store, {"text": "before"}, record=b"b" * 16)
    target = tmp_path / "copy.icjims-backup"
    backup.backup(store, target)
    write(store, {"text": "after"}, record=b"a" * 16)
    store.close()
    return target


def test_a_restored_store_is_another_replica(workstation: Workstation, saved: Path) -> None:
    store = workstation.unlock()
    replica = store.journal.replica.id
    store.close()
    restore(workstation, saved)
    store = workstation.unlock()
    assert [warning.code for warning in store.warnings] == ["restored"]
    assert store.journal.replica.id != replica
    assert read(store, b"b" * 16, "text") == "before"
    assert store.journal.load([b"a" * 16]) == {}
    assert [push.acts for push in store.journal.unsent(1 << 20)], (
        "unsent work of the copy goes up under its old replica"
    )
    write(store, {"text": "new"})
    store.close()
    assert workstation.unlock().warnings == []
    aside = workstation.data / "aside" / "001-restore"
    assert {path.name for path in aside.iterdir()} == {"icjims.db", "slots", "head.mark"}


def test_a_backup_opens_on_a_new_machine(workstation: Workstation, saved: Path, tmp_path: Path) -> None:
    other = workstation.elsewhere(tmp_path / "other" / "data", tmp_path / "other" / "state")
    restore(other, saved)
    store = other.unlock()
    assert [warning.code for warning in store.warnings] == ["restored"]
    assert read(store, b"b" * 16, "text") == "before"
    store.close()


def test_a_backup_of_the_first_program_opens_in_todays(
    workstation: Workstation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = workstation.enrolled()
    record = write(store, {"text": "before"})
    store.drafts.keep(DraftKey("note"), {"text": "typed"}, {}, now=1)
    as_at_first(store)
    target = tmp_path / "old.icjims-backup"
    with monkeypatch.context() as patch:
        patch.setattr(Attachments, "paths", lambda _: {})  # that program knew no attached files
        assert backup.backup(store, target).schema == 1
    store.close()
    restore(workstation, target)
    store = workstation.unlock()
    assert [warning.code for warning in store.warnings] == ["restored"]
    assert migrating.version(store.database) == len(migrating.steps())
    assert read(store, record, "text") == "before"
    assert store.drafts.count() == 1
    store.search.catch_up()
    write(store, {"text": "after"})
    assert verify.verify(store.database).findings == []


def test_a_backup_is_taken_while_the_store_is_used_and_never_written_over(
    workstation: Workstation, saved: Path
) -> None:
    store = workstation.unlock()
    with store.database.read() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM act").one()
        with pytest.raises(Refused, match="file_exists"):
            backup.backup(store, saved)
        backup.backup(store, saved.with_name("second"))
    assert saved.stat().st_mode & 0o777 == 0o600
    assert not list(workstation.data.glob("*.unfinished*"))


def rewrite(path: Path, change: Callable[[dict[str, bytes]], None], compression: int = zipfile.ZIP_STORED) -> None:
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    change(content)
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in content.items():
            archive.writestr(name, data)


def flip_database(content: dict[str, bytes]) -> None:
    data = bytearray(content["icjims.db"])
    data[5000] ^= 1
    content["icjims.db"] = bytes(data)


def flip_manifest(content: dict[str, bytes]) -> None:
    content["manifest.json"] = content["manifest.json"].replace(b'"schema": ', b'"schema": 1')


def flip_signature(content: dict[str, bytes]) -> None:
    content["manifest.sig"] = b"00" + content["manifest.sig"][2:]


def drop_slots(content: dict[str, bytes]) -> None:
    for name in [name for name in content if name.startswith("slots/")]:
        del content[name]


def add_path(content: dict[str, bytes]) -> None:
    content["../outside"] = b"x"


@pytest.mark.parametrize("change", [flip_database, flip_manifest, flip_signature, drop_slots, add_path])
def test_a_changed_backup_is_refused_untouched(
    workstation: Workstation, saved: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    rewrite(saved, change)
    refused(workstation, saved, "backup_damaged")


def test_a_compressed_backup_is_refused(workstation: Workstation, saved: Path) -> None:
    rewrite(saved, lambda _: None, zipfile.ZIP_DEFLATED)
    refused(workstation, saved, "backup_damaged")


@pytest.mark.parametrize("length", [0, 10, 4000, -1])
def test_a_cut_backup_is_refused(workstation: Workstation, saved: Path, length: int) -> None:
    saved.write_bytes(saved.read_bytes()[:length])
    refused(workstation, saved, "backup_damaged")


def test_a_backup_from_the_future_is_refused(workstation: Workstation, saved: Path) -> None:
    workstation.time -= 3 * 24 * 3600 * 1000
    refused(workstation, saved, "backup_from_future")


def test_a_wrong_password_restores_nothing(workstation: Workstation, saved: Path) -> None:
    with pytest.raises(Locked, match="wrong_password"):
        restore(workstation, saved, "another password")
    refused(workstation, saved.with_name("missing"), "no_such_file")


def test_another_workstations_backup_is_refused(workstation: Workstation, saved: Path, tmp_path: Path) -> None:
    other = workstation.elsewhere(tmp_path / "other" / "data", tmp_path / "other" / "state")
    other.enrolled().close()
    refused(other, saved, "not_this_store")


def refused(workstation: Workstation, source: Path, code: str) -> None:
    before = {path: path.read_bytes() for path in workstation.data.rglob("*") if path.is_file()}
    with pytest.raises(Problem) as caught:
        restore(workstation, source)
    assert caught.value.code == code
    assert {path: path.read_bytes() for path in workstation.data.rglob("*") if path.is_file()} == before
    store = workstation.unlock()
    assert store.warnings == []
    store.close()


class Cut:
    """Stands for `Path.replace` and gives up after so many renames, as a power cut would."""

    def __init__(self, allowed: int) -> None:
        self.allowed = allowed
        self.replace = Path.replace

    def __call__(self, path: Path, target: Path) -> Path:
        if not self.allowed:
            raise KeyboardInterrupt
        self.allowed -= 1
        return self.replace(path, target)


def test_an_exchange_cut_off_anywhere_is_completed(
    workstation: Workstation, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = []
    for allowed in range(20):
        cut = Cut(allowed)
        with monkeypatch.context() as patch, contextlib.suppress(KeyboardInterrupt):
            patch.setattr(Path, "replace", lambda path, target, cut=cut: cut(path, target))
            restore(workstation, saved)
        store = workstation.unlock()
        held = store.journal.load([b"a" * 16, b"b" * 16])
        assert b"b" * 16 in held
        restored = b"a" * 16 not in held
        assert [warning.code for warning in store.warnings] == (["restored"] if restored else [])
        states.append(restored)
        if restored:
            write(store, {"text": "after"}, record=b"a" * 16)
        store.close()
        if cut.allowed:
            break
    assert states == sorted(states)
    assert {True, False} <= set(states)
    assert not (workstation.data / exchange.READY).exists()


def test_a_damaged_store_makes_no_backup(workstation: Workstation, saved: Path) -> None:
    store = workstation.unlock()
    for number in range(50):
        write(store, {"text": str(number) * 300}, context={})
    store.database.checkpoint()
    with (workstation.data / "icjims.db").open("r+b") as file:
        file.seek(-2000, os.SEEK_END)
        file.write(b"damage")
    with pytest.raises(Broken):
        backup.backup(store, saved.with_name("second"))
    assert not list(saved.parent.glob("second*"))
