"""What was signed is annulled by few: by whom it is not for, nothing is taken away, in whatever order they wrote."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import pytest

from icjims_core.law.casefile import Step
from icjims_core.merge import ANNULLED
from icjims_core.problem import Refused
from icjims_core.projections import lists
from icjims_desktop.services.law import case_files, joinders
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.log.commits import Change
from tests.services.bureau import OFFICE, PASSWORD, edit, new_case, text, values
from tests.services.offices import District, apprehended, make
from tests.services.test_act_paper import printed
from tests.services.test_contents import PART
from tests.services.test_sealing import PROSECUTOR_OFFICE

REFUSAL = ("ground=no_event", "decided_at=2026-03-07 12:00", "reasons=Событие не подтвердилось")
SEARCH = ("kind=search", "basis=judge_order", "started_at=2026-03-08 09:00", "ended_at=2026-03-08 11:00")


class Scene:
    """A case of an office with a head, two investigators, a clerk and the prosecutor who supervises them."""

    def __init__(self, district: District) -> None:
        self.district = district
        self.aida, self.bakyt = district.open("aida", "investigator"), district.open("bakyt", "investigator")
        self.clerk, self.head = district.open("dinara", "clerk"), district.open("omurova", "head")
        self.prosecutor = district.open("abdyldaeva", "prosecutor", office=PROSECUTOR_OFFICE)
        self.other = district.open("karimov", "prosecutor", office="111")
        district.supervise(OFFICE, PROSECUTOR_OFFICE)
        self.case = new_case(self.aida)

    def signed(self, act: bytes, *by: Workspace) -> bytes:
        for each in (self.aida, *by):
            self.district.exchange()
            each.signing.sign(act, each.signing.enter(PASSWORD))
        self.district.exchange()
        return act

    def refused(self, act: bytes, code: str, *several: Workspace) -> None:
        for each in several:
            with pytest.raises(Refused) as problem:
                each.records.annul(act, "Ошибка")
            assert problem.value.code == code, each.me.login

    def forged(self, by: Workspace, act: bytes, **changes: dict[str, list[str]]) -> None:
        """An act of a program that asks nobody."""
        with by.desk.view() as view:
            found = view.record(act)
        wanted = Change(act, found.row.type, 1, self.case, found.state.vector, changes, "x")  # type: ignore[arg-type]
        by.desk.save(wanted, self.district.now())
        self.district.exchange()

    def step(self, act: bytes) -> Step:
        with self.prosecutor.desk.view() as view:
            found = case_files.read(view, self.case).step(str(uuid.UUID(bytes=act)))
        assert found is not None
        return found

    def signing_of(self, act: bytes) -> bytes:
        with self.aida.desk.view() as view:
            (found,) = view.signings([view.record(act)])[act]
        return found.row.id


@pytest.fixture
def scene(district: District) -> Scene:
    return Scene(district)


def test_a_draft_is_annulled_as_ever(scene: Scene) -> None:
    act = apprehended(scene.aida, scene.case)
    scene.aida.records.annul(act, "Ошибка")
    assert scene.aida.signing.standing(act)["status"] == "annulled"


def test_a_signed_apprehension_is_annulled_by_the_supervising_prosecutor_alone(scene: Scene) -> None:
    act = scene.signed(apprehended(scene.aida, scene.case))
    scene.refused(act, "annulled_by_prosecutor", scene.aida, scene.bakyt, scene.clerk, scene.head, scene.other)
    scene.prosecutor.records.annul(act, "Ошибка")
    scene.district.exchange()
    assert not scene.step(act).counts
    with pytest.raises(Refused, match="annulled_by_prosecutor"):
        scene.aida.records.annul(act, "Было верно", undo=True)
    scene.prosecutor.records.annul(act, "Было верно", undo=True)
    assert scene.step(act).counts


def test_nor_is_its_signature(scene: Scene) -> None:
    act = scene.signed(apprehended(scene.aida, scene.case))
    scene.refused(scene.signing_of(act), "annulled_by_prosecutor", scene.aida, scene.head)
    for each in (scene.aida, scene.bakyt):
        scene.forged(each, scene.signing_of(act), add={ANNULLED: ["x"]})
    assert scene.prosecutor.signing.standing(act)["status"] == "signed"
    scene.prosecutor.records.annul(scene.signing_of(act), "Подписал не тот")
    assert scene.prosecutor.signing.standing(act)["status"] == "draft"


def test_an_ordinary_act_is_annulled_by_its_signer_and_his_head_and_with_consent_by_neither(scene: Scene) -> None:
    for by in (scene.aida, scene.head, scene.prosecutor):
        act = scene.signed(make(scene.aida, "refusal", scene.case, *REFUSAL))
        scene.refused(act, "annulled_by_signer", scene.bakyt, scene.clerk)
        by.records.annul(act, "Ошибка")
        scene.district.exchange()
        assert not scene.step(act).counts
    consented = scene.signed(make(scene.aida, "search", scene.case, *SEARCH), scene.prosecutor)
    scene.refused(consented, "annulled_by_signer", scene.aida, scene.bakyt, scene.head, scene.other)
    scene.prosecutor.records.annul(consented, "Ошибка")


def test_a_dispute_is_not_annulled_away(scene: Scene) -> None:
    act = apprehended(scene.aida, scene.case)
    scene.district.exchange()
    edit(scene.aida, act, "released_at=2026-09-20 10:00", "release_ground=no_need")
    edit(scene.bakyt, act, "released_at=2026-09-20 18:00", "release_ground=no_need")
    scene.district.exchange()
    scene.refused(act, "annulled_by_prosecutor", scene.aida, scene.bakyt, scene.clerk, scene.head)
    scene.forged(scene.aida, act, add={ANNULLED: ["x"]})
    assert scene.step(act).counts
    scene.prosecutor.records.annul(act, "Двойник")
    assert not scene.step(act).counts


@pytest.mark.parametrize("first", ["aida", "bakyt"])
def test_what_was_annulled_without_having_seen_the_signature_stands(scene: Scene, first: str) -> None:
    act = apprehended(scene.aida, scene.case)
    scene.district.exchange()
    scene.aida.signing.sign(act, scene.aida.signing.enter(PASSWORD))
    scene.bakyt.records.annul(act, "Двойник")
    for each in sorted((scene.aida, scene.bakyt), key=lambda one: one.me.login != first):
        scene.district.collect(each)
    scene.district.exchange()
    assert scene.step(act).counts
    assert scene.bakyt.signing.standing(act)["status"] == "signed"
    scene.refused(act, "annulled_by_prosecutor", scene.bakyt)
    scene.prosecutor.records.annul(act, "Двойник")
    assert not scene.step(act).counts


def test_what_the_prosecutor_annulled_nobody_else_brings_back(scene: Scene) -> None:
    act = scene.signed(apprehended(scene.aida, scene.case))
    scene.prosecutor.records.annul(act, "Ошибка")
    scene.district.exchange()
    scene.forged(scene.aida, act, remove={ANNULLED: ["Ошибка"]})
    assert not scene.step(act).counts


def test_a_new_act_in_its_place_is_open_to_all_of_them(scene: Scene) -> None:
    act = scene.signed(apprehended(scene.aida, scene.case))
    new = scene.aida.signing.supersede(act, "Ошибка в мотиве", assignments.parse(["motive=Иной мотив"])).record
    scene.signed(new)
    assert not scene.step(act).counts
    assert scene.step(new).counts


def alerts(workspace: Workspace, case: bytes) -> list[Any]:
    found: Any = workspace.procedure.safeguards(case, "en")["alerts"]
    return [each for each in found if "annulled" in each]


def test_the_prosecutor_is_told_who_annulled_what_and_the_passport_says_so(scene: Scene) -> None:
    act = scene.signed(apprehended(scene.aida, scene.case))
    assert alerts(scene.prosecutor, scene.case) == []
    scene.forged(scene.aida, act, add={ANNULLED: ["Двойник"]})
    (told,) = alerts(scene.prosecutor, scene.case)
    assert (told["record"], told["by"], told["reason"], told["effective"]) == (text(act), "aida", "Двойник", False)
    scene.prosecutor.records.annul(act, "Ошибка")
    assert {(each["by"], each["effective"]) for each in alerts(scene.prosecutor, scene.case)} == {
        ("aida", False),
        ("abdyldaeva", True),
    }
    persons: Any = scene.prosecutor.procedure.safeguards(scene.case, "en")["persons"]
    assert "annulled" in {each["status"] for each in persons[0]["safeguards"]}
    scene.prosecutor.standings.catch_up()
    assert scene.prosecutor.standings.alerted() == [scene.case]
    (shown, _) = sorted(scene.prosecutor.liberty.of_case(scene.case, "ru").annulled, key=lambda each: each.effective)
    assert (shown.record, shown.label, shown.effective) == (text(act), "Задержание", False)


def test_an_annulled_draft_on_liberty_is_told_and_another_is_not(scene: Scene) -> None:
    for act in (apprehended(scene.aida, scene.case), make(scene.aida, "refusal", scene.case, *REFUSAL)):
        scene.aida.records.annul(act, "Ошибка")
    scene.district.exchange()
    assert [each["type"] for each in alerts(scene.prosecutor, scene.case)] == ["apprehension"]


CITE = "АННУЛИРОВАНО"
RELEASED = ("released_at=2026-09-20 10:00", "release_ground=no_need")


def unseen(scene: Scene, act: bytes, first: str) -> None:
    """An annulment of an act by a colleague who has not seen its signature; `first` brings what he wrote first."""
    scene.district.exchange()
    scene.aida.signing.sign(act, scene.aida.signing.enter(PASSWORD))
    scene.bakyt.records.annul(act, "Двойник")
    for each in sorted((scene.aida, scene.bakyt), key=lambda one: one.me.login != first):
        scene.district.collect(each)
    scene.district.exchange()


def annulled_everywhere(workspace: Workspace, act: bytes, path: Path) -> set[bool]:
    """What page, document, list, file and paper say of an act; one answer where they agree."""
    type_ = str(workspace.records.show(act)["type"])
    words = printed(workspace, act, path / f"{workspace.me.login}.pdf")
    kept = workspace.files.give(type_, path / f"{workspace.me.login}.jsonl", annulled=False)
    (step,) = [each for each in workspace.cases.file(case_of(workspace, act), "ru").steps if each.id == text(act)]
    return {
        step.annulled,
        workspace.cases.step(act, "ru").annulled,
        "annulled" in workspace.records.show(act),
        CITE in " ".join(words),
        kept == 0,
        workspace.signing.standing(act)["status"] == "annulled",
    }


def rebuild(workspace: Workspace) -> None:
    journal = workspace.store.journal
    with journal.database.write() as connection:
        lists.rebuild(connection, journal.reader)


def case_of(workspace: Workspace, act: bytes) -> bytes:
    return uuid.UUID(str(workspace.records.show(act)["case"])).bytes


@pytest.mark.parametrize("first", ["aida", "bakyt"])
def test_an_annulment_without_effect_annuls_nowhere(scene: Scene, first: str, tmp_path: Path) -> None:
    act = apprehended(scene.aida, scene.case)
    unseen(scene, act, first)
    for each in (scene.aida, scene.bakyt):
        assert annulled_everywhere(each, act, tmp_path) == {False}
    rebuild(scene.aida)
    assert annulled_everywhere(scene.aida, act, tmp_path) == {False}
    with pytest.raises(Refused, match="not_annulled"):
        scene.prosecutor.records.annul(act, "Было верно", undo=True)
    edit(scene.aida, act, *RELEASED)
    scene.district.exchange()
    scene.prosecutor.records.annul(act, "Двойник")
    scene.district.exchange()
    assert annulled_everywhere(scene.aida, act, tmp_path) == {True}
    with pytest.raises(Refused, match="annulled"):
        edit(scene.aida, act, "released_at=2026-09-20 11:00", RELEASED[1])


@pytest.mark.parametrize("first", ["aida", "bakyt"])
def test_cases_stay_joined_by_a_signed_decision_that_a_colleague_annulled(scene: Scene, first: str) -> None:
    other = new_case(scene.aida)
    words = ("kind=join", "decided_at=2026-03-15 09:00", f"other_case={text(other)}")
    act = make(scene.aida, "joinder", scene.case, *words)
    unseen(scene, act, first)
    for each in (scene.aida, scene.bakyt):
        with each.desk.view() as view:
            assert joinders.every(view) == {scene.case: {other}, other: {scene.case}}
    scene.aida.records.annul(act, "Ошибка")
    with scene.aida.desk.view() as view:
        assert joinders.every(view) == {}


def test_a_dispute_that_an_annulment_had_not_seen_leaves_it_in_lists_and_on_pages(scene: Scene, tmp_path: Path) -> None:
    act = apprehended(scene.aida, scene.case)
    scene.district.exchange()
    edit(scene.aida, act, *RELEASED)
    scene.bakyt.records.annul(act, "Двойник")
    assert annulled_everywhere(scene.bakyt, act, tmp_path) == {True}
    edit(scene.head, act, "released_at=2026-09-20 18:00", RELEASED[1])
    scene.district.exchange()
    for each in (scene.aida, scene.bakyt):
        assert annulled_everywhere(each, act, tmp_path) == {False}


def test_a_person_whom_an_act_names_is_not_annulled_away(scene: Scene) -> None:
    act = scene.signed(apprehended(scene.aida, scene.case))
    person = uuid.UUID(str(values(scene.aida, act)["person"])).bytes
    scene.refused(person, "named_by_acts", scene.aida, scene.bakyt, scene.clerk)
    with scene.bakyt.desk.view() as view:
        found = view.record(person)
    wanted = Change(person, "person", 1, scene.case, found.state.vector, {"add": {ANNULLED: ["x"]}}, "x")
    scene.bakyt.desk.save(wanted, scene.district.now())
    scene.district.exchange()
    (told,) = alerts(scene.prosecutor, scene.case)
    assert (told["record"], told["type"], told["by"]) == (text(person), "person", "bakyt")
    for shown in (scene.prosecutor.procedure.custody, scene.prosecutor.procedure.safeguards):
        persons: Any = shown(scene.case, "ru")["persons"]
        assert [each["name"] for each in persons] == ["Токтогулов"]
    (standing,) = scene.prosecutor.liberty.of_case(scene.case, "ru").persons
    assert standing.custody is not None
    scene.prosecutor.standings.catch_up()
    assert scene.prosecutor.standings.alerted() == [scene.case]


def test_a_person_whom_no_act_names_is_annulled_and_brought_back(scene: Scene) -> None:
    act = apprehended(scene.aida, scene.case)
    person = uuid.UUID(str(values(scene.aida, act)["person"])).bytes
    scene.aida.records.annul(act, "Двойник")
    scene.aida.records.annul(person, "Двойник")
    scene.aida.records.annul(person, "Был верен", undo=True)
    scene.aida.records.annul(act, "Был верен", undo=True)
    scene.refused(person, "named_by_acts", scene.aida)


def test_a_participant_of_an_act_is_not_annulled(scene: Scene) -> None:
    act = scene.signed(apprehended(scene.aida, scene.case))
    words = (f"person={values(scene.aida, act)['person']}", *PART)
    free = make(scene.aida, "participant", scene.case, *words)
    scene.aida.records.annul(free, "Двойник")
    part = make(scene.aida, "participant", scene.case, *words)
    make(scene.aida, "search", scene.case, *SEARCH, f"attended={text(part)}")
    scene.refused(part, "named_by_acts", scene.aida)
