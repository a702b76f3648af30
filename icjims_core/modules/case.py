"""The criminal case: report, entry in the Register, qualification, initiation (P01, P02, P07)."""

from __future__ import annotations

from icjims_core.law import cpc
from icjims_core.schema import (
    Archetype,
    Equals,
    Field,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
)

# Fields read as the lines of a table.
# fmt: off

RECEIPT = Section("receipt",
    Label("Билдирүүнү кабыл алуу", "Приём сообщения", "Receipt of the report"), cpc("147–151"))
_RECEIPT_FIELDS = RECEIPT.of(
    Field("received_at", Kind.TIMESTAMP,
        Label("Кабыл алынган убактысы", "Время приёма сообщения", "Received at"), not_future=True,
        source=cpc("147(1)")),
    Field("channel", Kind.CODE,
        Label("Кандай жол менен келди", "Способ поступления", "How it came"),
        codes="report_channel", source=cpc("148")),
    Field("applicant", Kind.REF, Label("Арыз ээси", "Заявитель", "Applicant"), target="person",
        source=cpc("149(2)")),
    Field("applicant_organisation", Kind.TEXT,
        Label("Билдирген уюм", "Организация-заявитель", "Reporting organisation"), max_length=300,
        searchable=True, source=cpc("150")),
    Field("false_report_warned", Kind.TRI,
        Label("Жалган билдирүү үчүн жоопкерчилик эскертилди",
            "Предупреждён об ответственности за ложное сообщение",
            "Warned of liability for a false report"),
        source=cpc("149(3)")),
    Field("journal_number", Kind.TEXT,
        Label("МКЖ боюнча номери", "Номер по ЖУИ", "Journal entry number"), unit="journal",
        max_length=40, searchable=True),
    Field("journal_date", Kind.DATE,
        Label("МКЖ боюнча күнү", "Дата записи в ЖУИ", "Journal entry date"), unit="journal",
        not_future=True),
    Field("talon_number", Kind.TEXT,
        Label("Каттоо документинин номери", "Номер документа о регистрации",
            "Number of the registration document"),
        unit="talon", max_length=40, source=cpc("147(1)")),
    Field("talon_given_at", Kind.TIMESTAMP,
        Label("Каттоо документи берилген убакыт", "Документ о регистрации выдан",
            "Registration document handed at"),
        unit="talon", not_future=True, not_before="received_at", source=cpc("147(1)")),
)

REGISTRATION = Section("registration",
    Label("Реестрге каттоо", "Регистрация в Реестре", "Entry in the Register"), cpc("145–146"))
_REGISTRATION_FIELDS = REGISTRATION.of(
    Field("provisional_number", Kind.TEXT,
        Label("Убактылуу номери", "Временный номер", "Provisional number"), max_length=40,
        searchable=True,
        help=Label("Реестр номер бергенге чейин ушул компьютерде гана колдонулат.",
            "Служит только до присвоения номера Реестром.",
            "Serves only until the Register gives its number.")),
    Field("register_number", Kind.TEXT, Label("КБР номери", "Номер ЕРП", "Register number"),
        unit="registration", max_length=40, searchable=True,
        help=Label("Номерди Реестр өзү берет: кагаздан көчүрүлөт, программа ойлоп таппайт.",
            "Номер присваивает сам Реестр: переписывается с бумаги, программа его не создаёт.",
            "The Register itself gives the number: copied from paper, never made by the program."),
        source=cpc("146(2)")),
    Field("registered_at", Kind.TIMESTAMP,
        Label("Реестрге киргизилген убакыт", "Внесено в Реестр", "Entered in the Register at"),
        unit="registration", not_future=True, source=cpc("146(2)")),
    Field("body", Kind.CODE, Label("Каттаган орган", "Орган регистрации", "Registering body"),
        codes="office"),
)

EVENT = Section("event", Label("Окуя", "Событие", "Event"))
_EVENT_FIELDS = EVENT.of(
    Field("summary", Kind.RICH,
        Label("Окуянын кыскача баяны", "Краткая фабула", "Summary of the event"), required=True,
        max_length=50_000, searchable=True),
    Field("event_from", Kind.TIMESTAMP, Label("Окуянын башталышы", "Начало события", "Event began"),
        unit="event_time", not_future=True),
    Field("event_to", Kind.TIMESTAMP, Label("Окуянын аяктасы", "Окончание события", "Event ended"),
        unit="event_time", not_future=True, not_before="event_from"),
    Field("region", Kind.CODE,
        Label("Окуя болгон аймак", "Территория события", "Region of the event"), codes="region"),
    Field("place", Kind.TEXT, Label("Окуя болгон жер", "Место события", "Place of the event"),
        max_length=500, searchable=True),
    Field("place_geo", Kind.GEO, Label("Картадагы чекит", "Точка на карте", "Point on the map")),
    Field("family_violence", Kind.TRI,
        Label("Үй-бүлөлүк зомбулук", "Семейное насилие", "Family violence")),
    Field("marks", Kind.CODE, Label("Өзгөчө белгилер", "Особые отметки", "Marks"), merge=Merge.SET,
        codes="case_mark"),
    Field("damage", Kind.MONEY, Label("Келтирилген зыян", "Причинённый ущерб", "Damage caused"),
        minimum=0),
)

