"""What happens during imprisonment: classification, transfer, discipline, complaint, leave, programme, health (P66)."""

from __future__ import annotations

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
    Source,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
_SPECIAL = Sensitivity.SPECIAL_CATEGORY

EVENT = Section("event", WORDS)
_EVENT_FIELDS = EVENT.of(
    Field("imprisonment", Kind.REF, required=True, target="imprisonment"),
    Field("kind", Kind.CODE, required=True, codes="prison_event"),
    Field("happened_at", Kind.TIMESTAMP, required=True, not_future=True),
    Field("person", Kind.REF, target="person"),
    Field("description", Kind.RICH, max_length=20_000),
    Field("decided_by", Kind.TEXT, max_length=200),
    Field("order_number", Kind.TEXT, max_length=60),
    Field("ended_at", Kind.TIMESTAMP, not_future=True, not_before="happened_at"),
)

TRANSFER = Section("transfer", WORDS, pec("72(6), 75, 80, 97"))
_TRANSFER_FIELDS = TRANSFER.of(
    Field("from_facility", Kind.TEXT, unit="route", max_length=300),
    Field("to_facility", Kind.TEXT, unit="route", max_length=300, required_when=Equals("kind", "transfer")),
    Field("to_facility_kind", Kind.CODE, unit="route", codes="correctional_facility", source=pec("80")),
    Field("transfer_reason", Kind.TEXT, max_length=500, source=pec("72(6)")),
    Field("family_told_at", Kind.TIMESTAMP, not_future=True, source=Source("Mandela Rules", "68")),
    Field("leave_days", Kind.INT, minimum=1, maximum=7, source=pec("97(1)")),
    Field("leave_asked_at", Kind.TIMESTAMP, not_future=True, source=pec("97(5)")),
    Field("return_due_at", Kind.TIMESTAMP, source=pec("97(9)")),
    Field("returned_at", Kind.TIMESTAMP, not_future=True, source=pec("97(11)")),
)

DISCIPLINE = Section("discipline", WORDS, pec("116–120"))
_DISCIPLINE_FIELDS = DISCIPLINE.of(
    Field("incentive", Kind.CODE, codes="prison_incentive", required_when=Equals("kind", "incentive"),
        source=pec("116")),
    Field("sanction", Kind.CODE, unit="sanction_imposed", codes="prison_sanction",
        required_when=Equals("kind", "sanction"), source=pec("118(1)")),
    Field("isolation_days", Kind.INT, unit="sanction_imposed", minimum=0, source=pec("118(1)(3)")),
    Field("breach", Kind.RICH, max_length=10_000, source=pec("119")),
    Field("breach_found_at", Kind.TIMESTAMP, not_future=True, source=pec("120(3)")),
    Field("explanation", Kind.RICH, max_length=10_000, source=pec("120(2)")),
    Field("fit_for_isolation", Kind.TRI, sensitivity=_SPECIAL,
        required_when=OneOf("sanction", ("isolation_cell", "single_cell")), source=pec("120(7)")),
    Field("persistent_offender", Kind.TRI, source=pec("119(5)")),
)

COMPLAINT = Section("complaint", WORDS, pec("25, 108, 111"))
_COMPLAINT_FIELDS = COMPLAINT.of(
    Field("confidential", Kind.TRI, source=Source("Mandela Rules", "8(d), 57")),
    Field("addressed_to", Kind.TEXT, max_length=300, source=pec("25")),
    Field("forwarded_at", Kind.TIMESTAMP, not_future=True, source=pec("25")),
    Field("answer", Kind.RICH, unit="reply", max_length=10_000),
    Field("answered_at", Kind.TIMESTAMP, unit="reply", not_future=True),
    Field("programme", Kind.TEXT, unit="programme_done", max_length=300, required_when=Equals("kind", "programme"),
        source=pec("111")),
    Field("programme_result", Kind.TEXT, unit="programme_done", max_length=1_000),
)

HEALTH = Section("health", WORDS, pec("86, 101"))
_HEALTH_FIELDS = HEALTH.of(
    Field("injuries", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL, required_when=Equals("kind", "injury"),
        source=Source("Mandela Rules", "8(f)")),
    Field("doctor_name", Kind.TEXT, unit="examination", max_length=200),
    Field("examined_at", Kind.TIMESTAMP, unit="examination", not_future=True),
    Field("force_reason", Kind.TEXT, max_length=1_000, required_when=Equals("kind", "force"), source=pec("86")),
    Field("inquiry_findings", Kind.RICH, max_length=20_000, source=Source("Mandela Rules", "8(f), 71")),
    Field("remains", Kind.TEXT, max_length=500, source=Source("Mandela Rules", "8(f), 72")),
    Field("files", Kind.FILE, merge=Merge.SET),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

PRISON_EVENT = RecordType(
    "prison_event",
    1,
    WORDS,
    Archetype.EVENT,
    (*_EVENT_FIELDS, *_TRANSFER_FIELDS, *_DISCIPLINE_FIELDS, *_COMPLAINT_FIELDS, *_HEALTH_FIELDS),
    roles=("penitentiary_officer", "facility_doctor", "clerk", "head"),
    sections=(EVENT, TRANSFER, DISCIPLINE, COMPLAINT, HEALTH),
    columns=("imprisonment", "kind", "happened_at", "person", "to_facility", "sanction", "isolation_days",
        "return_due_at", "returned_at"),
    moment="happened_at",
    source=pec("75–120"),
    steps=("P66",),
    purpose="execution_of_sentences",
)

TYPES = (PRISON_EVENT,)
