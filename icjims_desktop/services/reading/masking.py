"""What a list leaves out, by whose case it is: all but what finds a record, and the names of children (CPC 476)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
from icjims_desktop.services.scope import View


class Mask:
    """For one list: each case is looked at once."""

    def __init__(self, view: View, desk: Desk, purpose: str | None) -> None:
        self._view, self._me = view, desk.me
        self._asking, self._purpose = desk.asking, purpose
        self._at = instant(desk.now())
        self._cases: dict[bytes, bool] = {}
        self._unopened: dict[bytes, bool] = {}

    def read(self, records: Iterable[Record]) -> None:
        """Look at the cases of these records at once."""
        cases = {each.row.case for each in records if each.row.case is not None} - self._unopened.keys()
        outside = self._asking.unopened(self._view, cases, self._purpose)
        self._unopened |= {each: each in outside for each in cases}

    def brief(self, record: Record) -> bool:
        """Whether the record shows only what finds it: with the purpose stated so far it would not be opened."""
        self.read([record])
        return record.row.case is not None and self._unopened[record.row.case]

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
        declared = registry()[record.row.type]
        if self.brief(record):
            return {name: values[name] for name in masking.finding_fields(declared) & values.keys()}
        special = {each.name for each in declared.fields if each.sensitivity is Sensitivity.SPECIAL_CATEGORY}
        return {name: each for name, each in values.items() if name not in special}

    def _outside(self, case: bytes) -> bool:
        """Whether he would be asked for a purpose before the case is opened."""
        if case not in self._cases:
            actor, subject = access.of_case(self._view, self._me, case, self._at)
            self._cases[case] = isinstance(decide(Operation.CONSULT, actor, subject), Refused)
        return self._cases[case]


def of(desk: Desk, view: View, purpose: str | None = None) -> Mask:
    """The mask for a list that is about to be made, with the purpose that was stated for it."""
    return Mask(view, desk, purpose)


def in_list(desk: Desk, view: View, records: Sequence[Record], purpose: str | None = None) -> list[Document]:
    """The documents of records as a list shows them: without special categories, named under `withheld`; of a masked
    child initials alone, and `masked`; outside one's own cases only what finds the record, and `brief`."""
    mask = of(desk, view, purpose)
    mask.read(records)
    documents = numbering.documents_of(view, records)
    return [_shown(mask, record, document) for record, document in zip(records, documents, strict=True)]


def _shown(mask: Mask, record: Record, document: Document) -> Document:
    declared = registry().get(record.row.type)
    if mask.hides(record):
        return _masked(document)
    if not mask.brief(record):
        return without_special(document)
    kept = masking.finding_fields(declared) if declared else frozenset()
    fields = cast("dict[str, Document]", document["fields"])
    return {**document, "fields": {name: each for name, each in fields.items() if name in kept}, "brief": True}


def _masked(document: Document) -> Document:
    fields = cast("dict[str, dict[str, Value]]", document["fields"])
    left = masking.masked({name: each["value"] for name, each in fields.items() if "value" in each})
    return {**document, "fields": {name: {"value": each} for name, each in left.items()}, "masked": True}
