"""Probation supervision: registration, term, obligations, assessment, end (P68–P72, P79)."""

from __future__ import annotations

from icjims_core.law import cc, pec
from icjims_core.schema import (
    Archetype,
    Assertion,
    Field,
    Filled,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Source,
)

# Fields read as the lines of a table.
# fmt: off
REGISTRATION = Section("registration",
    Label("Каттоого коюу", "Постановка на учёт", "Registration"), pec("165, 166"))
_REGISTRATION_FIELDS = REGISTRATION.of(
    Field("person", Kind.REF,
        Label("Пробациянын кардары", "Клиент пробации", "Probation client"), required=True,
        target="person"),
    Field("kind", Kind.CODE, Label("Пробациянын түрү", "Вид пробации", "Kind of probation"),
        codes="probation_kind"),
    Field("basis", Kind.CODE, Label("Негизи", "Основание", "Basis"), unit="basis_papers",
        codes="supervision_basis"),
    Field("court", Kind.TEXT, Label("Сот", "Суд", "Court"), unit="basis_papers", max_length=200),
    Field("verdict_date", Kind.DATE,
        Label("Өкүмдүн күнү", "Дата приговора", "Date of the verdict"), unit="basis_papers",
        not_future=True),
    Field("in_force_date", Kind.DATE,
        Label("Өкүм күчүнө кирген күн", "Вступил в силу", "In force from"), unit="basis_papers",
        not_before="verdict_date"),
    Field("papers_received_at", Kind.TIMESTAMP,
        Label("Документтер соттон келген убакыт", "Документы суда получены",
            "Court papers received at"), not_future=True),
    Field("file_number", Kind.TEXT,
        Label("Жеке иштин номери", "Номер личного дела", "File number"), max_length=60,
        searchable=True),
    Field("registered_at", Kind.TIMESTAMP,
        Label("Каттоого коюлган убакыт", "Поставлен(а) на учёт", "Registered at"),
        not_future=True),
    Field("officer", Kind.TEXT,
        Label("Пробация кызматкери", "Сотрудник пробации", "Probation officer"), unit="officer_in_charge",
        max_length=200, searchable=True),
    Field("officer_since", Kind.DATE,
        Label("Качантан жооптуу", "Ответственный с", "Officer since"), unit="officer_in_charge"),
)

TERM = Section("term", Label("Мөөнөтү", "Срок", "Term"), cc("82(4)"))
_TERM_FIELDS = TERM.of(
    Field("appeared_at", Kind.TIMESTAMP,
        Label("Келген убакыт", "Явился(ась)", "Appeared at"), not_future=True,
        help=Label("Көзөмөлдүн мөөнөтү ушул күндөн эсептелет.",
            "Срок надзора исчисляется с этого дня.", "The term of supervision runs from this day."),
        source=cc("82(4)")),
    Field("term_months", Kind.INT,
        Label("Мөөнөтү, ай менен", "Срок, месяцев", "Term in months"), unit="term", minimum=1,
        maximum=120, source=cc("82(4)")),
    Field("term_from", Kind.DATE, Label("Мөөнөттүн башталышы", "Начало срока", "Term begins"),
        unit="term"),
    Field("term_until", Kind.DATE, Label("Мөөнөттүн аягы", "Конец срока", "Term ends"),
        unit="term", not_before="term_from"),
)

DUTIES = Section("duties",
    Label("Талаптар жана милдеттер", "Требования и обязанности", "Requirements and obligations"),
    cc("83"))
