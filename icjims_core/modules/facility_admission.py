"""Admission to a place of detention, the stay there and its end (P23)."""

from __future__ import annotations

from typing import Final

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Assertion,
    Blank,
    Earliest,
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
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)


def _mandela(rule: str) -> Source:
    return Source("Mandela Rules", rule)


_BANGKOK_3: Final = Source("Bangkok Rules", "2, 3")
_SPECIAL: Final = Sensitivity.SPECIAL_CATEGORY

# Fields read as the lines of a table.
# fmt: off
ADMISSION = Section("admission", WORDS, cpc("101(1)"))
_ADMISSION_FIELDS = ADMISSION.of(
    Field("person", Kind.REF, required=True, target="person", source=_mandela("7")),
    Field("facility", Kind.TEXT, required=True, unit="facility_named", max_length=300, searchable=True,
        source=cpc("101(1)")),
    Field("facility_kind", Kind.CODE, unit="facility_named", codes="facility_kind", source=cpc("101(1), 44(6)")),
    Field("region", Kind.CODE, codes="region"),
    Field("delivered_by", Kind.TEXT, max_length=300, source=_mandela("7(b)")),
    Field("delivered_at", Kind.TIMESTAMP, not_future=True, source=cpc("44(6)")),
    Field("admission_times", Kind.STATEMENT, merge=Merge.APPEND, not_future=True,
        required_when=Equals("admission_decision", "admitted"), source=_mandela("7(c)"), stays_open=True),
    Field("admitted_at", Kind.TIMESTAMP, derived=Earliest("admission_times"), source=_mandela("7(c)")),
    Field("admission_ground", Kind.CODE, unit="commitment", codes="admission_ground", source=_mandela("7")),
    Field("commitment_document", Kind.TEXT, unit="commitment", max_length=300,
        required_when=Equals("admission_decision", "admitted"), source=_mandela("7")),
    Field("commitment_file", Kind.FILE, merge=Merge.SET, source=_mandela("7")),
    Field("admission_decision", Kind.CODE, required=True, unit="reception", codes="admission_decision",
        source=_mandela("7")),
    Field("refusal_reason", Kind.TEXT, unit="reception", max_length=1_000,
        required_when=OneOf("admission_decision", ("refused_no_order", "refused_health")), source=_mandela("7")),
    Field("valid_until", Kind.TIMESTAMP, source=cpc("100(2), 115(1)")),
    Field("journal_number", Kind.TEXT, max_length=60, searchable=True),
    Field("apprehension", Kind.REF, unit="follows", target="apprehension", source=cpc("97")),
    Field("restraint", Kind.REF, unit="follows", target="restraint", source=cpc("114")),
)

FILE = Section("file", WORDS, Source("Mandela Rules", "7"))
_FILE_FIELDS = FILE.of(
    Field("identity_checked", Kind.TEXT, max_length=300, source=_mandela("7(a)")),
    Field("gender_stated", Kind.TEXT, max_length=60, sensitivity=_SPECIAL, source=_mandela("7(a)")),
    Field("arrest_reasons", Kind.RICH, max_length=5_000, source=_mandela("7(b)")),
    Field("arrest_authority", Kind.TEXT, unit="arrest", max_length=300, source=_mandela("7(b)")),
    Field("arrest_at", Kind.TIMESTAMP, unit="arrest", not_future=True, source=_mandela("7(b)")),
    Field("arrest_place", Kind.TEXT, unit="arrest", max_length=500, source=_mandela("7(b)")),
    Field("visible_injuries", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL, source=_mandela("7(d)")),
    Field("injuries_seen", Kind.TRI, sensitivity=_SPECIAL, source=_mandela("7(d)")),
    Field("property_list", Kind.RICH, unit="property", max_length=20_000, source=_mandela("7(e)")),
    Field("property_receipt", Kind.TEXT, unit="property", max_length=120, source=_mandela("7(e)")),
    Field("telephone_taken", Kind.TRI),
    Field("family_members", Kind.TEXT, merge=Merge.SET, max_length=300, sensitivity=Sensitivity.CONTACT,
        source=_mandela("7(f)")),
    Field("has_children", Kind.TRI, unit="children", source=_mandela("7(f)")),
    Field("children_details", Kind.TEXT, unit="children", max_length=1_000, sensitivity=_SPECIAL,
        required_when=Equals("has_children", "yes"), source=_mandela("7(f)")),
    Field("children_arranged_at", Kind.TIMESTAMP, not_future=True, source=_BANGKOK_3, stays_open=True),
    Field("emergency_contact", Kind.TEXT, max_length=300, sensitivity=Sensitivity.CONTACT, source=_mandela("7(g)")),
    Field("pregnant", Kind.TRI, sensitivity=_SPECIAL, source=_BANGKOK_3),
    Field("health_needs", Kind.RICH, max_length=5_000, sensitivity=_SPECIAL, source=_mandela("30")),
    Field("rights_explained_at", Kind.TIMESTAMP, unit="rights", not_future=True, source=_mandela("54"),
        stays_open=True),
    Field("rights_language", Kind.CODE, unit="rights", codes="language", source=_mandela("55"), stays_open=True),
    Field("rights_missing_reason", Kind.TEXT, max_length=500,
        required_when=AllOf((Filled("admission_times"), Blank("rights_explained_at"))), source=_mandela("54"),
        stays_open=True),
)

