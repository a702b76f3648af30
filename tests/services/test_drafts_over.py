"""What is signed is ended, lessened or moved only by what is signed: a draft is one of two readings, as in `drafts`."""

from __future__ import annotations

from typing import Any

import pytest

from icjims_core.problem import Refused
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import PASSWORD, new_person, text
from tests.services.offices import District, apprehended, make
from tests.services.test_drafts import COURT, Held
from tests.services.test_filled_in import Scene

SEIZED = ("ground=caught", "motive=x", 'actual_times:={"at": "2026-09-19 10:00", "source": "officer"}')
DECIDED = (*COURT, "decided_at=2026-08-30 10:00")
LATER = ("valid_from=2026-08-30 15:00", "valid_until=2027-03-01 15:00")


class Seized(Scene):
    """Somebody seized 51 hours ago whom no court has seen, by an act that the investigator has signed."""

    def __init__(self, district: District) -> None:
        super().__init__(district)
        self.act = apprehended(self.aida, self.case)
        self.sign(self.act, self.aida)
        self.person = str(self.liberty()["person"])
        self.district.exchange()

    def liberty(self) -> Any:
        custody: Any = self.prosecutor.procedure.custody(self.case, "en")
        return custody["persons"][0]

    def findings(self) -> list[str]:
        return [each["code"] for each in self.liberty()["findings"]]

    def open_rules(self) -> list[str]:
        return open_rules(self.prosecutor, self.case)


def open_rules(by: Workspace, case: bytes) -> list[str]:
    told: Any = by.procedure.deadlines(case, "ru", every=True)
    return sorted(each["rule"] for each in told["deadlines"] if each["state"] in ("overdue", "missed"))


@pytest.fixture
def held(district: District) -> Held:
    return Held(district)


@pytest.fixture
def seized(district: District) -> Seized:
    return Seized(district)


def is_held(by: Workspace, case: bytes) -> bool:
    custody: Any = by.procedure.custody(case, "en")
    return bool(custody["persons"][0]["held_now"])


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        ("house_arrest", ("step=changed", *DECIDED, *LATER)),
        ("bail", ("step=changed", "bail_amount=50000", *DECIDED)),
        ("undertaking", ("step=changed", *DECIDED)),
        ("custody", ("step=changed", *DECIDED, *LATER)),
        ("custody", ("step=chosen", "ended_at=2026-08-30 10:00", "end_reason=x")),
    ],
)
def test_custody_that_a_judge_signed_is_not_ended_by_a_draft(held: Held, measure: str, words: tuple[str, ...]) -> None:
    term, missed = held.until(), held.overdue()
    act = held.draft(held.bakyt, *words, measure=measure)
    assert is_held(held.prosecutor, held.case)
    assert held.until() == term
    assert set(missed) <= set(held.overdue())
    assert held.told(act) == ["draft_prolongs_nothing"] * 2
    held.sign(act, held.judge)
    assert held.told(act) == []
    assert held.until() != term or not is_held(held.prosecutor, held.case)


@pytest.mark.parametrize("step", ["step=extended", "step=chosen"])
def test_what_a_judge_signed_is_prolonged_by_a_judge(held: Held, step: str) -> None:
    term = held.until()
    act = held.draft(held.bakyt, step, *COURT, "decided_at=2026-08-30 10:00", "valid_from=2026-09-01 15:00", LATER[1])
    held.sign(act, held.bakyt)
    assert held.until() == term
    assert "D30.1" in held.overdue()
    assert held.told(act) == ["draft_prolongs_nothing"] * 2


def test_a_second_draft_releases_nobody(seized: Seized) -> None:
    before = seized.findings(), seized.open_rules()
    act = make(
        seized.bakyt,
        "apprehension",
        seized.case,
        f"person={seized.person}",
        *SEIZED,
        "released_at=2026-09-19 20:00",
        "release_ground=not_confirmed",
    )
    seized.district.exchange()
    assert seized.liberty()["held_now"]
    assert set(before[0]) <= set(seized.findings())
    assert set(before[1]) <= set(seized.open_rules())
    seized.sign(act, seized.aida)
    assert not seized.liberty()["held_now"]


def test_the_hours_without_a_court_go_on_under_a_draft_of_custody(seized: Seized) -> None:
    before = seized.findings(), seized.open_rules()
    assert "held_without_court" in before[0]
    words = ("measure=custody", "step=chosen", *COURT, "decided_at=2026-09-20 15:00", "valid_from=2026-09-20 15:00")
    term = "valid_until=2026-11-20 15:00"
    make(seized.bakyt, "restraint", seized.case, f"person={seized.person}", *words, term)
    seized.district.exchange()
    assert "held_without_court" in seized.findings()
    assert set(before[1]) <= set(seized.open_rules())


