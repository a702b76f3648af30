"""Whether an obligation set by the court is performed: the task, its term, the evidence, the result (P72)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Merge, OneOf, RecordType, Section, Sensitivity
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
CHECK = Section("check", WORDS, cc("83(2)"))
_CHECK_FIELDS = CHECK.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("supervision", Kind.REF, target="supervision"),
    Field("obligation", Kind.CODE, required=True, codes="probation_obligation", source=cc("83(2)")),
    Field("detail", Kind.TEXT, max_length=2_000, source=cc("83(2), 83(3)")),
    Field("due_on", Kind.DATE, source=cc("83(2)(4), 83(2)(7)")),
    Field("treatment_consent", Kind.TRI, sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cc("83(2)(1)")),
    Field("damage_total", Kind.MONEY, minimum=0, source=cc("83(2)(4)")),
)

EVIDENCE = Section("evidence_part", WORDS, cc("83(2)"))
_EVIDENCE_FIELDS = EVIDENCE.of(
    Field("checked_at", Kind.TIMESTAMP, not_future=True),
    Field("checked_by", Kind.TEXT, max_length=200),
    Field("evidence", Kind.CODE, merge=Merge.SET, codes="obligation_evidence"),
    Field("evidence_text", Kind.TEXT, max_length=2_000),
    Field("amount_paid", Kind.MONEY, minimum=0, source=cc("83(2)(4)")),
    Field("attendance", Kind.TEXT, merge=Merge.APPEND, max_length=500, source=cc("83(2)(7-1), 83(2)(8)")),
    Field("curfew_checks", Kind.STATEMENT, merge=Merge.APPEND, source=cc("83(2)(6)")),
    Field("attachments", Kind.FILE, merge=Merge.SET),
)

STATE = Section("state_part", WORDS, cc("83(2)"))
_STATE_FIELDS = STATE.of(
    Field("state", Kind.CODE, unit="outcome", codes="obligation_state"),
    Field("state_on", Kind.DATE, unit="outcome", not_future=True),
    Field("not_performed_reason", Kind.TEXT, max_length=2_000,
        required_when=OneOf("state", ("not_performed", "not_possible")), source=pec("166(3)")),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

OBLIGATION_CHECK = RecordType(
    "obligation_check",
    1,
    WORDS,
    Archetype.SCHEDULE,
    (*_CHECK_FIELDS, *_EVIDENCE_FIELDS, *_STATE_FIELDS),
    roles=("probation_officer", "head"),
    sections=(CHECK, EVIDENCE, STATE),
    columns=("person", "supervision", "obligation", "due_on", "checked_at", "state", "state_on"),
    moment="checked_at",
    source=cc("83(2)"),
    steps=("P72",),
    purpose="execution_of_sentences",
)

TYPES = (OBLIGATION_CHECK,)
