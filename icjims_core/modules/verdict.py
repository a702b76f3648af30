"""Verdict on one accused: kind, total punishment, credit, probation, claims, evidence, measure, service (P60)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header, relies_on
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Kind,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
INTRODUCTION = Section("introduction", WORDS, cpc("352"))
_INTRODUCTION_FIELDS = INTRODUCTION.of(
    Field("person", Kind.REF, required=True, target="person", source=cpc("352(4)")),
    Field("kind", Kind.CODE, required=True, codes="verdict_kind", source=cpc("348")),
    Field("pronounced_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("352(2), 358(1)")),
    Field("pronounced_place", Kind.TEXT, max_length=300, source=cpc("352(2)")),
    Field("court", Kind.TEXT, max_length=200, searchable=True, source=cpc("352(3)")),
    Field("court_number", Kind.TEXT, max_length=60, searchable=True),
    Field("judge", Kind.TEXT, max_length=200, source=cpc("352(3)")),
    Field("secretary", Kind.TEXT, max_length=200, source=cpc("352(3)")),
    Field("prosecutor", Kind.TEXT, max_length=200, source=cpc("352(3)")),
    Field("lawyer_name", Kind.TEXT, max_length=200, source=cpc("352(3)")),
    Field("in_absence", Kind.TRI, source=cpc("296(2)")),
)

FINDINGS = Section("findings", WORDS, cpc("353, 355"))
_FINDING_FIELDS = FINDINGS.of(
    Field("charge_substance", Kind.RICH, max_length=50_000, source=cpc("355(1)(1)")),
    Field("facts", Kind.RICH, max_length=100_000, source=cpc("353(1)(1), 355(1)(2)")),
    Field("evidence", Kind.RICH, max_length=100_000, source=cpc("353(1)(2), 355(1)(3)")),
    relies_on(),
    Field("mitigating", Kind.CODE, merge=Merge.SET, codes="mitigating_circumstance", source=cpc("353(1)(3)")),
    Field("aggravating", Kind.CODE, merge=Merge.SET, codes="aggravating_circumstance", source=cpc("353(1)(3)")),
    Field("none_mitigating", Kind.TRI, source=cpc("353(1)(3)")),
    Field("none_aggravating", Kind.TRI, source=cpc("353(1)(3)")),
    Field("reasons", Kind.RICH, max_length=50_000, assertion=Assertion.ASSESSMENT, source=cpc("353(2)")),
    Field("probation_report", Kind.TRI, unit="report_weight", source=cpc("346(4)")),
    Field("report_followed", Kind.TRI, unit="report_weight", source=cpc("346(4)")),
    Field("acquittal_grounds", Kind.CODE, merge=Merge.SET, codes="acquittal_ground",
        required_when=Equals("kind", "acquitted"), source=cpc("350(1)")),
    Field("perpetrator_unknown", Kind.TRI, source=cpc("350(3)")),
)

PUNISHMENT = Section("punishment", WORDS, cpc("354(1)"))
_PUNISHMENT_FIELDS = PUNISHMENT.of(
    Field("punishment", Kind.CODE, unit="main_punishment", codes="punishment", source=cpc("354(1)(5)"),
        required_when=OneOf("kind", ("guilty_punishment", "guilty_released", "guilty_probation"))),
    Field("term_years", Kind.INT, unit="main_punishment", minimum=0, maximum=20, source=cc("67(2), 67(3)")),
    Field("term_months", Kind.INT, unit="main_punishment", minimum=0, maximum=60),
    Field("work_hours", Kind.INT, unit="main_punishment", minimum=0, maximum=200, source=cc("61(2)")),
    Field("deduction_percent", Kind.INT, unit="main_punishment", minimum=0, maximum=25),
    Field("fine", Kind.MONEY, unit="main_punishment", minimum=0),
    Field("cumulation", Kind.TEXT, max_length=500, source=cc("77, 78, 80")),
    Field("additional", Kind.CODE, merge=Merge.SET, codes="punishment", source=cc("60(2)")),
    Field("additional_details", Kind.RICH, max_length=5_000, source=cc("60(2)")),
    Field("facility_kind", Kind.CODE, codes="correctional_facility", source=cpc("354(1)(5)"),
        required_when=OneOf("punishment", ("imprisonment", "life"))),
    Field("term_from", Kind.DATE, source=cpc("349(2)")),
    Field("release_ground", Kind.CODE, codes="sentence_release_ground", source=cpc("349(3), 349(4)"),
        required_when=OneOf("kind", ("guilty_released", "guilty_probation", "guilty_without"))),
    Field("deferred_until", Kind.DATE, source=cc("87(1)")),
)

CREDIT = Section("credit", WORDS, cpc("354(1)(8)"))
_CREDIT_FIELDS = CREDIT.of(
    Field("custody_credit_days", Kind.INT, unit="time_credit", minimum=0, source=cc("80(5)")),
    Field("house_arrest_credit_days", Kind.INT, unit="time_credit", minimum=0, source=cc("80(6)")),
    Field("hospital_credit_days", Kind.INT, unit="time_credit", minimum=0, sensitivity=Sensitivity.SPECIAL_CATEGORY,
        source=cpc("354(1)(8)")),
    Field("credit_rule", Kind.TEXT, max_length=500, source=cc("80(5), 80(6), 80(7)")),
)

PROBATION = Section("probation", WORDS, cpc("354(1)(6)"))
_PROBATION_FIELDS = PROBATION.of(
    Field("probation_months", Kind.INT, minimum=6, maximum=60, required_when=Equals("kind", "guilty_probation"),
        source=cc("82(4), 109(3)")),
    Field("probation_consent", Kind.TRI, source=cc("82(1)")),
    Field("requirements", Kind.CODE, merge=Merge.SET, codes="probation_requirement", source=cpc("354(1)(6)")),
    Field("obligations", Kind.CODE, merge=Merge.SET, codes="probation_obligation", source=cpc("354(1)(6)")),
    Field("obligation_details", Kind.RICH, max_length=10_000),
    Field("duties_explained_in_writing", Kind.TRI, source=cc("82(4)")),
    Field("corrective_programme", Kind.TRI, source=cc("71-1(1)")),
    Field("educational_measures", Kind.RICH, max_length=5_000, source=cc("98, 99")),
)

OTHER = Section("other", WORDS, cpc("354, 357, 361"))
_OTHER_FIELDS = OTHER.of(
    Field("restraint", Kind.CODE, codes="restraint", source=cpc("354(1)(9)")),
    Field("claim_awarded", Kind.MONEY, unit="civil_claim", minimum=0, source=cpc("354(1)(11), 357(1)")),
    Field("moral_damage", Kind.MONEY, unit="civil_claim", minimum=0, source=cpc("354(1)(11), 357(1)")),
    Field("claim_decision", Kind.RICH, max_length=10_000, source=cpc("357(1)")),
    Field("confiscation", Kind.RICH, max_length=10_000, source=cpc("346(1)(9), 354(1)(10)")),
    Field("seized_property", Kind.RICH, max_length=10_000, source=cpc("346(1)(10)")),
    Field("evidence_decision", Kind.RICH, max_length=20_000, source=cpc("357(2)")),
    Field("costs", Kind.RICH, max_length=5_000, source=cpc("357(3)")),
    Field("dependants", Kind.RICH, max_length=5_000, source=cpc("361(1)")),
    Field("rehabilitation_explained", Kind.TRI, required_when=Equals("kind", "acquitted"), source=cpc("356(5)")),
)

SERVICE = Section("service", WORDS, cpc("358–360"))
_SERVICE_FIELDS = SERVICE.of(
    Field("operative_only", Kind.TRI, source=cpc("358(5)"), stays_open=True),
    Field("full_text_at", Kind.TIMESTAMP, not_future=True, source=cpc("358(5)"), stays_open=True),
    Field("translated", Kind.TRI, source=cpc("358(2)"), stays_open=True),
    Field("appeal_explained", Kind.TRI, source=cpc("357(4), 358(3)"), stays_open=True),
    Field("released_at", Kind.TIMESTAMP, not_future=True, source=cpc("359"), stays_open=True),
    Field("served_at", Kind.TIMESTAMP, not_future=True, not_before="pronounced_at", source=cpc("360"), stays_open=True),
    Field("lawyer_served_at", Kind.TIMESTAMP, not_future=True, source=cpc("360"), stays_open=True),
    Field("prosecutor_served_at", Kind.TIMESTAMP, not_future=True, source=cpc("360"), stays_open=True),
    Field("victim_served_at", Kind.TIMESTAMP, not_future=True, source=cpc("360"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

VERDICT = RecordType(
    "verdict",
    1,
    WORDS,
    Archetype.ORDER,
    (*_INTRODUCTION_FIELDS, *_FINDING_FIELDS, *_PUNISHMENT_FIELDS, *_CREDIT_FIELDS, *_PROBATION_FIELDS,
        *_OTHER_FIELDS, *_SERVICE_FIELDS, *order_header("verdict")),
    roles=("court_clerk", "judge", "clerk", "head"),
    sections=(INTRODUCTION, FINDINGS, PUNISHMENT, CREDIT, PROBATION, OTHER, SERVICE, HEADER),
    columns=("person", "kind", "pronounced_at", "court", "court_number", "punishment", "term_years", "term_months",
        "facility_kind", "probation_months", "served_at"),
    moment="pronounced_at",
    source=cpc("344–361"),
    steps=("P60",),
    signing=Signing("2026-1", ("judge",)),
)

TYPES = (VERDICT,)
