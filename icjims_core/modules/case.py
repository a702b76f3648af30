"""The criminal case: receipt of the report, entry in the Register, event, qualification (P01, P02)."""

from __future__ import annotations

from icjims_core.declarations.iccs_tags import EVENT_TAGS, event_tags
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Earliest,
    Field,
    Gravity,
    Kind,
    Merge,
    RecordType,
    Section,
    Source,
    Standing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off

RECEIPT = Section("receipt", WORDS, cpc("147–151"))
_RECEIPT_FIELDS = RECEIPT.of(
    Field("received_times", Kind.STATEMENT, merge=Merge.APPEND, not_future=True, source=cpc("147(1)")),
    Field("received_at", Kind.TIMESTAMP, derived=Earliest("received_times"), source=cpc("147(1)")),
    Field("received_by", Kind.TEXT, max_length=200, source=cpc("147(1)")),
    Field("channel", Kind.CODE, codes="report_channel", source=cpc("148")),
    Field("applicant", Kind.REF, target="person", source=cpc("149(2)")),
    Field("applicant_organisation", Kind.TEXT, max_length=300, searchable=True, source=cpc("150")),
    Field("anonymous", Kind.TRI, source=cpc("149(4)")),
    Field("applicant_language", Kind.CODE, codes="language"),
    Field("statement", Kind.RICH, max_length=50_000, searchable=True, source=cpc("149(2)")),
    Field("statement_scans", Kind.FILE, merge=Merge.SET, source=cpc("149(1), 149(2)")),
    Field("applicant_signature", Kind.SIGNATURE, source=cpc("149(1), 149(2), 149(3)")),
    Field("false_report_warned", Kind.TRI, source=cpc("149(3)")),
    Field("journal_number", Kind.TEXT, unit="journal", max_length=40, searchable=True),
    Field("journal_date", Kind.DATE, unit="journal", not_future=True),
    Field("talon_number", Kind.TEXT, unit="talon", max_length=40, source=cpc("147(1)")),
    Field("talon_given_at", Kind.TIMESTAMP, unit="talon", not_future=True, not_before="received_at",
        source=cpc("147(1)")),
    Field("talon_signature", Kind.SIGNATURE, source=cpc("147(1)")),
    Field("first_responder", Kind.TEXT, max_length=200, source=cpc("152")),
    Field("start_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("145(2)")),
)

REGISTRATION = Section("registration", WORDS, cpc("145–146"))
_REGISTRATION_FIELDS = REGISTRATION.of(
    Field("provisional_number", Kind.TEXT, max_length=80, searchable=True),
    Field("register_number", Kind.TEXT,
        derived=Standing((("register_entry", "register_number"), ("register_entry", "other_number"),
            ("takeover", "register_number"))),
        source=cpc("146(2)")),
    Field("registered_at", Kind.TIMESTAMP, not_future=True, source=cpc("146(2)")),
    Field("body", Kind.CODE, codes="office"),
)

EVENT = Section("event", WORDS)
_EVENT_FIELDS = EVENT.of(
    Field("summary", Kind.RICH, required=True, max_length=50_000, searchable=True),
    Field("event_from", Kind.TIMESTAMP, unit="event_time", not_future=True),
    Field("event_to", Kind.TIMESTAMP, unit="event_time", not_future=True, not_before="event_from"),
    Field("region", Kind.CODE, codes="region"),
    Field("place", Kind.TEXT, max_length=500, searchable=True),
    Field("place_geo", Kind.GEO),
    Field("presumed_article", Kind.CODE, unit="presumed", codes="criminal_code_article",
        assertion=Assertion.ASSESSMENT),
    Field("presumed_part", Kind.TEXT, unit="presumed", max_length=4, pattern=r"[1-9](-[1-9])?",
        assertion=Assertion.ASSESSMENT),
    Field("victim_sex", Kind.CODE, unit="victim_reported", codes="sex"),
    Field("victim_age", Kind.INT, unit="victim_reported", minimum=0, maximum=130),
    Field("child_involved", Kind.TRI, source=cpc("78(2)")),
    Field("family_violence", Kind.TRI),
    Field("marks", Kind.CODE, merge=Merge.SET, codes="case_mark"),
    Field("damage", Kind.MONEY, minimum=0),
)

QUALIFICATION = Section("qualification", WORDS)
_QUALIFICATION_FIELDS = QUALIFICATION.of(
    Field("article", Kind.CODE, unit="qualification", codes="criminal_code_article", source=cpc("156(2)")),
    Field("part", Kind.TEXT, unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?"),
    Field("point", Kind.TEXT, unit="qualification", max_length=20),
    Field("further_articles", Kind.CODE, merge=Merge.SET, codes="criminal_code_article"),
    Field("completion", Kind.CODE, codes="completion"),
    Field("iccs", Kind.CODE, codes="iccs", source=Source("ICCS", "version 1.0")),
    Field("gravity", Kind.CODE, codes="gravity", derived=Gravity("article", "part")),
)

PROGRESS = Section("progress", WORDS)
_PROGRESS_FIELDS = PROGRESS.of(
    Field("responsible", Kind.TEXT, unit="in_charge", max_length=200, searchable=True),
    Field("responsible_since", Kind.DATE, unit="in_charge", not_future=True),
    Field("language", Kind.CODE, codes="proceedings_language"),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, searchable=True),
)

CASE = RecordType(
    "case",
    1,
    WORDS,
    Archetype.DOSSIER,
    (
        *_RECEIPT_FIELDS,
        *_REGISTRATION_FIELDS,
        *_EVENT_FIELDS,
        *_QUALIFICATION_FIELDS,
        *event_tags(),
        *_PROGRESS_FIELDS,
    ),
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "facility_doctor", "prosecutor",
        "court_clerk", "judge", "probation_officer", "penitentiary_officer", "clerk", "head"),
    sections=(RECEIPT, REGISTRATION, EVENT, QUALIFICATION, EVENT_TAGS, PROGRESS),
    columns=("provisional_number", "channel", "registered_at", "article", "part", "responsible",
        "body", "region", "family_violence"),
    moment="received_at",
    heads_case=True,
    source=cpc("145, 146, 147"),
    steps=("P01", "P02"),
)

TYPES = (CASE,)
