"""The passport tells of every right whether it was kept, by what and when, or why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from icjims_core.law.casefile import Step, as_one
from icjims_core.safeguards import Mark, Passport, Status, blocking, passport, stamps
from tests.core.workflow.story import CASE, annulled, at, disputed, file_of, step

A = "person-a"
NOW = "2026-03-08 12:00"
TAKEN = "2026-03-07 23:40"


def of(*steps: Step, now: str = NOW, compartments: tuple[str, ...] = (), **person: Any) -> Passport:
    begun = [step("case", CASE), step("person", A, **person)]
    return passport(file_of(*begun, *steps), A, at(now), compartments)


def apprehended(record: str = "held", **values: str) -> Step:
    return step("apprehension", record, person=A, actual_at=TAKEN, **values)


def one(found: Passport, code: str) -> Mark:
    (mark,) = found.of(code)
    return mark


def test_a_right_that_was_kept_names_its_evidence() -> None:
    mark = one(of(apprehended(rights_explained_at="2026-03-07 23:45")), "rights_explained")
    assert mark.status is Status.MET
    assert mark.evidence is not None
    assert (mark.evidence.step, mark.evidence.field, mark.evidence.at) == (
        "held",
        "rights_explained_at",
        at("2026-03-07 23:45"),
    )
    assert not mark.overdue(at(NOW))


def test_a_right_not_kept_is_missing_and_a_recorded_reason_explains_it() -> None:
    assert one(of(apprehended()), "lawyer_present").status is Status.MISSING
    mark = one(of(apprehended(lawyer_missing_reason="none in the raion")), "lawyer_present")
    assert (mark.status, mark.reason) == (Status.EXPLAINED, "none in the raion")
    both = apprehended(lawyer_missing_reason="none at night", lawyer_arrived_at="2026-03-08 08:00")
    assert one(of(both), "lawyer_present").status is Status.MET


def test_without_an_occasion_nothing_applies() -> None:
    assert {each.status for each in of().marks} == {Status.NOT_APPLICABLE}


def test_what_an_annulled_act_called_for_is_told_as_annulled_and_not_as_nothing() -> None:
    mark = one(of(annulled(apprehended())), "lawyer_present")
    assert (mark.status, mark.occasion) == (Status.ANNULLED, apprehended().id)
    both = of(annulled(apprehended()), replace(apprehended(), id="z"))
    assert one(both, "lawyer_present").status is Status.MISSING


@pytest.mark.parametrize(
    ("said", "born", "status"),
    [
        ("no", {}, Status.NOT_APPLICABLE),
        ("no", {"birth_date": "1990-05-01"}, Status.NOT_APPLICABLE),
        ("no", {"birth_date": "2010-05-01"}, Status.ANNULLED),
        ("yes", {}, Status.ANNULLED),
    ],
)
def test_annulling_what_was_done_to_an_adult_calls_for_no_right_of_a_child(
    said: str, born: dict[str, Any], status: Status
) -> None:
    found = of(annulled(apprehended(is_child=said)), **born)
    rights = ("parents", "child_body", "child_heard_by_prosecutor")
    assert {code: one(found, code).status for code in rights} == dict.fromkeys(rights, status)


@pytest.mark.parametrize(
    ("sent", "late"), [("2026-03-08 11:40", False), ("2026-03-08 11:41", True)], ids=["in-time", "late"]
)
def test_the_prosecutor_has_the_copy_within_12_hours_of_the_deed(sent: str, *, late: bool) -> None:
    mark = one(of(apprehended(order_at="2026-03-08 02:00", copy_to_prosecutor_at=sent)), "prosecutor_copy")
    assert (mark.due, mark.late) == (at("2026-03-08 11:40"), late)


@pytest.mark.parametrize(("child", "due"), [("no", "2026-03-09 20:40"), ("yes", "2026-03-08 20:40")])
def test_the_judge_within_45_hours_a_child_within_21(child: str, due: str) -> None:
    mark = one(of(apprehended(is_child=child)), "judge_in_time")
    assert (mark.status, mark.due) == (Status.MISSING, at(due))
    assert not mark.overdue(at(due))
    assert mark.overdue(at(due) + timedelta(minutes=1))


def test_who_was_wanted_has_a_term_of_his_own() -> None:
    found = of(apprehended(ground="wanted"))
    assert one(found, "judge_in_time").status is Status.NOT_APPLICABLE
    assert one(found, "judge_in_time_wanted").due == at("2026-03-09 23:40")


def test_rights_of_children_and_foreigners_apply_to_them() -> None:
    found = of(apprehended(is_child="yes", foreigner="yes", parents_notified_at="2026-03-08 02:41"))
    assert one(found, "parents").late
    assert one(found, "child_body").status is Status.MISSING
    assert one(found, "embassy").status is Status.MISSING
    plain = of(apprehended())
    assert {one(plain, code).status for code in ("parents", "child_body", "embassy")} == {Status.NOT_APPLICABLE}


def test_an_interpreter_is_due_to_who_needs_one() -> None:
    assert one(of(apprehended()), "interpreter").status is Status.NOT_APPLICABLE
    assert one(of(apprehended(), interpreter_needed="yes"), "interpreter").status is Status.MISSING


def test_a_call_that_failed_is_no_call() -> None:
    assert one(of(apprehended(phone_call_effective="no")), "own_call").status is Status.MISSING
    assert one(of(apprehended(phone_call_effective="yes")), "own_call").status is Status.MET


def test_an_examination_counts_only_after_the_apprehension() -> None:
    before = step("medical_examination", person=A, examined_at="2026-03-07 20:00")
    after = step("medical_examination", "doctor", person=A, examined_at="2026-03-08 01:00")
    assert one(of(apprehended(), before), "doctor").status is Status.MISSING
    mark = one(of(apprehended(), before, after), "doctor")
    assert mark.evidence is not None
    assert mark.evidence.step == "doctor"


def test_every_delivery_asks_for_its_own_examination() -> None:
    deliveries = [
        step("facility_admission", person=A, admitted_at=moment) for moment in ("2026-03-08 01:00", "2026-03-09 18:00")
    ]
    seen = step("medical_examination", person=A, examined_at="2026-03-08 02:00")
    marks = of(*deliveries, seen).of("examined_on_delivery")
    assert sorted(each.status for each in marks) == [Status.MET, Status.MISSING]


def test_what_one_reading_denies_is_not_kept() -> None:
    told = apprehended(rights_explained_at="2026-03-07 23:45")
    unit = told.declared.by_name["rights_explained_at"].unit
    stated = told.units[unit][0]
    denied = disputed(told, unit, stated, {**stated, "rights_explained_at": None})
    assert one(of(denied), "rights_explained").status is Status.MISSING
    later = disputed(told, unit, stated, {**stated, "rights_explained_at": "2026-03-08 09:00"})
    evidence = one(of(later), "rights_explained").evidence
    assert evidence is not None
    assert evidence.at == at("2026-03-08 09:00")


def test_before_the_take_over_nothing_is_met_or_missed() -> None:
    taken = step("takeover", stage="investigation", stage_at="2026-03-01 10:00", taken_at="2026-03-20 10:00")
    assert one(of(taken, apprehended()), "lawyer_present").status is Status.BEFORE_TAKEOVER
    kept = apprehended(lawyer_arrived_at="2026-03-08 08:00")
    assert one(of(taken, kept), "lawyer_present").status is Status.MET
    later = step("apprehension", person=A, actual_at="2026-03-21 10:00")
    assert one(of(taken, later), "lawyer_present").status is Status.MISSING


def test_a_custody_declared_on_taking_over_is_before_it() -> None:
    taken = step(
        "takeover",
        person=A,
        person_state="accused",
        taken_at="2026-03-20 10:00",
        custody_segments=["custody 2026-03-01T10:00/"],
    )
    found = of(taken, now="2026-03-21 10:00")
    assert one(found, "lawyer_present").status is Status.BEFORE_TAKEOVER
    assert one(found, "embassy").status is Status.NOT_APPLICABLE


def test_a_sealed_complaint_leaves_no_trace_in_the_passport_of_others() -> None:
    complaint = step("allegation", person=A, received_at="2026-03-08 09:00")
    codes = {each.code for each in stamps().stamp if each.on == "allegation"}
    shut = of(apprehended(), complaint)
    assert {each.stamp for each in shut.marks} & codes == set()
    assert "held" in {each.occasion for each in shut.marks}
    opened = of(apprehended(), complaint, compartments=("torture_allegation",))
    assert one(opened, "complaint_forwarded").due == at("2026-03-08 21:00")


def test_the_absence_of_a_complaint_reads_like_a_sealed_one() -> None:
    complaint = step("allegation", person=A, received_at="2026-03-08 09:00")
    assert of(apprehended(), complaint) == of(apprehended())


def interrogated(**values: str) -> Step:
    return step("interrogation", "asked", person=A, capacity="suspect", started_at="2026-03-08 09:00", **values)


def held_back(act: Step, *steps: Step) -> set[str]:
    case = file_of(step("case", CASE), step("person", A), *steps, act)
    return {each.stamp for each in blocking(case, act, at(NOW))}


def test_signing_waits_for_the_lawyer_and_the_rights_or_for_a_reason() -> None:
    plain = interrogated()
    assert held_back(plain, apprehended()) == {"rights_explained", "lawyer_present", "lawyer_at_interrogation"}
    told = apprehended(rights_missing_reason="unconscious", lawyer_arrived_at="2026-03-08 08:30")
    assert held_back(interrogated(lawyer_present="yes"), told) == set()
    assert held_back(interrogated(lawyer_missing_reason="refused to come"), told) == set()


def test_signing_does_not_wait_for_what_another_interrogation_lacks() -> None:
    other = step("interrogation", "other", person=A, capacity="suspect", started_at="2026-03-08 07:00")
    assert held_back(interrogated(lawyer_present="yes"), other) == set()


def test_a_witness_is_heard_without_these() -> None:
    heard = step("interrogation", person=A, capacity="witness", started_at="2026-03-08 09:00")
    assert held_back(heard, apprehended()) == set()


@pytest.mark.parametrize("kind", ["prosecutor_act", "medical_examination", "motion", "handover"])
def test_nothing_holds_back_what_helps_the_person(kind: str) -> None:
    act = step(kind, person=A) if kind != "handover" else step(kind, kind="material")
    assert held_back(act, apprehended()) == set()


def test_a_right_kept_in_a_joined_case_counts_and_what_concerns_that_case_alone_does_not() -> None:
    own = file_of(step("case", CASE), step("person", A), apprehended())
    told = step("interrogation", person=A, capacity="suspect", started_at="2026-03-08 09:00", interpreter="part")
    taken = step("takeover", taken_at="2026-04-01 09:00", stage="investigation", stage_at="2026-04-01 09:00")
    again = step("apprehension", "again", person=A, actual_at="2026-03-20 10:00")
    sealed = step("allegation", person=A, received_at="2026-03-21 10:00")
    other = file_of(step("case", "case-2"), told, taken, again, sealed, case="case-2")
    whole = as_one([own, other, own])
    assert {each.id for each in whole.steps} == {each.id for each in own.steps} | {told.id, "again"}
    found = passport(own, A, at("2026-04-02 12:00"), others=[other])
    marks = {each.occasion: each.status for each in found.of("rights_explained")}
    assert marks == {"held": Status.MISSING, "again": Status.BEFORE_TAKEOVER}


def test_what_was_before_the_take_over_of_one_of_two_joined_cases_is_so_in_that_one_alone() -> None:
    taken = step("takeover", person=A, person_state="accused", taken_at="2026-04-01 09:00")
    again = step("apprehension", "again", person=A, actual_at="2026-03-20 10:00")
    own = file_of(step("case", CASE), step("person", A), taken, apprehended())
    other = file_of(step("case", "case-2"), step("person", A), again, case="case-2")
    for files, missing in (((own, other), "again"), ((other, own), "again")):
        found = passport(files[0], A, at("2026-04-02 12:00"), others=files[1:])
        marks = {each.occasion: each.status for each in found.of("lawyer_present")}
        assert {each for each, status in marks.items() if status is Status.MISSING} == {missing}
        assert marks["held"] is Status.BEFORE_TAKEOVER


@pytest.mark.parametrize(
    ("born", "child"),
    [
        ({"birth_date": "2008-03-08"}, True),  # eighteen on the next day
        ({"birth_date": "2008-03-07"}, False),
        ({"birth_year": 2008}, True),  # he may be
        ({"estimated_age": 17}, True),
        ({}, False),
    ],
    ids=["born-that-day", "eighteen", "year", "estimated", "unknown"],
)
def test_a_child_is_known_by_his_birth_where_nobody_said_it(born: dict[str, Any], *, child: bool) -> None:
    found = of(apprehended(is_child="no"), **born)
    expected = Status.MISSING if child else Status.NOT_APPLICABLE
    rights = ("parents", "child_body", "child_heard_by_prosecutor")
    assert {code: one(found, code).status for code in rights} == dict.fromkeys(rights, expected)
    assert one(found, "judge_in_time").due == at("2026-03-08 20:40" if child else "2026-03-09 20:40")


def test_a_child_is_questioned_with_a_representative_whoever_forgot_to_say_that_he_is_one() -> None:
    asked = step("interrogation", "q", person=A, capacity="suspect", started_at="2026-03-08 03:00")
    assert one(of(asked, birth_date="2010-05-01"), "representative_of_child").status is Status.MISSING
    assert one(of(asked, birth_date="1990-05-01"), "representative_of_child").status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("born", "said"),
    [
        ({"birth_date": "2010-05-01"}, {"capacity": "witness"}),
        ({}, {"is_child": "yes"}),
        ({}, {"interpreter": "participant-i"}),
        ({}, {"capacity": "suspect", "confession": "yes"}),
        ({}, {"recording_grounds": ["psychiatric"]}),
    ],
    ids=["child", "said-to-be-a-child", "through-an-interpreter", "confession", "ground"],
)
def test_a_recording_is_due_by_what_the_interrogation_was_whatever_its_officer_ticked(
    born: dict[str, Any], said: dict[str, Any]
) -> None:
    asked = step("interrogation", "asked", person=A, started_at="2026-03-08 10:00", **said)
    assert one(of(asked, **born), "recording").status is Status.MISSING
    kept = step("interrogation", "asked", person=A, started_at="2026-03-08 10:00", recorded="yes", **said)
    assert one(of(kept, **born), "recording").status is Status.MET


def test_of_an_adult_who_confesses_nothing_no_recording_is_due() -> None:
    asked = step("interrogation", "asked", person=A, started_at="2026-03-08 10:00", capacity="witness")
    assert one(of(asked, birth_date="1990-05-01"), "recording").status is Status.NOT_APPLICABLE
