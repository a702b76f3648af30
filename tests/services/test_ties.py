"""Whoever reads what is sealed reads it by somebody else's decision: nobody makes himself a reader."""

from __future__ import annotations

import pytest

from icjims_core.acts import Changes
from icjims_core.merge import ANNULLED
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.log.commits import Change
from tests.services.bureau import OFFICE, PASSWORD, Bureau, edit, new_case, new_person, text
from tests.services.offices import make
from tests.services.test_sealing import PROSECUTOR_OFFICE, hand_on

OTHERS = "002"
TAKEN = ("kind=single", "officer=Бакытов", "accepted_at=2026-09-01 09:00")


def accept(workspace: Workspace, case: bytes, login: str) -> bytes:
    """An acceptance of the case that names an officer by his login."""
    return make(workspace, "acceptance", case, *TAKEN, f"login={login}")


def receive(workspace: Workspace, case: bytes, sent: bytes, *more: str) -> bytes:
    """The receipt for a hand-over."""
    words = (f"handover={text(sent)}", "received_at=2026-09-01 10:00", "received_by=Канцелярия", *more)
    return make(workspace, "handover_receipt", case, *words)


def take(scene: Scene, by: Workspace, login: str, sent: bytes) -> bytes:
    """He takes the case himself, by the receipt of his office for the hand-over that he has seen."""
    scene.bureau.exchange()
    receipt = receive(by, scene.case, sent)
    return make(by, "acceptance", scene.case, *TAKEN, f"login={login}", f"receipt={text(receipt)}")


def hand_over(workspace: Workspace, case: bytes, office: str, kind: str = "errand", *, signs: bool = True) -> bytes:
    """A hand-over of the case, signed unless said otherwise."""
    words = (f"kind={kind}", "errand=…", f"to_office={office}", "sent_at=2026-09-01 09:00")
    made = make(workspace, "handover", case, *words)
    if signs:
        sign(workspace, made)
    return made


def forge(by: Workspace, record: bytes, changes: Changes) -> None:
    """A program that asks nobody writes what the rules refuse; the centre has not judged it yet."""
    with by.desk.view() as view:
        found = view.record(record)
    row = found.row
    by.store.journal.commit(
        [Change(record, row.type, 1, row.case, dict(found.state.vector), changes)], now=by.desk.now()
    )


