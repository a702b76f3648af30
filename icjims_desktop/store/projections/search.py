"""Full-text search over what this workstation holds: filled bit by bit, exact hits first, any question allowed.

New records lie above a mark (`search_mark`) until they are read. Of those below it triggers on the index of records
note in the same transaction which have changed (`search_queue`), and take those that leave out of the search at once.
`catch_up` follows both. A new record fires no trigger: the pull of a hundred thousand does nothing for the search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from sqlalchemy import ColumnClause, Connection, Text, column, delete, func, literal_column, select, table, update
from sqlalchemy.exc import DatabaseError

from icjims_core.names import search_keys
from icjims_core.problem import Broken
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import load
from icjims_core.projections.tables import record_table
from icjims_desktop.store.database import Database
from icjims_desktop.store.own_tables import search_mark_table, search_queue_table
from icjims_desktop.store.projections import persons
from icjims_desktop.store.projections.search_words import latin, words, words_of

MOST_WORDS_ASKED: Final = 16
MOST_LETTERS_ASKED: Final = 1000
_BATCH: Final = 200

_DECLARED: Final = "SELECT sql FROM sqlite_master WHERE name = 'search'"
_search: Final = table("search", column("rowid"), column("plain"), column("latin"))
_matches: Final[ColumnClause[str]] = column("search", Text)

Progress = Callable[[int, int], None]


class Hit(NamedTuple):
    """A record that answers a question."""

    id: bytes
    type: str
    case: bytes | None


class Search:
    """The search of one store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pending(self) -> int:
        """How many records have changed since the search last followed."""
        with self._database.read() as connection:
            noted = connection.scalar(select(func.count()).select_from(search_queue_table)) or 0
            unread = select(func.count()).where(record_table.c.number > _mark(connection))
            return noted + (connection.scalar(unread) or 0)

    def catch_up(self, progress: Progress = lambda _done, _total: None) -> int:
        """Follow every change, in short transactions; how many records were read. `progress` gets done and total."""
        total, done = self.pending(), 0
        while True:
            with self._database.write() as connection:
                taken = index_some(connection, _BATCH)
            if not taken:
                return done
            done += taken
            progress(done, max(done, total))

    def find(self, question: str, *, limit: int = 50) -> list[Hit]:
        """Records with all the words of the question: the phrase first, then all words, then their beginnings.

        What finds nothing is tried as if it had been typed in the other keyboard layout.
        What is in the question is only ever text; a question without letters and digits finds nothing.
        """
        found: dict[int, Hit] = {}
        with self._database.read() as connection:
            for key in search_keys(question[:MOST_LETTERS_ASKED]):
                for expression in _expressions(words(key)[:MOST_WORDS_ASKED]):
                    if len(found) < limit:
                        found |= {
                            number: hit for number, hit in _hits(connection, expression, limit) if number not in found
                        }
                if found:
                    break
        return list(found.values())[:limit]


def index_some(connection: Connection, limit: int) -> int:
    """Bring at most so many records into the search: noted ones, then those never read, oldest first; how many."""
    statement = select(search_queue_table.c.record_number).order_by(search_queue_table.c.record_number).limit(limit)
    noted = list(connection.scalars(statement))
    if noted:
        connection.execute(delete(search_queue_table).where(search_queue_table.c.record_number.in_(noted)))
    number = record_table.c.number
    above = select(number).where(number > _mark(connection)).order_by(number).limit(limit - len(noted))
    unread = list(connection.scalars(above))
    if unread:
        connection.execute(update(search_mark_table).values(record_number=unread[-1]))
    index(connection, [*noted, *unread])
    return len(noted) + len(unread)


def _mark(connection: Connection) -> int:
    return connection.scalar(select(search_mark_table.c.record_number)) or 0


def index(connection: Connection, numbers: Sequence[int]) -> None:
    """Put these records into the search as they are now."""
    if not numbers:
        return
    chosen = select(record_table.c.id).where(record_table.c.number.in_(numbers))
    records = load(connection, LogReader(), connection.scalars(chosen).all()).values()
    persons.index(connection, numbers, records)
    rows = [
        {"number": record.row.number, "plain": " ".join(found), "latin": " ".join(map(latin, found))}
        for record in records
        for found in [words_of(record.state)]
    ]
    connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", [(number,) for number in numbers])
    kept = [(row["number"], row["plain"], row["latin"]) for row in rows if row["plain"]]
    if kept:
        connection.exec_driver_sql("INSERT INTO search (rowid, plain, latin) VALUES (?, ?, ?)", kept)


def rebuild(connection: Connection) -> None:
    """Empty the search; every record is to be read anew."""
    declared = connection.exec_driver_sql(_DECLARED).scalar_one()
    connection.exec_driver_sql("DROP TABLE search")
    connection.exec_driver_sql(declared)
    persons.forget_all(connection)
    connection.execute(delete(search_queue_table))
    connection.execute(update(search_mark_table).values(record_number=0))


def forget_deleted_words(connection: Connection) -> None:
    """Merge the index so that words of deleted records are in none of its pages."""
    connection.exec_driver_sql("INSERT INTO search (search) VALUES ('optimize')")


def holds_strangers(connection: Connection) -> bool:
    """Whether the search holds records that are not in the index of records."""
    rows = connection.scalars(select(_search.c.rowid).where(_search.c.rowid.not_in(select(record_table.c.number))))
    return rows.first() is not None or persons.holds_strangers(connection)


def contradicts_itself(database: Database) -> bool:
    """Whether the index of words is damaged."""
    try:
        with database.write() as connection:
            connection.exec_driver_sql("INSERT INTO search (search) VALUES ('integrity-check')")
    except (Broken, DatabaseError):
        return True
    return False


def _expressions(asked: Sequence[str]) -> Iterator[str]:
    """Questions in the language of FTS5, each word quoted, from the narrowest to the widest."""
    if not asked:
        return
    if len(asked) > 1:
        yield _either(" ".join(asked), " ".join(map(latin, asked)), "")
    yield " AND ".join(_either(word, latin(word), "") for word in asked)
    yield " AND ".join(_either(word, latin(word), " *") for word in asked)


def _either(plain: str, skeleton: str, suffix: str) -> str:
    return f'(plain : "{plain}"{suffix} OR latin : "{skeleton}"{suffix})'


def _hits(connection: Connection, expression: str, limit: int) -> Iterator[tuple[int, Hit]]:
    statement = (
        select(record_table.c.number, record_table.c.id, record_table.c.type, record_table.c.case_id)
        .join(_search, _search.c.rowid == record_table.c.number)
        .where(_matches.op("MATCH")(expression))
        .order_by(literal_column("rank"))
        .limit(limit)
    )
    for row in connection.execute(statement):
        yield row.number, Hit(row.id, row.type, row.case_id)
