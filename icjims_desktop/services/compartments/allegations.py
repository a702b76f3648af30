"""Allegations of torture that wait for a decision, for those who may read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from icjims_core.modules import record_type
from icjims_core.problem import Problem
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import agreed_values

ALLEGATION: Final = "allegation"
UNDER_CHECK: Final = "under_check"
_FORWARDED: Final = ("forwarded_at", "prosecutor_received_at")


@dataclass(frozen=True, slots=True)
class Allegation:
    """An allegation without an outcome: its record and case; `forwarded`: whether it is stated to have gone on."""

    record: str
    case: str
    forwarded: bool


class Allegations:
    """The allegations in one open store that its user may read."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def to_forward(self, record: bytes) -> list[Problem]:
        """`allegation_to_forward` of a signed allegation that is not stated to have gone on; raises `not_found`."""
        with self._desk.view() as view:
            found = view.record(record)
        waits = found.row.type == ALLEGATION and not _told(found).forwarded
        return [Problem("allegation_to_forward", article="CPC 128(2)")] if waits else []

    def undecided(self) -> list[Allegation]:
        """Those that stand and have no outcome, or are being checked: first what was not forwarded, then the oldest.

        In cases that ask for a purpose nothing is told.
        """
        with self._desk.view() as view:
            found = [each for each in view.unsealed(type_=ALLEGATION) if not each.state.annulments]
            outside = self._desk.asking.withheld(view, (each.row.case for each in found if each.row.case))
        told = (_told(each) for each in found if each.row.case not in outside and _is_undecided(each))
        return sorted(told, key=lambda each: (each.forwarded, each.record))


def _is_undecided(record: Record) -> bool:
    return agreed_values(record_type(ALLEGATION), record.state).get("outcome") in (None, UNDER_CHECK)


def _told(record: Record) -> Allegation:
    values = agreed_values(record_type(ALLEGATION), record.state)
    case = identifiers.to_text(record.row.case) if record.row.case else ""
    return Allegation(identifiers.to_text(record.row.id), case, any(values.get(each) for each in _FORWARDED))
