"""Consent is refused as it is given: signed, with its reason, and nothing waits for it any more."""

from __future__ import annotations

from typing import Any

import pytest

from icjims_core.problem import Refused
from icjims_desktop.services import identifiers
from icjims_desktop.services.recording import assignments, signatures
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import PASSWORD, Bureau, new_case, new_person, text, values

WORDS = ("reason=expert_examination", "ordered_at=2026-03-14 10:00")


def refuse(workspace: Workspace, act: bytes, reason: str) -> Any:
    return workspace.signing.refuse(act, workspace.signing.enter(PASSWORD), reason)


@pytest.fixture
def officer(bureau: Bureau) -> Workspace:
    return bureau.open("sydykov", "investigator")


@pytest.fixture
def prosecutor(bureau: Bureau) -> Workspace:
    return bureau.open("abdyldaeva", "prosecutor")


def test_a_refusal_is_signed_with_its_reason_by_who_may_consent_and_ends_the_waiting(
    bureau: Bureau, officer: Workspace, prosecutor: Workspace
) -> None:
    case = new_case(officer)
    act = officer.records.new("check_extension", assignments.parse(WORDS), case=case).record
    bureau.exchange()
    with pytest.raises(Refused, match="not_signed"):
        refuse(prosecutor, act, "Оснований нет")
    officer.signing.sign(act, officer.signing.enter(PASSWORD))
    bureau.exchange()
    assert [each.act for each in prosecutor.signing.awaiting()] == [act]
    with pytest.raises(Refused, match="reason_required"):
        refuse(prosecutor, act, " ")
    with pytest.raises(Refused, match="may_not_sign"):
        refuse(officer, act, "Оснований нет")
    told = refuse(prosecutor, act, "Оснований нет")["signed"]
    assert {each["capacity"] for each in told} == {"officer", "refusal"}
    assert prosecutor.signing.awaiting() == []
    bureau.exchange()
    with officer.desk.view() as view:
        made = signatures.of(view, view.record(act))
    (found,) = [each for each in made if each.statement.capacity == "refusal"]
    assert found.valid
    assert "Оснований нет" in str(values(officer, identifiers.parse(found.record))["remarks"])


def test_a_refusal_is_no_consent_and_who_refused_may_consent_after_all(
    bureau: Bureau, officer: Workspace, prosecutor: Workspace
) -> None:
    case = new_case(officer)
    words = (*WORDS, "prosecutor_consent=yes", "decided_at=2026-03-15 10:00")
    act = officer.records.new("check_extension", assignments.parse(words), case=case).record
    officer.signing.sign(act, officer.signing.enter(PASSWORD))
    bureau.exchange()

    def doubts() -> list[str]:
        told = prosecutor.advice.after_saving(act, "ru", made=False)
        return [each.code for each in told if each.code == "draft_prolongs_nothing"]

    assert doubts()
    refuse(prosecutor, act, "Оснований нет")
    assert doubts()
    prosecutor.signing.countersign(act, prosecutor.signing.enter(PASSWORD))
    assert not doubts()


def awaited(workspace: Workspace, case: bytes) -> dict[str, str]:
    return dict(workspace.cases.file(case, "ru", purpose="supervision").awaited)


def test_the_page_of_a_case_tells_which_signed_act_waits_for_a_consent(
    bureau: Bureau, officer: Workspace, prosecutor: Workspace
) -> None:
    case = new_case(officer)
    person = f"person={text(new_person(officer, case))}"
    custody, undertaking = (
        officer.records.new("restraint", assignments.parse((person, f"measure={each}")), case=case).record
        for each in ("custody", "undertaking")
    )
    assert awaited(officer, case) == {}
    for each in (custody, undertaking):
        officer.signing.sign(each, officer.signing.enter(PASSWORD))
    assert awaited(officer, case) == {text(custody): "consent"}
    bureau.exchange()
    prosecutor.signing.countersign(custody, prosecutor.signing.enter(PASSWORD))
    bureau.exchange()
    assert awaited(officer, case) == {}


def test_what_was_refused_waits_no_more_on_the_page_of_its_case(
    bureau: Bureau, officer: Workspace, prosecutor: Workspace
) -> None:
    case = new_case(officer)
    act = officer.records.new("check_extension", assignments.parse(WORDS), case=case).record
    officer.signing.sign(act, officer.signing.enter(PASSWORD))
    bureau.exchange()
    assert awaited(prosecutor, case) == {text(act): "consent"}
    refuse(prosecutor, act, "Оснований нет")
    assert awaited(prosecutor, case) == {}
