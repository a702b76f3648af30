"""Motions, recusals and complaints: who, how, to whom, what was decided and served (P18)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Filled,
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

FILING = Section("filing", WORDS, cpc("69, 124, 126, 128"))
_FILING_FIELDS = FILING.of(
    Field("kind", Kind.CODE, required=True, codes="motion_kind", source=cpc("69, 124, 126, 128, 130")),
    Field("person", Kind.REF, target="person", source=cpc("125")),
    Field("filed_by_name", Kind.TEXT, max_length=200, source=cpc("125")),
    Field("in_interest_of", Kind.REF, target="person", source=cpc("126(3)")),
    Field("channel", Kind.CODE, codes="motion_channel", source=cpc("124(1), 126(2), 128(1)")),
    Field("filed_at", Kind.TIMESTAMP, not_future=True, source=cpc("124(2)")),
    Field("received_at", Kind.TIMESTAMP, required=True, not_future=True, not_before="filed_at",
        source=cpc("76(3), 129(1), 130(2)")),
    Field("received_by", Kind.TEXT, max_length=200),
    Field("subject", Kind.RICH, required=True, max_length=50_000, searchable=True),
    Field("challenged", Kind.TEXT, unit="challenged_act", max_length=500, source=cpc("125")),
    Field("challenged_known_at", Kind.TIMESTAMP, unit="challenged_act", not_future=True, source=cpc("127")),
    Field("term_restored", Kind.TRI),
)

ADDRESSEE = Section("addressee", WORDS, cpc("69, 124, 128–130"))
_ADDRESSEE_FIELDS = ADDRESSEE.of(
    Field("addressee", Kind.CODE, codes="motion_addressee", source=cpc("69(1), 124(3), 129(1), 130(2)")),
    Field("forwarded_at", Kind.TIMESTAMP, not_future=True, not_before="received_at", source=cpc("69(2), 128(2)")),
    Field("decider_received_at", Kind.TIMESTAMP, not_future=True, source=cpc("69(2), 129(1), 130(2)")),
    Field("due_at", Kind.TIMESTAMP),
    Field("extended_until", Kind.TIMESTAMP, unit="extension", source=cpc("129(1)")),
    Field("extension_reason", Kind.TEXT, unit="extension", max_length=1_000, required_when=Filled("extended_until"),
        source=cpc("129(1)")),
    Field("extension_told_at", Kind.TIMESTAMP, unit="extension", not_future=True, source=cpc("129(1)")),
)

DECISION = Section("decision", WORDS, cpc("69, 124, 129, 130"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, unit="decided", codes="petition_decision", source=cpc("124(3), 129(2)")),
    Field("decided_at", Kind.TIMESTAMP, unit="decided", not_future=True, not_before="received_at",
        required_when=Filled("decision"), source=cpc("124(2)")),
    Field("decided_by", Kind.TEXT, unit="decided", max_length=300),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT,
        required_when=OneOf("decision", ("partly", "refused")), source=cpc("124(3)")),
    Field("annuls_decision", Kind.TRI, source=cpc("129(2)")),
    Field("withdrawn_by", Kind.TEXT, max_length=200, required_when=Equals("decision", "withdrawn"),
        source=cpc("126(3)")),
)

SERVICE = Section("service", WORDS, cpc("124(3), 129(2)"))
_SERVICE_FIELDS = SERVICE.of(
    Field("served_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at", source=cpc("124(3), 129(2)"),
        stays_open=True),
    Field("appeal_explained", Kind.TRI, source=cpc("69(4), 124(5)"), stays_open=True),
    Field("course", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

MOTION = RecordType(
    "motion",
    1,
    WORDS,
    Archetype.EVENT,
    (*_FILING_FIELDS, *_ADDRESSEE_FIELDS, *_DECISION_FIELDS, *_SERVICE_FIELDS, *header("motion")),
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "prosecutor", "court_clerk",
        "judge", "probation_officer", "penitentiary_officer", "clerk", "head"),
    sections=(FILING, ADDRESSEE, DECISION, SERVICE, HEADER),
    columns=("kind", "person", "channel", "filed_at", "received_at", "addressee", "forwarded_at", "due_at",
        "decision", "decided_at", "served_at"),
    moment="received_at",
    source=cpc("69, 124–130"),
    steps=("P18",),
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "prosecutor", "judge", "head")),
)

TYPES = (MOTION,)
