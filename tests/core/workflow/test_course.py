"""Worked examples: the state of a case and of each person by what is recorded, whatever order it came in."""

from __future__ import annotations

import pytest

from icjims_core.law.casefile import Step
from icjims_core.workflow import CaseStates, derive
from tests.core.workflow.story import CASE, annulled, at, disputed, file_of, step

A, B = "person-a", "person-b"


def opened(*more: Step, persons: tuple[str, ...] = (A,)) -> CaseStates:
    """The states of a case that was reported, registered and initiated, after more steps."""
    begun = [
        step("case", CASE, received_at="2026-03-01 09:00", registered_at="2026-03-01 10:00"),
        step("initiation", "initiation", decided_at="2026-03-05 12:00"),
        *(step("person", each) for each in persons),
    ]
    return derive(file_of(*begun, *more))


def charge(person: str, moment: str, record: str = "") -> Step:
    return step("charge", record, person=person, ordered_at=moment)


def codes_of(states: CaseStates) -> set[str]:
    return {each.code for each in states.case.findings}


def test_a_reported_case_without_a_number_is_only_reported() -> None:
    assert derive(file_of(step("case", CASE, received_at="2026-03-01 09:00"))).case.state == "reported"


def test_the_end_of_a_case_concerns_only_those_who_were_suspected() -> None:
    victim = step("participant", person=B, role="victim", status_from="2026-03-05 13:00")
    ended = step("termination", scope="case", decided_at="2026-04-01 10:00")
    states = opened(charge(A, "2026-03-06 10:00"), victim, ended, persons=(A, B))
    assert (states.case.state, states.persons[A].state, states.persons[B].state) == (
        "terminated",
        "discharged",
        "victim",
    )
    assert states.persons[B].findings == ()


def test_investigative_actions_are_in_their_place_whatever_came_before() -> None:
    for type_name, values in (
        ("interrogation", {"capacity": "suspect", "started_at": "2026-03-06 10:00"}),
        ("inspection", {"kind": "objects", "started_at": "2026-03-06 10:00"}),
        ("expert_examination", {"ordered_at": "2026-03-06 10:00"}),
        ("protocol", {"kind": "copying", "started_at": "2026-03-06 10:00"}),
    ):
        assert opened(step(type_name, **values)).case.findings == (), type_name


def test_each_of_several_accused_has_a_verdict_and_goes_his_own_way() -> None:
    steps = [charge(A, "2026-03-06 10:00"), charge(B, "2026-03-06 10:00")]
    steps.append(step("familiarisation", person=A, announced_at="2026-04-01 10:00"))
    steps.append(step("indictment", drawn_at="2026-04-02 10:00", sent_at="2026-04-03 10:00"))
    steps.append(
        step("prosecutor_decision", received_at="2026-04-03 11:00", decision="approved", decided_at="2026-04-03 12:00")
    )
    steps.append(step("court_receipt", received_at="2026-04-06 10:00"))
    steps.append(step("hearing", kind="trial", started_at="2026-04-20 10:00"))
    for person, kind in ((A, "guilty_punishment"), (B, "guilty_probation")):
        steps.append(step("verdict", person=person, kind=kind, pronounced_at="2026-04-20 15:00"))
        steps.append(
            step("entry_into_force", person=person, in_force_at="2026-05-21 10:00", sent_at="2026-05-22 10:00")
        )
    steps.append(step("imprisonment", person=A, admitted_at="2026-05-28 10:00"))
    steps.append(step("supervision", person=B, kind="executive", registered_at="2026-05-29 10:00"))
    states = opened(*steps, persons=(A, B))
    assert (states.case.state, states.persons[A].state, states.persons[B].state) == ("execution", "prisoner", "client")
    assert codes_of(states) == set()


def test_an_appeal_that_was_not_withdrawn_lacks_no_time() -> None:
    found = opened(step("appeal", appealed_act="verdict", filed_at="2026-05-01 10:00"))
    assert "step_undated" not in codes_of(found)


