"""Making the schema: migrations for what lasts, list projections from the declarations as they are now."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, insert, inspect, literal, select, text

from icjims_core.acts import ACT
from icjims_core.modules import registry
from icjims_core.problem import Broken
from icjims_core.projections.tables import act_table, list_table
from icjims_sync_server.store import settings
from icjims_sync_server.store.tables import queue_table

_MIGRATIONS: Final = Path(__file__).parent / "migrations"


def migrate(connection: Connection) -> None:
    """Bring the lasting tables to the newest version."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def check_version(connection: Connection) -> None:
    """Raises `Broken`: `not_initialised`, `older_schema` (run `init` again), `newer_schema`."""
    found = MigrationContext.configure(connection).get_current_revision()
    if found is None:
        raise Broken("not_initialised")
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    if found == script.get_current_head():
        return
    known = {revision.revision for revision in script.walk_revisions()}
    raise Broken("older_schema" if found in known else "newer_schema")


def is_empty(connection: Connection) -> bool:
    """Whether there is no table at all."""
    return not inspect(connection).get_table_names()


def follow_declarations(connection: Connection) -> bool:
    """Make the list projections anew when the declarations differ from those they were made from; whether they did.

    Their rows come back by the projection queue.
    """
    shape = _shape()
    if settings.get(connection, settings.SHAPE) == shape:
        return False
    quote = connection.dialect.identifier_preparer.quote
    for name in inspect(connection).get_table_names():
        if name.startswith("list_"):
            connection.execute(text(f"DROP TABLE {quote(name)}"))
    for name in registry():
        list_table(name).create(connection)
    every_act = select(act_table.c.number).where(act_table.c.stream == literal(ACT)).order_by(act_table.c.number)
    connection.execute(insert(queue_table).from_select(["act_number"], every_act))
    settings.put(connection, settings.SHAPE, shape)
    return True


def _shape() -> bytes:
    declared = [
        [name, [[column.name, str(column.type)] for column in list_table(name).columns]] for name in sorted(registry())
    ]
    return hashlib.sha256(repr(declared).encode()).digest()
