"""Take-over from paper: the declared starting state of a case, or of a person in it, with its source and officer."""

from __future__ import annotations

from typing import Final

from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Blank,
    Field,
    Filled,
    Gravity,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Signing,
)
from icjims_core.law.references import cpc

HOLDING: Final = ("custody", "house_arrest")
"""Measures that take liberty."""

# Fields read as the lines of a table.
# fmt: off
_SEGMENT = (r"(apprehension|custody|house_arrest|hospital) [0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?"
    r"/([0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?( .{1,200})?")

SOURCE = Section("source", Label("Кайдан алынды", "Откуда принято", "Source"))
_SOURCE_FIELDS = SOURCE.of(
    Field("source", Kind.CODE, Label("Булагы", "Источник", "Source"), required=True, unit="taken_from",
        codes="takeover_source"),
    Field("source_document", Kind.TEXT, Label("Булак документ (аталышы, номери, барактары)",
        "Документ-источник (название, номер, листы)", "Source document (name, number, folios)"), unit="taken_from",
        max_length=300),
    Field("taken_at", Kind.TIMESTAMP, Label("Программага алынган убакыт", "Принято в программу", "Taken over at"),
        required=True, unit="taken", not_future=True),
    Field("officer", Kind.TEXT, Label("Маалыматты ырастаган кызматкер (кызматы)",
        "Должностное лицо, подтвердившее сведения (должность)", "Officer who vouches for the data (post)"),
        unit="taken", required_when=Filled("source"), max_length=300),
    Field("scans", Kind.FILE, Label("Булактын сүрөтү", "Скан источника", "Scan of the source"), merge=Merge.SET),
)

CASE_STATE = Section("case_state", Label("Иштин абалы", "Состояние дела", "State of the case"))
_CASE_STATE_FIELDS = CASE_STATE.of(
    Field("stage", Kind.CODE, Label("Иштин баскычы", "Стадия дела", "Stage of the case"), required=True,
        codes="case_stage"),
    Field("stage_at", Kind.TIMESTAMP, Label("Бул баскычта качантан", "В этой стадии с", "In this stage since"),
        not_future=True),
    Field("received_at", Kind.TIMESTAMP, Label("Билдирүү кабыл алынган", "Сообщение принято", "Report received at"),
        not_future=True, source=cpc("147(1)")),
    Field("initiated_at", Kind.TIMESTAMP, Label("Иш козголгон убакыт", "Дело возбуждено", "Case initiated at"),
        not_future=True, source=cpc("156(2), 162(1)")),
    Field("court_received_at", Kind.TIMESTAMP,
        Label("Иш сотко түштү", "Дело поступило в суд", "Case received by the court"),
        not_future=True, source=cpc("277(3)"), help=Label("Иш сотто болсо: соттун жана камактын мөөнөттөрү ушундан.",
            "Если дело в суде: от этого идут сроки суда и стражи в суде.",
            "Of a case in court: the terms of the court and of custody in it run from here.")),
    Field("article", Kind.CODE, Label("Кылмыш-жаза кодексинин беренеси", "Статья УК", "Article of the Criminal Code"),
        unit="qualification", codes="criminal_code_article"),
    Field("part", Kind.TEXT, Label("Бөлүгү", "Часть", "Part"), unit="qualification", max_length=4,
        pattern=r"[1-9](-[1-9])?"),
    Field("gravity", Kind.CODE, Label("Кылмыштын оордугу", "Тяжесть преступления", "Gravity of the crime"),
        codes="gravity", derived=Gravity("article", "part")),
    Field("register_number", Kind.TEXT, Label("КБР номери", "Номер ЕРП", "Register number"), max_length=40,
        searchable=True, source=cpc("146(2)")),
    Field("responsible", Kind.TEXT, Label("Ким жүргүзүп жатат", "В чьём производстве", "Officer in charge"),
        unit="in_charge", max_length=200),
    Field("accepted_at", Kind.TIMESTAMP, Label("Өндүрүшкө алган убакыт", "Принято к производству",
        "In charge since"), unit="in_charge", not_future=True),
)

TERM = Section("term", Label("Мөөнөттөр", "Сроки", "Terms"), cpc("162"))
_TERM_FIELDS = TERM.of(
    Field("term_until", Kind.DATE, Label("Текшерүү, тергөө же соттук кароо мөөнөтү качанга чейин",
        "Срок проверки, следствия или рассмотрения до", "Term of the check, investigation or trial until"),
        unit="term", source=cpc("162(1), 162(4)")),
    Field("extension_level", Kind.CODE, Label("Акыркы узарткан прокурор", "Кем продлён в последний раз",
        "Last extended by"), unit="term", codes="extension_level", source=cpc("162(4), 162(5)")),
    Field("extensions", Kind.TEXT, Label("Узартуулар (качанга чейин, ким)", "Продления (до какого числа, кем)",
        "Extensions (until when, by whom)"), merge=Merge.SET, max_length=200, source=cpc("162(4)")),
    Field("suspended_days", Kind.INT, Label("Токтотулган күндөр, бардыгы", "Дней приостановления, всего",
        "Days of suspension in all"), minimum=0, maximum=10_000, source=cpc("162(3)")),
)

