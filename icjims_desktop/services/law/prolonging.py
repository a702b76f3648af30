"""What a draft is told not to do: a record that prolongs custody and bears no signature leaves the term as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from icjims_core.law.drafts import draft_rules
from icjims_core.modules import registry
from icjims_core.problem import Problem
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.law import case_files
from icjims_desktop.services.paper import volumes
from icjims_desktop.services.scope import View


class Prolonging:
    """The records of one open store that would prolong custody."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def advice(self, record: bytes) -> list[Problem]:
        """`draft_prolongs_nothing` of a record that was saved."""
        with self._desk.view() as view:
            found = view.record(record)
            if found.row.case is None or found.row.type not in _types():
                return []
            beside = volumes.of_case(view, found.row.case, found.row.type)
            return [problem for each, problem in unsigned(view, [found, *beside]) if each.row.id == record]


def unsigned(view: View, records: Iterable[Record]) -> Iterator[tuple[Record, Problem]]:
    """`draft_prolongs_nothing` for each record of a case that would prolong a term and that nobody has signed."""
    read = {each.row.id: each for each in records if each.state.created and each.row.type in _types()}
    steps = [case_files.step_of(view, each) for each in read.values()]
    for name in case_files.unsigned(view, read, steps):
        record = read[identifiers.parse(name)]
        article = next(each.article for each in draft_rules().draft if each.type == record.row.type)
        yield record, Problem("draft_prolongs_nothing", type=record.row.type, article=article)


def _types() -> frozenset[str]:
    return frozenset(each.type for each in draft_rules().draft) & registry().keys()
