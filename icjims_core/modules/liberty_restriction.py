"""Restriction of liberty as a punishment: term from the registration, obligations, accounting, end (P75)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Filled, Kind, Merge, RecordType, Section, Sensitivity
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
BASIS = Section("basis_part", WORDS, cc("62"))
_BASIS_FIELDS = BASIS.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("supervision", Kind.REF, target="supervision"),
    Field("in_force_date", Kind.DATE, not_future=True, source=cc("62(2)(1)")),
    Field("papers_received_at", Kind.TIMESTAMP, not_future=True),
    Field("appeared_at", Kind.TIMESTAMP, not_future=True, source=pec("61(2)")),
    Field("registered_at", Kind.TIMESTAMP, not_future=True, source=pec("62")),
    Field("explained_at", Kind.TIMESTAMP, not_future=True, source=pec("61(3)(2)")),
    Field("term_months", Kind.INT, unit="term", minimum=6, maximum=36, source=cc("62(1)")),
    Field("term_until", Kind.DATE, unit="term", source=pec("62")),
)

DUTIES = Section("duties", WORDS, cc("62(2), 62(3)"))
_DUTIES_FIELDS = DUTIES.of(
    Field("duties", Kind.CODE, merge=Merge.SET, codes="restriction_duty", source=cc("62(2)")),
    Field("court_duties", Kind.CODE, merge=Merge.SET, codes="restriction_court_duty", source=cc("62(3)")),
    Field("duty_details", Kind.RICH, max_length=10_000, source=cc("62(3)")),
    Field("residence", Kind.TEXT, max_length=500, sensitivity=Sensitivity.CONTACT, source=cc("62(1)")),
    Field("accounts", Kind.TEXT, merge=Merge.APPEND, max_length=2_000, source=pec("63(1)(6)")),
    Field("work_help", Kind.TEXT, max_length=1_000, source=pec("61(4), 63(3)")),
)

END = Section("end_part", WORDS, pec("64"))
_END_FIELDS = END.of(
    Field("ended_on", Kind.DATE, unit="end", not_future=True),
    Field("end_reason", Kind.CODE, unit="end", codes="work_end", required_when=Filled("ended_on")),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

LIBERTY_RESTRICTION = RecordType(
    "liberty_restriction",
    1,
    WORDS,
    Archetype.DOSSIER,
    (*_BASIS_FIELDS, *_DUTIES_FIELDS, *_END_FIELDS),
    roles=("probation_officer", "clerk", "head"),
    sections=(BASIS, DUTIES, END),
    columns=("person", "supervision", "appeared_at", "registered_at", "term_months", "term_until", "ended_on",
        "end_reason"),
    moment="registered_at",
    source=cc("62"),
    steps=("P75",),
    purpose="execution_of_sentences",
)

TYPES = (LIBERTY_RESTRICTION,)
