"""The workbook in which cases on paper are listed for take-over: its columns come from the declarations."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from icjims_core import codes
from icjims_core.declarations.schema import Field, Filled, Kind, Merge, holds
from icjims_core.declarations.words import Label
from icjims_core.modules import record_type
from icjims_desktop.services.import_export import takeover_words
from icjims_desktop.services.import_export.files import whole_file
from icjims_desktop.services.import_export.workbook import MAX_ROWS, Cell

CASES: Final = "Иштер-Дела"
PERSONS: Final = "Адамдар-Лица"
LISTS: Final = "Тизмелер-Коды"
GUIDE: Final = "Түшүндүрмө-Пояснение"
HEADERS: Final = 3
"""Rows above the data: the names of the columns, their labels in Kyrgyz, and in Russian."""

CASE_KEY: Final = "case_key"
PERSON_KEY: Final = "person_key"
_SEPARATOR: Final = " — "
_OF_PERSON: Final = "person_state"
_LEFT_OUT: Final = frozenset({"person", "scans"})

KEYS: Final = {
    CASE_KEY: Label("Булактагы иштин номери *", "Номер дела в источнике *", "Number of the case in the source *"),
    PERSON_KEY: Label("Адамдын иштеги номери *", "Номер лица по порядку *", "Number of the person in the case *"),
}
_CASE_FIELDS: Final = ("summary", "region")
_PERSON_FIELDS: Final = ("surname", "name", "patronymic", "sex", "birth_date", "pin", "citizenship")
_ABOUT_FIELDS: Final = ("age_at_act", "disability", "relation_to_accused", "family_violence")
_CHARGE_FIELDS: Final = ("charge_article", "charge_part")
NOT_ON_PAPER: Final = "from_paper"
"""The reason why a datum about a person is not stated, where its cell is empty."""
REASONS: Final = {
    "sex": "sex_reason",
    "age_at_act": "age_reason",
    "disability": "disability_reason",
    "family_violence": "family_violence_reason",
    "relation_to_accused": "relation_reason",
}
ROLES: Final = {
    "discharged": "suspect",
    "diverted": "suspect",
    **dict.fromkeys(("client", "prisoner", "released", "expunged"), "convicted"),
}
"""A standing → the role in the case, where it is not called the same."""
REQUIRED: Final = frozenset({"takeover.source_document", "person.surname"})
"""Asked for in the workbook beyond what the declarations require: without them a row cannot be told from another."""
_GIVEN: Final = frozenset({"person"})
"""What no cell states and each row of a person has."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the type of record and the field that it states."""

    type: str
    field: Field

    @property
    def name(self) -> str:
        """What row 1 calls it."""
        return f"{self.type}.{self.field.name}"

    @property
    def required(self) -> bool:
        """Whether each row must fill it: by itself, or because of what each row fills."""
        needed = self.field.required_when
        always = isinstance(needed, Filled) and (
            needed.field in _GIVEN or record_type(self.type).by_name[needed.field].required
        )
        return always or self.field.required or self.name in REQUIRED


def case_columns() -> tuple[Column, ...]:
    """The columns of a case after its key."""
    return (*_of("case", _CASE_FIELDS), *_of_takeover(of_person=False))


def person_columns() -> tuple[Column, ...]:
    """The columns of a person after the keys."""
    about = (*_of("person", _PERSON_FIELDS), *_of("participant", (*_ABOUT_FIELDS, *_CHARGE_FIELDS)))
    return (*about, *_of_takeover(of_person=True))


def columns() -> dict[str, tuple[Column, ...]]:
    """The columns of both sheets."""
    return {CASES: case_columns(), PERSONS: person_columns()}


def keys(sheet: str) -> tuple[str, ...]:
    """The columns that say which case, and which person, a row is about."""
    return (CASE_KEY,) if sheet == CASES else (CASE_KEY, PERSON_KEY)


