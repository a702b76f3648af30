"""A probation file reaches probation, the court and the supervising prosecutor; to others not one byte of it goes."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import select

from icjims_core.acts import Revision
from icjims_core.encoding import decode
from icjims_core.projections.tables import verdict_table
from icjims_sync_server.services.safekeeping import verification
from icjims_sync_server.services.scope import scopes, supervision
from tests.server.test_supervision import day
from tests.server.town import Town
from tests.server.workstation import Workstation, new_id

SECRET = "lives apart from his family, drinks"


class Case:
    """A case of a police office with its supervising prosecutor, given to a probation office."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.police, self.prosecution, self.probation, self.court = (town.office() for _ in range(4))
        self.officer = town.station(self.police)
        self.prosecutor = town.station(self.prosecution, role="prosecutor")
        self.helper = town.station(self.probation, role="probation_officer")
        self.judge = town.station(self.court, role="judge")
        supervision.declare(town.centre, self.police, self.prosecution, since=None, until=None)
        self.id = self.officer.new_case(note="about")
        self.officer.sync()
        scopes.assign(town.centre, self.id, office=self.probation, login=None, until=None)
        self.helper.sync()

    def keep(self, *, note: str = SECRET) -> bytes:
        """A contact in the file, with its signature and the explanation of a value in it."""
        contact = new_id()
        named = {"act": str(uuid.UUID(bytes=contact)), "act_type": "contact"}
        station = self.helper
        station.act(station.revision(contact, type="contact", case=self.id, put={"explanation": note}))
        said = {"explained_value": named | {"unit": "explanation", "text": note}}
        signed = {"signed_statement": named | {"capacity": "officer"}}
        station.act(
            station.revision(new_id(), type="explanation", case=self.id, put=dict(said)),
            station.revision(new_id(), type="signing", case=self.id, put=dict(signed)),
            station.revision(new_id(), type="handover", case=self.id, put={"note": "open"}),
        )
        assert station.sync().codes == [("stored", "")] * 2
        return contact

    def check(self) -> None:
        """Everybody holds what the centre counts in his feeds, and the centre's own check finds nothing."""
        for each in (self.officer, self.prosecutor, self.helper, self.judge):
            assert each.agrees(each.sync())
        self.town.project()
        assert verification.verify(self.town.centre).wrong == []


def types(station: Workstation) -> list[str]:
    """The types of what a workstation holds, of all its feeds."""
    held = {leaf: body for feed in station.held.values() for leaf, body in feed.items()}
    return sorted(decode(body, Revision).type for body in held.values())


def received(station: Workstation) -> bytes:
    return b"".join(station.raw)


ALL = ["case", "contact", "explanation", "handover", "signing"]
OPEN = ["case", "handover"]


def test_a_probation_file_reaches_the_admitted_and_no_byte_of_it_the_investigator(town: Town) -> None:
    case = Case(town)
    contact = case.keep()
    scopes.assign(town.centre, case.id, office=case.court, login=None, until=None)
    case.check()
    assert types(case.officer) == OPEN
    assert [types(each) for each in (case.helper, case.prosecutor, case.judge)] == [ALL] * 3
    later = town.station(case.police)
    assert later.agrees(later.sync())
    for each in (case.officer, later):
        assert types(each) == OPEN
        assert contact not in received(each)
        assert SECRET.encode() not in received(each)
    assert contact in received(case.judge)


def test_an_office_that_is_not_admitted_joins_later_without_the_file_and_leaves_without_it(town: Town) -> None:
    case = Case(town)
    case.keep()
    other = town.office()
    investigator = town.station(other)
    scopes.assign(town.centre, case.id, office=other, login=None, until=None)
    assert investigator.agrees(investigator.sync())
    assert types(investigator) == OPEN
    case.keep()
    assert investigator.agrees(investigator.sync())
    scopes.withdraw(town.centre, case.id, office=other, login=None)
    assert investigator.agrees(investigator.sync())
    assert types(investigator) == []
    scopes.withdraw(town.centre, case.id, office=case.probation, login=None)
    assert case.helper.agrees(case.helper.sync())
    assert types(case.helper) == []
    case.check()


