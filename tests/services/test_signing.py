"""An officer signs the exact content of an act with a fresh password; what was signed is corrected by another act."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from icjims_core.declarations.schema import Signing
from icjims_core.modules import record_type, registry
from icjims_core.problem import Locked, Problem, Refused
from icjims_desktop.cli import reading
from icjims_desktop.services import identifiers
from icjims_desktop.services.recording import assignments, signatures
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.log.commits import Change
from tests.services.bureau import PASSWORD, Bureau, edit, new_case, text, values

MINUTE = 60_000
REFUSAL = ("ground=no_event", "decided_at=2026-03-07 12:00", "reasons=Событие не подтвердилось")


@pytest.fixture
def officer(bureau: Bureau) -> Workspace:
    """An investigator's workstation."""
    return bureau.open("sydykov", "investigator")


@pytest.fixture
def prosecutor(bureau: Bureau, officer: Workspace) -> Workspace:
    """A prosecutor's workstation that shares the feed."""
    return bureau.open("abdyldaeva", "prosecutor")


def refusal(workspace: Workspace, case: bytes | None = None) -> bytes:
    """An unsigned refusal to initiate."""
    case = case or new_case(workspace)
    return workspace.records.new("refusal", assignments.parse(REFUSAL), case=case).record


def sign(workspace: Workspace, act: bytes) -> dict[str, object]:
    return workspace.signing.sign(act, workspace.signing.enter(PASSWORD))


def status(workspace: Workspace, act: bytes) -> object:
    return workspace.signing.standing(act)["status"]


def code(problem: pytest.ExceptionInfo[Problem]) -> str:
    return problem.value.code


def test_a_signed_act_says_by_whom_in_what_capacity_and_is_valid_elsewhere(
    bureau: Bureau, officer: Workspace, prosecutor: Workspace
) -> None:
    act = refusal(officer)
    assert status(officer, act) == "draft"
    told = sign(officer, act)["signed"][0]  # type: ignore[index]
    assert (told["by"], told["capacity"], told["valid"]) == ("sydykov", "officer", True)
    assert status(officer, act) == "signed"
    bureau.exchange()
    assert prosecutor.signing.standing(act) == officer.signing.standing(act)


def test_what_was_signed_is_not_edited_and_what_stays_open_is(officer: Workspace) -> None:
    act = refusal(officer)
    sign(officer, act)
    with pytest.raises(Refused) as problem:
        edit(officer, act, "reasons=Иное")
    assert (code(problem), problem.value.params["field"]) == ("signed", "reasons")
    edit(officer, act, "applicant_notified_at=2026-03-07 15:00")
    assert status(officer, act) == "signed"
    with pytest.raises(Refused, match="already_signed"):
        sign(officer, act)


def test_a_change_that_had_not_seen_the_signature_is_kept_and_told(bureau: Bureau, officer: Workspace) -> None:
    colleague = bureau.open("osmonov", "investigator")
    act = refusal(officer)
    bureau.exchange()
    edit(colleague, act, "reasons=Иные мотивы")
    sign(officer, act)
    bureau.exchange()
    assert status(officer, act) == status(colleague, act) == "changed"
    assert values(officer, act)["reasons"] == "Иные мотивы"
    sign(colleague, act)
    bureau.exchange()
    assert status(officer, act) == "signed"
    assert len(officer.signing.standing(act)["signed"]) == 2  # type: ignore[arg-type]


def test_a_signature_asks_for_the_password_and_for_it_again_after_five_minutes(
    bureau: Bureau, officer: Workspace
) -> None:
    act = refusal(officer)
    with pytest.raises(Locked, match="wrong_password"):
        officer.signing.enter("not the password")
    hand = officer.signing.enter(PASSWORD)
    bureau.time += 5 * MINUTE + 1
    with pytest.raises(Refused, match="password_again"):
        officer.signing.sign(act, hand)
    bureau.time -= 6 * MINUTE
    with pytest.raises(Refused, match="password_again"):
        officer.signing.sign(act, hand)


def test_only_who_the_form_names_signs_and_only_what_is_signable(bureau: Bureau, aida: Workspace) -> None:
    act = refusal(aida)
    with pytest.raises(Refused, match="may_not_sign"):
        sign(aida, act)
    case = new_case(aida)
    with pytest.raises(Refused, match="not_signable"):
        sign(aida, case)


