"""A take-over from paper declares what was on paper alone, and nothing of what was recorded here before it."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from icjims_core.clocks import Dot
from icjims_core.custody import ledger
from icjims_core.deadlines import Now, State, deadlines, shipped_calendar, shipped_rules
from icjims_core.encoding import Value
from icjims_core.law.casefile import CaseFile, Step, case_file, claims
from icjims_core.safeguards import passport
from icjims_core.safeguards.passport import Status
from icjims_core.safeguards.warnings import late_takeovers
from tests.core.workflow.story import CASE, at, file_of, step

A = "person-a"
NOW = at("2026-03-21 12:00")
MEASURE: dict[str, Value] = {"measure": "custody", "measure_until": "2028-03-19 10:00"}
SEGMENTS: dict[str, Value] = {"custody_segments": ["custody 2026-03-19T10:00/2028-03-19T10:00"]}
HELD = replace(step("apprehension", "held", person=A, actual_at="2026-03-19 10:00"), recorded_at=10)


def taken(recorded_at: int, /, **stated: Value) -> Step:
    found = step("takeover", "taken", **{"person": A, "taken_at": "2026-03-21 09:00", **stated})
    return replace(found, recorded_at=recorded_at)


def missed(file: CaseFile) -> set[str]:
    found = deadlines(file, shipped_rules(), shipped_calendar(), Now(NOW))
    return {each.rule for each in found if each.state is State.MISSED}


@pytest.mark.parametrize(
    "stated",
    [{}, MEASURE, SEGMENTS],
    ids=["bare", "measure", "segments"],
)
def test_what_was_recorded_before_it_is_judged_as_if_it_were_not_there(stated: dict[str, Value]) -> None:
    alone = file_of(step("person", A), HELD)
    for several in permutations([step("person", A), HELD, taken(20, **stated)]):
        file = case_file(CASE, several)
        assert missed(file) >= missed(alone) > set()
        acted, before = ledger([file], A, NOW).acted, ledger([alone], A, NOW).acted
        assert (acted.segments, acted.findings) == (before.segments, before.findings)
        marks = {(each.stamp, each.status) for each in passport(file, A, NOW).marks}
        assert marks == {(each.stamp, each.status) for each in passport(alone, A, NOW).marks}
        assert Status.MISSING in {status for _, status in marks}
        assert [(each.code, each.param("step")) for each in late_takeovers(file)] == [("takeover_after_acts", "taken")]


def test_an_older_act_entered_after_it_is_before_it() -> None:
    file = file_of(step("person", A), taken(5, **SEGMENTS), HELD)
    assert late_takeovers(file) == ()
    assert missed(file) == set()
    assert Status.BEFORE_TAKEOVER in {each.status for each in passport(file, A, NOW).marks}
    assert {each.until for each in ledger([file], A, NOW).acted.segments} >= {at("2028-03-19 10:00")}


def test_an_act_in_the_place_of_an_older_one_was_known_since_that_one() -> None:
    new = replace(HELD, id="new", recorded_at=30, units={**HELD.units, "supersedes": ({"supersedes": "held"},)})
    steps = [step("person", A), HELD, taken(20, **MEASURE), new]
    file = case_file(CASE, steps, claims(steps))
    assert [each.id for each in file.of("apprehension")] == ["new"]
    assert missed(file) == missed(file_of(step("person", A), HELD)) > set()


def test_what_was_recorded_of_another_person_takes_nothing_from_it() -> None:
    file = file_of(step("person", A), HELD, taken(20, person="b", **MEASURE))
    assert late_takeovers(file) == ()
    assert ledger([file], "b", NOW).acted.current is not None


@pytest.mark.parametrize(("measure", "late"), [("bail", 0), ("custody", 1), ("house_arrest", 1)])
def test_only_a_measure_that_takes_liberty_was_recorded_before_it(measure: str, late: int) -> None:
    chosen = replace(step("restraint", "chosen", person=A, measure=measure), recorded_at=10)
    assert len(late_takeovers(file_of(step("person", A), chosen, taken(20, **MEASURE)))) == late


@pytest.mark.parametrize(("counter", "late"), [(7, 1), (3, 0)])
def test_of_one_replica_its_order_is_taken_and_not_its_clock(counter: int, late: int) -> None:
    replica = bytes(16)
    held = replace(HELD, made=Dot(replica, 5))
    for clock in (5, 20):
        one = replace(taken(clock, **MEASURE), made=Dot(replica, counter))
        assert len(late_takeovers(file_of(step("person", A), held, one))) == late


ONE, OTHER = bytes(15) + b"\x01", bytes(15) + b"\x02"


def of_two_replicas(*, signed: bool = True, counter: int = 9, taken_at: str = "2026-03-21 09:00") -> list[Step]:
    """Somebody held by an act from one replica, and a take-over from another whose clock is far behind."""
    person = replace(step("person", A), made=Dot(OTHER, counter))
    held = replace(HELD, made=Dot(ONE, 5), signed=signed)
    return [person, held, replace(taken(1, **MEASURE, taken_at=taken_at), made=Dot(OTHER, 9))]


def test_no_clock_puts_a_takeover_before_what_another_replica_recorded_and_somebody_signed() -> None:
    steps = of_two_replicas(counter=3)
    file = case_file(CASE, steps)
    assert [each.code for each in late_takeovers(file)] == ["takeover_after_acts"]
    assert missed(file) >= missed(file_of(step("person", A), HELD)) > set()


@pytest.mark.parametrize(
    "known",
    [{"counter": 9}, {"counter": 12}, {"counter": 3, "signed": False}, {"counter": 3, "taken_at": "2026-03-18 09:00"}],
    ids=["person-came-with-it", "person-came-after-it", "draft", "older-than-the-act"],
)
def test_what_knew_of_the_takeover_or_came_after_what_it_tells_is_after_it(known: dict[str, Any]) -> None:
    assert late_takeovers(case_file(CASE, of_two_replicas(**known))) == ()


def test_a_term_that_is_ordered_after_the_takeover_takes_the_place_of_the_one_on_paper() -> None:
    """However far a paper said that it went."""
    on_paper = taken(1, taken_at="2026-03-18 09:00", custody_segments=["custody 2026-03-01T10:00/2028-03-19T10:00"])
    ordered = {"decided_at": "2026-03-19 10:00", "valid_from": "2026-03-19 10:00", "valid_until": "2026-03-20 10:00"}
    chosen = step("restraint", "chosen", person=A, measure="custody", step="chosen", decision="granted", **ordered)
    found = ledger([file_of(step("person", A), on_paper, replace(chosen, recorded_at=10))], A, NOW).acted
    assert [each.until for each in found.segments] == [at("2026-03-20 10:00")]
    assert "held_after_term" in {each.code for each in found.findings}


def test_who_is_seized_after_the_takeover_has_the_hours_without_a_court_whatever_the_paper_planned() -> None:
    on_paper = taken(1, taken_at="2026-03-18 09:00", custody_segments=["custody 2026-03-01T10:00/2028-03-19T10:00"])
    found = ledger([file_of(step("person", A), on_paper, HELD)], A, NOW).acted
    assert {"apprehended_while_held", "held_without_court"} <= {each.code for each in found.findings}
