"""The end of a criminal record: conviction, when the term began, ground, entry in the register (P83)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Gravity, Kind, Merge, RecordType, Section
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
CONVICTION = Section("conviction", WORDS, cc("95"))
_CONVICTION_FIELDS = CONVICTION.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("article", Kind.CODE, unit="qualification", codes="criminal_code_article", source=cc("95(4)")),
    Field("part", Kind.TEXT, unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?"),
    Field("gravity", Kind.CODE, codes="gravity", derived=Gravity("article", "part"), source=cc("95(4)")),
    Field("in_force_date", Kind.DATE, not_future=True, source=cc("95(1)")),
    Field("child_at_crime", Kind.TRI, source=cc("113")),
    Field("served_on", Kind.DATE, not_future=True, source=cc("95(4)")),
    Field("probation_ended_on", Kind.DATE, not_future=True, source=cc("95(3)")),
)

END = Section("end_part", WORDS, cc("95"))
_END_FIELDS = END.of(
    Field("ground", Kind.CODE, required=True, codes="expungement_ground", source=cc("95(2), 95(3), 95(4)")),
    Field("expunged_on", Kind.DATE, source=cc("95(4)")),
    Field("registered_on", Kind.DATE, not_future=True, source=cc("95(5)")),
    Field("exceptions", Kind.TEXT, max_length=2_000, source=cc("95(6)")),
    Field("person_told_at", Kind.TIMESTAMP, not_future=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

EXPUNGEMENT = RecordType(
    "expungement",
    1,
    WORDS,
    Archetype.EVENT,
    (*_CONVICTION_FIELDS, *_END_FIELDS),
    roles=("probation_officer", "penitentiary_officer", "court_clerk", "clerk", "head"),
    sections=(CONVICTION, END),
    columns=("person", "article", "part", "served_on", "probation_ended_on", "ground", "expunged_on"),
    moment="expunged_on",
    source=cc("95"),
    steps=("P83",),
    purpose="execution_of_sentences",
)

TYPES = (EXPUNGEMENT,)
