"""Making, editing and annulling: what is written, what is refused, what stands."""

from __future__ import annotations

import datetime

import pytest

from icjims_core import clocks
from icjims_core.declarations.schema import Merge
from icjims_core.declarations.stored_forms import LOCAL
from icjims_core.modules import record_type, registry
from icjims_core.problem import Refused
from icjims_desktop.services import identifiers
from icjims_desktop.services.persons import strangers
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, edit, new_case, new_person, text, values

SHOWN = {"id", "type", "case", "office", "vector", "digest", "fields"}


def refusal(problem: pytest.ExceptionInfo[Refused]) -> tuple[str, object, object]:
    found = problem.value
    return found.code, found.params.get("field"), found.params.get("rule")


def test_a_case_is_its_own_case_and_is_shown_as_the_contract_says(bureau: Bureau, aida: Workspace) -> None:
    case = new_case(aida, "summary=Кража", "provisional_number=17", "article=205")
    shown = aida.records.show(case)
    assert shown.keys() == {*SHOWN, "number"}
    assert shown["number"] == {"value": "17", "provisional": True}
    assert shown["id"] == shown["case"] == text(case)
    assert (shown["type"], shown["office"]) == ("case", "001")
    assert shown["fields"] == {
        "provisional_number": {"value": "17"},
        "summary": {"value": "Кража"},
        "article": {"value": "205"},
        "part": {"value": None},
        "point": {"value": None},
    }
    replica = aida.store.journal.replica.id
    assert shown["vector"] == {replica.hex(): 1}


def test_a_record_needs_a_case_where_its_type_is_of_cases(aida: Workspace) -> None:
    with pytest.raises(Refused, match="case_required"):
        aida.records.new("person", assignments.parse(["surname=А"]))
    case = new_case(aida)
    person = new_person(aida, case)
    with pytest.raises(Refused, match="not_found"):
        aida.records.new("person", assignments.parse(["surname=А"]), case=person)
    with pytest.raises(Refused, match="case_not_allowed"):
        aida.records.new("case", [], case=case)
    assert aida.records.show(person)["case"] == text(case)


def test_editing_one_field_of_a_unit_keeps_its_others(aida: Workspace) -> None:
    person = new_person(aida, new_case(aida), "document_kind=passport", "document_number=AN1")
    edit(aida, person, "document_issued=МКК 50-01")
    assert values(aida, person) | {"surname": 0} == {
        "surname": 0,
        "document_kind": "passport",
        "document_number": "AN1",
        "document_issued": "МКК 50-01",
    }
    edit(aida, person, "document_kind=")
    assert values(aida, person)["document_kind"] is None
    assert values(aida, person)["document_number"] == "AN1"


def test_sets_take_and_leave_members(aida: Workspace) -> None:
    person = new_person(aida, new_case(aida), 'aliases:=["Бек","Азат"]')
    edit(aida, person, "aliases+=Ястреб", "aliases-=Бек")
    assert values(aida, person)["aliases"] == ["Азат", "Ястреб"]
    edit(aida, person, 'aliases:=["Ястреб"]')
    assert values(aida, person)["aliases"] == ["Ястреб"]
    edit(aida, person, "aliases:=[]")
    assert values(aida, person)["aliases"] == []


def test_entries_are_only_ever_added(aida: Workspace) -> None:
    case = new_case(aida, "summary=Кража", "notes=первая")
    edit(aida, case, "notes=вторая")
    edit(aida, case, 'notes:=["третья","четвёртая"]')
    notes = values(aida, case)["notes"]
    assert isinstance(notes, list)
    assert [each["text"] for each in notes] == ["первая", "вторая", "третья", "четвёртая"]
    assert notes[0].keys() == {"text", "author", "name", "role", "office", "recorded_at", "dot"}
    with pytest.raises(Refused) as problem:
        edit(aida, case, "notes-=первая")
    assert refusal(problem) == ("invalid", "notes", "not_a_set")


@pytest.mark.parametrize(
    ("word", "field", "rule"),
    [
        ("nothing=1", "nothing", "unknown_field"),
        ("body=nowhere", "body", "code"),
        ("registered_at=yesterday", "registered_at", "timestamp"),
        ("registered_at=2199-01-01T10:00", "registered_at", "future"),
        ("received_at=2026-01-01T10:00", "received_at", "not_writable"),
        ("summary+=x", "summary", "not_a_set"),
        ("applicant=0190f3a0-0000-7000-8000-000000000001", "applicant", "reference"),
    ],
)
def test_what_breaks_a_rule_is_refused_with_its_field(aida: Workspace, word: str, field: str, rule: str) -> None:
    case = new_case(aida)
    with pytest.raises(Refused) as problem:
        edit(aida, case, word)
    assert refusal(problem) == ("invalid", field, rule)
    assert aida.records.show(case)["vector"] == {aida.store.journal.replica.id.hex(): 1}, "nothing was written"


