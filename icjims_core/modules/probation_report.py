"""The probation report to a court: order, study, sources, findings, recommendation, what became of it (P58, P70)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Field,
    Kind,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Signing,
    Source,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
ORDER = Section("order", WORDS, cpc("280(4)"))
_ORDER_FIELDS = ORDER.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("ordered_at", Kind.TIMESTAMP, not_future=True, source=cpc("280(4)")),
    Field("ordered_by", Kind.TEXT, unit="order", max_length=200, source=cpc("280(4)")),
    Field("order_kind", Kind.CODE, unit="order", codes="report_order", source=cpc("280(4)")),
    Field("order_number", Kind.TEXT, unit="order", max_length=60, source=cpc("280(4)")),
    Field("duty", Kind.CODE, merge=Merge.SET, codes="report_duty", source=cpc("280(4)")),
    Field("received_at", Kind.TIMESTAMP, not_future=True, source=cpc("280(4)")),
    Field("due_at", Kind.TIMESTAMP, not_before="ordered_at"),
    Field("hearing_on", Kind.DATE, source=cpc("280(3)")),
)

STUDY = Section("study", WORDS, cpc("5(42)"))
_STUDY_FIELDS = STUDY.of(
    Field("consent", Kind.TRI),
    Field("sources", Kind.CODE, merge=Merge.SET, codes="information_source", source=cpc("5(42)")),
    Field("source_details", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
    Field("housing_visited_at", Kind.TIMESTAMP, unit="housing_visit", not_future=True, source=cpc("5(42)")),
    Field("housing", Kind.RICH, unit="housing_visit", max_length=20_000, source=cpc("5(42)")),
    Field("personality", Kind.RICH, max_length=50_000, sensitivity=Sensitivity.SPECIAL_CATEGORY,
        assertion=Assertion.ASSESSMENT, source=cpc("5(42)")),
    Field("circumstances", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("5(42)")),
    Field("caring_duties", Kind.RICH, max_length=10_000, sensitivity=Sensitivity.SPECIAL_CATEGORY,
        source=Source("Bangkok Rules", "57–62")),
    Field("assessment", Kind.REF, target="risk_assessment"),
    Field("risk_level", Kind.CODE, codes="risk_level", assertion=Assertion.ASSESSMENT),
)

CONCLUSION = Section("conclusion", WORDS, cpc("5(42)"))
_CONCLUSION_FIELDS = CONCLUSION.of(
    Field("conclusion", Kind.RICH, max_length=20_000, searchable=True, assertion=Assertion.ASSESSMENT,
        source=cpc("5(42)")),
    Field("recommended_obligations", Kind.CODE, merge=Merge.SET, codes="probation_obligation",
        assertion=Assertion.ASSESSMENT, source=cc("83(2)")),
    Field("person_comment", Kind.RICH, max_length=10_000, source=Source("European Probation Rules", "45"),
        stays_open=True),
    Field("shown_to_person_at", Kind.TIMESTAMP, not_future=True, stays_open=True),
    Field("not_possible_reason", Kind.TEXT, max_length=2_000),
)

COURT = Section("court", WORDS, cpc("339(2), 346(4)"))
_COURT_FIELDS = COURT.of(
    Field("delivered_at", Kind.TIMESTAMP, not_future=True, not_before="ordered_at", stays_open=True),
    Field("read_at", Kind.TIMESTAMP, not_future=True, not_before="delivered_at", source=cpc("339(2)"), stays_open=True),
    Field("court_followed", Kind.TRI, source=cpc("346(4)"), stays_open=True),
)

PROBATION_REPORT = RecordType(
    "probation_report",
    1,
    WORDS,
    Archetype.ORDER,
    (*_ORDER_FIELDS, *_STUDY_FIELDS, *_CONCLUSION_FIELDS, *_COURT_FIELDS, *paper("probation_report")),
    roles=("probation_officer", "court_clerk", "clerk", "head"),
    sections=(ORDER, STUDY, CONCLUSION, COURT, PAPER),
    columns=("person", "ordered_at", "order_kind", "due_at", "hearing_on", "risk_level", "delivered_at",
        "read_at", "court_followed"),
    moment="ordered_at",
    source=cpc("5(42), 280(4)"),
    steps=("P58", "P70"),
    signing=Signing("2026-1", by=("probation_officer",), countersigned_by=(("head", "approval"),)),
    purpose="execution_of_sentences",
)

TYPES = (PROBATION_REPORT,)
