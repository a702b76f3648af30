"""Signing of an act by the officer, with consent of the prosecutor and approval of the head as countersignatures."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Merge, RecordType, Section
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
SIGNATURE = Section("signature", WORDS, cpc("170(7)"))
_SIGNATURE_FIELDS = SIGNATURE.of(
    Field("act", Kind.REF, required=True, unit="signed_statement"),
    Field("act_type", Kind.TEXT, unit="signed_statement", max_length=64),
    Field("edition", Kind.TEXT, unit="signed_statement", max_length=40),
    Field("content", Kind.TEXT, unit="signed_statement", max_length=64, pattern="[0-9a-f]{64}"),
    Field("capacity", Kind.CODE, required=True, unit="signed_statement", codes="signing_capacity"),
    Field("signed_at", Kind.TIMESTAMP, required=True, unit="signed_statement", not_future=True),
    Field("key", Kind.TEXT, unit="signed_statement", max_length=64, pattern="[0-9a-f]{64}"),
    Field("signature", Kind.TEXT, unit="signed_statement", max_length=128, pattern="[0-9a-f]{128}"),
    Field("remarks", Kind.TEXT, merge=Merge.APPEND, max_length=1_000),
)

SIGNING = RecordType(
    "signing",
    1,
    WORDS,
    Archetype.EVENT,
    _SIGNATURE_FIELDS,
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "facility_doctor", "prosecutor",
        "court_clerk", "judge", "probation_officer", "penitentiary_officer", "head"),
    sections=(SIGNATURE,),
    columns=("act", "capacity", "signed_at"),
    moment="signed_at",
    command="sign",
    source=cpc("170(7)"),
)

TYPES = (SIGNING,)
