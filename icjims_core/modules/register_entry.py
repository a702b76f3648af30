"""The number that the Unified Register gave: copied from its paper or signed file by an authorised officer (P02)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Blank,
    Equals,
    Field,
    Kind,
    Merge,
    OneOf,
    RecordType,
    Section,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc
from icjims_core.paper.numbers import REGISTER_PATTERN

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
NUMBER = Section("number_part", WORDS, cpc("146(2)"))
_NUMBER_FIELDS = NUMBER.of(
    Field("register_number", Kind.TEXT, unit="registration", required_when=Blank("other_number"), max_length=18,
        pattern=REGISTER_PATTERN, searchable=True),
    Field("other_number", Kind.TEXT, unit="registration", max_length=60, searchable=True),
    Field("registered_at", Kind.TIMESTAMP, required=True, unit="registration", not_future=True, source=cpc("146(2)")),
    Field("body", Kind.CODE, codes="office"),
    Field("article", Kind.CODE, unit="qualification", codes="criminal_code_article"),
    Field("part", Kind.TEXT, unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?"),
    Field("provisional_number", Kind.TEXT, max_length=80, searchable=True),
)

ORIGIN = Section("origin", WORDS, cpc("146(3)"))
_ORIGIN_FIELDS = ORIGIN.of(
    Field("source", Kind.CODE, required=True, unit="taken_from", codes="register_source"),
    Field("source_document", Kind.TEXT, unit="taken_from", max_length=300, required_when=Equals("source", "paper")),
    Field("paper_date", Kind.DATE, unit="paper", not_future=True, required_when=Equals("source", "paper")),
    Field("paper_issued_by", Kind.TEXT, unit="paper", max_length=300, required_when=Equals("source", "paper")),
    Field("paper_kept_at", Kind.TEXT, unit="paper", max_length=200,
        required_when=AllOf((Equals("source", "paper"), Blank("scan")))),
    Field("file_digest", Kind.TEXT, unit="taken_from", max_length=64, pattern="[0-9a-f]{64}",
        required_when=Equals("source", "signed_file")),
    Field("scan", Kind.FILE, merge=Merge.SET),
    Field("entered_by", Kind.TEXT, unit="entering", max_length=300),
    Field("authority", Kind.TEXT, unit="entering", max_length=300),
    Field("doubt", Kind.CODE, unit="doubtful", codes="number_doubt"),
    Field("doubt_note", Kind.TEXT, unit="doubtful", max_length=1_000,
        required_when=OneOf("doubt", ("format", "body", "duplicate"))),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

REGISTER_ENTRY = RecordType(
    "register_entry",
    1,
    WORDS,
    Archetype.EVENT,
    (*_NUMBER_FIELDS, *_ORIGIN_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "prosecutor"),
    sections=(NUMBER, ORIGIN),
    columns=("register_number", "other_number", "registered_at", "body", "source", "doubt", "provisional_number"),
    moment="registered_at",
    source=cpc("146"),
    steps=("P02",),
)

TYPES = (REGISTER_ENTRY,)
