"""Data protection: the Directive (L1–L17), Convention 108+ (C1–C5) and the law of the Kyrgyz Republic (K1–K7)."""

from __future__ import annotations

import tomllib
from pathlib import Path

from icjims_core import codes
from icjims_core.codes import code_list
from icjims_core.data_protection.impact import assessments
from icjims_core.data_protection.notice import notice
from icjims_core.data_protection.processing import activities
from icjims_core.data_protection.retention import retention
from icjims_core.deadlines.rules import shipped_rules
from icjims_core.declarations.schema import Assertion, Kind, Merge, Sensitivity
from icjims_core.declarations.type_document import type_document
from icjims_core.instruments import instrument
from icjims_core.modules import module_of, record_type, registry
from tests.rights.forms import are_assessments, asked, codes_of, field

SPECIAL = Path(__file__).parents[1] / "core" / "expected" / "special.toml"


def test_l1_every_module_has_one_declared_purpose() -> None:
    assert {each.purpose for each in registry().values()} <= codes_of("purpose")
    assert {type_document(each)["purpose"] for each in registry().values()} <= codes_of("purpose")


def test_l2_every_record_has_a_term_a_review_and_an_end() -> None:
    kinds = {name: retention().of(each, {}) for name, each in registry().items()}
    assert all(each.years and each.review_years and each.action for each in kinds.values())


def test_l3_everybody_in_a_case_is_in_a_category_and_suspects_are_kept_apart_from_witnesses() -> None:
    assert field("participant.role").required
    categories = {each.code: each.parent for each in code_list("participant_role").entries.values()}
    assert set(categories.values()) == codes_of("person_category") == {"suspected", "convicted", "victim", "other"}
    assert (categories["suspect"], categories["convicted"], categories["victim"]) == (
        "suspected",
        "convicted",
        "victim",
    )
    rules, declared = retention(), record_type("participant")
    assert rules.of(declared, {"role": "suspect"}).code != rules.of(declared, {"role": "witness"}).code


def test_l4_what_is_an_assessment_is_marked_and_sources_are_named() -> None:
    assert are_assessments("person.estimated_age", "risk_assessment.level", "probation_report.conclusion")
    assert are_assessments("violence_incident.danger_level", "istanbul_report.consistency", "restraint.reasons")
    sources = {"name_source", "identity_source", "address_source", "circumstances_source", "needs_source"}
    assert sources <= set(record_type("person").by_name)
    levels = [one for each in registry().values() for one in each.fields if one.name.endswith("_level")]
    facts = {one.name for one in levels if one.assertion is Assertion.FACT}
    assert facts <= {"prosecutor_level", "extension_level", "new_term_level"}


def test_l5_whoever_was_told_of_wrong_data_is_kept() -> None:
    told = field("data_request.recipients_told")
    assert told.merge is Merge.SET
    assert "rectification" in codes_of("data_request_kind")


def test_l6_special_categories_stand_in_fields_of_their_own() -> None:
    marked = {
        f"{each.name}.{one.name}": one
        for each in registry().values()
        for one in each.fields
        if one.sensitivity is Sensitivity.SPECIAL_CATEGORY
    }
    by_law = tomllib.loads(SPECIAL.read_text(encoding="utf-8"))
    several = [name for names in by_law.values() for name in names]
    assert len(several) == len(set(several))
    assert marked.keys() == set(several)
    columns = {f"{each.name}.{name}" for each in registry().values() for name in each.columns}
    assert not marked.keys() & columns
    assert not [name for name, one in marked.items() if one.searchable]


def test_l7_nobody_is_decided_upon_by_a_program() -> None:
    numbers = [one.name for one in record_type("risk_assessment").fields if one.kind in (Kind.INT, Kind.MONEY)]
    assert numbers == []
    assert field("risk_assessment.level").derived is None
    assert asked("risk_assessment", override_level="low") >= {"override_reasons", "override_by"}
    assert instrument("structured_judgement").domains


def test_l9_data_are_rectified_completed_restricted_and_the_persons_word_stands_beside() -> None:
    kinds = codes_of("data_request_kind")
    assert {"rectification", "completion", "erasure", "restriction"} <= kinds
    assert field("data_request.person_statement").merge is Merge.APPEND
    assert {"restricted_from", "restricted_until"} <= set(record_type("data_request").by_name)


