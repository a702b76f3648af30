"""Lists and search: filters, pages, words; and files in and out."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any

import pytest

from icjims_core.problem import Refused
from icjims_desktop.services import identifiers
from icjims_desktop.services.import_export.transfer import Imported
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, edit, new_case, new_person, text, values


def listed(workspace: Workspace, type_: str, *words: str, **more: Any) -> list[str]:
    found = workspace.records.list(type_, assignments.parse(words), **more)["records"]
    assert isinstance(found, list)
    return [each["id"] for each in found]


def test_lists_are_filtered_on_columns_and_on_anything_else(aida: Workspace) -> None:
    case = new_case(aida, "summary=Кража", "article=205")
    other = new_case(aida, "summary=Грабёж", "article=206")
    person = new_person(aida, case, "aliases+=Бек", "actual_address=Бишкек")
    assert listed(aida, "case") == [text(case), text(other)]
    assert listed(aida, "case", "article=206") == [text(other)]
    assert listed(aida, "case", "article=206", "summary=Кража") == []
    assert listed(aida, "person", "aliases=Бек") == [text(person)]
    assert listed(aida, "person", "actual_address=Ош") == []
    assert listed(aida, "person", "name=") == [text(person)]
    with pytest.raises(Refused, match="unknown_field"):
        listed(aida, "person", "colour=red")
    with pytest.raises(Refused, match="unknown_type"):
        listed(aida, "cases")


def test_a_disputed_value_is_found_by_each_of_its_siblings(bureau: Bureau, aida: Workspace, bakyt: Workspace) -> None:
    case = new_case(aida, "summary=Кража")
    bureau.exchange()
    edit(aida, case, "article=205")
    edit(bakyt, case, "article=206")
    bureau.exchange()
    assert listed(aida, "case", "article=205") == listed(aida, "case", "article=206") == [text(case)]
    assert listed(aida, "case", "article=122") == []


def test_pages_follow_each_other_without_a_hole(aida: Workspace) -> None:
    cases = [text(new_case(aida)) for _ in range(5)]
    seen: list[str] = []
    after: bytes | None = None
    while True:
        page: Any = aida.records.list("case", limit=2, after=after)
        seen += [each["id"] for each in page["records"]]
        if "next" not in page:
            break
        assert page["next"] == seen[-1]
        after = identifiers.parse(page["next"])
    assert seen == cases


def test_the_timeline_begins_with_the_case_and_follows_the_events(aida: Workspace) -> None:
    case = new_case(aida, "summary=Кража", "received_times+=2026-03-01T10:00")
    person = new_person(aida, case)
    later = aida.records.new(
        "interrogation",
        assignments.parse([f"person={text(person)}", "capacity=witness", "started_at=2026-03-05T10:00"]),
        case=case,
    )
    earlier = aida.records.new(
        "interrogation",
        assignments.parse([f"person={text(person)}", "capacity=witness", "started_at=2026-03-02T10:00"]),
        case=case,
    )
    found: Any = aida.records.case(case)["records"]
    assert [each["id"] for each in found] == [text(each) for each in (case, earlier.record, later.record, person)]
    assert [each.id for each in aida.cases.file(case, "ru").steps] == [each["id"] for each in found]


def test_search_finds_what_was_just_written_in_either_alphabet(aida: Workspace) -> None:
    case = new_case(aida)
    person = new_person(aida, case)
    for question in ("токтогулов", "Токтог", "toktogulov"):
        assert aida.records.search(question, "ru") == {
            "hits": [{"id": text(person), "type": "person", "case": text(case), "text": "Токтогулов"}]
        }
    assert aida.records.search("!!", "ru") == {"hits": []}


def test_cases_come_in_windows_for_screens(aida: Workspace) -> None:
    first, second = new_case(aida, "summary=А", "article=205"), new_case(aida, "summary=Б", "article=122")
    numbers = aida.cases.numbers(sort="article")
    lines = aida.cases.lines(numbers, "ru")
    assert [each.step.id for each in lines] == [text(first), text(second)]
    assert lines[0].values["article"] == "205"
    assert aida.cases.lines(aida.cases.numbers({"article": "122"}), "en")[0].step.label == "Criminal case"
    aida.records.annul(first, "ошибка")
    assert len(aida.cases.numbers()) == 1
    assert len(aida.cases.numbers(attention="annulled")) == 1
    assert len(aida.cases.numbers(attention="conflicts")) == 0


# --- files --------------------------------------------------------------------------------------------------------


def write_lines(path: Path, *lines: object) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
    return path


FOREIGN = "0190f3a0-0000-7000-8000-000000000001"


def test_import_makes_edits_and_leaves_alone(aida: Workspace, tmp_path: Path) -> None:
    case = new_case(aida)
    known = new_person(aida, case, "name=Азамат", 'aliases:=["Бек"]')
    file = write_lines(
        tmp_path / "in.jsonl",
        {"surname": "Новый"},
        {"id": FOREIGN, "surname": "Чужой", "aliases": ["Ч"]},
        {"id": text(known), "surname": "Токтогулов", "name": "Азиз", "aliases": ["Бек", "Аз"]},
    )
    assert aida.files.take("person", file, case=case) == Imported(created=2, edited=1, unchanged=0)
    assert values(aida, known) == {"surname": "Токтогулов", "name": "Азиз", "aliases": ["Аз", "Бек"]}
    assert values(aida, identifiers.parse(FOREIGN))["aliases"] == ["Ч"]
    again = write_lines(
        tmp_path / "again.jsonl", {"id": FOREIGN, "surname": "Чужой"}, {"id": text(known), "name": "Азиз"}
    )
    assert aida.files.take("person", again, case=case) == Imported(created=0, edited=0, unchanged=2)


def test_one_entry_of_an_append_needs_no_list_in_an_import(aida: Workspace, tmp_path: Path) -> None:
    case = new_case(aida)
    first = write_lines(tmp_path / "first.jsonl", {"id": FOREIGN, "surname": "Чужой", "notes": "первая"})
    assert aida.files.take("person", first, case=case) == Imported(created=1, edited=0, unchanged=0)
    assert aida.files.take("person", first, case=case) == Imported(created=0, edited=0, unchanged=1)
    then = write_lines(tmp_path / "then.jsonl", {"id": FOREIGN, "notes": "вторая"})
    assert aida.files.take("person", then, case=case) == Imported(created=0, edited=1, unchanged=0)
    notes: Any = values(aida, identifiers.parse(FOREIGN))["notes"]
    assert [each["text"] for each in notes] == ["первая", "вторая"]


@pytest.mark.parametrize(
    ("bad", "code", "field"),
    [
        ('{"surname": "Б", "body": "x"}', "bad_line", "body"),
        ('{"surname": "Б", "birth_date": "32.01.2000"}', "bad_line", "birth_date"),
        ('{"id": "не номер", "surname": "Б"}', "bad_line", "id"),
        ('{"surname": ', "bad_line", None),
        ("[]", "bad_line", None),
        ('{"surname": NaN}', "bad_line", None),
    ],
)
def test_a_bad_line_spoils_the_whole_file_and_is_named(
    aida: Workspace, tmp_path: Path, bad: str, code: str, field: str | None
) -> None:
    case = new_case(aida)
    file = tmp_path / "in.jsonl"
    file.write_text('{"surname": "А"}\n\n' + bad + "\n", encoding="utf-8")
    with pytest.raises(Refused) as problem:
        aida.files.take("person", file, case=case)
    assert (problem.value.code, problem.value.params["line"], problem.value.params.get("field")) == (code, 3, field)
    assert listed(aida, "person") == []


def test_batches_before_a_bad_line_are_kept(aida: Workspace, tmp_path: Path) -> None:
    case = new_case(aida)
    file = write_lines(tmp_path / "in.jsonl", *({"surname": f"А{n}"} for n in range(5)), {"name": "без фамилии"})
    with pytest.raises(Refused) as problem:
        aida.files.take("person", file, case=case, batch=2)
    assert (problem.value.params["line"], problem.value.params["field"], problem.value.params["done"]) == (
        6,
        "surname",
        4,
    )
    assert len(listed(aida, "person")) == 4


def test_lines_may_refer_to_each_other_and_an_id_comes_once(aida: Workspace, tmp_path: Path) -> None:
    case = new_case(aida)
    file = write_lines(tmp_path / "in.jsonl", {"id": FOREIGN, "surname": "А"}, {"id": FOREIGN, "surname": "Б"})
    with pytest.raises(Refused) as problem:
        aida.files.take("person", file, case=case)
    assert (problem.value.params["line"], problem.value.params["rule"]) == (2, "twice")
    file = write_lines(tmp_path / "type.jsonl", {"id": text(case), "surname": "А"})
    with pytest.raises(Refused, match="other_type"):
        aida.files.take("person", file, case=case)


def test_what_was_exported_tells_everything_and_begins_nothing_elsewhere(
    bureau: Bureau, aida: Workspace, tmp_path: Path
) -> None:
    case = new_case(aida, "summary=Кража", "notes=первая")
    person = new_person(aida, case, 'aliases:=["Бек"]', "document_number=AN1")
    gone = new_person(aida, case)
    aida.records.annul(gone, "ошибка")
    assert aida.files.give("person", tmp_path / "persons.jsonl") == 1
    assert aida.files.give("person", tmp_path / "all.jsonl", annulled=True) == 2
    assert aida.files.give("case", tmp_path / "cases.jsonl") == 1
    line = json.loads((tmp_path / "persons.jsonl").read_text())
    assert line == aida.records.show(person)
    assert aida.files.take("case", tmp_path / "cases.jsonl").unchanged == 1
    other = bureau.open("other")
    with pytest.raises(Refused, match="stated_once") as refused:
        other.files.take("case", tmp_path / "cases.jsonl")
    assert refused.value.params["line"] == 1, "the centre would refuse it: the exchange brings what is another's"
    line = json.loads((tmp_path / "cases.jsonl").read_text())
    told = {name: each for name, each in line["fields"].items() if name != "provisional_number"}
    (tmp_path / "of_a_program.jsonl").write_text(json.dumps({"id": str(uuid.uuid4()), "fields": told}))
    assert other.files.take("case", tmp_path / "of_a_program.jsonl").created == 1
    assert other.files.take("case", tmp_path / "of_a_program.jsonl").unchanged == 1


def test_siblings_are_exported_as_such_and_not_taken_back(
    bureau: Bureau, aida: Workspace, bakyt: Workspace, tmp_path: Path
) -> None:
    case = new_case(aida)
    bureau.exchange()
    edit(aida, case, "summary=А")
    edit(bakyt, case, "summary=Б")
    bureau.exchange()
    aida.files.give("case", tmp_path / "cases.jsonl")
    line = json.loads((tmp_path / "cases.jsonl").read_text())
    assert {each["value"] for each in line["fields"]["summary"]["siblings"]} == {"А", "Б"}
    with pytest.raises(Refused, match="siblings"):
        aida.files.take("case", tmp_path / "cases.jsonl")


def test_a_missing_file_is_refused(aida: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="file_not_found"):
        aida.files.take("case", tmp_path / "nothing.jsonl")
    with pytest.raises(Refused, match="file_not_found"):
        aida.files.give("case", tmp_path / "nowhere" / "cases.jsonl")
    assert list(tmp_path.glob("*.unfinished")) == []


def test_special_categories_are_left_out_of_every_list_and_named(aida: Workspace) -> None:
    case = new_case(aida)
    words = ("surname=Асанов", "ethnicity=кыргыз", "pregnancy=no", "phones+=+996 555 000000")
    person = aida.records.new("person", assignments.parse(words), case=case).record
    looked = [f"person={text(person)}", "occasion=own_request", "examined_at=2026-03-07 15:30"]
    looked += ["general_condition=кровоподтёк", "requested_at=2026-03-07 15:00"]
    aida.records.new("medical_examination", assignments.parse(looked), case=case)

    found: Any = aida.records.list("person")["records"]
    examinations: Any = aida.records.list("medical_examination", purpose="criminal_proceedings")["records"]

    (shown,), (examined,) = found, examinations
    assert sorted(shown["withheld"]) == ["ethnicity", "pregnancy"]
    assert shown["fields"].keys() == {"surname", "phones"}
    assert examined["withheld"] == ["general_condition"]
    assert "кровоподтёк" not in str(examined)
    assert "кровоподтёк" in str(aida.records.show(identifiers.parse(examined["id"])))


def test_nobody_is_listed_by_a_special_category(aida: Workspace) -> None:
    with pytest.raises(Refused, match=r"invalid\(field=pregnancy, rule=filter\)"):
        aida.records.list("person", assignments.parse(("pregnancy=yes",)))
