"""Copies, rollbacks, lost marks: what a store is found to be when it opens, and that no old value passes as current."""

from __future__ import annotations

import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from icjims_desktop.store.keys.identity import Head, MarkFile, head_from_bytes
from icjims_desktop.store.store import Store
from tests.store.workstation import Workstation, read, write

RECORD = b"r" * 16


@pytest.fixture
def used(workstation: Workstation) -> Workstation:
    """A workstation whose record says `first`, closed."""
    store = workstation.enrolled()
    write(store, {"text": "first"}, record=RECORD)
    store.close()
    return workstation


def go_on(workstation: Workstation, text: str = "second") -> bytes:
    """Write another value; the replica that did."""
    store = workstation.unlock()
    write(store, {"text": text}, record=RECORD)
    replica = store.journal.replica.id
    store.close()
    return replica


def opened(workstation: Workstation) -> tuple[list[str], Store]:
    store = workstation.unlock()
    return [warning.code for warning in store.warnings], store


def in_place(source: Path, target: Path) -> None:
    """Put old bytes into the files that are there, so that their numbers on the file system stay."""
    for path in source.rglob("*"):
        if path.is_file():
            (target / path.relative_to(source)).write_bytes(path.read_bytes())


def test_an_ordinary_day_gives_no_warning(used: Workstation) -> None:
    replica = go_on(used)
    for _ in range(3):
        codes, store = opened(used)
        assert codes == []
        assert store.journal.replica.id == replica
        store.close()


def test_a_folder_that_is_renamed_stays_itself(used: Workstation) -> None:
    moved = used.data.with_name("moved")
    used.data.rename(moved)
    used.data = moved
    assert opened(used)[0] == []


def test_a_copied_folder_is_another_replica_and_the_original_goes_on(used: Workstation, tmp_path: Path) -> None:
    original = go_on(used)
    copy = used.elsewhere(used.copy_data(tmp_path / "copy"))
    codes, store = opened(copy)
    assert codes == ["copied"]
    assert store.journal.replica.id != original
    write(store, {"text": "in the copy"}, record=RECORD)
    store.close()
    codes, store = opened(used)
    assert codes == []
    assert store.journal.replica.id == original
    assert read(store, RECORD, "text") == "second"
    store.close()
    assert opened(copy)[0] == []


def test_a_copy_that_is_behind_is_an_older_copy(used: Workstation, tmp_path: Path) -> None:
    copy = used.elsewhere(used.copy_data(tmp_path / "copy"))
    go_on(used)
    codes, store = opened(copy)
    assert codes == ["older_copy"]
    store.close()


def put_back_by_tar(backup: Path, data: Path) -> None:
    archive = backup.with_suffix(".tar")
    with tarfile.open(archive, "w") as tar:
        tar.add(backup, data.name)
    shutil.rmtree(data)
    with tarfile.open(archive) as tar:
        tar.extraction_filter = getattr(tarfile, "data_filter", None)  # Python 3.11.2 knows no filters yet
        tar.extractall(data.parent)  # noqa: S202  # our own archive


def put_back_by_copy(backup: Path, data: Path) -> None:
    shutil.rmtree(data)
    shutil.copytree(backup, data)


def put_back_database_only(backup: Path, data: Path) -> None:
    (data / "icjims.db").write_bytes((backup / "icjims.db").read_bytes())


def put_back_without_marks(backup: Path, data: Path) -> None:
    in_place(backup, data)
    (data / "head.mark").unlink()


@pytest.mark.parametrize(
    ("put_back", "user_marks_kept"),
    [
        (put_back_by_tar, True),
        (put_back_by_tar, False),
        (put_back_by_copy, True),
        (put_back_by_copy, False),
        (put_back_database_only, True),
        (put_back_database_only, False),
        (put_back_without_marks, True),
        (put_back_without_marks, False),
        # Without the user's marks nothing on this machine shows the next; the centre does, before it accepts anything.
        (in_place, True),
    ],
)
def test_an_older_state_never_passes_as_current(
    used: Workstation, tmp_path: Path, put_back: Callable[[Path, Path], None], user_marks_kept: bool
) -> None:
    backup = used.copy_data(tmp_path / "backup")
    before = go_on(used)
    put_back(backup, used.data)
    if not user_marks_kept:
        shutil.rmtree(used.state)
    codes, store = opened(used)
    assert codes == ["older_copy"] if user_marks_kept else codes in (["older_copy"], ["copied"])
    assert store.journal.replica.id != before
    assert read(store, RECORD, "text") == "first"
    write(store, {"text": "again"}, record=RECORD)
    store.close()
    assert opened(used)[0] == []


