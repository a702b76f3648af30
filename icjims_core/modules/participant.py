"""A person's role in a case: status, defence, rights, harm and needs (P12–P17)."""

from __future__ import annotations

from icjims_core.law import cpc
from icjims_core.schema import (
    AllOf,
    Archetype,
    Assertion,
    Blank,
    Equals,
    Field,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
    Source,
)

# Fields read as the lines of a table.
# fmt: off
_SPECIAL = Sensitivity.SPECIAL_CATEGORY
_ACCUSED = ("suspect", "accused", "convicted", "acquitted")
_HARMED = ("victim", "private_prosecutor")
_CONCERNED = OneOf("role", (*_ACCUSED, *_HARMED, "witness", "applicant", "mentioned"))
"""Those of whom the case must say who they are; of a protected witness only the sealed record does."""


def _or(reason: str, role: OneOf = _CONCERNED) -> AllOf:
    """Required of these roles unless the reason why it is not stated is given."""
    return AllOf((role, Blank(reason)))


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
    Field("order_number", Kind.TEXT,
        Label("Токтомдун номери", "Номер постановления", "Number of the order"), unit="status_order",
        max_length=60, source=cpc("40(2), 58(2)")),
    Field("ordered_at", Kind.TIMESTAMP,
        Label("Токтом чыгарылган убакыт", "Постановление вынесено", "Order made at"), unit="status_order",
        not_future=True, source=cpc("40(2), 58(2)")),
    Field("copy_given_at", Kind.TIMESTAMP,
        Label("Токтомдун көчүрмөсү берилди", "Копия постановления вручена", "Copy of the order given at"),
        not_future=True, source=cpc("40(4)(12), 44(1)(2)")),
    Field("pseudonym", Kind.TEXT, Label("Псевдоним", "Псевдоним", "Pseudonym"), max_length=100,
        required_when=Equals("role", "protected_witness"), source=cpc("77(3)")),
    Field("status_until", Kind.TIMESTAMP,
        Label("Бул абал качанга чейин", "В этом статусе до", "In this status until"),
        not_before="status_from", source=cpc("43(2), 43(3)")),
    Field("status_end_reason", Kind.CODE,
        Label("Абал эмне үчүн аяктады", "Почему статус прекращён", "Why the status ended"),
        codes="status_end_reason", source=cpc("43(2), 43(3)")),
    Field("capacity_document", Kind.TEXT,
        Label("Өкүлдүн ыйгарым укук документи", "Документ о полномочиях",
            "Document of authority"), max_length=300),
)

ABOUT = Section("about", Label("Адам жөнүндө", "О лице", "About the person"),
    Source("Directive (EU) 2016/680", "6"))
