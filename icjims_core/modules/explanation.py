"""What the author of a value in dispute says of it, for whoever decides; it decides nothing itself."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Merge, RecordType, Section
from icjims_core.declarations.words import WordsBeside

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
EXPLAINED = Section("explained", WORDS)
_EXPLAINED_FIELDS = EXPLAINED.of(
    Field("act", Kind.REF, required=True, unit="explained_value"),
    Field("act_type", Kind.TEXT, unit="explained_value", max_length=64),
    Field("unit", Kind.TEXT, required=True, unit="explained_value", max_length=64),
    Field("text", Kind.RICH, required=True, unit="explained_value", max_length=10_000),
    Field("remarks", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

EXPLANATION = RecordType(
    "explanation",
    1,
    WORDS,
    Archetype.EVENT,
    _EXPLAINED_FIELDS,
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "facility_doctor", "prosecutor",
        "court_clerk", "judge", "probation_officer", "penitentiary_officer", "clerk", "head"),
    sections=(EXPLAINED,),
    columns=("act", "unit"),
    command="explain",
)

TYPES = (EXPLANATION,)
