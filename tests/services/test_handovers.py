"""What was sent and not confirmed in its days stays on the list of the sender until a receipt ends it."""

from __future__ import annotations

from typing import Any

from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.ui.today.waiting import waits
from icjims_desktop.ui.wording import local
from tests.services.bureau import OFFICE, Bureau, new_case, text

DAY = 86_400_000
SENT = "2026-03-02 09:00"
SENT_MS = 1_772_420_400_000


def send(workspace: Workspace, case: bytes, *words: str) -> bytes:
    stated = ("kind=to_court", "to_office=C1", f"sent_at={SENT}", *words)
    return workspace.records.new("handover", assignments.parse(stated), case=case).record


def receive(workspace: Workspace, case: bytes, sent: bytes, *words: str) -> bytes:
    stated = (f"handover={text(sent)}", "received_at=2026-03-02 17:00", "received_by=Секретарь суда", *words)
    return workspace.records.new("handover_receipt", assignments.parse(stated), case=case).record


def listed(workspace: Workspace, *, every: bool = False) -> list[dict[str, Any]]:
    found: Any = workspace.handovers.document("ru", every=every)["handovers"]
    return list(found)


def test_after_its_days_it_is_lost_for_the_sender_and_the_other_side_is_named(bureau: Bureau, aida: Workspace) -> None:
    case = new_case(aida)
    sent = send(aida, case)
    assert aida.handovers.lost(SENT_MS + 2 * DAY) == ()
    assert [each.step for each in aida.handovers.lost(SENT_MS + 2 * DAY + 60_000)] == [text(sent)]
    (found,) = listed(aida)
    assert (found["record"], found["side"], found["overdue"]) == (text(sent), "sent", True)
    assert (found["from_office"], found["to_office"], found["label"]) == (OFFICE, "C1", "в суд")
    assert found["number"].startswith("ВР-")
    assert bureau.audit(aida)[-1]["records"] == [text(sent)]


def test_the_receiving_office_sees_it_too_and_others_only_among_all(aida: Workspace) -> None:
    case = new_case(aida)
    send(aida, case, "from_office=P1", f"to_office={OFFICE}")
    send(aida, case, "from_office=P1", "to_office=C1")
    assert [each["side"] for each in listed(aida)] == ["to_receive"]
    assert sorted(each["side"] for each in listed(aida, every=True)) == ["other", "to_receive"]


def test_a_receipt_ends_it_and_a_refused_one_does_not(aida: Workspace) -> None:
    case = new_case(aida)
    sent = send(aida, case)
    refused = receive(aida, case, sent, "accepted=no", "returned_reason=Нет описи")
    assert [each["refused"] for each in listed(aida)] == [True]
    receive(aida, case, sent, "accepted=yes")
    assert listed(aida, every=True), "the word of the sender's own office confirms nothing"
    receive(aida, case, sent, "accepted=yes", "receiver_number=ВХ-12")
    assert listed(aida, every=True) == []
    aida.records.annul(refused, "Ошибка")
    assert listed(aida, every=True) == []


def test_an_annulled_sending_is_not_looked_for(aida: Workspace) -> None:
    case = new_case(aida)
    aida.records.annul(send(aida, case), "Ошибка")
    assert listed(aida, every=True) == []


def test_what_was_sent_to_the_office_waits_there_from_the_day_it_came(aida: Workspace) -> None:
    case = new_case(aida)
    sent = send(aida, case, "from_office=P1", f"to_office={OFFICE}")
    send(aida, case)
    now = SENT_MS + DAY
    assert [each.step for each in aida.handovers.arrived(now)] == [text(sent)]
    aida.desk.now = lambda: now  # type: ignore[method-assign]
    assert [each.id.rpartition("/")[2] for each in waits(aida, local(now)) if each.icon == "tray"] == ["arrived"]
    assert aida.handovers.arrived(SENT_MS + 30 * DAY) == ()
    receive(aida, case, sent, "accepted=yes")
    assert aida.handovers.arrived(SENT_MS + DAY) == ()


def test_what_this_office_is_late_to_confirm_is_not_laid_at_the_other_side(aida: Workspace) -> None:
    send(aida, new_case(aida), "from_office=P1", f"to_office={OFFICE}")
    send(aida, new_case(aida))
    now = SENT_MS + 30 * DAY
    aida.desk.now = lambda: now  # type: ignore[method-assign]
    told = {each.id: (each.title[0], each.tone) for each in waits(aida, local(now))}
    assert told["arrived"] == ("1", "late")
    assert told["handovers"] == ("1", "late")
