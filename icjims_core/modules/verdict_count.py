"""One count of a verdict: the charge, the finding, the article found, the punishment for it (P60)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Equals, Field, Gravity, Kind, Merge, RecordType, Section
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
CHARGE = Section("charge", WORDS, cpc("346(2)"))
_CHARGE_FIELDS = CHARGE.of(
    Field("verdict", Kind.REF, required=True, target="verdict"),
    Field("count_number", Kind.INT, minimum=1),
    Field("person", Kind.REF, target="person", source=cpc("346(3)")),
    Field("article", Kind.CODE, required=True, unit="charged", codes="criminal_code_article", source=cpc("352(5)")),
    Field("part", Kind.TEXT, unit="charged", max_length=4, pattern=r"[1-9](-[1-9])?", source=cpc("352(5)")),
    Field("point", Kind.TEXT, unit="charged", max_length=20, source=cpc("352(5)")),
    Field("gravity", Kind.CODE, codes="gravity", derived=Gravity("article", "part")),
    Field("completion", Kind.CODE, codes="completion"),
)

FINDING = Section("finding", WORDS, cpc("346, 354"))
_FINDING_FIELDS = FINDING.of(
    Field("finding", Kind.CODE, required=True, codes="count_finding", source=cpc("346(1), 354(2)")),
    Field("found_article", Kind.CODE, unit="found", codes="criminal_code_article",
        required_when=Equals("finding", "reclassified"), source=cpc("354(1)(3)")),
    Field("found_part", Kind.TEXT, unit="found", max_length=4, pattern=r"[1-9](-[1-9])?", source=cpc("354(1)(3)")),
    Field("found_point", Kind.TEXT, unit="found", max_length=20, source=cpc("354(1)(3)")),
    Field("found_gravity", Kind.CODE, codes="gravity", derived=Gravity("found_article", "found_part")),
    Field("acquittal_ground", Kind.CODE, codes="acquittal_ground", required_when=Equals("finding", "acquitted"),
        source=cpc("350(1)")),
    Field("termination_ground", Kind.CODE, codes="exclusion_ground", required_when=Equals("finding", "terminated"),
        source=cpc("302")),
    Field("role_in_crime", Kind.RICH, max_length=5_000, source=cpc("346(3)")),
)

PUNISHMENT = Section("punishment", WORDS, cpc("354(1)(4)"))
_PUNISHMENT_FIELDS = PUNISHMENT.of(
    Field("punishment", Kind.CODE, unit="count_punishment", codes="punishment", source=cpc("354(1)(4)")),
    Field("term_years", Kind.INT, unit="count_punishment", minimum=0, maximum=20),
    Field("term_months", Kind.INT, unit="count_punishment", minimum=0, maximum=60),
    Field("work_hours", Kind.INT, unit="count_punishment", minimum=0, maximum=200),
    Field("fine", Kind.MONEY, unit="count_punishment", minimum=0),
    Field("additional", Kind.CODE, merge=Merge.SET, codes="punishment"),
    Field("no_punishment", Kind.CODE, codes="sentence_release_ground", source=cpc("349(3), 349(4)")),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

VERDICT_COUNT = RecordType(
    "verdict_count",
    1,
    WORDS,
    Archetype.ORDER,
    (*_CHARGE_FIELDS, *_FINDING_FIELDS, *_PUNISHMENT_FIELDS),
    roles=("court_clerk", "judge", "clerk", "head"),
    sections=(CHARGE, FINDING, PUNISHMENT),
    columns=("verdict", "count_number", "person", "article", "part", "finding", "found_article", "found_part",
        "punishment", "term_years", "term_months"),
    source=cpc("346, 354"),
    steps=("P60",),
)

TYPES = (VERDICT_COUNT,)
