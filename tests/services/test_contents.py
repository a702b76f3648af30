"""What an act does not say, and who is in no record a participant: told before the signature, after it, on the page."""

from __future__ import annotations

from typing import Any

import pytest

from icjims_desktop.cli.commands import procedure as command
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import PASSWORD, Bureau, edit, new_case, new_person, text
from tests.services.test_procedure import enter, held

PART = ("role=mentioned", "sex=male", "age_reason=not_established", "disability_reason=not_established")
LACKING, NO_PART = "contents_missing", "person_without_part"


@pytest.fixture
def officer(bureau: Bureau) -> Workspace:
    return bureau.open("sydykov", "investigator")


def drawn(officer: Workspace, case: bytes, *words: str) -> bytes:
    return enter(officer, "indictment", case, "drawn_at=2026-03-07 10:00", *words)


def noticed(officer: Workspace, case: bytes) -> set[tuple[str, str]]:
    return {(each.record, each.problem.code) for each in officer.cases.file(case, "ru").noticed}


def test_an_indictment_of_a_time_alone_is_signed_and_all_that_it_lacks_is_told_before_after_and_on_the_page(
    officer: Workspace,
) -> None:
    case = new_case(officer, "summary=Кража", "received_times+=2026-03-01 09:00")
    act = drawn(officer, case)
    before = [each for each in officer.procedure.before_signing(act, "ru") if each.finding == LACKING]
    assert {"CPC 256(1)(1)", "CPC 256(1)(4)", "CPC 256(1)(10)", "CPC 256(2)"} <= {each.article for each in before}
    assert not any(each.blocks for each in before)
    first = before[0]
    assert (first.label, first.record, first.field) == ("Место составления", text(act), "drawn_place")
    assert noticed(officer, case) == set()
    officer.signing.sign(act, officer.signing.enter(PASSWORD))
    (told,) = officer.advice.after_signing(act, "ru")
    assert told.code == LACKING
    assert "Место составления (ст. 256" in str(told.params["labels"])
    assert noticed(officer, case) == {(text(act), LACKING)}


def test_what_is_stated_is_told_no_more(officer: Workspace) -> None:
    case = new_case(officer)
    act = drawn(officer, case)
    edit(officer, act, "drawn_place=Ош", "drawn_by=следователь")
    lacked = {each.article for each in officer.procedure.before_signing(act, "ru")}
    assert "CPC 256(1)(1)" not in lacked
    assert "CPC 256(1)(3)" in lacked


def test_a_draft_and_a_signed_act_are_listed_by_the_command_with_their_articles(officer: Workspace) -> None:
    case = new_case(officer)
    act, other = drawn(officer, case), drawn(officer, case)
    officer.signing.sign(act, officer.signing.enter(PASSWORD))
    found: Any = officer.procedure.safeguards(case, "en")
    assert {(each["record"], each["signed"]) for each in found["contents"]} == {(text(act), True), (text(other), False)}
    assert any("CPC" in line and "Place" in line for line in command._safeguard_lines(found, "en"))


def test_a_person_who_is_apprehended_without_taking_part_is_told_when_saved_and_signed_and_on_the_page(
    officer: Workspace,
) -> None:
    case = new_case(officer)
    person, act = held(officer, case)
    (saved,) = [each for each in officer.advice.after_saving(act, "ru", made=True) if each.code == NO_PART]
    assert "Токтогулов" in str(saved.params["labels"])
    assert NO_PART in {each.finding for each in officer.procedure.before_signing(act, "ru")}
    assert (text(act), NO_PART) in noticed(officer, case)
    found: Any = officer.procedure.safeguards(case, "ru")
    assert NO_PART in {each["code"] for each in found["warnings"]}
    officer.signing.sign(act, officer.signing.enter(PASSWORD))
    assert NO_PART in {each.code for each in officer.advice.after_signing(act, "ru")}
    enter(officer, "participant", case, *PART, f"person={text(person)}")
    assert NO_PART not in {each.code for each in officer.advice.after_saving(act, "ru", made=False)}
    assert NO_PART not in {each.code for each in officer.advice.after_signing(act, "ru")}
    assert (text(act), NO_PART) not in noticed(officer, case)


def test_who_takes_part_already_is_not_told(officer: Workspace) -> None:
    case = new_case(officer)
    person = new_person(officer, case)
    enter(officer, "participant", case, *PART, f"person={text(person)}")
    act = drawn(officer, case, f"accused+={text(person)}")
    assert NO_PART not in {each.code for each in officer.advice.after_saving(act, "ru", made=True)}


def test_custody_for_a_crime_of_up_to_five_years_is_told_when_saved_and_before_the_signature_that_waits_for_nothing(
    officer: Workspace,
) -> None:
    case = new_case(officer)
    person = f"person={text(new_person(officer, case))}"
    enter(officer, "charge", case, person, "ordered_at=2026-03-07 10:00", "article=177", "part=1", "step=first")
    act = enter(officer, "restraint", case, person, "measure=custody", "step=chosen")
    (saved,) = [each for each in officer.advice.after_saving(act, "ru", made=True) if each.code == "at_odds_with_law"]
    assert "ст. 114(1), 114(2) УПК" in str(saved.params["labels"])
    (before,) = [each for each in officer.procedure.before_signing(act, "ru") if each.finding == "at_odds_with_law"]
    assert (before.record, before.field, before.blocks) == (text(act), "custody_exception", False)
    edit(officer, act, "custody_exception=absconded")
    assert "at_odds_with_law" not in {each.code for each in officer.advice.after_saving(act, "ru", made=False)}
