"""A contact with a probation client: planned, held or missed, and what followed (P71, P72, P77)."""

from __future__ import annotations

from icjims_core.law import cc, pec
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
)

# Fields read as the lines of a table.
# fmt: off
MEETING = Section("meeting", Label("Байланыш", "Контакт", "Contact"), pec("165, 166"))
_MEETING_FIELDS = MEETING.of(
    Field("supervision", Kind.REF,
        Label("Пробациялык көзөмөл", "Пробационный надзор", "Probation supervision"),
        required=True, target="supervision"),
    Field("kind", Kind.CODE, Label("Байланыштын түрү", "Вид контакта", "Kind of contact"),
        required=True, codes="contact_kind"),
    Field("planned_at", Kind.TIMESTAMP,
        Label("Пландалган убакыт", "Запланировано на", "Planned for")),
    Field("held_at", Kind.TIMESTAMP,
        Label("Болгон убакыт", "Состоялся", "Held at"), unit="outcome", not_future=True),
    Field("result", Kind.CODE, Label("Жыйынтыгы", "Результат", "Result"), unit="outcome",
        codes="contact_result"),
    Field("officer", Kind.TEXT,
        Label("Пробация кызматкери", "Сотрудник пробации", "Probation officer"),
        max_length=200),
    Field("place", Kind.TEXT, Label("Орду", "Место", "Place"), max_length=300),
    Field("topics", Kind.TEXT,
        Label("Аңгеменин темалары", "Темы беседы", "Topics of the talk"), merge=Merge.SET,
        max_length=200, source=cc("83(1)(4)")),
    Field("summary", Kind.RICH,
        Label("Кыскача мазмуну", "Краткое содержание", "Summary"), max_length=20_000,
        searchable=True),
    Field("obligations_checked", Kind.CODE,
        Label("Текшерилген милдеттер", "Проверенные обязанности", "Obligations checked"),
        merge=Merge.SET, codes="probation_obligation", source=cc("83(2)")),
)

BREACH = Section("breach", Label("Бузуу", "Нарушение", "Breach"), pec("168"))
_BREACH_FIELDS = BREACH.of(
    Field("breach", Kind.TRI, Label("Тартип бузулду", "Допущено нарушение", "Breach"),
        unit="breach_found", source=pec("168(1)")),
    Field("breach_text", Kind.TEXT,
        Label("Эмне бузулду", "В чём нарушение", "What was breached"), unit="breach_found",
        required_when=Equals("breach", "yes")),
    Field("explanation", Kind.RICH,
        Label("Кардардын түшүндүрмөсү", "Объяснение клиента", "The client’s explanation"),
        max_length=10_000),
    Field("good_reason", Kind.CODE,
        Label("Жүйөлүү себеп", "Уважительная причина", "Good reason"), unit="reason",
        codes="good_reason", source=pec("168(1)")),
    Field("reason_document", Kind.TEXT,
        Label("Ырастаган документ", "Подтверждающий документ", "Supporting document"),
        unit="reason", max_length=300),
    Field("response", Kind.CODE, Label("Көрүлгөн чара", "Принятая мера", "Response"),
        unit="response_made", codes="breach_response", source=pec("168")),
    Field("response_at", Kind.TIMESTAMP,
        Label("Чара көрүлгөн убакыт", "Время принятия меры", "Response made at"),
        unit="response_made", not_future=True),
    Field("response_reason", Kind.RICH,
        Label("Чараны тандоонун негиздемеси", "Обоснование меры", "Reasons of the response"),
        unit="response_made", max_length=10_000, assertion=Assertion.ASSESSMENT),
)

NEXT = Section("next", Label("Андан ары", "Далее", "What next"))
_NEXT_FIELDS = NEXT.of(
    Field("next_at", Kind.TIMESTAMP,
        Label("Кийинки келүү", "Следующая явка", "Next appointment"), source=cc("83(1)(4)")),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

CONTACT = RecordType(
    "contact",
    1,
    Label("Кардар менен байланыш", "Контакт с клиентом", "Contact with a client"),
    Archetype.EVENT,
    (*_MEETING_FIELDS, *_BREACH_FIELDS, *_NEXT_FIELDS),
    roles=("probation_officer", "clerk", "head"),
    sentence=Label(
        "{kind}[, {planned_at} пландалган][, болду: {held_at}][ — {result}][; чара: {response}]",
        "{kind}[, запланировано {planned_at}][, состоялось {held_at}][ — {result}]"
        "[; мера: {response}]",
        "{kind}[, planned {planned_at}][, held {held_at}][ — {result}][; response: {response}]",
    ),
    sections=(MEETING, BREACH, NEXT),
    columns=("supervision", "kind", "planned_at", "held_at", "result", "officer", "breach",
        "response", "next_at"),
    moment="planned_at",
    source=pec("165, 166, 168"),
    steps=("P71", "P72", "P77"),
)

TYPES = (CONTACT,)
