"""Records from and to files of one JSON object a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from icjims_core.declarations.schema import Merge, RecordType
from icjims_core.declarations.validation import normalise_members, read_values
from icjims_core.encoding import encode
from icjims_core.modules import record_type
from icjims_core.problem import Parameter, Refused
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import agreed_values
from icjims_desktop.services.identifiers import Ids
from icjims_desktop.services.paper.numbering import PROVISIONAL
from icjims_desktop.services.people import Me
from icjims_desktop.services.recording import assignments, writing
from icjims_desktop.services.recording.assignments import Assignment, Operator
from icjims_desktop.services.recording.writing import Stated
from icjims_desktop.services.scope import View
from icjims_desktop.store.log.commits import Change

MAX_LINE_BYTES = 2 << 20

Numbering = Callable[[Sequence[bytes]], Sequence[str]]
"""Provisional numbers for new cases of these ids."""


@dataclass(slots=True)
class Imported:
    """What an import came to."""

    created: int = 0
    edited: int = 0
    unchanged: int = 0

    def plus(self, other: Imported) -> None:
        """Add what a batch came to."""
        self.created += other.created
        self.edited += other.edited
        self.unchanged += other.unchanged


@dataclass(slots=True)
class Line:
    """A line that was read: its number, counted from one, its id where it names one, its values by field.

    `reason`: why a record is changed, where the line says so.
    """

    number: int
    record: bytes | None
    case: bytes | None
    values: dict[str, object]
    reason: str | None = None


@dataclass(slots=True)
class Batch:
    """Changes made of lines, not yet committed."""

    changes: list[Change] = field(default_factory=list)
    result: Imported = field(default_factory=Imported)


def batches(lines: Iterable[bytes], size: int | None) -> Iterator[list[Line]]:
    """Lines by batches; without a size the whole file is one. Raises `Refused("bad_line", line=…)` for what is no JSON.

    Empty lines are passed over and counted.
    """
    batch: list[Line] = []
    for number, raw in enumerate(lines, start=1):
        if raw.strip():
            batch.append(_read(number, raw))
        if size is not None and len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _read(number: int, raw: bytes) -> Line:
    if len(raw) > MAX_LINE_BYTES:
        raise Refused("bad_line", line=number, rule="too_long")
    try:
        values = assignments.json_object(raw.strip().removeprefix(b"\xef\xbb\xbf"), "")
    except Refused:
        raise Refused("bad_line", line=number, rule="json") from None
    record, case = (_id(number, name, values.pop(name, None)) for name in ("id", "case"))
    fields, reason = values.get("fields"), values.get("reason")
    if not isinstance(fields, dict):
        return Line(number, record, case, values)
    if not isinstance(reason, str | None):
        raise Refused("bad_line", line=number, field="reason", rule="text")
    return Line(number, record, case, _of_export(number, fields), reason)


def _id(number: int, name: str, stated: object) -> bytes | None:
    if stated is None:
        return None
    try:
        return identifiers.parse(stated if isinstance(stated, str) else "")
    except Refused:
        raise Refused("bad_line", line=number, field=name, rule="ref") from None


def _of_export(number: int, fields: Mapping[str, object]) -> dict[str, object]:
    """Values by field out of a line that `export` wrote."""
    found: dict[str, object] = {}
    for name, content in fields.items():
        if not isinstance(content, dict) or "value" not in content:
            raise Refused("bad_line", line=number, field=str(name)[:100], rule="siblings")
        value = content["value"]
        entries = isinstance(value, list) and value and all(isinstance(each, dict) and "dot" in each for each in value)
        found[name] = [each.get("text", each.get("value")) for each in value] if entries else value
    return found


class Importer:
    """Turns lines into changes on one snapshot; nothing is written here.

    `case` is that of lines which name none, `reason` that of changes whose line says none; `numbering` gives the
    provisional numbers of new cases.
    """

    def __init__(
        self,
        view: View,
        me: Me,
        name: str,
        case: bytes | None,
        ids: Ids,
        numbering: Numbering,
        reason: str | None = None,
    ) -> None:
        self._reason = reason
        self._view, self._me, self._case, self._ids, self._numbering = view, me, case, ids, numbering
        self._declared = record_type(name)
        self._known: dict[bytes, Record] = {}
        self._beside: dict[bytes, str] = {}

    def read(self, lines: Sequence[Line], now: int) -> Batch:
        """The changes that a batch asks for; raises the first refusal with `line` and, where there is one, `field`."""
        fresh = iter(self._ids.several(sum(line.record is None for line in lines), now))
        rows = [(line, line.record or next(fresh)) for line in lines]
        self._known = self._view.records(line.record for line in lines if line.record)
        self._beside = {}
        self._number(rows)
        batch = Batch()
        for line, record in rows:
            if record in self._beside:
                raise Refused("bad_line", line=line.number, field="id", rule="twice")
            self._beside[record] = self._declared.name
        for line, record in rows:
            try:
                self._take(batch, line, record, now)
            except Refused as problem:
                raise at_line(problem, line.number) from None
        return batch

    def _number(self, rows: Sequence[tuple[Line, bytes]]) -> None:
        """Give provisional numbers to new cases that state none."""
        if self._declared.heads_case:
            new = [each for each in rows if each[1] not in self._known and not each[0].values.get(PROVISIONAL)]
            for (line, _), number in zip(new, self._numbering([record for _, record in new]), strict=True):
                line.values[PROVISIONAL] = number

    def _take(self, batch: Batch, line: Line, record: bytes, now: int) -> None:
        known = self._known.get(record)
        if known is None:
            self._new(batch, line, record, now)
            return
        if known.row.type != self._declared.name:
            raise Refused("invalid", field="id", rule="other_type", type=known.row.type)
        different = differences(known, line.values)
        if not different:
            batch.result.unchanged += 1
            return
        reason = writing.reason_text(line.reason or self._reason, required=False)
        stated = Stated(different, reason, known=self._beside)
        batch.changes.append(writing.edit(self._view, self._me, known, stated, now))
        batch.result.edited += 1

    def _new(self, batch: Batch, line: Line, record: bytes, now: int) -> None:
        if line.record is not None and self._view.is_held(record):
            raise Refused("not_found", record=identifiers.to_text(record))
        stated = Stated(assignments.of_object(line.values), known=self._beside)
        case = None if self._declared.heads_case else line.case or self._case
        batch.changes.append(writing.new(self._view, self._me, record, self._declared.name, case, stated, now))
        batch.result.created += 1


def differences(record: Record, values: Mapping[str, object]) -> list[Assignment]:
    """Statements of the whole values that differ from what stands; entries of an append only where they are new."""
    declared = record_type(record.row.type)
    wanted: dict[str, Any] = dict(read_values(declared, _listed(declared, values)))
    agreed: dict[str, Any] = dict(agreed_values(declared, record.state))
    found: list[Assignment] = []
    for name, value in wanted.items():
        each = declared.by_name[name]
        before = agreed.get(name)
        if each.merge is Merge.APPEND:
            fresh = _fresh(value, before or [])
            if fresh:
                found.append(Assignment(name, Operator.WHOLE, fresh))
        elif each.merge is Merge.SET:
            if encode(value) != encode(normalise_members(each, before or [])):
                found.append(Assignment(name, Operator.WHOLE, value))
        elif name not in agreed or encode(value) != encode(before):
            found.append(Assignment(name, Operator.WHOLE, value))
    return found


def _listed(declared: RecordType, values: Mapping[str, object]) -> dict[str, object]:
    """The values, where one entry of an append may stand without its list, as in a new record."""
    appends = {each.name for each in declared.fields if each.merge is Merge.APPEND}
    return {name: [each] if name in appends and isinstance(each, str) else each for name, each in values.items()}


def _fresh(entries: Sequence[Any], before: Sequence[Any]) -> list[Any]:
    """Entries that are not there yet, each as often as it is missing."""
    left = [encode(each) for each in before]
    fresh: list[Any] = []
    for each in entries:
        if encode(each) in left:
            left.remove(encode(each))
        else:
            fresh.append(each)
    return fresh


def at_line(problem: Refused, number: int) -> Refused:
    """The same refusal with the number of the line in the file; what breaks a rule of values is a `bad_line`."""
    params: dict[str, Parameter] = {"line": number, **problem.params}
    return Refused("bad_line" if problem.code == "invalid" else problem.code, **params)
