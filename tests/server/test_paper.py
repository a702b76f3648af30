"""At the centre: what one office sent and another did not confirm, and one number of the Register in two offices."""

from __future__ import annotations

import uuid

from icjims_core import codes
from icjims_sync_server.services import status
from icjims_sync_server.services.administration import paper
from tests.server.acts import record, signed
from tests.server.town import Town

NUMBER = "08-009-2026-000412"
FIVE_YEARS_MS = 5 * 365 * 86_400_000


def test_what_was_sent_stays_on_the_list_until_the_other_office_confirms(town: Town) -> None:
    office = town.office()
    station = town.station(office, role="clerk")
    case = station.new_case(summary="Кража")
    receiver = {"to_office": "C1", "to_name": "Суд"}
    sent = record(station, case, "handover", kind="to_court", receiver=receiver, sent_at="2026-03-02T09:00+06:00")
    station.sync()
    (found,) = paper.handovers(town.centre)
    assert status.status(town.centre)["lost_handovers"] == 1
    assert (found["record"], found["case"]) == (str(uuid.UUID(bytes=sent)), str(uuid.UUID(bytes=case)))
    assert (found["from_office"], found["to_office"], found["overdue"]) == (office, "C1", True)
    town.shift_ms = -FIVE_YEARS_MS
    assert paper.handovers(town.centre) == []
    town.shift_ms = 0
    told = {"handover": str(uuid.UUID(bytes=sent)), "received_at": "2026-03-09T09:00+06:00", "received_by": "Секретарь"}
    record(station, case, "handover_receipt", **told)
    station.sync()
    assert len(paper.handovers(town.centre)) == 1, "the sender's own word confirms nothing"
    record(station, case, "handover_receipt", **told, receiver_number="С-17/26")
    station.sync()
    assert paper.handovers(town.centre, every=True) == []


def test_what_was_sent_ends_by_a_signed_correction_and_by_no_draft_of_one(town: Town) -> None:
    station = town.station(town.office(), role="investigator")
    case = station.new_case(summary="Кража")
    values = {"kind": "to_court", "receiver": {"to_office": "C1"}, "sent_at": "2026-03-02T09:00+06:00"}
    first = record(station, case, "handover", **values)
    signed(town, station, case, first)
    second = record(station, case, "handover", **values, supersedes=str(uuid.UUID(bytes=first)))
    station.sync()
    assert len(paper.handovers(town.centre)) == 2
    signed(town, station, case, second)
    assert [each["record"] for each in paper.handovers(town.centre)] == [str(uuid.UUID(bytes=second))]


def test_a_number_that_two_offices_entered_is_named_once_with_both_cases(town: Town) -> None:
    assert "009" in codes.code_list("office").entries
    cases: list[bytes] = []
    for _ in range(2):
        station = town.station(town.office(), role="clerk")
        cases.append(station.new_case(summary="Кража"))
        for _ in range(2):
            registered = {"register_number": NUMBER, "registered_at": "2026-03-02T09:15+06:00"}
            record(station, cases[-1], "register_entry", registration=registered)
        station.sync()
    town.project()
    (found,) = paper.register_doubts(town.centre)
    assert status.status(town.centre)["doubtful_numbers"] == 1
    assert (found["code"], found["number"]) == ("duplicate", NUMBER)
    assert set(found["cases"]) == {str(uuid.UUID(bytes=each)) for each in cases}  # type: ignore[call-overload]


def test_a_number_typed_twice_in_one_office_is_named_and_one_of_two_journals_is_not(town: Town) -> None:
    journal = f"КУСП {uuid.uuid4().hex}"
    first, other = (town.station(town.office(), role="clerk") for _ in range(2))
    mine, again = (first.new_case(provisional_number=journal) for _ in range(2))
    other.new_case(provisional_number=journal)
    for each in (first, other):
        each.sync()
    town.project()
    (found,) = (each for each in paper.register_doubts(town.centre) if each["number"] == journal)
    assert found["records"] == found["cases"] == sorted(str(uuid.UUID(bytes=each)) for each in (mine, again))


def test_a_workstation_whose_clock_runs_ahead_is_counted_until_that_time_has_come(town: Town) -> None:
    station, other = (town.station(town.office(), role="clerk") for _ in range(2))
    before = status.status(town.centre)["doubtful_clocks"]
    for each in (station, other):
        each.new_case(summary="Кража")
        each.sync()
    assert status.status(town.centre)["doubtful_clocks"] == before
    town.shift_ms = -FIVE_YEARS_MS
    assert status.status(town.centre)["doubtful_clocks"] != before
    town.shift_ms = 0
    assert status.status(town.centre)["doubtful_clocks"] == before
