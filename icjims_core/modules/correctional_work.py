"""Correctional work as a punishment: term, deduction, employer, notices, loss of work, end (P74)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Field,
    Filled,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Sensitivity,
)
from icjims_core.law.references import cc, pec

# Fields read as the lines of a table.
# fmt: off
BASIS = Section("basis_part", Label("Негизи", "Основание", "Basis"), cc("64"))
_BASIS_FIELDS = BASIS.of(
    Field("person", Kind.REF, Label("Соттолгон адам", "Осуждённый", "Convicted person"),
        required=True, target="person"),
    Field("supervision", Kind.REF,
        Label("Пробациядагы каттоосу", "Учёт в органе пробации", "Registration with probation"),
        target="supervision"),
    Field("papers_received_at", Kind.TIMESTAMP,
        Label("Соттун документтери келди", "Документы суда получены", "Court papers received at"),
        not_future=True, source=pec("53(3)")),
    Field("execution_from", Kind.TIMESTAMP,
        Label("Аткарууга киргизилди", "Обращено к исполнению", "Execution begun at"),
        not_future=True, not_before="papers_received_at", source=pec("53(3)")),
    Field("appeared_at", Kind.TIMESTAMP,
        Label("Пробация органына келди", "Явился(ась) в орган пробации", "Appeared at"),
        not_future=True, source=pec("53(4)")),
    Field("explained_at", Kind.TIMESTAMP,
        Label("Тартиби түшүндүрүлдү", "Порядок разъяснён", "Rules explained at"), not_future=True,
        source=pec("53(5)(2)")),
    Field("term_months", Kind.INT, Label("Мөөнөтү, ай менен", "Срок, месяцев", "Term in months"),
        unit="term", minimum=2, maximum=36, source=cc("64(1)")),
    Field("term_from", Kind.DATE,
        Label("Жумушка чыккан күнү", "Выход на работу", "First working day"), unit="term",
        source=pec("55(2)")),
    Field("term_until", Kind.DATE, Label("Мөөнөттүн аягы", "Конец срока", "Term ends"), unit="term",
        not_before="term_from", source=pec("55(1)")),
    Field("deduction_percent", Kind.INT,
        Label("Кармап калуунун өлчөмү, %", "Размер удержания, %", "Deduction, per cent"), minimum=10,
        maximum=25, source=cc("64(2)")),
)

EMPLOYER = Section("employer_part", Label("Жумуш берүүчү", "Работодатель", "Employer"), pec("56"))
_EMPLOYER_FIELDS = EMPLOYER.of(
    Field("employer", Kind.TEXT, Label("Жумуш орду", "Место работы", "Place of work"),
        unit="employment", max_length=300, searchable=True, source=pec("53(1)")),
    Field("post", Kind.TEXT, Label("Кызматы", "Должность", "Post"), unit="employment",
        max_length=200),
    Field("employer_notified_at", Kind.TIMESTAMP,
        Label("Жумуш берүүчүгө билдирүү жөнөтүлдү", "Извещение работодателю направлено",
            "Notice sent to the employer at"), unit="employer_notice", not_future=True),
    Field("employer_confirmed_at", Kind.TIMESTAMP,
        Label("Жумуш берүүчү ырастады", "Подтверждение работодателя", "Confirmed by the employer at"),
        unit="employer_notice", not_future=True, not_before="employer_notified_at"),
    Field("employer_notices", Kind.TEXT,
        Label("Жумуш берүүчүнүн билдирүүлөрү", "Сообщения работодателя", "Notices of the employer"),
        merge=Merge.APPEND, max_length=2_000,
        help=Label("Которуу, бошотуу, өргүү, сыйлоо, жаза, качуу.",
            "Перевод, увольнение, отпуск, поощрение, взыскание, уклонение.",
            "Transfer, dismissal, leave, reward, sanction, evasion."),
        source=pec("56(1)")),
    Field("inspected_at", Kind.DATE,
        Label("Кармап калуулар текшерилди", "Удержания проверены", "Deductions checked on"),
        not_future=True, source=pec("53(5)(3), 57(7)")),
    Field("job_lost_on", Kind.DATE,
        Label("Жумушунан ажыраган күнү", "Дата утраты работы", "Work lost on"), not_future=True,
        source=pec("58(6)")),
    Field("new_job_on", Kind.DATE,
        Label("Жаңы жумушка орношкон күнү", "Дата нового трудоустройства", "New work found on"),
        not_future=True, not_before="job_lost_on", source=pec("58(6)")),
)

END = Section("end_part", Label("Аякташы", "Окончание", "End"), pec("58"))
_END_FIELDS = END.of(
    Field("bar_to_work", Kind.TRI,
        Label("I же II топтогу майыптык же кош бойлуулук", "Инвалидность I, II группы или беременность",
            "Disability of group I or II, or pregnancy"),
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=pec("54(5)")),
    Field("ended_on", Kind.DATE, Label("Аяктаган күнү", "Дата окончания", "Ended on"), unit="end",
        not_future=True),
    Field("end_reason", Kind.CODE, Label("Кантип аяктады", "Чем окончилось", "How it ended"),
        unit="end", codes="work_end", required_when=Filled("ended_on")),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

CORRECTIONAL_WORK = RecordType(
    "correctional_work",
    1,
    Label("Түзөтүү жумуштары", "Исправительные работы", "Correctional work"),
    Archetype.DOSSIER,
    (*_BASIS_FIELDS, *_EMPLOYER_FIELDS, *_END_FIELDS),
    roles=("probation_officer", "clerk", "head"),
    sentence=Label(
        "{person}: түзөтүү жумуштары[, {deduction_percent} %][, {employer}][, {term_until} чейин][; {end_reason}]",
        "{person}: исправительные работы[, {deduction_percent} %][, {employer}][, до {term_until}][; {end_reason}]",
        "{person}: correctional work[, {deduction_percent} %][, {employer}][, until {term_until}][; {end_reason}]",
    ),
    sections=(BASIS, EMPLOYER, END),
    columns=("person", "supervision", "papers_received_at", "appeared_at", "term_from", "term_until",
        "deduction_percent", "employer", "job_lost_on", "ended_on", "end_reason"),
    moment="execution_from",
    source=cc("64"),
    steps=("P74",),
    purpose="execution_of_sentences",
)

TYPES = (CORRECTIONAL_WORK,)
