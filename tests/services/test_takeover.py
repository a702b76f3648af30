"""Cases on paper come in from a workbook, whole or not at all, once however often; what lies before is not judged."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select

from icjims_core import record_ids
from icjims_core.problem import Refused
from icjims_core.projections.tables import record_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.import_export import takeover, takeover_form, workbook
from icjims_desktop.services.import_export.takeover_form import CASES, HEADERS, PERSONS
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, edit, text, values
from tests.services.test_persons import hide

CASE = {
    "case_key": "17/2026",
    "case.summary": "Кража из дома",
    "takeover.source": "case_file — кагаз кылмыш иши / бумажное уголовное дело",
    "takeover.source_document": "Дело № 17, л. 1–210",
    "takeover.taken_at": datetime.datetime(2026, 9, 1, 9, 0),  # noqa: DTZ001 - as cells hold it
    "takeover.officer": "следователь Сыдыков",
    "takeover.stage": "На следствии",
    "takeover.stage_at": "01.03.2026 10:00",
    "takeover.initiated_at": "01.03.2026 10:00",
    "takeover.article": "205",
    "takeover.part": 2.0,
    "takeover.register_number": "08-009-2026-000412",
    "takeover.term_until": datetime.datetime(2026, 11, 1),  # noqa: DTZ001 - as cells hold it
    "takeover.volumes": 2,
}
PERSON = {
    "case_key": "17/2026",
    "person_key": 1,
    "person.surname": "Асанов",
    "person.name": "Бакыт",
    "person.sex": "мужской",
    "person.birth_date": "12.05.1990",
    "takeover.person_state": "accused",
    "takeover.measure": "custody",
    "takeover.measure_until": "2026-10-30 10:00",
    "takeover.custody_segments": "apprehension 2026-03-01T10:00/2026-03-03T10:00 ИВС; custody 2026-03-03T10:00/ СИЗО-1",
}


@pytest.fixture
def officer(bureau: Bureau) -> Workspace:
    return bureau.open("sydykov", "investigator")


def filled(folder: Path, officer: Workspace, *rows: tuple[str, Mapping[str, object]], name: str = "a.xlsx") -> Path:
    """The template with these rows."""
    path = folder / name
    officer.takeover.template(path)
    book = openpyxl.load_workbook(path)
    for sheet_name, row in rows:
        sheet = book[sheet_name]
        columns = {cell.value: cell.column for cell in sheet[1]}
        at = max((cell.row for cell in sheet["A"] if cell.value is not None), default=HEADERS) + 1
        for column, value in row.items():
            sheet.cell(at, columns[column], value)
    book.save(path)
    return path


def mistakes(officer: Workspace, path: Path, language: str = "ru") -> list[dict[str, Any]]:
    found: Any = officer.takeover.take(path, dry_run=True).document(language)["errors"]
    return list(found)


def test_a_case_and_its_persons_are_taken_over_and_what_lies_before_is_neither_met_nor_missed(
    officer: Workspace, tmp_path: Path
) -> None:
    path = filled(tmp_path, officer, (CASES, CASE), (PERSONS, PERSON))
    assert mistakes(officer, path) == []
    assert officer.records.list("case")["records"] == []
    result = officer.takeover.take(path)
    assert (result.made, result.unchanged) == ({"case": 1, "person": 1, "participant": 1, "takeover": 2}, 0)
    listed: Any = officer.records.list("case")["records"]
    (shown,) = listed
    case = bytes.fromhex(shown["id"].replace("-", ""))
    assert shown["number"] == {"value": "08-009-2026-000412", "provisional": False}
    assert shown["fields"]["provisional_number"]["value"].startswith("ВР-")
    assert values(officer, case)["article"] == "205"

    course: Any = officer.procedure.course(case, "ru")
    assert course["state"] == "investigation"
    assert [(each["name"], each["state"]) for each in course["persons"]] == [("Асанов Бакыт", "accused")]
    assert "findings" not in course

    custody: Any = officer.procedure.custody(case, "ru")["persons"]
    assert [(each["kind"], each["declared"]) for each in custody[0]["segments"]] == [
        ("apprehension", True),
        ("custody", True),
    ]
    assert custody[0]["held_now"]

    marks: Any = officer.procedure.safeguards(case, "ru")["persons"][0]["safeguards"]  # type: ignore[index]
    states = {each["status"] for each in marks}
    assert "before_takeover" in states
    assert "missing" not in {each["status"] for each in marks if each["severity"] == "A" and each["late"]}

    found: Any = officer.procedure.deadlines(case, "ru", every=True)["deadlines"]
    assert "before_takeover" in {each["state"] for each in found}
    assert "missed" not in {each["state"] for each in found if (each["at"] or each["due"] or "9") < "2026-09-01"}
    assert any(each["state"] == "running" for each in found)


def test_each_person_gets_a_role_and_what_the_paper_does_not_say_of_him_is_said_to_be_so(
    officer: Workspace, tmp_path: Path
) -> None:
    victim = {
        "case_key": "17/2026",
        "person_key": 2,
        "person.surname": "Токтогулова",
        "participant.age_at_act": 34,
        "participant.family_violence": "да",
        "participant.relation_to_accused": "spouse",
        "takeover.person_state": "victim",
    }
    path = filled(tmp_path, officer, (CASES, CASE), (PERSONS, PERSON), (PERSONS, victim))
    assert mistakes(officer, path) == []
    officer.takeover.take(path)
    listed: Any = officer.records.list("participant")["records"]
    found = {each["fields"]["role"]["value"]: each["fields"] for each in listed}
    stated = {role: {name: each["value"] for name, each in fields.items()} for role, fields in found.items()}
    accused, harmed = stated["accused"], stated["victim"]
    assert (accused["sex"], accused["charge_article"], accused["charge_part"]) == ("male", "205", "2")
    assert (accused["age_reason"], accused["disability_reason"]) == ("from_paper", "from_paper")
    assert (harmed["age_at_act"], harmed["family_violence"], harmed["relation_to_accused"]) == (34, "yes", "spouse")
    assert (harmed["sex_reason"], harmed["disability_reason"]) == ("from_paper", "from_paper")
    assert "age_reason" not in harmed


@pytest.mark.parametrize("role", ["probation_officer", "penitentiary_officer", "judge", "court_clerk"])
def test_any_body_takes_its_first_cases_over_with_no_clerks_help(bureau: Bureau, tmp_path: Path, role: str) -> None:
    officer = bureau.open("abdyldaev", role)
    path = filled(tmp_path, officer, (CASES, CASE), (PERSONS, PERSON))
    assert officer.takeover.take(path).made == {"case": 1, "person": 1, "participant": 1, "takeover": 2}


def test_a_client_from_paper_is_put_under_supervision_and_his_own_term_is_shown(bureau: Bureau, tmp_path: Path) -> None:
    officer = bureau.open("abdyldaev", "probation_officer")
    case = {**CASE, "takeover.source": "personal_file", "takeover.stage": "execution"}
    person = {name: each for name, each in PERSON.items() if "measure" not in name and "custody" not in name}
    path = filled(tmp_path, officer, (CASES, case), (PERSONS, {**person, "takeover.person_state": "client"}))
    officer.takeover.take(path)
    ids: Any = [officer.records.list(each)["records"] for each in ("case", "person")]
    taken, client = (each["id"] for (each,) in ids)
    record = identifiers.parse(taken)
    steps: Any = officer.procedure.next(record, "ru")["steps"]
    (offer,) = (each for each in steps if each["type"] == "supervision")
    assert offer["available"]
    assert ["executive" in each["values"]["kind"] for each in offer["only"]] == [True]

    words = ("kind=executive", "basis=supervision", "registered_at=2026-03-02 10:00", "appeared_at=2026-03-02 10:00")
    made = officer.records.new("supervision", assignments.parse((f"person={client}", *words)), case=record).record
    assert not terms_of_probation(officer, record)
    with pytest.raises(Refused):
        edit(officer, made, "term_months=24")
    edit(officer, made, "term_months=24", "term_from=2026-03-02", "term_until=2028-03-02")
    assert terms_of_probation(officer, record) == {"D95.3": "2028-03-02"}


def terms_of_probation(officer: Workspace, case: bytes) -> dict[str, str]:
    found: Any = officer.procedure.deadlines(case, "ru")["deadlines"]
    return {each["rule"]: each["due_day"] for each in found if each["rule"] in ("D95.1", "D95.3")}


def test_the_same_file_again_changes_nothing_and_another_statement_is_a_mistake(
    officer: Workspace, tmp_path: Path
) -> None:
    path = filled(tmp_path, officer, (CASES, CASE), (PERSONS, PERSON))
    officer.takeover.take(path)
    before = officer.store.journal.replica.act.counter
    again = officer.takeover.take(path)
    assert (sum(again.made.values()), again.unchanged) == (0, 5)
    assert officer.store.journal.replica.act.counter == before
    other = filled(tmp_path, officer, (CASES, {**CASE, "case.summary": "Грабёж"}), (PERSONS, PERSON), name="b.xlsx")
    (found,) = mistakes(officer, other)
    assert (found["rule"], found["sheet"], found["row"]) == ("differs", CASES, HEADERS + 1)
    assert (found["field"], found["found"]) == ("case.summary", "Грабёж")
    more = filled(
        tmp_path, officer, (CASES, CASE), (PERSONS, PERSON), (PERSONS, {**PERSON, "person_key": 2}), name="c.xlsx"
    )
    assert officer.takeover.take(more).made == {"case": 0, "person": 1, "participant": 1, "takeover": 1}


def test_the_template_follows_from_the_declarations_in_two_languages_with_lists_to_choose_from(
    officer: Workspace, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(filled(tmp_path, officer))
    for name, columns in takeover_form.columns().items():
        sheet = book[name]
        heads = {cell.value: (sheet.cell(2, cell.column).value, sheet.cell(3, cell.column).value) for cell in sheet[1]}
        assert list(heads) == [*takeover_form.keys(name), *(each.name for each in columns)]
        for each in columns:
            mark = " *" if each.required else ""
            said = tuple(str(head).partition("\n")[0] for head in heads[each.name])
            assert said == (each.field.label.ky + mark, each.field.label.ru + mark)
        listed = {each.formula1 for each in sheet.data_validations.dataValidation}
        assert len(listed) > 2
    written = {cell.value for row in book[takeover_form.LISTS].iter_rows(min_row=2) for cell in row if cell.value}
    assert "custody — камакка алуу / заключение под стражу" in written
    assert not any(str(each).startswith(("=", "+", "@")) for each in written)


def test_what_is_no_workbook_or_too_much_of_one_is_refused(
    officer: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rule(path: Path) -> object:
        with pytest.raises(Refused) as problem:
            officer.takeover.take(path)
        return problem.value.params.get("rule", problem.value.code)

    assert rule(tmp_path / "absent.xlsx") == "file_not_found"
    plain = tmp_path / "plain.xlsx"
    plain.write_text("a;b;c")
    assert rule(plain) == "damaged"
    good = filled(tmp_path, officer, (CASES, CASE), name="good.xlsx")
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (workbook.MAX_UNPACKED + 1))
    assert rule(bomb) == "too_large"
    macros = tmp_path / "macros.xlsx"
    macros.write_bytes(good.read_bytes())
    with zipfile.ZipFile(macros, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    assert rule(macros) == "macros"
    laughs = tmp_path / "laughs.xlsx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(laughs, "w") as target:
        for each in source.namelist():
            data = source.read(each)
            if each == "xl/worksheets/sheet1.xml":
                data = b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + data
            target.writestr(each, data)
    assert rule(laughs) == "damaged"
    book = openpyxl.load_workbook(good)
    book[CASES].cell(1, 2).value = "other"
    book.save(tmp_path / "columns.xlsx")
    assert rule(tmp_path / "columns.xlsx") == "column"
    monkeypatch.setattr(workbook, "MAX_ROWS", 0)
    assert rule(good) == "too_many_rows"


def test_ids_belong_to_the_office_and_the_paper(bureau: Bureau, officer: Workspace, tmp_path: Path) -> None:
    colleague = bureau.open("asanov", "investigator")
    path = filled(tmp_path, officer, (CASES, CASE), (PERSONS, PERSON))
    officer.takeover.take(path)
    bureau.exchange()
    assert colleague.takeover.take(path).unchanged == 5, "what a colleague took over is there"
    cases: Any = colleague.records.list("case")["records"]
    assert len(cases) == 1
    with colleague.desk.view() as view:
        found = takeover.Takeover(colleague.desk)._id(view, "case", "дело № 17,  л. 1–210", "17/2026")
    assert text(found) == cases[0]["id"]


def test_a_case_that_is_not_for_the_user_is_not_told_of_by_taking_the_same_paper_over(
    bureau: Bureau, officer: Workspace, tmp_path: Path
) -> None:
    colleague = bureau.open("asanov", "investigator")
    path = filled(tmp_path, officer, (CASES, CASE), (PERSONS, PERSON))
    before = officer.takeover.take(path, dry_run=True)
    colleague.takeover.take(path)
    bureau.exchange()
    assert officer.takeover.take(path, dry_run=True).unchanged == 5
    listed: Any = colleague.records.list("case")["records"]
    hide(officer, listed[0]["id"])
    assert officer.takeover.take(path, dry_run=True) == before


def test_every_record_that_is_taken_over_begins_under_an_id_of_the_officer(officer: Workspace, tmp_path: Path) -> None:
    officer.takeover.take(filled(tmp_path, officer, (CASES, CASE), (PERSONS, PERSON)))
    with officer.desk.view() as view:
        ids = list(view.connection.scalars(select(record_table.c.id)))
    assert len(ids) == 5
    assert [each for each in ids if not record_ids.belongs(each, officer.me.key)] == [], "the centre refuses the others"


def test_a_number_of_the_register_that_another_case_carries_is_told_as_with_a_single_record(
    officer: Workspace, tmp_path: Path
) -> None:
    first = filled(tmp_path, officer, (CASES, CASE), (PERSONS, PERSON))
    assert officer.takeover.take(first).advice == []
    again = CASE | {"case_key": "18/2026", "takeover.source_document": "Дело № 18, л. 1–20"}
    second = filled(tmp_path, officer, (CASES, again), name="b.xlsx")
    tried = officer.takeover.take(second, dry_run=True).advice
    done = officer.takeover.take(second).advice
    told = [(each.code, each.params["rule"], each.params["number"]) for each in (*tried, *done)]
    assert told == [("doubtful_number", "duplicate", "08-009-2026-000412")] * 2


def test_a_number_that_a_workbook_gives_to_two_of_its_cases_is_told(officer: Workspace, tmp_path: Path) -> None:
    other = CASE | {"case_key": "18/2026", "takeover.source_document": "Дело № 18, л. 1–20"}
    result = officer.takeover.take(filled(tmp_path, officer, (CASES, CASE), (CASES, other)))
    assert [each.params["rule"] for each in result.advice] == ["duplicate"]


def make(officer: Workspace, type_: str, *words: str, case: bytes | None = None) -> bytes:
    return officer.records.new(type_, assignments.parse(words), case=case).record


def test_the_form_for_one_person_tells_what_is_still_to_be_said(officer: Workspace) -> None:
    case = make(officer, "case", "summary=Кража")
    person = make(officer, "person", "surname=Асанов", case=case)
    words = ("source=case_file", "officer=О", "taken_at=2026-09-01 09:00", "stage=investigation")
    held = (f"person={text(person)}", "person_state=suspect", "measure=custody", "measure_until=2026-10-30 10:00")
    taken = make(officer, "takeover", *words, *held, case=case)
    told = officer.advice.after_saving(taken, "ru", made=False)
    assert [each.code for each in told] == ["role_not_stated", "periods_not_stated"]
    because = ("sex_reason", "age_reason", "disability_reason", "family_violence_reason")
    reasons = [f"{each}=from_paper" for each in because]
    make(officer, "participant", f"person={text(person)}", "role=suspect", *reasons, case=case)
    listed = make(officer, "takeover", *words, *held, 'custody_segments:=["custody 2026-08-30T10:00/"]', case=case)
    assert officer.advice.after_saving(listed, "ru", made=False) == []
