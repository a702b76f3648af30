"""Sending a case, material or errand to another body; complete only with the receipt of the other side (P08, P54)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
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
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off

SENDING = Section("sending", Label("Жөнөтүү", "Передача", "Hand-over"), cpc("157, 159, 160"))
_SENDING_FIELDS = SENDING.of(
    Field("kind", Kind.CODE, Label("Өткөрүп берүүнүн түрү", "Вид передачи", "Kind of hand-over"), required=True,
        codes="handover_kind", source=cpc("153(5), 157(1), 160")),
    Field("to_office", Kind.TEXT, Label("Кайсы органга (коду)", "В какой орган (код)", "To which office (code)"),
        required=True, unit="receiver", max_length=40, pattern=r"[0-9A-Za-z-]{2,40}", searchable=True,
        picked_from="office", name_in="to_name"),
    Field("to_name", Kind.TEXT, Label("Органдын аталышы", "Наименование органа", "Name of the body"),
        unit="receiver", max_length=300),
    Field("from_office", Kind.TEXT, Label("Кайсы органдан (коду)", "Из какого органа (код)",
        "From which office (code)"), max_length=40, pattern=r"[0-9A-Za-z-]{2,40}", picked_from="office"),
    Field("sent_at", Kind.TIMESTAMP, Label("Жөнөтүлгөн убакыт", "Время передачи", "Sent at"), required=True,
        not_future=True),
    Field("sent_by", Kind.TEXT, Label("Ким жөнөттү", "Кем передано", "Sent by"), max_length=200),
    Field("outgoing_number", Kind.TEXT, Label("Чыгуучу номери", "Исходящий номер", "Outgoing number"),
        max_length=60, searchable=True),
    Field("person", Kind.REF, Label("Кимге тиешелүү", "В отношении кого", "Person concerned"), target="person"),
)

REASON = Section("reason", Label("Негизи", "Основание", "Reason"), cpc("35(1)(5), 159, 160"))
_REASON_FIELDS = REASON.of(
    Field("reason", Kind.CODE, Label("Өткөрүп берүүнүн себеби", "Причина передачи", "Reason"),
        codes="handover_reason", required_when=Equals("kind", "jurisdiction"),
        source=cpc("35(1)(5), 159(8), 159(9), 160(1)")),
    Field("competence_article", Kind.TEXT, Label("Караштуулуктун ченеми", "Норма о подследственности",
        "Provision on competence"), max_length=100, source=cpc("159")),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons in full"), max_length=20_000,
        assertion=Assertion.ASSESSMENT),
    Field("prosecutor_name", Kind.TEXT, Label("Жөнөтүү жөнүндө чечим чыгарган прокурор",
        "Прокурор, принявший решение о направлении", "Prosecutor who decided"), max_length=200,
        source=cpc("35(1)(5), 160(2)")),
    Field("errand", Kind.RICH, Label("Тапшырманын мазмуну", "Содержание поручения", "What is to be done"),
        max_length=20_000, required_when=Equals("kind", "errand"), source=cpc("160(3)")),
)

CONTENT = Section("content", Label("Эмне өткөрүлүп берилет", "Что передаётся", "What is handed over"))
_CONTENT_FIELDS = CONTENT.of(
    Field("volumes", Kind.INT, Label("Томдордун саны", "Число томов", "Volumes"), unit="extent", minimum=0,
        maximum=10_000),
    Field("folios", Kind.INT, Label("Барактардын саны", "Число листов", "Folios"), unit="extent", minimum=0,
        maximum=1_000_000),
    Field("inventory", Kind.RICH, Label("Документтердин тизмеси (опись)", "Опись документов", "Inventory of folios"),
        max_length=50_000),
    Field("evidence_items", Kind.TEXT, Label("Заттай далилдер", "Вещественные доказательства", "Physical evidence"),
        merge=Merge.SET, max_length=300),
    Field("detained", Kind.REF, Label("Камактагы адамдар", "Лица под стражей", "Persons in custody"),
        merge=Merge.SET, target="person"),
    Field("urgent_actions_done", Kind.TRI, Label("Кечиктирилгис аракеттер аткарылды", "Неотложные действия проведены",
        "Urgent actions done"), source=cpc("160(2)")),
)

COURSE = Section("course", Label("Жолдо", "В пути", "In transit"))
_COURSE_FIELDS = COURSE.of(
    Field("expected_by", Kind.DATE, Label("Качан алынышы күтүлөт", "Ожидаемая дата получения", "Expected by"),
        not_before="sent_at", stays_open=True),
    Field("inquiries", Kind.TEXT, Label("Кайда экенин сураган аракеттер", "Запросы о судьбе отправления",
        "Inquiries after it"), merge=Merge.APPEND, max_length=2_000, stays_open=True),
)

HANDOVER = RecordType(
    "handover",
    1,
    Label("Өткөрүп берүү", "Передача", "Hand-over"),
    Archetype.ORDER,
    (*_SENDING_FIELDS, *_REASON_FIELDS, *_CONTENT_FIELDS, *_COURSE_FIELDS, *header("handover")),
    roles=("duty_officer", "inquiry_officer", "investigator", "prosecutor", "court_clerk", "judge",
        "probation_officer", "penitentiary_officer", "clerk", "head"),
    sentence=Label(
        "Жөнөтүлдү: {kind} — {to_office}[ ({to_name})], {sent_at}[, {volumes} том][, {folios} барак]",
        "Передано: {kind} — {to_office}[ ({to_name})], {sent_at}[, томов {volumes}][, листов {folios}]",
        "Sent: {kind} — {to_office}[ ({to_name})], {sent_at}[, volumes {volumes}][, folios {folios}]",
    ),
    sections=(SENDING, REASON, CONTENT, COURSE, HEADER),
    columns=("kind", "from_office", "to_office", "sent_at", "reason", "outgoing_number", "folios", "expected_by"),
    moment="sent_at",
    source=cpc("157, 159, 160"),
    steps=("P08", "P53", "P54", "P64", "P76"),
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge", "head", "probation_officer")),
)

TYPES = (HANDOVER,)