def test_the_number_of_the_register_registers_a_case_and_is_never_out_of_place_later() -> None:
    reported = step("case", CASE, received_at="2026-03-01 09:00")
    number = step("register_entry", registered_at="2026-03-01 10:00")
    assert derive(file_of(reported, number)).case.state == "registered"
    assert derive(file_of(reported, annulled(number))).case.state == "reported"
    later = opened(number, step("register_entry", registered_at="2026-03-09 10:00"))
    assert (later.case.state, codes_of(later)) == ("investigation", set())


def test_an_act_of_the_closed_list_begins_the_check() -> None:
    steps = [
        step("case", CASE, registered_at="2026-03-01 10:00"),
        step("inspection", kind="scene", started_at="2026-03-01 12:00"),
    ]
    assert derive(file_of(*steps)).case.state == "check"


def test_a_refusal_annulled_by_the_prosecutor_is_a_check_again() -> None:
    steps = [
        step("case", CASE, registered_at="2026-03-01 10:00"),
        step("refusal", "refusal", decided_at="2026-03-10 10:00"),
        step(
            "prosecutor_act",
            act="refusal",
            target_type="refusal",
            decision="annul_further_check",
            decided_at="2026-03-20 10:00",
        ),
    ]
    assert derive(file_of(*steps)).case.state == "check"
    assert derive(file_of(*steps), at("2026-03-15 00:00")).case.state == "refused"
    assert derive(file_of(*steps[:1], annulled(steps[1]))).case.state == "registered"


def test_a_suspension_ends_when_the_prosecutor_does_not_uphold_it() -> None:
    stated = {"ground": "illness", "whole_case": "yes", "decided_at": "2026-04-01 10:00"}
    assert opened(step("suspension", **stated)).case.state == "suspended"
    checked = {"prosecutor_conclusion": "annulled", "prosecutor_checked_at": "2026-04-08 10:00"}
    assert opened(step("suspension", **stated, **checked)).case.state == "investigation"


def test_a_suspension_for_one_of_two_accused_leaves_the_case_under_investigation() -> None:
    charged = [charge(A, "2026-03-10 10:00"), charge(B, "2026-03-11 10:00")]
    one = step("suspension", person=A, whole_case="no", decided_at="2026-04-01 10:00")
    other = step("suspension", person=B, whole_case="no", decided_at="2026-04-03 10:00")
    assert opened(*charged, one, persons=(A, B)).case.state == "investigation"
    both = opened(*charged, one, other, persons=(A, B)).case
    assert (both.state, both.acted.since) == ("suspended", at("2026-04-03 10:00"))


def test_the_case_ends_when_the_last_accused_is_discharged() -> None:
    charged = [charge(A, "2026-03-10 10:00"), charge(B, "2026-03-11 10:00")]
    first = step("termination", scope="person", person=A, decided_at="2026-04-01 10:00")
    last = step("termination", scope="person", person=B, decided_at="2026-04-09 10:00")
    found = opened(*charged, first, persons=(A, B))
    assert (found.case.state, found.persons[A].state, found.persons[B].state) == (
        "investigation",
        "discharged",
        "accused",
    )
    assert opened(*charged, first, last, persons=(A, B)).case.state == "terminated"


def test_termination_of_the_whole_case_discharges_everyone_and_annulling_it_brings_back() -> None:
    ended = step("termination", "ended", scope="case", decided_at="2026-04-01 10:00")
    found = opened(charge(A, "2026-03-10 10:00"), ended)
    assert (found.case.state, found.persons[A].state) == ("terminated", "discharged")
    back = step(
        "prosecutor_act", act="ended", target_type="termination", decision="annul", decided_at="2026-04-09 10:00"
    )
    found = opened(charge(A, "2026-03-10 10:00"), ended, back)
    assert (found.case.state, found.persons[A].state) == ("investigation", "accused")


def test_nobody_is_accused_before_the_charge() -> None:
    held = step("apprehension", person=A, actual_at="2026-03-07 23:40")
    named = step("participant", person=A, role="accused", status_from="2026-03-06 10:00")
    assert opened(named).persons[A].state == "mentioned"
    assert opened(named, held).persons[A].state == "suspect"
    assert opened(named, held, charge(A, "2026-03-08 20:00")).persons[A].state == "accused"


