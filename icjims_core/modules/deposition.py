"""Deposition: testimony of a victim or witness before the investigating judge (P40)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, RECORDING, challenge, recording
from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Merge, RecordType, Section, Signing
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
MOTION = Section("motion", WORDS, cpc("205, 206"))
_MOTION_FIELDS = MOTION.of(
    Field("person", Kind.REF, required=True, target="person", source=cpc("205(1), 205(2)")),
    Field("capacity", Kind.CODE, codes="interrogation_capacity", source=cpc("205")),
    Field("ground", Kind.CODE, codes="deposition_ground", source=cpc("205, 207(7)")),
    Field("requested_by", Kind.TEXT, max_length=300, source=cpc("205(1), 206(1)")),
    Field("reasons", Kind.RICH, max_length=10_000, source=cpc("206(1)")),
    Field("filed_at", Kind.TIMESTAMP, not_future=True, source=cpc("206(1)")),
    Field("received_at", Kind.TIMESTAMP, not_future=True, source=cpc("206(2)"), stays_open=True),
    Field("decision", Kind.CODE, unit="ruling", codes="motion_decision", source=cpc("206(2)"), stays_open=True),
    Field("decided_at", Kind.TIMESTAMP, unit="ruling", not_future=True, source=cpc("206(2)"), stays_open=True),
    Field("judge", Kind.TEXT, unit="ruling", max_length=200, stays_open=True),
    Field("refusal_appealed_at", Kind.TIMESTAMP, not_future=True, source=cpc("206(3)"), stays_open=True),
)

SESSION = Section("session", WORDS, cpc("207"))
_SESSION_FIELDS = SESSION.of(
    Field("scheduled_at", Kind.TIMESTAMP, source=cpc("206(2)"), stays_open=True),
    Field("notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("206(2)"), stays_open=True),
    Field("parties_present", Kind.TEXT, merge=Merge.SET, max_length=300, source=cpc("207(1)"), stays_open=True),
    Field("accused_absent_reason", Kind.TEXT, max_length=1_000, source=cpc("207(2), 207(5)"), stays_open=True),
    Field("without_defence", Kind.TRI, unit="defence", source=cpc("207(3)"), stays_open=True),
    Field("without_defence_reason", Kind.TEXT, unit="defence", max_length=500,
        required_when=Equals("without_defence", "yes"), source=cpc("207(3)"), stays_open=True),
    Field("out_of_court", Kind.TRI, source=cpc("207(1), 207(6)"), stays_open=True),
    Field("child_support", Kind.TEXT, max_length=300, source=cpc("203(1), 207(7)"), stays_open=True),
    Field("liability_warned", Kind.TRI, source=cpc("202(2), 207(1)"), stays_open=True),
    Field("content", Kind.RICH, searchable=True, source=cpc("207(1)"), stays_open=True),
    Field("not_held_reason", Kind.TEXT, max_length=1_000, source=cpc("207(5)"), stays_open=True),
    Field("minutes_sent_at", Kind.TIMESTAMP, not_future=True, source=cpc("207(8)"), stays_open=True),
    Field("repeat_ground", Kind.TEXT, max_length=500, source=cpc("208(2)"), stays_open=True),
)

DEPOSITION = RecordType(
    "deposition",
    1,
    WORDS,
    Archetype.EVENT,
    (*_MOTION_FIELDS, *_SESSION_FIELDS, *recording(), *challenge(), *header("deposition", investigative=True)),
    roles=("investigator", "prosecutor", "court_clerk", "judge", "head"),
    sections=(MOTION, SESSION, RECORDING, CHALLENGE, HEADER),
    columns=("person", "ground", "filed_at", "decision", "decided_at", "scheduled_at", "started_at"),
    moment="filed_at",
    source=cpc("205–208"),
    steps=("P40",),
    signing=Signing("2026-1", ("judge", "court_clerk", "investigator")),
)

TYPES = (DEPOSITION,)
