"""What the workbook of a take-over asks for, and what is wrong in it, told so that a clerk mends it by herself."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from icjims_core import codes
from icjims_core.declarations.schema import Field, Kind, Merge
from icjims_core.declarations.words import Label
from icjims_core.modules import registry
from icjims_core.problem import Refused
from icjims_core.problem_texts import problem_parts
from icjims_desktop.services.documents import Document
from icjims_desktop.services.import_export.workbook import Cell, Row

FEW: Final = 6
"""Up to so many codes are told one by one; of more it is told where they stand."""
MOST_FOUND, MOST_ROWS = 80, 20
_FORMS: Final[Mapping[Kind, Label]] = {
    Kind.DATE: Label("күнү, мисалы 31.12.2026", "дата, например 31.12.2026", "a date, as 31.12.2026"),
    Kind.TIMESTAMP: Label(
        "күнү жана убактысы, мисалы 31.12.2026 14:05",
        "дата и время, например 31.12.2026 14:05",
        "date and time, as 31.12.2026 14:05",
    ),
    Kind.PIN: Label("14 сан", "14 цифр", "14 digits"),
    Kind.INT: Label("бүтүн сан", "целое число", "a whole number"),
}
_EXAMPLES: Final = {
    "part": "2",
    "charge_part": "2",
    "custody_segments": "custody 2026-03-01T10:00/2026-04-30T10:00 СИЗО-1",
}
"""Of fields that have a form of their own: how it is written."""
_RANGE: Final = Label("{least}–{most}", "от {least} до {most}", "from {least} to {most}")
_EXAMPLE: Final = Label("үлгүдөй: {example}", "по образцу: {example}", "as in the example: {example}")
_LISTED: Final = Label(
    "тизмедеги маани («{sheet}» барагы, «{list}» тилкеси)",
    "значение из списка (лист «{sheet}», столбец «{list}»)",
    "a value of the list (sheet “{sheet}”, column “{list}”)",
)
_ONE_OF: Final = Label("бирөө: {several}", "одно из: {several}", "one of: {several}")
_TEXT: Final = Label("{most} белгиге чейинки текст", "текст до {most} знаков", "text of up to {most} characters")
_SEVERAL: Final = Label("бир нечеси — «;» аркылуу", "несколько — через «;»", "several of them with “;” between")
_FOUND: Final = Label("Уячада: «{found}».", "В ячейке: «{found}».", "In the cell: “{found}”.")
_BLANK: Final = Label("Уяча бош.", "Ячейка пуста.", "The cell is empty.")
_EXPECTED: Final = Label("Керек: {expected}.", "Нужно: {expected}.", "Expected: {expected}.")
_ALSO: Final = Label("Ушул эле саптарда: {rows}.", "То же в строках: {rows}.", "The same in the rows: {rows}.")
_MORE: Final = Label("дагы {count}", "и ещё {count}", "and {count} more")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a row; `name` is the column (`type.field`, or a key), or a type where the row is meant."""

    row: Row
    name: str
    problem: Refused

    @property
    def column(self) -> str:
        """The letter of the column; empty where the sheet has none for it."""
        return self.row.columns.get(self.name, "")


def form_of(field: Field, language: str) -> str:
    """How a date, a number or a text of a form of its own is written in a cell; empty where any text will do."""
    if field.name in _EXAMPLES:
        return _EXAMPLE.text(language).format(example=_EXAMPLES[field.name])
    if field.kind not in _FORMS:
        return ""
    form = _FORMS[field.kind].text(language)
    if field.minimum is None or field.maximum is None:
        return form
    return f"{form} {_RANGE.text(language).format(least=field.minimum, most=field.maximum)}"


def expected(field: Field, language: str, lists: str) -> str:
    """What a cell of a field takes; `lists`: the sheet on which the codes stand."""
    said = form_of(field, language)
    if field.kind in (Kind.CODE, Kind.TRI):
        listed = codes.code_list(field.codes or field.kind.value)
        labels = [each.label.text(language) for each in listed.entries.values()]
        several = _ONE_OF.text(language).format(several="; ".join(labels))
        said = several if len(labels) <= FEW else _LISTED.text(language).format(sheet=lists, list=listed.name)
    said = said or _TEXT.text(language).format(most=field.limit)
    return f"{said} ({_SEVERAL.text(language)})" if field.merge in (Merge.SET, Merge.APPEND) else said


def told(mistakes: Sequence[Mistake], keys: Mapping[str, Label], lists: str, language: str) -> list[Document]:
    """Mistakes as documents; one that several rows make alike is told once, with all of its rows."""
    alike: dict[tuple[str, ...], list[Mistake]] = {}
    for each in mistakes:
        text = _text(each, keys, lists, language)
        alike.setdefault((each.row.sheet, each.name, each.problem.code, text), []).append(each)
    return [_document(several, keys, lists, language) for several in alike.values()]


def _document(alike: Sequence[Mistake], keys: Mapping[str, Label], lists: str, language: str) -> Document:
    first, rows = alike[0], [each.row.number for each in alike]
    field = _field(first)
    label = keys.get(first.name) or (field.label if field else None)
    return {
        "sheet": first.row.sheet,
        "row": rows[0],
        "rows": rows,
        "column": first.column or None,
        "title": _title(label, language) if label else None,
        "field": first.name or None,
        "found": _found(first.row.cells.get(first.name)),
        "expected": expected(field, language, lists) if field else None,
        "code": first.problem.code,
        "rule": first.problem.params.get("rule"),
        "text": _with_rows(_text(first, keys, lists, language), rows[1:], language),
    }


def _title(label: Label, language: str) -> str:
    return label.text(language).removesuffix(" *")


def _field(mistake: Mistake) -> Field | None:
    type_, _, name = mistake.name.partition(".")
    return registry()[type_].by_name.get(name) if type_ in registry() else None


def _text(mistake: Mistake, keys: Mapping[str, Label], lists: str, language: str) -> str:
    problem = mistake.problem
    if mistake.name in keys:
        problem = Refused(problem.code, **{**problem.params, "field": _title(keys[mistake.name], language)})
    happened, means, _, todo = problem_parts(problem, language)
    field, cell = _field(mistake), mistake.row.cells.get(mistake.name)
    if field is None or problem.code != "invalid":
        return f"{happened} {means} {todo}"
    parts = [happened]
    if mistake.column:
        parts.append(_FOUND.text(language).format(found=_found(cell)) if cell else _BLANK.text(language))
    return " ".join((*parts, _EXPECTED.text(language).format(expected=expected(field, language, lists))))


def _found(cell: Cell | None) -> str | None:
    """A cell as the sheet shows it."""
    if cell is None:
        return None
    value = cell.value
    if isinstance(value, datetime.datetime):
        return f"{value:%d.%m.%Y %H:%M}"
    if isinstance(value, datetime.date):
        return f"{value:%d.%m.%Y}"
    return str(int(value) if isinstance(value, float) and value.is_integer() else value)[:MOST_FOUND]


def _with_rows(text: str, rows: Sequence[int], language: str) -> str:
    if not rows:
        return text
    shown = ", ".join(str(each) for each in rows[:MOST_ROWS])
    if len(rows) > MOST_ROWS:
        shown = f"{shown} {_MORE.text(language).format(count=len(rows) - MOST_ROWS)}"
    return f"{text} {_ALSO.text(language).format(rows=shown)}"
