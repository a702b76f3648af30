"""What the law seals is read by those whom it names, stands in the open for nobody, and merges like anything else."""

from __future__ import annotations

import json
import os

import pytest

from icjims_core.compartments import Contents, seal
from icjims_core.problem import Refused
from icjims_desktop.services import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.commits import Change
from tests.services.bureau import OFFICE, Bureau, edit, new_case, new_person, text, values

PROSECUTOR_OFFICE = "P01"
ACCOUNT = "Били резиновой палкой, канарейкин рассказ"


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
    for refused in (
        lambda: edit(colleague, record, "account=Ничего не было"),
        lambda: colleague.records.annul(record, "не нужно"),
    ):
        with pytest.raises(Refused, match="sealed"):
            refused()
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
