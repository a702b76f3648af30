"""A paper served on a participant: when, how, in which language, and whether that language is understood (P16)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Merge, OneOf, RecordType, Section
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off

PAPER = Section("paper", WORDS, cpc("44(1), 46(1)"))
_PAPER_FIELDS = PAPER.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("paper", Kind.CODE, required=True, unit="paper_of", codes="service_paper",
        source=cpc("44(1)(2), 44(1)(3), 46(1)(1), 154(3), 163(2), 179(5)")),
    Field("paper_title", Kind.TEXT, unit="paper_of", max_length=300, required_when=Equals("paper", "other")),
    Field("act", Kind.REF, unit="paper_of"),
)

SERVICE = Section("service", WORDS)
_SERVICE_FIELDS = SERVICE.of(
    Field("served_at", Kind.TIMESTAMP, required=True, not_future=True),
    Field("way", Kind.CODE, codes="summons_way"),
    Field("served_by", Kind.TEXT, max_length=200),
    Field("received_by", Kind.TEXT, max_length=200),
    Field("signature", Kind.SIGNATURE),
    Field("not_served_reason", Kind.TEXT, max_length=500),
)

LANGUAGE = Section("language", WORDS, cpc("44(1)(10), 44(1)(11), 58(4)"))
_LANGUAGE_FIELDS = LANGUAGE.of(
    Field("language", Kind.CODE, codes="language"),
    Field("language_understood", Kind.TRI),
    Field("translated", Kind.TRI, required_when=OneOf("language_understood", ("no", "not_asked")),
        source=cpc("58(4)(3)")),
    Field("translation_language", Kind.CODE, codes="language", required_when=Equals("translated", "yes")),
    Field("interpreter", Kind.REF, target="participant", source=cpc("58(4)(3)")),
    Field("copy", Kind.FILE, merge=Merge.SET),
    Field("remarks", Kind.TEXT, merge=Merge.APPEND, max_length=2_000),
)

SERVED_DOCUMENT = RecordType(
    "served_document",
    1,
    WORDS,
    Archetype.EVENT,
    (*_PAPER_FIELDS, *_SERVICE_FIELDS, *_LANGUAGE_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "prosecutor", "court_clerk",
        "judge", "probation_officer", "penitentiary_officer", "clerk", "head"),
    sections=(PAPER, SERVICE, LANGUAGE),
    columns=("person", "paper", "served_at", "way", "language", "language_understood", "translated"),
    moment="served_at",
    source=cpc("44(1), 46(1)"),
    steps=("P14", "P16"),
)

TYPES = (SERVED_DOCUMENT,)
