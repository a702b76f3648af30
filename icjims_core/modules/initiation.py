"""Initiation of a criminal case: occasion, ground, qualification, victims and evidence (P07)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Assertion,
    Equals,
    Field,
    Gravity,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off

DECISION = Section("decision", Label("Иш козгоо токтому", "Постановление о возбуждении", "Order of initiation"),
    cpc("155, 156"))
_DECISION_FIELDS = DECISION.of(
    Field("decided_at", Kind.TIMESTAMP, Label("Токтом чыгарылган убакыт", "Время вынесения постановления",
        "Order made at"), required=True, not_future=True, source=cpc("156(2)")),
    Field("occasion", Kind.CODE, Label("Иш козгоонун шылтоосу", "Повод к возбуждению", "Occasion"), required=True,
        codes="initiation_occasion", source=cpc("148(1), 156(2)")),
    Field("ground", Kind.RICH, Label("Иш козгоонун негизи", "Основание к возбуждению", "Ground"), max_length=20_000,
        assertion=Assertion.ASSESSMENT, source=cpc("148(2), 156(2)")),
    Field("formed_by_register", Kind.TRI, Label("Токтом Реестрде түзүлдү", "Постановление сформировано Реестром",
        "Order formed by the Register"), source=cpc("156(1), 161(2)")),
)

QUALIFICATION = Section("qualification", Label("Квалификациясы", "Квалификация", "Qualification"), cpc("156(2)"))
_QUALIFICATION_FIELDS = QUALIFICATION.of(
    Field("article", Kind.CODE, Label("Кылмыш-жаза кодексинин беренеси", "Статья УК", "Article of the Criminal Code"),
        required=True, unit="qualified", codes="criminal_code_article", source=cpc("156(2)")),
    Field("part", Kind.TEXT, Label("Бөлүгү", "Часть", "Part"), unit="qualified", max_length=4,
        pattern=r"[1-9](-[1-9])?"),
    Field("point", Kind.TEXT, Label("Пункту", "Пункт", "Point"), unit="qualified", max_length=20),
    Field("further_articles", Kind.CODE, Label("Кошумча беренелер", "Дополнительные статьи", "Further articles"),
        merge=Merge.SET, codes="criminal_code_article"),
    Field("gravity", Kind.CODE, Label("Кылмыштын оордугу", "Тяжесть преступления", "Gravity of the crime"),
        codes="gravity", derived=Gravity("article", "part")),
    Field("prosecution_kind", Kind.CODE, Label("Айыптоонун түрү", "Вид обвинения", "Kind of prosecution"),
        unit="prosecution", codes="prosecution_kind", source=cpc("24")),
    Field("victim_statement", Kind.TRI, Label("Жабырлануучунун арызы бар", "Имеется заявление потерпевшего",
        "Statement of the victim is there"), unit="prosecution",
        required_when=Equals("prosecution_kind", "private_public"), source=cpc("24(2), 155(1)")),
    Field("statement_exception", Kind.CODE, Label("Арызсыз козгоонун негизи",
        "Основание возбуждения без заявления потерпевшего", "Ground to act without a statement"), unit="prosecution",
        codes="statement_exception",
        required_when=AllOf((Equals("prosecution_kind", "private_public"),
            OneOf("victim_statement", ("no", "not_asked")))),
        source=cpc("24(3), 155(2)")),
)

PERSONS = Section("persons", Label("Адамдар жана далилдер", "Лица и доказательства", "Persons and evidence"))
_PERSONS_FIELDS = PERSONS.of(
    Field("victims", Kind.REF, Label("Жабырлануучулар", "Потерпевшие", "Victims"), merge=Merge.SET, target="person"),
    Field("persons", Kind.REF, Label("Кимдерге карата козголду", "В отношении кого возбуждено",
        "Persons against whom it is initiated"), merge=Merge.SET, target="person", source=cpc("43(1)(2)")),
    Field("evidence", Kind.RICH, Label("Далилдер жана материалдар", "Доказательства и материалы",
        "Evidence and material"), max_length=20_000),
)

COURSE = Section("course", Label("Иштин андан аркы жүрүшү", "Дальнейшее движение дела", "Further course"),
    cpc("156(2), 157"))
_COURSE_FIELDS = COURSE.of(
    Field("course", Kind.CODE, Label("Андан аркы жүрүшү", "Дальнейшее движение", "What happens next"),
        unit="next_course", codes="initiation_course", source=cpc("157(1)")),
    Field("taken_by", Kind.TEXT, Label("Ишти ким кабыл алат", "Кто принимает дело", "Who takes the case"),
        unit="next_course", max_length=200, required_when=OneOf("course", ("taken", "to_investigator")),
        searchable=True, source=cpc("157(1)")),
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, Label("Көчүрмөсү прокурорго жөнөтүлдү",
        "Копия постановления направлена прокурору", "Copy sent to the prosecutor at"), not_future=True,
        not_before="decided_at", source=cpc("155(3), 156(3), 161(2)"), stays_open=True),
    Field("applicant_notified_at", Kind.TIMESTAMP, Label("Арыз ээсине билдирилди", "Заявитель уведомлён",
        "Applicant notified at"), not_future=True, not_before="decided_at", source=cpc("153(4)"), stays_open=True),
    Field("copy_on_request_at", Kind.TIMESTAMP, Label("Арыз ээсине көчүрмө берилди", "Заявителю выдана копия",
        "Copy given to the applicant at"), not_future=True, not_before="decided_at", source=cpc("153(4)"),
        stays_open=True),
    Field("suspect_copy_at", Kind.TIMESTAMP, Label("Шектүүгө көчүрмө берилди", "Копия вручена подозреваемому",
        "Copy given to the suspect at"), not_future=True, not_before="decided_at", source=cpc("44(1)(2)"),
        stays_open=True),
)

INITIATION = RecordType(
    "initiation",
    1,
    Label("Кылмыш ишин козгоо", "Возбуждение уголовного дела", "Initiation of the case"),
    Archetype.ORDER,
    (*_DECISION_FIELDS, *_QUALIFICATION_FIELDS, *_PERSONS_FIELDS, *_COURSE_FIELDS, *header("initiation")),
    roles=("investigator", "prosecutor", "clerk", "head"),
    sentence=Label(
        "Кылмыш иши козголду: {decided_at}, {article#}-берене[, {part}-бөлүгү] — {article}[; ишти {taken_by} кабыл "
        "алат]",
        "Возбуждено уголовное дело: {decided_at}, ст. {article#}[ ч. {part}] — {article}[; принимает {taken_by}]",
        "Case initiated {decided_at}, art. {article#}[ part {part}] — {article}[; taken by {taken_by}]",
    ),
    sections=(DECISION, QUALIFICATION, PERSONS, COURSE, HEADER),
    columns=("decided_at", "occasion", "article", "part", "prosecution_kind", "course", "taken_by",
        "copy_to_prosecutor_at"),
    moment="decided_at",
    source=cpc("155, 156"),
    steps=("P07",),
    signing=Signing("2026-1", ("investigator", "prosecutor")),
)

TYPES = (INITIATION,)
