"""An incident with personal data: what happened, whom it may harm, and who was told when (Digital Code 87)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Label, Merge, RecordType, Section, Source
from icjims_core.law.references import dc

# Fields read as the lines of a table.
# fmt: off
INCIDENT = Section("incident", Label("Окуя", "Инцидент", "Incident"), dc("87(5), 87(7)"))
_INCIDENT_FIELDS = INCIDENT.of(
    Field("description", Kind.RICH,
        Label("Эмне болду: маалыматтын түрлөрү жана адамдардын болжолдуу саны",
            "Что произошло: категории данных и примерное число лиц",
            "What happened: categories of data and number of persons"), required=True,
        max_length=20_000, source=dc("87(7)(1)")),
    Field("discovered_at", Kind.TIMESTAMP, Label("Аныкталган убакыт", "Обнаружен", "Discovered at"),
        required=True, not_future=True, source=dc("87(5)")),
    Field("happened_at", Kind.TIMESTAMP, Label("Болгон убакыт", "Произошёл", "Happened at"),
        not_future=True),
    Field("found_by_processor", Kind.TRI,
        Label("Иштетүүчү аныктады", "Обнаружен обработчиком", "Found by a processor"),
        source=dc("87(6)")),
    Field("device_encrypted", Kind.TRI,
        Label("Жоголгон түзүлүш шифрленген", "Утраченное устройство зашифровано",
            "The lost device is encrypted"), source=Source("Directive (EU) 2016/680", "31")),
    Field("no_harm", Kind.TRI,
        Label("Адамдардын укуктары бузулган жок", "Права и свободы лиц не нарушены",
            "No rights of persons were harmed"), source=dc("87(5)")),
    Field("consequences", Kind.RICH, Label("Кесепеттери", "Последствия", "Consequences"),
        max_length=10_000, required_when=Equals("no_harm", "no"), source=dc("87(7)(3)")),
    Field("measures", Kind.RICH, Label("Көрүлгөн чаралар", "Принятые меры", "Measures taken"),
        max_length=10_000, source=dc("87(7)(4)")),
)

NOTICE = Section("notice", Label("Билдирүүлөр", "Уведомления", "Notices"), dc("87(5), 87(6)"))
_NOTICE_FIELDS = NOTICE.of(
    Field("controller_told_at", Kind.TIMESTAMP,
        Label("Жазуулардын ээсине билдирилди", "Владелец записей уведомлён", "Controller told at"),
        not_future=True, source=dc("87(6)")),
    Field("regulator_told_at", Kind.TIMESTAMP,
        Label("Жөнгө салуучуга билдирилди", "Отраслевой регулятор уведомлён", "Regulator told at"),
        not_future=True, source=dc("87(5)")),
    Field("delay_reason", Kind.TEXT,
        Label("Кечигүүнүн себеби", "Причина задержки уведомления", "Reason of the delay"),
        max_length=2_000, source=dc("87(5)")),
    Field("persons_told_at", Kind.TIMESTAMP,
        Label("Адамдарга билдирилди", "Субъекты данных уведомлены", "Persons told at"),
        not_future=True, source=Source("Directive (EU) 2016/680", "31")),
    Field("contact", Kind.TEXT,
        Label("Жооптуу адамдын байланышы", "Контакты ответственного лица", "Contact of the person in charge"),
        max_length=300, source=dc("87(7)(2)")),
    Field("notes", Kind.TEXT, Label("Жаңы маалыматтар", "Новые сведения", "What became known later"),
        merge=Merge.APPEND, max_length=4_000, source=dc("87(8)")),
)

DATA_INCIDENT = RecordType(
    "data_incident",
    1,
    Label("Жеке маалымат менен окуя", "Инцидент с персональными данными", "Incident with personal data"),
    Archetype.EVENT,
    (*_INCIDENT_FIELDS, *_NOTICE_FIELDS),
    roles=("security_officer", "head"),
    sentence=Label(
        "Маалымат окуясы {discovered_at}[, жөнгө салуучуга {regulator_told_at}]",
        "Инцидент с данными {discovered_at}[, регулятор уведомлён {regulator_told_at}]",
        "Data incident {discovered_at}[, regulator told {regulator_told_at}]",
    ),
    sections=(INCIDENT, NOTICE),
    columns=("discovered_at", "found_by_processor", "no_harm", "regulator_told_at"),
    moment="discovered_at",
    in_case=False,
    source=dc("87"),
    purpose="data_rights",
)

TYPES = (DATA_INCIDENT,)
