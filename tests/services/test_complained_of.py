"""The office that an allegation complains of reads nothing of what is sealed with it, whoever forgets to say so."""

from __future__ import annotations

import pytest

from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, new_case, new_person, text
from tests.services.offices import make
from tests.services.test_sealing import PROSECUTOR_OFFICE, hand_on
from tests.services.test_ties import hand_over, receive

FACILITY, COMPLAINED_OF, COMPETENT = "050", "002", "003"


class Scene:
    """A doctor of a facility records an allegation and an examination; the case is handed to two other offices."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.doctor = bureau.open("doctor", "facility_doctor", office=FACILITY)
        self.prosecutor = bureau.open("prosecutor", "prosecutor", office=PROSECUTOR_OFFICE)
        bureau.supervise(FACILITY, PROSECUTOR_OFFICE)
        self.case = new_case(self.doctor)
        self.person = f"person={text(new_person(self.doctor, self.case))}"
        words = (self.person, "received_times=2026-09-01 08:00", "account=Рассказ", f"accused_office={COMPLAINED_OF}")
        self.allegation = make(self.doctor, "allegation", self.case, *words)

    def report(self, *words: str) -> bytes:
        words = (self.person, "examined_at=2026-09-01 08:30", "examiner=Доктор", *words)
        return make(self.doctor, "istanbul_report", self.case, *words)

    def taken_by(self, login: str, office: str) -> Workspace:
        """An investigator of an office to which the prosecutor has handed the case; he takes it."""
        taking = self.bureau.open(login, "investigator", office=office)
        sent = hand_over(self.prosecutor, self.case, office)
        self.bureau.exchange()
        named = f"receipt={text(receive(taking, self.case, sent))}"
        make(
            taking,
            "acceptance",
            self.case,
            "kind=single",
            "officer=С",
            "accepted_at=2026-09-01 11:00",
            f"login={login}",
            named,
        )
        return taking

    def shown(self, to: Workspace, record: bytes) -> str:
        self.bureau.exchange()
        hand_on(self.doctor)
        self.bureau.exchange()
        return str(to.records.show(record, purpose="supervision")["type"])


@pytest.fixture
def scene(bureau: Bureau) -> Scene:
    return Scene(bureau)


@pytest.mark.parametrize("named", [True, False], ids=["names the allegation", "names no allegation"])
def test_an_examination_after_an_allegation_is_closed_to_the_office_complained_of(scene: Scene, named: bool) -> None:
    scene.bureau.exchange()
    report = scene.report(*([f"allegation={text(scene.allegation)}"] if named else []))
    theirs, competent = scene.taken_by("dastan", COMPLAINED_OF), scene.taken_by("erlan", COMPETENT)
    assert scene.shown(theirs, report) == scene.shown(theirs, scene.allegation) == "sealed_record"
    assert scene.shown(competent, report) == "istanbul_report"
    assert scene.shown(scene.prosecutor, report) == "istanbul_report"
