"""A file is attached to a record, stated in it by its SHA-256, and given out only to who may see the record."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from icjims_core.problem import Refused
from icjims_desktop.services import identifiers
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.recording.assignments import Assignment, Operator
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import PASSWORD, Bureau, edit, new_case, text, values

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
    opened, taken = [each for each in bureau.audit(officer) if "sha256" in each]
    assert (opened["event"], opened["sha256"], opened["records"]) == ("attachment", SUM, [text(act)])
    assert (taken["event"], taken["action"], taken["sha256"]) == ("export", "attachment", SUM)
    assert (taken["records"], taken["case"]) == ([text(act)], officer.records.show(act)["case"])


LOOKS: dict[str, Callable[[Workspace, bytes, bytes], object]] = {
    "here": lambda desk, act, _: desk.attachments.here(act),
    "of_case": lambda desk, _, case: desk.attachments.of_case(case),
    "open": lambda desk, act, _: desk.attachments.open(act, SUM),
    "thumbnail": lambda desk, act, _: desk.attachments.thumbnail(act, SUM),
}


@pytest.mark.parametrize("look", LOOKS)
def test_a_file_its_picture_and_its_name_are_looked_at_in_the_log(
    bureau: Bureau, officer: Workspace, scan: Path, monkeypatch: pytest.MonkeyPatch, look: str
) -> None:
    act = refusal(officer)
    case = identifiers.parse(str(officer.records.show(act)["case"]))
    officer.attachments.attach(act, scan)
    assert officer.attachments.thumbnail(act, SUM) is None
    officer.attachments.keep_thumbnail(act, SUM, b"small")
    before = len(bureau.audit(officer))
    LOOKS[look](officer, act, case)
    (event,) = bureau.audit(officer)[before:]
    assert (event["records"], event["case"]) == ([text(act)], text(case))

    def full(*_: object, **__: object) -> None:
        raise Refused("disk_full")

    monkeypatch.setattr(officer.store.journal, "commit_audit", full)
    with pytest.raises(Refused, match="disk_full"):
        LOOKS[look](officer, act, case)


@pytest.mark.parametrize("look", LOOKS)
def test_files_of_a_case_outside_ones_own_are_looked_at_for_a_purpose(
    bureau: Bureau, officer: Workspace, scan: Path, look: str
) -> None:
    beside = bureau.open("beside", "investigator")
    act = refusal(officer)
    case = identifiers.parse(str(officer.records.show(act)["case"]))
    words = ["kind=single", "officer=С", "login=sydykov", "accepted_at=2026-09-01 09:00"]
    officer.records.new("acceptance", assignments.parse(words), case=case)
    officer.attachments.attach(act, scan)
    bureau.exchange()
    with pytest.raises(Refused, match="purpose_required"):
        LOOKS[look](beside, act, case)


def test_a_copy_of_somebody_elses_leaves_for_a_purpose_and_by_the_rule_of_what_leaves(
    bureau: Bureau, officer: Workspace, scan: Path, tmp_path: Path
) -> None:
    beside, guard = bureau.open("beside", "investigator"), bureau.open("guard", "security_officer")
    act = refusal(officer)
    case = identifiers.parse(str(officer.records.show(act)["case"]))
    words = ["kind=single", "officer=С", "login=sydykov", "accepted_at=2026-09-01 09:00"]
    officer.records.new("acceptance", assignments.parse(words), case=case)
    officer.attachments.attach(act, scan)
    bureau.exchange()
    with pytest.raises(Refused, match="purpose_required"):
        beside.attachments.save_copy(act, SUM, tmp_path / "copy.pdf")
    with pytest.raises(Refused, match="not_on_this_computer"):
        beside.attachments.save_copy(act, SUM, tmp_path / "copy.pdf", purpose="supervision: жалоба")
    told = bureau.audit(beside)[-1]
    assert (told["event"], told["purpose"], told["purpose_text"]) == ("export", "supervision", "жалоба")
    before = bureau.audit(guard)
    with pytest.raises(Refused, match="may_not_export"):
        guard.attachments.save_copy(act, SUM, tmp_path / "copy.pdf", purpose="supervision: проверка")
    assert bureau.audit(guard) == before
    assert not (tmp_path / "copy.pdf").exists()


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


def stated(workspace: Workspace, act: bytes) -> dict[str, list[str]]:
    """Field → sums of its files, of those that hold some."""
    files: dict[str, list[str]] = {}
    for each in workspace.attachments.of_case(case_of(workspace, act)):
        if each.record == text(act):
            files.setdefault(each.field, []).append(str(each.value["sha256"]))
    return files


def case_of(workspace: Workspace, act: bytes) -> bytes:
    return identifiers.parse(str(workspace.records.show(act)["case"]))


def test_what_is_signed_takes_the_scan_of_its_paper_and_no_further_enclosure(officer: Workspace, scan: Path) -> None:
    act = refusal(officer)
    officer.attachments.attach(act, scan)
    officer.signing.sign(act, officer.signing.enter(PASSWORD))
    assert stated(officer, act) == {"attachments": [SUM]}
    with pytest.raises(Refused, match="signed"):
        officer.attachments.attach(act, scan, "attachments")
    officer.attachments.attach(act, scan)
    assert stated(officer, act) == {"attachments": [SUM], "signed_scan": [SUM]}
    assert officer.signing.standing(act)["status"] == "signed"


def test_an_enclosure_of_a_draft_is_one_whatever_other_files_its_form_asks_for(officer: Workspace, scan: Path) -> None:
    case = new_case(officer)
    person = officer.records.new("person", assignments.parse(["surname=Токтогулов"]), case=case).record
    words = assignments.parse([f"person={text(person)}", "actual_times=2026-03-07 12:00"])
    act = officer.records.new("apprehension", words, case=case).record
    officer.attachments.attach(act, scan)
    assert stated(officer, act) == {"attachments": [SUM]}


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


def test_no_way_of_writing_takes_a_file_away_without_a_reason(officer: Workspace, scan: Path, tmp_path: Path) -> None:
    act = refusal(officer)
    stated = officer.attachments.attach(act, scan).value
    other = {**stated, "sha256": "00" * 32}
    words = json.dumps(stated)
    for operator, value in ((Operator.WHOLE, []), (Operator.WHOLE, [other]), (Operator.REMOVE, stated)):
        with pytest.raises(Refused, match="reason_required") as refused:
            officer.records.edit(act, [Assignment("attachments", operator, value)])
        assert refused.value.params["field"] == "attachments"
    lines = tmp_path / "in.jsonl"
    lines.write_text(json.dumps({"id": text(act), "attachments": []}))
    with pytest.raises(Refused, match="reason_required"):
        officer.files.take("refusal", lines)
    assert officer.attachments.here(act) == {SUM: True}
    officer.files.take("refusal", lines, reason="Не тот файл, по списку")
    edit(officer, act, f"attachments:=[{words}]")
    line = {"id": text(act), "fields": {"attachments": {"value": []}}, "reason": "Скан чужого дела"}
    lines.write_text(json.dumps(line))
    officer.files.take("refusal", lines, reason="Не тот файл, по списку")
    told = str(officer.records.history(act))
    assert (told.count("Не тот файл, по списку"), told.count("Скан чужого дела")) == (1, 1)
    edit(officer, act, f"attachments:=[{words}]", "reasons=Ещё")
    edit(officer, act, "attachments:=[]", reason="Не та страница")
    assert officer.attachments.here(act) == {}
    assert "Не та страница" in str(officer.records.history(act))


def test_a_file_in_the_place_of_another_and_a_scan_on_what_is_signed_go_for_a_reason_alone(
    officer: Workspace, scan: Path
) -> None:
    case = new_case(officer)
    words = assignments.parse(["kind=interception", "started_at=2026-03-07 12:00"])
    act = officer.records.new("special_action", words, case=case).record
    officer.attachments.attach(act, scan, "destruction_file")
    other = scan.with_name("другой.pdf")
    other.write_bytes(b"%PDF another")
    with pytest.raises(Refused, match="reason_required"):
        officer.attachments.attach(act, other, "destruction_file")
    with pytest.raises(Refused, match="reason_required"):
        edit(officer, act, "destruction_file:=null")
    assert officer.attachments.here(act) == {SUM: True}
    kept = officer.store.attachments
    assert not any(kept.holds([hashlib.sha256(b"%PDF another").digest()])), "what is refused is not kept"
    officer.attachments.attach(act, other, "destruction_file", reason="Первый скан нечитаем")
    assert SUM not in officer.attachments.here(act)
    paper = refusal(officer)
    officer.attachments.attach(paper, scan, "signed_scan")
    officer.signing.sign(paper, officer.signing.enter(PASSWORD))
    with pytest.raises(Refused, match="reason_required"):
        edit(officer, paper, "signed_scan:=[]")
