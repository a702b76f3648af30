"""Extension of the investigation: motion, level of the prosecutor, decision, the new end of the term (P44)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Field,
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

# Fields read as the lines of a table.
# fmt: off
MOTION = Section("motion", WORDS, cpc("162(4)"))
_MOTION_FIELDS = MOTION.of(
    Field("motion_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("162(4)")),
    Field("current_until", Kind.DATE, required=True, source=cpc("162(1)")),
    Field("prosecutor_level", Kind.CODE, unit="request", codes="prosecutor_level", source=cpc("162(4), 162(5)")),
    Field("requested_until", Kind.DATE, unit="request", not_before="current_until", source=cpc("162(4)")),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("162(4)")),
    Field("special_complexity", Kind.TRI, assertion=Assertion.ASSESSMENT, source=cpc("162(5)")),
    Field("exceptional", Kind.RICH, max_length=10_000, assertion=Assertion.ASSESSMENT,
        required_when=OneOf("prosecutor_level", ("general",)), source=cpc("162(5)")),
)

DECISION = Section("decision", WORDS, cpc("162(4), 162(5)"))
_DECISION_FIELDS = DECISION.of(
    Field("received_at", Kind.TIMESTAMP, not_future=True, stays_open=True),
    Field("decision", Kind.CODE, unit="ruling", codes="extension_decision", source=cpc("162(4)"), stays_open=True),
    Field("decided_at", Kind.TIMESTAMP, unit="ruling", not_future=True, stays_open=True),
    Field("decided_by", Kind.TEXT, unit="ruling", max_length=300, stays_open=True),
    Field("extended_until", Kind.DATE, unit="ruling", not_before="current_until",
        required_when=OneOf("decision", ("granted", "shorter")), source=cpc("162(4), 162(5)"), stays_open=True),
    Field("refusal_reasons", Kind.RICH, unit="ruling", max_length=10_000,
        required_when=OneOf("decision", ("refused", "shorter")), assertion=Assertion.ASSESSMENT, stays_open=True),
    Field("register_entered_at", Kind.TIMESTAMP, not_future=True, source=cpc("162(4)"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

TERM_EXTENSION = RecordType(
    "term_extension",
    1,
    WORDS,
    Archetype.ORDER,
    (*_MOTION_FIELDS, *_DECISION_FIELDS,
        *order_header("term_extension")),
    roles=("investigator", "prosecutor", "clerk", "head"),
    sections=(MOTION, DECISION, HEADER),
    columns=("motion_at", "current_until", "prosecutor_level", "requested_until", "decision", "decided_at",
        "extended_until"),
    moment="motion_at",
    source=cpc("162"),
    steps=("P44",),
    signing=Signing("2026-1", ("investigator",), (("prosecutor", "prosecutor_approval"),)),
)

TYPES = (TERM_EXTENSION,)
