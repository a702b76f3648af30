"""Imprisonment: the admission file of a convicted person, term, placement, preparation of release, release (P66)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Field,
    Filled,
    Kind,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Source,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, pec

WORDS = WordsBeside(__name__)


def _mandela(rule: str) -> Source:
    return Source("Mandela Rules", rule)


_SPECIAL = Sensitivity.SPECIAL_CATEGORY

# Fields read as the lines of a table.
# fmt: off
ADMISSION = Section("admission", WORDS, pec("78"))
_ADMISSION_FIELDS = ADMISSION.of(
    Field("person", Kind.REF, required=True, target="person", source=pec("78(1)(1)")),
    Field("order_document", Kind.TEXT, required=True, unit="admission_order", max_length=300, source=pec("78(1)(1)")),
    Field("order_authority", Kind.TEXT, unit="admission_order", max_length=300, source=_mandela("7(b)")),
    Field("order_on", Kind.DATE, unit="admission_order", not_future=True, source=_mandela("7(b)")),
    Field("verdict", Kind.REF, target="verdict"),
    Field("admitted_at", Kind.TIMESTAMP, required=True, not_future=True, source=_mandela("7(c)")),
    Field("facility", Kind.TEXT, unit="placement", max_length=300, searchable=True),
    Field("facility_kind", Kind.CODE, unit="placement", codes="correctional_facility", source=pec("73")),
    Field("file_number", Kind.TEXT, max_length=60, searchable=True),
    Field("delivered_by", Kind.TEXT, max_length=200),
    Field("arrested_at", Kind.TIMESTAMP, unit="arrest_facts", not_future=True, source=_mandela("7(b)")),
    Field("arrest_place", Kind.TEXT, unit="arrest_facts", max_length=500, source=_mandela("7(b)")),
    Field("self_perceived_gender", Kind.TEXT, max_length=60, sensitivity=_SPECIAL, source=_mandela("7(a)")),
    Field("rights_explained_at", Kind.TIMESTAMP, unit="information", not_future=True, source=pec("17, 78(2)(2)")),
    Field("rights_language", Kind.CODE, unit="information", codes="language", source=_mandela("55")),
)

CONDITION = Section("condition", WORDS, pec("78(1)"))
_CONDITION_FIELDS = CONDITION.of(
    Field("injuries", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL, source=pec("78(1)(3)")),
    Field("health", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL, source=pec("78(1)(3)")),
    Field("examined_at", Kind.TIMESTAMP, unit="examination", not_future=True, source=_mandela("30")),
    Field("doctor_name", Kind.TEXT, unit="examination", max_length=200),
    Field("disability_needs", Kind.TEXT, max_length=1_000, sensitivity=_SPECIAL, source=_mandela("5(2)")),
    Field("pregnancy", Kind.TRI, sensitivity=_SPECIAL, source=Source("Bangkok Rules", "6")),
    Field("complaints", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, source=pec("78(1)(4)")),
    Field("property", Kind.RICH, max_length=20_000, source=pec("78(1)(2)")),
)

FAMILY = Section("family", WORDS, pec("31, 74(3)"))
_FAMILY_FIELDS = FAMILY.of(
    Field("children", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL, source=_mandela("7(e)")),
    Field("child_with_mother", Kind.TRI, sensitivity=_SPECIAL, source=Source("Bangkok Rules", "3")),
    Field("care_arranged", Kind.TEXT, max_length=1_000, source=Source("Bangkok Rules", "2(2)")),
    Field("emergency_contact", Kind.TEXT, max_length=500, sensitivity=Sensitivity.CONTACT, source=_mandela("7(f)")),
    Field("family_told_at", Kind.TIMESTAMP, not_future=True, source=pec("31(1), 74(3)")),
    Field("embassy_told_at", Kind.TIMESTAMP, not_future=True, source=pec("31(2)")),
    Field("court_told_at", Kind.TIMESTAMP, not_future=True, source=pec("78(3)")),
)

TERM = Section("term", WORDS, pec("79, 159"))
_TERM_FIELDS = TERM.of(
    Field("term_from", Kind.DATE, unit="term"),
    Field("term_until", Kind.DATE, unit="term", not_before="term_from", source=pec("159(2)")),
    Field("life_term", Kind.TRI, unit="term", source=cc("68")),
    Field("credit_days", Kind.INT, unit="term", minimum=0),
    Field("classification", Kind.RICH, max_length=10_000, assertion=Assertion.ASSESSMENT, source=_mandela("8(b)")),
    Field("separation", Kind.TEXT, max_length=500, source=pec("79")),
    Field("home_distance_km", Kind.INT, minimum=0, source=_mandela("59")),
    Field("release_application_from", Kind.DATE, source=cc("88(4), 112(2)")),
)

PREPARATION = Section("preparation", WORDS, pec("162"))
_PREPARATION_FIELDS = PREPARATION.of(
    Field("preparation_from", Kind.DATE, source=pec("162(1)")),
    Field("local_bodies_told_at", Kind.TIMESTAMP, not_future=True, source=pec("162(1)")),
    Field("probation_told_at", Kind.TIMESTAMP, not_future=True, source=pec("159(4), 160(6)")),
    Field("residence_after", Kind.TEXT, max_length=500, sensitivity=Sensitivity.CONTACT, source=pec("162(1)")),
    Field("housing", Kind.TRI, source=pec("162(1)")),
    Field("documents_ready", Kind.TRI, source=pec("159(3)")),
    Field("preparation_plan", Kind.RICH, max_length=20_000, source=pec("162(2)")),
)

RELEASE = Section("release", WORDS, pec("158, 159"))
_RELEASE_FIELDS = RELEASE.of(
    Field("released_at", Kind.TIMESTAMP, unit="release_facts", not_future=True, not_before="admitted_at",
        source=_mandela("7(c)")),
    Field("release_ground", Kind.CODE, unit="release_facts", codes="prison_release_ground",
        required_when=Filled("released_at"), source=pec("158")),
    Field("certificate_number", Kind.TEXT, unit="release_facts", max_length=60, source=pec("159(3)")),
    Field("property_returned", Kind.TRI, source=pec("159(3)")),
    Field("travel_provided", Kind.TRI, source=pec("163(1)")),
    Field("file_copy_given", Kind.TRI, source=_mandela("9")),
    Field("appearance_explained", Kind.TRI, source=pec("160(6)")),
    Field("victim_told_at", Kind.TIMESTAMP, not_future=True, source=Source("Istanbul Convention", "56")),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

IMPRISONMENT = RecordType(
    "imprisonment",
    1,
    WORDS,
    Archetype.DOSSIER,
    (*_ADMISSION_FIELDS, *_CONDITION_FIELDS, *_FAMILY_FIELDS, *_TERM_FIELDS, *_PREPARATION_FIELDS, *_RELEASE_FIELDS),
    roles=("penitentiary_officer", "facility_doctor", "clerk", "head"),
    sections=(ADMISSION, CONDITION, FAMILY, TERM, PREPARATION, RELEASE),
    columns=("person", "admitted_at", "facility", "facility_kind", "file_number", "term_from", "term_until",
        "release_application_from", "released_at", "release_ground"),
    moment="admitted_at",
    source=pec("72–80, 158–163"),
    steps=("P66",),
    purpose="execution_of_sentences",
)

TYPES = (IMPRISONMENT,)
