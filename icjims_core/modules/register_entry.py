"""The number that the Unified Register gave: copied from its paper or signed file by an authorised officer (P02)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Blank,
    Equals,
    Field,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
)
from icjims_core.law.references import cpc
from icjims_core.paper.numbers import REGISTER_PATTERN

# Fields read as the lines of a table.
# fmt: off
NUMBER = Section("number_part", Label("КБР номери", "Номер ЕРП", "Register number"), cpc("146(2)"))
_NUMBER_FIELDS = NUMBER.of(
    Field("register_number", Kind.TEXT, Label("КБР номери", "Номер ЕРП", "Register number"),
        unit="registration", required_when=Blank("other_number"), max_length=18, pattern=REGISTER_PATTERN,
        searchable=True,
        help=Label("Номерди Реестр өзү берет: кагаздан же файлдан көчүрүлөт. Үлгү: 08-009-2026-000412.",
            "Номер присваивает сам Реестр: его переписывают с бумаги или из файла. Образец: 08-009-2026-000412.",
            "The Register itself gives the number: copied from its paper or file. Example: 08-009-2026-000412.")),
    Field("other_number", Kind.TEXT,
        Label("Башка формадагы номер", "Номер иного вида", "Number of another form"),
        unit="registration", max_length=60, searchable=True,
        help=Label("Эски же адаттагыдай эмес номер — кагазда кандай болсо, ошондой.",
            "Старый или необычный номер — точно как в бумаге.",
            "An old or unusual number, exactly as on the paper.")),
    Field("registered_at", Kind.TIMESTAMP,
        Label("Реестрге киргизилген убакыт", "Внесено в Реестр", "Entered in the Register at"),
        required=True, unit="registration", not_future=True, source=cpc("146(2)")),
    Field("body", Kind.CODE, Label("Каттаган орган", "Орган регистрации", "Registering body"),
        codes="office"),
    Field("article", Kind.CODE,
        Label("Реестрдеги берене", "Статья в Реестре", "Article in the Register"),
        unit="qualification", codes="criminal_code_article"),
    Field("part", Kind.TEXT, Label("Реестрдеги бөлүк", "Часть в Реестре", "Part in the Register"),
        unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?"),
    Field("provisional_number", Kind.TEXT,
        Label("Алмаштырылган убактылуу номер", "Заменяемый временный номер", "Provisional number it replaces"),
        max_length=80, searchable=True),
)

ORIGIN = Section("origin", Label("Кайдан алынды", "Откуда взят", "Where it is taken from"), cpc("146(3)"))
_ORIGIN_FIELDS = ORIGIN.of(
    Field("source", Kind.CODE, Label("Булагы", "Источник", "Source"), required=True, unit="taken_from",
        codes="register_source"),
    Field("source_document", Kind.TEXT,
        Label("Булак документ: аталышы, номери, күнү", "Документ-источник: название, номер, дата",
            "Source paper: title, number, date"), unit="taken_from", max_length=300,
        required_when=Equals("source", "paper")),
    Field("paper_date", Kind.DATE, Label("Документтин күнү", "Дата документа", "Date of the paper"),
        unit="paper", not_future=True, required_when=Equals("source", "paper")),
    Field("paper_issued_by", Kind.TEXT,
        Label("Документти ким берди: орган, кызматы, аты", "Кто выдал документ: орган, должность, имя",
            "Who issued the paper: body, post, name"), unit="paper", max_length=300,
        required_when=Equals("source", "paper")),
    Field("paper_kept_at", Kind.TEXT,
        Label("Документ кайда турат: иш же наряд, том, барак", "Где лежит документ: дело или наряд, том, лист",
            "Where the paper is kept: file, volume, folio"), unit="paper", max_length=200,
        required_when=AllOf((Equals("source", "paper"), Blank("scan"))),
        help=Label("Сканы тиркелсе, бош калтырса болот.", "Можно не заполнять, если приложен скан.",
            "May stay empty where a scan is attached.")),
    Field("file_digest", Kind.TEXT,
        Label("Файлдын SHA-256 суммасы", "Контрольная сумма SHA-256 файла", "SHA-256 of the file"),
        unit="taken_from", max_length=64, pattern="[0-9a-f]{64}",
        required_when=Equals("source", "signed_file")),
    Field("scan", Kind.FILE, Label("Документтин сүрөтү", "Скан документа", "Scan of the paper"),
        merge=Merge.SET),
    Field("entered_by", Kind.TEXT,
        Label("Киргизген кызмат адамы", "Кто внёс (должность, имя)", "Entered by"), unit="entering",
        max_length=300),
    Field("authority", Kind.TEXT,
        Label("Ыйгарым укугу: буйрук, номери", "Основание полномочия: приказ, номер",
            "Authority: order and number"), unit="entering", max_length=300),
    Field("doubt", Kind.CODE, Label("Номердеги шек", "Сомнение в номере", "Doubt about the number"),
        unit="doubtful", codes="number_doubt"),
    Field("doubt_note", Kind.TEXT,
        Label("Эмне үчүн ошентсе да киргизилди", "Почему всё же внесён", "Why it is entered all the same"),
        unit="doubtful", max_length=1_000,
        required_when=OneOf("doubt", ("format", "body", "duplicate"))),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

REGISTER_ENTRY = RecordType(
    "register_entry",
    1,
    Label("Реестрдин номери", "Номер Реестра", "Number of the Register"),
    Archetype.EVENT,
    (*_NUMBER_FIELDS, *_ORIGIN_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "prosecutor"),
    sentence=Label(
        "КБР номери[ {register_number}][ {other_number}], {registered_at}; булагы: {source}[, {source_document}]",
        "Номер ЕРП[ {register_number}][ {other_number}], {registered_at}; источник: {source}[, {source_document}]",
        "Register number[ {register_number}][ {other_number}], {registered_at}; source: {source}[, {source_document}]",
    ),
    sections=(NUMBER, ORIGIN),
    columns=("register_number", "other_number", "registered_at", "body", "source", "doubt", "provisional_number"),
    moment="registered_at",
    source=cpc("146"),
    steps=("P02",),
)

TYPES = (REGISTER_ENTRY,)
