"""Which cases standing decisions have joined to one another or severed from one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sqlalchemy import select

from icjims_core.projections.tables import list_table, record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.scope import View

JOINDER: Final = "joinder"
COUNTED: Final = ("join", "sever")
"""Kinds of decisions after which custody counts together; severed material and restored papers are of one case."""
_MOST_CASES: Final = 50


def every(view: View) -> dict[bytes, frozenset[bytes]]:
    """Each case that a standing decision ties to another one → the other cases that a chain of them leads to."""
    ties: dict[bytes, set[bytes]] = {}
    for one, other in _standing(view):
        ties.setdefault(one, set()).add(other)
        ties.setdefault(other, set()).add(one)
    return {case: _chain(case, ties) for case in ties}


def _chain(case: bytes, ties: Mapping[bytes, Iterable[bytes]]) -> frozenset[bytes]:
    known, ahead = {case}, [case]
    while ahead and len(known) < _MOST_CASES:
        for each in sorted(ties[ahead.pop()]):
            if each not in known:
                known.add(each)
                ahead.append(each)
    return frozenset(known - {case})


def _standing(view: View) -> Iterator[tuple[bytes, bytes]]:
    """The case in which each decision is recorded, and the one that it names."""
    table = list_table(JOINDER)
    statement = (
        select(record_table.c.case_id, table.c.other_case)
        .join(table, table.c.number == record_table.c.number)
        .where(table.c.kind.in_(COUNTED), table.c.other_case.is_not(None), view.condition())
        .where(record_table.c.number.not_in(view.annulled(JOINDER)))
    )
    for row in view.connection.execute(statement):
        yield from ((row.case_id, other) for other in identifiers.named([row.other_case]))
