"""The plan of supervision and the individual programme of social and legal help, made with the client (P69)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Filled,
    Kind,
    Merge,
    RecordType,
    Section,
    Signing,
    Source,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
PLAN = Section("plan", WORDS, pec("165(2)"))
_PLAN_FIELDS = PLAN.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("supervision", Kind.REF, target="supervision"),
    Field("assessment", Kind.REF, target="risk_assessment"),
    Field("drawn_at", Kind.TIMESTAMP, required=True, not_future=True),
    Field("valid_from", Kind.DATE, unit="period"),
    Field("valid_until", Kind.DATE, unit="period", not_before="valid_from"),
    Field("aims", Kind.RICH, max_length=20_000, searchable=True, source=pec("165(2)")),
    Field("review_on", Kind.DATE),
)

PROGRAMME = Section("programme", WORDS, pec("165(2), 165(3)"))
_PROGRAMME_FIELDS = PROGRAMME.of(
    Field("help_kinds", Kind.CODE, merge=Merge.SET, codes="help_kind", source=pec("165(3)")),
    Field("help_text", Kind.RICH, max_length=20_000, source=pec("165(2)")),
    Field("partners", Kind.TEXT, merge=Merge.SET, max_length=300, source=pec("165(4)")),
    Field("extra_measures", Kind.RICH, unit="extra", max_length=10_000, source=pec("165(2)")),
    Field("extra_consent", Kind.TRI, unit="extra", required_when=Filled("extra_measures"), source=pec("165(2)")),
)

REFUSAL = Section("refusal", WORDS, pec("165(6)"))
_REFUSAL_FIELDS = REFUSAL.of(
    Field("help_declined", Kind.TRI, unit="declined", source=pec("165(6)")),
    Field("declined_kinds", Kind.CODE, merge=Merge.SET, codes="help_kind", source=pec("165(6)")),
    Field("declined_act_number", Kind.TEXT, unit="declined", max_length=60,
        required_when=Equals("help_declined", "yes"), source=pec("165(6)")),
    Field("declined_at", Kind.TIMESTAMP, unit="declined", not_future=True, source=pec("165(6)")),
)

AGREEMENT = Section("agreement", WORDS, pec("165(2)"))
_AGREEMENT_FIELDS = AGREEMENT.of(
    Field("made_with_client", Kind.TRI, source=pec("165(2)")),
    Field("client_view", Kind.RICH, max_length=10_000, source=Source("European Probation Rules", "72–75")),
    Field("copy_given_at", Kind.TIMESTAMP, not_future=True, stays_open=True),
    Field("changes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, source=pec("165(2)"), stays_open=True),
)

SUPERVISION_PLAN = RecordType(
    "supervision_plan",
    1,
    WORDS,
    Archetype.ORDER,
    (*_PLAN_FIELDS, *_PROGRAMME_FIELDS, *_REFUSAL_FIELDS, *_AGREEMENT_FIELDS, *paper("supervision_plan")),
    roles=("probation_officer", "head"),
    sections=(PLAN, PROGRAMME, REFUSAL, AGREEMENT, PAPER),
    columns=("person", "supervision", "drawn_at", "valid_until", "review_on", "help_declined"),
    moment="drawn_at",
    source=pec("165(2)"),
    steps=("P69",),
    signing=Signing("2026-1", by=("probation_officer",), countersigned_by=(("head", "approval"),)),
    purpose="execution_of_sentences",
)

TYPES = (SUPERVISION_PLAN,)
