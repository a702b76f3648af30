"""Confrontation of two persons interrogated before (P34)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, RECORDING, challenge, recording
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
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
PERSONS = Section("persons", Label("Беттештирилгендер", "Участники очной ставки", "The two persons"), cpc("204(1)"))
_PERSONS_FIELDS = PERSONS.of(
    Field("first_person", Kind.REF, Label("Биринчи адам", "Первый участник", "First person"), required=True,
        target="person", source=cpc("204(1)")),
    Field("first_capacity", Kind.CODE, Label("Биринчисинин абалы", "Процессуальное положение первого",
        "Capacity of the first"), codes="interrogation_capacity"),
    Field("second_person", Kind.REF, Label("Экинчи адам", "Второй участник", "Second person"), required=True,
        target="person", source=cpc("204(1)")),
    Field("second_capacity", Kind.CODE, Label("Экинчисинин абалы", "Процессуальное положение второго",
        "Capacity of the second"), codes="interrogation_capacity"),
    Field("first_interrogated", Kind.REF, Label("Биринчисинин мурунку суракка алуусу", "Прежний допрос первого",
        "Earlier interrogation of the first"), target="interrogation", source=cpc("204(1)")),
    Field("second_interrogated", Kind.REF, Label("Экинчисинин мурунку суракка алуусу", "Прежний допрос второго",
        "Earlier interrogation of the second"), target="interrogation", source=cpc("204(1)")),
    Field("contradictions", Kind.RICH, Label("Көрсөтмөлөрдөгү карама-каршылыктар", "Существенные противоречия",
        "Contradictions in their testimony"), max_length=10_000, source=cpc("204(1)")),
    Field("lawyers", Kind.TEXT, Label("Адвокаттар", "Адвокаты", "Lawyers"), merge=Merge.SET, max_length=200,
        source=cpc("204(2)")),
    Field("child_takes_part", Kind.TRI, Label("Бала катышат", "Участвует ребёнок", "A child takes part"),
        unit="child", source=cpc("204(3)")),
    Field("child_representative", Kind.TEXT, Label("Ата-энеси, мыйзамдуу өкүлү же коргоо органынын кызматкери",
        "Родители, законный представитель или сотрудник органа защиты детей",
        "Parents, legal representative or child-protection officer"), unit="child", max_length=300,
        required_when=Equals("child_takes_part", "yes"), source=cpc("204(3)")),
    Field("psychologist", Kind.TEXT, Label("Психолог же педагог (14 жашка чейин)",
        "Психолог или педагог (до 14 лет)", "Psychologist or pedagogue (under 14)"), unit="child", max_length=200,
        source=cpc("204(3)")),
)

COURSE = Section("course", Label("Жүрүшү", "Ход", "Course"), cpc("204(4)–204(9)"))
_COURSE_FIELDS = COURSE.of(
    Field("rights_explained", Kind.TRI, Label("Укуктары жана тартиби түшүндүрүлдү", "Права и порядок разъяснены",
        "Rights and procedure explained"), source=cpc("204(4)")),
    Field("liability_warned", Kind.TRI, Label("Жалган көрсөтмө үчүн жоопкерчилик эскертилди",
        "Предупреждены об ответственности за ложные показания", "Warned of liability for false testimony"),
        source=cpc("204(4)")),
    Field("relations", Kind.RICH, Label("Бири-бирин тааныйбы, мамилелери", "Знают ли друг друга, отношения",
        "Whether they know each other, their relations"), max_length=5_000, source=cpc("204(5)")),
    Field("content", Kind.RICH, Label("Көрсөтмөлөр, суроолор жана жооптор", "Показания, вопросы и ответы",
        "Statements, questions and answers"), searchable=True, source=cpc("204(5), 204(9)")),
    Field("shown", Kind.REF, Label("Көрсөтүлгөн далилдер", "Предъявленные доказательства", "Evidence shown"),
        merge=Merge.SET, target="evidence", source=cpc("204(6)")),
    Field("earlier_read", Kind.TRI, Label("Мурунку көрсөтмөлөр кийин окулду",
        "Прежние показания оглашены после новых", "Earlier testimony read only afterwards"), source=cpc("204(7)")),
    Field("interrupted_at", Kind.TIMESTAMP, Label("Үзгүлтүккө учуратылды", "Прервана", "Interrupted at"),
        unit="interruption", not_future=True, source=cpc("204(8)")),
    Field("interruption_reason", Kind.RICH, Label("Үзгүлтүктүн себеби (коркутуу, басым)",
        "Причина (угрозы, давление)", "Why it was interrupted (threats, pressure)"), unit="interruption",
        max_length=5_000, required_when=Filled("interrupted_at"), source=cpc("204(8)")),
    Field("result", Kind.RICH, Label("Жыйынтыгы", "Результат", "Result"), max_length=5_000),
)

CONFRONTATION = RecordType(
    "confrontation",
    1,
    Label("Беттештирүү", "Очная ставка", "Confrontation"),
    Archetype.EVENT,
    (*_PERSONS_FIELDS, *_COURSE_FIELDS, *recording(), *challenge(), *header("confrontation")),
    roles=("investigator", "inquiry_officer", "prosecutor", "head"),
    sentence=Label(
        "{first_person} менен {second_person} беттештирилди[: {started_at}][ – {ended_at}]",
        "Очная ставка: {first_person} и {second_person}[, {started_at}][ – {ended_at}]",
        "{first_person} confronted with {second_person}[ {started_at}][ – {ended_at}]",
    ),
    sections=(PERSONS, COURSE, RECORDING, CHALLENGE, HEADER),
    columns=("first_person", "second_person", "started_at", "ended_at", "drawn_by"),
    moment="started_at",
    source=cpc("204"),
    steps=("P34",),
    signing=Signing("2026-1", ("investigator", "prosecutor")),
)

TYPES = (CONFRONTATION,)
