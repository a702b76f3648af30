"""Safeguards against ill-treatment (I1–I8)."""

from __future__ import annotations

from datetime import UTC, date, datetime

from icjims_core.custody.monitoring import held_on
from icjims_core.deadlines.rules import shipped_rules
from icjims_core.encoding import Nested, Value
from icjims_core.law.casefile import CaseFile, Step, case_file, units_from
from icjims_core.law.finding import finding_text
from icjims_core.modules import record_type
from icjims_core.safeguards.alerts import changed_times, protocol_gaps
from icjims_core.safeguards.passport import Status, passport
from icjims_core.safeguards.stamps import stamps
from icjims_core.safeguards.warnings import challenged_evidence
from tests.rights.forms import are_assessments, are_special, asked, codes_of, field, only_grow

PERSON = "00000000-0000-7000-8000-000000000001"
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def step(number: int, type_name: str, **values: Value) -> Step:
    declared = record_type(type_name)
    name = f"00000000-0000-7000-8000-{number:012}"
    return Step(name, type_name, declared, units_from(declared, values), recorded_at=1_772_000_000_000 + number)


def held(**values: Value) -> CaseFile:
    """A case with one person, apprehended."""
    person = step(1, "person", surname="Асанов")
    return case_file("case", [person, step(2, "apprehension", person=PERSON, **values)])


def test_i1_actual_and_protocol_time_stand_apart_and_a_gap_or_a_later_change_is_told() -> None:
    assert only_grow("apprehension.actual_times")
    assert field("apprehension.order_at").derived is None
    assert field("apprehension.actual_at").unit != field("apprehension.order_at").unit
    at: Nested = {"at": "2026-03-07T10:00+06:00", "source": "officer"}
    later: Nested = {"at": "2026-03-07T13:30+06:00", "source": "officer"}

    quick = held(actual_times=[at], order_at="2026-03-07T12:00+06:00")
    slow = held(actual_times=[at], order_at="2026-03-07T13:01+06:00")
    changed = held(actual_times=[at, later], order_at="2026-03-07T12:00+06:00")

    assert protocol_gaps(quick) == ()
    assert len(protocol_gaps(slow)) == 1
    assert changed_times(quick) == ()
    assert [each.field for each in changed_times(changed)] == ["actual_times"]


def test_i2_each_delivery_and_each_complaint_asks_for_an_examination() -> None:
    calls = {each.on: each.code for each in stamps().stamp if "examined" in each.code}
    assert {"facility_admission", "allegation"} <= calls.keys()
    admitted = step(
        3,
        "facility_admission",
        person=PERSON,
        facility="ИВС",
        admission_decision="admitted",
        admission_times=[{"at": "2026-03-07T15:00+06:00", "source": "officer"}],
    )
    case = case_file("case", [*held().steps, admitted])

    marks = {each.stamp: each.status for each in passport(case, PERSON, NOW).marks}

    assert marks["examined_on_delivery"] is Status.MISSING

    received: Value = [{"at": "2026-03-07T16:00+06:00", "source": "officer"}]
    complaint = step(4, "allegation", person=PERSON, received_times=received)
    heard = case_file("case", [*held().steps, complaint])
    (mark,) = passport(heard, PERSON, NOW, ["torture_allegation"]).of("examined_on_complaint")
    assert mark.status is Status.MISSING, "that it was received examines nobody"


def test_i3_the_istanbul_form_is_structured_and_says_who_was_present() -> None:
    levels = codes_of("istanbul_consistency")
    assert len(levels) >= 5
    assert {"not_consistent", "consistent", "highly", "typical", "diagnostic"} <= levels
    assert asked("istanbul_report", account="…", privacy="officer_present") >= {"consistency", "officers_present"}
    assert asked("istanbul_report", account="…") >= {"prosecutor_missing_reason"}
    assert asked("istanbul_report", injuries_found="yes") >= {"body_map", "photos_missing_reason"}
    assert are_special("istanbul_report.account", "istanbul_report.injuries_found", "istanbul_report.body_map")
    assert are_assessments("istanbul_report.consistency", "istanbul_report.interpretation")
    assert {"copy_to_institution_at", "copy_to_person_at", "restrained", "consent"} <= set(
        record_type("istanbul_report").by_name
    )


def test_i4_a_complaint_goes_on_within_twelve_hours_and_around_the_body_complained_of() -> None:
    rules = {each.id: each for each in shipped_rules().rules}
    assert [(each.n, each.unit) for each in rules["D16"].limit] == [(12, "hours")]
    assert [(each.n, each.unit) for each in rules["D17"].limit] == [(12, "hours")]
    assert record_type("allegation").sealed == "torture_allegation"
    assert {"prosecutor", "judge", "facility_doctor"} <= set(record_type("allegation").roles)


def test_i5_a_recording_that_the_law_asks_for_is_there_or_explained() -> None:
    assert "recording_missing" in asked("interrogation", recording_grounds=["child"])
    assert "recording_missing" in asked("interrogation", recording_grounds=["child"], recorded="no")
    assert "recording_missing" not in asked("interrogation", recording_grounds=["child"], recorded="yes")