class Scene:
    """A case with a sealed identity of a witness, recorded by `aida`; `exchange` hands its keys to who may read it."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.aida = bureau.open("aida", "investigator")
        self.prosecutor = bureau.open("prosecutor", "prosecutor", office=PROSECUTOR_OFFICE)
        bureau.supervise(OFFICE, PROSECUTOR_OFFICE)
        self.case = new_case(self.aida)
        person = text(new_person(self.aida, self.case))
        self.record = make(
            self.aida,
            "protected_identity",
            self.case,
            f"person={person}",
            "pseudonym=Свидетель 1",
            "real_surname=Осмонов",
        )

    def reads_of_two(self, one: Workspace, other: Workspace) -> tuple[bool, bool]:
        return self.reads(one), self.reads(other)

    def reads(self, workspace: Workspace) -> bool:
        """Whether he reads it once everybody has met the centre twice."""
        self.bureau.exchange()
        hand_on(self.aida)
        self.bureau.exchange()
        return workspace.records.show(self.record, purpose="supervision")["type"] == "protected_identity"


def new_sealed(scene: Scene) -> bytes:
    """A further sealed identity of the case."""
    person = text(new_person(scene.aida, scene.case))
    words = (f"person={person}", "pseudonym=Свидетель 2", "real_surname=Осмонов")
    scene.bureau.exchange()
    return make(scene.aida, "protected_identity", scene.case, *words)


@pytest.fixture
def scene(bureau: Bureau) -> Scene:
    return Scene(bureau)


def test_nobody_becomes_a_reader_by_what_he_records_himself(scene: Scene) -> None:
    bakyt = scene.bureau.open("bakyt", "investigator")
    scene.bureau.exchange()
    new_person(bakyt, scene.case)
    accept(bakyt, scene.case, "bakyt")
    hand_over(bakyt, scene.case, OFFICE)
    assert not scene.reads(bakyt)
    assert scene.reads(scene.prosecutor)


def test_the_head_of_the_office_makes_a_reader_and_his_own_hand_over_the_name_does_not(scene: Scene) -> None:
    bakyt, head = scene.bureau.open("bakyt", "investigator"), scene.bureau.open("head", "head")
    clerk = scene.bureau.open("clerk", "clerk")
    scene.bureau.exchange()
    accept(clerk, scene.case, "bakyt")
    of_aida = accept(head, scene.case, "aida")
    scene.bureau.exchange()
    forge(bakyt, of_aida, {"put": {"in_charge": {"login": "bakyt", "officer": "Бакытов"}}})
    assert not scene.reads(bakyt)
    annulled = accept(head, scene.case, "bakyt")
    head.records.annul(annulled, "ошибка")
    ended = accept(head, scene.case, "bakyt")
    edit(head, ended, "until=2026-09-02 09:00", "end_reason=transferred")
    assert not scene.reads(bakyt)
    accept(head, scene.case, "bakyt")
    assert scene.reads(bakyt)


def test_a_removed_officer_takes_nothing_back_himself(scene: Scene) -> None:
    bakyt, head = scene.bureau.open("bakyt", "investigator"), scene.bureau.open("head", "head")
    clerk = scene.bureau.open("clerk", "clerk")
    scene.bureau.exchange()
    annulled, ended = accept(head, scene.case, "bakyt"), accept(head, scene.case, "bakyt")
    head.records.annul(annulled, "ошибка")
    edit(head, ended, "until=2026-09-02 09:00", "end_reason=transferred")
    scene.bureau.exchange()
    forge(bakyt, annulled, {"remove": {ANNULLED: ["ошибка"]}})
    forge(bakyt, ended, {"put": {"ended": {}}})
    assert not scene.reads(bakyt)
    forge(bakyt, annulled, {"add": {ANNULLED: ["…"]}})
    scene.bureau.exchange()
    forge(clerk, annulled, {"remove": {ANNULLED: ["…"]}})
    scene.bureau.exchange()
    forge(bakyt, annulled, {"put": {"in_charge": {"login": "bakyt", "officer": "Б"}}})
    assert not scene.reads(bakyt)
    edit(head, ended, "login=bakyt", "officer=Бакытов Б.")
    assert scene.reads(bakyt)


@pytest.mark.parametrize("how", ["annulled", "ended"])
def test_who_decides_may_take_the_removal_back(scene: Scene, how: str) -> None:
    bakyt, head = scene.bureau.open("bakyt", "investigator"), scene.bureau.open("head", "head")
    scene.bureau.exchange()
    named = accept(head, scene.case, "bakyt")
    if how == "annulled":
        head.records.annul(named, "ошибка")
        head.records.annul(named, "вернул", undo=True)
    else:
        edit(head, named, "until=2026-09-02 09:00", "end_reason=transferred")
        edit(head, named, "until:=null", "end_reason:=null")
    assert scene.reads(bakyt)


def test_whose_own_taking_was_removed_does_not_take_the_case_again(scene: Scene) -> None:
    dastan = scene.bureau.open("dastan", "investigator", office=OTHERS)
    head = scene.bureau.open("their-head", "head", office=OTHERS)
    scene.bureau.exchange()
    sent = hand_over(scene.prosecutor, scene.case, OTHERS)
    taken = take(scene, dastan, "dastan", sent)
    scene.bureau.exchange()
    head.records.annul(taken, "передано другому")
    take(scene, dastan, "dastan", sent)
    assert not scene.reads(dastan)
    scene.prosecutor.records.annul(sent, "ошибка")
    scene.bureau.exchange()
    forge(head, sent, {"remove": {ANNULLED: ["ошибка"]}})
    accept(head, scene.case, "dastan")
    assert not scene.reads(dastan)
    hand_over(scene.prosecutor, scene.case, OTHERS)
    assert scene.reads(dastan)


def in_place(by: Workspace, case: bytes, old: bytes, login: str) -> bytes:
    """An acceptance in the place of another one, not signed yet."""
    return make(by, "acceptance", case, *TAKEN, f"login={login}", f"supersedes={text(old)}")


def sign(by: Workspace, act: bytes) -> None:
    by.signing.sign(act, by.signing.enter(PASSWORD))


def test_a_naming_ends_by_one_that_who_decides_has_signed_in_its_place(scene: Scene) -> None:
    bakyt, cholpon = (scene.bureau.open(each, "investigator") for each in ("bakyt", "cholpon"))
    head = scene.bureau.open("head", "head")
    scene.bureau.exchange()
    named = accept(head, scene.case, "bakyt")
    sign(head, named)
    scene.bureau.exchange()
    own = in_place(cholpon, scene.case, named, "cholpon")
    sign(cholpon, own)
    given = in_place(head, scene.case, named, "aida")
    assert scene.reads_of_two(bakyt, cholpon) == (True, False)
    sign(head, given)
    later = new_sealed(scene)
    scene.bureau.exchange()
    hand_on(scene.aida)
    scene.bureau.exchange()
    assert bakyt.records.show(later, purpose="supervision")["type"] == "sealed_record"
    assert scene.prosecutor.records.show(later)["type"] == "protected_identity"


def test_whose_own_taking_was_replaced_does_not_take_the_case_again(scene: Scene) -> None:
    dastan = scene.bureau.open("dastan", "investigator", office=OTHERS)
    head = scene.bureau.open("their-head", "head", office=OTHERS)
    scene.bureau.exchange()
    sent = hand_over(scene.prosecutor, scene.case, OTHERS)
    taken = take(scene, dastan, "dastan", sent)
    sign(dastan, taken)
    scene.bureau.exchange()
    sign(head, in_place(head, scene.case, taken, "erlan"))
    take(scene, dastan, "dastan", sent)
    assert not scene.reads(dastan)


def test_a_judge_reads_once_the_case_was_handed_to_his_court_and_not_by_what_his_court_records(scene: Scene) -> None:
    judge = scene.bureau.open("judge", "judge", office="C01")
    clerk = scene.bureau.open("court-clerk", "court_clerk", office="C01")
    scene.bureau.exchange()
    new_person(clerk, scene.case)
    hand_over(clerk, scene.case, "C01", signs=False)
    sent = hand_over(judge, scene.case, "C01")
    assert not scene.reads(judge)
    forge(scene.prosecutor, sent, {"put": {"sent_by": "Прокурор"}})
    assert not scene.reads(judge)
    hand_over(scene.prosecutor, scene.case, "C01")
    assert scene.reads(judge)


def test_a_court_reads_nothing_by_a_draft_nor_by_what_leaves_the_case_where_it_is(scene: Scene) -> None:
    judge = scene.bureau.open("judge", "judge", office="C01")
    scene.bureau.exchange()
    draft = hand_over(scene.aida, scene.case, "C01", "to_court", signs=False)
    hand_over(scene.aida, scene.case, "C01", "material")
    assert not scene.reads(judge)
    sign(scene.aida, draft)
    assert scene.reads(judge)


def test_a_group_that_the_supervising_prosecutor_formed_reads_it(scene: Scene) -> None:
    bakyt, cholpon = (scene.bureau.open(each, "investigator") for each in ("bakyt", "cholpon"))
    scene.bureau.exchange()
    words = ("kind=group", "officer=А", "accepted_at=2026-09-01 09:00", "ordered_at=2026-09-01 08:00")
    make(scene.prosecutor, "acceptance", scene.case, *words, "login=aida", "members=bakyt")
    assert scene.reads(bakyt)
    assert not scene.reads(cholpon)


def test_an_office_takes_a_case_that_was_handed_to_it_and_no_other(scene: Scene) -> None:
    dastan = scene.bureau.open("dastan", "investigator", office=OTHERS)
    head = scene.bureau.open("their-head", "head", office=OTHERS)
    scene.bureau.exchange()
    accept(dastan, scene.case, "dastan")
    accept(head, scene.case, "dastan")
    hand_over(dastan, scene.case, OTHERS)
    hand_over(head, scene.case, OTHERS)
    assert not scene.reads(dastan)
    hand_over(scene.prosecutor, scene.case, OTHERS)
    assert scene.reads(dastan)


def test_who_took_the_case_before_it_was_handed_over_has_not_taken_it(scene: Scene) -> None:
    dastan = scene.bureau.open("dastan", "investigator", office=OTHERS)
    scene.bureau.exchange()
    accept(dastan, scene.case, "dastan")
    scene.bureau.exchange()
    sent = hand_over(scene.prosecutor, scene.case, OTHERS)
    assert not scene.reads(dastan)
    take(scene, dastan, "dastan", sent)
    assert scene.reads(dastan)


@pytest.mark.parametrize(
    "how", ["returned", "annulled", "of another office", "of another hand-over", "added by another"]
)
def test_a_receipt_that_confirms_nothing_ties_nobody(scene: Scene, how: str) -> None:
    dastan = scene.bureau.open("dastan", "investigator", office=OTHERS)
    colleague = scene.bureau.open("erlan", "investigator", office=OTHERS)
    scene.bureau.exchange()
    back = hand_over(scene.aida, scene.case, "003", "material")
    sent = hand_over(scene.prosecutor, scene.case, OTHERS)
    scene.bureau.exchange()
    by = scene.aida if how == "of another office" else dastan
    more = ("accepted=no", "returned_reason=…") if how == "returned" else ()
    receipt = receive(by, scene.case, back if how == "of another hand-over" else sent, *more)
    scene.bureau.exchange()
    if how == "annulled":
        dastan.records.annul(receipt, "ошибка")
    named = () if how == "added by another" else (f"receipt={text(receipt)}",)
    taken = make(dastan, "acceptance", scene.case, *TAKEN, "login=dastan", *named)
    if how == "added by another":
        scene.bureau.exchange()
        forge(colleague, taken, {"put": {"receipt": text(receipt)}})
    assert not scene.reads(dastan)
