"""A protection order: term, conditions, service, checks, breach, end (P81)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Filled,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Signing,
    Source,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
# The law of 27.04.2017 № 63 on protection from family violence; its text was not read, so nothing here is verified.
_LAW = Source("DV", "№ 63")

ORDER = Section("order", Label("Ордер", "Охранный ордер", "Protection order"), _LAW)
_ORDER_FIELDS = ORDER.of(
    Field("person", Kind.REF,
        Label("Кимге карата", "В отношении кого", "In respect of"), required=True, target="person"),
    Field("victim", Kind.REF, Label("Корголгон адам", "Защищаемое лицо", "Person protected"),
        required=True, target="person"),
    Field("incident", Kind.REF, Label("Кайсы учур боюнча", "По какому случаю", "Because of which incident"),
        target="violence_incident"),
    Field("kind", Kind.CODE, Label("Ордердин түрү", "Вид ордера", "Kind of order"),
        codes="protection_order_kind", source=_LAW),
    Field("statement_at", Kind.TIMESTAMP,
        Label("Арыз берилди", "Заявление подано", "Asked for at"), not_future=True, source=_LAW),
    Field("order_number", Kind.TEXT, Label("Ордердин номери", "Номер ордера", "Number of the order"),
        unit="issue", max_length=60, searchable=True),
    Field("decided_at", Kind.TIMESTAMP, Label("Ордер берилди", "Ордер выдан", "Issued at"),
        unit="issue", not_future=True, not_before="statement_at", source=_LAW),
    Field("issued_by", Kind.TEXT, Label("Ким берди", "Кем выдан", "Issued by"), unit="issue",
        max_length=300),
    Field("valid_from", Kind.TIMESTAMP, Label("Качантан", "Действует с", "In force from"), unit="term"),
    Field("valid_until", Kind.TIMESTAMP, Label("Качанга чейин", "Действует до", "In force until"),
        unit="term", not_before="valid_from", source=_LAW),
    Field("earlier_order", Kind.REF,
        Label("Узартылган ордер", "Продлеваемый ордер", "Order that it prolongs"),
        target="protection_order", required_when=Equals("kind", "prolonged"), source=_LAW),
    Field("conditions", Kind.CODE, Label("Шарттары", "Условия", "Conditions"), merge=Merge.SET,
        codes="protection_condition", source=cpc("122(1)")),
    Field("conditions_text", Kind.RICH,
        Label("Шарттардын тактоосу", "Уточнение условий", "Details of the conditions"),
        max_length=10_000),
    Field("covers_children", Kind.TRI,
        Label("Балдарга да таралат", "Распространяется на детей", "Covers the children")),
    Field("device_number", Kind.TEXT,
        Label("Электрондук байкоо каражатынын номери", "Номер устройства наблюдения",
            "Number of the monitoring device"), max_length=60),
)

SERVICE = Section("service", Label("Тапшыруу", "Вручение", "Service"), _LAW)
_SERVICE_FIELDS = SERVICE.of(
    Field("served_at", Kind.TIMESTAMP,
        Label("Адамга тапшырылды", "Вручён лицу", "Served on the person at"), unit="serving",
        not_future=True, not_before="decided_at",
        help=Label("Бул кагазда корголгон адамдын дареги болбойт.",
            "В этой бумаге нет адреса защищаемого лица.",
            "This paper never holds the address of the person protected."), stays_open=True),
    Field("serve_refused", Kind.TRI,
        Label("Кол коюудан баш тартты", "Отказался(ась) подписать", "Refused to sign"), unit="serving",
        stays_open=True),
    Field("refusal_reason", Kind.TEXT,
        Label("Баш тартуунун себеби", "Причина отказа", "Reason of the refusal"), unit="serving",
        max_length=1_000, stays_open=True),
    Field("explained_language", Kind.CODE,
        Label("Кайсы тилде түшүндүрүлдү", "На каком языке разъяснено", "Language it was explained in"),
        codes="language"),
    Field("copy_to_victim_at", Kind.TIMESTAMP,
        Label("Корголгон адамга көчүрмөсү берилди", "Копия вручена защищаемому лицу",
            "Copy to the person protected at"), not_future=True, stays_open=True),
    Field("prosecutor_told_at", Kind.TIMESTAMP,
        Label("Прокурорго билдирилди", "Прокурор уведомлён", "Prosecutor told at"), not_future=True,
        stays_open=True),
)

CONTROL = Section("control", Label("Көзөмөлдөө", "Контроль", "Checks"), _LAW)
_CONTROL_FIELDS = CONTROL.of(
    Field("checks", Kind.TEXT,
        Label("Текшерүүлөр: качан, ким, эмне көрдү", "Проверки: когда, кто, что установлено",
            "Checks: when, by whom, what was found"), merge=Merge.APPEND, max_length=2_000, stays_open=True),
    Field("breached", Kind.TRI, Label("Ордер бузулду", "Ордер нарушен", "The order was broken"),
        unit="breaking", stays_open=True),
    Field("breach_kind", Kind.CODE, Label("Бузуунун түрү", "Вид нарушения", "Kind of breach"),
        unit="breaking", codes="protection_breach", required_when=Equals("breached", "yes")),
    Field("broken_at", Kind.TIMESTAMP, Label("Качан бузулду", "Когда нарушен", "Broken at"),
        unit="breaking", not_future=True, required_when=Equals("breached", "yes"), stays_open=True),
    Field("breach_text", Kind.RICH,
        Label("Бузуунун жагдайы", "Обстоятельства нарушения", "Circumstances of the breach"),
        unit="breaking", max_length=10_000, stays_open=True),
    Field("breach_response", Kind.TEXT,
        Label("Көрүлгөн чара", "Принятые меры", "What was done about it"), max_length=1_000,
        source=Source("CoO", "71"), stays_open=True),
    Field("shelter", Kind.TRI, Label("Баш калкалоочу жай берилди", "Предоставлен приют", "Shelter given")),
    Field("referrals", Kind.CODE, Label("Кайда жолдонду", "Куда направлено", "Referred to"),
        merge=Merge.SET, codes="support_service", source=_LAW),
    Field("ended_on", Kind.DATE, Label("Ордер токтогон күн", "Ордер прекращён", "Ended on"),
        unit="end", not_future=True, stays_open=True),
    Field("end_reason", Kind.TEXT, Label("Токтогонунун себеби", "Причина прекращения", "Why it ended"),
        unit="end", max_length=500, required_when=Filled("ended_on"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000, stays_open=True),
)

PROTECTION_ORDER = RecordType(
    "protection_order",
    1,
    Label("Коргоо ордери", "Охранный ордер", "Protection order"),
    Archetype.ORDER,
    (*_ORDER_FIELDS, *_SERVICE_FIELDS, *_CONTROL_FIELDS, *paper("protection_order")),
    roles=("duty_officer", "inquiry_officer", "investigator", "judge", "court_clerk", "clerk", "head"),
    sentence=Label(
        "{person}: {kind}[ № {order_number}][, {valid_from} – {valid_until}][; тапшырылды {served_at}]",
        "{person}: {kind}[ № {order_number}][, {valid_from} – {valid_until}][; вручён {served_at}]",
        "{person}: {kind}[ no. {order_number}][, {valid_from} – {valid_until}][; served {served_at}]",
    ),
    sections=(ORDER, SERVICE, CONTROL, PAPER),
    columns=("person", "victim", "kind", "order_number", "decided_at", "valid_from", "valid_until", "served_at",
        "breached", "ended_on"),
    moment="decided_at",
    source=_LAW,
    steps=("P81",),
    signing=Signing("2026-1", by=("duty_officer", "inquiry_officer", "investigator", "head", "judge")),
    purpose="protection_from_violence",
)

TYPES = (PROTECTION_ORDER,)