_DUTIES_FIELDS = DUTIES.of(
    Field("requirements", Kind.CODE,
        Label("Көзөмөл талаптары", "Надзорные требования", "Supervisory requirements"),
        merge=Merge.SET, codes="probation_requirement", source=cc("83(1)")),
    Field("obligations", Kind.CODE,
        Label("Пробациялык милдеттер", "Пробационные обязанности", "Probation obligations"),
        merge=Merge.SET, codes="probation_obligation", source=cc("83(2)")),
    Field("obligation_details", Kind.RICH,
        Label("Милдеттердин тактоосу", "Уточнение обязанностей", "Details of the obligations"),
        max_length=10_000, source=cc("83(2), 83(3)")),
    Field("explained_at", Kind.TIMESTAMP,
        Label("Тартиби түшүндүрүлдү", "Порядок разъяснён", "Rules explained at"),
        unit="explanation", not_future=True, source=pec("165(1)(2)")),
    Field("explained_language", Kind.CODE,
        Label("Кайсы тилде", "На каком языке", "In which language"), unit="explanation",
        codes="language"),
    Field("reporting_days", Kind.CODE,
        Label("Каттоо күндөрү", "Дни явки", "Reporting days"), merge=Merge.SET, codes="weekday",
        source=pec("165(1)(4)")),
    Field("residence", Kind.TEXT,
        Label("Жашаган дареги", "Адрес проживания", "Place of residence"), max_length=500,
        sensitivity=Sensitivity.CONTACT, source=cc("83(1)(3)")),
    Field("work_or_study", Kind.TEXT,
        Label("Иштеген же окуган жери", "Место работы или учёбы", "Work or study"),
        max_length=300, source=cc("83(1)(3)")),
)

ASSESSMENT = Section("assessment",
    Label("Изилдөө жана план", "Изучение личности и план", "Assessment and plan"), pec("165"))
_ASSESSMENT_FIELDS = ASSESSMENT.of(
    Field("risk_level", Kind.CODE, Label("Тобокелдик деңгээли", "Уровень риска", "Risk level"),
        unit="risk", codes="risk_level", assertion=Assertion.ASSESSMENT),
    Field("risk_reason", Kind.RICH,
        Label("Баанын негиздемеси", "Обоснование оценки", "Reasons of the assessment"),
        unit="risk", max_length=10_000, assertion=Assertion.ASSESSMENT),
    Field("risk_assessed_on", Kind.DATE,
        Label("Бааланган күн", "Дата оценки", "Assessed on"), unit="risk", not_future=True),
    Field("client_view", Kind.RICH,
        Label("Кардардын өз пикири", "Мнение клиента", "The client’s own view"),
        max_length=10_000, source=Source("European Probation Rules", "66–71")),
    Field("plan", Kind.RICH,
        Label("Ресоциалдаштыруу планы", "План ресоциализации", "Resocialisation plan"),
        max_length=20_000, source=pec("165(2)")),
    Field("help_declined", Kind.TRI,
        Label("Жардамдан баш тартты", "Отказ от помощи", "Help declined"),
        source=pec("165(6)")),
    Field("consent_extra", Kind.TRI,
        Label("Кошумча чараларга макул", "Согласие на дополнительные мероприятия",
            "Consent to extra measures"), source=pec("165(2)")),
)

END = Section("end", Label("Каттоодон чыгаруу", "Снятие с учёта", "End"), cc("84"))
_END_FIELDS = END.of(
    Field("ended_on", Kind.DATE,
        Label("Каттоодон чыгарылган күн", "Снят(а) с учёта", "Taken off on"), unit="end",
        not_future=True),
    Field("end_reason", Kind.CODE, Label("Себеби", "Причина снятия", "Reason"), unit="end",
        codes="deregistration_reason", required_when=Filled("ended_on"), source=cc("84")),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

SUPERVISION = RecordType(
    "supervision",
    1,
    Label("Пробациялык көзөмөл", "Пробационный надзор", "Probation supervision"),
    Archetype.DOSSIER,
    (*_REGISTRATION_FIELDS, *_TERM_FIELDS, *_DUTIES_FIELDS, *_ASSESSMENT_FIELDS, *_END_FIELDS),
    roles=("probation_officer", "clerk", "head"),
    sentence=Label(
        "{person}: пробация[, {basis}][, {term_from} – {term_until}][; аяктады: {end_reason}]",
        "{person}: пробация[, {basis}][, {term_from} – {term_until}][; снятие: {end_reason}]",
        "{person}: probation[, {basis}][, {term_from} – {term_until}][; ended: {end_reason}]",
    ),
    sections=(REGISTRATION, TERM, DUTIES, ASSESSMENT, END),
    columns=("person", "kind", "basis", "file_number", "officer", "registered_at", "appeared_at",
        "term_until", "risk_level", "ended_on", "end_reason"),
    moment="registered_at",
    source=cc("82–84"),
    steps=("P68", "P69", "P71", "P72", "P79"),
)

TYPES = (SUPERVISION,)
