"""The probation report to a court: order, study, sources, findings, recommendation, what became of it (P58, P70)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Field,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Signing,
    Source,
)
from icjims_core.law.references import cc, cpc

# Fields read as the lines of a table.
# fmt: off
ORDER = Section("order", Label("Тапшыруу", "Поручение", "How it was ordered"), cpc("280(4)"))
_ORDER_FIELDS = ORDER.of(
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"),
        required=True, target="person"),
    Field("ordered_at", Kind.TIMESTAMP,
        Label("Тапшырылган убакыт", "Поручен", "Ordered at"), not_future=True, source=cpc("280(4)")),
    Field("ordered_by", Kind.TEXT,
        Label("Ким тапшырды", "Кем поручен", "Ordered by"), unit="order", max_length=200,
        source=cpc("280(4)")),
    Field("order_kind", Kind.CODE,
        Label("Кантип тапшырылды", "Как поручен", "How it was ordered"), unit="order",
        codes="report_order", source=cpc("280(4)")),
    Field("order_number", Kind.TEXT,
        Label("Токтомдун номери", "Номер постановления", "Number of the order"), unit="order",
        max_length=60, source=cpc("280(4)")),
    Field("duty", Kind.CODE,
        Label("Доклад эмне үчүн керек", "Почему доклад нужен", "Why a report is made"),
        merge=Merge.SET, codes="report_duty", source=cpc("280(4)")),
    Field("received_at", Kind.TIMESTAMP,
        Label("Токтом пробацияга келди", "Постановление получено", "Order received at"),
        not_future=True, source=cpc("280(4)")),
    Field("due_at", Kind.TIMESTAMP,
        Label("Даяр болчу убакыт", "Срок подготовки", "Due at"), not_before="ordered_at",
        help=Label("Кодексте мөөнөт коюлган эмес: соттун белгилегени же бөлүмдүн жөндөөсү.",
            "Кодекс срока не устанавливает: указанный судом или принятый в отделе.",
            "The Code sets no term: the court’s, or the one of the office.")),
    Field("hearing_on", Kind.DATE,
        Label("Сот жыйынынын күнү", "Дата заседания", "Date of the hearing"), source=cpc("280(3)")),
)

STUDY = Section("study", Label("Изилдөө", "Исследование", "Study"), cpc("5(42)"))
_STUDY_FIELDS = STUDY.of(
    Field("consent", Kind.TRI,
        Label("Адам сүйлөшүүгө макул", "Согласие лица на беседу", "The person agreed to talk")),
    Field("sources", Kind.CODE,
        Label("Кимдерден суралды", "Опрошенные источники", "Sources contacted"), merge=Merge.SET,
        codes="information_source", source=cpc("5(42)")),
    Field("source_details", Kind.TEXT,
        Label("Ким, качан, эмне деди", "Кто, когда и что сообщил", "Who said what and when"),
        merge=Merge.APPEND, max_length=4_000),
    Field("housing_visited_at", Kind.TIMESTAMP,
        Label("Үйүнө барган убакыт", "Посещение жилья", "Housing visited at"), unit="housing_visit",
        not_future=True, source=cpc("5(42)")),
    Field("housing", Kind.RICH,
        Label("Турмуш-тиричилик шарттары", "Социально-бытовые условия", "Living conditions"),
        unit="housing_visit", max_length=20_000, source=cpc("5(42)")),
    Field("personality", Kind.RICH,
        Label("Инсандын социалдык-психологиялык портрети", "Социально-психологический портрет",
            "Social and psychological portrait"), max_length=50_000,
        sensitivity=Sensitivity.SPECIAL_CATEGORY, assertion=Assertion.ASSESSMENT, source=cpc("5(42)")),
    Field("circumstances", Kind.RICH,
        Label("Кылмышка түрткөн жагдайлар", "Обстоятельства, способствовавшие преступлению",
            "Circumstances that helped the crime"), max_length=20_000,
        assertion=Assertion.ASSESSMENT, source=cpc("5(42)")),
    Field("caring_duties", Kind.RICH,
        Label("Баккан адамдары, башынан өткөргөн зомбулугу", "Уход за другими, пережитое насилие",
            "Caring duties and violence suffered"), max_length=10_000,
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=Source("Bangkok Rules", "57–62")),
    Field("assessment", Kind.REF,
        Label("Тобокелдикти баалоо", "Оценка рисков и потребностей", "Risk and needs assessment"),
        target="risk_assessment"),
    Field("risk_level", Kind.CODE,
        Label("Тобокелдик деңгээли", "Уровень риска", "Risk level"), codes="risk_level",
        assertion=Assertion.ASSESSMENT),
)

CONCLUSION = Section("conclusion", Label("Корутунду", "Заключение", "Conclusion"), cpc("5(42)"))
_CONCLUSION_FIELDS = CONCLUSION.of(
    Field("conclusion", Kind.RICH, Label("Корутунду", "Вывод", "Conclusion"), max_length=20_000,
        searchable=True, assertion=Assertion.ASSESSMENT, source=cpc("5(42)")),
    Field("recommended_obligations", Kind.CODE,
        Label("Сунушталган милдеттер", "Рекомендуемые обязанности", "Recommended obligations"),
        merge=Merge.SET, codes="probation_obligation", assertion=Assertion.ASSESSMENT, source=cc("83(2)")),
    Field("person_comment", Kind.RICH,
        Label("Адамдын доклад боюнча пикири", "Мнение лица о докладе", "The person’s comment on the report"),
        max_length=10_000, source=Source("European Probation Rules", "45"), stays_open=True),
    Field("shown_to_person_at", Kind.TIMESTAMP,
        Label("Адам доклад менен таанышты", "Лицо ознакомлено с докладом", "Shown to the person at"),
        not_future=True, stays_open=True),
    Field("not_possible_reason", Kind.TEXT,
        Label("Доклад даярдалбагандын себеби", "Почему доклад не подготовлен", "Why no report could be made"),
        max_length=2_000),
)

COURT = Section("court", Label("Сотто", "В суде", "In court"), cpc("339(2), 346(4)"))
_COURT_FIELDS = COURT.of(
    Field("delivered_at", Kind.TIMESTAMP,
        Label("Сотко тапшырылды", "Передан суду", "Delivered to the court at"), not_future=True,
        not_before="ordered_at", stays_open=True),
    Field("read_at", Kind.TIMESTAMP,
        Label("Жыйында окулду", "Оглашён в заседании", "Read out in session at"), not_future=True,
        not_before="delivered_at", source=cpc("339(2)"), stays_open=True),
    Field("court_followed", Kind.TRI,
        Label("Сот сунушка кошулду", "Суд согласился с выводом", "The court followed it"),
        source=cpc("346(4)"), stays_open=True),
)

PROBATION_REPORT = RecordType(
    "probation_report",
    1,
    Label("Пробациялык доклад", "Пробационный доклад", "Probation report"),
    Archetype.ORDER,
    (*_ORDER_FIELDS, *_STUDY_FIELDS, *_CONCLUSION_FIELDS, *_COURT_FIELDS, *paper("probation_report")),
    roles=("probation_officer", "court_clerk", "clerk", "head"),
    sentence=Label(
        "{person}: пробациялык доклад[, тапшырылды {ordered_at}][, сотко берилди {delivered_at}]",
        "{person}: пробационный доклад[, поручен {ordered_at}][, передан суду {delivered_at}]",
        "{person}: probation report[, ordered {ordered_at}][, delivered {delivered_at}]",
    ),
    sections=(ORDER, STUDY, CONCLUSION, COURT, PAPER),
    columns=("person", "ordered_at", "order_kind", "due_at", "hearing_on", "risk_level", "delivered_at",
        "read_at", "court_followed"),
    moment="ordered_at",
    source=cpc("5(42), 280(4)"),
    steps=("P58", "P70"),
    signing=Signing("2026-1", by=("probation_officer",), countersigned_by=(("head", "approval"),)),
    purpose="execution_of_sentences",
)

TYPES = (PROBATION_REPORT,)
