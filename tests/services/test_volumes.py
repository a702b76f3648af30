"""Sheets of a volume: none backwards, each counted once, and what stands twice is told and kept."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from icjims_core.problem import Refused
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import edit, new_case, text


def enter(workspace: Workspace, case: bytes, type_: str, *words: str) -> bytes:
    return workspace.records.new(type_, assignments.parse(words), case=case).record


def volume(workspace: Workspace, case: bytes, number: int = 1, *words: str) -> bytes:
    return enter(workspace, case, "case_volume", f"volume_number={number}", *words)


def paper(workspace: Workspace, case: bytes, inside: bytes, title: str, first: int, last: int | None = None) -> bytes:
    end = (f"folio_to={last}",) if last is not None else ()
    return enter(workspace, case, "case_folio", f"volume={text(inside)}", f"title={title}", f"folio_from={first}", *end)


def told(workspace: Workspace, record: bytes) -> list[tuple[str, dict[str, object]]]:
    return [(each.code, dict(each.params)) for each in workspace.advice.after_saving(record, "ru", made=False)]


def test_sheets_that_run_backwards_are_refused(aida: Workspace) -> None:
    case = new_case(aida)
    inside = volume(aida, case)
    with pytest.raises(Refused) as problem:
        paper(aida, case, inside, "рапорт", 2, 1)
    assert (problem.value.params["field"], problem.value.params["rule"]) == ("folio_to", "below")
    record = paper(aida, case, inside, "рапорт", 2, 2)
    with pytest.raises(Refused):
        edit(aida, record, "folio_from=3")


def test_sheets_of_two_papers_are_told_with_the_other_paper(aida: Workspace) -> None:
    case = new_case(aida)
    inside, elsewhere = volume(aida, case), volume(aida, case, 2)
    first = paper(aida, case, inside, "заявление", 1, 3)
    paper(aida, case, elsewhere, "справка", 1, 3)
    second = paper(aida, case, inside, "рапорт", 2, 4)
    assert told(aida, second) == [("folios_overlap", {"title": "заявление", "first": 2, "last": 3})]
    aida.records.annul(first, "Ошибка")
    assert told(aida, second) == []


def test_two_volumes_of_one_number_and_kind_are_told(aida: Workspace) -> None:
    case = new_case(aida)
    volume(aida, case, 1, "kind=main")
    assert told(aida, volume(aida, case, 2, "kind=main")) == []
    again = volume(aida, case, 1, "kind=main")
    assert told(aida, again) == [("volume_twice", {"number": 1})]
    assert told(aida, volume(aida, new_case(aida), 1, "kind=main")) == []


def test_the_inventory_counts_each_sheet_once_and_is_in_the_papers_language(aida: Workspace, tmp_path: Path) -> None:
    case = new_case(aida)
    inside = volume(aida, case, 1, "title=Материалы")
    for title, first, last in (("заявление", 1, 3), ("рапорт", 2, 4), ("протокол", 5, 15)):
        paper(aida, case, inside, title, first, last)
    aida.printing.inventory(case, tmp_path / "i.pdf", "en")
    page = " ".join(pypdf.PdfReader(tmp_path / "i.pdf").pages[0].extract_text().split())
    assert "Итого: 15" in page
    assert "Том 1. Материалы" in page
    assert "Volume" not in page