def test_many_drafts_release_no_more_than_one(seized: Seized) -> None:
    ended = ("measure=custody", "ended_at=2026-09-19 20:00", "end_reason=x")
    for _ in range(7):
        make(seized.bakyt, "restraint", seized.case, f"person={seized.person}", *ended)
    seized.district.exchange()
    assert seized.liberty()["held_now"]


def test_a_release_is_recorded_where_nothing_is_signed(district: District) -> None:
    scene = Scene(district)
    person = text(new_person(scene.aida, scene.case))
    words = (*SEIZED, "released_at=2026-09-19 20:00", "release_ground=not_confirmed")
    act = make(scene.aida, "apprehension", scene.case, f"person={person}", *words)
    district.exchange()
    assert not is_held(scene.prosecutor, scene.case)
    told = scene.aida.advice.after_saving(act, "ru", made=False)
    assert "draft_prolongs_nothing" not in [each.code for each in told]


ENDING = {
    "term_extension": (
        "motion_at=2026-08-10 10:00",
        "current_until=2026-08-20",
        "decision=granted",
        "decided_at=2026-08-15 10:00",
        "extended_until=2027-06-20",
        "decided_by=x",
    ),
    "termination": (
        "ground=no_event",
        "decided_at=2026-07-20 15:00",
        "scope=case",
        "rehabilitation_recognised=yes",
    ),
    "suspension": ("ground=perpetrator_unknown", "decided_at=2026-07-10 15:00", "term_expired=yes"),
}


@pytest.mark.parametrize("begun", ["signed", "draft", "both"])
@pytest.mark.parametrize("type_", ENDING)
def test_the_term_of_investigation_runs_out_under_a_draft(district: District, type_: str, begun: str) -> None:
    scene = Scene(district)
    words = ("decided_at=2026-06-20 09:00", "occasion=officer_report", "article=205")
    first = make(scene.aida, "initiation", scene.case, *words)
    if begun != "draft":
        scene.sign(first, scene.aida)
    if begun == "both":
        make(scene.bakyt, "initiation", scene.case, *words)
    district.exchange()
    assert {"D50", "D51"} <= set(open_rules(scene.prosecutor, scene.case))
    act = make(scene.bakyt, type_, scene.case, *ENDING[type_])
    district.exchange()
    assert {"D50", "D51"} <= set(open_rules(scene.prosecutor, scene.case))
    told = scene.bakyt.advice.after_saving(act, "ru", made=False)
    assert "draft_prolongs_nothing" in [each.code for each in told]
    scene.sign(act, scene.bakyt)
    if type_ == "term_extension":
        assert {"D50", "D51"} <= set(open_rules(scene.prosecutor, scene.case))
        told = scene.bakyt.advice.after_saving(act, "ru", made=False)
        assert [each.params["role"] for each in told if each.code == "draft_prolongs_nothing"] == ["prosecutor"]
        consents(scene.prosecutor, act)
        district.exchange()
    assert not {"D50", "D51"} <= set(open_rules(scene.prosecutor, scene.case))


def consents(prosecutor: Workspace, act: bytes) -> None:
    prosecutor.signing.countersign(act, prosecutor.signing.enter(PASSWORD))


def test_the_prosecutor_of_the_level_that_the_law_names_extends_the_investigation(district: District) -> None:
    scene = Scene(district)
    words = ("decided_at=2026-04-20 09:00", "occasion=officer_report", "article=205")
    scene.sign(make(scene.aida, "initiation", scene.case, *words), scene.aida)
    extended = (*ENDING["term_extension"], "prosecutor_level=regional")
    act = make(scene.bakyt, "term_extension", scene.case, *extended)
    scene.sign(act, scene.bakyt)
    assert scene.prosecutor.signing.awaiting() == []
    with pytest.raises(Refused, match="prosecutor_of_higher_level"):
        consents(scene.prosecutor, act)
    oblast = district.open("toktogulov", "prosecutor", office="173")
    district.supervise(scene.aida.me.office, "173")
    district.exchange()
    assert [each.act for each in oblast.signing.awaiting()] == [act]
    consents(oblast, act)
    district.exchange()
    assert not {"D50", "D51"} <= set(open_rules(scene.bakyt, scene.case))
