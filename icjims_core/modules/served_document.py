"""A paper served on a participant: when, how, in which language, and whether that language is understood (P16)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Label, Merge, OneOf, RecordType, Section
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off

PAPER = Section("paper", Label("Документ", "Документ", "Paper"), cpc("44(1), 46(1)"))
_PAPER_FIELDS = PAPER.of(
    Field("person", Kind.REF, Label("Кимге тапшырылды", "Кому вручено", "Served on"), required=True,
        target="person"),
    Field("paper", Kind.CODE, Label("Кандай документ", "Какой документ", "Which paper"), required=True,
        unit="paper_of", codes="service_paper", source=cpc("44(1)(2), 44(1)(3), 46(1)(1), 154(3), 163(2), 179(5)")),
    Field("paper_title", Kind.TEXT, Label("Документтин аталышы, номери", "Название и номер документа",
        "Title and number of the paper"), unit="paper_of", max_length=300, required_when=Equals("paper", "other")),
    Field("act", Kind.REF, Label("Документтин жазуусу", "Запись документа", "Record of the paper"), unit="paper_of"),
)

SERVICE = Section("service", Label("Тапшыруу", "Вручение", "Service"))
_SERVICE_FIELDS = SERVICE.of(
    Field("served_at", Kind.TIMESTAMP, Label("Тапшырылган убакыт", "Время вручения", "Served at"), required=True,
        not_future=True),
    Field("way", Kind.CODE, Label("Кантип тапшырылды", "Способ вручения", "How served"), codes="summons_way"),
    Field("served_by", Kind.TEXT, Label("Ким тапшырды", "Кем вручено", "Served by"), max_length=200),
    Field("received_by", Kind.TEXT, Label("Башка адам алса: ким", "Если принял другой: кто",
        "Received by another: who"), max_length=200),
    Field("signature", Kind.SIGNATURE, Label("Алгандыгы жөнүндө кол", "Подпись о получении",
        "Signature of receipt")),
    Field("not_served_reason", Kind.TEXT, Label("Тапшыруу кыйындыгы", "Препятствия к вручению",
        "Difficulty of the service"), max_length=500),
)

LANGUAGE = Section("language", Label("Тили", "Язык", "Language"), cpc("44(1)(10), 44(1)(11), 58(4)"))
_LANGUAGE_FIELDS = LANGUAGE.of(
    Field("language", Kind.CODE, Label("Документтин тили", "Язык документа", "Language of the paper"),
        codes="language"),
    Field("language_understood", Kind.TRI, Label("Адам бул тилди түшүнөт", "Лицо понимает этот язык",
        "The person understands this language")),
    Field("translated", Kind.TRI, Label("Котормосу берилди", "Вручён перевод", "Translation given"),
        required_when=OneOf("language_understood", ("no", "not_asked")), source=cpc("58(4)(3)")),
    Field("translation_language", Kind.CODE, Label("Котормонун тили", "Язык перевода",
        "Language of the translation"), codes="language", required_when=Equals("translated", "yes")),
    Field("interpreter", Kind.REF, Label("Котормочу", "Переводчик", "Interpreter"), target="participant",
        source=cpc("58(4)(3)")),
    Field("copy", Kind.FILE, Label("Тапшырылган нуска", "Вручённый экземпляр", "Copy served"), merge=Merge.SET),
    Field("remarks", Kind.TEXT, Label("Эскертүүлөр", "Замечания", "Remarks"), merge=Merge.APPEND, max_length=2_000),
)

SERVED_DOCUMENT = RecordType(
    "served_document",
    1,
    Label("Тапшырылган документ", "Вручённый документ", "Paper served"),
    Archetype.EVENT,
    (*_PAPER_FIELDS, *_SERVICE_FIELDS, *_LANGUAGE_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "prosecutor", "court_clerk",
        "judge", "probation_officer", "penitentiary_officer", "clerk", "head"),
    sentence=Label(
        "Тапшырылды: {paper} — {person}, {served_at}[; тилин түшүнөт: {language_understood}]",
        "Вручено: {paper} — {person}, {served_at}[; язык понятен: {language_understood}]",
        "Served: {paper} — {person}, {served_at}[; language understood: {language_understood}]",
    ),
    sections=(PAPER, SERVICE, LANGUAGE),
    columns=("person", "paper", "served_at", "way", "language", "language_understood", "translated"),
    moment="served_at",
    source=cpc("44(1), 46(1)"),
    steps=("P14", "P16"),
)

TYPES = (SERVED_DOCUMENT,)
