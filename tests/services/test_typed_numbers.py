"""A number that somebody typed is an office's own: never of the Register's form, marked on paper, told when double."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdf
import pytest

from icjims_core.paper.numbers import provisional
from icjims_core.problem import Refused
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, edit, new_case, text
from tests.services.offices import OTHERS, District
from tests.services.test_second_beginnings import bring


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        ("01-001-2026-000999", "register_format"),
        ("01–001–2026–000999", "register_format"),
        ("01 - 001 - 2026 - 000999", "register_format"),
        (provisional("001", b"n" * 16, 1), "provisional_of_other"),
        ("ВР-001-0001", "provisional_of_other"),
    ],
)
def test_neither_a_number_of_the_registers_form_nor_a_provisional_one_is_typed(
    aida: Workspace, number: str, rule: str
) -> None:
    case = new_case(aida)
    for attempt in (
        lambda: new_case(aida, "summary=Кража", f"provisional_number={number}"),
        lambda: edit(aida, case, f"provisional_number={number}"),
    ):
        with pytest.raises(Refused) as problem:
            attempt()
        params = problem.value.params
        assert (problem.value.code, params["field"], params["rule"]) == ("invalid", "provisional_number", rule)


def test_a_case_keeps_its_own_provisional_number(aida: Workspace) -> None:
    case = new_case(aida)
    given: Any = aida.records.show(case)["number"]
    edit(aida, case, "provisional_number=КУСП 17")
    edit(aida, case, f"provisional_number={given['value']}")
    assert aida.records.show(case)["number"] == given


def test_the_same_typed_number_of_two_workstations_is_told(bureau: Bureau, aida: Workspace, bakyt: Workspace) -> None:
    first = new_case(aida, "summary=Кража", "provisional_number=КУСП 17")
    second = new_case(bakyt, "summary=Угон", "provisional_number=кусп  17")
    assert aida.register.advice(first) == []
    bureau.exchange()
    (told,) = bakyt.register.advice(second)
    assert (told.code, told.params["rule"]) == ("doubtful_number", "typed_duplicate")
    doubts: Any = aida.register.doubts("ru")["doubts"]
    (found,) = doubts
    assert (found["code"], found["cases"]) == ("duplicate", sorted([text(first), text(second)]))
    edit(aida, first, "provisional_number=КУСП 18")
    assert aida.register.doubts("ru") == {"doubts": []}


@pytest.mark.parametrize("stated", [(), ("provisional_number=КУСП 17",)], ids=["given", "typed"])
def test_papers_say_that_a_number_is_provisional(aida: Workspace, tmp_path: Path, stated: tuple[str, ...]) -> None:
    case = new_case(aida, "summary=Кража", *stated)
    number: Any = aida.records.show(case)["number"]
    aida.printing.inventory(case, tmp_path / "i.pdf", "ru")
    written = ("journal=information", "entry_number=1", "entry_date=2026-03-05", "subject=Кража")
    aida.records.new("journal_entry", assignments.parse((*written, f"about_case={text(case)}")))
    pages = " ".join(pypdf.PdfReader(tmp_path / "i.pdf").pages[0].extract_text().split())
    for word in ("убактылуу", "временный"):
        assert f"{number['value']} (" in pages
        assert word in pages


def test_the_journals_of_two_offices_may_meet(district: District) -> None:
    first = district.open("officer", "investigator")
    other = district.open("other", "investigator", office=OTHERS)
    mine = new_case(first, "summary=Кража", "provisional_number=КУСП 17")
    theirs = new_case(other, "summary=Угон", "provisional_number=КУСП 17")
    bring(first, [act for push in other.store.journal.unsent(1 << 20) for act in push.acts])
    with first.desk.view() as view:
        assert view.record(theirs).row.id == theirs
    assert first.register.doubts("ru") == {"doubts": []}
    assert first.register.advice(mine) == []
    again = new_case(first, "summary=Кража", "provisional_number=КУСП 17")
    doubts: Any = first.register.doubts("ru")["doubts"]
    assert [each["cases"] for each in doubts] == [sorted([text(mine), text(again)])]
