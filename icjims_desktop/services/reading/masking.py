"""Children in lists: whether the user sees a name or initials, by whose case it is (CPC 476)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from icjims_core.access import Operation, Refused, decide
from icjims_core.declarations.schema import Sensitivity
from icjims_core.encoding import Value
from icjims_core.law.rule_data import BISHKEK
from icjims_core.modules import registry
from icjims_core.persons import masking, profile
from icjims_core.persons.profile import PERSON
from icjims_core.projections.records import Record
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import Document, without_special
from icjims_desktop.services.moments import instant
from icjims_desktop.services.oversight import access
from icjims_desktop.services.paper import numbering
from icjims_desktop.services.people import Me
from icjims_desktop.services.scope import View


class Mask:
    """For one list: each case is looked at once."""

    def __init__(self, view: View, me: Me, now: int) -> None:
        self._view, self._me = view, me
        self._at = instant(now)
        self._cases: dict[bytes, bool] = {}

    def hides(self, record: Record) -> bool:
        """Whether this is the record of a child whose name the user is not to read in a list."""
        case = record.row.case
        if record.row.type != PERSON or case is None:
            return False
        values = profile.standing(registry()[PERSON], record.state)
        return masking.is_child(values, self._at.astimezone(BISHKEK).date()) and self._outside(case)

    def left(self, record: Record, values: Mapping[str, Value]) -> dict[str, Value]:
        """What a line of this record may still be made of."""
        if self.hides(record):
            return cast("dict[str, Value]", masking.masked(values))
        fields = registry()[record.row.type].fields
        special = {each.name for each in fields if each.sensitivity is Sensitivity.SPECIAL_CATEGORY}
        return {name: each for name, each in values.items() if name not in special}

    def _outside(self, case: bytes) -> bool:
        """Whether he would be asked for a purpose before the case is opened."""
        if case not in self._cases:
            actor, subject = access.of_case(self._view, self._me, case, self._at)
            self._cases[case] = isinstance(decide(Operation.CONSULT, actor, subject), Refused)
        return self._cases[case]


def of(desk: Desk, view: View) -> Mask:
    """The mask for a list that is about to be made."""
    return Mask(view, desk.me, desk.now())


def in_list(desk: Desk, view: View, records: Sequence[Record]) -> list[Document]:
    """The documents of records as a list shows them: without special categories, named under `withheld`; of a masked
    child initials alone, and `masked`."""
    mask = of(desk, view)
    documents = map(without_special, numbering.documents_of(view, records))
    return [
        _masked(document) if mask.hides(record) else document
        for record, document in zip(records, documents, strict=True)
    ]


def _masked(document: Document) -> Document:
    fields = document["fields"]
    values: dict[str, Value] = {}
    if isinstance(fields, dict):
        values = {name: each["value"] for name, each in fields.items() if "value" in each}
    left = masking.masked(values)
    kept = {name: each for name, each in document.items() if name != "withheld"}
    return {**kept, "fields": {name: {"value": each} for name, each in left.items()}, "masked": True}
