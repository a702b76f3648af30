"""Who reads the log of what was looked at, on real stores, and what of it."""

from __future__ import annotations

from typing import Any

import pytest

from icjims_core import access
from icjims_core.problem import Refused
from icjims_desktop.services.oversight.audit_log import LogFilter
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.keys.slots import Person
from tests.services.bureau import PASSWORD, new_case, new_person, text
from tests.services.offices import District, events, make


def log_of(workspace: Workspace, **wanted: Any) -> list[dict[str, Any]]:
    found: Any = workspace.audit_log(LogFilter(**wanted))
    return list(found["events"])


def test_the_log_is_closed_to_most_and_reading_it_is_logged(district: District) -> None:
    for role in ("investigator", "clerk", "judge", "administrator", "inspector"):
        workspace = district.open(role, role)
        with pytest.raises(Refused, match="may_not_read_log"):
            log_of(workspace)
        assert not events(district, workspace, "log")
    auditor = district.open("auditor", "auditor")
    case = new_case(auditor_clerk := district.open("aida", "clerk"))
    auditor_clerk.records.show(case)
    log_of(auditor, user="auditor")
    assert events(district, auditor, "log")[-1]["of_user"] == "auditor"


def test_a_head_reads_of_his_staff_but_not_of_oversight(district: District) -> None:
    """Users of one workstation: its log holds what each of them looked at."""
    aida = district.open("aida", "clerk")
    case = new_case(aida)
    aida.records.show(case)
    add(district, aida, "auditor", "auditor")
    add(district, aida, "head", "head")
    aida.close()
    auditor = district.again("auditor", "aida")
    auditor.records.show(case, purpose="supervision")
    assert {each["user"] for each in log_of(auditor)} == {"aida", "auditor"}
    auditor.close()
    head = district.again("head", "aida")
    assert {each["user"] for each in log_of(head)} == {"aida"}
    assert {each["user"] for each in log_of(head, user="aida")} == {"aida"}
    assert log_of(head, user="auditor") == []
    assert {each.get("case") for each in log_of(head, case=case)} == {text(case)}
    assert log_of(head, since=district.time + 1) == []
    assert log_of(head, until=district.time) == []


def test_a_head_does_not_read_of_a_case_that_may_accuse_his_office(district: District) -> None:
    aida = district.open("aida", "investigator")
    accusing, other = new_case(aida), new_case(aida)
    person = text(new_person(aida, accusing))
    words = (f"person={person}", "received_times=2026-03-07 12:00", "account=Били в отделе")
    make(aida, "allegation", accusing, *words)
    for case in (accusing, other):
        aida.records.show(case)
    add(district, aida, "head", "head")
    add(district, aida, "auditor", "auditor")
    aida.close()
    head = district.again("head", "aida")
    assert {case for each in log_of(head) for case in access.cases_of(each)} == {text(other)}
    head.close()
    auditor = district.again("auditor", "aida")
    assert {case for each in log_of(auditor) for case in access.cases_of(each)} == {text(accusing), text(other)}


def add(district: District, station: Workspace, login: str, role: str) -> None:
    """A further user of a workstation; it is locked afterwards."""
    opened = station.store.users.add(Person(login), PASSWORD)
    told = district.enrolled(login, role, station.me.device)
    station.store.describe(opened, told)