QUALIFICATION = Section("qualification",
    Label("Кылмыштын квалификациясы", "Квалификация", "Qualification"))
_QUALIFICATION_FIELDS = QUALIFICATION.of(
    Field("article", Kind.CODE,
        Label("Кылмыш-жаза кодексинин беренеси", "Статья УК", "Article of the Criminal Code"),
        unit="qualification", codes="criminal_code_article",
        required_when=Equals("initiation_decision", "initiated"), source=cpc("156(2)")),
    Field("part", Kind.TEXT, Label("Бөлүгү", "Часть", "Part"), unit="qualification", max_length=4,
        pattern=r"[1-9](-[1-9])?"),
    Field("point", Kind.TEXT, Label("Пункту", "Пункт", "Point"), unit="qualification",
        max_length=20),
    Field("further_articles", Kind.CODE,
        Label("Кошумча беренелер", "Дополнительные статьи", "Further articles"), merge=Merge.SET,
        codes="criminal_code_article"),
    Field("completion", Kind.CODE,
        Label("Кылмыштын баскычы", "Стадия преступления", "Stage of the crime"),
        codes="completion"),
)

INITIATION = Section("initiation", Label("Иш козгоо", "Возбуждение дела", "Initiation"),
    cpc("153–156"))
_INITIATION_FIELDS = INITIATION.of(
    Field("initiation_decision", Kind.CODE,
        Label("Текшерүүнүн жыйынтыгы", "Решение по проверке", "Decision after the check"),
        unit="initiation", codes="initiation_decision", source=cpc("153(2)")),
    Field("initiated_at", Kind.TIMESTAMP, Label("Чечимдин убактысы", "Время решения", "Decided at"),
        unit="initiation", not_future=True, not_before="received_at",
        required_when=Equals("initiation_decision", "initiated"), source=cpc("156(2)")),
    Field("initiated_by", Kind.TEXT,
        Label("Чечимди ким чыгарды", "Кем вынесено решение", "Decided by"), unit="initiation",
        max_length=200, source=cpc("156(2)")),
    Field("prosecution_kind", Kind.CODE,
        Label("Айыптоонун түрү", "Вид обвинения", "Kind of prosecution"), codes="prosecution_kind",
        source=cpc("24")),
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP,
        Label("Токтомдун көчүрмөсү прокурорго жөнөтүлдү",
            "Копия постановления направлена прокурору",
            "Copy of the order sent to the prosecutor at"),
        not_future=True, not_before="initiated_at", source=cpc("155(3), 156(3)")),
)

PROGRESS = Section("progress", Label("Иштин жүрүшү", "Движение дела", "Progress"))
_PROGRESS_FIELDS = PROGRESS.of(
    Field("stage", Kind.CODE, Label("Иштин абалы", "Стадия дела", "Stage of the case"),
        codes="case_stage"),
    Field("responsible", Kind.TEXT,
        Label("Иш кимдин өндүрүшүндө", "В чьём производстве", "Officer in charge"),
        unit="in_charge", max_length=200, searchable=True),
    Field("responsible_since", Kind.DATE,
        Label("Өндүрүшкө алган күнү", "Принято к производству", "In charge since"),
        unit="in_charge", not_future=True),
    Field("language", Kind.CODE,
        Label("Өндүрүштүн тили", "Язык производства", "Language of the proceedings"),
        codes="proceedings_language"),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000, searchable=True),
)

CASE = RecordType(
    "case",
    1,
    Label("Кылмыш иши", "Уголовное дело", "Criminal case"),
    Archetype.DOSSIER,
    (
        *_RECEIPT_FIELDS,
        *_REGISTRATION_FIELDS,
        *_EVENT_FIELDS,
        *_QUALIFICATION_FIELDS,
        *_INITIATION_FIELDS,
        *_PROGRESS_FIELDS,
    ),
    roles=("duty_officer", "inquiry_officer", "investigator", "prosecutor", "clerk", "head"),
    sentence=Label(
        "Иш[ {register_number}][ (убактылуу {provisional_number})]"
        "[, {article#}-берене — {article}]: {summary}",
        "Дело[ {register_number}][ (временный {provisional_number})]"
        "[, ст. {article#} — {article}]: {summary}",
        "Case[ {register_number}][ (provisional {provisional_number})]"
        "[, art. {article#} — {article}]: {summary}",
    ),
    sections=(RECEIPT, REGISTRATION, EVENT, QUALIFICATION, INITIATION, PROGRESS),
    columns=("register_number", "provisional_number", "received_at", "registered_at", "article",
        "part", "stage", "responsible", "body", "region", "initiated_at", "family_violence"),
    moment="received_at",
    heads_case=True,
    source=cpc("145, 146, 156"),
    steps=("P01", "P02", "P07"),
)

TYPES = (CASE,)
