"""What migrations make of a store: today's tables to the letter, out of every form that version 1 ever had."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DatabaseError

from icjims_core.projections.tables import all_tables
from icjims_desktop.store import migrating, own_tables, tables  # noqa: F401 - they declare tables
from icjims_desktop.store.database import Database
from icjims_desktop.store.migrating import Step
from icjims_desktop.store.projections import persons  # noqa: F401 - they declare tables
from tests import frozen_migrations

OUTSIDE_TABLES = ("search", "sqlite_")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty encrypted file."""
    made = Database(tmp_path / "icjims.db", os.urandom(32))
    yield made
    made.close()


def run(database: Database, *statements: str) -> None:
    with database.write() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def structure(connection: Connection) -> dict[str, object]:
    """Table → its columns, keys and indexes, as SQLite itself has understood them; list tables and search left out."""
    found: dict[str, object] = {}
    for _, name, _, _, without_rowid, strict in rows(connection, "PRAGMA table_list"):
        if not str(name).startswith(("list_", "search_", *OUTSIDE_TABLES)) or name in {"search_queue", "search_mark"}:
            indexes = rows(connection, f"PRAGMA index_list({name!r})")
            found[str(name)] = (
                without_rowid,
                strict,
                rows(connection, f"PRAGMA table_xinfo({name!r})"),
                rows(connection, f"PRAGMA foreign_key_list({name!r})"),
                sorted((each[1:], tuple(rows(connection, f"PRAGMA index_xinfo({each[1]!r})"))) for each in indexes),
            )
    return found


def rows(connection: Connection, statement: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.exec_driver_sql(statement)]


def triggers(connection: Connection) -> list[tuple[object, ...]]:
    return rows(connection, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")


def declared() -> dict[str, object]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        all_tables().create_all(connection)
        found = structure(connection)
    engine.dispose()
    return found


def test_migrations_make_the_tables_that_the_program_declares(database: Database) -> None:
    migrating.migrate(database)
    with database.read() as connection:
        assert structure(connection) == declared()


def test_a_migration_that_has_run_somewhere_is_never_changed() -> None:
    texts = frozen_migrations.of_store()
    assert frozen_migrations.kept(texts) == texts


def test_every_form_of_version_1_becomes_the_same_store(database: Database, tmp_path: Path) -> None:
    """The first form lacks everything that the second step brings, the last one lacks nothing of it."""
    first, missing = (step.statements for step in migrating.steps()[:2])
    run(database, *first, "PRAGMA user_version = 1", *held_at_first())
    migrating.migrate(database)
    with database.read() as connection:
        made = structure(connection), triggers(connection)
        assert rows(connection, "SELECT * FROM unconfirmed") == [(7, None)]
        assert rows(connection, "SELECT * FROM case_feed") == [(b"c", "office:1", bytes(40))]
        assert rows(connection, "SELECT * FROM feed") == []
        assert rows(connection, "SELECT record_number FROM search_mark") == [(0,)]
        assert rows(connection, "SELECT * FROM search_queue") == [(2,)]
    last = Database(tmp_path / "last.db", os.urandom(32))
    run(last, *first, *missing, "PRAGMA user_version = 1", *held_at_last())
    migrating.migrate(last)
    with last.read() as connection:
        assert (structure(connection), triggers(connection)) == made
        assert rows(connection, "SELECT * FROM unconfirmed") == [(7, b"counted")]
        assert rows(connection, "SELECT * FROM case_feed") == [(b"c", "office:1", b"tally")]
        assert rows(connection, "SELECT feed, position FROM feed") == [("office:1", 3)]
        assert rows(connection, "SELECT record_number FROM search_mark") == [(5,)]
        assert rows(connection, 'SELECT "key" FROM attachment') == [(b"k",)]
    last.close()


def test_a_migration_broken_off_anywhere_has_not_begun_and_is_finished_later(database: Database) -> None:
    done: list[Step] = []
    for step in migrating.steps():
        with database.read() as connection:
            before = structure(connection), triggers(connection)
        for at in range(len(step.statements) + 1):
            cut = step._replace(statements=[*step.statements[:at], "SELECT broken_off"])
            with pytest.raises(DatabaseError, match="broken_off"):
                migrating.migrate(database, [*done, cut])
            with database.read() as connection:
                assert (structure(connection), triggers(connection)) == before
        done.append(step)
        assert migrating.migrate(database, done)
        if step.version == 1:
            run(database, *held_at_first())
    with database.read() as connection:
        assert structure(connection) == declared()
        assert rows(connection, "SELECT act_number FROM unconfirmed") == [(7,)]


def held_at_first() -> tuple[str, ...]:
    return (
        "INSERT INTO feed VALUES ('office:1', x'00', 3, x'00')",
        "INSERT INTO case_feed VALUES (CAST('c' AS BLOB), 'office:1')",
        "INSERT INTO unconfirmed VALUES (7)",
        "INSERT INTO search_queue VALUES (2)",
    )


def held_at_last() -> tuple[str, ...]:
    return (
        "INSERT INTO feed VALUES ('office:1', x'00', 3, x'00')",
        "INSERT INTO case_feed VALUES (CAST('c' AS BLOB), 'office:1', CAST('tally' AS BLOB))",
        "INSERT INTO unconfirmed VALUES (7, CAST('counted' AS BLOB))",
        "INSERT INTO attachment VALUES (x'01', CAST('k' AS BLOB), x'02', 1, 1)",
        "INSERT INTO person VALUES (5, x'00')",
        "UPDATE search_mark SET record_number = 5",
    )
