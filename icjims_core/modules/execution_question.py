"""A question that the court decides in the execution of a verdict: the kinds of CPC 431, deferral by 433 (P65)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
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
from icjims_core.law.references import cpc, pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
REQUEST = Section("request", WORDS, cpc("431–437"))
_REQUEST_FIELDS = REQUEST.of(
    Field("question", Kind.CODE, required=True, codes="execution_question", source=cpc("431, 433")),
    Field("person", Kind.REF, required=True, target="person"),
    Field("filed_at", Kind.TIMESTAMP, required=True, not_future=True),
    Field("applicant", Kind.CODE, unit="filed_by", codes="execution_applicant",
        source=cpc("433(2), 434(1), 435(1), 436(2)")),
    Field("applicant_name", Kind.TEXT, unit="filed_by", max_length=300, searchable=True),
    Field("verdict", Kind.REF, target="verdict"),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT),
    Field("served_part", Kind.TEXT, max_length=300),
    Field("medical_conclusion", Kind.TEXT, max_length=500, required_when=OneOf("question", ("illness", "medical")),
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("434(1), 492(1)")),
    Field("breaches", Kind.RICH, max_length=10_000, required_when=Equals("question", "cancel_supervision"),
        source=cpc("436(3)")),
    Field("papers", Kind.TEXT, merge=Merge.SET, max_length=300),
)

COURT = Section("court", WORDS, cpc("432, 438"))
_COURT_FIELDS = COURT.of(
    Field("court", Kind.TEXT, max_length=200, searchable=True, source=cpc("432")),
    Field("court_number", Kind.TEXT, max_length=60, searchable=True),
    Field("received_at", Kind.TIMESTAMP, not_future=True),
    Field("scheduled_at", Kind.TIMESTAMP),
    Field("notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("438(2)")),
    Field("victim_called", Kind.TRI, source=cpc("438(2)")),
    Field("person_present", Kind.TRI, source=cpc("438(2), 438(3), 438(5)")),
    Field("lawyer_name", Kind.TEXT, max_length=200),
    Field("prosecutor", Kind.TEXT, max_length=200, source=cpc("432(5), 438(1)")),
    Field("person_said", Kind.RICH, max_length=10_000),
)

DECISION = Section("decision", WORDS, cpc("438(6)"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, unit="court_ruling", codes="execution_decision", source=cpc("438(6)")),
    Field("decided_at", Kind.TIMESTAMP, unit="court_ruling", not_future=True, not_before="filed_at",
        source=cpc("438(6)")),
    Field("decision_reasons", Kind.RICH, unit="court_ruling", max_length=20_000),
    Field("new_punishment", Kind.CODE, unit="replacement", codes="punishment", source=cpc("431(1)")),
    Field("new_term", Kind.TEXT, unit="replacement", max_length=300),
    Field("obligations_added", Kind.CODE, merge=Merge.SET, codes="probation_obligation", source=cpc("431(10), 436(2)")),
    Field("obligations_lifted", Kind.CODE, merge=Merge.SET, codes="probation_obligation",
        source=cpc("431(10), 436(2)")),
    Field("facility_kind", Kind.CODE, codes="correctional_facility", source=cpc("431(3)")),
    Field("credited_days", Kind.INT, minimum=0, source=cpc("431(14)")),
    Field("deferred_until", Kind.DATE, source=cpc("433(1)")),
    Field("retry_from", Kind.DATE, source=pec("160(4), 167(3)")),
)

AFTER = Section("after", WORDS, cpc("438(6), 438(7)"))
_AFTER_FIELDS = AFTER.of(
    Field("copy_sent_at", Kind.TIMESTAMP, not_future=True, source=cpc("438(6)"), stays_open=True),
    Field("body_copy_sent_at", Kind.TIMESTAMP, not_future=True, source=cpc("438(6)"), stays_open=True),
    Field("victim_copy_sent_at", Kind.TIMESTAMP, not_future=True, source=cpc("438(6)"), stays_open=True),
    Field("appealed_at", Kind.TIMESTAMP, not_future=True, source=cpc("438(7)"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

EXECUTION_QUESTION = RecordType(
    "execution_question",
    1,
    WORDS,
    Archetype.ORDER,
    (*_REQUEST_FIELDS, *_COURT_FIELDS, *_DECISION_FIELDS, *_AFTER_FIELDS, *order_header("execution_question")),
    roles=("court_clerk", "judge", "prosecutor", "probation_officer", "penitentiary_officer", "clerk", "head"),
    sections=(REQUEST, COURT, DECISION, AFTER, HEADER),
    columns=("question", "person", "filed_at", "applicant", "court", "scheduled_at", "decision", "decided_at",
        "copy_sent_at"),
    moment="filed_at",
    source=cpc("431–438"),
    steps=("P65",),
    signing=Signing("2026-1", ("judge",)),
    purpose="execution_of_sentences",
)

TYPES = (EXECUTION_QUESTION,)
