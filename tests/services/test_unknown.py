"""Law 8: what a newer version wrote is shown and kept, and is not written over by this one."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from icjims_core.acts import Changes
from icjims_core.modules import record_type
from icjims_core.problem import Refused
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.log import erase
from icjims_desktop.store.log.commits import Change
from tests.services.bureau import Bureau, edit, new_case, new_person, text, values


def newer(workspace: Workspace, record: bytes, type_: str, case: bytes, changes: Changes) -> None:
    """As a program of a newer version writes."""
    held = workspace.store.journal.load([record]).get(record)
    context = dict(held.state.vector) if held else {}
    change = Change(record, type_, 9, case, context, changes)
    workspace.store.journal.commit([change], now=workspace.desk.now())


def test_a_type_of_a_newer_version_is_shown_read_only(aida: Workspace) -> None:
    case, record = new_case(aida), uuid.uuid4().bytes
    newer(
        aida,
        record,
        "drone_flight",
        case,
        {"put": {"height": 120}, "append": {"log": [{"at": 1}]}, "add": {"s": [3, 2]}},
    )
    shown = aida.records.show(record)
    assert shown["type"] == "drone_flight"
    assert values(aida, record)["height"] == 120
    assert values(aida, record)["s"] == [2, 3]
    log: Any = values(aida, record)["log"]
    assert [each["value"] for each in log] == [{"at": 1}]
    timeline: Any = aida.records.case(case)["records"]
    assert [each["id"] for each in timeline] == [text(case), text(record)]
    assert aida.cases.file(case, "ru").steps[1].sentence == "drone_flight"
    revisions: Any = aida.records.history(record)["revisions"]
    assert revisions[0]["changes"] == {"height": 120, "log": {"add": [{"at": 1}]}, "s": {"add": [3, 2]}}
    with pytest.raises(Refused, match="unknown_type"):
        edit(aida, record, "height=1")


def test_unknown_fields_survive_an_edit_of_their_unit(aida: Workspace) -> None:
    case = new_case(aida)
    person = new_person(aida, case)
    unit = record_type("person").by_name["document_number"].unit
    newer(aida, person, "person", case, {"put": {unit: {"document_number": "AN1", "chip": "B2"}, "iris": "green"}})
    edit(aida, person, "document_number=AN2")
    assert values(aida, person)["chip"] == "B2"
    assert values(aida, person)["document_number"] == "AN2"
    assert values(aida, person)["iris"] == "green"
    with pytest.raises(Refused, match="unknown_field"):
        edit(aida, person, "chip=B3")


def test_the_module_of_a_record_never_goes_back(aida: Workspace) -> None:
    case = new_case(aida)
    newer(aida, case, "case", case, {"put": {"summary": "новое"}})
    edit(aida, case, "summary=старое")
    assert aida.store.journal.load([case])[case].state.module == 9


def test_an_erased_record_is_not_found_anywhere(bureau: Bureau, aida: Workspace) -> None:
    person = new_person(aida, new_case(aida))
    bureau.exchange()
    aida.records.search("Токтогулов", "ru")
    erase.erase(aida.store.database, person, basis="ст. 1", now=bureau.time)
    for ask in (aida.records.show, aida.records.history):
        with pytest.raises(Refused, match="not_found"):
            ask(person)
    assert aida.records.list("person") == {"records": []}
    assert aida.records.search("Токтогулов", "ru") == {"hits": []}
