"""Taking cases over from paper in bulk: a workbook becomes cases, persons and take-overs, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from icjims_core import record_ids
from icjims_core.declarations.validation import read_values
from icjims_core.encoding import encode
from icjims_core.modules import record_type
from icjims_core.paper.numbers import Stated as Number
from icjims_core.problem import Parameter, Problem, Refused
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import Document
from icjims_desktop.services.import_export import takeover_form, takeover_words, transfer, workbook
from icjims_desktop.services.import_export.takeover_form import CASE_KEY, CASES, HEADERS, KEYS, LISTS, PERSONS, Column
from icjims_desktop.services.import_export.takeover_words import Mistake
from icjims_desktop.services.import_export.workbook import Row
from icjims_desktop.services.paper import numbering, register
from icjims_desktop.services.recording import assignments, writing
from icjims_desktop.services.recording.writing import Stated
from icjims_desktop.services.scope import View
from icjims_desktop.store.log.commits import Change

MAX_SHOWN: Final = 500
"""So many mistakes are told; a file with more is put right in rounds."""
_MEANT: Final = b"icjims/taken over"
_SHARED: Final = ("source", "source_document", "taken_at", "officer", "stage", "stage_at")
"""What a take-over of a person has from the row of its case."""
_OF_CASE: Final = ("article", "part", "responsible")
"""What the case itself has from its take-over."""

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Planned:
    """A record that a row asks for."""

    row: Row
    record: bytes
    type: str
    case: bytes
    values: Values


@dataclass(slots=True)
class Result:
    """What a workbook came to: new records by type, records that were there already, and its mistakes."""

    made: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("case", "person", "participant", "takeover"), 0)
    )
    unchanged: int = 0
    mistakes: list[Mistake] = field(default_factory=list)
    advice: list[Problem] = field(default_factory=list)
    """What is doubtful about the numbers of the Register in the file (`doubtful_number`); nothing is refused for it."""

    def document(self, language: str) -> Document:
        """The result as the command line prints it."""
        return {
            "cases": self.made["case"],
            "persons": self.made["person"],
            "participants": self.made["participant"],
            "takeovers": self.made["takeover"],
            "unchanged": self.unchanged,
            "errors": takeover_words.told(self.mistakes, KEYS, LISTS, language)[:MAX_SHOWN],
            "error_count": len(self.mistakes),
        }


class Takeover:
    """Cases on paper into one open store."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def template(self, path: Path) -> None:
        """Write an empty workbook; raises `Refused("file_failed")`."""
        takeover_form.write_template(path)

    def take(self, path: Path, *, dry_run: bool = False) -> Result:
        """Record what a workbook lists, all of it in one transaction; with `dry_run` only say what it would come to.

        The ids follow from office, source document and keys: the same file again changes nothing, whoever took it over
        before, once his work has come here. A row that states
        something else than what was taken over by it before is a mistake, never an edit. Raises `Refused`: what
        `workbook.read` raises, and `rows_refused` with the first mistake, where nothing was recorded.
        """
        self._desk.check_enrolled()
        form = takeover_form.columns()
        wanted = {name: (*takeover_form.keys(name), *(each.name for each in each_)) for name, each_ in form.items()}
        rows = workbook.read(path, wanted, headers=HEADERS)
        now = self._desk.now()
        result = Result()
        with self._desk.view() as view:
            planned = self._planned(view, rows, form, result)
            changes = self._changes(view, planned, result, now)
            result.advice = register.advice_on(view, _numbers(planned))
        if result.mistakes and not dry_run:
            raise _refused(result.mistakes)
        if changes and not dry_run:
            self._desk.consultation.record("import", now=now, type="takeover", file=path.name[:200])
            self._desk.commit(changes, now)
        return result

    def _planned(
        self, view: View, rows: Mapping[str, Sequence[Row]], form: Mapping[str, Sequence[Column]], result: Result
    ) -> list[_Planned]:
        cases: dict[str, dict[str, object]] = {}
        ids: dict[str, bytes] = {}
        seen: set[tuple[str, ...]] = set()
        named: set[str] = set()
        planned: list[_Planned] = []
        for row in (*rows[CASES], *rows[PERSONS]):
            mistakes = len(result.mistakes)
            key = self._key(row, seen, result)
            if row.sheet == CASES:
                named.add(key[1])
            elif key[1] and key[1] not in named:
                result.mistakes.append(_mistake(row, CASE_KEY, "no_case"))
            stated = _stated(row, form[row.sheet], result)
            if len(result.mistakes) > mistakes:
                continue
            if row.sheet == CASES:
                source = stated["takeover"]
                cases[key[1]] = source
                ids[key[1]] = self._id(view, "case", str(source["source_document"]), key[1])
                planned += self._of_case(view, row, ids[key[1]], stated)
            elif key[1] in cases:
                planned += self._of_person(view, row, ids[key[1]], key[2], stated, cases[key[1]])
        return planned

    def _key(self, row: Row, seen: set[tuple[str, ...]], result: Result) -> tuple[str, ...]:
        """The sheet and the keys of a row, each once in a file."""
        names = takeover_form.keys(row.sheet)
        texts = [_key_text(row, name) for name in names]
        key = (row.sheet, *texts)
        if not all(texts):
            result.mistakes.append(_mistake(row, names[texts.index("")], "key"))
        elif key in seen:
            result.mistakes.append(_mistake(row, names[-1], "twice"))
        seen.add(key)
        return key

    def _of_case(self, view: View, row: Row, case: bytes, stated: Mapping[str, dict[str, object]]) -> list[_Planned]:
        source = stated["takeover"]
        told: dict[str, object] = {name: source[name] for name in _OF_CASE if name in source}
        return [
            _Planned(row, case, "case", case, {**stated["case"], **told}),
            _Planned(row, self._id(view, "takeover", case.hex()), "takeover", case, source),
        ]

    def _of_person(
        self,
        view: View,
        row: Row,
        case: bytes,
        key: str,
        stated: Mapping[str, dict[str, object]],
        source: Values,
    ) -> list[_Planned]:
        person = self._id(view, "person", case.hex(), key)
        shared = {name: source[name] for name in _SHARED if name in source}
        taken = {**shared, **stated["takeover"], "person": identifiers.to_text(person)}
        role = takeover_form.role_of(stated, taken, source)
        return [
            _Planned(row, person, "person", case, stated["person"]),
            _Planned(row, self._id(view, "participant", case.hex(), key), "participant", case, role),
            _Planned(row, self._id(view, "takeover", case.hex(), key), "takeover", case, taken),
        ]

    def _id(self, view: View, type_: str, *parts: str) -> bytes:
        """The id that follows from what is taken over: of whoever took it over first in the office, else mine."""
        normal = [" ".join(each.split()).casefold() for each in (type_, *parts)]
        opening = record_ids.derived_opening(_MEANT + encode([self._desk.me.office, *normal]))
        return view.begun(opening, type_, self._desk.me.office) or record_ids.bound(opening, self._desk.me.key)

    def _changes(self, view: View, planned: Sequence[_Planned], result: Result, now: int) -> list[Change]:
        known = view.records(each.record for each in planned)
        beside = {each.record: each.type for each in planned}
        new = [each for each in planned if each.record not in known]
        cases = [each.record for each in new if each.type == numbering.CASE]
        numbers = dict(zip(cases, numbering.give(self._desk, cases), strict=True)) if not result.mistakes else {}
        rows = {each.record: each.row for each in planned}
        changes: list[Change] = []
        for each in planned:
            try:
                if each.record not in known:
                    changes.append(self._new(view, each, numbers.get(each.record), beside, now))
                    result.made[each.type] += 1
                else:
                    _check_same(known[each.record], each.values)
                    result.unchanged += 1
            except Refused as problem:
                found = _of_record(each, problem, rows)
                if found not in result.mistakes:
                    result.mistakes.append(found)
        return changes

    def _new(self, view: View, each: _Planned, number: str | None, beside: Mapping[bytes, str], now: int) -> Change:
        if view.is_held(each.record):
            raise Refused("bad_row", rule="held")
        values = dict(each.values) | ({numbering.PROVISIONAL: number} if number else {})
        case = None if each.type == numbering.CASE else each.case
        stated = Stated(assignments.of_object(values), known=beside)
        return writing.new(view, self._desk.me, each.record, each.type, case, stated, now)


