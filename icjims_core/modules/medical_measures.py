"""Compulsory medical measures: the person, the illness, order, prosecutor, court, review (P50)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
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
from icjims_core.law.references import cc, cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
_SPECIAL = Sensitivity.SPECIAL_CATEGORY

PERSON = Section("person", WORDS, cpc("481, 482"))
_PERSON_FIELDS = PERSON.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("basis", Kind.CODE, codes="medical_basis", source=cpc("481(1)")),
    Field("article", Kind.CODE, unit="qualification", codes="criminal_code_article"),
    Field("part", Kind.TEXT, unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?"),
    Field("deed", Kind.RICH, max_length=50_000, source=cpc("482(1), 482(2)")),
    Field("damage", Kind.RICH, max_length=10_000, source=cpc("482(3)")),
    Field("conduct", Kind.RICH, max_length=10_000, source=cpc("482(5)")),
)

ILLNESS = Section("illness", WORDS, cpc("482"))
_ILLNESS_FIELDS = ILLNESS.of(
    Field("opinion_number", Kind.TEXT, unit="opinion", max_length=100),
    Field("opinion_on", Kind.DATE, unit="opinion", not_future=True),
    Field("disorder", Kind.RICH, max_length=20_000, sensitivity=_SPECIAL, source=cpc("482(4)")),
    Field("danger", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL, assertion=Assertion.ASSESSMENT,
        source=cpc("481(2), 482(6)")),
    Field("may_take_part", Kind.TRI, sensitivity=_SPECIAL, source=cpc("484(1)")),
    Field("lawyer_name", Kind.TEXT, unit="defence", max_length=200, source=cpc("486(1)")),
    Field("lawyer_since", Kind.TIMESTAMP, unit="defence", not_future=True, source=cpc("486(1)")),
    Field("legal_representative", Kind.REF, target="person", source=cpc("485(1)")),
)

ORDER = Section("order", WORDS, cpc("487"))
_ORDER_FIELDS = ORDER.of(
    Field("decided_at", Kind.TIMESTAMP, not_future=True, source=cpc("487(1)")),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("487(1)")),
    Field("copies_given_at", Kind.TIMESTAMP, not_future=True, source=cpc("487(4)"), stays_open=True),
    Field("received_by_prosecutor_at", Kind.TIMESTAMP, not_future=True, source=cpc("487(3)"), stays_open=True),
    Field("prosecutor_decision", Kind.CODE, unit="prosecutor_ruling", codes="medical_prosecutor_decision",
        source=cpc("487(3)"), stays_open=True),
    Field("prosecutor_decided_at", Kind.TIMESTAMP, unit="prosecutor_ruling", not_future=True, source=cpc("487(3)"),
        stays_open=True),
    Field("prosecutor_instructions", Kind.RICH, unit="prosecutor_ruling", max_length=10_000,
        required_when=Equals("prosecutor_decision", "returned"), source=cpc("487(3)(2)"), stays_open=True),
)

COURT = Section("court", WORDS, cpc("490, 491"))
_COURT_FIELDS = COURT.of(
    Field("court", Kind.TEXT, unit="court_ruling", max_length=200, stays_open=True),
    Field("court_decision", Kind.CODE, unit="court_ruling", codes="medical_court_decision", source=cpc("491"),
        stays_open=True),
    Field("court_decided_at", Kind.TIMESTAMP, unit="court_ruling", not_future=True, source=cpc("491"), stays_open=True),
    Field("measure", Kind.CODE, unit="court_ruling", codes="medical_measure",
        required_when=OneOf("court_decision", ("applied", "suspended")), source=cc("116"), stays_open=True),
    Field("evidence_decision", Kind.RICH, max_length=10_000, source=cpc("491(5), 357"), stays_open=True),
    Field("health_body_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("491(4)"), stays_open=True),
    Field("institution", Kind.TEXT, unit="placement", max_length=300, stays_open=True),
    Field("admitted_at", Kind.TIMESTAMP, unit="placement", not_future=True, stays_open=True),
    Field("review_due_on", Kind.DATE, source=cpc("492(1)"), stays_open=True),
    Field("reviews", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, sensitivity=_SPECIAL, source=cc("118(2)"),
        stays_open=True),
    Field("ended_at", Kind.TIMESTAMP, unit="measure_end", not_future=True, not_before="admitted_at",
        source=cpc("492, 493"), stays_open=True),
    Field("end_reason", Kind.TEXT, unit="measure_end", max_length=500, source=cpc("492(5), 493(1)"), stays_open=True),
)

MEDICAL_MEASURES = RecordType(
    "medical_measures",
    1,
    WORDS,
    Archetype.ORDER,
    (*_PERSON_FIELDS, *_ILLNESS_FIELDS, *_ORDER_FIELDS, *_COURT_FIELDS, *order_header("medical_measures")),
    roles=("investigator", "prosecutor", "court_clerk", "judge", "clerk", "head"),
    sections=(PERSON, ILLNESS, ORDER, COURT, HEADER),
    columns=("person", "basis", "article", "part", "decided_at", "prosecutor_decision", "court_decision",
        "court_decided_at", "measure", "review_due_on", "ended_at"),
    moment="decided_at",
    source=cpc("481–493"),
    steps=("P50",),
    signing=Signing("2026-1", ("investigator",), (("prosecutor", "prosecutor_approval"),)),
)

TYPES = (MEDICAL_MEASURES,)
