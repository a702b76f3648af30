"""Whom a signed act holds as a child stays one by one of two readings when somebody else restates the birth."""

from __future__ import annotations

from typing import Any

import pytest

from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import edit, text
from tests.services.offices import District, make
from tests.services.test_drafts_over import open_rules
from tests.services.test_filled_in import Scene

ACT = ("ground=caught", "motive=x", 'actual_times:={"at": "2026-09-20 10:00", "source": "officer"}')
CHILD, GROWN = "birth_date=2010-01-01", "birth_date=1990-01-01"


class Child(Scene):
    """A child of sixteen whom the investigator apprehended 35 hours ago, by an act that he has signed."""

    def __init__(self, district: District) -> None:
        super().__init__(district)
        self.person = make(self.aida, "person", self.case, "surname=Бала", CHILD)
        self.act = make(self.aida, "apprehension", self.case, f"person={text(self.person)}", *ACT)
        self.sign(self.act, self.aida)

    def restate(self, by: Workspace, *words: str) -> None:
        edit(by, self.person, *words)
        self.district.exchange()

    def told(self) -> Any:
        custody: Any = self.prosecutor.procedure.custody(self.case, "ru")
        return custody["persons"][0]

    def hours(self) -> int:
        return int(self.told()["limit"]["hours"])

    def findings(self) -> dict[str, str]:
        return {each["code"]: each["text"] for each in self.told()["findings"]}

    def alerts(self) -> list[Any]:
        found: Any = self.prosecutor.procedure.safeguards(self.case, "ru")["alerts"]
        return list(found)


@pytest.fixture
def child(district: District) -> Child:
    return Child(district)


@pytest.mark.parametrize("words", [(GROWN,), ("birth_date=",), (GROWN, "birth_basis=document")], ids=len)
def test_who_restates_the_birth_beside_the_signature_makes_no_adult(child: Child, words: tuple[str, ...]) -> None:
    rules = set(open_rules(child.prosecutor, child.case))
    child.restate(child.bakyt, *words)
    assert child.hours() == 24
    assert {"held_without_court", "birth_restated"} <= child.findings().keys()
    assert "bakyt" in child.findings()["birth_restated"]
    assert rules <= set(open_rules(child.prosecutor, child.case))
    assert [(each["type"], each["by"]) for each in child.alerts()] == [("person", "bakyt")]
    assert child.prosecutor.standings.catch_up()
    assert child.prosecutor.standings.alerted() == [child.case]


@pytest.mark.parametrize("login", ["aida", "abdyldaeva"])
def test_who_signed_and_who_supervises_state_it_anew(child: Child, login: str) -> None:
    child.restate(child.bakyt, GROWN)
    by = {each.me.login: each for each in (child.aida, child.prosecutor)}[login]
    child.restate(by, "birth_date=1990-02-01", "birth_basis=document")
    assert child.hours() == 48
    assert child.findings() == {}
    assert child.alerts() == []


def test_what_was_corrected_before_the_signature_stands(child: Child) -> None:
    person = make(child.aida, "person", child.case, "surname=Чоң", CHILD)
    edit(child.aida, person, GROWN)
    child.sign(make(child.aida, "apprehension", child.case, f"person={text(person)}", *ACT), child.aida)
    custody: Any = child.prosecutor.procedure.custody(child.case, "ru")
    assert sorted(each["limit"]["hours"] for each in custody["persons"]) == [24, 48]


def test_a_correction_that_makes_nobody_older_is_no_matter(child: Child) -> None:
    child.restate(child.bakyt, "birth_date=2010-01-02")
    assert child.hours() == 24
    assert "birth_restated" not in child.findings()
    assert child.alerts() == []
