"""A court's term of custody is not moved after the judge signed: neither in his act nor by another in its place."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from icjims_core.problem import Refused
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import PASSWORD, edit, new_person, text, values
from tests.services.offices import District, apprehended, make
from tests.services.test_annulling import SEARCH
from tests.services.test_annulling import Scene as Office

TERM = ("valid_from=2026-09-19 15:00", "valid_until=2026-09-25 15:00")
RULING = ("decision=granted", "decided_at=2026-09-19 15:00", "decided_by=Бекова")


class Scene(Office):
    """An office, and the judge who decides on custody there."""

    def __init__(self, district: District) -> None:
        super().__init__(district)
        self.judge = district.open("bekova", "judge")
        district.exchange()

    def restraint(self, by: Workspace, *words: str) -> bytes:
        named = f"person={text(new_person(by, self.case))}"
        act = make(by, "restraint", self.case, named, "measure=custody", *words)
        self.sign(act, by)
        return act

    def sign(self, act: bytes, by: Workspace) -> None:
        self.district.exchange()
        by.signing.sign(act, by.signing.enter(PASSWORD))
        self.district.exchange()

    def in_place(self, by: Workspace, act: bytes, *words: str) -> bytes:
        return by.signing.supersede(act, "Ошибка", assignments.parse(list(words))).record

    def closed(self, by: Workspace, act: bytes, *words: str) -> None:
        with pytest.raises(Refused) as problem:
            edit(by, act, *words)
        assert problem.value.code == "signed", by.me.login

    def held_until(self) -> list[Any]:
        custody: Any = self.prosecutor.procedure.custody(self.case, "en")
        return [each["until"] for person in custody["persons"] for each in person["segments"]]


@pytest.fixture
def scene(district: District) -> Scene:
    return Scene(district)


def test_term_and_ruling_that_a_judge_signed_are_changed_by_nobody_but_the_supervising_prosecutor(scene: Scene) -> None:
    act = scene.restraint(scene.judge, *RULING, *TERM)
    before = scene.held_until()
    assert before
    for each in (scene.aida, scene.bakyt, scene.head, scene.clerk, scene.judge, scene.other):
        scene.closed(each, act, "valid_until=2027-05-01 15:00")
        scene.closed(each, act, "decision=refused")
        scene.closed(each, act, "valid_until=")
    scene.district.exchange()
    assert scene.held_until() == before
    edit(scene.prosecutor, act, "valid_until=2026-09-24 15:00")
    assert scene.held_until() != before


def test_what_is_empty_is_filled_in_after_the_motion_was_signed(scene: Scene) -> None:
    act = scene.restraint(scene.aida)
    edit(scene.clerk, act, "decision=granted", "decided_at=2026-09-19 15:00")
    edit(scene.clerk, act, "order_number=12", "decided_by=Бекова", *TERM)
    scene.district.exchange()
    edit(scene.aida, act, "ended_at=2026-09-20 15:00", "end_reason=Отпала необходимость")
    assert values(scene.aida, act)["order_number"] == "12"
    scene.closed(scene.aida, act, "ended_at=2026-09-20 16:00")
    edit(scene.aida, act, "facility=СИЗО-1")
    edit(scene.aida, act, "facility=СИЗО-2")


def test_a_draft_is_corrected_as_ever(scene: Scene) -> None:
    named = f"person={text(new_person(scene.aida, scene.case))}"
    act = make(scene.aida, "restraint", scene.case, named, "measure=custody", *RULING, *TERM)
    edit(scene.aida, act, "valid_until=2026-09-30 15:00")
    assert scene.aida.signing.standing(act)["status"] == "draft"


def test_a_judges_act_is_replaced_only_by_a_judges(scene: Scene) -> None:
    act = scene.restraint(scene.judge, *RULING, *TERM)
    for by in (scene.aida, scene.prosecutor):
        false = scene.in_place(by, act, *RULING, TERM[0], "valid_until=2027-03-25 15:00")
        scene.sign(false, by)
        assert scene.step(act).counts, by.me.login
        assert scene.prosecutor.signing.standing(act)["status"] == "signed"
        assert scene.prosecutor.signing.standing(false)["status"] == "signed"
    new = scene.in_place(scene.judge, act, *RULING, TERM[0], "valid_until=2026-09-24 15:00")
    scene.sign(new, scene.judge)
    assert not scene.step(act).counts
    assert scene.step(new).counts


def test_a_judge_decides_on_a_motion_with_consent_by_an_act_of_his_own(scene: Scene) -> None:
    act = scene.restraint(scene.aida)
    scene.sign(act, scene.prosecutor)
    new = scene.in_place(scene.judge, act, *RULING, *TERM)
    scene.sign(new, scene.judge)
    assert not scene.step(act).counts


@pytest.mark.parametrize("order", list(itertools.permutations(("aida", "abdyldaeva", "bakyt"))), ids="-".join)
def test_an_act_with_consent_is_replaced_once_the_new_one_bears_consent_too(
    scene: Scene, order: tuple[str, ...]
) -> None:
    act = make(scene.aida, "search", scene.case, *SEARCH)
    scene.sign(act, scene.aida)
    new = scene.in_place(scene.bakyt, act)
    scene.sign(new, scene.bakyt)
    scene.prosecutor.signing.sign(act, scene.prosecutor.signing.enter(PASSWORD))
    several = {each.me.login: each for each in (scene.aida, scene.bakyt, scene.prosecutor)}
    for login in order:
        scene.district.collect(several[login])
    scene.district.exchange()
    assert scene.step(act).counts
    scene.sign(new, scene.prosecutor)
    assert not scene.step(act).counts
    assert scene.step(new).counts


def test_the_prosecutors_own_act_replaces_one_with_consent(scene: Scene) -> None:
    act = make(scene.aida, "search", scene.case, *SEARCH)
    scene.sign(act, scene.aida)
    scene.sign(act, scene.prosecutor)
    new = scene.in_place(scene.prosecutor, act)
    scene.sign(new, scene.prosecutor)
    assert not scene.step(act).counts


RELEASED = ("released_at=2026-09-19 20:00", "release_ground=no_need")


def test_what_another_fills_in_of_a_release_is_told_to_the_supervising_prosecutor(scene: Scene) -> None:
    act = apprehended(scene.aida, scene.case)
    scene.sign(act, scene.aida)
    edit(scene.bakyt, act, *RELEASED)
    scene.district.exchange()
    told: Any = scene.prosecutor.procedure.safeguards(scene.case, "ru")["alerts"]
    assert [(each["record"], each["unit"], each["by"]) for each in told] == [(text(act), "release", "bakyt")]
    scene.prosecutor.standings.catch_up()
    assert scene.prosecutor.standings.alerted() == [scene.case]
    page = scene.prosecutor.liberty.of_case(scene.case, "ru")
    assert [(each.record, each.by) for each in page.added] == [(text(act), "bakyt of 001, следователь")]


@pytest.mark.parametrize("login", ["aida", "abdyldaeva", "gulnara"])
def test_what_signer_court_and_prosecutor_fill_in_is_no_alert(scene: Scene, login: str) -> None:
    court = scene.district.open("gulnara", "court_clerk")
    act = scene.restraint(scene.aida)
    by = {each.me.login: each for each in (scene.aida, scene.prosecutor, court)}[login]
    edit(by, act, *RULING, *TERM)
    scene.district.exchange()
    assert scene.prosecutor.procedure.safeguards(scene.case, "ru")["alerts"] == []


def dot_of(by: Workspace, act: bytes, login: str) -> str:
    document: Any = by.records.show(act)
    values = document["fields"]["released_at"]["siblings"]
    return next(str(each["dot"]) for each in values if each["author"] == login)


@pytest.mark.parametrize(
    ("filled", "own"),
    [(RELEASED, ("released_at=", "release_ground=")), (RELEASED, ("released_at=2026-09-20 12:00",))],
    ids=["empties", "states"],
)
def test_a_signer_contradicts_what_another_filled_in_and_the_prosecutor_decides(
    scene: Scene, filled: tuple[str, ...], own: tuple[str, ...]
) -> None:
    act = apprehended(scene.aida, scene.case)
    scene.sign(act, scene.aida)
    edit(scene.bakyt, act, *filled)
    scene.district.exchange()
    edit(scene.aida, act, *own)
    scene.district.exchange()
    for each in (scene.aida, scene.bakyt, scene.prosecutor):
        with each.desk.view() as view:
            assert "release" in view.record(act).state.conflicts(), each.me.login
    custody: Any = scene.prosecutor.procedure.custody(scene.case, "en")
    ended = [each["ended"] for each in custody["persons"][0]["segments"]]
    assert ended == ([None] if own[0] == "released_at=" else ["2026-09-20T12:00+06:00"])
    with pytest.raises(Refused, match="unit_in_conflict"):
        edit(scene.aida, act, "released_at=2026-09-20 13:00")
    scene.prosecutor.records.resolve(act, "release", dot_of(scene.prosecutor, act, "bakyt"), "По журналу")
    scene.district.exchange()
    with pytest.raises(Refused, match="may_not_resolve"):
        edit(scene.aida, act, "released_at=2026-09-20 13:00")


def test_what_signer_or_prosecutor_filled_in_no_signer_contradicts(scene: Scene) -> None:
    for by in (scene.aida, scene.prosecutor):
        act = apprehended(scene.aida, scene.case)
        scene.sign(act, scene.aida)
        edit(by, act, *RELEASED)
        scene.district.exchange()
        scene.closed(scene.aida, act, "released_at=2026-09-20 12:00")


def test_in_a_judges_act_the_court_and_the_supervising_prosecutor_state_the_term(scene: Scene) -> None:
    court = scene.district.open("gulnara", "court_clerk")
    for by in (court, scene.judge, scene.prosecutor):
        act = scene.restraint(scene.judge, *RULING)
        for each in (scene.aida, scene.clerk, scene.head, scene.other):
            with pytest.raises(Refused) as problem:
                edit(each, act, *TERM)
            assert problem.value.code == "filled_by_court", each.me.login
        edit(by, act, *TERM)
        scene.district.exchange()
        edit(scene.aida, act, "ended_at=2026-09-20 15:00", "end_reason=Отпала необходимость")
        scene.district.exchange()