def _of_record(each: _Planned, problem: Refused, rows: Mapping[bytes, Row]) -> Mistake:
    """A mistake at the cell that states it: what a person has from the row of his case is wrong there, once."""
    field = str(problem.params.get("field") or "")
    row = rows[each.case] if each.type == "takeover" and field in _SHARED else each.row
    name = f"{each.type}.{field}" if field else each.type
    return Mistake(row, name, Refused(problem.code, **{"type": each.type, **problem.params}))


def _numbers(planned: Iterable[_Planned]) -> list[Number]:
    """The numbers of the Register that the rows state."""
    return [
        Number(each.record, each.case, str(each.values[numbering.REGISTER]))
        for each in planned
        if each.type == "takeover" and each.values.get(numbering.REGISTER)
    ]


def _check_same(known: Record, values: Values) -> None:
    if known.row.type == numbering.CASE and known.state.annulments:
        raise Refused("bad_row", rule="annulled", record=identifiers.to_text(known.row.id))
    different = transfer.differences(known, values)
    if different:
        record = identifiers.to_text(known.row.id)
        raise Refused("bad_row", rule="differs", record=record, field=different[0].field)


def _stated(row: Row, columns: Iterable[Column], result: Result) -> dict[str, dict[str, object]]:
    """What a row states of each type of record."""
    found: dict[str, dict[str, object]] = {"case": {}, "person": {}, "participant": {}, "takeover": {}}
    for each in columns:
        cell = row.cells.get(each.name)
        if cell is None:
            if each.required:
                result.mistakes.append(_invalid(row, each, {"rule": "required"}))
        elif cell.formula:
            result.mistakes.append(_mistake(row, each.name, "formula"))
        else:
            value = found[each.type][each.field.name] = takeover_form.value_of(each.field, cell)
            try:
                read_values(record_type(each.type), {each.field.name: value})
            except Refused as problem:
                result.mistakes.append(_invalid(row, each, problem.params))
    return found


