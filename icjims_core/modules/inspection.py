"""Inspection of a scene, objects or a corpse, examination of the body, exhumation (P03, P37)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, CONTROL, RECORDING, challenge, judicial_control, recording
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Kind,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

_CORPSE = ("corpse", "corpse_repeated", "exhumation")

# Fields read as the lines of a table.
# fmt: off
SUBJECT = Section("subject", WORDS, cpc("172–177"))
_SUBJECT_FIELDS = SUBJECT.of(
    Field("kind", Kind.CODE, required=True, codes="inspection_kind", source=cpc("172–176")),
    Field("basis", Kind.CODE, codes="entry_basis",
        required_when=OneOf("kind", ("dwelling", "body_examination", "exhumation")),
        source=cpc("172(5), 172(6), 175(3), 177(1)")),
    Field("repeated_ground", Kind.CODE, codes="repeated_inspection_ground",
        required_when=Equals("kind", "scene_repeated"), source=cpc("172(14)")),
    Field("task_from", Kind.TEXT, max_length=300, source=cpc("172(4)")),
    Field("residents", Kind.TEXT, max_length=1_000, sensitivity=Sensitivity.CONTACT, source=cpc("172(5), 172(7)")),
    Field("witness_of_entry", Kind.TEXT, max_length=500, source=cpc("172(7), 172(8)")),
    Field("diplomatic_consent", Kind.TRI, source=cpc("172(9)")),
)

CONDITIONS = Section("conditions", WORDS, cpc("170(3), 172"))
_CONDITIONS_FIELDS = CONDITIONS.of(
    Field("weather", Kind.CODE, codes="weather"),
    Field("lighting", Kind.CODE, codes="lighting"),
    Field("temperature_c", Kind.INT, minimum=-60, maximum=60),
    Field("boundaries", Kind.TEXT, max_length=1_000),
    Field("scene_guarded", Kind.TEXT, max_length=1_000, source=cpc("152, 172(3)")),
    Field("specialists", Kind.TEXT, merge=Merge.SET, max_length=300, source=cpc("168, 172(2)")),
    Field("forensic_doctor", Kind.TEXT, max_length=300, required_when=OneOf("kind", _CORPSE),
        source=cpc("174(1), 177(5)")),
    Field("rights_explained", Kind.TRI, source=cpc("165(1), 166")),
)

COURSE = Section("course", WORDS, cpc("172(10), 172(11), 173, 175(8)"))
_COURSE_FIELDS = COURSE.of(
    Field("description", Kind.RICH, searchable=True, source=cpc("170(3), 172, 175(8)")),
    Field("traces", Kind.TEXT, merge=Merge.SET, max_length=1_000, source=cpc("172(10)")),
    Field("items", Kind.REF, merge=Merge.SET, target="evidence", source=cpc("172(10), 173(2)"), stays_open=True),
    Field("items_listed", Kind.RICH, max_length=50_000, source=cpc("172(10)")),
    Field("shown_to_participants", Kind.TRI, source=cpc("172(11)")),
    Field("photo_table", Kind.FILE, merge=Merge.SET, source=cpc("170(8), 172(11)")),
    Field("plan", Kind.FILE, merge=Merge.SET, source=cpc("170(8)")),
    Field("statements", Kind.RICH, max_length=20_000, source=cpc("172(12), 174(5)")),
)

CORPSE = Section("corpse", WORDS, cpc("174, 176, 177"))
_CORPSE_FIELDS = CORPSE.of(
    Field("deceased", Kind.REF, target="person", source=cpc("174, 177(7)(3)")),
    Field("death_date", Kind.DATE, not_future=True, source=cpc("177(7)(3)")),
    Field("body_position", Kind.RICH, max_length=10_000),
    Field("body_changes", Kind.RICH, max_length=20_000),
    Field("unidentified_recorded", Kind.TRI, source=cpc("174(3)")),
    Field("exhumation_ground", Kind.CODE, codes="exhumation_ground", required_when=Equals("kind", "exhumation"),
        source=cpc("176(1)")),
    Field("relatives_told_at", Kind.TIMESTAMP, unit="relatives", not_future=True, source=cpc("177(1)")),
    Field("relatives_consent", Kind.TRI, unit="relatives", source=cpc("177(1)")),
    Field("burial_place", Kind.TEXT, max_length=500, source=cpc("177(4), 177(5)")),
    Field("sent_to", Kind.TEXT, max_length=300, source=cpc("177(7)(8)")),
    Field("reburied_at", Kind.TIMESTAMP, not_future=True, source=cpc("177(10)"), stays_open=True),
)

BODY = Section("body", WORDS, cpc("175"))
_BODY_FIELDS = BODY.of(
    Field("person", Kind.REF, target="person", required_when=Equals("kind", "body_examination"), source=cpc("175(1)")),
    Field("purpose", Kind.RICH, max_length=5_000, source=cpc("175(2)")),
    Field("examiner", Kind.TEXT, max_length=300, required_when=Equals("kind", "body_examination"),
        source=cpc("175(4), 175(5)")),
    Field("same_sex", Kind.TRI, unit="other_sex", source=cpc("175(5)")),
    Field("investigator_absent", Kind.TRI, unit="other_sex", required_when=Equals("same_sex", "no"),
        source=cpc("175(5)")),
    Field("by_doctor", Kind.TRI, unit="other_sex", required_when=Equals("same_sex", "no"), source=cpc("175(5)")),
    Field("imaging_consent", Kind.TRI, source=cpc("175(6)")),
    Field("findings", Kind.RICH, max_length=20_000, sensitivity=Sensitivity.SPECIAL_CATEGORY,
        source=cpc("175(1), 175(8)")),
    Field("intoxication", Kind.TRI, sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("175(1)")),
    Field("sealed_images", Kind.FILE, merge=Merge.SET, sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("175(6)")),
)

INSPECTION = RecordType(
    "inspection",
    1,
    WORDS,
    Archetype.EVENT,
    (*_SUBJECT_FIELDS, *judicial_control(), *_CONDITIONS_FIELDS, *_COURSE_FIELDS, *_CORPSE_FIELDS, *_BODY_FIELDS,
        *recording(), *challenge(), *header("inspection", investigative=True)),
    roles=("inquiry_officer", "investigator", "prosecutor", "head"),
    sections=(SUBJECT, CONTROL, CONDITIONS, COURSE, CORPSE, BODY, RECORDING, CHALLENGE, HEADER),
    columns=("kind", "started_at", "place", "basis", "person", "deceased", "drawn_by", "lawfulness"),
    moment="started_at",
    source=cpc("172–177"),
    steps=("P03", "P04", "P37"),
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "prosecutor")),
)

TYPES = (INSPECTION,)
