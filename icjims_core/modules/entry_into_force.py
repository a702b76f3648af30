"""Entry of the verdict into force and its sending to execution (P64)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import Archetype, Field, Kind, Label, Merge, RecordType, Section, Signing
from icjims_core.law.references import cpc, pec

# Fields read as the lines of a table.
# fmt: off
FORCE = Section("force", Label("Мыйзамдуу күчүнө кириши", "Вступление в законную силу", "Entry into force"),
    cpc("426–428"))
_FORCE_FIELDS = FORCE.of(
    Field("verdict", Kind.REF, Label("Өкүм", "Приговор", "Verdict"), target="verdict", source=cpc("426")),
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"), required=True,
        target="person", source=cpc("426(3)")),
    Field("in_force_at", Kind.TIMESTAMP, Label("Күчүнө кирген убакыт", "Вступил в силу", "In force from"),
        required=True, not_future=True, unit="force_time", source=cpc("426(1), 426(2)")),
    Field("how", Kind.CODE, Label("Кантип күчүнө кирди", "Как вступил в силу", "How it came into force"),
        unit="force_time", codes="force_event", source=cpc("426, 428, 450(1)")),
    Field("appeal", Kind.REF, Label("Апелляция", "Апелляция", "Appeal"), target="appeal", source=cpc("426(2)")),
    Field("case_returned_at", Kind.TIMESTAMP, Label("Иш жогорку инстанциядан кайтты", "Дело возвращено из инстанции",
        "Case returned from the higher court at"), not_future=True, source=cpc("424(1), 450(2)")),
)

SENDING = Section("sending", Label("Аткарууга жөнөтүү", "Обращение к исполнению", "Sending to execution"),
    cpc("426(4), 429"))
_SENDING_FIELDS = SENDING.of(
    Field("order_at", Kind.TIMESTAMP, Label("Аткаруу жөнүндө буйрук", "Распоряжение об исполнении",
        "Order to execute at"), not_future=True, source=cpc("429(2)")),
    Field("body", Kind.CODE, Label("Кайсы органга", "Какому органу", "To which body"), unit="addressee",
        codes="execution_body", source=cpc("429(2)")),
    Field("addressee_office", Kind.CODE, Label("Аткаруучу мекеменин коду", "Код исполняющего органа",
        "Code of the office"), unit="addressee", codes="office"),
    Field("addressee_name", Kind.TEXT, Label("Аткаруучу мекеменин аталышы", "Наименование исполняющего органа",
        "Name of the office"), unit="addressee", max_length=300),
    Field("sent_at", Kind.TIMESTAMP, Label("Аткарууга жөнөтүлдү", "Направлено к исполнению",
        "Sent to execution at"), not_future=True, not_before="in_force_at", source=cpc("426(4)"), stays_open=True),
    Field("papers", Kind.TEXT, Label("Жөнөтүлгөн документтер", "Направленные документы", "Papers sent"),
        merge=Merge.SET, max_length=300, source=cpc("429(2)"), stays_open=True),
    Field("writ_number", Kind.TEXT, Label("Аткаруу барагынын номери", "Номер исполнительного листа",
        "Number of the writ"), unit="writ", max_length=60, searchable=True, source=cpc("429(2)"), stays_open=True),
    Field("writ_sent_at", Kind.TIMESTAMP, Label("Аткаруу барагы жөнөтүлдү", "Исполнительный лист направлен",
        "Writ sent at"), unit="writ", not_future=True, source=cpc("429(2)"), stays_open=True),
    Field("received_at", Kind.TIMESTAMP, Label("Аткаруучу орган алды", "Получено исполняющим органом",
        "Received by the office at"), unit="confirmed", not_future=True, not_before="sent_at", source=cpc("429(3)"),
        stays_open=True),
    Field("received_number", Kind.TEXT, Label("Алган органдын кириш номери", "Входящий номер органа",
        "Incoming number"), unit="confirmed", max_length=60, stays_open=True),
    Field("executed_told_at", Kind.TIMESTAMP, Label("Аткарылганы сотко билдирилди", "Суд извещён об исполнении",
        "Court told of the execution at"), not_future=True, source=cpc("429(3)"), stays_open=True),
    Field("serving_place", Kind.TEXT, Label("Жазаны өтөө жери", "Место отбывания наказания",
        "Place where the punishment is served"), max_length=300, source=cpc("429(3)"), stays_open=True),
    Field("family_told_at", Kind.TIMESTAMP, Label("Үй-бүлөсүнө билдирилди", "Семья извещена", "Family told at"),
        not_future=True, source=cpc("430(1)"), stays_open=True),
    Field("visit_allowed_at", Kind.TIMESTAMP, Label("Жакындары менен жолугушуу берилди", "Свидание предоставлено",
        "Visit granted at"), not_future=True, source=cpc("430(2)"), stays_open=True),
    Field("embassy_told_at", Kind.TIMESTAMP, Label("Элчиликке билдирилди", "Дипломатическое представительство извещено",
        "Embassy told at"), not_future=True, source=pec("31(2)"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

ENTRY_INTO_FORCE = RecordType(
    "entry_into_force",
    1,
    Label("Өкүмдүн күчүнө кириши", "Вступление приговора в силу", "Entry of the verdict into force"),
    Archetype.ORDER,
    (*_FORCE_FIELDS, *_SENDING_FIELDS, *order_header("entry_into_force")),
    roles=("court_clerk", "judge", "clerk", "head"),
    sentence=Label(
        "{person}: өкүм күчүнө кирди {in_force_at}[; аткарууга жөнөтүлдү {sent_at}][: {body}]",
        "{person}: приговор вступил в силу {in_force_at}[; к исполнению {sent_at}][: {body}]",
        "{person}: verdict in force {in_force_at}[; sent to execution {sent_at}][: {body}]",
    ),
    sections=(FORCE, SENDING, HEADER),
    columns=("verdict", "person", "in_force_at", "how", "body", "addressee_name", "sent_at", "received_at",
        "executed_told_at"),
    moment="in_force_at",
    source=cpc("426–430"),
    steps=("P64",),
    signing=Signing("2026-1", ("judge",)),
)

TYPES = (ENTRY_INTO_FORCE,)
