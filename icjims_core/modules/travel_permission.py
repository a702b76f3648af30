"""A request of a client to leave, move or change work, and the decision within its term (P76)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Filled,
    Kind,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
REQUEST = Section("request", WORDS, pec("63, 166"))
_REQUEST_FIELDS = REQUEST.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("supervision", Kind.REF, target="supervision"),
    Field("kind", Kind.CODE, required=True, codes="permission_kind", source=pec("63(2), 166(2)")),
    Field("requested_at", Kind.TIMESTAMP, not_future=True, source=pec("63(2)(3), 166(2)(3)")),
    Field("ground", Kind.CODE, codes="permission_ground", source=pec("63(2)(3), 166(2)(3)")),
    Field("ground_document", Kind.TEXT, max_length=300),
    Field("destination", Kind.TEXT, max_length=500, sensitivity=Sensitivity.CONTACT),
    Field("away_from", Kind.DATE, unit="absence_time"),
    Field("away_until", Kind.DATE, unit="absence_time", not_before="away_from"),
    Field("days", Kind.INT, minimum=1, maximum=366, source=pec("63(2)(3), 166(2)(3)")),
    Field("travel_days", Kind.INT, minimum=0, maximum=30, source=pec("166(2)(3)")),
)

DECISION = Section("decision_part", WORDS, pec("63(2)(3), 166(2)(3)"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, unit="ruling", codes="permission_decision"),
    Field("decided_at", Kind.TIMESTAMP, unit="ruling", not_future=True, not_before="requested_at",
        required_when=Filled("decision"), source=pec("166(2)(3)")),
    Field("decided_by", Kind.TEXT, unit="ruling", max_length=200),
    Field("reasons", Kind.RICH, unit="ruling", max_length=5_000, required_when=Equals("decision", "refused"),
        source=pec("53(2)")),
    Field("conditions", Kind.TEXT, max_length=1_000),
    Field("told_at", Kind.TIMESTAMP, not_future=True, stays_open=True),
    Field("returned_at", Kind.TIMESTAMP, not_future=True, stays_open=True),
)

MOVE = Section("move", WORDS, pec("45(2)(6), 54(1)(4), 166(1)(3)"))
_MOVE_FIELDS = MOVE.of(
    Field("changed_on", Kind.DATE, not_future=True, source=pec("45(2)(6), 54(1)(4)")),
    Field("told_office_at", Kind.TIMESTAMP, not_future=True, source=pec("45(2)(6), 54(1)(4)")),
    Field("new_address", Kind.TEXT, max_length=500, sensitivity=Sensitivity.CONTACT,
        required_when=Equals("kind", "residence")),
    Field("new_office", Kind.TEXT, max_length=40, pattern=r"[0-9A-Za-z-]{2,40}", picked_from="office"),
    Field("file_transfer", Kind.REF, target="handover", stays_open=True),
)

TRAVEL_PERMISSION = RecordType(
    "travel_permission",
    1,
    WORDS,
    Archetype.ORDER,
    (*_REQUEST_FIELDS, *_DECISION_FIELDS, *_MOVE_FIELDS, *paper("travel_permission")),
    roles=("probation_officer", "clerk", "head"),
    sections=(REQUEST, DECISION, MOVE, PAPER),
    columns=("person", "supervision", "kind", "requested_at", "away_from", "away_until", "days", "decision",
        "decided_at", "returned_at"),
    moment="requested_at",
    source=pec("63, 166"),
    steps=("P76",),
    signing=Signing("2026-1", by=("probation_officer", "head")),
    purpose="execution_of_sentences",
)

TYPES = (TRAVEL_PERMISSION,)
