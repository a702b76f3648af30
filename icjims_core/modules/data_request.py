"""A request of a person about data held on that person: access, rectification, restriction, and the answer (P84)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    Archetype,
    Field,
    Filled,
    Kind,
    Merge,
    OneOf,
    RecordType,
    Section,
    Signing,
    Source,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import dc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
REQUEST = Section("request", WORDS, dc("72, 74, 82, 83"))
_REQUEST_FIELDS = REQUEST.of(
    Field("applicant", Kind.TEXT, required=True, max_length=300, searchable=True),
    Field("kind", Kind.CODE, required=True, codes="data_request_kind", source=dc("72, 74, 82, 83")),
    Field("received_at", Kind.TIMESTAMP, required=True, not_future=True, source=dc("72(2)(3), 72(4)")),
    Field("way", Kind.CODE, codes="submission_way"),
    Field("identity_checked", Kind.TRI),
    Field("representative", Kind.TEXT, max_length=300),
    Field("scope", Kind.RICH, max_length=10_000),
    Field("about_case", Kind.REF, target="case"),
    Field("person_statement", Kind.TEXT, merge=Merge.APPEND, max_length=4_000,
        source=Source("Directive (EU) 2016/680", "16")),
)

ANSWER = Section("answer_part", WORDS, dc("72–74"))
_ANSWER_FIELDS = ANSWER.of(
    Field("decision", Kind.CODE, unit="ruling", codes="data_request_decision", source=dc("72–74")),
    Field("decided_at", Kind.TIMESTAMP, unit="ruling", not_future=True, not_before="received_at",
        required_when=Filled("decision")),
    Field("reasons", Kind.RICH, unit="ruling", max_length=10_000,
        required_when=OneOf("decision", ("granted_partly", "refused", "criminal_procedure")), source=dc("73, 83(2)")),
    Field("restriction_grounds", Kind.CODE, merge=Merge.SET, codes="data_restriction_ground", source=dc("73(1)")),
    Field("answer", Kind.RICH, max_length=20_000),
    Field("others_redacted", Kind.TRI, source=dc("72(3)")),
    Field("answered_at", Kind.TIMESTAMP, not_future=True, not_before="received_at", source=dc("72(2)(3), 72(4), 74(3)"),
        stays_open=True),
    Field("restricted_from", Kind.TIMESTAMP, unit="restriction", source=dc("84(1)")),
    Field("restricted_until", Kind.TIMESTAMP, unit="restriction", not_before="restricted_from", source=dc("84(1)")),
    Field("recipients_told", Kind.TEXT, merge=Merge.SET, max_length=300,
        source=Source("Directive (EU) 2016/680", "7(3), 16(6)")),
    Field("appeal_at", Kind.TIMESTAMP, not_future=True, source=dc("83(3)"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

DATA_REQUEST = RecordType(
    "data_request",
    1,
    WORDS,
    Archetype.ORDER,
    (*_REQUEST_FIELDS, *_ANSWER_FIELDS, *paper("data_request", without=("interpreter",))),
    roles=("clerk", "head", "security_officer"),
    sections=(REQUEST, ANSWER, PAPER),
    columns=(
        *("applicant", "kind", "received_at", "decision", "decided_at", "answered_at"),
        *("about_case", "restricted_from", "restricted_until"),
    ),
    moment="received_at",
    in_case=False,
    source=dc("72–74"),
    steps=("P84",),
    signing=Signing("2026-1", by=("head",)),
    purpose="data_rights",
)

TYPES = (DATA_REQUEST,)
