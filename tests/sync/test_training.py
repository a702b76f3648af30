"""The invented country of a centre: real workstations see the cases of their own office, and nobody else's."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from icjims_core.casebook import Planned
from icjims_core.casebook.country import spread
from icjims_core.encoding import Value
from icjims_core.law.casefile import units_from, units_of
from icjims_core.modules import record_type
from icjims_core.operations import after
from icjims_core.problem import Refused
from icjims_sync_server.services.administration import people, training
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.safekeeping import verification
from tests.sync.district import Workstation, district, now_ms

CASES, OFFICE = 60, "001"


def test_a_workstation_sees_the_cases_of_its_office_as_they_were_told(database_url: str, tmp_path: Path) -> None:
    with district(tmp_path, database=database_url) as here:
        people.add_office(here.centre, OFFICE, "Окуу борбору")
        now = now_ms()
        centre = replace(here.centre, clock=lambda: now)
        seed = next(each for each in itertools.count() if any(entry.aside for entry in _book(centre, OFFICE, each)))
        made = training.write(centre, CASES, seed)
        assert (made.cases, len(set(made.offices))) == (CASES, 15)
        with centre.database.read() as connection:
            offices = dict(people.offices(connection))
            author = people.account_by_login(connection, f"training.{OFFICE}")
        assert (offices[OFFICE], offices["041"], len(offices)) == ("Окуу борбору", "УВД Г.ОШ", 15)
        assert (author.role, author.office) == ("clerk", OFFICE)
        assert verification.verify(centre).wrong == []
        station = here.workstation(OFFICE, "aida")
        station.sync()
        _check(station, _book(centre, OFFICE, seed))
        assert station.store.journal.load({each.id for each in _book(centre, "041", seed)}) == {}
        again = training.write(centre, CASES, seed)
        assert (again.cases, again.records, again.offices) == (0, 0, [])
        station.write("Чыныгы иш")
        station.sync()
        with pytest.raises(Refused, match="centre_in_use"):
            training.write(centre, CASES, seed + 1)


def _book(centre: Centre, office: str, seed: int) -> list[Planned]:
    return [entry for story in training.stories(centre, office, spread(CASES)[office], seed) for entry in story]


def _check(station: Workstation, told: Iterable[Planned]) -> None:
    """Every record stands at the workstation as its entries say; what was written side by side stands in conflict."""
    records: dict[bytes, list[Planned]] = {}
    for each in told:
        records.setdefault(each.id, []).append(each)
    assert sum(each[0].type == "case" for each in records.values()) >= spread(CASES)[OFFICE] > 1
    held = station.store.journal.load(records)
    assert held.keys() == records.keys()
    beside = 0
    for record, entries in records.items():
        declared = record_type(entries[0].type)
        assert not declared.sealed
        values: dict[str, Value] = {}
        for each in entries:
            values = after(declared, values, each.values)
        state = held[record].state
        assert (state.type, state.case) == (declared.name, entries[0].case if declared.in_case else None)
        if any(each.aside for each in entries):
            beside += 1
            assert state.conflicts()
        else:
            assert _stated(units_of(declared, state)) == _stated(units_from(declared, values))
    assert beside


def _stated(units: Mapping[str, Iterable[object]]) -> dict[str, list[object]]:
    """Units without those of their fields that nobody stated."""
    return {unit: [_without_gaps(each) for each in values] for unit, values in units.items()}


def _without_gaps(value: object) -> object:
    return {name: part for name, part in value.items() if part is not None} if isinstance(value, dict) else value
