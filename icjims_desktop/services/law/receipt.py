"""A case whose report bears no time of receipt, from which the first due dates run: told, for nothing is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from icjims_core.modules import record_type
from icjims_core.problem import Problem
from icjims_core.projections.records import Record
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import agreed_values, headers_of
from icjims_desktop.services.law.taken_over import TAKEOVER
from icjims_desktop.services.paper import volumes
from icjims_desktop.services.scope import View

CASE: Final = "case"
ARTICLE: Final = "CPC 145(1), 147(1)"
NOT_RECEIVING: Final = ("probation_officer", "penitentiary_officer", "facility_doctor", "court_clerk", "judge")
"""Who begins a case with a verdict or a person: no report of a crime comes to them."""


class Receipt:
    """The reports of crimes in one open store."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def advice(self, record: bytes) -> list[Problem]:
        """`receipt_not_stated` of a case that was saved without it, unless it was taken over from paper."""
        with self._desk.view() as view:
            found = view.record(record)
            if found.row.type != CASE:
                return []
            taken = volumes.of_case(view, found.row.id, TAKEOVER)
            return [problem for _, problem in not_stated(view, [found, *taken])]


def not_stated(view: View, records: Iterable[Record]) -> Iterator[tuple[Record, Problem]]:
    """The same of a case, by its records that stand."""
    standing = [each for each in records if not each.state.annulments]
    if any(each.row.type == TAKEOVER for each in standing):
        return
    for each in standing:
        stated = each.row.type != CASE or agreed_values(record_type(CASE), each.state).get("received_at")
        if not stated and _is_reported(view, each):
            yield each, Problem("receipt_not_stated", article=ARTICLE)


def _is_reported(view: View, case: Record) -> bool:
    """Whether somebody began it to whom reports of crimes come."""
    begun = headers_of(case, view.people).get(case.state.created) if case.state.created else None
    return begun is None or begun[0].role not in NOT_RECEIVING
