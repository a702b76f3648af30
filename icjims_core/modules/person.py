"""The person as the case knows him or her: names, birth, documents, language, care and needs."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Kind,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Source,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
_SPECIAL = Sensitivity.SPECIAL_CATEGORY
_CONTACT = Sensitivity.CONTACT
_INTERROGATION_RECORD = cpc("199(2)")
_QUALITY = Source("Directive (EU) 2016/680", "7")


NAME = Section("name", WORDS)
_NAME_FIELDS = NAME.of(
    Field("surname", Kind.TEXT, required=True, max_length=100, searchable=True, source=_INTERROGATION_RECORD),
    Field("name", Kind.TEXT, max_length=100, searchable=True, source=_INTERROGATION_RECORD),
    Field("patronymic", Kind.TEXT, max_length=100, searchable=True, source=_INTERROGATION_RECORD),
    Field("name_variants", Kind.TEXT, merge=Merge.SET, max_length=200, searchable=True),
    Field("aliases", Kind.TEXT, merge=Merge.SET, max_length=200, searchable=True),
    Field("surname_ky", Kind.TEXT, unit="kyrgyz_name", max_length=100, searchable=True),
    Field("name_ky", Kind.TEXT, unit="kyrgyz_name", max_length=100, searchable=True),
    Field("patronymic_ky", Kind.TEXT, unit="kyrgyz_name", max_length=100, searchable=True),
    Field("surname_ru", Kind.TEXT, unit="russian_name", max_length=100, searchable=True),
    Field("name_ru", Kind.TEXT, unit="russian_name", max_length=100, searchable=True),
    Field("patronymic_ru", Kind.TEXT, unit="russian_name", max_length=100, searchable=True),
    Field("name_source", Kind.CODE, codes="attribute_source", source=_QUALITY),
)

BIRTH = Section("birth", WORDS)
_BIRTH_FIELDS = BIRTH.of(
    Field("sex", Kind.CODE, codes="sex"),
    Field("gender_stated", Kind.TEXT, max_length=100, sensitivity=_SPECIAL, assertion=Assertion.FACT,
        source=Source("Mandela Rules", "7")),
    Field("birth_date", Kind.DATE, unit="birth", not_future=True, source=_INTERROGATION_RECORD),
    Field("birth_year", Kind.INT, unit="birth", minimum=1850, maximum=2200),
    Field("estimated_age", Kind.INT, unit="birth", minimum=0, maximum=130, assertion=Assertion.ASSESSMENT),
    Field("birth_basis", Kind.CODE, unit="birth", codes="date_basis"),
    Field("birth_place", Kind.TEXT, max_length=300, source=_INTERROGATION_RECORD),
    Field("deceased", Kind.TRI, unit="death"),
    Field("death_date", Kind.DATE, unit="death", not_future=True, not_before="birth_date"),
)

IDENTITY = Section("identity", WORDS)
_IDENTITY_FIELDS = IDENTITY.of(
    Field("pin", Kind.PIN, searchable=True),
    Field("document_kind", Kind.CODE, unit="document", codes="id_document", source=cpc("256(5)")),
    Field("document_number", Kind.TEXT, unit="document", max_length=60, searchable=True),
    Field("document_issued", Kind.TEXT, unit="document", max_length=200),
    Field("citizenship", Kind.CODE, codes="citizenship", source=_INTERROGATION_RECORD),
    Field("ethnicity", Kind.TEXT, max_length=100, sensitivity=_SPECIAL, source=_INTERROGATION_RECORD),
    Field("other_documents", Kind.TEXT, merge=Merge.SET, max_length=200, searchable=True, source=cpc("256(5)")),
    Field("identity_source", Kind.CODE, codes="attribute_source", source=_QUALITY),
)

LANGUAGE = Section("language", WORDS)
_LANGUAGE_FIELDS = LANGUAGE.of(
    Field("languages", Kind.CODE, merge=Merge.SET, codes="language"),
    Field("interpreter_needed", Kind.TRI, source=cpc("198(1)")),
)

CONTACT = Section("contact", WORDS)
_CONTACT_FIELDS = CONTACT.of(
    Field("region", Kind.CODE, codes="region"),
    Field("actual_address", Kind.TEXT, max_length=500, sensitivity=_CONTACT, source=_INTERROGATION_RECORD),
    Field("registered_address", Kind.TEXT, max_length=500, sensitivity=_CONTACT),
    Field("phones", Kind.TEXT, merge=Merge.SET, max_length=40, pattern=r"\+?[0-9 ()-]{3,30}", sensitivity=_CONTACT),
    Field("emergency_contact", Kind.TEXT, max_length=300, sensitivity=_CONTACT, source=Source("Mandela Rules", "7")),
    Field("address_source", Kind.CODE, codes="attribute_source", source=_QUALITY),
)

CIRCUMSTANCES = Section("circumstances", WORDS, _INTERROGATION_RECORD)
_CIRCUMSTANCES_FIELDS = CIRCUMSTANCES.of(
    Field("education", Kind.CODE, codes="education", source=_INTERROGATION_RECORD),
    Field("marital_status", Kind.CODE, codes="marital_status", source=_INTERROGATION_RECORD),
    Field("occupation", Kind.TEXT, max_length=300, source=_INTERROGATION_RECORD),
    Field("dependants", Kind.INT, minimum=0, maximum=50, source=cpc("256(4)")),
    Field("workplace", Kind.TEXT, max_length=300, sensitivity=_CONTACT, source=_INTERROGATION_RECORD),
    Field("sole_carer", Kind.TRI, source=cc("87(1)")),
    Field("criminal_record", Kind.TRI, source=_INTERROGATION_RECORD),
    Field("military_service", Kind.TRI, source=cpc("51(1)(6)")),
    Field("military_status", Kind.CODE, codes="military_status", source=cpc("51(1)(6), 159(3)")),
    Field("circumstances_source", Kind.CODE, codes="attribute_source", source=_QUALITY),
)

NEEDS = Section("needs", WORDS)
_NEEDS_FIELDS = NEEDS.of(
    Field("disability", Kind.TRI, unit="disability_state", sensitivity=_SPECIAL, source=cpc("51(1)(1)")),
    Field("disability_kind", Kind.TEXT, unit="disability_state", required_when=Equals("disability", "yes"),
        max_length=300, sensitivity=_SPECIAL),
    Field("pregnancy", Kind.TRI, sensitivity=_SPECIAL, source=cc("87(1)")),
    Field("health_notes", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL),
    Field("needs_source", Kind.CODE, codes="attribute_source", source=_QUALITY),
)

OTHER = Section("other", WORDS)
_OTHER_FIELDS = OTHER.of(
    Field("description", Kind.RICH, max_length=10_000),
    Field("photos", Kind.FILE, merge=Merge.SET, sensitivity=_SPECIAL),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

PERSON = RecordType(
    "person",
    1,
    WORDS,
    Archetype.PERSON,
    (
        *_NAME_FIELDS,
        *_BIRTH_FIELDS,
        *_IDENTITY_FIELDS,
        *_LANGUAGE_FIELDS,
        *_CONTACT_FIELDS,
        *_CIRCUMSTANCES_FIELDS,
        *_NEEDS_FIELDS,
        *_OTHER_FIELDS,
    ),
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "facility_doctor", "prosecutor",
        "court_clerk", "judge", "probation_officer", "penitentiary_officer", "clerk", "head"),
    sections=(NAME, BIRTH, IDENTITY, LANGUAGE, CONTACT, CIRCUMSTANCES, NEEDS, OTHER),
    columns=("surname", "name", "patronymic", "sex", "birth_date", "birth_year", "pin",
        "citizenship", "region", "document_number"),
    source=_INTERROGATION_RECORD,
    steps=("P12", "P13", "P14"),
)

TYPES = (PERSON,)
