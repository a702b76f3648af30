"""Medical report on ill-treatment in the form of the Istanbul Protocol, sealed from those complained of (P19, P23)."""

from __future__ import annotations

from typing import Final

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Assertion,
    Blank,
    Equals,
    Field,
    Filled,
    Kind,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
    Signing,
    Source,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, cpc

WORDS = WordsBeside(__name__)

_ISTANBUL: Final = Source("Istanbul Protocol", "2022, ch. IV–VI, annex IV")
_BANGKOK: Final = Source("Bangkok Rules", "6–8")
_SPECIAL: Final = Sensitivity.SPECIAL_CATEGORY

# Fields read as the lines of a table.
# fmt: off
CONDITIONS = Section("conditions", WORDS, _ISTANBUL)
_CONDITIONS_FIELDS = CONDITIONS.of(
    Field("person", Kind.REF, required=True, target="person", source=cpc("44(6)")),
    Field("examination", Kind.REF, target="medical_examination", source=cpc("44(6)")),
    Field("allegation", Kind.REF, target="allegation", source=cpc("44(6), 128")),
    Field("requested_at", Kind.TIMESTAMP, not_future=True, source=cpc("44(6), 179(11)")),
    Field("examined_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("44(6)")),
    Field("examination_ended_at", Kind.TIMESTAMP, not_future=True, not_before="examined_at", source=_ISTANBUL),
    Field("examiner", Kind.TEXT, required=True, max_length=300, source=_ISTANBUL),
    Field("examiner_independent", Kind.TRI, source=_ISTANBUL),
    Field("privacy", Kind.CODE, unit="privacy_kept", codes="confidentiality", source=_ISTANBUL),
    Field("officers_present", Kind.TEXT, unit="privacy_kept", max_length=500,
        required_when=OneOf("privacy", ("officer_present", "officer_out_of_hearing")), source=_ISTANBUL),
    Field("restrained", Kind.TRI, source=_ISTANBUL),
    Field("consent", Kind.TRI, unit="consent_given", source=_ISTANBUL),
    Field("consent_limits", Kind.TEXT, unit="consent_given", max_length=1_000, required_when=Equals("consent", "no"),
        source=_ISTANBUL),
    Field("interpreter_used", Kind.TRI, source=_ISTANBUL),
    Field("hindered", Kind.RICH, max_length=5_000, source=cc("192")),
)

HISTORY = Section("history", WORDS, _ISTANBUL)
_HISTORY_FIELDS = HISTORY.of(
    Field("psychosocial_history", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("account", Kind.RICH, max_length=30_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("methods", Kind.CODE, merge=Merge.SET, codes="ill_treatment_method", sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("alleged_at", Kind.TIMESTAMP, unit="alleged", not_future=True, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("alleged_place", Kind.TEXT, unit="alleged", max_length=500, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("alleged_by", Kind.TEXT, unit="alleged", max_length=500, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("symptoms_then", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("symptoms_now", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("sexual_violence", Kind.TRI, sensitivity=_SPECIAL, source=_BANGKOK),
)

FINDINGS = Section("findings", WORDS, _ISTANBUL)
_FINDINGS_FIELDS = FINDINGS.of(
    Field("physical_findings", Kind.RICH, max_length=30_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("injuries_found", Kind.TRI, sensitivity=_SPECIAL, source=cpc("44(6)")),
    Field("body_map", Kind.TEXT, merge=Merge.SET, max_length=500, sensitivity=_SPECIAL,
        required_when=Equals("injuries_found", "yes"), source=_ISTANBUL),
    Field("body_diagrams", Kind.FILE, merge=Merge.SET, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("photos", Kind.FILE, merge=Merge.SET, sensitivity=_SPECIAL, source=cpc("179(11)")),
    Field("photos_missing_reason", Kind.TEXT, max_length=500,
        required_when=AllOf((Equals("injuries_found", "yes"), Blank("photos"))), source=cpc("179(11)")),
    Field("tests", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("mental_state", Kind.RICH, max_length=20_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("functioning", Kind.RICH, max_length=5_000, sensitivity=_SPECIAL, source=_ISTANBUL),
)

OPINION = Section("opinion", WORDS, _ISTANBUL)
_OPINION_FIELDS = OPINION.of(
    Field("consistency", Kind.CODE, codes="istanbul_consistency", sensitivity=_SPECIAL, assertion=Assertion.ASSESSMENT,
        required_when=Filled("account"), source=_ISTANBUL),
    Field("interpretation", Kind.RICH, max_length=20_000, sensitivity=_SPECIAL, assertion=Assertion.ASSESSMENT,
        source=_ISTANBUL),
    Field("limits", Kind.RICH, max_length=5_000, source=_ISTANBUL),
    Field("recommendations", Kind.RICH, max_length=5_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("form_number", Kind.TEXT, max_length=60, searchable=True, source=_ISTANBUL),
)

COPIES = Section("copies", WORDS, _ISTANBUL)
_COPIES_FIELDS = COPIES.of(
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, unit="to_prosecutor", not_future=True, source=_ISTANBUL,
        stays_open=True),
    Field("prosecutor_missing_reason", Kind.TEXT, unit="to_prosecutor", max_length=500,
        required_when=AllOf((Filled("account"), Blank("copy_to_prosecutor_at"))), source=_ISTANBUL, stays_open=True),
    Field("copy_to_institution_at", Kind.TIMESTAMP, not_future=True, source=_ISTANBUL, stays_open=True),
    Field("copy_to_person_at", Kind.TIMESTAMP, not_future=True, source=_ISTANBUL, stays_open=True),
    Field("confirmed_at", Kind.TIMESTAMP, unit="confirmation", not_future=True, source=_ISTANBUL, stays_open=True),
    Field("confirmed_by", Kind.TEXT, unit="confirmation", max_length=300, required_when=Filled("confirmed_at"),
        source=_ISTANBUL, stays_open=True),
)

ISTANBUL_REPORT = RecordType(
    "istanbul_report",
    1,
    WORDS,
    Archetype.EVENT,
    (*_CONDITIONS_FIELDS, *_HISTORY_FIELDS, *_FINDINGS_FIELDS, *_OPINION_FIELDS, *_COPIES_FIELDS,
        *order_header("istanbul_report")),
    roles=("facility_doctor", "prosecutor", "judge"),
    sections=(CONDITIONS, HISTORY, FINDINGS, OPINION, COPIES, HEADER),
    columns=(),
    moment="examined_at",
    source=cpc("44(6), 128, 179(11)"),
    steps=("P19", "P23"),
    signing=Signing("2026-1", ("facility_doctor",)),
    sealed="torture_allegation",
)

TYPES = (ISTANBUL_REPORT,)