def test_an_annulled_or_disputed_act_is_not_signed(bureau: Bureau, officer: Workspace) -> None:
    colleague = bureau.open("osmonov", "investigator")
    act = refusal(officer)
    bureau.exchange()
    edit(officer, act, "reasons=Одно")
    edit(colleague, act, "reasons=Другое")
    bureau.exchange()
    with pytest.raises(Refused, match="unit_in_conflict"):
        sign(officer, act)
    annulled = refusal(officer)
    officer.records.annul(annulled, "Ошибка")
    with pytest.raises(Refused, match="annulled"):
        sign(officer, annulled)
    assert status(officer, annulled) == "annulled"


def test_a_signed_act_is_corrected_by_one_that_supersedes_it(officer: Workspace) -> None:
    act = refusal(officer)
    with pytest.raises(Refused, match="not_signed"):
        officer.signing.supersede(act, "Исправить мотивы")
    sign(officer, act)
    edit(officer, act, "applicant_notified_at=2026-03-07 15:00")
    with pytest.raises(Refused, match="reason_required"):
        officer.signing.supersede(act, None)
    new = officer.signing.supersede(act, "Исправить мотивы", assignments.parse(["reasons=Исправлено"])).record
    assert (status(officer, act), status(officer, new)) == ("signed", "draft"), "a draft ends nothing"
    sign(officer, new)
    assert (status(officer, act), status(officer, new)) == ("superseded", "signed")
    assert officer.records.show(act)["superseded_by"] == [text(new)]
    assert "superseded_by" not in officer.records.show(new)
    found = values(officer, new)
    assert (found["reasons"], found["ground"], found["supersedes"]) == ("Исправлено", "no_event", text(act))
    assert found["applicant_notified_at"] == "2026-03-07T15:00+06:00", "what happened stays true"


def test_what_was_stated_about_times_outlives_the_paper(officer: Workspace) -> None:
    case = new_case(officer)
    person = officer.records.new("person", assignments.parse(["surname=Асанов"]), case=case).record
    stated = [f"person={text(person)}", "actual_times+=2026-03-07 10:00", "ground=caught"]
    act = officer.records.new("apprehension", assignments.parse(stated), case=case).record
    sign(officer, act)
    edit(officer, act, "actual_times+=2026-03-07 09:20")
    assert status(officer, act) == "signed"
    new = officer.signing.supersede(act, "Исправить место", assignments.parse(["place=Рынок"])).record
    assert values(officer, new)["actual_at"] == "2026-03-07T09:20+06:00"


def test_signings_are_made_by_signing_alone(officer: Workspace) -> None:
    act = refusal(officer)
    case = officer.records.show(act)["case"]
    words = assignments.parse([f"act={text(act)}", "capacity=officer", "signed_at=2026-03-07 12:00"])
    with pytest.raises(Refused, match="made_by_command"):
        officer.records.new("signing", words, case=bytes.fromhex(str(case).replace("-", "")))


def test_a_signature_that_another_officer_copies_is_not_his(bureau: Bureau, officer: Workspace) -> None:
    colleague = bureau.open("osmonov", "investigator")
    first, second = refusal(officer), refusal(officer)
    sign(officer, first)
    bureau.exchange()
    with colleague.desk.view() as view:
        genuine = signatures.of(view, view.record(first))[0]
        words = view.record(identifiers.parse(genuine.record)).state.agreed(signatures.unit())
        case = view.record(second).row.case
    assert isinstance(words, dict)
    for forged in (words, words | {"act": text(second)}):
        change = Change(uuid.uuid4().bytes, "signing", 1, case, {}, {"put": {signatures.unit(): forged}}, None)
        colleague.desk.save(change, bureau.time)
    bureau.exchange()
    assert status(officer, second) == "draft"
    assert [each["valid"] for each in officer.signing.standing(first)["signed"]] == [True, False]  # type: ignore[attr-defined]


REGISTRATIONS = {
    "journal_entry": ("journal=registration", "entry_number=17", "entry_date=2026-03-08"),
    "correspondence": ("direction=outgoing", "office_number=17", "dated=2026-03-08"),
    "case_folio": ("title=Постановление об отказе", "folio_from=12"),
}


