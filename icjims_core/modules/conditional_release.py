"""Conditional early release: eligibility, application, conditions, hearing, term of probation, cancellation (P67)."""

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
from icjims_core.law.references import cc, cpc, pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
ELIGIBILITY = Section("eligibility", WORDS, cc("88, 89, 112"))
_ELIGIBILITY_FIELDS = ELIGIBILITY.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("imprisonment", Kind.REF, target="imprisonment"),
    Field("verdict", Kind.REF, target="verdict"),
    Field("is_child", Kind.TRI, source=cc("112(1)")),
    Field("share", Kind.CODE, unit="eligible", codes="release_share", source=cc("88(4), 112(2)")),
    Field("eligible_from", Kind.DATE, unit="eligible", source=cc("88(4), 112(2)")),
    Field("bars", Kind.CODE, merge=Merge.SET, codes="release_bar", source=cc("89")),
    Field("right_told_at", Kind.TIMESTAMP, not_future=True, source=pec("160(1)")),
)

APPLICATION = Section("application", WORDS, cpc("435(1), 435(2)"))
_APPLICATION_FIELDS = APPLICATION.of(
    Field("applied_at", Kind.TIMESTAMP, required=True, not_future=True, source=pec("160(2)")),
    Field("applicant", Kind.CODE, codes="execution_applicant", source=cpc("435(1), 435(2)")),
    Field("child_body_joined", Kind.TRI, required_when=Equals("is_child", "yes"), source=cpc("435(2)")),
    Field("served_part", Kind.TEXT, max_length=200),
    Field("unserved_days", Kind.INT, minimum=0, source=cpc("435(4)")),
    Field("behaviour", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT, source=cc("88(2)(1)")),
    Field("damage_half_paid", Kind.TRI, source=cc("88(2)(2)")),
    Field("no_sanction", Kind.TRI, source=cc("88(2)(3)")),
    Field("work_and_study", Kind.TRI, source=cc("88(2)(4)"), assertion=Assertion.ASSESSMENT),
    Field("treatment_done", Kind.TRI, sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cc("88(2)(5)")),
    Field("probation_material", Kind.TRI, source=pec("160(2)")),
    Field("victim_agreement", Kind.TRI, source=cc("88(4)(3)")),
    Field("papers", Kind.TEXT, merge=Merge.SET, max_length=300, source=pec("160(2)")),
    Field("sent_at", Kind.TIMESTAMP, not_future=True, not_before="applied_at", source=pec("160(2)")),
    Field("prosecutor_told_at", Kind.TIMESTAMP, not_future=True, source=pec("160(2)")),
)

HEARING = Section("hearing", WORDS, cpc("435, 438(3)"))
_HEARING_FIELDS = HEARING.of(
    Field("court", Kind.TEXT, max_length=200, searchable=True, source=cpc("435(1)")),
    Field("received_at", Kind.TIMESTAMP, not_future=True),
    Field("scheduled_at", Kind.TIMESTAMP),
    Field("person_called", Kind.TRI, source=cpc("438(3)")),
    Field("prosecutor_view", Kind.TEXT, max_length=1_000, source=cpc("438(1)")),
    Field("decision", Kind.CODE, unit="court_ruling", codes="execution_decision", source=cpc("435")),
    Field("decided_at", Kind.TIMESTAMP, unit="court_ruling", not_future=True, not_before="applied_at",
        source=cpc("438(6)")),
    Field("reasons", Kind.RICH, unit="court_ruling", max_length=20_000),
    Field("retry_from", Kind.DATE, required_when=Equals("decision", "refused"), source=cpc("435(3)")),
)

CONDITIONS = Section("conditions", WORDS, cpc("435(4), 435(5)"))
_CONDITION_FIELDS = CONDITIONS.of(
    Field("in_force_at", Kind.TIMESTAMP, unit="probation_term", source=cc("90(1)")),
    Field("probation_until", Kind.DATE, unit="probation_term", required_when=OneOf("decision", ("granted", "partly")),
        source=cpc("435(4)")),
    Field("requirements", Kind.CODE, merge=Merge.SET, codes="probation_requirement", source=cpc("435(5)")),
    Field("obligations", Kind.CODE, merge=Merge.SET, codes="probation_obligation", source=cpc("435(5)")),
    Field("released_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at", source=pec("159(5)"),
        stays_open=True),
    Field("probation_office", Kind.TEXT, max_length=40, pattern=r"[0-9A-Za-z-]{2,40}", picked_from="office",
        source=pec("160(6)")),
    Field("verdict_copy_sent_at", Kind.TIMESTAMP, not_future=True, source=pec("160(6)"), stays_open=True),
    Field("undertaking_taken", Kind.TRI, source=pec("160(6)"), stays_open=True),
)

CANCELLATION = Section("cancellation", WORDS, cc("90(5), 90(6)"))
_CANCELLATION_FIELDS = CANCELLATION.of(
    Field("cancellation_asked_at", Kind.TIMESTAMP, not_future=True, source=cpc("435(6)"), stays_open=True),
    Field("cancelled_at", Kind.TIMESTAMP, unit="cancelled", not_future=True, not_before="decided_at",
        source=cpc("435(6), 435(7)"), stays_open=True),
    Field("cancellation_reason", Kind.RICH, unit="cancelled", max_length=10_000, required_when=Filled("cancelled_at"),
        source=cc("90(5), 90(6)"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

CONDITIONAL_RELEASE = RecordType(
    "conditional_release",
    1,
    WORDS,
    Archetype.ORDER,
    (*_ELIGIBILITY_FIELDS, *_APPLICATION_FIELDS, *_HEARING_FIELDS, *_CONDITION_FIELDS, *_CANCELLATION_FIELDS,
        *order_header("conditional_release")),
    roles=("penitentiary_officer", "probation_officer", "court_clerk", "judge", "prosecutor", "clerk", "head"),
    sections=(ELIGIBILITY, APPLICATION, HEARING, CONDITIONS, CANCELLATION, HEADER),
    columns=("person", "share", "eligible_from", "applied_at", "sent_at", "decision", "decided_at", "retry_from",
        "probation_until", "released_at", "cancelled_at"),
    moment="applied_at",
    source=cpc("435"),
    steps=("P67",),
    signing=Signing("2026-1", ("judge", "penitentiary_officer")),
    purpose="execution_of_sentences",
)

TYPES = (CONDITIONAL_RELEASE,)
