"""Joinder and severance of cases, restoration of lost material (P11)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
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

# Fields read as the lines of a table.
# fmt: off

DECISION = Section("decision", WORDS, cpc("141–143"))
_DECISION_FIELDS = DECISION.of(
    Field("kind", Kind.CODE, required=True, codes="joinder_kind", source=cpc("141(2), 142(2), 143(1)")),
    Field("decided_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("141(2), 142(2), 143(1)")),
    Field("decided_by", Kind.TEXT, max_length=300),
    Field("ground", Kind.CODE, codes="joinder_ground", source=cpc("141(1), 142(1), 142(4), 142(5), 143(1), 459")),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("142(3)")),
)

CASES = Section("cases", WORDS)
_CASES_FIELDS = CASES.of(
    Field("other_case", Kind.REF, unit="counterpart", target="case"),
    Field("other_number", Kind.TEXT, unit="counterpart", max_length=40, searchable=True),
    Field("other_office", Kind.TEXT, unit="counterpart", max_length=40, pattern=r"[0-9A-Za-z-]{2,40}",
        picked_from="office"),
    Field("other_initiated_at", Kind.TIMESTAMP, not_future=True, source=cpc("141(3)")),
    Field("clock_rule", Kind.CODE, codes="clock_rule", source=cpc("141(3), 143(3)")),
    Field("register_entered_at", Kind.TIMESTAMP, not_future=True, source=cpc("141(1), 142(6)"), stays_open=True),
)

CONTENT = Section("content", WORDS)
_CONTENT_FIELDS = CONTENT.of(
    Field("persons", Kind.REF, merge=Merge.SET, target="person", source=cpc("141(1), 142(1)")),
    Field("acts_moved", Kind.TEXT, merge=Merge.SET, max_length=300, source=cpc("142(2)")),
    Field("acts_copied", Kind.TEXT, merge=Merge.SET, max_length=300, source=cpc("142(2)")),
    Field("material_list", Kind.RICH, max_length=50_000, source=cpc("142(2)")),
)

RESTORATION = Section("restoration", WORDS, cpc("143"))
_RESTORATION_FIELDS = RESTORATION.of(
    Field("lost_at", Kind.DATE, unit="loss", not_future=True),
    Field("loss_circumstances", Kind.RICH, unit="loss", max_length=10_000, required_when=Equals("kind", "restore")),
    Field("recovered", Kind.RICH, max_length=50_000, source=cpc("143(2)")),
    Field("custody_term_over", Kind.TRI, source=cpc("143(4)")),
)

JOINDER = RecordType(
    "joinder",
    1,
    WORDS,
    Archetype.ORDER,
    (*_DECISION_FIELDS, *_CASES_FIELDS, *_CONTENT_FIELDS, *_RESTORATION_FIELDS, *header("joinder")),
    roles=("investigator", "prosecutor", "judge", "court_clerk", "clerk", "head"),
    sections=(DECISION, CASES, CONTENT, RESTORATION, HEADER),
    columns=("kind", "decided_at", "other_case", "other_number", "clock_rule", "ground"),
    moment="decided_at",
    source=cpc("141–143"),
    steps=("P11",),
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge")),
)

TYPES = (JOINDER,)
