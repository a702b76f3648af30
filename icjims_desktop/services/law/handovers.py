"""What was sent to another body and not confirmed, as both sides see it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import Final

from sqlalchemy import select

from icjims_core import codes
from icjims_core.declarations.stored_forms import moment_of
from icjims_core.law.casefile import CaseFile
from icjims_core.projections.records import Record
from icjims_core.projections.tables import record_table
from icjims_core.workflow import handover
from icjims_core.workflow.handover import InTransit
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import Document
from icjims_desktop.services.law import case_files
from icjims_desktop.services.law.timekeeping import Timekeeping
from icjims_desktop.services.moments import instant
from icjims_desktop.services.paper import numbering
from icjims_desktop.services.scope import View

TYPES: Final = ("handover", "handover_receipt")


class Handovers:
    """Transfers between bodies in the cases that the user may see."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lost(self, now: int) -> tuple[InTransit, ...]:
        """What should have been confirmed by `now` (ms since 1970) and was not, the longest overdue first.

        Only what the user's own office sent or is to receive; for a count, so that nothing is shown of it.
        """
        with self._desk.view() as view:
            return handover.lost(_case_files(view), instant(now), self._desk.me.office)

    def arrived(self, now: int) -> tuple[InTransit, ...]:
        """What was sent to the user's own office and is neither confirmed nor overdue by `now`, as in `lost`."""
        with self._desk.view() as view:
            found = handover.in_transit(_case_files(view), instant(now))
        office = self._desk.me.office
        mine = (each for each in found if each.to_office == office != each.from_office)
        return tuple(each for each in mine if not each.refused and not each.overdue(instant(now)))

    def unconfirmed(self, case: bytes) -> frozenset[str]:
        """The hand-overs of a case for which no receipt that accepts them is recorded, by id as text."""
        with self._desk.view() as view:
            found = handover.in_transit([case_files.read(view, case)], instant(self._desk.now()))
        return frozenset(each.step for each in found)

    def document(self, language: str, *, every: bool = False, purpose: str | None = None) -> Document:
        """The same as documents; with `every` also what is still within its days, and what other offices sent.

        Cases outside one's own are left out until a purpose is stated.
        """
        desk = self._desk
        now = desk.now()
        with desk.view() as view:
            files = _case_files(view)
            outside = desk.asking.withheld(view, (identifiers.parse(each.case) for each in files), purpose)
            files = [each for each in files if identifiers.parse(each.case) not in outside]
            found = (
                handover.in_transit(files, instant(now))
                if every
                else handover.lost(files, instant(now), desk.me.office)
            )
            cases = {identifiers.parse(each.case) for each in found}
            numbers = numbering.values_of(view, view.records(cases).values())
        looked = [(identifiers.parse(each.step), identifiers.parse(each.case)) for each in found]
        desk.consultation.looked_at("handovers", looked, now=now, purpose=purpose)
        called = {
            identifiers.to_text(case): numbering.called(values).marked(language) for case, values in numbers.items()
        }
        told = [_document(each, called, desk.me.office, instant(now), language) for each in found]
        return {"handovers": told, "warnings": Timekeeping(desk).doubts(language)}


def _case_files(view: View) -> list[CaseFile]:
    """The cases that anything was sent of, each with its hand-overs and receipts alone."""
    wanted = select(record_table.c.id).where(record_table.c.type.in_(TYPES), view.condition())
    records: defaultdict[bytes, dict[bytes, Record]] = defaultdict(dict)
    for each, record in view.records(view.connection.scalars(wanted)).items():
        if record.row.case is not None:
            records[record.row.case][each] = record
    found = ((case, case_files.of_records(view, case, several)) for case, several in sorted(records.items()))
    return [case_file for _, case_file in found if case_file.steps]


def _document(found: InTransit, called: dict[str, str], office: str, now: datetime.datetime, language: str) -> Document:
    return {
        "case": found.case,
        "number": called.get(found.case) or None,
        "record": found.step,
        "kind": found.kind,
        "label": codes.code_list("handover_kind").label(found.kind, language),
        "from_office": found.from_office,
        "to_office": found.to_office,
        "side": "sent" if found.from_office == office else "to_receive" if found.to_office == office else "other",
        "sent_at": moment_of(found.sent_at),
        "due": moment_of(found.due),
        "overdue": found.overdue(now),
        "refused": found.refused,
    }
