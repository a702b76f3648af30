"""Community work as a punishment: hours, site, daily limit, sum of hours, end (P73)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Equals,
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
BASIS = Section("basis_part", Label("Негизи", "Основание", "Basis"), cc("61"))
_BASIS_FIELDS = BASIS.of(
    Field("person", Kind.REF, Label("Соттолгон адам", "Осуждённый", "Convicted person"),
        required=True, target="person"),
    Field("supervision", Kind.REF,
        Label("Пробациядагы каттоосу", "Учёт в органе пробации", "Registration with probation"),
        target="supervision"),
    Field("papers_received_at", Kind.TIMESTAMP,
        Label("Соттун документтери келди", "Документы суда получены", "Court papers received at"),
        not_future=True, source=pec("44(2)")),
    Field("execution_from", Kind.TIMESTAMP,
        Label("Аткарууга киргизилди", "Обращено к исполнению", "Execution begun at"),
        not_future=True, not_before="papers_received_at", source=pec("44(2)")),
    Field("appeared_at", Kind.TIMESTAMP,
        Label("Пробация органына келди", "Явился(ась) в орган пробации", "Appeared at"),
        not_future=True, source=pec("44(3)")),
    Field("explained_at", Kind.TIMESTAMP,
        Label("Тартиби түшүндүрүлдү", "Порядок разъяснён", "Rules explained at"), not_future=True,
        source=pec("44(4)(2)")),
)

WORK = Section("work", Label("Жумуш", "Работа", "Work"), pec("44–46"))
_WORK_FIELDS = WORK.of(
    Field("hours_total", Kind.INT,
        Label("Дайындалган сааттар", "Назначено часов", "Hours set"), minimum=40, maximum=300,
        source=cc("61(2)")),
    Field("regime", Kind.CODE, Label("Күндүк чеги", "Режим работы", "Daily limit"), unit="work_limit",
        codes="work_regime", source=pec("46(2), 46(3)")),
    Field("daily_limit", Kind.INT,
        Label("Күнүнө канча сааттан ашпайт", "Не более часов в день", "Hours a day at most"),
        unit="work_limit", minimum=1, maximum=8, source=cc("61(2)")),
    Field("longer_day_consent", Kind.TRI,
        Label("Узартылган күнгө макулдугу", "Согласие на увеличенный день", "Consent to the longer day"),
        required_when=Equals("regime", "unemployed"), source=pec("46(3)")),
    Field("reduced_reason", Kind.TEXT,
        Label("Жумасына он сааттан аз болгонунун себеби", "Причина менее десяти часов в неделю",
            "Why less than ten hours a week"), max_length=1_000,
        required_when=Equals("regime", "reduced"), source=pec("46(2)")),
    Field("site", Kind.TEXT, Label("Жумуш объектиси", "Объект работ", "Site of the work"),
        unit="work_site", max_length=300, searchable=True, source=pec("44(1)")),
    Field("site_agreed_at", Kind.DATE,
        Label("Объект жергиликтүү өз алдынча башкаруу менен макулдашылды",
            "Объект согласован с местным самоуправлением", "Site agreed with local self-government on"),
        unit="work_site", not_future=True, source=pec("44(1), 44(4)(3)")),
    Field("site_document", Kind.TEXT,
        Label("Макулдашуу документи", "Документ о согласовании", "Paper of the agreement"),
        unit="work_site", max_length=300),
    Field("work_kind", Kind.TEXT, Label("Жумуштун түрү", "Вид работы", "Kind of work"),
        max_length=300, source=cc("61(1)")),
    Field("site_officer", Kind.TEXT,
        Label("Жумушту көзөмөлдөгөн адам", "Ответственный на объекте", "Who oversees the work"),
        max_length=200, source=pec("47(1)(2)")),
    Field("sent_at", Kind.TIMESTAMP,
        Label("Жумушка жөнөтүлдү", "Направлен(а) на объект", "Sent to the site at"), not_future=True),
    Field("first_day", Kind.DATE,
        Label("Жумушка чыккан күнү", "Первый рабочий день", "First working day"), not_future=True),
    Field("hours_done", Kind.INT,
        Label("Бардыгы иштелген сааттар", "Всего отработано часов", "Hours worked in all"),
        minimum=0, maximum=300, source=pec("44(4)(5), 46(1)")),
    Field("injury", Kind.TEXT,
        Label("Жумушта жаракат алды", "Увечье при работах", "Injury at work"), max_length=2_000,
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=pec("47(2)")),
)

END = Section("end_part", Label("Аякташы", "Окончание", "End"), pec("48"))
_END_FIELDS = END.of(
    Field("bar_to_work", Kind.TRI,
        Label("I же II топтогу майыптык же кош бойлуулук", "Инвалидность I, II группы или беременность",
            "Disability of group I or II, or pregnancy"),
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=pec("45(4)")),
    Field("ended_on", Kind.DATE, Label("Аяктаган күнү", "Дата окончания", "Ended on"), unit="end",
        not_future=True),
    Field("end_reason", Kind.CODE, Label("Кантип аяктады", "Чем окончилось", "How it ended"),
        unit="end", codes="work_end", required_when=Filled("ended_on")),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

COMMUNITY_WORK = RecordType(
    "community_work",
    1,
    Label("Коомдук жумуштар", "Общественные работы", "Community work"),
    Archetype.DOSSIER,
    (*_BASIS_FIELDS, *_WORK_FIELDS, *_END_FIELDS),
    roles=("probation_officer", "clerk", "head"),
    sentence=Label(
        "{person}: коомдук жумуштар[, {hours_total} саат][, {site}][; иштелди: {hours_done}][; {end_reason}]",
        "{person}: общественные работы[, часов: {hours_total}][, {site}][; отработано: {hours_done}][; {end_reason}]",
        "{person}: community work[, hours: {hours_total}][, {site}][; worked: {hours_done}][; {end_reason}]",
    ),
    sections=(BASIS, WORK, END),
    columns=("person", "supervision", "papers_received_at", "appeared_at", "hours_total", "hours_done", "site",
        "regime", "ended_on", "end_reason"),
    moment="execution_from",
    source=cc("61"),
    steps=("P73",),
    purpose="execution_of_sentences",
)

TYPES = (COMMUNITY_WORK,)
