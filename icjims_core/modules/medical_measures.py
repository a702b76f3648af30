"""Compulsory medical measures: the person, the illness, order, prosecutor, court, review (P50)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.law.references import cc, cpc

# Fields read as the lines of a table.
# fmt: off
_SPECIAL = Sensitivity.SPECIAL_CATEGORY

PERSON = Section("person", Label("Адам жана жосун", "Лицо и деяние", "Person and act"), cpc("481, 482"))
_PERSON_FIELDS = PERSON.of(
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"), required=True,
        target="person"),
    Field("basis", Kind.CODE, Label("Өндүрүштүн негизи", "Основание производства", "Basis of the proceedings"),
        codes="medical_basis", source=cpc("481(1)")),
    Field("article", Kind.CODE, Label("Беренеси", "Статья", "Article"), unit="qualification",
        codes="criminal_code_article"),
    Field("part", Kind.TEXT, Label("Бөлүгү", "Часть", "Part"), unit="qualification", max_length=4,
        pattern=r"[1-9](-[1-9])?"),
    Field("deed", Kind.RICH, Label("Жосундун убактысы, жери, ыкмасы", "Время, место, способ деяния",
        "Time, place and manner of the act"), max_length=50_000, source=cpc("482(1), 482(2)")),
    Field("damage", Kind.RICH, Label("Зыяндын мүнөзү жана өлчөмү", "Характер и размер ущерба",
        "Nature and size of the damage"), max_length=10_000, source=cpc("482(3)")),
    Field("conduct", Kind.RICH, Label("Жосунга чейинки жана кийинки жүрүм-туруму",
        "Поведение до и после деяния", "Conduct before and after"), max_length=10_000, source=cpc("482(5)")),
)

ILLNESS = Section("illness", Label("Психикалык абалы", "Психическое состояние", "Mental state"), cpc("482"))
_ILLNESS_FIELDS = ILLNESS.of(
    Field("opinion_number", Kind.TEXT, Label("Психиатриялык экспертизанын номери", "Номер заключения психиатров",
        "Number of the psychiatric opinion"), unit="opinion", max_length=100),
    Field("opinion_on", Kind.DATE, Label("Корутундунун күнү", "Дата заключения", "Date of the opinion"),
        unit="opinion", not_future=True),
    Field("disorder", Kind.RICH, Label("Психикалык бузулуунун мүнөзү", "Характер расстройства",
        "Nature of the disorder"), max_length=20_000, sensitivity=_SPECIAL, source=cpc("482(4)")),
    Field("danger", Kind.RICH, Label("Өзүнө же башкаларга коркунучу", "Опасность для себя и других",
        "Danger to self or others"), max_length=10_000, sensitivity=_SPECIAL, assertion=Assertion.ASSESSMENT,
        source=cpc("481(2), 482(6)")),
    Field("may_take_part", Kind.TRI, Label("Абалы катышууга мүмкүндүк берет", "Состояние позволяет участвовать",
        "The state allows taking part"), sensitivity=_SPECIAL, source=cpc("484(1)")),
    Field("lawyer_name", Kind.TEXT, Label("Адвокат", "Адвокат", "Lawyer"), unit="defence", max_length=200,
        source=cpc("486(1)")),
    Field("lawyer_since", Kind.TIMESTAMP, Label("Адвокат качантан катышат", "Адвокат участвует с",
        "Lawyer takes part from"), unit="defence", not_future=True, source=cpc("486(1)")),
    Field("legal_representative", Kind.REF, Label("Мыйзамдуу өкүлү", "Законный представитель",
        "Legal representative"), target="person", source=cpc("485(1)")),
)

ORDER = Section("order", Label("Ишти сотко жөнөтүү", "Направление дела в суд", "Sending to court"), cpc("487"))
_ORDER_FIELDS = ORDER.of(
    Field("decided_at", Kind.TIMESTAMP, Label("Тергөөчүнүн токтому", "Постановление следователя",
        "Order of the investigator at"), not_future=True, source=cpc("487(1)")),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons"), max_length=20_000,
        assertion=Assertion.ASSESSMENT, source=cpc("487(1)")),
    Field("copies_given_at", Kind.TIMESTAMP, Label("Көчүрмөсү өкүлгө жана адвокатка тапшырылды",
        "Копия вручена представителю и адвокату", "Copy given to representative and lawyer at"), not_future=True,
        source=cpc("487(4)"), stays_open=True),
    Field("received_by_prosecutor_at", Kind.TIMESTAMP, Label("Прокурорго келип түштү", "Поступило прокурору",
        "Received by the prosecutor at"), not_future=True, source=cpc("487(3)"), stays_open=True),
    Field("prosecutor_decision", Kind.CODE, Label("Прокурордун чечими", "Решение прокурора",
        "Decision of the prosecutor"), unit="prosecutor_ruling", codes="medical_prosecutor_decision",
        source=cpc("487(3)"), stays_open=True),
    Field("prosecutor_decided_at", Kind.TIMESTAMP, Label("Прокурор чечкен убакыт", "Время решения прокурора",
        "Prosecutor decided at"), unit="prosecutor_ruling", not_future=True, source=cpc("487(3)"), stays_open=True),
    Field("prosecutor_instructions", Kind.RICH, Label("Жазуу жүзүндөгү көрсөтмөлөр", "Письменные указания",
        "Written instructions"), unit="prosecutor_ruling", max_length=10_000,
        required_when=Equals("prosecutor_decision", "returned"), source=cpc("487(3)(2)"), stays_open=True),
)

COURT = Section("court", Label("Соттун чечими", "Решение суда", "Decision of the court"), cpc("490, 491"))
_COURT_FIELDS = COURT.of(
    Field("court", Kind.TEXT, Label("Сот", "Суд", "Court"), unit="court_ruling", max_length=200, stays_open=True),
    Field("court_decision", Kind.CODE, Label("Соттун чечими", "Решение суда", "Decision of the court"),
        unit="court_ruling", codes="medical_court_decision", source=cpc("491"), stays_open=True),
    Field("court_decided_at", Kind.TIMESTAMP, Label("Сот чечкен убакыт", "Время решения суда", "Court decided at"),
        unit="court_ruling", not_future=True, source=cpc("491"), stays_open=True),
    Field("measure", Kind.CODE, Label("Медициналык чара", "Мера медицинского характера", "Medical measure"),
        unit="court_ruling", codes="medical_measure", required_when=OneOf("court_decision", ("applied", "suspended")),
        source=cc("116"), stays_open=True),
    Field("evidence_decision", Kind.RICH, Label("Буюм далилдер боюнча чечим",
        "Решение о вещественных доказательствах", "Decision on the physical evidence"), max_length=10_000,
        source=cpc("491(5), 357"), stays_open=True),
    Field("health_body_told_at", Kind.TIMESTAMP, Label("Саламаттык сактоо органына жөнөтүлдү",
        "Копия направлена в орган здравоохранения", "Copy sent to the health body at"), not_future=True,
        source=cpc("491(4)"), stays_open=True),
    Field("institution", Kind.TEXT, Label("Медициналык мекеме", "Медицинское учреждение", "Medical institution"),
        unit="placement", max_length=300, stays_open=True),
    Field("admitted_at", Kind.TIMESTAMP, Label("Мекемеге кабыл алынды", "Принят(а) в учреждение", "Admitted at"),
        unit="placement", not_future=True, stays_open=True),
    Field("review_due_on", Kind.DATE, Label("Кийинки кайра кароо", "Следующее освидетельствование", "Next review on"),
        source=cpc("492(1)"), help=Label("6 ай сайын кайра каралат.", "Пересматривается каждые 6 месяцев.",
            "Reviewed every 6 months."), stays_open=True),
    Field("reviews", Kind.TEXT, Label("Кайра кароолор", "Освидетельствования комиссией", "Reviews by the commission"),
        merge=Merge.APPEND, max_length=4_000, sensitivity=_SPECIAL, source=cc("118(2)"), stays_open=True),
    Field("ended_at", Kind.TIMESTAMP, Label("Чара токтотулду", "Применение меры прекращено", "Measure ended at"),
        unit="measure_end", not_future=True, not_before="admitted_at", source=cpc("492, 493"), stays_open=True),
    Field("end_reason", Kind.TEXT, Label("Токтотуунун себеби", "Причина прекращения", "Reason of the end"),
        unit="measure_end", max_length=500, source=cpc("492(5), 493(1)"), stays_open=True),
)

MEDICAL_MEASURES = RecordType(
    "medical_measures",
    1,
    Label("Медициналык мажбурлоо чаралары", "Принудительные меры медицинского характера",
        "Compulsory medical measures"),
    Archetype.ORDER,
    (*_PERSON_FIELDS, *_ILLNESS_FIELDS, *_ORDER_FIELDS, *_COURT_FIELDS, *order_header("medical_measures")),
    roles=("investigator", "prosecutor", "court_clerk", "judge", "clerk", "head"),
    sentence=Label(
        "{person}: медициналык чаралар боюнча өндүрүш[, токтом {decided_at}][ — {court_decision}][, {measure}]",
        "{person}: производство о мерах медицинского характера[ от {decided_at}][ — {court_decision}][, {measure}]",
        "{person}: proceedings on medical measures[ of {decided_at}][ — {court_decision}][, {measure}]",
    ),
    sections=(PERSON, ILLNESS, ORDER, COURT, HEADER),
    columns=("person", "basis", "article", "part", "decided_at", "prosecutor_decision", "court_decision",
        "court_decided_at", "measure", "review_due_on", "ended_at"),
    moment="decided_at",
    source=cpc("481–493"),
    steps=("P50",),
    signing=Signing("2026-1", ("investigator",), (("prosecutor", "prosecutor_approval"),)),
)

TYPES = (MEDICAL_MEASURES,)