@pytest.mark.parametrize("type_", REGISTRATIONS)
def test_a_signed_act_is_registered_by_the_record_that_names_it_and_only_while_it_stands(
    officer: Workspace, type_: str
) -> None:
    case = new_case(officer)
    act = refusal(officer, case)
    words = [*REGISTRATIONS[type_], f"act={text(act)}"]
    if type_ == "case_folio":
        made = officer.records.new("case_volume", assignments.parse(["volume_number=1"]), case=case).record
        words.append(f"volume={text(made)}")
    record = officer.records.new(type_, assignments.parse(words), case=case if type_ == "case_folio" else None).record
    assert status(officer, act) == "draft"
    sign(officer, act)
    assert status(officer, act) == "registered"
    assert officer.cases.file(case, "ru").standings[text(act)] == "registered"
    officer.records.annul(record, "Не тот акт")
    assert status(officer, act) == "signed"


def shown(workspace: Workspace, act: bytes) -> tuple[object, list[object]]:
    """Status and capacities of the signatures, as `show` tells them."""
    document: Any = workspace.records.show(act)
    assert (document["status"], document["signed"]) == tuple(workspace.signing.standing(act).values())[:2]
    return document["status"], [each["capacity"] for each in document["signed"]]


def test_show_tells_how_far_an_act_has_come_in_three_languages(officer: Workspace) -> None:
    case = new_case(officer)
    act = refusal(officer, case)
    assert shown(officer, act) == ("draft", [])
    signed: Any = sign(officer, act)["signed"]
    assert shown(officer, act) == ("signed", ["officer"])
    words = [*REGISTRATIONS["case_folio"], f"act={text(act)}"]
    volume = officer.records.new("case_volume", assignments.parse(["volume_number=1"]), case=case).record
    officer.records.new("case_folio", assignments.parse([*words, f"volume={text(volume)}"]), case=case)
    assert shown(officer, act) == ("registered", ["officer"])
    document = officer.records.show(act)
    for language, status_words in (("ky", "катталган"), ("ru", "зарегистрирован"), ("en", "registered")):
        told = "\n".join(reading.record_lines(document, language))
        assert status_words in told
        assert (signed[0]["name"] or signed[0]["by"]) in told
        assert signed[0]["edition"] in told
    new = officer.signing.supersede(act, "Исправить мотивы", assignments.parse(["reasons=Исправлено"])).record
    sign(officer, new)
    assert text(new) in "\n".join(reading.record_lines(officer.records.show(act), "ru"))
    officer.records.annul(new, "Ошибка")
    assert shown(officer, new)[0] == "annulled"
    assert "status" not in officer.records.show(case), "nobody signs a case"


def ordered_search(workspace: Workspace) -> bytes:
    """A search of premises, as the form of which both the officer and the prosecutor are named."""
    words = ("kind=search", "basis=judge_order", "started_at=2026-03-08 09:00", "ended_at=2026-03-08 11:00")
    return workspace.records.new("search", assignments.parse(words), case=new_case(workspace)).record


def test_who_may_consent_and_signs_without_a_capacity_consents_and_never_signs_for_the_officer(
    bureau: Bureau, officer: Workspace, prosecutor: Workspace
) -> None:
    act = ordered_search(officer)
    sign(officer, act)
    bureau.exchange()
    told: Any = sign(prosecutor, act)["signed"]
    assert shown(prosecutor, act)[1] == [each["capacity"] for each in told]
    assert len(told) == 2
    assert {(each["by"], each["capacity"]) for each in told} == {("sydykov", "officer"), ("abdyldaeva", "consent")}
    with pytest.raises(Refused, match="already_signed"):
        sign(prosecutor, act)
    with pytest.raises(Refused, match="signed_by_officer"):
        prosecutor.signing.sign(act, prosecutor.signing.enter(PASSWORD), "officer")


def test_a_prosecutor_does_not_sign_beside_the_officer_where_the_form_asks_for_no_consent(
    bureau: Bureau, officer: Workspace, prosecutor: Workspace
) -> None:
    assert "prosecutor" in (registry()["refusal"].signing or Signing("", ())).by
    act = refusal(officer)
    sign(officer, act)
    bureau.exchange()
    with pytest.raises(Refused) as problem:
        sign(prosecutor, act)
    told = problem.value
    assert (told.code, told.params["by"], told.params["role"]) == ("signed_by_officer", "sydykov", "investigator")


def test_a_prosecutor_signs_an_act_of_his_own_as_the_officer_and_does_not_consent_to_it(
    prosecutor: Workspace,
) -> None:
    act = ordered_search(prosecutor)
    told: Any = sign(prosecutor, act)["signed"]
    assert [each["capacity"] for each in told] == ["officer"]
    assert prosecutor.signing.capacities(act) == ()


