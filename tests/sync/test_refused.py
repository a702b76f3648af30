"""What the centre refuses leaves the workstation sound: no record stands of it, it is counted, and can be read."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from icjims_core import directory
from icjims_core.acts import Changes
from icjims_core.directory import Decision, Verdict
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import Written
from icjims_desktop.services.reading import verdicts
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.log import outgoing
from icjims_desktop.store.log.commits import Change
from icjims_desktop.store.safekeeping import verify
from tests.app.station import enrolled, new_case
from tests.sealing.country import CANARY, Country, country, new, sync, text
from tests.sync.district import District, district, now_ms


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[District]:
    monkeypatch.setenv("ICJIMS_STATE_DIR", str(tmp_path / "state"))
    with district(tmp_path) as made:
        yield made


@pytest.fixture
def clerk(town: District) -> Iterator[Workspace]:
    """The chancery of a police office, on the day of its enrolment."""
    town.ticket("009", "investigator", role="investigator")
    with enrolled(town, "clerk").open() as workspace:
        yield workspace


def write(workspace: Workspace, type_: str, case: bytes, **put: str) -> bytes:
    """A record as a program writes it that knows nothing of the directory yet."""
    record = uuid.UUID(bytes=os.urandom(16), version=4).bytes
    changes: Changes = {"put": dict(put)}
    workspace.store.journal.commit([Change(record, type_, 1, case, {}, changes)], now=now_ms())
    return record


def test_a_store_is_sound_after_a_refusal_and_holds_no_record_of_it(clerk: Workspace) -> None:
    case = new_case(clerk)
    file = write(clerk, "supervision", case, file_number="17")

    session = clerk.syncing.synchronise()

    assert [(each.id, each.code) for each in session.result.refused] == [(str(uuid.UUID(bytes=file)), "private_file")]
    assert session.result.equal
    assert verify.verify(clerk.store.database).findings == []
    assert file not in clerk.store.journal.load([file])
    assert clerk.status()["refused"] == 1
    (told,) = verdicts.not_accepted(clerk.desk, "en")
    assert (told.record, told.code) == (str(uuid.UUID(bytes=file)), "private_file")
    assert told.sentence
    shown: Any = clerk.records.history(file)
    (line,) = shown["revisions"]
    assert line["changes"] == {"file_number": "17"}
    assert line["verdict"] == {"decision": "refused", "code": "private_file"}


def refuse(made: Country, workspace: Workspace, written: Written) -> None:
    """What a workstation keeps when the centre's verdict on a revision comes."""
    header = written.act.header
    told = (written.act.act_id, written.leaf, written.revision.record, header.replica, header.counter)
    verdict = Verdict(1, *told, decision=Decision.REFUSED, code="out_of_scope", decided_at=now_ms())
    signed = directory.sign(verdict, made.district.centre.keys.signing)
    with workspace.store.database.write() as connection:
        outgoing.take_verdict(connection, LogReader(), signed, None)


def told_of(workspace: Workspace, record: bytes) -> str:
    """All that is told of a refused record: its line, and its history."""
    (line,) = [each for each in verdicts.not_accepted(workspace.desk, "en") if each.record == text(record)]
    return f"{line.code} {line.sentence} {workspace.records.history(record)}"


def test_a_sealed_record_that_was_refused_is_read_by_its_readers_alone(tmp_path: Path) -> None:
    with country(tmp_path) as made:
        officer = made.enrol("officer", "duty_officer")
        made.enrol("prosecutor", "prosecutor", "P01")
        made.supervise()
        sync(officer)
        made.share(officer, "clerk", "clerk")
        case = new(officer, "case", "summary=Драка")
        person = new(officer, "person", "surname=Токтогулов", case=case)
        account = ("received_times=2026-03-07 12:00", f"account={CANARY}")
        record = new(officer, "allegation", f"person={text(person)}", *account, case=case)
        for each in officer.store.journal.load([record])[record].written:
            refuse(made, officer, each)
        assert verify.verify(officer.store.database).findings == []
        assert CANARY in told_of(officer, record)
        officer.close()

        clerk = made.unlock("clerk")
        told = told_of(clerk, record)
        assert "out_of_scope" in told
        assert CANARY not in told
        assert text(person) not in told
        assert "allegation" not in told
