"""Presentation for identification: who recognises whom or what, among what, and how (P35)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, RECORDING, challenge, recording
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Kind,
    Merge,
    OneOf,
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
BEFORE = Section("before", WORDS, cpc("209, 210(1)"))
_BEFORE_FIELDS = BEFORE.of(
    Field("person", Kind.REF, required=True, target="person", source=cpc("209(1)")),
    Field("capacity", Kind.CODE, codes="interrogation_capacity", source=cpc("209(1)")),
    Field("interrogated", Kind.REF, target="interrogation", source=cpc("209(5)")),
    Field("previous_description", Kind.RICH, max_length=10_000, source=cpc("209(5)(4), 210(1)")),
    Field("seen_before", Kind.TRI, source=cpc("209(2), 209(5)(2)")),
    Field("senses_defects", Kind.TEXT, max_length=500, sensitivity=Sensitivity.SPECIAL_CATEGORY,
        source=cpc("209(5)(3)")),
    Field("warned", Kind.TRI, source=cpc("210(5)")),
    Field("repeated", Kind.TRI, source=cpc("209(3)")),
)

PRESENTATION = Section("presentation", WORDS, cpc("209, 210"))
_PRESENTATION_FIELDS = PRESENTATION.of(
    Field("object_kind", Kind.CODE, required=True, codes="identification_object", source=cpc("209(1)")),
    Field("presented_person", Kind.REF, target="person", required_when=Equals("object_kind", "person"),
        source=cpc("210(4)")),
    Field("presented_item", Kind.REF, target="evidence", source=cpc("210(13)")),
    Field("object_text", Kind.TEXT, max_length=1_000, source=cpc("210(12)–210(15)")),
    Field("mode", Kind.CODE, codes="identification_mode", source=cpc("209(4), 209(7), 210(7)–210(11)")),
    Field("mode_reason", Kind.TEXT, max_length=1_000,
        required_when=OneOf("mode", ("photo", "video", "unseen", "voice")), source=cpc("209(4), 210(7), 211(2)")),
    Field("lookalikes", Kind.INT, minimum=1, maximum=50, source=cpc("210(4), 210(9), 210(13)")),
    Field("lookalikes_described", Kind.RICH, max_length=10_000, source=cpc("210(4), 210(13)")),
    Field("single_reason", Kind.TEXT, max_length=500, required_when=Equals("lookalikes", 1),
        source=cpc("210(12), 210(13)")),
    Field("place_chosen", Kind.TEXT, max_length=200, source=cpc("210(4)")),
    Field("others_consent", Kind.TRI, source=cpc("210(3)")),
    Field("specialists", Kind.TEXT, merge=Merge.SET, max_length=300, source=cpc("210(10)")),
)

RESULT = Section("result", WORDS, cpc("210(6), 211"))
_RESULT_FIELDS = RESULT.of(
    Field("outcome", Kind.CODE, codes="identification_result", source=cpc("210(6), 211(1)")),
    Field("recognised_by", Kind.RICH, max_length=10_000, required_when=Equals("outcome", "recognised"),
        source=cpc("211(1)")),
    Field("told_presented_at", Kind.TIMESTAMP, not_future=True, source=cpc("211(2)"), stays_open=True),
    Field("identity_kept_apart", Kind.TRI, source=cpc("211(2)")),
    Field("photos", Kind.FILE, merge=Merge.SET, source=cpc("211(3)")),
)

IDENTIFICATION = RecordType(
    "identification",
    1,
    WORDS,
    Archetype.EVENT,
    (*_BEFORE_FIELDS, *_PRESENTATION_FIELDS, *_RESULT_FIELDS, *recording(), *challenge(),
        *header("identification", investigative=True)),
    roles=("investigator", "inquiry_officer", "prosecutor", "head"),
    sections=(BEFORE, PRESENTATION, RESULT, RECORDING, CHALLENGE, HEADER),
    columns=("object_kind", "presented_person", "mode", "lookalikes", "outcome", "started_at"),
    moment="started_at",
    source=cpc("209–211"),
    steps=("P35",),
    signing=Signing("2026-1", ("investigator", "prosecutor")),
)

TYPES = (IDENTIFICATION,)
