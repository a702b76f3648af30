"""Suspension and resumption of the investigation: ground, notices, the prosecutor’s check (P45)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
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
ORDER = Section("order", WORDS, cpc("246"))
_ORDER_FIELDS = ORDER.of(
    Field("ground", Kind.CODE, required=True, codes="suspension_ground", source=cpc("246(1)")),
    Field("decided_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("246(2)")),
    Field("person", Kind.REF, target="person",
        required_when=OneOf("ground", ("whereabouts_unknown", "illness", "immunity_or_extradition")),
        source=cpc("246(1)")),
    Field("whole_case", Kind.TRI, source=cpc("246(3)")),
    Field("term_expired", Kind.TRI, source=cpc("246(4)"),
        required_when=OneOf("ground", ("whereabouts_unknown", "perpetrator_unknown"))),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT),
    Field("actions_done", Kind.RICH, max_length=20_000, source=cpc("246(5)")),
    Field("doctor_certificate", Kind.TEXT, max_length=500, required_when=Equals("ground", "illness"),
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("246(1)(2)")),
    Field("foreign_state", Kind.CODE, codes="citizenship", source=cpc("246(1)(4)")),
    Field("search_ordered", Kind.TRI, required_when=Equals("ground", "whereabouts_unknown"), source=cpc("248(1)")),
    Field("register_entered_at", Kind.TIMESTAMP, not_future=True, source=cpc("246(2)")),
)

NOTICES = Section("notices", WORDS, cpc("247"))
_NOTICE_FIELDS = NOTICES.of(
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, not_future=True, source=cpc("246(2)"), stays_open=True),
    Field("victim_notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("247(2)"), stays_open=True),
    Field("appeal_explained", Kind.TRI, source=cpc("247(2)"), stays_open=True),
    Field("accused_notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("247(2)"), stays_open=True),
    Field("victim_appealed_at", Kind.TIMESTAMP, not_future=True, source=cpc("247(2)"), stays_open=True),
    Field("sent_to_prosecutor_at", Kind.TIMESTAMP, not_future=True, source=cpc("247(3)"), stays_open=True),
    Field("received_by_prosecutor_at", Kind.TIMESTAMP, not_future=True, source=cpc("247(4)"), stays_open=True),
    Field("prosecutor_conclusion", Kind.CODE, unit="prosecutor_check", codes="order_check", source=cpc("247(4)"),
        stays_open=True),
    Field("prosecutor_checked_at", Kind.TIMESTAMP, unit="prosecutor_check", not_future=True, source=cpc("247(4)"),
        stays_open=True),
    Field("prosecutor_reasons", Kind.RICH, unit="prosecutor_check", max_length=10_000,
        required_when=Equals("prosecutor_conclusion", "annulled"), source=cpc("247(4)"), stays_open=True),
    Field("measures_after", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, source=cpc("247(1)"), stays_open=True),
)

RESUMPTION = Section("resumption", WORDS, cpc("249"))
_RESUMPTION_FIELDS = RESUMPTION.of(
    Field("resumed_at", Kind.TIMESTAMP, unit="resumption_order", not_future=True, not_before="decided_at",
        source=cpc("249"), stays_open=True),
    Field("resumption_basis", Kind.CODE, unit="resumption_order", codes="resumption_basis",
        required_when=Filled("resumed_at"), source=cpc("249(1), 249(2)"), stays_open=True),
    Field("resumption_reasons", Kind.RICH, unit="resumption_order", max_length=10_000, source=cpc("249(1)"),
        stays_open=True),
    Field("prosecutor_consent", Kind.TRI, unit="consent", required_when=Equals("resumption_basis", "ground_gone"),
        source=cpc("249(1)"), stays_open=True),
    Field("prosecutor_consent_at", Kind.TIMESTAMP, unit="consent", not_future=True, source=cpc("249(1)"),
        stays_open=True),
    Field("parties_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("249(3)"), stays_open=True),
    Field("new_term_until", Kind.DATE, not_before="resumed_at", source=cpc("162(4)"), stays_open=True),
    Field("resumption_entered_at", Kind.TIMESTAMP, not_future=True, source=cpc("249(4)"), stays_open=True),
)

SUSPENSION = RecordType(
    "suspension",
    1,
    WORDS,
    Archetype.ORDER,
    (*_ORDER_FIELDS, *_NOTICE_FIELDS, *_RESUMPTION_FIELDS,
        *order_header("suspension")),
    roles=("investigator", "prosecutor", "clerk", "head"),
    sections=(ORDER, NOTICES, RESUMPTION, HEADER),
    columns=("ground", "decided_at", "person", "sent_to_prosecutor_at", "prosecutor_conclusion", "resumed_at",
        "new_term_until"),
    moment="decided_at",
    source=cpc("246–249"),
    steps=("P45",),
    signing=Signing("2026-1", ("investigator",)),
)

TYPES = (SUSPENSION,)
