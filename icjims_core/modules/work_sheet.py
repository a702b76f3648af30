"""The monthly account of work as a punishment: time-sheet, earnings, deduction and its transfer (P73, P74)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Label, Merge, RecordType, Section
from icjims_core.law.references import cc, pec

# Fields read as the lines of a table.
# fmt: off
MONTH = Section("month_part", Label("Ай", "Месяц", "Month"), pec("47(1)(3), 56(1)"))
_MONTH_FIELDS = MONTH.of(
    Field("person", Kind.REF, Label("Соттолгон адам", "Осуждённый", "Convicted person"),
        required=True, target="person"),
    Field("community_work", Kind.REF,
        Label("Коомдук жумуштар", "Общественные работы", "Community work"), target="community_work"),
    Field("correctional_work", Kind.REF,
        Label("Түзөтүү жумуштары", "Исправительные работы", "Correctional work"),
        target="correctional_work"),
    Field("month", Kind.TEXT, Label("Кайсы ай үчүн", "За какой месяц", "For which month"),
        required=True, max_length=7, pattern=r"20[0-9]{2}-(0[1-9]|1[0-2])",
        help=Label("Мисалы: 2026-03", "Например: 2026-03", "For example: 2026-03")),
    Field("received_at", Kind.TIMESTAMP,
        Label("Табель келди", "Табель получен", "Sheet received at"), not_future=True,
        source=pec("47(1)(3), 56(1)(6)")),
    Field("sheet_number", Kind.TEXT,
        Label("Табелдин же актынын номери", "Номер табеля или акта", "Number of the sheet or act"),
        max_length=60),
)

TIME = Section("time", Label("Иштелген убакыт", "Отработанное время", "Time worked"), pec("46, 55"))
_TIME_FIELDS = TIME.of(
    Field("hours", Kind.INT, Label("Иштелген сааттар", "Отработано часов", "Hours worked"),
        minimum=0, maximum=250, source=pec("46(1), 47(1)(3)")),
    Field("days", Kind.INT, Label("Иштелген күндөр", "Отработано дней", "Days worked"), minimum=0,
        maximum=31, source=pec("55(1)")),
    Field("working_days", Kind.INT,
        Label("Айдагы жумуш күндөрү", "Рабочих дней в месяце", "Working days of the month"), minimum=0,
        maximum=31, source=pec("55(1)")),
    Field("credited_days", Kind.INT,
        Label("Жүйөлүү себеп менен эсептелген күндөр", "Зачтено дней по уважительной причине",
            "Days credited for a good reason"), minimum=0, maximum=31, source=pec("55(3)")),
    Field("behaviour", Kind.TEXT,
        Label("Жумуштагы жүрүм-туруму", "Поведение на работе", "Conduct at work"), max_length=1_000,
        source=pec("47(1)(4), 56(1)(2)")),
)

MONEY = Section("money", Label("Кармап калуу", "Удержание", "Deduction"), pec("57"))
_MONEY_FIELDS = MONEY.of(
    Field("earnings", Kind.MONEY, Label("Эмгек акысы", "Заработок", "Earnings"), minimum=0,
        source=pec("57(1)")),
    Field("deducted", Kind.MONEY, Label("Кармалган сумма", "Удержано", "Deducted"), unit="deduction",
        minimum=0, source=pec("56(1)(1), 57(1)")),
    Field("deducted_percent", Kind.INT,
        Label("Канча пайыз", "Процент удержания", "Per cent deducted"), unit="deduction", minimum=0,
        maximum=25, source=cc("64(2)")),
    Field("to_state", Kind.MONEY,
        Label("Мамлекеттин кирешесине которулду", "Перечислено в доход государства", "Paid to the State"),
        unit="transfer", minimum=0, source=pec("57(2)")),
    Field("to_probation", Kind.MONEY,
        Label("Пробация органынын эсебине которулду", "Перечислено на счёт органа пробации",
            "Paid to the account of the probation body"), unit="transfer", minimum=0,
        source=pec("57(2)")),
    Field("transferred_on", Kind.DATE,
        Label("Которулган күнү", "Дата перечисления", "Transferred on"), unit="transfer",
        not_future=True, source=pec("53(5)(3), 56(1)(6)")),
    Field("attachments", Kind.FILE, Label("Тиркемелер", "Приложения", "Attachments"), merge=Merge.SET),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

WORK_SHEET = RecordType(
    "work_sheet",
    1,
    Label("Айлык табель", "Месячный табель", "Monthly work sheet"),
    Archetype.EVENT,
    (*_MONTH_FIELDS, *_TIME_FIELDS, *_MONEY_FIELDS),
    roles=("probation_officer", "clerk", "head"),
    sentence=Label(
        "{person}: {month} үчүн табель[, саат: {hours}][, күн: {days}][, кармалды: {deducted}]",
        "{person}: табель за {month}[, часов: {hours}][, дней: {days}][, удержано: {deducted}]",
        "{person}: work sheet for {month}[, hours: {hours}][, days: {days}][, deducted: {deducted}]",
    ),
    sections=(MONTH, TIME, MONEY),
    columns=("person", "month", "received_at", "hours", "days", "deducted", "transferred_on"),
    moment="received_at",
    source=pec("47(1)(3), 56(1)"),
    steps=("P73", "P74"),
    purpose="execution_of_sentences",
)

TYPES = (WORK_SHEET,)
