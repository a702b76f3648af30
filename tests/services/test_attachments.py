"""A file is attached to a record, stated in it by its SHA-256, and given out only to who may see the record."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from icjims_core.problem import Refused
from icjims_desktop.services import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import PASSWORD, Bureau, new_case, values

SCAN = b"%PDF-1.7 signed by hand" * 1000
SUM = hashlib.sha256(SCAN).hexdigest()


@pytest.fixture
def officer(bureau: Bureau) -> Workspace:
    return bureau.open("sydykov", "investigator")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "токтом.pdf"
    path.write_bytes(SCAN)
    return path


def refusal(workspace: Workspace) -> bytes:
    words = assignments.parse(["ground=no_event", "decided_at=2026-03-07 12:00"])
    return workspace.records.new("refusal", words, case=new_case(workspace)).record


def test_the_record_states_the_file_and_gives_it_back(officer: Workspace, scan: Path, tmp_path: Path) -> None:
    act = refusal(officer)
    stated = {"sha256": SUM, "size": len(SCAN), "mime": "application/pdf", "name": "токтом.pdf"}
    assert officer.attachments.attach(act, scan).value == stated
    assert values(officer, act)["attachments"] == [stated]
    assert b"".join(officer.attachments.open(act, SUM)) == SCAN
    target = tmp_path / "copy.pdf"
    officer.attachments.save_copy(act, SUM, target)
    assert target.read_bytes() == SCAN
    with pytest.raises(Refused, match="file_exists"):
        officer.attachments.save_copy(act, SUM, target)


def test_opening_and_taking_out_are_written_to_the_audit_stream(
    bureau: Bureau, officer: Workspace, scan: Path, tmp_path: Path
) -> None:
    act = refusal(officer)
    officer.attachments.attach(act, scan)
    officer.attachments.open(act, SUM)
    officer.attachments.save_copy(act, SUM, tmp_path / "copy.pdf")
    told = [(each["event"], each["sha256"]) for each in bureau.audit(officer) if "sha256" in each]
    assert told == [("attachment", SUM), ("export", SUM)]


def test_elsewhere_the_record_says_that_the_file_is_on_another_computer(
    bureau: Bureau, officer: Workspace, scan: Path
) -> None:
    colleague = bureau.open("osmonov", "investigator")
    act = refusal(officer)
    officer.attachments.attach(act, scan)
    bureau.exchange()
    assert officer.attachments.here(act) == {SUM: True}
    assert colleague.attachments.here(act) == {SUM: False}
    with pytest.raises(Refused, match="not_on_this_computer"):
        b"".join(colleague.attachments.open(act, SUM))


def test_a_file_is_given_out_by_a_record_that_states_it_alone(officer: Workspace, scan: Path) -> None:
    officer.attachments.attach(refusal(officer), scan)
    with pytest.raises(Refused, match="not_found"):
        officer.attachments.open(refusal(officer), SUM)


def test_what_is_signed_takes_the_scan_of_its_paper_and_no_further_enclosure(officer: Workspace, scan: Path) -> None:
    act = refusal(officer)
    officer.attachments.attach(act, scan)
    officer.signing.sign(act, officer.signing.enter(PASSWORD))
    with pytest.raises(Refused, match="signed"):
        officer.attachments.attach(act, scan)
    officer.attachments.attach(act, scan, "signed_scan")
    assert officer.signing.standing(act)["status"] == "signed"


def test_only_a_field_for_files_takes_a_file(officer: Workspace, scan: Path, tmp_path: Path) -> None:
    act = refusal(officer)
    with pytest.raises(Refused, match="no_file_field"):
        officer.attachments.attach(act, scan, "reasons")
    with pytest.raises(Refused, match="no_such_file"):
        officer.attachments.attach(act, tmp_path / "missing.pdf")
    with pytest.raises(Refused, match="no_such_file"):
        officer.attachments.attach(act, tmp_path)


def test_a_file_is_taken_away_for_a_reason_that_stays(bureau: Bureau, officer: Workspace, scan: Path) -> None:
    act = refusal(officer)
    officer.attachments.attach(act, scan)
    with pytest.raises(Refused, match="reason_required"):
        officer.attachments.take_away(act, SUM, " ")
    assert officer.attachments.here(act) == {SUM: True}
    officer.attachments.take_away(act, SUM, "Не тот файл")
    assert officer.attachments.here(act) == {}
    with pytest.raises(Refused, match="not_found"):
        officer.attachments.open(act, SUM)
    told = str(officer.records.history(act))
    assert "Не тот файл" in told
    assert SUM in told, "what stood there is told for ever"
    with pytest.raises(Refused, match="not_found"):
        officer.attachments.take_away(act, SUM, "Ещё раз")


def test_what_was_signed_with_its_enclosures_keeps_them_and_a_wrong_scan_goes(officer: Workspace, scan: Path) -> None:
    act = refusal(officer)
    officer.attachments.attach(act, scan)
    officer.signing.sign(act, officer.signing.enter(PASSWORD))
    with pytest.raises(Refused, match="signed"):
        officer.attachments.take_away(act, SUM, "Не тот файл")
    other = scan.with_name("скан.pdf")
    other.write_bytes(b"%PDF of another act")
    wrong = hashlib.sha256(other.read_bytes()).hexdigest()
    officer.attachments.attach(act, other, "signed_scan")
    officer.attachments.take_away(act, wrong, "Скан другого акта")
    assert officer.attachments.here(act) == {SUM: True}
