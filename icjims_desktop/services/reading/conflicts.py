"""Conflicts that wait for a person: units with more than one distinct standing value."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from sqlalchemy import func, select

from icjims_core import access, clocks
from icjims_core.modules import registry
from icjims_core.projections.records import Record
from icjims_core.projections.tables import conflict_table, record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import Document, headers_of, parts_of, who, written_by
from icjims_desktop.services.oversight import access as facts
from icjims_desktop.services.people import Me
from icjims_desktop.services.recording import decisions
from icjims_desktop.services.recording.decisions import Explanation
from icjims_desktop.services.scope import View


def count(view: View, outside: Callable[[Iterable[bytes]], Collection[bytes]]) -> int:
    """How many units wait for a decision, as `records` lists them; not those of the cases that are `outside`."""
    statement = (
        select(record_table.c.case_id, func.count())
        .select_from(conflict_table)
        .join(record_table, record_table.c.number == conflict_table.c.record_number)
        .where(view.condition())
        .group_by(record_table.c.case_id)
    )
    found = [(row[0], row[1]) for row in view.connection.execute(statement)]
    found += [(each.row.case, len(each.state.conflicts())) for each in view.unsealed()]
    left_out = outside(each for each, units in found if each is not None and units)
    return sum(units for each, units in found if each not in left_out)


def records(view: View) -> list[Record]:
    """The records with a conflict, oldest here first."""
    statement = (
        select(record_table.c.id)
        .where(record_table.c.number.in_(select(conflict_table.c.record_number)), view.condition())
        .order_by(record_table.c.number)
    )
    ids = list(view.connection.scalars(statement))
    found = view.records(ids)
    inside = [each for each in view.unsealed() if each.state.conflicts()]
    return [*(found[each] for each in ids), *inside]


def document(view: View, me: Me, found: Sequence[Record], at: datetime.datetime) -> Document:
    """The conflicts as `conflicts` prints them, one per unit."""
    told = decisions.explanations(view, [each.row.id for each in found])
    return {"conflicts": [each for record in found for each in units(view, me, record, told, at)]}


def units(view: View, me: Me, record: Record, told: Sequence[Explanation], at: datetime.datetime) -> Iterator[Document]:
    """The units of one record that are in conflict, with what the authors explain of their values.

    `decided_by` tells of units on liberty and safeguards that only the supervising prosecutor decides, `decided_at` the
    names of his offices, `may_resolve` whether the user decides.
    """
    headers, declared = headers_of(record, view.people), registry().get(record.row.type)
    for unit in record.state.conflicts():
        values = record.state.siblings(unit)
        parts = {dot: parts_of(declared, unit, value) for dot, value in sorted(values.items())}
        guarded = unit in access.guards(record.row.type)
        yield {
            "id": identifiers.to_text(record.row.id),
            "type": record.row.type,
            "case": identifiers.to_text(record.row.case) if record.row.case else None,
            "unit": unit,
            "fields": list(dict.fromkeys(name for each in parts.values() for name in each)),
            "siblings": [{"values": each, **written_by(dot, headers)} for dot, each in parts.items()],
            "vector": clocks.to_text(record.state.vector),
            "decided_by": "prosecutor" if guarded else None,
            "decided_at": _offices(view, me, record, at) if guarded else [],
            "may_resolve": declared is not None and decisions.may_decide(view, me, record, unit, at),
            "explanations": [_explained(each) for each in told if _is_about(each, record, unit)],
        }


def _offices(view: View, me: Me, record: Record, at: datetime.datetime) -> list[str]:
    """The names of the prosecutors' offices that supervise the one which has the case."""
    _, subject = facts.of_case(view, me, record.row.case, at)
    return [view.people.office_name(each) for each in sorted(subject.supervisors)]


def _is_about(explanation: Explanation, record: Record, unit: str) -> bool:
    return (explanation.record, explanation.unit) == (identifiers.to_text(record.row.id), unit)


def _explained(explanation: Explanation) -> Document:
    return {
        **who(explanation.author),
        "recorded_at": identifiers.moment_text(explanation.recorded_at),
        "text": explanation.text,
    }
