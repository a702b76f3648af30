"""Initiation of a criminal case: occasion, ground, qualification, victims and evidence (P07)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Assertion,
    Equals,
    Field,
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

# Fields read as the lines of a table.
# fmt: off

DECISION = Section("decision", WORDS, cpc("155, 156"))
_DECISION_FIELDS = DECISION.of(
    Field("decided_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("156(2)")),
    Field("occasion", Kind.CODE, required=True, codes="initiation_occasion", source=cpc("148(1), 156(2)")),
    Field("ground", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("148(2), 156(2)")),
    Field("formed_by_register", Kind.TRI, source=cpc("156(1), 161(2)")),
)

QUALIFICATION = Section("qualification", WORDS, cpc("156(2)"))
_QUALIFICATION_FIELDS = QUALIFICATION.of(
    Field("article", Kind.CODE, required=True, unit="qualified", codes="criminal_code_article", source=cpc("156(2)")),
    Field("part", Kind.TEXT, unit="qualified", max_length=4, pattern=r"[1-9](-[1-9])?"),
    Field("point", Kind.TEXT, unit="qualified", max_length=20),
    Field("further_articles", Kind.CODE, merge=Merge.SET, codes="criminal_code_article"),
    Field("gravity", Kind.CODE, codes="gravity", derived=Gravity("article", "part")),
    Field("prosecution_kind", Kind.CODE, unit="prosecution", codes="prosecution_kind", source=cpc("24")),
    Field("victim_statement", Kind.TRI, unit="prosecution", required_when=Equals("prosecution_kind", "private_public"),
        source=cpc("24(2), 155(1)")),
    Field("statement_exception", Kind.CODE, unit="prosecution", codes="statement_exception",
        required_when=AllOf((Equals("prosecution_kind", "private_public"),
            OneOf("victim_statement", ("no", "not_asked")))),
        source=cpc("24(3), 155(2)")),
)

PERSONS = Section("persons", WORDS)
_PERSONS_FIELDS = PERSONS.of(
    Field("victims", Kind.REF, merge=Merge.SET, target="person"),
    Field("persons", Kind.REF, merge=Merge.SET, target="person", source=cpc("43(1)(2)")),
    Field("evidence", Kind.RICH, max_length=20_000),
)

COURSE = Section("course", WORDS, cpc("156(2), 157"))
_COURSE_FIELDS = COURSE.of(
    Field("course", Kind.CODE, unit="next_course", codes="initiation_course", source=cpc("157(1)")),
    Field("taken_by", Kind.TEXT, unit="next_course", max_length=200,
        required_when=OneOf("course", ("taken", "to_investigator")), searchable=True, source=cpc("157(1)")),
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at",
        source=cpc("155(3), 156(3), 161(2)"), stays_open=True),
    Field("applicant_notified_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at", source=cpc("153(4)"),
        stays_open=True),
    Field("copy_on_request_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at", source=cpc("153(4)"),
        stays_open=True),
    Field("suspect_copy_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at", source=cpc("44(1)(2)"),
        stays_open=True),
)

INITIATION = RecordType(
    "initiation",
    1,
    WORDS,
    Archetype.ORDER,
    (*_DECISION_FIELDS, *_QUALIFICATION_FIELDS, *_PERSONS_FIELDS, *_COURSE_FIELDS, *header("initiation")),
    roles=("investigator", "prosecutor", "clerk", "head"),
    sections=(DECISION, QUALIFICATION, PERSONS, COURSE, HEADER),
    columns=("decided_at", "occasion", "article", "part", "prosecution_kind", "course", "taken_by",
        "copy_to_prosecutor_at"),
    moment="decided_at",
    source=cpc("155, 156"),
    steps=("P07",),
    signing=Signing("2026-1", ("investigator", "prosecutor")),
)

TYPES = (INITIATION,)
