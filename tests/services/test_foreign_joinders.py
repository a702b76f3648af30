"""A case is tied to another by those who have both, and by nobody who merely names one of others in his own."""

from __future__ import annotations

import pytest

from icjims_desktop.services.law import joinders
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import OFFICE, PASSWORD, new_case, text
from tests.services.offices import District, make
from tests.services.test_sealing import PROSECUTOR_OFFICE

ELSEWHERE = "417021"


class Scene:
    """A case of `aida`, one of `bek` in another office, and the prosecutor who supervises both."""

    def __init__(self, district: District) -> None:
        self.district = district
        self.aida = district.open("aida", "investigator")
        self.bek = district.open("bek", "investigator", office=ELSEWHERE)
        self.prosecutor = district.open("abdyldaeva", "prosecutor", office=PROSECUTOR_OFFICE)
        for office in (OFFICE, ELSEWHERE):
            district.supervise(office, PROSECUTOR_OFFICE)
        self.case, self.own = new_case(self.aida), new_case(self.bek)
        district.exchange()

    def joined(self, workspace: Workspace, into: bytes, *, signed: bool) -> dict[bytes, frozenset[bytes]]:
        words = ("kind=join", "decided_at=2026-03-15 09:00", f"other_case={text(self.case)}")
        act = make(workspace, "joinder", into, *words)
        if signed:
            workspace.signing.sign(act, workspace.signing.enter(PASSWORD))
        self.district.exchange()
        with self.prosecutor.desk.whole() as view:
            return joinders.every(view)


@pytest.fixture
def scene(district: District) -> Scene:
    return Scene(district)


@pytest.mark.parametrize("signed", [False, True])
def test_a_stranger_ties_no_case_of_others_to_his_own(scene: Scene, signed: bool) -> None:
    assert scene.joined(scene.bek, scene.own, signed=signed) == {}


def test_the_supervising_prosecutor_joins_cases_of_two_offices_by_his_signature(scene: Scene) -> None:
    assert scene.joined(scene.prosecutor, scene.own, signed=False) == {}
    both = {scene.case: frozenset([scene.own]), scene.own: frozenset([scene.case])}
    assert scene.joined(scene.prosecutor, scene.own, signed=True) == both


def test_an_office_joins_its_own_cases(scene: Scene) -> None:
    other = new_case(scene.aida)
    assert scene.joined(scene.aida, other, signed=False) == {
        scene.case: frozenset([other]),
        other: frozenset([scene.case]),
    }
