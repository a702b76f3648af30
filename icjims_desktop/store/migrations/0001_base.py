"""The first form of the store."""

from collections.abc import Iterator

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from icjims_core.projections.tables import metadata
from icjims_desktop.store import own_tables, search, tables  # noqa: F401


def _statements() -> Iterator[str]:
    dialect = sqlite.dialect()
    for table in metadata.sorted_tables:
        if not table.name.startswith("list_"):
            yield str(CreateTable(table).compile(dialect=dialect))
            for index in sorted(table.indexes, key=lambda each: str(each.name)):
                yield str(CreateIndex(index).compile(dialect=dialect))


STATEMENTS = (*_statements(), *search.STATEMENTS)
