"""Statements of the busiest path, put into SQL once: building and caching them anew costs more than running them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select
from sqlalchemy.exc import OperationalError


class Prepared:
    """A select with named parameters whose values and columns the drivers take as they are (no dates, no booleans)."""

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement
        self._known: dict[str, tuple[str, tuple[str, ...] | None]] = {}

    def rows(self, connection: Connection, **values: object) -> Sequence[Sequence[Any]]:
        """All rows; the driver is asked directly, inside the connection's transaction."""
        dialect = connection.dialect
        known = self._known.get(dialect.name)
        if known is None:
            compiled = self._statement.compile(dialect=dialect)
            names = tuple(compiled.positiontup or ()) if compiled.positional else None
            known = self._known[dialect.name] = (str(compiled), names)
        sql, names = known
        parameters: Any = values if names is None else tuple(values[name] for name in names)
        if not connection.in_transaction():
            connection.begin()
        cursor = connection.connection.cursor()
        try:
            cursor.execute(sql, parameters)
            return cursor.fetchall()
        except connection.dialect.loaded_dbapi.Error as error:
            raise OperationalError(sql, None, error) from error
        finally:
            cursor.close()
