"""What the centre did not accept, told to the person whose work it is: each refused or quarantined revision."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import or_, select

from icjims_core.directory import Decision
from icjims_core.projections.tables import record_table, verdict_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.reading import casefile
from icjims_desktop.services.scope import View


@dataclass(frozen=True, slots=True)
class NotAccepted:
    """A revision that does not count: its record, the line of it (empty where the record is not held), and why."""

    record: str
    sentence: str
    code: str
    quarantined: bool


def not_accepted(desk: Desk, language: str) -> list[NotAccepted]:
    """Every refused or quarantined revision of records that may be shown, by record."""
    with desk.view() as view:
        rows = decided(view)
        ids = {record for record, _, _ in rows}
        found = view.records(ids) | view.refused(ids)
        lines = dict(zip(found, casefile.steps(view, list(found.values()), language), strict=True))
    desk.consultation.looked("list", found.values(), now=desk.now())
    return [
        NotAccepted(
            identifiers.to_text(record),
            lines[record].sentence if record in lines else "",
            code,
            decision is Decision.QUARANTINED,
        )
        for record, code, decision in rows
    ]


def decided(view: View) -> list[tuple[bytes, str, Decision]]:
    """Record, code and decision of each revision that the centre does not count, of what may be shown, by record.

    Of a record of which nothing counts that much is told to everybody whose workstation holds the verdict.
    """
    table = verdict_table.c
    statement = (
        select(table.record, table.code, table.decision)
        .select_from(verdict_table.outerjoin(record_table, record_table.c.id == table.record))
        .where(table.decision != Decision.ACCEPTED, or_(record_table.c.id.is_(None), view.condition()))
        .order_by(table.record, table.counter)
    )
    return [(row.record, row.code, Decision(row.decision)) for row in view.connection.execute(statement)]
