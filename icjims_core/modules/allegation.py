"""An allegation of torture or ill-treatment: sealed to its recorder, the prosecutor and the competent body (P19)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Assertion,
    Blank,
    Earliest,
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

# Fields read as the lines of a table.
# fmt: off
_SPECIAL = Sensitivity.SPECIAL_CATEGORY
_ISTANBUL = Source("Istanbul Protocol", "2022 edition")

RECEIPT = Section("receipt", WORDS, cpc("44(6), 128"))
_RECEIPT_FIELDS = RECEIPT.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("received_times", Kind.STATEMENT, required=True, merge=Merge.APPEND, not_future=True, source=cpc("128(2)"),
        stays_open=True),
    Field("received_at", Kind.TIMESTAMP, derived=Earliest("received_times"), source=cpc("128(2)")),
    Field("from_whom", Kind.CODE, unit="told_by", codes="allegation_from", source=cpc("44(6), 128(2)")),
    Field("informant", Kind.TEXT, unit="told_by", max_length=200),
    Field("channel", Kind.CODE, codes="motion_channel"),
    Field("received_by", Kind.TEXT, max_length=300),
    Field("document", Kind.FILE, merge=Merge.SET),
)

EVENT = Section("event", WORDS)
_EVENT_FIELDS = EVENT.of(
    Field("account", Kind.RICH, required=True, max_length=50_000, sensitivity=_SPECIAL),
    Field("event_from", Kind.TIMESTAMP, unit="event_time", not_future=True),
    Field("event_to", Kind.TIMESTAMP, unit="event_time", not_future=True, not_before="event_from"),
    Field("event_place", Kind.TEXT, max_length=500),
    Field("accused_body", Kind.TEXT, unit="complained_of", max_length=300),
    Field("accused_office", Kind.TEXT, unit="complained_of", max_length=40, pattern=r"[0-9A-Za-z-]{2,40}",
        picked_from="office", name_in="accused_body"),
    Field("accused_persons", Kind.TEXT, merge=Merge.SET, max_length=300),
    Field("witnesses", Kind.TEXT, merge=Merge.SET, max_length=300),
    Field("methods", Kind.CODE, merge=Merge.SET, codes="ill_treatment_method", sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("purpose_stated", Kind.TEXT, max_length=1_000),
    Field("further_statements", Kind.TEXT, merge=Merge.APPEND, max_length=10_000, sensitivity=_SPECIAL,
        stays_open=True),
)

INJURIES = Section("injuries", WORDS, cpc("44(6), 179(11)"))
_INJURIES_FIELDS = INJURIES.of(
    Field("injuries", Kind.RICH, max_length=20_000, sensitivity=_SPECIAL, source=cpc("44(6)")),
    Field("psychological", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL, assertion=Assertion.ASSESSMENT,
        source=_ISTANBUL),
    Field("photo_taken", Kind.TRI, required_when=AllOf((Filled("expert_examined_at"), Blank("video_taken"))),
        source=cpc("179(11)"), stays_open=True),
    Field("video_taken", Kind.TRI, source=cpc("179(11)"), stays_open=True),
    Field("images", Kind.FILE, merge=Merge.SET, sensitivity=_SPECIAL, stays_open=True),
    Field("medical_ordered_at", Kind.TIMESTAMP, not_future=True, source=cpc("44(6)"), stays_open=True),
    Field("medical_examined_at", Kind.TIMESTAMP, not_future=True, source=cpc("44(6)"), stays_open=True),
    Field("examination_missing_reason", Kind.TEXT, max_length=500, source=cpc("44(6)"), stays_open=True),
    Field("expert_ordered_at", Kind.TIMESTAMP, not_future=True, source=cpc("179(11)"), stays_open=True),
    Field("expert_missing_reason", Kind.TEXT, max_length=500, source=cpc("179(11)"), stays_open=True),
    Field("expert_examination", Kind.REF, target="expert_examination", source=cpc("179(11)"), stays_open=True),
    Field("expert_examined_at", Kind.TIMESTAMP, not_future=True, source=cpc("179(11)"), stays_open=True),
    Field("istanbul_form_number", Kind.TEXT, max_length=60, source=_ISTANBUL, stays_open=True),
)

FORWARDING = Section("forwarding", WORDS, cpc("128(2), 159"))
_FORWARDING_FIELDS = FORWARDING.of(
    Field("forwarded_at", Kind.TIMESTAMP, unit="forwarding_of", not_future=True, source=cpc("128(2)"), stays_open=True),
    Field("forwarding_missing_reason", Kind.TEXT, max_length=500, source=cpc("128(2)"), stays_open=True),
    Field("forwarded_to", Kind.TEXT, unit="forwarding_of", max_length=300, source=cpc("128(2)"), stays_open=True),
    Field("letter_number", Kind.TEXT, unit="forwarding_of", max_length=60, stays_open=True),
    Field("prosecutor_received_at", Kind.TIMESTAMP, not_future=True, stays_open=True),
    Field("competent_body", Kind.TEXT, unit="transfer", max_length=300, source=cpc("159(6)"), stays_open=True),
    Field("transferred_at", Kind.TIMESTAMP, unit="transfer", not_future=True, stays_open=True),
)

RESPONSE = Section("response", WORDS, cpc("76, 77(6)"))
_RESPONSE_FIELDS = RESPONSE.of(
    Field("protection", Kind.CODE, merge=Merge.SET, codes="allegation_protection", source=cpc("76, 77(6)"),
        stays_open=True),
    Field("outcome", Kind.CODE, unit="result", codes="allegation_outcome", source=cpc("27, 153(2)"), stays_open=True),
    Field("outcome_at", Kind.TIMESTAMP, unit="result", not_future=True, stays_open=True),
    Field("outcome_reasons", Kind.RICH, unit="result", max_length=20_000,
        required_when=OneOf("outcome", ("refused", "terminated")), assertion=Assertion.ASSESSMENT, stays_open=True),
    Field("new_case_number", Kind.TEXT, max_length=40, stays_open=True),
    Field("person_told_at", Kind.TIMESTAMP, not_future=True, stays_open=True),
    Field("tainted_evidence", Kind.TEXT, merge=Merge.SET, max_length=300, source=Source("CAT", "15"), stays_open=True),
)

ALLEGATION = RecordType(
    "allegation",
    1,
    WORDS,
    Archetype.EVENT,
    (*_RECEIPT_FIELDS, *_EVENT_FIELDS, *_INJURIES_FIELDS, *_FORWARDING_FIELDS, *_RESPONSE_FIELDS,
        *header("allegation")),
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "facility_doctor", "prosecutor",
        "court_clerk", "judge", "probation_officer", "penitentiary_officer"),
    sections=(RECEIPT, EVENT, INJURIES, FORWARDING, RESPONSE, HEADER),
    moment="received_at",
    source=cpc("44(6), 128, 179(11)"),
    steps=("P19",),
    sealed="torture_allegation",
    signing=Signing("2026-1", ("duty_officer", "inquiry_officer", "investigator", "detention_officer",
        "facility_doctor", "prosecutor", "judge", "probation_officer", "penitentiary_officer")),
)

TYPES = (ALLEGATION,)
