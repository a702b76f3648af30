"""A further count of a charge: what the accused is said to have done under one more article (P27)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Assertion, Field, Gravity, Kind, Merge, RecordType, Section
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
COUNT = Section("count", WORDS, cpc("241(2)"))
_COUNT_FIELDS = COUNT.of(
    Field("charge", Kind.REF, required=True, target="charge", source=cpc("241(2)")),
    Field("article", Kind.CODE, required=True, unit="qualification", codes="criminal_code_article",
        source=cpc("241(1)(3)")),
    Field("part", Kind.TEXT, unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?", source=cpc("241(1)(3)")),
    Field("point", Kind.TEXT, unit="qualification", max_length=20, source=cpc("241(1)(3)")),
    Field("gravity", Kind.CODE, codes="gravity", derived=Gravity("article", "part"), source=cc("19")),
    Field("description", Kind.RICH, max_length=50_000, searchable=True, source=cpc("241(2)")),
    Field("guilt_form", Kind.CODE, codes="guilt_form", assertion=Assertion.ASSESSMENT, source=cpc("241(1)(2)")),
    Field("participation", Kind.CODE, codes="participation_form", source=cc("40, 41")),
    Field("complicity", Kind.CODE, codes="complicity_form", source=cc("42")),
    Field("offence_stage", Kind.CODE, codes="offence_stage", source=cc("33–37")),
    Field("committed_at", Kind.TIMESTAMP, not_future=True, source=cpc("241(1)(2)")),
    Field("committed_place", Kind.TEXT, max_length=500, source=cpc("241(1)(2)")),
    Field("ended_at", Kind.DATE, not_future=True, source=cpc("245(2)")),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

CHARGE_COUNT = RecordType(
    "charge_count",
    1,
    WORDS,
    Archetype.EVENT,
    _COUNT_FIELDS,
    roles=("investigator", "prosecutor", "head"),
    sections=(COUNT,),
    columns=("charge", "article", "part", "committed_at", "ended_at"),
    source=cpc("241(2)"),
    steps=("P27",),
)

TYPES = (CHARGE_COUNT,)
