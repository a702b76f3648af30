"""Sending a case, material or errand to another body; complete only with the receipt of the other side (P08, P54)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
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

SENDING = Section("sending", WORDS, cpc("157, 159, 160"))
_SENDING_FIELDS = SENDING.of(
    Field("kind", Kind.CODE, required=True, codes="handover_kind", source=cpc("153(5), 157(1), 160")),
    Field("to_office", Kind.TEXT, required=True, unit="receiver", max_length=40, pattern=r"[0-9A-Za-z-]{2,40}",
        searchable=True, picked_from="office", name_in="to_name"),
    Field("to_name", Kind.TEXT, unit="receiver", max_length=300),
    Field("from_office", Kind.TEXT, max_length=40, pattern=r"[0-9A-Za-z-]{2,40}", picked_from="office"),
    Field("sent_at", Kind.TIMESTAMP, required=True, not_future=True),
    Field("sent_by", Kind.TEXT, max_length=200),
    Field("outgoing_number", Kind.TEXT, max_length=60, searchable=True),
    Field("person", Kind.REF, target="person"),
)

REASON = Section("reason", WORDS, cpc("35(1)(5), 159, 160"))
_REASON_FIELDS = REASON.of(
    Field("reason", Kind.CODE, codes="handover_reason", required_when=Equals("kind", "jurisdiction"),
        source=cpc("35(1)(5), 159(8), 159(9), 160(1)")),
    Field("competence_article", Kind.TEXT, max_length=100, source=cpc("159")),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT),
    Field("prosecutor_name", Kind.TEXT, max_length=200, source=cpc("35(1)(5), 160(2)")),
    Field("errand", Kind.RICH, max_length=20_000, required_when=Equals("kind", "errand"), source=cpc("160(3)")),
)

CONTENT = Section("content", WORDS)
_CONTENT_FIELDS = CONTENT.of(
    Field("volumes", Kind.INT, unit="extent", minimum=0, maximum=10_000),
    Field("folios", Kind.INT, unit="extent", minimum=0, maximum=1_000_000),
    Field("inventory", Kind.RICH, max_length=50_000),
    Field("evidence_items", Kind.TEXT, merge=Merge.SET, max_length=300),
    Field("detained", Kind.REF, merge=Merge.SET, target="person"),
    Field("urgent_actions_done", Kind.TRI, source=cpc("160(2)")),
)

COURSE = Section("course", WORDS)
_COURSE_FIELDS = COURSE.of(
    Field("expected_by", Kind.DATE, not_before="sent_at", stays_open=True),
    Field("inquiries", Kind.TEXT, merge=Merge.APPEND, max_length=2_000, stays_open=True),
)

HANDOVER = RecordType(
    "handover",
    1,
    WORDS,
    Archetype.ORDER,
    (*_SENDING_FIELDS, *_REASON_FIELDS, *_CONTENT_FIELDS, *_COURSE_FIELDS, *header("handover")),
    roles=("duty_officer", "inquiry_officer", "investigator", "prosecutor", "court_clerk", "judge",
        "probation_officer", "penitentiary_officer", "clerk", "head"),
    sections=(SENDING, REASON, CONTENT, COURSE, HEADER),
    columns=("kind", "from_office", "to_office", "sent_at", "reason", "outgoing_number", "folios", "expected_by"),
    moment="sent_at",
    source=cpc("157, 159, 160"),
    steps=("P08", "P53", "P54", "P64", "P76"),
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge", "head", "probation_officer")),
)

TYPES = (HANDOVER,)
