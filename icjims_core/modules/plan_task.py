"""A task of a plan: who does what until when, and what came of it (P69)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Label, Merge, OneOf, RecordType, Section
from icjims_core.law.references import cc, pec

# Fields read as the lines of a table.
# fmt: off
TASK = Section("task", Label("Тапшырма", "Задача плана", "Task"), pec("165(2)"))
_TASK_FIELDS = TASK.of(
    Field("plan", Kind.REF, Label("План", "План", "Plan"), required=True, target="supervision_plan"),
    Field("person", Kind.REF, Label("Пробациянын кардары", "Клиент пробации", "Probation client"),
        target="person"),
    Field("task", Kind.TEXT, Label("Эмне кылынат", "Что нужно сделать", "What is to be done"),
        required=True, max_length=1_000, searchable=True),
    Field("help_kind", Kind.CODE, Label("Жардамдын түрү", "Вид помощи", "Kind of help"),
        codes="help_kind", source=pec("165(3)")),
    Field("obligation", Kind.CODE,
        Label("Кайсы милдетке байланыштуу", "К какой обязанности относится", "Obligation it serves"),
        codes="probation_obligation", source=cc("83(2)")),
    Field("need", Kind.TEXT,
        Label("Баалоонун кайсы тармагынан чыккан", "Из какой области оценки", "Domain of the assessment"),
        max_length=120),
    Field("owner", Kind.CODE, Label("Ким аткарат", "Кто выполняет", "Who does it"), unit="ownership",
        codes="task_owner"),
    Field("owner_name", Kind.TEXT,
        Label("Аткаруучунун аты же уюму", "Имя или организация исполнителя", "Name of who does it"),
        unit="ownership", max_length=200),
    Field("due_on", Kind.DATE, Label("Мөөнөтү", "Срок выполнения", "Due on")),
)

RESULT = Section("result", Label("Жыйынтыгы", "Результат", "Result"))
_RESULT_FIELDS = RESULT.of(
    Field("result", Kind.CODE, Label("Жыйынтыгы", "Результат", "Result"), unit="outcome",
        codes="task_result"),
    Field("result_on", Kind.DATE, Label("Качан", "Дата результата", "On"), unit="outcome",
        not_future=True, required_when=OneOf("result", ("done", "done_partly", "not_done"))),
    Field("evidence", Kind.TEXT,
        Label("Ырастаган документ", "Чем подтверждено", "What proves it"), max_length=500),
    Field("not_done_reason", Kind.TEXT,
        Label("Аткарылбагандын себеби", "Причина невыполнения", "Why it was not done"),
        max_length=1_000, required_when=OneOf("result", ("not_done", "not_possible"))),
    Field("attachments", Kind.FILE, Label("Тиркемелер", "Приложения", "Attachments"), merge=Merge.SET),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

PLAN_TASK = RecordType(
    "plan_task",
    1,
    Label("Пландын тапшырмасы", "Задача плана", "Task of the plan"),
    Archetype.SCHEDULE,
    (*_TASK_FIELDS, *_RESULT_FIELDS),
    roles=("probation_officer", "head"),
    sentence=Label(
        "{task}[ — {owner}][, {due_on} чейин][: {result}]",
        "{task}[ — {owner}][, до {due_on}][: {result}]",
        "{task}[ — {owner}][, by {due_on}][: {result}]",
    ),
    sections=(TASK, RESULT),
    columns=("plan", "person", "task", "owner", "due_on", "result", "result_on"),
    moment="due_on",
    source=pec("165(2)"),
    steps=("P69",),
    purpose="execution_of_sentences",
)

TYPES = (PLAN_TASK,)