@pytest.mark.parametrize("recorder", ["judge", "court_clerk", "investigator"])
def test_whose_act_it_is_signs_it_also_where_another_officer_has_signed_it_first(
    bureau: Bureau, officer: Workspace, recorder: str
) -> None:
    judge = bureau.open("judge", "judge", office="C01")
    court = {"judge": judge, "investigator": officer}.get(recorder) or bureau.open("clerk", "court_clerk", office="C01")
    case = new_case(officer)
    bureau.exchange()
    words = ("ground=no_event", "decided_at=2026-03-07 12:00", "scope=case", "rehabilitation_recognised=yes")
    act = court.records.new("termination", assignments.parse(words), case=case).record
    bureau.exchange()
    sign(officer, act)
    bureau.exchange()
    told: Any = sign(judge, act)["signed"]
    assert {each["by"] for each in told} == {"sydykov", judge.me.login}


def test_who_made_an_act_signs_it_although_another_role_was_first(
    bureau: Bureau, officer: Workspace, prosecutor: Workspace
) -> None:
    act = refusal(prosecutor, new_case(prosecutor))
    bureau.exchange()
    sign(officer, act)
    bureau.exchange()
    told: Any = sign(prosecutor, act)["signed"]
    assert {each["by"] for each in told} == {"sydykov", "abdyldaeva"}


def test_what_waits_for_a_consent_is_told_to_whoever_may_give_it_and_to_nobody_else(
    bureau: Bureau, officer: Workspace, prosecutor: Workspace
) -> None:
    case = new_case(officer)
    words = ("reason=expert_examination", "ordered_at=2026-03-14 10:00")
    act = officer.records.new("check_extension", assignments.parse(words), case=case).record
    bureau.exchange()
    assert prosecutor.signing.awaiting() == [], "nobody has signed it"
    sign(officer, act)
    bureau.exchange()
    assert [(each.case, each.act) for each in prosecutor.signing.awaiting()] == [(case, act)]
    assert officer.signing.awaiting() == []
    prosecutor.signing.countersign(act, prosecutor.signing.enter(PASSWORD))
    assert prosecutor.signing.awaiting() == []


def test_what_the_prosecutor_refused_waits_for_no_consent(
    bureau: Bureau, officer: Workspace, prosecutor: Workspace
) -> None:
    case = new_case(officer)
    words = ("reason=expert_examination", "ordered_at=2026-03-14 10:00")
    act = officer.records.new("check_extension", assignments.parse(words), case=case).record
    sign(officer, act)
    bureau.exchange()
    assert [each.case for each in prosecutor.signing.awaiting()] == [case]
    refusal = ("prosecutor_consent=no", "refusal_reasons=Оснований нет")
    prosecutor.records.edit(act, assignments.parse(refusal))
    assert prosecutor.signing.awaiting() == []


def test_ones_own_acts_wait_until_they_are_signed(bureau: Bureau, officer: Workspace, prosecutor: Workspace) -> None:
    case = new_case(officer)
    words = ("reason=expert_examination", "ordered_at=2026-03-14 10:00")
    acts = [officer.records.new("check_extension", assignments.parse(words), case=case).record for _ in range(3)]
    bureau.exchange()
    assert [each.act for each in officer.signing.unsigned([case])] == acts
    assert prosecutor.signing.unsigned([case]) == [], "another's act is not his to sign"
    assert officer.signing.unsigned([]) == []
    sign(officer, acts[0])
    officer.records.annul(acts[1], "Записано дважды")
    assert [each.act for each in officer.signing.unsigned([case])] == [acts[2]]


def test_a_forged_consent_takes_no_act_out_of_what_waits(
    bureau: Bureau, officer: Workspace, prosecutor: Workspace
) -> None:
    case = new_case(officer)
    words = ("reason=expert_examination", "ordered_at=2026-03-14 10:00")
    act = officer.records.new("check_extension", assignments.parse(words), case=case).record
    sign(officer, act)
    (_, capacity), *_ = record_type("check_extension").signing.countersigned_by  # type: ignore[union-attr]
    stated = {"act": text(act), "act_type": "check_extension", "edition": "2026-1", "content": "0" * 64}
    stated |= {"capacity": capacity, "signed_at": "2026-03-14T10:00+06:00", "key": "0" * 64, "signature": "0" * 128}
    changes: Any = {"put": {signatures.unit(): stated}}
    officer.desk.save(Change(uuid.uuid4().bytes, "signing", 1, case, {}, changes), bureau.time)
    bureau.exchange()
    assert [(each.case, each.act) for each in prosecutor.signing.awaiting()] == [(case, act)]
