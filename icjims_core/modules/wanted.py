"""Search for a person: the order, the search file, how it ends (P31)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
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
SEARCH = Section("search", Label("Издөө", "Розыск", "Search"), cpc("248"))
_SEARCH_FIELDS = SEARCH.of(
    Field("person", Kind.REF, Label("Изделүүчү", "Разыскиваемый", "Person sought"), required=True,
        target="person"),
    Field("ground", Kind.CODE, Label("Негизи", "Основание", "Ground"), codes="wanted_ground",
        source=cpc("246(1)(1), 219(4)")),
    Field("ordered_at", Kind.TIMESTAMP, Label("Токтом чыгарылган убакыт", "Постановление вынесено",
        "Order made at"), unit="order", not_future=True, source=cpc("248(1)")),
    Field("order_number", Kind.TEXT, Label("Токтомдун номери", "Номер постановления", "Number of the order"),
        unit="order", max_length=60, searchable=True, source=cpc("248(1)")),
    Field("suspension", Kind.REF, Label("Токтотуу менен бирге жарыяланды", "Объявлен при приостановлении",
        "Announced on suspension"), target="suspension", source=cpc("248(2)")),
    Field("scope", Kind.CODE, Label("Издөөнүн түрү", "Вид розыска", "Scope"), codes="wanted_scope"),
    Field("searching_body", Kind.TEXT, Label("Издөө тапшырылган орган", "Кому поручен розыск",
        "Body charged with the search"), unit="errand", max_length=300, source=cpc("248(1)"), stays_open=True),
    Field("sent_at", Kind.TIMESTAMP, Label("Тапшырма жөнөтүлдү", "Поручение направлено", "Sent at"),
        unit="errand", not_future=True, source=cpc("248(1)"), stays_open=True),
    Field("file_number", Kind.TEXT, Label("Издөө ишинин номери", "Номер розыскного дела",
        "Number of the search file"), max_length=60, searchable=True, stays_open=True),
    Field("wanted_from", Kind.TIMESTAMP, Label("Качантан издөөдө", "В розыске с", "Wanted from"), required=True,
        not_future=True, source=cpc("248(2)")),
    Field("wanted_until", Kind.TIMESTAMP, Label("Качанга чейин издөөдө", "В розыске до", "Wanted until"),
        not_future=True, not_before="wanted_from", stays_open=True),
    Field("photo", Kind.FILE, Label("Сүрөттөрү", "Фотографии", "Photographs"), merge=Merge.SET, stays_open=True),
    Field("appearance", Kind.RICH, Label("Кебете-кешпири жана белгилери", "Приметы", "Appearance"),
        max_length=10_000, stays_open=True),
    Field("possible_places", Kind.TEXT, Label("Болушу мүмкүн жерлер", "Возможные места нахождения",
        "Where the person may be"), merge=Merge.SET, max_length=500, sensitivity=Sensitivity.CONTACT, stays_open=True),
    Field("measure", Kind.REF, Label("Изделип жаткан учурда тандалган бөгөт коюу чарасы",
        "Мера пресечения, избранная в розыске", "Measure of restraint chosen in absence"), target="restraint",
        source=cpc("248(3)")),
    Field("steps_taken", Kind.TEXT, Label("Издөө аракеттери", "Принятые меры", "Steps taken"),
        merge=Merge.APPEND, max_length=4_000, source=cpc("247(1)"), stays_open=True),
)

END = Section("end", Label("Издөөнүн аякташы", "Окончание розыска", "End of the search"), cpc("97(5)"))
_END_FIELDS = END.of(
    Field("outcome", Kind.CODE, Label("Жыйынтыгы", "Результат", "Outcome"), unit="end", codes="wanted_end",
        stays_open=True),
    Field("located_at", Kind.TIMESTAMP, Label("Табылган убакыт", "Обнаружен(а)", "Located at"), unit="end",
        not_future=True, not_before="wanted_from", stays_open=True),
    Field("located_place", Kind.TEXT, Label("Табылган жер", "Где обнаружен(а)", "Where located"), unit="end",
        max_length=500, sensitivity=Sensitivity.CONTACT, stays_open=True),
    Field("apprehension", Kind.REF, Label("Кармоо", "Задержание", "Apprehension"), target="apprehension",
        required_when=Equals("outcome", "apprehended"), source=cpc("96(4), 97(5)"), stays_open=True),
    Field("ended_by_order_at", Kind.TIMESTAMP, Label("Издөөнү токтотуу токтому", "Постановление о прекращении розыска",
        "Order ending the search"), not_future=True, stays_open=True),
)

WANTED = RecordType(
    "wanted",
    1,
    Label("Издөө", "Розыск", "Search for a person"),
    Archetype.ORDER,
    (*_SEARCH_FIELDS, *_END_FIELDS, *order_header("wanted")),
    roles=("inquiry_officer", "investigator", "prosecutor", "head"),
    sentence=Label(
        "{person} издөөгө жарыяланды: {wanted_from}[, издөө иши {file_number}][; {outcome}: {located_at}]",
        "Розыск: {person}, с {wanted_from}[, розыскное дело {file_number}][; {outcome}: {located_at}]",
        "{person} wanted since {wanted_from}[, search file {file_number}][; {outcome}: {located_at}]",
    ),
    sections=(SEARCH, END, HEADER),
    columns=("person", "ground", "scope", "file_number", "wanted_from", "wanted_until", "outcome", "located_at"),
    moment="wanted_from",
    source=cpc("247, 248"),
    steps=("P31",),
    signing=Signing("2026-1", ("investigator",)),
)

TYPES = (WANTED,)
