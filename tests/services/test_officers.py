"""Who wrote something is told by name and post wherever a person reads it: history, alerts, disputes, signatures."""

from __future__ import annotations

from typing import Any

import pytest

from icjims_desktop.cli import reading
from icjims_desktop.cli.commands import procedure
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import PASSWORD, Bureau, edit, new_case
from tests.services.offices import apprehended

INVESTIGATOR, DUTY = "sydykov of 001, следователь", "dutova of 001, дежурный"


@pytest.fixture
def officer(bureau: Bureau) -> Workspace:
    return bureau.open("sydykov", "investigator")


@pytest.fixture
def duty(bureau: Bureau, officer: Workspace) -> Workspace:
    """A colleague who shares the feed; the officer is opened first."""
    assert officer.me.login
    return bureau.open("dutova", "duty_officer")


def test_an_alert_of_another_time_names_who_stated_it(bureau: Bureau, officer: Workspace, duty: Workspace) -> None:
    case = new_case(officer)
    act = apprehended(officer, case)
    bureau.exchange()
    edit(duty, act, "actual_times=2026-09-18 01:10")
    bureau.exchange()
    document: Any = officer.procedure.safeguards(case, "ru")
    (alert,) = document["alerts"]
    assert alert["by"] == DUTY
    (told,) = officer.liberty.of_case(case, "ru").alerts
    assert told.by == DUTY
    (line,) = [each for each in procedure._safeguard_lines(document, "ru") if "позже указано" in each]
    assert DUTY in line
    edit(duty, act, 'actual_times:={"at": "2026-09-18 01:20", "by": "Токтогулов"}')
    alerts: Any = duty.procedure.safeguards(case, "ru")["alerts"]
    assert [each["by"] for each in alerts] == [DUTY, "Токтогулов"], "whom the statement names comes first"


def test_history_annulments_and_signatures_name_people(bureau: Bureau, officer: Workspace, duty: Workspace) -> None:
    case = new_case(officer)
    act = apprehended(officer, case)
    signed: Any = officer.signing.sign(act, officer.signing.enter(PASSWORD))["signed"]
    assert INVESTIGATOR in reading.signature_line(signed[0], "ru")
    bureau.exchange()
    edit(duty, act, "released_at=2026-09-20 10:00", "release_ground=no_need")
    bureau.exchange()
    told = "\n".join(reading.history_lines("apprehension", officer.records.history(act), "ru"))
    assert INVESTIGATOR in told
    assert DUTY in told
    assert "(dutova)" not in told
    draft = apprehended(officer, case)
    officer.records.annul(draft, "Ошибка")
    assert INVESTIGATOR in "\n".join(reading.record_lines(officer.records.show(draft), "ru"))
    document: Any = officer.procedure.safeguards(case, "ru")
    assert any(INVESTIGATOR in each for each in procedure._safeguard_lines(document, "ru") if "аннулировано" in each)
    assert {each.by for each in officer.liberty.of_case(case, "ru").annulled} == {INVESTIGATOR}
