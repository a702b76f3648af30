"""Extension of the pre-investigation check (P05)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import Archetype, Assertion, Equals, Field, Kind, RecordType, Section, Signing
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off

ORDER = Section("order", WORDS, cpc("153(3)"))
_ORDER_FIELDS = ORDER.of(
    Field("reason", Kind.CODE, required=True, codes="check_extension_reason", source=cpc("153(3)(1), 153(3)(2)")),
    Field("ordered_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("153(3)")),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("153(3)")),
    Field("done_so_far", Kind.RICH, max_length=20_000),
    Field("new_term_until", Kind.DATE, not_before="ordered_at", source=cpc("153(3)")),
)

CONSENT = Section("consent", WORDS, cpc("153(3)"))
_CONSENT_FIELDS = CONSENT.of(
    Field("prosecutor_consent", Kind.TRI, unit="prosecutor_decision", source=cpc("153(3)"), stays_open=True),
    Field("prosecutor_name", Kind.TEXT, unit="prosecutor_decision", max_length=200, stays_open=True),
    Field("decided_at", Kind.TIMESTAMP, unit="prosecutor_decision", not_future=True, not_before="ordered_at",
        stays_open=True),
    Field("refusal_reasons", Kind.RICH, max_length=10_000, required_when=Equals("prosecutor_consent", "no"),
        assertion=Assertion.ASSESSMENT, stays_open=True),
    Field("applicant_told_at", Kind.TIMESTAMP, not_future=True, stays_open=True),
)

CHECK_EXTENSION = RecordType(
    "check_extension",
    1,
    WORDS,
    Archetype.ORDER,
    (*_ORDER_FIELDS, *_CONSENT_FIELDS, *header("check_extension")),
    roles=("investigator", "inquiry_officer", "prosecutor", "clerk", "head"),
    sections=(ORDER, CONSENT, HEADER),
    columns=("reason", "ordered_at", "new_term_until", "prosecutor_consent", "decided_at"),
    moment="ordered_at",
    source=cpc("153(3)"),
    steps=("P04", "P05"),
    signing=Signing("2026-1", ("investigator", "inquiry_officer"), (("prosecutor", "consent"),)),
)

TYPES = (CHECK_EXTENSION,)