PERSON_STATE = Section("person_state", Label("Адамдын абалы", "Положение лица", "Standing of the person"))
_PERSON_STATE_FIELDS = PERSON_STATE.of(
    Field("person", Kind.REF, Label("Адам", "Лицо", "Person"), target="person",
        help=Label("Ар бир адамга — өзүнчө жазуу; бош болсо, жазуу иштин өзү жөнүндө.",
            "На каждое лицо — своя запись; если пусто, запись о деле в целом.",
            "One record for each person; left empty, the record is about the case.")),
    Field("person_state", Kind.CODE, Label("Процесстик абалы", "Процессуальное положение", "Standing"),
        unit="standing", codes="person_state", required_when=Filled("person")),
    Field("charged_at", Kind.TIMESTAMP, Label("Айыпталуучу катары тартылган", "Привлечён(а) в качестве обвиняемого",
        "Charged at"), unit="standing", not_future=True, source=cpc("240(2)")),
    Field("measure", Kind.CODE, Label("Бөгөт коюу чарасы", "Мера пресечения", "Measure of restraint"),
        unit="measure_now", codes="restraint", source=cpc("104(2)")),
    Field("measure_from", Kind.TIMESTAMP, Label("Чаранын учурдагы мөөнөтү качантан", "Текущий срок меры — с",
        "Present term of the measure from"), unit="measure_now", not_future=True, source=cpc("115(5)")),
    Field("measure_until", Kind.TIMESTAMP, Label("Чара качанга чейин", "Мера действует до",
        "Measure in force until"), unit="measure_now",
        required_when=AllOf((OneOf("measure", HOLDING), Blank("measure_reason"))),
        source=cpc("115(1)")),
    Field("measure_reason", Kind.TEXT, Label("Мөөнөт эмне үчүн көрсөтүлгөн эмес", "Почему срок меры не указан",
        "Why the term of the measure is not stated"), unit="measure_now", max_length=500),
    Field("custody_segments", Kind.TEXT, Label("Эркиндигинен ажыратылган мезгилдер", "Периоды лишения свободы",
        "Periods without liberty"), merge=Merge.SET, max_length=300, pattern=_SEGMENT, source=cpc("115(5), 115(7)"),
        help=Label("түрү башталышы/аягы жайы: custody 2026-03-01T10:00/2026-04-30T10:00 СИЗО-1; аягы бош же келечекте "
            "— уланууда. Камакта же үй камагында болсо, баарын көрсөтүңүз: жалпы мөөнөт ушундан эсептелет.",
            "вид начало/конец место: custody 2026-03-01T10:00/2026-04-30T10:00 СИЗО-1; конец пуст или в будущем — "
            "продолжается. Если лицо под стражей или домашним арестом, укажите все: от них считается общий срок.",
            "kind from/to place: custody 2026-03-01T10:00/2026-04-30T10:00 SIZO-1; an empty or future end goes on. "
            "For a person in custody or house arrest state them all: the term in all is counted from them.")),
)

PAPER = Section("paper", Label("Кагаз иш", "Бумажное дело", "Paper file"))
_PAPER_FIELDS = PAPER.of(
    Field("volumes", Kind.INT, Label("Томдордун саны", "Число томов", "Volumes"), unit="extent", minimum=0,
        maximum=10_000),
    Field("folios", Kind.INT, Label("Барактардын саны", "Число листов", "Folios"), unit="extent", minimum=0,
        maximum=1_000_000),
    Field("kept_at", Kind.TEXT, Label("Кагаз иш кайда", "Где находится бумажное дело", "Where the paper file is"),
        max_length=300),
    Field("doubts", Kind.TEXT, Label("Күмөн жана келишпеген маалыматтар", "Сомнения и расхождения в источнике",
        "Doubts and contradictions of the source"), merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

TAKEOVER = RecordType(
    "takeover",
    1,
    Label("Кагаздан кабыл алуу", "Принятие с бумаги", "Take-over from paper"),
    Archetype.ORDER,
    (*_SOURCE_FIELDS, *_CASE_STATE_FIELDS, *_TERM_FIELDS, *_PERSON_STATE_FIELDS, *_PAPER_FIELDS),
    roles=("investigator", "inquiry_officer", "prosecutor", "court_clerk", "judge", "probation_officer",
        "penitentiary_officer", "clerk", "head"),
    sentence=Label(
        "Кагаздан кабыл алынды {taken_at}: {stage}[, {person} — {person_state}][; булагы: {source}]",
        "Принято с бумаги {taken_at}: {stage}[, {person} — {person_state}][; источник: {source}]",
        "Taken over from paper {taken_at}: {stage}[, {person} — {person_state}][; source: {source}]",
    ),
    sections=(SOURCE, CASE_STATE, TERM, PERSON_STATE, PAPER),
    columns=("source", "taken_at", "stage", "person", "person_state", "register_number", "article", "initiated_at",
        "term_until", "measure", "measure_until"),
    moment="taken_at",
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "prosecutor", "judge", "probation_officer",
        "penitentiary_officer", "head")),
)

TYPES = (TAKEOVER,)
