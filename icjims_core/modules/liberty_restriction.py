"""Restriction of liberty as a punishment: term from the registration, obligations, accounting, end (P75)."""

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
BASIS = Section("basis_part", Label("Негизи", "Основание", "Basis"), cc("62"))
_BASIS_FIELDS = BASIS.of(
    Field("person", Kind.REF, Label("Соттолгон адам", "Осуждённый", "Convicted person"),
        required=True, target="person"),
    Field("supervision", Kind.REF,
        Label("Пробациядагы каттоосу", "Учёт в органе пробации", "Registration with probation"),
        target="supervision"),
    Field("in_force_date", Kind.DATE,
        Label("Өкүм күчүнө кирген күн", "Приговор вступил в силу", "Verdict in force from"),
        not_future=True, source=cc("62(2)(1)")),
    Field("papers_received_at", Kind.TIMESTAMP,
        Label("Соттун документтери келди", "Документы суда получены", "Court papers received at"),
        not_future=True),
    Field("appeared_at", Kind.TIMESTAMP,
        Label("Пробация органына келди", "Явился(ась) в орган пробации", "Appeared at"),
        not_future=True, source=pec("61(2)")),
    Field("registered_at", Kind.TIMESTAMP,
        Label("Каттоого коюлду", "Поставлен(а) на учёт", "Registered at"), not_future=True,
        help=Label("Мөөнөт ушул күндөн эсептелет.", "Срок исчисляется с этого дня.",
            "The term runs from this day."), source=pec("62")),
    Field("explained_at", Kind.TIMESTAMP,
        Label("Тартиби түшүндүрүлдү", "Порядок разъяснён", "Rules explained at"), not_future=True,
        source=pec("61(3)(2)")),
    Field("term_months", Kind.INT, Label("Мөөнөтү, ай менен", "Срок, месяцев", "Term in months"),
        unit="term", minimum=6, maximum=36, source=cc("62(1)")),
    Field("term_until", Kind.DATE, Label("Мөөнөттүн аягы", "Конец срока", "Term ends"), unit="term",
        source=pec("62")),
)

DUTIES = Section("duties", Label("Милдеттер", "Обязанности", "Obligations"), cc("62(2), 62(3)"))
_DUTIES_FIELDS = DUTIES.of(
    Field("duties", Kind.CODE,
        Label("Мыйзам жүктөгөн милдеттер", "Обязанности по закону", "Obligations by law"),
        merge=Merge.SET, codes="restriction_duty", source=cc("62(2)")),
    Field("court_duties", Kind.CODE,
        Label("Сот жүктөгөн милдеттер", "Обязанности, возложенные судом", "Obligations set by the court"),
        merge=Merge.SET, codes="restriction_court_duty", source=cc("62(3)")),
    Field("duty_details", Kind.RICH,
        Label("Милдеттердин тактоосу", "Уточнение обязанностей", "Details of the obligations"),
        max_length=10_000, source=cc("62(3)")),
    Field("residence", Kind.TEXT, Label("Жашаган дареги", "Место жительства", "Place of residence"),
        max_length=500, sensitivity=Sensitivity.CONTACT, source=cc("62(1)")),
    Field("accounts", Kind.TEXT,
        Label("Жүрүм-туруму жөнүндө отчеттору", "Отчёты о поведении", "Accounts of conduct"),
        merge=Merge.APPEND, max_length=2_000, source=pec("63(1)(6)")),
    Field("work_help", Kind.TEXT,
        Label("Ишке орноштурууга көмөк", "Содействие в трудоустройстве", "Help to find work"),
        max_length=1_000, source=pec("61(4), 63(3)")),
)

END = Section("end_part", Label("Аякташы", "Окончание", "End"), pec("64"))
_END_FIELDS = END.of(
    Field("ended_on", Kind.DATE, Label("Аяктаган күнү", "Дата окончания", "Ended on"), unit="end",
        not_future=True),
    Field("end_reason", Kind.CODE, Label("Кантип аяктады", "Чем окончилось", "How it ended"),
        unit="end", codes="work_end", required_when=Filled("ended_on")),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

LIBERTY_RESTRICTION = RecordType(
    "liberty_restriction",
    1,
    Label("Эркиндигин чектөө", "Ограничение свободы", "Restriction of liberty"),
    Archetype.DOSSIER,
    (*_BASIS_FIELDS, *_DUTIES_FIELDS, *_END_FIELDS),
    roles=("probation_officer", "clerk", "head"),
    sentence=Label(
        "{person}: эркиндигин чектөө[, {registered_at} тартып][, {term_until} чейин][; {end_reason}]",
        "{person}: ограничение свободы[, с {registered_at}][, до {term_until}][; {end_reason}]",
        "{person}: restriction of liberty[, from {registered_at}][, until {term_until}][; {end_reason}]",
    ),
    sections=(BASIS, DUTIES, END),
    columns=("person", "supervision", "appeared_at", "registered_at", "term_months", "term_until", "ended_on",
        "end_reason"),
    moment="registered_at",
    source=cc("62"),
    steps=("P75",),
    purpose="execution_of_sentences",
)

TYPES = (LIBERTY_RESTRICTION,)