def test_l10_data_in_a_case_file_go_by_the_rules_of_procedure() -> None:
    assert "criminal_procedure" in codes_of("data_request_decision")
    assert "reasons" in asked("data_request", decision="criminal_procedure")
    assert field("data_request.about_case").target == "case"


def test_l12_the_register_of_processing_follows_from_the_declarations() -> None:
    assert {name for each in activities() for name in each.types} == set(registry())
    assert all(each.acts and each.writers and each.kept for each in activities())


def test_l14_a_module_without_an_assessment_of_impact_records_nothing() -> None:
    assert {assessments().of(module_of(name)).edition for name in registry()}


def test_l17_a_transfer_abroad_has_its_basis_and_conditions() -> None:
    form = record_type("international_request").by_name
    assert {"basis", "treaty", "foreign_body", "received_materials"} <= set(form)
    assert "reciprocity_assured" in asked("international_request", basis="reciprocity")
    assert len(codes_of("request_basis")) >= 2
    assert asked("international_request", direction="outgoing") >= {"basis", "conditions"}
    assert "treaty" in asked("international_request", direction="outgoing", basis="treaty")
    assert not {"basis", "conditions"} & asked("international_request", direction="incoming")


def test_c1_every_type_rests_on_a_law_and_little_is_compulsory() -> None:
    without = {
        each.name for each in registry().values() if not each.source and not any(one.source for one in each.sections)
    }
    assert without <= {"explanation", "handover_receipt", "sealed_record", "substitution"}
    assert max(sum(one.required for one in each.fields) for each in registry().values()) <= 3


def test_c2_criminal_records_are_asked_apart() -> None:
    assert "criminal_record" in record_type("person").by_name
    assert "expungement" in registry()


def test_c3_a_breach_is_recorded_and_told() -> None:
    form = record_type("data_incident").by_name
    assert {"regulator_told_at", "persons_told_at", "device_encrypted", "delay_reason"} <= set(form)


def test_c4_the_person_is_told_at_first_contact_and_may_object() -> None:
    for language in ("ky", "ru", "en"):
        told = notice(language)
        assert len(told.paragraphs) >= 6
        assert all(len(each) > 40 for each in told.paragraphs)
    assert notice("ky").paragraphs != notice("ru").paragraphs
    assert "objection" in codes_of("data_request_kind")
    assert "reasons" in asked("risk_assessment", level="high")
    assert "data_notice_at" in record_type("supervision").by_name


def test_k1_purpose_basis_and_storage_are_stated_for_every_record() -> None:
    assert all(each.purpose and retention().of(each, {}) for each in registry().values())


def test_k2_special_data_are_processed_under_a_named_exception() -> None:
    assert all(
        each.exception.act == "DC" and each.exception.article.startswith("79") for each in activities() if each.special
    )


def test_k3_data_of_children_have_safeguards_of_their_own() -> None:
    assert {"child_room", "child_breaks", "child_video", "legal_representative"} <= set(
        record_type("participant").by_name
    )
    assert "child" in codes_of("report_duty")


def test_k4_a_request_is_answered_in_seven_working_days() -> None:
    rules = {each.id: each for each in shipped_rules().rules}
    assert [(each.n, each.unit) for each in rules["D108"].limit] == [(7, "working_days")]
    assert {"access", "rectification", "erasure"} <= codes_of("data_request_kind")


def test_k5_an_incident_has_its_clocks() -> None:
    rules = {each.id: each for each in shipped_rules().rules}
    assert [(each.n, each.unit) for each in rules["D109.1"].limit] == [(72, "hours")]
    assert rules["D109.2"].starts[0].type == "data_incident"


def test_k6_a_transfer_abroad_is_marked() -> None:
    assert field("international_request.direction").required
    assert codes_of("request_direction") == {"outgoing", "incoming"}


def test_every_label_of_the_duties_has_three_languages() -> None:
    for name in ("purpose", "person_category", "data_request_kind", "data_request_decision"):
        for each in codes.code_list(name).entries.values():
            assert len({each.label.ky, each.label.ru, each.label.en}) == 3