@pytest.mark.parametrize(("role", "admitted"), [("judge", True), ("investigator", False), ("head", False)])
def test_a_case_given_in_person_brings_the_file_by_role(town: Town, role: str, admitted: bool) -> None:
    case = Case(town)
    case.keep()
    office = town.office()
    person = town.station(office, login=f"person-{role}", role=role)
    scopes.assign(town.centre, case.id, office=office, login=f"person-{role}", until=None)
    assert person.agrees(person.sync())
    assert types(person) == (ALL if admitted else OPEN)


def test_another_prosecutors_office_that_has_the_case_is_given_no_file(town: Town) -> None:
    case = Case(town)
    case.keep()
    other = town.office()
    stranger = town.station(other, role="prosecutor")
    scopes.assign(town.centre, case.id, office=other, login=None, until=None)
    assert stranger.agrees(stranger.sync())
    assert types(stranger) == OPEN
    supervision.declare(town.centre, case.probation, other, since=day(town), until=None)
    assert stranger.agrees(stranger.sync())
    assert types(stranger) == ALL
    case.check()


def test_nothing_enters_the_file_from_an_office_that_is_not_admitted(town: Town) -> None:
    case = Case(town)
    contact = case.keep()
    clerk = town.station(case.police, role="clerk")
    clerk.sync()
    clerk.act(clerk.revision(new_id(), type="contact", case=case.id, put={"explanation": "mine"}))
    named = {"act": str(uuid.UUID(bytes=contact)), "act_type": "contact", "text": "no"}
    officer = case.officer
    officer.act(officer.revision(new_id(), type="explanation", case=case.id, put={"explained_value": named}))
    for station in (clerk, officer):
        answer = station.sync()
        assert station.agrees(answer)
    with town.centre.database.read() as connection:
        assert list(connection.scalars(select(verdict_table.c.code))) == ["private_file"] * 2
    case.check()
    assert types(case.helper) == ALL


def test_a_verdict_on_a_revision_of_the_file_is_told_to_the_admitted_alone(town: Town) -> None:
    case = Case(town)
    contact = case.keep()
    case.prosecutor.sync()
    case.prosecutor.act(
        case.prosecutor.revision(
            contact, type="contact", case=case.id, put={"explanation": "x"}, context={case.helper.replica: 1}
        )
    )
    case.prosecutor.sync()
    case.check()
    assert contact in received(case.helper)
    assert contact not in received(case.officer)
    assert case.helper.uncounted
    assert not case.officer.uncounted


def test_an_office_is_given_the_files_of_its_cases_once_its_people_are_known(town: Town) -> None:
    case = Case(town)
    case.keep()
    court = town.office()
    clerk = town.station(court, role="clerk")
    scopes.assign(town.centre, case.id, office=court, login=None, until=None)
    clerk.sync()
    assert types(clerk) == OPEN
    judge = town.station(court, role="judge")
    for each in (clerk, judge):
        assert each.agrees(each.sync())
        assert types(each) == ALL
    case.check()


def test_the_own_file_of_an_office_of_which_only_the_chancery_is_known_stays_its_own(town: Town) -> None:
    office = town.office()
    clerk = town.station(office, role="clerk")
    case = clerk.new_case()
    clerk.act(clerk.revision(new_id(), type="contact", case=case, put={"explanation": "mine"}))
    clerk.sync()
    assert clerk.agrees(clerk.sync())
    assert types(clerk) == ["case", "contact"]


def test_a_signature_that_is_annulled_later_stays_in_the_file(town: Town) -> None:
    case = Case(town)
    contact = case.keep()
    helper, signing = case.helper, new_id()
    named = {"act": str(uuid.UUID(bytes=contact)), "act_type": "contact", "capacity": "officer"}
    helper.act(helper.revision(signing, type="signing", case=case.id, put={"signed_statement": named}))
    helper.act(helper.revision(signing, type="signing", case=case.id, add={"$annulled": ["mistake"]}))
    assert helper.agrees(helper.sync())
    case.check()
    assert types(case.officer) == OPEN
    assert types(case.prosecutor) == sorted([*ALL, "signing", "signing"])
