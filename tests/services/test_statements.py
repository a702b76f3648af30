"""A time that is stated tells where it is known from, and what the clock of the computer showed when it was entered."""

from __future__ import annotations

from typing import Any

from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, edit, new_case, values

STATED = '{"at": "2026-03-07 09:20", "source": "recording", "by": "камера"}'


def test_every_statement_tells_the_clock_at_which_it_was_entered(bureau: Bureau, aida: Workspace) -> None:
    case = new_case(aida, "summary=Кража", "received_times+=2026-03-07 10:00")
    bureau.time += 3_600_000
    edit(aida, case, f"received_times:=[{STATED}]")
    found: Any = values(aida, case)["received_times"]
    first, second = (each["value"] for each in found)
    assert (first["at"], first["source"]) == ("2026-03-07T10:00+06:00", "not_stated")
    assert (second["source"], second["by"]) == ("recording", "камера")
    assert first["device_at"] < second["device_at"]


def test_a_clock_that_is_told_already_stays(bureau: Bureau, aida: Workspace) -> None:
    told = STATED.replace("}", ', "device_at": "2026-03-07 09:25"}')
    case = new_case(aida, "summary=Кража", f"received_times:=[{told}]")
    found: Any = values(aida, case)["received_times"]
    assert found[0]["value"]["device_at"] == "2026-03-07T09:25+06:00"


def test_nothing_is_added_to_other_fields(aida: Workspace) -> None:
    case = new_case(aida)
    words = assignments.parse(["surname=Асанов", "birth_date=1998-03-14"])
    person = aida.records.new("person", words, case=case).record
    assert values(aida, person)["birth_date"] == "1998-03-14"
