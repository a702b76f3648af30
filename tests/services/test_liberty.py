"""Where the persons of a case stand: state, safeguards and custody, each in words and with where it is recorded."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from icjims_core.problem import Refused
from icjims_desktop.services.law.liberty import StampTold, Standing
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, edit, new_case, new_person, text


@pytest.fixture
def officer(bureau: Bureau) -> Workspace:
    return bureau.open("sydykov", "investigator")


def held(workspace: Workspace) -> tuple[bytes, bytes]:
    """A case with a person apprehended two hours before the clock of the bureau; case and apprehension."""
    case = new_case(workspace)
    person = new_person(workspace, case)
    words = (f"person={text(person)}", 'actual_times:={"at": "2026-09-21 18:00", "source": "protocol"}')
    return case, workspace.records.new("apprehension", assignments.parse(words), case=case).record


def only(workspace: Workspace, case: bytes) -> Standing:
    (found,) = workspace.liberty.of_case(case, "ru").persons
    return found


def stamp(person: Standing, code: str) -> StampTold:
    return next(each for each in person.stamps if each.code == code)


def test_a_missing_stamp_names_the_record_and_the_field_that_is_filled_in(officer: Workspace) -> None:
    case, apprehension = held(officer)
    missing = stamp(only(officer, case), "relative_told")
    assert (missing.status, missing.overdue) == ("missing", True)
    assert missing.record_it is not None
    assert missing.say_why is not None
    assert (missing.record_it.record, missing.record_it.field) == (text(apprehension), "relatives_notified_times")
    assert (missing.say_why.record, missing.say_why.field) == (text(apprehension), "relatives_missing_reason")


def test_a_stamp_that_is_met_names_what_shows_it_and_a_reason_is_told(officer: Workspace) -> None:
    case, apprehension = held(officer)
    edit(officer, apprehension, "rights_explained_at=2026-09-21 18:20", "doctor_missing_reason=Врача нет")
    person = only(officer, case)
    met, explained = stamp(person, "rights_explained"), stamp(person, "doctor")
    assert met.status == "met"
    assert met.at is not None
    assert met.at.isoformat() == "2026-09-21T18:20:00+06:00"
    assert "Права разъяснены" in met.shown_by
    assert (explained.status, explained.reason) == ("explained", "Врача нет")
    assert met.record_it is None


def test_state_and_custody_follow_from_the_record_that_brought_them(officer: Workspace) -> None:
    case, apprehension = held(officer)
    person = only(officer, case)
    assert (person.state.code, person.state.record) == ("suspect", text(apprehension))
    assert person.custody is not None
    assert (person.custody.kind, person.custody.held_now, person.custody.hours) == ("apprehension", True, 2)
    limit = person.custody.limit
    assert limit is not None
    assert (limit.granted, limit.longest, limit.hours, limit.months) == (2, 48, 48, 0)
    edit(officer, apprehension, "is_child=yes")
    account = only(officer, case).custody
    assert account is not None
    assert account.limit is not None
    assert (account.limit.longest, account.limit.hours, "100" in account.limit.article) == (24, 24, True)


def test_house_arrest_is_told_with_its_own_time_and_no_limit_of_custody(officer: Workspace) -> None:
    case, _ = held(officer)
    person = only(officer, case).person
    facts = ("measure=house_arrest", "step=chosen", "decision=granted", "decided_at=2026-09-21 19:00")
    officer.records.new("restraint", assignments.parse((f"person={person}", *facts)), case=case)
    found = only(officer, case).custody
    assert found is not None
    assert (found.kind, found.held_now, found.hours, found.limit) == ("house_arrest", True, 1, None)


def test_who_was_never_held_has_no_account(officer: Workspace) -> None:
    case = new_case(officer)
    new_person(officer, case)
    assert only(officer, case).custody is None


def test_a_printed_passport_is_an_export_in_the_audit_log(bureau: Bureau, officer: Workspace, tmp_path: Path) -> None:
    case, _ = held(officer)
    person = only(officer, case).person
    target = tmp_path / "passport.pdf"
    assert officer.passport_paper(case, person, target, "ky") == 1
    assert target.read_bytes().startswith(b"%PDF")
    (page,) = [" ".join(each.extract_text().split()) for each in pypdf.PdfReader(target).pages]
    assert "Иш жүзүндө кармалды: 21.09.2026 18:00 (айткан: протоколдо же токтомдо көрсөтүлгөн, " in page
    stated = page.partition("көрсөтүлгөн, ")[2].partition(")")[0]
    assert "тергөөчү" in stated, "who recorded it, by post at least"
    told = [each for each in bureau.audit(officer) if each["event"] == "export"]
    assert [each["type"] for each in told] == ["safeguard_passport"]
    with pytest.raises(Refused, match="not_found"):
        officer.passport_paper(case, text(case), tmp_path / "other.pdf", "ky")
