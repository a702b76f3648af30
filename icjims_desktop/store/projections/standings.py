"""What the rules said of each case when they were last asked: kept until its revisions or the time say otherwise.

Nothing is done here when acts are written or come in: who wants to know compares the prints (docs/ARCHITECTURE.md).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sqlalchemy import Connection, delete, func, or_, select

from icjims_core.projections.bulk import delete_in, insert_rows, rows_in
from icjims_core.projections.tables import record_table
from icjims_desktop.store.log import replicas
from icjims_desktop.store.own_tables import standing_table

_RULES: Final = "standing_rules"
"""The fact that names the rules which everything kept follows from."""
_COLUMNS: Final = ("case_id", "print", "computed_at", "valid_until", "stage", "body")


@dataclass(frozen=True, slots=True)
class Standing:
    """One case: `print` of its revisions, when it was computed and how long it holds (ms since 1970), the stage acted
    on, and `body` as the services have written it."""

    case: bytes
    print: bytes
    computed_at: int
    valid_until: int
    stage: str
    body: bytes


def prints(
    connection: Connection, cases: Sequence[bytes] | None = None, alone: Collection[str] = ()
) -> dict[bytes, bytes]:
    """Case → a digest of which revisions of its records are held and count; of these cases, or of all.

    A record of one of the types `alone` outside any case counts as a case of its own.
    """
    table = record_table.c
    wanted = or_(table.case_id.is_not(None), table.type.in_(alone)) if cases is None else table.case_id.in_(cases)
    file = func.coalesce(table.case_id, table.id)
    statement = select(file, table.id, table.vector, table.log).where(wanted)
    rows = connection.execute(statement.order_by(file, table.id)).all()
    return {case: _print(several) for case, several in groupby(rows, key=lambda row: bytes(row[0]))}


def _print(rows: Iterable[Sequence[bytes]]) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    for _, record, vector, log in rows:
        digest.update(record + len(vector).to_bytes(4) + vector + len(log).to_bytes(4) + log)
    return digest.digest()


def held(connection: Connection) -> dict[bytes, tuple[bytes, int, int]]:
    """Case → print, time of computing and end of validity of what is kept."""
    table = standing_table.c
    statement = select(table.case_id, table.print, table.computed_at, table.valid_until)
    return {row[0]: (row[1], row[2], row[3]) for row in connection.execute(statement)}


def every(connection: Connection) -> list[Standing]:
    """Everything kept of the cases that are here."""
    return [Standing(*row) for row in connection.execute(select(standing_table))]


def of(connection: Connection, cases: Iterable[bytes]) -> dict[bytes, Standing]:
    """What is kept of these cases."""
    return {row[0]: Standing(*row) for row in rows_in(connection, standing_table, _COLUMNS, "case_id", cases)}


def keep(connection: Connection, found: Sequence[Standing]) -> None:
    """Keep these in the place of what was kept of their cases."""
    delete_in(connection, standing_table, "case_id", [each.case for each in found])
    rows = [(each.case, each.print, each.computed_at, each.valid_until, each.stage, each.body) for each in found]
    insert_rows(connection, standing_table, _COLUMNS, rows)


def forget(connection: Connection, cases: Iterable[bytes]) -> None:
    """Keep nothing of these cases."""
    delete_in(connection, standing_table, "case_id", cases)


def forget_all(connection: Connection) -> None:
    """Keep nothing."""
    connection.execute(delete(standing_table))


def follow_rules(connection: Connection, rules: bytes) -> None:
    """Forget everything that follows from other rules than these."""
    if replicas.meta(connection, _RULES) != rules:
        forget_all(connection)
        replicas.set_meta(connection, _RULES, rules)


def rules_kept(connection: Connection) -> bytes | None:
    """The digest of the rules that what is kept follows from."""
    return replicas.meta(connection, _RULES)