def test_an_edit_is_not_refused_for_what_was_wrong_before(bureau: Bureau, aida: Workspace) -> None:
    later = datetime.datetime.fromtimestamp(bureau.time / 1000, LOCAL) + datetime.timedelta(hours=2)
    case = new_case(aida)
    bureau.time += 3 * 3600_000
    edit(aida, case, f"registered_at={later:%Y-%m-%dT%H:%M}")
    bureau.time -= 3 * 3600_000
    edit(aida, case, "summary=о другом")
    with pytest.raises(Refused) as problem:
        edit(aida, case, f"registered_at={later:%Y-%m-%dT%H:%M}")
    assert refusal(problem) == ("invalid", "registered_at", "future")


def test_references_must_name_what_the_type_allows(aida: Workspace) -> None:
    case = new_case(aida)
    person = new_person(aida, case)
    edit(aida, case, f"applicant={text(person)}")
    assert values(aida, case)["applicant"] == text(person)
    with pytest.raises(Refused) as problem:
        edit(aida, case, f"applicant={text(case)}")
    assert refusal(problem) == ("invalid", "applicant", "reference")


def test_an_edit_sees_what_its_author_saw(aida: Workspace) -> None:
    person = new_person(aida, new_case(aida), "document_number=AN1", "document_issued=МКК")
    seen = clocks.from_text(aida.records.show(person)["vector"])  # type: ignore[arg-type]
    edit(aida, person, "document_issued=ЦОН")
    edit(aida, person, "document_number=AN2", seen=seen)
    # The unit was rewritten with its other value as it was on the screen, beside what came in between.
    assert values(aida, person)["document_issued"] == {"МКК", "ЦОН"}
    assert values(aida, person)["document_number"] == {"AN1", "AN2"}
    with pytest.raises(Refused, match="unit_in_conflict"):
        edit(aida, person, "document_kind=passport")
    edit(aida, person, "name=Азамат")


def test_a_vector_of_what_is_not_held_is_refused(aida: Workspace) -> None:
    person = new_person(aida, new_case(aida))
    replica = aida.store.journal.replica.id
    for seen in ({replica: 9}, {bytes(16): 1}):
        with pytest.raises(Refused, match="bad_vector"):
            edit(aida, person, "name=А", seen=seen)
    edit(aida, person, "name=А", seen={})
    assert values(aida, person)["surname"] == "Токтогулов"


def test_annulment_keeps_the_record_readable_and_can_be_taken_back(aida: Workspace) -> None:
    person = new_person(aida, new_case(aida))
    with pytest.raises(Refused, match="reason_required"):
        aida.records.annul(person, "  ")
    aida.records.annul(person, "заведена по ошибке")
    shown = aida.records.show(person)
    gone = shown["annulled"]
    assert isinstance(gone, dict)
    assert {"reason", "author", "recorded_at", "dot"} <= gone.keys()
    assert (gone["reason"], gone["author"]) == ("заведена по ошибке", "aida")
    assert values(aida, person)["surname"] == "Токтогулов"
    with pytest.raises(Refused, match="annulled"):
        edit(aida, person, "name=А")
    with pytest.raises(Refused, match="annulled"):
        aida.records.annul(person, "ещё раз")
    aida.records.annul(person, "не по ошибке", undo=True)
    assert "annulled" not in aida.records.show(person)
    with pytest.raises(Refused, match="not_annulled"):
        aida.records.annul(person, "снова", undo=True)
    edit(aida, person, "name=А")


def test_only_the_roles_of_a_type_write_it(bureau: Bureau) -> None:
    strange = next(name for name, declared in registry().items() if "investigator" not in declared.roles)
    investigator = bureau.open("erkin", "investigator")
    case = new_case(investigator)
    with pytest.raises(Refused, match="role_may_not_write"):
        investigator.records.new(strange, [], case=case)
    bureau.exchange()
    auditor = bureau.open("auditor", "auditor")
    bureau.hand_out(auditor)
    with pytest.raises(Refused, match="role_may_not_write"):
        edit(auditor, case, "summary=x")
    with pytest.raises(Refused, match="role_may_not_write"):
        auditor.records.annul(case, "x")


