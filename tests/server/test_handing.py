"""A signed hand-over gives its receiver the case, without anybody's `assign`; no other word does."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

import pytest

from icjims_sync_server.services.administration import people
from icjims_sync_server.services.safekeeping import verification
from icjims_sync_server.services.scope import handing, scopes, supervision
from tests.server.acts import record, signed
from tests.server.town import Town
from tests.server.workstation import Workstation, new_id

EARLIER, LATER = "2026-03-02T09:00+06:00", "2126-03-02T09:00+06:00"


@dataclass
class Case:
    """A case that an investigator of one office keeps, and another office that has nothing to do with it yet."""

    town: Town
    home: str
    officer: Workstation
    away: str
    receiver: Workstation
    id: bytes

    def sent(self, *, by: Workstation | None = None, to: str = "", sign: bool = True, **put: object) -> bytes:
        """A hand-over, signed by who made it unless said otherwise."""
        station = by or self.officer
        station.sync()
        values = {"kind": "jurisdiction", "receiver": {"to_office": to or self.away}, "sent_at": EARLIER} | put
        made = record(station, self.id, "handover", **values)
        station.sync()
        if sign:
            signed(self.town, station, self.id, made)
        self.town.project()
        return made

    def is_at(self, office: str) -> bool:
        """Whether an office has the case."""
        with self.town.centre.database.read() as connection:
            return f"office:{office}" in scopes.feed_names(connection, self.id)


@pytest.fixture
def case(town: Town) -> Case:
    home, away = town.office(), town.office()
    officer, receiver = town.station(home), town.station(away)
    made = Case(town, home, officer, away, receiver, officer.new_case(summary="Кража"))
    officer.sync()
    return made


def test_the_receiver_gets_the_case_with_its_history_and_confirms(case: Case) -> None:
    sent = case.sent()
    assert case.receiver.agrees(case.receiver.sync())
    assert len(case.receiver.held[f"office:{case.away}"]) == 3
    told = {"handover": str(uuid.UUID(bytes=sent)), "received_at": EARLIER, "received_by": "Канцелярия"}
    receipt = record(case.receiver, case.id, "handover_receipt", **told)
    assert case.receiver.sync().codes == [("stored", "")]
    case.officer.sync()
    assert len(case.officer.held[f"office:{case.home}"]) == 4, receipt
    assert verification.verify(case.town.centre).wrong == []


def test_neither_a_draft_nor_material_nor_what_was_changed_or_annulled_gives_anything(case: Case) -> None:
    case.sent(sign=False)
    case.sent(kind="material")
    other = case.town.office()
    changed = case.sent(to=other, sign=False)
    signed(case.town, case.officer, case.id, changed)
    assert case.is_at(other)
    third = case.town.office()
    case.officer.act(
        case.officer.revision(changed, type="handover", case=case.id, put={"receiver": {"to_office": third}})
    )
    annulled = case.sent(to=third, sign=False)
    case.officer.act(case.officer.revision(annulled, type="handover", case=case.id, add={"$annulled": ["mistake"]}))
    signed(case.town, case.officer, case.id, annulled)
    assert not case.is_at(case.away)
    assert not case.is_at(third)


def test_nobody_gives_what_his_office_does_not_hold_nor_takes_it_himself(case: Case) -> None:
    guest, friend = case.town.office(), case.town.office()
    station = case.town.station(guest)
    scopes.assign(case.town.centre, case.id, office=guest, login=None, until=None)
    case.sent(by=station, to=friend)
    case.sent(by=station, to=guest)
    case.sent(by=station, to=case.home)
    assert not case.is_at(friend)
    case.sent(to=guest)
    assert case.is_at(friend), "what the guest has sent holds from when the case was handed to him"


def test_a_clerk_signs_no_hand_over(case: Case) -> None:
    case.sent(by=case.town.station(case.home, role="clerk"))
    assert not case.is_at(case.away)


def test_the_supervising_prosecutor_hands_over_and_whoever_supervises_the_receiver_sees_it(case: Case) -> None:
    centre = case.town.centre
    ours, theirs = case.town.office(), case.town.office()
    supervision.declare(centre, case.home, ours, since=None, until=None)
    supervision.declare(centre, case.away, theirs, since=None, until=None)
    case.sent(by=case.town.station(ours, role="prosecutor"))
    assert case.is_at(case.away)
    assert case.is_at(theirs)


def test_what_was_withdrawn_comes_back_by_a_later_hand_over_alone(case: Case) -> None:
    sent = case.sent()
    scopes.withdraw(case.town.centre, case.id, office=case.away, login=None)
    inquiry = case.officer.revision(sent, type="handover", case=case.id, add={"inquiries": ["Где дело?"]})
    case.officer.act(inquiry)
    case.officer.sync()
    case.town.project()
    assert not case.is_at(case.away)
    case.sent()
    assert case.is_at(case.away), "whatever its author dates it, the centre got it after the withdrawal"


def test_what_its_author_dates_in_the_future_brings_nothing_back_and_a_signature_that_came_later_does(
    case: Case,
) -> None:
    draft = case.sent(sent_at=EARLIER, sign=False)
    sent = case.sent(sent_at=LATER)
    assert case.is_at(case.away)
    scopes.withdraw(case.town.centre, case.id, office=case.away, login=None)
    case.officer.act(case.officer.revision(sent, type="handover", case=case.id, add={"inquiries": ["Где дело?"]}))
    case.sent(sent_at=LATER, sign=False)
    guest = case.town.office()
    scopes.assign(case.town.centre, case.id, office=guest, login=None, until=None)
    case.sent(by=case.town.station(guest))
    assert not case.is_at(case.away), "nor does what a stranger signs"
    signed(case.town, case.officer, case.id, draft)
    assert case.is_at(case.away)


def test_an_office_that_joins_the_system_later_gets_what_was_sent_to_it(case: Case) -> None:
    case.sent(to="O-later")
    people.add_office(case.town.centre, "O-later", "Суд")
    assert not case.is_at("O-later")
    handing.begin(case.town.centre, "O-later")
    assert case.is_at("O-later")


def test_a_correction_that_an_officer_signed_goes_to_its_own_receiver_alone(case: Case) -> None:
    first = case.sent(sign=False)
    signed(case.town, case.officer, case.id, first)
    scopes.withdraw(case.town.centre, case.id, office=case.away, login=None)
    other = case.town.office()
    case.sent(to=other, sent_at=LATER, supersedes=str(uuid.UUID(bytes=first)))
    assert case.is_at(other)
    assert not case.is_at(case.away)


def test_a_colleagues_case_is_nobodys_to_give_away(case: Case) -> None:
    colleague, officer = case.town.station(case.home), case.town.station(case.home, login="in-charge")
    taken = {"kind": "single", "in_charge": {"login": "in-charge"}, "accepted_at": EARLIER}
    for each in (colleague, officer):
        each.sync()
    record(case.officer, case.id, "acceptance", **taken)
    case.officer.sync()
    case.sent(by=colleague)
    assert not case.is_at(case.away)
    case.sent(by=officer)
    assert case.is_at(case.away)


@pytest.mark.parametrize("ordered_by", ["clerk", "himself"])
def test_the_head_and_who_stands_in_for_the_officer_give_it(case: Case, ordered_by: str) -> None:
    taken = {"kind": "single", "in_charge": {"login": "absent-" + ordered_by}, "accepted_at": EARLIER}
    case.town.station(case.home, login="absent-" + ordered_by)
    colleague = case.town.station(case.home, login="substitute-" + ordered_by)
    clerk, head = case.town.station(case.home, role="clerk"), case.town.station(case.home, role="head")
    for each in (colleague, clerk, head):
        each.sync()
    record(case.officer, case.id, "acceptance", **taken)
    case.officer.sync()
    author = clerk if ordered_by == "clerk" else colleague
    order = {"officer": "absent-" + ordered_by, "substitute": "substitute-" + ordered_by}
    made = new_id()
    author.act(author.revision(made, type="substitution", put={**order, "period_of": {"valid_from": EARLIER}}))
    author.sync()
    case.town.project()
    case.sent(by=colleague)
    assert case.is_at(case.away) is (ordered_by == "clerk")
    case.sent(by=head)
    assert case.is_at(case.away)
