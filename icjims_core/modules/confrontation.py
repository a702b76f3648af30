"""Confrontation of two persons interrogated before (P34)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, RECORDING, challenge, recording
from icjims_core.declarations.schema import Archetype, Equals, Field, Filled, Kind, Merge, RecordType, Section, Signing
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
PERSONS = Section("persons", WORDS, cpc("204(1)"))
_PERSONS_FIELDS = PERSONS.of(
    Field("first_person", Kind.REF, required=True, target="person", source=cpc("204(1)")),
    Field("first_capacity", Kind.CODE, codes="interrogation_capacity"),
    Field("second_person", Kind.REF, required=True, target="person", source=cpc("204(1)")),
    Field("second_capacity", Kind.CODE, codes="interrogation_capacity"),
    Field("first_interrogated", Kind.REF, target="interrogation", source=cpc("204(1)")),
    Field("second_interrogated", Kind.REF, target="interrogation", source=cpc("204(1)")),
    Field("contradictions", Kind.RICH, max_length=10_000, source=cpc("204(1)")),
    Field("lawyers", Kind.TEXT, merge=Merge.SET, max_length=200, source=cpc("204(2)")),
    Field("child_takes_part", Kind.TRI, unit="child", source=cpc("204(3)")),
    Field("child_representative", Kind.TEXT, unit="child", max_length=300,
        required_when=Equals("child_takes_part", "yes"), source=cpc("204(3)")),
    Field("psychologist", Kind.TEXT, unit="child", max_length=200, source=cpc("204(3)")),
)

COURSE = Section("course", WORDS, cpc("204(4)–204(9)"))
_COURSE_FIELDS = COURSE.of(
    Field("rights_explained", Kind.TRI, source=cpc("204(4)")),
    Field("liability_warned", Kind.TRI, source=cpc("204(4)")),
    Field("relations", Kind.RICH, max_length=5_000, source=cpc("204(5)")),
    Field("content", Kind.RICH, searchable=True, source=cpc("204(5), 204(9)")),
    Field("shown", Kind.REF, merge=Merge.SET, target="evidence", source=cpc("204(6)")),
    Field("earlier_read", Kind.TRI, source=cpc("204(7)")),
    Field("interrupted_at", Kind.TIMESTAMP, unit="interruption", not_future=True, source=cpc("204(8)")),
    Field("interruption_reason", Kind.RICH, unit="interruption", max_length=5_000,
        required_when=Filled("interrupted_at"), source=cpc("204(8)")),
    Field("result", Kind.RICH, max_length=5_000),
)

CONFRONTATION = RecordType(
    "confrontation",
    1,
    WORDS,
    Archetype.EVENT,
    (*_PERSONS_FIELDS, *_COURSE_FIELDS, *recording(), *challenge(), *header("confrontation", investigative=True)),
    roles=("investigator", "inquiry_officer", "prosecutor", "head"),
    sections=(PERSONS, COURSE, RECORDING, CHALLENGE, HEADER),
    columns=("first_person", "second_person", "started_at", "ended_at", "drawn_by"),
    moment="started_at",
    source=cpc("204"),
    steps=("P34",),
    signing=Signing("2026-1", ("investigator", "prosecutor")),
)

TYPES = (CONFRONTATION,)
