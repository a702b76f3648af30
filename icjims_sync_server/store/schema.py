"""Making the schema: migrations for what lasts, list projections from the declarations as they are now."""

from __future__ import annotations

import hashlib
from typing import Final

from sqlalchemy import Column, Connection, MetaData, String, Table, insert, inspect, literal, select, text

from icjims_core.acts import ACT
from icjims_core.modules import registry
from icjims_core.problem import Broken
from icjims_core.projections.tables import act_table, list_table
from icjims_sync_server.store import settings
from icjims_sync_server.store.tables import queue_table

VERSIONS: Final = ("0001", "0002", "0003", "0004", "0005")
"""Every version of the lasting tables, newest last."""

_version_table: Final = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))


def migrate(connection: Connection, to: str = VERSIONS[-1]) -> None:
    """Bring the lasting tables to a version; raises `Broken("newer_schema")` where it or theirs is not known."""
    if {to, version(connection) or to} - {*VERSIONS}:
        raise Broken("newer_schema")
    from icjims_sync_server.store.migrating import migrate as run  # noqa: PLC0415  # Alembic is slow to load

    run(connection, to)


def version(connection: Connection) -> str | None:
    """The version of the lasting tables; `None` where there are none."""
    if not inspect(connection).has_table(_version_table.name):
        return None
    found: str = connection.execute(select(_version_table.c.version_num)).scalar_one()
    return found


def check_version(connection: Connection) -> None:
    """Raises `Broken`: `not_initialised`, `older_schema` (run `init` again), `newer_schema`."""
    found = version(connection)
    if found is None:
        raise Broken("not_initialised")
    if found != VERSIONS[-1]:
        raise Broken("older_schema" if found in VERSIONS else "newer_schema")


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
