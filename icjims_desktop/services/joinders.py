"""Which cases standing decisions have joined to one another or severed from one another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import select

from icjims_core.projections.tables import annulled_table, list_table, record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.scope import View

JOINDER: Final = "joinder"
COUNTED: Final = ("join", "sever")
"""Kinds of decisions after which custody counts together; severed material and restored papers are of one case."""
_MOST_CASES: Final = 50


def around(view: View, case: bytes) -> frozenset[bytes]:
    """The other cases that a chain of standing decisions leads to."""
    known, ahead = {case}, [case]
    while ahead and len(known) < _MOST_CASES:
        for each in _beside(view, ahead.pop()):
            if each not in known:
                known.add(each)
                ahead.append(each)
    return frozenset(known - {case})


def _beside(view: View, case: bytes) -> Iterable[bytes]:
    """The cases that one decision joins to a case, whichever of the two it is recorded in."""
    table = list_table(JOINDER)
    counted = (
        select(record_table.c.case_id, table.c.other_case)
        .join(table, table.c.number == record_table.c.number)
        .where(table.c.kind.in_(COUNTED), table.c.other_case.is_not(None), view.condition())
        .where(record_table.c.number.not_in(select(annulled_table.c.record_number)))
    )
    here = counted.where(record_table.c.case_id == case)
    there = counted.where(table.c.other_case == identifiers.to_text(case))
    return [
        *(identifiers.parse(row.other_case) for row in view.connection.execute(here)),
        *(row.case_id for row in view.connection.execute(there)),
    ]