_ABOUT_FIELDS = ABOUT.of(
    Field("sex", Kind.CODE, Label("Жынысы", "Пол", "Sex"), codes="sex", required_when=_or("sex_reason")),
    Field("sex_reason", Kind.CODE,
        Label("Жынысы эмне үчүн көрсөтүлгөн эмес", "Почему не указан пол", "Why the sex is not stated"),
        codes="not_recorded_reason"),
    Field("age_at_act", Kind.INT,
        Label("Окуя учурундагы жашы", "Возраст на момент деяния", "Age at the time of the act"), minimum=0,
        maximum=130, required_when=_or("age_reason"), source=cpc("458(1)")),
    Field("age_reason", Kind.CODE,
        Label("Жашы эмне үчүн көрсөтүлгөн эмес", "Почему не указан возраст", "Why the age is not stated"),
        codes="not_recorded_reason"),
    Field("disability", Kind.TRI,
        Label("Мүмкүнчүлүгү чектелген", "Инвалидность", "Disability"), sensitivity=_SPECIAL,
        required_when=_or("disability_reason"), source=cpc("51(1)(1)")),
    Field("disability_reason", Kind.CODE,
        Label("Мүмкүнчүлүгү эмне үчүн аныкталган эмес", "Почему не выяснена инвалидность",
            "Why the disability is not stated"),
        codes="not_recorded_reason", required_when=Equals("disability", "not_asked")),
    Field("family_violence", Kind.TRI,
        Label("Үй-бүлөлүк зомбулук (беренеге карабай)", "Семейное насилие (независимо от статьи)",
            "Family violence (whatever the article)"),
        required_when=_or("family_violence_reason", OneOf("role", (*_ACCUSED, *_HARMED))),
        source=Source("Istanbul Convention", "3")),
    Field("family_violence_reason", Kind.CODE,
        Label("Үй-бүлөлүк зомбулук эмне үчүн аныкталган эмес", "Почему не выяснено семейное насилие",
            "Why family violence is not stated"),
        codes="not_recorded_reason", required_when=Equals("family_violence", "not_asked")),
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
    Field("lawyer_register_number", Kind.TEXT,
        Label("Адвокаттын реестрдеги номери", "Номер адвоката в реестре", "Lawyer’s register number"),
        unit="lawyer", max_length=60, source=cpc("50(4), 50(5)")),
    Field("mandatory_defence", Kind.CODE,
        Label("Адвокаттын милдеттүү катышуусунун негиздери", "Основания обязательной защиты",
            "Grounds of mandatory defence"),
        merge=Merge.SET, codes="mandatory_defence_ground", source=cpc("51")),
    Field("lawyer_invited_at", Kind.TIMESTAMP,
        Label("Адвокат чакырылды", "Адвокат приглашён", "Lawyer invited at"), not_future=True,
        source=cpc("50(1)")),
    Field("lawyer_appointed_at", Kind.TIMESTAMP,
        Label("Адвокат дайындалды", "Адвокат назначен", "Lawyer appointed at"), not_future=True,
        source=cpc("50(4), 50(5)")),
    Field("lawyer_arrived_at", Kind.TIMESTAMP,
        Label("Адвокат келди", "Адвокат прибыл", "Lawyer arrived at"), not_future=True,
        source=cpc("49(2)")),
    Field("private_meeting_offered", Kind.TRI,
        Label("Адвокат менен жекече жолугушуу сунушталды", "Предложено свидание наедине",
            "Private meeting offered"), source=cpc("44(1)(8)")),
    Field("private_meeting_at", Kind.TIMESTAMP,
        Label("Жолугушуу сунушталган убакыт", "Время предложения свидания", "Private meeting offered at"),
        unit="private_meeting", not_future=True, source=cpc("44(1)(8)")),
    Field("private_meeting_refused", Kind.TRI,
        Label("Адам жолугушуудан баш тартты", "Лицо отказалось от свидания", "The person declined the meeting"),
        unit="private_meeting"),
    Field("lawyer_declined", Kind.TRI,
        Label("Адвокаттан баш тартты", "Отказ от адвоката", "Lawyer declined"),
        source=cpc("52(1), 170(6)")),
    Field("lawyer_declined_at", Kind.TIMESTAMP,
        Label("Баш тарткан убакыт", "Время отказа", "Declined at"), unit="lawyer_refusal", not_future=True),
    Field("declined_before_lawyer", Kind.TRI,
        Label("Баш тартуу адвокаттын катышуусунда", "Отказ в присутствии адвоката",
            "Declined in the lawyer’s presence"), unit="lawyer_refusal",
        required_when=Equals("lawyer_declined", "yes"), source=cpc("52(2)")),
    Field("lawyer_replaced_at", Kind.TIMESTAMP,
        Label("Адвокат алмаштырылды", "Адвокат заменён", "Lawyer replaced at"), unit="lawyer_change",
        not_future=True, source=cpc("50(5)")),
    Field("former_lawyer", Kind.TEXT, Label("Мурдагы адвокаты", "Прежний адвокат", "Former lawyer"),
        unit="lawyer_change", max_length=200),
    Field("replacement_reason", Kind.TEXT,
        Label("Алмаштыруунун себеби", "Причина замены", "Reason of the replacement"),
        unit="lawyer_change", max_length=500, source=cpc("50(4), 50(5)")),
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
    Field("rights_sheet_at", Kind.TIMESTAMP,
        Label("Укуктар баракчасы берилген убакыт", "Время вручения памятки о правах",
            "Rights sheet given at"), unit="rights", not_future=True, source=cpc("44(1)(3)")),
    Field("rights_signature", Kind.SIGNATURE,
        Label("Укуктар түшүндүрүлгөнү жөнүндө кол", "Подпись о разъяснении прав",
            "Signature on the rights explained"), source=cpc("171")),
    Field("language_understood", Kind.TRI,
        Label("Өндүрүштүн тилин түшүнөт", "Понимает язык судопроизводства",
            "Understands the language of proceedings"), source=cpc("51(1)(3)")),
    Field("interpreter", Kind.REF, Label("Котормочу", "Переводчик", "Interpreter"),
        target="person", source=cpc("58")),
    Field("language", Kind.CODE,
        Label("Көрсөтмө берүү тили", "Язык показаний", "Language of testimony"),
        codes="language", source=cpc("44(1)(10)")),
)

