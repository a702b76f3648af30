"""Scheduling of the trial: checks, date and place, publicity, summonses, measures, probation report (P57)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Merge, OneOf, RecordType, Section, Signing
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
CHECK = Section("check", WORDS, cpc("280(1)"))
_CHECK_FIELDS = CHECK.of(
    Field("decided_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("280(2)")),
    Field("accused", Kind.REF, merge=Merge.SET, target="person", source=cpc("280(1), 280(5)")),
    Field("qualification", Kind.RICH, max_length=10_000, source=cpc("280(5)")),
    Field("competent", Kind.TRI, source=cpc("280(1)(1)")),
    Field("indictment_served", Kind.TRI, source=cpc("280(1)(2)")),
    Field("damages_secured", Kind.TRI, source=cpc("280(1)(3)")),
    Field("preliminary_needed", Kind.TRI, source=cpc("280(1)(4)")),
)

ORDER = Section("order", WORDS, cpc("280(2), 280(3)"))
_ORDER_FIELDS = ORDER.of(
    Field("scheduled_at", Kind.TIMESTAMP, unit="schedule", source=cpc("280(3)(1)")),
    Field("venue", Kind.TEXT, unit="schedule", max_length=300, source=cpc("280(3)(1)")),
    Field("judge", Kind.TEXT, max_length=200),
    Field("lawyer_appointed", Kind.TRI, unit="defence", source=cpc("280(3)(2)")),
    Field("lawyer_name", Kind.TEXT, unit="defence", max_length=200, source=cpc("280(3)(2)")),
    Field("summoned", Kind.REF, merge=Merge.SET, target="person", source=cpc("280(3)(3), 282")),
    Field("summoned_pseudonyms", Kind.TEXT, merge=Merge.SET, max_length=100, source=cpc("256(3)")),
    Field("closed", Kind.TRI, unit="publicity", source=cpc("280(3)(4), 291")),
    Field("closed_ground", Kind.CODE, unit="publicity", codes="closed_hearing_ground",
        required_when=Equals("closed", "yes"), source=cpc("291(1), 291(2)")),
    Field("broadcast", Kind.TRI, source=cpc("280(3)(5), 290-1")),
    Field("restraint_decision", Kind.RICH, max_length=10_000, source=cpc("280(2), 303(2)")),
)

REPORT = Section("probation_report", WORDS, cpc("280(4)"))
_REPORT_FIELDS = REPORT.of(
    Field("probation_report", Kind.CODE, unit="report_order", codes="probation_report_order", source=cpc("280(4)")),
    Field("probation_report_due_on", Kind.DATE, unit="report_order"),
    Field("probation_office", Kind.TEXT, unit="report_order",
        max_length=40, pattern=r"[0-9A-Za-z-]{2,40}", picked_from="office",
        required_when=OneOf("probation_report", ("mandatory", "discretionary")), source=cpc("280(4)")),
    Field("probation_report_grounds", Kind.CODE, merge=Merge.SET, codes="probation_report_ground",
        source=cpc("280(4)")),
    Field("probation_report_for", Kind.REF, merge=Merge.SET, target="person", source=cpc("280(4)")),
    Field("no_report_reason", Kind.TEXT, max_length=500, required_when=Equals("probation_report", "not_ordered")),
    Field("probation_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("280(4)"), stays_open=True),
)

NOTICE = Section("notice", WORDS, cpc("280(6)"))
_NOTICE_FIELDS = NOTICE.of(
    Field("notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("280(6)"), stays_open=True),
    Field("summons_sent_at", Kind.TIMESTAMP, not_future=True, source=cpc("282(1)"), stays_open=True),
    Field("file_open_from", Kind.TIMESTAMP, source=cpc("281"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

SCHEDULING = RecordType(
    "scheduling",
    1,
    WORDS,
    Archetype.ORDER,
    (*_CHECK_FIELDS, *_ORDER_FIELDS, *_REPORT_FIELDS, *_NOTICE_FIELDS, *order_header("scheduling")),
    roles=("court_clerk", "judge", "clerk", "head"),
    sections=(CHECK, ORDER, REPORT, NOTICE, HEADER),
    columns=("decided_at", "scheduled_at", "venue", "judge", "closed", "broadcast", "probation_report",
        "probation_report_due_on", "notified_at"),
    moment="decided_at",
    source=cpc("280"),
    steps=("P57",),
    signing=Signing("2026-1", ("judge",)),
)

TYPES = (SCHEDULING,)
