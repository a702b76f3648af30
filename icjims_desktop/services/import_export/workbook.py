"""Workbooks (XLSX) that strangers filled in: read with limits, values only, nothing of them computed or followed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError

import openpyxl
from defusedxml import DefusedXmlException
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from icjims_core.problem import Refused
from icjims_desktop.services.import_export.files import file_problem

MAX_FILE: Final = 20 << 20
MAX_UNPACKED: Final = 200 << 20
MAX_PARTS: Final = 500
MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 200
LAST_ROW: Final = 1 << 20
"""No program for tables has more; the library makes up every row that a number passes over."""
FORMULA: Final = "f"
ERROR: Final = "e"


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell: the letter of its column, and what it holds; `formula` when that is computed or an error."""

    column: str
    value: object
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet that is not empty: its number as the program for tables shows it, its filled cells by header.

    `columns`: the letter of every column of the sheet by header.
    """

    sheet: str
    number: int
    cells: Mapping[str, Cell]
    columns: Mapping[str, str]


def read(path: Path, sheets: Mapping[str, Iterable[str]], *, headers: int) -> dict[str, list[Row]]:
    """The rows of these sheets below the headers; row 1 names the columns, of which each sheet must have these.

    Raises `Refused`: `file_not_found`, `file_failed`, and `bad_workbook` by the rules `damaged`, `too_large`, `macros`,
    `sheet`, `column`, `too_many_rows`.
    """
    try:
        _check_archive(path)
        with path.open("rb") as file:
            book = openpyxl.load_workbook(file, read_only=True, data_only=False, keep_links=False, rich_text=False)
            try:
                return {name: list(_rows(book, name, frozenset(wanted), headers)) for name, wanted in sheets.items()}
            finally:
                book.close()
    except OSError as error:
        raise file_problem(error, path) from error
    except (zipfile.BadZipFile, InvalidFileException, DefusedXmlException, ParseError) as error:
        raise Refused("bad_workbook", rule="damaged") from error
    except (RuntimeError, EOFError, zlib.error) as error:
        # An archive with a password, of an unknown method, or cut short inside.
        raise Refused("bad_workbook", rule="damaged") from error
    except (KeyError, ValueError, TypeError, AttributeError, IndexError) as error:
        # What the library makes of a document that only looks like a workbook.
        raise Refused("bad_workbook", rule="damaged") from error


def _check_archive(path: Path) -> None:
    """Sizes as the archive states them; the library for archives reads no more than is stated."""
    if path.stat().st_size > MAX_FILE:
        raise Refused("bad_workbook", rule="too_large")
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(each.file_size for each in parts) > MAX_UNPACKED:
        raise Refused("bad_workbook", rule="too_large")
    if any("vbaproject" in each.filename.lower() for each in parts):
        raise Refused("bad_workbook", rule="macros")


def _rows(book: Any, name: str, wanted: frozenset[str], headers: int) -> Iterator[Row]:
    if name not in book.sheetnames:
        raise Refused("bad_workbook", rule="sheet", sheet=name)
    sheet = book[name]
    # What the sheet says of its size is not to be believed: rows below it would be left out without a word.
    sheet.reset_dimensions()
    columns: dict[int, str] = {}
    letters: dict[str, str] = {}
    # The rows that a number passes over are one and the same object.
    passed_over: object = None
    for number, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), start=1):
        if number > LAST_ROW:
            raise Refused("bad_workbook", rule="damaged")
        if number == 1:
            columns = {at: str(each.value).strip() for at, each in enumerate(cells) if each.value}
            letters = {each: get_column_letter(at + 1) for at, each in columns.items()}
            missing = wanted - set(columns.values())
            if missing or len(columns) > len(set(columns.values())):
                raise Refused("bad_workbook", rule="column", sheet=name, column=min(missing, default=""))
        elif number > headers and cells is not passed_over:
            found = {columns[at]: _cell(each, at) for at, each in enumerate(cells) if at in columns and _filled(each)}
            if found and number > headers + MAX_ROWS:
                raise Refused("bad_workbook", rule="too_many_rows", sheet=name, limit=MAX_ROWS)
            if found:
                yield Row(name, number, found, letters)
            passed_over = cells


def _filled(cell: Any) -> bool:
    return cell.value is not None and (not isinstance(cell.value, str) or bool(cell.value.strip()))


def _cell(cell: Any, at: int) -> Cell:
    return Cell(get_column_letter(at + 1), cell.value, formula=cell.data_type in (FORMULA, ERROR))
