"""The log of calls to lawyers, interpreters, psychologists, doctors: evidence of the attempts made (P15–P17, P22)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Filled,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off

CALL = Section("call", Label("Чакыруу", "Вызов", "Call"), cpc("50, 58, 102"))
_CALL_FIELDS = CALL.of(
    Field("service", Kind.CODE, Label("Ким чакырылды", "Кого вызывали", "Who was called"), required=True,
        codes="contact_service", source=cpc("44(1)(17), 48, 50, 54, 58, 102, 464")),
    Field("person", Kind.REF, Label("Ким үчүн", "Для кого", "For whom"), target="person"),
    Field("called_name", Kind.TEXT, Label("Чакырылган адамдын аты-жөнү", "Имя вызванного", "Name of the one called"),
        unit="called", max_length=200, searchable=True, picked_from="contacts"),
    Field("listed_as", Kind.TEXT, Label("Маалымдамадагы жазуусу", "Запись в справочнике", "Entry of the directory"),
        unit="called", max_length=100),
    Field("phone", Kind.TEXT, Label("Телефону", "Телефон", "Telephone"), unit="called", max_length=60,
        sensitivity=Sensitivity.CONTACT),
    Field("language", Kind.CODE, Label("Кайсы тил үчүн", "Для какого языка", "For which language"),
        codes="language", required_when=OneOf("service", ("interpreter", "sign_interpreter"))),
    Field("called_at", Kind.TIMESTAMP, Label("Чакырылган убакыт", "Время вызова", "Called at"), required=True,
        not_future=True),
    Field("way", Kind.CODE, Label("Кантип", "Каким способом", "How"), codes="contact_attempt_way"),
    Field("called_by", Kind.TEXT, Label("Ким чакырды", "Кто вызывал", "Who called"), max_length=200),
)

RESULT = Section("result", Label("Жыйынтыгы", "Результат", "Result"))
_RESULT_FIELDS = RESULT.of(
    Field("result", Kind.CODE, Label("Жыйынтыгы", "Результат", "Result"), required=True, unit="answer",
        codes="contact_attempt_result"),
    Field("reason", Kind.TEXT, Label("Келбөө себеби", "Причина отказа", "Reason for not coming"), unit="answer",
        max_length=1_000, required_when=Equals("result", "declined")),
    Field("answered_by", Kind.TEXT, Label("Ким жооп берди", "Кто ответил", "Who answered"), unit="answer",
        max_length=200),
    Field("expected_at", Kind.TIMESTAMP, Label("Качан келет", "Когда прибудет", "Expected at"), unit="answer"),
    Field("arrived_at", Kind.TIMESTAMP, Label("Келген убакыт", "Прибыл", "Arrived at"), unit="arrival",
        not_future=True, not_before="called_at"),
    Field("left_at", Kind.TIMESTAMP, Label("Кеткен убакыт", "Убыл", "Left at"), unit="arrival", not_future=True,
        not_before="arrived_at"),
    Field("replacement", Kind.TEXT, Label("Анын ордуна ким", "Кем заменён", "Replaced by"), max_length=200,
        required_when=Filled("replacement_reason")),
    Field("replacement_reason", Kind.TEXT, Label("Алмаштыруунун себеби", "Причина замены",
        "Reason of the replacement"), max_length=500, source=cpc("50(4), 50(5)")),
    Field("evidence", Kind.FILE, Label("Чалуунун далили", "Подтверждение вызова", "Evidence of the call"),
        merge=Merge.SET),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000),
)

CONTACT_ATTEMPT = RecordType(
    "contact_attempt",
    1,
    Label("Чакыруу аракети", "Попытка вызова", "Attempt to call"),
    Archetype.EVENT,
    (*_CALL_FIELDS, *_RESULT_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "prosecutor", "court_clerk",
        "judge", "probation_officer", "penitentiary_officer", "clerk", "head"),
    sentence=Label(
        "Чакырылды: {service}[, {called_name}], {called_at} — {result}[; {person} үчүн][; келди {arrived_at}]",
        "Вызов: {service}[, {called_name}], {called_at} — {result}[; для: {person}][; прибытие {arrived_at}]",
        "Called: {service}[, {called_name}], {called_at} — {result}[; for {person}][; arrived {arrived_at}]",
    ),
    sections=(CALL, RESULT),
    columns=("service", "person", "called_name", "called_at", "way", "result", "arrived_at"),
    moment="called_at",
    source=cpc("50, 58, 102"),
    steps=("P15", "P16", "P17", "P22"),
)

TYPES = (CONTACT_ATTEMPT,)
