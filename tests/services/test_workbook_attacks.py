"""Workbooks that were made to hurt: each is refused by name, none takes the program with it, none loses a row."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from icjims_core.problem import Refused
from icjims_desktop.services.import_export import takeover_form, workbook
from icjims_desktop.services.import_export.takeover_form import CASES, HEADERS, PERSONS

WANTED = {CASES: ("case_key",), PERSONS: ("person_key",)}
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """The template with one row of a case."""
    path = tmp_path / "good.xlsx"
    takeover_form.write_template(path)
    book = openpyxl.load_workbook(path)
    book[CASES].cell(HEADERS + 1, 1).value = "17/2026"
    book.save(path)
    return path


def changed(good: Path, change: Callable[[bytes], bytes]) -> Path:
    """The same with another sheet of cases."""
    path = good.with_name("bad.xlsx")
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w") as target:
        for each in source.namelist():
            data = source.read(each)
            target.writestr(each, change(data) if each == SHEET else data)
    return path


def patched(good: Path, offset: int, value: int) -> Path:
    """The same with another byte in each entry of the archive's list."""
    data = bytearray(good.read_bytes())
    for found in re.finditer(rb"PK\x01\x02", bytes(data)):
        data[found.start() + offset] = value
    path = good.with_name("patched.xlsx")
    path.write_bytes(data)
    return path


def rule(path: Path) -> object:
    with pytest.raises(Refused, match="bad_workbook") as refused:
        workbook.read(path, WANTED, headers=HEADERS)
    return refused.value.params["rule"]


def test_an_archive_that_cannot_be_unpacked_is_damaged(good: Path) -> None:
    assert rule(patched(good, 8, 1)) == "damaged", "a password"
    assert rule(patched(good, 10, 97)) == "damaged", "a method that nobody knows"
    with zipfile.ZipFile(good) as archive:
        at = archive.getinfo(SHEET).header_offset + 30 + len(SHEET)
    data = bytearray(good.read_bytes())
    data[at : at + 20] = b"\xff" * 20
    cut = good.with_name("cut.xlsx")
    cut.write_bytes(data)
    assert rule(cut) == "damaged"


def test_a_row_of_a_number_beyond_any_table_ends_the_reading(good: Path) -> None:
    """The library makes up every row in between: a number of eleven digits would keep it busy for days."""
    far = b'<row r="99999999999"><c r="A99999999999" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    assert rule(changed(good, lambda data: data.replace(b"</sheetData>", far))) == "damaged"


def test_rows_below_what_the_sheet_says_of_its_size_are_read(good: Path) -> None:
    def smaller(data: bytes) -> bytes:
        return re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:B2"', data)

    for path in (good, changed(good, smaller)):
        assert [row.number for row in workbook.read(path, WANTED, headers=HEADERS)[CASES]] == [HEADERS + 1]
