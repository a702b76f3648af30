"""Receipt of the case by the court and the judge’s first decision on it (P55)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Merge, RecordType, Section, Signing
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
RECEIPT = Section("receipt", WORDS, cpc("277"))
_RECEIPT_FIELDS = RECEIPT.of(
    Field("received_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("277(3)")),
    Field("court", Kind.TEXT, max_length=200, searchable=True, source=cpc("277(2)(2)")),
    Field("court_number", Kind.TEXT, max_length=60, searchable=True),
    Field("judge", Kind.TEXT, unit="allocation", max_length=200, source=cpc("277(2)(2)")),
    Field("allocated_automatically", Kind.TRI, unit="allocation", source=cpc("29(1)")),
    Field("accused", Kind.REF, merge=Merge.SET, target="person"),
    Field("in_custody", Kind.REF, merge=Merge.SET, target="person", source=cpc("303")),
    Field("volumes", Kind.INT, unit="case_file", minimum=0),
    Field("folios", Kind.INT, unit="case_file", minimum=0),
)

DECISION = Section("decision", WORDS, cpc("277, 278"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, unit="ruling", codes="court_receipt_decision", source=cpc("277(1)")),
    Field("decided_at", Kind.TIMESTAMP, unit="ruling", not_future=True, not_before="received_at",
        source=cpc("277(2)(1), 277(3)")),
    Field("reasons", Kind.RICH, unit="ruling", max_length=20_000, source=cpc("277(2)(3)")),
    Field("return_grounds", Kind.CODE, merge=Merge.SET, codes="court_return_ground",
        required_when=Equals("decision", "returned_prosecutor"), source=cpc("278(1)")),
    Field("to_court", Kind.TEXT, max_length=200, required_when=Equals("decision", "jurisdiction"),
        source=cpc("277(1)(2), 274(1)")),
    Field("joined_with", Kind.TEXT, max_length=100, required_when=Equals("decision", "joined"),
        source=cpc("277(1)(3)")),
    Field("preliminary_asked_at", Kind.TIMESTAMP, unit="preliminary_motion", not_future=True, source=cpc("279(2)")),
    Field("preliminary_asked_by", Kind.TEXT, unit="preliminary_motion", max_length=200, source=cpc("279(2)")),
    Field("preliminary_grounds", Kind.CODE, merge=Merge.SET, codes="preliminary_ground",
        required_when=Equals("decision", "preliminary_set"), source=cpc("279(1)")),
    Field("copies_sent_at", Kind.TIMESTAMP, not_future=True, source=cpc("278(2)"), stays_open=True),
    Field("sent_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at", source=cpc("277(1)"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

COURT_RECEIPT = RecordType(
    "court_receipt",
    1,
    WORDS,
    Archetype.ORDER,
    (*_RECEIPT_FIELDS, *_DECISION_FIELDS, *order_header("court_receipt")),
    roles=("court_clerk", "judge", "clerk", "head"),
    sections=(RECEIPT, DECISION, HEADER),
    columns=("received_at", "court", "court_number", "judge", "decision", "decided_at", "sent_at"),
    moment="received_at",
    source=cpc("277, 278"),
    steps=("P55",),
    signing=Signing("2026-1", ("judge",)),
)

TYPES = (COURT_RECEIPT,)
