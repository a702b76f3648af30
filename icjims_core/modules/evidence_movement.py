"""A movement of a piece of evidence: one link of its chain of custody, never changed afterwards (P42)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Merge, OneOf, RecordType, Section, Signing
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
MOVEMENT = Section("movement", WORDS, cpc("86(3), 87(4), 87(7)"))
_MOVEMENT_FIELDS = MOVEMENT.of(
    Field("evidence", Kind.REF, required=True, target="evidence"),
    Field("kind", Kind.CODE, required=True, codes="movement_kind", source=cpc("86(3), 87")),
    Field("moved_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("87(4)")),
    Field("from_whom", Kind.TEXT, unit="parties", max_length=300, source=cpc("86(3), 87(7)")),
    Field("to_whom", Kind.TEXT, unit="parties", max_length=300, source=cpc("86(3), 87(7)")),
    Field("from_storage", Kind.CODE, unit="places", codes="storage_place", source=cpc("87(2)")),
    Field("to_storage", Kind.CODE, unit="places", codes="storage_place", source=cpc("87(2)")),
    Field("reason", Kind.TEXT, max_length=500, source=cpc("87(4), 87(5)")),
    Field("handover", Kind.REF, target="handover", source=cpc("86(3), 87(7)")),
    Field("examination", Kind.REF, target="expert_examination",
        required_when=OneOf("kind", ("to_expert", "from_expert")), source=cpc("190(3)")),
    Field("seal_state", Kind.CODE, unit="seal", codes="seal_state", source=cpc("172(10), 190(3)")),
    Field("seal_number", Kind.TEXT, unit="seal", max_length=60, required_when=OneOf("seal_state", ("opened",)),
        source=cpc("172(10)")),
    Field("damage", Kind.TEXT, max_length=1_000, required_when=OneOf("seal_state", ("broken",))),
    Field("weight_g", Kind.INT, minimum=0),
    Field("received", Kind.TRI, unit="receipt", stays_open=True),
    Field("received_at", Kind.TIMESTAMP, unit="receipt", not_future=True, not_before="moved_at", stays_open=True),
    Field("signatures", Kind.SIGNATURE, merge=Merge.APPEND, stays_open=True),
    Field("photos", Kind.FILE, merge=Merge.SET),
    Field("remarks", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

EVIDENCE_MOVEMENT = RecordType(
    "evidence_movement",
    1,
    WORDS,
    Archetype.EVENT,
    _MOVEMENT_FIELDS,
    roles=("inquiry_officer", "investigator", "prosecutor", "court_clerk", "clerk", "head"),
    sections=(MOVEMENT,),
    columns=("evidence", "kind", "moved_at", "from_whom", "to_whom", "to_storage", "seal_state", "received_at"),
    moment="moved_at",
    source=cpc("86(3), 87"),
    steps=("P42",),
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "court_clerk")),
)

TYPES = (EVIDENCE_MOVEMENT,)
