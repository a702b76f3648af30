"""The log of calls to lawyers, interpreters, psychologists, doctors: evidence of the attempts made (P15–P17, P22)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Filled,
    Kind,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off

CALL = Section("call", WORDS, cpc("50, 58, 102"))
_CALL_FIELDS = CALL.of(
    Field("service", Kind.CODE, required=True, codes="contact_service",
        source=cpc("44(1)(17), 48, 50, 54, 58, 102, 464")),
    Field("person", Kind.REF, target="person"),
    Field("called_name", Kind.TEXT, unit="called", max_length=200, searchable=True, picked_from="contacts"),
    Field("listed_as", Kind.TEXT, unit="called", max_length=100),
    Field("phone", Kind.TEXT, unit="called", max_length=60, sensitivity=Sensitivity.CONTACT),
    Field("language", Kind.CODE, codes="language", required_when=OneOf("service", ("interpreter", "sign_interpreter"))),
    Field("called_at", Kind.TIMESTAMP, required=True, not_future=True),
    Field("way", Kind.CODE, codes="contact_attempt_way"),
    Field("called_by", Kind.TEXT, max_length=200),
)

RESULT = Section("result", WORDS)
_RESULT_FIELDS = RESULT.of(
    Field("result", Kind.CODE, required=True, unit="answer", codes="contact_attempt_result"),
    Field("reason", Kind.TEXT, unit="answer", max_length=1_000, required_when=Equals("result", "declined")),
    Field("answered_by", Kind.TEXT, unit="answer", max_length=200),
    Field("expected_at", Kind.TIMESTAMP, unit="answer"),
    Field("arrived_at", Kind.TIMESTAMP, unit="arrival", not_future=True, not_before="called_at"),
    Field("left_at", Kind.TIMESTAMP, unit="arrival", not_future=True, not_before="arrived_at"),
    Field("replacement", Kind.TEXT, max_length=200, required_when=Filled("replacement_reason")),
    Field("replacement_reason", Kind.TEXT, max_length=500, source=cpc("50(4), 50(5)")),
    Field("evidence", Kind.FILE, merge=Merge.SET),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

CONTACT_ATTEMPT = RecordType(
    "contact_attempt",
    1,
    WORDS,
    Archetype.EVENT,
    (*_CALL_FIELDS, *_RESULT_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "prosecutor", "court_clerk",
        "judge", "probation_officer", "penitentiary_officer", "clerk", "head"),
    sections=(CALL, RESULT),
    columns=("service", "person", "called_name", "called_at", "way", "result", "arrived_at"),
    moment="called_at",
    source=cpc("50, 58, 102"),
    steps=("P15", "P16", "P17", "P22"),
)

TYPES = (CONTACT_ATTEMPT,)
