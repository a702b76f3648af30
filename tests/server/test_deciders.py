"""The centre does not count what undoes another's decision on who has a case, in whatever order it comes."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest

from icjims_core.directory import Decision
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import load
from icjims_sync_server.services.scope import scopes, supervision
from tests.server.test_rights import bound_to, check_whole, verdicts
from tests.server.town import Town
from tests.server.workstation import Answer, Workstation

REFUSED = [(int(Decision.REFUSED), "not_the_decider")]
CHANGES: dict[str, dict[str, dict[str, object]]] = {
    "annulled": {"add": {"$annulled": ["…"]}},
    "ended": {"put": {"ended": {"until": "2026-09-02T09:00+06:00"}}},
    "renamed": {"put": {"in_charge": {"login": "other"}}},
    "joined": {"add": {"members": ["other"]}},
}


@dataclass
class Given:
    """An acceptance by the head of an office, whose second revision the officer may write."""

    town: Town
    office: str
    head: Workstation
    officer: Workstation
    case: bytes
    record: bytes

    def write(self, by: Workstation, changes: dict[str, dict[str, object]], *seen: Workstation) -> None:
        context = {each.replica: each.before[self.record] for each in seen}
        by.act(by.revision(self.record, type="acceptance", case=self.case, context=context, **changes))

    def state(self) -> tuple[bool, int, object]:
        """Whether it is annulled, how many ends stand, who has the case."""
        with self.town.centre.database.read() as connection:
            state = load(connection, LogReader(), [self.record])[self.record].state
        return bool(state.annulments), len(state.siblings("ended")), state.agreed("in_charge")


STANDS = (False, 0, {"login": "officer"})


@pytest.fixture
def given(town: Town) -> Given:
    office = town.office()
    head, officer = town.station(office, role="head"), town.station(office)
    case, record = head.new_case(), bound_to(head)
    found = Given(town, office, head, officer, case, record)
    found.write(head, {"put": {"in_charge": {"login": "officer"}}})
    head.sync()
    return found


def codes(town: Town, answer: Answer) -> list[tuple[int, str]]:
    return verdicts(town, answer.results.verdicts) if answer.results else []


@pytest.mark.parametrize("change", CHANGES)
def test_whom_it_is_about_does_not_undo_it_whatever_he_says_to_have_seen(given: Given, change: str) -> None:
    town, head, officer = given.town, given.head, given.officer
    given.write(officer, {"put": {"copy_to_prosecutor_at": "2026-09-01T12:00+06:00"}}, head)
    assert codes(town, officer.sync()) == []
    second = town.station(given.office, role="clerk")
    given.write(second, CHANGES[change], officer)
    given.write(officer, CHANGES[change])
    assert codes(town, second.sync()) == codes(town, officer.sync()) == REFUSED
    assert given.state() == STANDS
    for each in (head, officer, second):
        assert each.agrees(each.sync())
    check_whole(town)


@pytest.mark.parametrize("role", ["head", "prosecutor"])
def test_the_head_of_the_office_and_the_supervising_prosecutor_do(given: Given, role: str) -> None:
    town, own, prosecutors, another = given.town, given.office, given.town.office(), given.town.office()
    supervision.declare(town.centre, own, prosecutors, since="2020-01-01", until=None)
    for office in (prosecutors, another):
        scopes.assign(town.centre, given.case, office=office, login=None, until=None)
    by, elsewhere = town.station(own if role == "head" else prosecutors, role=role), town.station(another, role=role)
    given.write(elsewhere, CHANGES["annulled"], given.head)
    given.write(by, CHANGES["ended"], given.head)
    assert (codes(town, elsewhere.sync()), codes(town, by.sync())) == (REFUSED, [])
    assert given.state() == (False, 1, {"login": "officer"})
    check_whole(town)


def test_what_the_head_ended_its_own_author_does_not_reopen_from_any_of_his_computers(town: Town) -> None:
    office = town.office()
    head = town.station(office, role="head")
    first, second = (town.station(office, login=f"officer-{office}") for _ in range(2))
    case, record = first.new_case(), bound_to(first)
    taken = Given(town, office, head, first, case, record)
    taken.write(first, {"put": {"in_charge": {"login": "officer"}}})
    first.sync()
    taken.write(second, CHANGES["joined"], first)
    taken.write(head, CHANGES["ended"], first)
    assert (codes(town, second.sync()), codes(town, head.sync())) == ([], [])
    taken.write(second, {"put": {"ended": {}}}, first, head)
    assert codes(town, second.sync()) == REFUSED
    check_whole(town)


def test_a_signature_is_withdrawn_by_nobody_but_who_signed_his_head_and_the_prosecutor(given: Given) -> None:
    town, head, officer = given.town, given.head, given.officer
    signature = bound_to(head)
    head.act(head.revision(signature, type="signing", case=given.case, put={"signed_statement": {"act": "…"}}))
    head.sync()
    withdrawn: dict[str, object] = {"$annulled": ["…"]}
    seen = {head.replica: head.before[signature]}
    for by, told in ((officer, REFUSED), (town.station(given.office, role="head"), [])):
        by.act(by.revision(signature, type="signing", case=given.case, add=withdrawn, context=seen))
        assert codes(town, by.sync()) == told
    check_whole(town)


@pytest.mark.parametrize("order", list(itertools.permutations(["head", "officer", "other"])), ids="-".join)
def test_the_verdict_is_the_same_in_any_order(town: Town, order: tuple[str, ...]) -> None:
    office = town.office()
    head, officer, other = town.station(office, role="head"), town.station(office), town.station(office)
    case, record = head.new_case(), bound_to(head)
    head.sync()
    given = Given(town, office, head, officer, case, record)
    given.write(head, {"put": {"in_charge": {"login": "officer"}}})
    given.write(officer, CHANGES["annulled"], head)
    given.write(other, CHANGES["ended"], head, officer)
    stations = {"head": head, "officer": officer, "other": other}
    for each in order:
        stations[each].sync()
    assert given.state() == STANDS
    with town.centre.database.read() as connection:
        found = load(connection, LogReader(), [record])[record]
    assert {each.replica for each in found.uncounted} == {officer.replica, other.replica}
    check_whole(town)
