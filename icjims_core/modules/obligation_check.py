"""Whether an obligation set by the court is performed: the task, its term, the evidence, the result (P72)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Field,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
)
from icjims_core.law.references import cc, pec

# Fields read as the lines of a table.
# fmt: off
CHECK = Section("check", Label("Милдет", "Обязанность", "Obligation"), cc("83(2)"))
_CHECK_FIELDS = CHECK.of(
    Field("person", Kind.REF, Label("Пробациянын кардары", "Клиент пробации", "Probation client"),
        required=True, target="person"),
    Field("supervision", Kind.REF,
        Label("Пробациялык көзөмөл", "Пробационный надзор", "Probation supervision"),
        target="supervision"),
    Field("obligation", Kind.CODE, Label("Милдет", "Обязанность", "Obligation"), required=True,
        codes="probation_obligation", source=cc("83(2)")),
    Field("detail", Kind.TEXT,
        Label("Сот так эмнени милдеттендирди", "Что именно возложено судом", "What the court set exactly"),
        max_length=2_000, source=cc("83(2), 83(3)")),
    Field("due_on", Kind.DATE,
        Label("Аткаруу мөөнөтү", "Срок исполнения", "Due on"), source=cc("83(2)(4), 83(2)(7)")),
    Field("treatment_consent", Kind.TRI,
        Label("Дарыланууга макулдугу алдын ала алынган", "Согласие на лечение дано до приговора",
            "Consent to treatment given before the verdict"),
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cc("83(2)(1)")),
    Field("damage_total", Kind.MONEY,
        Label("Төлөнө турган зыян", "Ущерб к возмещению", "Damage to be repaid"), minimum=0,
        source=cc("83(2)(4)")),
)

EVIDENCE = Section("evidence_part", Label("Текшерүү", "Проверка", "Check"), cc("83(2)"))
_EVIDENCE_FIELDS = EVIDENCE.of(
    Field("checked_at", Kind.TIMESTAMP,
        Label("Текшерилген убакыт", "Проверено", "Checked at"), not_future=True),
    Field("checked_by", Kind.TEXT, Label("Ким текшерди", "Кем проверено", "Checked by"),
        max_length=200),
    Field("evidence", Kind.CODE,
        Label("Эмне менен ырасталды", "Чем подтверждено", "What proves it"), merge=Merge.SET,
        codes="obligation_evidence"),
    Field("evidence_text", Kind.TEXT,
        Label("Далилдин чоо-жайы", "Сведения о подтверждении", "Details of the proof"),
        max_length=2_000),
    Field("amount_paid", Kind.MONEY,
        Label("Төлөнгөн сумма", "Выплачено", "Amount paid"), minimum=0, source=cc("83(2)(4)")),
    Field("attendance", Kind.TEXT,
        Label("Сабактарга катышуусу", "Посещение занятий", "Attendance of sessions"),
        merge=Merge.APPEND, max_length=500, source=cc("83(2)(7-1), 83(2)(8)")),
    Field("curfew_checks", Kind.STATEMENT,
        Label("Үйүндө болгонун текшерүүлөр", "Проверки нахождения дома", "Checks of being at home"),
        merge=Merge.APPEND, source=cc("83(2)(6)")),
    Field("attachments", Kind.FILE, Label("Тиркемелер", "Приложения", "Attachments"), merge=Merge.SET),
)

STATE = Section("state_part", Label("Жыйынтыгы", "Результат", "Result"), cc("83(2)"))
_STATE_FIELDS = STATE.of(
    Field("state", Kind.CODE, Label("Аткарылышы", "Исполнение", "Performance"), unit="outcome",
        codes="obligation_state"),
    Field("state_on", Kind.DATE, Label("Качан аныкталды", "Дата вывода", "On"), unit="outcome",
        not_future=True),
    Field("not_performed_reason", Kind.TEXT,
        Label("Аткарылбагандын себеби", "Причина неисполнения", "Why it is not performed"),
        max_length=2_000, required_when=OneOf("state", ("not_performed", "not_possible")),
        source=pec("166(3)")),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

OBLIGATION_CHECK = RecordType(
    "obligation_check",
    1,
    Label("Милдеттин аткарылышын текшерүү", "Проверка исполнения обязанности", "Check of an obligation"),
    Archetype.SCHEDULE,
    (*_CHECK_FIELDS, *_EVIDENCE_FIELDS, *_STATE_FIELDS),
    roles=("probation_officer", "head"),
    sentence=Label(
        "{person}: {obligation}[, {due_on} чейин][ — {state}][, {checked_at}]",
        "{person}: {obligation}[, до {due_on}][ — {state}][, {checked_at}]",
        "{person}: {obligation}[, by {due_on}][ — {state}][, {checked_at}]",
    ),
    sections=(CHECK, EVIDENCE, STATE),
    columns=("person", "supervision", "obligation", "due_on", "checked_at", "state", "state_on"),
    moment="checked_at",
    source=cc("83(2)"),
    steps=("P72",),
    purpose="execution_of_sentences",
)

TYPES = (OBLIGATION_CHECK,)
