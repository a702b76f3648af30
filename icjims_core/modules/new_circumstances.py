"""Reopening of a case by new or newly discovered circumstances (P63)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Field,
    Kind,
    Merge,
    OneOf,
    RecordType,
    Section,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
MOTION = Section("motion", WORDS, cpc("451–454"))
_MOTION_FIELDS = MOTION.of(
    Field("filed_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("454")),
    Field("circumstance", Kind.CODE, required=True, codes="new_circumstance", source=cpc("451(3), 451(4)")),
    Field("person", Kind.REF, target="person"),
    Field("applicant", Kind.CODE, unit="filed_by", codes="appellant", source=cpc("454")),
    Field("applicant_name", Kind.TEXT, unit="filed_by", max_length=200, searchable=True),
    Field("verdict", Kind.REF, target="verdict", source=cpc("451(1)")),
    Field("decision_reviewed", Kind.TEXT, max_length=300, source=cpc("451(1), 452")),
    Field("discovered_on", Kind.DATE, not_future=True, source=cpc("453(4)")),
    Field("established_by", Kind.TEXT, max_length=500, source=cpc("451(3), 451(5)")),
    Field("in_favour", Kind.TRI, source=cpc("453(1), 453(3)")),
    Field("reasons", Kind.RICH, max_length=50_000, assertion=Assertion.ASSESSMENT),
)

DECISION = Section("decision", WORDS, cpc("452, 455"))
_DECISION_FIELDS = DECISION.of(
    Field("court", Kind.TEXT, max_length=200, searchable=True, source=cpc("452")),
    Field("received_at", Kind.TIMESTAMP, not_future=True),
    Field("decision", Kind.CODE, unit="court_ruling", codes="new_circumstance_decision", source=cpc("455(1)")),
    Field("decided_at", Kind.TIMESTAMP, unit="court_ruling", not_future=True, not_before="filed_at",
        source=cpc("455(1)")),
    Field("outcome", Kind.RICH, max_length=20_000,
        required_when=OneOf("decision", ("reopened_discovered", "reopened_new")), source=cpc("455(1), 456")),
    Field("appealed_at", Kind.TIMESTAMP, not_future=True, source=cpc("455(2)"), stays_open=True),
    Field("sent_at", Kind.TIMESTAMP, not_future=True, source=cpc("455(1)"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

NEW_CIRCUMSTANCES = RecordType(
    "new_circumstances",
    1,
    WORDS,
    Archetype.ORDER,
    (*_MOTION_FIELDS, *_DECISION_FIELDS, *order_header("new_circumstances")),
    roles=("court_clerk", "judge", "prosecutor", "clerk", "head"),
    sections=(MOTION, DECISION, HEADER),
    columns=("filed_at", "circumstance", "person", "applicant", "verdict", "discovered_on", "court", "decision",
        "decided_at"),
    moment="filed_at",
    source=cpc("451–456"),
    steps=("P63",),
    signing=Signing("2026-1", ("judge",)),
)

TYPES = (NEW_CIRCUMSTANCES,)