def test_i6_evidence_challenged_as_got_by_torture_is_marked_at_every_use() -> None:
    item = step(3, "evidence", description="нож", torture_challenged="yes")
    other = step(4, "evidence", description="куртка", torture_challenged="no")
    moves = [step(5, "evidence_movement", evidence=item.id), step(6, "evidence_movement", evidence=other.id)]

    found = challenged_evidence(case_file("case", [item, other, *moves]))

    assert [(each.param("step"), each.param("evidence")) for each in found] == [
        (item.id, "нож"),
        (moves[0].id, "нож"),
    ]
    assert "tainted_evidence" in record_type("allegation").by_name


def test_i6_a_challenged_confession_is_told_where_charge_indictment_and_verdict_rest_on_it() -> None:
    said = step(3, "interrogation", confession="yes", torture_challenged="yes", started_at="2026-03-07T20:00Z")
    other = step(4, "interrogation", confession="no")
    resting = [step(5 + n, each, relies_on=[said.id]) for n, each in enumerate(("charge", "indictment", "verdict"))]
    innocent = [step(8, "verdict", relies_on=[other.id]), step(9, "verification", items=[other.id])]
    used = step(10, "verification", interrogated=said.id)

    found = challenged_evidence(case_file("case", [said, other, *resting, *innocent, used]))

    assert {each.param("step") for each in found} == {said.id, used.id, *(each.id for each in resting)}
    assert {finding_text(each, "ru") for each in found} == {
        "Протокол оспаривается как полученный под пыткой: «Допрос», 08.03.2026. (ст. 80(3), 80(4)(2) УПК)"
    }


def test_i7_a_monitor_reads_who_was_held_where_and_when_with_examinations_and_complaints() -> None:
    stay: dict[str, Value] = {
        "facility": "ИВС Ленинского РУВД",
        "admission_decision": "admitted",
        "complaints_forwarded": ["…"],
    }
    times: Value = [{"at": "2026-03-07T15:00+06:00", "source": "officer"}]
    admitted = step(
        3, "facility_admission", person=PERSON, admission_times=times, ended_at="2026-03-09T10:00+06:00", **stay
    )
    looked = step(4, "medical_examination", person=PERSON, occasion="delivery", examined_at="2026-03-07T15:30+06:00")
    case = case_file("case", [*held().steps, admitted, looked])

    (found,) = held_on(case, date(2026, 3, 8))

    assert (found.person, found.facility) == (PERSON, "ИВС Ленинского РУВД")
    assert [each.isoformat() for each in found.examined] == ["2026-03-07T15:30:00+06:00"]
    assert found.complaints == 1
    assert held_on(case, date(2026, 3, 6)) == held_on(case, date(2026, 3, 10)) == ()
    assert len(held_on(case, date(2026, 3, 7))) == len(held_on(case, date(2026, 3, 9))) == 1


def test_i8_an_interview_has_a_plan_and_an_outcome_that_is_no_confession() -> None:
    assert {"interview_plan", "interview_outcome"} <= set(record_type("interrogation").by_name)
    outcomes = codes_of(field("interrogation.interview_outcome").codes or "")
    assert outcomes
    assert not any("confess" in each for each in outcomes)
    assert "silence_used" in record_type("interrogation").by_name


def test_whoever_was_apprehended_and_never_admitted_stands_on_the_monitors_list() -> None:
    at: Nested = {"at": "2026-03-07T10:00+06:00", "source": "officer"}
    taken = held(actual_times=[at])
    freed = held(actual_times=[at], released_at="2026-03-07T20:00+06:00")

    assert [(each.person, each.facility) for each in held_on(taken, date(2026, 3, 8))] == [(PERSON, "")]
    assert [len(held_on(taken, date(2026, 3, day))) for day in (6, 7, 9, 10)] == [0, 1, 1, 0]
    assert [len(held_on(freed, date(2026, 3, day))) for day in (7, 8)] == [1, 0]


def test_the_hours_before_an_admission_are_not_told_twice_and_a_second_apprehension_is_not_hidden_by_it() -> None:
    first: Value = [{"at": "2026-03-07T10:00+06:00", "source": "officer"}]
    again: Value = [{"at": "2026-03-07T20:00+06:00", "source": "officer"}]
    times: Value = [{"at": "2026-03-07T12:00+06:00", "source": "officer"}]
    stay: dict[str, Value] = {"facility": "ИВС", "admission_decision": "admitted", "admission_times": times}
    admitted = step(3, "facility_admission", person=PERSON, ended_at="2026-03-07T18:00+06:00", **stay)
    case = case_file("case", [*held(actual_times=first).steps, admitted])
    twice = case_file("case", [*case.steps, step(4, "apprehension", person=PERSON, actual_times=again)])

    assert [each.facility for each in held_on(case, date(2026, 3, 7))] == ["ИВС"]
    assert [each.facility for each in held_on(twice, date(2026, 3, 7))] == ["ИВС", ""]
