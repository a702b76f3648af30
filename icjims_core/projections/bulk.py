"""Many rows in one statement, without a mapping for each row: the sync path writes hundreds of thousands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection, Table


def insert_rows(connection: Connection, table: Table, names: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
    """Insert tuples in the order of the column names; values must be what the driver stores as they are."""
    if rows:
        connection.exec_driver_sql(_insert(table, tuple(names), connection.dialect.paramstyle), list(rows))


@cache
def _insert(table: Table, names: tuple[str, ...], style: str) -> str:
    mark = "?" if style == "qmark" else "%s"
    columns = ", ".join(f'"{table.c[name].name}"' for name in names)
    return f'INSERT INTO "{table.name}" ({columns}) VALUES ({", ".join([mark] * len(names))})'  # noqa: S608
