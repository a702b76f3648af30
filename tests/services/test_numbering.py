"""A case has a provisional number from the start that no other device can give, and the Register's once it stands."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from icjims_core.paper.numbers import read_provisional
from icjims_core.problem import Refused
from icjims_core.projections.records import Record
from icjims_core.projections.tables import list_table
from icjims_desktop.cli import reading
from icjims_desktop.services.paper import numbering
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.scope import View
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import OFFICE, Bureau, edit, new_case, text, values

REGISTER = "08-009-2026-000412"
CASES = 1_500


def entry(workspace: Workspace, case: bytes, *words: str) -> bytes:
    """A number of the Register, from its paper."""
    paper = ("source_document=Выписка № 7", "paper_date=2026-03-02", "paper_issued_by=ИЦ", "paper_kept_at=т. 1, л. 2")
    stated = ("registered_at=2026-03-02 09:15", "source=paper", *paper, *words)
    return workspace.records.new("register_entry", assignments.parse(stated), case=case).record


def number(workspace: Workspace, case: bytes) -> Any:
    return workspace.records.show(case)["number"]


def test_a_new_case_is_given_a_provisional_number_that_says_so(aida: Workspace) -> None:
    first, second = new_case(aida), new_case(aida)
    found = number(aida, first)
    read = read_provisional(found["value"])
    assert found["provisional"] is True
    assert read is not None
    assert (read.office, read.case, read.counter) == (OFFICE, first, 1)
    assert number(aida, second)["value"].startswith(f"ВР-{OFFICE}-0002-")


def test_a_number_that_was_stated_is_kept(aida: Workspace) -> None:
    case = new_case(aida, "summary=Кража", "provisional_number=КУСП 17")
    assert number(aida, case) == {"value": "КУСП 17", "provisional": True}


@pytest.mark.parametrize(("language", "word"), [("ky", "убактылуу"), ("ru", "временный"), ("en", "provisional")])
def test_the_word_stands_in_every_line(aida: Workspace, language: str, word: str) -> None:
    case = new_case(aida)
    document = aida.records.show(case)
    lines = list(reading.record_lines(document, language))
    assert any(word in each and document["number"]["value"] in each for each in lines)  # type: ignore[index]
    assert word in reading.record_line(document, language)
    assert word in aida.cases.step(case, language).sentence


def test_the_number_of_the_register_takes_its_place_and_goes_with_its_record(aida: Workspace) -> None:
    case = new_case(aida)
    given = number(aida, case)
    record = entry(aida, case, f"register_number={REGISTER}")
    assert number(aida, case) == {"value": REGISTER, "provisional": False}
    assert values(aida, case)["register_number"] == REGISTER
    line = aida.cases.step(case, "ru").sentence
    assert REGISTER in line
    assert "временный" not in line
    shown = aida.cases.lines(aida.cases.numbers(), "ru")[0].values
    assert shown["register_number"] == REGISTER
    listed: Any = aida.records.list("case")["records"]
    assert listed[0]["number"]["value"] == REGISTER
    aida.records.annul(record, "Внесён по ошибке")
    assert number(aida, case) == given


def test_of_two_numbers_the_one_registered_first_is_shown_and_one_of_another_form_counts(aida: Workspace) -> None:
    case = new_case(aida)
    entry(aida, case, "other_number=412/2019")
    assert number(aida, case)["value"] == "412/2019"
    entry(aida, case, f"register_number={REGISTER}", "registered_at=2026-03-03 10:00")
    entry(aida, case, "register_number=08-009-2026-000413", "registered_at=2026-03-02 10:00")
    assert number(aida, case)["value"] == "08-009-2026-000413"


def test_numbers_are_told_without_reading_the_records_that_state_them(
    aida: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = [new_case(aida), new_case(aida)]
    records = [entry(aida, each, f"register_number=08-009-2026-00041{at}") for at, each in enumerate(cases)]
    edit(aida, records[1], "register_number=08-009-2026-000417", "registered_at=2026-03-02 09:15")
    read: list[bytes] = []
    folded = View.folded

    def reading(view: View, ids: Iterable[bytes]) -> dict[bytes, Record]:
        several = list(ids)
        read.extend(several)
        return folded(view, several)

    monkeypatch.setattr(View, "folded", reading)
    with aida.desk.view() as view:
        found = numbering.standing(view, cases)
    assert [found[each]["register_number"] for each in cases] == ["08-009-2026-000410", "08-009-2026-000417"]
    assert set(read) == {records[1]}, "only one that was changed may hold what somebody forged"


def test_nobody_writes_the_number_of_the_register_into_the_case(aida: Workspace) -> None:
    with pytest.raises(Refused) as problem:
        new_case(aida, "summary=Кража", f"register_number={REGISTER}")
    assert (problem.value.code, problem.value.params["field"]) == ("invalid", "register_number")


def given_out(workspace: Workspace, folder: Path, name: str) -> list[str]:
    """The numbers of many cases that are taken from a file."""
    file = folder / f"{name}.jsonl"
    file.write_text("".join(json.dumps({"summary": f"{name} {each}"}) + "\n" for each in range(CASES)))
    workspace.files.take("case", file, batch=500)
    with workspace.desk.view() as view:
        rows = view.connection.execute(select(list_table("case").c.provisional_number)).scalars().all()
    workspace.close()
    return [str(each) for each in rows]


def put_back(saved: Path, root: Path) -> None:
    """Old bytes into the files that are there, their numbers on the disk and all marks as they were."""
    for path in root.rglob("*"):
        if path.is_file() and not (saved / path.relative_to(root)).exists():
            path.unlink()
    for path in saved.rglob("*"):
        if path.is_file():
            (root / path.relative_to(saved)).write_bytes(path.read_bytes())


def test_devices_copies_and_a_cloned_machine_give_no_number_twice(
    bureau: Bureau, aida: Workspace, bakyt: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Thousands of cases: two devices, a copy of the first, and its clone, which cannot know that it is one."""
    bureau.close()
    folder = tmp_path_factory.mktemp("files")
    saved = folder / "saved"
    shutil.copytree(bureau.root, saved)
    shutil.copytree(bureau.root / "aida", bureau.root / "copy")
    every = given_out(bureau.again("bakyt"), folder, "bakyt")
    copy = bureau.again("aida", station="copy")
    assert [each.code for each in copy.warnings] == ["copied"]
    every += given_out(copy, folder, "copy")
    every += given_out(bureau.again("aida"), folder, "first")
    put_back(saved, bureau.root)
    clone = bureau.again("aida")
    assert list(clone.warnings) == []
    every += given_out(clone, folder, "clone")
    assert len(every) == len(set(every)) == 4 * CASES
    assert {read.counter for each in every if (read := read_provisional(each))} == set(range(1, CASES + 1))


