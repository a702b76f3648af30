"""A paper received or sent by the office: numbers by the file plan, correspondent, term, answer."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Label, Merge, RecordType, Section
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
PAPER_SENT = Section("letter", Label("Документ", "Документ", "Paper"))
_PAPER_SENT_FIELDS = PAPER_SENT.of(
    Field("direction", Kind.CODE, Label("Багыты", "Направление", "Direction"), required=True,
        codes="correspondence_direction"),
    Field("kind", Kind.CODE, Label("Документтин түрү", "Вид документа", "Kind of paper"),
        codes="correspondence_kind"),
    Field("office_number", Kind.TEXT,
        Label("Биздин номерибиз", "Наш номер (входящий или исходящий)", "Our number"),
        unit="our_mark", max_length=60, searchable=True),
    Field("dated", Kind.DATE, Label("Катталган күнү", "Дата регистрации", "Registered on"),
        required=True, unit="our_mark", not_future=True),
    Field("file_index", Kind.TEXT,
        Label("Иштер номенклатурасы боюнча индекс", "Индекс по номенклатуре дел", "Index of the file plan"),
        unit="file_plan", max_length=40),
    Field("file_title", Kind.TEXT,
        Label("Номенклатура боюнча иштин аталышы", "Заголовок дела по номенклатуре", "Title in the file plan"),
        unit="file_plan", max_length=300),
    Field("their_number", Kind.TEXT, Label("Алардын номери", "Номер отправителя", "Their number"),
        unit="their_mark", max_length=60, searchable=True),
    Field("their_date", Kind.DATE, Label("Алардын күнү", "Дата отправителя", "Their date"),
        unit="their_mark", not_future=True),
    Field("correspondent", Kind.TEXT, Label("Кимден же кимге", "От кого или кому", "From or to whom"),
        max_length=300, searchable=True),
    Field("office_concerned", Kind.CODE, Label("Орган", "Орган", "Office"), codes="office"),
    Field("subject", Kind.RICH, Label("Мазмуну", "Содержание", "What it is about"),
        max_length=10_000, searchable=True),
    Field("sheets", Kind.INT, Label("Барактары", "Листов", "Sheets"), unit="extent", minimum=0,
        maximum=100_000),
    Field("annexes", Kind.TEXT, Label("Тиркемелери", "Приложения (перечень)", "Annexes"),
        unit="extent", max_length=1_000),
    Field("attachments", Kind.FILE, Label("Документтин сүрөтү", "Скан документа", "Scan of the paper"),
        merge=Merge.SET),
)

DELIVERY = Section("delivery", Label("Жеткирүү", "Доставка", "Delivery"), cpc("137(3)"))
_DELIVERY_FIELDS = DELIVERY.of(
    Field("way", Kind.CODE, Label("Кантип", "Способ доставки", "How"), codes="submission_way"),
    Field("handed_over_at", Kind.TIMESTAMP,
        Label("Почтага же ыйгарым укуктууга тапшырылды", "Сдано на почту или уполномоченному",
            "Handed to the post or to an authorised person at"), not_future=True, source=cpc("137(3)")),
    Field("sent_at", Kind.TIMESTAMP, Label("Жөнөтүлдү", "Отправлено", "Sent at"), not_future=True),
    Field("received_at", Kind.TIMESTAMP, Label("Алынды", "Получено", "Received at"), not_future=True),
    Field("receipt", Kind.TEXT,
        Label("Алгандыгы жөнүндө белги", "Отметка о получении", "Mark of receipt"), max_length=300),
)

WORK = Section("work", Label("Аткаруу", "Исполнение", "What is done"))
_WORK_FIELDS = WORK.of(
    Field("passed_to", Kind.TEXT, Label("Аткаруучу", "Исполнитель", "Passed to"), unit="resolution",
        max_length=200),
    Field("due_on", Kind.DATE, Label("Жооптун мөөнөтү", "Срок ответа", "Answer due on"),
        unit="resolution"),
    Field("answers", Kind.REF, Label("Кайсы документке жооп", "Ответ на документ", "Answers the paper"),
        target="correspondence"),
    Field("done_on", Kind.DATE, Label("Аткарылды", "Исполнено", "Done on"), not_future=True),
    Field("about_case", Kind.REF, Label("Кайсы иш боюнча", "По какому делу", "About which case"),
        target="case"),
    Field("act", Kind.REF, Label("Кайсы акт катталды", "Какой акт зарегистрирован", "Which act is registered")),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

CORRESPONDENCE = RecordType(
    "correspondence",
    1,
    Label("Кат-кабар", "Корреспонденция", "Correspondence"),
    Archetype.EVENT,
    (*_PAPER_SENT_FIELDS, *_DELIVERY_FIELDS, *_WORK_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "prosecutor", "court_clerk", "probation_officer",
        "penitentiary_officer", "clerk", "head"),
    sentence=Label(
        "{direction}[ № {office_number}], {dated}[, {correspondent}][: {kind}][, индекс {file_index}]",
        "{direction}[ № {office_number}], {dated}[, {correspondent}][: {kind}][, индекс {file_index}]",
        "{direction}[ no. {office_number}], {dated}[, {correspondent}][: {kind}][, index {file_index}]",
    ),
    sections=(PAPER_SENT, DELIVERY, WORK),
    columns=("direction", "kind", "office_number", "dated", "file_index", "their_number", "correspondent", "due_on",
        "done_on", "about_case", "act"),
    moment="dated",
    in_case=False,
    purpose="office_work",
)

TYPES = (CORRESPONDENCE,)
