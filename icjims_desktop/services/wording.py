"""What a record is called and the line that tells it, in the language of the reader."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from icjims_core import codes
from icjims_core.declarations import editions
from icjims_core.declarations.schema import Kind
from icjims_core.declarations.sentence import MISSING, sentence
from icjims_core.encoding import Value
from icjims_core.merge import State
from icjims_core.modules import registry
from icjims_core.persons import masking
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import agreed_values
from icjims_desktop.services.paper import numbering
from icjims_desktop.services.persons import participants
from icjims_desktop.services.scope import View


class Mask(Protocol):
    """What tells whose names a list does not show: `services/reading/masking.py`."""

    def hides(self, record: Record) -> bool:
        """Whether initials stand for the name."""

    def brief(self, record: Record) -> bool:
        """Whether the record shows only what finds it."""

    def left(self, record: Record, values: Mapping[str, Value]) -> dict[str, Value]:
        """What a line of this record may still be made of."""


class Wording:
    """Lines of records in one language; records that they refer to are read once. Lists give a mask for children."""

    def __init__(self, view: View, language: str, mask: Mask | None = None) -> None:
        self._view = view
        self._mask = mask
        self.language = language
        self._names: dict[str, str] = {}
        self._within: dict[str, str] = {}
        """What the records that others refer to refer to in their turn."""
        self._elsewhere: dict[bytes, dict[str, Value]] = {}

    def prepare(self, records: Iterable[Record]) -> None:
        """Read at once everything that these records refer to."""
        records = list(records)
        self._look_elsewhere(records)
        wanted = {each for record in records for each in _references(record)}
        unread = [each for each in wanted if each not in self._names]
        ids = {each: _id_of(each) for each in unread}
        found = self._view.records(each for each in ids.values() if each is not None)
        self._look_elsewhere(found.values())
        self._look_within(found.values())
        for each, known in ids.items():
            record = None if known is None else found.get(known)
            self._names[each] = MISSING if record is None else self._name(record)

    def _look_elsewhere(self, records: Iterable[Record]) -> None:
        """Read what stands of these cases in other records of theirs."""
        cases = {each.row.id for each in records if each.row.type == numbering.CASE} - self._elsewhere.keys()
        if cases:
            self._elsewhere |= numbering.standing(self._view, cases)

    def _look_within(self, records: Iterable[Record]) -> None:
        """Read whom and what these records name, for lines about their lines; it goes no deeper."""
        wanted = {each for record in records if record.row.type != participants.PERSON for each in _references(record)}
        ids = {each: known for each in wanted - self._within.keys() if (known := _id_of(each)) is not None}
        found = self._view.records(ids.values())
        self._within |= {each: self._called(found[known]) for each, known in ids.items() if known in found}

    def _name(self, record: Record) -> str:
        """What another record calls this one: a person by his names, anything else by its line."""
        if record.row.type == participants.PERSON:
            return self._called(record)
        return self._line(record, lambda each: self._within.get(each, MISSING))

    def _called(self, record: Record) -> str:
        """A person by his names, anything else by what such records are called."""
        if record.row.type != participants.PERSON:
            return self.label(record.row.type)
        hidden = self._mask is not None and self._mask.hides(record)
        return masking.initials(_agreed(record)) if hidden else participants.name_of(record)

    def names_of(self, records: Iterable[Record]) -> dict[str, str]:
        """What these records are called where others refer to them, by their ids as text."""
        records = list(records)
        self._look_within(records)
        return {identifiers.to_text(each.row.id): self._name(each) for each in records}

    def line(self, record: Record) -> str:
        """The record as one line."""
        self.prepare([record])
        return self._line(record, lambda each: self._names.get(each, MISSING))

    def label(self, type_: str) -> str:
        """What records of a type are called; an unknown type by its name."""
        declared = registry().get(type_)
        return declared.label.text(self.language) if declared else type_

    def _line(self, record: Record, name_of: Callable[[str], str]) -> str:
        declared = registry().get(record.row.type)
        if declared is None:
            return record.row.type
        values = agreed_values(declared, record.state) | self._elsewhere.get(record.row.id, {})
        if values.get(numbering.REGISTER):
            values.pop(numbering.PROVISIONAL, None)
        if self._mask is not None:
            values = self._mask.left(record, values)
        words = editions.code_words(editions.written_with(declared, record.state))
        return sentence(declared, values, self.language, name_of, words)


def code_label(list_: str, code: str, language: str) -> str:
    """The label of a code."""
    return codes.code_list(list_).label(code, language)


def _agreed(record: Record) -> dict[str, Value]:
    return agreed_values(registry()[record.row.type], record.state)


def _id_of(text: str) -> bytes | None:
    """The id in a stored reference; `None` for a text that is none: another program may have written anything."""
    try:
        return uuid.UUID(text).bytes
    except ValueError:
        return None


def _references(record: Record) -> list[str]:
    declared = registry().get(record.row.type)
    if declared is None:
        return []
    values: Mapping[str, Value] = agreed_values(declared, record.state)
    found: list[str] = []
    for field in declared.fields:
        if field.kind is Kind.REF and field.name in values:
            value = values[field.name]
            found += [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]
    return found


def moment(state: State) -> str:
    """When the step took place by the record's own field, as stored; empty where it is not stated."""
    declared = registry().get(state.type)
    if declared is None or declared.moment is None:
        return ""
    value = agreed_values(declared, state).get(declared.moment)
    return value if isinstance(value, str) else ""
