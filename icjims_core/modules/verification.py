"""Verification of testimony on the spot and investigative experiment (P39)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, RECORDING, challenge, recording
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Kind,
    Merge,
    RecordType,
    Section,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
SUBJECT = Section("subject", WORDS, cpc("215–218"))
_SUBJECT_FIELDS = SUBJECT.of(
    Field("kind", Kind.CODE, required=True, codes="verification_kind", source=cpc("215, 217")),
    Field("person", Kind.REF, target="person", required_when=Equals("kind", "on_spot"), source=cpc("215(1), 215(3)")),
    Field("capacity", Kind.CODE, codes="interrogation_capacity", source=cpc("215(1)")),
    Field("interrogated", Kind.REF, target="interrogation", required_when=Equals("kind", "on_spot"),
        source=cpc("216(1)")),
    Field("purpose", Kind.RICH, max_length=5_000, source=cpc("216(7), 218(3)")),
    Field("voluntary", Kind.TRI, source=cpc("216(7)")),
    Field("rights_explained", Kind.TRI, source=cpc("216(2), 218(2)")),
    Field("liability_warned", Kind.TRI, source=cpc("216(2)")),
    Field("lawyers", Kind.TEXT, merge=Merge.SET, max_length=200, source=cpc("215(4), 217(4)")),
    Field("specialists", Kind.TEXT, merge=Merge.SET, max_length=300, source=cpc("215(4), 217(3), 217(4)")),
    Field("danger_assessed", Kind.TRI, assertion=Assertion.ASSESSMENT, source=cpc("216(5), 217(5), 218(4)")),
)

SPOT = Section("spot", WORDS, cpc("216(3), 216(7)"))
_SPOT_FIELDS = SPOT.of(
    Field("start_point", Kind.TEXT, max_length=500, source=cpc("216(7)")),
    Field("route", Kind.RICH, max_length=10_000, source=cpc("216(7)")),
    Field("end_point", Kind.TEXT, max_length=500, source=cpc("216(7)")),
    Field("free_choice", Kind.TRI, source=cpc("216(3)")),
)

EXPERIMENT = Section("experiment", WORDS, cpc("217, 218"))
_EXPERIMENT_FIELDS = EXPERIMENT.of(
    Field("conditions", Kind.RICH, max_length=10_000, required_when=Equals("kind", "experiment"),
        source=cpc("217(6), 218(3)")),
    Field("reconstructed", Kind.TEXT, max_length=1_000, source=cpc("218(1)(3), 218(3)")),
    Field("things_used", Kind.TEXT, merge=Merge.SET, max_length=300, source=cpc("218(3)")),
    Field("repetitions", Kind.INT, minimum=1, maximum=100, source=cpc("217(2)")),
)

RESULT = Section("result", WORDS, cpc("216(7), 218(3)"))
_RESULT_FIELDS = RESULT.of(
    Field("content", Kind.RICH, searchable=True, source=cpc("216(7), 218(3)")),
    Field("found", Kind.RICH, max_length=10_000, source=cpc("216(4), 216(7)")),
    Field("items", Kind.REF, merge=Merge.SET, target="evidence", source=cpc("216(4)"), stays_open=True),
    Field("outcome", Kind.CODE, codes="verification_result", assertion=Assertion.ASSESSMENT),
    Field("photos", Kind.FILE, merge=Merge.SET, source=cpc("216(6), 217(7)")),
    Field("plan", Kind.FILE, merge=Merge.SET, source=cpc("216(6), 217(7)")),
)

VERIFICATION = RecordType(
    "verification",
    1,
    WORDS,
    Archetype.EVENT,
    (*_SUBJECT_FIELDS, *_SPOT_FIELDS, *_EXPERIMENT_FIELDS, *_RESULT_FIELDS, *recording(), *challenge(),
        *header("verification", investigative=True)),
    roles=("investigator", "inquiry_officer", "prosecutor", "head"),
    sections=(SUBJECT, SPOT, EXPERIMENT, RESULT, RECORDING, CHALLENGE, HEADER),
    columns=("kind", "person", "started_at", "place", "outcome"),
    moment="started_at",
    source=cpc("215–218"),
    steps=("P39",),
    signing=Signing("2026-1", ("investigator", "prosecutor")),
)

TYPES = (VERIFICATION,)
