"""Statements of the busiest paths, put into SQL once: building and caching them anew costs more than running them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, Update
from sqlalchemy.exc import OperationalError


class Prepared:
    """A statement with named parameters whose values and columns the drivers take as they are (no dates, no
    booleans)."""

    def __init__(self, statement: Select[Any] | Update) -> None:
        self._statement = statement
        self._known: dict[str, tuple[str, dict[str, Any], tuple[str, ...] | None]] = {}

    def rows(self, connection: Connection, **values: object) -> list[Sequence[Any]]:
        """All rows of a select."""
        return fetched(connection, *self._with(connection, values))

    def first(self, connection: Connection, **values: object) -> Any:
        """The first column of the first row; `None` where there is no row."""
        rows = self.rows(connection, **values)
        return rows[0][0] if rows else None

    def run(self, connection: Connection, **values: object) -> None:
        """Carry out a change."""
        _run(connection, *self._with(connection, values), fetch=False)

    def _with(self, connection: Connection, values: dict[str, object]) -> tuple[str, Any]:
        dialect = connection.dialect
        known = self._known.get(dialect.name)
        if known is None:
            compiled = self._statement.compile(dialect=dialect)
            names = tuple(compiled.positiontup or ()) if compiled.positional else None
            known = self._known[dialect.name] = (str(compiled), dict(compiled.params), names)
        sql, fixed, names = known
        values = fixed | values
        return sql, values if names is None else tuple(values[name] for name in names)


def fetched(connection: Connection, sql: str, parameters: Any) -> list[Sequence[Any]]:
    """All rows as the driver gives them, inside the connection's transaction."""
    return _run(connection, sql, parameters, fetch=True)


def _run(connection: Connection, sql: str, parameters: Any, *, fetch: bool) -> list[Sequence[Any]]:
    if not connection.in_transaction():
        connection.begin()
    cursor = connection.connection.cursor()
    try:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall()) if fetch else []
    except connection.dialect.loaded_dbapi.Error as error:
        raise OperationalError(sql, None, error) from error
    finally:
        cursor.close()
