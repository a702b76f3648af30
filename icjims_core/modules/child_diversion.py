"""Diversion of a child from the criminal justice system: order, contract, measures, monitoring, breach (P49)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Filled,
    Gravity,
    Kind,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
ORDER = Section("order", WORDS, cpc("467, 468"))
_ORDER_FIELDS = ORDER.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("decided_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("468(1)")),
    Field("article", Kind.CODE, unit="qualification", codes="criminal_code_article"),
    Field("part", Kind.TEXT, unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?"),
    Field("gravity", Kind.CODE, codes="gravity", derived=Gravity("article", "part"), source=cpc("468(1)")),
    Field("first_time", Kind.TRI, source=cpc("467(4)(1), 468(1)")),
    Field("no_conviction", Kind.TRI, source=cpc("467(4)(2)")),
    Field("no_earlier_programme", Kind.TRI, source=cpc("467(4)(3), 468(1)")),
    Field("admitted", Kind.TRI, source=cpc("467(4)(4), 468(1)")),
    Field("best_interests", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT,
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("467(3), 470(2)")),
)

CONSENT = Section("consent", WORDS, cpc("469"))
_CONSENT_FIELDS = CONSENT.of(
    Field("informed_at", Kind.TIMESTAMP, not_future=True, source=cpc("469(1)")),
    Field("explained_in_writing", Kind.TRI, source=cpc("469(2)")),
    Field("child_consents", Kind.TRI, source=cpc("469(2)")),
    Field("legal_representative", Kind.REF, target="person", source=cpc("468(2)")),
    Field("lawyer_name", Kind.TEXT, max_length=200, source=cpc("468(2)")),
    Field("child_protection_officer", Kind.TEXT, max_length=200, source=cpc("468(2), 475(1)")),
)

CONTRACT = Section("contract", WORDS, cpc("468"))
_CONTRACT_FIELDS = CONTRACT.of(
    Field("contract_at", Kind.TIMESTAMP, unit="contract_term", not_future=True, source=cpc("468(2), 468(3)")),
    Field("contract_months", Kind.INT, unit="contract_term", minimum=3, maximum=12, source=cpc("468(3)")),
    Field("contract_until", Kind.DATE, unit="contract_term", not_before="contract_at", source=cpc("468(3)")),
    Field("measures", Kind.CODE, merge=Merge.SET, codes="diversion_measure", source=cpc("467(5)")),
    Field("obligations", Kind.CODE, merge=Merge.SET, codes="diversion_obligation", source=cpc("473")),
    Field("obligation_details", Kind.RICH, max_length=10_000, source=cpc("473")),
    Field("compensation", Kind.MONEY, minimum=0, source=cpc("472")),
    Field("surety", Kind.TEXT, max_length=300, source=cpc("474")),
    Field("contract_signatures", Kind.SIGNATURE, merge=Merge.APPEND, source=cpc("468(2)"), stays_open=True),
)

APPROVAL = Section("approval", WORDS, cpc("468(4)–468(6)"))
_APPROVAL_FIELDS = APPROVAL.of(
    Field("approval", Kind.CODE, unit="prosecutor_ruling", codes="approval_decision", source=cpc("468(4)"),
        stays_open=True),
    Field("approved_at", Kind.TIMESTAMP, unit="prosecutor_ruling", not_future=True, source=cpc("468(4)"),
        stays_open=True),
    Field("approval_reasons", Kind.RICH, unit="prosecutor_ruling", max_length=10_000,
        required_when=Equals("approval", "refused"), source=cpc("468(5)"), stays_open=True),
    Field("victim_notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("468(6)"), stays_open=True),
)

MONITORING = Section("monitoring", WORDS, cpc("475"))
_MONITORING_FIELDS = MONITORING.of(
    Field("monitoring", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, source=cpc("475(1), 475(2)"), stays_open=True),
    Field("breach_reported_at", Kind.TIMESTAMP, unit="breach_report", not_future=True, not_before="decided_at",
        source=cpc("475(3)"), stays_open=True),
    Field("breach", Kind.RICH, unit="breach_report", max_length=10_000, source=cpc("475(2), 475(3)"), stays_open=True),
    Field("child_heard_at", Kind.TIMESTAMP, not_future=True, source=cpc("475(4)"), stays_open=True),
    Field("breach_decision", Kind.CODE, unit="breach_ruling", codes="diversion_breach_decision", source=cpc("475(4)"),
        stays_open=True),
    Field("breach_decided_at", Kind.TIMESTAMP, unit="breach_ruling", not_future=True,
        required_when=Filled("breach_decision"), source=cpc("475(4)"), stays_open=True),
    Field("extended_until", Kind.DATE, unit="breach_ruling", required_when=Equals("breach_decision", "extended"),
        source=cpc("475(4)"), stays_open=True),
    Field("completed_at", Kind.TIMESTAMP, not_future=True, source=cpc("469(4)"), stays_open=True),
)

CHILD_DIVERSION = RecordType(
    "child_diversion",
    1,
    WORDS,
    Archetype.ORDER,
    (*_ORDER_FIELDS, *_CONSENT_FIELDS, *_CONTRACT_FIELDS, *_APPROVAL_FIELDS, *_MONITORING_FIELDS,
        *order_header("child_diversion")),
    roles=("investigator", "prosecutor", "clerk", "head"),
    sections=(ORDER, CONSENT, CONTRACT, APPROVAL, MONITORING, HEADER),
    columns=("person", "decided_at", "article", "part", "contract_until", "approval", "approved_at",
        "breach_decision", "completed_at"),
    moment="decided_at",
    source=cpc("467–475"),
    steps=("P49",),
    signing=Signing("2026-1", ("investigator",), (("prosecutor", "prosecutor_approval"),)),
)

TYPES = (CHILD_DIVERSION,)
