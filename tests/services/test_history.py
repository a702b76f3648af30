"""The history of a record shows every revision, what became of it, and whether its signature holds."""

from __future__ import annotations

import os
from typing import Any

from icjims_core import directory
from icjims_core.directory import Decision
from icjims_core.fingerprint import combined
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, edit, new_case, new_person, text, values

REVISION = {
    *("id", "dot", "context", "changes", "author", "name", "role", "office"),
    *("device", "recorded_at", "reason", "signature", "quarantined"),
}


def history(workspace: Workspace, record: bytes) -> list[dict[str, Any]]:
    found = workspace.records.history(record)["revisions"]
    assert isinstance(found, list)
    return found


def test_each_revision_is_told_as_the_contract_says(aida: Workspace) -> None:
    person = new_person(aida, new_case(aida), "aliases+=Бек")
    saved = edit(aida, person, "document_number=AN1", "aliases-=Бек", "aliases+=Азат", reason="уточнено")
    first, second = history(aida, person)
    assert first.keys() == second.keys() == REVISION
    replica = aida.store.journal.replica.id.hex()
    assert (second["id"], second["dot"]) == (saved.revision.hex(), f"{replica}:3")
    assert (first["context"], second["context"]) == ({}, {replica: 2})
    assert first["changes"] == {"surname": "Токтогулов", "aliases": {"add": ["Бек"]}}
    assert second["changes"] == {
        "document_kind": None,
        "document_number": "AN1",
        "document_issued": None,
        "aliases": {"add": ["Азат"], "remove": ["Бек"]},
    }
    assert (second["author"], second["office"], second["reason"]) == ("aida", "001", "уточнено")
    assert second["device"] == aida.me.device.hex()
    assert second["recorded_at"] == "2026-09-21T14:13:20.000Z"
    assert second["signature"] == "valid"


def test_entries_are_additions_too(aida: Workspace) -> None:
    case = new_case(aida, "summary=Кража", "notes=первая")
    assert history(aida, case)[0]["changes"]["notes"] == {"add": ["первая"]}


def test_a_key_without_certificate_is_named_so(bureau: Bureau, aida: Workspace) -> None:
    stranger = bureau.open("stranger")
    person = new_person(stranger, new_case(stranger))
    with aida.store.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM directory WHERE kind = 4 AND position > 3")
    bureau.exchange()
    assert [each["signature"] for each in history(aida, person)] == ["unknown_author"]


def test_refused_and_quarantined_work_is_shown_and_counts_for_nothing(
    bureau: Bureau, aida: Workspace, bakyt: Workspace
) -> None:
    person = new_person(aida, new_case(aida))
    bureau.exchange()
    refused = edit(aida, person, "name=Азамат")
    quarantined = edit(aida, person, "patronymic=Бекович")
    bureau.exchange()
    bureau.decide(aida, refused, Decision.REFUSED, "role_may_not_write")
    bureau.decide(aida, quarantined, Decision.QUARANTINED, "fork")
    shown = {each["dot"]: each for each in history(aida, person)}
    assert len(shown) == 3
    assert shown[str(refused.dot)]["verdict"] == {"decision": "refused", "code": "role_may_not_write"}
    assert not shown[str(refused.dot)]["quarantined"]
    assert shown[str(quarantined.dot)]["quarantined"]
    assert shown[str(quarantined.dot)]["changes"] == {"patronymic": "Бекович"}
    assert {each["signature"] for each in shown.values()} == {"valid"}
    assert values(aida, person) == {"surname": "Токтогулов"}
    status = aida.status()
    assert (status["refused"], status["quarantined"]) == (1, 1)


def test_both_sides_tell_the_same_history(bureau: Bureau, aida: Workspace, bakyt: Workspace) -> None:
    person = new_person(aida, new_case(aida))
    bureau.exchange()
    for number in range(3):
        edit(aida, person, f"name=А{number}")
        edit(bakyt, person, f"patronymic=Б{number}")
    bureau.exchange()
    assert history(aida, person) == history(bakyt, person)
    dots = [each["dot"] for each in history(aida, person)]
    own = [int(dot.partition(":")[2]) for dot in dots if dot.startswith(aida.store.journal.replica.id.hex())]
    assert own == sorted(own)


def test_the_status_is_that_of_the_contract(bureau: Bureau, aida: Workspace, bakyt: Workspace) -> None:
    new_person(aida, new_case(aida))
    before = aida.status()
    assert {"office", "user", "device", "replica", "outbox", "drafts", "conflicts", "refused", "quarantined"} <= (
        before.keys()
    )
    assert (before["office"], before["user"], before["outbox"], before["last_sync"]) == ("001", "aida", 2, None)
    assert list(before["digests"]) == ["office:001"]  # type: ignore[call-overload]
    assert before["digest"] == combined(aida.store.journal.digests()).hex()
    aida.records.list("person")
    bureau.exchange()
    assert aida.status()["outbox"] == 0
    assert aida.status()["digest"] == before["digest"], "untouched by reading and by being sent"
    assert bakyt.status()["digest"] == before["digest"]


def test_a_step_knows_whether_the_centre_has_it(bureau: Bureau, aida: Workspace, bakyt: Workspace) -> None:
    case = new_case(aida)
    person = new_person(aida, case)
    assert not aida.cases.step(person, "ru").on_centre
    bureau.exchange()
    assert aida.cases.step(person, "ru").on_centre
    assert bakyt.cases.step(person, "ru").on_centre
    edit(bakyt, person, "name=Азамат")
    assert not bakyt.cases.step(person, "ru").on_centre
    assert aida.cases.step(person, "ru").on_centre
    assert bakyt.cases.step(person, "ru").sentence == "Токтогулов Азамат"
    assert text(case) == bakyt.cases.file(case, "en").steps[0].id


def test_what_was_written_keeps_its_office_when_the_writer_moves(bureau: Bureau) -> None:
    aida, bek = bureau.open("aida"), bureau.open("bek")
    case = new_case(bek, "summary=Кража", "notes=до перевода")
    bureau.publish()
    bureau.exchange()
    for position, each in enumerate((aida, bek), start=len(bureau.entries) + 1):
        device = directory.DeviceEntry(
            position, each.me.device, each.me.office, "w", os.urandom(32), os.urandom(32), "active"
        )
        bureau.entries.append(directory.sign(device, bureau.centre))
    moved = directory.UserEntry(
        len(bureau.entries) + 1, bek.me.id, bek.me.login, bek.me.name, bek.me.role, "002", active=True
    )
    bureau.entries.append(directory.sign(moved, bureau.centre))
    bureau.publish()
    shown: Any = aida.records.show(case)
    assert (shown["office"], shown["fields"]["notes"]["value"][0]["office"]) == ("001", "001")
    assert [each["office"] for each in history(aida, case)] == ["001"]
