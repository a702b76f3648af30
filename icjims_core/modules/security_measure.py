"""Measures for the safety of a participant or those near to him or her: request, decision, end (P13)."""

from __future__ import annotations

from dataclasses import replace

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
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

REQUEST = Section("request", WORDS, cpc("76(1), 76(2)"))
_REQUEST_FIELDS = REQUEST.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("requested_at", Kind.TIMESTAMP, not_future=True, source=cpc("76(3)")),
    Field("own_initiative", Kind.TRI, source=cpc("76(2)")),
    Field("requested_by", Kind.TEXT, max_length=200, source=cpc("76(3)")),
    Field("threat", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("76(1)")),
    Field("threat_from", Kind.TEXT, max_length=300, source=cpc("77(1)(1)")),
    Field("relatives_too", Kind.TEXT, merge=Merge.SET, max_length=200, source=cpc("76(1)")),
)

DECISION = Section("decision", WORDS, cpc("76, 77"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, required=True, unit="decided", codes="security_decision", source=cpc("76(2), 76(4)")),
    Field("decided_at", Kind.TIMESTAMP, required=True, unit="decided", not_future=True, not_before="requested_at",
        source=cpc("76(3)")),
    Field("measures", Kind.CODE, merge=Merge.SET, codes="security_measure_kind",
        required_when=OneOf("decision", ("granted", "partly")), source=cpc("77(1), 78(1), 79")),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT,
        required_when=Equals("decision", "refused")),
    Field("pseudonym", Kind.TEXT, max_length=100, source=cpc("77(3)")),
    Field("executing_body", Kind.TEXT, max_length=300, source=cpc("77(1)(3), 79(6)")),
    Field("valid_until", Kind.DATE, not_before="decided_at"),
)

NOTICE = Section("notice", WORDS, cpc("76(3), 76(4)"))
_NOTICE_FIELDS = NOTICE.of(
    Field("notified_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at", source=cpc("76(3)"),
        stays_open=True),
    Field("copy_sent_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at", source=cpc("76(3)"),
        stays_open=True),
    Field("appeal_explained", Kind.TRI, source=cpc("76(4)"), stays_open=True),
    Field("warning_announced_at", Kind.TIMESTAMP, not_future=True, source=cpc("77(2)"), stays_open=True),
)

END = Section("end", WORDS, cpc("77(7)"))
_END_FIELDS = END.of(
    Field("cancelled_at", Kind.TIMESTAMP, unit="cancelled", not_future=True, not_before="decided_at",
        source=cpc("77(7)"), stays_open=True),
    Field("cancel_reason", Kind.TEXT, unit="cancelled", max_length=1_000, source=cpc("77(7)"), stays_open=True),
    Field("cancel_notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("77(7)"), stays_open=True),
    Field("course", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

# Where a measure is decided on or carried out is where the protected person can be found.
_HEADER = tuple(
    replace(each, sensitivity=Sensitivity.CONTACT) if each.name == "place" else each
    for each in header("security_measure")
)

SECURITY_MEASURE = RecordType(
    "security_measure",
    1,
    WORDS,
    Archetype.ORDER,
    (*_REQUEST_FIELDS, *_DECISION_FIELDS, *_NOTICE_FIELDS, *_END_FIELDS, *_HEADER),
    roles=("inquiry_officer", "investigator", "prosecutor", "judge", "court_clerk", "clerk", "head"),
    sections=(REQUEST, DECISION, NOTICE, END, HEADER),
    columns=("person", "requested_at", "decision", "decided_at", "notified_at", "cancelled_at"),
    moment="decided_at",
    source=cpc("75–79"),
    steps=("P13",),
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge")),
)

TYPES = (SECURITY_MEASURE,)