def test_an_annulled_charge_returns_the_person_to_where_he_was() -> None:
    held = step("apprehension", person=A, actual_at="2026-03-07 23:40")
    charged = charge(A, "2026-03-08 20:00", "charged")
    back = step("prosecutor_act", act="charged", target_type="other", decision="annul", decided_at="2026-03-20 10:00")
    assert opened(held, charged, back).persons[A].state == "suspect"
    assert opened(charged, back).persons[A].state == "mentioned"
    other = step(
        "prosecutor_act", act="initiation", target_type="other", decision="annul", decided_at="2026-03-20 10:00"
    )
    assert opened(held, charged, other).persons[A].state == "accused"


def test_a_release_because_the_suspicion_fell_ends_the_standing_of_a_suspect() -> None:
    stated = {"person": A, "actual_at": "2026-03-07 23:40", "released_at": "2026-03-09 10:00"}
    assert opened(step("apprehension", **stated, release_ground="not_confirmed")).persons[A].state == "mentioned"
    assert opened(step("apprehension", **stated, release_ground="no_need")).persons[A].state == "suspect"


def test_an_acquitted_is_so_at_once_a_convicted_only_when_the_verdict_is_in_force() -> None:
    def judged(kind: str, *more: Step) -> str:
        verdict = step("verdict", "verdict", person=A, kind=kind, pronounced_at="2026-06-01 10:00")
        return opened(charge(A, "2026-03-10 10:00"), verdict, *more).persons[A].state

    force = step("entry_into_force", verdict="verdict", person=A, in_force_at="2026-07-02 00:00")
    assert judged("acquitted") == "acquitted"
    assert judged("acquitted", force) == "acquitted"
    assert judged("guilty_punishment") == "accused"
    assert judged("guilty_punishment", force) == "convicted"


def test_a_step_that_is_missing_is_named_and_does_not_stop_the_case() -> None:
    found = opened(charge(A, "2026-03-10 10:00"), step("court_receipt", received_at="2026-05-01 10:00"))
    assert (found.case.state, codes_of(found)) == ("in_court", {"step_missing_before"})


@pytest.mark.parametrize(
    "early",
    [
        step("supervision", kind="executive", person=A, registered_at="2026-05-10 09:00"),
        step("imprisonment", person=A, admitted_at="2026-05-10 09:00"),
        step("imprisonment", person=A, released_at="2026-05-10 09:00", release_ground="served"),
        step("deregistration", person=A, reason="term_over", ended_on="2026-05-10 00:00"),
        step("expungement", person=A, expunged_on="2026-05-10 00:00"),
    ],
    ids=lambda each: each.type,
)
def test_no_execution_is_presumed_while_the_court_has_the_case(early: Step) -> None:
    found = opened(charge(A, "2026-03-10 10:00"), step("court_receipt", received_at="2026-05-01 10:00"), early)
    assert found.case.state == "in_court"


def test_a_verdict_that_nobody_appealed_lets_the_execution_be_presumed() -> None:
    verdict = step("verdict", person=A, kind="guilty_probation", pronounced_at="2026-05-05 10:00")
    supervised = step("supervision", kind="executive", person=A, registered_at="2026-06-10 09:00")
    found = opened(charge(A, "2026-03-10 10:00"), verdict, supervised)
    assert (found.case.state, "step_missing_before" in codes_of(found)) == ("execution", True)


def test_a_step_out_of_place_is_named_and_changes_nothing() -> None:
    ended = step("termination", scope="case", decided_at="2026-04-01 10:00")
    late = step("suspension", whole_case="yes", decided_at="2026-04-05 10:00")
    found = opened(ended, late)
    assert (found.case.state, codes_of(found)) == ("terminated", {"step_out_of_place"})


def test_a_step_without_its_time_does_not_count_and_is_named() -> None:
    found = opened(step("suspension", "s", whole_case="yes", ground="illness"))
    assert (found.case.state, codes_of(found)) == ("investigation", {"step_undated"})


