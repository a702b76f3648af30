"""Prison, women, children and penalties without isolation (N1–N15)."""

from __future__ import annotations

import re
from itertools import product

from icjims_core import access, codes
from icjims_core.access import Actor, Allowed, Operation, Subject
from icjims_core.data_protection.retention import retention
from icjims_core.deadlines.rules import shipped_rules
from icjims_core.declarations.schema import Kind, Merge, Sensitivity
from icjims_core.encoding import Value
from icjims_core.instruments import instrument
from icjims_core.law.casefile import Step, case_file
from icjims_core.modules import record_type, registry
from icjims_core.safeguards.stamps import stamps
from icjims_core.safeguards.warnings import solitary, warnings
from icjims_core.workflow.contents import lacking
from tests.rights.forms import are_assessments, are_special, asked, codes_of, field, only_grow
from tests.rights.test_ill_treatment import NOW, PERSON, held, step


def unsaid(act: Step) -> set[str]:
    """What an act lacks of what it must contain."""
    found = lacking(act, case_file("case", [act]))
    return {name for each in found for name in each.param("fields").split(",")}


def test_n1_nobody_is_admitted_without_an_order_and_the_file_is_complete() -> None:
    assert "commitment_document" in asked("facility_admission", admission_decision="admitted")
    assert "refused_no_order" in codes_of("admission_decision")
    assert field("imprisonment.order_document").required
    assert field("imprisonment.admitted_at").kind is Kind.TIMESTAMP
    file = set(record_type("facility_admission").by_name)
    assert {"gender_stated", "arrest_reasons", "arrest_authority", "arrest_at", "arrest_place"} <= file
    assert {"visible_injuries", "property_list", "emergency_contact", "moved_to"} <= file
    assert "children_details" in asked("facility_admission", has_children="yes")
    assert field("allegation.account").required, "complaints of earlier ill-treatment are sealed"
    assert {"detention_officer", "facility_doctor", "penitentiary_officer"} <= set(record_type("allegation").roles)


def test_n2_the_file_goes_on_during_the_stay() -> None:
    file = record_type("facility_admission").by_name
    assert {
        "hearings_and_counsel",
        "classification",
        "behaviour",
        "requests",
        "sanctions",
        "death_findings",
        "remains",
    } <= set(file)
    assert "death_at" in asked("facility_admission", end_reason="died")
    assert field("prison_event.confidential").kind is Kind.TRI
    assert {"complaint", "sanction", "injury", "death"} <= codes_of("prison_event")


def test_n3_the_file_is_the_persons_to_read_and_copied_at_release() -> None:
    assert {"file_copy_given", "certificate_number"} <= set(record_type("imprisonment").by_name)
    assert are_special("imprisonment.health", "imprisonment.injuries", "imprisonment.children")
    assert {"access", "copy"} <= codes_of("data_request_kind")


def test_n4_solitary_beyond_fifteen_days_raises_an_alarm_and_home_and_family_are_seen() -> None:
    def stay(until: str) -> list[str]:
        values = {"solitary_from": "2026-03-01T10:00+06:00", "solitary_until": until, "solitary_reason": "…"}
        admitted = step(3, "facility_admission", person=PERSON, facility="ИВС", **values)
        return [each.code for each in solitary(case_file("case", [*held().steps, admitted]), NOW)]

    goes_on = step(5, "facility_admission", person=PERSON, facility="ИВС", solitary_from="2026-02-20T10:00+06:00")
    assert [each.code for each in solitary(case_file("case", [goes_on]), NOW)] == ["solitary_too_long"]
    assert stay("2026-03-16T10:00+06:00") == []
    assert stay("2026-03-16T10:01+06:00") == ["solitary_too_long"]
    cell = step(4, "prison_event", kind="sanction", sanction="isolation_cell", isolation_days=16)
    assert [each.code for each in solitary(case_file("case", [cell]), NOW)] == ["solitary_too_long"]
    assert "solitary_reason" in asked("facility_admission", solitary_from="2026-03-01T10:00+06:00")
    assert {"home_distance_km", "family_told_at"} <= set(record_type("imprisonment").by_name)
    assert "family_told_at" in record_type("prison_event").by_name


def test_n5_children_of_women_are_asked_for_confidentially_and_care_is_arranged() -> None:
    assert are_special("facility_admission.children_details", "imprisonment.children", "imprisonment.child_with_mother")
    assert {"children_arranged_at"} <= set(record_type("facility_admission").by_name)
    assert "care_arranged" in record_type("imprisonment").by_name