def _invalid(row: Row, column: Column, params: Mapping[str, Parameter]) -> Mistake:
    """A cell that its field does not take."""
    stated = {**params, "field": column.field.name, "type": column.type}
    return Mistake(row, column.name, Refused("invalid", **stated))


def _key_text(row: Row, name: str) -> str:
    cell = row.cells.get(name)
    if cell is None or cell.formula:
        return ""
    value = int(cell.value) if isinstance(cell.value, float) and cell.value.is_integer() else cell.value
    return " ".join(str(value).split())


def _mistake(row: Row, name: str, rule: str) -> Mistake:
    type_, _, field_name = name.rpartition(".")
    params = {"field": field_name, "type": type_} if type_ else {"field": takeover_form.KEYS[name].ru}
    return Mistake(row, name, Refused("bad_row", rule=rule, **params))


def _refused(mistakes: Sequence[Mistake]) -> Refused:
    first = mistakes[0]
    params = {name: each for name, each in first.problem.params.items() if name in ("field", "type")}
    return Refused(
        "rows_refused",
        count=len(mistakes),
        sheet=first.row.sheet,
        row=first.row.number,
        column=first.column,
        rule=None if first.column else "row",
        cause=first.problem.code,
        cause_rule=str(first.problem.params.get("rule") or ""),
        **params,
    )
