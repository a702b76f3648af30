"""Medical examination of a person deprived of liberty: condition, injuries, body map, copies (P23)."""

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
OCCASION = Section("occasion", WORDS, cpc("44(6)"))
_OCCASION_FIELDS = OCCASION.of(
    Field("person", Kind.REF, required=True, target="person", source=cpc("44(6)")),
    Field("occasion", Kind.CODE, required=True, codes="examination_occasion", source=cpc("44(6), 97(6), 114(8)")),
    Field("admission", Kind.REF, target="facility_admission", required_when=Equals("occasion", "delivery"),
        source=cpc("44(6)")),
    Field("requested_by", Kind.TEXT, max_length=300, source=cpc("44(6), 97(6), 114(8)")),
    Field("requested_at", Kind.TIMESTAMP, not_future=True,
        required_when=OneOf("occasion", ("own_request", "defence_motion")), source=cpc("44(6), 97(6), 114(8)")),
    Field("examined_at", Kind.TIMESTAMP, required=True, unit="examination", not_future=True, source=cpc("44(6)")),
    Field("examination_place", Kind.TEXT, unit="examination", max_length=300, source=_ISTANBUL),
    Field("examination_ended_at", Kind.TIMESTAMP, not_future=True, not_before="examined_at", source=_ISTANBUL),
    Field("late_reason", Kind.TEXT, max_length=500, source=cc("192")),
    Field("doctor", Kind.TEXT, unit="examiner", max_length=300, source=_ISTANBUL),
    Field("doctor_body", Kind.TEXT, unit="examiner", max_length=300, source=cpc("178(4)")),
    Field("doctor_independent", Kind.TRI, unit="examiner", source=_ISTANBUL),
    Field("doctor_same_sex", Kind.TRI, source=_BANGKOK),
    Field("interpreter_used", Kind.TRI, source=_ISTANBUL),
    Field("privacy", Kind.CODE, unit="privacy_kept", codes="confidentiality", source=_ISTANBUL),
    Field("officers_present", Kind.TEXT, unit="privacy_kept", max_length=500,
        required_when=OneOf("privacy", ("officer_present", "officer_out_of_hearing")), source=_ISTANBUL),
    Field("restrained", Kind.TRI, source=_ISTANBUL),
    Field("consent", Kind.TRI, unit="consent_given", source=_ISTANBUL),
    Field("refusal_reason", Kind.TEXT, unit="consent_given", max_length=1_000, required_when=Equals("consent", "no"),
        source=_ISTANBUL),
)

HISTORY = Section("history", WORDS, _ISTANBUL)
_HISTORY_FIELDS = HISTORY.of(
    Field("health_history", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("complaints", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL, source=_ISTANBUL),
)

FINDINGS = Section("findings", WORDS, _ISTANBUL)
_FINDINGS_FIELDS = FINDINGS.of(
    Field("general_condition", Kind.RICH, max_length=5_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("injuries_found", Kind.TRI, sensitivity=_SPECIAL, source=cpc("44(6)")),
    Field("injury_kinds", Kind.CODE, merge=Merge.SET, codes="injury_kind", sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("body_parts", Kind.CODE, merge=Merge.SET, codes="body_part", sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("body_map", Kind.TEXT, merge=Merge.SET, max_length=500, sensitivity=_SPECIAL,
        required_when=Equals("injuries_found", "yes"), source=_ISTANBUL),
    Field("body_diagrams", Kind.FILE, merge=Merge.SET, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("photos", Kind.FILE, merge=Merge.SET, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("photos_missing_reason", Kind.TEXT, max_length=500,
        required_when=AllOf((Equals("injuries_found", "yes"), Blank("photos"))), source=_ISTANBUL),
    Field("tests", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("mental_state", Kind.RICH, max_length=20_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("self_harm_risk", Kind.TRI, sensitivity=_SPECIAL, assertion=Assertion.ASSESSMENT, source=_ISTANBUL),
    Field("intoxication", Kind.TRI, sensitivity=_SPECIAL),
    Field("pregnant", Kind.TRI, sensitivity=_SPECIAL, source=_BANGKOK),
    Field("reproductive_health", Kind.RICH, max_length=5_000, sensitivity=_SPECIAL, source=_BANGKOK),
)

OPINION = Section("opinion", WORDS, _ISTANBUL)
_OPINION_FIELDS = OPINION.of(
    Field("fit_for_detention", Kind.TRI, sensitivity=_SPECIAL, assertion=Assertion.ASSESSMENT, source=cpc("116(2)")),
    Field("treatment", Kind.RICH, max_length=5_000, sensitivity=_SPECIAL, source=cpc("97(6)")),
    Field("referred_to", Kind.TEXT, max_length=300, sensitivity=_SPECIAL),
    Field("forensic_asked", Kind.TRI, source=cpc("179(11)")),
    Field("form_number", Kind.TEXT, max_length=60, searchable=True, source=_ISTANBUL),
)

COPIES = Section("copies", WORDS, cpc("44(6)"))
_COPIES_FIELDS = COPIES.of(
    Field("copy_to_person_at", Kind.TIMESTAMP, not_future=True, source=_ISTANBUL, stays_open=True),
    Field("copy_to_lawyer_at", Kind.TIMESTAMP, not_future=True, source=_ISTANBUL, stays_open=True),
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, unit="to_prosecutor", not_future=True, source=_ISTANBUL,
        stays_open=True),
    Field("prosecutor_missing_reason", Kind.TEXT, unit="to_prosecutor", max_length=500,
        required_when=AllOf((Equals("injuries_found", "yes"), Blank("copy_to_prosecutor_at"))), source=_ISTANBUL,
        stays_open=True),
    Field("copy_to_institution_at", Kind.TIMESTAMP, not_future=True, source=_ISTANBUL, stays_open=True),
    Field("confirmed_at", Kind.TIMESTAMP, unit="confirmation", not_future=True, source=_ISTANBUL, stays_open=True),
    Field("confirmed_by", Kind.TEXT, unit="confirmation", max_length=300, required_when=Filled("confirmed_at"),
        source=_ISTANBUL, stays_open=True),
)

MEDICAL_EXAMINATION = RecordType(
    "medical_examination",
    1,
    WORDS,
    Archetype.EVENT,
    (*_OCCASION_FIELDS, *_HISTORY_FIELDS, *_FINDINGS_FIELDS, *_OPINION_FIELDS, *_COPIES_FIELDS,
        *order_header("medical_examination")),
    roles=("facility_doctor", "detention_officer", "penitentiary_officer", "prosecutor"),
    sections=(OCCASION, HISTORY, FINDINGS, OPINION, COPIES, HEADER),
    columns=("person", "occasion", "requested_at", "examined_at", "doctor", "copy_to_prosecutor_at"),
    moment="examined_at",
    source=cpc("44(6), 97(6), 114(8)"),
    steps=("P23",),
    signing=Signing("2026-1", ("facility_doctor",)),
)

TYPES = (MEDICAL_EXAMINATION,)
