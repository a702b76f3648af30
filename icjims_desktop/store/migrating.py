"""Bringing a store file up to this program: migrations forward only, then the list projections of the declarations."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.schema import CreateTable, DropTable

from icjims_core.declarations.schema import RecordType
from icjims_core.encoding import encode
from icjims_core.modules import registry
from icjims_core.problem import Refused
from icjims_core.projections import lists
from icjims_core.projections.log import LogReader
from icjims_core.projections.tables import list_table
from icjims_desktop.platform import files
from icjims_desktop.store import migrations
from icjims_desktop.store.database import Database
from icjims_desktop.store.own_tables import declaration_table

COPY_NAME: Final = "before-migration.db"


class Step(NamedTuple):
    """One migration: the version that it leads to, and its statements in order."""

    version: int
    name: str
    statements: Sequence[str]


@cache
def steps() -> tuple[Step, ...]:
    """Every migration in order; a gap or a repeated number is a `ValueError`."""
    names = sorted(each.name for each in pkgutil.iter_modules(migrations.__path__))
    found = [
        Step(int(name[:4]), name, tuple(importlib.import_module(f"{migrations.__name__}.{name}").STATEMENTS))
        for name in names
    ]
    if [step.version for step in found] != list(range(1, len(found) + 1)):
        raise ValueError("migrations must be numbered without a gap")
    return tuple(found)


def version(database: Database) -> int:
    """The version of the file."""
    with database.read() as connection:
        return _version(connection)


def check_version(database: Database, planned: Sequence[Step] | None = None) -> int:
    """The version of the file; raises `Refused("newer_store")` when a newer program wrote it."""
    return known(version(database), planned)


def known(present: int, planned: Sequence[Step] | None = None) -> int:
    """The version; raises `Refused("newer_store")` when it is above every migration."""
    newest = (planned or steps())[-1].version
    if present > newest:
        raise Refused("newer_store", found=present, known=newest)
    return present


def copy_of(path: Path) -> Path:
    """Where the copy of a database file is kept from before its last migration."""
    return path.with_name(COPY_NAME)


def migrate(database: Database, planned: Sequence[Step] | None = None) -> bool:
    """Run what is missing; true when anything ran. An encrypted copy of a file with data is made beside it first.

    Raises `Refused("newer_store")` when a newer program wrote the file; nothing is changed then.
    """
    planned = planned or steps()
    present = check_version(database, planned)
    missing = [step for step in planned if step.version > present]
    if missing and present:
        keep_copy(database, copy_of(database.path))
    for step in missing:
        with database.write() as connection:
            if _version(connection) != step.version - 1:
                raise RuntimeError("another migration ran at the same time")
            for statement in step.statements:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA user_version = {step.version}")
    return bool(missing)


def keep_copy(database: Database, target: Path) -> None:
    """An encrypted copy that is there either whole or not at all; it replaces an earlier one."""
    unfinished = target.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    database.copy_to(unfinished)
    files.put_in_place(unfinished, target)


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def declaration_hash(declared: RecordType) -> bytes:
    """A hash of what the list projection of a type depends on."""
    fields = [declared.by_name[name] for name in declared.columns]
    plain = [[each.name, each.kind.value, each.unit, len(declared.unit_fields(each.unit))] for each in fields]
    return hashlib.sha256(encode([1, declared.name, plain])).digest()


def follow_declarations(database: Database, reader: LogReader) -> bool:
    """Make the list tables anew, and all projections from the log, when a declaration has changed; true when so."""
    wanted = {name: declaration_hash(declared) for name, declared in registry().items()}
    with database.read() as connection:
        held = {row.type: row.hash for row in connection.execute(select(declaration_table))}
    if held == wanted:
        return False
    with database.write() as connection:
        quote = connection.dialect.identifier_preparer.quote
        for name in held.keys() - wanted.keys():
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {quote(f'list_{name}')}")
        for name in sorted(wanted):
            if held.get(name) != wanted[name]:
                connection.execute(DropTable(list_table(name), if_exists=True))
                connection.execute(CreateTable(list_table(name)))
        connection.execute(delete(declaration_table))
        if wanted:
            rows = [{"type": name, "hash": digest} for name, digest in wanted.items()]
            connection.execute(insert(declaration_table), rows)
        lists.rebuild(connection, reader)
    reader.forget()
    return True
