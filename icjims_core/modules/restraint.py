"""Measure of restraint: motion, decision, term, extension, change and end (P28, P29)."""

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
)

# Fields read as the lines of a table.
# fmt: off
MOTION = Section("motion", Label("Өтүнүч", "Ходатайство", "Motion"), cpc("105, 106"))
_MOTION_FIELDS = MOTION.of(
    Field("person", Kind.REF,
        Label("Кимге карата", "В отношении кого", "In respect of"), required=True,
        target="person"),
    Field("measure", Kind.CODE,
        Label("Бөгөт коюу чарасы", "Мера пресечения", "Measure of restraint"), required=True,
        unit="measure_step", codes="restraint", source=cpc("104(2)")),
    Field("step", Kind.CODE, Label("Аракет", "Действие", "Step"), unit="measure_step",
        codes="restraint_step", source=cpc("106, 115, 116")),
    Field("grounds", Kind.CODE, Label("Негиздери", "Основания", "Grounds"), merge=Merge.SET,
        codes="restraint_ground", source=cpc("105(1)")),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons"), max_length=20_000,
        assertion=Assertion.ASSESSMENT, source=cpc("106(3)")),
    Field("motion_at", Kind.TIMESTAMP,
        Label("Өтүнүч козголгон убакыт", "Ходатайство возбуждено", "Motion made at"),
        not_future=True, source=cpc("106(3)")),
    Field("prosecutor_consent", Kind.TRI,
        Label("Прокурордун макулдугу", "Согласие прокурора", "Prosecutor’s consent"),
        unit="consent", source=cpc("106(3), 115(2)")),
    Field("prosecutor_decided_at", Kind.TIMESTAMP,
        Label("Прокурор чечкен убакыт", "Время решения прокурора", "Prosecutor decided at"),
        unit="consent", not_future=True),
    Field("served_defence_at", Kind.TIMESTAMP,
        Label("Көчүрмөсү коргоого тапшырылды", "Копия вручена защите",
            "Copy served on the defence at"), not_future=True, source=cpc("106(4)")),
    Field("filed_at", Kind.TIMESTAMP,
        Label("Сотко берилди", "Подано в суд", "Filed with the court at"), not_future=True,
        source=cpc("106(4), 106(5)")),
)

DECISION = Section("decision", Label("Чечим", "Решение", "Decision"), cpc("106, 108, 115"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="ruling",
        codes="motion_decision"),
    Field("decided_at", Kind.TIMESTAMP,
        Label("Чечим чыгарылган убакыт", "Время решения", "Decided at"), unit="ruling",
        not_future=True),
    Field("decided_by", Kind.TEXT,
        Label("Чечимди чыгарган адам", "Кем принято", "Decided by"), unit="ruling",
        max_length=200),
    Field("order_number", Kind.TEXT,
        Label("Токтомдун номери", "Номер постановления", "Number of the order"), unit="ruling",
        max_length=60),
    Field("copy_given_at", Kind.TIMESTAMP,
        Label("Көчүрмөсү адамга берилди", "Копия вручена лицу", "Copy handed at"),
        not_future=True, source=cpc("108(2)")),
    Field("appeal_explained", Kind.TRI,
        Label("Даттануу тартиби түшүндүрүлдү", "Порядок обжалования разъяснён",
            "Right of appeal explained"), source=cpc("106(2), 108(3)")),
)

TERM = Section("term", Label("Мөөнөтү жана шарттары", "Срок и условия", "Term and conditions"),
    cpc("112, 113, 115"))
