"""Termination of a case: ground, objections, rehabilitation, evidence and measures, notices, check (P46)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Filled,
    Gravity,
    Kind,
    Merge,
    OneOf,
    RecordType,
    Section,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

_REHABILITATING = ("no_event", "no_elements", "lawful_act", "no_statement", "res_judicata", "standing_decision",
    "voluntary_abandonment", "decriminalised", "prosecutor_dropped")  # fmt: skip
_ACCUSED_MAY_OBJECT = ("decriminalised", "amnesty", "limitation", "reconciliation")

# Fields read as the lines of a table.
# fmt: off
ORDER = Section("order", WORDS, cpc("257, 258"))
_ORDER_FIELDS = ORDER.of(
    Field("ground", Kind.CODE, required=True, codes="exclusion_ground", source=cpc("27, 257(1)")),
    Field("decided_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("258(1)")),
    Field("scope", Kind.CODE, required=True, codes="termination_scope", source=cpc("245(2), 258")),
    Field("person", Kind.REF, target="person", required_when=OneOf("scope", ("person", "charge")),
        source=cpc("258(1)")),
    Field("article", Kind.CODE, unit="qualification", codes="criminal_code_article"),
    Field("part", Kind.TEXT, unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?"),
    Field("gravity", Kind.CODE, codes="gravity", derived=Gravity("article", "part")),
    Field("circumstances", Kind.RICH, max_length=50_000, source=cpc("258(1)")),
    Field("reasons", Kind.RICH, max_length=20_000, source=cpc("258(1)")),
    Field("register_entered_at", Kind.TIMESTAMP, not_future=True, source=cpc("257(1)")),
)

BARS = Section("bars", WORDS, cpc("27(4), 27(4-1), 27(5)"))
_BAR_FIELDS = BARS.of(
    Field("accused_objects", Kind.TRI, required_when=OneOf("ground", _ACCUSED_MAY_OBJECT), source=cpc("27(4), 27(5)")),
    Field("damage_compensated", Kind.TRI, required_when=Equals("ground", "limitation"), source=cpc("27(4-1)")),
    Field("reconciliation", Kind.REF, target="reconciliation", source=cpc("27(1)(13), 507(1)")),
    Field("child_diversion", Kind.REF, target="child_diversion", source=cpc("27(2), 467")),
)

REHABILITATION = Section("rehabilitation", WORDS, cpc("27(6), 132, 133, 257(2)"))
_REHABILITATION_FIELDS = REHABILITATION.of(
    Field("rehabilitation_recognised", Kind.TRI, required_when=OneOf("ground", _REHABILITATING), source=cpc("133(1)")),
    Field("rehabilitation_notice_at", Kind.TIMESTAMP, not_future=True, source=cpc("133(1)")),
    Field("compensation_measures", Kind.RICH, max_length=10_000, source=cpc("257(2)")),
)

CONSEQUENCES = Section("consequences", WORDS, cpc("258(2)"))
_CONSEQUENCE_FIELDS = CONSEQUENCES.of(
    Field("evidence_decision", Kind.RICH, max_length=20_000, source=cpc("86(4), 258(2)")),
    Field("restraint_lifted_at", Kind.TIMESTAMP, not_future=True, source=cpc("258(2)")),
    Field("property_measures_lifted", Kind.TRI, source=cpc("258(2)")),
    Field("measures_lifted", Kind.RICH, max_length=10_000, source=cpc("258(2)")),
)

NOTICES = Section("notices", WORDS, cpc("258, 259"))
_NOTICE_FIELDS = NOTICES.of(
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, not_future=True, source=cpc("258(3)"), stays_open=True),
    Field("served_at", Kind.TIMESTAMP, not_future=True, source=cpc("258(3), 259(2)"), stays_open=True),
    Field("victim_notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("258(3)"), stays_open=True),
    Field("applicant_notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("258(3)"), stays_open=True),
    Field("appeal_explained", Kind.TRI, source=cpc("258(3)"), stays_open=True),
    Field("file_shown_at", Kind.TIMESTAMP, not_future=True, source=cpc("258(4)"), stays_open=True),
    Field("sent_to_prosecutor_at", Kind.TIMESTAMP, not_future=True, source=cpc("258(5)"), stays_open=True),
    Field("received_by_prosecutor_at", Kind.TIMESTAMP, not_future=True, source=cpc("258(6)"), stays_open=True),
    Field("prosecutor_conclusion", Kind.CODE, unit="prosecutor_check", codes="order_check", source=cpc("258(6)"),
        stays_open=True),
    Field("prosecutor_checked_at", Kind.TIMESTAMP, unit="prosecutor_check", not_future=True, source=cpc("258(6)"),
        stays_open=True),
    Field("prosecutor_reasons", Kind.RICH, unit="prosecutor_check", max_length=10_000,
        required_when=Equals("prosecutor_conclusion", "annulled"), source=cpc("258(6)"), stays_open=True),
)

RESUMPTION = Section("resumption", WORDS, cpc("260"))
_RESUMPTION_FIELDS = RESUMPTION.of(
    Field("resumed_at", Kind.TIMESTAMP, unit="resumption_order", not_future=True, not_before="decided_at",
        source=cpc("260(1)"), stays_open=True),
    Field("resumed_by", Kind.TEXT, unit="resumption_order", max_length=300, required_when=Filled("resumed_at"),
        source=cpc("260(1)"), stays_open=True),
    Field("parties_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("260(3)"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

TERMINATION = RecordType(
    "termination",
    1,
    WORDS,
    Archetype.ORDER,
    (*_ORDER_FIELDS, *_BAR_FIELDS, *_REHABILITATION_FIELDS, *_CONSEQUENCE_FIELDS, *_NOTICE_FIELDS,
        *_RESUMPTION_FIELDS, *order_header("termination")),
    roles=("investigator", "prosecutor", "court_clerk", "judge", "clerk", "head"),
    sections=(ORDER, BARS, REHABILITATION, CONSEQUENCES, NOTICES, RESUMPTION, HEADER),
    columns=("ground", "decided_at", "scope", "person", "article", "part", "sent_to_prosecutor_at",
        "prosecutor_conclusion", "resumed_at"),
    moment="decided_at",
    source=cpc("27, 257–260"),
    steps=("P46",),
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge")),
)

TYPES = (TERMINATION,)
