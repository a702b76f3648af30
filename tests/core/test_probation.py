"""What the forms of probation, protection orders and numbers ask for, and what they refuse."""

from __future__ import annotations

import datetime
import uuid

import pytest

from icjims_core.declarations.validation import read_values, validate
from icjims_core.modules import record_type
from icjims_core.problem import Refused

NOW = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
SOMEBODY = str(uuid.UUID(int=1))
AT = "2026-05-04T10:00+06:00"


def missing(type_name: str, **values: object) -> set[str]:
    """The fields that the form still asks for, beside those that every record of the type needs."""
    declared = record_type(type_name)
    flaws = validate(declared, read_values(declared, values), now=NOW)
    always = {each.name for each in declared.fields if each.required}
    return {each.field for each in flaws if each.rule == "required"} - always


@pytest.mark.parametrize(
    ("type_name", "values", "asked"),
    [
        ("risk_assessment", {"level": "high"}, {"reasons", "client_view_missing"}),
        ("risk_assessment", {"level": "high", "reasons": "…", "client_view": "…"}, set()),
        ("risk_assessment", {"peers_rating": "serious_concern"}, {"peers_facts"}),
        ("risk_assessment", {"peers_rating": "not_known"}, set()),
        ("risk_assessment", {"override_level": "low"}, {"override_reasons", "override_by"}),
        ("supervision_plan", {"extra_measures": "…"}, {"extra_consent"}),
        ("supervision_plan", {"help_declined": "yes"}, {"declined_act_number"}),
        ("plan_task", {"result": "not_done"}, {"result_on", "not_done_reason"}),
        ("contact", {"kind": "reporting", "result": "absent"}, {"good_reason"}),
        ("contact", {"kind": "housing_survey"}, {"act_number"}),
        ("breach", {"kind": "obligation"}, {"obligation"}),
        (
            "breach",
            {"response": "warning"},
            {"explanation_missing", "good_reason", "decided_at", "reasons", "warned_at"},
        ),
        ("breach", {"good_reason": "illness"}, {"reason_document"}),
        ("obligation_check", {"state": "not_possible"}, {"not_performed_reason"}),
        ("community_work", {"regime": "unemployed"}, {"longer_day_consent"}),
        ("travel_permission", {"decision": "refused"}, {"decided_at", "reasons"}),
        ("travel_permission", {"kind": "residence"}, {"new_address"}),
        ("deregistration", {"reason": "transfer"}, {"new_office"}),
        ("violence_incident", {}, {"relation"}),
        ("violence_incident", {"relation_missing": "…"}, set()),
        ("violence_incident", {"relation": "spouse", "danger_level": "high"}, {"danger_reasons"}),
        ("protection_order", {"breached": "yes"}, {"breach_kind", "broken_at"}),
        ("data_request", {"decision": "criminal_procedure"}, {"decided_at", "reasons"}),
        (
            "register_entry",
            {"source": "paper"},
            {"register_number", "source_document", "paper_date", "paper_issued_by", "paper_kept_at"},
        ),
        ("register_entry", {"source": "signed_file", "other_number": "412/2019"}, {"file_digest"}),
        ("register_entry", {"other_number": "412/2019", "doubt": "duplicate"}, {"doubt_note"}),
    ],
)
def test_a_form_asks_for_what_follows_from_what_is_stated(
    type_name: str, values: dict[str, object], asked: set[str]
) -> None:
    assert missing(type_name, **values) == asked


@pytest.mark.parametrize(
    ("type_name", "field", "value"),
    [
        ("community_work", "hours_total", 301),
        ("community_work", "hours_total", 39),
        ("community_work", "daily_limit", 9),
        ("correctional_work", "deduction_percent", 26),
        ("correctional_work", "term_months", 1),
        ("liberty_restriction", "term_months", 37),
        ("work_sheet", "month", "2026-13"),
        ("register_entry", "register_number", "8-9-2026-412"),
        ("risk_assessment", "instrument_edition", "1999"),
        ("risk_assessment", "instrument_edition", "2026-1x"),
    ],
)
def test_a_value_outside_the_law_or_the_form_is_refused(type_name: str, field: str, value: object) -> None:
    with pytest.raises(Refused):
        read_values(record_type(type_name), {field: value})


def test_breaches_are_recorded_apart_from_contacts() -> None:
    assert not [name for name in record_type("contact").by_name if "breach" in name or "response" in name]
    assert record_type("breach").by_name["contact"].target == "contact"


@pytest.mark.parametrize("name", ["released_on", "in_force_date", "appeared_at", "registered_at", "term_from"])
def test_supervision_holds_every_time_that_a_term_may_run_from(name: str) -> None:
    value = AT if name.endswith("_at") else AT[:10]
    declared = record_type("supervision")
    assert validate(declared, read_values(declared, {"person": SOMEBODY, name: value}), now=NOW) == []
