"""What a draft is told not to do: a record without the signature that it needs changes nothing that is signed."""

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
    """The drafts of one open store."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def advice(self, record: bytes) -> list[Problem]:
        """What `unsigned` says of a record that was saved."""
        with self._desk.view() as view:
            found = view.record(record)
            if found.row.case is None or found.row.type not in draft_rules().types:
                return []
            beside = (one for each in _types() for one in volumes.of_case(view, found.row.case, each))
            return [problem for each, problem in unsigned(view, [found, *beside]) if each.row.id == record]


def unsigned(view: View, records: Iterable[Record]) -> Iterator[tuple[Record, Problem]]:
    """`draft_prolongs_nothing` for each record of a case that states what stands only under a signature it lacks."""
    read = {each.row.id: each for each in records if each.state.created and each.row.type in _types()}
    steps = [case_files.step_of(view, each) for each in read.values()]
    for name, found in case_files.unsigned(view, read, steps).items():
        record, rule = read[identifiers.parse(name)], found.rules[0]
        role = found.role or " ".join(_signers(record))
        yield record, Problem("draft_prolongs_nothing", type=record.row.type, role=role, article=rule.article)


def _signers(record: Record) -> tuple[str, ...]:
    form = registry()[record.row.type].signing
    return form.by if form is not None else ()


def _types() -> list[str]:
    return sorted(draft_rules().types & registry().keys())