def test_a_number_in_two_cases_is_named_with_both_and_advised_when_it_is_saved(aida: Workspace) -> None:
    first, second = new_case(aida), new_case(aida)
    one = entry(aida, first, f"register_number={REGISTER}")
    again = entry(aida, first, f"register_number={REGISTER}")
    assert aida.register.doubts("ru") == {"doubts": []}
    assert aida.register.advice(again) == []
    other = entry(aida, second, f"register_number={REGISTER}")
    doubts: Any = aida.register.doubts("en")["doubts"]
    (found,) = doubts
    assert (found["code"], found["number"]) == ("duplicate", REGISTER)
    assert found["records"] == [text(one), text(other)]
    assert found["cases"] == [text(first), text(second)]
    (advice,) = aida.register.advice(other)
    assert (advice.code, advice.params["rule"]) == ("doubtful_number", "duplicate")
    aida.records.annul(other, "Не тот номер")
    assert aida.register.doubts("ru") == {"doubts": []}


def test_an_unknown_body_is_doubted_and_kept(aida: Workspace) -> None:
    record = entry(aida, new_case(aida), "register_number=08-999-2026-000412")
    (advice,) = aida.register.advice(record)
    assert (advice.params["rule"], advice.params["number"]) == ("body", "08-999-2026-000412")
    assert values(aida, record)["register_number"] == "08-999-2026-000412"