HOUSING = Section("housing", WORDS, Source("Mandela Rules", "11, 12"))
_HOUSING_FIELDS = HOUSING.of(
    Field("cell", Kind.TEXT, max_length=60, source=_mandela("12"), stays_open=True),
    Field("separation", Kind.CODE, merge=Merge.SET, codes="separation_ground", source=_mandela("11"), stays_open=True),
    Field("separation_kept", Kind.TRI, unit="separated", source=_mandela("11"), stays_open=True),
    Field("separation_missing_reason", Kind.TEXT, unit="separated", max_length=500,
        required_when=Equals("separation_kept", "no"), source=_mandela("11"), stays_open=True),
    Field("solitary_from", Kind.TIMESTAMP, unit="solitary", not_future=True, source=_mandela("43–45"), stays_open=True),
    Field("solitary_until", Kind.TIMESTAMP, unit="solitary", not_before="solitary_from", source=_mandela("43–45"),
        stays_open=True),
    Field("solitary_reason", Kind.TEXT, unit="solitary", max_length=1_000, required_when=Filled("solitary_from"),
        source=_mandela("45"), stays_open=True),
)

STAY = Section("stay", WORDS, Source("Mandela Rules", "8"))
_STAY_FIELDS = STAY.of(
    Field("hearings_and_counsel", Kind.TEXT, merge=Merge.APPEND, max_length=2_000, source=_mandela("8(a)"),
        stays_open=True),
    Field("classification", Kind.RICH, max_length=10_000, assertion=Assertion.ASSESSMENT, source=_mandela("8(b)"),
        stays_open=True),
    Field("behaviour", Kind.TEXT, merge=Merge.APPEND, max_length=2_000, assertion=Assertion.ASSESSMENT,
        source=_mandela("8(c)"), stays_open=True),
    Field("requests", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, source=_mandela("8(d)"), stays_open=True),
    Field("complaints_forwarded", Kind.TEXT, merge=Merge.APPEND, max_length=1_000, source=cpc("97(7), 114(9), 128(1)"),
        stays_open=True),
    Field("sanctions", Kind.TEXT, merge=Merge.APPEND, max_length=2_000, source=_mandela("8(e)"), stays_open=True),
    Field("injuries_during_stay", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, sensitivity=_SPECIAL,
        source=_mandela("8(f)"), stays_open=True),
    Field("visits", Kind.TEXT, merge=Merge.APPEND, max_length=1_000, source=cpc("114(7)"), stays_open=True),
    Field("operative_contacts", Kind.TEXT, merge=Merge.APPEND, max_length=1_000, source=cpc("101(2)"), stays_open=True),
    Field("monitoring_visits", Kind.TEXT, merge=Merge.APPEND, max_length=1_000, source=Source("OPCAT", "4, 19, 20"),
        stays_open=True),
)

END = Section("end", WORDS, cpc("100, 114(6), 116"))
_END_FIELDS = END.of(
    Field("end_reason", Kind.CODE, unit="end", codes="facility_end", source=cpc("100, 116"), stays_open=True),
    Field("ended_at", Kind.TIMESTAMP, unit="end", not_future=True, not_before="admitted_at", source=_mandela("7(c)"),
        stays_open=True),
    Field("moved_to", Kind.TEXT, unit="end", max_length=300,
        required_when=OneOf("end_reason", ("transferred", "hospital")), source=cpc("114(6)"), stays_open=True),
    Field("release_document", Kind.TEXT, max_length=300, required_when=Equals("end_reason", "released"),
        source=cpc("100(1), 100(2)"), stays_open=True),
    Field("certificate_given", Kind.TRI, source=cpc("100(4)"), stays_open=True),
    Field("investigator_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("100(2)"), stays_open=True),
    Field("prosecutor_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("100(2)"), stays_open=True),
    Field("family_told_at", Kind.TIMESTAMP, not_future=True, source=_mandela("68"), stays_open=True),
    Field("property_returned", Kind.TRI, source=_mandela("67"), stays_open=True),
    Field("death_at", Kind.TIMESTAMP, unit="death", not_future=True, required_when=Equals("end_reason", "died"),
        source=_mandela("8(f)"), stays_open=True),
    Field("death_findings", Kind.RICH, unit="death", max_length=10_000, sensitivity=_SPECIAL, source=_mandela("8(f)"),
        stays_open=True),
    Field("remains", Kind.TEXT, unit="death", max_length=300, source=_mandela("8(f)"), stays_open=True),
)

FACILITY_ADMISSION = RecordType(
    "facility_admission",
    1,
    WORDS,
    Archetype.EVENT,
    (*_ADMISSION_FIELDS, *_FILE_FIELDS, *_HOUSING_FIELDS, *_STAY_FIELDS, *_END_FIELDS,
        *order_header("facility_admission")),
    roles=("detention_officer", "facility_doctor", "penitentiary_officer", "prosecutor", "head"),
    sections=(ADMISSION, FILE, HOUSING, STAY, END, HEADER),
    columns=("person", "facility", "admission_decision", "admission_ground", "delivered_at", "cell",
        "valid_until", "end_reason", "ended_at"),
    moment="admitted_at",
    source=cpc("101, 44(6)"),
    steps=("P23",),
    signing=Signing("2026-1", ("detention_officer", "penitentiary_officer")),
)

TYPES = (FACILITY_ADMISSION,)
