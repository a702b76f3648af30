"""An act ends by another that an officer has signed in its place, and a dispute on liberty is not ended that way."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from icjims_core.modules import record_type
from icjims_core.problem import Refused
from icjims_core.signing import OFFICER, Statement, content
from icjims_desktop.services.law import case_files
from icjims_desktop.services.recording import signatures
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.log.commits import Change
from tests.services.bureau import OFFICE, PASSWORD, edit, new_case, new_person, text, values
from tests.services.offices import District, apprehended, make
from tests.services.test_sealing import PROSECUTOR_OFFICE

SAID = 'actual_times:={"at": "2026-09-19 10:00", "source": "officer"}'
LATER = SAID.replace("10:00", "23:00")


class Scene:
    """An apprehension by `aida` in a case of her office, and what `bakyt` records in its place."""

    def __init__(self, district: District) -> None:
        self.district = district
        self.aida, self.bakyt = district.open("aida", "investigator"), district.open("bakyt", "investigator")
        self.prosecutor = district.open("abdyldaeva", "prosecutor", office=PROSECUTOR_OFFICE)
        district.supervise(OFFICE, PROSECUTOR_OFFICE)
        self.case = new_case(self.aida)
        self.old = apprehended(self.aida, self.case)
        district.exchange()

    def in_place(self, workspace: Workspace, *words: str, said: str = SAID, person: str = "") -> bytes:
        named = f"person={person or values(self.aida, self.old)['person']}"
        whole = (named, "ground=caught", said, f"supersedes={text(self.old)}", *words)
        return make(workspace, "apprehension", self.case, *whole)

    def dispute(self, other: Workspace | None = None) -> None:
        for each, at in ((self.aida, "10:00"), (other or self.bakyt, "18:00")):
            edit(each, self.old, f"released_at=2026-09-20 {at}", "release_ground=no_need")
        self.district.exchange()

    def counted(self, workspace: Workspace) -> set[str]:
        with workspace.desk.view() as view:
            return {each.id for each in case_files.read(view, self.case).of("apprehension")}

    def both(self, new: bytes) -> set[str]:
        return {text(self.old), text(new)}


@pytest.fixture
def scene(district: District) -> Scene:
    return Scene(district)


def sign(workspace: Workspace, act: bytes) -> None:
    workspace.signing.sign(act, workspace.signing.enter(PASSWORD))


def test_a_draft_ends_nothing_and_the_signed_act_in_its_place_does(scene: Scene) -> None:
    sign(scene.aida, scene.old)
    scene.district.exchange()
    new = scene.in_place(scene.bakyt)
    assert scene.counted(scene.bakyt) == scene.both(new)
    assert scene.bakyt.signing.standing(scene.old)["status"] == "signed"
    sign(scene.bakyt, new)
    scene.district.exchange()
    for each in (scene.aida, scene.bakyt):
        assert scene.counted(each) == {text(new)}
        assert each.signing.standing(scene.old)["status"] == "superseded"
    with pytest.raises(Refused, match="annulled_by_prosecutor"):
        scene.bakyt.records.annul(new, "Ошибка")
    scene.prosecutor.records.annul(new, "Ошибка")
    scene.district.exchange()
    assert scene.counted(scene.bakyt) == {text(scene.old)}
    assert scene.bakyt.signing.standing(scene.old)["status"] == "signed"


def test_what_nobody_has_signed_is_edited_and_ends_by_no_signed_act(scene: Scene) -> None:
    new = scene.in_place(scene.bakyt)
    sign(scene.bakyt, new)
    assert scene.counted(scene.bakyt) == scene.both(new)


def test_an_act_that_was_changed_beside_its_signature_ends_nothing(scene: Scene) -> None:
    sign(scene.aida, scene.old)
    scene.district.exchange()
    new = scene.in_place(scene.bakyt)
    scene.district.exchange()
    edit(scene.aida, new, "motive=Иное")
    sign(scene.bakyt, new)
    scene.district.exchange()
    assert scene.counted(scene.bakyt) == scene.counted(scene.aida) == scene.both(new)


def test_a_stated_time_of_apprehension_outlives_the_act_in_its_place_unless_the_prosecutor_says_otherwise(
    scene: Scene,
) -> None:
    sign(scene.aida, scene.old)
    scene.district.exchange()
    new = scene.in_place(scene.bakyt, said=LATER)
    sign(scene.bakyt, new)
    assert scene.counted(scene.bakyt) == scene.both(new)
    decided = scene.in_place(scene.prosecutor, said=LATER)
    sign(scene.prosecutor, decided)
    scene.district.exchange()
    assert scene.counted(scene.bakyt) == {text(new), text(decided)}


def test_a_dispute_on_liberty_outlives_the_act_that_an_investigator_signs_in_its_place(scene: Scene) -> None:
    sign(scene.aida, scene.old)
    scene.district.exchange()
    scene.dispute()
    before = scene.bakyt.liberty.of_case(scene.case, "en").persons[0].custody
    new = scene.in_place(scene.bakyt)
    sign(scene.bakyt, new)
    scene.district.exchange()
    assert scene.counted(scene.bakyt) == scene.counted(scene.aida) == scene.both(new)
    after = scene.bakyt.liberty.of_case(scene.case, "en").persons[0].custody
    assert before is not None
    assert after is not None
    assert (after.segments[0].began, after.readings) == (before.segments[0].began, before.readings)


def test_the_supervising_prosecutor_supersedes_what_is_in_dispute_and_nobody_his_decision(scene: Scene) -> None:
    sign(scene.aida, scene.old)
    scene.district.exchange()
    scene.dispute()
    new = scene.in_place(scene.prosecutor, "released_at=2026-09-20 10:00", "release_ground=no_need")
    sign(scene.prosecutor, new)
    scene.district.exchange()
    assert scene.counted(scene.bakyt) == {text(new)}
    scene.old = new
    third = scene.in_place(scene.bakyt, "released_at=2026-09-20 18:00", "release_ground=no_need")
    sign(scene.bakyt, third)
    assert scene.counted(scene.bakyt) == scene.both(third)
    same = scene.in_place(scene.bakyt, "released_at=2026-09-20 10:00", "release_ground=no_need", "motive=Исправлено")
    sign(scene.bakyt, same)
    assert scene.counted(scene.bakyt) == {text(same), text(third)}


def test_a_prosecutor_ends_no_dispute_on_his_own_value_by_an_act_in_its_place_until_another_one_signs_it(
    scene: Scene,
) -> None:
    other = scene.district.open("toktosunov", "prosecutor", office=PROSECUTOR_OFFICE)
    sign(scene.aida, scene.old)
    scene.district.exchange()
    scene.dispute(scene.prosecutor)
    new = scene.in_place(scene.prosecutor, "released_at=2026-09-20 18:00", "release_ground=no_need")
    sign(scene.prosecutor, new)
    scene.district.exchange()
    assert scene.counted(scene.bakyt) == scene.counted(scene.prosecutor) == scene.both(new)
    listed: Any = scene.bakyt.records.conflicts()["conflicts"]
    assert [each["id"] for each in listed] == [text(scene.old)]
    sign(other, new)
    scene.district.exchange()
    assert scene.counted(scene.bakyt) == scene.counted(scene.prosecutor) == {text(new)}


def test_nor_does_it_take_place_once_another_prosecutor_has_decided_otherwise(scene: Scene) -> None:
    other = scene.district.open("toktosunov", "prosecutor", office=PROSECUTOR_OFFICE)
    sign(scene.aida, scene.old)
    scene.district.exchange()
    scene.dispute(scene.prosecutor)
    new = scene.in_place(scene.prosecutor, "released_at=2026-09-20 18:00", "release_ground=no_need")
    sign(scene.prosecutor, new)
    scene.district.exchange()
    found: Any = other.records.conflicts()["conflicts"]
    (his,) = (each["dot"] for each in found[0]["siblings"] if each["author"] == "aida")
    other.records.resolve(scene.old, "release", his, "По протоколу")
    scene.district.exchange()
    assert scene.counted(scene.bakyt) == scene.both(new)


@pytest.mark.parametrize(
    "words",
    [("released_at=2026-09-20 10:00", "release_ground=no_need"), ("is_child=no",), ("person",)],
    ids=lambda w: w[0],
)
def test_what_another_signed_on_liberty_is_restated_by_himself_or_the_supervising_prosecutor_alone(
    scene: Scene, words: tuple[str, ...]
) -> None:
    sign(scene.aida, scene.old)
    person = text(new_person(scene.aida, scene.case)) if words == ("person",) else ""
    stated = () if person else words
    scene.district.exchange()
    foreign = scene.in_place(scene.bakyt, *stated, person=person)
    sign(scene.bakyt, foreign)
    scene.district.exchange()
    assert scene.counted(scene.bakyt) == scene.counted(scene.aida) == scene.both(foreign)
    assert scene.bakyt.signing.standing(scene.old)["status"] == "signed"
    own = scene.in_place(scene.aida, *stated, person=person)
    sign(scene.aida, own)
    scene.district.exchange()
    assert scene.counted(scene.bakyt) == {text(foreign), text(own)}
    decided = scene.in_place(scene.prosecutor, *stated, person=person)
    sign(scene.prosecutor, decided)
    scene.district.exchange()
    assert scene.counted(scene.bakyt) == {text(foreign), text(own), text(decided)}


def test_a_colleague_who_repeats_what_another_signed_may_not_restate_it_one_step_later(scene: Scene) -> None:
    sign(scene.aida, scene.old)
    scene.district.exchange()
    same = scene.in_place(scene.bakyt, "motive=Уточнено")
    sign(scene.bakyt, same)
    scene.district.exchange()
    scene.old = same
    released = scene.in_place(scene.bakyt, "released_at=2026-09-20 10:00", "release_ground=no_need")
    sign(scene.bakyt, released)
    scene.district.exchange()
    assert scene.counted(scene.aida) == scene.both(released)
    hers = scene.in_place(scene.aida, "released_at=2026-09-20 12:00", "release_ground=no_need")
    sign(scene.aida, hers)
    assert scene.counted(scene.aida) == {text(released), text(hers)}


def test_the_signature_of_a_role_that_the_form_does_not_name_ends_nothing(scene: Scene) -> None:
    sign(scene.aida, scene.old)
    clerk = scene.district.open("clerk", "clerk")
    scene.district.exchange()
    new = scene.in_place(clerk)
    declared = record_type("apprehension")
    with clerk.desk.view() as view:
        said = content(declared, view.record(new).state)
    key = clerk.desk.me.key.hex()
    words = Statement(text(new), declared.name, "2026-1", said, OFFICER, "2026-09-21T20:00+06:00", key)
    signature = words.sign(clerk.signing.enter(PASSWORD).key)
    stated = {
        "act": words.act,
        "act_type": words.type,
        **{name: getattr(words, name) for name in ("edition", "content", "capacity", "signed_at", "key")},
        "signature": signature,
    }
    changes: Any = {"put": {signatures.unit(): stated}}
    clerk.desk.save(Change(uuid.uuid4().bytes, "signing", 1, scene.case, {}, changes), scene.district.time)
    assert clerk.signing.standing(new)["status"] == "signed"
    assert scene.counted(clerk) == scene.both(new)
