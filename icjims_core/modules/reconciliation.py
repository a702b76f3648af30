"""Reconciliation of the parties: motion, bars, care for the victim, the agreement, the decision (P48)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Gravity,
    Kind,
    Merge,
    RecordType,
    Section,
    Signing,
    Source,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
MOTION = Section("motion", WORDS, cpc("505"))
_MOTION_FIELDS = MOTION.of(
    Field("person", Kind.REF, required=True, target="person", source=cpc("506(1)(2)")),
    Field("victims", Kind.REF, merge=Merge.SET, target="person", source=cpc("505(7), 506(1)(2)")),
    Field("motion_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("505(1)")),
    Field("motion_by", Kind.CODE, codes="reconciliation_side", source=cpc("505(1)")),
    Field("stage", Kind.CODE, codes="proceedings_stage", source=cpc("505(3)")),
    Field("rights_explained_at", Kind.TIMESTAMP, not_future=True, source=cpc("505(5)")),
    Field("article", Kind.CODE, unit="qualification", codes="criminal_code_article"),
    Field("part", Kind.TEXT, unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?"),
    Field("gravity", Kind.CODE, codes="gravity", derived=Gravity("article", "part"), source=cpc("505(2)")),
)

BARS = Section("bars", WORDS, cpc("27(5), 505(2), 505(7)"))
_BAR_FIELDS = BARS.of(
    Field("bars", Kind.CODE, merge=Merge.SET, codes="reconciliation_bar", source=cpc("27(5), 505(2), 505(7)")),
    Field("all_victims_agree", Kind.TRI, source=cpc("505(7)")),
    Field("violence_case", Kind.TRI),
    Field("pressure_checked", Kind.TRI, unit="pressure_check", required_when=Equals("violence_case", "yes"),
        source=Source("Istanbul Convention", "48"), assertion=Assertion.ASSESSMENT),
    Field("pressure_checked_by", Kind.TEXT, unit="pressure_check", max_length=200),
    Field("pressure_note", Kind.RICH, unit="pressure_check", max_length=10_000, assertion=Assertion.ASSESSMENT),
    Field("heard_alone", Kind.TRI),
    Field("accused_objects", Kind.TRI, source=cpc("27(5)")),
)

AGREEMENT = Section("agreement", WORDS, cpc("506"))
_AGREEMENT_FIELDS = AGREEMENT.of(
    Field("agreed_at", Kind.TIMESTAMP, unit="drawn_up", not_future=True, source=cpc("506(1)(1)")),
    Field("agreed_place", Kind.TEXT, unit="drawn_up", max_length=300, source=cpc("506(1)(1)")),
    Field("mediator", Kind.REF, target="person", source=cpc("505(1), 506(1)(2)")),
    Field("damage", Kind.MONEY, unit="terms", minimum=0, source=cpc("506(1)(3)")),
    Field("actions", Kind.RICH, unit="terms", max_length=10_000, source=cpc("506(1)(3)")),
    Field("due_on", Kind.DATE, unit="terms", source=cpc("506(1)(3)")),
    Field("accused_signature", Kind.SIGNATURE, source=cpc("506(2)"), stays_open=True),
    Field("victim_signatures", Kind.SIGNATURE, merge=Merge.APPEND, source=cpc("506(2)"), stays_open=True),
    Field("mediator_signature", Kind.SIGNATURE, source=cpc("506(2)"), stays_open=True),
    Field("copies_given_at", Kind.TIMESTAMP, not_future=True, source=cpc("506(3)"), stays_open=True),
)

DECISION = Section("decision", WORDS, cpc("507"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, unit="ruling", codes="reconciliation_decision", source=cpc("507(1)"), stays_open=True),
    Field("decided_at", Kind.TIMESTAMP, unit="ruling", not_future=True, source=cpc("507(1)"), stays_open=True),
    Field("reasons", Kind.RICH, unit="ruling", max_length=10_000, source=cpc("507(1)"), stays_open=True),
    Field("fulfilled_at", Kind.TIMESTAMP, not_future=True, source=cpc("506(1)(3)"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

RECONCILIATION = RecordType(
    "reconciliation",
    1,
    WORDS,
    Archetype.ORDER,
    (*_MOTION_FIELDS, *_BAR_FIELDS, *_AGREEMENT_FIELDS, *_DECISION_FIELDS, *order_header("reconciliation")),
    roles=("investigator", "prosecutor", "court_clerk", "judge", "clerk", "head"),
    sections=(MOTION, BARS, AGREEMENT, DECISION, HEADER),
    columns=("person", "motion_at", "stage", "article", "part", "agreed_at", "due_on", "decision", "decided_at"),
    moment="motion_at",
    source=cpc("505–507"),
    steps=("P48",),
    signing=Signing("2026-1", ("investigator", "judge")),
)

TYPES = (RECONCILIATION,)
