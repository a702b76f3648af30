"""Take-over from paper: the declared starting state of a case, or of a person in it, with its source and officer."""

from __future__ import annotations

from typing import Final

from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Blank,
    Field,
    Filled,
    Gravity,
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

HOLDING: Final = ("custody", "house_arrest")
"""Measures that take liberty."""

# Fields read as the lines of a table.
# fmt: off
_SEGMENT = (r"(apprehension|custody|house_arrest|hospital) [0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?"
    r"/([0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?( .{1,200})?")

SOURCE = Section("source", WORDS)
_SOURCE_FIELDS = SOURCE.of(
    Field("source", Kind.CODE, required=True, unit="taken_from", codes="takeover_source"),
    Field("source_document", Kind.TEXT, unit="taken_from", max_length=300),
    Field("taken_at", Kind.TIMESTAMP, required=True, unit="taken", not_future=True),
    Field("officer", Kind.TEXT, unit="taken", required_when=Filled("source"), max_length=300),
    Field("scans", Kind.FILE, merge=Merge.SET),
)

CASE_STATE = Section("case_state", WORDS)
_CASE_STATE_FIELDS = CASE_STATE.of(
    Field("stage", Kind.CODE, required=True, codes="case_stage"),
    Field("stage_at", Kind.TIMESTAMP, not_future=True),
    Field("received_at", Kind.TIMESTAMP, not_future=True, source=cpc("147(1)")),
    Field("initiated_at", Kind.TIMESTAMP, not_future=True, source=cpc("156(2), 162(1)")),
    Field("court_received_at", Kind.TIMESTAMP, not_future=True, source=cpc("277(3)")),
    Field("article", Kind.CODE, unit="qualification", codes="criminal_code_article"),
    Field("part", Kind.TEXT, unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?"),
    Field("gravity", Kind.CODE, codes="gravity", derived=Gravity("article", "part")),
    Field("register_number", Kind.TEXT, max_length=40, searchable=True, source=cpc("146(2)")),
    Field("responsible", Kind.TEXT, unit="in_charge", max_length=200),
    Field("accepted_at", Kind.TIMESTAMP, unit="in_charge", not_future=True),
)

TERM = Section("term", WORDS, cpc("162"))
_TERM_FIELDS = TERM.of(
    Field("term_until", Kind.DATE, unit="term", source=cpc("162(1), 162(4)")),
    Field("extension_level", Kind.CODE, unit="term", codes="extension_level", source=cpc("162(4), 162(5)")),
    Field("extensions", Kind.TEXT, merge=Merge.SET, max_length=200, source=cpc("162(4)")),
    Field("suspended_days", Kind.INT, minimum=0, maximum=10_000, source=cpc("162(3)")),
)

PERSON_STATE = Section("person_state", WORDS)
_PERSON_STATE_FIELDS = PERSON_STATE.of(
    Field("person", Kind.REF, target="person"),
    Field("person_state", Kind.CODE, unit="standing", codes="person_state", required_when=Filled("person")),
    Field("charged_at", Kind.TIMESTAMP, unit="standing", not_future=True, source=cpc("240(2)")),
    Field("measure", Kind.CODE, unit="measure_now", codes="restraint", source=cpc("104(2)")),
    Field("measure_from", Kind.TIMESTAMP, unit="measure_now", not_future=True, source=cpc("115(5)")),
    Field("measure_until", Kind.TIMESTAMP, unit="measure_now",
        required_when=AllOf((OneOf("measure", HOLDING), Blank("measure_reason"))), source=cpc("115(1)")),
    Field("measure_reason", Kind.TEXT, unit="measure_now", max_length=500),
    Field("custody_segments", Kind.TEXT, merge=Merge.SET, max_length=300, pattern=_SEGMENT,
        source=cpc("115(5), 115(7)")),
)

PAPER = Section("paper", WORDS)
_PAPER_FIELDS = PAPER.of(
    Field("volumes", Kind.INT, unit="extent", minimum=0, maximum=10_000),
    Field("folios", Kind.INT, unit="extent", minimum=0, maximum=1_000_000),
    Field("kept_at", Kind.TEXT, max_length=300),
    Field("doubts", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

TAKEOVER = RecordType(
    "takeover",
    1,
    WORDS,
    Archetype.ORDER,
    (*_SOURCE_FIELDS, *_CASE_STATE_FIELDS, *_TERM_FIELDS, *_PERSON_STATE_FIELDS, *_PAPER_FIELDS),
    roles=("investigator", "inquiry_officer", "prosecutor", "court_clerk", "judge", "probation_officer",
        "penitentiary_officer", "clerk", "head"),
    sections=(SOURCE, CASE_STATE, TERM, PERSON_STATE, PAPER),
    columns=("source", "taken_at", "stage", "person", "person_state", "register_number", "article", "initiated_at",
        "term_until", "measure", "measure_until"),
    moment="taken_at",
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "prosecutor", "judge", "probation_officer",
        "penitentiary_officer", "head")),
)

TYPES = (TAKEOVER,)
