"""What the law seals is read by those whom it names, stands in the open for nobody, and merges like anything else."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pypdf
import pytest

from icjims_core.compartments import Contents, seal
from icjims_core.problem import Refused
from icjims_desktop.services.compartments import sealing
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.log.commits import Change
from tests.services.bureau import OFFICE, PASSWORD, Bureau, edit, new_case, new_person, text, values

PROSECUTOR_OFFICE = "P01"
ACCOUNT = "Били резиновой палкой, канарейкин рассказ"


REFUSAL = ("ground=no_event", "decided_at=2026-03-07 12:00")


def allegation(workspace: Workspace, case: bytes, person: bytes, *words: str) -> bytes:
    stated = (f"person={text(person)}", "received_times=2026-03-07 12:00", f"account={ACCOUNT}", *words)
    return workspace.records.new("allegation", assignments.parse(stated), case=case).record


@pytest.fixture
def officer(bureau: Bureau) -> Workspace:
    """The recorder: a duty officer of the police office."""
    return bureau.open("duty", "duty_officer")


@pytest.fixture
def colleague(bureau: Bureau, officer: Workspace) -> Workspace:
    """A clerk of the same office, on a workstation of the same feed."""
    return bureau.open("clerk", "clerk")


@pytest.fixture
def prosecutor(bureau: Bureau, officer: Workspace) -> Workspace:
    """A prosecutor who supervises the office."""
    made = bureau.open("prosecutor", "prosecutor", office=PROSECUTOR_OFFICE)
    bureau.supervise(OFFICE, PROSECUTOR_OFFICE)
    return made


def shown(workspace: Workspace, record: bytes) -> dict[str, object]:
    return workspace.records.show(record)


def test_only_the_recorder_and_the_supervising_prosecutor_read_an_allegation(
    bureau: Bureau, officer: Workspace, colleague: Workspace, prosecutor: Workspace
) -> None:
    case = new_case(officer)
    record = allegation(officer, case, new_person(officer, case))
    bureau.exchange()
    for reader in (officer, prosecutor):
        assert shown(reader, record)["type"] == "allegation"
        assert values(reader, record)["account"] == ACCOUNT
    seen = shown(colleague, record)
    assert (seen["type"], seen["fields"], seen["author"]) == ("sealed_record", {}, "duty")
    assert "канарейкин" not in json.dumps(seen, ensure_ascii=False)
    assert seen["digest"] == shown(officer, record)["digest"]
    assert seen["vector"] == shown(officer, record)["vector"]


def test_a_later_edit_an_annulment_and_its_reason_stay_inside(
    bureau: Bureau, officer: Workspace, colleague: Workspace, prosecutor: Workspace
) -> None:
    case = new_case(officer)
    record = allegation(officer, case, new_person(officer, case))
    bureau.exchange()
    edit(prosecutor, record, "outcome=refused", "outcome_reasons=Канарейкин вывод")
    bureau.exchange()
    assert values(officer, record)["outcome_reasons"] == "Канарейкин вывод"
    officer.records.annul(record, "Канарейкин повод")
    bureau.exchange()
    assert shown(prosecutor, record)["annulled"]["reason"] == "Канарейкин повод"  # type: ignore[index]
    for document in (shown(colleague, record), colleague.records.history(record), colleague.records.case(case)):
        assert "анарейкин" not in json.dumps(document, ensure_ascii=False)
    with colleague.desk.view(unsealing=False) as view:
        assert {each.revision.reason for each in view.record(record).written} == {None}
    told = [line["reason"] for line in prosecutor.records.history(record)["revisions"]]  # type: ignore[attr-defined]
    assert told == [None, None, "Канарейкин повод"]


def test_two_readers_at_once_meet_as_siblings_inside_and_decide_them(
    bureau: Bureau, officer: Workspace, colleague: Workspace, prosecutor: Workspace
) -> None:
    case = new_case(officer)
    record = allegation(officer, case, new_person(officer, case))
    bureau.exchange()
    edit(officer, record, "event_place=Кабинет 7")
    edit(prosecutor, record, "event_place=Камера 3")
    bureau.exchange()
    assert values(officer, record)["event_place"] == {"Кабинет 7", "Камера 3"}
    assert officer.status()["conflicts"] == prosecutor.syncing.conflicts() == 1
    assert colleague.status()["conflicts"] == 0
    assert colleague.records.conflicts() == {"conflicts": []}
    sibling = prosecutor.records.conflicts()["conflicts"][0]["siblings"][0]["dot"]  # type: ignore[index]
    prosecutor.records.resolve(record, "event_place", sibling, "Осмотр")
    bureau.exchange()
    assert officer.syncing.conflicts() == 0


def test_nobody_else_can_put_words_into_a_sealed_record(
    bureau: Bureau, officer: Workspace, colleague: Workspace, prosecutor: Workspace
) -> None:
    case = new_case(officer)
    record = allegation(officer, case, new_person(officer, case))
    bureau.exchange()
    with pytest.raises(Refused, match="sealed"):
        edit(colleague, record, "account=Ничего не было")
    with pytest.raises(Refused, match="sealed"):
        colleague.records.annul(record, "не нужно")
    # A program of its own making: closed for the prosecutor, laid over what it never saw.
    with colleague.desk.view() as view:
        known = view.record(record)
        seen = known.state.vector
    public = prosecutor.desk.opener.public
    words = Contents(
        1, "torture_allegation", "allegation", 1, {"put": {"account": "Ничего не было"}}, None, (public,), ()
    )
    forged = Change(record, "sealed_record", 1, case, seen, seal(words, record, os.urandom))
    colleague.store.journal.commit([forged], now=bureau.now())
    bureau.exchange()
    assert values(prosecutor, record)["account"] == ACCOUNT
    assert shown(prosecutor, record)["unread"] == 1


def test_who_has_no_key_yet_is_told_of_and_gets_it_with_a_later_session(
    bureau: Bureau, officer: Workspace, colleague: Workspace
) -> None:
    """A prosecutor who has not unlocked a workstation yet, and one whose supervision begins later."""
    bureau.supervise(OFFICE, PROSECUTOR_OFFICE)
    absent = bureau.enrolled("absent", "prosecutor", office=PROSECUTOR_OFFICE)
    bureau.certify(absent, os.urandom(32))
    bureau.publish()
    case = new_case(officer)
    person = new_person(officer, case)
    stated = (f"person={text(person)}", "received_times=2026-03-07 12:00", f"account={ACCOUNT}")
    saved = officer.records.new("allegation", assignments.parse(stated), case=case)
    assert saved.without_key == ("absent",)
    edit(officer, saved.record, "injuries=Ссадины")
    prosecutor = bureau.open("prosecutor", "prosecutor", office=PROSECUTOR_OFFICE)
    bureau.exchange()
    assert shown(prosecutor, saved.record)["type"] == "sealed_record"
    hand_on(officer)
    hand_on(officer)
    bureau.exchange()
    assert values(prosecutor, saved.record)["account"] == ACCOUNT
    assert values(prosecutor, saved.record)["injuries"] == "Ссадины"
    revisions = prosecutor.records.history(saved.record)["revisions"]
    assert len(revisions) == 3, "keys are handed on once"  # type: ignore[arg-type]
    assert shown(colleague, saved.record)["type"] == "sealed_record"


def hand_on(workspace: Workspace) -> None:
    """What a session does at its end."""
    desk = workspace.desk
    with desk.view() as view:
        changes = sealing.reseal(view, desk.me, os.urandom, desk.now())
    if changes:
        desk.commit(changes, desk.now())


def test_an_office_complained_of_is_shut_out_even_as_supervisor(bureau: Bureau, officer: Workspace) -> None:
    prosecutor = bureau.open("prosecutor", "prosecutor", office=PROSECUTOR_OFFICE)
    bureau.supervise(OFFICE, PROSECUTOR_OFFICE)
    case = new_case(officer)
    person = new_person(officer, case)
    record = allegation(officer, case, person, f"accused_office={PROSECUTOR_OFFICE}")
    bureau.exchange()
    assert shown(prosecutor, record)["type"] == "sealed_record"
    assert shown(officer, record)["type"] == "allegation"


def test_the_rules_of_procedure_see_sealed_steps_for_their_readers_alone(
    bureau: Bureau, officer: Workspace, colleague: Workspace, prosecutor: Workspace
) -> None:
    case = new_case(officer)
    person = new_person(officer, case)
    bureau.exchange()
    before = {each.me.login: rules(each, case) for each in (colleague, prosecutor)}
    record = allegation(officer, case, person)
    bureau.exchange()
    assert rules(colleague, case) == before["clerk"]
    assert rules(prosecutor, case) != before["prosecutor"]
    assert text(record) in json.dumps(rules(prosecutor, case))
    stamps = {each.me.login: stamps_of(each, case) for each in (colleague, prosecutor)}
    assert stamps["prosecutor"] > stamps["clerk"]
    on_paper = prosecutor.liberty.of_case(case, "ru", on_paper=True)
    assert {each.code for one in on_paper.persons for each in one.stamps} == stamps["clerk"], "paper is read by others"


def stamps_of(workspace: Workspace, case: bytes) -> set[str]:
    """The codes of the stamps in the passports that the user sees."""
    persons: Any = workspace.procedure.safeguards(case, "ru")["persons"]
    return {each["code"] for one in persons for each in one["safeguards"]}


def rules(workspace: Workspace, case: bytes) -> list[object]:
    """What the law says of a case, as this user reads it."""
    due = workspace.procedure.deadlines(case, "ru", every=True)["deadlines"]
    return [workspace.procedure.course(case, "ru"), due, workspace.procedure.safeguards(case, "ru")["alerts"]]


def test_an_officer_signs_a_sealed_act_and_nobody_else_learns_of_it(
    bureau: Bureau, officer: Workspace, colleague: Workspace, prosecutor: Workspace
) -> None:
    case = new_case(officer)
    record = allegation(officer, case, new_person(officer, case))
    officer.signing.sign(record, officer.signing.enter(PASSWORD))
    bureau.exchange()
    for reader in (officer, prosecutor):
        told = reader.signing.standing(record)
        assert (told["status"], [each["valid"] for each in told["signed"]]) == ("signed", [True])  # type: ignore[attr-defined]
    assert colleague.records.list("signing")["records"] == []
    assert len(colleague.records.list("sealed_record")["records"]) == 2  # type: ignore[arg-type]
    with pytest.raises(Refused, match="signed"):
        edit(prosecutor, record, "account=Иначе")
    hand = colleague.signing.enter(PASSWORD)
    for attempt in (
        lambda: colleague.signing.sign(record, hand),
        lambda: colleague.signing.countersign(record, hand),
        lambda: colleague.signing.supersede(record, "Иначе"),
    ):
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.code == "sealed", "the answer tells nothing of what kind it is"


def test_nothing_open_refers_to_a_sealed_record(bureau: Bureau) -> None:
    """Not even by who reads it: the field that refers would tell everybody of what kind it is."""
    expert, doctor = bureau.open("sydykov", "investigator"), bureau.open("doctor", "facility_doctor")
    case = new_case(expert)
    person = new_person(expert, case)
    record = allegation(expert, case, person)
    bureau.exchange()
    stated = (f"person={text(person)}", "paper=motion_copy", "served_at=2026-03-01 10:00")
    expert.records.new("served_document", assignments.parse(stated), case=case)
    with pytest.raises(Refused) as refused:
        expert.records.new("served_document", assignments.parse((*stated, f"act={text(record)}")), case=case)
    assert refused.value.params["rule"] == "reference"
    own = (f"person={text(person)}", "examined_at=2026-03-08 10:00", "examiner=Д-р", f"allegation={text(record)}")
    with pytest.raises(Refused, match="invalid"):
        doctor.records.new("istanbul_report", assignments.parse(own), case=case)


def test_the_letter_is_made_for_a_reader_where_he_says_and_for_nobody_else(
    bureau: Bureau, officer: Workspace, colleague: Workspace, prosecutor: Workspace, tmp_path: Path
) -> None:
    case = new_case(officer)
    record = allegation(officer, case, new_person(officer, case), "accused_persons=<b>Ивано</b>в")
    bureau.exchange()
    target = tmp_path / "пытки.pdf"
    assert officer.letters.write(record, target) == 2
    read = pypdf.PdfReader(target)
    kyrgyz, russian = (" ".join(each.extract_text().split()) for each in read.pages)
    for word in (ACCOUNT, "128", "Токтогулов", PROSECUTOR_OFFICE, "<b>Ивано</b>в"):
        assert word in kyrgyz, word
        assert word in russian, word
    assert "Кыйноо жөнүндө арызды жөнөтүү" in kyrgyz
    assert "Направление заявления о пытках" in russian
    assert read.metadata is not None
    assert not read.metadata.title, "the title of a viewer's window tells nothing"
    event = bureau.audit(officer)[-1]
    assert (event["event"], event["action"], event["type"]) == ("export", "print", "sealed_record")
    assert "пытки" not in json.dumps(event, ensure_ascii=False), "the log leaves the workstation"
    with pytest.raises(Refused, match="sealed"):
        colleague.letters.write(record, tmp_path / "theirs.pdf")
    with pytest.raises(Refused, match="no_letter"):
        officer.letters.write(case, tmp_path / "case.pdf")
    assert [each.name for each in tmp_path.glob("*.pdf")] == [target.name]


def test_files_and_exports_stay_closed(bureau: Bureau, officer: Workspace, tmp_path: Path) -> None:
    case = new_case(officer)
    allegation(officer, case, new_person(officer, case))
    clerk = bureau.open("exporter", "clerk")
    bureau.exchange()
    own = allegation(clerk, case, new_person(clerk, case))
    assert shown(clerk, own)["type"] == "allegation"
    for workspace in (officer, clerk):
        with pytest.raises(Refused, match=r"sealed_not_exported|may_not_export"):
            workspace.files.give("allegation", tmp_path / "out.jsonl")
    clerk.files.give("sealed_record", tmp_path / "closed.jsonl")
    lines = (tmp_path / "closed.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["fields"] for line in lines] == [{}, {}]


def test_a_file_of_a_sealed_record_opens_for_its_readers_on_that_computer(
    bureau: Bureau, officer: Workspace, colleague: Workspace, tmp_path: Path
) -> None:
    case = new_case(officer)
    record = allegation(officer, case, new_person(officer, case))
    (tmp_path / "bruises.png").write_bytes(b"photograph of bruises")
    sha256 = str(officer.attachments.attach(record, tmp_path / "bruises.png", "images").value["sha256"])
    officer.attachments.keep_thumbnail(record, sha256, b"small")
    edit(officer, record, "injuries=Ссадины")
    assert officer.attachments.here(record) == {sha256: True}
    assert b"".join(officer.attachments.open(record, sha256)) == b"photograph of bruises"
    assert officer.attachments.thumbnail(record, sha256) == b"small"
    assert [each.here for each in officer.attachments.of_case(case)] == [True]
    assert officer.store.attachments.damaged() == []
    with officer.store.database.read() as connection:
        (row,) = connection.exec_driver_sql("SELECT sha256, key, size FROM attachment").fetchall()
    assert (row.key, row.size) == (b"", 0), "no key of it stands in the database that others unlock"
    assert row.sha256.hex() != sha256
    with pytest.raises(Refused, match="not_on_this_computer"):
        list(officer.store.attachments.read(bytes.fromhex(sha256)))
    assert not any(sha256 in json.dumps(event) for event in bureau.audit(officer))
    bureau.exchange()
    assert colleague.attachments.here(record) == {}
    with pytest.raises(Refused, match="sealed"):
        colleague.attachments.attach(record, tmp_path / "bruises.png")
    with pytest.raises(Refused, match="not_found"):
        colleague.attachments.open(record, sha256)


def keys_of(workspace: Workspace, record: bytes) -> tuple[bytes, ...]:
    with workspace.desk.view() as view:
        unsealed = view.record(record).unsealed
    assert unsealed is not None
    return tuple(unsealed.keys.values())


def test_a_file_opens_by_the_revision_that_states_it_and_not_by_earlier_ones(
    officer: Workspace, tmp_path: Path
) -> None:
    """Who was a reader and is none any more may sit at the same computer, and keep what he had."""
    record = allegation(officer, case := new_case(officer), new_person(officer, case))
    (tmp_path / "scan.png").write_bytes(b"scan")
    before = keys_of(officer, record)
    sha256 = bytes.fromhex(str(officer.attachments.attach(record, tmp_path / "scan.png", "images").value["sha256"]))
    edit(officer, record, "injuries=Ссадины")
    assert officer.store.attachments.holds([sha256], before) == set()
    assert officer.store.attachments.holds([sha256], keys_of(officer, record)) == {sha256}
    with pytest.raises(Refused, match="not_on_this_computer"):
        list(officer.store.attachments.read(sha256, before))


def test_the_same_bytes_in_the_open_and_under_seal_have_nothing_in_common(bureau: Bureau, tmp_path: Path) -> None:
    officer = bureau.open("sydykov", "investigator")
    record = allegation(officer, case := new_case(officer), new_person(officer, case))
    act = officer.records.new("refusal", assignments.parse(REFUSAL), case=case).record
    sizes = []
    for name, data in (("a.png", b"x" * 300_000), ("b.png", b"y" * 500_000)):
        (tmp_path / name).write_bytes(data)
        officer.attachments.attach(act, tmp_path / name)
        known = set(officer.store.layout.attachments.glob("*.db"))
        officer.attachments.attach(record, tmp_path / name, "images")
        (sealed,) = set(officer.store.layout.attachments.glob("*.db")) - known
        sizes.append(sealed.stat().st_size)
    assert sizes[0] == sizes[1], "its length tells as little as it can"
    with officer.store.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT sha256, key, file FROM attachment").fetchall()
    assert len({row.sha256 for row in rows}) == len({row.file for row in rows}) == 4


def test_who_ceases_to_be_a_reader_reads_nothing_that_is_written_later(
    bureau: Bureau, officer: Workspace, prosecutor: Workspace
) -> None:
    case = new_case(officer)
    record = allegation(officer, case, new_person(officer, case))
    bureau.exchange()
    assert values(prosecutor, record)["account"] == ACCOUNT
    bureau.supervise(OFFICE, PROSECUTOR_OFFICE, until="2026-09-01")
    edit(officer, record, "injuries=Ссадины")
    bureau.exchange()
    assert "injuries" not in values(prosecutor, record)
    assert shown(prosecutor, record)["unread"] == 1
    assert shown(prosecutor, record)["digest"] == shown(officer, record)["digest"]


def test_an_allegation_without_a_decision_is_told_to_its_readers_alone(
    bureau: Bureau, officer: Workspace, colleague: Workspace, prosecutor: Workspace
) -> None:
    case = new_case(officer)
    person = new_person(officer, case)
    sent, kept, gone = (allegation(officer, case, person) for _ in range(3))
    edit(officer, sent, "forwarded_at=2026-03-07 15:00", "forwarded_to=Прокуратура")
    officer.records.annul(gone, "Записано дважды")
    bureau.exchange()
    told = [(each.record, each.case, each.forwarded) for each in prosecutor.allegations.undecided()]
    assert told == [(text(kept), text(case), False), (text(sent), text(case), True)]
    assert colleague.allegations.undecided() == []
    edit(prosecutor, kept, "outcome=under_check")
    edit(prosecutor, sent, "outcome=initiated")
    assert [each.record for each in prosecutor.allegations.undecided()] == [text(kept)]
    edit(prosecutor, kept, "outcome=refused", "outcome_reasons=Не подтвердилось")
    assert prosecutor.allegations.undecided() == []
