"""Numbers of the Register as they were entered here: what is doubtful about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import ColumnElement

from icjims_core import codes
from icjims_core.paper.numbers import Doubt, Stated, doubts_of_cases, normalised
from icjims_core.problem import Parameter, Problem
from icjims_core.projections import register
from icjims_core.projections.tables import record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import Document
from icjims_desktop.services.scope import View

DOUBTS = "number_doubt"
"""The code list of what may be doubtful about a number."""


class Register:
    """The numbers that the records of one open store state."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def doubts(self, language: str) -> Document:
        """Every doubtful number with the records that carry it; the numbers are read before the log is told."""
        desk = self._desk
        with desk.view() as view:
            offices = _office_of(view)
            found = register.doubts(view.connection, view.condition(), idle=_idle(view), office_of=offices)
            ids = [bytes.fromhex(record) for each in found for record in each.records]
            numbered = (*_stated(view), *register.typed(view.connection, view.condition()))
            cases = {each.record: each.case for each in numbered}
        desk.consultation.looked_at("register", [(each, cases[each]) for each in ids], now=desk.now())
        labels = codes.code_list(DOUBTS)
        return {"doubts": [_document(each, labels.label(each.code, language), cases) for each in found]}

    def advice(self, record: bytes) -> list[Problem]:
        """What is doubtful about the number that a record states; nothing is refused for it."""
        with self._desk.view() as view:
            this = record_table.c.id == record
            stated = advice_on(view, _stated(view, this))
            return [*stated, *_advice_on_typed(view, register.typed(view.connection, view.condition(), this))]


def _stated(view: View, *conditions: ColumnElement[bool]) -> Sequence[Stated]:
    return register.stated(view.connection, view.condition(), *conditions, idle=_idle(view))


def _idle(view: View) -> frozenset[int]:
    return frozenset().union(*(view.idle(each) for each in register.SOURCES))


def _office_of(view: View) -> Callable[[bytes], str]:
    return lambda key: view.people.author(key).office


def advice_on(view: View, mine: Sequence[Stated]) -> list[Problem]:
    """What is doubtful about these numbers beside all that stand here; they may stand already or not yet."""
    if not mine:
        return []
    records = {each.record for each in mine}
    held = [each for each in _stated(view) if each.record not in records]
    found = doubts_of_cases([*held, *mine], codes.code_list("office").entries)
    numbers = {normalised(each.number) for each in mine}
    return [advise("doubtful_number", rule=each.code, number=each.number) for each in found if each.number in numbers]


def _advice_on_typed(view: View, mine: Sequence[Stated]) -> list[Problem]:
    """Whether another case of the office carries the number that it typed for this one."""
    found = register.typed_doubts(view.connection, view.condition(), office_of=_office_of(view)) if mine else ()
    records = {each.record.hex() for each in mine}
    double = [each for each in found if records.intersection(each.records)]
    return [advise("doubtful_number", rule="typed_duplicate", number=each.number) for each in double]


def advise(code: str, **params: Parameter) -> Problem:
    """Advice as the programs word it; nothing is raised for it."""
    return Problem(code, **params)


def _document(found: Doubt, label: str, cases: dict[bytes, bytes]) -> Document:
    records = [bytes.fromhex(each) for each in found.records]
    return {
        "code": found.code,
        "label": label,
        "number": found.number,
        "records": [identifiers.to_text(each) for each in records],
        "cases": [identifiers.to_text(cases[each]) for each in records],
    }
