"""Cassation in the Supreme Court: filing, sending, return unheard, hearing, result (P62)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Filled,
    Kind,
    Merge,
    RecordType,
    Section,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
FILING = Section("filing", WORDS, cpc("440, 443, 444"))
_FILING_FIELDS = FILING.of(
    Field("filed_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("443(1)")),
    Field("handed_over_at", Kind.TIMESTAMP, not_future=True, source=cpc("137(3)")),
    Field("person", Kind.REF, target="person"),
    Field("appellant", Kind.CODE, unit="filed_by", codes="appellant", source=cpc("440, 444(1)(2)")),
    Field("appellant_name", Kind.TEXT, unit="filed_by", max_length=200, searchable=True, source=cpc("444(1)(2)")),
    Field("appeal", Kind.REF, target="appeal", source=cpc("439(3), 444(1)(3)")),
    Field("in_force_at", Kind.TIMESTAMP, not_future=True, source=cpc("442")),
    Field("grounds", Kind.CODE, merge=Merge.SET, codes="cassation_ground", source=cpc("441(1), 444(1)(5)")),
    Field("arguments", Kind.RICH, max_length=50_000, assertion=Assertion.ASSESSMENT,
        source=cpc("444(1)(5), 444(1)(6)")),
    Field("worsens", Kind.TRI, source=cpc("442")),
)

COURSE = Section("course", WORDS, cpc("443, 445"))
_COURSE_FIELDS = COURSE.of(
    Field("parties_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("443(2)")),
    Field("sent_at", Kind.TIMESTAMP, not_future=True, source=cpc("443(2)")),
    Field("received_at", Kind.TIMESTAMP, not_future=True, source=cpc("445(2), 447")),
    Field("court_number", Kind.TEXT, max_length=60, searchable=True),
    Field("returned_at", Kind.TIMESTAMP, unit="return_unheard", not_future=True, source=cpc("445(1), 445(2)")),
    Field("return_ground", Kind.CODE, unit="return_unheard", codes="cassation_return_ground",
        required_when=Filled("returned_at"), source=cpc("445(1)")),
    Field("withdrawn_at", Kind.TIMESTAMP, not_future=True, source=cpc("445(3)–445(5)")),
    Field("panel", Kind.TEXT, merge=Merge.SET, max_length=200, source=cpc("446(1)")),
    Field("rapporteur", Kind.TEXT, max_length=200, source=cpc("446(5)")),
    Field("scheduled_at", Kind.TIMESTAMP, source=cpc("446(4)")),
    Field("constitutional_request_at", Kind.TIMESTAMP, not_future=True, source=cpc("448(2)")),
)

RESULT = Section("result", WORDS, cpc("448, 450"))
_RESULT_FIELDS = RESULT.of(
    Field("decision", Kind.CODE, unit="cassation_ruling", codes="cassation_result", source=cpc("448(1)")),
    Field("decided_at", Kind.TIMESTAMP, unit="cassation_ruling", not_future=True, source=cpc("448, 450(1)")),
    Field("reasons", Kind.RICH, max_length=50_000, source=cpc("448(4)")),
    Field("termination_ground", Kind.CODE, codes="exclusion_ground", required_when=Equals("decision", "terminated"),
        source=cpc("448(1)(4)")),
    Field("new_composition", Kind.TRI, source=cpc("448(3)")),
    Field("dissent", Kind.TRI, source=cpc("449")),
    Field("full_text_at", Kind.TIMESTAMP, not_future=True, source=cpc("448(5)"), stays_open=True),
    Field("sent_for_execution_at", Kind.TIMESTAMP, not_future=True, source=cpc("450(2)"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

CASSATION = RecordType(
    "cassation",
    1,
    WORDS,
    Archetype.ORDER,
    (*_FILING_FIELDS, *_COURSE_FIELDS, *_RESULT_FIELDS, *order_header("cassation")),
    roles=("court_clerk", "judge", "prosecutor", "clerk", "head"),
    sections=(FILING, COURSE, RESULT, HEADER),
    columns=("filed_at", "person", "appellant", "received_at", "returned_at", "return_ground", "scheduled_at",
        "decision", "decided_at"),
    moment="filed_at",
    source=cpc("439–450"),
    steps=("P62",),
    signing=Signing("2026-1", ("judge",)),
)

TYPES = (CASSATION,)
