"""A person's role in a case: status, defence, rights, harm and needs (P12–P17)."""

from __future__ import annotations

from icjims_core.law import cpc
from icjims_core.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
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
_SPECIAL = Sensitivity.SPECIAL_CATEGORY

ROLE = Section("role", Label("Иштеги орду", "Положение в деле", "Role in the case"))
_ROLE_FIELDS = ROLE.of(
    Field("person", Kind.REF, Label("Адам", "Лицо", "Person"), required=True, target="person"),
    Field("role", Kind.CODE, Label("Процесстик абалы", "Процессуальное положение", "Status"),
        required=True, unit="status", codes="participant_role", source=cpc("40, 43, 45")),
    Field("status_from", Kind.TIMESTAMP,
        Label("Бул абал качантан", "В этом статусе с", "In this status from"), unit="status",
        not_future=True),
    Field("status_basis", Kind.CODE, Label("Негизи", "Основание статуса", "Ground of the status"),
        unit="status", codes="status_basis", source=cpc("40(2), 43(1), 45(1)")),
    Field("status_until", Kind.TIMESTAMP,
        Label("Бул абал качанга чейин", "В этом статусе до", "In this status until"),
        not_before="status_from", source=cpc("43(3)")),
    Field("capacity_document", Kind.TEXT,
        Label("Өкүлдүн ыйгарым укук документи", "Документ о полномочиях",
            "Document of authority"), max_length=300),
)

CHARGE = Section("charge", Label("Айыптоо", "Обвинение", "Charge"), cpc("240"))
_CHARGE_FIELDS = CHARGE.of(
    Field("charged_at", Kind.TIMESTAMP,
        Label("Айыпталуучу катары тартылган убакыт", "Привлечён(а) в качестве обвиняемого",
            "Charged at"), unit="charge", not_future=True, source=cpc("240(2)")),
    Field("charge_article", Kind.CODE,
        Label("Айыптоонун беренеси", "Статья обвинения", "Article of the charge"), unit="charge",
        codes="criminal_code_article", required_when=Equals("role", "accused"),
        source=cpc("240(2)")),
    Field("charge_part", Kind.TEXT, Label("Бөлүгү", "Часть статьи обвинения", "Part of the charge"),
        unit="charge", max_length=4, pattern=r"[1-9](-[1-9])?", source=cpc("240(2)")),
    Field("further_charges", Kind.CODE,
        Label("Айыптоонун кошумча беренелери", "Иные статьи обвинения", "Further charges"),
        merge=Merge.SET, codes="criminal_code_article"),
)

DEFENCE = Section("defence", Label("Коргоо", "Защита", "Defence"), cpc("50, 51"))
_DEFENCE_FIELDS = DEFENCE.of(
    Field("lawyer_name", Kind.TEXT, Label("Адвокаты", "Адвокат", "Lawyer"), unit="lawyer",
        max_length=200, searchable=True),
    Field("lawyer_order", Kind.TEXT,
        Label("Ордеринин номери", "Номер ордера", "Number of the lawyer’s warrant"), unit="lawyer",
        max_length=60),
    Field("defence_basis", Kind.CODE,
        Label("Адвокаттын катышуу негизи", "Основание участия адвоката", "Basis of the defence"),
        unit="lawyer", codes="defence_basis", source=cpc("50")),
    Field("mandatory_defence", Kind.CODE,
        Label("Адвокаттын милдеттүү катышуусунун негиздери", "Основания обязательной защиты",
            "Grounds of mandatory defence"),
        merge=Merge.SET, codes="mandatory_defence_ground", source=cpc("51")),
    Field("lawyer_invited_at", Kind.TIMESTAMP,
        Label("Адвокат чакырылды", "Адвокат приглашён", "Lawyer invited at"), not_future=True,
        source=cpc("50(1)")),
    Field("lawyer_arrived_at", Kind.TIMESTAMP,
        Label("Адвокат келди", "Адвокат прибыл", "Lawyer arrived at"), not_future=True),
    Field("private_meeting_offered", Kind.TRI,
        Label("Адвокат менен жекече жолугушуу сунушталды", "Предложено свидание наедине",
            "Private meeting offered"), source=cpc("44(1)(8)")),
    Field("lawyer_declined", Kind.TRI,
        Label("Адвокаттан баш тартты", "Отказ от адвоката", "Lawyer declined"),
        source=cpc("170(6)")),
)

