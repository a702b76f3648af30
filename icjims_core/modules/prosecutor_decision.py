"""The prosecutor’s decision on the indictment: nine-point check, decision, service, sending to court (P53, P54)."""

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
    RecordType,
    Section,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

_ASSESSED = Assertion.ASSESSMENT

# Fields read as the lines of a table.
# fmt: off
RECEIPT = Section("receipt", WORDS, cpc("261"))
_RECEIPT_FIELDS = RECEIPT.of(
    Field("received_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("261")),
    Field("indictment", Kind.REF, target="indictment", source=cpc("261")),
)

CHECK = Section("check", WORDS, cpc("261"))
_CHECK_FIELDS = CHECK.of(
    Field("crime_occurred", Kind.TRI, assertion=_ASSESSED, source=cpc("261(1)")),
    Field("grounds_to_terminate", Kind.TRI, assertion=_ASSESSED, source=cpc("261(2)")),
    Field("charge_founded", Kind.TRI, assertion=_ASSESSED, source=cpc("261(3)")),
    Field("all_acts_charged", Kind.TRI, assertion=_ASSESSED, source=cpc("261(4)")),
    Field("all_persons_charged", Kind.TRI, assertion=_ASSESSED, source=cpc("261(5)")),
    Field("qualification_right", Kind.TRI, assertion=_ASSESSED, source=cpc("261(6)")),
    Field("damages_secured", Kind.TRI, assertion=_ASSESSED, source=cpc("261(7)")),
    Field("no_essential_breaches", Kind.TRI, assertion=_ASSESSED, source=cpc("261(8)")),
    Field("confiscation_proven", Kind.TRI, assertion=_ASSESSED, source=cpc("261(9)")),
    Field("check_notes", Kind.RICH, max_length=20_000, assertion=_ASSESSED),
)

DECISION = Section("decision", WORDS, cpc("262"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, unit="ruling", codes="indictment_decision", source=cpc("262")),
    Field("decided_at", Kind.TIMESTAMP, unit="ruling", not_future=True, not_before="received_at",
        source=cpc("261, 262")),
    Field("reasons", Kind.RICH, unit="ruling", max_length=20_000, assertion=_ASSESSED),
    Field("changes", Kind.RICH, unit="ruling", max_length=20_000, required_when=Equals("decision", "changed"),
        source=cpc("262(2)")),
    Field("instructions", Kind.RICH, unit="ruling", max_length=20_000, required_when=Equals("decision", "returned"),
        source=cpc("262(3)")),
    Field("return_until", Kind.DATE, unit="ruling", not_before="decided_at",
        required_when=Equals("decision", "returned"), source=cpc("262(3)")),
    Field("termination_ground", Kind.CODE, unit="ruling", codes="exclusion_ground",
        required_when=Equals("decision", "terminated"), source=cpc("262(4)")),
)

SENDING = Section("sending", WORDS, cpc("263"))
_SENDING_FIELDS = SENDING.of(
    Field("served_at", Kind.TIMESTAMP, not_future=True, source=cpc("263(1)"), stays_open=True),
    Field("served_accused", Kind.REF, merge=Merge.SET, target="person", source=cpc("263(1)"), stays_open=True),
    Field("victim_served_at", Kind.TIMESTAMP, not_future=True, source=cpc("263(1)"), stays_open=True),
    Field("receipts_attached", Kind.TRI, source=cpc("263(1)"), stays_open=True),
    Field("court", Kind.TEXT, max_length=200, stays_open=True),
    Field("sent_at", Kind.TIMESTAMP, not_future=True, not_before="decided_at", source=cpc("263(2)"), stays_open=True),
    Field("custody_ends_on", Kind.DATE, source=cpc("263(2)"), stays_open=True),
    Field("parties_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("263(2)"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

PROSECUTOR_DECISION = RecordType(
    "prosecutor_decision",
    1,
    WORDS,
    Archetype.ORDER,
    (*_RECEIPT_FIELDS, *_CHECK_FIELDS, *_DECISION_FIELDS, *_SENDING_FIELDS, *order_header("prosecutor_decision")),
    roles=("prosecutor", "clerk", "head"),
    sections=(RECEIPT, CHECK, DECISION, SENDING, HEADER),
    columns=("received_at", "indictment", "decision", "decided_at", "return_until", "termination_ground", "served_at",
        "court", "sent_at", "custody_ends_on"),
    moment="decided_at",
    source=cpc("261–263"),
    steps=("P53", "P54"),
    signing=Signing("2026-1", ("prosecutor",)),
)

TYPES = (PROSECUTOR_DECISION,)
