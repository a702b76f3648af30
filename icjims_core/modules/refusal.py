"""Refusal to initiate a criminal case, its notices and what is referred elsewhere (P06)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
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

DECISION = Section("decision", WORDS, cpc("153(2), 154"))
_DECISION_FIELDS = DECISION.of(
    Field("ground", Kind.CODE, required=True, codes="exclusion_ground", source=cpc("27(1), 154(1)")),
    Field("decided_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("153(3)")),
    Field("without_check", Kind.TRI, source=cpc("154(2)")),
    Field("person", Kind.REF, target="person"),
    Field("article", Kind.CODE, unit="qualification", codes="criminal_code_article"),
    Field("part", Kind.TEXT, unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?"),
    Field("circumstances", Kind.RICH, max_length=50_000, searchable=True),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("154(3)")),
    Field("evidence", Kind.RICH, max_length=20_000),
)

REFERRAL = Section("referral", WORDS, cpc("153(5)"))
_REFERRAL_FIELDS = REFERRAL.of(
    Field("referral", Kind.CODE, unit="referred", codes="referral_kind", source=cpc("153(5)"), stays_open=True),
    Field("referred_to", Kind.TEXT, unit="referred", max_length=300,
        required_when=OneOf("referral", ("offences", "discipline", "other_body")), source=cpc("153(5)"),
        stays_open=True),
    Field("referred_at", Kind.TIMESTAMP, unit="referred", not_future=True, stays_open=True),
    Field("offences_number", Kind.TEXT, unit="referred", max_length=40, stays_open=True),
)

NOTICE = Section("notice", WORDS, cpc("153(4), 154(3)"))
_NOTICE_FIELDS = NOTICE.of(
    Field("applicant_notified_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at", source=cpc("153(4)"),
        stays_open=True),
    Field("copy_sent_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at", source=cpc("154(3)"),
        stays_open=True),
    Field("copy_received_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at", source=cpc("154(3)"),
        stays_open=True),
    Field("person_notified_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at", stays_open=True),
    Field("appeal_explained", Kind.TRI, source=cpc("154(3)"), stays_open=True),
    Field("copy_on_request_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at", source=cpc("153(4)"),
        stays_open=True),
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at", stays_open=True),
    Field("notices", Kind.TEXT, merge=Merge.APPEND, max_length=2_000, stays_open=True),
)

REFUSAL = RecordType(
    "refusal",
    1,
    WORDS,
    Archetype.ORDER,
    (*_DECISION_FIELDS, *_REFERRAL_FIELDS, *_NOTICE_FIELDS, *header("refusal")),
    roles=("investigator", "prosecutor", "clerk", "head"),
    sections=(DECISION, REFERRAL, NOTICE, HEADER),
    columns=("ground", "decided_at", "person", "article", "part", "referral", "applicant_notified_at",
        "copy_received_at"),
    moment="decided_at",
    source=cpc("153, 154"),
    steps=("P06",),
    signing=Signing("2026-1", ("investigator", "prosecutor")),
)

TYPES = (REFUSAL,)
