"""End of the investigation and familiarisation with the case file: one record for each person who reads (P51)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import Archetype, Equals, Field, Filled, Kind, Merge, RecordType, Section, Signing
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
NOTICE = Section("notice", WORDS, cpc("251"))
_NOTICE_FIELDS = NOTICE.of(
    Field("person", Kind.REF, required=True, target="person", source=cpc("252, 253")),
    Field("capacity", Kind.CODE, codes="participant_role"),
    Field("announced_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("251(1)")),
    Field("rights_explained", Kind.TRI, source=cpc("251(1)")),
    Field("postponed_until", Kind.DATE, unit="postponement", source=cpc("251(2)")),
    Field("postponement_reason", Kind.TEXT, unit="postponement", max_length=500,
        required_when=Filled("postponed_until"), source=cpc("251(2)")),
    Field("replacement_offered", Kind.TRI, source=cpc("251(2)")),
)

READING = Section("reading", WORDS, cpc("252, 253"))
_READING_FIELDS = READING.of(
    Field("victim_first", Kind.TRI, source=cpc("253(1)")),
    Field("volumes", Kind.INT, unit="file_shown", minimum=0, source=cpc("253(1), 254(1)")),
    Field("folios", Kind.INT, unit="file_shown", minimum=0, source=cpc("253(1), 254(1)")),
    Field("bound_with_inventory", Kind.TRI, source=cpc("253(1)")),
    Field("evidence_shown", Kind.TRI, source=cpc("253(1)")),
    Field("recordings_shown", Kind.TRI, source=cpc("253(1)")),
    Field("materials", Kind.RICH, max_length=20_000, source=cpc("254(1)")),
    Field("with_lawyer", Kind.TRI, source=cpc("253(1)")),
    Field("reading_started_at", Kind.TIMESTAMP, unit="reading_time", not_future=True, not_before="announced_at",
        source=cpc("254(1)")),
    Field("reading_ended_at", Kind.TIMESTAMP, unit="reading_time", not_future=True, not_before="reading_started_at",
        source=cpc("254(1)")),
    Field("sessions", Kind.TEXT, merge=Merge.APPEND, max_length=1_000, source=cpc("254(1)")),
    Field("folios_read", Kind.INT, minimum=0, source=cpc("252(1), 254(1)")),
    Field("copies_made", Kind.TRI, source=cpc("253(2)")),
    Field("limit_until", Kind.TIMESTAMP, unit="reading_limit", source=cpc("253(4)")),
    Field("limit_reasons", Kind.RICH, unit="reading_limit", max_length=10_000, required_when=Filled("limit_until"),
        source=cpc("253(4)")),
)

RESULT = Section("result", WORDS, cpc("253(3), 254, 255"))
_RESULT_FIELDS = RESULT.of(
    Field("declined", Kind.TRI, unit="refusal_to_read", source=cpc("254(2)")),
    Field("declined_reasons", Kind.RICH, unit="refusal_to_read", max_length=5_000,
        required_when=Equals("declined", "yes"), source=cpc("254(2)")),
    Field("motions", Kind.RICH, max_length=20_000, source=cpc("253(3), 254(1)")),
    Field("jury_asked", Kind.TRI, source=cpc("253(3)")),
    Field("witnesses_wanted", Kind.RICH, max_length=10_000, source=cpc("253(3)")),
    Field("motion_decision", Kind.CODE, unit="motion_ruling", codes="petition_decision", source=cpc("255(1), 255(3)"),
        stays_open=True),
    Field("motion_decided_at", Kind.TIMESTAMP, unit="motion_ruling", not_future=True, source=cpc("255"),
        stays_open=True),
    Field("refusal_served_at", Kind.TIMESTAMP, not_future=True, source=cpc("255(4)"), stays_open=True),
    Field("refusal_appealed_at", Kind.TIMESTAMP, not_future=True, source=cpc("255(4)"), stays_open=True),
    Field("additional_shown_at", Kind.TIMESTAMP, not_future=True, source=cpc("255(2)"), stays_open=True),
)

FAMILIARISATION = RecordType(
    "familiarisation",
    1,
    WORDS,
    Archetype.EVENT,
    (*_NOTICE_FIELDS, *_READING_FIELDS, *_RESULT_FIELDS,
        *header("familiarisation", without=("started_at", "ended_at"))),
    roles=("investigator", "prosecutor", "clerk", "head"),
    sections=(NOTICE, READING, RESULT, HEADER),
    columns=("person", "capacity", "announced_at", "postponed_until", "reading_started_at", "reading_ended_at",
        "folios_read", "declined", "motion_decision"),
    moment="announced_at",
    source=cpc("251–255"),
    steps=("P51",),
    signing=Signing("2026-1", ("investigator",)),
)

TYPES = (FAMILIARISATION,)
