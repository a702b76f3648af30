"""Verdict on one accused: kind, total punishment, credit, probation, claims, evidence, measure, service (P60)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header, relies_on
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
INTRODUCTION = Section("introduction", Label("Кириш бөлүгү", "Вводная часть", "Introduction"), cpc("352"))
_INTRODUCTION_FIELDS = INTRODUCTION.of(
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"), required=True,
        target="person", source=cpc("352(4)")),
    Field("kind", Kind.CODE, Label("Өкүмдүн түрү", "Вид приговора", "Kind of verdict"), required=True,
        codes="verdict_kind", source=cpc("348")),
    Field("pronounced_at", Kind.TIMESTAMP, Label("Жарыяланган убакыт", "Провозглашён", "Pronounced at"),
        required=True, not_future=True, source=cpc("352(2), 358(1)")),
    Field("pronounced_place", Kind.TEXT, Label("Өкүм чыгарылган жер", "Место постановления приговора",
        "Place of the verdict"), max_length=300, source=cpc("352(2)")),
    Field("court", Kind.TEXT, Label("Сот", "Суд", "Court"), max_length=200, searchable=True, source=cpc("352(3)")),
    Field("court_number", Kind.TEXT, Label("Соттогу иштин номери", "Номер дела в суде", "Court registry number"),
        max_length=60, searchable=True),
    Field("judge", Kind.TEXT, Label("Төрагалык кылуучу судья", "Председательствующий судья", "Presiding judge"),
        max_length=200, source=cpc("352(3)")),
    Field("secretary", Kind.TEXT, Label("Сот отурумунун катчысы", "Секретарь судебного заседания",
        "Secretary of the session"), max_length=200, source=cpc("352(3)")),
    Field("prosecutor", Kind.TEXT, Label("Айыптоочу", "Обвинитель", "Prosecutor"), max_length=200,
        source=cpc("352(3)")),
    Field("lawyer_name", Kind.TEXT, Label("Адвокат", "Адвокат", "Lawyer"), max_length=200, source=cpc("352(3)")),
    Field("in_absence", Kind.TRI, Label("Айыпталуучунун жоктугунда", "В отсутствие обвиняемого", "In absence"),
        source=cpc("296(2)")),
)

FINDINGS = Section("findings", Label("Сыпаттоо бөлүгү", "Описательно-мотивировочная часть", "Findings"),
    cpc("353, 355"))
_FINDING_FIELDS = FINDINGS.of(
    Field("charge_substance", Kind.RICH, Label("Коюлган айыптын маңызы", "Сущность предъявленного обвинения",
        "Substance of the charge"), max_length=50_000, source=cpc("355(1)(1)")),
    Field("facts", Kind.RICH, Label("Сот аныктаган жагдайлар", "Обстоятельства, установленные судом",
        "Facts established"), max_length=100_000, source=cpc("353(1)(1), 355(1)(2)")),
    Field("evidence", Kind.RICH, Label("Далилдер жана алардын баасы", "Доказательства и их оценка",
        "Evidence and its assessment"), max_length=100_000, source=cpc("353(1)(2), 355(1)(3)")),
    relies_on(),
    Field("mitigating", Kind.CODE, Label("Жеңилдетүүчү жагдайлар", "Смягчающие обстоятельства",
        "Mitigating circumstances"), merge=Merge.SET, codes="mitigating_circumstance", source=cpc("353(1)(3)")),
    Field("aggravating", Kind.CODE, Label("Оордотуучу жагдайлар", "Отягчающие обстоятельства",
        "Aggravating circumstances"), merge=Merge.SET, codes="aggravating_circumstance", source=cpc("353(1)(3)")),
    Field("none_mitigating", Kind.TRI, Label("Жеңилдетүүчү жагдайлар аныкталган жок",
        "Смягчающих обстоятельств не установлено", "No mitigating circumstances were found"), source=cpc("353(1)(3)")),
    Field("none_aggravating", Kind.TRI, Label("Оордотуучу жагдайлар аныкталган жок",
        "Отягчающих обстоятельств не установлено", "No aggravating circumstances were found"), source=cpc("353(1)(3)")),
    Field("reasons", Kind.RICH, Label("Чечимдердин жүйөлөрү", "Мотивы решений", "Reasons"), max_length=50_000,
        assertion=Assertion.ASSESSMENT, source=cpc("353(2)")),
    Field("probation_report", Kind.TRI, Label("Пробациялык доклад болгон", "Пробационный доклад имелся",
        "There was a probation report"), unit="report_weight", source=cpc("346(4)")),
    Field("report_followed", Kind.TRI, Label("Сот докладдын корутундусуна кошулду",
        "Суд согласился с выводами доклада", "The court followed the report"), unit="report_weight",
        source=cpc("346(4)")),
    Field("acquittal_grounds", Kind.CODE, Label("Актоонун негиздери", "Основания оправдания",
        "Grounds of acquittal"), merge=Merge.SET, codes="acquittal_ground",
        required_when=Equals("kind", "acquitted"), source=cpc("350(1)")),
    Field("perpetrator_unknown", Kind.TRI, Label("Кылмышкер аныкталган эмес, иш прокурорго",
        "Виновный не установлен, дело прокурору", "Perpetrator unknown, case to the prosecutor"),
        source=cpc("350(3)")),
)

PUNISHMENT = Section("punishment", Label("Акыркы жаза", "Окончательное наказание", "Total punishment"),
    cpc("354(1)"))
_PUNISHMENT_FIELDS = PUNISHMENT.of(
    Field("punishment", Kind.CODE, Label("Негизги жаза", "Основное наказание", "Main punishment"),
        unit="main_punishment", codes="punishment", source=cpc("354(1)(5)"),
        required_when=OneOf("kind", ("guilty_punishment", "guilty_released", "guilty_probation"))),
    Field("term_years", Kind.INT, Label("Мөөнөтү, жыл", "Срок, лет", "Term, years"), unit="main_punishment",
        minimum=0, maximum=20, source=cc("67(2), 67(3)")),
    Field("term_months", Kind.INT, Label("Мөөнөтү, ай", "Срок, месяцев", "Term, months"), unit="main_punishment",
        minimum=0, maximum=60),
    Field("work_hours", Kind.INT, Label("Коомдук жумуш, саат", "Общественные работы, часов", "Community work, hours"),
        unit="main_punishment", minimum=0, maximum=200, source=cc("61(2)")),
    Field("deduction_percent", Kind.INT, Label("Айлыктан кармоо, %", "Удержание из заработка, %",
        "Deduction from wages, %"), unit="main_punishment", minimum=0, maximum=25),
    Field("fine", Kind.MONEY, Label("Айып пул", "Штраф", "Fine"), unit="main_punishment", minimum=0),
    Field("cumulation", Kind.TEXT, Label("Жазаларды кошуу тартиби", "Порядок сложения наказаний",
        "How punishments were added"), max_length=500, source=cc("77, 78, 80")),
    Field("additional", Kind.CODE, Label("Кошумча жазалар", "Дополнительные наказания", "Additional punishments"),
        merge=Merge.SET, codes="punishment", source=cc("60(2)")),
    Field("additional_details", Kind.RICH, Label("Кошумча жазалардын мөөнөтү жана мазмуну",
        "Срок и содержание дополнительных наказаний", "Terms of the additional punishments"), max_length=5_000,
        source=cc("60(2)")),
    Field("facility_kind", Kind.CODE, Label("Түзөтүү мекемесинин түрү", "Вид исправительного учреждения",
        "Kind of correctional facility"), codes="correctional_facility", source=cpc("354(1)(5)"),
        required_when=OneOf("punishment", ("imprisonment", "life"))),
    Field("term_from", Kind.DATE, Label("Мөөнөттүн башталышы", "Начало срока", "Term begins on"),
        source=cpc("349(2)")),
    Field("release_ground", Kind.CODE, Label("Жазадан бошотуунун негизи", "Основание освобождения от наказания",
        "Ground of release from punishment"), codes="sentence_release_ground", source=cpc("349(3), 349(4)"),
        required_when=OneOf("kind", ("guilty_released", "guilty_probation", "guilty_without"))),
    Field("deferred_until", Kind.DATE, Label("Жазаны өтөө качанга калтырылды", "Отбывание отсрочено до",
        "Punishment deferred until"), source=cc("87(1)")),
)

CREDIT = Section("credit", Label("Эсепке алуу", "Зачёт", "Credit"), cpc("354(1)(8)"))
_CREDIT_FIELDS = CREDIT.of(
    Field("custody_credit_days", Kind.INT, Label("Кармоодо, күн", "Под стражей, дней", "In custody, days"),
        unit="time_credit", minimum=0, source=cc("80(5)")),
    Field("house_arrest_credit_days", Kind.INT, Label("Үй камагында, күн", "Под домашним арестом, дней",
        "Under house arrest, days"), unit="time_credit", minimum=0, source=cc("80(6)")),
    Field("hospital_credit_days", Kind.INT, Label("Психиатриялык мекемеде, күн", "В психиатрическом учреждении, дней",
        "In a psychiatric institution, days"), unit="time_credit", minimum=0,
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("354(1)(8)")),
    Field("credit_rule", Kind.TEXT, Label("Эсепке алуу тартиби", "Порядок зачёта", "Rule of credit"), max_length=500,
        source=cc("80(5), 80(6), 80(7)")),
)

PROBATION = Section("probation", Label("Пробациялык көзөмөл", "Пробационный надзор", "Probation supervision"),
    cpc("354(1)(6)"))
_PROBATION_FIELDS = PROBATION.of(
    Field("probation_months", Kind.INT, Label("Көзөмөлдүн мөөнөтү, ай", "Срок надзора, месяцев",
        "Term of supervision, months"), minimum=6, maximum=60, required_when=Equals("kind", "guilty_probation"),
        source=cc("82(4), 109(3)")),
    Field("probation_consent", Kind.TRI, Label("Соттолгондун макулдугу", "Согласие осуждённого",
        "Consent of the convicted person"), source=cc("82(1)")),
    Field("requirements", Kind.CODE, Label("Көзөмөл талаптары", "Надзорные требования", "Supervisory requirements"),
        merge=Merge.SET, codes="probation_requirement", source=cpc("354(1)(6)")),
    Field("obligations", Kind.CODE, Label("Пробациялык милдеттер", "Пробационные обязанности",
        "Probation obligations"), merge=Merge.SET, codes="probation_obligation", source=cpc("354(1)(6)")),
    Field("obligation_details", Kind.RICH, Label("Милдеттердин тактоосу", "Уточнение обязанностей",
        "Details of the obligations"), max_length=10_000),
    Field("duties_explained_in_writing", Kind.TRI, Label("Милдеттер жазуу жүзүндө түшүндүрүлдү",
        "Обязанности письменно разъяснены", "Duties explained in writing"), source=cc("82(4)")),
    Field("corrective_programme", Kind.TRI, Label("Зомбулукту өзгөртүү программасы дайындалды",
        "Назначена коррекционная программа", "Corrective programme ordered"), source=cc("71-1(1)")),
    Field("educational_measures", Kind.RICH, Label("Тарбиялык мүнөздөгү чаралар", "Меры воспитательного характера",
        "Educational measures"), max_length=5_000, source=cc("98, 99")),
)

OTHER = Section("other", Label("Башка чечимдер", "Иные решения", "Other decisions"), cpc("354, 357, 361"))
_OTHER_FIELDS = OTHER.of(
    Field("restraint", Kind.CODE, Label("Күчүнө киргенче бөгөт коюу чарасы", "Мера пресечения до вступления в силу",
        "Measure of restraint until in force"), codes="restraint", source=cpc("354(1)(9)")),
    Field("claim_awarded", Kind.MONEY, Label("Материалдык зыян", "Материальный ущерб", "Material damage awarded"),
        unit="civil_claim", minimum=0, source=cpc("354(1)(11), 357(1)")),
    Field("moral_damage", Kind.MONEY, Label("Моралдык зыян", "Моральный вред", "Moral damage awarded"),
        unit="civil_claim", minimum=0, source=cpc("354(1)(11), 357(1)")),
    Field("claim_decision", Kind.RICH, Label("Доо боюнча чечим", "Решение по иску", "Decision on the claim"),
        max_length=10_000, source=cpc("357(1)")),
    Field("confiscation", Kind.RICH, Label("Конфискация боюнча чечим", "Решение о конфискации",
        "Decision on confiscation"), max_length=10_000, source=cpc("346(1)(9), 354(1)(10)")),
    Field("seized_property", Kind.RICH, Label("Камакка алынган мүлк", "Имущество под арестом", "Seized property"),
        max_length=10_000, source=cpc("346(1)(10)")),
    Field("evidence_decision", Kind.RICH, Label("Буюм далилдер боюнча чечим",
        "Решение о вещественных доказательствах", "Decision on the physical evidence"), max_length=20_000,
        source=cpc("357(2)")),
    Field("costs", Kind.RICH, Label("Процесстик чыгымдар", "Процессуальные издержки", "Procedural costs"),
        max_length=5_000, source=cpc("357(3)")),
    Field("dependants", Kind.RICH, Label("Кароосуз калгандар жана мүлк боюнча чечим",
        "Решение об иждивенцах и имуществе", "Decision on dependants and property"), max_length=5_000,
        source=cpc("361(1)")),
    Field("rehabilitation_explained", Kind.TRI, Label("Реабилитация тартиби түшүндүрүлдү",
        "Порядок реабилитации разъяснён", "Rehabilitation explained"), required_when=Equals("kind", "acquitted"),
        source=cpc("356(5)")),
)

SERVICE = Section("service", Label("Жарыялоо жана тапшыруу", "Провозглашение и вручение", "Pronouncement and service"),
    cpc("358–360"))
_SERVICE_FIELDS = SERVICE.of(
    Field("operative_only", Kind.TRI, Label("Кириш жана резолютивдик бөлүгү гана жарыяланды",
        "Оглашены лишь вводная и резолютивная части", "Only the operative part was read"), source=cpc("358(5)"),
        stays_open=True),
    Field("full_text_at", Kind.TIMESTAMP, Label("Толук тексти даяр", "Полный текст готов", "Full text ready at"),
        not_future=True, source=cpc("358(5)"), stays_open=True),
    Field("translated", Kind.TRI, Label("Которулуп берилди", "Переведён вслух", "Translated aloud"),
        source=cpc("358(2)"), stays_open=True),
    Field("appeal_explained", Kind.TRI, Label("Даттануу тартиби түшүндүрүлдү", "Порядок обжалования разъяснён",
        "Appeal explained"), source=cpc("357(4), 358(3)"), stays_open=True),
    Field("released_at", Kind.TIMESTAMP, Label("Кармоодон бошотулду", "Освобождён(а) из-под стражи",
        "Released from custody at"), not_future=True, source=cpc("359"), stays_open=True),
    Field("served_at", Kind.TIMESTAMP, Label("Соттолгонго, акталганга тапшырылды",
        "Копия вручена осуждённому, оправданному", "Copy served on the person at"), not_future=True,
        not_before="pronounced_at", source=cpc("360"), stays_open=True),
    Field("lawyer_served_at", Kind.TIMESTAMP, Label("Адвокатка тапшырылды", "Копия вручена адвокату",
        "Copy served on the lawyer at"), not_future=True, source=cpc("360"), stays_open=True),
    Field("prosecutor_served_at", Kind.TIMESTAMP, Label("Айыптоочуга тапшырылды", "Копия вручена обвинителю",
        "Copy served on the prosecutor at"), not_future=True, source=cpc("360"), stays_open=True),
    Field("victim_served_at", Kind.TIMESTAMP, Label("Жабырлануучуга тапшырылды", "Копия вручена потерпевшему",
        "Copy served on the victim at"), not_future=True, source=cpc("360"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

VERDICT = RecordType(
    "verdict",
    1,
    Label("Өкүм", "Приговор", "Verdict"),
    Archetype.ORDER,
    (*_INTRODUCTION_FIELDS, *_FINDING_FIELDS, *_PUNISHMENT_FIELDS, *_CREDIT_FIELDS, *_PROBATION_FIELDS,
        *_OTHER_FIELDS, *_SERVICE_FIELDS, *order_header("verdict")),
    roles=("court_clerk", "judge", "clerk", "head"),
    sentence=Label(
        "{person}: {kind}, {pronounced_at}[; {punishment}][, {term_years} жыл][, {term_months} ай]",
        "{person}: {kind}, {pronounced_at}[; {punishment}][, {term_years} л.][, {term_months} мес.]",
        "{person}: {kind}, {pronounced_at}[; {punishment}][, {term_years} years][, {term_months} months]",
    ),
    sections=(INTRODUCTION, FINDINGS, PUNISHMENT, CREDIT, PROBATION, OTHER, SERVICE, HEADER),
    columns=("person", "kind", "pronounced_at", "court", "court_number", "punishment", "term_years", "term_months",
        "facility_kind", "probation_months", "served_at"),
    moment="pronounced_at",
    source=cpc("344–361"),
    steps=("P60",),
    signing=Signing("2026-1", ("judge",)),
)

TYPES = (VERDICT,)
