"""What monitors and data-protection officers ask of a real store, and what leaves it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from icjims_core.acts import ACT, AUDIT, Header
from icjims_core.data_protection import impact
from icjims_core.encoding import decode
from icjims_core.problem import Refused
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import PASSWORD, Bureau, edit, new_case, new_person, text

DAY = 24 * 3_600_000


@pytest.fixture
def clerk(bureau: Bureau) -> Workspace:
    return bureau.open("aida")


def enter(workspace: Workspace, type_name: str, case: bytes | None, *words: str) -> bytes:
    return workspace.records.new(type_name, assignments.parse(words), case=case).record


def restricted(bureau: Bureau, clerk: Workspace, case: bytes) -> tuple[Workspace, bytes]:
    """The head who signed the decision to restrict what is recorded in a case, and the request."""
    asked = ("applicant=Асанов", "kind=restriction", "received_at=2026-09-20 10:00", f"about_case={text(case)}")
    request = enter(clerk, "data_request", None, *asked, "restricted_from=2026-09-20 12:00")
    head = bureau.open("asanov", "head")
    bureau.exchange()
    assert clerk.records.show(case), "nobody has decided yet"
    head.signing.sign(request, head.signing.enter(PASSWORD))
    bureau.exchange()
    return head, request


def exported(workspace: Workspace, path: Path, **how: Any) -> Mapping[str, Any]:
    assert workspace.files.give("person", path, **how) == 1
    line: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return line


def test_who_was_held_on_a_day_is_told_with_examinations(bureau: Bureau) -> None:
    clerk = bureau.open("aida")
    case = new_case(clerk, "summary=Кража")
    person = new_person(clerk, case)
    admitted = 'admission_times:={"at": "2026-03-07 15:00", "source": "protocol"}'
    words = (f"person={text(person)}", "facility=ИВС Ленинского РУВД", "admission_decision=admitted", admitted)
    admission = enter(
        clerk,
        "facility_admission",
        case,
        *words,
        "commitment_document=№ 5",
        "rights_explained_at=2026-03-07 15:10",
        'complaints_forwarded:=["на условия"]',
    )
    looked = (
        f"person={text(person)}",
        "occasion=delivery",
        f"admission={text(admission)}",
        "examined_at=2026-03-07 15:30",
    )
    enter(clerk, "medical_examination", case, *looked)

    there: Any = clerk.duties.held(datetime.date(2026, 3, 8), "ленинск", "ru")["held"]
    elsewhere: Any = clerk.duties.held(datetime.date(2026, 3, 8), "СИЗО", "ru")["held"]

    assert [(each["person"], each["examined_at"]) for each in there] == [(text(person), ["2026-03-07T15:30+06:00"])]
    assert [each["complaints"] for each in there] == [1]
    assert elsewhere == []


def test_occupancy_is_counted_without_names(bureau: Bureau) -> None:
    clerk = bureau.open("aida")
    case = new_case(clerk, "summary=Кража")
    person = new_person(clerk, case)
    admitted = 'admission_times:={"at": "2026-03-07 15:00", "source": "protocol"}'
    words = (f"person={text(person)}", "facility=ИВС Ленинского РУВД", "admission_decision=admitted", admitted)
    enter(clerk, "facility_admission", case, *words, "commitment_document=№ 5", "rights_explained_at=2026-03-07 15:10")
    march = (datetime.date(2026, 3, 1), datetime.date(2026, 3, 31))
    told: Any = clerk.duties.occupancy(*march, "ленинск", "ru")
    assert [(each["facility"], each["admitted"], each["days"], each["present"]) for each in told["occupancy"]] == [
        ("ИВС Ленинского РУВД", 1, 25, 1)
    ]
    assert text(person) not in json.dumps(told)
    assert clerk.duties.occupancy(*march, "СИЗО", "ru")["occupancy"] == []
    later: Any = clerk.duties.occupancy(march[0], datetime.date(9999, 12, 31), "", "ru")
    assert later["to"] < "9999"  # no further than today


def test_an_open_case_comes_up_for_review_after_years(bureau: Bureau, clerk: Workspace) -> None:
    new_case(clerk, "summary=Кража")
    at_first: Any = clerk.duties.retention("en")["reviews"]
    bureau.time += 5 * 366 * DAY
    later: Any = clerk.duties.retention("en")["reviews"]
    assert at_first == []
    assert [(each["class"], each["action"], each["due"]) for each in later] == [("criminal_case", "review", True)]


def test_whoever_got_a_record_is_told_and_whether_it_changed_since(
    bureau: Bureau, clerk: Workspace, tmp_path: Path
) -> None:
    case = new_case(clerk, "summary=Кража")
    before: Any = clerk.duties.disclosures(case)["disclosures"]
    clerk.files.give("case", tmp_path / "cases.jsonl")
    fresh: Any = clerk.duties.disclosures(case)["disclosures"]
    bureau.time += DAY
    edit(clerk, case, "summary=Грабёж")
    stale: Any = clerk.duties.disclosures(case)["disclosures"]
    assert before == []
    assert [(each["action"], each["changed_since"]) for each in fresh] == [("export", False)]
    assert [(each["user"], each["changed_since"]) for each in stale] == [("aida", True)]


def test_special_categories_leave_only_for_a_declared_purpose(clerk: Workspace, tmp_path: Path) -> None:
    case = new_case(clerk, "summary=Кража")
    enter(clerk, "person", case, "surname=Асанов", "ethnicity=кыргыз", "pregnancy=no")

    freely = exported(clerk, tmp_path / "one.jsonl")
    declared = exported(clerk, tmp_path / "three.jsonl", purpose="criminal_proceedings: ходатайство")

    assert sorted(freely["withheld"]) == ["ethnicity", "pregnancy"]
    assert not {"ethnicity", "pregnancy"} & freely["fields"].keys()
    assert freely["fields"]["surname"] == {"value": "Асанов"}
    assert "withheld" not in declared
    assert declared["fields"]["ethnicity"] == {"value": "кыргыз"}


def test_a_module_without_an_assessment_records_nothing(clerk: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("icjims_desktop.services.recording.writing.assessments", lambda: impact.Assessments([]))
    with pytest.raises(Refused, match="not_assessed"):
        new_case(clerk, "summary=Кража")


def test_the_log_of_looking_travels_before_the_data(clerk: Workspace) -> None:
    case = new_case(clerk, "summary=Кража")
    clerk.records.show(case)
    sent = [decode(act.header, Header).stream for push in clerk.store.journal.unsent(1 << 20) for act in push.acts]
    assert sorted(sent, reverse=True) == sent
    assert {ACT, AUDIT} == set(sent)


def test_challenged_evidence_is_told_with_the_safeguards(clerk: Workspace) -> None:
    case = new_case(clerk, "summary=Кража")
    enter(clerk, "evidence", case, "description=нож", "torture_challenged=yes")
    told: Any = clerk.procedure.safeguards(case, "ru")["warnings"]
    assert ["нож" in each["text"] for each in told] == [True]


def test_solitary_beyond_fifteen_days_is_told_with_the_safeguards(clerk: Workspace) -> None:
    case = new_case(clerk, "summary=Кража")
    refused = ("admission_decision=refused_no_order", "refusal_reason=без документа")
    who = (f"person={text(new_person(clerk, case))}", "facility=ИВС", *refused)
    cell = ("solitary_from=2026-03-01 10:00", "solitary_reason=карантин")
    stay = enter(clerk, "facility_admission", case, *who, *cell, "solitary_until=2026-03-16 10:00")

    def told() -> list[str]:
        found: Any = clerk.procedure.safeguards(case, "ru")["warnings"]
        return [each["code"] for each in found]

    assert told() == []
    edit(clerk, stay, *cell, "solitary_until=2026-03-16 10:01")
    assert told() == ["solitary_too_long"]


def test_everybody_in_a_case_is_shown_in_a_category(clerk: Workspace) -> None:
    case = new_case(clerk, "summary=Кража")
    reasons = [f"{name}_reason=not_established" for name in ("sex", "age", "disability", "family_violence", "relation")]
    for role in ("suspect", "victim", "witness"):
        person = new_person(clerk, case)
        given = reasons if role != "witness" else reasons[:3]
        given = given if role == "victim" else [each for each in given if not each.startswith("relation")]
        enter(clerk, "participant", case, f"person={text(person)}", f"role={role}", *given)
    shown = clerk.cases.file(case, "ru").participants
    assert [each.category for each in shown] == ["suspected", "victim", "other"]
    assert all(each.category_label for each in shown)


def test_restricted_data_are_shown_for_proof_alone(bureau: Bureau, clerk: Workspace, tmp_path: Path) -> None:
    case, other = new_case(clerk, "summary=Кража"), new_case(clerk, "summary=Грабёж")
    restricted(bureau, clerk, case)
    with pytest.raises(Refused, match="purpose_required"):
        clerk.records.show(case)
    with pytest.raises(Refused, match="purpose_required"):
        clerk.files.give("case", tmp_path / "cases.jsonl")
    assert clerk.records.show(other)
    assert clerk.records.show(case, purpose="criminal_proceedings: доказывание")
    (seen,) = [each for each in bureau.audit(clerk) if each.get("purpose_text") == "доказывание"]
    assert seen["event"] == "consultation"


def test_a_restriction_hides_no_due_date(bureau: Bureau, clerk: Workspace) -> None:
    case = new_case(clerk, "summary=Кража")
    restricted(bureau, clerk, case)
    clerk.standings.catch_up()
    assert case in clerk.standings.kept()
    with pytest.raises(Refused, match="purpose_required"):
        clerk.records.show(case)


def test_a_withdrawn_request_restricts_nothing(bureau: Bureau, clerk: Workspace) -> None:
    case = new_case(clerk, "summary=Кража")
    head, request = restricted(bureau, clerk, case)
    with pytest.raises(Refused, match="purpose_required"):
        clerk.records.show(case)
    head.records.annul(request, "Отозвано")
    bureau.exchange()
    assert clerk.records.show(case)


def test_disclosures_are_told_as_far_as_the_log_is_open(bureau: Bureau, clerk: Workspace, tmp_path: Path) -> None:
    case = new_case(clerk, "summary=Кража")
    clerk.files.give("case", tmp_path / "mine.jsonl")
    clerk.store.journal.commit_audit(
        [
            {"event": "consultation", "action": "export", "user": "auditor", "role": "auditor", "office": "900"}
            | {"records": [text(case)], "case": text(case)}
        ],
        now=bureau.time,
    )
    told: Any = clerk.duties.disclosures(case)["disclosures"]
    assert [each["user"] for each in told] == ["aida"]
