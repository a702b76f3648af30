"""A request of a client to leave, move or change work, and the decision within its term (P76)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Filled,
    Kind,
    Label,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.law.references import pec

# Fields read as the lines of a table.
# fmt: off
REQUEST = Section("request", Label("Өтүнүч", "Заявление", "Request"), pec("63, 166"))
_REQUEST_FIELDS = REQUEST.of(
    Field("person", Kind.REF, Label("Пробациянын кардары", "Клиент пробации", "Probation client"),
        required=True, target="person"),
    Field("supervision", Kind.REF,
        Label("Пробациялык көзөмөл", "Пробационный надзор", "Probation supervision"),
        target="supervision"),
    Field("kind", Kind.CODE, Label("Эмне суралат", "О чём заявление", "What is asked"),
        required=True, codes="permission_kind", source=pec("63(2), 166(2)")),
    Field("requested_at", Kind.TIMESTAMP,
        Label("Арыз берилди", "Заявление подано", "Requested at"), not_future=True,
        source=pec("63(2)(3), 166(2)(3)")),
    Field("ground", Kind.CODE, Label("Негизи", "Основание", "Ground"), codes="permission_ground",
        source=pec("63(2)(3), 166(2)(3)")),
    Field("ground_document", Kind.TEXT,
        Label("Ырастаган документ", "Подтверждающий документ", "Supporting document"),
        max_length=300),
    Field("destination", Kind.TEXT, Label("Кайда барат", "Куда", "Destination"), max_length=500,
        sensitivity=Sensitivity.CONTACT),
    Field("away_from", Kind.DATE, Label("Качантан", "С какого дня", "From"), unit="absence_time"),
    Field("away_until", Kind.DATE, Label("Качанга чейин", "По какой день", "Until"),
        unit="absence_time", not_before="away_from"),
    Field("days", Kind.INT,
        Label("Күнү, жолду эсептебегенде", "Суток, не считая дороги", "Days, travel not counted"),
        minimum=1, maximum=366,
        help=Label("Кыска мөөнөткө чыгуу он күндөн ашпайт.", "Краткосрочный выезд — не более десяти суток.",
            "A short leave is ten days at most."), source=pec("63(2)(3), 166(2)(3)")),
    Field("travel_days", Kind.INT,
        Label("Жолго кеткен күндөр", "Суток на дорогу", "Days of travel"), minimum=0, maximum=30,
        source=pec("166(2)(3)")),
)

DECISION = Section("decision_part", Label("Чечим", "Решение", "Decision"), pec("63(2)(3), 166(2)(3)"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="ruling",
        codes="permission_decision"),
    Field("decided_at", Kind.TIMESTAMP,
        Label("Чечим чыгарылды", "Решение принято", "Decided at"), unit="ruling", not_future=True,
        not_before="requested_at", required_when=Filled("decision"), source=pec("166(2)(3)")),
    Field("decided_by", Kind.TEXT, Label("Ким чечти", "Кем принято", "Decided by"), unit="ruling",
        max_length=200),
    Field("reasons", Kind.RICH, Label("Негиздемеси", "Мотивы", "Reasons"), unit="ruling",
        max_length=5_000, required_when=Equals("decision", "refused"), source=pec("53(2)")),
    Field("conditions", Kind.TEXT,
        Label("Шарттары", "Условия", "Conditions"), max_length=1_000),
    Field("told_at", Kind.TIMESTAMP,
        Label("Кардарга билдирилди", "Клиент уведомлён", "The client told at"), not_future=True, stays_open=True),
    Field("returned_at", Kind.TIMESTAMP,
        Label("Кайтып келди", "Вернулся(ась)", "Back at"), not_future=True, stays_open=True),
)

MOVE = Section("move", Label("Көчүү", "Переезд", "Move"), pec("45(2)(6), 54(1)(4), 166(1)(3)"))
_MOVE_FIELDS = MOVE.of(
    Field("changed_on", Kind.DATE,
        Label("Өзгөргөн күнү", "Дата перемены", "Changed on"), not_future=True,
        source=pec("45(2)(6), 54(1)(4)")),
    Field("told_office_at", Kind.TIMESTAMP,
        Label("Кардар билдирген убакыт", "Клиент сообщил", "Told by the client at"), not_future=True,
        source=pec("45(2)(6), 54(1)(4)")),
    Field("new_address", Kind.TEXT, Label("Жаңы дареги", "Новый адрес", "New address"),
        max_length=500, sensitivity=Sensitivity.CONTACT, required_when=Equals("kind", "residence")),
    Field("new_office", Kind.CODE,
        Label("Жаңы жер боюнча орган", "Орган по новому месту", "Office of the new place"),
        codes="office"),
    Field("file_transfer", Kind.REF,
        Label("Жеке ишти өткөрүү", "Передача личного дела", "Transfer of the file"), target="handover",
        stays_open=True),
)

TRAVEL_PERMISSION = RecordType(
    "travel_permission",
    1,
    Label("Чыгууга, көчүүгө уруксат", "Разрешение на выезд, переезд", "Permission to leave or move"),
    Archetype.ORDER,
    (*_REQUEST_FIELDS, *_DECISION_FIELDS, *_MOVE_FIELDS, *paper("travel_permission")),
    roles=("probation_officer", "clerk", "head"),
    sentence=Label(
        "{person}: {kind}[, {away_from} – {away_until}][ — {decision}][, {decided_at}]",
        "{person}: {kind}[, {away_from} – {away_until}][ — {decision}][, {decided_at}]",
        "{person}: {kind}[, {away_from} – {away_until}][ — {decision}][, {decided_at}]",
    ),
    sections=(REQUEST, DECISION, MOVE, PAPER),
    columns=("person", "supervision", "kind", "requested_at", "away_from", "away_until", "days", "decision",
        "decided_at", "returned_at"),
    moment="requested_at",
    source=pec("63, 166"),
    steps=("P76",),
    signing=Signing("2026-1", by=("probation_officer", "head")),
    purpose="execution_of_sentences",
)

TYPES = (TRAVEL_PERMISSION,)
