"""Terms are counted over cases joined or severed: custody in all of them, the investigation by the earliest."""

from __future__ import annotations

from icjims_core.deadlines import Deadline, Now, State, deadlines, shipped_calendar, shipped_rules
from icjims_core.law.casefile import CaseFile, Step
from tests.core.workflow.story import CASE, at, file_of, step

A = "person-a"
OTHER = "case-2"
NOW = Now(at("2026-03-20 12:00"))


def due(rule: str, own: CaseFile, *others: CaseFile) -> list[Deadline]:
    found = deadlines(own, shipped_rules(), shipped_calendar(), NOW, others)
    return [each for each in found if each.rule == rule]


def begun(case: str, moment: str, *steps: Step) -> CaseFile:
    initiation = step("initiation", decided_at=moment, article="205", part="1")
    return file_of(step("case", case, received_at=moment, registered_at=moment), initiation, *steps, case=case)


def held(moment: str, **ended: str) -> Step:
    chosen = {"measure": "custody", "step": "chosen", "decision": "granted", "decided_at": moment}
    return step("restraint", person=A, valid_from=moment, **chosen, **ended)


def joinder(kind: str = "join") -> Step:
    return step("joinder", kind=kind, decided_at="2026-03-10 10:00", other_case=OTHER, clock_rule="own_initiation")


def test_the_investigation_of_joined_cases_runs_from_the_earliest_initiation_and_of_severed_ones_does_not() -> None:
    earlier = begun(OTHER, "2026-02-18 10:00")
    for kind, day in (("join", "2026-03-18"), ("sever", "2026-04-02")):
        own = begun(CASE, "2026-03-02 10:00", joinder(kind))
        (alone,), (together,) = due("D50", own), due("D50", own, earlier)
        assert (str(alone.due_day), str(together.due_day)) == ("2026-04-02", day), kind


def test_custody_in_a_severed_case_counts_in_the_whole_term() -> None:
    own = begun(CASE, "2026-03-01 10:00", joinder("sever"), held("2026-03-10 10:00"))
    other = begun(OTHER, "2026-01-10 10:00", held("2026-01-12 10:00", ended_at="2026-02-12 10:00"))
    (alone,), (together,) = due("D33.1", own), due("D33.1", own, other)
    assert alone.due is not None
    assert together.due is not None
    assert (alone.due - together.due).days in (31, 32)


def test_what_runs_in_the_other_case_is_no_matter_of_this_one() -> None:
    own = begun(CASE, "2026-03-02 10:00", joinder())
    taken = step("apprehension", person=A, actual_at="2026-03-03 10:00")
    other = begun(OTHER, "2026-02-20 10:00", taken)
    rules = {each.rule for each in deadlines(own, shipped_rules(), shipped_calendar(), NOW, [other])}
    assert "D20" not in rules
    assert {each.rule for each in deadlines(other, shipped_rules(), shipped_calendar(), NOW)} >= {"D20"}
    assert len(due("D07", own, other)) == len(due("D07", own))


def test_what_ended_before_a_case_was_taken_over_from_paper_is_so_in_that_case_alone() -> None:
    taken = step("takeover", taken_at="2026-03-19 09:00", stage="investigation", stage_at="2026-03-01 10:00")
    own = begun(CASE, "2026-02-02 10:00", joinder())
    other = begun(OTHER, "2026-02-10 10:00", taken)
    (term,) = due("D50", own, other)
    assert term.due_day is not None
    assert term.due_day < NOW.moment.date()
    assert term.state is State.MISSED
    (theirs,) = due("D50", begun(OTHER, "2026-02-10 10:00", taken))
    assert theirs.state is State.BEFORE_TAKEOVER


def test_the_initiation_that_a_take_over_states_counts_in_joined_cases_and_not_in_severed_ones() -> None:
    stated = {"stage": "investigation", "stage_at": "2026-02-18 10:00", "initiated_at": "2026-02-18 10:00"}
    for kind, day in (("join", "2026-03-18"), ("sever", "2026-04-02")):
        taken = step("takeover", taken_at="2026-03-05 09:00", **stated)
        own, other = begun(CASE, "2026-03-02 10:00", joinder(kind)), file_of(step("case", OTHER), taken, case=OTHER)
        (together,) = due("D50", own, other)
        assert str(together.due_day) == day, kind
