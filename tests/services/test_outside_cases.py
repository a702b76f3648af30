"""Records outside any case run out, are looked through and are shown like cases."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from icjims_core.declarations.stored_forms import LOCAL
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.ui.today import reading
from tests.services.bureau import Bureau, edit, new_case, text

NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=LOCAL)


@pytest.fixture
def head(bureau: Bureau) -> Workspace:
    return bureau.open("kurmanov", "head")


def asked(workspace: Workspace) -> bytes:
    """A request for information of long ago."""
    words = ("applicant=Асанова", "kind=information", "received_at=2026-03-02 09:00")
    return workspace.records.new("data_request", assignments.parse(words)).record


def happened(workspace: Workspace) -> bytes:
    words = ("discovered_at=2026-03-02 09:00", "description=Утеря носителя")
    return workspace.records.new("data_incident", assignments.parse(words)).record


def due(workspace: Workspace, **how: bool) -> dict[str, Any]:
    told: Any = workspace.procedure.deadlines(None, "ru", **how)["deadlines"]
    return {each["rule"]: each for each in told}


def test_an_overdue_request_and_an_incident_are_among_all_due_dates(head: Workspace) -> None:
    request, incident = asked(head), happened(head)
    found = due(head)
    assert (found["D108"]["state"], found["D108"]["record"], found["D108"]["case"]) == ("missed", text(request), None)
    assert (found["D109.1"]["state"], found["D109.1"]["record"]) == ("missed", text(incident))
    edit(head, request, "answered_at=2026-03-03 09:00")
    assert "D108" not in due(head)
    assert due(head, every=True)["D108"]["state"] == "met"


def test_community_work_for_an_offence_runs_by_its_own_rules(bureau: Bureau) -> None:
    officer = bureau.open("aida", "probation_officer")
    words = ("offender=Асанов", "papers_received_at=2026-03-02 09:00", "decided_at=2026-03-01 09:00")
    officer.records.new("administrative_work", assignments.parse(words))
    assert {"D104.1", "D104.2"} <= due(officer).keys()


def test_it_stands_on_the_board_of_whoever_keeps_it_and_opens_as_a_record(head: Workspace) -> None:
    record = asked(head)
    mine = new_case(head, "summary=Кража", f"responsible={head.me.login}")
    assert head.standings.catch_up() == 2
    assert head.standings.responsible_for() == {mine, record}
    board = reading.board(head, reading.Wanted(), NOW, "ru")
    number = next(at for at, (file, _) in enumerate(board.dues) if file == record)
    (row,) = reading.rows(head, board, [number], "ru")
    assert (row.case_id, row.alone, row.case) == (text(record), True, "Запрос субъекта данных")
    told = reading.explained(head, row.case_id, row.key, "ru")
    assert told is not None
    assert (told.case_id, told.alone, told.record) == (text(record), True, text(record))


def test_it_is_followed_like_a_case(head: Workspace) -> None:
    record = asked(head)
    assert head.standings.catch_up() == 1
    assert head.standings.catch_up() == 0
    assert [each.rule for each in head.standings.kept()[record][1]] == ["D108"]
    edit(head, record, "answered_at=2026-03-03 09:00")
    assert head.standings.catch_up() == 1
    assert head.standings.kept()[record][1] == ()


def test_it_is_looked_through_by_its_own_class(head: Workspace) -> None:
    record = asked(head)
    told: Any = head.duties.retention("ru", every=True)["reviews"]
    (found,) = (each for each in told if each["record"] == text(record))
    assert (found["case"], found["records"]) == (None, 1)