def test_n6_health_is_screened_with_consent_and_in_private() -> None:
    form = record_type("medical_examination").by_name
    assert {"reproductive_health", "mental_state", "privacy", "doctor_same_sex", "referred_to"} <= set(form)
    assert "refusal_reason" in asked("medical_examination", consent="no")
    assert "consent" in unsaid(step(3, "medical_examination", person=PERSON)), "told before the doctor signs"
    assert "consent" not in unsaid(step(3, "medical_examination", person=PERSON, consent="yes"))
    assert "consent" not in unsaid(step(3, "medical_examination", person=PERSON, consent="no", refusal_reason="…"))
    assert "sexual_violence" in record_type("istanbul_report").by_name
    assert "protection" in record_type("allegation").by_name


def test_n7_care_duties_and_violence_are_asked_and_shown_to_the_court() -> None:
    domains = {each.code for each in instrument("structured_judgement").domains}
    assert {"family_violence", "childcare", "victim_safety"} <= domains
    assert "caring_duties" in record_type("probation_report").by_name
    assert {"why_not_milder", "circumstances"} <= set(record_type("restraint").by_name)
    assert are_special("facility_admission.pregnant", "imprisonment.pregnancy", "person.pregnancy")


def test_n8_children_are_diverted_first_and_held_last() -> None:
    watched = {each.code for each in stamps().stamp}
    assert {"parents", "child_body", "child_heard_by_prosecutor", "representative_of_child"} <= watched
    assert {"child", "woman", "disability"} <= codes_of("report_duty")
    assert {"first_time", "admitted", "best_interests"} <= set(record_type("child_diversion").by_name)
    rules = {each.id: each for each in shipped_rules().rules}
    assert any("child" in str(limit) for limit in rules["D22.1"].limit)


def test_n8_custody_of_a_child_without_a_word_on_why_nothing_milder_is_told() -> None:
    def told(born: str, **said: Value) -> list[str]:
        child = step(1, "person", surname="Асанов", birth_date=born)
        asked_for = step(3, "restraint", person=PERSON, motion_at="2026-03-08T10:00+06:00", **said)
        return [each.code for each in warnings(case_file("case", [child, asked_for]), NOW)]

    assert told("2010-05-01", measure="custody") == ["child_custody_undiscussed"]
    assert told("2010-05-01", measure="custody", why_not_milder="…") == []
    assert told("2010-05-01", measure="child_supervision") == []
    assert told("1990-05-01", measure="custody") == []


def test_n8_a_motion_for_custody_says_why_nothing_milder_will_do() -> None:
    motion = step(3, "restraint", person=PERSON, measure="custody", step="chosen")
    said = step(4, "restraint", person=PERSON, measure="custody", step="chosen", why_not_milder="…")
    milder = step(5, "restraint", person=PERSON, measure="house_arrest", step="chosen")
    assert "why_not_milder" in unsaid(motion)
    assert "why_not_milder" not in unsaid(said) | unsaid(milder)


def test_n9_files_of_supervision_are_private() -> None:
    contact = {
        f"{each.name}.{one.name}"
        for each in registry().values()
        for one in each.fields
        if one.sensitivity is Sensitivity.CONTACT
    }
    assert {"supervision.residence", "imprisonment.residence_after", "imprisonment.emergency_contact"} <= contact
    assert not {"investigator", "duty_officer"} & set(record_type("contact").roles)
    probation = {each.name for each in registry().values() if each.in_case and "probation_officer" in each.roles[:1]}
    assert probation - {"aftercare", "expungement"} == set(access.private_types())
    for name, role in product(access.private_types(), ("investigator", "inquiry_officer", "duty_officer", "head")):
        police = Actor(role, "009", "officer", colleagues=frozenset({"investigator", role}))
        own = Subject(type_name=name, in_charge=["officer"], purpose="criminal_proceedings")
        assert not isinstance(access.decide(Operation.CONSULT, police, own), Allowed)
        assert not isinstance(access.decide(Operation.VIEW, police, own), Allowed)


def test_n10_the_report_keeps_facts_from_recommendations_and_a_breach_means_no_automatic_prison() -> None:
    assert are_assessments("probation_report.conclusion", "probation_report.recommended_obligations")
    assert field("probation_report.source_details").assertion.value == "fact"
    assert {"none", "talk", "warning"} < codes_of("breach_response")
    assert asked("breach", response="warning") >= {"explanation_missing", "good_reason", "reasons"}
    assert {"explained_language", "explained_in_writing"} <= set(record_type("supervision").by_name)
    assert {"retry_from", "client_view", "client_attended"} <= set(record_type("variation").by_name)


