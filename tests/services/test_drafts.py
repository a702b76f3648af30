"""A draft prolongs nobody's custody: until it is signed, the term before it runs out as it would without it."""

from __future__ import annotations

from typing import Any

import pytest

from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import new_person, text
from tests.services.offices import District, make
from tests.services.test_filled_in import Scene

COURT = ("decision=granted", "decided_by=Бекова")
TERM = ("decided_at=2026-07-01 15:00", "valid_from=2026-07-01 15:00", "valid_until=2026-09-01 15:00")
FIRST = ("step=chosen", *COURT, *TERM)
MORE = (*COURT, "decided_at=2026-08-30 10:00", "valid_from=2026-09-01 15:00", "valid_until=2026-11-01 15:00")


class Held(Scene):
    """Somebody in custody until 1 September, by a ruling that the judge has signed; today is 21 September."""

    def __init__(self, district: District) -> None:
        super().__init__(district)
        self.person = new_person(self.aida, self.case)
        district.exchange()
        self.first = self.draft(self.judge, *FIRST)
        self.sign(self.first, self.judge)

    def draft(self, by: Workspace, *words: str, measure: str = "custody") -> bytes:
        act = make(by, "restraint", self.case, f"person={text(self.person)}", f"measure={measure}", *words)
        self.district.exchange()
        return act

    def overdue(self) -> list[str]:
        told: Any = self.prosecutor.procedure.deadlines(self.case, "ru", every=True)
        return sorted(each["rule"] for each in told["deadlines"] if each["state"] in ("overdue", "missed"))

    def told(self, act: bytes) -> list[str]:
        """After saving, and on the page of the case."""
        file = self.bakyt.cases.file(self.case, "ru", purpose="supervision")
        saved = self.bakyt.advice.after_saving(act, "ru", made=False)
        return [each.code for each in (*saved, *(one.problem for one in file.noticed)) if each.code.startswith("draft")]

    def until(self) -> list[str]:
        custody: Any = self.prosecutor.procedure.custody(self.case, "en")
        return [each["until"] for person in custody["persons"] for each in person["segments"]]


@pytest.fixture
def held(district: District) -> Held:
    return Held(district)


@pytest.mark.parametrize("step", ["step=extended", "step=chosen"])
def test_what_nobody_signed_prolongs_nothing(held: Held, step: str) -> None:
    term = held.until()
    assert "D30.1" in held.overdue()
    act = held.draft(held.bakyt, step, *MORE)
    assert held.until() == term
    assert "D30.1" in held.overdue()
    assert held.told(act) == ["draft_prolongs_nothing"] * 2
    held.sign(act, held.judge)
    assert held.told(act) == []
    assert held.until() != term
    assert ("D30.1" in held.overdue()) == (step == "step=chosen")


def test_a_draft_that_takes_liberty_counts_and_is_named_until_it_is_signed(district: District) -> None:
    scene = Scene(district)
    person = text(new_person(scene.aida, scene.case))
    act = make(scene.aida, "restraint", scene.case, f"person={person}", "measure=custody", *FIRST)
    district.exchange()
    assert scene.held_until() == ["2026-09-01T15:00+06:00"]
    assert "106(1), 108(1)" in named(scene)["liberty_taken_unsigned"]
    scene.sign(act, scene.aida)
    assert named(scene).keys() == {"held_after_term"}


def test_what_does_not_fit_in_custody_is_told_with_the_course(district: District) -> None:
    scene = Scene(district)
    person = text(new_person(scene.aida, scene.case))
    make(scene.aida, "restraint", scene.case, f"person={person}", "measure=custody", *FIRST)
    course: Any = scene.aida.procedure.course(scene.case, "en")
    assert "liberty_taken_unsigned" in {each["code"] for one in course["persons"] for each in one["findings"]}


def named(scene: Scene) -> dict[str, str]:
    custody: Any = scene.prosecutor.procedure.custody(scene.case, "en")
    return {each["code"]: each["text"] for person in custody["persons"] for each in person["findings"]}
