"""Community work as a punishment: hours, site, daily limit, sum of hours, end (P73)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Filled,
    Kind,
    Merge,
    RecordType,
    Section,
    Sensitivity,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
BASIS = Section("basis_part", WORDS, cc("61"))
_BASIS_FIELDS = BASIS.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("supervision", Kind.REF, target="supervision"),
    Field("papers_received_at", Kind.TIMESTAMP, not_future=True, source=pec("44(2)")),
    Field("execution_from", Kind.TIMESTAMP, not_future=True, not_before="papers_received_at", source=pec("44(2)")),
    Field("appeared_at", Kind.TIMESTAMP, not_future=True, source=pec("44(3)")),
    Field("explained_at", Kind.TIMESTAMP, not_future=True, source=pec("44(4)(2)")),
)

WORK = Section("work", WORDS, pec("44–46"))
_WORK_FIELDS = WORK.of(
    Field("hours_total", Kind.INT, minimum=40, maximum=300, source=cc("61(2)")),
    Field("regime", Kind.CODE, unit="work_limit", codes="work_regime", source=pec("46(2), 46(3)")),
    Field("daily_limit", Kind.INT, unit="work_limit", minimum=1, maximum=8, source=cc("61(2)")),
    Field("longer_day_consent", Kind.TRI, required_when=Equals("regime", "unemployed"), source=pec("46(3)")),
    Field("reduced_reason", Kind.TEXT, max_length=1_000, required_when=Equals("regime", "reduced"),
        source=pec("46(2)")),
    Field("site", Kind.TEXT, unit="work_site", max_length=300, searchable=True, source=pec("44(1)")),
    Field("site_agreed_at", Kind.DATE, unit="work_site", not_future=True, source=pec("44(1), 44(4)(3)")),
    Field("site_document", Kind.TEXT, unit="work_site", max_length=300),
    Field("work_kind", Kind.TEXT, max_length=300, source=cc("61(1)")),
    Field("site_officer", Kind.TEXT, max_length=200, source=pec("47(1)(2)")),
    Field("sent_at", Kind.TIMESTAMP, not_future=True),
    Field("first_day", Kind.DATE, not_future=True),
    Field("hours_done", Kind.INT, minimum=0, maximum=300, source=pec("44(4)(5), 46(1)")),
    Field("injury", Kind.TEXT, max_length=2_000, sensitivity=Sensitivity.SPECIAL_CATEGORY, source=pec("47(2)")),
)

END = Section("end_part", WORDS, pec("48"))
_END_FIELDS = END.of(
    Field("bar_to_work", Kind.TRI, sensitivity=Sensitivity.SPECIAL_CATEGORY, source=pec("45(4)")),
    Field("ended_on", Kind.DATE, unit="end", not_future=True),
    Field("end_reason", Kind.CODE, unit="end", codes="work_end", required_when=Filled("ended_on")),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

COMMUNITY_WORK = RecordType(
    "community_work",
    1,
    WORDS,
    Archetype.DOSSIER,
    (*_BASIS_FIELDS, *_WORK_FIELDS, *_END_FIELDS),
    roles=("probation_officer", "clerk", "head"),
    sections=(BASIS, WORK, END),
    columns=("person", "supervision", "papers_received_at", "appeared_at", "hours_total", "hours_done", "site",
        "regime", "ended_on", "end_reason"),
    moment="execution_from",
    source=cc("61"),
    steps=("P73",),
    purpose="execution_of_sentences",
)

TYPES = (COMMUNITY_WORK,)
