"""Migrations: forward only, all or nothing, with a copy before; list tables follow the declarations."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from icjims_core.encoding import Value
from icjims_core.modules import registry
from icjims_core.projections.tables import list_table
from icjims_desktop.store import migrating, opening
from icjims_desktop.store.database import Database
from icjims_desktop.store.migrating import Step
from icjims_desktop.store.safekeeping import verify
from tests.store.workstation import Workstation, as_at_first, read, write_dot

PRESENT = len(migrating.steps())
NEXT = Step(PRESENT + 1, "more", ("CREATE TABLE more (a INTEGER)", "INSERT INTO more VALUES (7)"))


def names(database: Database) -> set[str]:
    with database.read() as connection:
        rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {row.name for row in rows}


def test_a_migration_keeps_an_encrypted_copy_of_what_was(workstation: Workstation) -> None:
    store = workstation.enrolled()
    record, _ = write_dot(store, {"text": "kept"})
    assert migrating.migrate(store.database, [*migrating.steps(), NEXT])
    assert not migrating.migrate(store.database, [*migrating.steps(), NEXT])
    assert migrating.version(store.database) == PRESENT + 1
    assert read(store, record, "text") == "kept"
    copy = workstation.data / migrating.COPY_NAME
    assert copy.stat().st_mode & 0o777 == 0o600
    assert b"kept" not in copy.read_bytes()
    assert opening.damaged_pages(copy, store.database.key) == []
    before = Database(copy, store.database.key)
    assert migrating.version(before) == PRESENT
    assert "more" not in names(before)
    before.close()


def test_the_copy_goes_once_the_store_has_opened_in_its_new_form(workstation: Workstation) -> None:
    store = workstation.enrolled()
    record, _ = write_dot(store, {"text": "kept"})
    as_at_first(store)
    store.close()
    copy = workstation.data / migrating.COPY_NAME
    store = workstation.unlock()
    assert read(store, record, "text") == "kept"
    assert copy.exists()
    store.close()
    workstation.unlock()
    assert not copy.exists()


def test_a_failing_migration_changes_nothing(workstation: Workstation) -> None:
    store = workstation.enrolled()
    tables = names(store.database)
    failing = Step(PRESENT + 1, "fails", ("CREATE TABLE more (a INTEGER)", "INSERT INTO nowhere VALUES (1)"))
    with pytest.raises(Exception, match="nowhere"):
        migrating.migrate(store.database, [*migrating.steps(), failing])
    assert migrating.version(store.database) == PRESENT
    assert names(store.database) == tables


def test_steps_are_numbered_without_a_gap() -> None:
    assert [step.version for step in migrating.steps()] == list(range(1, len(migrating.steps()) + 1))
    assert all(step.name.startswith(f"{step.version:04}_") for step in migrating.steps())


def test_a_changed_declaration_is_projected_anew(workstation: Workstation) -> None:
    store = workstation.enrolled()
    case = uuid.uuid4().bytes
    written: dict[str, Value] = {"registered_at": "2026-11-02T09:00+06:00"}
    write_dot(store, written, record=case, kind="case", case=case, context={})
    rows = listed(store.database)
    assert len(rows) == 1
    with store.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE list_case")
        connection.exec_driver_sql("CREATE TABLE list_case (number INTEGER PRIMARY KEY, forgotten TEXT)")
        connection.exec_driver_sql("CREATE TABLE list_abolished (number INTEGER PRIMARY KEY)")
        connection.exec_driver_sql("UPDATE declaration SET hash = x'00' WHERE type = 'case'")
        connection.exec_driver_sql("INSERT INTO declaration VALUES ('abolished', x'00')")
    store.close()
    store = workstation.unlock()
    assert store.warnings == []
    assert listed(store.database) == rows
    assert "list_abolished" not in names(store.database)
    assert verify.verify(store.database).sound
    assert not migrating.follow_declarations(store.database, store.journal.reader)


def listed(database: Database) -> list[tuple[object, ...]]:
    with database.read() as connection:
        return [tuple(row) for row in connection.execute(list_table("case").select())]


def test_every_type_has_its_own_hash() -> None:
    hashes = [migrating.declaration_hash(declared) for declared in registry().values()]
    assert len(hashes) == len(set(hashes)) > 1


def test_unsafe_libraries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(Exception, match="unsafe_library"):
        Database(tmp_path / "x.db", bytes(32))
    assert not (tmp_path / "x.db").exists()
