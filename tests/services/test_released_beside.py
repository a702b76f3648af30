"""Who is held by a signed act is let go by those who may: a second act of somebody else is one of two readings."""

from __future__ import annotations

import pytest

from icjims_desktop.services.identifiers import parse
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import edit, new_case, new_person, text
from tests.services.offices import District, make
from tests.services.test_drafts import Held
from tests.services.test_drafts_over import SEIZED, Seized, is_held

RELEASED = ("released_at=2026-09-19 20:00", "release_ground=not_confirmed")
BESIDE = "released_beside"


@pytest.fixture
def seized(district: District) -> Seized:
    return Seized(district)


@pytest.fixture
def held(district: District) -> Held:
    return Held(district)


def second(seized: Seized, by: Workspace, *words: str) -> bytes:
    act = make(by, "apprehension", seized.case, f"person={seized.person}", *SEIZED, *RELEASED, *words)
    seized.sign(act, by)
    return act


def test_a_signed_act_beside_that_of_another_releases_nobody(seized: Seized) -> None:
    findings, rules = set(seized.findings()), set(seized.open_rules())
    second(seized, seized.bakyt)
    assert seized.liberty()["held_now"]
    assert findings | {BESIDE} <= set(seized.findings())
    assert rules <= set(seized.open_rules())
    second(seized, seized.bakyt)
    assert seized.liberty()["held_now"]


def test_nor_does_one_that_says_it_stands_in_its_place(seized: Seized) -> None:
    findings, rules = set(seized.findings()), set(seized.open_rules())
    second(seized, seized.bakyt, f"supersedes={text(seized.act)}")
    assert seized.liberty()["held_now"]
    assert findings | {BESIDE} <= set(seized.findings())
    assert rules <= set(seized.open_rules())


def test_a_release_in_the_act_itself_ends_it_whoever_records_it(seized: Seized) -> None:
    second(seized, seized.bakyt)
    edit(seized.bakyt, seized.act, *RELEASED)
    seized.district.exchange()
    assert not seized.liberty()["held_now"]
    assert BESIDE not in seized.findings()


def test_a_release_stated_earlier_in_a_second_act_takes_no_hour_from_the_first(seized: Seized) -> None:
    edit(seized.aida, seized.act, "released_at=2026-09-20 10:00", "release_ground=no_need")
    second(seized, seized.bakyt)
    stretches = [each["ended"][:16] for each in seized.liberty()["segments"]]
    assert stretches == ["2026-09-20T10:00"]


def test_a_second_act_in_the_place_of_the_first_takes_no_release_from_it(seized: Seized) -> None:
    edit(seized.aida, seized.act, *RELEASED)
    words = (f"person={seized.person}", *SEIZED, f"supersedes={text(seized.act)}")
    seized.sign(make(seized.bakyt, "apprehension", seized.case, *words), seized.bakyt)
    assert not seized.liberty()["held_now"]


@pytest.mark.parametrize("login", ["aida", "abdyldaeva"])
def test_the_signer_and_the_supervising_prosecutor_release_by_an_act_of_their_own(seized: Seized, login: str) -> None:
    by = {each.me.login: each for each in (seized.aida, seized.prosecutor)}[login]
    second(seized, by)
    assert not seized.liberty()["held_now"]
    assert BESIDE not in seized.findings()


def test_a_prosecutor_of_another_place_releases_nobody(seized: Seized) -> None:
    second(seized, seized.other)
    assert seized.liberty()["held_now"]
    assert BESIDE in seized.findings()


def test_the_head_of_the_place_of_detention_releases(seized: Seized) -> None:
    guard = seized.district.open("guard", "detention_officer")
    seized.district.exchange()
    admitted = ("facility=ИВС", "admission_decision=admitted", "commitment_document=№ 5")
    at = 'admission_times:={"at": "2026-09-19 12:00", "source": "protocol"}'
    words = (
        *admitted,
        at,
        "rights_explained_at=2026-09-19 12:10",
        "ended_at=2026-09-19 20:00",
        "end_reason=released",
        "release_document=№ 6",
    )
    seized.sign(make(guard, "facility_admission", seized.case, f"person={seized.person}", *words), guard)
    assert not seized.liberty()["held_now"]


def test_who_was_let_go_before_and_is_seized_again_is_released_by_whoever_seized_him_then(seized: Seized) -> None:
    edit(seized.aida, seized.act, *RELEASED)
    again = ("ground=caught", "motive=x", 'actual_times:={"at": "2026-09-20 10:00", "source": "officer"}')
    release = ("released_at=2026-09-20 20:00", "release_ground=not_confirmed")
    act = make(seized.bakyt, "apprehension", seized.case, f"person={seized.person}", *again, *release)
    seized.sign(act, seized.bakyt)
    assert not seized.liberty()["held_now"]
    assert BESIDE not in seized.findings()


def test_custody_by_a_judge_is_ended_by_an_investigator_with_the_prosecutors_consent(held: Held) -> None:
    term, missed = held.until(), held.overdue()
    act = held.draft(held.bakyt, "step=chosen", "ended_at=2026-08-30 10:00", "end_reason=x")
    held.sign(act, held.bakyt)
    assert is_held(held.prosecutor, held.case)
    assert held.until() == term
    assert set(missed) <= set(held.overdue())
    held.sign(act, held.prosecutor)
    assert not is_held(held.prosecutor, held.case)


@pytest.mark.parametrize("login", ["bakyt", "aida"])
def test_a_second_act_in_a_joined_case_releases_only_by_who_signed_the_act_that_holds(
    seized: Seized, login: str
) -> None:
    other = new_case(seized.aida)
    same = new_person(seized.aida, other)
    seized.aida.persons.link(parse(seized.person), same, "Один и тот же паспорт", ground="same_pin")
    joining = ("kind=join", "decided_at=2026-09-19 19:00", f"other_case={text(other)}")
    make(seized.aida, "joinder", seized.case, *joining)
    seized.district.exchange()
    findings, rules = set(seized.findings()), set(seized.open_rules())
    by = {each.me.login: each for each in (seized.aida, seized.bakyt)}[login]
    seized.sign(make(by, "apprehension", other, f"person={text(same)}", *SEIZED, *RELEASED), by)
    stays = login == "bakyt"
    for case in (seized.case, other):
        assert is_held(seized.prosecutor, case) == stays
    assert (BESIDE in seized.findings()) == stays
    assert not stays or (findings <= set(seized.findings()) and rules <= set(seized.open_rules()))
