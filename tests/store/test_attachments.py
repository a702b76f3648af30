"""Attached files: kept once, encrypted, whole or said to be damaged, and unreadable once their record is gone."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from icjims_core.problem import Broken, Refused
from icjims_desktop.store import attachments as module
from icjims_desktop.store import opening
from icjims_desktop.store.log import erase
from icjims_desktop.store.own_tables import attachment_table
from icjims_desktop.store.safekeeping import backup, verify
from icjims_desktop.store.store import Store
from tests.store.workstation import PASSWORD, Workstation, write

SECRET = "Протокол осмотра: Жумагүл Өмүралиева ".encode() * 20_000
SUM = hashlib.sha256(SECRET).digest()


@pytest.fixture
def store(workstation: Workstation) -> Store:
    return workstation.enrolled()


def add(store: Store, data: bytes = SECRET, record: bytes = b"r" * 16) -> bytes:
    return store.attachments.add(io.BytesIO(data), record, now=1).sha256


def held(store: Store) -> bytes:
    return b"".join(store.attachments.read(SUM))


def on_disk(store: Store) -> list[Path]:
    return sorted(store.layout.attachments.glob("*.db"))


@pytest.mark.parametrize("size", [0, 1, module.PIECE - 1, module.PIECE, module.PIECE + 1, 3 * module.PIECE])
def test_a_file_comes_back_byte_for_byte(store: Store, size: int) -> None:
    data = os.urandom(size)
    assert b"".join(store.attachments.read(add(store, data))) == data


@pytest.mark.parametrize("size", [0, 1, module.PIECE, 2 * module.PIECE + 1])
def test_a_file_under_a_secret_comes_back_byte_for_byte_and_has_one_of_few_lengths(store: Store, size: int) -> None:
    data, secret = os.urandom(size), os.urandom(32)
    kept = store.attachments.add(io.BytesIO(data), b"r" * 16, now=1, secret=secret)
    assert kept == (hashlib.sha256(data).digest(), size)
    assert b"".join(store.attachments.read(kept.sha256, [os.urandom(32), secret])) == data
    larger = store.attachments.add(io.BytesIO(data + b"x"), b"r" * 16, now=1, secret=secret)
    lengths = {each.stat().st_size for each in on_disk(store)}
    assert len(lengths) == (2 if size == module.PIECE else 1)
    assert larger.sha256 != kept.sha256


def test_the_same_bytes_are_kept_once_and_found_after_unlocking_again(workstation: Workstation, store: Store) -> None:
    assert add(store) == add(store, record=b"s" * 16) == SUM
    assert len(on_disk(store)) == 1
    store.close()
    again = workstation.unlock()
    assert held(again) == SECRET
    assert again.attachments.holds([SUM, bytes(32)]) == {SUM}


def test_nothing_of_a_file_stands_in_clear_on_the_disk(store: Store) -> None:
    add(store)
    store.attachments.keep_thumbnail(SUM, SECRET[:999])
    store.close()
    for path in store.layout.root.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert "Өмүралиева".encode() not in content
            assert SUM not in content
            assert SUM.hex().encode() not in content


def test_a_thumbnail_stays_with_its_file(store: Store) -> None:
    add(store)
    assert store.attachments.thumbnail(SUM) is None
    store.attachments.keep_thumbnail(SUM, b"small")
    store.attachments.keep_thumbnail(SUM, b"smaller")
    assert store.attachments.thumbnail(SUM) == b"smaller"


def test_a_file_that_is_not_here_is_on_another_computer(store: Store) -> None:
    with pytest.raises(Refused, match="not_on_this_computer"):
        held(store)


def test_a_file_over_the_limit_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", len(SECRET) - 1)
    with pytest.raises(Refused, match="file_too_large"):
        add(store)
    assert list(store.layout.attachments.iterdir()) == []


@pytest.mark.parametrize("harm", ["flip", "cut", "lose", "exchange"])
def test_damage_is_named_and_the_store_stays_usable(store: Store, harm: str) -> None:
    add(store)
    path = on_disk(store)[0]
    data = bytearray(path.read_bytes())
    if harm == "flip":
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
    elif harm == "cut":
        path.write_bytes(data[:8192])
    elif harm == "lose":
        path.unlink()
    else:
        add(store, b"another")
        other = next(each for each in on_disk(store) if each != path)
        shutil.copyfile(other, path)
    with pytest.raises(Broken, match="attachment_damaged"):
        held(store)
    found = verify.verify(store.database, attachments=store.attachments).findings
    assert [(each.code, each.params["sha256"]) for each in found] == [("attachment_damaged", SUM.hex())]
    write(store, {"text": "goes on"})


def test_a_file_that_was_cut_off_is_swept_away_and_a_whole_one_stays(workstation: Workstation, store: Store) -> None:
    add(store)
    (store.layout.attachments / f"{'ab' * 16}.unfinished").write_bytes(b"half")
    (store.layout.attachments / f"{'cd' * 16}.db").write_bytes(b"its row was never written")
    store.close()
    again = workstation.unlock()
    assert len(list(again.layout.attachments.iterdir())) == 1
    assert held(again) == SECRET


def test_a_file_is_unreadable_once_its_last_record_is_gone(store: Store) -> None:
    shared, alone = b"1" * 16, b"2" * 16
    for record in (shared, alone):
        write(store, {"text": "x"}, record=record)
        add(store, record=record)
    with store.database.write() as connection:
        module.forget(connection, [shared])
    assert held(store) == SECRET
    with store.database.write() as connection:
        module.forget(connection, [alone])
    with pytest.raises(Refused, match="not_on_this_computer"):
        held(store)


def test_a_backup_brings_the_files_back(workstation: Workstation, store: Store, tmp_path: Path) -> None:
    add(store)
    secret = os.urandom(32)
    sealed = store.attachments.add(io.BytesIO(b"sealed"), b"s" * 16, now=1, secret=secret).sha256
    target = tmp_path / "copy.icjims-backup"
    backup.backup(store, target)
    store.close()
    shutil.rmtree(store.layout.attachments)
    backup.restore(workstation.data, target, None, PASSWORD, now=workstation.now, random=os.urandom)
    again = workstation.unlock()
    assert held(again) == SECRET
    assert b"".join(again.attachments.read(sealed, [secret])) == b"sealed"
    assert again.attachments.damaged() == []


def test_a_source_that_fails_leaves_nothing(store: Store) -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > module.PIECE:
                raise OSError(5, "Input/output error")
            return super().read(size)

    with pytest.raises(OSError, match="Input/output"):
        store.attachments.add(Failing(SECRET), b"r" * 16, now=1)
    assert list(store.layout.attachments.iterdir()) == []


def test_bytes_that_are_not_those_of_the_sum_are_damage_even_under_the_right_key(store: Store) -> None:
    add(store)
    with store.database.read() as connection:
        key = connection.execute(select(attachment_table.c.key)).scalar_one()
    with closing(opening.connect(on_disk(store)[0], key)) as raw:
        raw.execute("UPDATE piece SET bytes = zeroblob(8) WHERE number = 1")
    with pytest.raises(Broken, match="attachment_damaged"):
        held(store)


@pytest.mark.parametrize("way", ["erased", "left with its case"])
def test_the_key_goes_with_the_record(store: Store, way: str) -> None:
    record = b"r" * 16
    write(store, {"text": "x"}, record=record)
    add(store, record=record)
    with store.database.write() as connection:
        if way == "erased":
            erase._unproject(connection, record)
        else:
            store.journal._on_purge(connection, [record])
    with pytest.raises(Refused, match="not_on_this_computer"):
        held(store)