INTERPRETING = Section("interpreting", Label("Котормо", "Перевод", "Interpreting"), cpc("58"))
_INTERPRETING_FIELDS = INTERPRETING.of(
    Field("translates_from", Kind.CODE, Label("Кайсы тилден", "С какого языка", "From which language"),
        unit="language_pair", codes="language", required_when=Equals("role", "interpreter"), source=cpc("58(1)")),
    Field("translates_to", Kind.CODE, Label("Кайсы тилге", "На какой язык", "Into which language"),
        unit="language_pair", codes="language", required_when=Equals("role", "interpreter"), source=cpc("58(1)")),
    Field("certificate", Kind.TEXT,
        Label("Күбөлүгү же дипломунун номери", "Удостоверение или диплом", "Certificate or diploma"),
        max_length=200),
    Field("liability_warned_at", Kind.TIMESTAMP,
        Label("Жоопкерчилик эскертилди", "Предупреждён(а) об ответственности", "Warned of liability at"),
        not_future=True, source=cpc("58(5), 198(2)")),
    Field("present_from", Kind.TIMESTAMP, Label("Качантан катышты", "Участвует с", "Present from"),
        unit="presence", not_future=True),
    Field("present_until", Kind.TIMESTAMP, Label("Качанга чейин катышты", "Участвует до", "Present until"),
        unit="presence", not_future=True, not_before="present_from"),
    Field("documents_translated", Kind.TEXT,
        Label("Которулган документтер", "Переведённые документы", "Documents translated"),
        merge=Merge.SET, max_length=300, source=cpc("58(4)(3)")),
)

HARM = Section("harm", Label("Жабырлануучу", "Потерпевший", "Victim"), cpc("40"))
_HARM_FIELDS = HARM.of(
    Field("relation_to_accused", Kind.CODE,
        Label("Айыпкерге болгон мамилеси", "Отношение к обвиняемому", "Relation to the accused"),
        codes="victim_relation", required_when=_or("relation_reason", OneOf("role", _HARMED)),
        source=cpc("202(2)")),
    Field("relation_reason", Kind.CODE,
        Label("Мамилеси эмне үчүн көрсөтүлгөн эмес", "Почему не указано отношение",
            "Why the relation is not stated"), codes="not_recorded_reason"),
    Field("harm_kinds", Kind.CODE, Label("Зыяндын түрлөрү", "Виды вреда", "Kinds of harm"),
        merge=Merge.SET, codes="harm_kind", source=cpc("40(1)")),
    Field("injuries", Kind.RICH, Label("Жаракаттары", "Телесные повреждения", "Injuries"),
        max_length=10_000, sensitivity=_SPECIAL),
    Field("injury_severity", Kind.CODE,
        Label("Ден соолукка зыяндын оордугу", "Тяжесть вреда здоровью", "Degree of harm to health"),
        codes="injury_severity", sensitivity=_SPECIAL),
    Field("civil_claim", Kind.MONEY, Label("Жарандык доо", "Гражданский иск", "Civil claim"),
        minimum=0, source=cpc("40(4)(22)")),
    Field("representative", Kind.REF,
        Label("Жабырлануучунун өкүлү", "Представитель потерпевшего", "Representative of the victim"),
        target="person", source=cpc("40(4)(6)")),
    Field("notify_release", Kind.TRI,
        Label("Бошотулганын же качканын билдирүүнү каалайт", "Желает знать об освобождении или побеге",
            "Wishes to be told of release or escape"), source=Source("Istanbul Convention", "56")),
    Field("vulnerabilities", Kind.CODE,
        Label("Аярлуу жагдайлар", "Обстоятельства уязвимости", "Vulnerabilities"),
        merge=Merge.SET, codes="vulnerability", sensitivity=_SPECIAL,
        assertion=Assertion.ASSESSMENT),
    Field("screened_at", Kind.TIMESTAMP,
        Label("Аярлуулугу бааланган убакыт", "Уязвимость оценена", "Vulnerability screened at"),
        not_future=True, source=Source("Istanbul Convention", "51")),
    Field("same_sex_interviewer", Kind.TRI,
        Label("Ушул эле жыныстагы кызматкерди каалайт", "Желает сотрудника того же пола",
            "Wishes an officer of the same sex"), source=Source("CEDAW GR 33", "51")),
    Field("separate_waiting", Kind.TRI,
        Label("Айыпкерден өзүнчө күтөт", "Ожидание отдельно от обвиняемого", "Waits apart from the accused"),
        source=Source("Istanbul Convention", "56")),
)

RECONCILIATION = Section("reconciliation", Label("Жарашуу", "Примирение", "Reconciliation"),
    cpc("24(2), 27(5), 40(4)(23)"))
