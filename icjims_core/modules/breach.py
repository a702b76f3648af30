"""A breach by a probation client: what happened, the explanation, and the officer's reasoned response (P77)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Assertion,
    Blank,
    Equals,
    Field,
    Filled,
    Kind,
    OneOf,
    RecordType,
    Section,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
FOUND = Section("found", WORDS, pec("168"))
_FOUND_FIELDS = FOUND.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("supervision", Kind.REF, target="supervision"),
    Field("kind", Kind.CODE, required=True, codes="breach_kind", source=pec("48(2), 58(2), 64(1), 166(1)")),
    Field("obligation", Kind.CODE, codes="probation_obligation", required_when=Equals("kind", "obligation"),
        source=cc("83(2)")),
    Field("happened_at", Kind.TIMESTAMP, required=True, not_future=True),
    Field("found_at", Kind.TIMESTAMP, not_future=True),
    Field("found_by", Kind.TEXT, max_length=200),
    Field("facts", Kind.RICH, max_length=20_000, searchable=True),
    Field("contact", Kind.REF, target="contact"),
)

EXPLANATION = Section("explanation_part", WORDS, pec("48(1), 168(1)"))
_EXPLANATION_FIELDS = EXPLANATION.of(
    Field("explanation", Kind.RICH, max_length=10_000, source=pec("48(1), 58(1)")),
    Field("explanation_missing", Kind.TEXT, max_length=1_000,
        required_when=AllOf((Filled("response"), Blank("explanation")))),
    Field("good_reason", Kind.CODE, unit="reason", codes="good_reason", required_when=Filled("response"),
        source=pec("48(3), 58(3), 168(1)")),
    Field("reason_document", Kind.TEXT, unit="reason", max_length=300,
        required_when=OneOf("good_reason", ("illness", "documented")), source=pec("48(3), 58(3)")),
)

RESPONSE = Section("response_part", WORDS, pec("168"))
_RESPONSE_FIELDS = RESPONSE.of(
    Field("response", Kind.CODE, unit="response_made", codes="breach_response", source=pec("48, 58, 64, 168")),
    Field("decided_at", Kind.TIMESTAMP, unit="response_made", not_future=True, not_before="happened_at",
        required_when=Filled("response")),
    Field("decided_by", Kind.TEXT, unit="response_made", max_length=200),
    Field("reasons", Kind.RICH, unit="response_made", max_length=10_000, required_when=Filled("response"),
        assertion=Assertion.ASSESSMENT, source=pec("168(2), 168(3)")),
    Field("earlier_warning", Kind.REF, target="breach", source=pec("168(2)")),
    Field("warning_number", Kind.TEXT, unit="warning", max_length=60, source=pec("168(1)"), stays_open=True),
    Field("warned_at", Kind.TIMESTAMP, unit="warning", not_future=True, required_when=Equals("response", "warning"),
        source=pec("168(1)"), stays_open=True),
    Field("consequences_explained", Kind.TRI, unit="warning", source=pec("168(1)"), stays_open=True),
    Field("variation", Kind.REF, target="variation", source=pec("168(2), 168(3)"), stays_open=True),
)

BREACH = RecordType(
    "breach",
    1,
    WORDS,
    Archetype.EVENT,
    (*_FOUND_FIELDS, *_EXPLANATION_FIELDS, *_RESPONSE_FIELDS, *paper("breach")),
    roles=("probation_officer", "head"),
    sections=(FOUND, EXPLANATION, RESPONSE, PAPER),
    columns=("person", "supervision", "kind", "happened_at", "good_reason", "response", "decided_at",
        "warned_at"),
    moment="happened_at",
    source=pec("168"),
    steps=("P77",),
    signing=Signing("2026-1", by=("probation_officer", "head")),
    purpose="execution_of_sentences",
)

TYPES = (BREACH,)
