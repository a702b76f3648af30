"""Physical evidence: what it is, where it comes from, how it is kept, its fate (P42)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import CHALLENGE, challenge, order_header
from icjims_core.declarations.schema import (
    Archetype,
    Field,
    Filled,
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
ITEM = Section("item", Label("Предмет", "Предмет", "The thing"), cpc("86(1), 86(2), 173"))
_ITEM_FIELDS = ITEM.of(
    Field("item_number", Kind.TEXT, Label("Далилдин номери", "Номер вещественного доказательства",
        "Number of the item"), max_length=60, searchable=True),
    Field("kind", Kind.CODE, Label("Түрү", "Вид", "Kind"), codes="evidence_kind", source=cpc("86(1), 87(2)")),
    Field("description", Kind.TEXT, Label("Баяндалышы", "Описание", "Description"), required=True,
        max_length=1_000, searchable=True, source=cpc("86(2), 214(2)")),
    Field("marks", Kind.RICH, Label("Жекече белгилери", "Индивидуальные признаки", "Individual marks"),
        max_length=10_000, source=cpc("172(10), 214(2)")),
    Field("quantity", Kind.TEXT, Label("Саны, өлчөмү", "Количество, мера", "Number or measure"), max_length=60,
        source=cpc("214(2)")),
    Field("weight_g", Kind.INT, Label("Салмагы, г", "Вес, г", "Weight, g"), minimum=0, source=cpc("214(2)")),
    Field("value", Kind.MONEY, Label("Баасы", "Стоимость", "Value"), minimum=0, source=cpc("214(2)")),
    Field("serial", Kind.TEXT, Label("Сериялык номери, IMEI", "Серийный номер, IMEI", "Serial number, IMEI"),
        max_length=120, searchable=True),
    Field("owner", Kind.REF, Label("Ээси", "Владелец", "Owner"), target="person", source=cpc("86(4)")),
    Field("photos", Kind.FILE, Label("Сүрөттөр жана видео", "Фото- и видеосъёмка", "Photographs and video"),
        merge=Merge.SET, source=cpc("86(2)"), stays_open=True),
)

ORIGIN = Section("origin", Label("Кайдан алынган", "Происхождение", "Origin"), cpc("86(2), 173(1), 173(2)"))
_ORIGIN_FIELDS = ORIGIN.of(
    Field("taken_at", Kind.TIMESTAMP, Label("Алынган убакыт", "Изъято", "Taken at"), unit="taking",
        not_future=True, source=cpc("173(1)")),
    Field("taken_place", Kind.TEXT, Label("Алынган жер", "Место изъятия", "Place it was taken"), unit="taking",
        max_length=500, source=cpc("173(1)")),
    Field("taken_by", Kind.TEXT, Label("Ким алды", "Кем изъято", "Taken by"), unit="taking", max_length=300),
    Field("from_inspection", Kind.REF, Label("Кароодон", "Из осмотра", "From an inspection"), target="inspection",
        source=cpc("173(1)")),
    Field("from_search", Kind.REF, Label("Тинтүүдөн же алып коюудан", "Из обыска или выемки",
        "From a search or seizure"), target="search", source=cpc("173(1)")),
    Field("from_apprehension", Kind.REF, Label("Кармоодогу жеке тинтүүдөн", "Из личного обыска при задержании",
        "From the personal search at an apprehension"), target="apprehension", source=cpc("98, 213(2)")),
    Field("from_protocol", Kind.REF, Label("Башка протоколдон", "Из иного протокола", "From another protocol"),
        target="protocol", source=cpc("173(1)")),
    Field("recognised_at", Kind.TIMESTAMP, Label("Заттык далил деп таануу токтому",
        "Постановление о признании вещественным доказательством", "Order recognising it as evidence"),
        unit="recognition", not_future=True, source=cpc("86(2), 173(2)")),
    Field("recognition_number", Kind.TEXT, Label("Таануу токтомунун номери", "Номер постановления о признании",
        "Number of that order"), unit="recognition", max_length=60),
    Field("packaging", Kind.TEXT, Label("Таңгагы", "Упаковка", "Packaging"), unit="packing", max_length=500,
        source=cpc("172(10), 212(19)")),
    Field("seal_number", Kind.TEXT, Label("Мөөрдүн номери", "Номер печати, пломбы", "Number of the seal"),
        unit="packing", max_length=60, source=cpc("172(10), 212(19)")),
)

KEEPING = Section("keeping", Label("Сактоо", "Хранение", "Keeping"), cpc("87"))
_KEEPING_FIELDS = KEEPING.of(
    Field("storage", Kind.CODE, Label("Сактоо жайы", "Место хранения", "Place of storage"), unit="place_kept",
        codes="storage_place", source=cpc("87(1), 87(2)"), stays_open=True),
    Field("storage_text", Kind.TEXT, Label("Кайда так (бөлмө, текче, банк)", "Где именно (камера, полка, банк)",
        "Where exactly"), unit="place_kept", max_length=300, sensitivity=Sensitivity.CONTACT, stays_open=True),
    Field("receipt_number", Kind.TEXT, Label("Квитанциянын номери", "Номер квитанции", "Number of the receipt"),
        max_length=60, stays_open=True),
    Field("arrest", Kind.REF, Label("Мүлккө камак салуу", "Арест имущества", "Arrest of property"),
        target="other_measure", source=cpc("87(2)(5)"), stays_open=True),
    Field("examinations", Kind.REF, Label("Экспертизалар", "Экспертизы", "Expert examinations"), merge=Merge.SET,
        target="expert_examination", source=cpc("190(1)"), stays_open=True),
    Field("sampled", Kind.TEXT, Label("Экспертке берилген үлгү, калдыгы", "Образец для эксперта, остаток",
        "Sample for the expert, what is left"), max_length=1_000, source=cpc("87(2)(4), 179(1)(5)"), stays_open=True),
)

FATE = Section("fate", Label("Тагдыры", "Решение о судьбе", "Its fate"), cpc("86(4), 87(1)"))
_FATE_FIELDS = FATE.of(
    Field("fate", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="decision_on_fate",
        codes="evidence_fate", source=cpc("86(4)"), stays_open=True),
    Field("fate_decided_at", Kind.TIMESTAMP, Label("Чечим чыгарылган убакыт", "Решение принято", "Decided at"),
        unit="decision_on_fate", not_future=True, required_when=Filled("fate"), source=cpc("86(4)"), stays_open=True),
    Field("fate_decided_by", Kind.TEXT, Label("Ким чечти", "Кем принято", "Decided by"),
        unit="decision_on_fate", max_length=300, required_when=Filled("fate"), source=cpc("86(4), 87(6)"),
        stays_open=True),
    Field("owner_consent", Kind.TRI, Label("Ээсинин макулдугу", "Согласие владельца", "Consent of the owner"),
        source=cpc("87(2)(1), 87(6)"), stays_open=True),
    Field("executed_at", Kind.TIMESTAMP, Label("Аткарылды", "Исполнено", "Executed at"), unit="execution",
        not_future=True, source=cpc("86(4), 87(2)(4)"), stays_open=True),
    Field("execution_act", Kind.TEXT, Label("Аткаруу актысы же расписка", "Акт или расписка об исполнении",
        "Act or receipt of execution"), unit="execution", max_length=300, required_when=Filled("executed_at"),
        source=cpc("87(2)(3), 87(2)(4)"), stays_open=True),
    Field("execution_file", Kind.FILE, Label("Акты, расписка", "Акт, расписка", "Act or receipt"),
        merge=Merge.SET, stays_open=True),
)

EVIDENCE = RecordType(
    "evidence",
    1,
    Label("Заттык далил", "Вещественное доказательство", "Physical evidence"),
    Archetype.EVENT,
    (*_ITEM_FIELDS, *_ORIGIN_FIELDS, *_KEEPING_FIELDS, *challenge(), *_FATE_FIELDS, *order_header("evidence")),
    roles=("inquiry_officer", "investigator", "prosecutor", "court_clerk", "judge", "clerk", "head"),
    sentence=Label(
        "Заттык далил[ № {item_number}]: {description}[, {storage}][, {fate}]",
        "Вещественное доказательство[ № {item_number}]: {description}[, {storage}][, {fate}]",
        "Evidence[ No. {item_number}]: {description}[, {storage}][, {fate}]",
    ),
    sections=(ITEM, ORIGIN, KEEPING, CHALLENGE, FATE, HEADER),
    columns=("item_number", "kind", "description", "taken_at", "storage", "fate", "executed_at"),
    moment="taken_at",
    source=cpc("86, 87"),
    steps=("P42",),
    signing=Signing("2026-1", ("investigator", "judge")),
)

TYPES = (EVIDENCE,)
