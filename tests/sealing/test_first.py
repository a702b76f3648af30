"""An allegation leaves first: a session sends all that is unsent, up to it and beyond, before it asks for a page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pypdf
import pytest

from icjims_core.acts import ACT
from icjims_core.problem import Refused
from icjims_desktop.services import identifiers
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.sync.pace import MIN_BODY
from icjims_desktop.sync.storing import Storage
from tests.cli.program import Program
from tests.sealing.country import FACILITY, POLICE, PROSECUTION, country, new, sync, text
from tests.sync.district import now_ms


def test_no_page_is_asked_for_before_the_allegation_is_sent(tmp_path: Path) -> None:
    with country(tmp_path) as made:
        officer = made.enrol("officer", "duty_officer")
        made.enrol("prosecutor", "prosecutor", PROSECUTION)
        made.supervise(POLICE)
        sync(officer)
        case = new(officer, "case", "summary=Драка")
        person = new(officer, "person", "surname=Токтогулов", case=case)
        for _ in range(8):
            new(officer, "case", f"summary={os.urandom(3000).hex()}")
        words = (f"person={text(person)}", "received_times=2026-03-07 12:00", "account=Рассказ")
        new(officer, "allegation", *words, case=case)
        with officer.store.database.read() as connection:
            last = connection.exec_driver_sql("SELECT max(counter) FROM act WHERE stream = 0").scalar_one()
        _, prepared, _ = Storage(officer.store.journal, now_ms).prepare(MIN_BODY, push=True, own=True)
        assert prepared.more, "the allegation is behind more than a slow line carries at once"
        assert max(each.counter for each in prepared.acts if each.stream == ACT) < last
        assert not prepared.hello.pull
        sync(officer)
        assert officer.status()["outbox"] == 0


@pytest.mark.parametrize(("role", "accused"), [("facility_doctor", FACILITY), ("judge", POLICE)])
def test_whoever_hears_of_it_records_it_alone_and_the_supervising_prosecutor_has_it(
    tmp_path: Path, role: str, accused: str
) -> None:
    """Nobody begins the case for him; the office complained of, be it his own, does not read it."""
    with country(tmp_path) as made:
        complained_of = made.enrol("complained", "head", accused)
        recorder = made.enrol("recorder", role, FACILITY)
        prosecutor = made.enrol("prosecutor", "prosecutor", PROSECUTION)
        made.supervise(FACILITY)
        sync(complained_of, recorder, prosecutor)
        case = new(recorder, "case", "summary=Обращение")
        person = new(recorder, "person", "surname=Токтогулов", case=case)
        words = ("received_times=2026-03-07 12:00", "account=Рассказ", f"accused_office={accused}")
        record = new(recorder, "allegation", f"person={text(person)}", *words, case=case)
        sync(recorder, prosecutor, complained_of)
        assert prosecutor.records.show(record)["type"] == "allegation"
        if accused == FACILITY:
            assert complained_of.records.show(record)["type"] == "sealed_record"
        else:
            with pytest.raises(Refused, match="not_found"):
                complained_of.records.show(record)


def test_a_doctor_records_it_past_the_office_complained_of(tmp_path: Path) -> None:
    """In a case of his own facility, which its prosecutor supervises; the police never hear of it."""
    with country(tmp_path) as made:
        police = made.enrol("police", "duty_officer", POLICE)
        clerk = made.enrol("clerk", "clerk", FACILITY)
        doctor = made.enrol("doctor", "facility_doctor", FACILITY)
        prosecutor = made.enrol("prosecutor", "prosecutor", PROSECUTION)
        made.supervise(POLICE)
        made.supervise(FACILITY)
        sync(police, clerk, doctor, prosecutor)
        case = new(clerk, "case", "summary=Обращение")
        person = new(clerk, "person", "surname=Токтогулов", case=case)
        sync(clerk, doctor)
        words = ("received_times=2026-03-07 12:00", "account=Рассказ", f"accused_office={POLICE}")
        record = new(doctor, "allegation", f"person={text(person)}", *words, case=case)
        sync(doctor, prosecutor, police, clerk)
        assert prosecutor.records.show(record)["type"] == "allegation"
        assert clerk.records.show(record)["type"] == "sealed_record"
        with pytest.raises(Refused, match="not_found"):
            police.records.show(record)
        doctor.letters.write(record, tmp_path / "letter.pdf")
        assert f"Office {PROSECUTION}" in pypdf.PdfReader(tmp_path / "letter.pdf").pages[0].extract_text()


def test_a_doctor_without_the_case_examines_and_records_in_one_of_his_own_that_the_police_never_see(
    tmp_path: Path,
) -> None:
    """At the command line: the case of the police is not given to his office, and nobody assigns him anything."""
    with country(tmp_path) as made:
        police = made.enrol("police", "duty_officer", POLICE)
        doctor = made.enrol("doctor", "facility_doctor", FACILITY)
        prosecutor = made.enrol("prosecutor", "prosecutor", PROSECUTION)
        made.supervise(POLICE)
        made.supervise(FACILITY)
        sync(police, doctor, prosecutor)
        theirs = new(police, "case", "summary=Драка у рынка")
        new(police, "person", "surname=Токтогулов", case=theirs)
        sync(police, doctor)
        doctor.close()
        program = Program(made.places["doctor"], made.folder / "state")

        def made_in(case: str, type_: str, *words: str) -> str:
            return str(program.json("new", type_, *words, *(("--case", case) if case else ()))["id"])

        assert program.json("search", "Токтогулов")["hits"] == [], "whom the police ask is not told to him"
        case = made_in("", "case", "summary=Осмотр по обращению")
        person = made_in(case, "person", "surname=Токтогулов")
        who, at = f"person={person}", "examined_at=2026-03-07 12:00"
        steps = {each["type"]: each["available"] for each in program.json("next", case)["steps"]}
        wanted = ("participant", "allegation", "medical_examination", "istanbul_report")
        assert {each: steps[each] for each in wanted} == dict.fromkeys(wanted, True)
        made_in(case, "participant", who, "role=mentioned", "sex=male", "age_at_act=30", "disability=no")
        request = ("occasion=own_request", "requested_at=2026-03-07 11:00")
        examination = made_in(case, "medical_examination", who, at, *request)
        report = made_in(case, "istanbul_report", who, at, "examiner=Доктор")
        words = ("received_times=2026-03-07 12:00", "account=Рассказ", f"accused_office={POLICE}")
        allegation = made_in(case, "allegation", who, *words)
        assert program.json("search", "Токтогулов")["hits"]
        sync(made.unlock("doctor"), prosecutor, police)
        for record in (case, person, examination, report, allegation):
            assert prosecutor.records.show(identifiers.parse(record))
            with pytest.raises(Refused, match="not_found"):
                police.records.show(identifiers.parse(record))
        assert [each["id"] for each in cases(police)] == [text(theirs)]


def cases(workspace: Workspace) -> Any:
    return workspace.records.list("case")["records"]
