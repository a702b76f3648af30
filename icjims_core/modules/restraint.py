"""Measure of restraint: motion, decision, term, conditions, care of those left, change and end (P28, P29)."""

from __future__ import annotations

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
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
MOTION = Section("motion", WORDS, cpc("105, 106, 115, 116"))
_MOTION_FIELDS = MOTION.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("measure", Kind.CODE, required=True, unit="measure_step", codes="restraint", source=cpc("104(2)")),
    Field("step", Kind.CODE, unit="measure_step", codes="restraint_step", source=cpc("106, 115, 116")),
    Field("previous", Kind.REF, target="restraint", source=cpc("115(2), 116(1)")),
    Field("charge", Kind.REF, target="charge", source=cpc("106(1)")),
    Field("grounds", Kind.CODE, merge=Merge.SET, codes="restraint_ground", source=cpc("105(1)")),
    Field("custody_exception", Kind.CODE, codes="custody_exception", source=cpc("114(2)")),
    Field("why_not_milder", Kind.RICH, max_length=10_000, assertion=Assertion.ASSESSMENT, source=cpc("114(1)")),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("106(3), 115(3)")),
    Field("circumstances", Kind.RICH, max_length=10_000, sensitivity=Sensitivity.SPECIAL_CATEGORY,
        source=cpc("107(1)")),
    Field("materials", Kind.FILE, merge=Merge.SET, source=cpc("106(3)")),
    Field("motion_at", Kind.TIMESTAMP, not_future=True, source=cpc("106(3), 115(3)")),
    Field("requested_by", Kind.TEXT, max_length=300, source=cpc("109-1(2), 111(2), 116(1)")),
    Field("prosecutor_consent", Kind.TRI, unit="consent", source=cpc("106(3), 115(2)"), stays_open=True),
    Field("prosecutor_decided_at", Kind.TIMESTAMP, unit="consent", not_future=True, stays_open=True),
    Field("prosecutor_refusal_reason", Kind.TEXT, unit="consent", max_length=1_000,
        required_when=Equals("prosecutor_consent", "no"), source=cpc("106(3)"), stays_open=True),
    Field("served_defence_at", Kind.TIMESTAMP, not_future=True, source=cpc("106(4)"), stays_open=True),
    Field("served_missing_reason", Kind.TEXT, max_length=500, source=cpc("106(4)"), stays_open=True),
    Field("filed_at", Kind.TIMESTAMP, not_future=True, source=cpc("106(4), 106(5)"), stays_open=True),
    Field("court_received_at", Kind.TIMESTAMP, not_future=True, source=cpc("106(5), 115(4), 116(1)"), stays_open=True),
)

DECISION = Section("decision", WORDS, cpc("106, 108, 115"))
_DECISION_FIELDS = DECISION.of(
    Field("hearing", Kind.REF, target="hearing", source=cpc("106(5)"), stays_open=True),
    Field("in_absence", Kind.TRI, source=cpc("106(6), 114(3)"), stays_open=True),
    Field("decision", Kind.CODE, unit="ruling", codes="motion_decision", stays_open=True),
    Field("decided_at", Kind.TIMESTAMP, unit="ruling", not_future=True, source=cpc("106(5), 115(4)"), stays_open=True),
    Field("decided_by", Kind.TEXT, unit="ruling", max_length=200, stays_open=True),
    Field("order_number", Kind.TEXT, unit="ruling", max_length=60, stays_open=True),
    Field("decision_reasons", Kind.RICH, unit="ruling", max_length=20_000, source=cpc("108(1), 114(1)"),
        stays_open=True),
    Field("copy_given_at", Kind.TIMESTAMP, not_future=True, source=cpc("108(2)"), stays_open=True),
    Field("copy_missing_reason", Kind.TEXT, max_length=500, source=cpc("108(2)"), stays_open=True),
    Field("appeal_explained", Kind.TRI, source=cpc("106(2), 108(3)"), stays_open=True),
    Field("appealed_at", Kind.TIMESTAMP, not_future=True, source=cpc("106(7), 115(8)"), stays_open=True),
    Field("complaint_received_at", Kind.TIMESTAMP, not_future=True, source=cpc("114(9), 115(9)"), stays_open=True),
    Field("complaint_forwarded_at", Kind.TIMESTAMP, not_future=True, source=cpc("114(9), 115(9)"), stays_open=True),
)

