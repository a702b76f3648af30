"""Correctional work as a punishment: term, deduction, employer, notices, loss of work, end (P74)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Filled, Kind, Merge, RecordType, Section, Sensitivity
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
BASIS = Section("basis_part", WORDS, cc("64"))
_BASIS_FIELDS = BASIS.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("supervision", Kind.REF, target="supervision"),
    Field("papers_received_at", Kind.TIMESTAMP, not_future=True, source=pec("53(3)")),
    Field("execution_from", Kind.TIMESTAMP, not_future=True, not_before="papers_received_at", source=pec("53(3)")),
    Field("appeared_at", Kind.TIMESTAMP, not_future=True, source=pec("53(4)")),
    Field("explained_at", Kind.TIMESTAMP, not_future=True, source=pec("53(5)(2)")),
    Field("term_months", Kind.INT, unit="term", minimum=2, maximum=36, source=cc("64(1)")),
    Field("term_from", Kind.DATE, unit="term", source=pec("55(2)")),
    Field("term_until", Kind.DATE, unit="term", not_before="term_from", source=pec("55(1)")),
    Field("deduction_percent", Kind.INT, minimum=10, maximum=25, source=cc("64(2)")),
)

EMPLOYER = Section("employer_part", WORDS, pec("56"))
_EMPLOYER_FIELDS = EMPLOYER.of(
    Field("employer", Kind.TEXT, unit="employment", max_length=300, searchable=True, source=pec("53(1)")),
    Field("post", Kind.TEXT, unit="employment", max_length=200),
    Field("employer_notified_at", Kind.TIMESTAMP, unit="employer_notice", not_future=True),
    Field("employer_confirmed_at", Kind.TIMESTAMP, unit="employer_notice", not_future=True,
        not_before="employer_notified_at"),
    Field("employer_notices", Kind.TEXT, merge=Merge.APPEND, max_length=2_000, source=pec("56(1)")),
    Field("inspected_at", Kind.DATE, not_future=True, source=pec("53(5)(3), 57(7)")),
    Field("job_lost_on", Kind.DATE, not_future=True, source=pec("58(6)")),
    Field("new_job_on", Kind.DATE, not_future=True, not_before="job_lost_on", source=pec("58(6)")),
)

END = Section("end_part", WORDS, pec("58"))
_END_FIELDS = END.of(
    Field("bar_to_work", Kind.TRI, sensitivity=Sensitivity.SPECIAL_CATEGORY, source=pec("54(5)")),
    Field("ended_on", Kind.DATE, unit="end", not_future=True),
    Field("end_reason", Kind.CODE, unit="end", codes="work_end", required_when=Filled("ended_on")),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

CORRECTIONAL_WORK = RecordType(
    "correctional_work",
    1,
    WORDS,
    Archetype.DOSSIER,
    (*_BASIS_FIELDS, *_EMPLOYER_FIELDS, *_END_FIELDS),
    roles=("probation_officer", "clerk", "head"),
    sections=(BASIS, EMPLOYER, END),
    columns=("person", "supervision", "papers_received_at", "appeared_at", "term_from", "term_until",
        "deduction_percent", "employer", "job_lost_on", "ended_on", "end_reason"),
    moment="execution_from",
    source=cc("64"),
    steps=("P74",),
    purpose="execution_of_sentences",
)

TYPES = (CORRECTIONAL_WORK,)
