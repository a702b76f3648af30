"""Community work ordered for an offence and executed by probation: appearance, weekly reporting, hours (P82)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Field,
    Filled,
    Kind,
    Label,
    Latest,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Source,
)

# Fields read as the lines of a table.
# fmt: off
# The Code of Offences of 28.10.2021 № 128; these articles were not read here.
_OFFENCES = Source("CoO", "561, 562")

BASIS = Section("basis_part", Label("Негизи", "Основание", "Basis"), _OFFENCES)
_BASIS_FIELDS = BASIS.of(
    Field("offender", Kind.TEXT,
        Label("Укук бузуучу", "Правонарушитель (фамилия, имя, отчество)", "Offender"), required=True,
        unit="who", max_length=300, searchable=True),
    Field("birth_date", Kind.DATE, Label("Туулган күнү", "Дата рождения", "Date of birth"), unit="who",
        not_future=True),
    Field("pin", Kind.PIN, Label("ЖИН", "ПИН", "PIN"), unit="who", searchable=True),
    Field("sex", Kind.CODE, Label("Жынысы", "Пол", "Sex"), codes="sex"),
    Field("person", Kind.REF, Label("Адамдын карточкасы", "Карточка лица", "Person’s record"),
        target="person"),
    Field("residence", Kind.TEXT, Label("Жашаган дареги", "Место жительства", "Place of residence"),
        max_length=500, sensitivity=Sensitivity.CONTACT),
    Field("offence_article", Kind.TEXT,
        Label("Укук бузуулар кодексинин беренеси", "Статья Кодекса о правонарушениях",
            "Article of the Code of Offences"), max_length=40),
    Field("court", Kind.TEXT, Label("Сот же орган", "Суд или орган", "Court or body"), unit="ruling",
        max_length=200),
    Field("order_number", Kind.TEXT,
        Label("Токтомдун номери", "Номер постановления", "Number of the order"), unit="ruling",
        max_length=60, searchable=True),
    Field("decided_at", Kind.TIMESTAMP, Label("Токтомдун убактысы", "Дата постановления", "Ordered at"),
        unit="ruling", not_future=True),
    Field("hours_total", Kind.INT, Label("Дайындалган сааттар", "Назначено часов", "Hours set"),
        minimum=1, maximum=200, source=_OFFENCES),
    Field("papers_received_at", Kind.TIMESTAMP,
        Label("Токтом пробацияга келди", "Постановление получено", "Order received at"),
        not_future=True, source=_OFFENCES),
)

WORK = Section("work", Label("Аткаруу", "Исполнение", "Execution"), _OFFENCES)
_WORK_FIELDS = WORK.of(
    Field("appeared_at", Kind.TIMESTAMP,
        Label("Пробация органына келди", "Явился(ась) в орган пробации", "Appeared at"),
        not_future=True, source=_OFFENCES),
    Field("execution_from", Kind.TIMESTAMP,
        Label("Аткаруу башталды", "Исполнение начато", "Execution begun at"), not_future=True,
        not_before="papers_received_at", source=_OFFENCES),
    Field("site", Kind.TEXT, Label("Жумуш объектиси", "Объект работ", "Site of the work"),
        max_length=300),
    Field("reports", Kind.STATEMENT,
        Label("Жума сайын каттоого келгени", "Еженедельные явки", "Weekly reporting"),
        merge=Merge.APPEND, source=_OFFENCES),
    Field("last_report_at", Kind.TIMESTAMP,
        Label("Акыркы келгени", "Последняя явка", "Last reported at"), derived=Latest("reports")),
    Field("work_log", Kind.TEXT,
        Label("Иштелген убакыт: күнү жана сааты", "Отработанное время: дата и часы",
            "Time worked: date and hours"), merge=Merge.APPEND, max_length=200,
        pattern=r"20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{1,2}( .*)?",
        help=Label("Мисалы: 2026-03-14 4", "Например: 2026-03-14 4", "For example: 2026-03-14 4"),
        source=_OFFENCES),
    Field("hours_done", Kind.INT,
        Label("Бардыгы иштелген сааттар", "Всего отработано часов", "Hours worked in all"), minimum=0,
        maximum=200),
)

BREACHES = Section("breaches", Label("Бузуулар жана аякташы", "Нарушения и окончание", "Breaches and end"),
    _OFFENCES)
_BREACHES_FIELDS = BREACHES.of(
    Field("breach_kinds", Kind.CODE, Label("Бузуулар", "Нарушения", "Breaches"), merge=Merge.SET,
        codes="administrative_breach", source=_OFFENCES),
    Field("breach_text", Kind.RICH,
        Label("Бузуунун жагдайы жана түшүндүрмө", "Обстоятельства и объяснение", "Circumstances and explanation"),
        max_length=5_000),
    Field("representation_at", Kind.TIMESTAMP,
        Label("Сотко сунуштама жөнөтүлдү", "Представление направлено в суд", "Representation sent at"),
        unit="representation_made", not_future=True),
    Field("court_answer", Kind.CODE, Label("Соттун жообу", "Ответ суда", "Answer of the court"),
        unit="representation_made", codes="court_answer"),
    Field("ended_on", Kind.DATE, Label("Аяктаган күнү", "Дата окончания", "Ended on"), unit="end",
        not_future=True),
    Field("end_reason", Kind.CODE, Label("Кантип аяктады", "Чем окончилось", "How it ended"),
        unit="end", codes="work_end", required_when=Filled("ended_on")),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

ADMINISTRATIVE_WORK = RecordType(
    "administrative_work",
    1,
    Label("Укук бузуу үчүн коомдук жумуштар", "Общественные работы за правонарушение",
        "Community work for an offence"),
    Archetype.DOSSIER,
    (*_BASIS_FIELDS, *_WORK_FIELDS, *_BREACHES_FIELDS),
    roles=("probation_officer", "clerk", "head"),
    sentence=Label(
        "{offender}: укук бузуу үчүн коомдук жумуштар[, {hours_total} саат][; иштелди: {hours_done}][; {end_reason}]",
        "{offender}: общественные работы за правонарушение[, часов: {hours_total}][; отработано: {hours_done}]"
        "[; {end_reason}]",
        "{offender}: community work for an offence[, hours: {hours_total}][; worked: {hours_done}][; {end_reason}]",
    ),
    sections=(BASIS, WORK, BREACHES),
    columns=("offender", "pin", "order_number", "papers_received_at", "appeared_at", "hours_total", "hours_done",
        "ended_on", "end_reason"),
    moment="papers_received_at",
    in_case=False,
    source=_OFFENCES,
    steps=("P82",),
    purpose="execution_of_sentences",
)

TYPES = (ADMINISTRATIVE_WORK,)