TERM = Section("term", WORDS, cpc("109-1, 110, 111, 112, 113, 115"))
_TERM_FIELDS = TERM.of(
    Field("valid_from", Kind.TIMESTAMP, unit="term", source=cpc("115(1), 115(5)"), stays_open=True),
    Field("valid_until", Kind.TIMESTAMP, unit="term", not_before="valid_from", source=cpc("115(1)"), stays_open=True),
    Field("credited_from", Kind.TIMESTAMP, not_future=True, source=cpc("115(5), 115(6), 115(7)"), stays_open=True),
    Field("facility", Kind.TEXT, max_length=300, source=cpc("114(6)"), stays_open=True),
    Field("obligations", Kind.TEXT, merge=Merge.SET, max_length=500, source=cpc("109-1(2), 113(1), 113(3)"),
        stays_open=True),
    Field("controlling_body", Kind.TEXT, max_length=300, source=cpc("109-1(2), 110(2), 113(3)"), stays_open=True),
    Field("undertaking_signed_at", Kind.TIMESTAMP, not_future=True, source=cpc("109, 109-1(2), 111(1)"),
        stays_open=True),
    Field("supervisor", Kind.TEXT, max_length=300,
        required_when=AllOf((Equals("measure", "child_supervision"), OneOf("decision", ("granted", "milder")))),
        source=cpc("111(1), 111(2)"), stays_open=True),
    Field("bail_amount", Kind.MONEY, unit="bail",
        required_when=AllOf((Equals("measure", "bail"), OneOf("decision", ("granted", "milder")))), minimum=0,
        source=cpc("112(2)"), stays_open=True),
    Field("bail_payer", Kind.TEXT, unit="bail", max_length=200, source=cpc("112(1)"), stays_open=True),
    Field("bail_form", Kind.CODE, unit="bail", codes="bail_form", source=cpc("112(1)"), stays_open=True),
    Field("bail_due_at", Kind.TIMESTAMP, source=cpc("112(3)"), stays_open=True),
    Field("bail_paid_at", Kind.TIMESTAMP, not_future=True, source=cpc("112(3)"), stays_open=True),
    Field("bail_change_asked_at", Kind.TIMESTAMP, not_future=True, source=cpc("112(3)"), stays_open=True),
    Field("bail_outcome", Kind.CODE, unit="bail_end", codes="bail_outcome", source=cpc("112(6)–112(10)"),
        stays_open=True),
    Field("bail_outcome_at", Kind.TIMESTAMP, unit="bail_end", not_future=True, required_when=Filled("bail_outcome"),
        source=cpc("112(6)–112(10)"), stays_open=True),
    Field("house_address", Kind.TEXT, max_length=500, sensitivity=Sensitivity.CONTACT, source=cpc("113(3)"),
        stays_open=True),
    Field("device_number", Kind.TEXT, max_length=60, source=cpc("109-1(1)"), stays_open=True),
    Field("breaches", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, source=cpc("109-1(4), 110(3), 113(4)"),
        stays_open=True),
)

CARE = Section("care", WORDS, cpc("107, 114(6), 114(8)"))
_CARE_FIELDS = CARE.of(
    Field("dependants_left", Kind.TRI, unit="dependants", source=cpc("107(2)"), stays_open=True),
    Field("dependants_care", Kind.TEXT, unit="dependants", max_length=300,
        required_when=AllOf((Equals("dependants_left", "yes"), Blank("dependants_missing_reason"))),
        source=cpc("107(2)"), stays_open=True),
    Field("dependants_missing_reason", Kind.TEXT, max_length=500, source=cpc("107(2)"), stays_open=True),
    Field("care_order_at", Kind.TIMESTAMP, not_future=True, source=cpc("107(2)"), stays_open=True),
    Field("property_protected", Kind.TEXT, max_length=500, source=cpc("107(2)"), stays_open=True),
    Field("care_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("107(3)"), stays_open=True),
    Field("relatives_notified_times", Kind.STATEMENT, merge=Merge.APPEND, not_future=True, source=cpc("114(6)"),
        stays_open=True),
    Field("relatives_notified_at", Kind.TIMESTAMP, derived=Earliest("relatives_notified_times"), source=cpc("114(6)")),
    Field("relatives_missing_reason", Kind.TEXT, max_length=500, source=cpc("114(6)"), stays_open=True),
    Field("command_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("110(2), 114(6)"), stays_open=True),
    Field("parents_notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("460(4)"), stays_open=True),
    Field("access_asked_at", Kind.TIMESTAMP, not_future=True, source=cpc("114(8)"), stays_open=True),
    Field("access_given_at", Kind.TIMESTAMP, not_future=True, source=cpc("114(8)"), stays_open=True),
    Field("access_missing_reason", Kind.TEXT, max_length=500, source=cpc("114(8)"), stays_open=True),
    Field("visits_allowed", Kind.TEXT, merge=Merge.APPEND, max_length=1_000, source=cpc("114(7)"), stays_open=True),
)

END = Section("end", WORDS, cpc("115(11), 116"))
_END_FIELDS = END.of(
    Field("ended_at", Kind.TIMESTAMP, unit="end", not_future=True, not_before="valid_from",
        source=cpc("116(1), 116(3)"), stays_open=True),
    Field("end_reason", Kind.TEXT, unit="end", max_length=500, source=cpc("116(1), 116(2)"), stays_open=True),
    Field("illness_certified", Kind.TRI, sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("116(2)"),
        stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

RESTRAINT = RecordType(
    "restraint",
    1,
    WORDS,
    Archetype.ORDER,
    (*_MOTION_FIELDS, *_DECISION_FIELDS, *_TERM_FIELDS, *_CARE_FIELDS, *_END_FIELDS, *order_header("restraint")),
    roles=("investigator", "prosecutor", "court_clerk", "judge", "clerk", "head"),
    sections=(MOTION, DECISION, TERM, CARE, END, HEADER),
    columns=("person", "measure", "step", "motion_at", "decision", "decided_at", "valid_from",
        "valid_until", "ended_at"),
    moment="decided_at",
    source=cpc("104–116"),
    steps=("P28", "P29"),
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge"), (("prosecutor", "consent"),)),
)

TYPES = (RESTRAINT,)
