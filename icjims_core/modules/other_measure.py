"""Other measures: undertaking to appear, bringing, removal from office, arrest of property, no approach (P30)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
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
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
MEASURE = Section("measure", Label("Чара", "Мера", "Measure"), cpc("117"))
_MEASURE_FIELDS = MEASURE.of(
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"), required=True,
        target="person", source=cpc("117(1), 117(2)")),
    Field("measure", Kind.CODE, Label("Чаранын түрү", "Вид меры", "Kind of measure"), required=True,
        unit="measure_step", codes="other_measure", source=cpc("117(1)")),
    Field("step", Kind.CODE, Label("Аракет", "Действие", "Step"), unit="measure_step",
        codes="other_measure_step", source=cpc("118–122")),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons"), max_length=20_000,
        assertion=Assertion.ASSESSMENT, source=cpc("119(1), 120(1), 121(5), 122(2)")),
    Field("absence_reason", Kind.CODE, Label("Келбегендин себеби", "Причина неявки", "Reason of absence"),
        codes="absence_reason", source=cpc("119(2)")),
    Field("warned", Kind.TRI, Label("Аткарбоонун кесепеттери эскертилди", "Предупреждён(а) о последствиях",
        "Warned of the consequences"), source=cpc("118(2)")),
    Field("bringing_barred", Kind.TRI, Label("Алып келүүгө тыюу салынган жагдай бар",
        "Есть обстоятельство, исключающее привод", "Something bars bringing by force"),
        help=Label("14 жашка чейинки бала, кош бойлуу аял, оорулуу.",
            "Ребёнок до 14 лет, беременная женщина, больной.",
            "A child under 14, a pregnant woman, a sick person."), source=cpc("119(5)")),
    Field("brought_at", Kind.TIMESTAMP, Label("Алып келинди", "Доставлен(а)", "Brought at"), unit="bringing",
        not_future=True, help=Label("Түнкүсүн жүргүзүүгө болбойт.", "В ночное время не допускается.",
            "Not at night."), source=cpc("119(4)"), stays_open=True),
    Field("brought_by", Kind.TEXT, Label("Ким алып келди", "Кем доставлен(а)", "Brought by"), unit="bringing",
        max_length=300, source=cpc("119(6)"), stays_open=True),
)

MOTION = Section("motion", Label("Өтүнүч жана соттун чечими", "Ходатайство и решение суда", "Motion and ruling"),
    cpc("120, 121, 122, 268"))
_MOTION_FIELDS = MOTION.of(
    Field("ordered_at", Kind.TIMESTAMP, Label("Токтом чыгарылган убакыт", "Постановление вынесено",
        "Order made at"), unit="order", not_future=True, source=cpc("119(1), 121(3), 122(2)")),
    Field("order_number", Kind.TEXT, Label("Токтомдун номери", "Номер постановления", "Number of the order"),
        unit="order", max_length=60, searchable=True),
    Field("initiative", Kind.TEXT, Label("Кимдин арызы же көрсөтмөсү боюнча", "По чьему заявлению или указанию",
        "On whose request or instruction"), max_length=300, source=cpc("120(1), 121(2), 122(2)")),
    Field("prosecutor_consent", Kind.TRI, Label("Прокурордун макулдугу", "Согласие прокурора",
        "Prosecutor’s consent"), unit="consent", source=cpc("121(3)"), stays_open=True),
    Field("prosecutor_decided_at", Kind.TIMESTAMP, Label("Прокурор чечкен убакыт", "Время решения прокурора",
        "Prosecutor decided at"), unit="consent", not_future=True, stays_open=True),
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, Label("Көчүрмөсү прокурорго жөнөтүлдү",
        "Копия направлена прокурору", "Copy sent to the prosecutor at"), not_future=True, source=cpc("122(2)"),
        stays_open=True),
    Field("served_defence_at", Kind.TIMESTAMP, Label("Көчүрмөсү коргоого тапшырылды", "Копия вручена защите",
        "Copy served on the defence at"), not_future=True,
        help=Label("Сотко берерден кеминде 3 саат мурун.", "Не позднее 3 часов до подачи в суд.",
            "At least 3 hours before filing."), source=cpc("120(2), 121(6)"), stays_open=True),
    Field("filed_at", Kind.TIMESTAMP, Label("Сотко берилди", "Подано в суд", "Filed at"), not_future=True,
        source=cpc("121(6)"), stays_open=True),
    Field("received_at", Kind.TIMESTAMP, Label("Сотко түшкөн убакыт", "Поступило в суд", "Received at"),
        not_future=True, source=cpc("268(2)"), stays_open=True),
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="ruling", codes="motion_decision",
        source=cpc("268(3)"), stays_open=True),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечим чыгарылган убакыт", "Время решения", "Decided at"),
        unit="ruling", not_future=True, source=cpc("268(2)"), stays_open=True),
    Field("decided_by", Kind.TEXT, Label("Чечимди чыгарган адам", "Кем принято", "Decided by"), unit="ruling",
        max_length=200, stays_open=True),
    Field("told_at", Kind.TIMESTAMP, Label("Адамга угузулду", "Объявлено лицу", "Told to the person at"),
        not_future=True, source=cpc("119(3)"), stays_open=True),
    Field("valid_from", Kind.TIMESTAMP, Label("Качантан", "Действует с", "In force from"), unit="term",
        stays_open=True),
    Field("valid_until", Kind.TIMESTAMP, Label("Качанга чейин", "Действует до", "In force until"), unit="term",
        not_before="valid_from", stays_open=True),
    Field("cancelled_at", Kind.TIMESTAMP, Label("Жокко чыгарылды", "Мера отменена", "Cancelled at"), unit="end",
        not_future=True, source=cpc("120(4), 121(13), 122(4)"), stays_open=True),
    Field("cancel_reason", Kind.TEXT, Label("Жокко чыгаруунун себеби", "Причина отмены", "Why cancelled"),
        unit="end", max_length=1_000, stays_open=True),
    Field("breaches", Kind.TEXT, Label("Чараны бузуулар", "Нарушения меры", "Breaches"), merge=Merge.APPEND,
        max_length=4_000, source=cpc("118(3), 122(3)"), stays_open=True),
)

OFFICE = Section("office", Label("Кызматтан четтетүү", "Отстранение от должности", "Removal from office"),
    cpc("120"))
_OFFICE_FIELDS = OFFICE.of(
    Field("post", Kind.TEXT, Label("Кызмат орду", "Должность", "Post"), max_length=300,
        required_when=Equals("measure", "removal"), source=cpc("120(1)")),
    Field("organisation", Kind.TEXT, Label("Иштеген жери", "Место работы", "Organisation"), max_length=300,
        source=cpc("120(3)")),
    Field("sent_to_employer_at", Kind.TIMESTAMP, Label("Жетекчиге жөнөтүлдү", "Направлено руководителю",
        "Sent to the employer at"), not_future=True, source=cpc("120(3)"), stays_open=True),
    Field("employer_received_at", Kind.TIMESTAMP, Label("Жетекчи алды", "Получено руководителем",
        "Received by the employer at"), not_future=True, source=cpc("120(3)"), stays_open=True),
    Field("executed_at", Kind.TIMESTAMP, Label("Аткарылды", "Исполнено", "Executed at"), not_future=True,
        source=cpc("120(3)"), stays_open=True),
)

PROPERTY = Section("property", Label("Мүлккө камак салуу", "Арест имущества", "Arrest of property"), cpc("121, 268"))
_PROPERTY_FIELDS = PROPERTY.of(
    Field("property_found_at", Kind.TIMESTAMP, Label("Мүлк аныкталган убакыт", "Имущество установлено",
        "Property identified at"), not_future=True, source=cpc("121(6)")),
    Field("property_kind", Kind.CODE, Label("Мүлктүн түрлөрү", "Виды имущества", "Kinds of property"),
        merge=Merge.SET, codes="arrested_property", source=cpc("121(10), 121(12), 121(14)")),
    Field("property_description", Kind.RICH, Label("Мүлктүн тизмеси", "Опись имущества", "Inventory"),
        max_length=50_000, required_when=Equals("measure", "property_arrest"), source=cpc("121(12), 268(4)")),
    Field("property_value", Kind.MONEY, Label("Баасы", "Стоимость", "Value"), minimum=0, source=cpc("121(5), 268(4)")),
    Field("harm_amount", Kind.MONEY, Label("Келтирилген зыян", "Размер ущерба", "Amount of harm"), minimum=0,
        source=cpc("121(5)")),
    Field("holder", Kind.TEXT, Label("Мүлк кимде, кайда", "У кого и где находится", "Held by whom and where"),
        max_length=500, source=cpc("121(4), 268(4)")),
    Field("keeper", Kind.TEXT, Label("Кимдин сактоосуна берилди", "Кому передано на хранение", "In whose keeping"),
        unit="keeping", max_length=300, source=cpc("121(9), 268(7)"), stays_open=True),
    Field("keeper_warned", Kind.TRI, Label("Сактоочу жоопкерчилик жөнүндө эскертилди",
        "Хранитель предупреждён об ответственности", "Keeper warned of liability"), unit="keeping",
        source=cpc("121(9), 268(7)"), stays_open=True),
    Field("frozen_at", Kind.TIMESTAMP, Label("Бүтүмдөр кечиктирилгис токтотулду", "Операции приостановлены неотложно",
        "Dealings stopped urgently at"), not_future=True, source=cpc("121(11)")),
    Field("copy_given_at", Kind.TIMESTAMP, Label("Протоколдун көчүрмөсү ээсине берилди",
        "Копия протокола вручена владельцу", "Copy of the protocol handed at"), not_future=True,
        source=cpc("121(12)"), stays_open=True),
)

APPROACH = Section("approach", Label("Жакындоого тыюу", "Запрет на приближение", "Ban on approaching"), cpc("122"))
_APPROACH_FIELDS = APPROACH.of(
    Field("protected", Kind.REF, Label("Ким корголот", "Кто защищается", "Who is protected"), merge=Merge.SET,
        target="person", source=cpc("122(1)")),
    Field("prohibitions", Kind.TEXT, Label("Тыюу салуулар", "Запреты", "Prohibitions"), merge=Merge.SET,
        max_length=500, source=cpc("122(1)")),
    Field("distance_m", Kind.INT, Label("Аралык, метр", "Расстояние, м", "Distance in metres"), minimum=0,
        maximum=100_000),
    Field("protected_told_at", Kind.TIMESTAMP, Label("Корголгон адамга билдирилди", "Защищаемое лицо извещено",
        "Protected person told at"), not_future=True, sensitivity=Sensitivity.CONTACT, stays_open=True),
)

OTHER_MEASURE = RecordType(
    "other_measure",
    1,
    Label("Башка камсыздоо чарасы", "Иная мера обеспечения", "Other measure"),
    Archetype.ORDER,
    (*_MEASURE_FIELDS, *_MOTION_FIELDS, *_OFFICE_FIELDS, *_PROPERTY_FIELDS, *_APPROACH_FIELDS,
        *order_header("other_measure")),
    roles=("inquiry_officer", "investigator", "prosecutor", "court_clerk", "judge", "head"),
    sentence=Label(
        "{person}: {measure}[ — {step}][, {ordered_at}][, чечим: {decision}]",
        "{person}: {measure}[ — {step}][, {ordered_at}][, решение: {decision}]",
        "{person}: {measure}[ — {step}][, {ordered_at}][, decision: {decision}]",
    ),
    sections=(MEASURE, MOTION, OFFICE, PROPERTY, APPROACH, HEADER),
    columns=("person", "measure", "step", "ordered_at", "filed_at", "decision", "decided_at", "valid_until",
        "cancelled_at"),
    moment="ordered_at",
    source=cpc("117–122"),
    steps=("P30",),
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge"), (("prosecutor", "consent"),)),
)

TYPES = (OTHER_MEASURE,)