def _of(type_: str, names: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(Column(type_, record_type(type_).by_name[name]) for name in names)


def _of_takeover(*, of_person: bool) -> tuple[Column, ...]:
    fields = [each for each in record_type("takeover").fields if each.writable and each.name not in _LEFT_OUT]
    return tuple(Column("takeover", each) for each in fields if (each.section == _OF_PERSON) == of_person)


def value_of(field: Field, cell: Cell) -> object:
    """What a cell states of a field, as a command line would: codes by code or label, dates also as 31.12.2026."""
    value = cell.value
    if field.merge in (Merge.SET, Merge.APPEND):
        parts = [each.strip() for each in str(value).replace(";", "\n").splitlines()]
        return [_one(field, each) for each in parts if each]
    return _one(field, value)


def _one(field: Field, value: object) -> object:
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d %H:%M}" if field.kind is Kind.TIMESTAMP else f"{value:%Y-%m-%d}"
    if isinstance(value, datetime.date):
        return f"{value:%Y-%m-%d} 00:00" if field.kind is Kind.TIMESTAMP else f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if field.kind in (Kind.CODE, Kind.TRI):
        return _code(field, str(value).strip())
    if field.kind in (Kind.INT, Kind.MONEY):
        return value
    text = str(value).strip()
    return _dated(text) if field.kind in (Kind.DATE, Kind.TIMESTAMP) else text


def _dated(text: str) -> str:
    """`31.12.2026 14:05` as `2026-12-31 14:05`; anything else as it is."""
    day, _, time = text.partition(" ")
    parts = day.split(".")
    if len(parts) == 3 and len(parts[2]) == 4:
        return f"{parts[2]}-{parts[1]:0>2}-{parts[0]:0>2} {time}".strip()
    return text


def _code(field: Field, text: str) -> str:
    listed = codes.code_list(field.codes or field.kind.value)
    code = text.partition(_SEPARATOR)[0].strip()
    if code in listed.entries:
        return code
    folded = text.casefold()
    named = [code for code, entry in listed.entries.items() if folded in {each.casefold() for each in entry.label}]
    return named[0] if len(named) == 1 else text


def role_of(
    stated: Mapping[str, Mapping[str, object]], taken: Mapping[str, object], case: Mapping[str, object]
) -> dict[str, object]:
    """The role of a person in the case, with what must be stated of him, or why it is not: the paper does not say.

    `stated` in his row by record type, `taken` over of him, and of his `case`.
    """
    standing = str(taken.get("person_state") or "mentioned")
    told = {"person": taken["person"], "role": ROLES.get(standing, standing), **stated["participant"]}
    if "sex" in stated["person"]:
        told["sex"] = stated["person"]["sex"]
    if told["role"] == "accused" and "charge_article" not in told:
        told |= {f"charge_{name}": case[name] for name in ("article", "part") if name in case}
    declared = record_type("participant")
    for name, reason in REASONS.items():
        needed = declared.by_name[name].required_when
        if name not in told and needed is not None and holds(needed, told):
            told[reason] = NOT_ON_PAPER
    return told


def write_template(path: Path) -> None:
    """An empty workbook with headers, lists to choose from and an explanation; raises `Refused("file_failed")`."""
    book = Workbook()
    book.remove(book.active)
    lists = {
        each.field.codes or each.field.kind.value
        for several in columns().values()
        for each in several
        if each.field.kind in (Kind.CODE, Kind.TRI)
    }
    sheets = {name: book.create_sheet(name) for name in (CASES, PERSONS, LISTS, GUIDE)}
    ranges = _write_lists(sheets[LISTS], sorted(lists))
    for name, several in columns().items():
        _write_headers(sheets[name], name, several, ranges)
    _write_guide(sheets[GUIDE])
    with whole_file(path) as file:
        book.save(file)


def _write_lists(sheet: Any, names: list[str]) -> Mapping[str, str]:
    ranges: dict[str, str] = {}
    for at, name in enumerate(names, start=1):
        letter = get_column_letter(at)
        entries = codes.code_list(name).entries
        sheet.cell(1, at, name).font = Font(bold=True)
        for row, (code, entry) in enumerate(entries.items(), start=2):
            sheet.cell(row, at, f"{code}{_SEPARATOR}{entry.label.ky} / {entry.label.ru}")
        sheet.column_dimensions[letter].width = 48
        ranges[name] = f"'{LISTS}'!${letter}$2:${letter}${len(entries) + 1}"
    return ranges


