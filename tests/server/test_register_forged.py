"""What the centre wrote from a signed file is the Register's word: no office writes it, changes it or ends it."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from icjims_core.directory import Decision
from icjims_core.paper.register_origin import CODE
from icjims_core.problem import Refused
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import Record, load
from icjims_core.projections.register import stated
from icjims_core.record_ids import is_bound
from icjims_sync_server.services.administration import enrolment
from tests.server.test_register import cases_of, entry, take, written
from tests.server.test_rights import check_whole, verdicts
from tests.server.town import Town
from tests.server.workstation import Workstation, new_id

REFUSED = [(int(Decision.REFUSED), CODE)]
FORGED = "08-001-2026-000999"
NUMBERS = (f"08-001-2026-{each}" for each in itertools.count(500_001))
FILE = {"source": "signed_file", "file_digest": "a" * 64}


def from_file(town: Town) -> tuple[Workstation, bytes, Record]:
    """A workstation with a case that has a number out of a signed file; its record."""
    _, station, (case,) = cases_of(town)
    take(town, written(entry(case, next(NUMBERS))))
    station.sync()
    return station, case, only(town, case)


def only(town: Town, case: bytes) -> Record:
    """The one record of a case that states a number."""
    with town.centre.database.read() as connection:
        (found,) = (each.record for each in stated(connection, idle=()) if each.case == case)
        return load(connection, LogReader(), [found])[found]


CHANGES: tuple[dict[str, Any], ...] = (
    {"put": {"registration": {"register_number": FORGED, "registered_at": "2026-03-02T09:15+06:00"}}},
    {"put": {"taken_from": {"source": "paper", "source_document": "x"}}},
    {"put": {"body": "009"}},
    {"add": {"annulled": ["Не тот"]}},
)


def test_no_office_changes_or_annuls_what_came_in_a_signed_file(town: Town) -> None:
    station, case, record = from_file(town)
    assert is_bound(record.row.id)
    for change in CHANGES:
        seen = record.state.vector
        station.act(station.revision(record.row.id, type="register_entry", case=case, context=seen, **change))
    answer = station.sync()
    assert answer.results is not None
    assert verdicts(town, answer.results.verdicts) == REFUSED * len(CHANGES)
    after = only(town, case)
    assert after.state.agreed("registration") == record.state.agreed("registration")
    assert not after.state.annulments
    check_whole(town)


def test_nobody_begins_the_centres_record_anew(town: Town) -> None:
    station, case, record = from_file(town)
    put: dict[str, object] = {"registration": {"register_number": FORGED, "registered_at": "2026-03-02T09:15+06:00"}}
    station.act(station.revision(record.row.id, type="register_entry", case=case, put=put))
    answer = station.sync()
    assert answer.results is not None
    assert verdicts(town, answer.results.verdicts) in (REFUSED, [(int(Decision.REFUSED), "stated_once")])
    assert only(town, case).state.agreed("registration") == record.state.agreed("registration")
    check_whole(town)


def test_nobody_in_an_office_says_that_a_number_came_in_a_signed_file(town: Town) -> None:
    _, station, (case, other) = cases_of(town, 2)
    number = {"register_number": FORGED, "registered_at": "2026-03-02T09:15+06:00"}
    begun = new_id()
    station.act(
        station.revision(begun, type="register_entry", case=case, put={"registration": number, "taken_from": FILE})
    )
    later = new_id()
    paper = {"source": "paper", "source_document": "Выписка № 7"}
    station.act(
        station.revision(later, type="register_entry", case=other, put={"registration": number, "taken_from": paper})
    )
    station.act(station.revision(later, type="register_entry", case=other, put={"taken_from": FILE}))
    answer = station.sync()
    assert answer.results is not None
    assert verdicts(town, answer.results.verdicts) == REFUSED * 2
    check_whole(town)


@pytest.mark.parametrize("login", ["register.001", "training.001"])
def test_no_person_is_given_a_login_of_the_centres_own(town: Town, login: str) -> None:
    office = town.office()
    with pytest.raises(Refused, match="bad_login"):
        enrolment.issue(
            town.centre, office=office, login=login, role="clerk", name=None, approved=True, address="x", pin=""
        )