def test_ids_ascend_although_the_clock_stands_still(aida: Workspace) -> None:
    made = [new_case(aida) for _ in range(5)]
    assert made == sorted(made)
    assert all(each[6] >> 4 == 8 for each in made)


def test_what_is_absent_is_not_found(aida: Workspace) -> None:
    absent = identifiers.parse("0190f3a0-0000-7000-8000-000000000001")
    for ask in (aida.records.show, aida.records.history, aida.records.case):
        with pytest.raises(Refused, match="not_found"):
            ask(absent)
    with pytest.raises(Refused, match="not_found"):
        identifiers.parse("../../etc/passwd")


def made(workspace: Workspace, type_name: str, *words: str, case: bytes) -> bytes:
    return workspace.records.new(type_name, assignments.parse(words), case=case).record


def test_an_act_about_a_person_of_another_case_is_refused_until_the_cases_are_joined(aida: Workspace) -> None:
    case, other = new_case(aida), new_case(aida)
    stranger = text(new_person(aida, other))
    facts = (f"person={stranger}", "capacity=witness", "started_at=2026-03-08 09:00")
    with pytest.raises(Refused) as problem:
        made(aida, "interrogation", *facts, case=case)
    told = problem.value.params
    assert (told["rule"], told["field"], told["type"]) == ("person_elsewhere", "person", "interrogation")
    own = made(aida, "interrogation", f"person={text(new_person(aida, case))}", *facts[1:], case=case)
    with pytest.raises(Refused, match="person_elsewhere"):
        edit(aida, own, facts[0])
    made(aida, "joinder", "kind=join", f"other_case={text(other)}", "decided_at=2026-03-07 09:00", case=case)
    made(aida, "interrogation", *facts, case=case)


def test_the_taking_of_liberty_is_never_refused_for_it_and_told(aida: Workspace) -> None:
    case, other = new_case(aida, "summary=Кража", "received_times+=2026-03-01 09:00"), new_case(aida)
    stranger = f"person={text(new_person(aida, other))}"
    held = made(aida, "apprehension", stranger, "actual_times+=2026-03-07 10:00", case=case)
    assert [each.code for each in aida.advice.after_saving(held, "ru", made=True)] == ["person_elsewhere"]
    noticed = aida.cases.file(case, "ru").noticed
    assert [(each.record, each.problem.code) for each in noticed] == [(text(held), "person_elsewhere")]
    aida.records.annul(held, "Не тот человек")
    assert aida.cases.file(case, "ru").noticed == ()


def test_only_questioning_waits_until_the_person_is_one_of_the_case(aida: Workspace) -> None:
    case, other = new_case(aida), new_case(aida)
    stranger = new_person(aida, other)
    required = {
        name for name, each in registry().items() if "person" in each.by_name and each.by_name["person"].required
    }
    assert {"served_document", "restraint", "conditional_release", "istanbul_report"} <= required
    refused = set()
    with aida.desk.view() as view:
        for name in required:
            try:
                strangers.check(view, record_type(name), case, {stranger: record_type(name).by_name["person"]})
            except Refused:
                refused.add(name)
    assert refused == {"interrogation", "identification"}


def test_papers_are_handed_to_a_person_of_another_case_and_it_is_told(aida: Workspace) -> None:
    case, other = new_case(aida), new_case(aida)
    words = (f"person={text(new_person(aida, other))}", "paper=rights_sheet", "served_at=2026-03-07 10:00")
    kept = made(aida, "served_document", *words, case=case)
    assert [each.code for each in aida.strangers.advice(kept)] == ["person_elsewhere"]


def test_a_person_of_another_case_who_is_only_mentioned_is_told(aida: Workspace) -> None:
    case, other = new_case(aida), new_case(aida)
    stranger = text(new_person(aida, other))
    facts = (f"person={text(new_person(aida, case))}", "capacity=witness", "started_at=2026-03-08 09:00")
    own = made(aida, "interrogation", *facts, case=case)
    assert aida.strangers.advice(own) == []
    field = next(
        each.name
        for each in record_type("interrogation").fields
        if each.target == "person" and not each.required and each.merge is Merge.REGISTER
    )
    edit(aida, own, f"{field}={stranger}")
    assert [(each.code, each.params["field"]) for each in aida.strangers.advice(own)] == [("person_elsewhere", field)]
