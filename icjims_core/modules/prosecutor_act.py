"""The prosecutor's act of supervision: annulment, written instruction, approval, a new term (P09)."""

from __future__ import annotations

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
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off

TARGET = Section("target", WORDS, cpc("35"))
_TARGET_FIELDS = TARGET.of(
    Field("target_type", Kind.CODE, required=True, unit="target_of", codes="prosecutor_act_target",
        source=cpc("35(1)")),
    Field("act", Kind.REF, unit="target_of"),
    Field("target_date", Kind.DATE, unit="target_of", not_future=True),
    Field("target_by", Kind.TEXT, unit="target_of", max_length=200),
    Field("person", Kind.REF, target="person"),
)

DECISION = Section("decision", WORDS, cpc("35, 154(4)"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, required=True, unit="decided", codes="prosecutor_act_decision",
        source=cpc("35(1)(6), 35(1)(8), 35(1)(11), 154(4)")),
    Field("decided_at", Kind.TIMESTAMP, required=True, unit="decided", not_future=True),
    Field("prosecutor_name", Kind.TEXT, unit="decided", max_length=300),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT,
        required_when=OneOf("decision", ("annul", "annul_initiate", "annul_further_check", "refuse"))),
    Field("instruction", Kind.RICH, max_length=20_000, required_when=Equals("decision", "instruct"),
        source=cpc("35(1)(8), 35(2)")),
    Field("instruction_until", Kind.DATE),
    Field("new_term_until", Kind.DATE, required_when=Equals("decision", "set_term"), source=cpc("153(3), 162(4)")),
    Field("new_term_level", Kind.CODE, codes="extension_level", source=cpc("162(4), 162(5)")),
)

EXECUTION = Section("execution", WORDS)
_EXECUTION_FIELDS = EXECUTION.of(
    Field("addressee", Kind.TEXT, unit="sending", max_length=300, stays_open=True),
    Field("sent_at", Kind.TIMESTAMP, unit="sending", not_future=True, not_before="decided_at", stays_open=True),
    Field("received_at", Kind.TIMESTAMP, not_future=True, not_before="sent_at", stays_open=True),
    Field("executed_at", Kind.TIMESTAMP, unit="carried_out", not_future=True, not_before="decided_at", stays_open=True),
    Field("executed_how", Kind.RICH, unit="carried_out", max_length=10_000, stays_open=True),
    Field("objections", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, source=cpc("35(1)(10), 35(2)"),
        stays_open=True),
)

PROSECUTOR_ACT = RecordType(
    "prosecutor_act",
    1,
    WORDS,
    Archetype.ORDER,
    (*_TARGET_FIELDS, *_DECISION_FIELDS, *_EXECUTION_FIELDS, *header("prosecutor_act")),
    roles=("prosecutor", "clerk"),
    sections=(TARGET, DECISION, EXECUTION, HEADER),
    columns=("target_type", "decision", "decided_at", "prosecutor_name", "new_term_until", "sent_at", "executed_at"),
    moment="decided_at",
    source=cpc("35, 154(4)"),
    steps=("P05", "P06", "P07", "P09", "P45", "P46"),
    signing=Signing("2026-1", ("prosecutor",)),
)

TYPES = (PROSECUTOR_ACT,)
