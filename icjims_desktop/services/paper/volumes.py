"""The volumes of a case and the papers in them: which sheets stand twice, and which volumes have one number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import select

from icjims_core.encoding import Value
from icjims_core.modules import record_type
from icjims_core.problem import Problem
from icjims_core.projections.records import Record
from icjims_core.projections.tables import record_table
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import agreed_values
from icjims_desktop.services.scope import View

VOLUME: Final = "case_volume"
FOLIO: Final = "case_folio"


class Volumes:
    """The papers of the cases of one open store."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def advice(self, record: bytes) -> list[Problem]:
        """`folios_overlap` with each paper whose sheets these are too, and `volume_twice`; nothing is refused."""
        with self._desk.view() as view:
            found = view.record(record)
            if found.row.type not in (VOLUME, FOLIO) or found.row.case is None or found.state.annulments:
                return []
            beside = [each for each in of_case(view, found.row.case, found.row.type) if each.row.id != record]
        mine, others = _values(found), [_values(each) for each in beside if not each.state.annulments]
        return _twice(mine, others) if found.row.type == VOLUME else _overlapping(mine, others)


def of_case(view: View, case: bytes, type_: str) -> list[Record]:
    """The volumes, or the papers, of a case."""
    statement = select(record_table.c.id).where(record_table.c.case_id == case, record_table.c.type == type_)
    return [each for each in view.records(view.connection.scalars(statement)).values() if each.state.created]


def sheets(values: Mapping[str, Value]) -> range:
    """The sheets on which a paper stands; none where its first is not agreed, or where they run backwards."""
    first, last = values.get("folio_from"), values.get("folio_to")
    if not isinstance(first, int):
        return range(0)
    return range(first, (last if isinstance(last, int) else first) + 1)


def _values(record: Record) -> dict[str, Value]:
    return agreed_values(record_type(record.row.type), record.state)


def _twice(mine: Mapping[str, Value], others: Iterable[Mapping[str, Value]]) -> list[Problem]:
    number, kind = mine.get("volume_number"), mine.get("kind")
    same = any((each.get("volume_number"), each.get("kind")) == (number, kind) for each in others)
    return [Problem("volume_twice", number=number)] if same and isinstance(number, int) else []


def _overlapping(mine: Mapping[str, Value], others: Iterable[Mapping[str, Value]]) -> list[Problem]:
    own, found = set() if mine.get("removed_on") else {*sheets(mine)}, []
    for each in others:
        shared = sorted(own.intersection(sheets(each)))
        if shared and each.get("volume") == mine.get("volume") and not each.get("removed_on"):
            title = str(each.get("title") or "")
            found.append(Problem("folios_overlap", title=title[:200], first=shared[0], last=shared[-1]))
    return found