_TERM_FIELDS = TERM.of(
    Field("valid_from", Kind.TIMESTAMP, Label("Качантан", "Действует с", "In force from"),
        unit="term"),
    Field("valid_until", Kind.TIMESTAMP, Label("Качанга чейин", "Действует до", "In force until"),
        unit="term", not_before="valid_from", source=cpc("115(1)")),
    Field("facility", Kind.TEXT,
        Label("Кармоо жайы", "Место содержания", "Place of detention"), max_length=300,
        source=cpc("114(6)")),
    Field("obligations", Kind.TEXT,
        Label("Коюлган чектөөлөр", "Возложенные ограничения", "Restrictions imposed"),
        merge=Merge.SET, max_length=500, source=cpc("113(1)")),
    Field("bail_amount", Kind.MONEY, Label("Күрөөнүн суммасы", "Сумма залога", "Amount of bail"),
        unit="bail", required_when=Equals("measure", "bail"), minimum=0, source=cpc("112(1)")),
    Field("bail_payer", Kind.TEXT, Label("Күрөө төлөөчү", "Залогодатель", "Bail payer"),
        unit="bail", max_length=200, source=cpc("112(1)")),
    Field("house_address", Kind.TEXT,
        Label("Үй камагынын дареги", "Адрес домашнего ареста", "Address of house arrest"),
        max_length=500, sensitivity=Sensitivity.CONTACT),
    Field("device_number", Kind.TEXT,
        Label("Электрондук байкоо каражатынын номери", "Номер устройства наблюдения",
            "Number of the monitoring device"), max_length=60),
)

CARE = Section("care", Label("Камкордук жана кабарлоо", "Попечение и уведомление",
    "Care and notification"), cpc("107, 114(6)"))
_CARE_FIELDS = CARE.of(
    Field("dependants_left", Kind.TRI,
        Label("Кароосуз балдар калды", "Остались дети без надзора", "Children left without care"),
        unit="dependants", source=cpc("107(2)")),
    Field("dependants_care", Kind.TEXT,
        Label("Балдар кимге берилди", "Кому переданы дети", "To whose care"), unit="dependants",
        max_length=300, required_when=Equals("dependants_left", "yes"), source=cpc("107(2)")),
    Field("property_protected", Kind.TEXT,
        Label("Мүлктү коргоо чаралары", "Меры по охране имущества", "Property safe-keeping"),
        max_length=500, source=cpc("107(2)")),
    Field("relatives_notified_at", Kind.TIMESTAMP,
        Label("Туугандарына билдирилди", "Родственники уведомлены", "Relatives notified at"),
        not_future=True, source=cpc("114(6)")),
)

END = Section("end", Label("Аякташы", "Прекращение", "End"), cpc("116"))
_END_FIELDS = END.of(
    Field("ended_at", Kind.TIMESTAMP,
        Label("Чара аяктаган убакыт", "Мера прекращена", "Ended at"), unit="end",
        not_future=True, not_before="valid_from"),
    Field("end_reason", Kind.TEXT,
        Label("Аяктоонун себеби", "Причина прекращения", "Reason of the end"), unit="end",
        max_length=500),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

RESTRAINT = RecordType(
    "restraint",
    1,
    Label("Бөгөт коюу чарасы", "Мера пресечения", "Measure of restraint"),
    Archetype.ORDER,
    (*_MOTION_FIELDS, *_DECISION_FIELDS, *_TERM_FIELDS, *_CARE_FIELDS, *_END_FIELDS),
    roles=("investigator", "prosecutor", "court_clerk", "judge", "clerk", "head"),
    sentence=Label(
        "{person}: {measure}[ — {step}][, чечим: {decision}][, мөөнөтү {valid_until}]",
        "{person}: {measure}[ — {step}][, решение: {decision}][, до {valid_until}]",
        "{person}: {measure}[ — {step}][, decision: {decision}][, until {valid_until}]",
    ),
    sections=(MOTION, DECISION, TERM, CARE, END),
    columns=("person", "measure", "step", "motion_at", "decision", "decided_at", "valid_from",
        "valid_until", "ended_at"),
    moment="decided_at",
    source=cpc("104, 106, 115"),
    steps=("P28", "P29"),
)

TYPES = (RESTRAINT,)