def test_n11_the_person_may_comment_takes_part_and_can_complain() -> None:
    assert {"person_comment", "shown_to_person_at"} <= set(record_type("probation_report").by_name)
    assert {"made_with_client", "client_view", "copy_given_at"} <= set(record_type("supervision_plan").by_name)
    assert "client_view_missing" in asked("risk_assessment", level="high", reasons="…")
    assert {"complaint_route_at", "data_notice_at"} <= set(record_type("supervision").by_name)


def test_n12_data_of_monitoring_are_kept_shortly_and_there_is_no_track_of_places() -> None:
    kept = {each.code: each for each in retention().classes}
    assert {"contact", "obligation_check", "travel_permission"} <= set(kept["contacts"].types)
    assert (kept["contacts"].years, kept["contacts"].action) == (1, "erase")
    places = [
        f"{each.name}.{one.name}"
        for each in registry().values()
        for one in each.fields
        if one.kind is Kind.GEO and one.merge is not Merge.REGISTER
    ]
    assert places == []


def test_n13_victims_are_shielded_from_pressure_and_repeated_questions() -> None:
    assert "pressure_reviewed_by" in asked(
        "participant", role="victim", family_violence="yes", reconciliation_wish="yes"
    )
    assert {"separate_waiting", "same_sex_interviewer"} <= set(record_type("participant").by_name)
    assert field("person.actual_address").sensitivity is Sensitivity.CONTACT
    assert "further_reason" in asked("interrogation", kind="repeated")
    assert len(codes_of("danger_sign")) >= 10


def test_n13_a_victim_who_wishes_to_know_of_the_release_is_told_each_time() -> None:
    victim = "00000000-0000-7000-8000-000000000009"
    taken: Value = [{"at": "2026-03-07T10:00+06:00", "source": "officer"}]

    def untold(released: str = "", **wish: Value) -> list[str | None]:
        free: dict[str, Value] = {"released_at": released} if released else {}
        wishing = step(8, "participant", person=victim, role="victim", **wish)
        steps = [*held(actual_times=taken, **free).steps, step(9, "person", surname="Егорова"), wishing]
        return [each.param("person") for each in warnings(case_file("case", steps), NOW) if "untold" in each.code]

    assert untold(notify_release="yes") == [], "he is held"
    assert untold("2026-03-08T20:00+06:00", notify_release="no") == []
    assert untold("2026-03-08T20:00+06:00", notify_release="yes") == [PERSON]
    told: dict[str, Value] = {"notify_release": "yes", "release_told_at": "2026-03-08T20:30+06:00"}
    assert untold("2026-03-08T20:00+06:00", **told) == [PERSON], "of whom is not said"
    told["release_told_of"] = [PERSON]
    assert "release_told_of" in asked("participant", release_told_at="2026-03-08T20:30+06:00")
    assert untold("2026-03-08T20:00+06:00", **told) == []
    assert untold("2026-03-09T09:00+06:00", **told) == [PERSON], "he was freed once more"


def test_n14_assistants_and_easy_words_are_offered() -> None:
    assert "assistant_of_blind" in codes_of("participant_role") & codes_of("contact_service")
    assert {"assistant", "language_understood"} <= set(record_type("interrogation").by_name)
    assert "translated" in asked("served_document", language_understood="no")


def test_n15_words_are_free_of_gender_and_sex_stands_apart_from_violence() -> None:
    assert field("participant.family_violence").unit != field("participant.sex").unit
    assert field("participant.family_violence").unit != field("participant.charge_article").unit
    assert field("person.sex").unit != field("person.gender_stated").unit
    lists = ("role", "participant_role", "interrogation_capacity", "signing_capacity")
    labels = [each.label for name in lists for each in codes.code_list(name).entries.values()]
    gendered = {
        "en": r"\b(he|she|his|her|\w*man|\w*woman)\b",
        "ru": r"\b(он|она|его|её|\w*мужчин\w*|\w*женщин\w*|\w+(ница|тельница|иха|ша)|\w+ая)\b",
        "ky": r"\b(аял|эркек|кыз|жигит)(дын|га|ы)?\b",
    }
    found = [
        each.text(name) for name, words in gendered.items() for each in labels if re.search(words, each.text(name))
    ]
    assert found == []
    assert only_grow("supervision.notes")