def test_what_lacks_its_time_is_told_once_of_those_whom_it_names_and_of_the_case_where_it_names_nobody() -> None:
    victim = step("participant", person=B, role="victim", status_from="2026-03-05 13:00")
    found = opened(victim, step("charge", "c", person=A), persons=(A, B))
    told = {name: [each.param("step") for each in of.findings] for name, of in found.persons.items()}
    assert told == {A: ["c"], B: []}
    assert [each.param("step") for each in found.case.findings] == []
    ended = opened(step("termination", "t", scope="case"), persons=(A, B))
    assert [each.findings for each in ended.persons.values()] == [(), ()]
    assert [each.param("step") for each in ended.case.findings] == ["t"]


def test_readings_in_conflict_are_all_computed_and_the_mildest_is_acted_on() -> None:
    verdict = step("verdict", "verdict", person=A, pronounced_at="2026-06-01 10:00")
    kinds = [{"kind": each, "pronounced_at": "2026-06-01 10:00"} for each in ("guilty_punishment", "acquitted")]
    unit = verdict.declared.by_name["kind"].unit
    own = verdict.declared.by_name["pronounced_at"].unit
    standing = kinds if unit == own else [{"kind": each["kind"]} for each in kinds]
    found = opened(charge(A, "2026-03-10 10:00"), disputed(verdict, unit, *standing)).persons[A]
    assert found.in_conflict
    assert found.state == "acquitted"
    assert set(found.states) == {"acquitted", "accused"}


def test_a_day_without_the_hour_goes_where_it_fits() -> None:
    supervised = step("supervision", kind="executive", person=A, registered_at="2026-07-10 09:00")
    gone = step("deregistration", person=A, reason="term_over", ended_on="2026-07-10 00:00")
    force = step("entry_into_force", person=A, in_force_at="2026-07-02 00:00")
    found = opened(charge(A, "2026-03-10 10:00"), force, supervised, gone)
    assert found.persons[A].state == "released"


def test_a_taken_over_case_begins_in_the_declared_state() -> None:
    taken = step("takeover", stage="in_court", stage_at="2026-05-01 09:00", taken_at="2026-08-01 09:00")
    person = step(
        "takeover",
        person=A,
        person_state="accused",
        stage="in_court",
        stage_at="2026-05-01 09:00",
        taken_at="2026-08-01 09:00",
    )
    heard = step("hearing", kind="trial", started_at="2026-08-10 10:00")
    found = derive(file_of(step("case", CASE), step("person", A), taken, person, heard))
    assert (found.case.state, found.persons[A].state, found.case.findings) == ("trial", "accused", ())


def test_a_case_joined_to_another_is_joined_and_the_other_goes_on() -> None:
    joined = step("joinder", kind="join", other_case=CASE, decided_at="2026-04-01 10:00")
    taking = step("joinder", kind="join", other_case="case-2", decided_at="2026-04-01 10:00")
    assert opened(joined).case.state == "joined"
    assert opened(taking).case.state == "investigation"


def test_a_transfer_ends_with_its_own_receipt() -> None:
    sent = step("handover", "sent", kind="jurisdiction", sent_at="2026-04-01 10:00")
    other = step("handover_receipt", handover="box", received_at="2026-04-02 10:00")
    own = step("handover_receipt", handover="sent", received_at="2026-04-03 10:00")
    assert opened(sent, other).case.state == "transferred"
    assert opened(sent, other, own).case.state == "investigation"


@pytest.mark.parametrize("kind", ["material", "errand", "to_prosecutor"])
def test_sending_other_things_does_not_move_the_case(kind: str) -> None:
    assert opened(step("handover", kind=kind, sent_at="2026-04-01 10:00")).case.state == "investigation"


def test_an_act_that_is_to_stand_in_anothers_place_is_not_out_of_place_before_it_does() -> None:
    ended = {"scope": "case", "decided_at": "2026-04-01 10:00"}
    old = step("termination", "old", **ended)
    assert "step_out_of_place" in codes_of(
        opened(charge(A, "2026-03-06 10:00"), old, step("termination", "twice", **ended))
    )
    new = step("termination", "new", supersedes="old", **ended)
    states = opened(charge(A, "2026-03-06 10:00"), old, new)
    told = {each.code for one in (states.case, *states.persons.values()) for each in one.findings}
    assert (states.case.state, "step_out_of_place" in told) == ("terminated", False)
