"""What another's program writes and a bundle carries changes nothing here that it could not change at the centre."""

from __future__ import annotations

from typing import Any

import pytest

from icjims_core.acts import Act, Changes
from icjims_core.clocks import Vector
from icjims_core.encoding import Value
from icjims_core.modules import record_type
from icjims_core.projections import lists
from icjims_core.projections.log import LogReader
from icjims_desktop.services.reading import history
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.log import bundles
from icjims_desktop.store.log.commits import Change
from tests.services.bureau import PASSWORD, edit, text, values
from tests.services.offices import District, apprehended
from tests.services.test_filled_in import RULING, TERM, Scene

WORDS = record_type("signing").by_name["act"].unit
FALSE: Value = {"act": "zz", "act_type": "apprehension", "capacity": "officer", "signed_at": "2026-09-19T15:00+06:00"}


@pytest.fixture
def scene(district: District) -> Scene:
    return Scene(district)


def bring(workspace: Workspace, by: Workspace) -> None:
    """What somebody wrote comes by a bundle, before the centre has heard of it."""
    found: list[Act] = [act for push in by.store.journal.unsent(1 << 20) for act in push.acts]
    with workspace.store.database.write() as connection:
        bundles.take(connection, LogReader(), found, [], workspace.me.office)


def forge(scene: Scene, by: Workspace, record: bytes, type_: str, changes: Changes, *, begins: bool = False) -> None:
    """A revision by a program that asks nobody; brought to the prosecutor."""
    with by.desk.view() as view:
        seen: Vector = {} if begins else view.record(record).state.vector
    change = Change(record, type_, 1, scene.case, seen, changes, "x")
    by.store.journal.commit([change], now=scene.district.now())
    bring(scene.prosecutor, by)


def signed_apprehension(scene: Scene) -> bytes:
    return scene.signed(apprehended(scene.aida, scene.case))


def status(scene: Scene, act: bytes) -> Any:
    return scene.prosecutor.signing.standing(act)["status"]


def codes(by: Workspace, record: bytes) -> list[str]:
    with by.desk.view() as view:
        return [each.code for each in history.lines(view, view.record(record))]


def forgers(scene: Scene) -> list[Workspace]:
    """One whose replica is smaller and one whose is greater than that of whoever signs: it is theirs to choose."""
    third = scene.district.open("sydykov", "investigator")
    scene.district.exchange()
    smaller, scene.aida, greater = sorted(
        (scene.aida, scene.bakyt, third), key=lambda each: each.store.journal.replica.id
    )
    return [smaller, greater]


@pytest.mark.parametrize("changes", [{"put": {WORDS: FALSE}}, {"put": {WORDS: None}}, {"append": {"remarks": ["x"]}}])
def test_a_signature_says_what_its_author_said_first(scene: Scene, changes: Changes) -> None:
    several = forgers(scene)
    act = signed_apprehension(scene)
    signing = scene.signing_of(act)
    for by in several:
        forge(scene, by, signing, "signing", changes)
    assert status(scene, act) == "signed"
    assert codes(scene.prosecutor, signing) == ["", "stated_once", "stated_once"]
    assert values(scene.prosecutor, signing)["act"] == text(act)
    with scene.prosecutor.store.database.write() as connection:
        lists.rebuild(connection, LogReader())
    assert status(scene, act) == "signed"


@pytest.mark.parametrize("type_", ["signing", "search", "case"])
def test_nor_does_anybody_begin_it_again(scene: Scene, type_: str) -> None:
    several = forgers(scene)
    act = signed_apprehension(scene)
    signing = scene.signing_of(act)
    for by in several:
        forge(scene, by, signing, type_, {"put": {WORDS: FALSE}}, begins=True)
    assert status(scene, act) == "signed"
    assert values(scene.prosecutor, signing)["act"] == text(act)
    with scene.prosecutor.store.database.write() as connection:
        lists.rebuild(connection, LogReader())
    assert status(scene, act) == "signed"


def test_a_term_in_a_judges_act_that_is_not_the_courts_waits_for_the_centre(scene: Scene) -> None:
    act = scene.restraint(scene.judge, *RULING)
    before = scene.held_until()
    forge(scene, scene.aida, act, "restraint", {"put": {"term": {"valid_until": "2027-05-01T15:00+06:00"}}})
    assert scene.held_until() == before
    assert codes(scene.prosecutor, act) == ["", "filled_by_court"]
    forge(scene, scene.bakyt, act, "restraint", {"put": {"end": {"ended_at": "2026-09-20T15:00+06:00"}}})
    assert sorted(codes(scene.prosecutor, act)) == ["", "", "filled_by_court"]


def test_what_a_signer_states_beside_what_another_filled_in_is_a_dispute_at_once(scene: Scene) -> None:
    act = signed_apprehension(scene)
    edit(scene.bakyt, act, "released_at=2026-09-19 20:00", "release_ground=no_need")
    scene.district.exchange()
    edit(scene.aida, act, "released_at=", "release_ground=")
    bring(scene.prosecutor, scene.aida)
    assert codes(scene.prosecutor, act) == ["", "", ""]
    with scene.prosecutor.desk.view() as view:
        assert "release" in view.record(act).state.conflicts()


@pytest.mark.parametrize("units", [{"term": None}, {"ruling": {"decision": "refused"}}])
def test_a_term_that_a_judge_signed_stands_until_the_centre_has_judged_what_moves_it(
    scene: Scene, units: dict[str, Any]
) -> None:
    act = scene.restraint(scene.judge, *RULING, *TERM)
    before = scene.held_until()
    forge(scene, scene.aida, act, "restraint", {"put": units})
    forge(scene, scene.aida, act, "restraint", {"put": units})
    assert scene.held_until() == before
    assert codes(scene.prosecutor, act) == ["", "signed", "signed"]
    bring(scene.head, scene.prosecutor)
    scene.district.collect(scene.aida)
    for _ in range(2):
        scene.district.exchange()
    assert codes(scene.prosecutor, act) == ["", "", ""]  # the centre of these tests accepts everything


def test_what_may_be_stated_counts_at_once(scene: Scene) -> None:
    act = scene.restraint(scene.judge, *RULING, *TERM)
    edit(scene.prosecutor, act, "valid_until=2026-09-24 15:00")
    bring(scene.head, scene.prosecutor)
    assert str(values(scene.head, act)["valid_until"]).startswith("2026-09-24")
    edit(scene.aida, act, "ended_at=2026-09-20 15:00", "end_reason=Отпала необходимость")
    bring(scene.head, scene.aida)
    assert str(values(scene.head, act)["ended_at"]).startswith("2026-09-20")


def test_a_draft_is_corrected_by_a_bundle_and_what_its_signer_wrote_before_he_signed_counts(scene: Scene) -> None:
    act = apprehended(scene.aida, scene.case)
    scene.district.exchange()
    edit(scene.aida, act, "lawyer_name=Осмонов")
    edit(scene.aida, act, "lawyer_name=Осмонова")
    bring(scene.prosecutor, scene.aida)
    assert values(scene.prosecutor, act)["lawyer_name"] == "Осмонова"
    scene.aida.signing.sign(act, scene.aida.signing.enter(PASSWORD))
    bring(scene.prosecutor, scene.aida)
    assert values(scene.prosecutor, act)["lawyer_name"] == "Осмонова"
