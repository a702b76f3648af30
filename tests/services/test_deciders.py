"""What somebody decided on who has a case is not undone by those whom it is about."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from icjims_core.problem import Refused
from icjims_desktop.services.oversight import charge
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import OFFICE, PASSWORD, Bureau, edit, new_case
from tests.services.offices import make
from tests.services.test_conflicts import conflicts_of
from tests.services.test_ties import OTHERS, accept, hand_over

PROSECUTOR_OFFICE = "109"
ENDED = ("until=2026-09-02 09:00", "end_reason=transferred")
Step = Callable[[Workspace, bytes], object]
STEPS: dict[str, Step] = {
    "annulled": lambda by, record: by.records.annul(record, "ошибка"),
    "ended": lambda by, record: edit(by, record, *ENDED),
    "renamed": lambda by, record: edit(by, record, "login=bakyt", "officer=Бакытов"),
    "joined": lambda by, record: edit(by, record, "members=bakyt"),
}


class Scene:
    """A case that the head gave to `aida`; `bakyt` is her colleague."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.aida, self.bakyt = (bureau.open(each, "investigator") for each in ("aida", "bakyt"))
        self.head, self.clerk = bureau.open("head", "head"), bureau.open("clerk")
        self.prosecutor = bureau.open("prosecutor", "prosecutor", office=PROSECUTOR_OFFICE)
        bureau.supervise(OFFICE, PROSECUTOR_OFFICE)
        self.case = new_case(self.aida)
        bureau.exchange()
        self.given = accept(self.head, self.case, "aida")
        bureau.exchange()

    def in_charge(self) -> frozenset[str]:
        with self.head.desk.view() as view:
            at = datetime.datetime(2026, 9, 21, tzinfo=datetime.UTC)
            return charge.in_charge(view, [self.case], at).get(self.case, charge.NOBODYS).names


@pytest.fixture
def scene(bureau: Bureau) -> Scene:
    return Scene(bureau)


@pytest.mark.parametrize("step", STEPS)
def test_only_the_head_and_the_supervising_prosecutor_touch_what_the_head_decided(scene: Scene, step: str) -> None:
    for each in (scene.aida, scene.bakyt, scene.clerk):
        with pytest.raises(Refused, match="not_the_decider"):
            STEPS[step](each, scene.given)
    STEPS[step](scene.prosecutor, scene.given)
    scene.bureau.exchange()
    with pytest.raises(Refused, match="not_the_decider" if step != "annulled" else "annulled"):
        edit(scene.head, scene.given, "officer=Асанова")


def test_who_was_given_the_case_may_add_to_the_act_what_decides_nothing(scene: Scene) -> None:
    edit(scene.aida, scene.given, "copy_to_prosecutor_at=2026-09-01 12:00")
    assert scene.in_charge() == {"aida"}


def test_another_head_of_the_office_decides_anew_and_takes_his_own_back(scene: Scene) -> None:
    other = scene.bureau.open("other-head", "head")
    scene.bureau.exchange()
    other.records.annul(scene.given, "ошибка")
    scene.bureau.exchange()
    with pytest.raises(Refused, match="not_the_decider"):
        scene.aida.records.annul(scene.given, "вернула", undo=True)
    scene.head.records.annul(scene.given, "вернул", undo=True)
    scene.bureau.exchange()
    assert scene.in_charge() == {"aida"}


def test_ones_own_taking_is_ones_own_until_the_head_has_decided(scene: Scene) -> None:
    mine = accept(scene.bakyt, scene.case, "bakyt")
    scene.bureau.exchange()
    with pytest.raises(Refused, match="not_the_decider"):
        scene.aida.records.annul(mine, "не его дело")
    edit(scene.bakyt, mine, "officer=Бакытов Б.")
    scene.bureau.exchange()
    edit(scene.head, mine, *ENDED)
    scene.bureau.exchange()
    with pytest.raises(Refused, match="not_the_decider"):
        edit(scene.bakyt, mine, "until:=null", "end_reason:=null")
    assert scene.in_charge() == {"aida"}


def test_a_dispute_on_who_has_the_case_is_decided_by_who_decides_it(scene: Scene) -> None:
    edit(scene.head, scene.given, "login=bakyt", "officer=Бакытов")
    edit(scene.prosecutor, scene.given, "login=aida", "officer=Асанова")
    scene.bureau.exchange()
    value = assignments.parse(["login=bakyt", "officer=Бакытов"])
    for each in (scene.bakyt, scene.head):
        assert [one["may_resolve"] for one in conflicts_of(each)] == [False]
        with pytest.raises(Refused, match="not_the_decider"):
            each.records.resolve(scene.given, "in_charge", value[0], "так решено")


def test_a_signature_is_withdrawn_by_who_signed_and_by_nobody_whom_it_binds(scene: Scene) -> None:
    scene.head.signing.sign(scene.given, scene.head.signing.enter(PASSWORD))
    scene.bureau.exchange()
    with scene.head.desk.view() as view:
        (signature,) = [each.row.id for each in view.signings([view.record(scene.given)])[scene.given]]
    for each in (scene.aida, scene.bakyt, scene.clerk):
        with pytest.raises(Refused, match="not_the_decider"):
            each.records.annul(signature, "не было")
    scene.head.records.annul(signature, "ошибка")


def test_a_hand_over_is_taken_back_by_who_sent_the_case(scene: Scene) -> None:
    sent = hand_over(scene.prosecutor, scene.case, OTHERS, signs=False)
    scene.bureau.exchange()
    for each in (scene.aida, scene.head, scene.clerk):
        with pytest.raises(Refused, match="not_the_decider"):
            each.records.annul(sent, "не отдадим")
        with pytest.raises(Refused, match="not_the_decider"):
            edit(each, sent, "to_office=010")
    edit(scene.clerk, sent, "volumes=2")
    scene.prosecutor.records.annul(sent, "ошибка")


def test_an_order_of_substitution_is_ended_by_the_head_and_not_by_another_clerk(scene: Scene) -> None:
    words = ("officer=aida", "substitute=bakyt", "valid_from=2026-09-01 09:00", "all_cases:=true")
    order = make(scene.clerk, "substitution", None, *words)
    second = scene.bureau.open("second-clerk")
    scene.bureau.exchange()
    with pytest.raises(Refused, match="not_the_decider"):
        edit(second, order, "valid_until=2026-09-02 09:00")
    with pytest.raises(Refused, match="not_the_decider"):
        second.records.annul(order, "…")
    edit(scene.head, order, "valid_until=2026-09-02 09:00")