RIGHTS = Section("rights", Label("Укуктарын түшүндүрүү", "Разъяснение прав", "Rights"), cpc("44"))
_RIGHTS_FIELDS = RIGHTS.of(
    Field("rights_explained_at", Kind.TIMESTAMP,
        Label("Укуктары түшүндүрүлдү", "Права разъяснены", "Rights explained at"), unit="rights",
        not_future=True),
    Field("rights_language", Kind.CODE,
        Label("Кайсы тилде", "На каком языке", "In which language"), unit="rights",
        codes="language"),
    Field("rights_sheet_given", Kind.TRI,
        Label("Укуктары жазуу жүзүндө берилди", "Письменное разъяснение вручено",
            "Rights given in writing"), unit="rights", source=cpc("44(1)(3)")),
    Field("interpreter", Kind.REF, Label("Котормочу", "Переводчик", "Interpreter"),
        target="person", source=cpc("58")),
    Field("language", Kind.CODE,
        Label("Көрсөтмө берүү тили", "Язык показаний", "Language of testimony"),
        codes="language", source=cpc("44(1)(10)")),
)

HARM = Section("harm", Label("Келтирилген зыян", "Причинённый вред", "Harm"), cpc("40"))
_HARM_FIELDS = HARM.of(
    Field("relation_to_accused", Kind.CODE,
        Label("Айыпкерге болгон мамилеси", "Отношение к обвиняемому", "Relation to the accused"),
        codes="victim_relation"),
    Field("harm_kinds", Kind.CODE, Label("Зыяндын түрлөрү", "Виды вреда", "Kinds of harm"),
        merge=Merge.SET, codes="harm_kind", source=cpc("40(1)")),
    Field("injuries", Kind.RICH, Label("Жаракаттары", "Телесные повреждения", "Injuries"),
        max_length=10_000, sensitivity=_SPECIAL),
    Field("civil_claim", Kind.MONEY, Label("Жарандык доо", "Гражданский иск", "Civil claim"),
        minimum=0),
    Field("notify_release", Kind.TRI,
        Label("Бошотулганын билдирүүнү каалайт", "Желает знать об освобождении",
            "Wishes to be told of release"), source=Source("Istanbul Convention", "56")),
    Field("vulnerabilities", Kind.CODE,
        Label("Аярлуу жагдайлар", "Обстоятельства уязвимости", "Vulnerabilities"),
        merge=Merge.SET, codes="vulnerability", sensitivity=_SPECIAL,
        assertion=Assertion.ASSESSMENT),
)

CHILD = Section("child", Label("Бала катышуучу", "Участник-ребёнок", "Child"), cpc("54, 460, 462"))
_CHILD_FIELDS = CHILD.of(
    Field("legal_representative", Kind.REF,
        Label("Мыйзамдуу өкүлү", "Законный представитель", "Legal representative"),
        target="person"),
    Field("child_protection_officer", Kind.TEXT,
        Label("Балдарды коргоо органынын кызматкери", "Сотрудник органа по защите детей",
            "Child-protection officer"), max_length=200, source=cpc("54(1)")),
    Field("psychologist", Kind.TEXT,
        Label("Психолог же педагог", "Психолог или педагог", "Psychologist or pedagogue"),
        max_length=200, source=cpc("462(2)")),
    Field("age_basis", Kind.CODE,
        Label("Жашы кантип текшерилди", "Как проверен возраст", "How the age was verified"),
        codes="date_basis"),
)

OTHER = Section("other", Label("Башка маалымат", "Иные сведения", "Other"))
_OTHER_FIELDS = OTHER.of(
    Field("statement_summary", Kind.RICH,
        Label("Айткандарынын кыскача мазмуну", "Краткое содержание показаний",
            "Summary of statements"), max_length=20_000, searchable=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

PARTICIPANT = RecordType(
    "participant",
    1,
    Label("Катышуучу", "Участник дела", "Participant"),
    Archetype.PERSON,
    (*_ROLE_FIELDS, *_CHARGE_FIELDS, *_DEFENCE_FIELDS, *_RIGHTS_FIELDS, *_HARM_FIELDS,
        *_CHILD_FIELDS, *_OTHER_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "prosecutor", "court_clerk", "clerk",
        "head"),
    sentence=Label(
        "{person} — {role}[, башталышы {status_from}][, {charge_article#}-берене боюнча]",
        "{person} — {role}[ с {status_from}][, по ст. {charge_article#}]",
        "{person} — {role}[ from {status_from}][, under art. {charge_article#}]",
    ),
    sections=(ROLE, CHARGE, DEFENCE, RIGHTS, HARM, CHILD, OTHER),
    columns=("person", "role", "status_from", "charge_article", "lawyer_name",
        "relation_to_accused"),
    moment="status_from",
    source=cpc("40, 43, 45"),
    steps=("P12", "P13", "P14", "P15", "P16", "P17", "P27"),
)

TYPES = (PARTICIPANT,)