def _write_headers(sheet: Any, name: str, several: tuple[Column, ...], ranges: Mapping[str, str]) -> None:
    named = [(key, KEYS[key]) for key in keys(name)]
    named += [(each.name, _marked(each)) for each in several]
    for at, (column, label) in enumerate(named, start=1):
        for row, text in enumerate((column, label.ky, label.ru), start=1):
            cell = sheet.cell(row, at, text)
            cell.font = Font(bold=row > 1, size=8 if row == 1 else 10, color="808080" if row == 1 else "000000")
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.fill = PatternFill("solid", fgColor="EEF2F6")
        sheet.column_dimensions[get_column_letter(at)].width = 24
    for at, each in enumerate(several, start=len(keys(name)) + 1):
        _prepare(sheet, get_column_letter(at), each.field, ranges)
    sheet.freeze_panes = sheet.cell(HEADERS + 1, len(keys(name)) + 1)


def _marked(column: Column) -> Label:
    mark = " *" if column.required else ""
    label = column.field.label
    forms = (takeover_words.form_of(column.field, language) for language in codes.LANGUAGES)
    return Label(*(f"{each}{mark}" + (f"\n({form})" if form else "") for each, form in zip(label, forms, strict=True)))


def _prepare(sheet: Any, letter: str, field: Field, ranges: Mapping[str, str]) -> None:
    """A list to choose from, or the form of dates and of texts that look like numbers."""
    listed = ranges.get(field.codes or field.kind.value)
    if listed and field.merge is Merge.REGISTER:
        choice = DataValidation(type="list", formula1=f"={listed}", allow_blank=True, showErrorMessage=False)
        choice.add(f"{letter}{HEADERS + 1}:{letter}{HEADERS + MAX_ROWS}")
        sheet.add_data_validation(choice)
    forms = {Kind.DATE: "yyyy-mm-dd", Kind.TIMESTAMP: "yyyy-mm-dd hh:mm", Kind.TEXT: "@"}
    sheet.column_dimensions[letter].number_format = forms.get(field.kind, "General")


_GUIDE: Final = (
    "Ар бир сап — бир иш же бир адам; * менен белгиленгени милдеттүү. Формулалар кабыл алынбайт.",
    "Каждая строка — одно дело или одно лицо; отмеченное * обязательно. Формулы не принимаются.",
    "Адамдын сабы ишти «Булактагы иштин номери» боюнча табат. Бир эле файлды кайра жүктөө эч нерсени кайталабайт.",
    "Строка лица находит дело по «Номеру дела в источнике». Повторная загрузка того же файла ничего не удваивает.",
    "Бир уячада бир нече маани — ар бири өз сабында же «;» менен. Даталар: 2026-12-31 же 31.12.2026.",
    "Несколько значений в одной ячейке — каждое с новой строки или через «;». Даты: 2026-12-31 или 31.12.2026.",
    "Адамдын жынысы, жашы, майыптыгы, мамилеси, үй-бүлөлүк зомбулук: бош уяча — «кагазда көрсөтүлгөн эмес».",
    "Пол, возраст, инвалидность, отношение, семейное насилие: пустая ячейка значит «не указано в бумагах».",
    "Кармоо мезгили: custody 2026-03-01T10:00/2026-04-30T10:00 СИЗО-1; аягы бош болсо — уланууда.",
    "Период лишения свободы: custody 2026-03-01T10:00/2026-04-30T10:00 СИЗО-1; пустой конец — продолжается.",
)


def _write_guide(sheet: Any) -> None:
    sheet.column_dimensions["A"].width = 120
    for row, text in enumerate(_GUIDE, start=1):
        sheet.cell(row, 1, text).alignment = Alignment(wrap_text=True)
