"""A request of a person about data held on that person: access, rectification, restriction, and the answer (P84)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    Archetype,
    Field,
    Filled,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Signing,
    Source,
)
from icjims_core.law.references import dc

# Fields read as the lines of a table.
# fmt: off
REQUEST = Section("request", Label("Суроо-талап", "Запрос", "Request"), dc("72, 74, 82, 83"))
_REQUEST_FIELDS = REQUEST.of(
    Field("applicant", Kind.TEXT, Label("Арыз ээси", "Заявитель", "Applicant"), required=True,
        max_length=300, searchable=True),
    Field("kind", Kind.CODE, Label("Эмне суралат", "О чём запрос", "What is asked"), required=True,
        codes="data_request_kind", source=dc("72, 74, 82, 83")),
    Field("received_at", Kind.TIMESTAMP, Label("Келген убакыт", "Получен", "Received at"),
        required=True, not_future=True, source=dc("72(2)(3), 72(4)")),
    Field("way", Kind.CODE, Label("Кантип тапшырылды", "Способ подачи", "How it was handed in"),
        codes="submission_way"),
    Field("identity_checked", Kind.TRI,
        Label("Инсаны текшерилди", "Личность проверена", "Identity checked")),
    Field("representative", Kind.TEXT,
        Label("Өкүлү жана ыйгарым укук документи", "Представитель и его полномочия",
            "Representative and authority"), max_length=300),
    Field("scope", Kind.RICH,
        Label("Кайсы маалымат боюнча", "О каких данных", "About which data"), max_length=10_000),
    Field("about_case", Kind.REF, Label("Кайсы иш боюнча", "По какому делу", "About which case"),
        target="case"),
    Field("person_statement", Kind.TEXT,
        Label("Адамдын өз билдирүүсү", "Собственное заявление лица", "The person’s own statement"),
        merge=Merge.APPEND, max_length=4_000,
        help=Label("Жазуунун жанында сакталат.", "Хранится рядом с записью.", "It is kept beside the record."),
        source=Source("Directive (EU) 2016/680", "16")),
)

ANSWER = Section("answer_part", Label("Жооп", "Ответ", "Answer"), dc("72–74"))
_ANSWER_FIELDS = ANSWER.of(
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="ruling",
        codes="data_request_decision", source=dc("72–74")),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечим чыгарылды", "Решение принято", "Decided at"),
        unit="ruling", not_future=True, not_before="received_at", required_when=Filled("decision")),
    Field("reasons", Kind.RICH, Label("Негиздемеси", "Мотивы", "Reasons"), unit="ruling",
        max_length=10_000,
        required_when=OneOf("decision", ("granted_partly", "refused", "criminal_procedure")),
        source=dc("73, 83(2)")),
    Field("restriction_grounds", Kind.CODE,
        Label("Чектөөнүн негиздери", "Основания ограничения", "Grounds of restriction"),
        merge=Merge.SET, codes="data_restriction_ground", source=dc("73(1)")),
    Field("answer", Kind.RICH, Label("Жооптун мазмуну", "Содержание ответа", "Content of the answer"),
        max_length=20_000),
    Field("others_redacted", Kind.TRI,
        Label("Башка адамдардын маалыматы жабылды", "Данные других лиц скрыты", "Data of others redacted"),
        source=dc("72(3)")),
    Field("answered_at", Kind.TIMESTAMP, Label("Жооп берилди", "Ответ дан", "Answered at"),
        not_future=True, not_before="received_at", source=dc("72(2)(3), 72(4), 74(3)"), stays_open=True),
    Field("restricted_from", Kind.TIMESTAMP,
        Label("Иштетүү качантан чектелди", "Обработка ограничена с", "Restricted from"),
        unit="restriction", source=dc("84(1)")),
    Field("restricted_until", Kind.TIMESTAMP,
        Label("Иштетүү качанга чейин чектелди", "Обработка ограничена до", "Restricted until"),
        unit="restriction", not_before="restricted_from", source=dc("84(1)")),
    Field("recipients_told", Kind.TEXT,
        Label("Оңдоо жөнүндө кимге билдирилди", "Кто уведомлён об исправлении", "Who was told of the correction"),
        merge=Merge.SET, max_length=300, source=Source("Directive (EU) 2016/680", "7(3), 16(6)")),
    Field("appeal_at", Kind.TIMESTAMP,
        Label("Чечим даттанылды", "Решение обжаловано", "Appealed at"), not_future=True,
        source=dc("83(3)"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000, stays_open=True),
)

DATA_REQUEST = RecordType(
    "data_request",
    1,
    Label("Маалымат ээсинин суроо-талабы", "Запрос субъекта данных", "Request of a data subject"),
    Archetype.ORDER,
    (*_REQUEST_FIELDS, *_ANSWER_FIELDS, *paper("data_request", without=("interpreter",))),
    roles=("clerk", "head", "security_officer"),
    sentence=Label(
        "{applicant}: {kind}, {received_at}[ — {decision}][, жооп {answered_at}]",
        "{applicant}: {kind}, {received_at}[ — {decision}][, ответ {answered_at}]",
        "{applicant}: {kind}, {received_at}[ — {decision}][, answered {answered_at}]",
    ),
    sections=(REQUEST, ANSWER, PAPER),
    columns=(
        *("applicant", "kind", "received_at", "decision", "decided_at", "answered_at"),
        *("about_case", "restricted_from", "restricted_until"),
    ),
    moment="received_at",
    in_case=False,
    source=dc("72–74"),
    steps=("P84",),
    signing=Signing("2026-1", by=("head",)),
    purpose="data_rights",
)

TYPES = (DATA_REQUEST,)
