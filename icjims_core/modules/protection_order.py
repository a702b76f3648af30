"""A protection order: term, conditions, service, checks, breach, end (P81)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Filled,
    Kind,
    Merge,
    RecordType,
    Section,
    Signing,
    Source,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
# The law of 27.04.2017 № 63 on protection from family violence; its text was not read, so nothing here is verified.
_LAW = Source("DV", "№ 63")

ORDER = Section("order", WORDS, _LAW)
_ORDER_FIELDS = ORDER.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("victim", Kind.REF, required=True, target="person"),
    Field("incident", Kind.REF, target="violence_incident"),
    Field("kind", Kind.CODE, codes="protection_order_kind", source=_LAW),
    Field("statement_at", Kind.TIMESTAMP, not_future=True, source=_LAW),
    Field("order_number", Kind.TEXT, unit="issue", max_length=60, searchable=True),
    Field("decided_at", Kind.TIMESTAMP, unit="issue", not_future=True, not_before="statement_at", source=_LAW),
    Field("issued_by", Kind.TEXT, unit="issue", max_length=300),
    Field("valid_from", Kind.TIMESTAMP, unit="term"),
    Field("valid_until", Kind.TIMESTAMP, unit="term", not_before="valid_from", source=_LAW),
    Field("earlier_order", Kind.REF, target="protection_order", required_when=Equals("kind", "prolonged"), source=_LAW),
    Field("conditions", Kind.CODE, merge=Merge.SET, codes="protection_condition", source=cpc("122(1)")),
    Field("conditions_text", Kind.RICH, max_length=10_000),
    Field("covers_children", Kind.TRI),
    Field("device_number", Kind.TEXT, max_length=60),
)

SERVICE = Section("service", WORDS, _LAW)
_SERVICE_FIELDS = SERVICE.of(
    Field("served_at", Kind.TIMESTAMP, unit="serving", not_future=True, not_before="decided_at", stays_open=True),
    Field("serve_refused", Kind.TRI, unit="serving", stays_open=True),
    Field("refusal_reason", Kind.TEXT, unit="serving", max_length=1_000, stays_open=True),
    Field("explained_language", Kind.CODE, codes="language"),
    Field("copy_to_victim_at", Kind.TIMESTAMP, not_future=True, stays_open=True),
    Field("prosecutor_told_at", Kind.TIMESTAMP, not_future=True, stays_open=True),
)

CONTROL = Section("control", WORDS, _LAW)
_CONTROL_FIELDS = CONTROL.of(
    Field("checks", Kind.TEXT, merge=Merge.APPEND, max_length=2_000, stays_open=True),
    Field("breached", Kind.TRI, unit="breaking", stays_open=True),
    Field("breach_kind", Kind.CODE, unit="breaking", codes="protection_breach",
        required_when=Equals("breached", "yes")),
    Field("broken_at", Kind.TIMESTAMP, unit="breaking", not_future=True, required_when=Equals("breached", "yes"),
        stays_open=True),
    Field("breach_text", Kind.RICH, unit="breaking", max_length=10_000, stays_open=True),
    Field("breach_response", Kind.TEXT, max_length=1_000, source=Source("CoO", "71"), stays_open=True),
    Field("shelter", Kind.TRI),
    Field("referrals", Kind.CODE, merge=Merge.SET, codes="support_service", source=_LAW),
    Field("ended_on", Kind.DATE, unit="end", not_future=True, stays_open=True),
    Field("end_reason", Kind.TEXT, unit="end", max_length=500, required_when=Filled("ended_on"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

PROTECTION_ORDER = RecordType(
    "protection_order",
    1,
    WORDS,
    Archetype.ORDER,
    (*_ORDER_FIELDS, *_SERVICE_FIELDS, *_CONTROL_FIELDS, *paper("protection_order")),
    roles=("duty_officer", "inquiry_officer", "investigator", "judge", "court_clerk", "clerk", "head"),
    sections=(ORDER, SERVICE, CONTROL, PAPER),
    columns=("person", "victim", "kind", "order_number", "decided_at", "valid_from", "valid_until", "served_at",
        "breached", "ended_on"),
    moment="decided_at",
    source=_LAW,
    steps=("P81",),
    signing=Signing("2026-1", by=("duty_officer", "inquiry_officer", "investigator", "head", "judge")),
    purpose="protection_from_violence",
)

TYPES = (PROTECTION_ORDER,)
