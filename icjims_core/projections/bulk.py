"""Many rows in one statement, without a mapping for each row: the sync path moves hundreds of thousands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Table

from icjims_core.projections.prepared import fetched

_CHUNK: Final = 1024
"""Keys of one statement."""


def insert_rows(connection: Connection, table: Table, names: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
    """Insert tuples in the order of the column names; values must be what the driver stores as they are."""
    if rows:
        connection.exec_driver_sql(_insert(table, tuple(names), _mark(connection)), list(rows))


def update_rows(connection: Connection, table: Table, names: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
    """Set the named columns; each tuple ends with the primary key of its row."""
    if rows:
        connection.exec_driver_sql(_update(table, tuple(names), _mark(connection)), list(rows))


def rows_in(
    connection: Connection, table: Table, names: Sequence[str], key: str, values: Iterable[object]
) -> Iterator[Any]:
    """Rows whose column `key` holds one of the values: the named columns, as the driver gives them."""
    for part in _chunks(values):
        yield from fetched(connection, _select(table, tuple(names), key, len(part), _mark(connection)), part)


def delete_in(connection: Connection, table: Table, key: str, values: Iterable[object]) -> None:
    """Delete the rows whose column `key` holds one of the values."""
    for part in _chunks(values):
        connection.exec_driver_sql(_delete(table, key, len(part), _mark(connection)), part)


def has_rows(connection: Connection, table: Table) -> bool:
    """Whether anything is in the table."""
    return bool(fetched(connection, _any(table), ()))


def _chunks(values: Iterable[object]) -> Iterator[tuple[object, ...]]:
    """Keys for one statement each, the last one repeated up to a power of two: few statements are ever prepared."""
    wanted = tuple(values)
    for start in range(0, len(wanted), _CHUNK):
        part = wanted[start : start + _CHUNK]
        yield part + part[-1:] * ((1 << (len(part) - 1).bit_length()) - len(part))


def _mark(connection: Connection) -> str:
    return "?" if connection.dialect.paramstyle == "qmark" else "%s"


@cache
def _insert(table: Table, names: tuple[str, ...], mark: str) -> str:
    columns = ", ".join(f'"{table.c[name].name}"' for name in names)
    return f'INSERT INTO "{table.name}" ({columns}) VALUES ({_marks(mark, len(names))})'  # noqa: S608


@cache
def _update(table: Table, names: tuple[str, ...], mark: str) -> str:
    columns = ", ".join(f'"{table.c[name].name}" = {mark}' for name in names)
    key = " AND ".join(f'"{column.name}" = {mark}' for column in table.primary_key.columns)
    return f'UPDATE "{table.name}" SET {columns} WHERE {key}'  # noqa: S608


@cache
def _select(table: Table, names: tuple[str, ...], key: str, count: int, mark: str) -> str:
    columns = ", ".join(f'"{table.c[name].name}"' for name in names)
    return f'SELECT {columns} FROM "{table.name}" WHERE "{table.c[key].name}" IN ({_marks(mark, count)})'  # noqa: S608


@cache
def _delete(table: Table, key: str, count: int, mark: str) -> str:
    return f'DELETE FROM "{table.name}" WHERE "{table.c[key].name}" IN ({_marks(mark, count)})'  # noqa: S608


@cache
def _any(table: Table) -> str:
    return f'SELECT 1 FROM "{table.name}" LIMIT 1'  # noqa: S608


def _marks(mark: str, count: int) -> str:
    return ", ".join([mark] * count)
