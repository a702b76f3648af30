"""The true identity of a protected person: the sealed envelope of the paper case (P13, CPC 77(3))."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Field,
    Kind,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
_CONTACT = Sensitivity.CONTACT

PSEUDONYM = Section("pseudonym", WORDS, cpc("77(3)"))
_PSEUDONYM_FIELDS = PSEUDONYM.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("pseudonym", Kind.TEXT, required=True, max_length=100, source=cpc("77(3)")),
    Field("sample_signature", Kind.FILE, merge=Merge.SET, source=cpc("77(3)")),
    Field("security_measure", Kind.REF, target="security_measure"),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("77(3)")),
)

IDENTITY = Section("identity", WORDS, cpc("77(3)"))
_IDENTITY_FIELDS = IDENTITY.of(
    Field("real_surname", Kind.TEXT, required=True, max_length=100),
    Field("real_name", Kind.TEXT, max_length=100),
    Field("real_patronymic", Kind.TEXT, max_length=100),
    Field("sex", Kind.CODE, codes="sex"),
    Field("birth_date", Kind.DATE, not_future=True),
    Field("pin", Kind.PIN),
    Field("document", Kind.TEXT, max_length=200),
    Field("address", Kind.TEXT, max_length=500, sensitivity=_CONTACT),
    Field("phone", Kind.TEXT, max_length=60, sensitivity=_CONTACT),
    Field("work", Kind.TEXT, max_length=300),
    Field("relation_to_accused", Kind.CODE, codes="victim_relation"),
)

ENVELOPE = Section("envelope", WORDS, cpc("77(3)"))
_ENVELOPE_FIELDS = ENVELOPE.of(
    Field("envelope_number", Kind.TEXT, unit="envelope_kept", max_length=60),
    Field("sealed_at", Kind.TIMESTAMP, unit="envelope_kept", not_future=True),
    Field("kept_at", Kind.TEXT, unit="envelope_kept", max_length=300, source=cpc("77(3)")),
    Field("disclosed_at", Kind.TIMESTAMP, unit="disclosure", not_future=True, source=cpc("77(7)"), stays_open=True),
    Field("disclosed_to", Kind.TEXT, unit="disclosure", max_length=500, source=cpc("77(3), 77(7)"), stays_open=True),
    Field("disclosure_told_at", Kind.TIMESTAMP, unit="disclosure", not_future=True, source=cpc("77(7)"),
        stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

PROTECTED_IDENTITY = RecordType(
    "protected_identity",
    1,
    WORDS,
    Archetype.PERSON,
    (*_PSEUDONYM_FIELDS, *_IDENTITY_FIELDS, *_ENVELOPE_FIELDS),
    roles=("investigator", "prosecutor", "judge"),
    sections=(PSEUDONYM, IDENTITY, ENVELOPE),
    source=cpc("77(3)"),
    steps=("P13",),
    sealed="protected_identity",
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge")),
)

TYPES = (PROTECTED_IDENTITY,)
