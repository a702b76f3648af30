"""Protocol of any other procedural action: samples, documents asked for, written tasks and the like (P04, P32)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, CONTROL, RECORDING, challenge, judicial_control, recording
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
ACTION = Section("action", Label("Аракет", "Действие", "Action"), cpc("153(1), 170"))
_ACTION_FIELDS = ACTION.of(
    Field("kind", Kind.CODE, Label("Аракеттин түрү", "Вид действия", "Kind of action"), required=True,
        codes="protocol_kind", source=cpc("153(1), 170")),
    Field("kind_text", Kind.TEXT, Label("Башка аракеттин аталышы", "Название иного действия",
        "Name of another action"), max_length=300, required_when=Equals("kind", "other")),
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"), target="person"),
    Field("purpose", Kind.RICH, Label("Максаты", "Цель", "Purpose"), max_length=5_000, source=cpc("192")),
    Field("description", Kind.RICH, Label("Жүрүшү жана жыйынтыгы", "Ход и результаты", "Course and results"),
        searchable=True, source=cpc("170(3)")),
    Field("statements", Kind.RICH, Label("Катышуучулардын арыздары", "Заявления участников",
        "Statements of those present"), max_length=20_000, source=cpc("170(3)")),
    Field("rights_explained", Kind.TRI, Label("Укуктары жана милдеттери түшүндүрүлдү",
        "Права и обязанности разъяснены", "Rights and duties explained"), source=cpc("165(1), 166")),
    Field("lawyer", Kind.REF, Label("Адвокаты", "Адвокат", "Lawyer"), target="participant"),
    Field("lawyer_waived", Kind.TRI, Label("Адвокаттан баш тартуу билдирилди", "Заявлен отказ от адвоката",
        "Lawyer waived"), source=cpc("170(6)")),
    Field("refusal_filmed", Kind.TRI, Label("Кол коюудан баш тартуу видеого жазылды",
        "Отказ от подписи зафиксирован на видео", "Refusal to sign was filmed"), source=cpc("171(1)")),
    Field("signed_instead", Kind.TEXT, Label("Кол коё албагандын ордуна ким койду",
        "Кто подписал вместо не способного подписать", "Who signed for a person unable to"), max_length=300,
        source=cpc("171(3)")),
    Field("nondisclosure_warned", Kind.TRI, Label("Маалыматты таратпоо эскертилди",
        "Предупреждены о неразглашении", "Warned not to disclose"), source=cpc("167(2)")),
    Field("specialist_document", Kind.FILE, Label("Адистин документи", "Документ специалиста",
        "Document of the specialist"), merge=Merge.SET, source=cpc("170(9)")),
)

SAMPLES = Section("samples", Label("Үлгүлөр", "Образцы", "Samples"), cpc("191, 192"))
_SAMPLES_FIELDS = SAMPLES.of(
    Field("sample_kinds", Kind.CODE, Label("Үлгүлөрдүн түрү", "Виды образцов", "Kinds of samples"),
        merge=Merge.SET, codes="sample_kind", source=cpc("191(5), 191(13)")),
    Field("sample_quantity", Kind.TEXT, Label("Саны жана көлөмү", "Количество", "Quantity"), max_length=300,
        source=cpc("191(2)")),
    Field("order_at", Kind.TIMESTAMP, Label("Үлгү алуу токтому", "Постановление о получении образцов",
        "Order to take samples"), not_future=True, required_when=Equals("kind", "samples"), source=cpc("191(2)")),
    Field("sample_basis", Kind.CODE, Label("Макулдук же соттун чечими", "Согласие или решение суда",
        "Consent or court order"), codes="entry_basis", required_when=Equals("kind", "samples"),
        source=cpc("191(3), 191(4)")),
    Field("written_consent", Kind.FILE, Label("Жазуу жүзүндөгү макулдук", "Письменное согласие", "Written consent"),
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("191(16)")),
    Field("taken_by", Kind.TEXT, Label("Үлгүнү ким алды", "Кто получил образцы", "Who took the samples"),
        max_length=300, source=cpc("191(8)–191(11)")),
    Field("same_sex", Kind.TRI, Label("Чечиндирүүдө бир жыныстагы адам алды", "При обнажении — лицо того же пола",
        "Taken by a person of the same sex where undressed"), source=cpc("191(8)")),
    Field("methods", Kind.TEXT, Label("Ыкмалар", "Методы и процедуры", "Methods"), max_length=1_000,
        source=cpc("192")),
    Field("packaging", Kind.TEXT, Label("Таңгагы жана мөөрү", "Упаковка и опечатывание", "Packaging and sealing"),
        max_length=500, source=cpc("191(11), 191(17)")),
    Field("sent_to_expert_at", Kind.TIMESTAMP, Label("Экспертке жөнөтүлдү", "Направлено эксперту",
        "Sent to the expert at"), not_future=True, source=cpc("191(17)"), stays_open=True),
    Field("examination", Kind.REF, Label("Экспертиза", "Экспертиза", "Expert examination"),
        target="expert_examination", source=cpc("191(1)"), stays_open=True),
)

DEMAND = Section("demand", Label("Талап жана тапшырма", "Требование и поручение", "Demand and task"),
    cpc("153(1)(5), 153(1)(6)"))
_DEMAND_FIELDS = DEMAND.of(
    Field("addressee", Kind.TEXT, Label("Кимге", "Кому адресовано", "Addressee"), max_length=300, searchable=True,
        source=cpc("153(1)(5), 153(1)(6)")),
    Field("asked_for", Kind.RICH, Label("Эмне суралды же тапшырылды", "Что истребовано или поручено",
        "What is asked for"), max_length=10_000, source=cpc("153(1)(5), 153(1)(6)")),
    Field("sent_at", Kind.TIMESTAMP, Label("Жөнөтүлдү", "Направлено", "Sent at"), not_future=True, stays_open=True),
    Field("due_at", Kind.TIMESTAMP, Label("Мөөнөтү", "Срок исполнения", "Due at")),
    Field("received_at", Kind.TIMESTAMP, Label("Жооп алынды", "Ответ получен", "Answer received at"),
        not_future=True, stays_open=True),
    Field("answer", Kind.RICH, Label("Жооптун мазмуну", "Содержание ответа", "Answer"), max_length=20_000,
        stays_open=True),
    Field("items", Kind.REF, Label("Берилген далилдер", "Представленные предметы", "Things given"),
        merge=Merge.SET, target="evidence", source=cpc("173(1)"), stays_open=True),
)

PROTOCOL = RecordType(
    "protocol",
    1,
    Label("Протокол", "Протокол действия", "Protocol"),
    Archetype.EVENT,
    (*_ACTION_FIELDS, *_SAMPLES_FIELDS, *_DEMAND_FIELDS, *judicial_control(), *recording(), *challenge(),
        *header("protocol")),
    roles=("inquiry_officer", "investigator", "prosecutor", "head"),
    sentence=Label(
        "{kind}[: {person}][, {addressee}][, {started_at}][, {place}]",
        "{kind}[: {person}][, {addressee}][, {started_at}][, {place}]",
        "{kind}[: {person}][, {addressee}][, {started_at}][, {place}]",
    ),
    sections=(ACTION, SAMPLES, DEMAND, CONTROL, RECORDING, CHALLENGE, HEADER),
    columns=("kind", "person", "addressee", "started_at", "sent_at", "received_at", "drawn_by"),
    moment="started_at",
    source=cpc("153(1), 170, 171, 191"),
    steps=("P04", "P32"),
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "prosecutor")),
)

TYPES = (PROTOCOL,)
