"""A record whose content only named officers open: its kind, fields and moment are inside (docs/protocol.md §11.4)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Merge, RecordType, Section
from icjims_core.declarations.words import WordsBeside

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
SEAL = Section("seal", WORDS)
_SEAL_FIELDS = SEAL.of(
    Field("suite", Kind.TEXT, required=True, max_length=40),
    Field("content", Kind.TEXT, merge=Merge.APPEND),
    Field("keys", Kind.TEXT, merge=Merge.APPEND),
)

SEALED_RECORD = RecordType(
    "sealed_record",
    1,
    WORDS,
    Archetype.EVENT,
    _SEAL_FIELDS,
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "facility_doctor", "prosecutor",
        "court_clerk", "judge", "probation_officer", "penitentiary_officer", "head"),
    sections=(SEAL,),
    command="new",
)

TYPES = (SEALED_RECORD,)
