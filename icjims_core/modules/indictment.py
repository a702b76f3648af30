"""Indictment act: its ten items, references to the file, annexes, consent of the head, sending (P52)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header, relies_on
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Gravity,
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
ACT = Section("indictment", WORDS, cpc("256(1)"))
_ACT_FIELDS = ACT.of(
    Field("drawn_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("256(1)(1)")),
    Field("drawn_place", Kind.TEXT, max_length=300, source=cpc("256(1)(1)")),
    Field("accused", Kind.REF, merge=Merge.SET, target="person", source=cpc("256(1)(3)")),
    Field("offence", Kind.RICH, max_length=100_000, source=cpc("256(1)(4)")),
    Field("victims", Kind.REF, merge=Merge.SET, target="person", source=cpc("256(1)(5)")),
    Field("no_victims", Kind.TRI, source=cpc("256(1)(5)")),
    Field("damage", Kind.RICH, unit="damage_done", max_length=20_000, source=cpc("256(1)(5)")),
    Field("damage_amount", Kind.MONEY, unit="damage_done", minimum=0, source=cpc("256(1)(5)")),
    Field("mitigating", Kind.CODE, merge=Merge.SET, codes="mitigating_circumstance", source=cpc("256(1)(6)")),
    Field("aggravating", Kind.CODE, merge=Merge.SET, codes="aggravating_circumstance", source=cpc("256(1)(6)")),
    Field("none_mitigating", Kind.TRI, source=cpc("256(1)(6)")),
    Field("none_aggravating", Kind.TRI, source=cpc("256(1)(6)")),
    Field("evidence", Kind.RICH, max_length=100_000, source=cpc("256(1)(7)")),
    relies_on(),
    Field("article", Kind.CODE, unit="qualification", codes="criminal_code_article", source=cpc("256(1)(8)")),
    Field("part", Kind.TEXT, unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?", source=cpc("256(1)(8)")),
    Field("point", Kind.TEXT, unit="qualification", max_length=20, source=cpc("256(1)(8)")),
    Field("gravity", Kind.CODE, codes="gravity", derived=Gravity("article", "part")),
    Field("further_articles", Kind.CODE, merge=Merge.SET, codes="criminal_code_article", source=cpc("256(1)(8)")),
    Field("damages_secured", Kind.RICH, max_length=20_000, source=cpc("256(1)(9)")),
    Field("confiscation_evidence", Kind.RICH, max_length=20_000, source=cpc("256(1)(10)")),
    Field("volumes", Kind.INT, unit="case_file", minimum=0, source=cpc("256(2)")),
    Field("folios", Kind.INT, unit="case_file", minimum=0, source=cpc("256(2)")),
    Field("folio_references", Kind.RICH, max_length=50_000, source=cpc("256(2)")),
)

LIST = Section("persons", WORDS, cpc("256(3)"))
_LIST_FIELDS = LIST.of(
    Field("called_by_prosecution", Kind.REF, merge=Merge.SET, target="person", source=cpc("256(3)")),
    Field("called_by_defence", Kind.REF, merge=Merge.SET, target="person", source=cpc("256(3)")),
    Field("called_pseudonyms", Kind.TEXT, merge=Merge.SET, max_length=100, source=cpc("256(3)")),
    Field("statement_folios", Kind.RICH, max_length=20_000, source=cpc("256(3)")),
)

CERTIFICATE = Section("certificate", WORDS, cpc("256(4)"))
_CERTIFICATE_FIELDS = CERTIFICATE.of(
    Field("investigation_from", Kind.DATE, unit="investigation_term", source=cpc("256(4)")),
    Field("investigation_until", Kind.DATE, unit="investigation_term", not_before="investigation_from",
        source=cpc("256(4)")),
    Field("extensions", Kind.RICH, max_length=10_000, source=cpc("256(4)")),
    Field("measures", Kind.RICH, max_length=10_000, source=cpc("256(4)")),
    Field("custody_time", Kind.RICH, max_length=5_000, source=cpc("256(4)")),
    Field("house_arrest_time", Kind.RICH, max_length=5_000, source=cpc("256(4)")),
    Field("physical_evidence", Kind.RICH, max_length=20_000, source=cpc("256(4)")),
    Field("civil_claims", Kind.MONEY, minimum=0),
    Field("costs", Kind.MONEY, minimum=0, source=cpc("256(4)")),
    Field("fine_secured", Kind.RICH, max_length=10_000, source=cpc("256(4)")),
    Field("dependants", Kind.RICH, max_length=10_000, sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("256(4)")),
)

IDENTITY = Section("identity", WORDS, cpc("256(5)"))
_IDENTITY_FIELDS = IDENTITY.of(
    Field("identity_copies", Kind.FILE, merge=Merge.SET, sensitivity=Sensitivity.CONTACT, source=cpc("256(5)")),
    Field("document_missing", Kind.TRI, unit="documentation", source=cpc("256(5)")),
    Field("document_asked_at", Kind.TIMESTAMP, unit="documentation", not_future=True,
        required_when=Equals("document_missing", "yes"), source=cpc("256(5)")),
)

SENDING = Section("sending", WORDS, cpc("256(6)"))
_SENDING_FIELDS = SENDING.of(
    Field("head_consent_at", Kind.TIMESTAMP, not_future=True, source=cpc("256(6)"), stays_open=True),
    Field("sent_at", Kind.TIMESTAMP, not_future=True, not_before="drawn_at", source=cpc("256(6)"), stays_open=True),
    Field("measure_ends_on", Kind.DATE, source=cpc("256(6)"), stays_open=True),
    Field("translated_into", Kind.CODE, merge=Merge.SET, codes="language", source=cpc("256(6)"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

INDICTMENT = RecordType(
    "indictment",
    1,
    WORDS,
    Archetype.ORDER,
    (*_ACT_FIELDS, *_LIST_FIELDS, *_CERTIFICATE_FIELDS, *_IDENTITY_FIELDS, *_SENDING_FIELDS,
        *order_header("indictment")),
    roles=("investigator", "prosecutor", "clerk", "head"),
    sections=(ACT, LIST, CERTIFICATE, IDENTITY, SENDING, HEADER),
    columns=("drawn_at", "article", "part", "volumes", "folios", "head_consent_at", "sent_at", "measure_ends_on"),
    moment="drawn_at",
    source=cpc("256"),
    steps=("P52",),
    signing=Signing("2026-1", ("investigator",), (("head", "approval"),)),
)

TYPES = (INDICTMENT,)
