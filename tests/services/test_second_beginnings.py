"""A record that is begun a second time stays whose it was, until the centre has refused the second beginning."""

from __future__ import annotations

import os
from dataclasses import dataclass

import pytest

from icjims_core.acts import Act
from icjims_core.compartments import Circle, seal
from icjims_core.projections.log import LogReader
from icjims_desktop.services.compartments import circles
from icjims_desktop.services.oversight import holding
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.log import bundles
from icjims_desktop.store.log.commits import Change
from tests.services.bureau import OFFICE, new_case, new_person, values
from tests.services.offices import OTHERS, District
from tests.services.test_sealing import ACCOUNT, PROSECUTOR_OFFICE, allegation, shown
from tests.services.test_sealing_attacks import lies, maker_of, replica


@dataclass
class Scene:
    """A case of one office with a sealed allegation; a forger of another office has the case too."""

    district: District
    officer: Workspace
    forger: Workspace
    prosecutor: Workspace
    case: bytes
    record: bytes

    def begin_again(self, *more: bytes) -> list[Act]:
        """The forger's program begins case and allegation once more; what a bundle carries of it.

        `more`: sealing keys that it closes it for beside those of the readers.
        """
        forger = self.forger
        readers = (self.officer.desk.opener.public, self.prosecutor.desk.opener.public, *more)
        forged = seal(lies(self.record, readers), self.record, os.urandom)
        changes = [
            Change(self.case, "case", 1, self.case, {}, {"put": {"summary": "Жалган"}}),
            Change(self.record, "sealed_record", 1, self.case, {}, forged),
        ]
        forger.store.journal.commit(changes, now=self.district.now())
        pushes = forger.store.journal.unsent(1 << 20)
        return [act for push in pushes for act in push.acts]

    def keepers(self, workspace: Workspace) -> tuple[str, str, bytes]:
        """Who keeps the case, for rights and for sealing, and the author who is shown for it."""
        with workspace.desk.view() as view:
            rolls = circles.Rolls(view, workspace.me, workspace.desk.now())
            circle: Circle = rolls.circle(circles.Subject("torture_allegation", self.case, b"", frozenset()))
            return holding.keeper(view, self.case), circle.office, maker_of(workspace, self.case)

    @property
    def right(self) -> tuple[str, str, bytes]:
        return OFFICE, OFFICE, self.officer.me.key


@pytest.fixture(params=["smaller", "greater"])
def scene(district: District, request: pytest.FixtureRequest) -> Scene:
    """Whoever writes a program of his own chooses his replica: the forger's is the smaller one, or the greater."""
    officer, forger = two_at_work(district, 0)
    while (replica(forger) < replica(officer)) != (request.param == "smaller"):
        officer, forger = two_at_work(district, len(district.workspaces))
    prosecutor = district.open("prosecutor", "prosecutor", office=PROSECUTOR_OFFICE)
    district.supervise(OFFICE, PROSECUTOR_OFFICE)
    case = new_case(officer)
    record = allegation(officer, case, new_person(officer, case))
    district.exchange()
    district.exchange()
    return Scene(district, officer, forger, prosecutor, case, record)


def two_at_work(district: District, number: int) -> tuple[Workspace, Workspace]:
    """An officer, and a forger in another office; which of their replicas is the smaller one is left to chance."""
    officer = district.open(f"officer{number}", "duty_officer")
    return officer, district.open(f"forger{number}", "duty_officer", office=OTHERS)


def bring(workspace: Workspace, acts: list[Act]) -> None:
    """Acts come by a bundle, before the centre has heard of them."""
    with workspace.store.database.write() as connection:
        bundles.take(connection, LogReader(), acts, [], workspace.me.office)
    workspace.desk.opener.forget()


def test_on_the_computer_where_it_was_written(scene: Scene) -> None:
    scene.begin_again()
    assert scene.keepers(scene.forger) == scene.right


def test_where_a_bundle_brings_it_to_those_who_have_the_first_one(scene: Scene) -> None:
    acts = scene.begin_again()
    for each in (scene.officer, scene.prosecutor):
        bring(each, acts)
        assert scene.keepers(each) == scene.right
        assert values(each, scene.record)["account"] == ACCOUNT
        assert shown(each, scene.record)["unread"] == 1
        assert maker_of(each, scene.record) == scene.officer.me.key


def test_where_a_bundle_brings_it_before_the_centre_names_the_first_one(scene: Scene) -> None:
    late = scene.district.open("late", "prosecutor", office=PROSECUTOR_OFFICE)
    bring(late, scene.begin_again())
    assert scene.keepers(late)[2] == scene.forger.me.key
    scene.district.hand_out(late)
    assert scene.keepers(late) == scene.right


def test_whose_id_it_is_tells_them_apart_before_the_centre_has_named_either(scene: Scene) -> None:
    late = scene.district.open("late", "prosecutor", office=PROSECUTOR_OFFICE)
    bring(late, scene.begin_again(late.desk.opener.public))
    assert shown(late, scene.record)["type"] == "sealed_record"
    bring(late, scene.district.feed)
    assert scene.keepers(late) == scene.right
