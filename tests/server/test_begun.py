"""The centre does not count what another office changes in the records of the office that has a case in charge."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from icjims_core.directory import Decision
from icjims_sync_server.services.scope import scopes
from tests.server.acts import record, signed
from tests.server.test_rights import check_whole, verdicts
from tests.server.town import Town
from tests.server.workstation import Answer, Workstation

REFUSED = [(int(Decision.REFUSED), "record_of_another_office")]
TAKEN = {"kind": "single", "accepted_at": "2026-03-01T09:00+06:00"}


@dataclass
class Case:
    """A case of an office, given to another one by the centre, with a person whom the first recorded."""

    town: Town
    officer: Workstation
    away: str
    stranger: Workstation
    id: bytes
    person: bytes
    login: str

    def taken(self, by: Workstation, login: str = "", **more: object) -> bytes:
        made = record(by, self.id, "acceptance", in_charge={"login": login or self.login}, **TAKEN, **more)
        by.sync()
        return made

    def changed(self, of: bytes = b"", *, by: Workstation | None = None, seen: Workstation | None = None) -> Answer:
        """Somebody of the other office states another surname of a person."""
        author, of = by or self.stranger, of or self.person
        wrote = seen or self.officer
        context = {wrote.replica: wrote.before[of]} if of in wrote.before else {}
        author.act(author.revision(of, type="person", case=self.id, put={"surname": "Иной"}, context=context))
        return author.sync()

    def codes(self, answer: Answer) -> list[tuple[int, str]]:
        return verdicts(self.town, answer.results.verdicts) if answer.results else []

    def handed_over(self) -> None:
        """By the signature of the officer."""
        values = {"kind": "jurisdiction", "receiver": {"to_office": self.away}, "sent_at": "2026-03-02T09:00+06:00"}
        sent = record(self.officer, self.id, "handover", **values)
        self.officer.sync()
        signed(self.town, self.officer, self.id, sent)


@pytest.fixture
def case(town: Town) -> Case:
    home, away = town.office(), town.office()
    officer, stranger = town.station(home, login=f"officer-{home}"), town.station(away)
    case = officer.new_case()
    person = record(officer, case, "person", surname="Асанов")
    officer.sync()
    scopes.assign(town.centre, case, office=away, login=None, until=None)
    stranger.sync()
    return Case(town, officer, away, stranger, case, person, f"officer-{home}")


def test_records_of_the_office_that_has_the_case_stand(case: Case) -> None:
    case.taken(case.officer)
    assert case.codes(case.changed()) == REFUSED
    own = record(case.stranger, case.id, "person", surname="Бекова")
    assert case.codes(case.stranger.sync()) == []
    assert case.codes(case.changed(own, seen=case.stranger)) == []
    prosecutor = case.town.station(case.away, role="prosecutor")
    assert case.codes(case.changed(by=prosecutor)) == []
    for each in (case.officer, case.stranger, prosecutor):
        assert each.agrees(each.sync())
    check_whole(case.town)


def test_of_a_case_that_nobody_has_taken_nothing_is_refused(case: Case) -> None:
    assert case.codes(case.changed()) == []
    case.taken(case.officer, ended={"until": "2026-03-02T09:00+06:00"})
    assert case.codes(case.changed()) == []


def test_ones_own_acceptance_counts_once_the_case_was_handed_over(case: Case) -> None:
    case.taken(case.officer)
    case.taken(case.stranger, "stranger")
    assert case.codes(case.changed()) == REFUSED
    case.handed_over()
    assert case.codes(case.changed()) == []
