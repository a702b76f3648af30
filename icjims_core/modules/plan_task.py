"""A task of a plan: who does what until when, and what came of it (P69)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Merge, OneOf, RecordType, Section
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
TASK = Section("task", WORDS, pec("165(2)"))
_TASK_FIELDS = TASK.of(
    Field("plan", Kind.REF, required=True, target="supervision_plan"),
    Field("person", Kind.REF, target="person"),
    Field("task", Kind.TEXT, required=True, max_length=1_000, searchable=True),
    Field("help_kind", Kind.CODE, codes="help_kind", source=pec("165(3)")),
    Field("obligation", Kind.CODE, codes="probation_obligation", source=cc("83(2)")),
    Field("need", Kind.TEXT, max_length=120),
    Field("owner", Kind.CODE, unit="ownership", codes="task_owner"),
    Field("owner_name", Kind.TEXT, unit="ownership", max_length=200),
    Field("due_on", Kind.DATE),
)

RESULT = Section("result", WORDS)
_RESULT_FIELDS = RESULT.of(
    Field("result", Kind.CODE, unit="outcome", codes="task_result"),
    Field("result_on", Kind.DATE, unit="outcome", not_future=True,
        required_when=OneOf("result", ("done", "done_partly", "not_done"))),
    Field("evidence", Kind.TEXT, max_length=500),
    Field("not_done_reason", Kind.TEXT, max_length=1_000, required_when=OneOf("result", ("not_done", "not_possible"))),
    Field("attachments", Kind.FILE, merge=Merge.SET),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

PLAN_TASK = RecordType(
    "plan_task",
    1,
    WORDS,
    Archetype.SCHEDULE,
    (*_TASK_FIELDS, *_RESULT_FIELDS),
    roles=("probation_officer", "head"),
    sections=(TASK, RESULT),
    columns=("plan", "person", "task", "owner", "due_on", "result", "result_on"),
    moment="due_on",
    source=pec("165(2)"),
    steps=("P69",),
    purpose="execution_of_sentences",
)

TYPES = (PLAN_TASK,)