_RECONCILIATION_FIELDS = RECONCILIATION.of(
    Field("reconciliation_bars", Kind.CODE,
        Label("Жарашууга тоскоол жагдайлар", "Препятствия к примирению", "Bars to reconciliation"),
        merge=Merge.SET, codes="reconciliation_bar", source=cpc("27(5)(1), 27(5)(2), 27(5)(3)")),
    Field("reconciliation_asked", Kind.TRI,
        Label("Жарашуу укугу түшүндүрүлдү", "Право на примирение разъяснено",
            "Right to reconcile explained"), unit="reconciling", source=cpc("40(4)(23)")),
    Field("reconciliation_wish", Kind.TRI,
        Label("Жабырлануучу жарашууну каалайт", "Потерпевший желает примириться", "The victim wishes it"),
        unit="reconciling"),
    Field("pressure_reviewed_by", Kind.TEXT,
        Label("Кысымды ким текшерди", "Кто проверил давление на потерпевшего", "Who looked at pressure"),
        unit="pressure_review", max_length=200,
        required_when=AllOf((Equals("family_violence", "yes"), Equals("reconciliation_wish", "yes"))),
        source=Source("Istanbul Convention", "48")),
    Field("pressure_view", Kind.RICH,
        Label("Кысым жөнүндө пикир", "Мнение о давлении", "View on pressure"), unit="pressure_review",
        max_length=5_000, assertion=Assertion.ASSESSMENT),
)

CHILD = Section("child", Label("Бала катышуучу", "Участник-ребёнок", "Child"), cpc("48, 54, 78, 460, 464"))
_CHILD_FIELDS = CHILD.of(
    Field("age_basis", Kind.CODE,
        Label("Жашы кантип текшерилди", "Как проверен возраст", "How the age was verified"),
        codes="date_basis", source=cpc("458(1)(1)")),
    Field("legal_representative", Kind.REF,
        Label("Мыйзамдуу өкүлү", "Законный представитель", "Legal representative"),
        target="person", source=cpc("48(1)")),
    Field("child_protection_officer", Kind.TEXT,
        Label("Балдарды коргоо органынын кызматкери", "Сотрудник органа по защите детей",
            "Child-protection officer"), max_length=200, source=cpc("54(1)")),
    Field("psychologist", Kind.TEXT,
        Label("Психолог же педагог", "Психолог или педагог", "Psychologist or pedagogue"),
        max_length=200, source=cpc("462(2), 464(1)")),
    Field("specialist_missing", Kind.TEXT,
        Label("Психолог же педагог эмне үчүн жок", "Почему нет психолога или педагога",
            "Why there is no psychologist or pedagogue"), max_length=500,
        source=cpc("464(1), 464(2)")),
    Field("child_room", Kind.TRI,
        Label("«Балдарга достук бөлмөдө»", "В «дружественной детям комнате»", "In a child-friendly room"),
        source=cpc("78(2)")),
    Field("child_breaks", Kind.TEXT,
        Label("Тыныгууларга муктаждыгы", "Потребность в перерывах", "Breaks the child needs"),
        max_length=300, source=cpc("462(1)")),
    Field("child_video", Kind.TRI,
        Label("Видеого жазуу камсыз кылынды", "Видеозапись обеспечена", "Video recording arranged"),
        source=cpc("78(1)(2), 200(2)(1)")),
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
    (*_ROLE_FIELDS, *_ABOUT_FIELDS, *_CHARGE_FIELDS, *_DEFENCE_FIELDS, *_RIGHTS_FIELDS, *_INTERPRETING_FIELDS,
        *_HARM_FIELDS, *_RECONCILIATION_FIELDS, *_CHILD_FIELDS, *_OTHER_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "prosecutor", "court_clerk", "clerk",
        "head"),
    sentence=Label(
        "{person} — {role}[, башталышы {status_from}][, {charge_article#}-берене боюнча]",
        "{person} — {role}[ с {status_from}][, по ст. {charge_article#}]",
        "{person} — {role}[ from {status_from}][, under art. {charge_article#}]",
    ),
    sections=(ROLE, ABOUT, CHARGE, DEFENCE, RIGHTS, INTERPRETING, HARM, RECONCILIATION, CHILD, OTHER),
    columns=("person", "role", "status_from", "status_until", "sex", "age_at_act", "charge_article", "lawyer_name",
        "relation_to_accused", "family_violence"),
    moment="status_from",
    source=cpc("40, 43, 45"),
    steps=("P12", "P13", "P14", "P15", "P16", "P17", "P27"),
)

TYPES = (PARTICIPANT,)
