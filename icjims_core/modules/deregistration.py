"""Taking a client off the register: reason, final report, archive, end of the criminal record (P79)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Signing,
)
from icjims_core.law.references import cc, pec

# Fields read as the lines of a table.
# fmt: off
END = Section("end_part", Label("Каттоодон чыгаруу", "Снятие с учёта", "End of supervision"), cc("84"))
_END_FIELDS = END.of(
    Field("person", Kind.REF, Label("Пробациянын кардары", "Клиент пробации", "Probation client"),
        required=True, target="person"),
    Field("supervision", Kind.REF,
        Label("Пробациялык көзөмөл", "Пробационный надзор", "Probation supervision"),
        required=True, target="supervision"),
    Field("ended_on", Kind.DATE,
        Label("Каттоодон чыгарылган күн", "Снят(а) с учёта", "Taken off on"), unit="end",
        not_future=True),
    Field("reason", Kind.CODE, Label("Себеби", "Причина снятия", "Reason"), unit="end", required=True,
        codes="deregistration_reason", source=cc("84")),
    Field("basis_document", Kind.TEXT,
        Label("Негиз болгон документ", "Документ-основание", "Paper it rests on"), unit="end",
        max_length=300),
    Field("new_office", Kind.CODE,
        Label("Кайсы органга өткөрүлдү", "Передан в орган", "Transferred to"), codes="office",
        required_when=Equals("reason", "transfer")),
    Field("final_report", Kind.RICH,
        Label("Жыйынтыктоочу отчет", "Итоговый отчёт", "Final report"), max_length=20_000,
        searchable=True, assertion=Assertion.ASSESSMENT),
    Field("obligations_done", Kind.TRI,
        Label("Талаптар жана милдеттер аткарылды", "Требования и обязанности выполнены",
            "Requirements and obligations performed"), source=cc("84(1)")),
    Field("client_told_at", Kind.TIMESTAMP,
        Label("Кардарга билдирилди", "Клиент уведомлён", "The client told at"), not_future=True, stays_open=True),
    Field("court_told_at", Kind.TIMESTAMP,
        Label("Сотко билдирилди", "Суд уведомлён", "The court told at"), not_future=True, stays_open=True),
)

AFTER = Section("after", Label("Кийинкиси", "Дальнейшее", "Afterwards"), cc("95"))
_AFTER_FIELDS = AFTER.of(
    Field("record_ends_on", Kind.DATE,
        Label("Соттуулугу жоюлчу күн", "Судимость погашается", "Criminal record ends on"),
        help=Label("Пробациялык көзөмөлдө — ал аяктаган күнү.",
            "При пробационном надзоре — в день его окончания.",
            "With probation supervision, on the day it ends."), source=cc("95(3)")),
    Field("archive_years", Kind.INT,
        Label("Архивде сактоо мөөнөтү, жыл", "Срок хранения в архиве, лет", "Years in the archive"),
        unit="archive", minimum=0, maximum=100, stays_open=True),
    Field("archived_on", Kind.DATE,
        Label("Архивге өткөрүлдү", "Передано в архив", "To the archive on"), unit="archive",
        not_future=True, stays_open=True),
    Field("help_offered", Kind.TRI,
        Label("Кийинки жардам сунушталды", "Предложена дальнейшая помощь", "Further help offered"),
        source=pec("161(1)")),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000, stays_open=True),
)

DEREGISTRATION = RecordType(
    "deregistration",
    1,
    Label("Каттоодон чыгаруу", "Снятие с учёта", "Deregistration"),
    Archetype.ORDER,
    (*_END_FIELDS, *_AFTER_FIELDS, *paper("deregistration")),
    roles=("probation_officer", "head"),
    sentence=Label(
        "{person}: каттоодон чыгарылды[ {ended_on}] — {reason}",
        "{person}: снятие с учёта[ {ended_on}] — {reason}",
        "{person}: taken off the register[ {ended_on}] — {reason}",
    ),
    sections=(END, AFTER, PAPER),
    columns=("person", "supervision", "ended_on", "reason", "record_ends_on", "archived_on"),
    moment="ended_on",
    source=cc("84"),
    steps=("P79",),
    signing=Signing("2026-1", by=("probation_officer",), countersigned_by=(("head", "approval"),)),
    purpose="execution_of_sentences",
)

TYPES = (DEREGISTRATION,)
