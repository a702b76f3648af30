"""A wrong number of the Register is corrected by a later signed file that names it; an officer's own by the officer."""

from __future__ import annotations

from typing import Any

from icjims_sync_server.services.administration import paper
from icjims_sync_server.services.safekeeping import verification
from tests.server.acts import record
from tests.server.test_register import cases_of, entry, rules, take, written
from tests.server.test_register_forged import only
from tests.server.town import Town


def test_a_later_file_corrects_a_wrong_number_that_it_names_and_numbers_given_the_wrong_way_round(town: Town) -> None:
    _, station, (case, second) = cases_of(town, 2)
    first = take(town, written(entry(case, "08-009-2026-500001", body="009"), entry(second, "08-009-2026-500002")))
    assert rules(town, entry(case, "08-009-2026-500003")) == ["other_number"]
    moved = [
        entry(case, "08-009-2026-500002", former_number=" 08–009–2026–500001"),
        entry(second, "08-009-2026-500001", former_number="08-009-2026-500002", registered_at="2026-03-03T10:00+06:00"),
    ]
    report = take(town, written(*moved))
    assert (report.imported, report.corrected, report.errors) == (0, 2, [])
    for each, number in ((case, "08-009-2026-500002"), (second, "08-009-2026-500001")):
        state = only(town, each).state
        registration: Any = state.agreed("registration")
        source: Any = state.agreed("taken_from")
        assert registration["register_number"] == number
        assert source["file_digest"] == report.digest != first.digest
        assert (state.agreed("body"), state.conflicts()) == (None, [])
    assert station.agrees(station.sync())
    assert verification.verify(town.centre).wrong == []
    assert not [
        each for each in paper.register_doubts(town.centre) if str(each["number"]).startswith("08-009-2026-5000")
    ]
    again = take(town, written(*moved))
    assert (again.imported, again.corrected, again.unchanged) == (0, 0, 2)
    assert rules(town, entry(case, "08-009-2026-500001")) == ["duplicate"]


def test_what_an_officer_copied_from_paper_is_corrected_by_him(town: Town) -> None:
    _, station, (case,) = cases_of(town)
    registration = {"register_number": "08-009-2026-600001", "registered_at": "2026-03-02T09:15+06:00"}
    made = record(station, case, "register_entry", registration=registration)
    station.sync()
    correction = entry(case, "08-009-2026-600002", former_number="08-009-2026-600001")
    assert rules(town, correction) == ["former_number"]
    station.act(station.revision(made, type="register_entry", case=case, add={"$annulled": ["Не тот"]}))
    station.sync()
    assert take(town, written(correction)).imported == 1


def test_a_correction_stands_beside_what_an_officer_objected(town: Town) -> None:
    _, station, (case,) = cases_of(town)
    take(town, written(entry(case, "08-009-2026-700001")))
    registration = {"register_number": "08-009-2026-700003", "registered_at": "2026-03-02T09:15+06:00"}
    record(station, case, "register_entry", registration=registration)
    station.sync()
    report = take(town, written(entry(case, "08-009-2026-700002", former_number="08-009-2026-700001")))
    assert (report.corrected, report.errors) == (1, [])


def test_a_file_taken_again_undoes_no_later_one(town: Town) -> None:
    _, _, (case,) = cases_of(town)
    take(town, written(entry(case, "08-009-2026-800001")))
    there = entry(case, "08-009-2026-800002", former_number="08-009-2026-800001")
    back = entry(case, "08-009-2026-800001", former_number="08-009-2026-800002")
    for each in (there, back):
        assert take(town, written(each)).corrected == 1
    assert rules(town, there) == ["former_number"]
    registration: Any = only(town, case).state.agreed("registration")
    assert registration["register_number"] == "08-009-2026-800001"
    again = entry(
        case, "08-009-2026-800002", former_number="08-009-2026-800001", registered_at="2026-03-05T10:00+06:00"
    )
    assert take(town, written(again)).corrected == 1