@pytest.mark.parametrize("lost", ["beside", "state", "torn", "empty"])
def test_one_lost_mark_does_no_harm(used: Workstation, lost: str) -> None:
    beside = used.data / "head.mark"
    match lost:
        case "beside":
            beside.unlink()
        case "state":
            shutil.rmtree(used.state)
        case "torn":
            beside.write_bytes(beside.read_bytes()[:200])
        case "empty":
            beside.write_bytes(b"")
    codes, store = opened(used)
    assert codes == []
    store.close()
    assert beside.exists()
    assert list(used.state.iterdir())


def test_without_any_mark_nothing_vouches_for_the_state(used: Workstation) -> None:
    (used.data / "head.mark").unlink()
    shutil.rmtree(used.state)
    codes, store = opened(used)
    assert codes == ["older_copy"]
    store.close()
    assert opened(used)[0] == []


def test_an_old_log_beside_the_file_is_noticed(used: Workstation) -> None:
    """A write-ahead log from an earlier moment takes pages back without any check sum noticing."""
    store = used.unlock()
    write(store, {"text": "in the old log"}, record=RECORD)
    wal = used.data / "icjims.db-wal"
    old = wal.read_bytes()
    store.close()
    go_on(used, "newest")
    wal.write_bytes(old)
    codes, store = opened(used)
    if read(store, RECORD, "text") != "newest":
        assert codes == ["older_copy"]


def test_marks_behind_the_store_are_a_crash(used: Workstation) -> None:
    marks = [used.data / "head.mark", *used.state.iterdir()]
    old = [mark.read_bytes() for mark in marks]
    replica = go_on(used)
    for mark, content in zip(marks, old, strict=True):
        mark.write_bytes(content)
    codes, store = opened(used)
    assert codes == []
    assert store.journal.replica.id == replica


def test_a_fork_of_equal_length_is_noticed(used: Workstation, tmp_path: Path) -> None:
    backup = used.copy_data(tmp_path / "backup")
    go_on(used, "one")
    marks = {path: path.read_bytes() for path in used.state.iterdir()}
    in_place(backup, used.data)
    shutil.rmtree(used.state)
    go_on(used, "two")
    for path, content in marks.items():
        path.write_bytes(content)
    assert opened(used)[0] == ["older_copy"]


def test_unsent_work_of_a_copy_is_kept(used: Workstation, tmp_path: Path) -> None:
    copy = used.elsewhere(used.copy_data(tmp_path / "copy"))
    _, store = opened(copy)
    write(store, {"text": "later"}, record=b"n" * 16)
    sent = [act for push in store.journal.unsent(1 << 20) for act in push.acts]
    assert len(sent) == 2
    assert store.journal.digests()
    store.close()


def test_a_pending_store_that_is_copied_says_so(workstation: Workstation, tmp_path: Path) -> None:
    workstation.create().close()
    copy = workstation.elsewhere(workstation.copy_data(tmp_path / "copy"))
    codes, store = opened(copy)
    assert codes == ["copied"]
    store.close()


def test_a_mark_survives_any_torn_write(tmp_path: Path) -> None:
    def head(number: int) -> Head:
        return Head(b"s" * 16, b"r" * 16, number, b"t" * 16, number, b"a" * 32, 0, bytes(32))

    file = MarkFile(tmp_path / "mark")
    file.write(head(1))
    file.write(head(2))
    before = (tmp_path / "mark").read_bytes()
    file.write(head(3))
    file.close()
    after = (tmp_path / "mark").read_bytes()
    for cut in range(len(after)):
        (tmp_path / "mark").write_bytes(after[:cut] + before[cut:])
        found = MarkFile(tmp_path / "mark").read()
        assert found in (head(2), head(3))
    assert head_from_bytes(head(7).to_bytes()) == head(7)
    assert head_from_bytes(bytes(len(after) // 2)) is None
